"""Check the curated tables against their schema and against one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from agletters.conformance import Defect, exists, read_tables
from agletters.quotations.anchors import text_sha256, verify_frame
from agletters.tables import TablesError, fields_of, read_schema

Frames = Mapping[str, pd.DataFrame]

#: Letters of Greek and Cyrillic, many of which look like Latin ones.
_ALIKE = "\u0370-\u03ff\u0400-\u052f"
_COUNT = re.compile("[0-9]{1,9}")
_MIXED = re.compile(f"[A-Za-z][{_ALIKE}]|[{_ALIKE}][A-Za-z]")


# Rules that a schema cannot state ----------------------------------------------


def _rows(frame: pd.DataFrame) -> Iterator[tuple[int, Any]]:
    """Iterate over the rows of a frame with their row numbers in the file."""
    return enumerate(frame.itertuples(index=False), start=2)


def reference_defects(frames: Frames, schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find list and text cells that name a row of another table that is not there."""
    for resource in schema["resources"]:
        if resource["name"] not in frames:
            continue
        for name, field in fields_of(resource).items():
            table, _, column = field.get("references", "").partition(".")
            if table not in frames:
                continue
            known = set(frames[table][column])
            for number, cell in enumerate(frames[resource["name"]][name], start=2):
                for value in filter(None, cell.split(field.get("delimiter", ";"))):
                    if value not in known:
                        yield Defect(
                            resource["path"],
                            number,
                            name,
                            value,
                            "is not known",
                            f"allowed: a value of {table}.{column}",
                        )


def precision_defects(frames: Frames, schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find precisions that do not fit their date."""
    precision = {4: "year", 7: "month", 10: "day"}
    for resource in schema["resources"]:
        frame = frames.get(resource["name"], pd.DataFrame())
        if not {"date", "date_precision"} <= set(frame.columns):
            continue
        for number, row in _rows(frame):
            if exists(row.date) and precision[len(row.date)] != row.date_precision:
                yield Defect(
                    resource["path"],
                    number,
                    "date_precision",
                    row.date_precision,
                    f"does not fit the date {row.date}",
                    "allowed: day, month or year, as the date is written",
                )


def text_defects(frames: Frames, schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find characters that deceive the eye or have come of a wrong encoding.

    Two cells that look alike must be alike, and none may hold what is not seen:
    names and codes are compared by their characters. Text is expected in
    Unicode's normal form C.

    References
    ----------
    Unicode Standard Annex 15, "Unicode Normalization Forms"; Unicode Technical
    Standard 39, "Unicode Security Mechanisms", section 5.1, mixed scripts.
    """
    for resource in schema["resources"]:
        frame = frames.get(resource["name"], pd.DataFrame())
        for name in frame.columns:
            cells = frame[name].tolist()
            # Each value once: most stand in many rows.
            problems = {cell: found for cell in set(cells) if (found := text_problem(cell))}
            for number, cell in enumerate(cells, start=2) if problems else ():
                if cell in problems:
                    yield Defect(resource["path"], number, name, cell, *problems[cell])


def text_problem(text: str) -> tuple[str, str] | None:
    """Say what is deceptive about a text and what to do, or nothing.

    Examples
    --------
    >>> text_problem("\u0410L")
    ('mixes Latin with Greek or Cyrillic letters in a word', 'write the word in one script')
    >>> text_problem("México, “sage and legal”")
    """
    if text.isascii() and text.isprintable():
        return None
    for character in "" if text.isprintable() else text:
        if character not in "\t\n\r" and unicodedata.category(character)[0] == "C":
            unseen = f"holds the character U+{ord(character):04X}, which is not seen"
            return unseen, "remove the character"
    if "\ufffd" in text:
        return "holds a sign for letters that were lost (U+FFFD)", "restore the letters"
    if _MIXED.search(text):
        problem = "mixes Latin with Greek or Cyrillic letters in a word"
        return problem, "write the word in one script"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode's normal form C", "write each accent and its letter as one"
    if not text.isascii() and _was_misread(text):
        return "looks like UTF-8 read as Windows-1252", "restore the letters"
    return None


def _was_misread(text: str) -> bool:
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def count_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Hold the rows of each letter's list against the accepted reported number."""
    kinds = dict(zip(frames["offices"]["usps"], frames["offices"]["kind"], strict=True))
    status = dict(
        zip(frames["letters"]["letter_id"], frames["letters"]["list_status"], strict=True)
    )
    counts = frames["reported_counts"]
    accepted = dict(list(counts[counts["accepted"] == "true"].groupby("letter_id")))
    signers = frames["signatures"].groupby("letter_id")["usps"].unique()
    for letter_id, listed in status.items():
        if listed == "none":
            continue
        held = signers.get(letter_id, ())
        numbers = accepted.get(letter_id, counts.iloc[:0])
        if len(numbers) != 1:
            yield Defect(
                "reported_counts.csv",
                0,
                "accepted",
                letter_id,
                f"has {len(numbers)} accepted numbers",
                "mark exactly one reported number of the letter as accepted",
            )
            continue
        others = sum(kinds.get(usps, "state") != "state" for usps in held)
        parts = {"number": len(held), "states": len(held) - others, "others": others}
        for column, rows in parts.items():
            cell = numbers[column].iloc[0]
            if not _COUNT.fullmatch(cell):
                continue
            wrong = rows != int(cell) if listed == "complete" else rows > int(cell)
            if wrong:
                yield Defect(
                    "reported_counts.csv",
                    int(numbers.index[0]) + 2,
                    column,
                    cell,
                    f"differs from the {rows} rows that signatures.csv holds for {letter_id}, "
                    f"whose list is {listed}",
                    "correct the list, the number, or the letter's list_status",
                )


@dataclass(frozen=True)
class _Term:
    """Somebody's time in an office, as far as it is known."""

    names: frozenset[str]
    earliest: str
    surely_from: str
    surely_to: str
    latest: str


def _bounds(text: str) -> tuple[str, str]:
    """Give the first and last day that a date, partial or with alternatives, can mean."""
    parts = text.removeprefix("after ").split(" or ")
    first, last = parts[0], "9999" if text.startswith("after ") else parts[-1]
    return (first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :])


def term_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find first and last days in office that cannot be read as dates."""
    for number, row in _rows(frames["officeholders"]):
        for column in ("took_office", "left_office"):
            cell = getattr(row, column)
            if cell and not all(map(exists, cell.removeprefix("after ").split(" or "))):
                days = (
                    "allowed: a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD, "
                    "'after' one, or several joined by 'or'"
                )
                problem = "is not allowed here"
                yield Defect("officeholders.csv", number, column, cell, problem, days)


def _terms(officeholders: pd.DataFrame) -> dict[str, list[_Term]]:
    """Read the terms of each office; where the holder is not known there is none."""
    terms: dict[str, list[_Term]] = {}
    # rows of 2011 have no last day; where the person is the same, that of the row of 2010 holds
    left_office = officeholders.groupby(["usps", "name", "took_office"])["left_office"]
    rows = officeholders.assign(left_office=left_office.transform("max"))
    for row in rows.itertuples(index=False):
        if not row.name:
            continue
        took, left = _bounds(str(row.took_office)), _bounds(str(row.left_office or row.as_of))
        term = _Term(
            names=frozenset([str(row.name), *filter(None, str(row.also_printed_as).split(";"))]),
            earliest=took[0],
            surely_from=min(took[1], str(row.as_of)),
            surely_to=max(left[0], str(row.as_of)),
            latest=left[1] if row.left_office else "9999-12-31",
        )
        terms.setdefault(str(row.usps), []).append(term)
    return terms


def _sure(terms: Sequence[_Term], day: str) -> list[_Term]:
    return [term for term in terms if term.surely_from <= day <= term.surely_to]


def _held(terms: Sequence[_Term], name: str, day: str) -> bool:
    """Say whether a person held an office on a day, or may have for all that is known."""
    sure = _sure(terms, day)
    own = [term for term in terms if name in term.names]
    if sure:
        return any(term in own for term in sure)
    return not own or any(term.earliest <= day <= term.latest for term in own)


def tenure_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find signatures by someone who did not hold the office on the day of the letter.

    A holder is known from the row of the officeholders table whose day it is,
    or whose certain time in office covers it. Where none does, a signer is
    wrong only if the table knows the person and rules the day out. Who joined
    later is held against both days between which that happened.
    """
    letters = dict(zip(frames["letters"]["letter_id"], frames["letters"]["date"], strict=True))
    terms = _terms(frames["officeholders"])
    for number, row in _rows(frames["signatures"]):
        joined = [day for day in (row.joined_after, row.joined_by) if day]
        dates = joined or [letters.get(row.letter_id, "")]
        if not row.signer_name or not all(map(exists, dates)):
            continue
        days = [_bounds(date)[0] for date in dates]
        held = terms.get(row.usps, [])
        if not any(_held(held, row.signer_name, day) for day in days):
            holders = sorted({min(term.names) for day in days for term in _sure(held, day)})
            yield Defect(
                "signatures.csv",
                number,
                "signer_name",
                row.signer_name,
                f"did not hold the office of {row.usps} on {' or '.join(days)}, when it signed",
                f"officeholders.csv has {' or '.join(holders) or 'somebody else'}; "
                "correct one of the two",
            )


def conflict_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find signatures that contradict evidence of not signing, and joining days out of order."""
    against = frames["not_signed"]
    refused = {
        (row.letter_id, row.usps, joined)
        for row in against.itertuples(index=False)
        # whoever is missing from the first issue may still have joined later
        for joined in ((False, True) if row.applies == "letter" else (False,))
    }
    for number, row in _rows(frames["signatures"]):
        if (row.letter_id, row.usps, bool(row.joined_by)) in refused:
            yield Defect(
                "signatures.csv",
                number,
                "usps",
                row.usps,
                f"signed {row.letter_id} here and did not in not_signed.csv",
                "keep one of the two rows; for an office that joined later, mark that one as "
                "first_issue and give this one the days",
            )
        if bool(row.joined_after) != bool(row.joined_by) or row.joined_after > row.joined_by:
            yield Defect(
                "signatures.csv",
                number,
                "joined_by",
                row.joined_by,
                f"does not follow joined_after {row.joined_after!r}",
                "give both days, the later one as joined_by, or neither",
            )


def candidacy_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find candidacies whose cells contradict one another."""
    nominees = {"won": True, "lost": True, "lost primary": False}
    for number, row in _rows(frames["candidacies"]):
        named = {
            "yes": row.office_sought != "none",
            "no": row.office_sought == "none",
            "unknown": row.office_sought == "unknown",
        }
        nominee = row.on_ballot == "yes"
        if row.on_ballot not in named:
            continue
        if not named[row.on_ballot] or nominee != bool(row.election):
            yield Defect(
                "candidacies.csv",
                number,
                "on_ballot",
                row.on_ballot,
                f"does not go with office_sought {row.office_sought!r} and "
                f"election {row.election!r}",
                "a candidate has both, somebody who was none has neither",
            )
        if nominees.get(row.result, nominee) != nominee:
            yield Defect(
                "candidacies.csv",
                number,
                "result",
                row.result,
                f"does not go with on_ballot {row.on_ballot!r}",
                "a candidate on the ballot won or lost, somebody else did neither",
            )


def span_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find offsets that do not fit their span, and statements that differ from theirs."""
    spans = frames["spans"]
    texts = dict(zip(spans["span_id"], spans["text"], strict=True))
    for number, row in _rows(spans):
        if _COUNT.fullmatch(row.start) and _COUNT.fullmatch(row.end):
            length = int(row.end) - int(row.start)
            if length != len(row.text):
                yield Defect(
                    "spans.csv",
                    number,
                    "end",
                    row.end,
                    f"leaves {length} characters for a text of {len(row.text)}",
                    "correct the offsets or the text",
                )
    for number, row in _rows(frames["statements"]):
        printed = texts.get(row.span_id, "").strip()
        if row.span_reports == "directly" and row.quotation != printed:
            yield Defect(
                "statements.csv",
                number,
                "quotation",
                row.quotation,
                f"differs from the text of span {row.span_id}",
                f"the span has {printed!r}",
            )


def coding_defects(frames: Frames, schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find units that a coder left out, and codes given in the wrong dimension."""
    codes = frames["codebook"].groupby("dimension")["code"].agg(set).to_dict()
    known = set(frames["codebook"]["code"])
    codings = frames["codings"]
    for number, row in _rows(codings):
        for dimension in ("stance", "strategy"):
            value = getattr(row, dimension)
            if value in known - codes.get(dimension, set()):
                these = "allowed: " + ", ".join(sorted(codes.get(dimension, ())))
                problem = f"is no {dimension} of the codebook"
                yield Defect("codings.csv", number, dimension, value, problem, these)
    coders = codings.groupby("unit_id")["coder"].agg(set).to_dict()
    resources = {resource["name"]: resource for resource in schema["resources"]}
    coder = fields_of(resources["codings"])["coder"]
    everyone = set(coder.get("constraints", {}).get("enum", codings["coder"]))
    for number, row in _rows(frames["coded_units"]):
        absent = everyone - coders.get(row.unit_id, set())
        if absent:
            problem = f"was not coded by {', '.join(sorted(absent))}"
            remedy = "add the row to codings.csv"
            yield Defect("coded_units.csv", number, "unit_id", row.unit_id, problem, remedy)


def alternative_defects(frames: Frames, _schema: Mapping[str, Any]) -> Iterator[Defect]:
    """Find rows that name both or neither of a statement and a span, where one is meant."""
    for table, first, second in (
        ("coded_units", "statement_id", "span_id"),
        ("replies", "answer_id", "answer_span_id"),
    ):
        if table not in frames or not {first, second} <= set(frames[table].columns):
            continue
        pairs = zip(frames[table][first], frames[table][second], strict=True)
        for number, (statement, span) in enumerate(pairs, start=2):
            if bool(statement) == bool(span):
                problem = "names both" if statement else "names neither"
                value = ";".join(filter(None, (statement, span)))
                columns, remedy = f"{first}, {second}", "name either the statement or the span"
                yield Defect(f"{table}.csv", number, columns, value, problem, remedy)


def source_text_defects(frames: Frames, texts: Mapping[str, str]) -> Iterator[Defect]:
    """Find spans that the texts of their sources do not contain as anchored.

    Parameters
    ----------
    frames
        Text frames of the tables; ``spans`` is read.
    texts
        The source texts by the SHA-256 of their UTF-8 bytes.
    """
    spans = frames["spans"]
    offsets = {name: pd.to_numeric(spans[name], errors="coerce") for name in ("start", "end")}
    typed = spans.assign(**offsets)
    rows = {span_id: number for number, span_id in enumerate(spans["span_id"], start=2)}
    for problem in verify_frame(typed, texts).itertuples(index=False):
        yield Defect(
            "spans.csv",
            rows[str(problem.span_id)],
            "text",
            str(problem.span_id),
            str(problem.message),
            "correct the quotation, its offsets or its hash from the source",
        )


Rule = Callable[[Frames, Mapping[str, Any]], Iterator[Defect]]

#: Each rule with the columns of tables without which it cannot be applied.
RULES: tuple[tuple[Rule, Mapping[str, str]], ...] = (
    (text_defects, {}),
    (reference_defects, {}),
    (alternative_defects, {}),
    (precision_defects, {}),
    (
        count_defects,
        {
            "offices": "usps kind",
            "letters": "letter_id list_status",
            "reported_counts": "letter_id number states others accepted",
            "signatures": "letter_id usps",
        },
    ),
    (term_defects, {"officeholders": "took_office left_office"}),
    (
        tenure_defects,
        {
            "letters": "letter_id date",
            "officeholders": "usps as_of name also_printed_as took_office left_office",
            "signatures": "letter_id usps signer_name joined_after joined_by",
        },
    ),
    (
        conflict_defects,
        {
            "not_signed": "letter_id usps applies",
            "signatures": "letter_id usps joined_after joined_by",
        },
    ),
    (candidacy_defects, {"candidacies": "on_ballot office_sought election result"}),
    (
        span_defects,
        {"spans": "span_id start end text", "statements": "span_id span_reports quotation"},
    ),
    (
        coding_defects,
        {
            "codebook": "code dimension",
            "codings": "unit_id coder stance strategy",
            "coded_units": "unit_id",
        },
    ),
)


def read_texts(folder: Path) -> dict[str, str]:
    """Read the source texts of a folder, by the SHA-256 of their UTF-8 bytes.

    Parameters
    ----------
    folder
        A folder with one ``.txt`` file a source, under any name.

    Raises
    ------
    TablesError
        If the folder has none, or one is not UTF-8.
    """
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TablesError(f"{path}: cannot be read as UTF-8 text ({error})") from error
        texts[text_sha256(text)] = text
    if not texts:
        raise TablesError(
            f"{folder}: holds no .txt file; AGLETTERS_SOURCES must name the folder with the "
            "texts of the sources"
        )
    return texts


def check(folder: Path, sources: Path | None = None) -> list[Defect]:
    """Check the tables of a folder and report every defect at once.

    Parameters
    ----------
    folder
        The folder of tables.
    sources
        A folder with the texts of the quoted sources; without it quotations
        are held against one another but not against their sources.

    Returns
    -------
    list of Defect
        In the order of file, row and column; empty if all is well.

    Raises
    ------
    TablesError
        If the schema or the source texts cannot be read.

    Examples
    --------
    >>> from agletters.tables import find_data
    >>> check(find_data())
    []
    """
    schema = read_schema(folder)
    read, whole, defects = read_tables(folder, schema)
    frames = {
        # plain Python text: rules go through it cell by cell, which arrow makes slow
        name: pd.DataFrame(rows.rows, columns=list(rows.header), dtype=object)
        for name, rows in read.items()
        if name in whole
    }
    for rule, needed in RULES:
        if all(
            table in frames and set(columns.split()) <= set(frames[table].columns)
            for table, columns in needed.items()
        ):
            defects.extend(rule(frames, schema))
    if sources is not None and "spans" in frames:
        defects.extend(source_text_defects(frames, read_texts(sources)))
    return sorted(set(defects))
