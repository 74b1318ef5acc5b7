"""Three letters and six offices, made up, with answers worked out by hand.

| office | kind      | first (complete) | second (partial)       | third (complete) |
|--------|-----------|------------------|------------------------|------------------|
| AA     | state     | signed           | signed                 | not signed       |
| BB     | state     | signed           | not known              | signed           |
| CC     | state     | not signed       | joined later           | signed           |
| DD     | state     | not signed       | not signed, it is said | not signed       |
| EE     | district  | not signed       | not known              | signed           |
| FF     | territory | not signed       | signed, inferred       | signed           |

The second letter is reported to have been signed by 3 states and 1 other. DD
did not sign it, so the third state beside AA and CC must be BB.
"""

import pandas as pd


def _table(columns: str, *rows: tuple) -> pd.DataFrame:
    names = columns.split()
    frame = pd.DataFrame(list(rows), columns=names)
    lists = {"source_ids", "lead_offices"}
    text = [name for name in names if name not in lists | {"number", "states", "others"}]
    return frame.astype(dict.fromkeys(text, "string"))


def offices() -> pd.DataFrame:
    return _table(
        "usps jurisdiction kind census_region selection office_on_ballot_2010_11_02",
        ("AA", "Ash", "state", "West", "elected", "no"),
        ("BB", "Birch", "state", "West", "elected", "yes"),
        ("CC", "Cedar", "state", "South", "elected", "yes"),
        ("DD", "Dogwood", "state", "South", "elected", "yes"),
        ("EE", "Elm", "district", "South", "appointed by mayor", "no"),
        ("FF", "Fir", "territory", None, "elected", "yes"),
    )


def letters() -> pd.DataFrame:
    return _table(
        "letter_id date list_status lead_offices source_ids",
        ("third", "2013-07", "complete", ("BB", "CC"), ("S5",)),
        ("first", "2010-09-21", "complete", ("AA",), ("S1", "S2")),
        ("second", "2011-08-31", "partial", ("AA", "BB"), ("S3",)),
    )


def signatures() -> pd.DataFrame:
    return _table(
        "letter_id usps signer_name joined_by evidence source_ids",
        ("first", "AA", "A. Ames", None, "two_or_more_sources", ("S1", "S2")),
        ("first", "BB", None, None, "one_source", ("S1",)),
        ("second", "AA", "A. Ames", None, "one_source", ("S3",)),
        ("second", "CC", "C. Cole", "2011-09-27", "one_source", ("S4",)),
        ("second", "FF", None, None, "inferred", ("S4",)),
        ("third", "BB", None, None, "one_source", ("S5",)),
        ("third", "CC", None, None, "one_source", ("S5",)),
        ("third", "EE", None, None, "one_source", ("S5",)),
        ("third", "FF", None, None, "one_source", ("S5",)),
    )


def not_signed() -> pd.DataFrame:
    """CC was missing from the first issue only; BB has no word either way."""
    return _table(
        "letter_id usps applies source_ids",
        ("second", "DD", "letter", ("S6",)),
        ("second", "CC", "first_issue", ("S4",)),
        ("second", "EE", "first_issue", ("S4",)),
    )


def reported_counts() -> pd.DataFrame:
    return _table(
        "count_id letter_id number states others",
        ("N1", "first", 2, 2, 0),
        ("N2", "second", 4, 3, 1),
    )


def officeholders() -> pd.DataFrame:
    return _table(
        "usps name party same_person",
        ("AA", "A. Ames", "D", "yes"),
        ("BB", "B. Bell", "R", "yes"),
        ("CC", "C. Cole", "D", "no"),
        ("DD", "D. Dunn", "R", "no"),
        ("EE", "E. Ekdahl", None, "yes"),
        ("FF", None, None, "unknown"),
    )


def candidacies() -> pd.DataFrame:
    return _table(
        "usps on_ballot office_sought result ran_in_primary_for major_party_opponent basis "
        "source_ids",
        ("AA", "yes", "governor", "lost", None, "yes", "direct", ("S7",)),
        ("BB", "yes", "attorney general", "won", None, "unknown", "direct", ("S7",)),
        ("CC", "no", "none", "lost primary", "governor", None, "direct", ("S7",)),
        ("DD", "yes", "attorney general", "won", None, "no", "direct", ("S7",)),
        ("EE", "no", "none", None, None, None, "inferred", ("S8",)),
        ("FF", "unknown", "unknown", None, None, None, "unverified", ("S8",)),
    )


def plan() -> pd.DataFrame:
    def row(comparison_id: str, role: str, population: str | None, outcome: str) -> tuple:
        return (comparison_id, role, comparison_id, "in words", population, "signed=yes", outcome)

    return _table(
        "comparison_id role label definition population group outcome",
        row("nominee", "primary", "kind=state|district", "nominee=yes"),
        row("all offices", "sensitivity", None, "nominee=yes"),
        row("party", "secondary", "kind=state|district; party=D|R", "party=D"),
        row("direct", "sensitivity", "kind=state|district", "nominee_direct=yes"),
    )
