"""What counts as a change from one plan to the next, and what never does.

Every case edits one small plan; the measure in question is `sti`.
"""

import pytest

from bygdeplan.endring import diff_plans
from bygdeplan.model.tiltak import FELT, Felt
from tests.measures import (
    BUDSJETT,
    CLOSED,
    KLASSAR,
    KOMMUNE,
    STI,
    TILTAK,
    TILTAKSMIDLAR,
    Klasse,
    base_with,
    classified,
)
from tests.plans import GONE, Edits

# What the plan says of a measure: a change of it is a change

CHANGES: dict[str, tuple[Edits, tuple[Felt, ...]]] = {
    "title": ({f"{STI}/tittel": "Sti til sjøen"}, ("tittel",)),
    "description": ({f"{STI}/skildring": "Ein sti."}, ("skildring",)),
    "a word of it emphasised": (
        {f"{STI}/skildring": "Ein *sti* som går\nfrå tunet til fjorden."},
        ("skildring",),
    ),
    "prioritised": ({f"{STI}/prioritert": "nei"}, ("prioritert",)),
    "responsible": ({f"{STI}/ansvarleg": "Turlaget"}, ("ansvarleg",)),
    "responsible no longer known": ({f"{STI}/ansvarleg": GONE}, ("ansvarleg",)),
    "one partner fewer": ({f"{STI}/samarbeidspartar": ["skule"]}, ("samarbeidspartar",)),
    "one more who takes part": ({f"{STI}/samarbeid": ["Turlaget", "Velet"]}, ("samarbeid",)),
    "start": ({f"{STI}/start": "2031-02"}, ("start",)),
    "start more exact": ({f"{STI}/start": "2031-01"}, ("start",)),
    "end": ({f"{STI}/slutt": "2032-07"}, ("slutt",)),
    "end taken away": ({f"{STI}/slutt": GONE}, ("slutt",)),
    "state funds": ({f"{STI}/statlege_midlar": "nei"}, ("statlege_midlar",)),
    "target": ({f"{STI}/indikatorar/lengd/mål": 12}, ("indikatorar",)),
    "baseline": ({f"{STI}/indikatorar/lengd/utgangspunkt": 3}, ("indikatorar",)),
    "unit": ({f"{STI}/indikatorar/lengd/eining": "mil"}, ("indikatorar",)),
    "name of an indicator": ({f"{STI}/indikatorar/lengd/namn": "Lengd"}, ("indikatorar",)),
    "a new indicator": (
        {f"{STI}/indikatorar/folk": {"namn": "Folk", "eining": "folk", "mål": 1}},
        ("indikatorar",),
    ),
    "an indicator gone": ({f"{STI}/indikatorar": GONE}, ("indikatorar",)),
    "cost": ({f"{BUDSJETT}/2031/kostnad": 1_600_001}, ("budsjett",)),
    "amount of a source": ({f"{TILTAKSMIDLAR}/beløp": 999_999}, ("budsjett",)),
    "another source of the same sum": (
        {TILTAKSMIDLAR: GONE, f"{BUDSJETT}/2031/finansiering/anna": 1_000_000},
        ("budsjett",),
    ),
    "own hours": ({f"{KOMMUNE}/timar": 999}, ("budsjett",)),
    "rate": ({f"{KOMMUNE}/sats": 501}, ("budsjett",)),
    "key": ({f"{KOMMUNE}/nøkkel": "tre-til-ein"}, ("budsjett",)),
    "shares of the kommunar": (
        {
            f"{BUDSJETT}/2032/finansiering/kommune/fordeling": {
                "toppdal": {"beløp": 200_000},
                "ytre-glimsund": {"beløp": 100_000},
            }
        },
        ("budsjett",),
    ),
    "a year more": ({f"{BUDSJETT}/2033": {"kostnad": 0}}, ("budsjett",)),
    "a year fewer": ({f"{BUDSJETT}/2032": GONE}, ("budsjett",)),
    "transfer value": ({f"{STI}/overføringsverdi": "Stor."}, ("overføringsverdi",)),
    "number and title": ({f"{STI}/nr": 7, f"{STI}/tittel": "Veg"}, ("nr", "tittel")),
    "sub-goal": ({STI: GONE, "delmål/to/tiltak/sti": TILTAK}, ("delmål",)),
    "several at once, in the order of the fields": (
        {f"{STI}/slutt": 2033, f"{STI}/tittel": "Veg", f"{TILTAKSMIDLAR}/beløp": 1},
        ("tittel", "slutt", "budsjett"),
    ),
}


@pytest.mark.parametrize(("edits", "fields"), CHANGES.values(), ids=CHANGES)
def test_change(edits: Edits, fields: tuple[Felt, ...]) -> None:
    diff = diff_plans(base_with({}), base_with(edits))
    assert classified(diff) == {"sti": ("endra", fields), "bru": ("vidareførte", ())}
    assert not diff.tom


def test_every_field_has_its_case() -> None:
    # How a measure ended can only be changed in one that stays closed.
    assert {felt for _, fields in CHANGES.values() for felt in fields} == set(FELT) - {"avslutning"}
    old, new = base_with(CLOSED), base_with({**CLOSED, f"{STI}/avslutning/utfall": "stansa"})
    assert classified(diff_plans(old, new))["sti"] == ("endra", ("avslutning",))


# What is reported of a measure, and how the file is written: never a change

REPORTED: dict[str, Edits] = {
    "nothing": {},
    "status": {f"{STI}/status": "utsett"},
    "status no longer known": {f"{STI}/status": GONE},
    "date of the status": {f"{STI}/statusdato": "2031-12-01"},
    "what was carried out": {f"{STI}/gjennomført": "Stien er ferdig."},
    "result so far": {f"{STI}/førebels_resultat": "Folk går."},
    "same status as another": {f"{STI}/som_tiltak": "bru"},
    "actual figure": {f"{STI}/indikatorar/lengd/faktisk": 10},
    "accounts": {f"{BUDSJETT}/2031/rekneskap": {"tiltaksmidlar": 1_000_000}},
    "no accounts": {f"{BUDSJETT}/2031/rekneskap": GONE},
    "applied for": {f"{TILTAKSMIDLAR}/søkt": 900_000},
    "granted": {f"{TILTAKSMIDLAR}/løyvd": 800_000},
    "paid": {f"{TILTAKSMIDLAR}/utbetalt": 700_000},
    "reason for a change": {
        f"{STI}/endringar": [{"revisjon": 2, "felt": "start", "grunngjeving": "Snø."}]
    },
    "mark": {f"{STI}/førebels": "ja", f"{STI}/indikatorar/lengd/døme": ["mål"]},
    "line breaks in prose": {f"{STI}/skildring": "Ein sti som\ngår frå tunet\ntil fjorden.\n"},
    "space around text": {f"{STI}/tittel": "  Sti til  fjorden "},
    "order of the keys": {
        STI: dict(reversed(TILTAK.items())),
        BUDSJETT: dict(reversed(TILTAK["budsjett"].items())),
    },
    "how an amount is written": {
        f"{BUDSJETT}/2031/kostnad": "1,6 mill. kr",
        f"{TILTAKSMIDLAR}/beløp": "1 000 000",
        f"{BUDSJETT}/2032/kostnad": "300_000",
    },
    "a bare amount for its long form": {
        TILTAKSMIDLAR: 1_000_000,
    },
    "a source that pays nothing": {f"{BUDSJETT}/2031/finansiering/anna": 0},
    "how a number, a date or a yes is written": {
        f"{STI}/indikatorar/lengd/mål": "10,0",
        f"{STI}/prioritert": "true",
        f"{STI}/start": " 2031 ",
    },
}


@pytest.mark.parametrize("edits", REPORTED.values(), ids=REPORTED)
def test_no_change(edits: Edits) -> None:
    diff = diff_plans(base_with({}), base_with(edits))
    assert classified(diff) == {"sti": ("vidareførte", ()), "bru": ("vidareførte", ())}
    assert diff.tom


# Which class a measure comes in

CLASSES: dict[str, tuple[Edits, Edits, Klasse | None]] = {
    "not in the old plan": ({STI: GONE}, {}, "nye"),
    "not in the old plan, and closed already": ({STI: GONE}, CLOSED, "nye"),
    "in both, the same": ({}, {}, "vidareførte"),
    "in both, under another number": ({}, {f"{STI}/nr": 7}, "omnummererte"),
    "in both, not the same": ({}, {f"{STI}/tittel": "Veg"}, "endra"),
    "closed since": ({}, CLOSED, "avslutta"),
    "closed since, and changed": ({}, CLOSED | {f"{STI}/tittel": "Veg"}, "avslutta"),
    "open again": (CLOSED, {}, "gjenopna"),
    "open again, and changed": (CLOSED, {f"{STI}/tittel": "Veg"}, "gjenopna"),
    "gone without being closed": ({}, {STI: GONE}, "borte"),
    "closed in the old plan, and has left": (CLOSED, {STI: GONE}, "utgåtte"),
    "closed in both": (CLOSED, CLOSED, None),
}


@pytest.mark.parametrize(("old", "new", "klasse"), CLASSES.values(), ids=CLASSES)
def test_class(old: Edits, new: Edits, klasse: Klasse | None) -> None:
    found = classified(diff_plans(base_with(old), base_with(new)))
    assert found.get("sti", (None, ()))[0] == klasse
    assert found["bru"] == ("vidareførte", ())


def test_every_class_has_its_case() -> None:
    assert {klasse for _, _, klasse in CLASSES.values()} == {*KLASSAR, None}


def test_budgets_are_compared_from_the_new_plans_year_on() -> None:
    next_year = {"år": 2032, f"{BUDSJETT}/2031": GONE}
    assert classified(diff_plans(base_with({}), base_with(next_year)))["sti"][0] == "vidareførte"
    changed = next_year | {f"{BUDSJETT}/2032/kostnad": 1}
    diff = diff_plans(base_with({}), base_with(changed))
    assert classified(diff)["sti"] == ("endra", ("budsjett",))
    assert diff.endra[0].endringar[0].før.keys() == {2032}


# The reasons

Revision = tuple[int, int]


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        # Of a new year, every reason; of the same year, those of the revisions since.
        ((2030, 2), (2031, 1), ("Fyrst.", "Så.")),
        ((2031, 1), (2031, 2), ("Så.",)),
        # Of two drafts of one revision, those that have come in the meantime.
        ((2031, 2), (2031, 2), ("Så.",)),
    ],
)
def test_reasons(old: Revision, new: Revision, reasons: tuple[str, ...]) -> None:
    given_reasons = [
        {"revisjon": 1, "felt": "tittel", "grunngjeving": "Fyrst."},
        {"revisjon": 2, "felt": "tittel", "grunngjeving": "Så."},
        {"revisjon": 2, "felt": "slutt", "grunngjeving": "Noko anna."},
    ]
    before = base_with({"år": old[0], "revisjon": old[1]})
    after = base_with(
        {
            "år": new[0],
            "revisjon": new[1],
            f"{STI}/tittel": "Veg",
            f"{STI}/endringar": given_reasons,
        }
    )
    [par] = diff_plans(before, after).endra
    [change] = par.endringar
    assert (change.felt, change.før, change.etter) == ("tittel", "Sti til fjorden", "Veg")
    assert tuple(reason.tekst for reason in change.grunngjevingar) == reasons


def test_measure_that_is_moved_tells_from_where_to_where() -> None:
    moved = base_with({STI: GONE, "delmål/to/tiltak/sti": TILTAK})
    [par] = diff_plans(base_with({}), moved).endra
    [change] = par.endringar
    assert (change.felt, change.før, change.etter) == ("delmål", "eitt", "to")


def test_reason_that_an_older_draft_has_is_none_for_what_has_come_since() -> None:
    given = {"revisjon": 2, "felt": "tittel", "grunngjeving": "Så."}
    draft = {"revisjon": 2, f"{STI}/endringar": [given]}
    [par] = diff_plans(base_with(draft), base_with({**draft, f"{STI}/tittel": "Veg"})).endra
    [change] = par.endringar
    assert change.grunngjevingar == ()
