"""The offices that a text says have joined, as they are returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Signatory:
    """An office that joined, and where the text says so.

    Attributes
    ----------
    usps : str
        USPS code of the office's jurisdiction.
    start, end : int
        Offsets in the text: of the jurisdiction's name, or of the words that imply the office
        where it is not named.
    officeholder : str or None
        The officeholder's name as printed beside the office, or None.
    implied : bool
        True where the office is not named: the publisher of a release, or a state under "every
        state except".
    """

    usps: str
    start: int
    end: int
    officeholder: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stated number of offices that is not the number found.

    Attributes
    ----------
    stated : int
        What the text states.
    found : int
        How many offices were found in it.
    """

    stated: int
    found: int

    def __str__(self) -> str:
        """Return the disagreement as a sentence."""
        return f"The text states {self.stated} offices; {self.found} were found in it."


@dataclass(frozen=True, slots=True)
class Signatories:
    """What `parse` found in a text.

    Attributes
    ----------
    signatories : tuple of Signatory
        Each office once: those named in the order of the text, then those that a rule such as
        "every state except" implies, by name.
    reported_count : int or None
        The number of offices that the text states, those included that "20 others" presupposes;
        None where it states none.
    confidence : float
        The estimated probability that exactly these offices joined, 0 to 1 (`parse` says how
        far it holds).
    """

    signatories: tuple[Signatory, ...]
    reported_count: int | None
    confidence: float

    @property
    def disagreement(self) -> Disagreement | None:
        """The stated number against the number found; None where they agree or none is stated."""
        found = len(self.signatories)
        if self.reported_count is None or self.reported_count == found:
            return None
        return Disagreement(self.reported_count, found)


class Reading(NamedTuple):
    """What the grammar alone finds.

    Attributes
    ----------
    signatories : tuple of Signatory
        The offices, in the order of `Signatories`.
    reported_count : int or None
        The number of offices that the text states.
    """

    signatories: tuple[Signatory, ...]
    reported_count: int | None
