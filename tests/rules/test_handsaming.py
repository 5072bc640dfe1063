"""The way to adoption: meetings, deadlines and papers."""

from datetime import date

import pytest

from bygdeplan.ord.skriv import NBSP
from bygdeplan.rules.handsaming import (
    FRIDAG,
    INGEN_INNSTILLING,
    INGEN_KOMMUNESTYRE,
    LANGT_SAMANDRAG,
    REKKJEFØLGJE,
    SAKSPAPIR,
    STÅR_ATT,
    UTAN_MØTEDATO,
)
from bygdeplan.vedtak.kalender import helgedagar
from tests.plans import GONE
from tests.rules.cases import Case, breaks, judge, keeps, table

TOPPDAL, GLIMSUND = "kommunar/toppdal", "kommunar/ytre-glimsund"
VIDARE = "vidare_handsaming"

CASES = (
    breaks(INGEN_INNSTILLING, "no points", {"innstilling": []}, "innstilling:"),
    keeps(INGEN_INNSTILLING, "one point", {"innstilling": ["Planen blir vedteken."]}),
    breaks(UTAN_MØTEDATO, "kommunestyre", {f"{TOPPDAL}/kommunestyre": GONE}, f"{TOPPDAL}:"),
    breaks(UTAN_MØTEDATO, "formannskap", {f"{TOPPDAL}/formannskap": ""}, f"{TOPPDAL}:"),
    keeps(UTAN_MØTEDATO, "no formannskap", {f"{TOPPDAL}/formannskap": "ingen"}),
    breaks(
        UTAN_MØTEDATO,
        "fylkesutval",
        {f"{VIDARE}/fylkesutval/dato": ""},
        f"{VIDARE}/fylkesutval:",
    ),
    breaks(
        UTAN_MØTEDATO,
        "fylkesting",
        {f"{VIDARE}/fylkesting/dato": GONE},
        f"{VIDARE}/fylkesting:",
    ),
    keeps(UTAN_MØTEDATO, "not to fylkestinget at all", {f"{VIDARE}/fylkesting": GONE}),
    keeps(UTAN_MØTEDATO, "the ministry sets no day", {f"{VIDARE}/kdd/dato": ""}),
    breaks(
        INGEN_KOMMUNESTYRE,
        "none",
        {f"{TOPPDAL}/kommunestyre": "ingen"},
        f"{TOPPDAL}/kommunestyre",
    ),
    keeps(INGEN_KOMMUNESTYRE, "not known", {f"{TOPPDAL}/kommunestyre": GONE}),
    breaks(
        REKKJEFØLGJE,
        "kommunestyre before formannskap",
        {f"{TOPPDAL}/formannskap": "2031-02-21"},
        f"{TOPPDAL}/kommunestyre",
    ),
    breaks(
        REKKJEFØLGJE,
        "the county before one kommunestyre",
        {f"{VIDARE}/fylkesutval/dato": "2031-02-19"},
        f"{VIDARE}/fylkesutval/dato",
    ),
    breaks(
        REKKJEFØLGJE,
        "fylkesting before fylkesutval",
        {f"{VIDARE}/fylkesting/dato": "2031-03-25"},
        f"{VIDARE}/fylkesting/dato",
    ),
    breaks(
        REKKJEFØLGJE,
        "the ministry before the county",
        {f"{VIDARE}/kdd/dato": "2031-03-25"},
        f"{VIDARE}/kdd/dato",
    ),
    breaks(
        REKKJEFØLGJE,
        "the ministry before a kommunestyre, the county's day not known",
        {f"{VIDARE}/fylkesutval": GONE, f"{VIDARE}/kdd/dato": "2031-02-19"},
        f"{VIDARE}/kdd/dato",
    ),
    breaks(REKKJEFØLGJE, "adopted before a meeting", {"vedteken": "2031-03"}, "vedteken"),
    keeps(
        REKKJEFØLGJE,
        "on one day",
        {f"{TOPPDAL}/formannskap": "2031-02-20", f"{VIDARE}/kdd/dato": "2031-03-26"},
    ),
    keeps(REKKJEFØLGJE, "in the month of the last meeting", {"vedteken": "2031-04"}),
    keeps(REKKJEFØLGJE, "only one day known", {f"{TOPPDAL}/kommunestyre": GONE}),
    breaks(
        FRIDAG, "a Saturday", {f"{TOPPDAL}/kommunestyre": "2031-02-22"}, f"{TOPPDAL}/kommunestyre"
    ),
    breaks(
        FRIDAG,
        "Maundy Thursday",
        {f"{VIDARE}/fylkesutval/dato": "2031-04-10"},
        f"{VIDARE}/fylkesutval/dato",
    ),
    keeps(FRIDAG, "a Friday", {f"{TOPPDAL}/kommunestyre": "2031-02-21"}),
    keeps(
        FRIDAG,
        "the plan is adopted",
        {f"{TOPPDAL}/kommunestyre": "2031-02-22", "vedteken": "2031-06"},
    ),
    breaks(SAKSPAPIR, "a day late", {}, f"{TOPPDAL}/formannskap", dato=date(2031, 1, 21)),
    breaks(SAKSPAPIR, "today", {}, f"{TOPPDAL}/formannskap", dato=date(2031, 1, 30)),
    keeps(SAKSPAPIR, "the last day for them", {}, dato=date(2031, 1, 20)),
    keeps(SAKSPAPIR, "the meetings have been", {}, dato=date(2031, 2, 21)),
    keeps(SAKSPAPIR, "no day given", {"fristar/sakspapir": 99_999}),
    breaks(STÅR_ATT, "the director", {f"{TOPPDAL}/kommunedirektør": GONE}, f"{TOPPDAL}:"),
    breaks(STÅR_ATT, "the assessment", {f"{TOPPDAL}/vurdering": ""}, f"{TOPPDAL}:"),
    keeps(
        STÅR_ATT,
        "both there",
        {f"{GLIMSUND}/vurdering": "Planen er god.", f"{GLIMSUND}/kommunedirektør": "Direktøren"},
    ),
    breaks(LANGT_SAMANDRAG, "one text", {"samandrag": "ord " * 119 + "."}, "samandrag:"),
    breaks(LANGT_SAMANDRAG, "six short ones", {"samandrag": "Ja.\n\n" * 6}, "samandrag:"),
    keeps(LANGT_SAMANDRAG, "five lines", {"samandrag": "ord\n" * 118}),
)


@table(*CASES)
def test_handsaming(case: Case) -> None:
    judge(case)


def test_what_waits_for_several_says_which() -> None:
    case = breaks(REKKJEFØLGJE, "", {f"{VIDARE}/fylkesutval/dato": "2031-02-12"}, "")
    (finding,) = case.new
    assert finding.message.replace(NBSP, " ") == (
        "Fylkesutvalet i Utkant har saka 12. februar 2031, før kommunestyret i Toppdal "
        "(20. februar 2031) og kommunestyret i Ytre Glimsund (13. februar 2031)."
    )


# The dates stand in the almanac that the University of Oslo gives out.
@pytest.mark.parametrize(
    ("year", "easter_sunday"),
    [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2031, (4, 13)), (2038, (4, 25))],
)
def test_the_holidays_that_follow_easter(year: int, easter_sunday: tuple[int, int]) -> None:
    days = helgedagar(year)
    easter = date(year, *easter_sunday)
    after = {name: (day - easter).days for day, name in days.items()}
    assert {name: after[name] for name in after if "påske" in name or "pinse" in name} == {
        "fyrste påskedag": 0,
        "andre påskedag": 1,
        "fyrste pinsedag": 49,
        "andre pinsedag": 50,
    }
    assert (after["skjærtorsdag"], after["langfredag"]) == (-3, -2)
    assert after["Kristi himmelfartsdag"] == 39
    assert all(date(year, *day) in days for day in [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)])


def test_every_year_of_the_calendar_has_its_holidays() -> None:
    for year in range(1, 10_000):
        assert 10 <= len(helgedagar(year)) <= 12
