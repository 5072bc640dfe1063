"""The fixed words: what is filled in, what is said of a wrong file, and that each is used."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from markupsafe import escape

from bygdeplan.documents.feltverdi import CHOICES
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.model.budsjett import KJELDER, POTTAR, Budsjettår
from bygdeplan.model.felt import Beløp
from bygdeplan.model.handsaming import Profil
from bygdeplan.model.lookup import (
    PLANEN,
    TILTAKA,
    Planfelt,
    is_own_affair,
    known_keys,
    known_values,
)
from bygdeplan.model.om import Nivå
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Status, Utfall
from bygdeplan.ord.frase import (
    FILER,
    MÅLFORMER,
    FasteOrd,
    Målform,
    Ordfeil,
    frase,
    own_words,
    shipped_templates,
    shipped_words,
)
from bygdeplan.side.malar import Malar
from bygdeplan.vedtak.saksgang import Stand
from tests.plans import ROOT
from tests.rendered import plan

WORDS = FasteOrd("nynorsk", {"side.botn": "Plan for {år}, {dato}", "side.teikn": "a < b & c"})
FIL = FILER["nynorsk"]
TEMPLATES = sorted(shipped_templates().rglob("*.j2"))
ASKED_FOR = re.compile(r"""(?:\{.* ord|\bfrase)\(\s*["']([^"'{]+)["']""")
NAMED = re.compile(r"""["']([^\W\d]\w*\.[^\W\d]\w*)["']""")


def test_values_are_filled_in_where_the_words_have_their_names() -> None:
    assert WORDS("side.botn", år=2031, dato="6. januar") == "Plan for 2031, 6. januar"


def test_words_and_values_can_be_written_as_html() -> None:
    values = {"år": "<1>", "dato": escape("x")}
    assert WORDS.filled("side.teikn", {}, escape) == "a &lt; b &amp; c"
    assert WORDS.filled("side.botn", values, escape) == "Plan for &lt;1&gt;, x"


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    assert WORDS("side.botn", år="{dato}", dato="x") == "Plan for {dato}, x"


def test_the_words_in_use_are_those_of_the_document_that_is_built() -> None:
    with WORDS.in_use():
        assert frase("side.teikn") == "a < b & c"
    assert frase("side.innhald") == "Innhald"


WRONG: dict[str, tuple[str, dict[str, int], str]] = {
    "no such words": ("side.bot", {}, "Meinte du `side.botn`"),
    "a value that is not given": ("side.botn", {"år": 1}, "Der kan det stå `{år}`"),
    "no value at all": ("side.botn", {}, "Der blir ingenting fylt inn"),
}


@pytest.mark.parametrize(("name", "values", "told"), WRONG.values(), ids=WRONG)
def test_what_is_missing_is_told(name: str, values: dict[str, int], told: str) -> None:
    with pytest.raises(Ordfeil, match=re.escape(told)):
        WORDS(name, **values)


def test_a_file_of_ones_own_needs_only_what_it_changes() -> None:
    words = own_words("nynorsk", "side:\n  innhald: Dette finn du her\n")
    assert words("side.innhald") == "Dette finn du her"
    assert words("side.utkast") == shipped_words("nynorsk")("side.utkast")


FILES = {
    "not YAML": ("side: a: b", f"{FIL} let seg ikkje lese: sjå på linje 1."),
    "empty": ("", f"{FIL} skal ha namn med kolon, og orda etter."),
    "a group without names": ("side: Plan", f"«side» i {FIL} skal ha namn med kolon"),
    "a number": ("side:\n  botn: 7", f"«side.botn» i {FIL} skal vere tekst"),
    "a colon": ("side:\n  botn: Plan: 1", f"{FIL} let seg ikkje lese: sjå på linje 2."),
    "an unknown name": ("side:\n  bott: Plan", f"«side.bott» i {FIL} er ikkje noko"),
    "a group twice": (
        "side:\n  botn: A\nside:\n  innhald: B",
        f"«side» står to gonger i {FIL}, sist",
    ),
    "a name twice": (
        "side:\n  botn: A\n  botn: B",
        f"«botn» står to gonger i {FIL}, sist på linje 3.",
    ),
    "an unknown value": ("side:\n  botn: Plan {aar}", f"«side.botn» i {FIL} har `{{aar}}`"),
}


@pytest.mark.parametrize(("text", "told"), FILES.values(), ids=FILES)
def test_a_file_that_is_wrong_is_told(text: str, told: str) -> None:
    with pytest.raises(Ordfeil, match=re.escape(told)):
        own_words("nynorsk", text)


def test_the_words_of_a_user_stand_in_the_documents(tmp_path: Path) -> None:
    (tmp_path / "ord").mkdir()
    (tmp_path / FIL).write_text("handlingsplan:\n  innleiing: Om planen\n", "utf-8")
    view = build_handlingsplan(plan("2031"), None)
    page, usual = Malar(tmp_path).render(view), Malar().render(view)
    assert ">Om planen</h2>" in page
    # In the heading and in the contents.
    named = usual.replace("Innleiing<", "Om planen<")
    assert page == named.replace('id="innleiing', 'id="om-planen').replace(
        "#innleiing", "#om-planen"
    )


# The shipped words


CODE = [file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py")]
TEXTS = [*CODE, *(file.read_text("utf-8") for file in TEMPLATES)]


@pytest.mark.parametrize("målform", FILER)
def test_each_name_stands_once_in_its_group(målform: Målform) -> None:
    # The reader of YAML takes the last of two, and says nothing.
    lines = (shipped_templates() / FILER[målform]).read_text("utf-8").splitlines()
    names = [line.split(":")[0] for line in lines if line and not line.startswith(("#", " "))]
    assert len(names) == len(set(names))
    words = [line for line in lines if line.startswith("  ")]
    assert len(words) == len(shipped_words(målform).ord)


@pytest.mark.parametrize("målform", FILER)
def test_all_words_that_are_asked_for_are_there(målform: Målform) -> None:
    asked = {name for text in TEXTS for name in ASKED_FOR.findall(text)}
    assert asked - shipped_words(målform).ord.keys() == set()


def shown(felt: Planfelt) -> Iterator[Planfelt]:
    """The fields that the change list calls by name: tables tell what is in a year of a budget."""
    if felt.is_outside or felt.del_ is Budsjettår:
        return
    yield felt
    for inner in felt.inside():
        yield from shown(inner)


SHOWN = [felt for whole in (*PLANEN.inside(), TILTAKA) for felt in shown(whole)]
CHOSEN = {
    felt: values
    for felt in SHOWN
    if not is_own_affair(felt.path)
    if (values := known_values(Plan, tuple(0 if key == "*" else key for key in felt.path)))
}
MARKED = ("ord", "rad", "linje", "liste", "tabell", "bilete")
# Words for what the model has a name for: the group, and every name there can be in it.
FAMILIES: dict[str, Iterable[str]] = {
    "kjelde": KJELDER,
    "pott": POTTAR,
    "status_for_tiltak": get_args(Status),
    "eitt_med_status": get_args(Status),
    "fleire_med_status": get_args(Status),
    "utfall": get_args(Utfall),
    "organ_i_kommune": ("formannskap", "kommunestyre"),
    "felt": {name for felt in SHOWN for name in (felt.om.namn, felt.om.eitt) if name},
    "eining": {felt.om.eining for felt in SHOWN if felt.om.eining and Beløp not in felt.kinds},
    "møtedag": ("ingen",),
    "nivå": tuple(Nivå),
    "målform": MÅLFORMER,
    # Without a day, nothing is late.
    "stand": {*Stand} - {Stand.FORFALLEN},
    "seksjon": known_keys(Profil, ("overskrifter",)),
    "spor_ut": MARKED,
    "spor_inn": MARKED,
}


@pytest.mark.parametrize("målform", FILER)
def test_all_words_that_are_there_are_asked_for(målform: Målform) -> None:
    named = {name for text in TEXTS for name in NAMED.findall(text)}
    others = {n for n in shipped_words(målform).ord if n.split(".")[0] not in FAMILIES}
    assert others - named == set()


@pytest.mark.parametrize("målform", FILER)
@pytest.mark.parametrize("group", FAMILIES)
def test_all_the_model_has_names_for_has_words(group: str, målform: Målform) -> None:
    said = {
        n.removeprefix(f"{group}.") for n in shipped_words(målform).ord if n.startswith(f"{group}.")
    }
    assert said == set(FAMILIES[group])


@pytest.mark.parametrize("felt", CHOSEN, ids=lambda felt: felt.mønster)
def test_all_that_can_be_chosen_has_words(felt: Planfelt) -> None:
    [group] = [group for kind, group in CHOICES if kind in felt.kinds]
    assert set(FAMILIES[group]) == set(CHOSEN[felt])


NOTES_AND_HOLES = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|&\w+;", re.DOTALL)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_words_stand_in_a_template(file: Path) -> None:
    assert re.findall(r"\w+", NOTES_AND_HOLES.sub(" ", file.read_text("utf-8"))) == []


DRAWINGS = sorted((shipped_templates() / "diagram").glob("*.typ"))
SAID = re.compile(r'"([^"]*)"|\[([^\]]*)\]')


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.name)
def test_no_words_stand_in_a_drawing(file: Path) -> None:
    """What is given a chart has names in small letters, joined by underscores."""
    code = re.sub(r"//.*|regex\(.*?\)", "", file.read_text("utf-8"))
    said = [text for found in SAID.findall(code) for text in found if re.search(r"[^\W\d_]", text)]
    assert [text for text in said if not re.fullmatch(r"[a-zæøå_]+|\\u\{ad\}", text)] == []


# The two forms


HOLES = re.compile(r"\{[^{}]*\}")


def test_both_forms_have_words_with_the_same_names_in_the_same_order() -> None:
    nynorsk, bokmål = (shipped_words(målform).ord for målform in FILER)
    assert list(nynorsk) == list(bokmål)


@pytest.mark.parametrize("name", shipped_words("nynorsk").ord)
def test_both_forms_fill_in_the_same(name: str) -> None:
    nynorsk, bokmål = (HOLES.findall(shipped_words(målform).ord[name]) for målform in FILER)
    assert sorted(nynorsk) == sorted(bokmål)


@pytest.mark.parametrize("name", shipped_words("nynorsk").ord)
def test_both_forms_begin_and_end_alike(name: str) -> None:
    """With a capital letter or not; with a full stop, a colon, or none."""
    nynorsk, bokmål = (shipped_words(målform).ord[name] for målform in FILER)
    assert nynorsk[0].isupper() == bokmål[0].isupper()
    assert re.findall(r"[.:]$", nynorsk) == re.findall(r"[.:]$", bokmål)


LISTS = ("tid.månader", "tid.korte_månader", "tid.vekedagar", "tid.korte_vekedagar", "tal.ord")


@pytest.mark.parametrize("name", LISTS)
def test_both_forms_have_as_many_words_in_a_list(name: str) -> None:
    nynorsk, bokmål = (shipped_words(målform).ord[name].split() for målform in FILER)
    assert len(nynorsk) == len(bokmål)


NYNORSK = re.compile(
    r"\b(?:frå|ikkje|kva|kven|korleis|kor|eit|ein|éin|éi|dei|desse|noko|nokre|saka|tala?|lista"
    r"|meir|berre|vert|gjer|gjeve|syner|kjelder?|løyv\w*|rekneskap\w*|saman|sjølv|utan|heile"
    r"|førebels\w*|døme|avslutta|endra|starta|\w+ingar|\w+aka|\w+leg|\w+ane|\w+lege|\w+leiing)\b",
    re.IGNORECASE,
)
BOKMÅL = re.compile(
    r"\b(?:fra|ikke|hva|hvem|hvordan|hvor|et|en|én|ett|de|dem|disse|noe|noen|saken|tall\w*|listen"
    r"|mer|bare|gjør|gjelder|kilde\w*|bevilg\w*|regnskap\w*|sammen|selv|uten|hele|foreløpig\w*"
    r"|eksemp\w*|avsluttet|endret|startet|\w+inger|\w+akene|\w+lig|\w+lige|\w+ledelse)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("målform", "other"), [("nynorsk", BOKMÅL), ("bokmål", NYNORSK)], ids=FILER
)
def test_no_words_of_one_form_stand_in_the_other(målform: Målform, other: re.Pattern[str]) -> None:
    """Words that only one of the forms has."""
    words = {name: HOLES.sub(" ", text) for name, text in shipped_words(målform).ord.items()}
    found = {name: other.findall(text) for name, text in words.items() if other.search(text)}
    assert found == {}
