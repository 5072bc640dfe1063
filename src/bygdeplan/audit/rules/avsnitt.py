"""Paragraphs that are what they look like, nothing written between the lines: BP86x and BP87x."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.les.innhald import Avsnitt, Filblokk, Filtabell, Innhald, Stad, first_words

# A dash before a figure is a minus sign, and the first dash of a quotation stands alone.
_BULLET = re.compile(r"\s*(?:[•●▪◦‣·*\uf0b7\uf0a7]|[-–—](?=\s+\D))\s+\S")
# «2. juni» and «1. kvartal» are ordinals: what follows the figure of a list begins a sentence.
_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-zæøå])[.)]\s+[A-ZÆØÅ«]")
_SPACING = re.compile(r"[ \u00a0\t]{3,}|\t\t|^\t", re.MULTILINE)


def empty_paragraphs(innhald: Innhald) -> Iterator[Brot]:
    """No empty paragraphs outside cells; the one a document must have after its last table is."""
    said = ""
    for empty, group in groupby(_running_text(innhald), _is_empty):
        blokker = list(group)
        if not empty:
            said = next((ein.stad.utdrag for ein in reversed(blokker) if ein.stad.utdrag), said)
            continue
        first, count = blokker[0], len(blokker)
        what = "eit tomt avsnitt" if count == 1 else f"{count} tomme avsnitt"
        where = f"etter «{said}»" if said else "fremst i dokumentet"
        yield Brot(
            first.stad.path,
            first.stad.her(f"Det står {what} {where}."),
            "Slett dei tomme linjene; luft kjem av stilen, og ny side av Sett inn → Sideskift.",
        )


TOMT_AVSNITT = Prøveregel(
    "BP861",
    Severity.ÅTVARING,
    "tomt avsnitt",
    why="Ein skjermlesar seier «tom» for kvart tomt avsnitt. Luft mellom avsnitt høyrer til "
    "stilen, og eit sideskift er noko anna enn mange tomme linjer.",
    wrong="Enter to gonger for å få luft.",
    right="Avsnittsavstand i stilen, eller Sett inn → Sideskift.",
    finn=empty_paragraphs,
)


def text_boxes(innhald: Innhald) -> Iterator[Brot]:
    """No text floats beside the text."""
    for stad in innhald.tekstboksar:
        words = f" «{stad.utdrag}»" if stad.utdrag else ""
        yield Brot(
            stad.path,
            stad.her(f"Teksten{words} står i ein tekstboks."),
            "Klipp ut teksten, lim han inn som eit vanleg avsnitt, og slett tekstboksen.",
        )


TEKSTBOKS = Prøveregel(
    "BP862",
    Severity.FEIL,
    "tekstboks",
    why="Tekst i ein tekstboks ligg utanfor teksten elles. Skjermlesarar hoppar over han eller les "
    "han på feil stad, og sakssystemet mistar han.",
    wrong="Sett inn → Tekstboks.",
    right="Teksten står i eit vanleg avsnitt.",
    finn=text_boxes,
)


def typed_lists(innhald: Innhald) -> Iterator[Brot]:
    """Lists are lists, not paragraphs that begin with a dash or a number."""
    for typed, group in groupby(innhald.avsnitt, _is_typed_item):
        if typed:
            first, *others = group
            what = f"og {len(others)} avsnitt til er skrivne" if others else "er skrive"
            yield Brot(
                first.stad.path,
                first.stad.her(f"«{first_words(first.tekst)}» {what} som punkt for hand."),
                "Merk avsnitta, vel Heim → Punktteikn eller Nummerering, og slett det som var "
                "skrive framfor.",
            )


SKRIVEN_LISTE = Prøveregel(
    "BP863",
    Severity.ÅTVARING,
    "liste som er skriven for hand",
    why="Ei ekte liste seier kor mange punkt ho har, og kvar ho er slutt. Teikn og tal som er "
    "skrivne for hand, gjer ikkje det, og dei følgjer ikkje med når eit punkt blir flytt.",
    wrong="- Fleire bustader\n- Fleire arbeidsplassar",
    right="Heim → Punktteikn eller Heim → Nummerering.",
    finn=typed_lists,
)


def manual_spacing(innhald: Innhald) -> Iterator[Brot]:
    """No columns or indents made of spaces and tabs."""
    for avsnitt in innhald.avsnitt:
        if _SPACING.search(avsnitt.tekst.rstrip()):
            yield Brot(
                avsnitt.stad.path,
                avsnitt.stad.her(f"«{first_words(avsnitt.tekst)}» har fleire mellomrom på rad."),
                "Set det opp som ein tabell, eller bruk innrykk i stilen.",
            )


MELLOMROM = Prøveregel(
    "BP864",
    Severity.ÅTVARING,
    "mellomrom som er laga med mellomromstasten eller tabulator",
    why="Kolonnar og innrykk som er laga slik, fell frå kvarandre med ei anna skrift eller ein "
    "annan skjerm, og blir lesne som lause ord.",
    wrong="Kommunestyre          19. februar",
    right="Ein tabell, eller innrykk i stilen.",
    finn=manual_spacing,
)


def _running_text(innhald: Innhald) -> list[Filblokk]:
    """The blocks outside cells, without the empty paragraph that Word keeps after a last table."""
    blokker = [blokk for blokk in innhald.blokker if not blokk.i_celle]
    if len(blokker) > 1 and _is_empty(blokker[-1]) and isinstance(blokker[-2], Filtabell):
        blokker.pop()
    return blokker


def _is_empty(blokk: Filblokk) -> bool:
    return isinstance(blokk, Avsnitt) and blokk.er_tomt and not blokk.nivå


def _is_typed_item(avsnitt: Avsnitt) -> bool:
    if avsnitt.i_liste:
        return False
    lines = avsnitt.tekst.split("\n")
    # In a cell a number is the name of a row: «1. Fleire bustader».
    return any(
        _BULLET.match(line) or (not avsnitt.i_celle and _NUMBER.match(line)) for line in lines
    )


def changes(innhald: Innhald) -> Iterator[Brot]:
    """Every tracked change is accepted or rejected."""
    if innhald.endringar:
        stad, what = _first(innhald.endringar, "spora endring", "spora endringar")
        yield Brot(stad.path, what, "Godta eller avvis endringane under Sjå gjennom.")


SPORA_ENDRING = Prøveregel(
    "BP871",
    Severity.MERKNAD,
    "spora endringar",
    why="Endringar som ikkje er godtekne, gjer at ulike lesarar ser ulik tekst. Medan ei sak er "
    "til gjennomsyn, er dei nyttige; i det som blir lagt fram, skal dei vere borte.",
    wrong="Sjå gjennom: endringar står att.",
    right="Sjå gjennom → Godta alle endringar og stopp sporinga.",
    finn=changes,
)


def comments(innhald: Innhald) -> Iterator[Brot]:
    """No comments are left."""
    if innhald.kommentarar:
        stad, what = _first(innhald.kommentarar, "kommentar", "kommentarar")
        yield Brot(stad.path, what, "Slett kommentarane under Sjå gjennom.")


KOMMENTAR = Prøveregel(
    "BP872",
    Severity.MERKNAD,
    "kommentarar",
    why="Kommentarar er skrivne til kollegaer, og følgjer med fila ut av huset.",
    wrong="Sjå gjennom: kommentarar står att.",
    right="Sjå gjennom → Slett alle kommentarar i dokumentet.",
    finn=comments,
)


def _first(places: Sequence[Stad], one: str, many: str) -> tuple[Stad, str]:
    """The first place, and how many there are."""
    stad, count = places[0], len(places)
    where = f"; den fyrste er ved «{stad.utdrag}»" if stad.utdrag and count > 1 else ""
    if count == 1:
        where = f", ved «{stad.utdrag}»" if stad.utdrag else ""
    return stad, stad.her(f"Det står att {count} {one if count == 1 else many}{where}.")


REGLAR = (
    TOMT_AVSNITT,
    TEKSTBOKS,
    SKRIVEN_LISTE,
    MELLOMROM,
    SPORA_ENDRING,
    KOMMENTAR,
)
