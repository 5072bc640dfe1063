"""The form of a plan: every field of the model, with what the file says in it."""

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from bygdeplan.cli.pult.feltslag import Feltslag, said_of_fields
from bygdeplan.cli.pult.filverdi import value_of
from bygdeplan.cli.pult.linjer import without_breaks
from bygdeplan.cli.pult.skjema import Planskjema
from bygdeplan.cli.pult.skjemafelt import Skjemafelt
from bygdeplan.funn.checked import FileFinding
from bygdeplan.funn.finding import Finding
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data, read_data
from bygdeplan.load.text import decode_pasted
from bygdeplan.model.lookup import PLANEN, Planfelt, all_fields, known_keys
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import Målform
from bygdeplan.rules.grunngjeving import UTAN_GRUNN
from bygdeplan.rules.livslaup import BORTE, ENDRA_UTAN_GRUNN
from tests.plans import PLAN_FILES


@cache
def read(year: str) -> Data:
    root, _ = compose(decode_pasted(PLAN_FILES[year].read_bytes())[0])
    assert root
    return read_data(root)[0]


def fields(skjema: Planskjema) -> Iterator[Skjemafelt]:
    """Every field on every page; what is a link to a page of its own is none."""
    for top in skjema.deler():
        for part in top.walk():
            for felt in skjema.felta(part):
                yield from (each for each in felt.walk() if each.slag is not Feltslag.SIDE)


def at(skjema: Planskjema, *path: str | int) -> Skjemafelt:
    return next(felt for felt in fields(skjema) if felt.path == path)


def filled(felt: Planfelt, path: Path = ()) -> Data:
    """Something at every field of the model, once for each item."""
    if felt.del_:
        return {inner.path[-1]: filled(inner, (*path, inner.path[-1])) for inner in felt.inside()}
    items = [*felt.inside()]
    if not items:
        return "x"
    if items[0].is_in_list:
        return [filled(items[0], (*path, 0))]
    key = next(iter(known_keys(Plan, path)), "x")
    return {key: filled(items[0], (*path, key))}


def pattern(path: Path) -> Iterator[str]:
    """A path as the model writes it, with `*` for what is an item."""
    felt = PLANEN
    for key in path:
        inner = felt.step(key)
        assert inner
        felt = inner
        yield felt.path[-1]


def test_every_field_of_the_model_can_be_filled_in() -> None:
    shown = {".".join(pattern(felt.path)) for felt in fields(Planskjema(filled(PLANEN)))}
    # The sub-goal of a measure is no field of the file, but a choice on the page.
    assert shown - {"delmål.*.tiltak.*.delmål"} == {felt.mønster for felt in all_fields()}


def test_every_field_has_a_name_and_help() -> None:
    for felt in fields(Planskjema(filled(PLANEN))):
        assert felt.namn
        assert felt.hjelp or felt.er_post


@pytest.mark.parametrize("year", PLAN_FILES)
def test_all_that_a_file_says_stands_in_a_field_as_it_is_written(year: str) -> None:
    data = read(year)
    shown = {felt.id: felt.verdi for felt in fields(Planskjema(data))}
    prose = {felt.id for felt in fields(Planskjema(data)) if felt.er_prosa}
    for path, text in texts(data):
        said = text.rstrip("\n")
        assert shown[path] == (without_breaks(said) if path in prose else said)


def texts(data: Data, path: str = "") -> Iterator[tuple[str, str]]:
    match data:
        case str():
            yield path[1:], data
        case dict():
            for key, part in data.items():
                yield from texts(part, f"{path}.{key}")
        case list():
            for place, part in enumerate(data):
                yield from texts(part, f"{path}.{place}")


KINDS: dict[str, tuple[Sequence[str | int], Feltslag]] = {
    "one line": (("år",), Feltslag.LINJE),
    "prose": (("samandrag",), Feltslag.TEKST),
    "a short point": (("innstilling", 0), Feltslag.LINJE),
    "a choice": (("delmål", "reiseliv", "tiltak", "turkart", "status"), Feltslag.VAL),
    "yes or no": (
        ("delmål", "reiseliv", "tiltak", "turkart", "statlege_midlar"),
        Feltslag.VAL,
    ),
    "a date or a word": (("kommunar", "toppdal", "formannskap"), Feltslag.LINJE),
    "a written form": (("målform",), Feltslag.VAL),
    "a share": (("budsjett", "fordelingsnøklar", "folketal", "delar", "toppdal"), Feltslag.LINJE),
    "texts": (("avtale", "partar"), Feltslag.LISTE),
    "things in a list": (("organisering", "styringsgruppe"), Feltslag.LISTE),
    "things under ids": (("kommunar",), Feltslag.KORT),
    "amounts under names": (("budsjett", "historikk"), Feltslag.KORT),
    "a group": (("avtale",), Feltslag.GRUPPE),
}


@pytest.mark.parametrize(("path", "slag"), KINDS.values(), ids=KINDS)
def test_how_a_field_is_filled_in(path: Sequence[str | int], slag: Feltslag) -> None:
    assert at(Planskjema(read("2031")), *path).slag is slag


def test_a_long_line_has_room() -> None:
    assert at(Planskjema({"innstilling": ["ord " * 20]}), "innstilling", 0).slag is Feltslag.TEKST


def test_the_parts_are_in_the_order_of_the_model() -> None:
    parts = Planskjema(read("2026")).deler()
    assert [part.tittel for part in parts] == [
        "Planen",
        "Avtalen",
        "Organisering",
        "Kommunar",
        "Vidare handsaming",
        "Fristar",
        "Tekstane",
        "Delmål",
        "Budsjett",
    ]
    [first, *_] = parts[7].inni
    assert first.tittel == "Fleire eigna bustader i Vest-Telemark"
    assert first.inni[1].tittel == "«Kompetansesirkel»"


def test_what_can_be_chosen_is_what_is_not_taken() -> None:
    pots = at(Planskjema({"avtale": {"midlar": {"tiltaksmidlar": {}}}}), "avtale", "midlar")
    assert pots.ny
    assert [each.verdi for each in pots.ny.nøklar] == ["driftstilskot", "prosjektleiing"]


@pytest.mark.parametrize(
    "path", [("avtale", "midlar"), ("budsjett", "fordelingsnøklar", "likt", "delar")]
)
def test_no_more_is_asked_for_where_all_there_can_be_is_there(path: Path) -> None:
    assert at(Planskjema(read("2026")), *path).ny is None


CALLED: dict[str, Path] = {
    "Tiltaksmidlar": ("avtale", "midlar", "tiltaksmidlar"),
    "likt mellom kommunane": ("budsjett", "fordelingsnøklar", "likt"),
    "Kviteseid": ("budsjett", "fordelingsnøklar", "likt", "delar", "kviteseid"),
    "2025": ("budsjett", "historikk", "2025"),
}


@pytest.mark.parametrize(("name", "path"), CALLED.items(), ids=CALLED)
def test_a_card_is_called_what_the_author_calls_it(name: str, path: Path) -> None:
    assert at(Planskjema(read("2026")), *path).namn == name


def test_a_word_that_cannot_be_chosen_is_shown() -> None:
    status = at(Planskjema({"målform": "samisk"}), "målform")
    assert status.verdi == "samisk"
    assert [each.verdi for each in status.val] == ["nynorsk", "bokmål", "samisk"]


def test_a_field_that_a_reason_is_about_is_called_by_its_name() -> None:
    data: Data = {"delmål": {"a": {"tiltak": {"b": {"endringar": [{"felt": "slutt"}]}}}}}
    about = at(Planskjema(data), "delmål", "a", "tiltak", "b", "endringar", 0, "felt")
    names = {each.verdi: each.tekst for each in about.val}
    assert names["statlege_midlar"] == "Statlege midlar"
    assert names["delmål"] == "Delmål"
    status = at(Planskjema(data), "delmål", "a", "tiltak", "b", "status")
    assert all(each.tekst == each.verdi for each in status.val)


def test_what_cannot_stand_there_is_mended_in_the_file() -> None:
    skjema = Planskjema({"samandrag": ["eitt", "to"], "innstilling": {"a": "b"}, "år": ["2031"]})
    for key in ("samandrag", "innstilling", "år"):
        assert at(skjema, key).slag is Feltslag.UVENTA


def test_last_year_is_shown_at_the_same_place_and_measures_by_their_ids() -> None:
    measure: Data = {"tittel": "Sti", "nr": "1"}
    fjor: Data = {"delmål": {"før": {"nr": "1", "tiltak": {"sti": measure}}}, "samandrag": "a\n"}
    data: Data = {"delmål": {"no": {"nr": "2", "tiltak": {"sti": {"tittel": "Veg"}}}}}
    skjema = Planskjema(data, fjor)
    assert at(skjema, "delmål", "no", "tiltak", "sti", "tittel").fjor == "Sti"
    assert at(skjema, "delmål", "no", "nr").fjor is None
    assert at(skjema, "samandrag").fjor == "a"


BOTH: tuple[Målform, ...] = ("nynorsk", "bokmål")
FORMS: dict[str, tuple[Data, list[str]]] = {
    "in both": ({"nynorsk": "eg\n", "bokmål": "jeg"}, ["eg", "jeg"]),
    "in one": ({"bokmål": "jeg"}, ["", "jeg"]),
    "without a form": ("eg", ["eg", ""]),
    "not at all": (None, ["", ""]),
}


@pytest.mark.parametrize(("value", "shown"), FORMS.values(), ids=FORMS)
def test_a_text_has_a_field_for_each_form(value: Data, shown: list[str]) -> None:
    felt = at(Planskjema({"samandrag": value}, målformer=BOTH), "samandrag")
    assert [inner.verdi for inner in felt.inni] == shown
    assert [inner.path[-1] for inner in felt.inni] == [*BOTH]


def test_names_have_one_form() -> None:
    assert at(Planskjema({"avtale": {}}, målformer=BOTH), "avtale", "pilot").slag is Feltslag.LINJE


MEASURE = ("delmål", "a", "tiltak", "b")


def test_a_finding_stands_beside_the_field_it_is_about_and_once() -> None:
    data: Data = {"delmål": {"a": {"tiltak": {"b": {"budsjett": {"2031": {}}}}}}}
    found: list[Finding | FileFinding] = [
        ENDRA_UTAN_GRUNN.finding((*MEASURE, "budsjett"), "a", "b"),
        BORTE.finding((*MEASURE, "budsjett", 2031, "kostnad"), "a", "b"),
        BORTE.finding((*MEASURE, "noko anna"), "a", "b"),
    ]
    skjema = Planskjema(data, funn=found)
    shown = [(felt.path, found.index(each)) for felt in fields(skjema) for each in felt.funn]
    assert shown == [
        (MEASURE, 2),
        ((*MEASURE, "budsjett"), 0),
        ((*MEASURE, "budsjett", "2031", "kostnad"), 1),
    ]


REASONS = {
    "a field of a measure": (
        ENDRA_UTAN_GRUNN.finding((*MEASURE, "slutt"), "", ""),
        (*MEASURE, "slutt"),
        ((*MEASURE, "endringar", 1), "2", "slutt"),
    ),
    "the sub-goal of a measure": (
        ENDRA_UTAN_GRUNN.finding(MEASURE, "", ""),
        MEASURE,
        ((*MEASURE, "endringar", 1), "2", "delmål"),
    ),
    "what is no measure": (
        UTAN_GRUNN.finding(("delmål", "a", "vekt"), "", ""),
        ("delmål", "a", "vekt"),
        (("endringar", 0), "2", "delmål.a.vekt"),
    ),
}


@pytest.mark.parametrize(("found", "path", "reason"), REASONS.values(), ids=REASONS)
def test_a_reason_is_asked_for_where_it_is_due(
    found: Finding, path: Path, reason: tuple[Path, str, str]
) -> None:
    data: Data = {
        "revisjon": "2",
        "delmål": {"a": {"tiltak": {"b": {"endringar": [{"felt": "start"}]}}}},
    }
    asking = [felt for felt in fields(Planskjema(data, funn=[found])) if felt.grunn]
    assert [(felt.path, felt.grunn) for felt in asking] == [(path, (*reason, found))]


def test_a_value_by_its_path() -> None:
    data: Data = {"a": [{"b": "c"}]}
    assert value_of(data, ("a", 0, "b")) == "c"
    assert value_of(data, ("a", 1, "b")) is None
    assert value_of(data, ("a", "b")) is None


def test_what_lies_under_the_id_of_another_thing_is_called_by_its_name() -> None:
    skjema = Planskjema(
        {
            "kommunar": {"a": {"namn": "Fjell"}},
            "budsjett": {"fordelingsnøklar": {"likt": {"delar": {"a": "1", "ukjend": "2"}}}},
        }
    )
    delar = at(skjema, "budsjett", "fordelingsnøklar", "likt", "delar")
    assert [each.namn for each in delar.inni] == ["Fjell", "ukjend"]


SAID: dict[str, tuple[str, Path, str]] = {
    "a field": ("`dato` er eit døme.", ("dato",), "«Dato» er eit døme."),
    "a field in a group": (
        "`pilot` under `avtale` er førebels.",
        ("avtale", "pilot"),
        "«Namnet på piloten» under «Avtalen» er førebels.",
    ),
    "what is written": ("Her står `mange`.", ("dato",), "Her står «mange»."),
    "an id that is a word of the model": (
        "Tiltaket `status` er nytt.",
        ("delmål", "a", "tiltak", "status"),
        "Tiltaket «status» er nytt.",
    ),
    "a line that is lacking": (
        "Legg til ei linje «dato: …» her.",
        ("dato",),
        "Fyll ut «Dato» her.",
    ),
    "several fields": (
        "Skriv «vurdering: …» og «kommunedirektør: …» når det er klart.",
        ("kommunar", "a"),
        "Fyll ut «Vurdering» og «Kommunedirektør» når det er klart.",
    ),
    "a value": (
        "Skriv «status: avslutta», eller ta bort `avslutning`.",
        ("delmål", "a", "tiltak", "b", "avslutning"),
        "Skriv «avslutta» i «Status», eller ta bort «Avslutning».",
    ),
    "no field": ("Skriv «tittel: Noko».", (), "Skriv «tittel: Noko»."),
}


@pytest.mark.parametrize(("text", "path", "said"), SAID.values(), ids=SAID)
def test_a_finding_speaks_of_fields(text: str, path: Path, said: str) -> None:
    assert said_of_fields(text, path) == said
