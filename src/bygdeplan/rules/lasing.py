"""What has happened since a revision was adopted and locked, to it and to the next. BP53x."""

from collections.abc import Iterator
from typing import Any

from bygdeplan.endring import Endring, Nivå
from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.malform import told_apart
from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import changed_words
from bygdeplan.ord.skriv import dato
from bygdeplan.rules.grunnlag import Grunnlag, tittel
from bygdeplan.vedtak.saksgang import decisions

_LONGEST_VALUE = 60
_MOST_WORDS = 6
"""Words taken out, and put in, that a message shows of a long text."""


def principles_stand(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No matter of principle is touched since the plan's revision was locked."""
    return _touched(grunnlag, Nivå.PRINSIPIELL)


PRINSIPIELL_ENDRING = Prøveregel(
    "BP531",
    Severity.FEIL,
    "prinsipiell endring i ein vedteken revisjon",
    why="Kommunane har gjort likelydande vedtak om det som står i låsefila. Pengar, mål, vekter, "
    "ansvar og kva tiltak som er med, kan berre dei endre, og det gjer dei i ein ny revisjon.",
    wrong="# revisjon 1 er låst med vekta 60\nrevisjon: 1\n…\nvekt: 55",
    right="revisjon: 2\n…\nvekt: 55",
    finn=principles_stand,
)


def nothing_is_left_to_judge(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Nothing that may be a matter of principle is touched since the revision was locked."""
    return _touched(grunnlag, Nivå.MÅ_VURDERAST)


MÅ_VURDERAST = Prøveregel(
    "BP532",
    Severity.ÅTVARING,
    "endring i ein vedteken revisjon må vurderast",
    why="Går «skal» over til «kan», er det ei prinsipiell sak, og berre eit menneske ser om det er "
    "så. Det som er avgjort, står med `nivå` i grunngjevinga.",
    wrong="# revisjon 1 er låst med ei anna skildring\nskildring: Kommunane kan kjøpe tomter.",
    right="skildring: Kommunane kan kjøpe tomter.\nendringar:\n  - revisjon: 1\n"
    "    felt: skildring\n    grunngjeving: Setninga var uklar.\n    nivå: ikkje-prinsipiell",
    finn=nothing_is_left_to_judge,
)


def wording_stands(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Nothing else is touched since the plan's revision was locked."""
    return _touched(grunnlag, Nivå.IKKJE_PRINSIPIELL)


IKKJE_PRINSIPIELL_ENDRING = Prøveregel(
    "BP533",
    Severity.MERKNAD,
    "ikkje-prinsipiell endring i ein vedteken revisjon",
    why="Vedtaket kan gje styringsgruppa rett til å gjere endringar i teksten som ikkje er "
    "prinsipielle, dersom departementet ikkje godkjenner planen. Utan det vilkåret høyrer òg dei "
    "til i ein ny revisjon.",
    wrong="# revisjon 1 er låst med «Utleige bustader»\ntittel: Utleigebustader",
    right="tittel: Utleige bustader",
    finn=wording_stands,
)


def no_later_revision_is_locked(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The plan is not older than the newest locked revision of its year."""
    plan, låst = grunnlag.plan, grunnlag.låst_i_år
    if låst is not None and plan.revisjon < låst.revisjon:
        yield Brot(
            ("revisjon",),
            f"Planen er revisjon {plan.revisjon}, men {_adopted(låst)}.",
            f"Byggjer planen på den, skriv du «revisjon: {låst.revisjon + 1}». Elles hentar du "
            "fram den fila som gjeld.",
        )


SEINARE_REVISJON_ER_LÅST = Prøveregel(
    "BP534",
    Severity.FEIL,
    "ein seinare revisjon er vedteken",
    why="Er revisjon 2 vedteken og låst, er det han som gjeld. Ein plan som seier revisjon 1, er "
    "anten ei gammal fil eller har feil nummer.",
    wrong="# revisjon 2 er låst\nrevisjon: 1",
    right="revisjon: 2",
    finn=no_later_revision_is_locked,
)


def decisions_are_on_this_revision(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A revision after the locked one was not decided on by the day that one was adopted."""
    plan, låst = grunnlag.plan, grunnlag.låst_i_år
    if låst is None or plan.revisjon <= låst.revisjon or not låst.vedteken:
        return
    adopted = låst.vedteken.siste_dag
    if plan.vedteken and plan.vedteken.siste_dag <= adopted:
        yield Brot(
            ("vedteken",),
            f"`vedteken` gjeld revisjon {låst.revisjon}, og planen er revisjon {plan.revisjon}.",
            f"Ta bort linja til revisjon {plan.revisjon} er godkjend.",
        )
    for organ, vedtak in decisions(plan):
        day = vedtak.dato
        if day and day <= adopted:
            yield Brot(
                organ.vedtakspath,
                f"Vedtaket i {organ.i_setning} {dato(day)} gjeld revisjon {låst.revisjon}, og "
                f"planen er revisjon {plan.revisjon}.",
                f"Ta bort vedtaket til revisjon {plan.revisjon} er handsama.",
                at_key=True,
            )


VEDTAK_OM_DEN_LÅSTE = Prøveregel(
    "BP535",
    Severity.FEIL,
    "vedtaket gjeld ein tidlegare revisjon",
    why="Eit vedtak frå før den låste revisjonen var ferdig vedteken, kan ikkje gjelde den neste. "
    "Står det att, seier vedtaksoversikta at ein revisjon er vedteken før nokon har sett han.",
    wrong="# revisjon 1 er låst og vedteken 19. februar 2031\nrevisjon: 2\n…\n"
    "vedtak:\n  dato: 2031-02-19\n  utfall: vedteke",
    right="revisjon: 2\n…\nkommunestyre: 2031-09-18",
    finn=decisions_are_on_this_revision,
)


def _touched(grunnlag: Grunnlag, nivå: Nivå) -> Iterator[Brot]:
    """The changes of a level in a plan since its revision was locked."""
    plan, låst = grunnlag.plan, grunnlag.låst_i_år
    if låst is None or grunnlag.diff_frå_låst is None or plan.revisjon != låst.revisjon:
        return
    for endring in grunnlag.diff_frå_låst.endringar:
        if endring.nivå is nivå:
            yield Brot(
                endring.path_etter or endring.path_før or (),
                f"{_what(endring, plan, låst)}, og {_adopted(låst)}. {endring.dom.kvifor}",
                _advice(nivå, plan),
                at_key=len(endring.ting) == 2,
            )


def _advice(nivå: Nivå, plan: Plan) -> str:
    later = plan.revisjon + 1
    match nivå:
        case Nivå.PRINSIPIELL:
            return f"Lag revisjon {later} og gjer endringa der, eller skriv att det vedtekne."
        case Nivå.MÅ_VURDERAST:
            return (
                f"Er endringa prinsipiell, høyrer ho til i revisjon {later}. Er ho ikkje det, "
                f"fører du henne i `endringar` med «nivå: ikkje-prinsipiell». {_authority(plan)}"
            )
        case Nivå.IKKJE_PRINSIPIELL:
            return _authority(plan)


def _adopted(låst: Plan) -> str:
    """«revisjon 1 er vedteken 19. februar 2031»."""
    day = f" {dato(låst.vedteken.første_dag)}" if låst.vedteken else ""
    return f"revisjon {låst.revisjon} er vedteken{day}"


def _authority(plan: Plan) -> str:
    """On what condition the steering group can make a change that is not a matter of principle."""
    kdd = plan.vidare_handsaming.kdd
    match kdd.vedtak.utfall if kdd and kdd.vedtak else None:
        case "vedteke":
            return (
                "Departementet har godkjent planen, så styringsgruppa kan ikkje gjere endringar i "
                "han åleine."
            )
        case "ikkje vedteke":
            return (
                "Departementet har ikkje godkjent planen, så styringsgruppa kan gjere slike "
                "endringar når vedtaket gjev henne rett til det."
            )
        case _:
            return (
                "Styringsgruppa kan gjere slike endringar dersom departementet ikkje godkjenner "
                "planen og vedtaket gjev henne rett til det."
            )


def _what(endring: Endring, plan: Plan, låst: Plan) -> str:
    """«`vekt` i …» and what has happened to it, with its values when they are short."""
    if endring.ting[0] != "tiltak":
        return f"`{'.'.join(endring.ting)}` {_happened(endring)}"
    _, id_, *felt = endring.ting
    place = plan.finn_tiltak(id_) or låst.finn_tiltak(id_)
    name = tittel(place.tiltak.tittel) if place else f"`{id_}`"
    return f"`{felt[0]}` i {name} {_happened(endring)}" if felt else f"{name}: {endring.slag.tyder}"


def _happened(endring: Endring) -> str:
    if endring.før is None:
        return "er kome til"
    if endring.etter is None:
        return "er teke ut"
    old, new = told_apart(endring.før, endring.etter)
    values = _shown(old), _shown(new)
    if all(values):
        return "er endra frå {} til {}".format(*values)
    match old, new:
        case str(før), str(etter) if words := changed_words(før, etter, _MOST_WORDS):
            return f"er endra ({words})"
        case _:
            return "er endra"


def _shown(value: Any) -> str:
    """A short value as a message has it; nothing for a long text, a list or a group."""
    match value:
        case bool():
            return "ja" if value else "nei"
        case int():
            return str(value)
        case str() if len(value) <= _LONGEST_VALUE:
            return tittel(value)
        case _:
            return ""


REGLAR = (
    PRINSIPIELL_ENDRING,
    MÅ_VURDERAST,
    IKKJE_PRINSIPIELL_ENDRING,
    SEINARE_REVISJON_ER_LÅST,
    VEDTAK_OM_DEN_LÅSTE,
)
