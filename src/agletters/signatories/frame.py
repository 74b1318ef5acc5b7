"""The signatories of many texts as one frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agletters.signatories.parsing import parse

if TYPE_CHECKING:
    import pandas as pd


def parse_frame(
    frame: pd.DataFrame, text: str = "text", publisher: str | None = None
) -> pd.DataFrame:
    """Return the signatories of many texts as one frame.

    Parameters
    ----------
    frame : pandas.DataFrame
        One text a row.
    text : str, default "text"
        The column of texts; a missing one has no signatories.
    publisher : str, optional
        The column of the publishers' USPS codes, if there is one.

    Returns
    -------
    pandas.DataFrame
        One row for each signatory, with `row` (the index label of its text), `usps`, `start`,
        `end` (offsets in the text), `officeholder`, `implied`, and `reported_count`,
        `found_count` and `confidence` of its text.

    Raises
    ------
    ValueError
        If a column is missing or a publisher is not a USPS code.

    Examples
    --------
    >>> import pandas as pd
    >>> letters = pd.DataFrame({"text": ["Ohio and Iowa signed the letter.", "Rain in Texas."]})
    >>> parse_frame(letters)[["row", "usps", "start"]].to_dict("list")
    {'row': [0, 0], 'usps': ['OH', 'IA'], 'start': [0, 9]}
    """
    import pandas as pd

    missing = [name for name in (text, publisher) if name is not None and name not in frame.columns]
    if missing:
        raise ValueError(
            f"no column {missing[0]!r}; the columns are {', '.join(map(str, frame.columns))}"
        )
    offices = (
        frame[publisher]
        if publisher is not None
        else pd.Series(None, index=frame.index, dtype=object)
    )
    rows: list[dict[str, object]] = []
    for label, prose, office in zip(frame.index, frame[text], offices, strict=True):
        if pd.isna(prose):
            continue
        found = parse(str(prose), None if pd.isna(office) else str(office))
        rows.extend(
            {
                "row": label,
                "usps": one.usps,
                "start": one.start,
                "end": one.end,
                "officeholder": one.officeholder,
                "implied": one.implied,
                "reported_count": found.reported_count,
                "found_count": len(found.signatories),
                "confidence": found.confidence,
            }
            for one in found.signatories
        )
    columns = [
        "row",
        "usps",
        "start",
        "end",
        "officeholder",
        "implied",
        "reported_count",
        "found_count",
        "confidence",
    ]
    return pd.DataFrame(rows, columns=columns)
