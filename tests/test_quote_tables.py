import krippendorff
import pandas as pd
import pytest

from agletters import frames
from agletters.html_tables import show_table
from agletters.quote_tables import (
    agreement_table,
    codebook_table,
    coded_texts,
    cue_table,
    cue_verbs,
    disagreement_table,
    shared_attributions,
    shared_table,
    voice_table,
)
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS, assert_inert


@pytest.fixture
def coded(tables: Tables) -> pd.DataFrame:
    return frames.long(tables.codings, tables.codebook)


@pytest.fixture
def units(tables: Tables) -> pd.DataFrame:
    return coded_texts(tables.coded_units, tables.statements, tables.spans)


def test_the_alphas_printed_are_those_of_the_package(
    tables: Tables, coded: pd.DataFrame, units: pd.DataFrame
) -> None:
    fresh = units.loc[~units["codebook_example"], "unit_id"]
    table = agreement_table(
        frames.agreement(coded), frames.agreement(coded, fresh), tables.codebook
    ).set_index("What is coded")
    wide = tables.codings.pivot_table(
        index="coder", columns="unit_id", values=["HARM", "stance"], aggfunc="first"
    )
    harm = krippendorff.alpha(
        reliability_data=wide["HARM"].to_numpy(dtype=float), level_of_measurement="nominal"
    )
    stance = krippendorff.alpha(
        reliability_data=wide["stance"].to_numpy(dtype="U3"), level_of_measurement="nominal"
    )
    assert table.loc["Frame: Victim harm / child protection", "Alpha"] == f"{harm:.3f}"
    assert table.loc["Stance", "Alpha"] == f"{stance:.3f}"
    motive = table.loc["Frame: Political motive / blame-shifting"]
    assert motive["Alpha without examples"] == "undefined: no variation"


def test_every_disagreement_is_listed_with_both_codes(
    tables: Tables, coded: pd.DataFrame, units: pd.DataFrame
) -> None:
    table = disagreement_table(frames.disagreements(coded), units, tables.codebook)
    assert len(table) == frames.agreement(coded)["n_disagreements"].sum()
    assert (table["Coder A"] != table["Coder B"]).all()
    row = table[(table["Unit"] == "Q-A16") & (table["What is coded"] == "Stance")].iloc[0]
    assert row["Coder A"] == "None recoverable"
    assert row["Words"] == "We'd rather that Backpage do the right thing."


def test_a_coded_unit_that_is_nowhere_is_named(tables: Tables) -> None:
    units = pd.DataFrame({"unit_id": ["Q-X"], "statement_id": ["Q-X"], "span_id": [None]})
    with pytest.raises(ValueError, match="coded unit Q-X is neither a statement nor a span"):
        coded_texts(units, tables.statements, tables.spans)


def test_the_codebook_is_given_in_full(tables: Tables) -> None:
    table = codebook_table(tables.codebook, "frame", "stance", "strategy")
    assert list(table["Code"]) == list(tables.codebook["code"])
    assert "Dimension" not in codebook_table(tables.codebook, "frame")


def test_each_way_of_introducing_words_is_listed_in_the_order_of_the_articles(
    tables: Tables,
) -> None:
    table = cue_table(tables.spans, tables.sources)
    kinds = tables.spans["kind"].value_counts()
    assert len(table) == kinds["direct"] + kinds["indirect"]
    second = tables.spans[tables.spans["source_id"] == "S080"]
    verbs = cue_verbs(second, "company")
    assert verbs[:2] == ["“says”", "“claim”"]
    assert "“trots out”" in verbs
    assert "“trots out”" not in cue_verbs(second, "AG")


def test_a_sentence_given_to_two_speakers_is_one_voice(tables: Tables) -> None:
    given = shared_attributions(tables.appearances, tables.statements, tables.officeholders)
    voices = frames.voices(tables.statements, given)
    shared = voice_table(voices)[voices["shared"]]
    assert set(shared["Voice"]) == {
        "21 attorneys general / Chris Koster (one sentence, given to each)",
        "Douglas F. Gansler / Luther Strange (one sentence, given to each)",
    }
    assert voices["statements"].sum() == len(tables.statements)


@pytest.mark.parametrize("office", ["ZZ", pd.NA])
def test_every_changed_attribution_needs_an_office(tables: Tables, office: object) -> None:
    appearances = tables.appearances.set_index("appearance_id", drop=False)
    appearances.loc["V15", "given_to"] = office
    with pytest.raises(ValueError, match="V15: nobody is known to have held"):
        shared_attributions(appearances, tables.statements, tables.officeholders)


@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_cells_stay_text(tables: Tables, text: str) -> None:
    spans = tables.spans.assign(speaker=text, text=text, cue_verb=text)
    runs = pd.DataFrame([(text, text, text, text, 3, text)])
    runs.columns = ["base_id", "base", "other_id", "other", "words", "text"]
    codebook = tables.codebook.assign(name=text, definition=text)
    for frame in (
        cue_table(spans, tables.sources),
        shared_table(runs),
        codebook_table(codebook, "frame"),
    ):
        assert_inert(str(show_table(frame, slug="all", caption="All").to_html()))
