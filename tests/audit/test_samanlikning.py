"""A file held against the document made anew: which words differ, under which heading."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.audit.samanlikning import (
    find_edits,
    is_same,
    of_another_plan,
    unknown_document,
)
from bygdeplan.les.innhald import (
    Avsnitt,
    Eigenskapar,
    Framandt,
    Hinder,
    Hindra,
    Innhald,
    Listemerke,
    Stad,
)

PLAN = "plans/2031.yaml"
MADE = (
    "Stien blir bygd i 2031, og han skal vere ferdig før hausten.",
    "Kostnad",
    "–",
    "Det er sett av pengar.",
)


def file(*texts: str, **properties: str) -> Innhald:
    """A file with paragraphs under one heading."""
    avsnitt = tuple(
        Avsnitt(Stad("word/document.xml", "avsnitt", nr, "Pengar", text), text)
        for nr, text in enumerate(texts, 1)
    )
    said = Eigenskapar(
        "docProps/core.xml",
        tittel=properties.pop("tittel", "Handlingsplan 2031"),
        dato=properties.pop("dato", "2031-01-06T00:00:00Z"),
        opphav=properties,
    )
    return Innhald("docx", avsnitt, (), (), (), (), (), (), said)


def told(made: tuple[str, ...], stands: tuple[str, ...]) -> list[str]:
    """What is said of a file, less the heading it begins with."""
    return [
        finding.message.removeprefix("Under «Pengar»: ")
        for finding in find_edits(file(*stands), file(*made), PLAN)
    ]


def edited(nr: int, *texts: str) -> tuple[str, ...]:
    """What was made, with other paragraphs in the place of one."""
    return (*MADE[:nr], *texts, *MADE[nr + 1 :])


EDITS = {
    "nothing": (MADE, []),
    "one word": (
        edited(0, MADE[0].replace("2031", "2032")),
        ["Det stod «… blir bygd i 2031, og han skal …»; no står det «… blir bygd i 2032, og han"],
    ),
    "the first word": (
        edited(3, "Her er sett av pengar."),
        ["Det stod «Det er sett av …»; no står det «Her er sett av …»."],
    ),
    "a whole cell": (edited(2, "2\u00a0000"), ["Det stod «–»; no står det «2 000»."]),
    "a word more": (
        edited(3, "Det er sett av nok pengar."),
        ["Det stod «… er sett av pengar.»; no står det «… er sett av nok pengar.»."],
    ),
    "a word said twice": (
        edited(1, "Kostnad Kostnad"),
        ["Det stod «Kostnad»; no står det «Kostnad Kostnad»."],
    ),
    "a paragraph more": (edited(1, "Kostnad", "Heilt nytt."), ["«Heilt nytt.» er komen til."]),
    "a paragraph less": (edited(3), ["«Det er sett av pengar.» er teke bort."]),
    "two edits": (
        ("Ny start.", *MADE[1:3]),
        ["Det stod «Stien blir bygd", "«Det er sett av pengar.» er teke bort."],
    ),
    "empty": ((), ["«Stien blir bygd i 2031, og han skal …» og 3 avsnitt til er tekne bort."]),
}


@pytest.mark.parametrize(("stands", "messages"), EDITS.values(), ids=EDITS)
def test_edit_is_told(stands: tuple[str, ...], messages: list[str]) -> None:
    said = told(MADE, stands)
    assert len(said) == len(messages)
    for message, expected in zip(said, messages, strict=True):
        assert message.startswith(expected)


def test_place_is_the_paragraph_and_the_heading_above_it() -> None:
    (finding,) = find_edits(file(*edited(1, "Pris")), file(*MADE), PLAN)
    assert finding.path == ("word/document.xml", "avsnitt", 2)
    assert finding.message.startswith("Under «Pengar»: ")
    assert PLAN in finding.help


def test_long_edit_is_cut() -> None:
    (message,) = told(("Kort.",), ("ord " * 500,))
    assert len(message.split()) < 60
    assert message.endswith(" …».")


def test_other_white_space_and_other_ways_to_write_a_letter_are_the_same_text() -> None:
    made = ("Det er sett av pengar.", "Små krönar på rad")
    stands = ("Det\u00a0er\nsett \tav pengar. ", " ", "Sma\u030a kro\u0308nar på rad")
    assert told(made, stands) == []


@given(texts=st.lists(st.sampled_from(["–", "2 000", "Sum", "Ein setning."]), max_size=8))
def test_a_file_is_like_itself_and_like_nothing_with_more_in_it(texts: list[str]) -> None:
    made = tuple(texts)
    assert told(made, made) == []
    assert told(made, (*made, "Noko heilt anna.")) == ["«Noko heilt anna.» er komen til."]


# --- the same only on evidence ---


def paragraphs() -> st.SearchStrategy[list[Avsnitt]]:
    """Paragraphs that differ in all that is compared, with the marks their lists would have."""
    one = st.builds(
        Avsnitt,
        stad=st.just(Stad("word/document.xml", "avsnitt", 1)),
        tekst=st.sampled_from(["Pengane blir løyvde.", "Pengane blir ikkje løyvde.", "Sum"]),
        nivå=st.integers(0, 2),
        merke=st.sampled_from([None, Listemerke("•"), Listemerke("1.", 1), Listemerke("1.", 4)]),
        hindra=st.sampled_from([(), (Hindra(Hinder.STROKE, "Pengane"),)]),
        lenkjer=st.sampled_from([(), ("https://example.org",)]),
        framandt=st.sampled_from([(), (Framandt("en-GB", "Sum"),)]),
    )
    return st.lists(one, max_size=4).map(
        lambda made: [
            replace(each, stad=replace(each.stad, nr=nr)) for nr, each in enumerate(made, 1)
        ]
    )


@given(made=paragraphs(), stands=paragraphs())
def test_what_is_not_told_is_the_same(made: list[Avsnitt], stands: list[Avsnitt]) -> None:
    anew, saved = (replace(file(), blokker=tuple(each)) for each in (made, stands))
    edits = [*find_edits(saved, anew, PLAN)]
    assert not edits or not is_same(saved, anew)
    if not edits:
        # What the rules for any file tell, and how far a list has come, no edit tells.
        assert [unmarked(each) for each in made] == [unmarked(each) for each in stands]


def unmarked(avsnitt: Avsnitt) -> Avsnitt:
    merke = avsnitt.merke and replace(avsnitt.merke, nummer=None)
    return replace(avsnitt, framandt=(), merke=merke)


# --- another plan ---


def test_another_day_is_another_plan() -> None:
    stands, made = file(*MADE, dato="2030-01-07"), file(*MADE)
    (finding,) = of_another_plan(stands, made, PLAN)
    assert finding.message == (
        f"Dokumentet er frå ein plan med datoen 2030-01-07; {PLAN} har 2031-01-06."
    )


def test_time_of_day_tells_nothing() -> None:
    stands = file(*MADE, dato="2031-01-06T10:11:12")
    assert list(of_another_plan(stands, file(*MADE), PLAN)) == []


def test_what_the_properties_say_of_the_plan_is_compared() -> None:
    stands, made = file(*MADE, revisjon="1"), file(*MADE, revisjon="2")
    (finding,) = of_another_plan(stands, made, PLAN)
    assert finding.message == f"«revisjon» er 1 i dokumentet og 2 i {PLAN}."


def test_a_digest_is_told_without_its_figures() -> None:
    made, stands = (file(*MADE, Kontrollsum=f"sha256:{n}") for n in "12")
    (finding,) = of_another_plan(stands, made, PLAN)
    assert finding.message == (
        f"Det dokumentet skal vise, er endra i {PLAN} etter at det blei laga."
    )


def test_properties_that_a_program_left_out_tell_nothing() -> None:
    assert list(of_another_plan(file(*MADE, dato=""), file(*MADE, revisjon="2"), PLAN)) == []


@pytest.mark.parametrize(
    ("title", "said"),
    [("Notat", "har tittelen «Notat», og"), ("", "har ingen tittel, og")],
)
def test_document_that_the_plan_does_not_give(title: str, said: str) -> None:
    notat = file(*MADE)
    notat = replace(notat, eigenskapar=replace(notat.eigenskapar, tittel=title))
    assert said in unknown_document(notat, PLAN).message


def test_what_is_in_another_language_is_the_same_in_another_paragraph() -> None:
    """A rule for any file tells of an empty paragraph, and no word is changed."""
    made, stands = file(*MADE), file(*edited(1, "", MADE[1]))
    said = (Framandt("nb-NO", MADE[0]),)
    made, stands = (
        replace(each, blokker=(replace(each.avsnitt[0], framandt=said), *each.avsnitt[1:]))
        for each in (made, stands)
    )
    assert is_same(stands, made)
