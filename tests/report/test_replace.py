"""The files of a report are replaced all together, or stay as they were."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from agletters.report.replace import ReplaceError, recover, replace_files, scratch

OLD = {"report/a.html": "old a", "report/gone.html": "old", "report/index.html": "old page"}
NEW = {"report/a.html": "new a", "report/more/b.html": "new b", "report/index.html": "new page"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", OLD)
    return tmp_path / "site"


def write(folder: Path, contents: dict[str, str]) -> None:
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")


def files(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def replace_all(site: Path, time: int | None = None) -> None:
    new = {path: content.encode() for path, content in NEW.items()}
    with scratch(site) as folder:
        replace_files(site, folder, new, ["report/gone.html", "report/never.html"], time)


def promise(site: Path, new: dict[str, str]) -> None:
    """Leave what a build leaves that was cut off while it moved the new files in."""
    plan = json.dumps({"new": list(NEW), "stale": ["report/gone.html"]})
    write(site / ".agletters-pending", {"plan.json": plan})
    write(site / ".agletters-pending" / "new", new)


def test_new_files_are_there_stale_ones_are_gone_and_nothing_else_is_left(site: Path) -> None:
    replace_all(site)
    assert files(site) == NEW


def test_files_get_the_time_that_is_given_and_else_only_changed_ones_are_touched(
    site: Path,
) -> None:
    replace_all(site)
    replace_all(site, time=1_000_000_000)
    assert {(site / path).stat().st_mtime for path in NEW} == {1_000_000_000}
    (site / "report" / "a.html").write_text("by hand", encoding="utf-8")
    replace_all(site)
    touched = [path for path in NEW if (site / path).stat().st_mtime != 1_000_000_000]
    assert touched == ["report/a.html"]
    assert files(site) == NEW


def test_a_file_that_cannot_be_replaced_is_named_and_those_before_it_are_put_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def guarded(self: Path, target: Path) -> Path:
        if target.name == "index.html" and "new" in self.parts:
            raise PermissionError(errno.EPERM, "Operation not permitted", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", guarded)
    with pytest.raises(ReplaceError, match=r"index\.html: cannot be replaced \(Operation not per"):
        replace_all(site)
    assert files(site) == OLD


def test_what_stands_where_the_promise_goes_is_named_and_nothing_is_changed(site: Path) -> None:
    (site / ".agletters-pending").write_text("mine", encoding="utf-8")
    with pytest.raises(ReplaceError, match=r"\.agletters-pending: cannot be replaced"):
        replace_all(site)
    assert files(site) == {".agletters-pending": "mine", **OLD}


def test_an_interruption_while_files_are_moved_comes_when_all_are_there(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.waitpid, []

    def interrupted(pid: int, options: int) -> tuple[int, int]:
        calls.append(pid)
        if len(calls) == 1:
            raise KeyboardInterrupt
        return real(pid, options)

    monkeypatch.setattr(os, "waitpid", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_all(site)
    assert files(site) == NEW


def test_what_was_promised_is_finished_though_some_of_it_was_moved_before(site: Path) -> None:
    write(site, {"report/a.html": "new a"})
    promise(site, {path: content for path, content in NEW.items() if path != "report/a.html"})
    write(site / ".agletters-build-x", {"new/report/a.html": "of another build"})
    recover(site)
    assert files(site) == NEW


def test_what_is_in_the_way_of_a_promise_is_named_and_the_promise_stays(site: Path) -> None:
    (site / "report" / "more").write_text("a file in the way", encoding="utf-8")
    promise(site, NEW)
    with pytest.raises(
        ReplaceError, match=r"more: cannot be replaced \(.*\), so that a build that was cut off"
    ):
        recover(site)
    (site / "report" / "more").unlink()
    recover(site)
    assert files(site) == NEW
