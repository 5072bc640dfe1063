"""The title and the headings: BP81x."""

from collections.abc import Iterator
from itertools import pairwise

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.les.innhald import Avsnitt, Innhald, first_words


def has_a_title(innhald: Innhald) -> Iterator[Brot]:
    """There is a heading of level 1."""
    headings = _headings(innhald)
    if not _titles(innhald):
        yield Brot(
            headings[0].stad.path if headings else (),
            "Dokumentet har inga overskrift på nivå 1.",
            "Set stilen «Overskrift 1» på tittelen.",
        )


INGEN_TITTEL = Prøveregel(
    "BP811",
    Severity.FEIL,
    "dokumentet har inga overskrift på nivå 1",
    why="Tittelen er den eine overskrifta på nivå 1. Ein skjermlesar finn fram i dokumentet etter "
    "overskriftene, og byrjar der.",
    wrong="Tittelen er vanleg tekst som er gjord stor og feit.",
    right="Tittelen har stilen «Overskrift 1».",
    finn=has_a_title,
)


def has_one_title(innhald: Innhald) -> Iterator[Brot]:
    """There is one heading of level 1."""
    titles = _titles(innhald)
    for again in titles[1:]:
        yield Brot(
            again.stad.path,
            f"{_quoted(again)} er overskrift på nivå 1, men det er {_quoted(titles[0])} òg.",
            "La berre tittelen vere på nivå 1, og flytt dei andre eitt nivå ned.",
        )


FLEIRE_TITLAR = Prøveregel(
    "BP812",
    Severity.FEIL,
    "dokumentet har fleire overskrifter på nivå 1",
    why="Tittelen er den eine overskrifta på nivå 1; kapitla høyrer inn under han.",
    wrong="Både tittelen og «Bakgrunn for saka» har stilen «Overskrift 1».",
    right="Tittelen har stilen «Overskrift 1», «Bakgrunn for saka» har «Overskrift 2».",
    finn=has_one_title,
)


def title_comes_first(innhald: Innhald) -> Iterator[Brot]:
    """The title is the first heading there is."""
    headings, titles = _headings(innhald), _titles(innhald)
    if titles and headings[0] is not titles[0]:
        yield Brot(
            headings[0].stad.path,
            f"Overskrifta {_quoted(headings[0])} står framfor tittelen {_quoted(titles[0])}.",
            "Flytt tittelen fremst, eller ta bort overskriftsstilen på det som står framfor.",
        )


TITTEL_IKKJE_FYRST = Prøveregel(
    "BP813",
    Severity.FEIL,
    "den fyrste overskrifta er ikkje tittelen",
    why="Den som høyrer dokumentet opplese, skal fyrst få vite kva det heiter.",
    wrong="«Samandrag» med stilen «Overskrift 2» står over tittelen.",
    right="Tittelen med stilen «Overskrift 1» står fyrst.",
    finn=title_comes_first,
)


def title_style(innhald: Innhald) -> Iterator[Brot]:
    """No paragraph has the style Title."""
    for avsnitt in innhald.avsnitt:
        if avsnitt.er_tittelstil and avsnitt.tekst.strip():
            yield Brot(
                avsnitt.stad.path,
                f"{_quoted(avsnitt)} har stilen «Tittel», som ikkje er ei overskrift.",
                "Set stilen «Overskrift 1» på tittelen.",
            )


TITTELSTIL = Prøveregel(
    "BP814",
    Severity.FEIL,
    "tittelen har stilen «Tittel»",
    why="Stilen «Tittel» er inga overskrift. Fleire skjermlesarar les han som vanleg tekst.",
    wrong="Tittelen har stilen «Tittel».",
    right="Tittelen har stilen «Overskrift 1».",
    finn=title_style,
)


def levels(innhald: Innhald) -> Iterator[Brot]:
    """Each heading is at most one level below the one before it."""
    headings = _headings(innhald)
    for before, heading in pairwise(headings):
        if heading.nivå > before.nivå + 1:
            yield Brot(
                heading.stad.path,
                f"Overskrifta {_quoted(heading)} er på nivå {heading.nivå}, men kjem rett etter "
                f"{_quoted(before)} på nivå {before.nivå}.",
                f"Set stilen «Overskrift {before.nivå + 1}» på henne, eller lag overskrifta som "
                "manglar.",
            )


NIVÅHOPP = Prøveregel(
    "BP815",
    Severity.FEIL,
    "overskriftene hoppar over eit nivå",
    why="Nivået seier kva som høyrer til kva. Hoppar det, ser det ut som noko manglar.",
    wrong="«Overskrift 2», og så «Overskrift 4» fordi ho ser finare ut.",
    right="«Overskrift 2», og så «Overskrift 3».",
    finn=levels,
)


def empty_headings(innhald: Innhald) -> Iterator[Brot]:
    """Every heading says something."""
    for avsnitt in innhald.avsnitt:
        if avsnitt.nivå and avsnitt.er_tomt:
            yield Brot(
                avsnitt.stad.path,
                avsnitt.stad.her(f"Det står ei tom overskrift på nivå {avsnitt.nivå}."),
                "Slett den tomme linja.",
            )


TOM_OVERSKRIFT = Prøveregel(
    "BP816",
    Severity.FEIL,
    "overskrifta er tom",
    why="Ei tom overskrift kjem med i innhaldslista, og skjermlesaren stoppar der utan noko å "
    "lese.",
    wrong="Ei tom linje har stilen «Overskrift 2».",
    right="Den tomme linja er sletta.",
    finn=empty_headings,
)


def _headings(innhald: Innhald) -> list[Avsnitt]:
    return [ett for ett in innhald.avsnitt if ett.nivå and not ett.er_tomt]


def _titles(innhald: Innhald) -> list[Avsnitt]:
    return [heading for heading in _headings(innhald) if heading.nivå == 1]


def _quoted(avsnitt: Avsnitt) -> str:
    return f"«{first_words(avsnitt.tekst)}»"


REGLAR = (
    INGEN_TITTEL,
    FLEIRE_TITLAR,
    TITTEL_IKKJE_FYRST,
    TITTELSTIL,
    NIVÅHOPP,
    TOM_OVERSKRIFT,
)
