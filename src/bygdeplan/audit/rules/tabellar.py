"""Tables that can be read aloud cell by cell: BP82x."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.les.innhald import Innhald, Tabell

OVERSKRIFTSRAD = Regel(
    "BP821",
    Severity.FEIL,
    "tabellen har inga overskriftsrad",
    why="Skjermlesaren les namnet på kolonnen framfor kvar celle, men berre når rada er merkt. "
    "Merkinga gjer òg at rada kjem att øvst på neste side.",
    wrong="Den øvste rada er berre feit.",
    right="Den øvste rada er merkt: Oppsett → Gjenta overskriftsrader.",
)
RADOVERSKRIFTER = Regel(
    "BP822",
    Severity.ÅTVARING,
    "den fyrste kolonnen er ikkje merkt som overskrift",
    why="Utan merket får den som høyrer tabellen, ikkje vite kva rad eit tal høyrer til.",
    wrong="Tabellutforming: «Første kolonne» er ikkje kryssa av.",
    right="Tabellutforming: «Første kolonne» er kryssa av.",
)
SKILDRING = Regel(
    "BP823",
    Severity.ÅTVARING,
    "tabellen har inga skildring",
    why="Skildringa seier kva tabellen viser, før ein går inn i han. LibreOffice lagrar ikkje "
    "slike skildringar; då må dei setjast på att i Word.",
    wrong="Tabelleigenskapar → Alternativ tekst: feltet er tomt.",
    right="Tabelleigenskapar → Alternativ tekst: «Løyvingar frå staten».",
)
TABELLAR_INNTIL = Regel(
    "BP824",
    Severity.ÅTVARING,
    "to tabellar står inntil kvarandre",
    why="Står ingenting mellom to tabellar, ser dei ut som éin, og Word kan slå dei saman.",
    wrong="Tabell 2 byrjar rett under siste rada i tabell 1.",
    right="Mellom tabellane står tittelen på den andre: «Tabell 2. …».",
)
TOM_CELLE = Regel(
    "BP825",
    Severity.ÅTVARING,
    "tabellen har tomme celler",
    why="Ei tom celle kan vere gløymd. Ein tankestrek seier at det ikkje er noko der.",
    wrong="Cella er tom.",
    right="I cella står –.",
)


def header_rows(innhald: Innhald) -> Iterator[Finding]:
    """The first row of every table is marked as its header."""
    yield from _each(
        OVERSKRIFTSRAD,
        innhald,
        lambda tabell: tabell.har_overskriftsrad,
        "manglar merkt overskriftsrad",
        "Merk den øvste rada og vel Oppsett → Gjenta overskriftsrader.",
    )


def row_headers(innhald: Innhald) -> Iterator[Finding]:
    """The first column of every table is marked as headers, where the format can say so."""
    yield from _each(
        RADOVERSKRIFTER,
        innhald,
        lambda tabell: tabell.har_radoverskrifter is not False,
        "manglar merkt overskriftskolonne",
        "Set markøren i tabellen og kryss av «Første kolonne» under Tabellutforming.",
    )


def descriptions(innhald: Innhald) -> Iterator[Finding]:
    """Every table says what it shows."""
    yield from _each(
        SKILDRING,
        innhald,
        lambda tabell: bool(tabell.skildring.strip()),
        "manglar skildring",
        "Høgreklikk, vel Tabelleigenskapar → Alternativ tekst og skriv kva tabellen viser.",
    )


def adjoining(innhald: Innhald) -> Iterator[Finding]:
    """Something to be read stands between two tables."""
    outermost = [blokk for blokk in innhald.blokker if not blokk.i_celle]
    for before, after in pairwise(outermost):
        if isinstance(before, Tabell) and isinstance(after, Tabell):
            yield TABELLAR_INNTIL.finding(
                after.stad.path,
                after.stad.her(f"{_name(after)} står inntil tabellen framfor."),
                "Skriv tittelen på tabellen i eit avsnitt mellom dei.",
            )


def empty_cells(innhald: Innhald) -> Iterator[Finding]:
    """A cell with nothing to say shows a dash."""
    for tabell in innhald.tabellar:
        if tabell.tomme_celler:
            (rad, kolonne), *_ = tabell.tomme_celler
            count = len(tabell.tomme_celler)
            what = "éi tom celle:" if count == 1 else f"{count} tomme celler; den fyrste er i"
            yield TOM_CELLE.finding(
                tabell.stad.path,
                tabell.stad.her(f"{_name(tabell)} har {what} rad {rad}, kolonne {kolonne}."),
                "Skriv ein tankestrek (–) i celler som ikkje skal ha noko.",
            )


def _each(
    regel: Regel, innhald: Innhald, holds: Callable[[Tabell], bool], what: str, advice: str
) -> Iterator[Finding]:
    """A finding for each table that lacks something; only one when all of them do.

    LibreOffice takes some marks from every table when it saves.
    """
    lacking = [tabell for tabell in innhald.tabellar if not holds(tabell)]
    if len(lacking) > 1 and len(lacking) == len(innhald.tabellar):
        yield regel.finding(
            lacking[0].stad.path, f"Alle dei {len(lacking)} tabellane {what}.", advice
        )
        return
    for tabell in lacking:
        message = tabell.stad.her(f"{_name(tabell)} {what}.")
        yield regel.finding(tabell.stad.path, message, advice)


def _name(tabell: Tabell) -> str:
    words = tabell.stad.utdrag
    return f"Tabellen «{words}»" if words else f"Tabell nummer {tabell.stad.nr} i dokumentet"


RULES: tuple[Rule, ...] = (header_rows, row_headers, descriptions, adjoining, empty_cells)
REGLAR = (OVERSKRIFTSRAD, RADOVERSKRIFTER, SKILDRING, TABELLAR_INNTIL, TOM_CELLE)
