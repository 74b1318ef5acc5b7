"""Corpora of articles: candidate statements of more texts than fit into memory.

A corpus is one Parquet file or more, with a column of identifiers and a column of texts. It is
read once, in partitions of bounded size. The rows of each partition are kept in a part of its
own until all are there, so that a run that was stopped goes on where it was. Parquet and Dask
come with ``pip install 'agletters[scale]'`` and are loaded only when they are used.
"""

from agletters.scale.extraction import Engine, Extracted, extract_corpus
from agletters.scale.extras import ScaleError
from agletters.scale.output import write_frames

__all__ = ["Engine", "Extracted", "ScaleError", "extract_corpus", "write_frames"]
