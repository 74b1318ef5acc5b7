"""The README says what the data say."""

from __future__ import annotations

import re
from pathlib import Path

from agletters import coalitions
from agletters.tables import Tables


def test_its_findings_are_the_numbers_of_the_data(root: Path, tables: Tables) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    counts = tables.reported_counts[tables.reported_counts["accepted"]].set_index("letter_id")
    held = tables.signatures.query("letter_id == '2011-08-31-backpage'")
    status = coalitions.participation(
        "2010-09-21-backpage",
        tables.letters,
        tables.signatures,
        tables.offices,
        tables.not_signed,
    )
    assert f"**{(status['status'] == 'signed').sum()} states signed in September 2010**" in text
    later = counts.loc["2011-08-31-backpage"]
    assert f"the lead office counted {later['number']} signers**, {later['states']} states" in text
    assert f"the names of {len(held)} are held" in text
    assert (held["evidence"] == "inferred").sum() == 2
    assert "two of them inferred" in text


def test_its_links_lead_to_files_that_are_there(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    missing = [target for target in targets if target[0] != "#" and not (root / target).exists()]
    assert targets
    assert missing == []


def test_the_example_of_the_helpers_runs(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    namespace: dict[str, object] = {}
    code = code.replace('"data', f'"{root}/data').replace(
        "maps.choropleth", "figure = maps.choropleth"
    )
    exec(code.replace(".show()", ""), namespace)  # noqa: S102 - our own README
    assert len(namespace["figure"].data) > 56


def test_the_example_of_the_text_helpers_runs(tmp_path: Path, root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[1]
    release = "“We ask the site to act,” Ann Lee said. Attorneys general of Ohio and Maine joined."
    (tmp_path / "release.txt").write_text(release, encoding="utf-8")
    namespace: dict[str, object] = {}
    exec(code.replace('"release.txt"', repr(str(tmp_path / "release.txt"))), namespace)  # noqa: S102
    assert {signer.usps for signer in namespace["joined"].signatories} >= {"OH", "ME"}
