"""Draw plotly figures in one local Chrome: the program that `draw` runs beside the build.

``python chrome.py FOLDER CHROME SECONDS`` draws every ``NAME.json`` of FOLDER to
``NAME.svg``. It is a process of its own because a Chrome that hangs keeps threads alive
that only the end of their process ends.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kaleido import Kaleido


async def draw_folder(folder: Path, chrome: str, seconds: float) -> None:
    """Draw every JSON figure of a folder as SVG, with one Chrome for all.

    If Chrome fails, or does not answer in time, it is killed, the reason stands
    on the standard error stream, and the process ends with exit code 1.

    Parameters
    ----------
    folder : pathlib.Path
        Where the figures are and the drawings go.
    chrome : str
        The browser's program.
    seconds : float
        Time limit for starting, for each figure and for closing.
    """
    # MathJax would come from a CDN, and no figure has formulas.
    kaleido = Kaleido(path=chrome, timeout=None, mathjax=False)
    try:
        with _time_limit(kaleido, seconds, "starting"):
            await kaleido.open()
        for source in sorted(folder.glob("*.json")):
            figure = json.loads(source.read_text(encoding="utf-8"))
            with _time_limit(kaleido, seconds, f"drawing {source.stem}"):
                svg = await kaleido.calc_fig(figure, opts={"format": "svg"})
            source.with_suffix(".svg").write_bytes(svg)
        with _time_limit(kaleido, seconds, "closing"):
            await kaleido.close()
    except Exception as error:
        # Only the first sentence: the others advise on kaleido's own commands.
        _give_up(kaleido, str(error.args[0] if error.args else type(error).__name__))


@contextmanager
def _time_limit(kaleido: Kaleido, seconds: float, doing: str) -> Iterator[None]:
    """End the process if the block takes longer than `seconds`.

    This is a timer thread, since asyncio's own limits wait for Chrome's answer
    to the cancellation.
    """
    message = f"it did not answer within {seconds:g} seconds of {doing}"
    timer = threading.Timer(seconds, _give_up, (kaleido, message))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _give_up(kaleido: Kaleido, message: str) -> None:
    """Say why, kill Chrome and leave this process at once."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()
    process = getattr(kaleido, "subprocess", None)
    if process is not None and process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            # Chrome runs behind a wrapper that leads a process group of its own.
            os.killpg(process.pid, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    # What kaleido warns of while Chrome is killed would stand after the reason.
    logging.disable()
    asyncio.run(draw_folder(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])))
