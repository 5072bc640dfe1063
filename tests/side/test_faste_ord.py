"""The fixed words: what is filled in, what is said of a wrong file, and that each is used."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.funn.fault import Fault
from bygdeplan.side.faste_ord import FasteOrd, read_words
from bygdeplan.side.malar import ORD, Malar, shipped_templates
from bygdeplan.side.malsprak import Malgrense
from tests.rendered import plan

WORDS = FasteOrd(ORD, {"side.botn": "Plan for {år}, {dato}", "side.teikn": "a < b & c"})
TEMPLATES = sorted(shipped_templates().rglob("*.j2"))
ASKED_FOR = re.compile(r'\bord\("([^"]+)"')


def test_values_are_filled_in_where_the_words_have_their_names() -> None:
    assert WORDS("side.botn", år=2031, dato="6. januar") == "Plan for 2031, 6. januar"


def test_words_and_values_are_text_and_what_is_html_stays_html() -> None:
    assert WORDS("side.teikn") == "a &lt; b &amp; c"
    link = Markup('<a href="#x">tabell 1</a>')
    assert WORDS("side.botn", år="<1>", dato=link) == f"Plan for &lt;1&gt;, {link}"


def test_a_value_with_braces_is_not_filled_in_again() -> None:
    assert WORDS("side.botn", år="{dato}", dato="x") == "Plan for {dato}, x"


WRONG: dict[str, tuple[str, dict[str, int], str]] = {
    "no such words": ("side.bot", {}, "Meinte du `side.botn`"),
    "a value that is not given": ("side.botn", {"år": 1}, "Der kan det stå `{år}`"),
    "no value at all": ("side.botn", {}, "Der blir ingenting fylt inn"),
}


@pytest.mark.parametrize(("name", "values", "told"), WRONG.values(), ids=WRONG)
def test_what_is_missing_is_told(name: str, values: dict[str, int], told: str) -> None:
    with pytest.raises(Malgrense, match=re.escape(told)):
        WORDS(name, **values)


SHIPPED = "side:\n  botn: Plan\n  topp: Topp\n"


def test_a_file_of_ones_own_needs_only_what_it_changes() -> None:
    words = read_words(ORD, SHIPPED, "side:\n  botn: Min plan\n")
    assert (words("side.botn"), words("side.topp")) == ("Min plan", "Topp")


FILES = {
    "not YAML": ("side: a: b", "ord/nynorsk.yaml let seg ikkje lese: sjå på linje 1."),
    "empty": ("", "ord/nynorsk.yaml skal ha namn med kolon, og orda etter."),
    "a group without names": ("side: Plan", "«side» i ord/nynorsk.yaml skal ha namn med kolon"),
    "a number": ("side:\n  botn: 7", "«side.botn» i ord/nynorsk.yaml skal vere tekst"),
    "a colon": ("side:\n  botn: Plan: 1", "ord/nynorsk.yaml let seg ikkje lese: sjå på linje 2."),
    "an unknown name": ("side:\n  bott: Plan", "«side.bott» i ord/nynorsk.yaml er ikkje noko"),
}


@pytest.mark.parametrize(("text", "told"), FILES.values(), ids=FILES)
def test_a_file_that_is_wrong_is_told(text: str, told: str) -> None:
    with pytest.raises(Fault, match=re.escape(told)):
        read_words(ORD, SHIPPED, text)


def test_the_words_of_a_user_stand_in_the_documents(tmp_path: Path) -> None:
    (tmp_path / "ord").mkdir()
    (tmp_path / ORD).write_text("handlingsplan:\n  innleiing: Om planen\n", "utf-8")
    view = build_handlingsplan(plan("2031"), None)
    page, usual = Malar(tmp_path).render(view), Malar().render(view)
    assert ">Om planen</h2>" in page
    # In the heading and in the contents.
    named = usual.replace("Innleiing<", "Om planen<")
    assert page == named.replace('id="innleiing', 'id="om-planen').replace(
        "#innleiing", "#om-planen"
    )


# The shipped words


def asked_for() -> set[str]:
    return {name for file in TEMPLATES for name in ASKED_FOR.findall(file.read_text("utf-8"))}


def test_all_words_are_asked_for_and_all_that_are_asked_for_are_there() -> None:
    assert set(Malar().faste_ord.ord) == asked_for()


NOTES_AND_HOLES = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|&\w+;", re.DOTALL)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_words_stand_in_a_template(file: Path) -> None:
    assert re.findall(r"\w+", NOTES_AND_HOLES.sub(" ", file.read_text("utf-8"))) == []
