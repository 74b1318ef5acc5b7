"""Prose to signatories: which offices a press release or an article says have joined."""

from agletters.signatories.parsing import (
    Disagreement,
    Signatories,
    Signatory,
    parse,
    parse_frame,
)

__all__ = ["Disagreement", "Signatories", "Signatory", "parse", "parse_frame"]
