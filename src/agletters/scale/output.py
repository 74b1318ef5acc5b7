"""Writing: the parts of a run, and its result, each there as a whole or not at all."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Final

import pandas as pd

from agletters.errors import AglettersError
from agletters.quotations.extract import extract_frame
from agletters.scale.extras import ScaleError, require

FORMATS: Final = (".csv", ".parquet")

_ROWS_IN_GROUP: Final = 50_000
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_frames(frames: Iterable[pd.DataFrame], out: Path) -> int:
    """Write tables of candidates, one after the other, as one file, and replace it at once.

    Parameters
    ----------
    frames : iterable of pandas.DataFrame
        Tables as :func:`agletters.quotations.extract.extract_frame` returns them. One is held
        at a time.
    out : pathlib.Path
        The file to write; its name ends in ``.csv`` or ``.parquet``.

    Returns
    -------
    int
        Number of rows.

    Raises
    ------
    ScaleError
        If the name has another ending, or the file cannot be written. What stood there before
        stays then.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     out = Path(folder, "candidates.csv")
    ...     frame = extract_frame({"S1": "“We lost,” Ann Lee said."})
    ...     write_frames([frame, frame.assign(source_id="S2")], out)
    ...     pd.read_csv(out)["source_id"].tolist()
    2
    ['S1', 'S2']
    """
    require_format(out)
    write = _write_csv if out.suffix == ".csv" else _write_parquet
    return _replace(out, lambda file: write(frames, file))


def require_format(out: Path) -> None:
    """Refuse a file name of which the format cannot be told.

    Parameters
    ----------
    out : pathlib.Path
        The file.

    Raises
    ------
    ScaleError
        If its name does not end in one of `FORMATS`.

    Examples
    --------
    >>> require_format(Path("candidates.csv"))
    """
    if out.suffix not in FORMATS:
        raise ScaleError(f"{out}: give it a name that ends in {' or '.join(FORMATS)}")


def to_parquet(frame: pd.DataFrame) -> bytes:
    """Return a table of candidates as a Parquet file.

    Parameters
    ----------
    frame : pandas.DataFrame
        As :func:`agletters.quotations.extract.extract_frame` returns it.

    Returns
    -------
    bytes
        The file; the same table gives the same bytes.

    Examples
    --------
    >>> to_parquet(extract_frame({}))[:4]
    b'PAR1'
    """
    sink = require("pyarrow").BufferOutputStream()
    require("pyarrow.parquet").write_table(_table(frame), sink, write_page_checksum=True)
    content: bytes = sink.getvalue().to_pybytes()
    return content


class Parts:
    """The folder ``OUT.parts`` with what has been finished of a run.

    Parameters
    ----------
    out : pathlib.Path
        The file that the parts will make.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out.with_name(f"{out.name}.parts")

    def has(self, key: str) -> bool:
        """Say whether a part is there, and whole.

        Parameters
        ----------
        key : str
            Its name.

        Returns
        -------
        bool
            False also for a part that is damaged, as after a loss of power.
        """
        pyarrow, parquet = require("pyarrow"), require("pyarrow.parquet")
        try:
            parquet.read_metadata(self._path(key))
        except (OSError, pyarrow.ArrowException):
            return False
        return True

    def write(self, key: str, content: bytes) -> None:
        """Add a part.

        Parameters
        ----------
        key : str
            Its name.
        content : bytes
            A Parquet file.

        Raises
        ------
        ScaleError
            If it cannot be written; there is no such part then.
        """
        _replace(self._path(key), lambda file: file.write(content))

    def join(self, keys: Iterable[str]) -> int:
        """Make the file of the parts.

        Parameters
        ----------
        keys : iterable of str
            Names of the parts, in order.

        Returns
        -------
        int
            Number of rows.

        Raises
        ------
        ScaleError
            If it cannot be written; the parts stay then.
        """
        rows = write_frames((self._frame(key) for key in keys), self.out)
        self._clear("*.parquet")
        return rows

    @property
    def finished(self) -> int:
        """Number of parts that are there."""
        return len(list(self.folder.glob("*.parquet")))

    def tidy(self) -> None:
        """Remove what a killed run had begun, and the folder if nothing is left in it."""
        self._clear(".*.part")
        try:
            self.folder.rmdir()
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise ScaleError(f"{self.folder}: cannot be removed ({error.strerror})") from error

    def _clear(self, names: str) -> None:
        for path in self.folder.glob(names):
            path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.parquet"

    def _frame(self, key: str) -> pd.DataFrame:
        pyarrow, parquet = require("pyarrow"), require("pyarrow.parquet")
        types = {pyarrow.string(): pd.StringDtype(), pyarrow.int64(): pd.Int64Dtype()}
        path = self._path(key)
        try:
            table = parquet.read_table(path, page_checksum_verification=True)
        except (OSError, pyarrow.ArrowException) as error:
            raise ScaleError(f"{path}: is damaged ({error}); delete it") from error
        frame: pd.DataFrame = table.to_pandas(types_mapper=types.get)
        return frame


@contextmanager
def open_parts(out: Path) -> Iterator[Parts]:
    """Open the folder of a run's parts, for this process alone.

    Parameters
    ----------
    out : pathlib.Path
        The file that the parts will make.

    Yields
    ------
    Parts
        The parts.

    Raises
    ------
    ScaleError
        If the folder cannot be made or another run has it. Any error of the package that is
        raised inside is raised again as one that names the finished parts.
    """
    parts = Parts(out)
    try:
        parts.folder.mkdir(exist_ok=True)
        handle = os.open(parts.folder, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(parts.folder, error) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ScaleError(f"{out}: another run is writing it; wait until it ends") from error
        try:
            yield parts
        except AglettersError as error:
            if not parts.finished:
                raise
            raise ScaleError(
                f"{error}\n{parts.finished} finished partitions are kept in {parts.folder}; "
                "the same command goes on from there"
            ) from error
        finally:
            parts.tidy()
    finally:
        os.close(handle)


def _replace(path: Path, write: Callable[[BinaryIO], int]) -> int:
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            count = write(file)
            file.flush()
            # Else a loss of power could leave the new name with nothing behind it.
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _unwritable(path: Path, error: OSError) -> ScaleError:
    remedy = "allow it, or name another file"
    if error.errno in _NO_ROOM:
        remedy = "make room for it"
    return ScaleError(f"{path}: cannot be written ({error.strerror or error}); {remedy}")


def _write_csv(frames: Iterable[pd.DataFrame], file: BinaryIO) -> int:
    rows = 0
    for number, frame in enumerate(frames):
        frame.to_csv(file, index=False, header=number == 0, lineterminator="\n")
        rows += len(frame)
    return rows


def _write_parquet(frames: Iterable[pd.DataFrame], file: BinaryIO) -> int:
    """Write row groups of a useful size, whatever the size of the frames."""
    pyarrow, parquet = require("pyarrow"), require("pyarrow.parquet")
    rows = 0
    waiting: list[Any] = []
    with parquet.ParquetWriter(file, _schema()) as writer:
        for frame in frames:
            waiting.append(_table(frame))
            rows += len(frame)
            if sum(map(len, waiting)) >= _ROWS_IN_GROUP:
                writer.write_table(pyarrow.concat_tables(waiting))
                waiting = []
        if waiting:
            writer.write_table(pyarrow.concat_tables(waiting))
    return rows


def _table(frame: pd.DataFrame) -> Any:
    table = require("pyarrow").Table.from_pandas(frame, schema=_schema(), preserve_index=False)
    return table.replace_schema_metadata(None)


@cache
def _schema() -> Any:
    """Return the types of the columns, which a table with missing cells alone does not show."""
    pyarrow = require("pyarrow")
    kinds = {"int64": pyarrow.int64(), "float64": pyarrow.float64()}
    dtypes = extract_frame({}).dtypes
    return pyarrow.schema(
        [(name, kinds.get(str(dtype), pyarrow.string())) for name, dtype in dtypes.items()]
    )
