"""The one family of errors that a user of the package is meant to read."""

from __future__ import annotations


class AglettersError(Exception):
    """A fault that the user can mend; its text names the place and the remedy.

    The command line prints it without a traceback and ends with exit code 1.
    """
