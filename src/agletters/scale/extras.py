"""What the rooms of this package share: the error, and packages that may be absent."""

import importlib
from typing import Any

from agletters.errors import AglettersError


class ScaleError(AglettersError):
    """A corpus cannot be read, worked through or written out."""


def require(name: str) -> Any:
    """Import a module of the extra ``scale``.

    Parameters
    ----------
    name : str
        The module.

    Returns
    -------
    module
        That module.

    Raises
    ------
    ScaleError
        If it is not installed.

    Examples
    --------
    >>> require("json").loads("1")
    1
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise ScaleError(
            f"a corpus in Parquet needs the package {package}, which cannot be imported "
            f"({error}): pip install 'agletters[scale]'"
        ) from error
