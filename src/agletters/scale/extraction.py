"""From a corpus to one file of candidate statements, in a run that can be stopped at any time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from agletters.scale.corpus import Partition, open_corpus
from agletters.scale.engines import extractor_version, in_this_process, on_dask
from agletters.scale.extras import ScaleError
from agletters.scale.output import open_parts, require_format


class Engine(StrEnum):
    """Where a corpus is worked through: in this process, or by the workers of Dask."""

    PROCESS = "process"
    DASK = "dask"


class Extracted(NamedTuple):
    """What a run has made.

    Parameters
    ----------
    candidates : int
        Rows of the file.
    articles : int
        Articles of the corpus.
    kept : int
        Articles whose candidates an earlier, unfinished run had found.
    without_text : int
        Articles without a text.
    first_without_text : str or None
        The first of these.
    """

    candidates: int
    articles: int
    kept: int
    without_text: int
    first_without_text: str | None


def extract_corpus(
    corpus: Path | Sequence[Path],
    out: Path,
    *,
    engine: Engine | str = Engine.PROCESS,
    text_column: str = "text",
    id_column: str = "id",
    scheduler: str | None = None,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Extracted:
    """Write the candidate statements of a corpus of articles to one file.

    The file is the same whatever the engine: rows in the order of the articles, as
    :func:`agletters.quotations.extract.extract_frame` returns them. A run that is stopped, by
    whatever, leaves what it has finished in the folder ``OUT.parts``; the next one goes on from
    there, and neither loses nor repeats a row. Articles or rules that have changed in between
    are worked through anew.

    Parameters
    ----------
    corpus : pathlib.Path or sequence of pathlib.Path
        Parquet files, or folders of them (see :func:`agletters.scale.corpus.open_corpus`).
    out : pathlib.Path
        The file to write, whose name ends in ``.csv`` or ``.parquet``. It is replaced at once
        when everything is done.
    engine : Engine or str, default "process"
        ``process`` for this process alone, ``dask`` for the cores of this machine or a cluster.
        A script that uses ``dask`` on its own machine must be importable without effect, that
        is, have its calls under ``if __name__ == "__main__":``.
    text_column, id_column : str
        Names of the columns with the texts and the identifiers, which become ``source_id``.
    scheduler : str, optional
        Address of a Dask scheduler, as ``tcp://127.0.0.1:8786``.
    workers : int, optional
        Number of processes that ``dask`` starts on this machine; by default one for each core.
    progress : callable, optional
        Called with the number of articles done and the number of all.

    Returns
    -------
    Extracted
        What was done.

    Raises
    ------
    ScaleError
        If the corpus cannot be read, an identifier is missing or stands twice, the workers are
        lost, or the file cannot be written.

    Notes
    -----
    Memory is bounded by the partition (500 articles or one mebibyte of text, whichever comes
    first, and one article at least), of which there are two for each worker, and by eight bytes
    for each article. A missing text is taken as an empty one, and counted.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> import pandas as pd
    >>> texts = pd.DataFrame({"id": ["S1", "S2"], "text": ["“We lost,” Ann Lee said.", None]})
    >>> with TemporaryDirectory() as folder:
    ...     texts.to_parquet(Path(folder, "corpus.parquet"))
    ...     extract_corpus(Path(folder, "corpus.parquet"), Path(folder, "candidates.csv"))
    Extracted(candidates=1, articles=2, kept=0, without_text=1, first_without_text='S2')
    """
    engine = Engine(engine)
    if engine is Engine.PROCESS and (scheduler is not None or workers is not None):
        raise ScaleError("a scheduler and a number of workers are for the engine dask alone")
    if scheduler is not None and workers is not None:
        raise ScaleError("give a scheduler or a number of workers: a cluster has workers already")
    paths = [corpus] if isinstance(corpus, Path) else list(corpus)
    require_format(out)
    _require_apart(paths, out)
    source = open_corpus(paths, text_column=text_column, id_column=id_column)
    version = extractor_version()
    keys: list[str] = []
    done = kept = without = 0
    first_without = None

    def advance(partition: Partition) -> None:
        nonlocal done
        done += len(partition.articles)
        if progress is not None:
            progress(done, source.articles)

    with open_parts(out) as parts:

        def missing() -> Iterator[Partition]:
            nonlocal kept, without, first_without
            for partition in source.partitions():
                keys.append(partition.key(version))
                without += len(partition.without_text)
                first_without = first_without or next(iter(partition.without_text), None)
                if parts.has(keys[-1]):
                    kept += len(partition.articles)
                    advance(partition)
                else:
                    yield partition

        found = in_this_process(missing())
        if engine is Engine.DASK:
            found = on_dask(missing(), scheduler, workers)
        # Workers must be gone before the parts are given free, whatever happens here.
        with closing(found):
            for partition, content in found:
                parts.write(partition.key(version), content)
                advance(partition)
        candidates = parts.join(keys)
    return Extracted(candidates, source.articles, kept, without, first_without)


def _require_apart(paths: Sequence[Path], out: Path) -> None:
    target = out.resolve()
    for path in paths:
        if path.resolve() in (target, *target.parents):
            raise ScaleError(
                f"{out}: is the corpus {path} or lies in it, which the next run would then "
                "read; name a file elsewhere"
            )
