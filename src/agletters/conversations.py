"""Statements that answer one another, as a figure that is read like a conversation."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from agletters.figure_parts import INNER_WIDTH, Heading, hover_points, pixel_figure
from agletters.markup import plotly_text
from agletters.palette import INK, LINE, MUTED, PAPER, SIDES
from agletters.quotations.anchors import excerpt
from agletters.statement_list import date_words

TURN_COLUMNS = [
    *("turn", "id", "side", "speaker", "date", "direct", "words", "full"),
    *("relation", "answers", "topic"),
]
COLUMNS = ("AG", "company")
COLUMN_TITLES = {"AG": "Attorneys general", "company": "Companies"}

#: Text is as large as a phone needs it, since a conversation is narrow on every screen.
TEXT, LINE_HEIGHT = 24, 31
CHARACTERS = 27
HEAD_CHARACTERS = 24
LONGEST = 110
GUTTER = 76
COLUMN = (INNER_WIDTH - GUTTER) / 2
INSET, PADDING, GAP = 18, 8, 14
BAND = 62
ARROW = 9
MARGIN = 14
LEAVES, STAGGER = 12, 6


def turns(
    replies: pd.DataFrame,
    statements: pd.DataFrame,
    spans: pd.DataFrame,
    sources: pd.DataFrame,
    words: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Give numbers to the statements that claim or answer, in order of date.

    Parameters
    ----------
    replies : pandas.DataFrame
        Columns ``claim_id``, ``answer_id`` or ``answer_span_id``, ``relation`` and ``topic``. A
        statement may be answered many times, and answer one.
    statements : pandas.DataFrame
        Columns ``statement_id``, ``side``, ``speaker``, ``date`` and ``quotation``.
    spans : pandas.DataFrame
        Columns ``span_id``, ``side``, ``speaker``, ``text`` and ``source_id``: indirect speech,
        which has the date of the article.
    sources : pandas.DataFrame
        Columns ``source_id`` and ``published``.
    words : mapping of str to str, optional
        For the id of a statement or span, the passage of it to show; without one its beginning
        is shown.

    Returns
    -------
    pandas.DataFrame
        One row per statement: ``turn`` (counted from 1), ``id``, ``side``, ``speaker`` (without
        what stands in brackets after the name), ``date``, ``direct`` (boolean), ``words`` (what
        to show), ``full``, ``relation``, ``answers`` (a turn) and ``topic``; the last three are
        missing for a statement that answers nothing here.

    Raises
    ------
    ValueError
        If an id has no row, a statement answers two others, or the words to show do not stand in
        the statement.

    Examples
    --------
    >>> replies = pd.DataFrame([("Q1", "Q2", None, "refuses", "demand")],
    ...     columns=["claim_id", "answer_id", "answer_span_id", "relation", "topic"])
    >>> statements = pd.DataFrame({"statement_id": ["Q1", "Q2"], "side": ["AG", "company"],
    ...     "speaker": ["A. Ames", "Firm (unsigned)"], "date": ["2010-09-21"] * 2,
    ...     "quotation": ["Close it.", "It declines."]})
    >>> spans = pd.DataFrame(columns=["span_id", "side", "speaker", "text", "source_id"])
    >>> sources = pd.DataFrame(columns=["source_id", "published"])
    >>> turns(replies, statements, spans, sources)[["turn", "speaker", "relation", "answers"]]
       turn  speaker relation  answers
    0     1  A. Ames     <NA>     <NA>
    1     2     Firm  refuses        1
    """
    said = _said(statements, spans, sources)
    answers = replies["answer_id"].fillna(replies["answer_span_id"])
    twice = answers[answers.duplicated()]
    if len(twice):
        raise ValueError(f"{twice.iloc[0]} answers more than one statement; one is shown")
    pairs = list(zip(replies["claim_id"], answers, strict=True))
    ids = list(dict.fromkeys(one for pair in pairs for one in pair))
    for one in ids:
        if one not in said:
            raise ValueError(f"replies name {one!r}, which is neither a statement nor a span")
    # Sorting is stable, so that within a day the order is that of the replies; a month of which
    # no day is known comes after its days.
    ids.sort(key=lambda one: f"{said[one]['date']}-99")
    number = {one: place for place, one in enumerate(ids, start=1)}
    reply_of = {
        answer: (relation, number[claim], topic)
        for (claim, answer), relation, topic in zip(
            pairs, replies["relation"], replies["topic"], strict=True
        )
    }
    rows = [
        {
            "turn": number[one],
            "id": one,
            **said[one],
            "words": _shown(said[one]["full"], (words or {}).get(one)),
            **dict(
                zip(("relation", "answers", "topic"), reply_of.get(one, [pd.NA] * 3), strict=True)
            ),
        }
        for one in ids
    ]
    found = pd.DataFrame(rows, columns=TURN_COLUMNS)
    return found.astype({"answers": "Int64", "relation": "string", "topic": "string"})


def _said(
    statements: pd.DataFrame, spans: pd.DataFrame, sources: pd.DataFrame
) -> dict[str, dict[str, Any]]:
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    direct = statements.rename(columns={"statement_id": "id", "quotation": "full"})
    indirect = spans.rename(columns={"span_id": "id", "text": "full"})
    indirect = indirect.assign(date=[published[source] for source in spans["source_id"]])
    rows = [
        *direct.assign(direct=True).to_dict("records"),
        *indirect.assign(direct=False).to_dict("records"),
    ]
    return {
        row["id"]: {
            "side": row["side"],
            "speaker": re.sub(r" \(.*\)$", "", str(row["speaker"])),
            "date": row["date"],
            "direct": row["direct"],
            "full": row["full"],
        }
        for row in rows
    }


def _shown(full: str, words: str | None) -> str:
    """Give the passage to show, with dots where something is left out."""
    full = full.strip()
    if words is None:
        words = full
        if len(full) > LONGEST:
            words = full[:LONGEST].rpartition(" ")[0] or full[:LONGEST]
    excerpt(full, words)
    return ("" if full.startswith(words) else "…") + words + ("" if full.endswith(words) else "…")


def rows_of(replies: pd.DataFrame, turns: pd.DataFrame) -> pd.DataFrame:
    """Take the replies that a selection of turns holds.

    Parameters
    ----------
    replies : pandas.DataFrame
        Columns ``answer_id`` and ``answer_span_id``.
    turns : pandas.DataFrame
        Rows of `turns`.

    Examples
    --------
    >>> replies = pd.DataFrame({"answer_id": ["Q2", None], "answer_span_id": [None, "G1"]})
    >>> rows_of(replies, pd.DataFrame({"id": ["G1"]}))["answer_span_id"].tolist()
    ['G1']
    """
    return replies[replies["answer_id"].fillna(replies["answer_span_id"]).isin(turns["id"])]


def in_words(turns: pd.DataFrame) -> str:
    """Say who answers whom, for those who do not see the figure.

    Parameters
    ----------
    turns : pandas.DataFrame
        From `turns`.

    Examples
    --------
    >>> rows = pd.DataFrame({"turn": [1, 2], "speaker": ["A. Ames", "Firm"],
    ...     "relation": [pd.NA, "refuses"], "answers": pd.array([pd.NA, 1], dtype="Int64")})
    >>> in_words(rows)
    '1 A. Ames; 2 Firm refuses 1.'
    """
    return "; ".join(_who(row) for row in turns.to_dict("records")) + "."


def _who(row: Mapping[Any, Any]) -> str:
    answer = "" if pd.isna(row["answers"]) else f" {row['relation']} {row['answers']}"
    return f"{row['turn']} {row['speaker']}{answer}"


def conversation(turns: pd.DataFrame, *, title: str, subtitle: str | None = None) -> go.Figure:
    """Draw statements down a dated axis, each side in its column, with lines to the answers.

    Parameters
    ----------
    turns : pandas.DataFrame
        From `turns`; a selection of its rows must hold every turn that its rows answer.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        A tall figure whose text is large enough for a phone at 860 pixels of width, so that a
        page can show it in a narrow column. The axis is in the order of the dates, not to
        scale: between two days the days passed are written.

    Raises
    ------
    ValueError
        If there is no turn, a side has no column, or an answered turn is not there.

    Examples
    --------
    >>> rows = pd.DataFrame({"turn": [1, 2], "id": ["Q1", "Q2"], "side": ["AG", "company"],
    ...     "speaker": ["A. Ames", "Firm"], "date": ["2010-09-21"] * 2, "direct": [True, True],
    ...     "words": ["Close it.", "It declines."], "full": ["Close it.", "It declines."],
    ...     "relation": [pd.NA, "refuses"], "answers": pd.array([pd.NA, 1], dtype="Int64"),
    ...     "topic": [pd.NA, "demand"]})
    >>> figure = conversation(rows, title="The firm refused")
    >>> [note.text.split("<br>")[0] for note in figure.layout.annotations][-2:]
    ['<b>1 A. Ames</b>', '<b>2 Firm refuses 1</b>']
    """
    rows = _checked(turns)
    boxes, bands, body = _laid_out(rows)
    heading = Heading(title, subtitle, legend=False)
    figure = pixel_figure(heading, body)
    figure.update_layout(
        shapes=[
            *_rules(bands),
            *_links(rows, boxes),
            *(shape for row in rows for shape in _frame(row["side"], boxes[row["turn"]])),
        ],
        annotations=[
            *_column_titles(),
            *_band_titles(bands),
            *(_text(_lines(row), boxes[row["turn"]]) for row in rows),
        ],
    )
    middles = [boxes[row["turn"]] for row in rows]
    figure.add_trace(
        hover_points(
            [x + COLUMN / 2 for x, _, _ in middles],
            [(top + bottom) / 2 for _, top, bottom in middles],
            ["<br>".join(map(plotly_text, textwrap.wrap(row["full"], 60))) for row in rows],
        )
    )
    return figure


def _checked(turns: pd.DataFrame) -> list[dict[Any, Any]]:
    if turns.empty:
        raise ValueError("a conversation needs a turn; there is none")
    known = set(turns["turn"])
    rows = turns.to_dict("records")
    for row in rows:
        if row["side"] not in COLUMNS:
            raise ValueError(f"turn {row['turn']}: side {row['side']!r} has no column")
        if pd.notna(row["answers"]) and row["answers"] not in known:
            raise ValueError(f"turn {row['turn']} answers {row['answers']}, which is not there")
    return rows


Box = tuple[float, float, float]
Band = tuple[float, str]


def _laid_out(rows: list[dict[Any, Any]]) -> tuple[dict[int, Box], list[Band], int]:
    """Give left, top and bottom of every turn, the bands, and the height of all."""
    boxes: dict[int, Box] = {}
    bands: list[Band] = []
    y: float = LINE_HEIGHT + GAP
    for date in dict.fromkeys(row["date"] for row in rows):
        bands.append((y, date))
        ends = dict.fromkeys(COLUMNS, y + BAND)
        for row in rows:
            if row["date"] == date:
                top = ends[row["side"]]
                bottom = top + LINE_HEIGHT * len(_lines(row)) + 2 * PADDING
                left = COLUMNS.index(row["side"]) * (COLUMN + GUTTER)
                boxes[row["turn"]] = (left, top, bottom)
                ends[row["side"]] = bottom + GAP
        y = max(ends.values()) + GAP
    return boxes, bands, round(y)


def _lines(row: Mapping[Any, Any]) -> list[str]:
    who = [f"<b>{plotly_text(line)}</b>" for line in textwrap.wrap(_who(row), HEAD_CHARACTERS)]
    words = f"“{row['words']}”" if row["direct"] else f"reported: {row['words']}"
    said = [plotly_text(line) for line in textwrap.wrap(words, CHARACTERS)]
    return who + (said if row["direct"] else [f"<i>{line}</i>" for line in said])


def _text(lines: list[str], box: Box) -> dict[str, Any]:
    left, top, _ = box
    return _note("<br>".join(lines), left + INSET, top + PADDING)


def _note(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": "x",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "borderpad": 0,
        "showarrow": False,
        "font": {"size": TEXT, "color": INK},
        **more,
    }


def _column_titles() -> list[dict[str, Any]]:
    return [
        _note(
            f"<b>{COLUMN_TITLES[side]}</b>",
            place * (COLUMN + GUTTER),
            0,
            font={"size": TEXT, "color": SIDES[side]},
        )
        for place, side in enumerate(COLUMNS)
    ]


def _band_titles(bands: list[Band]) -> list[dict[str, Any]]:
    days = [None, *(_days(one[1], other[1]) for one, other in pairwise(bands))]
    return [
        _note(
            f"<b>{date_words(date)}</b>" + (f", {passed} days later" if passed else ""),
            0,
            y + GAP,
            font={"size": TEXT, "color": MUTED},
            bgcolor=PAPER,
        )
        for (y, date), passed in zip(bands, days, strict=True)
    ]


def _days(earlier: str, later: str) -> int | None:
    if min(len(earlier), len(later)) < len("2010-09-21"):
        return None
    return (pd.Timestamp(later) - pd.Timestamp(earlier)).days


def _rules(bands: list[Band]) -> list[dict[str, Any]]:
    return [_shape(f"M0,{y:g}H{INNER_WIDTH:g}", LINE, 1) for y, _ in bands]


def _frame(side: str, box: Box) -> list[dict[str, Any]]:
    """Draw a turn's border: one thick rule for attorneys general, two thin ones for companies."""
    left, top, bottom = box
    rules = [(left, 6.0)] if side == "AG" else [(left, 2.0), (left + 5, 2.0)]
    return [
        _shape(f"M{x:g},{top:g}H{x + width:g}V{bottom:g}H{x:g}Z", SIDES[side], 0, fill=True)
        for x, width in rules
    ]


def _links(rows: list[dict[Any, Any]], boxes: Mapping[int, Box]) -> list[dict[str, Any]]:
    """Draw the lines from claims to their answers; those of one claim share a lane."""
    answers: dict[int, list[dict[Any, Any]]] = {}
    for row in rows:
        if pd.notna(row["answers"]):
            answers.setdefault(int(row["answers"]), []).append(row)
    lanes = _lanes({claim: _reach(claim, rows, boxes) for claim, rows in answers.items()})
    step = (GUTTER - 2 * MARGIN) / max([1, *lanes.values()])
    lines = []
    heads = []
    for claim, answering in answers.items():
        x = COLUMN + MARGIN + step * lanes[claim]
        start = _height(boxes[claim]) + LEAVES
        leaves = _inner(boxes[claim])
        for row in answering:
            end, tip = _height(boxes[row["turn"]]), _inner(boxes[row["turn"]])
            neck = tip + ARROW * (1 if tip < INNER_WIDTH / 2 else -1)
            path = f"M{leaves:g},{start:g}H{x:g}V{end:g}H{neck:g}"
            colour = SIDES[row["side"]]
            lines += [_shape(path, PAPER, 5), _shape(path, colour, 1.8)]
            head = f"M{tip:g},{end:g}L{neck:g},{end - 6:g}V{end + 6:g}Z"
            heads.append(_shape(head, colour, 0, fill=True))
    return lines + heads


def _reach(claim: int, rows: list[dict[Any, Any]], boxes: Mapping[int, Box]) -> tuple[float, float]:
    """Give the top and the bottom of a claim's lines."""
    heights = [_height(boxes[turn]) for turn in (claim, *(row["turn"] for row in rows))]
    return min(heights), max(heights)


def _lanes(reaches: Mapping[int, tuple[float, float]]) -> dict[int, int]:
    """Give each claim the first lane in which no line that reaches as far runs."""
    lanes: dict[int, int] = {}
    for claim, (top, bottom) in reaches.items():
        taken = {
            lanes[other]
            for other in lanes
            if reaches[other][0] <= bottom + GAP and top <= reaches[other][1] + GAP
        }
        lanes[claim] = min(set(range(len(lanes) + 1)) - taken)
    return lanes


def _height(box: Box) -> float:
    """Give the height at which a line reaches a box: about that of its first line."""
    # Boxes that face each other would else have their lines at one height.
    return box[1] + PADDING + LINE_HEIGHT / 2 + (0 if box[0] else STAGGER)


def _inner(box: Box) -> float:
    """Give the edge of a box that faces the other column."""
    left = box[0]
    return left - 4 if left else left + COLUMN


def _shape(path: str, colour: str, width: float, *, fill: bool = False) -> dict[str, Any]:
    paint = {"fillcolor": colour} if fill else {}
    return {
        "type": "path",
        "path": path,
        "layer": "below",
        "line": {"color": colour, "width": width},
        **paint,
    }
