"""Computed sentences: the author's Markdown around values that stay text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from numbers import Integral
from string import Formatter
from typing import Any

import mistune
import pandas as pd
from pandas.api.types import is_list_like

from agletters.markup import escape

#: The values of a sentence, for a table of the claims that a report makes.
CLAIMS_TYPE = "application/vnd.agletters.claims+json"

_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000([0-9]+)\ue001")
_TAG = re.compile(r"(<[^>]*>)")
_NUMBER = re.compile(r"[-+−]?[\d.,]+%?")


class _Renderer(mistune.HTMLRenderer):
    """Render headings one level lower, with ids that a chapter makes unique."""

    def __init__(self, chapter: str, lower: int) -> None:
        super().__init__(escape=True)
        self._chapter = chapter
        self._lower = lower

    def heading(self, text: str, level: int, **_: Any) -> str:
        """Render a heading with an id made of the chapter and its words."""
        tag = f"h{level + self._lower}"
        place = anchor(self._chapter, text, level)
        link = f'<a class="self" href="#{place}" aria-label="Link to this section">#</a>'
        return f'<{tag} id="{place}">{text} {link}</{tag}>\n'

    def def_list_head(self, text: str) -> str:
        """Render a term that is defined with an id made of its words."""
        return f'<dt id="{term_anchor(text)}">{text}</dt>\n'


def anchor(chapter: str, heading: str, level: int) -> str:
    """Give the id of a heading: that of the chapter, or that and the heading's words.

    Examples
    --------
    >>> anchor("who-signed", "Who reports which count?", 2)
    'who-signed-who-reports-which-count'
    """
    return chapter if level == 1 else f"{chapter}-{_slug(heading)}"


def term_anchor(term: str) -> str:
    """Give the id of a term in a list of definitions.

    Examples
    --------
    >>> term_anchor("<strong>Fisher's exact test</strong>")
    'term-fisher-s-exact-test'
    """
    return f"term-{_slug(term)}"


def _slug(html: str) -> str:
    words = re.sub(r"<[^>]*>|&[a-z]+;", "", html).lower()
    return "-".join(re.findall(r"[a-z0-9]+", words))


def markdown_html(source: str, *, chapter: str = "", lower: int = 0) -> str:
    r"""Render the author's Markdown; markup inside it is shown, not obeyed.

    Parameters
    ----------
    source
        Markdown with tables and lists of definitions, no raw HTML.
    chapter
        Prefix of the headings' ids.
    lower
        By how many levels headings are lowered.

    Examples
    --------
    >>> markdown_html("*Not* <b>known</b>")
    '<p><em>Not</em> &lt;b&gt;known&lt;/b&gt;</p>\n'
    """
    render = mistune.create_markdown(
        renderer=_Renderer(chapter, lower), plugins=["table", "def_list"]
    )
    return str(render(source))


def listing(values: Iterable[object], last: str = "and") -> str:
    """Join values as a sentence does, with a word before the last of them.

    Examples
    --------
    >>> listing(["Delaware", "Maine", "Nevada"])
    'Delaware, Maine and Nevada'
    >>> listing(["Maine", "Nevada"], last="or")
    'Maine or Nevada'
    >>> listing([])
    'none'
    """
    words = [str(value) for value in values]
    if not words:
        return "none"
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def as_text(value: object) -> str:
    """Give a value as a sentence shows it: thousands grouped, lists joined.

    Parameters
    ----------
    value
        Text, a number, or a list, tuple, Series or iterator of them.

    Raises
    ------
    ValueError
        If the value is missing, or one in a list is: a sentence says in words
        what is not known. If it is a set, which has no order.

    Examples
    --------
    >>> as_text(1234), as_text(["NY", "NJ"])
    ('1,234', 'NY and NJ')
    """
    if isinstance(value, set | frozenset):
        raise ValueError("a set has no order; give the sentence a sorted list")
    if is_list_like(value):
        return listing(as_text(member) for member in value)  # type: ignore[attr-defined]
    if bool(pd.isna(value)):  # type: ignore[call-overload]
        raise ValueError("a missing value in a sentence; say in words that it is not known")
    if not isinstance(value, bool) and isinstance(value, Integral):
        return f"{int(value):,}"
    return str(value)


@dataclass(frozen=True)
class Sentence:
    """A computed passage, shown as HTML in a notebook and on the page."""

    html: str
    text: str
    values: dict[str, str]

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": self.html, "text/plain": self.text, CLAIMS_TYPE: self.values}


def say(template: str, /, **values: object) -> Sentence:
    """Put computed values into a passage of Markdown.

    The template is the author's and may use Markdown; the values are data and
    never do: they are put in after rendering, escaped.

    Parameters
    ----------
    template
        Markdown with ``{name}`` and, for numbers, ``{name:.0%}`` and the like.
    **values
        What the names stand for: text, numbers, or lists of them.

    Raises
    ------
    ValueError
        If a value is missing, a name is not given, a value is not used, or a
        name stands where the Markdown takes no value, such as in an address.

    Notes
    -----
    A number is shown in a ``data`` element with its name as value, so that a page
    can lead from it to where it comes from.

    Examples
    --------
    >>> print(say("{n} offices signed: {who}.", n=2, who=["<b>Maine", "Iowa"]).html)
    <p><data value="n">2</data> offices signed: &lt;b&gt;Maine and Iowa.</p>
    >>> say("{n} offices", n=21).text
    '21 offices'
    """
    # an iterator would be empty where its name stands for the second time
    values = {k: list(v) if isinstance(v, Iterator) else v for k, v in values.items()}
    used: dict[str, str] = {}
    shown: list[tuple[str, str]] = []
    marked = ""
    for literal, name, form, _ in Formatter().parse(template):
        marked += literal
        if name is None:
            continue
        if name not in values:
            raise ValueError(f"the passage names {{{name}}}, which is not given: {template!r}")
        plain = as_text(values[name])
        value = format(values[name], form) if form else plain
        used[name] = value
        marked += _MARK.format(len(shown))
        shown.append((name, value))
    unused = sorted(values.keys() - used.keys())
    if unused:
        raise ValueError(f"the passage does not use {listing(unused)}: {template!r}")
    fill = _MARKED.sub
    rendered = markdown_html(marked).strip()
    if len(_MARKED.findall(rendered)) != len(shown):
        raise ValueError(f"the passage names a value where none can stand: {template!r}")
    html = _filled(rendered, shown)
    return Sentence(html, fill(lambda match: shown[int(match[1])][1], marked), used)


def _filled(rendered: str, shown: Sequence[tuple[str, str]]) -> str:
    """Put the values into rendered Markdown; numbers carry their names, by which to trace them."""
    links = 0
    parts = []
    for part in _TAG.split(rendered):
        links += part.startswith("<a ") - (part == "</a>")
        inside = bool(links) or part.startswith("<")
        parts.append(_MARKED.sub(partial(_shown, shown, traceable=not inside), part))
    return "".join(parts)


def _shown(shown: Sequence[tuple[str, str]], mark: re.Match[str], *, traceable: bool) -> str:
    name, value = shown[int(mark[1])]
    if traceable and _NUMBER.fullmatch(value):
        return f'<data value="{escape(name)}">{escape(value)}</data>'
    return str(escape(value))
