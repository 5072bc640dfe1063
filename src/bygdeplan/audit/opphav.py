"""Where a finished file comes from: the document a plan gives, made anew and held against it."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html

from bygdeplan.audit.samanlikning import (
    KONTROLLSUM,
    find_edits,
    is_same,
    likeness,
    of_another_plan,
    unknown_document,
)
from bygdeplan.documents.dokumentsett import Oppdrag
from bygdeplan.funn.checked import Opphav, Opphavsdom
from bygdeplan.funn.finding import Finding
from bygdeplan.les import read_file
from bygdeplan.les.innhald import Innhald, Leseformat
from bygdeplan.ord.skilnad import folded
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce

Judged = tuple[Opphav, list[Finding]]
"""How a file stands to a plan, and each thing that tells so."""


class Originalar:
    """The documents of a plan, each made when a file is held against it, and only once."""

    def __init__(self, plan: str, documents: Sequence[Oppdrag], malar: Malar) -> None:
        """`plan` is the name of the plan file."""
        self._plan = plan
        self._documents = documents
        self._malar = malar
        self._made: dict[tuple[str, Leseformat], Innhald] = {}

    def judge(self, file: Innhald) -> Judged:
        """Whether a file is the same as a document of the plan, and where it is not.

        Raises `Fault` when a template is wrong.
        """
        document = self._find(file)
        if document is None:
            return self._opphav(Opphavsdom.ANNAN_PLAN), [unknown_document(file, self._plan)]
        anew = self._make(document, file.format)
        if told := list(of_another_plan(file, anew, self._plan)):
            return self._opphav(Opphavsdom.ANNAN_PLAN, document), told
        edits = list(find_edits(file, anew, self._plan))
        dom = Opphavsdom.ENDRA if edits or not is_same(file, anew) else Opphavsdom.LIK
        return self._opphav(dom, document), edits

    def _opphav(self, dom: Opphavsdom, document: Oppdrag | None = None) -> Opphav:
        return Opphav(dom, self._plan, document.filnamn if document else None)

    def _find(self, file: Innhald) -> Oppdrag | None:
        """The document a file must be by its title: in its properties, or else at its top.

        When several have the same: by what it says it comes from, then by its text.
        """
        named = self._named(folded(file.eigenskapar.tittel)) or self._named(_heading(file))
        if len(named) < 2:
            return next(iter(named), None)
        return max(named, key=lambda one: self._likeness(file, one))

    def _named(self, title: str) -> list[Oppdrag]:
        return [one for one in self._documents if title in self._titles[one.filnamn]]

    def _likeness(self, file: Innhald, document: Oppdrag) -> tuple[bool, float]:
        """How much a file is like the page of a document, which is quicker to make than a file."""
        page = self._pages[document.filnamn]
        shown = page.xpath("string(//meta[@name='kontrollsum']/@content)")
        texts = (avsnitt.tekst for avsnitt in (*file.avsnitt, *file.utanfor))
        is_same = file.eigenskapar.opphav.get(KONTROLLSUM) == shown
        return is_same, likeness(texts, page.xpath("//body//text()"))

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        """What each document is called, in its properties and at its top."""
        return {
            name: {folded(element.text_content()) for element in page.iter("title", "h1")}
            for name, page in self._pages.items()
        }

    @cached_property
    def _pages(self) -> dict[str, html.HtmlElement]:
        return {
            document.filnamn: html.document_fromstring(self._malar.page(document))
            for document in self._documents
        }

    def _make(self, document: Oppdrag, format_: Leseformat) -> Innhald:
        key = document.filnamn, format_
        if key not in self._made:
            with TemporaryDirectory() as folder:
                files = produce([document], self._malar, [format_], Path(folder))
                for path, content in files.items():
                    path.write_bytes(content)
                    self._made[key] = read_file(path)
        return self._made[key]


def _heading(file: Innhald) -> str:
    return next((folded(avsnitt.tekst) for avsnitt in file.avsnitt if avsnitt.nivå == 1), "")
