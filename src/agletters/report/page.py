"""From executed notebooks to one page, through nbconvert and a template of our own."""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pandas as pd
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbformat import NotebookNode
from traitlets import Unicode, default

from agletters import figures, palette
from agletters.html_tables import MARKER_TYPE, show_table
from agletters.markup import link
from agletters.prose import CLAIMS_TYPE, anchor, markdown_html
from agletters.report import assets
from agletters.report.interactive import Packed
from agletters.report.metadata import Edition, json_ld
from agletters.report.run import NotebookError, is_executed, run_notebook
from agletters.tables import find_data, read_schema

#: Outputs that the page can show, the preferred first.
SHOWN_TYPES = (figures.MIMETYPE, "text/html")

#: HTML is shown only with one of these beside it: it has passed the escape gate.
TRUSTED_TYPES = frozenset({MARKER_TYPE, CLAIMS_TYPE})

_DATA = re.compile(r'<data value="(\w+)">([^<]*)</data>')
_WORDS_PER_MINUTE = 238
_FOLDED = re.compile(r"<details(?! open)[^>]*>.*?</details>", re.DOTALL)


@dataclass(frozen=True)
class Chapter:
    """A notebook with its place in the report.

    Attributes
    ----------
    name
        File name of the notebook, without its ending: ``01_who_signed``.
    notebook
        The executed notebook.
    """

    name: str
    notebook: NotebookNode

    @property
    def slug(self) -> str:
        """The chapter's id on the page.

        Examples
        --------
        >>> Chapter("01_who_signed", nbformat.v4.new_notebook()).slug
        'who-signed'
        """
        return re.sub(r"^\d+[_-]", "", self.name).replace("_", "-").lower()


def headings(chapter: Chapter) -> list[tuple[int, str, str]]:
    r"""List the headings of a chapter: level, id and text.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell("# Who signed?\n\n## Who did not?")]
    >>> headings(Chapter("01_who_signed", nbformat.v4.new_notebook(cells=cells)))
    [(1, 'who-signed', 'Who signed?'), (2, 'who-signed-who-did-not', 'Who did not?')]
    """
    found = []
    for cell in chapter.notebook.cells:
        if cell.cell_type == "markdown":
            for marks, text in re.findall(r"^(#{1,3}) +(.+?) *$", cell.source, re.MULTILINE):
                level = len(marks)
                found.append((level, anchor(chapter.slug, text, level), text))
    return found


def check_outputs(chapter: Chapter) -> None:
    """Refuse a chapter with an output that the page would drop or garble.

    Raises
    ------
    NotebookError
        If a cell prints, warns or gives a bare object; the cell is named.
    """
    for number, cell in enumerate(chapter.notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                what = f"writes to {output.name}: {output.text.strip().splitlines()[0]}"
            elif _is_shown(output.get("data", {})):
                continue
            else:
                kinds = ", ".join(sorted(output.get("data", {}))) or output.output_type
                what = f"gives an output that the page cannot show ({kinds})"
            raise NotebookError(
                f"{chapter.name}.ipynb, cell {number}: {what}; end the cell with say(...), "
                "show_table(...) or publish(...)"
            )


def _is_shown(data: Mapping[str, Any]) -> bool:
    return figures.MIMETYPE in data or ("text/html" in data and bool(TRUSTED_TYPES & data.keys()))


def records(chapters: Sequence[Chapter]) -> list[figures.PublishedFigure]:
    """Collect the published figures of all chapters, in order, each once.

    A chapter may show a figure of another one again, under the same slug.

    Raises
    ------
    NotebookError
        If two different figures have the same slug.
    """
    found: dict[str, figures.PublishedFigure] = {}
    for chapter in chapters:
        for number, cell in enumerate(chapter.notebook.cells, start=1):
            for output in cell.get("outputs", []):
                bundle = output.get("data", {}).get(figures.MIMETYPE)
                if bundle is None:
                    continue
                record = figures.PublishedFigure.from_bundle(bundle)
                if found.get(record.slug, record).hash != record.hash:
                    raise NotebookError(
                        f"{chapter.name}.ipynb, cell {number}: the slug {record.slug!r} is taken "
                        "by another figure; give this one its own"
                    )
                found[record.slug] = record
    return list(found.values())


class Drawn(NamedTuple):
    """A published figure and its drawing."""

    record: figures.PublishedFigure
    svg: str


def with_drawings(
    found: Sequence[figures.PublishedFigure], svgs: Mapping[str, str]
) -> dict[str, Drawn]:
    """Put each published figure and its drawing together, by slug."""
    return {record.slug: Drawn(record, svgs[record.slug]) for record in found}


def merge(chapters: Sequence[Chapter]) -> NotebookNode:
    """Join chapters to one notebook whose cells know their place on the page.

    Each cell carries ``metadata.agletters`` with the chapter's slug, its number
    in the notebook, whether it opens or closes the chapter or its lead (the cells
    tagged ``lead`` that make the first screen), whether it is the cell that reads
    the tables, and whether it states computed values; the first one also the rough
    height of the chapter.
    """
    merged = nbformat.v4.new_notebook()
    for chapter in chapters:
        numbered = enumerate(chapter.notebook.cells, start=1)
        kept = [(number, cell) for number, cell in numbered if cell.source.strip()]
        cells = [cell for _, cell in kept]
        code = [index for index, cell in enumerate(cells) if cell.cell_type == "code"]
        lead = [index for index, cell in enumerate(cells) if _tagged(cell, "lead")]
        for index, (number, cell) in enumerate(kept):
            copy = NotebookNode(cell)
            outputs = cell.get("outputs", [])
            if outputs:
                copy.outputs = [_shown_part(output) for output in outputs]
            copy.id = f"{chapter.slug}-{number}"
            copy.metadata = NotebookNode(cell.metadata)
            copy.metadata["agletters"] = {
                "chapter": chapter.slug,
                "number": number,
                "opens": index == 0,
                "height": rough_height(chapter) if index == 0 else 0,
                "closes": index == len(cells) - 1,
                "reads": code[:1] == [index],
                "claims": any(CLAIMS_TYPE in shown.get("data", {}) for shown in outputs),
                "opens_lead": bool(lead) and index == lead[0],
                "closes_lead": bool(lead) and index == lead[-1],
            }
            merged.cells.append(copy)
    return merged


def rough_height(chapter: Chapter) -> int:
    """Estimate how tall a chapter is on a phone, rather too tall than too short.

    A browser that puts off the layout of what is far away takes it for so tall. Were it
    too short, the end of the chapter would be taken to lie upon the next one.

    Returns
    -------
    int
        Pixels: one for each character, more for a figure and for the white around it all.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell("A chapter of few words.")]
    >>> rough_height(Chapter("00_a", nbformat.v4.new_notebook(cells=cells)))
    4023
    """
    height = 4000
    for cell in chapter.notebook.cells:
        if cell.cell_type == "markdown":
            height += len(cell.source)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            shown = Markup(_FOLDED.sub("", data.get("text/html", "")))  # noqa: S704 - is counted
            height += len(shown.striptags()) if shown else 900
    return height


def _shown_part(output: NotebookNode) -> NotebookNode:
    """Leave out what the page does not show: nbconvert copies all that it is given."""
    data = {kind: output.data[kind] for kind in SHOWN_TYPES if kind in output.get("data", {})}
    if figures.MIMETYPE in data:
        data[figures.MIMETYPE] = {"slug": data[figures.MIMETYPE]["slug"]}
    return NotebookNode(output, data=NotebookNode(data))


def _tagged(cell: NotebookNode, tag: str) -> bool:
    return tag in cell.metadata.get("tags", [])


class ReportExporter(TemplateExporter):  # type: ignore[misc]
    """Export notebooks as the report's page.

    It is registered as ``agletters``, so that
    ``jupyter nbconvert --to agletters notebooks/01_who_signed.ipynb`` makes a
    page of one chapter. A notebook without outputs is run first. The whole
    report is made by `export_chapters`.
    """

    export_from_notebook = "Report page"
    output_mimetype = "text/html"

    figures_folder = Unicode(
        help="Folder with the drawn figures; by default the folder figures beside the tables."
    ).tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "agletters"

    @default("extra_template_basedirs")
    def _template_folders_default(self) -> list[str]:
        return [str(assets.TEMPLATES)]

    def _create_environment(self) -> Any:
        environment = super()._create_environment()
        environment.autoescape = True
        return environment

    @property
    def default_config(self) -> Any:
        """Prefer the report's own outputs over those for notebooks."""
        config = super().default_config
        config.NbConvertBase.display_data_priority = list(SHOWN_TYPES)
        # Once, and not before and after each preprocessor.
        config.Exporter.optimistic_validation = True
        return config

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Export one notebook as a page with one chapter.

        Raises
        ------
        NotebookError
            If it does not run, or has an output that the page cannot show.
        """
        metadata = (resources or {}).get("metadata", {})
        name = metadata.get("name") or "notebook"
        folder = Path(metadata.get("path") or ".").resolve()
        if not is_executed(nb):
            nb = run_notebook(f"{name}.ipynb", nb, folder)
        data = find_data(folder)
        committed = Path(self.figures_folder) if self.figures_folder else data.parent / "figures"
        chapters = [Chapter(name, nb)]
        found = records(chapters)
        drawn = with_drawings(found, figures.draw(found, committed))
        edition = Edition.of(read_schema(data))
        return self.export_chapters(chapters, drawn, edition, resources, **kw)

    def export_chapters(
        self,
        chapters: Sequence[Chapter],
        drawn: Mapping[str, Drawn],
        edition: Edition,
        resources: dict[str, Any] | None = None,
        *,
        interactive: bool = False,
        packed: Mapping[str, Packed] | None = None,
        code_page: str = "",
        numbers_page: str = "",
        **kw: Any,
    ) -> tuple[str, dict[str, Any]]:
        """Make one page of several chapters.

        Parameters
        ----------
        chapters
            Executed notebooks, in the order of the page.
        drawn
            The published figures with their drawings, by slug.
        edition
            Date, version and licence of the data.
        resources
            As nbconvert passes them.
        interactive
            Whether the scripts of the interactive figures are at hand: beside the
            page, or in `packed`.
        packed
            These scripts by name, for a page that carries all within itself.
        code_page
            The address of the page with the code of the cells; by default the code is
            on this page, folded.
        numbers_page
            The address of the page with the rows and sources behind each number; by
            default a number leads to its row in the table of claims.

        Returns
        -------
        page, resources
            The page's HTML and what nbconvert wants to know of it.

        Raises
        ------
        NotebookError
            If a chapter has an output that the page cannot show.
        """
        for chapter in chapters:
            check_outputs(chapter)
        contents = [headings(chapter) for chapter in chapters]
        for chapter, found in zip(chapters, contents, strict=True):
            if not found or found[0][0] != 1:
                raise NotebookError(
                    f"{chapter.name}.ipynb: has no title; begin its first cell with '# '"
                )
        self.register_filter("figure_html", _figure_filter(drawn))
        self.register_filter("prose_html", _prose_filter(chapters[0].slug))
        self.register_filter("traced", partial(traced, page=numbers_page))
        title, description = contents[0][0][2], _description(chapters[0])
        scripts = [assets.theme_script(), assets.PAUSE, assets.page_script(packed=bool(packed))]
        prepared = dict(resources or {})
        prepared["agletters"] = {
            "scripts": scripts,
            "script_hashes": [assets.script_hash(script) for script in scripts],
            "styles": assets.page_styles(),
            "title": title,
            "description": description,
            "contents": contents,
            "minutes": reading_minutes(chapters),
            "edition": edition,
            "json_ld": json_ld(edition, title, description),
            "palette": json.dumps(palette.CSS_VARIABLES),
            "interactive": interactive,
            "packed": packed or {},
            "code_page": code_page,
            "numbers_page": numbers_page,
            "claims": claims_table(chapters),
        }
        page: tuple[str, dict[str, Any]] = super().from_notebook_node(
            merge(chapters), prepared, **kw
        )
        return page


def _description(chapter: Chapter) -> str:
    """Take the first computed passage of the report as the description of the page."""
    for cell in chapter.notebook.cells:
        for output in cell.get("outputs", []):
            if CLAIMS_TYPE in output.get("data", {}):
                return re.sub(r"[*_]", "", str(output.data["text/plain"]))
    return ""


def _figure_filter(drawn: Mapping[str, Drawn]) -> Any:
    shown: set[str] = set()

    def figure_html(bundle: Mapping[str, Any], code_address: str) -> Markup:
        record, svg = drawn[bundle["slug"]]
        if record.slug in shown:
            again = link(f"#fig-{record.slug}", record.title)
            return Markup('<p class="again">Shown above: {}.</p>').format(again)
        shown.add(record.slug)
        return figures.figure_block(
            record,
            svg,
            css_variables=palette.CSS_VARIABLES,
            code_anchor=code_address,
        )

    return figure_html


def _prose_filter(first: str) -> Any:
    def prose_html(source: str, chapter: str) -> Markup:
        lower = 0 if chapter == first else 1
        return Markup(markdown_html(source, chapter=chapter, lower=lower))  # noqa: S704

    return prose_html


def traced(html: str, chapter: str, cell: int, page: str = "") -> Markup:
    """Lead from each number of a computed passage to what is said of its origin.

    Parameters
    ----------
    html
        The passage, from `agletters.prose.say`.
    chapter, cell
        The chapter's id and the number of the cell in its notebook.
    page
        The address of the page that says it; by default the same page.

    Examples
    --------
    >>> print(traced('<data value="n">21</data> offices', "who-signed", 4, "numbers.html"))
    <a class="claim" href="numbers.html#claim-who-signed-4-n">21</a> offices
    """

    def origin(found: re.Match[str]) -> str:
        address = f"{page}#{claim_anchor(chapter, cell, found[1])}"
        return f'<a class="claim" href="{address}">{found[2]}</a>'

    return Markup(_DATA.sub(origin, html))  # noqa: S704 - say() has passed it through the gate


def claim_anchor(chapter: str, cell: int, name: str) -> str:
    """Give the id of a computed value where its origin is told.

    Examples
    --------
    >>> claim_anchor("who-signed", 4, "signed")
    'claim-who-signed-4-signed'
    """
    return f"claim-{chapter}-{cell}-{name}"


def reading_minutes(chapters: Sequence[Chapter]) -> int:
    """Estimate how long the prose of a report takes to read.

    References
    ----------
    Brysbaert, M. (2019), "How many words do we read per minute?", Journal of Memory
    and Language 109: 238 words of English non-fiction a minute.

    Examples
    --------
    >>> cells = [nbformat.v4.new_markdown_cell("word " * 500)]
    >>> reading_minutes([Chapter("00_a", nbformat.v4.new_notebook(cells=cells))])
    3
    """
    words = 0
    for chapter in chapters:
        for cell in chapter.notebook.cells:
            if cell.cell_type == "markdown":
                words += len(cell.source.split())
            for output in cell.get("outputs", []):
                if CLAIMS_TYPE in output.get("data", {}):
                    words += len(str(output.data["text/plain"]).split())
    return math.ceil(words / _WORDS_PER_MINUTE)


def claims(chapters: Sequence[Chapter]) -> pd.DataFrame:
    """List every computed value of the prose with the expression that gives it.

    Parameters
    ----------
    chapters
        Executed notebooks.

    Returns
    -------
    DataFrame
        ``chapter``, ``cell`` (its number in the notebook), ``name``, ``value``
        and ``expression``, in the order of the text.
    """
    rows = [
        (chapter.slug, number, name, value, expression_of(cell.source, name))
        for chapter in chapters
        for number, cell in enumerate(chapter.notebook.cells, start=1)
        for output in cell.get("outputs", [])
        for name, value in output.get("data", {}).get(CLAIMS_TYPE, {}).items()
    ]
    return pd.DataFrame(rows, columns=["chapter", "cell", "name", "value", "expression"])


def claims_table(chapters: Sequence[Chapter]) -> Markup:
    """Show the claims of all chapters as a table, empty if there are none."""
    found = claims(chapters)
    if found.empty:
        return Markup()
    shown = found.set_axis(["Chapter", "Cell", "Name", "Value", "Expression"], axis=1)
    caption = f"The {len(found)} computed values of the text, with the expressions that give them"
    ids = [claim_anchor(*row) for row in found[["chapter", "cell", "name"]].itertuples(index=False)]
    return show_table(shown, slug="claims", caption=caption, row_ids=ids).to_html()


def expression_of(source: str, name: str) -> str:
    """Find the expression that a cell passes to ``say`` under a name.

    Parameters
    ----------
    source
        The code of the cell.
    name
        The name.

    Raises
    ------
    NotebookError
        If it passes none by that name.

    Examples
    --------
    >>> expression_of("say('{n} offices', n=len(signers))", "n")
    'len(signers)'
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == name:
            return ast.unparse(node.value)
    raise NotebookError(f"no cell passes {name!r} to say(...) by that name: {source!r}")
