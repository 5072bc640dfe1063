"""Changes outside the measures – what they are called, how they are shown, which are listed."""

import pytest

from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.documents.planendringar import PlanendringVising
from bygdeplan.endring import diff_plans
from bygdeplan.ord.skriv import NBSP
from tests.plans import GONE, Edits, small_plan
from tests.rendered import headings, read, render, section, texts

TUN = "kommunar/toppdal"
POST: Edits = {
    "tittel": "Drift",
    "budsjett": {
        2031: {"kostnad": 500, "finansiering": {"anna": 500}},
        2032: {"kostnad": 700, "finansiering": {"kommune": {"timar": 7, "sats": 100}}},
    },
}


def build(old: Edits, new: Edits) -> Endringsliste:
    """The change list from one small plan of 2031 to a later revision of it."""
    later = {"revisjon": 2, **new}
    return build_endringsliste(diff_plans(small_plan(old), small_plan(later)))


def one(old: Edits, new: Edits) -> PlanendringVising:
    [shown] = build(old, new).andre
    return shown


# «~» is the no-break space.
SHOWN: dict[str, tuple[Edits, Edits, tuple[str, str, str]]] = {
    "a weight": (
        {},
        {"delmål/eitt/vekt": "62,5"},
        ("Delmål 1: Det einaste delmålet – vekt", "100~%", "62,5~%"),
    ),
    "a sub-goal": (
        {},
        {"delmål/to": {"nr": 2, "tittel": "Det andre", "vekt": 0}},
        ("Delmål 2: Det andre", "–", "Det andre (0~%)"),
    ),
    "a sub-goal that goes": (
        {"delmål/to": {"nr": 2, "tittel": "Det andre", "vekt": 0}},
        {},
        ("Delmål 2: Det andre", "Det andre (0~%)", "–"),
    ),
    "a meeting": (
        {f"{TUN}/formannskap": "ingen"},
        {f"{TUN}/formannskap": "2031-02-03"},
        ("Toppdal – møte i formannskapet", "ingen", "3.~februar 2031"),
    ),
    "the day of a step": (
        {"vidare_handsaming": {"kdd": {"organ": "Staten", "dato": "2031-04-01"}}},
        {"vidare_handsaming": {"kdd": {"organ": "Staten"}}},
        ("Staten – dato", "1.~april 2031", "–"),
    ),
    "a whole step": (
        {"vidare_handsaming": {}},
        {"vidare_handsaming": {"kdd": {"organ": "Staten", "dato": "2031-04-01"}}},
        ("Staten", "–", "Staten 1.~april 2031"),
    ),
    "an appropriation": (
        {},
        {"avtale/midlar/tiltaksmidlar/løyvingar/0/beløp": 2_000_000},
        (
            "Potten tiltaksmidlar – løyvingar",
            "2031: 1~000~000~kr (Tilskotsbrev)",
            "2031: 2~000~000~kr (Tilskotsbrev)",
        ),
    ),
    "a pot": (
        {},
        {
            "avtale/midlar/driftstilskot": {
                "føremål": "Drift.",
                "løyvingar": [{"år": 2031, "beløp": 5, "kjelde": "Brev"}],
            }
        },
        ("Potten driftstilskot", "–", "2031: 5~kr (Brev)"),
    ),
    "a common item": (
        {},
        {"budsjett/fellespostar/drift": POST},
        ("Drift", "–", "Drift 2031: 500~kr (Andre 500) 2032: 700~kr (Kommunane 700)"),
    ),
    "the year of a common item that is not as it was": (
        {"budsjett/fellespostar/drift": POST},
        {
            "budsjett/fellespostar/drift": POST,
            "budsjett/fellespostar/drift/budsjett/2032/kostnad": 9,
        },
        (
            "Drift – budsjett",
            "2032: 700~kr (Kommunane 700)",
            "2032: 9~kr (Kommunane 700)",
        ),
    ),
    "a key": (
        {},
        {"budsjett/fordelingsnøklar/likt/delar/toppdal": "1,5"},
        (
            "Fordelingsnøkkelen «likt» – delar",
            "Toppdal: 1 Ytre Glimsund: 1",
            "Toppdal: 1,5 Ytre Glimsund: 1",
        ),
    ),
    "a person": (
        {"organisering/prosjektleiar": {"namn": "Ein", "stilling": "leiar"}},
        {"organisering/prosjektleiar": {"namn": "Ein", "frå": "rådet"}},
        ("Organisering – prosjektleiar", "Ein (leiar)", "Ein (rådet)"),
    ),
    "people": (
        {"organisering/styringsgruppe": [{"namn": "Ein"}]},
        {"organisering/styringsgruppe": [{"namn": "Ein"}, {"namn": "To"}]},
        ("Organisering – styringsgruppe", "Ein", "Ein To"),
    ),
    "a kommune's name": ({}, {f"{TUN}/namn": "Dalen"}, ("Dalen – namn", "Toppdal", "Dalen")),
    "decision points": (
        {"innstilling": ["Ja."]},
        {"innstilling": ["Ja.", "Nei."]},
        ("Framlegg til vedtak", "Ja.", "Ja. Nei."),
    ),
    "a deadline": (
        {},
        {"fristar/sakspapir": 3},
        ("Fristar – dagar før møtet sakspapira skal vere ferdige", "10", "3"),
    ),
    "a point of the yearly wheel": (
        {},
        {"fristar/årshjul": {"haust": {"tittel": "Revisjon", "dato": "2031-10"}}},
        ("Revisjon", "–", "Revisjon oktober 2031"),
    ),
    "a header field to fill in": (
        {f"{TUN}/profil": {}},
        {f"{TUN}/profil": {"hovudfelt": {"Arkiv": "", "Dato": "5"}}},
        ("Toppdal – felt øvst i saksframlegget", "–", "Arkiv Dato: 5"),
    ),
    "the place of the decision points": (
        {f"{TUN}/profil": {}},
        {f"{TUN}/profil": {"innstilling": "fyrst"}},
        ("Toppdal – plassen til framlegget til vedtak", "sist", "fyrst"),
    ),
    "a partner": (
        {"avtale/samarbeidspartar": {}},
        {"avtale/samarbeidspartar": {"lag": {"namn": "Laget"}}},
        ("Samarbeidsparten Laget", "–", "Laget"),
    ),
    "phases": (
        {"avtale/fasar": [{"namn": "A", "tid": "2031", "innhald": "Ja."}]},
        {"avtale/fasar": [{"namn": "A", "tid": "2032", "innhald": "Ja."}]},
        ("Avtalen – fasar", "A (2031): Ja.", "A (2032): Ja."),
    ),
    "a new text": (
        {"budsjett/innleiing": ""},
        {"budsjett/innleiing": "Pengane er\nfå."},
        ("Budsjett – innleiing", "–", "Pengane er få."),
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), SHOWN.values(), ids=SHOWN)
def test_change_in_words(old: Edits, new: Edits, words: tuple[str, str, str]) -> None:
    shown = one(old, new)
    told = (
        shown.namn,
        " ".join(shown.før.tekst.split("\n")),
        " ".join(shown.etter.tekst.split("\n")),
    )
    assert told == tuple(text.replace("~", NBSP) for text in words)
    assert shown.ord == ""


LONG = "Ein to tre fire fem seks sju åtte ni ti elleve tolv"
EXCERPTS: dict[str, tuple[str, str, tuple[str, str, str]]] = {
    "one word": (
        "Alle skal gå.",
        "Alle kan gå.",
        (
            "Alle <strong>skal</strong> gå.",
            "Alle <strong>kan</strong> gå.",
            "Alle [ut: skal] [inn: kan] gå.",
        ),
    ),
    "far from both ends": (
        f"{LONG} skal {LONG}",
        f"{LONG} kan {LONG}",
        (
            "… åtte ni ti elleve tolv <strong>skal</strong> Ein to tre fire fem …",
            "… åtte ni ti elleve tolv <strong>kan</strong> Ein to tre fire fem …",
            "… åtte ni ti elleve tolv [ut: skal] [inn: kan] Ein to tre fire fem …",
        ),
    ),
    "put in at the end": (
        LONG,
        f"{LONG} no",
        (
            "… åtte ni ti elleve tolv",
            "… åtte ni ti elleve tolv <strong>no</strong>",
            "… åtte ni ti elleve tolv [inn: no]",
        ),
    ),
    "signs that are live in HTML": (
        "a <b> c",
        "a <i> c",
        (
            "a <strong>&lt;b&gt;</strong> c",
            "a <strong>&lt;i&gt;</strong> c",
            "a [ut: <b>] [inn: <i>] c",
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "shown"), EXCERPTS.values(), ids=EXCERPTS)
def test_running_text_word_by_word(old: str, new: str, shown: tuple[str, str, str]) -> None:
    change = one({"samandrag": old}, {"samandrag": new})
    assert (change.før.html, change.etter.html, change.ord) == shown


def test_a_change_has_its_reason_and_its_level() -> None:
    given = {"revisjon": 2, "felt": "samandrag", "grunngjeving": "Det var *uklart*."}
    other = {"revisjon": 2, "felt": "innleiing", "grunngjeving": "Noko anna."}
    view = build({}, {"samandrag": "Ny.", "endringar": [given, other]})
    [change] = view.andre
    assert [why.tekst for why in change.grunngjevingar] == ["Det var *uklart*."]
    assert (change.kode, change.nivå) == ("EN713", "må vurderast")
    assert view.andre_tabell is not None
    [row] = view.andre_tabell.rader
    assert row.celler[2:] == ("<p>Det var <em>uklart</em>.</p>\n", "må vurderast")


HEADING = f"{TUN}/profil/overskrifter/samandrag"
OWN = f"{TUN}/profil/tekstar"


def test_a_heading_is_shown_as_it_is_written() -> None:
    """A heading called `samandrag` is no running text, whatever its key is called."""
    change = one({HEADING: "Kort *sagt*"}, {HEADING: "Heilt *kort*"})
    assert change.namn == "Toppdal – overskrift, samandrag"
    assert (change.før.html, change.etter.html, change.ord) == ("Kort *sagt*", "Heilt *kort*", "")


@pytest.mark.parametrize("section", ["vurdering", "bakgrunn", "økonomi"])
def test_every_text_of_a_kommune_is_compared_word_by_word(section: str) -> None:
    old, new = ({f"{OWN}/{section}": f"Alle {word} *gå*."} for word in ("skal", "kan"))
    change = one(old, new)
    assert change.namn == f"Toppdal – eigen tekst, {section}"
    assert change.ord == "Alle [ut: skal] [inn: kan] *gå*."


def test_a_remark_of_an_appropriation_is_shown() -> None:
    first = "avtale/midlar/tiltaksmidlar/løyvingar/0/merknad"
    change = one({}, {first: "Kan bli mindre."})
    assert change.etter.tekst == f"{change.før.tekst}\nmerknad: Kan bli mindre."


def test_two_reasons_with_the_same_words_stand_once_each_at_their_own_row() -> None:
    """A reason is known by its place, not by its words."""
    old = {"delmål/to": {"nr": 2, "tittel": "Det andre", "vekt": 0}}
    given = [
        {"revisjon": 2, "felt": f"delmål.{id_}.vekt", "grunngjeving": "Det hastar.", **mark}
        for id_, mark in {"eitt": {}, "to": {"førebels": "ja"}}.items()
    ]
    view = build(old, {**old, "delmål/eitt/vekt": 70, "delmål/to/vekt": 30, "endringar": given})
    reasons = {change.namn: [why.tekst for why in change.grunngjevingar] for change in view.andre}
    assert reasons == {
        "Delmål 1: Det einaste delmålet – vekt": ["Det hastar."],
        "Delmål 2: Det andre – vekt": ["Det hastar. (førebels)"],
    }


def test_two_reasons_with_the_same_words_for_one_change_stand_once() -> None:
    given = [
        {"revisjon": 2, "felt": felt, "grunngjeving": words}
        for felt, words in (("delmål.eitt.vekt", "Det hastar."), ("delmål.eitt", "Det hastar."))
    ]
    other = {"revisjon": 2, "felt": "delmål.eitt.vekt", "grunngjeving": "Noko anna."}
    change = one({}, {"delmål/eitt/vekt": 70, "endringar": [*given, other]})
    assert [why.tekst for why in change.grunngjevingar] == ["Det hastar.", "Noko anna."]


def test_marks_stand_with_what_is_marked() -> None:
    given = {"revisjon": 2, "felt": "samandrag", "grunngjeving": "Difor.", "døme": "ja"}
    change = one({}, {"samandrag": "Ny.", "førebels": ["samandrag"], "endringar": [given]})
    assert change.namn == "Samandrag (førebels)"
    assert [why.tekst for why in change.grunngjevingar] == ["Difor. (døme)"]


RENEWED: Edits = {"samandrag": "Ny.", f"{TUN}/kommunestyre": "2032-03-01", "vedlegg": ["Plan"]}


def test_what_every_year_renews_is_one_line() -> None:
    weight = {"delmål/eitt/vekt": 90}
    new_year = small_plan({"år": 2032, **RENEWED, **weight})
    view = build_endringsliste(diff_plans(small_plan(), new_year))
    assert [change.namn for change in view.andre] == ["Delmål 1: Det einaste delmålet – vekt"]
    assert {change.namn for change in view.årlege} == {
        "Samandrag",
        "Toppdal – møte i kommunestyret (førebels)",
        "Vedlegg",
    }
    said = " ".join(texts(section(read(render(view)), "Andre endringar i planen")))
    assert "Møtedatoane og tekstane i saka er nye for kvart år" in said
    assert "Samandrag" not in said


def test_between_two_revisions_of_a_year_all_is_listed() -> None:
    view = build({}, RENEWED)
    assert len(view.andre) == 3
    assert view.årlege == ()
    said = " ".join(texts(section(read(render(view)), "Andre endringar i planen")))
    assert "er nye for kvart år" not in said
    assert "Samandrag" in said


def test_no_section_where_nothing_is_changed() -> None:
    page = read(render(build({}, {"delmål/eitt/tiltak/sti/tittel": "Veg"})))
    assert "Andre endringar i planen" not in headings(page, 2)


def test_what_is_gone_is_called_what_the_old_plan_called_it() -> None:
    old = {"budsjett/fellespostar/bil": {"tittel": "Bil"}}
    assert one(old, {}).namn == "Bil"
    assert one({}, {f"{TUN}/kommunestyre": GONE}).namn == (
        "Toppdal – møte i kommunestyret (førebels)"
    )
