"""What an author wishes for, and the lines of the plan file that it takes away and puts in."""

from difflib import ndiff

import pytest

from bygdeplan.cli.pult.filverdi import value_of
from bygdeplan.cli.pult.nytt import id_of
from bygdeplan.cli.pult.redigering import WAYS, main_form, place_after
from bygdeplan.cli.pult.ynskje import Ynskje
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.model.merke import Path
from bygdeplan.utgave.planskriving import Add, Remove, edited, tree_of
from tests.plans import TOPPDALEN

FILE = (TOPPDALEN / "2031.yaml").read_bytes()
TRIPS = ("delmål", "reiseliv", "tiltak")
BUS = (*TRIPS, "skyss")
TRAIL = (*TRIPS, "vintersti")


def changed(way: str, veg: Path, verdi: Data = None, file: bytes = FILE) -> list[str]:
    """The lines that go out (-) and come in (+), without the space they begin with."""
    after = made(way, veg, verdi, file)
    lines = ndiff(file.decode().split("\n"), after.decode().split("\n"))
    return [f"{line[0]} {line[2:].strip()}" for line in lines if line[0] in "+-"]


def made(way: str, veg: Path, verdi: Data = None, file: bytes = FILE) -> bytes:
    tree = tree_of(file)
    return edited(file, *WAYS[way](tree, Ynskje("", veg, verdi), main_form(tree)))


CHANGES: dict[str, tuple[str, Path, Data, list[str]]] = {
    "a measure, named by its title": (
        "legg-til",
        (*TRIPS, ""),
        {"nr": "7", "tittel": "Sti på Øygarden", "skildring": "Ein sti.", "statlege_midlar": "ja"},
        [
            "+ sti-pa-oygarden:",
            "+ nr: 7",
            "+ tittel: Sti på Øygarden",
            "+ skildring: Ein sti.",
            "+ statlege_midlar: ja",
        ],
    ),
    "what is left empty is left out": (
        "legg-til",
        (*TRIPS, ""),
        {"nr": "7", "tittel": "Sti", "skildring": " ", "statlege_midlar": ""},
        ["+ sti:", "+ nr: 7", "+ tittel: Sti"],
    ),
    "a measure with a title that has an id": (
        "legg-til",
        ("delmål", "ungdom", "tiltak", ""),
        {"tittel": "Vintersti"},
        ["+ vintersti-2:", "+ tittel: Vintersti"],
    ),
    "a sub-goal": (
        "legg-til",
        ("delmål", ""),
        {"nr": "3", "tittel": "Fleire bustader", "vekt": "20"},
        ["+ fleire-bustader:", "+ nr: 3", "+ tittel: Fleire bustader", "+ vekt: 20", "+ "],
    ),
    "a year of a budget": (
        "legg-til",
        (*BUS, "budsjett", "2034"),
        {"kostnad": "300 000"},
        ["+ 2034:", "+ kostnad: 300 000"],
    ),
    "a source that pays money alone": (
        "legg-til",
        (*TRAIL, "budsjett", "2032", "finansiering", "anna"),
        {"beløp": "50 000", "timar": ""},
        ["+ anna: 50 000"],
    ),
    "a source that gives hours too": (
        "legg-til",
        (*TRAIL, "budsjett", "2032", "finansiering", "fylkeskommune"),
        {"timar": "20", "sats": "600"},
        ["+ fylkeskommune:", "+ timar: 20", "+ sats: 600"],
    ),
    "more to be said of a source": (
        "utvid",
        (*TRAIL, "budsjett", "2031", "finansiering", "anna"),
        None,
        ["- anna: 100 000", "+ anna:", "+ beløp: 100 000"],
    ),
    "a measure into another sub-goal": (
        "flytt-til",
        (*TRIPS, "guidekurs", "delmål"),
        "reiseliv",
        [],
    ),
    "a mark": ("merk", (*BUS, "start"), "førebels", ["+ førebels: [start]"]),
    "a mark on a group": (
        "merk",
        (*BUS, "budsjett", "2032"),
        "døme",
        ["+ døme: ja"],
    ),
}


@pytest.mark.parametrize(("way", "veg", "verdi", "lines"), CHANGES.values(), ids=CHANGES)
def test_a_wish_takes_these_lines(way: str, veg: Path, verdi: Data, lines: list[str]) -> None:
    assert changed(way, veg, verdi) == lines


def test_a_closed_measure_uses_no_more_money_but_what_is_in_the_accounts() -> None:
    closing: dict[str, Data] = {"utfall": "stansa", "tiltak": "", "vurdering": "Ingen baud."}
    tree = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), {**closing, "titlar": ""}))
    assert at(tree, *BUS)["status"] == "avslutta"
    assert at(tree, *BUS, "avslutning") == {"utfall": "stansa", "vurdering": "Ingen baud."}
    assert "budsjett" not in at(tree, *BUS)
    account: Path = (*BUS, "budsjett", "2031", "rekneskap")
    file = made("legg-til", (*account, "tiltaksmidlar"), "200 000")
    kept = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), closing, file))
    assert [*at(kept, *BUS, "budsjett")] == ["2031"]


def test_a_merged_measure_gives_its_money_to_the_other_for_years_that_it_lacks() -> None:
    closing: dict[str, Data] = {
        "utfall": "slått saman med",
        "tiltak": "turkart",
        "vurdering": "Same gjester.",
    }
    tree = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), closing))
    assert at(tree, *BUS, "avslutning") == {**closing, "tiltak": ["turkart"]}
    assert "budsjett" not in at(tree, *BUS)
    assert at(tree, *TRIPS, "turkart", "budsjett") == at(tree_of(FILE), *BUS, "budsjett")
    kept = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), {**closing, "tiltak": "vintersti"}))
    assert at(kept, *BUS, "budsjett") == at(tree_of(FILE), *BUS, "budsjett")


def at(tree: Data, *path: str) -> dict[str, Data]:
    for key in path:
        assert isinstance(tree, dict)
        tree = tree[key]
    assert isinstance(tree, dict)
    return tree


def test_a_divided_measure_is_begun_anew_in_each_part_without_its_money() -> None:
    closing: Data = {"utfall": "delt i", "tiltak": "", "vurdering": "", "titlar": "Bil\n\nBåt\n"}
    tree = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), closing))
    assert at(tree, *BUS, "avslutning") == {"utfall": "delt i", "tiltak": ["bil", "bat"]}
    assert at(tree, *BUS)["status"] == "avslutta"
    assert at(tree, *TRIPS, "bat") == {
        "nr": "10",
        "tittel": "Båt",
        "skildring": "Ein bil som hentar gjester ved ferjekaia når dei ringjer.",
        "prioritert": "ja",
        "ansvarleg": "Utkant fylkeskommune",
        "start": "2031-03",
        "slutt": "2033-12-31",
        "statlege_midlar": "ja",
    }


def test_what_is_an_example_is_divided_into_examples() -> None:
    file = made("merk", BUS, "døme")
    closing: Data = {"utfall": "delt i", "titlar": "Bil\nBåt"}
    tree = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), closing, file))
    assert at(tree, *TRIPS, "bil")["døme"] == "ja"


def test_what_is_marked_in_a_divided_measure_is_marked_in_its_parts() -> None:
    file = made("merk", (*BUS, "budsjett"), "døme", made("merk", (*BUS, "slutt"), "døme"))
    closing: Data = {"utfall": "delt i", "titlar": "Bil\nBåt"}
    tree = tree_of(made("avslutt-tiltak", (*BUS, "avslutning"), closing, file))
    assert at(tree, *TRIPS, "bil")["døme"] == ["slutt"]
    assert "førebels" not in at(tree, *TRIPS, "bil")


def test_a_moved_measure_gets_the_next_number_there() -> None:
    veg = (*BUS, "delmål")
    after = made("flytt-til", veg, "ungdom")
    assert "skyss" not in at(tree_of(after), *TRIPS)
    others = at(tree_of(FILE), "delmål", "ungdom", "tiltak").values()
    numbers = [int(str(each["nr"])) for each in others if isinstance(each, dict)]
    assert at(tree_of(after), "delmål", "ungdom", "tiltak", "skyss")["nr"] == str(max(numbers) + 1)
    edits = WAYS["flytt-til"](tree_of(FILE), Ynskje("", veg, "ungdom"), "nynorsk")
    assert place_after(edits) == ("delmål", "ungdom", "tiltak", "skyss")


def test_a_mark_is_changed_and_taken_away() -> None:
    first = made("merk", (*BUS, "start"), "førebels")
    both = made("merk", (*BUS, "slutt"), "førebels", first)
    other = made("merk", (*BUS, "start"), "døme", both)
    assert at(tree_of(other), *BUS)["førebels"] == ["slutt"]
    assert at(tree_of(other), *BUS)["døme"] == ["start"]
    none = made("merk", (*BUS, "slutt"), None, made("merk", (*BUS, "start"), None, other))
    assert none == FILE
    group = made("merk", BUS, "døme")
    assert made("merk", BUS, None, group) == FILE


REFUSED: dict[str, tuple[str, Path, Data, str]] = {
    "new, without a name": ("legg-til", (*TRIPS, ""), {"nr": "7"}, "Skriv kva det nye skal heite"),
    "closed, and not how": ("avslutt-tiltak", (*BUS, "avslutning"), {}, "Vel korleis"),
    "divided into one": (
        "avslutt-tiltak",
        (*BUS, "avslutning"),
        {"utfall": "delt i", "titlar": "Bil"},
        "minst to titlar",
    ),
    "new ones of what is not divided": (
        "avslutt-tiltak",
        (*BUS, "avslutning"),
        {"utfall": "stansa", "titlar": "Bil\nBåt"},
        "delt i",
    ),
    "into a sub-goal that is not there": ("flytt-til", (*BUS, "delmål"), "x", "ikkje noko delmål"),
    "moved, what is no measure": ("flytt-til", ("delmål", "reiseliv"), "x", "forstår ikkje"),
    "a mark that is none": ("merk", BUS, "sikker", "forstår ikkje"),
    "more to be said of a date": ("utvid", ("dato",), None, "forstår ikkje"),
}


@pytest.mark.parametrize(("way", "veg", "verdi", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_told(way: str, veg: Path, verdi: Data, told: str) -> None:
    with pytest.raises(Fault, match=told):
        made(way, veg, verdi)


IDS = {
    "Ungdomsskule på nett": "ungdomsskule-pa-nett",
    "«Kompetansesirkel»": "kompetansesirkel",
    "24 timar i døgnet": "timar-i-dognet",
    "Čoahkkin Guovdageainnus": "coahkkin-guovdageainnus",
    "Samarbeid om innsiktsarbeid og kartlegging": "samarbeid-om-innsiktsarbeid-og",
    "Сад": "ny",
}


@pytest.mark.parametrize(("name", "id_"), IDS.items(), ids=IDS)
def test_an_id_is_made_of_a_name(name: str, id_: str) -> None:
    assert id_of(name) == id_


def test_a_measure_without_a_number_gets_one_where_it_comes() -> None:
    file = edited(FILE, Remove((*TRAIL, "nr")))
    came = value_of(tree_of(made("flytt-til", (*TRAIL, "delmål"), "ungdom", file)), MOVED)
    assert isinstance(came, dict)
    assert came["nr"] == value_of(tree_of(made("flytt-til", (*TRAIL, "delmål"), "ungdom")), NUMBER)


MOVED = ("delmål", "ungdom", "tiltak", "vintersti")
NUMBER = (*MOVED, "nr")


def test_a_group_that_is_marked_in_part_is_marked_whole() -> None:
    file = edited(FILE, Add((*TRAIL, "døme"), ["tittel"]))
    assert changed("merk", TRAIL, "døme", file) == ["- døme: [tittel]", "+ døme: ja"]


def test_what_is_marked_with_its_group_is_not_marked_again() -> None:
    file = edited(FILE, Add((*TRAIL, "døme"), "ja"))
    assert changed("merk", (*TRAIL, "tittel"), "døme", file) == []
    file = edited(FILE, Add((*TRAIL, "døme"), "nei"))
    assert changed("merk", (*TRAIL, "tittel"), "døme", file) == ["- døme: nei", "+ døme: [tittel]"]


def test_what_has_a_mark_is_not_given_it_again() -> None:
    file = edited(FILE, Add((*TRAIL, "døme"), ["tittel", "start"]))
    assert changed("merk", (*TRAIL, "tittel"), "døme", file) == []
    assert changed("merk", (*TRAIL, "tittel"), "førebels", file) == [
        "- døme: [tittel, start]",
        "+ døme: [start]",
        "+ førebels: [tittel]",
    ]
