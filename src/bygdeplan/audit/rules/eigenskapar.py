"""What the file says of its language, and of itself to archives and search: BP84x and BP85x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.les.innhald import ANDRE_SPRÅK, NORSK, Avsnitt, Framandt, Innhald, first_words

_IN_WORD = {
    språk: f"vel Språk under Sjå gjennom og set korrekturspråket til norsk ({form})"
    for språk, form in zip(NORSK, ("nynorsk", "bokmål"), strict=True)
}


def declared(innhald: Innhald) -> Iterator[Brot]:
    """Styles and settings say the written form that the document is in."""
    in_word = _IN_WORD[innhald.språk]
    for val in innhald.språkval:
        if val.språk is None:
            yield Brot(
                val.path,
                f"{val.kvar} seier ikkje kva språk dokumentet er på.",
                f"Merk heile dokumentet, {in_word}, og trykk «Bruk som standard».",
            )
        elif val.språk != innhald.språk:
            yield Brot(
                val.path,
                f"{val.kvar} har språket {val.språk}, ikkje {innhald.språk}.",
                f"Endre stilen eller merk heile dokumentet, og {in_word}.",
            )


STANDARDSPRÅK = Prøveregel(
    "BP841",
    Severity.FEIL,
    "dokumentet er ikkje sett til målforma si",
    why="Språket avgjer korleis ein skjermlesar les opp, og kva retteprogrammet reknar som feil. "
    "Det står både i stilane og i innstillingane til dokumentet, og skal vere det som står i "
    "eigenskapane: nynorsk (nn-NO) eller bokmål (nb-NO).",
    wrong="Stilen «Normal» har korrekturspråket engelsk.",
    right="Alle stilar har korrekturspråket norsk (nynorsk).",
    finn=declared,
)


def in_text(innhald: Innhald) -> Iterator[Brot]:
    """No text says of itself that it is in a language the document does not tell of.

    One finding for each such language.
    """
    known = innhald.eigenskapar.opphav.get(ANDRE_SPRÅK, "").split()
    by_language: dict[str, list[tuple[Avsnitt, Framandt]]] = {}
    for avsnitt in (*innhald.avsnitt, *innhald.utanfor):
        for piece in innhald.framandt(avsnitt):
            if piece.språk not in known:
                by_language.setdefault(piece.språk, []).append((avsnitt, piece))
    for language, pieces in by_language.items():
        avsnitt, piece = pieces[0]
        more = f"; det same gjeld {len(pieces) - 1} til" if len(pieces) > 1 else ""
        yield Brot(
            avsnitt.stad.path,
            avsnitt.stad.her(f"«{first_words(piece.tekst)}» er merkt med {language}{more}."),
            f"Merk teksten, {_IN_WORD[innhald.språk]}.",
        )


ANNA_SPRÅK = Prøveregel(
    "BP842",
    Severity.ÅTVARING,
    "tekst som er merkt med eit anna språk",
    why="Tekst som er limt inn frå eit anna dokument, tek med seg språket derifrå, og blir lesen "
    "opp med feil uttale.",
    wrong="Eit avsnitt på nynorsk har korrekturspråket bokmål.",
    right="Avsnittet har korrekturspråket norsk (nynorsk).",
    finn=in_text,
)


def in_properties(innhald: Innhald) -> Iterator[Brot]:
    """The properties say which written form the document is in."""
    eigenskapar = innhald.eigenskapar
    if eigenskapar.språk not in NORSK:
        said = f"seier {eigenskapar.språk}" if eigenskapar.språk else "seier ingenting om språket"
        yield Brot(
            (eigenskapar.part, "språk"),
            f"Eigenskapane {said}; det skal stå {' eller '.join(NORSK)}.",
            f"Skriv {' eller '.join(NORSK)} som språk i dei avanserte eigenskapane, eller lag fila "
            "på nytt.",
        )


SPRÅK_I_EIGENSKAPANE = Prøveregel(
    "BP843",
    Severity.FEIL,
    "eigenskapane seier ikkje kva målform dokumentet er på",
    why="Arkiv og søk les språket i eigenskapane, ikkje i teksten.",
    wrong="Fil → Info → Eigenskapar → Avanserte eigenskapar: språket er en-US.",
    right="Fil → Info → Eigenskapar → Avanserte eigenskapar: språket er nn-NO.",
    finn=in_properties,
)


def has_a_title(innhald: Innhald) -> Iterator[Brot]:
    """The properties have a title."""
    said = innhald.eigenskapar
    if not said.tittel.strip():
        yield Brot(
            (said.part, "tittel"),
            "Eigenskapane til fila har ingen tittel.",
            "Skriv tittelen på dokumentet under Fil → Info.",
        )


TITTEL = Prøveregel(
    "BP851",
    Severity.FEIL,
    "eigenskapane manglar tittel",
    why="Tittelen i eigenskapane er det skjermlesaren seier når fila blir opna, og det arkivet "
    "viser.",
    wrong="Fil → Info → Tittel: «Legg til tittel».",
    right="Fil → Info → Tittel: «Handlingsplan 2031».",
    finn=has_a_title,
)


def has_an_author(innhald: Innhald) -> Iterator[Brot]:
    """The properties have an author."""
    said = innhald.eigenskapar
    if not said.forfattar.strip():
        yield Brot(
            (said.part, "forfattar"),
            "Eigenskapane til fila har ingen forfattar.",
            "Skriv kven dokumentet kjem frå, under Fil → Info.",
        )


FORFATTAR = Prøveregel(
    "BP852",
    Severity.FEIL,
    "eigenskapane manglar forfattar",
    why="Arkivet skal vite kven dokumentet kjem frå.",
    wrong="Fil → Info → Forfattar: «Legg til forfattar».",
    right="Fil → Info → Forfattar: namnet på prosjekteigaren.",
    finn=has_an_author,
)


def has_a_date(innhald: Innhald) -> Iterator[Brot]:
    """The properties have a date."""
    said = innhald.eigenskapar
    if not said.dato.strip():
        yield Brot(
            (said.part, "dato"),
            "Eigenskapane til fila har ingen dato.",
            "Lagre dokumentet i Word, så blir datoen sett, eller lag det på nytt.",
        )


DATO = Prøveregel(
    "BP853",
    Severity.FEIL,
    "eigenskapane manglar dato",
    why="Arkivet skal vite når dokumentet er frå.",
    wrong="Fila er kopiert gjennom eit program som fjernar opplysningar.",
    right="Fil → Info → Oppretta: datoen til planen.",
    finn=has_a_date,
)


REGLAR = (
    STANDARDSPRÅK,
    ANNA_SPRÅK,
    SPRÅK_I_EIGENSKAPANE,
    TITTEL,
    FORFATTAR,
    DATO,
)
