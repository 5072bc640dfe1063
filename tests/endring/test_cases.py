"""The definition of a change list: an old plan, a new one, and every change that is told.

Both are the small plan of `measures`, with edits made. A change is its code, its class, what it is
of, and its level.
"""

import pytest

from bygdeplan.endring import Endring, Endringsklasse, Nivå, diff_plans
from bygdeplan.endring.slag import SLAG, Slag
from tests.measures import BUDSJETT, CLOSED, KOMMUNE, STI, TILTAK, TILTAKSMIDLAR, base_with
from tests.plans import GONE, Edits, Raw

K = Endringsklasse
P, V, I = Nivå.PRINSIPIELL, Nivå.MÅ_VURDERAST, Nivå.IKKJE_PRINSIPIELL  # noqa: E741
Told = tuple[str, Endringsklasse, str, Nivå]

BRU = "delmål/eitt/tiltak/bru"
MOVED: Raw = {STI: GONE, "delmål/to/tiltak/sti": TILTAK}
MERGED: Raw = {
    f"{STI}/status": "avslutta",
    f"{STI}/avslutning": {"utfall": "slått saman med", "tiltak": ["bru"]},
}
DIVIDED: Raw = {
    f"{STI}/status": "avslutta",
    f"{STI}/avslutning": {"utfall": "delt i", "tiltak": ["veg", "bru"]},
}
ASSESSED: Raw = CLOSED | {
    f"{STI}/avslutning": {"utfall": "fullført", "vurdering": "Folk går på tur."}
}
VEG: Raw = {"nr": 3, "tittel": "Veg", "skildring": "Ein veg.", "statlege_midlar": "nei"}
POST: Raw = {"tittel": "Drift", "budsjett": {2031: {"kostnad": 5, "finansiering": {"anna": 5}}}}
PERSON: Raw = {"namn": "Toppdalsrådet"}

CASES: dict[str, tuple[Edits, Edits, list[Told]]] = {
    # Measures
    "a new measure": ({STI: GONE}, {}, [("EN101", K.NY, "tiltak.sti", P)]),
    "a measure gone": ({}, {STI: GONE}, [("EN102", K.BORTE, "tiltak.sti", P)]),
    "new and closed at once": ({STI: GONE}, CLOSED, [("EN103", K.NY, "tiltak.sti", P)]),
    "closed and accounted for, and has left": (
        ASSESSED | {BUDSJETT: GONE},
        {STI: GONE},
        [("EN104", K.BORTE, "tiltak.sti", I)],
    ),
    "closed, and has left with its money": (
        ASSESSED,
        {STI: GONE},
        [("EN104", K.BORTE, "tiltak.sti", P)],
    ),
    "closed without an assessment, and has left": (
        CLOSED | {BUDSJETT: GONE},
        {STI: GONE},
        [("EN104", K.BORTE, "tiltak.sti", P)],
    ),
    "closed with the money of earlier years alone, and has left": (
        ASSESSED,
        {"år": 2033, STI: GONE},
        [("EN104", K.BORTE, "tiltak.sti", I)],
    ),
    "closed": ({}, CLOSED, [("EN105", K.AVSLUTTA, "tiltak.sti", P)]),
    "closed, and so without budget": (
        {},
        CLOSED | {BUDSJETT: GONE},
        [("EN105", K.AVSLUTTA, "tiltak.sti", P)],
    ),
    "closed, with what others can learn": (
        {},
        CLOSED | {f"{STI}/overføringsverdi": "Stor."},
        [("EN105", K.AVSLUTTA, "tiltak.sti", P)],
    ),
    "taken up again": (CLOSED, {}, [("EN106", K.GJENOPNA, "tiltak.sti", P)]),
    "divided": (
        {},
        DIVIDED | {"delmål/eitt/tiltak/veg": VEG},
        [("EN107", K.DELT, "tiltak.sti", P), ("EN101", K.NY, "tiltak.veg", P)],
    ),
    "merged": ({}, MERGED, [("EN108", K.SLÅTT_SAMAN, "tiltak.sti", P)]),
    "what was merged, taken apart": (MERGED, {}, [("EN107", K.DELT, "tiltak.sti", P)]),
    "moved": ({}, MOVED, [("EN109", K.FLYTTA, "tiltak.sti.delmål", P)]),
    "renamed": ({}, {f"{STI}/tittel": "Veg"}, [("EN110", K.OMDØYPT, "tiltak.sti.tittel", V)]),
    "renumbered": ({}, {f"{STI}/nr": 7}, [("EN111", K.OMNUMMERERT, "tiltak.sti.nr", I)]),
    "moved, renamed, renumbered and changed": (
        {},
        {
            STI: GONE,
            "delmål/to/tiltak/sti": {**TILTAK, "nr": 4, "tittel": "Veg", "ansvarleg": "Velet"},
        },
        [
            ("EN109", K.FLYTTA, "tiltak.sti.delmål", P),
            ("EN111", K.OMNUMMERERT, "tiltak.sti.nr", I),
            ("EN110", K.OMDØYPT, "tiltak.sti.tittel", V),
            ("EN112", K.ENDRA, "tiltak.sti.ansvarleg", P),
        ],
    ),
    "closed and renamed": (
        {},
        CLOSED | {f"{STI}/tittel": "Veg"},
        [
            ("EN110", K.OMDØYPT, "tiltak.sti.tittel", V),
            ("EN105", K.AVSLUTTA, "tiltak.sti", P),
        ],
    ),
    "shall becomes can": (
        {f"{STI}/skildring": "Alle skal gå."},
        {f"{STI}/skildring": "Alle kan gå."},
        [("EN112", K.ENDRA, "tiltak.sti.skildring", V)],
    ),
    "only a comma": (
        {f"{STI}/skildring": "Alle skal gå dit."},
        {f"{STI}/skildring": "Alle skal gå, dit."},
        [("EN112", K.ENDRA, "tiltak.sti.skildring", I)],
    ),
    "several cells of a budget are one change": (
        {},
        {f"{BUDSJETT}/2031/kostnad": 5, TILTAKSMIDLAR: 6, f"{KOMMUNE}/timar": 7},
        [("EN112", K.ENDRA, "tiltak.sti.budsjett", P)],
    ),
    "the unit of an indicator": (
        {},
        {f"{STI}/indikatorar/lengd/eining": "mil"},
        [("EN112", K.ENDRA, "tiltak.sti.indikatorar", V)],
    ),
    "the assessment of a measure that stays closed": (
        CLOSED,
        {**CLOSED, f"{STI}/avslutning/vurdering": "Bra."},
        [("EN112", K.ENDRA, "tiltak.sti.avslutning", V)],
    ),
    "two measures": (
        {},
        {f"{BRU}/tittel": "Lang bru", f"{STI}/nr": 3},
        [
            ("EN111", K.OMNUMMERERT, "tiltak.sti.nr", I),
            ("EN110", K.OMDØYPT, "tiltak.bru.tittel", V),
        ],
    ),
    # Sub-goals and weights
    "a sub-goal that comes": (
        {},
        {"delmål/tre": {"nr": 3, "tittel": "Det tredje", "vekt": 0}},
        [("EN211", K.NY, "delmål.tre", P)],
    ),
    "a sub-goal that goes": (
        {"delmål/tre": {"nr": 3, "tittel": "Det tredje", "vekt": 0}},
        {},
        [("EN212", K.BORTE, "delmål.tre", P)],
    ),
    "the title of a sub-goal": (
        {},
        {"delmål/to/tittel": "Mål"},
        [("EN213", K.ENDRA, "delmål.to.tittel", P)],
    ),
    "two weights": (
        {},
        {"delmål/eitt/vekt": 90, "delmål/to/vekt": 10},
        [
            ("EN223", K.ENDRA, "delmål.eitt.vekt", P),
            ("EN223", K.ENDRA, "delmål.to.vekt", P),
        ],
    ),
    # Money outside the measures
    "a pot that comes": (
        {},
        {"avtale/midlar/driftstilskot": {"føremål": "Drift.", "løyvingar": []}},
        [("EN311", K.NY, "avtale.midlar.driftstilskot", P)],
    ),
    "an appropriation": (
        {},
        {"avtale/midlar/tiltaksmidlar/løyvingar/0/beløp": 5},
        [("EN313", K.ENDRA, "avtale.midlar.tiltaksmidlar.løyvingar", P)],
    ),
    "a common item that goes": (
        {"budsjett/fellespostar/drift": POST},
        {},
        [("EN322", K.BORTE, "budsjett.fellespostar.drift", P)],
    ),
    "the first partner": (
        {"avtale/samarbeidspartar": ""},
        {"avtale/samarbeidspartar": {"lag": {"namn": "Laget"}}},
        [("EN431", K.NY, "avtale.samarbeidspartar.lag", P)],
    ),
    "cells of a common item": (
        {"budsjett/fellespostar/drift": POST},
        {"budsjett/fellespostar/drift": {**POST, "budsjett": {2031: {"kostnad": 6}}}},
        [("EN323", K.ENDRA, "budsjett.fellespostar.drift.budsjett", P)],
    ),
    "a key": (
        {},
        {"budsjett/fordelingsnøklar/likt/delar": {"toppdal": 2, "ytre-glimsund": 3}},
        [("EN333", K.ENDRA, "budsjett.fordelingsnøklar.likt.delar", P)],
    ),
    # People and partners
    "another manager": (
        {},
        {"organisering/prosjektleiar": {"namn": "Ei anna"}},
        [("EN413", K.ENDRA, "organisering.prosjektleiar", P)],
    ),
    "one more to work": (
        {"organisering/prosjektmedarbeidar": ""},
        {"organisering/prosjektmedarbeidar": PERSON},
        [("EN411", K.NY, "organisering.prosjektmedarbeidar", P)],
    ),
    "the number of a kommune": (
        {},
        {"kommunar/toppdal/nummer": 9999},
        [("EN423", K.ENDRA, "kommunar.toppdal.nummer", P)],
    ),
    "the period": ({}, {"avtale/periode": "2030–2034"}, [("EN433", K.ENDRA, "avtale.periode", P)]),
    # The way to adoption
    "a meeting": (
        {},
        {"kommunar/toppdal/kommunestyre": "2031-03-01"},
        [("EN513", K.ENDRA, "kommunar.toppdal.kommunestyre", V)],
    ),
    "no more meeting": (
        {},
        {"kommunar/toppdal/kommunestyre": GONE},
        [("EN512", K.BORTE, "kommunar.toppdal.kommunestyre", V)],
    ),
    "a deadline": ({}, {"fristar/sakspapir": 3}, [("EN523", K.ENDRA, "fristar.sakspapir", V)]),
    "a decision point": (
        {"innstilling": ["Planen blir vedteken."]},
        {"innstilling": ["Planen blir vedteken", "Meir."]},
        [("EN613", K.ENDRA, "innstilling", P)],
    ),
    # Texts and layout
    "a text": ({}, {"samandrag": "Noko heilt anna."}, [("EN713", K.ENDRA, "samandrag", V)]),
    "the assessment of a kommune": (
        {"kommunar/toppdal/vurdering": ""},
        {"kommunar/toppdal/vurdering": "Bra."},
        [("EN711", K.NY, "kommunar.toppdal.vurdering", V)],
    ),
    "the layout of a case document": (
        {"kommunar/toppdal/profil": {"innstilling": "sist"}},
        {"kommunar/toppdal/profil": {"innstilling": "fyrst"}},
        [("EN813", K.ENDRA, "kommunar.toppdal.profil.innstilling", I)],
    ),
}


def told(endring: Endring) -> Told:
    return endring.slag.kode, endring.slag.klasse, ".".join(endring.ting), endring.nivå


@pytest.mark.parametrize(("old", "new", "changes"), CASES.values(), ids=CASES)
def test_changes(old: Edits, new: Edits, changes: list[Told]) -> None:
    before, after = base_with(old), base_with(new)
    assert sorted(map(told, diff_plans(before, after).endringar)) == sorted(changes)


@pytest.mark.parametrize(("old", "new", "changes"), CASES.values(), ids=CASES)
def test_the_other_way_round(old: Edits, new: Edits, changes: list[Told]) -> None:
    before, after = base_with(old), base_with(new)
    back = [told(endring.mirrored) for endring in diff_plans(after, before).endringar]
    assert sorted(back) == sorted(changes)


def test_every_kind_in_a_measure_has_its_case_and_so_has_every_part_of_a_plan() -> None:
    codes = {code for _, _, changes in CASES.values() for code, *_ in changes}
    assert codes <= SLAG.keys()
    assert {code for code in SLAG if code.startswith("EN1")} <= codes
    assert {SLAG[code].område for code in SLAG if SLAG[code].område.kode != "EN99"} == {
        SLAG[code].område for code in codes
    }


def test_codes_are_told_once_and_in_order() -> None:
    assert list(SLAG) == sorted(SLAG)
    assert all(slag.kode == code for code, slag in SLAG.items())


@pytest.mark.parametrize("slag", SLAG.values(), ids=SLAG)
def test_every_kind_mirrors(slag: Slag) -> None:
    assert slag.mirrored.mirrored == slag
    assert slag.mirrored.klasse is slag.klasse.mirrored


# The reasons, and what a person settles


def reasons(*given: Raw) -> Raw:
    return {f"{STI}/endringar": [{"revisjon": 2, "grunngjeving": "Difor.", **g} for g in given]}


def outside(*given: Raw) -> Raw:
    return {"endringar": [{"revisjon": 2, "grunngjeving": "Difor.", **g} for g in given]}


LETTER: Raw = {f"{STI}/tittel": "Stien til fjorden"}
SAMANDRAG: Raw = {"samandrag": "Noko anna."}
WEIGHT: Raw = {"delmål/eitt/vekt": 90}
SETTLED: dict[str, tuple[Edits, Nivå, tuple[str, ...]]] = {
    "no reason": (LETTER, V, ()),
    "a reason settles nothing": (LETTER | reasons({"felt": "tittel"}), V, ("Difor.",)),
    "settled as a trifle": (
        LETTER | reasons({"felt": "tittel", "nivå": "ikkje-prinsipiell"}),
        I,
        ("Difor.",),
    ),
    "settled as a matter of principle": (
        LETTER | reasons({"felt": "tittel", "nivå": "prinsipiell"}),
        P,
        ("Difor.",),
    ),
    "of another field": (LETTER | reasons({"felt": "slutt", "nivå": "prinsipiell"}), V, ()),
    "the last word counts": (
        LETTER
        | reasons(
            {"felt": "tittel", "nivå": "prinsipiell"},
            {"felt": "tittel", "nivå": "ikkje-prinsipiell", "grunngjeving": "Nei."},
        ),
        I,
        ("Difor.", "Nei."),
    ),
    "of an earlier revision": (
        LETTER | reasons({"felt": "tittel", "nivå": "prinsipiell", "revisjon": 1}),
        V,
        (),
    ),
    "a letter raised": (
        {f"{STI}/tittel": "sti til fjorden"} | reasons({"felt": "tittel", "nivå": "prinsipiell"}),
        P,
        ("Difor.",),
    ),
    "nobody settles money away": (
        {f"{BUDSJETT}/2031/kostnad": 5}
        | reasons({"felt": "budsjett", "nivå": "ikkje-prinsipiell"}),
        P,
        ("Difor.",),
    ),
    "a text outside the measures": (
        SAMANDRAG | outside({"felt": "samandrag", "nivå": "ikkje-prinsipiell"}),
        I,
        ("Difor.",),
    ),
    "another text": (SAMANDRAG | outside({"felt": "innleiing", "nivå": "prinsipiell"}), V, ()),
    "nobody settles a weight away": (
        WEIGHT | outside({"felt": "delmål.eitt.vekt", "nivå": "ikkje-prinsipiell"}),
        P,
        ("Difor.",),
    ),
    "from above": (WEIGHT | outside({"felt": "delmål.eitt"}), P, ("Difor.",)),
    "of one cell": (
        {"budsjett/fordelingsnøklar/likt/delar/toppdal": 2}
        | outside({"felt": "budsjett.fordelingsnøklar.likt.delar.toppdal"}),
        P,
        ("Difor.",),
    ),
    "a part does not settle the whole": (
        {"organisering/prosjektleiar/stilling": "a", "organisering/prosjektleiar/merknad": "b"}
        | outside({"felt": "organisering.prosjektleiar.stilling", "nivå": "ikkje-prinsipiell"}),
        V,
        ("Difor.",),
    ),
}


@pytest.mark.parametrize(("new", "level", "why"), SETTLED.values(), ids=SETTLED)
def test_reasons_and_settled_levels(new: Edits, level: Nivå, why: tuple[str, ...]) -> None:
    [endring] = diff_plans(base_with({}), base_with({"revisjon": 2, **new})).endringar
    assert (endring.nivå, tuple(g.tekst for g in endring.grunngjevingar)) == (level, why)
    assert endring.mirrored.grunngjevingar == ()


def test_a_closing_has_the_reasons_of_all_it_covers() -> None:
    given = reasons({"felt": "budsjett"}, {"felt": "tittel"})
    new = base_with({"revisjon": 2, **CLOSED, BUDSJETT: GONE, **given})
    [endring] = diff_plans(base_with({}), new).endringar
    assert [reason.tekst for reason in endring.grunngjevingar] == ["Difor."]
    assert {each.path[2] for each in endring.forskjellar} == {"status", "avslutning", "budsjett"}


def test_what_was_merged_or_divided_names_the_others() -> None:
    [merged] = diff_plans(base_with({}), base_with(MERGED)).endringar
    assert merged.andre == merged.mirrored.andre == ("bru",)


# Where it stands


def test_both_sides_are_where_each_plan_says_it() -> None:
    [moved, renamed] = diff_plans(
        base_with({}),
        base_with({STI: GONE, "delmål/to/tiltak/sti": {**TILTAK, "tittel": "Veg"}}),
    ).endringar
    assert moved.path_før == ("delmål", "eitt", "tiltak", "sti")
    assert moved.path_etter == ("delmål", "to", "tiltak", "sti")
    assert (moved.før, moved.etter) == ("eitt", "to")
    assert renamed.path_før == ("delmål", "eitt", "tiltak", "sti", "tittel")
    assert renamed.path_etter == ("delmål", "to", "tiltak", "sti", "tittel")


def test_what_one_side_lacks_has_no_place_there() -> None:
    [new] = diff_plans(base_with({}), base_with({f"{STI[:-3]}veg": VEG})).endringar
    assert (new.path_før, new.før) == (None, None)
    assert new.path_etter == ("delmål", "eitt", "tiltak", "veg")
    [gone] = diff_plans(base_with({}), base_with({f"{STI}/ansvarleg": GONE})).endringar
    assert (gone.path_etter, gone.etter) == (None, None)
    assert gone.path_før == (*STI.split("/"), "ansvarleg")


# The fingerprint


def prints(old: Edits, new: Edits) -> list[str]:
    return [e.fingerprint for e in diff_plans(base_with(old), base_with(new)).endringar]


def test_the_fingerprint_is_free_of_place_reason_and_level() -> None:
    renamed = {"revisjon": 2, **LETTER}
    settled = renamed | reasons({"felt": "tittel", "nivå": "prinsipiell"})
    elsewhere = {STI: GONE, "delmål/to/tiltak/sti": TILTAK}
    both = {**TILTAK, "tittel": "Stien til fjorden"}
    moved = {"revisjon": 2, STI: GONE, "delmål/to/tiltak/sti": both}
    [one] = prints({}, renamed)
    assert prints({}, settled) == [one]
    assert prints(elsewhere, moved) == [one]
    assert len(one) == 16


def test_the_fingerprint_is_of_one_kind_of_change() -> None:
    [change] = diff_plans(base_with({}), base_with({f"{STI}/nr": 5})).endringar
    assert change._replace(slag=SLAG["EN112"]).fingerprint != change.fingerprint
    assert change._replace(før=0, path_før=("anna",)).fingerprint == change.fingerprint


def test_the_fingerprint_tells_one_change_from_another() -> None:
    changes: list[Edits] = [
        {f"{STI}/tittel": "Veg"},
        {f"{STI}/tittel": "Vegen"},
        {f"{BRU}/tittel": "Veg"},
        {f"{STI}/nr": 5},
        {f"{STI}/nr": 6},
    ]
    found = [prints({}, change)[0] for change in changes]
    assert len(set(found)) == len(changes)
    assert prints({f"{STI}/tittel": "Veg"}, {})[0] not in found
