"""A text in another form than the document says so wherever it stands, and none other does.

Every text field of the plan is planted with a text of its own, and each text on the pages is looked
up in the language that the element around it says.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml.html import HtmlElement

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.model.former import er_tekst
from bygdeplan.model.lookup import field_at
from bygdeplan.model.malform import Målform
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import SPRÅKMERKE
from bygdeplan.side.malar import Malar
from tests.plans import Raw, edited, read_raw
from tests.rendered import read
from tests.text_fields import full_plan, plant, text_fields

pytestmark = pytest.mark.slow

MARK = re.compile(r"(?:nr|se)\d{4}[nb]?")
BOTH: dict[str, Målform] = {"n": "nynorsk", "b": "bokmål"}


class Planta:
    """Texts with a mark in each, and the field that each mark stands in."""

    def __init__(self, *, twins: bool) -> None:
        self.twins = twins
        self.kinds: dict[str, str] = {}

    def text_for(self, kind: str) -> object:
        mark = f"{'se' if kind.endswith('samisk_namn') else 'nr'}{len(self.kinds):04}"
        self.kinds[mark] = kind
        # What others decided is in the form they decided it in.
        if not (self.twins and is_text(kind)) or "/vedtak/" in kind or "svedtak/" in kind:
            return mark
        return {form: f"{mark}{sign}" for sign, form in BOTH.items()}


def is_text(kind: str) -> bool:
    felt = field_at(tuple(kind.split("/")))
    return not kind.endswith(":") and felt is not None and er_tekst(felt)


@cache
def planted(*, twins: bool) -> tuple[Planta, list[Oppdrag]]:
    """The documents of a Nynorsk plan in which one kommune of two is Bokmål."""
    planta = Planta(twins=twins)
    form = {"kommunar/toppdal/målform": "bokmål"}

    def plan(year: str) -> Plan:
        raw: Raw = plant(edited(full_plan(year), form), planta.text_for)  # type: ignore[arg-type]  # twins are texts too
        return read_raw(raw)

    fjor, this = plan("2030"), plan("2031")
    return planta, document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar))


def languages(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each mark in the text of a page, and the language around it."""
    for text in page.xpath("//body//text()"):
        around = text.getparent() if text.is_text else text.getparent().getparent()
        for mark in MARK.findall(text):
            yield mark, around.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]


def ids(document: Oppdrag) -> str:
    return document.filnamn


DOCUMENTS = [name.filnamn for name in planted(twins=False)[1]]


def pages(name: str, *, twins: bool) -> tuple[Planta, Oppdrag, HtmlElement]:
    planta, documents = planted(twins=twins)
    [document] = [each for each in documents if each.filnamn == name]
    return planta, document, read(Malar().page(document))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_text_in_one_form_says_that_it_is_in_it(name: str) -> None:
    planta, document, page = pages(name, twins=False)
    own = SPRÅKMERKE[document.målform]
    found = [*languages(page)]
    assert found
    for mark, said in found:
        kind = planta.kinds[mark]
        if mark.startswith("se"):
            assert said == "se", kind
        elif is_text(kind):
            # The kommune that is planted is that with the form of its own.
            in_bokmål = kind.startswith("kommunar/")
            assert said in ({"nb-NO", "nn-NO"} if in_bokmål else {"nn-NO"}), (kind, mark)
        else:
            assert said == own, (kind, mark)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_text_in_both_forms_is_read_in_that_of_the_document(name: str) -> None:
    planta, document, page = pages(name, twins=True)
    for mark, said in languages(page):
        if mark[-1] not in BOTH:
            continue
        kind, form = planta.kinds[mark[:6]], BOTH[mark[-1]]
        # What parts a decision from the common points is told in the form it was decided in.
        assert form == document.målform or kind == "innstilling/*", (kind, mark)
        assert said == SPRÅKMERKE[form], (kind, mark)


def test_every_text_field_is_planted() -> None:
    planta, _ = planted(twins=True)
    assert set(planta.kinds.values()) == set(text_fields())
