"""A limit of time for every test: a check that waits or loops is a fault of its own."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

#: Of computing, and of waiting, which takes longer on a busy machine.
SECONDS = 30
WAITING = 180


@pytest.fixture(autouse=True)
def limit() -> Iterator[None]:
    def stop(number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"{signal.Signals(number).name}: took too long")

    timers = {signal.SIGVTALRM: signal.ITIMER_VIRTUAL, signal.SIGALRM: signal.ITIMER_REAL}
    before = {number: signal.signal(number, stop) for number in timers}
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WAITING)
    yield
    for number, timer in timers.items():
        signal.setitimer(timer, 0)
        signal.signal(number, before[number])
