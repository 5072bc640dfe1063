"""Every field that a plan decides, changed in turn: the change list shows it, and asks for why.

The fields are found in the model, so that a new one is tested without a word here.
"""

from collections.abc import Iterator
from functools import cache
from io import StringIO
from typing import Any, Literal, cast, get_args, get_origin

import pytest
from lxml.html import HtmlElement

from bygdeplan.documents import omtale
from bygdeplan.documents.endringsliste import EndraFelt, build_endringsliste
from bygdeplan.documents.planendringar import PlanendringVising
from bygdeplan.endring import Nivå, Plandiff, diff_plans
from bygdeplan.model.budsjett import Kjelde
from bygdeplan.model.felt import (
    Beløp,
    Dagar,
    Dato,
    Heiltal,
    Id,
    JaNei,
    Kommunenummer,
    MålformFelt,
    Møtedato,
    Periode,
    Prosa,
    Rekneskapsbeløp,
    Tal,
    Tekst,
    Tidspunkt,
    Timar,
    År,
)
from bygdeplan.model.lookup import Planfelt, all_fields, field_at, is_own_affair
from bygdeplan.model.plan import Plan
from bygdeplan.report.diff_text import print_diff
from bygdeplan.rules import Grunnlag
from bygdeplan.rules.grunngjeving import UTAN_GRUNN
from bygdeplan.rules.livslaup import ENDRA_UTAN_GRUNN
from tests.plans import Edits, Raw, edited, read_raw
from tests.rendered import read, render, text_of, texts
from tests.text_fields import full_plan

pytestmark = pytest.mark.slow

VINTERSTI = "delmål/reiseliv/tiltak/vintersti"
SHARED: Raw = {
    "beløp": 10,
    "timar": 1,
    "sats": 5,
    "fordeling": {"toppdal": {"beløp": 10, "timar": 1}},
}
KEYED: Raw = {"beløp": 10, "nøkkel": "folketal"}
ALL_THERE_IS: Edits = {
    f"{VINTERSTI}/status": "avslutta",
    f"{VINTERSTI}/prioritert": "ja",
    f"{VINTERSTI}/avslutning": {"utfall": "fullført", "tiltak": [], "vurdering": "God."},
    f"{VINTERSTI}/budsjett/2033": {
        "kostnad": 20,
        "finansiering": {"kommune": SHARED, "fylkeskommune": KEYED},
    },
    "budsjett/fellespostar/leiing/budsjett/2033": {
        "kostnad": 20,
        "finansiering": {"kommune": SHARED, "fylkeskommune": KEYED},
    },
    f"{VINTERSTI}/endringar": [],
    "endringar": [],
    "budsjett/fellespostar/leiing/skildring": "Løn.",
}
NEW: dict[Any, tuple[str, str]] = {
    Tekst: ("Nyord", "Nyord"),
    Prosa: ("Nyord", "Nyord"),
    Beløp: ("7654321", "7654321"),
    Rekneskapsbeløp: ("-7654321", "-7654321"),
    Tal: ("97", "97"),
    Heiltal: ("97", "97"),
    Timar: ("97", "97"),
    Dagar: ("97", "97"),
    År: ("2032", "2032"),
    Dato: ("2031-11-29", "29. november 2031"),
    Møtedato: ("2031-11-29", "29. november 2031"),
    Tidspunkt: ("2032-11", "november 2032"),
    Periode: ("2029–2039", "2029–2039"),
    Kommunenummer: ("9797", "9797"),
}
"""Type → what to write, and how it reads."""
REFERENCES = {
    "tiltak": ("turkart", "Turkart"),
    "partar": ("toppdal", "Toppdal kommune"),
    "fordelingsnøklar": ("likt", "likt"),
}
"""What an id refers to → another id, and how it reads."""

DECIDED = [felt for felt in all_fields() if felt.avgjort and not [*felt.inside()]]
# That a measure is closed is told as a whole: `tests/endring/test_plandiff.py`.
CHANGED = [felt for felt in DECIDED if not felt.om.closed_by]
REPORTED = [felt for felt in all_fields() if felt.is_outside and not [*felt.inside()]]


@cache
def whole_plan() -> Raw:
    return edited(full_plan("2031"), ALL_THERE_IS)


@cache
def before() -> Plan:
    return read_raw(whole_plan())


def places(raw: Any, pattern: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Where a field can be written: in each group that is there."""
    if not pattern:
        yield ()
        return
    key, *rest = pattern
    if len(pattern) == 1 and key != "*" and isinstance(raw, dict):
        yield (key,)
        return
    match raw:
        case dict():
            keys = [*raw] if key == "*" else [each for each in raw if each == key]
        case list():
            keys = [*range(len(raw))]
        case _:
            return
    for each in keys:
        yield from ((str(each), *inner) for inner in places(raw[each], tuple(rest)))


def value_in(raw: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        raw = raw[int(key)] if isinstance(raw, list) else raw.get(key)
    return raw


def written_anew(felt: Planfelt, now: Any) -> tuple[str, str]:
    [kind] = [each for each in felt.kinds if each is not type(None)]
    if get_origin(kind) is Literal:
        return next((each, each) for each in get_args(kind) if each != now)
    if kind == Id:
        return REFERENCES[felt.om.til[0]]
    if kind == MålformFelt:
        return "bokmål", "bokmål"
    if kind == JaNei:
        return ("nei", "Nei") if now in ("ja", "true", None, True) else ("ja", "Ja")
    return next(words for each, words in NEW.items() if each == kind)


def place_of(felt: Planfelt) -> tuple[str, ...]:
    found = [*places(whole_plan(), felt.path)]
    assert found, f"no plan of the tests has a place for {felt.mønster}"
    known = [path for path in found if value_in(whole_plan(), path) is not None] or found
    # What is changed in another measure than the closed one would be told of beside it.
    of_one = [path for path in known if path[3:4] == ("vintersti",)] or known
    return next((path for path in of_one if "2033" in path), of_one[0])


@cache
def changed_in(felt: Planfelt) -> tuple[Plandiff, str]:
    """Two plans that differ in the field alone, and how the new value reads."""
    path = place_of(felt)
    written, reads = written_anew(felt, value_in(whole_plan(), path))
    return diff_plans(before(), read_raw(edited(whole_plan(), {"/".join(path): written}))), reads


def rows(diff: Plandiff) -> list[tuple[str, str]]:
    """What the change list says of each change: before, and after."""
    view = build_endringsliste(diff)
    fields: list[EndraFelt | PlanendringVising] = [
        *(felt for tiltak in view.endra for felt in tiltak.felt),
        *view.andre,
        *view.årlege,
    ]
    renumbered = [("", measure.namn) for measure in view.omnummererte]
    return [*((row.før.tekst, f"{row.etter.tekst} {row.ord}") for row in fields), *renumbered]


def plain(text: str) -> str:
    return "".join(text.split()).casefold()


@pytest.mark.parametrize("felt", CHANGED, ids=lambda felt: felt.mønster)
def test_a_changed_field_is_shown(felt: Planfelt) -> None:
    diff, reads = changed_in(felt)
    [change] = diff.endringar
    [(old, new)] = rows(diff)
    assert plain(old) != plain(new)
    # Of cash and hours a sum is shown.
    said = plain(new) if "finansiering" in felt.path else plain(reads)
    assert said in plain(new)
    stream = StringIO()
    print_diff(build_endringsliste(diff), {}, stream)
    assert said in plain(stream.getvalue())
    assert change.slag.kode in stream.getvalue()
    page = read(render(build_endringsliste(diff)))
    if "finansiering" in felt.path:
        assert_budget_table_shows(page, felt)
    elif is_own_affair(place_of(felt)):
        assert said not in plain(" ".join(texts(page.iter("td"))))
    else:
        assert said in plain(" ".join(texts(page.iter("td", "th", "li", "p")))) or felt.om.årleg


def assert_budget_table_shows(page: HtmlElement, felt: Planfelt) -> None:
    """One table of the page tells of the one source and year in which the field is changed."""
    *_, year, _, source = way_to_source(place_of(felt))
    [table] = [
        t for t in page.iter("table") if "budsjettet til" in text_of(next(t.iter("caption")))
    ]
    group, changed, total = table.iterfind("tbody/tr")
    assert text_of(group) == year
    assert text_of(next(total.iter("th"))) == "Kostnad i alt"
    name, (before, after, _) = text_of(next(changed.iter("th"))), texts(changed.iter("td"))
    assert name.startswith(omtale.kjelde(cast("Kjelde", source)))
    assert before != after or "før:" in name


def way_to_source(path: tuple[str, ...]) -> tuple[str, ...]:
    """The way to the source that pays: «… 2033 finansiering kommune»."""
    return path[: path.index("finansiering") + 2]


@pytest.mark.parametrize("felt", CHANGED, ids=lambda felt: felt.mønster)
def test_a_change_owes_a_reason_where_the_model_says_so(felt: Planfelt) -> None:
    diff, _ = changed_in(felt)
    grunnlag = Grunnlag(opened(diff.etter), opened(diff.før))
    asked = [*ENDRA_UTAN_GRUNN.finn(grunnlag), *UTAN_GRUNN.finn(grunnlag)]
    owing = field_at(("tiltak", "*", felt.path[4])) if is_of_a_measure(felt) else felt
    assert owing is not None
    assert felt.avgjort is not None
    # Outside the measures what is a matter of principle owes one, but for what each year renews.
    principal = felt.avgjort.nivå is Nivå.PRINSIPIELL and not felt.om.årleg
    assert len(asked) == (owing.om.grunn and (is_of_a_measure(felt) or principal))


def is_of_a_measure(felt: Planfelt) -> bool:
    return felt.path[2:3] == ("tiltak",)


def opened(plan: Plan) -> Plan:
    """The plan with its closed measure open, for what is closed owes no reason."""
    sub_goal = plan.delmål["reiseliv"]
    measure = sub_goal.tiltak["vintersti"].model_copy(update={"status": "i arbeid"})
    tiltak = {**sub_goal.tiltak, "vintersti": measure}
    delmål = {**plan.delmål, "reiseliv": sub_goal.model_copy(update={"tiltak": tiltak})}
    return plan.model_copy(update={"delmål": delmål})


@pytest.mark.parametrize("felt", REPORTED, ids=lambda felt: felt.mønster)
def test_what_is_reported_makes_no_change(felt: Planfelt) -> None:
    found = [*places(whole_plan(), felt.path)]
    if not found or felt.path[0] in ("år", "endringar") or "endringar" in felt.path:
        return
    path = found[0]
    written, _ = written_anew(felt, value_in(whole_plan(), path))
    after = read_raw(edited(whole_plan(), {"/".join(path): written}))
    assert diff_plans(before(), after).endringar == ()
