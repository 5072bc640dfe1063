"""Every word a document shows comes from the table of its form, or from the plan.

The words of the table and the texts of the plans are put in letters of another alphabet, and every
document is made of them: what is still in Latin letters comes from somewhere else.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from lxml import html
from markupsafe import Markup

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.documents.handlingsplan import Endringsslag
from bygdeplan.documents.saksframlegg import FORMER
from bygdeplan.model.merke import MERKESLAG, Merke, Merkeslag
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Status, Utfall
from bygdeplan.ord.frase import FILER, MÅLFORMER, Målform, shipped_words
from bygdeplan.side.malar import Malar
from bygdeplan.side.sporing import track_changes
from bygdeplan.utsjanad.diagram import Diagram
from bygdeplan.utsjanad.diagram.oppsett import oppsett
from bygdeplan.vedtak.saksgang import Stand
from tests.plans import ROOT, Raw, raw_plan, read_raw
from tests.rendered import read, text_of
from tests.text_fields import full_plan, plant

LATIN = "abcdefghijklmnopqrstuvwxyzæøåàéêèòóôüöä"
OTHER = "".join(chr(ord("а") + place) for place in range(len(LATIN)))  # noqa: RUF001  # Cyrillic
ALPHABET = str.maketrans(LATIN + LATIN.upper(), OTHER + OTHER.upper())
FILLED_IN = re.compile(r"(\{[^{}]*\})")
NOT_IN_A_TABLE = {
    **dict.fromkeys(["kr", "mill"], "units, alike in both forms"),
    "og": "alike in both forms",
    **dict.fromkeys(["feb", "febr"], "a kommune's own choice, in its profile"),
}
"""The words that may stand in a document without a table, and why."""
LATIN_WORD = re.compile(r"[A-Za-zÆØÅæøåÀ-ÿ]+")
# What the page says of itself and no reader sees.
SHOWN_OF_THE_HEAD = {"author", "topptekst", "avsendar", "botntekst"}
"""The names in the head of a page whose content stands in what is made of it."""


def in_other_letters(words: str) -> str:
    """The words in letters of another alphabet; what is filled in keeps its name."""
    parts = FILLED_IN.split(words)
    return "".join(
        part if place % 2 else part.translate(ALPHABET) for place, part in enumerate(parts)
    )


def put_in_other_letters(målform: Målform) -> str:
    """The file of the words of a form, in other letters."""
    groups: dict[str, dict[str, str]] = {}
    for name, words in shipped_words(målform).ord.items():
        group, _, own = name.partition(".")
        groups.setdefault(group, {})[own] = in_other_letters(words)
    return yaml.safe_dump(groups, allow_unicode=True)


@pytest.fixture(scope="module")
def malar(tmp_path_factory: pytest.TempPathFactory) -> Malar:
    """Templates whose words are in other letters, and whose charts show what is drawn in words."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "ord").mkdir()
    for målform in MÅLFORMER:
        (folder / FILER[målform]).write_text(put_in_other_letters(målform), "utf-8")
    made = Malar(folder)
    made._environment.filters["teikning"] = drawn_words  # noqa: SLF001  # a drawing has outlines
    return made


def drawn_words(diagram: Diagram) -> Markup:
    _, given = oppsett(diagram)
    shown = {name: part for name, part in given.items() if name != "språk"}
    return Markup("<p>{}</p>").format(" ".join([diagram.alt, *strings(shown)]))


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from strings(part)
        case list():
            for part in value:
                yield from strings(part)


PLANS: dict[str, tuple[Raw | None, Raw]] = {
    "all there can be": (full_plan("2030"), full_plan("2031")),
    "the first year": (None, full_plan("2030")),
    "the plans people use": (raw_plan("2025"), raw_plan("2026")),
    "a plan as before": (raw_plan("2031"), {**raw_plan("2031"), "revisjon": "7"}),
}
"""The plan of the year before, and the plan."""


@cache
def planted(name: str) -> tuple[Plan | None, Plan]:
    """Two plans whose every text is in other letters."""
    fjor, this = PLANS[name]
    text = in_other_letters("Ord")
    before = read_raw(plant(fjor, lambda _: text)) if fjor else None
    return before, read_raw(plant(this, lambda _: text))


def marked(plan: Plan, mark: Merkeslag | None) -> Plan:
    """The plan with a mark on everything, or on nothing."""
    copy = plan.model_copy()
    paths = frozenset((name,) for name in type(plan).model_fields)
    copy.model_post_init(Merke(**{mark: paths}) if mark else Merke())
    return copy


def documents(fjor: Plan | None, this: Plan) -> list[Oppdrag]:
    whole = document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar), FORMER)
    return whole + (document_set(fjor, None, ["vedtaksoversikt"], []) if fjor else [])


def shown_by(page: html.HtmlElement) -> Iterator[str]:
    """The texts that a page shows, reads aloud, or hands on to what is made of it."""
    yield from (meta.get("content", "") for meta in page.iter("meta") if is_shown(meta))
    for element in page.iter():
        yield from (element.get(name, "") for name in ("alt", "aria-label", "title"))
    for style in page.iter("style"):
        style.text = ""
    yield text_of(page)


def is_shown(meta: html.HtmlElement) -> bool:
    return meta.get("name") in SHOWN_OF_THE_HEAD


def latin_words(page: str) -> list[str]:
    found = {word for text in shown_by(read(page)) for word in LATIN_WORD.findall(text)}
    return sorted(found - NOT_IN_A_TABLE.keys())


@pytest.mark.slow
@pytest.mark.parametrize("målform", MÅLFORMER)
@pytest.mark.parametrize("mark", [None, *MERKESLAG])
@pytest.mark.parametrize("name", PLANS)
def test_no_word_of_a_document_comes_from_elsewhere(
    name: str, mark: Merkeslag | None, målform: Målform, malar: Malar
) -> None:
    fjor, this = planted(name)
    left = {}
    with malar.words(målform).in_use():
        for document in documents(marked(fjor, mark) if fjor else None, marked(this, mark)):
            left[document.filnamn] = latin_words(malar.render(document.build()))
    assert {name: words for name, words in left.items() if words} == {}


@pytest.mark.slow
@pytest.mark.parametrize("målform", MÅLFORMER)
@pytest.mark.parametrize("name", ["handlingsplan", "saksframlegg"])
def test_no_word_around_what_is_changed_comes_from_elsewhere(
    name: str, målform: Målform, malar: Malar
) -> None:
    fjor, this = planted("all there can be")
    assert fjor is not None
    with malar.words(målform).in_use():
        before, after = (
            next(d for d in documents(None, plan) if d.filnamn.startswith(name)).build()
            for plan in (fjor, this)
        )
        page = track_changes(malar.render(before), malar.render(after))
    assert "<ins" in page
    assert "<del" in page
    assert latin_words(page) == []


# The code, for what no plan above comes to


DOCUMENTS = ROOT / "src/bygdeplan/documents"
DRAWN = ROOT / "src/bygdeplan/utsjanad/diagram/oppsett.py"
# What is read in what authors write, and not shown.
MODULES = sorted({*DOCUMENTS.rglob("*.py"), DRAWN} - {DOCUMENTS / "prose.py"})
MARKUP_AND_UNITS = re.compile(r"<[^>]*>|\bkr\b")
WORDS = re.compile(r"[a-zæøå]{2,}[ \u00a0]|[ \u00a0][a-zæøå]{2,}|^[A-ZÆØÅ][a-zæøå]+\b")
NAMES = {
    *(name for names in (Status, Utfall, Endringsslag) for name in get_args(names)),
    *map(str, Stand),
}
"""What the model and the documents call things among themselves."""


def words_in(file: Path) -> list[str]:
    """What could be words of a document among the strings of a module."""
    tree = ast.parse(file.read_text("utf-8"))
    unseen = {id(part) for node in ast.walk(tree) for part in not_shown(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in unseen
        and node.value not in NAMES
        and WORDS.search(MARKUP_AND_UNITS.sub("", node.value))
    ]


def not_shown(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, types, and what an error says."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.Raise():
            yield from ast.walk(node)
        case ast.Call(func=ast.Name("cast"), args=[kind, _]):
            yield kind
        case ast.AnnAssign(annotation=kind) | ast.arg(annotation=ast.AST() as kind):
            yield from ast.walk(kind)
        case ast.FunctionDef(returns=ast.AST() as kind):
            yield from ast.walk(kind)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_no_words_stand_in_the_code(file: Path) -> None:
    assert words_in(file) == []


@pytest.mark.parametrize(
    "said", ["Sum", "i alt", "ingen tiltak", " av dei", "av\u00a0{}", "<b>Sum</b>", "Ja"]
)
def test_words_in_the_code_are_found(said: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f'"""A module."""\nx = {said!r}\n', "utf-8")
    assert words_in(module) == [said]
