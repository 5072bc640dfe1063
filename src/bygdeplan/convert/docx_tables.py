"""Tables of a docx file: their widths, their rows by kind, and what they say to a screen reader."""

from lxml.etree import _Element

from bygdeplan.convert.syntax import RowKind, Table
from bygdeplan.convert.wordprocessingml import (
    bare,
    find,
    find_all,
    get,
    half_points,
    is_read,
    name,
    new,
    paragraph_properties,
    put,
    put_property,
    put_style,
    style_of,
    twips,
)
from bygdeplan.utsjanad.husstil import Husstil

_STYLES: dict[RowKind, str] = {
    "hovud": "Tabellhovud",
    "gruppe": "Tabellgruppe",
    "sum": "Tabellsum",
    "vanleg": "Tabelltekst",
}
_RUNNING_TEXT = {"BodyText", "FirstParagraph", "InnleiingTilListe", "ListBullet", "ListNumber"}
# The same look, and the next row on the same page.
_TOGETHER = "TabelltekstSamla"


def finish_table(written: _Element, table: Table, width: int, stil: Husstil) -> None:
    """Make a table that pandoc wrote as wide as the text, and set its rows by their kinds.

    Args:
        written: The table.
        table: What the page says of it.
        width: The width of the text on its page, in twentieths of a point.
        stil: The house style.
    """
    _describe(written, table)
    _fit_to_page(written, width)
    rows = find_all(written, "tr")
    for index, (row, kind) in enumerate(zip(rows, table.rows, strict=True)):
        following = table.rows[index + 1 : index + 2]
        stays = following != () and (table.is_whole or "sum" in following)
        _keep_whole(row)
        _style_cells(row, _TOGETHER if kind == "vanleg" and stays else _STYLES[kind])
        _finish_cells(row, kind, stil)
    if table.sideways:
        _set_smaller(written, stil.storleik.tabell_liggjande)
    if table.dense:
        _set_smaller(written, stil.storleik.tabell_tett)
        _set_closer(written, stil)
    _set_off_what_follows(written, stil)


def _describe(written: _Element, table: Table) -> None:
    look = find(written, "tblPr/w:tblLook")
    marked = {
        "firstColumn": table.has_row_headers,
        "lastRow": table.rows[-1:] == ("sum",),
    }
    put(look, **{key: "1" if value else "0" for key, value in marked.items()})
    # The same once more, in bits, for older readers.
    bits = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80}
    put(look, val=f"{sum(bit for key, bit in bits.items() if get(look, key) == '1'):04X}")
    if table.caption:
        find(written, "tblPr").append(new("tblDescription", val=table.caption))


def _fit_to_page(written: _Element, width: int) -> None:
    """Pandoc divides a page narrower than ours among the columns, and tells no cell its width."""
    columns = find_all(written, "tblGrid/w:gridCol")
    total = sum(int(get(column, "w")) for column in columns)
    for column in columns:
        put(column, w=str(int(get(column, "w")) * width // total))
    widths = [int(get(column, "w")) for column in columns]
    for row in find_all(written, "tr"):
        first = 0
        for properties in find_all(row, "tc/w:tcPr"):
            spans = [int(get(span, "val")) for span in find_all(properties, "gridSpan")]
            after = first + sum(spans or [1])
            properties.insert(0, new("tcW", w=str(sum(widths[first:after])), type="dxa"))
            first = after


def _keep_whole(row: _Element) -> None:
    if row[0].tag != name("trPr"):
        row.insert(0, new("trPr"))
    row[0].insert(0, new("cantSplit"))


def _style_cells(row: _Element, style: str) -> None:
    for paragraph in find_all(row, "tc/w:p"):
        put_style(paragraph, style)


def _finish_cells(row: _Element, kind: RowKind, stil: Husstil) -> None:
    for properties in find_all(row, "tc/w:tcPr"):
        if kind == "gruppe":
            properties.append(new("shd", val="clear", color="auto", fill=bare(stil.farge.flate)))
        if kind == "hovud":
            properties.append(new("vAlign", val="bottom"))


def _set_smaller(written: _Element, points: float) -> None:
    """The type of a table on a page on its side, where there is more in each row."""
    for run in written.iter(name("r")):
        if _is_large(run):
            continue
        if run[0].tag != name("rPr"):
            run.insert(0, new("rPr"))
        # Word reads them in the order of the standard, where the language is after the size.
        after = find_all(run[0], "lang")
        place = run[0].index(after[0]) if after else len(run[0])
        run[0].insert(place, new("sz", val=half_points(points)))
    # The sign that ends a paragraph asks for room like a letter.
    for paragraph in written.iter(name("p")):
        paragraph_properties(paragraph, "rPr").append(new("sz", val=half_points(points)))


def _is_large(run: _Element) -> bool:
    """Whether a run is a figure to remember, whose style says how large it is."""
    styles = find_all(run, "rPr/w:rStyle")
    return any(get(style, "val") != "Hyperlink" for style in styles)


def _set_closer(written: _Element, stil: Husstil) -> None:
    """Less white space around the text in the cells, and between its lines, than the style has.

    The names in such a table are all of them links, and need no line below them to say so.
    """
    for style in written.iter(name("rStyle")):
        if get(style, "val") == "Hyperlink":
            style.getparent().remove(style)  # type: ignore[union-attr]  # it stands in a run
    avstand = stil.avstand
    around = {
        "top": avstand.celle_tett,
        "left": avstand.cellemarg_tett,
        "bottom": avstand.celle_tett,
        "right": avstand.cellemarg_tett,
    }
    sides = [new(side, w=twips(points), type="dxa") for side, points in around.items()]
    find(written, "tblPr/w:tblLook").addprevious(new("tblCellMar", *sides))
    line = str(round(stil.linje.tabell_tett * 240))
    for paragraph in written.iter(name("p")):
        put_property(paragraph, new("spacing", after="0", line=line, lineRule="auto"))


def _set_off_what_follows(written: _Element, stil: Husstil) -> None:
    """A table has no white space of its own below it; headings and captions bring theirs."""
    following = next(filter(is_read, written.itersiblings()), None)
    if following is not None and style_of(following) in _RUNNING_TEXT:
        put_property(following, new("spacing", before=twips(stil.avstand.rundt_tabell)))
