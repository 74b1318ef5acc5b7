"""From a press release to a page: the example of the guide.

Run it with the folder to make: ``python docs/example/make.py build/example``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd

from agletters import build, check, parse_signatories

HERE = Path(__file__).parent
LETTER = "2014-10-20-senate-save-act"


def command(*arguments: str | Path) -> None:
    """Run the command ``agletters``."""
    subprocess.run([sys.executable, "-m", "agletters", *map(str, arguments)], check=True)  # noqa: S603


def rows(path: Path) -> pd.DataFrame:
    """Read a table as text."""
    return pd.read_csv(path, dtype="str")


def fill_in_the_letter(data: Path) -> None:
    """Put the letter, its counts and its sources in the place of the invented ones."""
    for table in ("letters", "reported_counts"):
        shutil.copyfile(HERE / "data" / f"{table}.csv", data / f"{table}.csv")
    of_offices = rows(data / "sources.csv").query("source_id != 'X1'")
    sources = pd.concat([rows(HERE / "data" / "sources.csv"), of_offices])
    sources.to_csv(data / "sources.csv", index=False)
    for table in ("not_signed", "statements"):
        rows(data / f"{table}.csv").head(0).to_csv(data / f"{table}.csv", index=False)


def describe(data: Path) -> None:
    """Say in the schema what the tables hold, and as of when."""
    path = data / "datapackage.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["description"] = "Who signed the letter of 2014 about the SAVE Act."
    schema["created"] = "2026-11-22T00:00:00Z"
    path.write_text(json.dumps(schema, indent=2), encoding="utf-8")
    command("describe", "--data", data)


def read_the_release(data: Path) -> None:
    """Fill in the signatures from the text of the release."""
    found = parse_signatories((HERE / "release.txt").read_text(encoding="utf-8"))
    if found.disagreement:
        sys.exit(str(found.disagreement))
    signatures = pd.DataFrame({"usps": [office.usps for office in found.signatories]})
    signatures = signatures.assign(letter_id=LETTER, evidence="one_source", source_ids="S134")
    columns = rows(data / "signatures.csv").columns
    signatures.reindex(columns=columns).to_csv(data / "signatures.csv", index=False)


def make(project: Path) -> Path:
    """Start the analysis, fill it in, check it and build its page."""
    command("new", project, "--title", "Who asked the Senate to pass the SAVE Act?")
    data = project / "data"
    fill_in_the_letter(data)
    describe(data)
    read_the_release(data)
    defects = check(data)
    if defects:
        sys.exit("\n".join(map(str, defects)))

    (project / "notebooks" / "00_who_signed.ipynb").unlink()
    shutil.copy(HERE / "00_save_act.ipynb", project / "notebooks")
    (project / "figures").mkdir()
    shutil.copy(HERE / "who-signed-2014.svg", project / "figures")
    made = build(project)
    # kept, so that the next run needs no browser
    for slug in made.redrawn:
        shutil.copy(project / "figures" / f"{slug}.svg", HERE)
    return made.page


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
