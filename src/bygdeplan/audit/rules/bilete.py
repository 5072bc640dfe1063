"""Pictures that say what they show: BP83x."""

import re
from collections.abc import Iterator

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Bilete, Innhald

ALTERNATIV_TEKST = Regel(
    "BP831",
    Severity.FEIL,
    "biletet manglar alternativ tekst",
    why="Den som ikkje ser biletet, får lese den alternative teksten i staden. For eit diagram må "
    "han seie tala.",
    wrong="Rediger alternativ tekst: feltet er tomt.",
    right="Rediger alternativ tekst: «Søylediagram: bustad 6 mill. kr, arbeid 2 mill. kr».",
)
FILNAMN = Regel(
    "BP832",
    Severity.FEIL,
    "biletet viser eit filnamn",
    why="Eit filnamn seier ikkje kva biletet viser, og kan røpe mapper og namn på maskina det kom "
    "frå.",
    wrong="Alternativ tekst: «Skjermbilete 3.png».",
    right="Alternativ tekst: «Kart over kommunane».",
)

_FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|heic|pdf)\b|^[a-z]:\\|^file:|^/\w+/",
    re.IGNORECASE,
)


def alternative_texts(innhald: Innhald) -> Iterator[Finding]:
    """Every picture that is not decoration has a text in its stead."""
    for bilete in innhald.bilete:
        if not bilete.er_pynt and not bilete.alternativ_tekst.strip():
            yield ALTERNATIV_TEKST.finding(
                bilete.stad.path,
                bilete.stad.her(f"{_name(bilete)} manglar alternativ tekst."),
                "Høgreklikk på biletet, vel Rediger alternativ tekst og skriv kva det viser.",
            )


def file_names(innhald: Innhald) -> Iterator[Finding]:
    """No picture shows the name of the file it came from."""
    for bilete in innhald.bilete:
        for said in (bilete.alternativ_tekst, *bilete.namn):
            if _FILE_NAME.search(said.strip()):
                yield FILNAMN.finding(
                    bilete.stad.path,
                    bilete.stad.her(f"{_name(bilete)} har filnamnet «{said.strip()}» i seg."),
                    "Skriv kva biletet viser, i Rediger alternativ tekst. Står filnamnet i namnet "
                    "på biletet, så klipp ut biletet og lim det inn att som bilete.",
                )
                break


def _name(bilete: Bilete) -> str:
    return f"Bilete nummer {bilete.stad.nr} i dokumentet"


RULES: tuple[Rule, ...] = (alternative_texts, file_names)
REGLAR = (ALTERNATIV_TEKST, FILNAMN)
