"""What one kommune pays: this year, in the rest of the period, and the year before."""

from bygdeplan.documents.eigendel import Eigendel, build_eigendel
from bygdeplan.ord.skriv import NBSP
from tests.plans import GONE, Edits, Raw, small_plan

STI = "delmål/eitt/tiltak/sti"
DRIFT = "budsjett/fellespostar/drift"


def pays(**years: int) -> Raw:
    """Money of a measure, divided evenly between two kommunar: `y2031=300`."""
    return {
        year.removeprefix("y"): {
            "kostnad": kroner,
            "finansiering": {"kommune": {"beløp": kroner, "nøkkel": "likt"}},
        }
        for year, kroner in years.items()
    }


def build(now: Edits, before: Edits | None = None, kommune: str = "toppdal") -> Eigendel:
    fjor = None if before is None else small_plan({"år": 2030, **before})
    return build_eigendel(small_plan(now), fjor, kommune)


def rows(eigendel: Eigendel) -> list[tuple[str, ...]]:
    """The rows, with this year's sum and what stands after it."""
    assert eigendel.tabell is not None
    return [(str(rad.namn), *map(str, rad.celler[3:])) for rad in eigendel.tabell.rader]


OWN = ("Delmål 1: Det einaste delmålet",)


def test_this_year_the_years_that_are_left_and_the_year_before() -> None:
    eigendel = build(
        {f"{STI}/budsjett": pays(y2031=300, y2032=100)}, {f"{STI}/budsjett": pays(y2030=50)}
    )
    assert rows(eigendel) == [OWN, ("1 Sti", "150", "200", "25"), ("Sum", "150", "200", "25")]
    assert (eigendel.periode, eigendel.periodesum) == ("2031–2033", f"200{NBSP}kr")
    assert (eigendel.sum, eigendel.fjor) == (f"150{NBSP}kr", f"25{NBSP}kr")
    assert eigendel.tabell is not None
    titles = [kolonne.tittel for kolonne in eigendel.tabell.kolonnar]
    assert titles[-3:] == ["Sum 2031 (kr)", "2031–2033 (kr)", "2030 (kr)"]


def test_a_plan_without_a_year_before_has_no_column_for_it() -> None:
    eigendel = build({f"{STI}/budsjett": pays(y2031=300)})
    assert rows(eigendel)[-1] == ("Sum", "150", "150")
    assert eigendel.fjor == ""


def test_the_last_year_of_the_agreement_has_no_years_left() -> None:
    edits = {"avtale/periode": "2030–2031", f"{STI}/budsjett": pays(y2031=300)}
    eigendel = build(edits, {f"{STI}/budsjett": pays(y2030=50)})
    assert rows(eigendel)[-1] == ("Sum", "150", "25")
    assert eigendel.periode == ""


def test_a_measure_that_is_gone_comes_last_with_what_it_cost() -> None:
    gone = {"nr": 2, "tittel": "Bru", "skildring": "Ei bru.", "statlege_midlar": "nei"}
    eigendel = build(
        {f"{STI}/budsjett": pays(y2031=300)},
        {"delmål/eitt/tiltak/bru": {**gone, "budsjett": pays(y2030=80)}},
    )
    assert rows(eigendel)[-3:] == [
        ("Ikkje med i planen lenger",),
        ("2 Bru", "0", "0", "40"),
        ("Sum", "150", "150", "40"),
    ]


def test_a_measure_that_has_moved_to_another_sub_goal_is_one_measure() -> None:
    sti = {"nr": 1, "tittel": "Sti", "skildring": "Ein sti.", "statlege_midlar": "ja"}
    to = {"nr": 2, "tittel": "Det andre", "vekt": 0}
    moved = {**to, "tiltak": {"sti": {**sti, "budsjett": pays(y2031=300)}}}
    eigendel = build(
        {STI: GONE, "delmål/to": moved}, {"delmål/to": to, f"{STI}/budsjett": pays(y2030=50)}
    )
    assert rows(eigendel) == [
        ("Delmål 2: Det andre",),
        ("1 Sti", "150", "150", "25"),
        ("Sum", "150", "150", "25"),
    ]


def test_a_common_item_with_the_id_of_a_measure_is_another_thing() -> None:
    item = {"budsjett/fellespostar/sti": {"tittel": "Felles sti", "budsjett": pays(y2031=40)}}
    eigendel = build(
        {f"{STI}/budsjett": pays(y2031=300), **item}, {f"{STI}/budsjett": pays(y2030=50)}
    )
    assert rows(eigendel) == [
        OWN,
        ("1 Sti", "150", "150", "25"),
        ("Felles for heile avtalen",),
        ("Felles sti", "20", "20", "0"),
        ("Sum", "170", "170", "25"),
    ]


def test_a_kommune_that_is_new_paid_nothing_the_year_before() -> None:
    keys = {"budsjett/fordelingsnøklar/likt/delar": {"ytre-glimsund": 1}}
    before: Edits = {**keys, f"{STI}/budsjett": pays(y2030=50)}
    before = {**before, "kommunar/toppdal": GONE, "budsjett/fordelingsnøklar/tre-til-ein": GONE}
    eigendel = build({f"{STI}/budsjett": pays(y2031=300)}, before)
    assert rows(eigendel)[-1] == ("Sum", "150", "150", "0")
    assert eigendel.fjor == f"0{NBSP}kr"


def test_what_is_paid_later_alone_has_a_row_when_something_is_paid_now() -> None:
    later = {"nr": 2, "tittel": "Bru", "skildring": "Ei bru.", "statlege_midlar": "nei"}
    bru = {"delmål/eitt/tiltak/bru": {**later, "budsjett": pays(y2032=80)}}
    assert build(bru).tabell is None
    found = rows(build({**bru, f"{STI}/budsjett": pays(y2031=300)}))
    assert found == [OWN, ("1 Sti", "150", "150"), ("2 Bru", "0", "40"), ("Sum", "150", "190")]


def test_figures_of_the_year_before_have_their_mark() -> None:
    before = {f"{STI}/budsjett": pays(y2030=50), f"{STI}/døme": ["budsjett"]}
    eigendel = build({f"{STI}/budsjett": pays(y2031=300)}, before)
    assert eigendel.fjor == f"25{NBSP}kr (nokre tal er døme)"
    assert eigendel.merke == ""
    assert eigendel.tabell is not None
    assert eigendel.tabell.tittel.endswith("(nokre tal er døme)")
