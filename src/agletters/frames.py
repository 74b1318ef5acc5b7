"""Codings of statements: matrices of codes, agreement of the coders, and who is heard.

A codebook names codes in dimensions. Of some dimensions a unit may take any number of codes
(frames); of others it takes one (stance). :func:`long` brings a table of codings into one shape,
which the other functions take.
"""

from collections.abc import Collection, Iterable
from itertools import chain

import krippendorff
import pandas as pd

from agletters.groups import tuples_by

VOICE_COLUMNS = ["voice", "speakers", "side", "statements", "words", "statement_ids", "shared"]

_WORD = r"\w+(?:['’.,-]\w+)*"


def long(codings: pd.DataFrame, codebook: pd.DataFrame) -> pd.DataFrame:
    """Bring codings into one row per unit, coder and code.

    Parameters
    ----------
    codings : pandas.DataFrame
        One row per unit and coder, with columns ``unit_id`` and ``coder``. For a dimension of
        which a unit takes one code, a column with the dimension's name holds that code; for any
        other, each code has a column that holds 1 or 0. A missing value means: not coded.
    codebook : pandas.DataFrame
        Columns ``code`` and ``dimension``, one row per code.

    Returns
    -------
    pandas.DataFrame
        ``unit_id``, ``coder``, ``dimension``, ``code``, ``applied`` (boolean, missing where not
        coded) and ``single`` (true where a unit takes one code of the dimension). In the order of
        ``codings``, then of ``codebook``.

    Raises
    ------
    ValueError
        If a column is missing, a coder has coded a unit twice, or a value is none of the
        codebook's.

    Examples
    --------
    >>> codebook = pd.DataFrame(
    ...     {"code": ["HARM", "DEM", "DEF"], "dimension": ["frame", "stance", "stance"]}
    ... )
    >>> codings = pd.DataFrame({"unit_id": ["u1"], "coder": ["A"], "HARM": [1], "stance": ["DEF"]})
    >>> long(codings, codebook)
      unit_id coder dimension  code  applied  single
    0      u1     A     frame  HARM     True   False
    1      u1     A    stance   DEM    False    True
    2      u1     A    stance   DEF     True    True
    """
    _require_columns("codebook", codebook, ["code", "dimension"])
    single = [name for name in codebook["dimension"].unique() if name in codings.columns]
    marked = codebook.loc[~codebook["dimension"].isin(single), "code"]
    _require_columns("codings", codings, ["unit_id", "coder", *marked])
    _require_once(codings)
    for code in marked:
        _require_values(codings, code, [0, 1])
    for dimension in single:
        codes = codebook.loc[codebook["dimension"] == dimension, "code"]
        _require_values(codings, dimension, list(codes))
    rows = codings.reset_index(drop=True)
    parts = [
        rows[["unit_id", "coder"]].assign(
            dimension=dimension,
            code=code,
            applied=rows[dimension].astype("string").eq(code).astype("boolean")
            if dimension in single
            else rows[code].astype("boolean"),
            single=dimension in single,
        )
        for code, dimension in codebook[["code", "dimension"]].itertuples(index=False)
    ]
    return pd.concat(parts).sort_index(kind="stable", ignore_index=True)


def code_matrix(
    coded: pd.DataFrame, units: pd.DataFrame, dimension: str, by: str = "side"
) -> pd.DataFrame:
    """Count the units of each group to which each code of a dimension was given.

    Parameters
    ----------
    coded : pandas.DataFrame
        What :func:`long` returns.
    units : pandas.DataFrame
        One row per unit, with columns ``unit_id`` and ``by``.
    dimension : str
        The dimension, such as ``frame``.
    by : str, default "side"
        The column of ``units`` that names the group.

    Returns
    -------
    pandas.DataFrame
        One row per code, group and way of counting, also where the count is 0: ``code``, the
        column ``by``, ``coded_by`` (a coder's name; ``all``: every coder of the table gave the
        code to the unit; ``any``: at least one did), ``n`` and ``unit_ids``, the tuple of units
        that ``n`` counts, in the order of ``units``.

    Raises
    ------
    ValueError
        If the dimension is not in ``coded``, a column is missing, or a coded unit has no row or
        no group in ``units``, or more than one row.

    Examples
    --------
    >>> codebook = pd.DataFrame({"code": ["HARM"], "dimension": ["frame"]})
    >>> codings = pd.DataFrame(
    ...     {"unit_id": ["u1", "u1", "u2", "u2"], "coder": list("ABAB"), "HARM": [1, 0, 1, 1]}
    ... )
    >>> units = pd.DataFrame({"unit_id": ["u1", "u2"], "side": ["AG", "AG"]})
    >>> code_matrix(long(codings, codebook), units, "frame")
       code side coded_by  n  unit_ids
    0  HARM   AG        A  2  (u1, u2)
    1  HARM   AG        B  1     (u2,)
    2  HARM   AG      all  1     (u2,)
    3  HARM   AG      any  2  (u1, u2)
    """
    part = coded[coded["dimension"] == dimension]
    if part.empty:
        known = ", ".join(coded["dimension"].unique())
        raise ValueError(f"no code has the dimension {dimension!r}; there are: {known}")
    group_of = _groups(units, by, part["unit_id"])
    coders = list(coded["coder"].unique())
    given = part[part["applied"]]
    units_of = {key: set(rows) for key, rows in given.groupby(["code", "coder"])["unit_id"]}
    rows = []
    for code in part["code"].unique():
        by_coder = {coder: units_of.get((code, coder), set()) for coder in coders}
        ways = {
            **by_coder,
            "all": set.intersection(*by_coder.values()),
            "any": set.union(*by_coder.values()),
        }
        for group in sorted(set(group_of.values())):
            members = [unit for unit in group_of if group_of[unit] == group]
            for way, found in ways.items():
                unit_ids = tuple(unit for unit in members if unit in found)
                rows.append((code, group, way, len(unit_ids), unit_ids))
    return pd.DataFrame(rows, columns=["code", by, "coded_by", "n", "unit_ids"])


def exclusive_codes(
    coded: pd.DataFrame, units: pd.DataFrame, dimension: str, by: str = "side"
) -> pd.DataFrame:
    """Find the codes that one group uses and no other does, under two definitions.

    Parameters
    ----------
    coded : pandas.DataFrame
        What :func:`long` returns.
    units : pandas.DataFrame
        One row per unit, with columns ``unit_id`` and ``by``.
    dimension : str
        The dimension, such as ``frame``.
    by : str, default "side"
        The column of ``units`` that names the group.

    Returns
    -------
    pandas.DataFrame
        One row per code: ``code``; ``used_any``, the tuple of groups with at least one unit to
        which any coder gave it, and ``only_any``, that group if there is just one;
        ``used_all`` and ``only_all``, the same where all coders gave it to the same unit. The
        two ``only`` columns are missing where no group, or more than one, uses the code.

    Raises
    ------
    ValueError
        As :func:`code_matrix`.

    Notes
    -----
    "Any" is strict about *never*: one coder who finds the code once on the other side is enough
    to end it. "All" is strict about *uses*. A code that is one group's under both is the safest
    claim.

    Examples
    --------
    >>> codebook = pd.DataFrame({"code": ["HARM"], "dimension": ["frame"]})
    >>> codings = pd.DataFrame(
    ...     {"unit_id": ["u1", "u1", "u2", "u2"], "coder": list("ABAB"), "HARM": [1, 0, 1, 1]}
    ... )
    >>> units = pd.DataFrame({"unit_id": ["u1", "u2"], "side": ["AG", "firm"]})
    >>> print(exclusive_codes(long(codings, codebook), units, "frame").T.to_string(header=False))
    code            HARM
    used_any  (AG, firm)
    only_any        <NA>
    used_all     (firm,)
    only_all        firm
    """
    matrix = code_matrix(coded, units, dimension, by)
    used = matrix[matrix["n"] > 0]
    found = pd.DataFrame({"code": matrix["code"].unique()})
    for way in ("any", "all"):
        groups = tuples_by(used[used["coded_by"] == way], "code", by)
        users = [groups.get(code, ()) for code in found["code"]]
        found[f"used_{way}"] = users
        found[f"only_{way}"] = pd.array(
            [user[0] if len(user) == 1 else pd.NA for user in users], dtype="string"
        )
    return found


def agreement(coded: pd.DataFrame, unit_ids: Collection[str] | None = None) -> pd.DataFrame:
    """Measure how far the coders agree, code by code.

    Parameters
    ----------
    coded : pandas.DataFrame
        What :func:`long` returns.
    unit_ids : collection of str, optional
        The units to count, such as those that are no example of the codebook; all by default.

    Returns
    -------
    pandas.DataFrame
        One row per code of a dimension with many codes to a unit (given or not), and one per
        dimension with a single code (which one): ``dimension``, ``code`` (of a single-code
        dimension, its name), ``n_units`` (coded by two or more), ``n_disagreements`` (of these,
        those with differing codes), ``alpha``, and ``status``: ``defined``,
        ``undefined: no variation`` or ``undefined: no unit coded twice``. Where alpha is
        undefined it is missing.

    Raises
    ------
    ValueError
        If a unit of ``unit_ids`` has not been coded.

    Notes
    -----
    Krippendorff's alpha for nominal data, by the package ``krippendorff``. Without variation the
    expected disagreement is 0 and alpha is 0/0, although the coders agree: K. Krippendorff,
    *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania, 2011,
    https://repository.upenn.edu/asc_papers/43/.

    Examples
    --------
    The binary example of Krippendorff (2011), section A.

    >>> given = {"Meg": "0100000010", "Owen": "1110010000"}
    >>> codings = pd.DataFrame(
    ...     [(unit, coder, int(value)) for coder, values in given.items()
    ...      for unit, value in enumerate(values)], columns=["unit_id", "coder", "HARM"])
    >>> coded = long(codings, pd.DataFrame({"code": ["HARM"], "dimension": ["frame"]}))
    >>> agreement(coded).round({"alpha": 3})
      dimension  code  n_units  n_disagreements  alpha   status
    0     frame  HARM       10                4  0.095  defined
    """
    kept = coded
    if unit_ids is not None:
        unknown = sorted(set(unit_ids) - set(coded["unit_id"]))
        if unknown:
            raise ValueError(f"no coder has coded the unit {unknown[0]}; leave it out of unit_ids")
        kept = coded[coded["unit_id"].isin(list(unit_ids))]
    values = _values(kept)
    values_of = dict(list(values.groupby(["dimension", "code"])))
    rows = [
        (*item, *_alpha(values_of.get(item, values.iloc[:0])))
        for item in _items(coded).itertuples(index=False, name=None)
    ]
    return pd.DataFrame(
        rows, columns=["dimension", "code", "n_units", "n_disagreements", "alpha", "status"]
    ).astype({"alpha": "Float64"})


def disagreements(coded: pd.DataFrame) -> pd.DataFrame:
    """List every disagreement of the coders.

    Parameters
    ----------
    coded : pandas.DataFrame
        What :func:`long` returns.

    Returns
    -------
    pandas.DataFrame
        One row per unit and code (of a single-code dimension: per unit and dimension) on which
        the coders differ: ``unit_id``, ``dimension``, ``code`` (of a single-code dimension, its
        name), and a column for each coder: ``yes`` or ``no``, or the code chosen; missing where
        the coder gave none. In the order of ``coded``.

    Examples
    --------
    >>> codebook = pd.DataFrame({"code": ["HARM", "DEM", "DEF"], "dimension": list("fss")})
    >>> codings = pd.DataFrame(
    ...     {"unit_id": ["u1", "u1"], "coder": list("AB"), "HARM": [1, 0], "s": ["DEM", "DEF"]}
    ... )
    >>> disagreements(long(codings, codebook))
      unit_id dimension  code    A    B
    0      u1         f  HARM  yes   no
    1      u1         s     s  DEM  DEF
    """
    values = _values(coded)
    per_unit = values.groupby(["unit_id", "dimension", "code"])["value"]
    differing = values[per_unit.transform("nunique") > 1]
    table = differing.pivot_table(
        index=["unit_id", "dimension", "code"],
        columns="coder",
        values="value",
        aggfunc="first",
        sort=False,
    )
    coders = coded["coder"].unique()
    return table.reindex(columns=coders).rename_axis(columns=None).reset_index()


def voices(statements: pd.DataFrame, templates: pd.DataFrame) -> pd.DataFrame:
    """Count speakers by statements and words, a template sentence being one voice.

    Parameters
    ----------
    statements : pandas.DataFrame
        One row per statement: ``statement_id``, ``speaker``, ``side``, ``quotation``.
    templates : pandas.DataFrame
        One row per attribution of a template sentence: ``template_id``, ``speaker`` and
        ``statement_id``, missing where that printing is not among ``statements``. May be empty.

    Returns
    -------
    pandas.DataFrame
        One row per voice and side, most statements first, then most words, then by name:
        ``voice`` (its speakers, joined by " / "), ``speakers`` (tuple, sorted), ``side``,
        ``statements`` (how many, a template counted once), ``words`` (a template's longest
        printing), ``statement_ids`` (tuple) and ``shared`` (more than one speaker).

    Raises
    ------
    ValueError
        If a column is missing, a statement is not known or in two templates, or none of a
        template's rows names a statement.

    Notes
    -----
    All speakers to whom a template is attributed make one voice, apart from what each of them
    said alone. A word is a run of letters and digits, with single marks inside: *Backpage.com*,
    *good-faith* and *17.5* are one word each.

    Examples
    --------
    >>> statements = pd.DataFrame({
    ...     "statement_id": ["s1", "s2"], "speaker": ["Ann", "Bo"], "side": ["AG", "AG"],
    ...     "quotation": ["Close it now.", "No."]})
    >>> templates = pd.DataFrame({
    ...     "template_id": ["t1", "t1"], "speaker": ["Ann", "Cy"], "statement_id": ["s1", pd.NA]})
    >>> voices(statements, templates)[["voice", "statements", "words", "shared"]]
          voice  statements  words  shared
    0  Ann / Cy           1      3    True
    1        Bo           1      1   False
    """
    _require_columns("statements", statements, ["statement_id", "speaker", "side", "quotation"])
    _require_columns("templates", templates, ["template_id", "speaker", "statement_id"])
    template_of = _template_of(statements, templates)
    said = statements[["statement_id", "speaker", "side"]].assign(
        words=statements["quotation"].str.count(_WORD),
        item=[
            f"template {template_of[one]}" if one in template_of else f"statement {one}"
            for one in statements["statement_id"]
        ],
    )
    attributed = templates.assign(item="template " + templates["template_id"])
    named = pd.concat([said[["item", "speaker"]], attributed[["item", "speaker"]]])
    speakers_of = {
        item: tuple(sorted(set(names))) for item, names in named.groupby("item")["speaker"]
    }
    items = said.groupby(["item", "side"], as_index=False).agg(words=("words", "max"))
    statement_ids = tuples_by(said, ["item", "side"], "statement_id")
    items["speakers"] = items["item"].map(speakers_of)
    heard = items.groupby(["speakers", "side"], as_index=False).agg(
        statements=("item", "size"), words=("words", "sum"), items=("item", list)
    )
    heard["statement_ids"] = [
        tuple(sorted(chain.from_iterable(statement_ids[item, side] for item in items)))
        for items, side in zip(heard["items"], heard["side"], strict=True)
    ]
    heard["voice"] = heard["speakers"].map(" / ".join)
    heard["shared"] = heard["speakers"].map(len) > 1
    ordered = heard.sort_values(
        ["statements", "words", "voice", "side"], ascending=[False, False, True, True]
    )
    return ordered[VOICE_COLUMNS].reset_index(drop=True)


def _items(coded: pd.DataFrame) -> pd.DataFrame:
    """Return what is coded: each code of a many-code dimension, each single-code dimension."""
    named = coded.assign(code=coded["code"].mask(coded["single"], coded["dimension"]))
    return named[["dimension", "code"]].drop_duplicates()


def _values(coded: pd.DataFrame) -> pd.DataFrame:
    """Return one row per unit, coder and item, with the value that the coder gave."""
    given = coded[coded["applied"].notna() & (coded["applied"] | ~coded["single"])]
    yes_or_no = given["applied"].map({True: "yes", False: "no"})
    return given[["unit_id", "coder", "dimension"]].assign(
        code=given["code"].mask(given["single"], given["dimension"]),
        value=given["code"].where(given["single"], yes_or_no),
    )


def _alpha(values: pd.DataFrame) -> tuple[int, int, float | None, str]:
    counts = pd.crosstab(values["unit_id"], values["value"])
    pairable = counts[counts.sum(axis=1) > 1]
    differing = int((pairable.gt(0).sum(axis=1) > 1).sum())
    if pairable.empty:
        return 0, 0, None, "undefined: no unit coded twice"
    if pairable.any().sum() == 1:
        return len(pairable), differing, None, "undefined: no variation"
    alpha = krippendorff.alpha(value_counts=pairable, level_of_measurement="nominal")
    return len(pairable), differing, float(alpha), "defined"


def _groups(units: pd.DataFrame, by: str, needed: Iterable[str]) -> dict[str, str]:
    _require_columns("units", units, ["unit_id", by])
    twice = units.loc[units["unit_id"].duplicated(), "unit_id"]
    if not twice.empty:
        raise ValueError(f"units: {twice.iloc[0]} has more than one row; keep one")
    known = units.dropna(subset=[by])
    absent = sorted(set(needed) - set(known["unit_id"]))
    if absent:
        raise ValueError(f"units: {absent[0]} is coded but has no row with a value in {by!r}")
    return dict(zip(known["unit_id"], known[by], strict=True))


def _template_of(statements: pd.DataFrame, templates: pd.DataFrame) -> dict[str, str]:
    named = templates.dropna(subset=["statement_id"])
    unknown = sorted(set(named["statement_id"]) - set(statements["statement_id"]))
    if unknown:
        raise ValueError(f"templates: the statement {unknown[0]} is not among the statements")
    empty = sorted(set(templates["template_id"]) - set(named["template_id"]))
    if empty:
        raise ValueError(f"templates: no row of {empty[0]} names a statement")
    pairs = named[["statement_id", "template_id"]].drop_duplicates()
    twice = pairs.loc[pairs["statement_id"].duplicated(), "statement_id"]
    if not twice.empty:
        raise ValueError(f"templates: the statement {twice.iloc[0]} is in two templates")
    return dict(pairs.itertuples(index=False, name=None))


def _require_columns(table: str, frame: pd.DataFrame, columns: Iterable[str]) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise ValueError(f"{table}: there is no column {', '.join(missing)}")


def _require_once(codings: pd.DataFrame) -> None:
    twice = codings.loc[codings.duplicated(["unit_id", "coder"]), ["unit_id", "coder"]]
    if not twice.empty:
        unit, coder = twice.iloc[0]
        raise ValueError(f"codings: unit {unit} has two rows by coder {coder}; keep one")


def _require_values(codings: pd.DataFrame, column: str, allowed: list[str] | list[int]) -> None:
    wrong = codings[codings[column].notna() & ~codings[column].isin(allowed)]
    if not wrong.empty:
        unit, coder, value = wrong[["unit_id", "coder", column]].iloc[0]
        raise ValueError(
            f"codings: unit {unit}, coder {coder}: {column} is {value!r}; "
            f"allowed: {', '.join(map(str, allowed))}"
        )
