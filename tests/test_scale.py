"""Corpora: the same rows by every engine, and none lost or doubled after any fault."""

import errno
import hashlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import distributed
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agletters.quotations.extract import extract_frame
from agletters.scale import (
    ScaleError,
    corpus,
    engines,
    extract_corpus,
    extraction,
    output,
    write_frames,
)
from agletters.scale.corpus import Partition
from agletters.scale.output import to_parquet

NAMES = ("Ann Lee", "Bob Ray", "Cy Moss")
CODES = [hashlib.sha256(bytes([number])).hexdigest() * 4 for number in range(20)]
TEXTS = {
    f"S{number:02}": f"“We lost {code},” {NAMES[number % 3]} said.\n\n“Never,” he added."
    for number, code in enumerate(CODES)
}
PARTITIONS = 7
# Every part is synced to the disk before it gets its name; the eighth sync is that of the result.
KILLED = """
import os, signal, sys
from pathlib import Path
from agletters.scale import corpus, extract_corpus
corpus.PARTITION_ARTICLES = 3
owner, name = (os, "fsync") if sys.argv[1] == "sync" else (Path, "unlink")
genuine, calls = getattr(owner, name), []
def call(*arguments, **named):
    calls.append(name)
    if len(calls) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return genuine(*arguments, **named)
setattr(owner, name, call)
engine = {"engine": "dask", "scheduler": sys.argv[5]} if sys.argv[5:] else {}
extract_corpus(Path(sys.argv[3]), Path(sys.argv[4]), **engine)
"""


@pytest.fixture(autouse=True)
def small_partitions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "PARTITION_ARTICLES", 3)
    # No test cuts the power, and waiting for the disk takes most of their time.
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return parquet(tmp_path / "corpus.parquet", list(TEXTS), list(TEXTS.values()))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "candidates.csv"


@contextmanager
def small_cluster(**options: Any) -> Iterator[distributed.LocalCluster]:
    settings = {"n_workers": 1, "threads_per_worker": 1, "processes": False, **options}
    with distributed.LocalCluster(
        host="127.0.0.1",
        protocol="tcp",
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        silence_logs=50,
        **settings,
    ) as made:
        yield made


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with small_cluster() as made:
        yield made.scheduler_address


def parquet(path: Path, ids: list[Any], texts: list[Any], **options: Any) -> Path:
    pq.write_table(pa.table({"id": ids, "text": texts}), path, **options)
    return path


def expected(texts: dict[str, str] = TEXTS) -> bytes:
    return extract_frame(texts).to_csv(index=False, lineterminator="\n").encode()


def parts_of(out: Path) -> list[str]:
    return sorted(path.name for path in out.with_name(f"{out.name}.parts").glob("*"))


def leftovers(out: Path) -> set[str]:
    """Name what lies beside the result and the corpus."""
    return {path.name for path in out.parent.iterdir()} - {out.name, "corpus.parquet"}


def stop_after(number: int) -> Callable[[int, int], None]:
    calls = iter(range(1, 1 + number))

    def progress(_done: int, _total: int) -> None:
        if next(calls) == number:
            raise ScaleError("stopped")

    return progress


# The same rows ------------------------------------------------------------------------


def test_a_corpus_gives_the_rows_that_its_texts_give(articles: Path, out: Path) -> None:
    made = extract_corpus(articles, out)
    assert out.read_bytes() == expected()
    assert made == (len(extract_frame(TEXTS)), 20, 0, 0, None)
    assert leftovers(out) == set()


def test_dask_gives_the_same_bytes(articles: Path, out: Path, scheduler: str) -> None:
    extract_corpus(articles, out, engine="dask", scheduler=scheduler)
    assert out.read_bytes() == expected()
    assert leftovers(out) == set()


def test_dask_starts_workers_of_its_own_if_no_scheduler_is_named(articles: Path, out: Path) -> None:
    extract_corpus(articles, out, engine="dask", workers=1)
    assert out.read_bytes() == expected()


def test_a_run_with_nothing_left_to_do_needs_no_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert list(engines.on_dask(iter(()))) == []


def test_row_groups_have_a_useful_size_whatever_the_size_of_the_parts(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_ROWS_IN_GROUP", 4)
    two_rows = extract_frame({"S00": TEXTS["S00"]})
    for parts, groups in ((4, [4, 4]), (5, [4, 4, 2])):
        assert write_frames([two_rows] * parts, out.with_suffix(".parquet")) == 2 * parts
        found = pq.ParquetFile(out.with_suffix(".parquet")).metadata
        assert [found.row_group(at).num_rows for at in range(found.num_row_groups)] == groups


def test_parquet_holds_the_same_table_as_csv(articles: Path, out: Path) -> None:
    extract_corpus(articles, out.with_suffix(".parquet"))
    table = pd.read_parquet(out.with_suffix(".parquet"))
    frame = extract_frame(TEXTS)
    pd.testing.assert_frame_equal(table.astype(frame.dtypes), frame)


@settings(max_examples=6)
@given(data=st.data())
def test_files_row_groups_and_partitions_leave_no_trace(data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, 20), max_size=3).map(sorted), "files")
    bounds = [0, *cuts, 20]
    ids, texts = list(TEXTS), list(TEXTS.values())
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as name:
        patch.setattr(corpus, "PARTITION_ARTICLES", data.draw(st.integers(2, 9), "articles"))
        patch.setattr(corpus, "PARTITION_BYTES", data.draw(st.integers(400, 2000), "bytes"))
        patch.setattr(corpus, "_TEXTS_AT_ONCE", data.draw(st.integers(1, 9), "at once"))
        folder = Path(name, "corpus")
        folder.mkdir()
        for number, (start, end) in enumerate(pairwise(bounds)):
            parquet(
                folder / f"part-{number}.parquet",
                ids[start:end],
                pa.array(texts[start:end], pa.string()),
                row_group_size=data.draw(st.integers(1, 9), "row group"),
            )
        extract_corpus(folder, Path(name, "out.csv"))
        assert Path(name, "out.csv").read_bytes() == expected()


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
def test_texts_are_read_however_they_are_stored(tmp_path: Path, out: Path, kind: Any) -> None:
    texts = pa.array([text.encode() for text in TEXTS.values()]).cast(pa.string())
    path = parquet(tmp_path / "corpus.parquet", list(TEXTS), texts.cast(kind))
    extract_corpus(path, out)
    assert out.read_bytes() == expected()


def test_whole_numbers_and_other_columns_do_as_identifiers(tmp_path: Path, out: Path) -> None:
    table = pa.table({"number": [7, 8], "body": list(TEXTS.values())[:2], "id": [None, None]})
    pq.write_table(table, tmp_path / "corpus.parquet")
    extract_corpus(tmp_path / "corpus.parquet", out, text_column="body", id_column="number")
    first, second = list(TEXTS.values())[:2]
    assert out.read_bytes() == expected({"7": first, "8": second})


def test_several_files_are_read_in_the_order_given(tmp_path: Path, out: Path) -> None:
    files = [parquet(tmp_path / f"{name}.parquet", [name], [TEXTS["S00"]]) for name in "ba"]
    extract_corpus(files, out)
    assert pd.read_csv(out)["source_id"].unique().tolist() == ["b", "a"]


def test_hidden_files_of_a_folder_are_not_read(tmp_path: Path, articles: Path) -> None:
    for name in ("_metadata.parquet", ".part.parquet"):
        (tmp_path / name).write_bytes(b"no table")
    with tempfile.TemporaryDirectory() as elsewhere:
        assert extract_corpus(tmp_path, Path(elsewhere, "out.csv")).articles == 20
    assert articles.exists()


def test_dask_takes_only_a_few_partitions_ahead(scheduler: str) -> None:
    taken = 0

    def partitions() -> Iterator[Partition]:
        nonlocal taken
        for item in TEXTS.items():
            taken += 1
            yield Partition((item,), ())

    for given_back, _ in enumerate(engines.on_dask(partitions(), scheduler), start=1):
        assert taken - given_back < 3
    assert taken == 20


def test_progress_counts_every_article(articles: Path, out: Path) -> None:
    seen: list[tuple[int, int]] = []
    extract_corpus(articles, out, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(min(3 * number, 20), 20) for number in range(1, PARTITIONS + 1)]


# After a kill -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "number", "parts", "finished"),
    [("sync", 3, 2, False), ("sync", 8, PARTITIONS, False), ("unlink", 12, 4, True)],
    ids=["between parts", "before the result", "after the result"],
)
def test_a_killed_run_is_finished_by_the_next_without_a_row_lost_or_doubled(
    articles: Path, out: Path, call: str, number: int, parts: int, finished: bool
) -> None:
    run_and_die(call, str(number), articles, out)
    assert len([name for name in parts_of(out) if not name.startswith(".")]) == parts
    assert out.exists() == finished
    made = extract_corpus(articles, out)
    assert made.kept == min(20, 3 * parts) if not finished else made.kept > 0
    assert out.read_bytes() == expected()
    assert leftovers(out) == set()


def test_a_killed_run_on_dask_is_finished_by_the_next(
    articles: Path, out: Path, scheduler: str
) -> None:
    run_and_die("sync", "3", articles, out, scheduler)
    assert len([name for name in parts_of(out) if not name.startswith(".")]) == 2
    extract_corpus(articles, out, engine="dask", scheduler=scheduler)
    assert out.read_bytes() == expected()
    assert leftovers(out) == set()


def run_and_die(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == -9, done.stderr


def test_what_is_finished_is_not_done_again(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ScaleError, match=r"4 finished partitions are kept in .*out") as caught:
        extract_corpus(articles, out.with_name("out.csv"), progress=stop_after(4))
    assert "the same command goes on from there" in str(caught.value)
    done: list[str] = []
    genuine = engines.extract_frame
    monkeypatch.setattr(
        engines, "extract_frame", lambda given: done.extend(dict(given)) or genuine(given)
    )
    extract_corpus(articles, out.with_name("out.csv"))
    assert done == list(TEXTS)[12:]


def test_articles_that_changed_in_between_are_worked_through_anew(
    articles: Path, out: Path
) -> None:
    with pytest.raises(ScaleError):
        extract_corpus(articles, out, progress=stop_after(4))
    changed = {**TEXTS, "S01": "“It is new,” Dan Fox said."}
    parquet(articles, list(changed), list(changed.values()))
    assert extract_corpus(articles, out).kept == 9
    assert out.read_bytes() == expected(changed)
    assert leftovers(out) == set()


def test_parts_of_other_rules_are_not_used(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ScaleError):
        extract_corpus(articles, out, progress=stop_after(4))
    for module in (engines, extraction):
        monkeypatch.setattr(module, "extractor_version", lambda: "another")
    assert extract_corpus(articles, out).kept == 0
    assert out.read_bytes() == expected()
    assert leftovers(out) == set()


def test_a_torn_part_is_made_again(articles: Path, out: Path) -> None:
    with pytest.raises(ScaleError):
        extract_corpus(articles, out, progress=stop_after(4))
    first = next(out.with_name(f"{out.name}.parts").iterdir())
    first.write_bytes(first.read_bytes()[:-9])
    assert extract_corpus(articles, out).kept == 9
    assert out.read_bytes() == expected()


def test_a_part_in_which_a_name_was_changed_is_refused_until_it_is_gone(
    articles: Path, out: Path
) -> None:
    with pytest.raises(ScaleError):
        extract_corpus(articles, out, progress=stop_after(4))
    first = min(out.with_name(f"{out.name}.parts").iterdir())
    first.write_bytes(first.read_bytes().replace(b"Ann Lee", b"Ann Lie"))
    with pytest.raises(ScaleError, match=r"\.parquet: is damaged \(.*\); delete it"):
        extract_corpus(articles, out)
    first.unlink()
    extract_corpus(articles, out)
    assert out.read_bytes() == expected()


def test_two_runs_for_one_file_are_kept_apart(articles: Path, out: Path) -> None:
    def second(_done: int, _total: int) -> None:
        extract_corpus(articles, out)

    with pytest.raises(ScaleError, match="another run is writing it"):
        extract_corpus(articles, out, progress=second)


# Faults of the machines ---------------------------------------------------------------


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_full_disk_is_named_and_keeps_the_parts_that_are_whole(
    articles: Path, out: Path, suffix: str
) -> None:
    out = out.with_suffix(suffix)
    out.write_bytes(b"what was there")
    items = list(TEXTS.items())
    starts = range(0, len(items), 3)
    parts = [to_parquet(extract_frame(dict(items[start : start + 3]))) for start in starts]
    for limit, kept in ((100, 0), (max(map(len, parts)), PARTITIONS)):
        with (
            files_no_longer_than(limit),
            pytest.raises(ScaleError, match=r"written \(File too large\); make room for it"),
        ):
            extract_corpus(articles, out)
        assert out.read_bytes() == b"what was there"
        assert len(parts_of(out)) == kept
        assert leftovers(out) == ({f"{out.name}.parts"} if kept else set())
    assert extract_corpus(articles, out).kept == 20
    assert leftovers(out) == set()
    read = pd.read_csv if suffix == ".csv" else pd.read_parquet
    assert read(out)["source_id"].unique().tolist() == list(TEXTS)


@pytest.fixture(scope="module")
def processes() -> Iterator[distributed.LocalCluster]:
    with small_cluster(processes=True) as made:
        yield made


def killing(cluster: distributed.LocalCluster) -> Callable[[int, int], None]:
    """Kill the worker after the first partition, while it is at another."""
    with distributed.Client(cluster) as client:
        client.wait_for_workers(1)
        client.run(slow_down)
        [pid] = client.run(os.getpid).values()
    return lambda done, _total: os.kill(pid, signal.SIGKILL) if done == 3 else None


def test_a_worker_that_dies_costs_no_row(articles: Path, out: Path, processes: Any) -> None:
    address = processes.scheduler_address
    extract_corpus(articles, out, engine="dask", scheduler=address, progress=killing(processes))
    assert out.read_bytes() == expected()


def test_moments_without_workers_cost_no_row(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributed.Client, "nthreads", lambda _: {})
    with small_cluster() as cluster:
        extract_corpus(articles, out, engine="dask", scheduler=cluster.scheduler_address)
    assert out.read_bytes() == expected()


def test_a_partition_that_ends_its_workers_is_named_and_the_others_are_kept(
    articles: Path, out: Path, processes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes.scheduler, "allowed_failures", 0)
    address = processes.scheduler_address
    with pytest.raises(ScaleError, match=r"articles 'S\d\d' to 'S\d\d': every worker") as error:
        extract_corpus(articles, out, engine="dask", scheduler=address, progress=killing(processes))
    assert "finished partitions are kept" in str(error.value)
    extract_corpus(articles, out)
    assert out.read_bytes() == expected()


def slow_down() -> None:
    """Keep the worker at its task until it is killed."""
    import time

    from agletters.scale import engines

    genuine = engines.extract_frame
    engines.extract_frame = lambda given: time.sleep(0.2) or genuine(given)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (lambda cluster: cluster.scale(0), "has had no worker for 2 seconds"),
        (lambda cluster: cluster.close(), "the scheduler was lost"),
    ],
    ids=["workers", "scheduler"],
)
def test_a_cluster_that_goes_away_is_a_message(
    articles: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Any], None],
    message: str,
) -> None:
    monkeypatch.setattr(engines, "PATIENCE_SECONDS", 2)
    monkeypatch.setattr(engines, "_LOOK_EVERY", 1)
    monkeypatch.setattr(engines, "CONNECT_SECONDS", 1)
    with small_cluster() as cluster, pytest.raises(ScaleError, match=message) as error:
        extract_corpus(
            articles,
            out,
            engine="dask",
            scheduler=cluster.scheduler_address,
            progress=lambda done, _total: fault(cluster) if done == 3 else None,
        )
    assert "finished partitions are kept" in str(error.value)
    extract_corpus(articles, out)
    assert out.read_bytes() == expected()


def test_a_scheduler_without_workers_or_that_is_not_there_is_a_message(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "CONNECT_SECONDS", 1)
    with (
        small_cluster(n_workers=0) as cluster,
        pytest.raises(ScaleError, match="has no worker; start some with 'dask worker tcp://"),
    ):
        extract_corpus(articles, out, engine="dask", scheduler=cluster.scheduler_address)
    with pytest.raises(ScaleError, match=r"tcp://127.0.0.1:9: no scheduler of Dask answers there"):
        extract_corpus(articles, out, engine="dask", scheduler="tcp://127.0.0.1:9")
    assert leftovers(out) == set()


def test_a_partition_may_take_longer_than_one_look_at_the_workers(
    articles: Path, out: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_LOOK_EVERY", 1)
    waits = iter([1.5])
    monkeypatch.setattr(
        engines, "extract_frame", lambda given: time.sleep(next(waits, 0)) or extract_frame(given)
    )
    extract_corpus(articles, out, engine="dask", scheduler=scheduler)
    assert out.read_bytes() == expected()


def test_a_worker_that_lacks_a_package_is_a_message(
    articles: Path, out: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(_articles: object) -> None:
        raise ModuleNotFoundError("No module named 'pyarrow'")

    monkeypatch.setattr(engines, "extract_frame", without)
    with pytest.raises(
        ScaleError, match=r"cannot import what it needs \(No module named 'pyarrow'\): install"
    ):
        extract_corpus(articles, out, engine="dask", scheduler=scheduler)


def test_candidates_that_were_lost_are_waited_for_and_those_given_up_are_a_message(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_LOOK_EVERY", 1)
    partition = Partition((("S1", ""), ("S2", "")), ())
    with distributed.Client(scheduler) as client:
        future = client.submit(time.sleep, 2)
        assert engines._result(distributed, future, partition) is None
        future.cancel()
        with pytest.raises(ScaleError, match=r"^articles 'S1' to 'S2': the scheduler was lost"):
            engines._result(distributed, future, partition)


def test_a_folder_of_parts_that_cannot_be_removed_is_named(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rmdir", forbidden)
    with pytest.raises(ScaleError, match=r"csv.parts: cannot be removed \(Permission denied\)$"):
        extract_corpus(articles, out)
    assert out.read_bytes() == expected()


def test_a_worker_with_other_rules_refuses() -> None:
    with pytest.raises(ScaleError, match="another version of agletters"):
        engines.extract_part((("S1", ""),), "another")


# Corpora that cannot be used ----------------------------------------------------------


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path, out: Path) -> None:
    path = tmp_path / "corpus.parquet"
    path.write_bytes(b"id,text\n1,a\n")
    with pytest.raises(ScaleError, match=r"corpus.parquet: cannot be read as Parquet \("):
        extract_corpus(path, out)
    with pytest.raises(ScaleError, match=r"missing.parquet: cannot be read as Parquet \(No such"):
        extract_corpus(tmp_path / "missing.parquet", out)


def test_a_file_that_ends_too_soon_is_named_and_keeps_what_was_before_it(
    tmp_path: Path, out: Path
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    parquet(folder / "a.parquet", list(TEXTS), list(TEXTS.values()))
    spoilt = parquet(folder / "b.parquet", ["T1"], [TEXTS["S00"]], compression="none")
    content = spoilt.read_bytes()
    # The length that stands before the text.
    place = content.index(TEXTS["S00"].encode()) - 4
    spoilt.write_bytes(content[:place] + b"\xff" * 4 + content[place + 4 :])
    with pytest.raises(ScaleError, match=r"b.parquet: cannot be read as Parquet") as error:
        extract_corpus(folder, out)
    assert "7 finished partitions are kept" in str(error.value)


@pytest.mark.parametrize("lacking", ["id", "text"])
def test_a_missing_column_is_named_beside_those_that_are_there(
    articles: Path, out: Path, lacking: str
) -> None:
    table = pq.read_table(articles).rename_columns({lacking: "other"})
    pq.write_table(table, articles)
    with pytest.raises(
        ScaleError,
        match=rf"corpus.parquet: has 0 columns '{lacking}'; name the right one with "
        rf"--{lacking}-column. Columns: .*other",
    ):
        extract_corpus(articles, out)


@pytest.mark.parametrize(("column", "values"), [("id", [1.5]), ("text", [7])])
def test_a_column_of_another_type_is_named(
    tmp_path: Path, out: Path, column: str, values: list[Any]
) -> None:
    columns = {"id": ["S1"], "text": ["a"], column: values}
    path = parquet(tmp_path / "corpus.parquet", columns["id"], columns["text"])
    with pytest.raises(ScaleError, match=rf"corpus.parquet, column {column}: is of type "):
        extract_corpus(path, out)


def test_a_corpus_without_articles_is_refused(tmp_path: Path, out: Path) -> None:
    path = parquet(tmp_path / "corpus.parquet", pa.array([], pa.string()), pa.array([], "string"))
    with pytest.raises(ScaleError, match=r"corpus.parquet: holds no article"):
        extract_corpus(path, out)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ScaleError, match=r"folder: holds no file that ends in .parquet"):
        extract_corpus(tmp_path / "folder", out)


def test_missing_texts_are_counted_and_give_no_row(tmp_path: Path, out: Path) -> None:
    texts = [*list(TEXTS.values())[:4], None, None]
    made = extract_corpus(parquet(tmp_path / "corpus.parquet", list("abcdef"), texts), out)
    assert (made.without_text, made.first_without_text) == (2, "e")
    assert out.read_bytes() == expected(dict(zip("abcd", texts[:4], strict=True)))


@pytest.mark.parametrize("missing", [None, ""])
def test_a_missing_identifier_is_named(tmp_path: Path, out: Path, missing: str | None) -> None:
    path = parquet(tmp_path / "corpus.parquet", ["a", missing], ["", ""])
    with pytest.raises(ScaleError, match=r"corpus.parquet, row 2, column id: is empty"):
        extract_corpus(path, out)


def test_an_identifier_that_stands_twice_is_named_with_both_places(
    tmp_path: Path, out: Path
) -> None:
    first = parquet(tmp_path / "one.parquet", ["a", "b"], ["", ""])
    second = parquet(tmp_path / "two.parquet", ["c", "d", "b"], ["", "", ""])
    with pytest.raises(
        ScaleError,
        match=r"two.parquet, row 3, column id: 'b' stands there and in .*one.parquet, row 2",
    ):
        extract_corpus([first, second], out)


def test_a_text_that_is_not_utf_8_is_named_with_its_row_and_article(
    tmp_path: Path, out: Path
) -> None:
    texts = pa.array([b"a", b"caf\xe9"])
    for kind in (texts, texts.view(pa.string())):
        path = parquet(tmp_path / "corpus.parquet", ["a", "b"], kind)
        with pytest.raises(
            ScaleError, match=r"corpus.parquet, row 2 \(article 'b'\), column text: is not UTF-8"
        ):
            extract_corpus(path, out)


def test_a_result_inside_the_corpus_is_refused(articles: Path) -> None:
    for out in (articles, articles.with_name("candidates.csv")):
        given_corpus = articles if out == articles else articles.parent
        with pytest.raises(ScaleError, match=r"is the corpus .* or lies in it"):
            extract_corpus(given_corpus, out)
    assert pq.read_metadata(articles).num_rows == 20


def test_a_result_of_unknown_format_is_refused(articles: Path, out: Path) -> None:
    with pytest.raises(ScaleError, match=r"a name that ends in .csv or .parquet"):
        extract_corpus(articles, out.with_suffix(".json"))


def test_a_folder_that_cannot_be_made_is_named(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(ScaleError, match=r"out.csv.parts: cannot be written \(No such file"):
        extract_corpus(articles, tmp_path / "missing" / "out.csv")


@pytest.mark.parametrize(
    "options",
    [{"scheduler": "x"}, {"workers": 2}, {"engine": "dask", "scheduler": "x", "workers": 2}],
)
def test_options_that_do_not_go_together_are_refused(
    articles: Path, out: Path, options: dict[str, Any]
) -> None:
    with pytest.raises(ScaleError, match="a scheduler"):
        extract_corpus(articles, out, **options)


# Packages -----------------------------------------------------------------------------


@pytest.mark.parametrize("package", ["pyarrow", "distributed"])
def test_a_package_that_is_not_installed_is_named_with_the_command_that_installs_it(
    articles: Path, out: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ScaleError, match=rf"package {package}.*pip install 'agletters\[scale\]'"):
        extract_corpus(articles, out, engine="dask")


def test_dask_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, agletters.scale; sys.exit('dask' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_csv_of_texts_needs_no_parquet(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert write_frames([extract_frame(TEXTS)], out) == len(extract_frame(TEXTS))
