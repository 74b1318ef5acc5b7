"""Find your state: one entry an office, each with a link of its own, open or closed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.campaign_tables import STATUS_WORDS
from agletters.coalitions import STATUSES
from agletters.html_tables import MARKER_TYPE, check_slug, foot, source_links
from agletters.markup import cell_text, link, template
from agletters.office_records import ELECTION_DAY, OfficeRecords
from agletters.prose import listing
from agletters.rosters import NOT_KNOWN
from agletters.statement_list import date_words

# The id stands inside the folded part: a browser opens what folds away the target of a link.
_LIST = template(
    """\
<section class="offices" id="list-{{ slug }}" aria-label="{{ caption }}">
<ul class="office-index">
{% for office in offices %}
<li><a href="#{{ office.place }}">{{ office.usps }} <span>{{ office.name }}</span></a>
{% endfor %}
</ul>
<ul class="office-key">
{% for mark, meaning in key %}
<li class="{{ mark }}">{{ meaning }}</li>
{% endfor %}
</ul>
{% for office in offices %}
<details class="office"><summary><h4>{{ office.name }}</h4>
{%- for mark, words in office.first %} <span class="{{ mark }}">{{ words }}</span>{% endfor -%}
</summary>
<dl id="{{ office.place }}">
{% for holder in office.holders %}
<dt>{{ holder.days }}
<dd><strong>{{ holder.name }}</strong>, {{ holder.more }}
{% endfor %}
<dt>Office
<dd>{{ office.how }} {{ office.sources }}
{% for group in office.groups %}
<dt class="{{ group.mark }}">{{ group.words }}
{% if group.unsourced %}
<dd>{{ group.unsourced }}
{% endif %}
{% for letter in group.sourced %}
<dd>{{ letter.words }} {{ letter.sources }}
{%- if letter.note %} <span>{{ letter.note }}</span>{% endif +%}
{% endfor %}
{% endfor %}
{% for voice in office.voices %}
<dt>{{ voice.speaker }} said
{% for said in voice.statements %}
<dd>“{{ said.text }}” <span>{{ said.how }}</span> {{ said.link }}, {{ said.sources }}
{% endfor %}
{% endfor %}
</dl></details>
{% endfor %}
<details class="office-letters"><summary>The letters and their lists of signers</summary>
<ul>
{% for letter in letters %}
<li id="{{ letter.place }}">{{ letter.words }} {{ letter.sources }}</li>
{% endfor %}
</ul></details>
{{ foot }}
</section>"""
)
_KEY = {
    "signed": "signed",
    "joined_later": "joined later",
    "not_signed": "did not sign: not on a complete list, or a source says so",
    "not_known": "not known: the list is held in part, and a missing row is not a no",
}
_LISTS = {"complete": "The list is complete.", "partial": "The list is held in part."}
_CHOSEN = {
    "elected": "Elected",
    "appointed by governor": "Appointed by the governor",
    "appointed by mayor": "Appointed by the mayor",
    "legislature": "Chosen by the legislature",
    "supreme court": "Chosen by the supreme court",
}
_SAME = {
    "": "",
    "yes": "The same person as before.",
    "no": "A new officeholder.",
    "unknown": "Whether the person is the same as before is not known.",
}
_USPS = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, eq=False)
class OfficeList:
    """All offices as a notebook and the page show them."""

    slug: str
    caption: str
    records: OfficeRecords

    def to_html(self) -> Markup:
        """Write the list; every value passes the escape gate."""
        letters = [
            _letter(row, self._shared(row["letter_id"]))
            for row in self.records.letters.to_dict("records")
        ]
        links = [
            *((f"Every {kind}", source_links(ids, "#source-")) for kind, ids in self._every()),
            ("Link", link(f"#list-{self.slug}", "to this list")),
        ]
        return Markup(  # noqa: S704 - through the template's gate
            _LIST.render(
                slug=self.slug,
                caption=self.caption,
                offices=self._entries(),
                key=[(_mark(status), meaning) for status, meaning in _KEY.items()],
                letters=letters,
                foot=foot(note=None, links=links),
            )
        )

    def _shared(self, letter_id: str) -> tuple[str, ...]:
        """List the sources on which every signature of a letter rests, if there are several."""
        rows = self.records.statuses[self.records.statuses["letter_id"] == letter_id]
        found = _common(rows.loc[rows["status"].isin(["signed", "joined_later"]), "source_ids"])
        return found if len(found) > 1 else ()

    def _every(self) -> list[tuple[str, tuple[str, ...]]]:
        """List the sources that all offices of a kind have, for each kind with several."""
        kinds = self.records.offices.groupby("kind")["source_ids"]
        return [(str(kind), _common(rows)) for kind, rows in kinds if len(rows) > 1]

    def _entries(self) -> list[dict[str, object]]:
        records = self.records
        letters = records.letters[["letter_id", "date", "month", "year", "addressee"]].copy()
        letters["shared"] = letters["letter_id"].map(self._shared)
        statuses = records.statuses.merge(letters, on="letter_id")
        every = dict(self._every())
        parts = (records.holders, records.candidacies, statuses, records.statements)
        by_office = [_by_office(frame) for frame in parts]
        return [
            _entry(
                {**row, "source_ids": _without(row["source_ids"], every.get(row["kind"], ()))},
                *(rows.get(row["usps"], []) for rows in by_office),
            )
            for row in records.offices.to_dict("records")
        ]

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        lines = [
            f"{entry['name']}: {', '.join(words for _, words in entry['first'])}"  # type: ignore[attr-defined]
            for entry in self._entries()
        ]
        return {
            "text/html": str(self.to_html()),
            "text/plain": "\n".join([self.caption, *lines]),
            MARKER_TYPE: {"slug": self.slug},
        }


Row = Mapping[Any, Any]


def _by_office(frame: pd.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in frame.dropna(subset="usps").to_dict("records"):
        found.setdefault(row["usps"], []).append(row)
    return found


def _common(lists: pd.Series) -> tuple[str, ...]:
    """List what stands in every one of some lists, in the order of the first."""
    first, *others = lists if len(lists) else [()]
    return tuple(item for item in first if all(item in other for other in others))


def _without(items: Sequence[str], others: Collection[str]) -> list[str]:
    return [item for item in items if item not in others]


def _mark(status: str) -> str:
    """Give the class that draws the mark of a status."""
    return status.replace("_", "-")


def _entry(
    office: Row,
    holders: Sequence[Row],
    candidacies: Sequence[Row],
    statuses: Sequence[Row],
    statements: Sequence[Row],
) -> dict[str, object]:
    """Prepare one office for the template."""
    days = {row["as_of"] for row in holders}
    names = {name for row in holders for name in (row["name"], *row["also_printed_as"])}
    selection = cell_text(office["selection"])
    up = "up" if office["on_ballot"] == "yes" else "not up"
    chosen = _CHOSEN.get(selection, selection)
    return {
        "usps": office["usps"],
        "name": office["jurisdiction"],
        "place": f"office-{office['usps']}",
        "first": [
            (_mark(row["status"]), f"{row['year']} {row['words'].partition(',')[0]}")
            for row in statuses
            if row["date"] in days
        ],
        "holders": _holders(holders, candidacies),
        "how": f"{chosen}; {up} for election in {date_words(ELECTION_DAY[:7])}.",
        "sources": _sources([*holders, *candidacies, office]),
        "groups": [
            _group(status, [row for row in statuses if row["status"] == status], names)
            for status in STATUSES
            if any(row["status"] == status for row in statuses)
        ],
        "voices": [
            _voice(speaker, [row for row in statements if row["speaker"] == speaker])
            for speaker in dict.fromkeys(row["speaker"] for row in statements)
        ],
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _holders(holders: Sequence[Row], candidacies: Sequence[Row]) -> list[dict[str, object]]:
    """Prepare the holders: one passage for days on which nothing differs."""
    passages: list[list[Row]] = []
    for row in holders:
        before = passages[-1][-1] if passages else None
        if before is not None and _unchanged(before, row):
            passages[-1].append(row)
        else:
            passages.append([row])
    return [_holder(rows, candidacies if place == 0 else []) for place, rows in enumerate(passages)]


def _unchanged(before: Row, after: Row) -> bool:
    cells = ("name", "party")
    return after["same_person"] == "yes" and all(
        cell_text(before[cell]) == cell_text(after[cell]) for cell in cells
    )


def _holder(rows: Sequence[Row], candidacies: Sequence[Row]) -> dict[str, object]:
    """Prepare what is said of one person, with the candidacy if it is that person's."""
    first = rows[0]
    left = cell_text(first["left"])
    unverified = dict.fromkeys(cell_text(row["unverified"]) for row in rows)
    sentences = [
        f"{cell_text(first['party']) or f'party {NOT_KNOWN}'}.",
        _SAME[cell_text(first["same_person"])],
        f"{_capital(cell_text(first['entry']))}; took office {cell_text(first['took'])}"
        f"{f', left {left}' if left else ''}.",
        *(row["words"] for row in candidacies),
        *(f"Not confirmed: {words}." for words in unverified if words),
    ]
    return {
        "days": listing(date_words(row["as_of"]) for row in rows),
        "name": cell_text(first["name"]) or f"Officeholder {NOT_KNOWN}",
        "more": " ".join(sentence for sentence in sentences if sentence),
    }


def _sources(rows: Sequence[Row]) -> Markup:
    """Link the sources of facts, each once."""
    found = itertools.chain.from_iterable(row["source_ids"] for row in rows)
    return source_links(list(dict.fromkeys(found)), "#source-")


def _group(status: str, rows: Sequence[Row], names: Collection[str]) -> dict[str, object]:
    """Prepare the letters under which an office has one status."""
    word = STATUS_WORDS[status]
    letters = [
        {
            "words": f"{row['month']} {row['year']} to {row['addressee']}"
            f"{row['words'].removeprefix(word)}{_signer(row, names)}",
            "sources": _of_letter(row),
            "note": cell_text(row["note"]),
        }
        for row in rows
    ]
    return {
        "mark": _mark(status),
        "words": _capital(word),
        "sourced": [letter for letter in letters if letter["sources"]],
        "unsourced": "; ".join(str(x["words"]) for x in letters if not x["sources"]),
    }


def _of_letter(row: Row) -> Markup:
    """Link the sources of a status; those of every signature stand with the letter's list."""
    own = _without(row["source_ids"], row["shared"])
    links = [source_links(own, "#source-")] if own else []
    if len(own) < len(row["source_ids"]):
        links.insert(0, link(f"#{_letter_place(row)}", "list"))
    return Markup(", ").join(links)


def _letter_place(row: Row) -> str:
    return f"letter-{row['date'][:7]}"


def _signer(row: Row, names: Collection[str]) -> str:
    """Name a signer who is none of the holders that the entry names."""
    signer = cell_text(row["signer_name"])
    return f", signed by {signer}" if signer and signer not in names else ""


def _voice(speaker: str, rows: Sequence[Row]) -> dict[str, object]:
    """Prepare the statements of one speaker."""
    statements = [
        {
            "text": cell_text(row["text"]).strip(),
            "how": row["how"],
            "link": link(f"#statement-{row['statement_id']}", row["statement_id"]),
            "sources": source_links(row["source_ids"], "#source-"),
        }
        for row in rows
    ]
    return {"speaker": speaker, "statements": statements}


def _letter(row: Row, shared: Sequence[str]) -> dict[str, object]:
    """Prepare one letter, with the sources on which every signature rests."""
    kind = _capital(cell_text(row["doc_type"]))
    day = date_words(cell_text(row["date"]))
    every = f" Every signature rests on {listing(shared)}." if shared else ""
    return {
        "place": _letter_place(row),
        "words": f"{kind} of {day} to {row['addressee']}. {_LISTS[row['list_status']]}{every}",
        "sources": source_links(row["source_ids"], "#source-"),
    }


def show_offices(records: OfficeRecords, *, slug: str, caption: str) -> OfficeList:
    """Show what each office did, in a notebook and on the page.

    Parameters
    ----------
    records
        From `agletters.office_records.office_records`.
    slug
        A name, unique in the report.
    caption
        What the list is, for those who hear it.

    Returns
    -------
    OfficeList
        The last value of a notebook cell. An entry's place is ``#office-USPS``; a link to it
        opens the entry without a script, too. Statements are linked as ``#statement-ID``,
        sources as ``#source-ID``.

    Raises
    ------
    ValueError
        If the slug is malformed, or a USPS code is, or is given twice.

    References
    ----------
    WHATWG, "HTML Living Standard", ancestor details revealing algorithm: following a link to a
    place inside a closed ``details`` element opens it.

    Examples
    --------
    >>> from agletters.office_records import office_records
    >>> from agletters.tables import load
    >>> records = office_records(load(), {"": "its addressee"})
    >>> shown = show_offices(records, slug="offices", caption="All offices")
    >>> '<a href="#office-WA">WA <span>Washington</span></a>' in shown.to_html()
    True
    """
    check_slug(slug)
    codes = records.offices["usps"]
    malformed = [code for code in codes if not _USPS.fullmatch(code)]
    if malformed:
        raise ValueError(f"offices {slug!r}: {malformed[0]!r} is not a USPS code such as 'WA'")
    twice = codes[codes.duplicated()]
    if len(twice):
        raise ValueError(f"offices {slug!r} have {twice.iloc[0]} twice; keep one row")
    return OfficeList(slug, caption, records)
