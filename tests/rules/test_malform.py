"""Texts in two written forms."""

from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.lasing import MÅ_VURDERAST
from bygdeplan.rules.livslaup import ENDRA_UTAN_GRUNN
from bygdeplan.rules.malform import MANGLAR_TVILLING, TVILLING_ENDRA_ÅLEINE
from bygdeplan.rules.sprak import ANNA_MÅLFORM
from tests.plans import Edits, plan_with
from tests.rules.cases import Case, breaks, judge, keeps, table

TITTEL = "delmål/reiseliv/tiltak/vintersti/tittel"
TOPPDAL = "kommunar/toppdal"
BÅE = {"nynorsk": "Turkart", "bokmål": "Tur og kart"}
FJOR = {"delmål/reiseliv/tiltak/turkart/tittel": BÅE}
TURKART = "delmål/reiseliv/tiltak/turkart/tittel"

CASES = (
    breaks(
        MANGLAR_TVILLING,
        "a title in one form",
        {f"{TOPPDAL}/målform": "bokmål"},
        TITTEL,
        also=[ANNA_MÅLFORM],
    ),
    breaks(
        MANGLAR_TVILLING,
        "a point in one form",
        {f"{TOPPDAL}/målform": "bokmål"},
        "innstilling/0",
        also=[ANNA_MÅLFORM],
    ),
    keeps(MANGLAR_TVILLING, "all get the same form", {}),
    breaks(
        TVILLING_ENDRA_ÅLEINE,
        "in Nynorsk alone",
        {TURKART: BÅE | {"nynorsk": "Kart for alle"}},
        f"{TURKART}/nynorsk",
        fjor=FJOR,
        also=[ENDRA_UTAN_GRUNN],
    ),
    breaks(
        TVILLING_ENDRA_ÅLEINE,
        "in Bokmål alone since it was locked",
        {TURKART: BÅE | {"bokmål": "Kart til alle"}},
        f"{TURKART}/bokmål",
        fjor=FJOR,
        låst=FJOR,
        also=[ENDRA_UTAN_GRUNN, MÅ_VURDERAST],
    ),
    keeps(
        TVILLING_ENDRA_ÅLEINE,
        "both are changed",
        {TURKART: {"nynorsk": "Kart for alle", "bokmål": "Kart til alle"}},
        fjor=FJOR,
    ),
    keeps(
        TVILLING_ENDRA_ÅLEINE, "white space", {TURKART: BÅE | {"bokmål": "Tur og  kart"}}, fjor=FJOR
    ),
)


@table(*CASES)
def test_malform(case: Case) -> None:
    judge(case)


def lacking(edits: Edits) -> set[str]:
    found = check_plan(Grunnlag(plan_with(edits)))
    return {"/".join(map(str, f.path)) for f in found if f.regel is MANGLAR_TVILLING}


def test_what_is_written_in_both_forms_lacks_nothing() -> None:
    one = {f"{TOPPDAL}/målform": "bokmål"}
    assert lacking(one) - lacking({**one, TITTEL: BÅE}) == {TITTEL}


def test_what_has_no_word_reads_alike_in_both_forms() -> None:
    found = lacking({f"{TOPPDAL}/målform": "bokmål"})
    assert "avtale/fasar/0/namn" in found
    assert not {"avtale/fasar/0/tid", "avtale/fasar/1/tid"} & found


def test_what_a_kommune_writes_for_itself_is_in_its_own_form() -> None:
    found = lacking({f"{TOPPDAL}/målform": "bokmål", f"{TOPPDAL}/vurdering": "God."})
    assert not any(path.startswith(TOPPDAL) for path in found)


def test_years_alone_are_the_same_in_both_forms() -> None:
    one, tid = {f"{TOPPDAL}/målform": "bokmål"}, "avtale/fasar/0/tid"
    assert tid in lacking({**one, tid: "våren 2031"})
    assert tid not in lacking({**one, tid: "2031–2033"})


def test_names_and_what_others_decided_have_one_form() -> None:
    found = lacking({f"{TOPPDAL}/målform": "bokmål"})
    assert not {path for path in found if path.endswith(("pilot", "ansvarleg"))}
    assert not found & {f"{TOPPDAL}/namn", "avtale/partar/0"}
    assert not {path for path in found if "/vedtak/" in path}
