"""What an odt file holds: its parts and its properties."""

from collections.abc import Iterator

from lxml.etree import _Element

from bygdeplan.les.gathering import Gathering
from bygdeplan.les.innhald import GØYMD_DEL, VERSJON, Avsnitt, Eigenskapar, Innhald, Kant
from bygdeplan.les.lister import OdtLister
from bygdeplan.les.names import ODT
from bygdeplan.les.odt_styles import OdtStyles
from bygdeplan.les.odt_text import AROUND_BLOCKS, Lesestand, OdtTextReader
from bygdeplan.les.package import Package, locked_if_encrypted

_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_HEADERS_AND_FOOTERS: dict[str, Kant] = {
    **dict.fromkeys(("header", "header-left", "header-first"), "topptekst"),
    **dict.fromkeys(("footer", "footer-left", "footer-first"), "botntekst"),
}


def read(package: Package) -> Innhald:
    """The contents of an open odt.

    Raises:
        Avvist: A part is missing or defect, or the file has a password.
    """
    locked_if_encrypted(package.text("META-INF/manifest.xml"))
    content, styles = package.xml(_CONTENT), package.xml(_STYLES)
    gathered = Gathering()
    main, outside = (
        OdtTextReader(
            name, OdtStyles(styles, part), OdtLister(styles, part), gathered, package.digest
        )
        for name, part in ((_CONTENT, content), (_STYLES, styles))
    )
    for name, slag in _HEADERS_AND_FOOTERS.items():
        for element in ODT.all(styles, f".//style:master-page/style:{name}"):
            gathered.utanfor += [
                blokk
                for blokk in outside.read(element, Lesestand(slag))
                if isinstance(blokk, Avsnitt)
            ]
    gathered.nakne.update(_bare_edges(styles, content))
    gathered.ulesne += _unread(content)
    return gathered.innhald(
        "odt",
        (
            blokk
            for text in ODT.all(content, "office:body/office:text")
            for blokk in main.read(text)
        ),
        OdtStyles(styles, content).språkval(_STYLES),
        _properties(package.xml(_META) if _META in package else None),
    )


_STANDARD = "Standard"
"""The layout of pages that a document begins with when it does not say otherwise."""


def _bare_edges(styles: _Element, content: _Element) -> Iterator[Kant]:
    """The edges that have nothing on some of the pages."""
    used = {ODT.get(style, "style:master-page-name") for style in content.iter(ODT("style:style"))}
    for page in styles.iter(ODT("style:master-page")):
        if ODT.get(page, "style:name") in (_STANDARD, *used):
            for name, kant in _HEADERS_AND_FOOTERS.items():
                edge = ODT.find(page, f"style:{name}")
                if edge is None:
                    # A layout of its own for the first page, or for left ones, need not be there.
                    is_bare = "-" not in name
                else:
                    is_shown = ODT.get(edge, "style:display") != "false"
                    is_bare = is_shown and not "".join(edge.itertext()).strip()
                if is_bare:
                    yield kant


_UNREAD = {
    ODT("draw:object"): "eit innebygd objekt",
    ODT("draw:object-ole"): "eit innebygd objekt",
    ODT("draw:plugin"): "eit innebygd objekt",
    ODT("draw:applet"): "eit innebygd objekt",
    ODT("draw:floating-frame"): "eit innebygd dokument",
    ODT("text:section-source"): "ein del som ligg i ei anna fil",
    ODT("draw:control"): "eit skjemafelt",
}


def _unread(content: _Element) -> Iterator[str]:
    """What can hold text and is not read, each by what it is called."""
    yield from (_UNREAD[str(element.tag)] for element in content.iter(*_UNREAD))
    for section in content.iter(ODT("text:section")):
        if ODT.get(section, "text:display") not in (None, "true"):
            yield GØYMD_DEL
    for block in content.iter(ODT("text:p"), ODT("text:h")):
        around = block.getparent()
        known = around is None or str(around.tag) in AROUND_BLOCKS
        if not known and "".join(block.itertext()).strip():
            yield "noko av teksten"


def _properties(meta: _Element | None) -> Eigenskapar:
    said = None if meta is None else ODT.find(meta, "office:meta")
    if said is None:
        return Eigenskapar(_META)
    return Eigenskapar(
        _META,
        tittel=ODT.text(said, "dc:title"),
        forfattar=ODT.text(said, "meta:initial-creator") or ODT.text(said, "dc:creator"),
        dato=ODT.text(said, "meta:creation-date") or ODT.text(said, "dc:date"),
        språk=ODT.text(said, "dc:language"),
        opphav=_origin(said),
    )


def _origin(said: _Element) -> dict[str, str]:
    """What a file says of its plan, among the properties that are nobody's but its own."""
    properties = ODT.all(said, "meta:user-defined")
    values = {ODT.get(one, "meta:name") or "": (one.text or "").strip() for one in properties}
    return {name: value for name, value in values.items() if name != VERSJON}
