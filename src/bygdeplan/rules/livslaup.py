"""The life of a measure, from one year's plan to the next: BP41x."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bygdeplan.endring.grunngjeving import Grunn
from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import TiltakPlass
from bygdeplan.model.tiltak import Felt, Status
from bygdeplan.ord.skilnad import SAME_TILTAK
from bygdeplan.rules.grunnlag import Grunnlag, tittel

_MAY_NOT_FOLLOW: dict[Status | None, set[Status]] = {"i arbeid": {"ikkje starta"}}
"""Status last year → what it cannot become.

What was put off may have been so before it began, so from `utsett` every way is open.
"""
_WORD = re.compile(r"\w{5,}")
"""Words of five letters and more: most of the small words that every text has are shorter."""


def reasons_are_for_this_revision(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every change belongs to a revision that the plan has had."""
    plan = grunnlag.plan
    now = max(plan.revisjon, 1)
    places: list[tuple[Path, Sequence[Grunn]]] = [((), plan.endringar)]
    places += [(plass.path, plass.tiltak.endringar) for plass in plan.alle_tiltak]
    for path, endringar in places:
        for position, endring in enumerate(endringar):
            if not 1 <= endring.revisjon <= now:
                yield Brot(
                    (*path, "endringar", position, "revisjon"),
                    f"Endringa av `{endring.felt}` er ført på revisjon {endring.revisjon}, men "
                    f"planen er i revisjon {now}.",
                    f"Skriv «revisjon: {now}» her, eller rett `revisjon` øvst i planen.",
                )


REVISJON_FRAMOVER = Prøveregel(
    "BP410",
    Severity.FEIL,
    "endringa høyrer ikkje til nokon revisjon av planen",
    why="Ei endring høyrer til den revisjonen av planen der ho blei gjord.",
    wrong="revisjon: 1\n…\nendringar:\n  - revisjon: 2",
    right="revisjon: 2\n…\nendringar:\n  - revisjon: 2",
    finn=reasons_are_for_this_revision,
)


def none_vanishes(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure leaves the plan by being closed."""
    if grunnlag.fjor is None:
        return
    here = {plass.id for plass in grunnlag.plan.alle_tiltak}
    for før in grunnlag.fjor.alle_tiltak:
        if før.id not in here and not før.tiltak.avslutta:
            yield Brot(
                før.path,
                f"{tittel(før.tiltak.tittel)} (`{før.id}`) stod i planen for {grunnlag.fjor.år}, "
                "men er ikkje her.",
                "Før det opp att med same id. Er det slutt, skriv du «status: avslutta» og ei "
                "avslutning.",
            )


BORTE = Prøveregel(
    "BP411",
    Severity.FEIL,
    "tiltaket er borte",
    why="Eit tiltak går ut av planen ved å bli avslutta. Er det berre borte, får ingen vite kva "
    "det gav.",
    wrong="# bustad-tomter stod i planen for i fjor, og er her ikkje",
    right="bustad-tomter:\n  status: avslutta\n  avslutning: …",
    finn=none_vanishes,
)


def closed_is_listed_once(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A closed measure is in the plan once."""
    if grunnlag.fjor is None:
        return
    here = {plass.id: plass for plass in grunnlag.plan.alle_tiltak}
    for før in grunnlag.fjor.alle_tiltak:
        no = here.get(før.id)
        if no is not None and no.tiltak.avslutta and før.tiltak.avslutta:
            yield Brot(
                no.path,
                f"{tittel(no.tiltak.tittel)} stod som avslutta alt i planen for "
                f"{grunnlag.fjor.år}.",
                "Ta tiltaket ut av planen.",
                at_key=True,
            )


AVSLUTTA_I_FJOR = Prøveregel(
    "BP412",
    Severity.FEIL,
    "tiltaket blei avslutta i fjor",
    why="Eit avslutta tiltak står i planen éin gong, og går så ut.",
    wrong="# avslutta i planen for i fjor\nbustad-tomter:\n  status: avslutta",
    right="# tiltaket er teke ut",
    finn=closed_is_listed_once,
)


def changes_have_reasons(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every changed field of an open measure has its reason.

    What a closed measure no longer is to do has its reason in the assessment.
    """
    for før, no, changed in _followed(grunnlag):
        reasons = {endring.felt for endring in no.tiltak.endringar}
        for felt in changed:
            if _owes_a_reason(felt) and felt not in reasons and not no.tiltak.avslutta:
                yield Brot(
                    no.path if felt == "delmål" else (*no.path, felt),
                    _changed(før, no, felt),
                    f"Legg til eit punkt under `endringar` med «revisjon: "
                    f"{grunnlag.plan.revisjon}», «felt: {felt}» og grunnen.",
                    at_key=True,
                )


ENDRA_UTAN_GRUNN = Prøveregel(
    "BP413",
    Severity.FEIL,
    "endra utan grunngjeving",
    why="Kvar årleg oppdatering skal gjere greie for endringar i tiltaka, med grunnen til kvar av "
    "dei.",
    wrong="# i fjor: ansvarleg: Planavdelinga\nansvarleg: Næringsavdelinga",
    right="ansvarleg: Næringsavdelinga\nendringar:\n  - revisjon: 1\n    felt: ansvarleg\n"
    "    grunngjeving: Oppgåva er flytta.",
    finn=changes_have_reasons,
)


def reasons_have_changes(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every reason in a measure has its change.

    What one revision changed, the other may have changed back.
    """
    for _, no, changed in _followed(grunnlag):
        given = {(endring.felt, endring.revisjon) for endring in no.tiltak.endringar}
        revisions = Counter(felt for felt, _ in given)
        for position, endring in enumerate(no.tiltak.endringar):
            if endring.felt not in changed and revisions[endring.felt] == 1:
                yield Brot(
                    (*no.path, "endringar", position, "felt"),
                    f"`{endring.felt}` i {tittel(no.tiltak.tittel)} er som i fjor, men har ei "
                    "grunngjeving for endring.",
                    "Ta bort punktet. Står det att frå i fjor, er det alt gjort greie for.",
                )


GRUNN_UTAN_ENDRING = Prøveregel(
    "BP414",
    Severity.ÅTVARING,
    "grunngjeving utan endring",
    why="Ei grunngjeving som står att frå i fjor, gjer at endringslista fortel noko som ikkje er "
    "hendt.",
    wrong="# ansvarleg er den same som i fjor\nendringar:\n  - felt: ansvarleg",
    right="endringar: []",
    finn=reasons_have_changes,
)


def _owes_a_reason(felt: Felt) -> bool:
    found = field_at(("tiltak", "*", felt))
    return found is not None and found.om.grunn


def _changed(før: TiltakPlass, no: TiltakPlass, felt: Felt) -> str:
    name = tittel(no.tiltak.tittel)
    if felt == "delmål":
        return (
            f"{name} stod i delmålet `{før.delmål_id}` i fjor, men har ingen grunn for flyttinga."
        )
    if felt == "tittel":
        return (
            f"{name} heitte {tittel(før.tiltak.tittel)} i fjor, men har ingen grunn for endringa."
        )
    return f"`{felt}` i {name} er endra frå i fjor, men har ingen grunn for endringa."


def status_moves_forward(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What is begun does not become not begun."""
    for før, no, _ in _followed(grunnlag):
        before, now = før.tiltak.status, no.tiltak.status
        if now in _MAY_NOT_FOLLOW.get(before, ()):
            yield Brot(
                (*no.path, "status"),
                f"{tittel(no.tiltak.tittel)} var «{before}» i fjor og kan ikkje vere «{now}» no.",
                "Skriv «utsett» om arbeidet kviler, eller «avslutta» om det er slutt.",
            )


STATUS_TILBAKE = Prøveregel(
    "BP415",
    Severity.FEIL,
    "statusen går tilbake",
    why="Eit tiltak som er i arbeid, kan ikkje bli «ikkje starta» att. Stoggar arbeidet, er det "
    "utsett eller avslutta.",
    wrong="# i fjor: i arbeid\nstatus: ikkje starta",
    right="status: utsett",
    finn=status_moves_forward,
)


def taken_up_again_is_told(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What was closed can be taken up again."""
    for før, no, _ in _followed(grunnlag):
        if før.tiltak.avslutta and not no.tiltak.avslutta:
            yield Brot(
                (*no.path, "status"),
                f"{tittel(no.tiltak.tittel)} blei avslutta i fjor, men er ikkje avslutta no.",
                "Sjå til at grunnen står under `endringar`.",
            )


GJENOPNA = Prøveregel(
    "BP416",
    Severity.MERKNAD,
    "tiltaket er teke opp att",
    why="Eit avslutta tiltak kan takast opp att, og er då det same tiltaket. Grunnen bør stå i "
    "planen.",
    wrong="# avslutta i fjor\nbustad-tomter:\n  status: i arbeid",
    right="bustad-tomter:\n  status: i arbeid\n  endringar:\n    - revisjon: 1\n"
    "      felt: budsjett\n      grunngjeving: Det er komne nye pengar.",
    finn=taken_up_again_is_told,
)


def id_is_the_same_measure(grunnlag: Grunnlag) -> Iterator[Brot]:
    """An id belongs to one measure for ever.

    Title and description changed together, the title in every longer word and the description in
    more than four of five, is another measure under an old id.
    """
    for før, no, _ in _followed(grunnlag):
        title = _in_common(før.tiltak.tittel, no.tiltak.tittel)
        description = _in_common(før.tiltak.skildring, no.tiltak.skildring)
        if title == 0 and description < SAME_TILTAK.minst:
            yield Brot(
                no.path,
                f"`{no.id}` var {tittel(før.tiltak.tittel)} i fjor og er "
                f"{tittel(no.tiltak.tittel)} i år.",
                "Er det eit nytt tiltak, treng det ein ny id, og det gamle må avsluttast.",
                at_key=True,
            )


ANNA_TILTAK = Prøveregel(
    "BP417",
    Severity.ÅTVARING,
    "id-en er brukt på eit anna tiltak",
    why="Ein id høyrer til eitt tiltak for alltid. Her har tittelen ikkje eitt ord til felles med "
    "tittelen i fjor, og skildringa mindre enn eitt av fem ord. Det ser ut som eit nytt tiltak "
    "på ein gammal id.",
    wrong="# i fjor: bustad-tomter, «Oversyn over ledige tomter»\nbustad-tomter:\n"
    "  tittel: Nettkurs for helsepersonell",
    right="helse-nettkurs:\n  tittel: Nettkurs for helsepersonell",
    finn=id_is_the_same_measure,
)


def _in_common(old: str, new: str) -> float:
    """The part of the shorter text's longer words that the other has too, from 0 to 1."""
    before, now = (set(_WORD.findall(text.casefold())) for text in (old, new))
    return SAME_TILTAK.share(len(before & now), len(before), len(now))


def _followed(grunnlag: Grunnlag) -> Iterator[tuple[TiltakPlass, TiltakPlass, tuple[Felt, ...]]]:
    """Each measure that both plans hold, and what is changed; not one that was and stays closed."""
    diff = grunnlag.diff
    if diff is None:
        return
    pairs = (
        *diff.vidareførte,
        *diff.omnummererte,
        *diff.endra,
        *diff.gjenopna,
        *diff.avslutta,
    )
    found = {par.etter.id: par for par in pairs}
    for no in grunnlag.plan.alle_tiltak:
        par = found.get(no.id)
        if par is not None and not (par.før.tiltak.avslutta and no.tiltak.avslutta):
            yield par.før, no, tuple(change.felt for change in par.endringar)


REGLAR = (
    REVISJON_FRAMOVER,
    BORTE,
    AVSLUTTA_I_FJOR,
    ENDRA_UTAN_GRUNN,
    GRUNN_UTAN_ENDRING,
    STATUS_TILBAKE,
    GJENOPNA,
    ANNA_TILTAK,
)
