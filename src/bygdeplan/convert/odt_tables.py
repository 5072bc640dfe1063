"""Tables of an odt file: their rows by kind, and what they say to a screen reader."""

from lxml.etree import _Element

from bygdeplan.convert.odt_styles import AutomaticStyles
from bygdeplan.convert.opendocument import find_all, get, name, new, put
from bygdeplan.convert.syntax import RowKind, Table
from bygdeplan.utsjanad.husstil import Husstil

_STYLES: dict[RowKind, str] = {
    "hovud": "Table_20_Heading",
    "gruppe": "Tabellgruppe",
    "sum": "Tabellsum",
    "vanleg": "Table_20_Contents",
}
_TOGETHER = "Tabelltekst_20_samla"


def finish_table(written: _Element, table: Table, styles: AutomaticStyles, stil: Husstil) -> None:
    """Set the rows of a table that pandoc wrote by their kinds, and say what it shows."""
    _describe(written, table)
    look = {
        "style:may-break-between-rows": "false" if table.is_whole else "true",
        "fo:margin-bottom": f"{_below(table, stil):g}pt",
    }
    styles.put_on_table(get(written, "table:style-name"), look)
    letters = _letters(table, stil)
    line = f"{100 * stil.linje.tabell_tett:g}%"
    closer = {"fo:margin-bottom": "0pt", "fo:line-height": line} if table.dense else {}
    rows = list(written.iter(name("table:table-row")))
    for row, kind, style in zip(rows, table.rows, _paragraph_styles(table), strict=True):
        cells = find_all(row, "table:table-cell")
        _style_cells(cells, styles.cell(_cell_look(kind, table, stil)))
        for cell in cells:
            _style_text(cell, style, styles, letters, closer)


def _below(table: Table, stil: Husstil) -> float:
    """White space below a table in points, its note included."""
    return stil.avstand.celle if table.dense else stil.avstand.rundt_tabell


def _paragraph_styles(table: Table) -> list[str]:
    """The styles of the rows; the row before a sum stays with it."""
    before_sum = [*(kind == "sum" for kind in table.rows[1:]), False]
    return [
        _TOGETHER if kind == "vanleg" and stays else _STYLES[kind]
        for kind, stays in zip(table.rows, before_sum, strict=True)
    ]


def _describe(written: _Element, table: Table) -> None:
    if table.caption:
        description = new("table:desc")
        description.text = table.caption
        written.insert(0, description)


def _style_cells(cells: list[_Element], style: str) -> None:
    for cell in cells:
        put(cell, {"table:style-name": style})


def _letters(table: Table, stil: Husstil) -> dict[str, str]:
    """The type of a table that has a smaller one than others."""
    if table.sideways:
        return {"fo:font-size": f"{stil.storleik.tabell_liggjande:g}pt"}
    return {"fo:font-size": f"{stil.storleik.tabell_tett:g}pt"} if table.dense else {}


def _cell_look(kind: RowKind, table: Table, stil: Husstil) -> dict[str, str]:
    """Thin rules between rows, thicker ones below the header and above the sum."""
    avstand = stil.avstand
    over, beside = avstand.celle, avstand.cellemarg
    if table.dense:
        over, beside = avstand.celle_tett, avstand.cellemarg_tett
    thin = f"{stil.strek.tynn:g}pt solid {stil.farge.strek}"
    thick = f"{stil.strek.tjukk:g}pt solid {stil.farge.overskrift}"
    look = {
        "fo:padding-top": f"{over:g}pt",
        "fo:padding-bottom": f"{over:g}pt",
        "fo:padding-left": f"{beside:g}pt",
        "fo:padding-right": f"{beside:g}pt",
        "fo:border-bottom": thick if kind == "hovud" else thin,
    }
    if kind == "hovud":
        look["style:vertical-align"] = "bottom"
    if kind == "gruppe":
        look["fo:background-color"] = stil.farge.flate
    if kind == "sum":
        look["fo:border-top"] = thick
    return look


def _style_text(
    cell: _Element,
    style: str,
    styles: AutomaticStyles,
    letters: dict[str, str],
    spacing: dict[str, str],
) -> None:
    if len(cell) == 0:
        # An empty cell is as high as a line of text: one like the others'.
        cell.append(new("text:p", {"text:style-name": style}))
    for paragraph in cell.iter(name("text:p")):
        right = styles.is_to_the_right(get(paragraph, "text:style-name"))
        look = spacing | ({"fo:text-align": "end"} if right else {})
        own = styles.paragraph(style, look, letters=letters) if look or letters else style
        put(paragraph, {"text:style-name": own})
