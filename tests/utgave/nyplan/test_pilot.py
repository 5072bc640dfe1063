"""The plan of a new pilot: it loads, explains every key, and asks for everything in it.

In Nynorsk, in Bokmål, and in both: the files of the two forms are each other's twins, and the plan
in both is made of them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bygdeplan.funn.finding import Finding, Severity
from bygdeplan.load.planfil import read_plan
from bygdeplan.model import Plan
from bygdeplan.model.former import i_form, plantekstar
from bygdeplan.model.malform import Målform, Tvitekst
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.tekst import texts
from bygdeplan.utgave.nyplan import FORMER, new_from, new_pilot
from tests.rules.cases import not_bokmål, not_nynorsk
from tests.utgave.nyplan.carried import data_of, plan_of

YEARS = (2027, 2031, 2900)
ASKED = tuple(FORMER)

CODES = {"BP502", "BP511", "BP612"}
"""What a new plan asks for: days, what a kommune fills in, each døme."""

each_form = pytest.mark.parametrize("asked", ASKED)


def text_of(asked: str, year: int = 2031) -> str:
    return new_pilot(year, FORMER[asked])


def pilot(asked: str, year: int = 2031) -> Plan:
    return plan_of(text_of(asked, year))


def found_in(asked: str, year: int = 2031) -> list[Finding]:
    return check_plan(Grunnlag(pilot(asked, year)))


@each_form
@pytest.mark.parametrize("year", YEARS)
def test_it_loads_and_has_remarks_alone(asked: str, year: int) -> None:
    plan = pilot(asked, year)
    assert plan.år == year
    assert plan.avtale.periode.første == year
    found = found_in(asked, year)
    assert {finding.regel.severity for finding in found} == {Severity.MERKNAD}
    assert {finding.regel.code for finding in found} == CODES


@each_form
def test_all_are_asked_the_same(asked: str) -> None:
    nynorsk = [(finding.regel, finding.path) for finding in found_in("nynorsk")]
    assert [(finding.regel, finding.path) for finding in found_in(asked)] == nynorsk


# What is the same for every pilot, or says when something is.
SETTLED = re.compile(
    "vidare_handsaming/(kdd/organ|fylkesting/merknad)"
    "|fristar/årshjul/.*/tittel"
    "|avtale/midlar/[a-z]+/føremål"
    "|kommunar/[a-z]+/profil/.*"
)


@each_form
def test_every_text_is_asked_for(asked: str) -> None:
    plan = pilot(asked)
    unasked = [t.path for t in plantekstar(plan) if not plan.merke.covering(t.path)]
    paths = ["/".join(map(str, path)) for path in unasked]
    assert [path for path in paths if not SETTLED.fullmatch(path)] == []


def fields(model: type[BaseModel]) -> Iterator[str]:
    """Every key a plan file can have."""
    waiting: list[Any] = [model]
    seen: set[Any] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            seen.add(kind)
            yield from kind.model_fields
            waiting += [field.annotation for field in kind.model_fields.values()]
        waiting += get_args(kind)


@each_form
def test_every_key_of_a_plan_is_shown(asked: str) -> None:
    shown = set(re.findall(r"(?<![\w-])([^\W\d]\w*):", text_of(asked)))
    assert set(fields(Plan)) - shown == set()


@each_form
def test_no_year_is_left_to_fill_in(asked: str) -> None:
    assert "<år" not in text_of(asked)
    assert {int(year) for year in re.findall(r"\b\d{4}\b", text_of(asked))} >= {2031, 2034}


@each_form
def test_lines_are_short_enough_to_read(asked: str) -> None:
    assert [line for line in text_of(asked).splitlines() if len(line) > 100] == []


@each_form
def test_the_next_year_can_be_made_from_it(asked: str) -> None:
    after = plan_of(new_from(text_of(asked), pilot(asked), 2032))
    found = check_plan(Grunnlag(after, pilot(asked)))
    assert [finding for finding in found if finding.regel.severity is Severity.FEIL] == []


# --- the language ---


def explanations(asked: str) -> str:
    """What the comments say, without the lines in them that show a text in the other form."""
    other = "bokmål" if FORMER[asked][0] == "nynorsk" else "nynorsk"
    lines = re.findall(r"#(.*)", text_of(asked))
    return "\n".join(line for line in lines if not line.lstrip().startswith(f"{other}: "))


@pytest.mark.parametrize("asked", ["nynorsk", "begge"])
def test_explanations_are_nynorsk(asked: str) -> None:
    assert not_nynorsk(explanations(asked)) == []


# Lines of a plan file in a comment, the remark beside one left out; and the keys they begin with.
_KEYS = re.compile(r"^ +(?:- )?\w+:(?: [\w ]+(?=   ))?|\{[^}]*\}|\b\w+(?==)", re.MULTILINE)


def test_explanations_in_bokmål_are_bokmål() -> None:
    assert not_bokmål(_KEYS.sub("", explanations("bokmål"))) == []


FOREIGN = {"nynorsk": not_nynorsk, "bokmål": not_bokmål}


@each_form
def test_every_text_is_in_its_form(asked: str) -> None:
    foreign = {
        (field.path, word)
        for field in texts(pilot(asked))
        for word in FOREIGN[field.målform](field.text)
    }
    assert foreign == set()


# --- the two files, and the one made of them ---


def comment_places(text: str) -> list[tuple[int, int]]:
    """The line and the column of every comment."""
    places = ((number, line.find("#")) for number, line in enumerate(text.splitlines()))
    return [(number, column) for number, column in places if column >= 0]


def skeleton(value: Any, texts: set[str], path: str = "") -> Iterator[tuple[str, str]]:
    """Every key in order, with what stands there that is no text, nor the form of the plan."""
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    else:
        yield path, "" if path in texts or path == "målform" else value
    for key, part in inner:
        yield from skeleton(part, texts, f"{path}/{key}" if path else str(key))


def test_the_two_files_are_twins() -> None:
    texts = {"/".join(map(str, each.path)) for each in plantekstar(pilot("nynorsk"))}
    nynorsk, bokmål = text_of("nynorsk"), text_of("bokmål")
    assert [*skeleton(data_of(bokmål), texts)] == [*skeleton(data_of(nynorsk), texts)]
    assert comment_places(bokmål) == comment_places(nynorsk)


def remarks_and_gaps(text: str) -> list[str]:
    """The comments, and where lines stand empty, in order."""
    return [line for line in text.splitlines() if not line or line.lstrip().startswith("#")]


def test_the_plan_on_both_has_the_comments_of_its_own_form_once() -> None:
    assert remarks_and_gaps(text_of("begge")) == remarks_and_gaps(text_of("nynorsk"))


def test_the_names_are_the_same_in_both_forms() -> None:
    names = [
        {each.path: each.text for each in plantekstar(pilot(målform)) if not each.has_own_words}
        for målform in ("nynorsk", "bokmål")
    ]
    organ = ("vidare_handsaming", "fylkesutval", "organ")
    assert [each.pop(organ) for each in names] == ["Fylkesutvalet", "Fylkesutvalget"]
    assert names[0] == names[1]


def test_each_kommune_has_one_of_the_forms() -> None:
    plan = pilot("begge")
    assert plan.hovudform == "nynorsk"
    assert [kommune.målform for kommune in plan.kommunar.values()] == ["nynorsk", "bokmål"]


def test_the_plan_on_both_can_be_the_other_forms() -> None:
    text = text_of("begge").replace("\nmålform: nynorsk\n", "\nmålform: bokmål\n")
    plan = plan_of(text)
    assert plan.målformer == ("bokmål", "nynorsk")
    assert {finding.regel.code for finding in check_plan(Grunnlag(plan))} == CODES


@pytest.mark.parametrize("målform", ["nynorsk", "bokmål"])
def test_the_plan_on_both_reads_in_each_form_as_the_plan_on_it(målform: Målform) -> None:
    read = {each.path: each.text for each in plantekstar(i_form(pilot("begge"), målform))}
    alone = {each.path: each.text for each in plantekstar(pilot(målform))}
    assert read.keys() == alone.keys()
    common = [each.path for each in plantekstar(pilot("begge")) if isinstance(each.text, Tvitekst)]
    assert len(common) > 25
    assert [path for path in common if str(read[path]) != alone[path]] == []


def test_what_is_in_one_form_alone_is_a_name_a_number_or_a_kommunes_own() -> None:
    alone = [each for each in plantekstar(pilot("begge")) if not isinstance(each.text, Tvitekst)]
    in_words = [each.path for each in alone if each.has_own_words]
    assert [path for path in in_words if path[:2] != ("kommunar", "fjelldal")] == []


@each_form
def test_the_same_file_is_made_each_time(asked: str) -> None:
    assert text_of(asked) == text_of(asked)
    assert read_plan(text_of(asked).encode(), "2031.yaml").findings == ()
