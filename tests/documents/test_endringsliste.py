"""The change list: which words the facts of a diff become, and in which section they stand."""

import pytest

from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.endring import diff_plans
from bygdeplan.ord.skriv import MINUS, NBSP
from tests.plans import GONE, Edits, Raw, small_plan
from tests.rendered import headings, plan, read, render, section, tables, texts

STI = "delmål/eitt/tiltak/sti"
BRU = "delmål/eitt/tiltak/bru"
MEASURE: Raw = {"nr": 2, "tittel": "Bru", "skildring": "Ei *bru*.", "statlege_midlar": "nei"}
CLOSED: Edits = {
    f"{STI}/status": "avslutta",
    f"{STI}/avslutning": {"utfall": "fullført", "vurdering": "Folk går."},
}


def build(old: Edits, new: Edits) -> Endringsliste:
    """The change list from one small plan of 2031 to a later revision of it."""
    later = {"revisjon": 2, **new}
    return build_endringsliste(diff_plans(small_plan(old), small_plan(later)))


def change(old: Edits, new: Edits) -> tuple[str, str, str, str]:
    """The one changed field: name, before, after, reasons."""
    [tiltak] = build(old, new).endra
    [felt] = tiltak.felt
    return (
        felt.felt,
        felt.før.tekst,
        felt.etter.tekst,
        " ".join(g.tekst for g in felt.grunngjevingar),
    )


def budget(**kommune: object) -> Edits:
    """300 kr in 2031, all of it from the kommunar."""
    return {f"{STI}/budsjett/2031": {"kostnad": 300, "finansiering": {"kommune": dict(kommune)}}}


# «~» is the no-break space.
CHANGES: dict[str, tuple[Edits, Edits, tuple[str, str, str]]] = {
    "text": ({}, {f"{STI}/tittel": "Veg"}, ("Tittel", "Sti", "Veg")),
    "text that was not there": ({}, {f"{STI}/ansvarleg": "Velet"}, ("Ansvarleg", "–", "Velet")),
    "text taken away": ({f"{STI}/ansvarleg": "Velet"}, {}, ("Ansvarleg", "Velet", "–")),
    "yes and no": (
        {},
        {f"{STI}/statlege_midlar": "nei"},
        ("Statlege midlar", "Ja", "Nei"),
    ),
    "year and month": (
        {f"{STI}/slutt": 2031},
        {f"{STI}/slutt": "2031-10"},
        ("Slutt", "2031", "oktober 2031"),
    ),
    "a day": ({}, {f"{STI}/start": "2031-06-02"}, ("Start", "–", "2.~juni 2031")),
    "partners by their names": (
        {f"{STI}/samarbeidspartar": ["skule"]},
        {f"{STI}/samarbeidspartar": ["skule", "toppdal"]},
        (
            "Samarbeidspartar",
            "Glimsund vidaregåande skule",
            "Glimsund vidaregåande skule og Toppdal kommune",
        ),
    ),
    "others who take part": (
        {},
        {f"{STI}/samarbeid": ["Velet", "Laget", "Skulen"]},
        ("Samarbeid", "–", "Velet, Laget og Skulen"),
    ),
    "description": (
        {},
        {f"{STI}/skildring": "Ein *lang*\nsti."},
        ("Skildring", "Ein sti.", "Ein *lang* sti."),
    ),
    "sub-goal": (
        {"delmål/to": {"nr": 2, "tittel": "Det andre", "vekt": 0}},
        {
            STI: GONE,
            "delmål/to": {
                "nr": 2,
                "tittel": "Det andre",
                "vekt": 0,
                "tiltak": {
                    "sti": {
                        **MEASURE,
                        "nr": 1,
                        "tittel": "Sti",
                        "skildring": "Ein sti.",
                        "statlege_midlar": "ja",
                    }
                },
            },
        },
        ("Delmål", "Delmål 1: Det einaste delmålet", "Delmål 2: Det andre"),
    ),
    "a target, not one of which only the actual figure is new": (
        {
            f"{STI}/indikatorar": {
                "a": {"namn": "Sti", "eining": "km", "utgangspunkt": "2,5", "mål": 10},
                "b": {"namn": "Folk", "eining": "folk", "mål": 100},
            }
        },
        {
            f"{STI}/indikatorar": {
                "a": {"namn": "Sti", "eining": "km", "utgangspunkt": "2,5", "mål": 1000},
                "b": {"namn": "Folk", "eining": "folk", "mål": 100, "faktisk": 7},
            }
        },
        (
            "Mål for indikatorane",
            "Sti: frå 2,5 til 10 km",
            "Sti: frå 2,5 til 1~000 km",
        ),
    ),
    "a new target": (
        {},
        {f"{STI}/indikatorar/a": {"namn": "Sti", "eining": "km", "mål": 10}},
        ("Mål for indikatorane", "–", "Sti: til 10 km"),
    ),
    "a budget, not the year of which only the accounts are new": (
        {
            f"{STI}/budsjett": {
                2031: {"kostnad": 5, "finansiering": {"anna": 5}},
                2032: {"kostnad": 1_000_000, "finansiering": {"anna": 1_000_000}},
            }
        },
        {
            f"{STI}/budsjett": {
                2031: {"kostnad": 5, "finansiering": {"anna": 5}, "rekneskap": {"anna": 4}},
                2032: {"kostnad": 1_500, "finansiering": {"anna": 500, "tiltaksmidlar": 1_000}},
            }
        },
        (
            "Budsjett",
            "2032: 1~000~000~kr (Andre 1~000~000)",
            "2032: 1~500~kr (Andre 500, Tiltaksmidlar (stat) 1~000)",
        ),
    ),
    "the same sum, divided by another key": (
        budget(beløp=300, nøkkel="likt"),
        budget(beløp=300, nøkkel="tre-til-ein"),
        (
            "Budsjett",
            "2031: 300~kr (Kommunane 300: 300~kr, delt likt)",
            "2031: 300~kr (Kommunane 300: 300~kr, delt tre til éin)",
        ),
    ),
    "the same sum, in hours": (
        budget(beløp=300, nøkkel="likt"),
        budget(beløp=100, timar=4, sats=50, nøkkel="likt"),
        (
            "Budsjett",
            "2031: 300~kr (Kommunane 300: 300~kr, delt likt)",
            "2031: 300~kr (Kommunane 300: 100~kr og 4~timar à 50~kr, delt likt)",
        ),
    ),
    "the same sum, with other shares": (
        budget(beløp=300, fordeling={"toppdal": {"beløp": 300}}),
        budget(
            beløp=300,
            fordeling={"toppdal": {"beløp": 100}, "ytre-glimsund": {"beløp": 200}},
        ),
        (
            "Budsjett",
            "2031: 300~kr (Kommunane 300: 300~kr, delt slik: Toppdal 300)",
            "2031: 300~kr (Kommunane 300: 300~kr, delt slik: Toppdal 100 og Ytre Glimsund 200)",
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), CHANGES.values(), ids=CHANGES)
def test_change_in_words(old: Edits, new: Edits, words: tuple[str, str, str]) -> None:
    assert change(old, new)[:3] == tuple(text.replace("~", NBSP) for text in words)


def test_a_change_stands_with_its_reasons() -> None:
    reasons = [
        {"revisjon": 2, "felt": "tittel", "grunngjeving": "Stien er ein veg."},
        {"revisjon": 2, "felt": "tittel", "grunngjeving": "Folk\nsa det."},
        {"revisjon": 1, "felt": "tittel", "grunngjeving": "Sagt før."},
    ]
    assert change({}, {f"{STI}/tittel": "Veg", f"{STI}/endringar": reasons}) == (
        "Tittel",
        "Sti",
        "Veg",
        "Stien er ein veg. Folk sa det.",
    )


def test_two_reasons_with_the_same_words_have_each_their_mark() -> None:
    reasons = [
        {"revisjon": 2, "felt": felt, "grunngjeving": "Folk sa det.", **mark}
        for felt, mark in {"tittel": {"døme": "ja"}, "slutt": {}}.items()
    ]
    edits = {f"{STI}/tittel": "Veg", f"{STI}/slutt": 2033, f"{STI}/endringar": reasons}
    [tiltak] = build({}, edits).endra
    assert [[why.tekst for why in felt.grunngjevingar] for felt in tiltak.felt] == [
        ["Folk sa det. (døme)"],
        ["Folk sa det."],
    ]


def test_the_table_says_what_the_fields_say() -> None:
    [tiltak] = build({}, {f"{STI}/tittel": "Veg", f"{STI}/slutt": 2033}).endra
    assert tiltak.tabell is not None
    assert tiltak.namn == "Delmål 1, tiltak 1 Veg"
    assert tiltak.tabell.tittel == "Endringar i tiltak 1, delmål 1"
    assert [(rad.namn, *rad.celler) for rad in tiltak.tabell.rader] == [
        ("Tittel", "Sti", "Veg", "–"),
        ("Slutt", "–", "2033", "–"),
    ]


OUTCOMES: dict[str, tuple[Raw, str]] = {
    "carried out": ({"utfall": "fullført"}, "fullført"),
    "stopped": ({"utfall": "stansa"}, "stansa"),
    "merged": (
        {"utfall": "slått saman med", "tiltak": ["bru"]},
        "slått saman med tiltak 2 Bru",
    ),
    "divided": (
        {"utfall": "delt i", "tiltak": ["bru", "veg"]},
        "delt i tiltak 2 Bru og tiltak 3 Veg",
    ),
    # A rule says that there is no such measure.
    "merged with nothing": ({"utfall": "slått saman med", "tiltak": ["x"]}, "slått saman med"),
}


@pytest.mark.parametrize(("closing", "words"), OUTCOMES.values(), ids=OUTCOMES)
def test_how_a_measure_ended(closing: Raw, words: str) -> None:
    others = {BRU: MEASURE, "delmål/eitt/tiltak/veg": {**MEASURE, "nr": 3, "tittel": "Veg"}}
    view = build(others, {**others, **CLOSED, f"{STI}/avslutning": closing})
    assert [tiltak.utfall for tiltak in view.avslutta] == [words]


def test_a_measure_that_goes_into_one_of_another_sub_goal() -> None:
    to = {"nr": 2, "tittel": "Det andre", "vekt": 0, "tiltak": {"veg": {**MEASURE, "nr": 1}}}
    closing = {"utfall": "slått saman med", "tiltak": ["veg"]}
    edits: Edits = {"delmål/to": to, **CLOSED, f"{STI}/avslutning": closing}
    [tiltak] = build({"delmål/to": to}, edits).avslutta
    assert tiltak.utfall == "slått saman med tiltak 1 Bru (delmål 2)"


def test_a_measure_that_is_closed_without_a_word() -> None:
    [tiltak] = build({}, {f"{STI}/status": "avslutta"}).avslutta
    assert (tiltak.utfall, tiltak.vurdering.tekst) == ("–", "–")


def test_new_measures_with_state_funds_come_apart_from_the_others() -> None:
    state = {**MEASURE, "statlege_midlar": "ja", "tittel": "Veg", "nr": 3}
    view = build({}, {BRU: MEASURE, "delmål/eitt/tiltak/veg": state})
    assert [tiltak.namn for tiltak in view.nye_statlege] == ["Delmål 1, tiltak 3 Veg"]
    assert [tiltak.namn for tiltak in view.nye_andre] == ["Delmål 1, tiltak 2 Bru"]


def test_a_new_measure_in_short() -> None:
    budgets = {2031: {"kostnad": 1_000_000}, 2032: {"kostnad": 500_000}}
    known = {"ansvarleg": "Velet", "start": 2031, "slutt": "2032-06", "budsjett": budgets}
    full, bare = (build({}, {BRU: MEASURE | more}).nye_andre[0] for more in (known, {}))
    assert (full.ansvarleg, full.periode) == ("Velet", "2031–juni 2032")
    assert full.kostnad == f"1{NBSP}500{NBSP}000{NBSP}kr"
    assert full.skildring.html == "<p>Ei <em>bru</em>.</p>\n"
    assert (bare.ansvarleg, bare.periode, bare.kostnad) == ("–", "–", "–")


SECTIONS: dict[str, tuple[Edits, Edits, str]] = {
    "new": ({}, {BRU: MEASURE}, "Andre tiltak som bør sjåast saman med desse"),
    "changed": ({}, {f"{STI}/tittel": "Veg"}, "Endra tiltak"),
    "opened again": (CLOSED, {}, "Gjenopna tiltak"),
    "closed": ({}, CLOSED, "Avslutta tiltak"),
    "gone": ({}, {STI: GONE}, "Tiltak som manglar i den nye planen utan å vere avslutta"),
    "closed before, and gone": (
        CLOSED,
        {STI: GONE},
        "Tiltak som var avslutta frå før, og har gått ut av planen",
    ),
    "continued": ({}, {}, "Tiltak som held fram utan endringar"),
}


@pytest.mark.parametrize(("old", "new", "heading"), SECTIONS.values(), ids=SECTIONS)
def test_each_class_has_its_section(old: Edits, new: Edits, heading: str) -> None:
    page = read(render(build(old, new)))
    said = " ".join(texts(section(page, heading)))
    assert said not in ("", "Ingen.")
    always = {"Nye tiltak", "Endra tiltak", "Avslutta tiltak", "Endringar i budsjettet"}
    assert always <= set(headings(page, 2))


def test_nothing_new_is_said_in_so_many_words() -> None:
    page = read(render(build({}, {})))
    assert "Det er ingen endringar." in texts(page.iter("p"))
    assert texts(section(page, "Avslutta tiltak")) == ["Ingen."]


def test_two_revisions_of_a_year_are_told_apart() -> None:
    view = build({"revisjon": 1}, {})
    assert (view.frå, view.til) == ("2031, revisjon 1", "2031, revisjon 2")
    assert view.hovud.tittel == (
        "Endringar frå handlingsplanen 2031, revisjon 1 til 2031, revisjon 2"
    )


def test_the_budgets_shift_in_kroner_and_per_cent() -> None:
    view = build(
        {f"{STI}/budsjett": {2031: spent(1_000_000), 2032: spent(400)}},
        {f"{STI}/budsjett": {2031: spent(877_500), 2033: spent(300)}},
    )
    assert view.skift_år
    cells = {str(rad.namn): rad.celler for rad in view.skift_år.rader}
    assert cells == {
        "2030": ("0", "0", "0", "–"),
        "2031": (
            f"1{NBSP}000{NBSP}000",
            f"877{NBSP}500",
            f"{MINUS}122{NBSP}500",
            f"{MINUS}12,3{NBSP}%",
        ),
        "2032": ("400", "0", f"{MINUS}400", f"{MINUS}100{NBSP}%"),
        "2033": ("0", "300", "+300", "–"),
        "Sum": (
            f"1{NBSP}000{NBSP}400",
            f"877{NBSP}800",
            f"{MINUS}122{NBSP}600",
            f"{MINUS}12,3{NBSP}%",
        ),
    }


def test_two_reasons_with_the_same_words_for_one_field_stand_once() -> None:
    given = {"felt": "tittel", "grunngjeving": "Det var feil."}
    reasons = [{"revisjon": number, **given} for number in (1, 2)]
    old, new = {"år": 2030, "dato": "2030-01-06"}, {f"{STI}/tittel": "Veg"}
    diff = diff_plans(small_plan(old), small_plan({**new, f"{STI}/endringar": reasons}))
    [felt] = build_endringsliste(diff).endra[0].felt
    assert [why.tekst for why in felt.grunngjevingar] == ["Det var feil."]


def test_what_is_common_has_a_row_in_the_shift_when_there_is_any() -> None:
    def rows(edits: Edits) -> list[str]:
        table = build({}, {f"{STI}/budsjett": {2032: spent(300)}, **edits}).skift_delmål
        assert table is not None
        return [str(rad.namn) for rad in table.rader]

    drift = {"tittel": "Drift", "budsjett": {2032: spent(5)}}
    own = "Delmål 1: Det einaste delmålet"
    assert rows({}) == [own, "Sum"]
    assert rows({"budsjett/fellespostar": {"drift": drift}}) == [
        own,
        "Felles for heile avtalen",
        "Sum",
    ]


def spent(kroner: int) -> Raw:
    return {"kostnad": kroner, "finansiering": {"anna": kroner}}


def test_the_same_changes_stand_in_the_handlingsplan() -> None:
    alone = build_endringsliste(diff_plans(plan("2030"), plan("2031")))
    inside = tables("2031", "handlingsplan-2031")
    of_each = [(tiltak.tabell, tiltak.budsjett) for tiltak in alone.endra]
    titles = [table.tittel for tables in (*of_each, alone.postar) for table in tables if table]
    assert titles
    assert [table.title for table in inside if table.title.startswith("Endringar i ")] == titles
