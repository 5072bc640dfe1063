"""What a plan author writes stands in the finished documents sign for sign, whatever the field.

Every field of two plans is planted with text that some format, or the way to it, would take for
something else, and with a mark of its own. The documents are made, and read back.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bygdeplan.convert import FORMATS, Format
from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.convert.pages import fold, unspaced
from tests.plans import read_raw
from tests.reading import Lest, read_back
from tests.text_fields import full_plan, plant, text_fields

pytestmark = pytest.mark.slow

# What is written → what is left of it in a paragraph of prose; a field of one line keeps it all.
HARD = {
    "<b>": "<b>",
    "&amp;": "&amp;",
    "{{ 7*7 }}": "{{ 7*7 }}",
    "{% raw %}": "{% raw %}",
    "{# x #}": "{# x #}",
    "{avsendar}": "{avsendar}",
    "#set": "#set",
    "$x$": "$x$",
    "@kommune": "@kommune",
    "*a*": "a",
    "[x](y)": "[x](y)",
    "[x](javascript:alert(1))": "[x](javascript:alert(1))",
    "<a href='javascript:x'>x</a>": "<a href='javascript:x'>x</a>",
    "[nett](https://a.example/b_c)": "nett",
    "1. januar 2026": "1. januar 2026",
    "a|b": "a|b",
    "\\": "\\",
    "- 2 000": "2 000",
    "= x": "= x",
    "...": "...",
    "e\u0301 a\u030a": "é å",
}
# The pdf's faces have none of it.
EMOJI = {"😀 🏔": "😀 🏔"}
MARK = re.compile(r"nr\d{4}")
THE_ONLY_LINK = {"https://a.example/b_c"}
# Narrow cells, filled here with far more than a number, that go over the foot of a page.
BROKEN_BY_A_PAGE = {
    f"{body}/vedtak/saksnummer"
    for body in ("kommunar/*", "vidare_handsaming/fylkesutval", "vidare_handsaming/kdd")
}
WITHOUT_PROSE = {"vedtaksoversikt-2031"}


@dataclass
class Planting:
    """Text for every place of a plan, each with a mark that is found nowhere else."""

    signs: dict[str, str]
    kinds: dict[str, str] = field(default_factory=dict)
    """Mark → kind of field."""
    readings: dict[str, Sequence[str]] = field(default_factory=dict)
    """Mark → each text that is to be read together with it."""

    def text_for(self, kind: str) -> str:
        mark = f"nr{len(self.kinds):04}"
        self.kinds[mark] = kind
        if text_fields()[kind] == "prosa":
            read = {*self.signs.values()}
            # Word by word, what has changed stands as the author wrote it.
            read |= {raw for raw in self.signs if not any(ends_alike(raw, one) for one in read)}
            self.readings[mark] = [fold(f"{one} {mark}") for one in sorted(read)]
            return "\n\n".join(f"{written} {mark}" for written in self.signs)
        written = [*self.signs]
        # Whatever stands first in a line is most in danger.
        first = len(self.kinds) % len(written)
        text = " ".join([*written[first:], *written[:first], mark])
        self.readings[mark] = [fold(text)]
        return text


def ends_alike(one: str, other: str) -> bool:
    return fold(one).endswith(fold(other)) or fold(other).endswith(fold(one))


@cache
def planted(*, emoji: bool) -> tuple[Planting, list[Oppdrag]]:
    """The documents of two plans that are planted all through, and with what."""
    planting = Planting(HARD | EMOJI if emoji else HARD)
    fjor, this = (read_raw(plant(full_plan(y), planting.text_for)) for y in ("2030", "2031"))
    return planting, document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar))


@cache
def planted_and_read(format_: Format) -> tuple[Planting, dict[str, tuple[Lest, Lest]]]:
    """What was planted, and what each document says in a format and on its page."""
    emoji = format_ != "pdf"
    planting, _ = planted(emoji=emoji)
    return planting, read_files(made(emoji=emoji), format_)


@cache
def made(*, emoji: bool) -> dict[Path, bytes]:
    """Every file of the planted documents; those with emoji in all formats but pdf."""
    _, documents = planted(emoji=emoji)
    formats: list[Format] = ["docx", "odt", "html", "md"] if emoji else ["html", "pdf"]
    return produce(documents, Malar(), formats, Path())


def read_files(files: Mapping[Path, bytes], format_: Format) -> dict[str, tuple[Lest, Lest]]:
    return {
        page.stem: (
            read_back(files[page.with_suffix(f".{format_}")], format_),
            read_back(files[page], "html"),
        )
        for page in files
        if page.suffix == ".html"
    }


def test_a_full_plan_has_text_in_every_field_there_is() -> None:
    planting, _ = planted(emoji=True)
    assert set(planting.kinds.values()) == set(text_fields())


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_written_is_what_is_read(format_: Format) -> None:
    planting, documents = planted_and_read(format_)
    as_read = unspaced if format_ == "pdf" else fold
    shown = set()
    for name, (file, _) in documents.items():
        for mark, readings in planting.readings.items():
            whole = sum(file.text.count(as_read(reading)) for reading in readings)
            # In a pdf a row can go on on the next page, and its cells are then read in parts.
            assert format_ == "pdf" or file.text.count(mark) == whole, (name, readings)
            shown |= {planting.kinds[mark]} if whole else set()
    broken = BROKEN_BY_A_PAGE if format_ == "pdf" else set()
    assert set(text_fields()) - shown <= broken


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_says_all_that_its_page_says(format_: Format) -> None:
    _, documents = planted_and_read(format_)
    for name, (file, page) in documents.items():
        if format_ == "pdf":
            # Its text holds marks of lists, numbers of pages, and headings of tables anew.
            assert Counter(MARK.findall(page.text)) <= Counter(MARK.findall(file.text)), name
        else:
            assert text_alone(file, page) == text_alone(page, page), name
        # Markdown has neither: what is read aloud stands in the text.
        if format_ != "md":
            assert sorted(file.pictures) == sorted(page.pictures), name
            assert page.named <= file.named, name


@pytest.mark.parametrize("format_", FORMATS)
def test_links_lead_to_pages_and_mailboxes_alone(format_: Format) -> None:
    _, documents = planted_and_read(format_)
    of_prose = {name: file.links for name, (file, _) in documents.items() if file.links}
    assert of_prose == dict.fromkeys(documents.keys() - WITHOUT_PROSE, THE_ONLY_LINK)


def text_alone(file: Lest, page: Lest) -> str:
    """The text without what is read aloud for its pictures, its white space left out."""
    text = unspaced(file.text)
    for picture in map(unspaced, page.pictures):
        text = text.replace(picture, "")
    return text


# What XML can write: no half of a pair, no control characters; and what is seen when it is there.
TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))
    | st.sampled_from(" *_[]()<>&{}#$@|\\-=.1"),
    min_size=1,
    max_size=12,
).filter(str.strip)


# Finding the smallest example would make the documents some hundred times.
@settings(max_examples=4, phases=[Phase.explicit, Phase.generate])
@given(texts=st.lists(TEXTS, min_size=40, max_size=40))
def test_any_text_in_any_field_reaches_the_files(texts: list[str]) -> None:
    literal: list[str] = []

    def text_for(kind: str) -> str:
        text = f"{texts[len(literal) % len(texts)].strip()} nr{len(literal):04}"
        literal.append(text if text_fields()[kind] == "tekst" else "")
        return text

    this = read_raw(plant(full_plan("2031"), text_for))
    documents = document_set(this, None, ["saksframlegg"], ["ytre-glimsund"])
    files = produce(documents, Malar(), ["html", "docx"], Path())
    for file, page in read_files(files, "docx").values():
        assert text_alone(file, page) == text_alone(page, page)
        shown = [text for text in literal if text and text[-6:] in page.text]
        assert len(shown) > 40
        assert [text for text in shown if fold(text) not in page.text] == []
