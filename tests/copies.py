"""Copies of folders that can be written to, also where the originals cannot."""

import shutil
from pathlib import Path


def copy_files(source: Path, target: Path, *, but: str = "") -> Path:
    """Copy all files of a folder but those of one folder within; the copies are as new files are.

    What copies rights too would make copies of a read-only folder that are read-only.
    """
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_file() and inside.parts[0] != but:
            (target / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / inside)
    return target
