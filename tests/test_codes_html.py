import pandas as pd
import pytest

from agletters import frames
from agletters.codes_html import counts_by_agreement, show_codes
from agletters.html_tables import MARKER_TYPE
from agletters.quote_tables import coded_texts
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS, Reader, assert_inert

COUNTS = pd.DataFrame(
    [
        ("HARM", "Harm", "AG", 2, 1, ("u1", "u2"), ("u3",)),
        ("HARM", "Harm", "company", 0, 0, (), ()),
    ],
    columns=["code", "name", "side", "all", "some", "all_units", "some_units"],
)


def reader_of(counts: pd.DataFrame = COUNTS, **options: object) -> Reader:
    named = {"slug": "frames", "caption": "Frames by side", "dimension": "frame", **options}
    return assert_inert(str(show_codes(counts, **named).to_html()))


def test_each_count_opens_the_units_behind_it() -> None:
    reader = reader_of()
    assert [tag for tag, _ in reader.elements].count("details") == 2
    links = [attributes["href"] for tag, attributes in reader.elements if tag == "a"]
    assert links[:3] == ["#statement-u1", "#statement-u2", "#statement-u3"]
    assert "Attorneys general" in reader.text
    assert "2\n Harm, Attorneys general, all coders" in reader.text


def test_a_count_of_none_opens_nothing() -> None:
    reader = reader_of(COUNTS[COUNTS["side"] == "company"])
    assert [tag for tag, _ in reader.elements].count("details") == 0


def test_every_unit_is_counted_once_for_stance(tables: Tables) -> None:
    coded = frames.long(tables.codings, tables.codebook)
    units = coded_texts(tables.coded_units, tables.statements, tables.spans)
    counts = counts_by_agreement(coded, units, tables.codebook, "stance", "strategy")
    stance = counts[counts["name"].str.startswith("Stance: ")]
    agreed = frames.agreement(coded).set_index("code").loc["stance"]
    assert stance["all"].sum() == agreed["n_units"] - agreed["n_disagreements"]
    assert stance["some"].sum() == 2 * agreed["n_disagreements"]
    assert (counts["all"] == counts["all_units"].map(len)).all()


def test_a_frame_that_one_coder_gave_is_not_counted_with_those_of_all(tables: Tables) -> None:
    coded = frames.long(tables.codings, tables.codebook)
    units = coded_texts(tables.coded_units, tables.statements, tables.spans)
    counts = counts_by_agreement(coded, units, tables.codebook, "frame")
    harm = counts.set_index(["code", "side"]).loc[("HARM", "AG")]
    assert harm["some_units"] == ("Q-A08",)
    assert "Q-A08" not in harm["all_units"]


@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_cells_stay_text(text: str) -> None:
    counts = COUNTS.assign(name=text, side=text, all_units=[(text,)] * 2)
    reader_of(counts.drop_duplicates("code"), caption=text, note=text)


def test_a_code_without_a_row_for_a_side_is_named() -> None:
    with pytest.raises(ValueError, match="LEGAL has no row for every side"):
        show_codes(
            pd.concat([COUNTS, COUNTS.head(1).assign(code="LEGAL")]),
            slug="frames",
            caption="Frames",
            dimension="frame",
        )


def test_a_notebook_gets_html_text_and_the_mark_of_the_report() -> None:
    shown = show_codes(COUNTS, slug="frames", caption="Frames", dimension="frame")
    bundle = shown._repr_mimebundle_()
    assert bundle[MARKER_TYPE] == {"slug": "frames"}
    assert bundle["text/plain"].startswith("Frames\n")
