"""A corpus of articles in Parquet: checked as a whole, then read partition by partition."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from agletters.scale.extras import ScaleError, require

PARTITION_ARTICLES: Final = 500
"""Articles in a partition, at most."""

PARTITION_BYTES: Final = 1 << 20
"""Bytes of text after which a partition is closed."""

_TEXTS_AT_ONCE: Final = 50
_IDS_AT_ONCE: Final = 1 << 16
_BUFFER: Final = 1 << 20


class Partition(NamedTuple):
    """Articles that are worked through together.

    Parameters
    ----------
    articles : tuple of tuple of str
        Identifier and text of each.
    without_text : tuple of str
        Identifiers of those whose text is missing; they stand in `articles` with an empty text.
    """

    articles: tuple[tuple[str, str], ...]
    without_text: tuple[str, ...]

    def key(self, version: str) -> str:
        """Return a name for the rows that a version of the extractor finds in these articles.

        Parameters
        ----------
        version : str
            The version of the extractor.

        Returns
        -------
        str
            A SHA-256 over the version and the articles, in hexadecimal.

        Examples
        --------
        >>> Partition((("a", "bc"),), ()).key("1") == Partition((("ab", "c"),), ()).key("1")
        False
        """
        digest = hashlib.sha256()
        for value in (version, *(value for article in self.articles for value in article)):
            content = value.encode()
            digest.update(len(content).to_bytes(8))
            digest.update(content)
        return digest.hexdigest()


@dataclass(frozen=True)
class Corpus:
    """Articles in Parquet files, whose columns and identifiers have been checked.

    Parameters
    ----------
    files : tuple of pathlib.Path
        The files, in order.
    text_column, id_column : str
        Names of the columns.
    articles : int
        Number of articles.
    """

    files: tuple[Path, ...]
    text_column: str
    id_column: str
    articles: int

    def partitions(self) -> Iterator[Partition]:
        """Read the articles in order, holding one partition at a time.

        Yields
        ------
        Partition
            At most `PARTITION_ARTICLES` articles of one file, and fewer once their texts come to
            `PARTITION_BYTES`.

        Raises
        ------
        ScaleError
            If a text is not UTF-8, or a file cannot be read to its end.
        """
        for file in self.files:
            articles: list[tuple[str, str]] = []
            without: list[str] = []
            size = 0
            for place, (source_id, text) in _rows(
                file, [self.id_column, self.text_column], _TEXTS_AT_ONCE
            ):
                name = _decoded(source_id, place, self.id_column)
                if text is None:
                    without.append(name)
                where = f"{place} (article {name!r})"
                articles.append((name, _decoded(text or b"", where, self.text_column)))
                size += len(text or b"")
                if len(articles) == PARTITION_ARTICLES or size >= PARTITION_BYTES:
                    yield Partition(tuple(articles), tuple(without))
                    articles, without, size = [], [], 0
            if articles:
                yield Partition(tuple(articles), tuple(without))


def open_corpus(
    paths: Sequence[Path], *, text_column: str = "text", id_column: str = "id"
) -> Corpus:
    """Find the files of a corpus, and check their columns and identifiers.

    Parameters
    ----------
    paths : sequence of pathlib.Path
        Parquet files, and folders of them. Of a folder, all files below it that end in
        ``.parquet`` are taken, in order of their names, and none whose name starts with ``.`` or
        ``_``.
    text_column, id_column : str
        Names of the columns. Texts are text or bytes in UTF-8, identifiers text or whole numbers.

    Returns
    -------
    Corpus
        The corpus.

    Raises
    ------
    ScaleError
        If a file is not Parquet, or lacks a column; if an identifier is missing or stands twice;
        or if there is no article at all.

    Notes
    -----
    For finding identifiers that stand twice, eight bytes are held for every article.
    """
    files = tuple(file for path in paths for file in _files(path))
    articles = sum(_checked(file, text_column, id_column) for file in files)
    if not articles:
        raise ScaleError(f"{', '.join(map(str, paths))}: holds no article; name another corpus")
    _require_unique(files, id_column)
    return Corpus(files, text_column, id_column, articles)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob("*.parquet"))
    files = [file for file in found if not _is_hidden(file.relative_to(path))]
    if not files:
        raise ScaleError(f"{path}: holds no file that ends in .parquet; name another folder")
    return files


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "_")) for part in path.parts)


def _checked(file: Path, text_column: str, id_column: str) -> int:
    """Return the number of rows of a file that has both columns."""
    types = require("pyarrow").types
    # Files without a row, or with missing cells alone, often say no more than null.
    text = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
    as_bytes = (types.is_binary, types.is_large_binary, types.is_binary_view)
    with _opened(file) as parquet:
        schema = parquet.schema_arrow
        for column, option, allowed, wanted in (
            (id_column, "--id-column", (*text, types.is_integer), "text or whole numbers"),
            (text_column, "--text-column", (*text, *as_bytes), "text"),
        ):
            if schema.names.count(column) != 1:
                raise ScaleError(
                    f"{file}: has {schema.names.count(column)} columns {column!r}; name the right "
                    f"one with {option}. Columns: {', '.join(schema.names)}"
                )
            kind = schema.field(column).type
            plain = kind.value_type if types.is_dictionary(kind) else kind
            if not any(is_allowed(plain) for is_allowed in allowed):
                raise ScaleError(
                    f"{file}, column {column}: is of type {kind}, and {wanted} is needed; name "
                    f"the right column with {option}. Columns: {', '.join(schema.names)}"
                )
        return int(parquet.metadata.num_rows)


def _require_unique(files: Sequence[Path], id_column: str) -> None:
    hashes = np.concatenate([_hashes(file, id_column) for file in files])
    hashes.sort()
    twice = set(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
    if not twice:
        return
    first: dict[bytes, str] = {}
    for file in files:
        for place, (source_id,) in _rows(file, [id_column], _IDS_AT_ONCE):
            if hash(source_id) not in twice:
                continue
            if source_id in first:
                raise ScaleError(
                    f"{place}, column {id_column}: {_decoded(source_id, place, id_column)!r} "
                    f"stands there and in {first[source_id]}; give each article an identifier "
                    "of its own"
                )
            first[source_id] = place


def _hashes(file: Path, id_column: str) -> "np.ndarray[Any, np.dtype[np.int64]]":
    def checked() -> Iterator[int]:
        for place, (source_id,) in _rows(file, [id_column], _IDS_AT_ONCE):
            if not source_id:
                raise ScaleError(
                    f"{place}, column {id_column}: is empty; give each article an identifier"
                )
            yield hash(source_id)

    return np.fromiter(checked(), dtype=np.int64)


def _rows(file: Path, columns: list[str], at_once: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield the place of every row, and its cells as bytes (missing: None)."""
    number = 0
    with _opened(file) as parquet:
        for batch in parquet.iter_batches(batch_size=at_once, columns=columns):
            for cells in zip(*(_as_bytes(batch.column(name)) for name in columns), strict=True):
                number += 1
                yield f"{file}, row {number}", list(cells)


def _as_bytes(array: Any) -> list[bytes | None]:
    pyarrow = require("pyarrow")
    if pyarrow.types.is_dictionary(array.type):
        array = array.dictionary_decode()
    if pyarrow.types.is_integer(array.type):
        array = array.cast(pyarrow.string())
    cells: list[bytes | None] = array.cast(pyarrow.large_binary()).to_pylist()
    return cells


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    """Open a Parquet file, and name it in whatever goes wrong with it."""
    pyarrow, parquet = require("pyarrow"), require("pyarrow.parquet")
    try:
        with parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False) as opened:
            yield opened
    except (OSError, pyarrow.ArrowException) as error:
        code = getattr(error, "errno", None)
        reason = os.strerror(code) if code else str(error).partition("\n")[0]
        raise ScaleError(f"{file}: cannot be read as Parquet ({reason}); restore it") from error


def _decoded(content: bytes, place: str, column: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ScaleError(
            f"{place}, column {column}: is not UTF-8 text ({error}); convert it first"
        ) from error
