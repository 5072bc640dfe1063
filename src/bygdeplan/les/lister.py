"""What stands in front of the items of lists: no text of the file, but reckoned by programs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element

from bygdeplan.les.innhald import Listemerke
from bygdeplan.les.names import DOCX, ODT

_BULLET = "•"
"""Stands for every bullet: programs draw the same one with other signs of other faces."""
_FIRST = {
    "decimal": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "none": "",
    "bullet": _BULLET,
}
"""The first number of each kind, by its name in docx; kinds that are not here count as 1, 2, 3."""
Teljarar = dict[int, int]
"""How far a list has come at each of its levels, counted from 0."""


class Listenivå(NamedTuple):
    """How the items at one level of a list are marked."""

    form: str
    start: int = 1

    def merke(self, counts: Teljarar, level: int, start: int | None = None) -> Listemerke | None:
        """What stands in front of the next item at a level, told from how far its list has come."""
        begin = self.start if start is None else start
        counts[level] = counts[level] + 1 if level in counts and start is None else begin
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if not self.form:
            return None
        return Listemerke(self.form, None if self.form == _BULLET else counts[level])


# docx


class DocxLister:
    """The lists of a docx, followed from paragraph to paragraph."""

    def __init__(self, numbering: _Element | None) -> None:
        root = DOCX.new("w:numbering") if numbering is None else numbering
        self._kinds = _by_attribute(root, "w:abstractNum", "w:abstractNumId")
        self._lists = _by_attribute(root, "w:num", "w:numId")
        self._counts: dict[str, Teljarar] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def merke(self, number: str, level: int) -> Listemerke | None:
        """The mark of the next paragraph at a level, from 0, of the list with a number."""
        liste = self._lists.get(number)
        kind = DOCX.get(_child(liste, "w:abstractNumId"), "w:val") or ""
        override = _at_level(liste, "w:lvlOverride", level)
        start = _whole_number(DOCX.get(_child(override, "w:startOverride"), "w:val"))
        again = (number, level) not in self._begun
        self._begun.add((number, level))
        shown = self._level(number, kind, level)
        return shown.merke(self._counts[kind], level, start if again else None)

    def _level(self, number: str, kind: str, level: int) -> Listenivå:
        said = self._said(number, kind, level)
        form = DOCX.get(_child(said, "w:lvlText"), "w:val") or ""
        if self._format(said) in ("bullet", "none"):
            return Listenivå(_FIRST[self._format(said)])
        for each in range(level + 1):
            first = _FIRST.get(self._format(self._said(number, kind, each)), "1")
            form = form.replace(f"%{each + 1}", first)
        return Listenivå(form, _whole_number(DOCX.get(_child(said, "w:start"), "w:val"), 1) or 0)

    def _said(self, number: str, kind: str, level: int) -> _Element | None:
        """What is said of a level in a list of its own, or for all lists of its kind."""
        own = _child(_at_level(self._lists.get(number), "w:lvlOverride", level), "w:lvl")
        return _at_level(self._kinds.get(kind), "w:lvl", level) if own is None else own

    @staticmethod
    def _format(said: _Element | None) -> str:
        return DOCX.get(_child(said, "w:numFmt"), "w:val") or "none"


def _by_attribute(root: _Element, path: str, attribute: str) -> dict[str, _Element]:
    return {DOCX.get(element, attribute) or "": element for element in DOCX.all(root, path)}


def _at_level(around: _Element | None, path: str, level: int) -> _Element | None:
    levels = [] if around is None else DOCX.all(around, path)
    return next((each for each in levels if DOCX.get(each, "w:ilvl") == str(level)), None)


def _child(element: _Element | None, path: str) -> _Element | None:
    return None if element is None else DOCX.find(element, path)


# odt


@dataclass
class OdtListe:
    """A list of an odt, or a list in one of its items."""

    nivåa: dict[int, Listenivå]
    teljarar: Teljarar
    nivå: int = 1
    _waits: bool = field(default=False, init=False)
    _start: int | None = field(default=None, init=False)

    def begin(self, item: _Element) -> None:
        """Go on to the next item."""
        self._waits = item.tag == ODT("text:list-item")
        self._start = _whole_number(ODT.get(item, "text:start-value"))

    def merke(self) -> Listemerke | None:
        """The mark of the next paragraph; only the first in an item has one."""
        if not self._waits:
            return None
        self._waits = False
        shown = self.nivåa.get(self.nivå, Listenivå(_BULLET))
        return shown.merke(self.teljarar, self.nivå, self._start)


class OdtLister:
    """The lists of a part of an odt, in the order they come."""

    def __init__(self, styles: _Element, part: _Element) -> None:
        self._styles = {
            ODT.get(style, "style:name") or "": dict(_odt_levels(style))
            for root in (styles, part)
            for style in root.iter(ODT("text:list-style"))
        }
        self._headings = {
            level: shown
            for outline in styles.iter(ODT("text:outline-style"))
            for level, shown in _odt_levels(outline)
        }
        self._by_id: dict[str, tuple[str, Teljarar]] = {}
        self._last: dict[str, Teljarar] = {}
        self._chapters: Teljarar = {}

    def open(self, liste: _Element, around: OdtListe | None) -> OdtListe:
        """A list that begins, in an item of another or by itself."""
        style = ODT.get(liste, "text:style-name") or ""
        levels = self._styles.get(style, {})
        if around is not None:
            return OdtListe(levels or around.nivåa, around.teljarar, around.nivå + 1)
        counts = self._continued(liste, style)
        self._last[style] = counts
        if name := ODT.get(liste, "xml:id"):
            self._by_id[name] = style, counts
        return OdtListe(levels, counts)

    def _continued(self, liste: _Element, style: str) -> Teljarar:
        """How far the list has come that another goes on from; of one anew, nowhere."""
        one, counts = self._by_id.get(ODT.get(liste, "text:continue-list") or "", (None, {}))
        if one == style:
            return counts
        goes_on = ODT.get(liste, "text:continue-numbering") == "true"
        return self._last.get(style, {}) if goes_on else {}

    def heading(self, level: int) -> Listemerke | None:
        """The number of the next heading at a level, from 1; None when headings have none."""
        return self._headings.get(level, Listenivå("")).merke(self._chapters, level)


def _odt_levels(style: _Element) -> Iterator[tuple[int, Listenivå]]:
    """How each level is marked, from 1."""
    firsts: list[str] = []
    for said in style.iterchildren("{*}*"):
        level = _whole_number(ODT.get(said, "text:level"))
        if level is None:
            continue
        if str(said.tag).endswith("-bullet") or str(said.tag).endswith("-image"):
            yield level, Listenivå(_BULLET)
            continue
        first = ODT.get(said, "style:num-format") or ""
        firsts.append(first)
        shown = _whole_number(ODT.get(said, "text:display-levels"), 1) or 1
        before, after = (ODT.get(said, f"style:num-{side}") or "" for side in ("prefix", "suffix"))
        form = f"{before}{'.'.join(filter(None, firsts[-shown:]))}{after}" if first else ""
        yield level, Listenivå(form, _whole_number(ODT.get(said, "text:start-value"), 1) or 0)


def _whole_number(said: str | None, otherwise: int | None = None) -> int | None:
    return int(said) if said is not None and said.isdecimal() and len(said) < 10 else otherwise
