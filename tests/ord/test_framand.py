"""Words in another language, from the plan to the page."""

import pytest

from bygdeplan.ord.framand import (
    in_language,
    prose_in_language,
    with_languages,
    without_language,
)

WORDS = in_language("En vei", "nb-NO")
HEAD = '<html><head><meta name="x"><style></style></head>'


def shown(body: str) -> str:
    return with_languages(f"{HEAD}{body}").partition("</head>")[2]


PAGES = {
    "in a sentence": (f"<p>Til {WORDS}.</p>", '<p>Til <span lang="nb-NO">En vei</span>.</p>'),
    "in an attribute": (f'<img alt="{WORDS}">', '<img alt="En vei">'),
    "in a drawing": (f"<svg><text>{WORDS}</text></svg>", "<svg><text>En vei</text></svg>"),
    "in the title": (f"<title>{WORDS}</title>", "<title>En vei</title>"),
    "Sámi": (in_language("Unjárga", "se"), '<span lang="se">Unjárga</span>'),
}


@pytest.mark.parametrize(("body", "becomes"), PAGES.values(), ids=PAGES)
def test_a_page_says_it_where_it_can(body: str, becomes: str) -> None:
    assert shown(body) == becomes


def test_the_head_tells_which_languages_there_are() -> None:
    page = with_languages(f"{HEAD}{WORDS}{in_language('Unjárga', 'se')}")
    assert '<meta name="andre-språk" content="nb-NO se">\n<style>' in page


def test_a_page_in_one_language_is_left_as_it_is() -> None:
    assert with_languages(f"{HEAD}<p>Ein veg</p>") == f"{HEAD}<p>Ein veg</p>"


PROSE = {
    "a paragraph": ("<p>a <em>b</em></p>\n", "<p>«a <em>b</em>»</p>\n"),
    "two": ("<p>a</p>\n<p>b</p>\n", "<p>«a»</p>\n<p>«b»</p>\n"),
    "a list": (
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n",
        "<ul>\n<li>«a»</li>\n<li>«b»</li>\n</ul>\n",
    ),
    "a list in it": (
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n",
        "<ul>\n<li>«a»\n<ul>\n<li>«b»</li>\n</ul>\n</li>\n</ul>\n",
    ),
    "paragraphs in it": (
        "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n",
        "<ol>\n<li>\n<p>«a»</p>\n<p>«b»</p>\n</li>\n</ol>\n",
    ),
    "bold first": ("<p><strong>a</strong> b</p>\n", "<p>«<strong>a</strong> b»</p>\n"),
}


@pytest.mark.parametrize(("html", "marked"), PROSE.values(), ids=PROSE)
def test_each_paragraph_and_point_is_in_the_language(html: str, marked: str) -> None:
    begins, ends = in_language("|", "se").split("|")
    assert prose_in_language(html, "se") == marked.replace("«", begins).replace("»", ends)


def test_the_words_alone() -> None:
    assert without_language(f"Til {WORDS}.") == "Til En vei."
