"""Templates of pages, compiled once: a build has one page to make, the tests have hundreds."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from nbconvert.exporters import TemplateExporter


class Compiled(BytecodeCache):
    """Keep compiled templates, each as long as its source is the same."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = Compiled()


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let the exporters of notebooks share what they compile."""
    make = TemplateExporter._create_environment

    def environment(exporter: TemplateExporter) -> Environment:
        made = make(exporter)
        made.bytecode_cache = _COMPILED
        return made

    with mock.patch.object(TemplateExporter, "_create_environment", environment):
        yield
