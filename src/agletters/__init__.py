"""Joint letters of attorneys general: tables, coalitions, quotations and a published report.

The names below are the public interface. Each is loaded when it is first asked
for, so that reading a text needs neither pandas nor plotly.
"""

from importlib import import_module

# Type checkers know the name; importing typing for it would double the cost of this module.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from agletters.bounds import signing_bounds
    from agletters.checks import check
    from agletters.coalitions import participation, transitions
    from agletters.comparisons import compare, two_by_two
    from agletters.figures import publish
    from agletters.geometry import load_geometry
    from agletters.html_tables import show_table
    from agletters.maps import choropleth
    from agletters.prose import say
    from agletters.quotations.extract import extract
    from agletters.reference import source_list
    from agletters.report.build import build
    from agletters.signatories import parse as parse_signatories
    from agletters.tables import load as load_tables

__all__ = [
    "build",
    "check",
    "choropleth",
    "compare",
    "extract",
    "load_geometry",
    "load_tables",
    "parse_signatories",
    "participation",
    "publish",
    "say",
    "show_table",
    "signing_bounds",
    "source_list",
    "transitions",
    "two_by_two",
]

#: Where each public name is at home; type checkers read the imports above instead.
_HOMES = {
    "build": ("agletters.report.build", "build"),
    "check": ("agletters.checks", "check"),
    "choropleth": ("agletters.maps", "choropleth"),
    "compare": ("agletters.comparisons", "compare"),
    "extract": ("agletters.quotations.extract", "extract"),
    "load_geometry": ("agletters.geometry", "load_geometry"),
    "load_tables": ("agletters.tables", "load"),
    "parse_signatories": ("agletters.signatories", "parse"),
    "participation": ("agletters.coalitions", "participation"),
    "publish": ("agletters.figures", "publish"),
    "say": ("agletters.prose", "say"),
    "show_table": ("agletters.html_tables", "show_table"),
    "signing_bounds": ("agletters.bounds", "signing_bounds"),
    "source_list": ("agletters.reference", "source_list"),
    "transitions": ("agletters.coalitions", "transitions"),
    "two_by_two": ("agletters.comparisons", "two_by_two"),
}


if not TYPE_CHECKING:  # else every misspelt name would pass for an object

    def __getattr__(name: str) -> object:
        """Load a public name on first use (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, attribute = _HOMES[name]
        value = getattr(import_module(module), attribute)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names beside what is loaded already."""
    return sorted({*globals(), *__all__})
