"""The title and the headings: BP81x."""

from collections.abc import Iterator
from itertools import pairwise

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Avsnitt, Innhald, first_words

INGEN_TITTEL = Regel(
    "BP811",
    Severity.FEIL,
    "dokumentet har inga overskrift på nivå 1",
    why="Tittelen er den eine overskrifta på nivå 1. Ein skjermlesar finn fram i dokumentet etter "
    "overskriftene, og byrjar der.",
    wrong="Tittelen er vanleg tekst som er gjord stor og feit.",
    right="Tittelen har stilen «Overskrift 1».",
)
FLEIRE_TITLAR = Regel(
    "BP812",
    Severity.FEIL,
    "dokumentet har fleire overskrifter på nivå 1",
    why="Tittelen er den eine overskrifta på nivå 1; kapitla høyrer inn under han.",
    wrong="Både tittelen og «Bakgrunn for saka» har stilen «Overskrift 1».",
    right="Tittelen har stilen «Overskrift 1», «Bakgrunn for saka» har «Overskrift 2».",
)
TITTEL_IKKJE_FYRST = Regel(
    "BP813",
    Severity.FEIL,
    "den fyrste overskrifta er ikkje tittelen",
    why="Den som høyrer dokumentet opplese, skal fyrst få vite kva det heiter.",
    wrong="«Samandrag» med stilen «Overskrift 2» står over tittelen.",
    right="Tittelen med stilen «Overskrift 1» står fyrst.",
)
TITTELSTIL = Regel(
    "BP814",
    Severity.FEIL,
    "tittelen har stilen «Tittel»",
    why="Stilen «Tittel» er inga overskrift. Fleire skjermlesarar les han som vanleg tekst.",
    wrong="Tittelen har stilen «Tittel».",
    right="Tittelen har stilen «Overskrift 1».",
)
NIVÅHOPP = Regel(
    "BP815",
    Severity.FEIL,
    "overskriftene hoppar over eit nivå",
    why="Nivået seier kva som høyrer til kva. Hoppar det, ser det ut som noko manglar.",
    wrong="«Overskrift 2», og så «Overskrift 4» fordi ho ser finare ut.",
    right="«Overskrift 2», og så «Overskrift 3».",
)
TOM_OVERSKRIFT = Regel(
    "BP816",
    Severity.FEIL,
    "overskrifta er tom",
    why="Ei tom overskrift kjem med i innhaldslista, og skjermlesaren stoppar der utan noko å "
    "lese.",
    wrong="Ei tom linje har stilen «Overskrift 2».",
    right="Den tomme linja er sletta.",
)


def title(innhald: Innhald) -> Iterator[Finding]:
    """The title: one heading of level 1, and the first heading there is."""
    headings = _headings(innhald)
    titles = [heading for heading in headings if heading.nivå == 1]
    if not titles:
        yield INGEN_TITTEL.finding(
            headings[0].stad.path if headings else (),
            "Dokumentet har inga overskrift på nivå 1.",
            "Set stilen «Overskrift 1» på tittelen.",
        )
        return
    for again in titles[1:]:
        yield FLEIRE_TITLAR.finding(
            again.stad.path,
            f"{_quoted(again)} er overskrift på nivå 1, men det er {_quoted(titles[0])} òg.",
            "La berre tittelen vere på nivå 1, og flytt dei andre eitt nivå ned.",
        )
    if headings[0] is not titles[0]:
        yield TITTEL_IKKJE_FYRST.finding(
            headings[0].stad.path,
            f"Overskrifta {_quoted(headings[0])} står framfor tittelen {_quoted(titles[0])}.",
            "Flytt tittelen fremst, eller ta bort overskriftsstilen på det som står framfor.",
        )


def title_style(innhald: Innhald) -> Iterator[Finding]:
    """No paragraph has the style Title."""
    for avsnitt in innhald.avsnitt:
        if avsnitt.er_tittelstil and avsnitt.tekst.strip():
            yield TITTELSTIL.finding(
                avsnitt.stad.path,
                f"{_quoted(avsnitt)} har stilen «Tittel», som ikkje er ei overskrift.",
                "Set stilen «Overskrift 1» på tittelen.",
            )


def levels(innhald: Innhald) -> Iterator[Finding]:
    """Each heading is at most one level below the one before it."""
    headings = _headings(innhald)
    for before, heading in pairwise(headings):
        if heading.nivå > before.nivå + 1:
            yield NIVÅHOPP.finding(
                heading.stad.path,
                f"Overskrifta {_quoted(heading)} er på nivå {heading.nivå}, men kjem rett etter "
                f"{_quoted(before)} på nivå {before.nivå}.",
                f"Set stilen «Overskrift {before.nivå + 1}» på henne, eller lag overskrifta som "
                "manglar.",
            )


def empty_headings(innhald: Innhald) -> Iterator[Finding]:
    """Every heading says something."""
    for avsnitt in innhald.avsnitt:
        if avsnitt.nivå and avsnitt.er_tomt:
            yield TOM_OVERSKRIFT.finding(
                avsnitt.stad.path,
                avsnitt.stad.her(f"Det står ei tom overskrift på nivå {avsnitt.nivå}."),
                "Slett den tomme linja.",
            )


def _headings(innhald: Innhald) -> list[Avsnitt]:
    return [ett for ett in innhald.avsnitt if ett.nivå and not ett.er_tomt]


def _quoted(avsnitt: Avsnitt) -> str:
    return f"«{first_words(avsnitt.tekst)}»"


RULES: tuple[Rule, ...] = (title, title_style, levels, empty_headings)
REGLAR = (INGEN_TITTEL, FLEIRE_TITLAR, TITTEL_IKKJE_FYRST, TITTELSTIL, NIVÅHOPP, TOM_OVERSKRIFT)
