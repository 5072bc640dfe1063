"""What has happened to a revision since it was adopted and locked."""

import pytest

from bygdeplan.funn.finding import Finding
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.handsaming import REKKJEFØLGJE
from bygdeplan.rules.lasing import (
    IKKJE_PRINSIPIELL_ENDRING,
    MÅ_VURDERAST,
    PRINSIPIELL_ENDRING,
    REGLAR,
    SEINARE_REVISJON_ER_LÅST,
    VEDTAK_OM_DEN_LÅSTE,
)
from bygdeplan.rules.vedtak import ANNAN_VEDTAKSDATO
from tests.plans import GONE, Edits, plan_with, raw_plan
from tests.rules.cases import Case, breaks, judge, keeps, table

STI = "delmål/reiseliv/tiltak/vintersti"
SKYSS = "delmål/reiseliv/tiltak/skyss"
WEIGHTS: Edits = {"delmål/reiseliv/vekt": 60, "delmål/ungdom/vekt": 40}
SKILDRING = raw_plan(2031)["delmål"]["reiseliv"]["tiltak"]["vintersti"]["skildring"]

DECISION, KDD = "kommunar/toppdal/vedtak", "vidare_handsaming/kdd"


def decided(day: str) -> Edits:
    """Revision 2, and what a kommunestyre decided on a day."""
    return {"revisjon": 2, DECISION: {"utfall": "vedteke", "dato": day}}


CASES = (
    breaks(PRINSIPIELL_ENDRING, "a weight", {}, "delmål/reiseliv/vekt", låst=WEIGHTS),
    breaks(
        PRINSIPIELL_ENDRING,
        "the responsible",
        {},
        f"{STI}/ansvarleg",
        låst={f"{STI}/ansvarleg": "Fylket"},
    ),
    breaks(PRINSIPIELL_ENDRING, "a new measure", {}, f"{SKYSS}:", låst={SKYSS: GONE}),
    breaks(
        PRINSIPIELL_ENDRING,
        "a measure that is gone",
        {},
        "delmål/reiseliv/tiltak/bygdekino:",
        låst={
            "delmål/reiseliv/tiltak/bygdekino": {
                "nr": 99,
                "tittel": "Bygdekino",
                "skildring": "Ein kino.",
                "statlege_midlar": "nei",
            }
        },
    ),
    breaks(
        PRINSIPIELL_ENDRING,
        "a decision point, by one sign",
        {},
        "innstilling",
        låst={"innstilling/0": raw_plan(2031)["innstilling"][0].replace(".", " .")},
    ),
    keeps(PRINSIPIELL_ENDRING, "nothing is changed", {}, låst={}),
    keeps(PRINSIPIELL_ENDRING, "it is not locked", WEIGHTS),
    keeps(PRINSIPIELL_ENDRING, "a new revision", {"revisjon": 2}, låst=WEIGHTS),
    keeps(PRINSIPIELL_ENDRING, "a plan for another year", {}, låst={"år": 2030, **WEIGHTS}),
    keeps(
        PRINSIPIELL_ENDRING,
        "what goes on after the plan is adopted",
        {},
        låst={f"{STI}/status": "utsett", "gjort": "Lite.", "dato": "2031-01-01"},
    ),
    breaks(
        MÅ_VURDERAST, "prose", {}, f"{STI}/skildring", låst={f"{STI}/skildring": "Ein annan sti."}
    ),
    breaks(MÅ_VURDERAST, "a title", {}, f"{STI}/tittel", låst={f"{STI}/tittel": "Sti"}),
    breaks(MÅ_VURDERAST, "a text of the case", {}, "samandrag", låst={"samandrag": "Kort."}),
    keeps(
        MÅ_VURDERAST,
        "lines are broken elsewhere",
        {},
        låst={f"{STI}/skildring": " ".join(SKILDRING.split())},
    ),
    keeps(MÅ_VURDERAST, "a new revision", {"revisjon": 2}, låst={"samandrag": "Kort."}),
    breaks(IKKJE_PRINSIPIELL_ENDRING, "a number", {}, f"{STI}/nr", låst={f"{STI}/nr": 98}),
    breaks(
        IKKJE_PRINSIPIELL_ENDRING,
        "spelling",
        {},
        f"{STI}/tittel",
        låst={f"{STI}/tittel": "VINTERSTI mellom hyttegrendene"},
    ),
    keeps(IKKJE_PRINSIPIELL_ENDRING, "words", {}, låst={f"{STI}/tittel": "Sti"}),
    breaks(SEINARE_REVISJON_ER_LÅST, "revision 2 is locked", {}, "revisjon", låst={"revisjon": 2}),
    keeps(SEINARE_REVISJON_ER_LÅST, "the same is locked", {}, låst={}),
    keeps(SEINARE_REVISJON_ER_LÅST, "an earlier is locked", {"revisjon": 2}, låst={}),
    breaks(
        VEDTAK_OM_DEN_LÅSTE,
        "a kommunestyre",
        decided("2031-02-19"),
        f"{DECISION}:",
        also=[ANNAN_VEDTAKSDATO],
        låst={},
    ),
    breaks(
        VEDTAK_OM_DEN_LÅSTE,
        "the ministry",
        {"revisjon": 2, f"{KDD}/vedtak": {"utfall": "vedteke", "dato": "2031-02-01"}},
        f"{KDD}/vedtak:",
        låst={},
    ),
    breaks(
        VEDTAK_OM_DEN_LÅSTE,
        "the plan",
        {"revisjon": 2, "vedteken": "2031-02"},
        "vedteken",
        also=[REKKJEFØLGJE],
        låst={"vedteken": "2031-02"},
    ),
    keeps(VEDTAK_OM_DEN_LÅSTE, "a day later", decided("2031-02-20"), låst={}),
    keeps(
        VEDTAK_OM_DEN_LÅSTE,
        "a day nobody knows",
        {"revisjon": 2, DECISION: {"utfall": "vedteke"}},
        låst={},
    ),
    keeps(
        VEDTAK_OM_DEN_LÅSTE,
        "the locked revision",
        {**decided("2031-02-19"), "revisjon": 1},
        låst={},
    ),
    keeps(VEDTAK_OM_DEN_LÅSTE, "another year", decided("2031-02-19"), låst={"år": 2030}),
    keeps(VEDTAK_OM_DEN_LÅSTE, "approved later", {"revisjon": 2, "vedteken": "2031-07"}, låst={}),
)


@table(*CASES)
def test_case(case: Case) -> None:
    judge(case)


def found(edits: Edits, låst: Edits) -> list[Finding]:
    """What the rules of locking find in a plan that was locked on 19 February 2031."""
    locked = plan_with({"vedteken": "2031-02-19", **låst})
    every = check_plan(Grunnlag(plan_with(edits), låst=locked))
    return [finding for finding in every if finding.regel in REGLAR]


ADOPTED = "revisjon 1 er vedteken 19.\u00a0februar 2031"
PENGAR, ORD = "Pengar er ei prinsipiell sak.", "Eitt ord kan endre meininga, og det kan berre eit "
MESSAGES: dict[str, tuple[Edits, str, str]] = {
    "a number": (
        {f"{STI}/nr": 98},
        "`nr` i «Vintersti mellom hyttegrendene» er endra frå 98 til 1",
        "Nummeret er berre det lesaren ser; id-en er den same.",
    ),
    "a yes": (
        {f"{STI}/statlege_midlar": "nei"},
        "`statlege_midlar` i «Vintersti mellom hyttegrendene» er endra frå nei til ja",
        PENGAR,
    ),
    "a title": (
        {f"{SKYSS}/tittel": "Skyss"},
        "`tittel` i «Bestillingsskyss» er endra frå «Skyss» til «Bestillingsskyss»",
        ORD,
    ),
    "a long text": (
        {"avtale/formål": "Godt."},
        "`avtale.formål` er endra ([ut: Godt.] [inn: Avtalen skal gjere det lettare å …])",
        "Mål og delmål er",
    ),
    "money": (
        {f"{SKYSS}/budsjett/2032/kostnad": 1},
        "`budsjett` i «Bestillingsskyss» er endra",
        PENGAR,
    ),
    "what has come": ({"budsjett/innleiing": GONE}, "`budsjett.innleiing` er kome til", ORD),
    "what is gone": (
        {"vidare_handsaming/kdd/merknad": "Snart"},
        "`vidare_handsaming.kdd.merknad` er teke ut",
        ORD,
    ),
    "a new measure": (
        {SKYSS: GONE},
        "«Bestillingsskyss»: tiltaket er nytt i planen",
        "At eit tiltak tek til, er ei prinsipiell sak.",
    ),
}


@pytest.mark.parametrize(("låst", "what", "why"), MESSAGES.values(), ids=MESSAGES)
def test_what_is_touched_is_told(låst: Edits, what: str, why: str) -> None:
    (finding,) = found({}, låst)
    assert finding.message.startswith(f"{what}, og {ADOPTED}. {why}")


def test_the_day_is_left_out_when_it_is_not_known() -> None:
    grunnlag = Grunnlag(plan_with(), låst=plan_with({f"{STI}/nr": 98}))
    messages = [each.message for each in check_plan(grunnlag) if each.regel in REGLAR]
    assert [message.partition(", og ")[2][:29] for message in messages] == [
        "revisjon 1 er vedteken. Numme"
    ]


AUTHORITY = {
    "the ministry has not decided": (
        None,
        "Styringsgruppa kan gjere slike endringar dersom departementet ikkje godkjenner planen",
    ),
    "put off": (
        "utsett",
        "Styringsgruppa kan gjere slike endringar dersom departementet ikkje godkjenner planen",
    ),
    "not approved": (
        "ikkje vedteke",
        "Departementet har ikkje godkjent planen, så styringsgruppa kan gjere slike endringar når",
    ),
    "approved": (
        "vedteke",
        "Departementet har godkjent planen, så styringsgruppa kan ikkje gjere endringar",
    ),
}


@pytest.mark.parametrize(("outcome", "words"), AUTHORITY.values(), ids=AUTHORITY)
@pytest.mark.parametrize("locked", [{f"{STI}/nr": 98}, {"samandrag": "Kort."}], ids=["nr", "ord"])
def test_the_authority_turns_on_the_ministry(
    locked: Edits, outcome: str | None, words: str
) -> None:
    edits = {"vidare_handsaming/kdd/vedtak": {"utfall": outcome}} if outcome else {}
    (finding,) = found(edits, locked)
    assert words in finding.help


def test_no_one_but_the_councils_can_change_what_is_a_matter_of_principle() -> None:
    helps = {finding.help for finding in found({}, WEIGHTS)}
    assert helps == {"Lag revisjon 2 og gjer endringa der, eller skriv att det vedtekne."}


@pytest.mark.parametrize(
    ("settled", "regel"),
    [("ikkje-prinsipiell", IKKJE_PRINSIPIELL_ENDRING), ("prinsipiell", PRINSIPIELL_ENDRING)],
)
def test_a_person_settles_what_must_be_considered(settled: str, regel: object) -> None:
    reason = {"revisjon": 1, "felt": "tittel", "grunngjeving": "Klårare.", "nivå": settled}
    (finding,) = found({f"{STI}/endringar": [reason]}, {f"{STI}/tittel": "Sti"})
    assert finding.regel == regel
