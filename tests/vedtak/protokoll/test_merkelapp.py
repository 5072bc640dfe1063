"""What a line opens: a decision, a recommendation, something that may be either, a case."""

import pytest

from bygdeplan.vedtak.protokoll.merkelapp import (
    Merkelapp,
    Ordliste,
    Passasjeslag,
    case_heading,
    label,
)
from bygdeplan.vedtak.protokoll.tekst import Stykke

NO_NAMES = Ordliste(frozenset(), frozenset(), frozenset())
FOURTEEN, FIFTEEN = f"Slikt vedtak{' i møte' * 6}", f"Vedtak{' i møte' * 7}"
LONG = f"Vedtak etter debatt{' og pause' * 12}"
"""Twenty-seven words, not all of them known."""


def unknown(name: str) -> Merkelapp:
    return Merkelapp(Passasjeslag.UKJEND, name, om_vedtak=True)


LABELS: dict[str, tuple[Stykke, Merkelapp | None]] = {
    "as long as a label may be": (
        Stykke(f"{FOURTEEN}: Ja.", ""),
        Merkelapp(Passasjeslag.VEDTAK, FOURTEEN, "Ja.", om_vedtak=True),
    ),
    "too long for a label": (Stykke(f"{FIFTEEN}: Ja.", ""), None),
    "too long to be known, with a colon at the end": (
        Stykke(f"{FIFTEEN}:", ""),
        unknown(FIFTEEN),
    ),
    "as long as what is not known may be": (Stykke(f"{LONG} no:", ""), unknown(f"{LONG} no")),
    "too long for anything": (Stykke(f"{LONG} no då:", ""), None),
    "a heading of any length": (
        Stykke(f"{LONG} no då", "", er_overskrift=True),
        unknown(f"{LONG} no då"),
    ),
    "a point": (Stykke("Vedtak etter debatt:", "", er_punkt=True), None),
    "a proposal by others": (
        Stykke("Endringsframlegg frå fire:", ""),
        Merkelapp(Passasjeslag.UKJEND, "Endringsframlegg frå fire"),
    ),
    "a heading of something else": (
        Stykke("Vegar og bruer", "", er_overskrift=True),
        Merkelapp(Passasjeslag.OVERSKRIFT, "Vegar og bruer"),
    ),
    "text": (Stykke("Vegar og bruer", ""), None),
    "a sentence about a decision": (Stykke("Slikt vedtak.", ""), None),
}


@pytest.mark.parametrize(("stykke", "opens"), LABELS.values(), ids=LABELS)
def test_what_a_line_opens(stykke: Stykke, opens: Merkelapp | None) -> None:
    assert label(stykke, NO_NAMES) == opens


TITLE = "veg " * 39 + "veg"
HEADINGS = {
    "a kind and a number": ("PS 12/31 Vegplan", ("12/31", "Vegplan")),
    "a kind and a number alone": ("Sak 12/31", ("12/31", "")),
    "a number and a title": ("12/31 Vegplan", ("12/31", "Vegplan")),
    "a number alone": ("12/31", None),
    "a number with a hyphen and a kind": ("KS-12-31: Vegplan", ("12-31", "Vegplan")),
    "a number with a hyphen and no kind": ("2031-32 Vegplan", None),
    "spaces in the number": ("Sak 12 / 31 Vegplan", ("12/31", "Vegplan")),
    "a sentence": ("Sak 12/31 er utsett.", None),
    "as long as it may be": (f"PS 12/31 {TITLE}", ("12/31", TITLE)),
    "too long": (f"PS 12/31 {TITLE} no", None),
}


@pytest.mark.parametrize(("line", "heading"), HEADINGS.values(), ids=HEADINGS)
def test_heading_of_a_case(line: str, heading: tuple[str, str] | None) -> None:
    assert case_heading(line) == heading
