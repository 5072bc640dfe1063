"""Texts in the two written forms: how they are read, when they are the same, what differs."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from bygdeplan.model.malform import (
    Lesetekst,
    Målform,
    Tvitekst,
    authorised,
    in_each_form,
    read_målform,
    read_tvitekst,
    told_apart,
    written_in,
)
from bygdeplan.ord.framand import without_language


def twin(nynorsk: str, bokmål: str, form: Målform = "nynorsk") -> Tvitekst:
    return Tvitekst({"nynorsk": nynorsk, "bokmål": bokmål}, form)


VEG = twin("Ein veg", "En vei")

FORMS: dict[str, Målform] = {
    "nynorsk": "nynorsk",
    "bokmål": "bokmål",
    "Bokmal": "bokmål",
    " BOKMÅL ": "bokmål",
}


@pytest.mark.parametrize(("said", "form"), FORMS.items())
def test_a_form_is_read(said: str, form: Målform) -> None:
    assert read_målform(said) == form


@pytest.mark.parametrize(
    ("said", "form", "reads"),
    [
        (None, "Ein veg", {"nynorsk": "Ein veg", "bokmål": "En vei"}),
        ("bokmål", "En vei", {"nynorsk": "Ein veg", "bokmål": "En vei"}),
        ("engelsk", "Ein veg", {"nynorsk": "Ein veg", "bokmål": "En vei"}),
        ("nynorsk", "En vei", {"bokmål": "En vei"}),
    ],
)
def test_a_text_reads_in_the_form_of_what_it_lies_in(
    said: object, form: str, reads: dict[object, object]
) -> None:
    with written_in(said):
        assert read_tvitekst(reads) == form


REFUSED: dict[str, tuple[dict[object, object], str]] = {
    "no form": ({"Vedtak": "Ja"}, "verdi"),
    "another key": ({"nynorsk": "Ja", "engelsk": "Yes"}, "målformer"),
    "without the letter å": ({"nynorsk": "Ja", "bokmal": "Ja"}, "målformer"),
    "nothing in either": ({"nynorsk": None, "bokmål": None}, "tom_tekst"),
    "nothing in one": ({"nynorsk": " ", "bokmål": "Ja"}, "tom_tekst"),
    "a list": ({"nynorsk": ["Ja"]}, "verdi"),
}


@pytest.mark.parametrize(("value", "kind"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_in_two_forms_is_refused(value: dict[object, object], kind: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_tvitekst(value)
    assert refused.value.type == kind


SAME: list[tuple[object, object, bool]] = [
    (VEG, twin("Ein veg", "En vei"), True),
    (VEG, twin("Ein veg", "En vegg"), False),
    (VEG, twin("Ein vegg", "En vei"), False),
    (VEG, "Ein veg", True),
    ("Ein veg", VEG, True),
    (VEG, "En vei", False),
    (VEG, None, False),
    (VEG, Tvitekst(VEG.former, "bokmål"), True),
    (VEG, Tvitekst({**VEG.former, "nynorsk": "Ein sti"}, "bokmål"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_when_texts_are_the_same(one: object, other: object, same: bool) -> None:  # noqa: FBT001  # the expected answer
    assert ((one == other), (one != other)) == (same, not same)


@pytest.mark.parametrize("text", [VEG, Lesetekst("En vei", {"bokmål": "En vei"}, "nb-NO")])
def test_a_copy_is_the_text(text: Any) -> None:
    copy = deepcopy(text)
    assert (copy, type(copy), copy.former) == (text, type(text), text.former)


def test_a_text_is_authorised_in_each_form_it_is_written_in() -> None:
    assert [authorised(VEG, form) for form in ("nynorsk", "bokmål")] == ["Ein veg", "En vei"]
    assert authorised("Ein veg", "bokmål") == "Ein veg"
    assert authorised(Lesetekst("Ein veg", VEG.former), "bokmål") == "En vei"


APART: list[tuple[Any, Any, tuple[Any, Any]]] = [
    (VEG, twin("Ein veg", "En sti"), ("En vei", "En sti")),
    (VEG, twin("Ein sti", "En sti"), ("Ein veg", "Ein sti")),
    ("Ein veg", "Ein sti", ("Ein veg", "Ein sti")),
    (None, VEG, (None, "Ein veg")),
    ([VEG], [twin("Ein veg", "En sti")], (["En vei"], ["En sti"])),
    ([VEG], [twin("Ein sti", "En sti")], (["Ein veg"], ["Ein sti"])),
    (VEG, Tvitekst({**VEG.former, "nynorsk": "Ein sti"}, "bokmål"), ("Ein veg", "Ein sti")),
    (1, 2, (1, 2)),
]


@pytest.mark.parametrize(("old", "new", "told"), APART)
def test_two_texts_are_told_apart_where_they_differ(old: Any, new: Any, told: Any) -> None:
    assert told_apart(old, new) == told


def test_two_texts_in_each_form() -> None:
    pairs = in_each_form(VEG, twin("Ein sti", "En sti"))
    assert list(pairs) == [("Ein veg", "Ein sti"), ("En vei", "En sti")]
    assert list(in_each_form("Ein veg", VEG)) == [("Ein veg", "Ein veg")]


def test_what_is_read_in_another_language_says_so_in_a_sentence() -> None:
    said = Lesetekst("En vei", {"bokmål": "En vei"}, "nb-NO")
    assert f"«{said}»" != "«En vei»"
    assert without_language(f"«{said}»") == "«En vei»"
    assert said == "En vei"
    assert f"{Lesetekst('En vei', VEG.former)}" == "En vei"
