"""One value of each kind of chart, and values that are hard to draw."""

from datetime import date

from bygdeplan.utsjanad.diagram import (
    Budsjettdiagram,
    Diagram,
    Finansieringsdiagram,
    Serie,
    Statusdiagram,
    Tidsgruppe,
    Tidslinje,
    Tidsrad,
)

BUDSJETT = Budsjettdiagram(
    tittel="Budsjett",
    alt="Budsjettet i ord.",
    år=("2030", "2031"),
    slag=("rekneskap", "budsjett"),
    seriar=(
        Serie("Delmål 1: Reiseliv", (3_000_000, 1_250_500)),
        Serie("Delmål 2: Ungdom", (10_000, 2_000_000)),
        Serie("Felles", (990_000, 0)),
    ),
)
FINANSIERING = Finansieringsdiagram(
    tittel="Finansiering",
    alt="Finansieringa i ord.",
    kjelder=(("Tiltaksmidlar (stat)", 2_400_000), ("Kommunane", 1_200_000), ("Andre", 600_000)),
)
STATUS = Statusdiagram(
    tittel="Status",
    alt="Statusen i ord.",
    delmål=("Delmål 1: Reiseliv", "Delmål 2: Ungdom"),
    seriar=(
        Serie("Avslutta", (3, 0)),
        Serie("I arbeid", (1, 2)),
        Serie("Utsett", (0, 0)),
        Serie("Ikkje starta", (1, 0)),
        Serie("Utan oppgjeven status", (0, 1)),
    ),
)
TIDSLINJE = Tidslinje(
    tittel="Tidslinje",
    alt="Tidslinja i ord.",
    første_år=2030,
    siste_år=2033,
    framheva_år=2031,
    grupper=(
        Tidsgruppe(
            "Delmål 1: Reiseliv",
            (
                Tidsrad("1 Sti", "2030–2031", date(2030, 1, 1), date(2031, 12, 31)),
                Tidsrad("2 Kart (avslutta)", "til 2030", None, date(2030, 6, 30), avslutta=True),
            ),
        ),
        Tidsgruppe("Delmål 2: Ungdom", (Tidsrad("1 Verkstad", "ikkje tidfesta", None, None),)),
    ),
)
EXAMPLES: dict[str, Diagram] = {
    "budsjett": BUDSJETT,
    "finansiering": FINANSIERING,
    "status": STATUS,
    "tidslinje": TIDSLINJE,
}

_LONG = (
    "Delmål 9: Interkommunal barnehagemedarbeidarutdanningstilskotsordningsforskrift "
    "for alle som bur og lever i dei minst sentrale delane av landet"
)
_MANY_YEARS = tuple(map(str, range(2020, 2032)))
HARD: dict[str, Diagram] = {
    "many years, many parts, a long name": Budsjettdiagram(
        "",
        "",
        _MANY_YEARS,
        ("rekneskap",) * len(_MANY_YEARS),
        tuple(
            Serie(_LONG if nr == 3 else f"Delmål {nr}", (1_234_567,) * len(_MANY_YEARS))
            for nr in range(10)
        ),
    ),
    "one year, a large sum and a small": Budsjettdiagram(
        "", "", ("2030",), ("budsjett",), (Serie("A", (123_456_789,)), Serie("B", (5,)))
    ),
    "a year without money": Budsjettdiagram(
        "", "", ("2030", "2031"), ("budsjett",) * 2, (Serie("A", (0, 1)),)
    ),
    "a long source, a krone": Finansieringsdiagram("", "", ((_LONG, 999_999_999), ("B", 1))),
    "many measures, and none": Statusdiagram(
        "",
        "",
        (_LONG, "Delmål 2"),
        (Serie("Avslutta", (140, 0)), Serie("I arbeid", (1, 0)), Serie("Utsett", (1_000, 0))),
    ),
    "long names, a day, outside the period": Tidslinje(
        "",
        "",
        2030,
        2039,
        2029,
        (
            Tidsgruppe(
                _LONG,
                (
                    Tidsrad(_LONG, "2010–2012", date(2010, 1, 1), date(2012, 1, 1)),
                    Tidsrad("1 Dag", "31. desember", date(2039, 12, 31), date(2039, 12, 31)),
                    Tidsrad("2 Open", "frå 2032", date(2032, 1, 1), None),
                    Tidsrad("3 \N{GRINNING FACE} e\N{COMBINING ACUTE ACCENT}", "–", None, None),
                ),
            ),
        ),
    ),
}
