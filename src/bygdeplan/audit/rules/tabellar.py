"""Tables that can be read aloud cell by cell, pictures that say what they show: BP82x and BP83x."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.les.innhald import Bilete, Filtabell, Innhald


def header_rows(innhald: Innhald) -> Iterator[Brot]:
    """The first row of every table is marked as its header."""
    yield from _each(
        innhald,
        lambda tabell: tabell.har_overskriftsrad,
        "manglar merkt overskriftsrad",
        "Merk den øvste rada og vel Oppsett → Gjenta overskriftsrader.",
    )


OVERSKRIFTSRAD = Prøveregel(
    "BP821",
    Severity.FEIL,
    "tabellen har inga overskriftsrad",
    why="Skjermlesaren les namnet på kolonnen framfor kvar celle, men berre når rada er merkt. "
    "Merkinga gjer òg at rada kjem att øvst på neste side.",
    wrong="Den øvste rada er berre feit.",
    right="Den øvste rada er merkt: Oppsett → Gjenta overskriftsrader.",
    finn=header_rows,
)


def row_headers(innhald: Innhald) -> Iterator[Brot]:
    """The first column of every table is marked as headers, where the format can say so."""
    yield from _each(
        innhald,
        lambda tabell: tabell.har_radoverskrifter is not False,
        "manglar merkt overskriftskolonne",
        "Set markøren i tabellen og kryss av «Første kolonne» under Tabellutforming.",
    )


RADOVERSKRIFTER = Prøveregel(
    "BP822",
    Severity.ÅTVARING,
    "den fyrste kolonnen er ikkje merkt som overskrift",
    why="Utan merket får den som høyrer tabellen, ikkje vite kva rad eit tal høyrer til.",
    wrong="Tabellutforming: «Første kolonne» er ikkje kryssa av.",
    right="Tabellutforming: «Første kolonne» er kryssa av.",
    finn=row_headers,
)


def descriptions(innhald: Innhald) -> Iterator[Brot]:
    """Every table says what it shows."""
    yield from _each(
        innhald,
        lambda tabell: bool(tabell.skildring.strip()),
        "manglar skildring",
        "Høgreklikk, vel Tabelleigenskapar → Alternativ tekst og skriv kva tabellen viser.",
    )


SKILDRING = Prøveregel(
    "BP823",
    Severity.ÅTVARING,
    "tabellen har inga skildring",
    why="Skildringa seier kva tabellen viser, før ein går inn i han. LibreOffice lagrar ikkje "
    "slike skildringar; då må dei setjast på att i Word.",
    wrong="Tabelleigenskapar → Alternativ tekst: feltet er tomt.",
    right="Tabelleigenskapar → Alternativ tekst: «Løyvingar frå staten».",
    finn=descriptions,
)


def adjoining(innhald: Innhald) -> Iterator[Brot]:
    """Something to be read stands between two tables."""
    outermost = [blokk for blokk in innhald.blokker if not blokk.i_celle]
    for before, after in pairwise(outermost):
        if isinstance(before, Filtabell) and isinstance(after, Filtabell):
            yield Brot(
                after.stad.path,
                after.stad.her(f"{_name(after)} står inntil tabellen framfor."),
                "Skriv tittelen på tabellen i eit avsnitt mellom dei.",
            )


TABELLAR_INNTIL = Prøveregel(
    "BP824",
    Severity.ÅTVARING,
    "to tabellar står inntil kvarandre",
    why="Står ingenting mellom to tabellar, ser dei ut som éin, og Word kan slå dei saman.",
    wrong="Tabell 2 byrjar rett under siste rada i tabell 1.",
    right="Mellom tabellane står tittelen på den andre: «Tabell 2. …».",
    finn=adjoining,
)


def empty_cells(innhald: Innhald) -> Iterator[Brot]:
    """A cell with nothing to say shows a dash."""
    for tabell in innhald.tabellar:
        if tabell.tomme_celler:
            (rad, kolonne), *_ = tabell.tomme_celler
            count = len(tabell.tomme_celler)
            what = "éi tom celle:" if count == 1 else f"{count} tomme celler; den fyrste er i"
            yield Brot(
                tabell.stad.path,
                tabell.stad.her(f"{_name(tabell)} har {what} rad {rad}, kolonne {kolonne}."),
                "Skriv ein tankestrek (–) i celler som ikkje skal ha noko.",
            )


TOM_CELLE = Prøveregel(
    "BP825",
    Severity.ÅTVARING,
    "tabellen har tomme celler",
    why="Ei tom celle kan vere gløymd. Ein tankestrek seier at det ikkje er noko der.",
    wrong="Cella er tom.",
    right="I cella står –.",
    finn=empty_cells,
)


def _each(
    innhald: Innhald, holds: Callable[[Filtabell], bool], what: str, advice: str
) -> Iterator[Brot]:
    """A breach for each table that lacks something; only one when all of them do.

    LibreOffice takes some marks from every table when it saves.
    """
    lacking = [tabell for tabell in innhald.tabellar if not holds(tabell)]
    if len(lacking) > 1 and len(lacking) == len(innhald.tabellar):
        yield Brot(lacking[0].stad.path, f"Alle dei {len(lacking)} tabellane {what}.", advice)
        return
    for tabell in lacking:
        message = tabell.stad.her(f"{_name(tabell)} {what}.")
        yield Brot(tabell.stad.path, message, advice)


def _name(tabell: Filtabell) -> str:
    words = tabell.stad.utdrag
    return f"Tabellen «{words}»" if words else f"Tabell nummer {tabell.stad.nr} i dokumentet"


_FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|gif|bmp|tiff?|svg|webp|emf|wmf|heic|pdf)\b|^[a-z]:\\|^file:|^/\w+/",
    re.IGNORECASE,
)


def alternative_texts(innhald: Innhald) -> Iterator[Brot]:
    """Every picture that is not decoration has a text in its stead."""
    for bilete in innhald.bilete:
        if not bilete.er_pynt and not bilete.alternativ_tekst.strip():
            yield Brot(
                bilete.stad.path,
                bilete.stad.her(f"{_picture(bilete)} manglar alternativ tekst."),
                "Høgreklikk på biletet, vel Rediger alternativ tekst og skriv kva det viser.",
            )


ALTERNATIV_TEKST = Prøveregel(
    "BP831",
    Severity.FEIL,
    "biletet manglar alternativ tekst",
    why="Den som ikkje ser biletet, får lese den alternative teksten i staden. For eit diagram må "
    "han seie tala.",
    wrong="Rediger alternativ tekst: feltet er tomt.",
    right="Rediger alternativ tekst: «Søylediagram: bustad 6 mill. kr, arbeid 2 mill. kr».",
    finn=alternative_texts,
)


def file_names(innhald: Innhald) -> Iterator[Brot]:
    """No picture shows the name of the file it came from."""
    for bilete in innhald.bilete:
        for said in (bilete.alternativ_tekst, *bilete.namn):
            if _FILE_NAME.search(said.strip()):
                yield Brot(
                    bilete.stad.path,
                    bilete.stad.her(f"{_picture(bilete)} har filnamnet «{said.strip()}» i seg."),
                    "Skriv kva biletet viser, i Rediger alternativ tekst. Står filnamnet i namnet "
                    "på biletet, så klipp ut biletet og lim det inn att som bilete.",
                )
                break


FILNAMN = Prøveregel(
    "BP832",
    Severity.FEIL,
    "biletet viser eit filnamn",
    why="Eit filnamn seier ikkje kva biletet viser, og kan røpe mapper og namn på maskina det kom "
    "frå.",
    wrong="Alternativ tekst: «Skjermbilete 3.png».",
    right="Alternativ tekst: «Kart over kommunane».",
    finn=file_names,
)


def _picture(bilete: Bilete) -> str:
    return f"Bilete nummer {bilete.stad.nr} i dokumentet"


REGLAR = (
    OVERSKRIFTSRAD,
    RADOVERSKRIFTER,
    SKILDRING,
    TABELLAR_INNTIL,
    TOM_CELLE,
    ALTERNATIV_TEKST,
    FILNAMN,
)
