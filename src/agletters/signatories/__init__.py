"""Prose to signatories: which offices a press release or an article says have joined."""

from agletters.signatories.frame import parse_frame
from agletters.signatories.offices import Disagreement, Signatories, Signatory
from agletters.signatories.parsing import parse

__all__ = ["Disagreement", "Signatories", "Signatory", "parse", "parse_frame"]
