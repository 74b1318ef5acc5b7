"""Compare two printings of a quotation, and find the words that texts share.

Notes
-----
Words are aligned with :class:`difflib.SequenceMatcher`, which joins the longest runs first. To
compare two printings, every character that is neither letter, digit nor space is a token of its
own, so that a changed mark is not a changed word; to find shared runs, *we'll* is one word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, groupby
from operator import itemgetter
from typing import Literal

import numpy as np
import pandas as pd

from agletters.quotations.anchors import fold

_Piece = tuple[bool, str, str]

Operation = Literal["same", "deleted", "inserted", "replaced"]
Difference = Literal[
    "identical",
    "punctuation",
    "capitalisation",
    "truncation",
    "word_dropped",
    "word_added",
    "modal_changed",
    "reworded",
]

RUN_COLUMNS = ["words", "a_start", "a_end", "a_text", "b_start", "b_end", "b_text"]
_RUN_TYPES = {column: "string" if column.endswith("text") else "int64" for column in RUN_COLUMNS}

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+(?:'\w+)*")
# Unlike _WORD this parts a possessive from its noun, since a name lost from a text may leave its
# "'s" behind, but keeps a negated modal whole.
_FORM = re.compile(r"\w+n't\b|\w+", re.IGNORECASE)
_MODALS = re.compile(
    r"(can|could|may|might|must|need|ought|shall|should|will|would)(n't)?|cannot|can't|won't|shan't"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of two printings that is the same in both, or differs.

    Parameters
    ----------
    operation : str
        ``same``, ``deleted`` (only in the base), ``inserted`` (only in the printed text) or
        ``replaced``.
    base, printed : str
        The stretch in each, with its spaces; empty where there is none.
    base_start, base_end, printed_start, printed_end : int
        Its offsets in each, in code points; ends are exclusive.
    """

    operation: Operation
    base: str
    printed: str
    base_start: int
    base_end: int
    printed_start: int
    printed_end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two printings of one quotation, cut where they differ.

    Parameters
    ----------
    base, printed : str
        The text compared against, and the text as another source prints it.
    segments : tuple of Segment
        In order; the ``base`` of all segments, joined, is ``base``, and likewise ``printed``.
        No two neighbours have both the operation ``same``, or both another.
    """

    base: str
    printed: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Worded:
    text: str
    spans: list[tuple[int, int]]
    keys: list[str]

    def passage(self, first: int, stop: int) -> tuple[int, int, str]:
        start, end = self.spans[first][0], self.spans[stop - 1][1]
        return start, end, self.text[start:end]


def compare(base: str, printed: str) -> Comparison:
    """Align two printings of a quotation word by word.

    Parameters
    ----------
    base : str
        The text to compare against.
    printed : str
        The same words as another source prints them.

    Returns
    -------
    Comparison
        The segments from which both texts can be rebuilt, character by character.

    Examples
    --------
    >>> found = compare("a moral—if not legal—obligation", "a moral and legal obligation")
    >>> for segment in found.segments:
    ...     print(f"{segment.operation:8} {segment.base!r} {segment.printed!r}")
    same     'a moral' 'a moral'
    replaced '—if not' ' and'
    same     ' legal' ' legal'
    replaced '—' ' '
    same     'obligation' 'obligation'
    """
    segments: list[Segment] = []
    at_base = at_printed = 0
    for same, old, new in _merged(_absorbed(list(_merged(_pieces(base, printed))))):
        segments.append(
            Segment(
                _operation(same, old, new),
                old,
                new,
                at_base,
                at_base := at_base + len(old),
                at_printed,
                at_printed := at_printed + len(new),
            )
        )
    return Comparison(base, printed, tuple(segments))


def classify(comparison: Comparison) -> Difference:
    """Name the kind of difference between two printings, from their words alone.

    Parameters
    ----------
    comparison : Comparison
        What :func:`compare` returns.

    Returns
    -------
    str
        The first that holds of:

        ``identical``
            No character differs.
        ``punctuation``
            The words are the same and in the same case; marks, dashes, quotation marks or spaces
            differ.
        ``capitalisation``
            The words are the same, their case is not.
        ``truncation``
            The printed words are a run of the base's words, cut at its beginning or end.
        ``word_dropped``
            The printed words are the base's, with words missing inside.
        ``word_added``
            The base's words are the printed ones, with words missing.
        ``modal_changed``
            The words are the same but for modal verbs: *should* to *must*.
        ``reworded``
            Anything else.

    Notes
    -----
    From the third kind on, case and marks are ignored. Whether direct speech became indirect, and
    whether words were given to another speaker, cannot be read from the two texts.

    Examples
    --------
    >>> classify(compare("It should stop accepting ads.", "it must stop accepting ads,"))
    'modal_changed'
    >>> classify(compare("It should stop accepting ads.", "should stop"))
    'truncation'
    """
    if comparison.base == comparison.printed:
        return "identical"
    base, printed = _words(comparison.base), _words(comparison.printed)
    if base == printed:
        return "punctuation"
    base, printed = [word.casefold() for word in base], [word.casefold() for word in printed]
    if base == printed:
        return "capitalisation"
    if _is_run(printed, base):
        return "truncation"
    if _is_subsequence(printed, base):
        return "word_dropped"
    if _is_subsequence(base, printed):
        return "word_added"
    if _without_modals(base) == _without_modals(printed):
        return "modal_changed"
    return "reworded"


def count_words(text: str) -> int:
    """Count the words of a text as :func:`shared_runs` counts them.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    int
        The number of its words; *we'll* is one.

    Examples
    --------
    >>> count_words("“We’ll stop it” -- at once.")
    5
    """
    return len(_spans(_WORD, fold(text)))


def shared_runs(a: str, b: str, min_words: int = 5) -> pd.DataFrame:
    """Find the longest runs of words that two texts have in common.

    Parameters
    ----------
    a, b : str
        The texts.
    min_words : int, default 5
        Length of the shortest run to report, in words.

    Returns
    -------
    pandas.DataFrame
        One row per run, longest first, then as in ``a``: ``words`` (its length), ``a_start`` and
        ``a_end`` (code points; the end is exclusive), ``a_text`` as printed in ``a``, and the
        same for ``b``. No two runs overlap in either text, and no run can be lengthened.

    Raises
    ------
    ValueError
        If ``min_words`` is less than 1.

    Notes
    -----
    Greedy string tiling: the longest common run is taken, its words are set aside in both texts,
    and so on until none is left. Runs may come in another order in ``b``. Case, punctuation and
    the kind of apostrophe are ignored. M. J. Wise, *String similarity via greedy string tiling
    and running Karp-Rabin matching*, University of Sydney, 1993.

    Examples
    --------
    >>> runs = shared_runs("It should stop -- at once.", "Stop at once, it should!", min_words=2)
    >>> runs[["words", "a_start", "a_text", "b_start", "b_text"]]
       words  a_start           a_text  b_start        b_text
    0      3       10  stop -- at once        0  Stop at once
    1      2        0        It should       14     it should
    """
    rows = _runs(_worded(a), _worded(b), min_words)
    return pd.DataFrame(rows, columns=RUN_COLUMNS).astype(_RUN_TYPES)


def shared_runs_table(texts: pd.Series, min_words: int = 5) -> pd.DataFrame:
    """Find the longest common runs of words of every two texts of a table.

    Parameters
    ----------
    texts : pandas.Series of str
        The texts by their ids, such as
        ``statements.set_index("statement_id")["quotation"]``.
    min_words : int, default 5
        Length of the shortest run to report, in words.

    Returns
    -------
    pandas.DataFrame
        One row per run and pair: ``a_id`` and ``b_id`` (``a`` is the earlier in ``texts``), then
        the columns of :func:`shared_runs`. Longest first, then in the order of ``texts``.

    Raises
    ------
    ValueError
        If an id occurs twice, or a text is missing.

    Examples
    --------
    >>> texts = pd.Series({"s1": "We ask you to stop.", "s2": "No.", "s3": "They ask you to go."})
    >>> shared_runs_table(texts, min_words=3)[["a_id", "b_id", "words", "a_text"]]
      a_id b_id  words      a_text
    0   s1   s3      3  ask you to
    """
    _require_texts(texts)
    worded = [(text_id, _worded(text)) for text_id, text in texts.items()]
    rows = [
        (a_id, b_id, *run)
        for (a_id, a), (b_id, b) in combinations(worded, 2)
        for run in _runs(a, b, min_words)
    ]
    runs = pd.DataFrame(rows, columns=["a_id", "b_id", *RUN_COLUMNS]).astype(_RUN_TYPES)
    return runs.sort_values("words", ascending=False, kind="stable", ignore_index=True)


def shared_runs_matrix(texts: pd.Series, min_words: int = 5) -> pd.DataFrame:
    """Count the words that every two texts of a table share in long runs.

    Parameters
    ----------
    texts : pandas.Series of str
        The texts by their ids.
    min_words : int, default 5
        Length of the shortest run to count, in words.

    Returns
    -------
    pandas.DataFrame
        Square and symmetric, with the ids of ``texts`` on both axes: the sum of ``words`` over
        the runs of :func:`shared_runs_table`; missing on the diagonal.

    Raises
    ------
    ValueError
        If an id occurs twice, or a text is missing.

    Examples
    --------
    >>> texts = pd.Series({"s1": "We ask you to stop.", "s2": "No.", "s3": "They ask you to go."})
    >>> shared_runs_matrix(texts, min_words=3)
          s1    s2    s3
    s1  <NA>     0     3
    s2     0  <NA>     0
    s3     3     0  <NA>
    """
    runs = shared_runs_table(texts, min_words)
    one_way = runs.pivot_table(index="a_id", columns="b_id", values="words", aggfunc="sum")
    upper = one_way.reindex(index=texts.index, columns=texts.index).fillna(0)
    return (upper + upper.T).astype("Int64").mask(np.eye(len(texts), dtype=bool))


def _pieces(base: str, printed: str) -> Iterator[_Piece]:
    """Cut two texts into pairs of stretches that are equal, or not."""
    old, new = _spans(_TOKEN, base), _spans(_TOKEN, printed)
    matcher = SequenceMatcher(
        None, [base[slice(*at)] for at in old], [printed[slice(*at)] for at in new], autojunk=False
    )
    at_base = at_printed = 0
    for i, j, size in matcher.get_matching_blocks():
        for (start, end), (start_new, end_new) in zip(
            old[i : i + size], new[j : j + size], strict=True
        ):
            yield from _parted(base[at_base:start], printed[at_printed:start_new])
            yield True, base[start:end], printed[start_new:end_new]
            at_base, at_printed = end, end_new
    yield from _parted(base[at_base:], printed[at_printed:])


def _parted(old: str, new: str) -> Iterator[_Piece]:
    """Part the spaces that two stretches both begin or end with from what differs."""
    start = _shared_space(old, new)
    end = _shared_space(old[start:][::-1], new[start:][::-1])
    stop, stop_new = len(old) - end, len(new) - end
    pieces = [
        (True, old[:start], new[:start]),
        (False, old[start:stop], new[start:stop_new]),
        (True, old[stop:], new[stop_new:]),
    ]
    yield from (piece for piece in pieces if any(piece[1:]))


def _merged(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Join neighbours that are both equal, or both not."""
    for same, run in groupby(pieces, key=itemgetter(0)):
        _, old, new = zip(*run, strict=True)
        yield same, "".join(old), "".join(new)


def _absorbed(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Count a mark that stands alone between two changes as part of the change."""
    for index, (same, old, new) in enumerate(pieces):
        alone = 0 < index < len(pieces) - 1 and not _WORD.search(old)
        yield same and not alone, old, new


def _shared_space(old: str, new: str) -> int:
    size = 0
    for one, other in zip(old, new, strict=False):
        if one != other or not one.isspace():
            break
        size += 1
    return size


def _operation(same: bool, old: str, new: str) -> Operation:
    if same:
        return "same"
    if old and new:
        return "replaced"
    return "deleted" if old else "inserted"


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _words(text: str) -> list[str]:
    return _FORM.findall(fold(text))


def _is_run(part: Sequence[str], whole: Sequence[str]) -> bool:
    starts = range(len(whole) - len(part) + 1)
    return any(whole[start : start + len(part)] == part for start in starts)


def _is_subsequence(part: Iterable[str], whole: Iterable[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _without_modals(words: Iterable[str]) -> list[str]:
    return ["" if _MODALS.fullmatch(word) else word for word in words]


def _worded(text: str) -> _Worded:
    plain = fold(text)
    spans = _spans(_WORD, plain)
    return _Worded(text, spans, [plain[start:end].casefold() for start, end in spans])


def _runs(a: _Worded, b: _Worded, min_words: int) -> list[tuple[int, int, int, str, int, int, str]]:
    if min_words < 1:
        raise ValueError(f"min_words is {min_words}; give at least 1")
    return [
        (size, *a.passage(i, i + size), *b.passage(j, j + size))
        for i, j, size in _tiles(a.keys, b.keys, min_words)
    ]


def _tiles(a: list[str], b: list[str], min_words: int) -> Iterator[tuple[int, int, int]]:
    left, right = list(a), list(b)
    while True:
        match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        if match.size < min_words:
            return
        yield match.a, match.b, match.size
        # No word holds a space, so words set aside match nothing, and not one another.
        left[match.a : match.a + match.size] = [" a"] * match.size
        right[match.b : match.b + match.size] = [" b"] * match.size


def _require_texts(texts: pd.Series) -> None:
    twice = texts.index[texts.index.duplicated()]
    if len(twice):
        raise ValueError(f"the id {twice[0]!r} occurs more than once; give every text its own")
    missing = texts.index[texts.isna()]
    if len(missing):
        raise ValueError(f"the text of {missing[0]!r} is missing; drop the row or fill it")
