"""Frames as CSV files that a spreadsheet opens as data, and never as formulas."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd

from agletters.markup import cell_text

_PLAIN_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
#: Where a spreadsheet sees the beginning of a cell: at its start, and behind what parts cells
#: where commas do not. Blanks are passed over; the last four are the same signs in full width.
_FORMULA = re.compile(r"(^|[;\t\n])(?=[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\n])")


def spreadsheet_csv(frame: pd.DataFrame) -> str:
    r"""Write a frame as CSV that spreadsheet programs open as text and numbers only.

    A cell or column name that begins with ``=``, ``+``, ``-`` or ``@`` (in full width
    too, or after blanks), with a tab or with a line break, and is not a plain number,
    gets an apostrophe in front: otherwise a spreadsheet would run it as a formula. The
    same holds behind a semicolon, tab or line break within a cell, where a program that
    takes these for separators would begin another cell. Carriage returns become line
    feeds.

    The curated tables in ``data/`` are not written by this function: there every cell
    stands exactly as it is meant. Read those where the exact bytes of a cell matter.

    Parameters
    ----------
    frame
        The table; the index is left out, missing cells are empty.

    Returns
    -------
    str
        CSV (RFC 4180 quoting, line feeds) that starts with a byte order mark,
        without which Excel misreads letters beyond ASCII.

    References
    ----------
    OWASP, "CSV Injection", with its list of signs and its remark on separators.

    Examples
    --------
    >>> frame = pd.DataFrame({"name": ["=1+1", "Maine", "a;=1"], "change": [-3, 2, "+"]})
    >>> spreadsheet_csv(frame)
    "\ufeffname,change\n'=1+1,-3\nMaine,2\na;'=1,'+\n"
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([as_data(str(name)) for name in frame.columns])
    writer.writerows(
        [as_data(cell_text(value)) for value in row] for row in frame.itertuples(index=False)
    )
    # A lone surrogate has no UTF-8 form; shown as its escape it can be saved.
    text = buffer.getvalue().encode("utf-8", "backslashreplace").decode("utf-8")
    return "\ufeff" + text


def as_data(text: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula.

    Examples
    --------
    >>> as_data("@SUM(A1)"), as_data("-2.5"), as_data("Maine - and others")
    ("'@SUM(A1)", '-2.5', 'Maine - and others')
    """
    # Carriage returns end a row for some readers, quoted or not.
    text = re.sub("\r\n?", "\n", text)
    return text if _PLAIN_NUMBER.fullmatch(text) else _FORMULA.sub(r"\1'", text)
