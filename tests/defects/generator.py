"""Defects over every table, column and rule of the schema, made from the schema itself.

`cell_kinds` lists what is put into cells. Each kind says, from the schema alone and
without the code under test, in which columns it must be reported at its place; in the
others it is no defect of that cell, for these reasons:

- an empty cell where the column need not be filled means that something is not known;
- formulas, markup, quotation marks, commas and line breaks in free text are text, and may
  stand in a quotation: what shows the tables escapes markup, and the CSV files made for
  spreadsheets put an apostrophe before a formula;
- full-width letters in free text are other letters, and seen to be.

`file_kinds` lists what is done to whole files. A byte order mark, CRLF or CR line ends
and a missing last line break are what spreadsheets do, and change no cell.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Field = Mapping[str, Any]
Rows = list[list[str]]

LOOKALIKES = str.maketrans("AaBcCeEHIKMoOpPTxXy", "АаВсСеЕНІКМоОрРТхХу")


# Cells -------------------------------------------------------------------------


@dataclass(frozen=True)
class CellKind:
    """A way to break a cell: what it becomes, and where that must be reported."""

    name: str
    make: Callable[[str], str | None]
    must: Callable[[Field], bool]


def is_free(field: Field) -> bool:
    """Say whether a field may hold any text."""
    ruled = {"enum", "pattern"} & field.get("constraints", {}).keys()
    return field["type"] == "string" and not ruled and not field["key"]


def always(_field: Field) -> bool:
    return True


def never(_field: Field) -> bool:
    return False


def unless_free(field: Field) -> bool:
    # a list takes any items where it refers to no table
    return not is_free(field) and not (field["type"] == "list" and not field.get("references"))


def of_type(*types: str) -> Callable[[Field], bool]:
    return lambda field: field["type"] in types


def is_day(field: Field) -> bool:
    return field["type"] == "date" or bool(field.get("partialDate"))


def lookalike(cell: str) -> str | None:
    """Put one letter of another script into the first word that takes one."""
    for place, letter in enumerate(cell):
        beside = cell[place + 1 : place + 2]
        if ord(letter) in LOOKALIKES and beside.isascii() and beside.isalpha():
            return cell[:place] + letter.translate(LOOKALIKES) + cell[place + 1 :]
    return None


def in_middle(text: str) -> Callable[[str], str]:
    return lambda cell: cell[: len(cell) // 2] + text + cell[len(cell) // 2 :]


def put(text: str) -> Callable[[str], str]:
    return lambda _cell: text


def cell_kinds() -> list[CellKind]:
    """List the ways to break a cell."""
    required = lambda field: bool(field.get("constraints", {}).get("required"))  # noqa: E731
    enum = lambda field: "enum" in field.get("constraints", {})  # noqa: E731
    listed = lambda field: field["type"] == "list"  # noqa: E731
    address = lambda field: field.get("format") == "uri"  # noqa: E731
    kinds = [
        CellKind("empty", put(""), required),
        CellKind("a blank", put(" "), always),
        CellKind("blanks and breaks", put("\t\n "), always),
        CellKind("another value", put("§ none"), unless_free),
        CellKind("a blank behind", lambda cell: cell + " " if cell else None, unless_free),
        CellKind("a break behind", lambda cell: cell + "\n" if cell else None, unless_free),
        CellKind(
            "other capitals",
            lambda cell: cell.swapcase() if cell.swapcase() != cell else None,
            enum,
        ),
        CellKind("a look-alike", lookalike, always),
        CellKind("a list with a gap", lambda cell: f"{cell};;{cell}" if cell else None, listed),
        CellKind("a list with an end", lambda cell: f"{cell};" if cell else None, listed),
        CellKind(
            "a list with one wrong",
            lambda cell: f"{cell};ZZ" if cell else None,
            lambda field: bool(field.get("references")),
        ),
        CellKind("full width", put("ＡＬ"), unless_free),
        CellKind("letters and accents apart", lambda cell: cell + "e\u0301", always),
        CellKind("misread letters", put("CafÃ©"), always),
        CellKind("lost letters", lambda cell: cell + "\ufffd", always),
    ]
    kinds += [
        CellKind(f"the number {text!r}", put(text), of_type("integer"))
        for text in ("x", "2.5", "1e3", "+1", "01", "-0", "²", "٢", "9" * 30, "9" * 5000, "0x1")
    ]
    kinds += [
        CellKind(f"the truth value {text!r}", put(text), of_type("boolean"))
        for text in ("TRUE", "True", "yes", "1")
    ]
    kinds += [
        CellKind(f"the day {text!r}", put(text), is_day)
        for text in ("2010-02-30", "2010-13-01", "21.9.2010", "9/21/2010", "2010-9-1", "20100921")
    ]
    kinds += [
        CellKind(f"the day {text!r}", put(text), is_day)
        for text in ("٢٠١٠-٠٩-٢١", "2010-09-21T00:00", "0000-00-00")
    ]
    kinds += [
        CellKind(f"the address {text!r}", put(text), address)
        for text in ("javascript:alert(1)", "no address", "http://", "https://[", "http://a b")
    ]
    kinds += [
        CellKind(f"the character U+{ord(character):04X}", in_middle(character), always)
        for character in "\x00\x07\x1b\x7f\x85\u200b\u202e\u2066\ufeff\ue000\ufdd0\U000fffff"
    ]
    kinds += [
        CellKind(f"the text {text!r}", put(text), unless_free)
        for text in (
            '=HYPERLINK("https://example.org","x")',
            "+1+1",
            "-2+3",
            "@SUM(1)",
            "<script>alert(1)</script>",
            'a "b", c',
            "one\ntwo",
            "{{ 7 * 7 }}",
            "../../x",
            "§" * 100_000,
        )
    ]
    return kinds


@dataclass(frozen=True)
class BrokenCell:
    """One broken cell of one table."""

    file: str
    row: int
    column: str
    value: str
    must: bool


def fields(resource: Mapping[str, Any]) -> list[Field]:
    """Give the fields of a table, each with ``key``: whether it names rows of another one."""
    keys = {name for key in resource["schema"].get("foreignKeys", []) for name in key["fields"]}
    return [{**field, "key": field["name"] in keys} for field in resource["schema"]["fields"]]


def break_cells(
    resource: Mapping[str, Any], rows: Rows, kind: CellKind
) -> tuple[Rows, list[BrokenCell]]:
    """Break each column of a table once, each in a row of its own while there is one."""
    copy, broken = [list(row) for row in rows], []
    free = list(range(1, len(rows)))
    for place, field in enumerate(fields(resource)):
        for number in [*free, *range(1, len(rows))]:
            value = kind.make(rows[number][place])
            if value is not None and value != rows[number][place]:
                # the row that a key names is broken too, often in the same way
                value += "?" * bool(value.strip() and (field["key"] or "references" in field))
                copy[number][place] = value
                free = [other for other in free if other != number]
                must = kind.must(field)
                broken.append(BrokenCell(resource["path"], number + 1, field["name"], value, must))
                break
    return copy, broken


# Files -------------------------------------------------------------------------


@dataclass(frozen=True)
class FileKind:
    """A way to break a file: what is done to it, and where that must be reported.

    ``report`` gives the row and column of each defect to expect, none if it is harmless.
    """

    name: str
    act: Callable[[Path], None]
    report: Callable[[Sequence[str]], list[tuple[int, str]]]


def write(path: Path, rows: Rows) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def grow(path: Path, row: Sequence[str], keys: Iterable[str]) -> None:
    """Add a row to a CSV file for each key, which stands in its first cell."""
    rest = io.StringIO(newline="")
    csv.writer(rest, lineterminator="\n").writerow(row[1:])
    with path.open("a", encoding="utf-8", newline="") as file:
        file.writelines(f"{key},{rest.getvalue()}" for key in keys)


def read(path: Path) -> Rows:
    """Read rows of CSV."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def rewrite(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return act


def reshape(change: Callable[[Rows], Rows]) -> Callable[[Path], None]:
    return lambda path: write(path, change(read(path)))


def instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        path.unlink()
        make(path)

    return act


def file_kinds() -> list[FileKind]:
    """List the ways to break a file."""
    harmless = lambda names: []  # noqa: E731
    whole = lambda names: [(0, "")]  # noqa: E731
    first = lambda names: [(1, names[0])]  # noqa: E731

    def at(row: int, column: int | None = None) -> Callable[[Sequence[str]], list[tuple[int, str]]]:
        return lambda names: [(row, "" if column is None else names[column])]

    def all_missing(extra: Callable[[Sequence[str]], str]) -> Callable[..., list[tuple[int, str]]]:
        return lambda names: [(1, name) for name in (*names, extra(names))]

    def at_line(row: int, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
        def changed(content: bytes) -> bytes:
            rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
            before = io.StringIO(newline="")
            csv.writer(before, lineterminator="\n").writerows(rows[: row - 1])
            start = len(before.getvalue().encode())
            assert content.startswith(before.getvalue().encode())
            return content[:start] + change(content[start:])

        return changed

    return [
        FileKind("byte order mark", rewrite(lambda content: b"\xef\xbb\xbf" + content), harmless),
        FileKind("CRLF", rewrite(lambda content: content.replace(b"\n", b"\r\n")), harmless),
        FileKind("CR", rewrite(lambda content: content.replace(b"\n", b"\r")), harmless),
        FileKind("no last line break", rewrite(lambda content: content.rstrip(b"\n")), harmless),
        FileKind("missing", instead(lambda path: None), whole),
        FileKind("folder", instead(lambda path: path.mkdir()), whole),
        FileKind("link to itself", instead(lambda path: path.symlink_to(path)), whole),
        FileKind("link to nothing", instead(lambda path: path.symlink_to("nowhere")), whole),
        FileKind("pipe", instead(os.mkfifo), whole),
        FileKind("device", instead(lambda path: path.symlink_to("/dev/zero")), whole),
        FileKind("empty", rewrite(lambda content: b""), whole),
        FileKind("blank lines", rewrite(lambda content: b"\n\n\n"), whole),
        FileKind(
            "UTF-16, little end",
            rewrite(lambda content: b"\xff\xfe" + content.decode().encode("utf-16-le")),
            whole,
        ),
        FileKind(
            "UTF-16, big end",
            rewrite(lambda content: b"\xfe\xff" + content.decode().encode("utf-16-be")),
            whole,
        ),
        FileKind("Latin-1", rewrite(at_line(3, lambda rest: b"\xe9" + rest)), at(3)),
        FileKind("compressed", rewrite(lambda content: gzip.compress(content, mtime=0)), at(1)),
        FileKind(
            "quotation mark that is not closed",
            rewrite(at_line(2, lambda rest: b'"' + rest.replace(b'"', b""))),
            at(2),
        ),
        FileKind(
            "quotation mark within",
            rewrite(at_line(2, lambda rest: b'"a"b' + rest)),
            at(2),
        ),
        FileKind(
            "10 MB in a cell",
            rewrite(at_line(2, lambda rest: b"x" * 10_000_000 + rest)),
            at(2),
        ),
        FileKind(
            "cells more",
            reshape(lambda rows: [*rows[:1], [*rows[1], "x"], *rows[2:]]),
            at(2),
        ),
        FileKind("cells fewer", reshape(lambda rows: [*rows[:1], rows[1][:-1], *rows[2:]]), at(2)),
        FileKind("blank row", reshape(lambda rows: [*rows[:2], [], *rows[2:]]), at(3)),
        FileKind(
            "row of empty cells",
            reshape(lambda rows: [*rows[:2], [""] * len(rows[0]), *rows[2:]]),
            at(3),
        ),
        FileKind(
            "semicolons",
            rewrite(lambda content: content.replace(b'"', b"").replace(b",", b";")),
            all_missing(";".join),
        ),
        FileKind(
            "a web page",
            rewrite(lambda content: b"<!DOCTYPE html>\n<title>Not found</title>\n"),
            all_missing(lambda names: "<!DOCTYPE html>"),
        ),
        FileKind(
            "NUL before all",
            rewrite(lambda content: b"\x00" + content),
            lambda names: [(1, names[0]), (1, "\x00" + names[0])],
        ),
        FileKind("header twice", reshape(lambda rows: [[*rows[0], rows[0][0]], *rows[1:]]), first),
    ]
