"""What came of holding documents against the decision points."""

from collections.abc import Iterator
from typing import IO, Literal, get_args

import typer

from bygdeplan.ord.ordlyd import Avvik
from bygdeplan.ord.skriv import liste, talord
from bygdeplan.report.style import show, width_of, wrapped
from bygdeplan.report.visible import visible
from bygdeplan.vedtak.protokoll.dom import Bevisføring, Bevisslag, Funn, Vedtaksdom, Vedtakssteg
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag
from bygdeplan.vedtak.protokoll.samla import Lese, Samla

Kontrollformat = Literal["text", "json"]
FORMATS: tuple[Kontrollformat, ...] = get_args(Kontrollformat)

DOMAR = {
    Vedtaksdom.LIK: "likelydande",
    Vedtaksdom.TILLEGG: "likelydande, med punkt i tillegg",
    Vedtaksdom.USIKKER: "usikkert",
    Vedtaksdom.ULIK: "ikkje likelydande",
    Vedtaksdom.IKKJE_FUNNE: "ikkje funne",
    Vedtaksdom.ULESELEG: "ikkje lesen",
}
_COLOUR = {Vedtaksdom.LIK: "green", Vedtaksdom.TILLEGG: "green", Vedtaksdom.USIKKER: "yellow"}
SAMANLIKNA = {
    Passasjeslag.VEDTAK: "vedtak",
    Passasjeslag.INNSTILLING: "innstilling frå formannskapet",
    Passasjeslag.TILRÅDING: "innstilling",
}


def print_check(form: Kontrollformat, samla: Samla, stream: IO[str]) -> None:
    """Print what came of all the documents."""
    if form == "json":
        from bygdeplan.report.vedtak_json import check_as_json

        show(check_as_json(samla), stream)
    else:
        show(as_text(samla, width_of(stream)), stream)


def as_text(samla: Samla, width: int | None = None) -> str:
    """Document by document, then the answer; sentences are wrapped at `width` columns, or not."""
    blocks = ["\n".join(_lines(samla, each, width)) for each in samla.lesne]
    return "\n\n".join([*blocks, "\n".join(wrapped(line, width, "") for line in _answer(samla))])


def _lines(samla: Samla, each: Lese, width: int | None) -> Iterator[str]:
    """«protokoll.docx: Toppdal (eigenskapane i fila)», then what was found and where."""
    whose = each.opphav.kommune and samla.plan.kommunar[each.opphav.kommune].namn
    source = f"{whose} ({each.opphav.kjelde})" if whose else "ukjend kommune"
    yield typer.style(visible(f"{each.fil}: {source}"), bold=True)
    funn = each.funn
    verdict = typer.style(DOMAR[funn.dom], fg=_COLOUR.get(funn.dom, "red"), bold=True)
    yield f"  {verdict}{_place(funn)}"
    for line in _details(each):
        yield wrapped(f"    {visible(line)}", width, "      ")


def _place(funn: Funn) -> str:
    """«: vedtak, under «Vedtak», side 3»."""
    parts = [
        SAMANLIKNA.get(funn.slag, "") if funn.slag else "",
        f"på {funn.målform}" if funn.slag and funn.målform else "",
        f"under «{visible(funn.overskrift)}»" if funn.overskrift else "",
        funn.stad,
    ]
    said = ", ".join(filter(None, parts))
    return f": {said}" if said else ""


def _details(each: Lese) -> Iterator[str]:
    funn = each.funn
    yield from (changed_words(avvik) for avvik in funn.avvik)
    yield from (f"i tillegg: «{text}»" for text in funn.tillegg)
    yield from funn.grunnar
    if funn.bevis is not None:
        yield _rests_on(funn.bevis)
    if each.råd:
        yield f"hjelp: {each.råd}"


_TOLD = (Bevisslag.ORGAN, Bevisslag.MØTE, Bevisslag.SAK, Bevisslag.RØYSTING)


def _rests_on(bevis: Bevisføring) -> str:
    """«byggjer på: organ: kommunestyret (linje 4); møte: 19. februar 2031 (linje 6); …»."""
    told = [
        f"{slag}: {each.funne}{f' ({each.stad})' if each.stad else ''}"
        for slag, each in bevis
        if slag in _TOLD and each.funne
    ]
    return f"byggjer på: {'; '.join(told)}"


def changed_words(avvik: Avvik) -> str:
    """«punkt 2: [ut: blir overførte] [inn: blir ikkje overførte]»."""
    if avvik.eige is None:
        return f"punkt {(avvik.felles or 0) + 1} manglar: [ut: {avvik.ut}]"
    if avvik.felles is None:
        return f"punkt {avvik.eige + 1} er nytt: [inn: {avvik.inn}]"
    return f"punkt {avvik.eige + 1}: [ut: {avvik.ut}] [inn: {avvik.inn}]"


def _answer(samla: Samla) -> Iterator[str]:
    """The one line that was asked for, and what it does not say by itself."""
    if samla.likelydande and samla.steg is not None:
        yield typer.style(_identical(samla, samla.steg), fg="green", bold=True)
        yield from _notes(samla)
        return
    names = {id_: kommune.namn for id_, kommune in samla.plan.kommunar.items()}
    decided = [id_ for id_, steg in samla.like.items() if steg is Vedtakssteg.VEDTAK]
    recommended = [id_ for id_, steg in samla.like.items() if steg is Vedtakssteg.INNSTILLING]
    headline = (
        f"Ikkje stadfesta: {len(decided)} av {len(names)} kommunar har likelydande vedtak."
        if decided or not recommended or samla.krav is Vedtakssteg.VEDTAK
        else f"Ikkje stadfesta: {len(recommended)} av {len(names)} kommunar har likelydande "
        "innstilling, og ingen har gjort vedtak."
    )
    yield typer.style(headline, fg="red", bold=True)
    if recommended and (decided or samla.krav is Vedtakssteg.VEDTAK):
        yield f"Berre innstilling: {liste(names[id_] for id_ in recommended)}."
    if decided and samla.krav is Vedtakssteg.INNSTILLING:
        yield f"Har alt gjort vedtak: {liste(names[id_] for id_ in decided)}."
    others = [names[id_] for id_ in names if id_ not in (*samla.like, *samla.manglar)]
    if others:
        yield f"Sjå på: {liste(others)}."
    if samla.manglar:
        yield f"Utan dokument: {liste(names[id_] for id_ in samla.manglar)}."
    yield from _notes(samla)


def _identical(samla: Samla, steg: Vedtakssteg) -> str:
    count = len(samla.plan.kommunar)
    every = "begge" if count == 2 else f"alle {talord(count)}"
    if steg is Vedtakssteg.VEDTAK:
        return f"Likelydande vedtak: {every}."
    return f"Likelydande innstilling i {every}; ingen har gjort vedtak."


def _notes(samla: Samla) -> Iterator[str]:
    """What an answer of «identical» does not mean."""
    like = [each for each in samla.lesne if each.er_lik]
    extra = [samla.plan.kommunar[e.opphav.kommune].namn for e in like if e.funn.tillegg]
    if extra:
        yield f"Merk: {liste(dict.fromkeys(extra))} har punkt i tillegg til dei felles."
