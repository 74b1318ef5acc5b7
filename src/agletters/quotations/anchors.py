"""Anchor a quotation in its source text, and verify that it still stands there.

An anchor names a passage by its exact words, the text just before and after it, its offsets and
the SHA-256 of the whole text: the ``TextQuoteSelector``, ``TextPositionSelector`` and state of the
W3C Web Annotation Data Model. Offsets count Unicode code points, as Python strings do.

Notes
-----
W3C, *Web Annotation Data Model*, 2017, sections 4.2.4 and 4.2.5,
https://www.w3.org/TR/annotation-model/. WICG, *URL Fragment Text Directives*,
https://wicg.github.io/scroll-to-text-fragment/.
"""

import hashlib
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlsplit

import pandas as pd

ProblemKind = Literal[
    "text differs", "not found", "context differs", "not unique", "offsets disagree", "incomplete"
]

SPAN_COLUMNS = ["span_id", "start", "end", "text", "prefix", "suffix", "text_sha256"]
PROBLEM_COLUMNS = ["span_id", "kind", "message"]

_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\r\n", " "),
    }
)
_LONG_QUOTATION = 100
_END_WORDS = 5
_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of a text, named so that it can be found again.

    Parameters
    ----------
    exact : str
        The words of the passage, character by character.
    prefix, suffix : str
        The text just before and just after the passage; empty at the edge of the text.
    start, end : int
        Offsets of the passage, in code points; ``end`` is exclusive.
    text_sha256 : str
        SHA-256 of the whole text, as :func:`text_sha256` gives it.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why an anchor does not hold.

    Parameters
    ----------
    kind : str
        ``text differs`` (the text's hash is another), ``not found`` (the words are not in the
        text), ``context differs`` (they are, but not between this prefix and suffix),
        ``not unique``, ``offsets disagree`` or ``incomplete`` (a cell is missing or empty).
    message : str
        What is wrong and where, for a person to read.
    """

    kind: ProblemKind
    message: str


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Sixty-four hexadecimal digits.

    Examples
    --------
    >>> text_sha256("abc")[:16]
    'ba7816bf8f01cfea'
    """
    # A lone surrogate has no UTF-8 form; it must give a hash of its own, not an exception.
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def fold(text: str) -> str:
    """Replace look-alike characters by their plain twin, keeping the length.

    Curly quotation marks become straight, every dash a hyphen, every space, tab and line break a
    plain space, so that offsets in the result are offsets in the text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        A text of the same length.

    Examples
    --------
    >>> fold("“moral—if not legal—obligation”")
    '"moral-if not legal-obligation"'
    """
    return text.translate(_LOOKALIKES)


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[int, ...]:
    """Find every place where a quotation stands between its prefix and its suffix.

    Parameters
    ----------
    text : str
        The text to search.
    exact : str
        The quotation. An empty one is found nowhere.
    prefix, suffix : str, optional
        Text that must stand just before and just after it.

    Returns
    -------
    tuple of int
        Start offsets of ``exact``, ascending; overlapping places included.

    Examples
    --------
    >>> find("shut down, or be shut down", "shut down")
    (0, 17)
    >>> find("shut down, or be shut down", "shut down", prefix="be ")
    (17,)
    """
    if not exact:
        return ()
    passage = prefix + exact + suffix
    starts = []
    at = text.find(passage)
    while at >= 0:
        starts.append(at + len(prefix))
        at = text.find(passage, at + 1)
    return tuple(starts)


def anchor(text: str, start: int, end: int, context: int = 24) -> Anchor:
    """Make the anchor of a passage.

    Prefix and suffix have ``context`` characters each (fewer at the edge of the text). Where the
    passage and its context occur more than once, the length is doubled until they do not.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Offsets of the passage; ``end`` is exclusive.
    context : int, default 24
        Length of prefix and suffix, in code points, at least 1.

    Returns
    -------
    Anchor
        An anchor that :func:`verify` finds without fault in ``text``.

    Raises
    ------
    ValueError
        If the offsets do not name a passage of the text, or ``context`` is less than 1.

    Examples
    --------
    >>> made = anchor("It declined. It said why.", 13, 15, context=4)
    >>> made.prefix, made.exact, made.suffix
    ('ed. ', 'It', ' sai')
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"offsets {start} to {end} name no passage of a text of {len(text)} characters; "
            "give 0 <= start < end <= length"
        )
    if context < 1:
        raise ValueError(f"context is {context}; give at least 1 character")
    exact = text[start:end]
    while True:
        prefix, suffix = text[max(0, start - context) : start], text[end : end + context]
        # Once the context reaches both edges the passage is the whole text, and so unique.
        if _once(text, prefix + exact + suffix):
            return Anchor(exact, prefix, suffix, start, end, text_sha256(text))
        context *= 2


def verify(text: str, anchor: Anchor) -> list[Problem]:
    """Check that an anchor holds in a text.

    Parameters
    ----------
    text : str
        The text in which the quotation should stand.
    anchor : Anchor
        The anchor to check.

    Returns
    -------
    list of Problem
        Empty when the quotation stands exactly once, between its prefix and suffix, at its
        offsets, in a text with its hash. Otherwise one problem per fault; where words differ the
        message names the first character that does, by code point, and shows the closest text.

    Examples
    --------
    >>> text = "It would provide a sage and legal environment."
    >>> made = anchor(text, 17, 23)
    >>> verify(text, made)
    []
    >>> from dataclasses import replace
    >>> [problem] = verify(text, replace(made, exact="a safe"))
    >>> print(problem.message)  # doctest: +NORMALIZE_WHITESPACE
    the quotation is not in the text: its character 5 is 'f' (U+0066 LATIN SMALL LETTER F) where
    the closest text has 'g' (U+0067 LATIN SMALL LETTER G) at offset 21;
    closest text: 'a sage'
    """
    problems = []
    found_hash = text_sha256(text)
    if found_hash != anchor.text_sha256:
        problems.append(
            Problem(
                "text differs",
                f"the text has SHA-256 '{found_hash}', the anchor was made in "
                f"{_visible(anchor.text_sha256)}",
            )
        )
    if not anchor.exact:
        return [*problems, Problem("incomplete", "the quotation is empty")]
    if anchor.exact not in text:
        return [*problems, Problem("not found", _missing(text, anchor))]
    places = find(text, anchor.exact, anchor.prefix, anchor.suffix)
    if not places:
        return [*problems, Problem("context differs", _context_message(text, anchor))]
    if len(places) > 1:
        problems.append(
            Problem(
                "not unique",
                f"the quotation with its prefix and suffix is in the text {len(places)} times, "
                f"at offsets {_listed(places)}; lengthen the prefix or the suffix",
            )
        )
    if anchor.start not in places or anchor.end != anchor.start + len(anchor.exact):
        problems.append(
            Problem(
                "offsets disagree",
                f"the anchor says {anchor.start} to {anchor.end}, the quotation stands at "
                f"{_listed(places)} and has {len(anchor.exact)} characters",
            )
        )
    return problems


def verify_frame(spans: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Verify every span of a table in its source text.

    Parameters
    ----------
    spans : pandas.DataFrame
        One row per span, with columns ``span_id``, ``start`` and ``end`` (code points), ``text``
        (the exact words), ``prefix``, ``suffix`` (missing at the edge of a text) and
        ``text_sha256``.
    texts : Mapping[str, str]
        The source texts by their SHA-256.

    Returns
    -------
    pandas.DataFrame
        One row per problem, in the order of ``spans``: ``span_id``, ``kind``, ``message``. Empty
        when all is well. A span whose text is not among ``texts`` is a problem of kind
        ``text differs``.

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> text = "He said so. She said so."
    >>> rows = [anchor(text, 3, 7), anchor(text, 16, 20)]
    >>> spans = pd.DataFrame(rows).rename(columns={"exact": "text"}).assign(span_id=["a", "b"])
    >>> verify_frame(spans, {text_sha256(text): text}).empty
    True
    >>> spans.loc[1, "start"] = 15
    >>> verify_frame(spans, {text_sha256(text): text})[["span_id", "kind"]]
      span_id              kind
    0       b  offsets disagree
    """
    missing = [column for column in SPAN_COLUMNS if column not in spans.columns]
    if missing:
        raise ValueError(f"the table of spans has no column {', '.join(missing)}")
    rows = [
        (span["span_id"], problem.kind, problem.message)
        for span in spans[SPAN_COLUMNS].to_dict("records")
        for problem in _verify_row(span, texts)
    ]
    return pd.DataFrame(rows, columns=PROBLEM_COLUMNS, dtype="string")


def excerpt(quotation: str, words: str) -> str:
    """Take some words out of a quotation, and be sure that they are in it.

    Parameters
    ----------
    quotation : str
        The exact words of a statement.
    words : str
        A passage of it, to the letter.

    Returns
    -------
    str
        The passage.

    Raises
    ------
    ValueError
        If the quotation does not contain the passage.

    Examples
    --------
    >>> excerpt("It respectfully declines the request.", "respectfully declines")
    'respectfully declines'
    """
    if not words or words not in quotation:
        raise ValueError(f"{words!r} does not stand in the quotation {quotation!r}")
    return words


def text_fragment_url(url: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """Make a link that scrolls to a quotation on its page.

    Parameters
    ----------
    url : str
        Address of the page, ``http`` or ``https``; its own fragment is kept.
    exact : str
        The quotation. One of more than 100 characters is named by its first and last five words.
    prefix, suffix : str, optional
        Text around it. Words that may be cut, and other paragraphs, are left out, since browsers
        match whole words within one block.

    Returns
    -------
    str
        The address with a text directive, ``#:~:text=prefix-,start,end,-suffix``.

    Raises
    ------
    ValueError
        If the address is not an ``http`` or ``https`` address, or the quotation is empty.

    Examples
    --------
    >>> text_fragment_url("https://example.org/a", "good-faith cooperation, they say")
    'https://example.org/a#:~:text=good%2Dfaith%20cooperation%2C%20they%20say'
    >>> text_fragment_url("https://example.org/a#top", "ads", prefix="ful prostitution ")
    'https://example.org/a#top:~:text=prostitution-,ads'
    """
    _require_web_address(url)
    words = exact.split()
    if not words:
        raise ValueError("the quotation is empty; a text fragment needs words")
    if len(exact) > _LONG_QUOTATION and len(words) >= 2 * _END_WORDS:
        parts = [" ".join(words[:_END_WORDS]), " ".join(words[-_END_WORDS:])]
    else:
        parts = [" ".join(words)]
    before = _whole_words(prefix[::-1])[::-1]
    after = _whole_words(suffix)
    directive = ",".join(
        [
            *([_percent(before) + "-"] if before else []),
            *map(_percent, parts),
            *(["-" + _percent(after)] if after else []),
        ]
    )
    page, _, fragment = url.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={directive}"


def _verify_row(span: Mapping[Hashable, Any], texts: Mapping[str, str]) -> list[Problem]:
    needed = ["start", "end", "text", "text_sha256"]
    absent = [column for column in needed if pd.isna(span[column])]
    if absent:
        return [Problem("incomplete", f"no value in column {', '.join(absent)}")]
    text = texts.get(span["text_sha256"])
    if text is None:
        return [Problem("text differs", f"no text at hand has SHA-256 {span['text_sha256']}")]
    made = Anchor(
        exact=span["text"],
        prefix="" if pd.isna(span["prefix"]) else span["prefix"],
        suffix="" if pd.isna(span["suffix"]) else span["suffix"],
        start=int(span["start"]),
        end=int(span["end"]),
        text_sha256=span["text_sha256"],
    )
    return verify(text, made)


def _once(text: str, passage: str) -> bool:
    return text.find(passage, text.find(passage) + 1) < 0


def _missing(text: str, anchor: Anchor) -> str:
    start, end = _closest(text, anchor)
    agree = _shared_start(anchor.exact, text[start:])
    at = start + agree
    return (
        f"the quotation is not in the text: its character {agree + 1} is "
        f"{_character(anchor.exact, agree)} where the closest text has {_character(text, at)} "
        f"at offset {at}; closest text: {_excerpt(text[start:end], agree)}"
    )


def _closest(text: str, anchor: Anchor) -> tuple[int, int]:
    """Return the offsets of the passage that shares most with both ends of the quotation."""
    plain, exact = fold(text), fold(anchor.exact)
    size = len(exact)
    head = _longest(size, lambda k: exact[:k] in plain)
    tail = _longest(size, lambda k: exact[size - k :] in plain)
    head_start, tail_start = plain.find(exact[:head]), plain.find(exact[size - tail :])
    before = plain[:tail_start]
    head_before = _longest(size - tail, lambda k: exact[:k] in before)
    candidates = [
        (anchor.start, anchor.start + size),
        (head_start, head_start + size),
        (tail_start + tail - size, tail_start + tail),
        (before.rfind(exact[:head_before]), tail_start + tail),
    ]
    clipped = [
        (min(max(0, start), len(text)), min(max(0, end), len(text)))
        for start, end in candidates
        if end - start <= 2 * size
    ]
    return max(clipped, key=lambda span: _shared_ends(plain[slice(*span)], exact))


def _longest(size: int, holds: Callable[[int], bool]) -> int:
    """Return the largest length up to ``size`` that holds, given that all shorter ones do."""
    return bisect_left(range(1, size + 1), True, key=lambda length: not holds(length))


def _shared_start(first: str, second: str) -> int:
    return _longest(min(len(first), len(second)), lambda k: first[:k] == second[:k])


def _shared_ends(passage: str, exact: str) -> int:
    return _shared_start(passage, exact) + _shared_start(passage[::-1], exact[::-1])


def _context_message(text: str, anchor: Anchor) -> str:
    place = min(find(text, anchor.exact), key=lambda start: abs(start - anchor.start))
    end = place + len(anchor.exact)
    if text[:place].endswith(anchor.prefix):
        side, expected, there = "suffix", anchor.suffix, text[end:]
    else:
        side, expected, there = "prefix", anchor.prefix[::-1], text[:place][::-1]
    agree = _shared_start(expected, there)
    return (
        f"the quotation stands at offset {place}, but not with this {side}: counted from the "
        f"quotation, character {agree + 1} of the {side} is {_character(expected, agree)} where "
        f"the text has {_character(there, agree)}"
    )


def _character(text: str, index: int) -> str:
    if index >= len(text):
        return "nothing"
    character = text[index]
    name = unicodedata.name(character, "unnamed")
    return f"{_visible(character)} (U+{ord(character):04X} {name})"


def _excerpt(text: str, around: int) -> str:
    start, end = max(0, around - _EXCERPT), around + _EXCERPT
    left, right = "…" if start else "", "…" if end < len(text) else ""
    return left + _visible(text[start:end]) + right


def _visible(text: str) -> str:
    # repr escapes what a terminal would act on or hide: controls, and marks that turn the
    # direction of writing.
    return repr(text)


def _listed(places: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, places[:5]))
    return shown + (f" and {len(places) - 5} more" if len(places) > 5 else "")


def _require_web_address(url: str) -> None:
    if any(character.isspace() or not character.isprintable() for character in url):
        raise ValueError(f"the address {url!r} has a space or a control character; encode it")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(f"{url!r} is not an http or https address; no text link can be made")


def _whole_words(context: str) -> str:
    """Return the part of a context, read away from the quotation, that a browser can match."""
    paragraph = context.splitlines()[0] if context else ""
    if paragraph == context:
        # Its outer end may be cut inside a word.
        paragraph = paragraph.rpartition(" ")[0]
    return " ".join(paragraph.split())


def _percent(words: str) -> str:
    # quote() leaves the hyphen alone, which here would separate parts of the directive.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
