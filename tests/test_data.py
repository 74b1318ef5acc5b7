"""What the report relies on in the curated tables."""

import re
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from agletters.checks import check, read_texts
from agletters.coalitions import participation
from agletters.quotations.anchors import verify_frame
from agletters.tables import Tables

AUGUST = "2010-08-24-craigslist"
SEPTEMBER = "2010-09-21-backpage"
DAYS = ("2010-09-21", "2011-08-31")
FIRST_ARTICLE, SECOND_ARTICLE = "S045", "S080"


def signers(tables: Tables, letter_id: str) -> set[str]:
    signatures = tables.signatures
    return set(signatures.loc[signatures["letter_id"] == letter_id, "usps"])


@pytest.fixture(scope="module")
def texts(tables: Tables, sources: Path) -> dict[str, str]:
    """Give the texts of the two articles by their source ids."""
    by_hash = read_texts(sources)
    hashes = tables.spans.groupby("source_id")["text_sha256"].unique()
    return {str(source): by_hash[digest] for source, [digest] in hashes.items()}


def test_the_tables_have_no_defect(root: Path) -> None:
    assert check(root / "data") == []


def test_the_data_package_is_valid_for_frictionless(root: Path) -> None:
    from frictionless import validate

    report = validate(str(root / "data" / "datapackage.json"))
    assert report.valid
    assert len(report.tasks) == len(list((root / "data").glob("*.csv")))


# Offices and people ------------------------------------------------------------------


def test_there_are_fifty_states_one_district_and_five_territories(tables: Tables) -> None:
    assert tables.offices["kind"].value_counts().to_dict() == {
        "state": 50,
        "territory": 5,
        "district": 1,
    }


@pytest.mark.parametrize("name", ["officeholders", "candidacies"])
def test_each_office_has_a_row_for_each_of_the_two_days(tables: Tables, name: str) -> None:
    rows = tables[name][["usps", "as_of"]].itertuples(index=False, name=None)
    assert sorted(rows) == sorted(product(tables.offices["usps"], DAYS))


def test_census_regions_cover_the_states_and_the_district_only(tables: Tables) -> None:
    offices = tables.offices
    assert (offices["census_region"].isna() == (offices["kind"] == "territory")).all()
    assert (offices["census_division"].isna() == (offices["kind"] == "territory")).all()
    assert offices["census_division"].nunique() == 9


def test_whoever_is_said_to_be_the_same_person_has_the_same_name(tables: Tables) -> None:
    holders = tables.officeholders
    first, second = (holders[holders["as_of"] == day].set_index("usps") for day in DAYS)
    assert first["same_person_as_2010"].isna().all()
    assert second["same_person_as_2010"].notna().all()
    same = second.index[second["same_person_as_2010"] == "yes"]
    assert (first.loc[same, "name"] == second.loc[same, "name"]).all()
    others = second.index.difference(same)
    assert not (first.loc[others, "name"] == second.loc[others, "name"]).any()


def test_one_holder_is_not_known_by_name_and_no_value_stands_in_for_it(tables: Tables) -> None:
    holders = tables.officeholders
    nameless = holders[holders["name"].isna()]
    assert nameless[["usps", "as_of"]].to_numpy().tolist() == [["GU", "2010-09-21"]]
    partyless = holders[holders["party"].isna() & (holders["as_of"] == "2010-09-21")]
    assert set(partyless["usps"]) == {"DC", "GU"}


def test_candidacy_is_not_that_of_the_office(tables: Tables) -> None:
    up = tables.offices.set_index("usps")["office_on_ballot_2010_11_02"]
    runs = tables.candidacies.query("as_of == '2010-09-21'").set_index("usps")
    known = runs[runs["on_ballot"] != "unknown"]
    differ = known.index[known["on_ballot"] != up[known.index]]
    assert set(differ) == {"AL", "FL", "GA", "KY", "MI", "OK", "PA", "RI", "SC"}
    candidates = runs[runs["on_ballot"] == "yes"]
    elsewhere = candidates.index[candidates["office_sought"] != "attorney general"]
    assert set(elsewhere) == {"AZ", "CA", "CT", "NY", "KY", "PA"}


# Letters and signatures --------------------------------------------------------------


def test_twenty_one_signed_in_september_2010(tables: Tables) -> None:
    assert len(signers(tables, SEPTEMBER)) == 21


def test_the_signers_are_those_whom_the_first_article_lists(
    tables: Tables, texts: dict[str, str]
) -> None:
    sentence = re.search(
        r"State attorneys general signing the letter were from the states of ([^.]+)\.",
        texts[FIRST_ARTICLE],
    )
    assert sentence
    listed = re.split(r", (?:and )?", sentence[1])
    codes = tables.offices.set_index("jurisdiction")["usps"]
    assert len(listed) == 21
    assert set(codes[listed]) == signers(tables, SEPTEMBER)


def test_the_signers_of_september_are_those_of_august_and_three_more(tables: Tables) -> None:
    august, september = signers(tables, AUGUST), signers(tables, SEPTEMBER)
    assert len(august) == 18
    assert august < september
    assert september - august == {"DE", "ME", "NV"}


def test_the_leader_of_2011_had_not_signed_in_2010(tables: Tables) -> None:
    letters = tables.letters.set_index("letter_id")
    assert "WA" in letters.loc["2011-08-31-backpage", "lead_offices"]
    assert "WA" in signers(tables, "2011-08-31-backpage")
    assert "WA" not in signers(tables, SEPTEMBER)


@pytest.mark.parametrize(
    ("letter_id", "expected"),
    [
        (SEPTEMBER, {"signed": 21, "not_signed": 35}),
        (AUGUST, {"signed": 18, "not_signed": 38}),
        (
            "2011-08-31-backpage",
            {"signed": 23, "joined_later": 2, "not_signed": 1, "not_known": 30},
        ),
        ("2013-07-23-congress-cda230", {"signed": 25, "not_known": 31}),
        ("2016-10-03-scotus-amicus-doe-v-backpage", {"signed": 4, "not_known": 52}),
    ],
)
def test_an_office_that_is_missing_from_a_partial_list_is_not_known(
    tables: Tables, letter_id: str, expected: dict[str, int]
) -> None:
    rows = participation(
        letter_id, tables.letters, tables.signatures, tables.offices, tables.not_signed
    )
    assert rows["status"].value_counts().to_dict() == expected


def test_the_reported_counts_of_2011_are_all_kept(tables: Tables) -> None:
    counts = tables.reported_counts.query("letter_id == '2011-08-31-backpage'")
    assert set(counts["number"]) == {45, 46, 47, 49, 51}
    assert counts.loc[counts["accepted"], "number"].tolist() == [51]


def test_every_row_that_states_a_fact_names_its_sources(tables: Tables) -> None:
    known = set(tables.sources["source_id"])
    listed = [frame["source_ids"] for frame in tables.values() if "source_ids" in frame]
    assert len(listed) == 10
    for column in listed:
        assert column.map(len).min() > 0
        assert set().union(*column) <= known
    for name in ("statements", "appearances", "spans"):
        assert set(tables[name]["source_id"]) <= known


# Statements and spans ----------------------------------------------------------------


def test_there_are_forty_six_statements_of_two_sides(tables: Tables) -> None:
    assert len(tables.statements) == 46
    assert set(tables.statements["side"]) == {"AG", "company"}


def test_every_passage_of_the_articles_that_looks_like_a_statement_is_accounted_for(
    tables: Tables,
) -> None:
    counts = pd.crosstab(tables.spans["source_id"], tables.spans["kind"])
    assert counts.loc[FIRST_ARTICLE].to_dict() == {
        "direct": 5,
        "mention": 1,
        "indirect": 7,
        "decoy": 6,
    }
    assert counts.loc[SECOND_ARTICLE].to_dict() == {
        "direct": 8,
        "mention": 0,
        "indirect": 5,
        "decoy": 4,
    }


def test_the_spans_stand_in_the_articles_as_anchored(
    tables: Tables, texts: dict[str, str], sources: Path
) -> None:
    assert verify_frame(tables.spans, read_texts(sources)).empty
    for span in tables.spans.itertuples():
        assert texts[span.source_id][span.start : span.end] == span.text


def test_the_direct_spans_and_the_mention_are_all_that_stands_in_quotation_marks(
    tables: Tables, texts: dict[str, str]
) -> None:
    quoted = tables.spans[tables.spans["kind"].isin(["direct", "mention"])]
    assert len(quoted) == 14
    for source_id, text in texts.items():
        spans = quoted[quoted["source_id"] == source_id]
        assert spans["text"].tolist() == re.findall("“([^“”]*)”", text)


def test_every_direct_span_is_a_statement_and_no_other_span_quotes_one(tables: Tables) -> None:
    spans, statements = tables.spans, tables.statements.set_index("statement_id")
    direct = spans[spans["kind"] == "direct"]
    assert direct["statement_id"].notna().all()
    assert direct["statement_id"].is_unique
    quoted = statements.loc[direct["statement_id"], "quotation"]
    assert quoted.tolist() == direct["text"].str.strip().tolist()
    assert spans.loc[spans["kind"].isin(["mention", "decoy"]), "statement_id"].isna().all()


def test_only_statements_have_a_side(tables: Tables) -> None:
    spans = tables.spans
    sided = spans["kind"].isin(["direct", "indirect"])
    assert set(spans.loc[sided, "side"]) == {"AG", "company"}
    assert spans.loc[~sided, "side"].isna().all()


def test_traps_in_the_quotations_stay_as_they_are_printed(tables: Tables) -> None:
    words = tables.statements.set_index("statement_id")["quotation"]
    assert "moral—if not legal—obligation" in words["Q-S02"]
    assert words.str.contains("sage and legal environment").sum() == 1
    assert not words.str.contains("safe and legal").any()
    assert words["Q-S04"].startswith("is disappointed that the AGs")
    extremists = tables.statements.set_index("statement_id").loc["Q-S09"]
    assert extremists["quotation"] == "First Amendment Extremists,"
    assert extremists["date"] == "2011-07"


def test_a_compared_text_is_part_of_its_statement_unless_it_is_a_template(tables: Tables) -> None:
    words = tables.statements.set_index("statement_id")["quotation"]
    appearances = tables.appearances
    assert len(appearances) == 26
    apart = [
        row.appearance_id
        for row in appearances.itertuples()
        if row.compared_text not in words[row.statement_id]
        and not row.note.startswith("Template variation")
    ]
    assert apart == []


def test_an_identical_printing_is_identical_and_every_other_differs(tables: Tables) -> None:
    for row in tables.appearances.itertuples():
        same = row.printed_text == row.compared_text
        # told apart by who speaks or when, and not by the words
        if row.difference not in {"attribution_changed", "recycled", "direct_made_indirect"}:
            assert same == (row.difference == "identical"), row.appearance_id


# Codings -----------------------------------------------------------------------------


def test_each_unit_is_coded_once_by_each_of_two_coders(tables: Tables) -> None:
    codings = tables.codings[["unit_id", "coder"]].itertuples(index=False, name=None)
    assert sorted(codings) == sorted(product(tables.coded_units["unit_id"], "AB"))
    assert tables.coded_units["kind"].value_counts().to_dict() == {"direct": 45, "indirect": 12}


def test_the_frames_of_the_codings_are_those_of_the_codebook(tables: Tables) -> None:
    codebook = tables.codebook
    frames = codebook.loc[codebook["dimension"] == "frame", "code"].tolist()
    assert [name for name in tables.codings.columns if name.isupper()] == frames


def test_the_units_marked_as_examples_are_those_that_the_codebook_names(tables: Tables) -> None:
    named = tables.codebook["example"].dropna().str.findall(r"Q-[A-Z]\d+|G\d{3}-[DI]\d+").explode()
    units = tables.coded_units
    assert set(named) == set(units.loc[units["codebook_example"], "unit_id"])


def test_every_indirect_statement_of_the_articles_is_a_coded_unit(tables: Tables) -> None:
    indirect = tables.spans.loc[tables.spans["kind"] == "indirect", "span_id"]
    assert set(tables.coded_units["span_id"].dropna()) == set(indirect)
