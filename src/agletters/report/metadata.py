"""What the page says of itself: its edition, and its description for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from agletters.tables import TablesError


@dataclass(frozen=True)
class Edition:
    """What the page says of the data that it shows.

    Attributes
    ----------
    date
        Day of the data, as in ``2026-11-22``.
    version
        Version of the data.
    licence
        Title of the licence of the data.
    licence_url
        Its address, empty if not given.
    title
        Title of the data.
    description
        What the data are.
    author
        Who made them.
    keywords
        Words to find them by.
    url
        The address at which the page is published, empty if not given.
    """

    date: str
    version: str
    licence: str
    licence_url: str = ""
    title: str = ""
    description: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    url: str = ""

    @classmethod
    def of(cls, schema: Mapping[str, Any], url: str = "") -> Edition:
        """Read the edition from the descriptor of the tables.

        Parameters
        ----------
        schema
            The descriptor, a Data Package.
        url
            The address at which the page is published; by default the descriptor's
            ``homepage``.

        Raises
        ------
        TablesError
            If the descriptor has no date, version or licence.
        """
        try:
            licence = schema["licenses"][0]
            return cls(
                date=schema["created"][:10],
                version=schema["version"],
                licence=licence["title"],
                licence_url=licence.get("path", ""),
                title=schema.get("title", ""),
                description=schema.get("description", ""),
                author=next((who["title"] for who in schema.get("contributors", [])), ""),
                keywords=tuple(schema.get("keywords", [])),
                url=url or schema.get("homepage", ""),
            )
        except (KeyError, IndexError) as error:
            raise TablesError(
                f"datapackage.json: lacks {error}; it needs created, version and licenses"
            ) from error

    def address_of(self, name: str) -> str:
        """Give the public address of a file beside the page.

        Examples
        --------
        >>> Edition("2026-11-22", "1", "CC", url="https://example.org/r/").address_of("card.png")
        'https://example.org/r/card.png'
        """
        return urljoin(self.url.rstrip("/") + "/", name)


def json_ld(edition: Edition, title: str, description: str) -> Markup:
    """Describe the page and its data for search engines and catalogues.

    Parameters
    ----------
    edition
        What the page shows.
    title, description
        Of the page.

    Returns
    -------
    markupsafe.Markup
        JSON-LD with a Report that is based on a Dataset; ``<``, ``>`` and ``&`` are
        written as escapes, so that it can stand in a ``script`` element.

    References
    ----------
    Schema.org, types Report and Dataset; W3C, "JSON-LD 1.1", section 7.

    Examples
    --------
    >>> "<" in json_ld(Edition("2026-11-22", "1", "CC"), "</script>", "")
    False
    """
    shared = {
        "creator": {"@type": "Organization", "name": edition.author},
        "datePublished": edition.date,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": edition.licence_url,
        "version": edition.version,
    }
    dataset = {
        "@type": "Dataset",
        "name": edition.title,
        "description": edition.description,
        "keywords": list(edition.keywords),
        **shared,
    }
    report = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": title,
        "headline": title,
        "description": description,
        **shared,
        "url": edition.url,
        "isBasedOn": dataset,
    }
    text = json.dumps(_without_empty(report), ensure_ascii=False, separators=(",", ":"))
    escapes = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
    return Markup(text.translate(escapes))  # noqa: S704 - the three signs are escaped


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: part for key, part in value.items() if part not in ("", [], {})}
        return {key: _without_empty(part) for key, part in kept.items()}
    return value
