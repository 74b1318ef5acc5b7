"""Text that tries to become markup, and a reader of HTML that tells whether it did."""

from html.parser import HTMLParser

TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea></table></li></details><iframe src='https://example.org'>",
    "<!-- &lt;b&gt; &amp; ]]> {{ 7 * 7 }} {% raw %}",
    "**bold** [link](javascript:alert(1)) `code` # heading | cell",
    "=HYPERLINK(1)",
    "שלום \u202eevil\u202c مرحبا",
    "a\x00b\x1b[31m\ud800",
    "\ue0000\ue001",
    "x" * 10_000,
)
# A table is UTF-8, which has no lone surrogates.
CELL_TEXTS = tuple(text for text in TEXTS if "\ud800" not in text)

ALLOWED_TAGS = {
    *("a", "b", "blockquote", "caption", "code", "data", "dd", "details", "div", "dl", "dt", "em"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section", "span", "strong"),
    *("summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}


class Reader(HTMLParser):
    """Collect the elements, their attributes and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(str(html))  # Markup would escape what is added to it
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_inert(html: str) -> Reader:
    """Assert that HTML has only elements and addresses that do nothing, and give its reader."""
    reader = Reader(html)
    for tag, attributes in reader.elements:
        assert tag in ALLOWED_TAGS, tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        address = attributes.get("href", "#")
        assert address.startswith(("#", "https://", "http://", "data:text/csv;")), address
    return reader
