"""Where the work is done: in this process, or by the workers of Dask."""

import hashlib
import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from agletters import quotations
from agletters.quotations.extract import extract_frame
from agletters.scale.corpus import Partition
from agletters.scale.extras import ScaleError, require
from agletters.scale.output import to_parquet

CONNECT_SECONDS: Final = 20
"""How long a scheduler has to answer, and then to show a worker."""

PATIENCE_SECONDS: Final = 60
"""How long a scheduler may be without any worker."""

_LOOK_EVERY: Final = 5


@cache
def extractor_version() -> str:
    """Return what tells the rules of extraction that are installed here from any others.

    Returns
    -------
    str
        A SHA-256 over the code of ``agletters.quotations``, in hexadecimal.

    Examples
    --------
    >>> len(extractor_version())
    64
    """
    digest = hashlib.sha256()
    for folder in quotations.__path__:
        for path in sorted(Path(folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def extract_part(articles: tuple[tuple[str, str], ...], version: str) -> bytes:
    """Find the candidates of a partition's articles.

    Parameters
    ----------
    articles : tuple of tuple of str
        Identifier and text of each.
    version : str
        What :func:`extractor_version` returns where the run was started.

    Returns
    -------
    bytes
        The candidates, as a Parquet file.

    Raises
    ------
    ScaleError
        If another version is installed here.

    Examples
    --------
    >>> extract_part((("S1", "“We lost,” Ann Lee said."),), extractor_version())[:4]
    b'PAR1'
    """
    if version != extractor_version():
        raise ScaleError(
            "a worker has another version of agletters than this machine; install the same on both"
        )
    return to_parquet(extract_frame(articles))


def in_this_process(partitions: Iterator[Partition]) -> Generator[tuple[Partition, bytes]]:
    """Work through partitions one by one.

    Parameters
    ----------
    partitions : iterator of Partition
        The partitions.

    Yields
    ------
    tuple of Partition and bytes
        Each partition with its candidates, as a Parquet file.
    """
    for partition in partitions:
        yield partition, extract_part(partition.articles, extractor_version())


def on_dask(
    partitions: Iterator[Partition], scheduler: str | None = None, workers: int | None = None
) -> Generator[tuple[Partition, bytes]]:
    """Work through partitions on Dask, a few more at a time than there are workers.

    The articles travel to the workers and the candidates back, so that the workers need neither
    the corpus nor the folder of the result.

    Parameters
    ----------
    partitions : iterator of Partition
        The partitions. Taken only as fast as they are worked through.
    scheduler : str, optional
        Address of a cluster's scheduler, as ``tcp://127.0.0.1:8786``. By default, processes are
        started on this machine.
    workers : int, optional
        How many processes to start; by default one for each core.

    Yields
    ------
    tuple of Partition and bytes
        Each partition with its candidates, as a Parquet file, in the order in which they are
        done.

    Raises
    ------
    ScaleError
        If the scheduler does not answer or has no workers, or if a partition ends one worker
        after the other.

    Notes
    -----
    What a worker was at when it died is given to another, as often as Dask's setting
    ``distributed.scheduler.allowed-failures`` says.
    """
    first = next(partitions, None)
    if first is None:
        return
    distributed = require("distributed")
    with _client(scheduler, workers) as client:
        running: dict[Any, Partition] = {}

        def submit(partition: Partition) -> None:
            arguments = (partition.articles, extractor_version())
            running[client.submit(extract_part, *arguments, pure=False)] = partition

        partitions = chain([first], partitions)
        while True:
            # One at least: when the last worker has just died, the next may be on its way.
            room = max(1, 2 * sum(_answer(client.nthreads).values())) - len(running)
            for partition in islice(partitions, max(0, room)):
                submit(partition)
            if not running:
                return
            for future in _finished(distributed, client, list(running)):
                content = _result(distributed, future, running[future])
                if content is not None:
                    yield running.pop(future), content


def _finished(distributed: Any, client: Any, futures: list[Any]) -> set[Any]:
    """Wait until something is done, or until it is plain that nothing will be."""
    for _ in range(0, PATIENCE_SECONDS, _LOOK_EVERY):
        try:
            done: set[Any] = distributed.wait(futures, _LOOK_EVERY, "FIRST_COMPLETED").done
        except TimeoutError:
            if not _answer(client.nthreads):
                continue
            return set()
        except distributed.client.FutureCancelledError:
            return {future for future in futures if future.cancelled()}
        return done
    raise ScaleError(
        f"the scheduler has had no worker for {PATIENCE_SECONDS} seconds; start some and run "
        "the same command again"
    )


def _result(distributed: Any, future: Any, partition: Partition) -> bytes | None:
    """Fetch the candidates; None if they were lost with their worker, and will be made again."""
    names = f"articles {partition.articles[0][0]!r} to {partition.articles[-1][0]!r}"
    try:
        content: bytes = future.result(timeout=_LOOK_EVERY)
    except TimeoutError:
        return None
    except distributed.scheduler.KilledWorker as error:
        raise ScaleError(
            f"{names}: every worker that was given them died; look for a lack of memory in the "
            "workers' logs, or try --engine process"
        ) from error
    except ModuleNotFoundError as error:
        raise ScaleError(
            f"a worker cannot import what it needs ({error}): install 'agletters[scale]' on "
            "every worker, the same version as here"
        ) from error
    except (distributed.client.FutureCancelledError, OSError) as error:
        raise ScaleError(f"{names}: the scheduler was lost ({error}); start it again") from error
    return content


def _answer(ask: Callable[[], dict[str, int]]) -> dict[str, int]:
    """Ask the scheduler, and say so if it is not there any more."""
    try:
        return ask()
    except OSError as error:
        raise ScaleError(f"the scheduler was lost ({error}); start it again") from error


@contextmanager
def _client(scheduler: str | None, workers: int | None) -> Iterator[Any]:
    dask, distributed = require("dask"), require("distributed")
    # One long article is a large task, and not a mistake.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"}):
        if scheduler is None:
            with (
                distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    host="127.0.0.1",
                    # Without a port of its own, Dask would take one that others use.
                    dashboard_address="127.0.0.1:0",
                    scheduler_kwargs={"dashboard": False},
                    silence_logs=logging.CRITICAL,
                ) as cluster,
                distributed.Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = distributed.Client(scheduler, timeout=CONNECT_SECONDS)
        except (OSError, ValueError) as error:
            raise ScaleError(
                f"{scheduler}: no scheduler of Dask answers there ({error}); start one with "
                "'dask scheduler', or leave --scheduler out for this machine's cores"
            ) from error
        with client:
            try:
                client.wait_for_workers(1, timeout=CONNECT_SECONDS)
            except TimeoutError as error:
                raise ScaleError(
                    f"{scheduler}: the scheduler has no worker; start some with "
                    f"'dask worker {scheduler}'"
                ) from error
            yield client
