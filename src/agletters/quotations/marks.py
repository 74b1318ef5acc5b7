"""Find the spans of a text that stand in quotation marks.

A mark is read by its shape and by what stands beside it. Straight marks, curly marks (also turned
the wrong way), doubled apostrophes, doubled backquotes and guillemets are read alike, so that a
text gives the same spans however its marks were typed. A span never crosses a paragraph: news
prose opens each paragraph of a long quotation anew and closes only the last.

Where a mark is lost, :mod:`agletters.quotations.closing` and
:mod:`agletters.quotations.opening` find the end or the beginning that the sentences suggest.

Notes
-----
*The Chicago Manual of Style* (17th ed., 13.30 and 13.32) gives the convention of quotations that
run over paragraphs, and that of single marks within double ones. Time grows linearly with the
length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from agletters.quotations.closing import lost_end
from agletters.quotations.cues import ELISIONS
from agletters.quotations.opening import lost_start

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PRINTED: Final = re.compile(r"\S")
#: A row of four and more of the same mark is a rule or debris, and quotes nothing.
_MARK: Final = re.compile(r"([\"“”„‟«»＂'`‘’´])\1{3,}|[\"“”„‟«»＂]|``|''|‘‘|’’|´´")
_SINGLE_OPEN: Final = re.compile(r"(?<![\w\u0300-\u036f'’‘.,!?])['‘](?=[^\s'’‘\"“”])")
_SINGLE_CLOSE: Final = re.compile(r"(?<=[^\s'’‘])['’](?!\w)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OPENING: Final = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSING: Final = frozenset("”»") | {"’’", "´´"}
_BEFORE_OPENING: Final = frozenset("([{—–-/:;‘'“\"…")
_LONGEST_SINGLE: Final = 1500
_LONGEST_WORDS: Final = 400
_FINAL: Final = frozenset(",.?!…")
_SHORTEST_WRAPPED_LINE: Final = 50
_LONGEST_WRAPPED_LINE: Final = 110
_SENTENCE_END: Final = frozenset(".!?:\"”'’)]…")


class QuotedSpan(NamedTuple):
    """Words in quotation marks.

    Parameters
    ----------
    start, end : int
        Offsets of the words, without the marks; ``end`` is exclusive.
    outer_start, outer_end : int
        Offsets with the marks. A missing mark adds nothing.
    closed : bool
        Whether a closing mark was printed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the offsets of the paragraphs of a text.

    Every line is a paragraph, unless the text is wrapped: a line that goes on in lower case, or
    one of wrapped length that ends in the middle of a sentence, is joined to the next.

    Parameters
    ----------
    text : str
        Any text, with any line endings.

    Yields
    ------
    tuple of int
        Start and end of each paragraph that is not blank, in order.

    Examples
    --------
    >>> list(paragraphs("One.\r\n\r\nTwo goes\non here."))
    [(0, 4), (8, 25)]
    """
    paragraph: tuple[int, int] | None = None
    last_line = (0, 0)
    for match in _LINE.finditer(text):
        start, end = match.span()
        if not _PRINTED.search(text, start, end):
            last_line = (end, end)
            continue
        if paragraph is not None and _continues(text, last_line, (start, end)):
            paragraph = (paragraph[0], end)
        else:
            if paragraph is not None:
                yield paragraph
            paragraph = (start, end)
        last_line = (start, end)
    if paragraph is not None:
        yield paragraph


def _continues(text: str, above: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the sentence of the line above it."""
    gap = text[above[1] : line[0]]
    if above[0] == above[1] or len(gap) > len("\r\n") or gap in {"\n\n", "\r\r"}:
        return False
    if text[above[1] - 1] in _SENTENCE_END:
        return _wrapped(above) and text[line[0]].islower()
    return text[line[0]].islower() or (
        _wrapped(above) and line[1] - line[0] <= _LONGEST_WRAPPED_LINE
    )


def _wrapped(line: tuple[int, int]) -> bool:
    return _SHORTEST_WRAPPED_LINE <= line[1] - line[0] <= _LONGEST_WRAPPED_LINE


def find(text: str) -> list[QuotedSpan]:
    """Find every span in quotation marks.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of QuotedSpan
        In order, without overlap; a quotation within a quotation is part of the outer one.

    Examples
    --------
    >>> text = 'The mayor\u2019s aide said, "We don\u2019t read \u2018memos\u2019 here."'
    >>> [text[span.start:span.end] for span in find(text)]
    ['We don\u2019t read \u2018memos\u2019 here.']
    """
    return [span for start, end in paragraphs(text) for span in find_in(text, start, end)]


def find_in(text: str, start: int, end: int) -> list[QuotedSpan]:
    """Find the quoted spans of one paragraph.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Offsets of the paragraph, as :func:`paragraphs` gives them.

    Returns
    -------
    list of QuotedSpan
        In order, without overlap, with offsets in the whole text.

    Examples
    --------
    >>> find_in('He said "no".', 0, 13)
    [QuotedSpan(start=9, end=11, outer_start=8, outer_end=12, closed=True)]
    """
    marks = [
        _read(text, match, start, end)
        for match in _MARK.finditer(text, start, end)
        if match.group(1) is None
    ]
    spans = _pair(text, marks, start, end) if marks else []
    spans = [span for span in spans if _has_word(text, span)]
    return _with_single(text, start, end, spans)


def _has_word(text: str, span: QuotedSpan) -> bool:
    return any(character.isalnum() for character in text[span.start : span.end])


def _read(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """Read whether a mark can open or close, from its neighbours and its shape."""
    glyph = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or not after.isalnum())
    if opens == closes:
        if glyph in _OPENING:
            opens, closes = True, False
        elif glyph in _CLOSING:
            opens, closes = False, True
        elif opens:
            opens, closes = _between_punctuation(before)
    return _Mark(match.start(), match.end(), opens, closes)


def _between_punctuation(before: str) -> tuple[bool, bool]:
    """Read a straight mark that has punctuation on both sides."""
    return (True, False) if before.isspace() or before in "([{:" else (True, True)


def _pair(text: str, marks: list[_Mark], start: int, end: int) -> list[QuotedSpan]:
    """Pair the marks of a paragraph, and mend where one is lost."""
    spans: list[QuotedSpan] = []
    opening: _Mark | None = None
    depth = 0
    floor = start
    for position, mark in enumerate(marks):
        if opening is None:
            if _may_open(text, mark):
                opening, depth = mark, 0
            elif _lost_its_opening(text, mark):
                limit = _next_opening(marks, position, end)
                spans += _opened(text, floor, mark, limit, headed=bool(spans))
                floor = mark.end
        elif mark.closes or not mark.opens:
            if depth:
                depth -= 1
                continue
            spans.append(QuotedSpan(opening.end, mark.start, opening.start, mark.end, True))
            opening, floor = None, mark.end
        elif _nested(marks, position):
            depth += 1
        else:
            spans.append(_ended(text, floor, opening, mark.start, followed=True))
            opening, depth, floor = mark, 0, spans[-1].outer_end
    if opening is not None:
        spans.append(_ended(text, floor, opening, end, followed=False))
    return spans


def _lost_its_opening(text: str, mark: _Mark) -> bool:
    """Whether a mark outside any quotation closes one; an inch sign does not."""
    return mark.closes and not text[mark.start - 1 : mark.start].isdigit()


def _next_opening(marks: list[_Mark], position: int, end: int) -> int:
    following = marks[position + 1 : position + 2]
    return following[0].start if following else end


def _opened(text: str, floor: int, mark: _Mark, limit: int, *, headed: bool) -> list[QuotedSpan]:
    """Begin a quotation that has no opening mark."""
    start = lost_start(text, floor, mark.start, mark.end, limit, headed=headed)
    return [] if start is None else [QuotedSpan(start, mark.start, start, mark.end, True)]


def _ended(text: str, floor: int, opening: _Mark, limit: int, *, followed: bool) -> QuotedSpan:
    """End a quotation that has no closing mark."""
    end = lost_end(text, floor, opening.end, limit, followed=followed)
    return QuotedSpan(opening.end, end, opening.start, end, False)


def _may_open(text: str, mark: _Mark) -> bool:
    """Whether a mark outside any quotation opens one; a closing mark or an inch sign does not."""
    if mark.opens or mark.closes:
        return mark.opens
    return not text[mark.start - 1 : mark.start].isdigit()


def _nested(marks: list[_Mark], position: int) -> bool:
    """Whether an opening mark within a quotation is closed before that quotation is."""
    following = marks[position + 1 : position + 3]
    return len(following) == 2 and all(mark.closes and not mark.opens for mark in following)


def _with_single(text: str, start: int, end: int, doubles: list[QuotedSpan]) -> list[QuotedSpan]:
    """Add the spans in single marks that stand outside all double ones or around some."""
    closers = _single_closers(text, start, end, doubles)
    found: list[QuotedSpan] = []
    cursor = start
    for span in [*doubles, None]:
        for single in _singles(text, cursor, span.outer_start if span else end, closers):
            found.append(single)
            cursor = single.outer_end
        if span is not None and span.outer_start >= cursor:
            found.append(span)
            cursor = span.outer_end
    return found or _unclosed_single(text, start, end)


def _single_closers(text: str, start: int, end: int, doubles: list[QuotedSpan]) -> list[int]:
    """Find the single marks that may close, outside all double ones."""
    closers: list[int] = []
    for span in [*doubles, None]:
        stop = span.outer_start if span else end
        closers += [match.start() for match in _SINGLE_CLOSE.finditer(text, start, stop)]
        start = span.outer_end if span else end
    return closers


def _singles(text: str, start: int, end: int, closers: list[int]) -> Iterator[QuotedSpan]:
    """Find spans in single marks that open in a stretch, passing over apostrophes."""
    cursor = start
    while closers and (opening := _SINGLE_OPEN.search(text, cursor, end)) is not None:
        cursor = opening.end()
        closing = None if _elided(text, cursor) else _closing_single(text, cursor, end, closers)
        if closing is not None:
            yield QuotedSpan(cursor, closing, opening.start(), closing + 1, True)
            cursor = closing + 1


def _unclosed_single(text: str, start: int, end: int) -> list[QuotedSpan]:
    """Read a paragraph that opens with a single mark and never closes it, as speech goes on."""
    opening = _SINGLE_OPEN.search(text, start, end)
    if opening is None or text[start : opening.start()].strip() or _elided(text, opening.end()):
        return []
    last = text[opening.end() : end].rstrip()[-1:]
    mark = _Mark(opening.start(), opening.end(), opens=True, closes=False)
    return (
        [_ended(text, start, mark, end, followed=False)] if last in _SENTENCE_END and last else []
    )


def _elided(text: str, position: int) -> bool:
    """Whether an apostrophe stands for missing letters or digits: '08, 'em."""
    word = _WORD.match(text, position)
    return word is None or word.group()[0].isdigit() or word.group().lower() in ELISIONS


def _closing_single(text: str, start: int, end: int, closers: list[int]) -> int | None:
    """Find the mark that closes a span in single marks; a plural possessive closes none."""
    weak: int | None = None
    for position in range(bisect_left(closers, start), len(closers)):
        closer = closers[position]
        before = text[closer - 1]
        if closer - start > (_LONGEST_SINGLE if before in _FINAL else _LONGEST_WORDS):
            break
        if before in _FINAL or (closer < end and before not in "sS"):
            return closer
        weak = closer if closer < end else weak
    return weak
