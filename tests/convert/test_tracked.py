"""What is changed, in the files that show it in words as well: md and pdf."""

import pytest

from bygdeplan.convert import convert, to_markdown
from bygdeplan.side.sporing import track_changes
from tests.convert.pages import FIGURE, LOOK, page, pdf_text, row, table

pytestmark = pytest.mark.slow

CHANGED = track_changes(
    page(f"<h2>Mål for bygda</h2><p>Alle bygdene no.</p>{table(row('Hus', '1'))}"),
    page(f"<h2>Tiltak for bygda</h2><p>Alle fylka no.</p>{FIGURE}{table(row('Hus', '2'))}"),
)
LINKED = track_changes(
    page('<p>Sjå <a href="https://a.no/">heimesida</a> til piloten for meir.</p>'),
    page('<p>Sjå <a href="https://b.no/">heimesida</a> til piloten for meir.</p>'),
)
SAID = (
    "[ut: Mål] [inn: Tiltak] for bygda",
    "Alle [ut: bygdene] [inn: fylka] no.",
    "[ut: 1] [inn: 2]",
    "[inn, heile biletet: Figur 1. Hus]",
)


@pytest.mark.parametrize("words", SAID)
def test_md_says_what_is_changed(words: str) -> None:
    assert words in to_markdown(CHANGED).replace("\\", "")


@pytest.mark.parametrize("words", SAID)
def test_pdf_says_what_is_changed(words: str) -> None:
    text = pdf_text(convert(CHANGED, ["pdf"], LOOK)["pdf"])
    assert "".join(words.split()) in "".join(text.split())


def test_pdf_takes_changes_in_links() -> None:
    text = pdf_text(convert(LINKED, ["pdf"], LOOK)["pdf"])
    assert "[ut:heimesida][inn:heimesida]" in "".join(text.split())
