"""The house style as a file people edit: what is said when something is wrong in it."""

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.side.malar import Malar
from bygdeplan.utsjanad.husstil import FIL, read_husstil

TEXT = Malar().read(FIL)


def test_the_shipped_house_style_can_be_read() -> None:
    stil = read_husstil(TEXT)
    assert stil.farge.tekst.startswith("#")
    assert stil.side.tekstbreidde == stil.side.breidde - 2 * stil.side.marg
    assert stil.side.tekstbreidde_liggjande > stil.side.tekstbreidde


FAULTS = {
    "nothing": ("", "husstil.yaml er tom."),
    "no YAML": (TEXT.replace("farge:\n", "farge: [\n"), "husstil.yaml let seg ikkje lese: sjå på"),
    "a section misspelt": (TEXT.replace("farge:\n", "farga:\n"), "farga i husstil.yaml er ukjent."),
    "a section left out": (TEXT.replace("farge:\n", "strek:\n", 1), "farge manglar i husstil.yaml"),
    "a section without values": (
        TEXT.replace("skrift:\n", "skrift: Arial\n")
        .replace('  kontor: "Calibri"', "  # ")
        .replace('  pdf: "Source Sans Pro"', "  # "),
        "«skrift» i husstil.yaml skal ha verdiar under seg",
    ),
    "a name misspelt": (
        TEXT.replace("  dempa:", "  dempe:"),
        "farge: dempe i husstil.yaml er ukjent. Meinte du `dempa`?",
    ),
    "a name left out": (
        TEXT.replace('  dempa: "#4a565e"\n', ""),
        "farge: dempa manglar i husstil.yaml.",
    ),
    "a word for a figure": (
        TEXT.replace("  nivå1: 22", "  nivå1: stor"),
        "storleik: nivå1 i husstil.yaml skal vere eit tal.",
    ),
    "a colour without quotes": (
        TEXT.replace('"#4a565e"', "#4a565e"),
        "farge: dempa i husstil.yaml skal vere tekst.",
    ),
    "a colour by name": (
        TEXT.replace('"#4a565e"', '"grå"'),
        "farge: dempa i husstil.yaml skal vere ein farge som «#1f3a4d».",
    ),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_faults_name_the_place(text: str, said: str) -> None:
    assert text != TEXT
    with pytest.raises(Fault) as fault:
        read_husstil(text)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)
