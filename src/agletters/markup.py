"""The one gate through which text from data reaches markup.

Every string that comes out of a table, a figure or an article passes
`escape` (HTML), `plotly_text` (plotly's own small markup) or `visible_text`
(XML writers that escape by themselves) before it is shown. In the templates that
`template` makes, every value passes `escape` without being asked to.

Characters that cannot be seen but change what is read are written out as their
code point, for example ``⟨U+202E⟩``: control characters, the explicit
bidirectional embeddings, overrides and isolates, lone surrogates and
noncharacters. The letters and marks of right-to-left scripts are left alone.
"""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import cast

import jinja2
import pandas as pd
from markupsafe import Markup
from pandas.api.types import is_scalar

MISSING = "–"
"""What stands in for a missing value: an en dash."""

_NONCHARACTERS = "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    f"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
_SAFE_LINK = re.compile(r"https?://|mailto:|#|[a-z0-9-]+\.html(?:#|$)", re.IGNORECASE)


def visible_text(text: str) -> str:
    r"""Write out the characters of `text` that would act without being seen.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text, each control character (tab, line feed and carriage return
        apart), explicit bidirectional control, lone surrogate and noncharacter
        replaced by its code point between angle brackets.

    References
    ----------
    Unicode Standard Annex 9, "Unicode Bidirectional Algorithm", section 2;
    Unicode Technical Report 36, "Unicode Security Considerations", section 2.5.

    Examples
    --------
    >>> visible_text("abc\u202edef")
    'abc⟨U+202E⟩def'
    """
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def cell_text(value: object) -> str:
    """Give the plain text of one cell of a table.

    Parameters
    ----------
    value : object
        A cell: a missing value gives an empty string, a tuple, list or set its
        members joined by "; ", a date at midnight its day, anything else `str`.

    Returns
    -------
    str
        The text, not escaped.

    Examples
    --------
    >>> cell_text(("S040", "S080")), cell_text(None), cell_text(21)
    ('S040; S080', '', '21')
    """
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    if isinstance(value, list | tuple):
        return "; ".join(cell_text(item) for item in value)
    if is_scalar(value) and pd.isna(cast("str", value)):
        return ""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return str(value)


def escape(value: object, *, missing: str = MISSING) -> Markup:
    """Turn any value into HTML text that is safe in content and in attributes.

    Parameters
    ----------
    value : object
        The value; see `cell_text` for how it is written.
    missing : str, optional
        What to show for a missing value. The default is an en dash.

    Returns
    -------
    markupsafe.Markup
        The escaped text. A value that is `Markup` already is escaped again.

    Examples
    --------
    >>> escape('<b title="x">')
    Markup('&lt;b title=&#34;x&#34;&gt;')
    >>> escape(None)
    Markup('–')
    """
    text = cell_text(value)
    return Markup.escape(visible_text(text if text else missing))


def template(source: str) -> jinja2.Template:
    """Make a template in which every value passes the gate.

    Parameters
    ----------
    source : str
        Jinja source.

    Returns
    -------
    jinja2.Template
        A template that escapes every value but `markupsafe.Markup`, which only
        this package's own functions make, and that refuses unknown names.

    Examples
    --------
    >>> template("<p>{{ text }}</p>").render(text="a < b")
    '<p>a &lt; b</p>'
    """
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else escape(value),
    )
    return environment.from_string(source)


def link(href: str, text: object) -> Markup:
    """Make a link whose address and text may come from data.

    Parameters
    ----------
    href : str
        A web address (http or https), a mail address (mailto:), a place on the same
        page (#) or a page beside it (``code.html``).
    text : object
        The link's text.

    Returns
    -------
    markupsafe.Markup
        An ``a`` element.

    Raises
    ------
    ValueError
        If the address is of another kind, such as ``javascript:``.

    Examples
    --------
    >>> link("#source-S040", "S040")
    Markup('<a href="#source-S040">S040</a>')
    """
    if not _SAFE_LINK.match(href):
        message = (
            f"{href!r} is not an address that may be linked to; "
            "use one that starts with https://, http://, mailto: or #, or a page such as code.html"
        )
        raise ValueError(message)
    return Markup('<a href="{}">{}</a>').format(escape(href), escape(text))


def plotly_text(value: object, *, missing: str = MISSING) -> str:
    """Escape a value for the text fields of plotly figures.

    Titles, labels and hover texts of plotly understand a small markup (``<b>``,
    ``<a href>``, ``<br>``). Text from data goes through here first, so that it
    is drawn as it stands.

    Parameters
    ----------
    value : object
        The value; see `cell_text` for how it is written.
    missing : str, optional
        What to show for a missing value. The default is an en dash.

    Returns
    -------
    str
        The text with ``&``, ``<`` and ``>`` as entities, and with the signs by which
        plotly knows TeX (``$``) and templates (``%{``) as entities too.

    Examples
    --------
    >>> plotly_text("R&D <b>, $5 and $6")
    'R&amp;D &lt;b&gt;, &#36;5 and &#36;6'
    """
    text = cell_text(value)
    escaped = html.escape(visible_text(text if text else missing), quote=False)
    return escaped.replace("$", "&#36;").replace("%{", "&#37;{")


def plain_text(text: str) -> str:
    """Read a plotly text field back as plain text.

    Parameters
    ----------
    text : str
        A title or label of a plotly figure.

    Returns
    -------
    str
        The text with line breaks as spaces and entities as characters. Any other
        markup is kept as text.

    Examples
    --------
    >>> plain_text("Twenty-one signed;<br>R&amp;D did not")
    'Twenty-one signed; R&D did not'
    """
    return html.unescape(re.sub(r"\s*<br\s*/?>\s*", " ", text))
