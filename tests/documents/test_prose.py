"""The small dialect of prose fields: what is markup, and all that is not."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.documents.prose import WORDS_ALONE, commonmark, render_inline, render_prose

NBSP = "\u00a0"


def html(text: str) -> str:
    """The HTML of a text, its line breaks between blocks left out."""
    return re.sub(r"(?<=>)\n|\n(?=<)", "", str(render_prose(text)))


def text_of(rendered: str) -> str:
    """The text a reader sees, with white space folded."""
    return " ".join(unescape(re.sub(r"<[^<>]+>", " ", rendered)).split())


MARKUP = {
    "Eit avsnitt\nover to linjer.": "<p>Eit avsnitt\nover to linjer.</p>",
    "Eitt.\n\nTo.": "<p>Eitt.</p><p>To.</p>",
    "- bustad\n- arbeid": "<ul><li>bustad</li><li>arbeid</li></ul>",
    "* bustad\n* arbeid": "<ul><li>bustad</li><li>arbeid</li></ul>",
    "1. bustad\n2. arbeid": "<ol><li>bustad</li><li>arbeid</li></ol>",
    "1) bustad\n2) arbeid": "<ol><li>bustad</li><li>arbeid</li></ol>",
    "4. bustad\n5. arbeid": '<ol start="4"><li>bustad</li><li>arbeid</li></ol>',
    "Tiltaka er\n- bustad": "<p>Tiltaka er</p><ul><li>bustad</li></ul>",
    "Tiltaka er\n1. bustad": "<p>Tiltaka er</p><ol><li>bustad</li></ol>",
    "1. bustad\n   - hus\n   - hyblar": (
        "<ol><li>bustad<ul><li>hus</li><li>hyblar</li></ul></li></ol>"
    ),
    "Det er *viktig* og **avgjerande**.": (
        "<p>Det er <em>viktig</em> og <strong>avgjerande</strong>.</p>"
    ),
    "Sjå [nettsida](https://a.example/?b=1&c=2).": (
        '<p>Sjå <a href="https://a.example/?b=1&amp;c=2">nettsida</a>.</p>'
    ),
    "Skriv til [posten](mailto:post@a.example).": (
        '<p>Skriv til <a href="mailto:post@a.example">posten</a>.</p>'
    ),
    "<https://a.example>": '<p><a href="https://a.example">https://a.example</a></p>',
    "Fyrste linje  \nandre linje": "<p>Fyrste linje<br />andre linje</p>",
}


@pytest.mark.parametrize(("text", "expected"), MARKUP.items(), ids=repr)
def test_markup(text: str, expected: str) -> None:
    assert html(text) == expected


# Each of these is a paragraph of its own text.
TEXT = [
    # A day at the start of a line is no point of a list …
    "2. juni 2025 skreiv partane under.",
    "1. januar",
    "10. Mars 2026",
    "31. des. kl. 12",
    "1. sept. 2026",
    "1.  juni",
    f"2.{NBSP}juni 2025",
    "1. januar–31. mars",
    "1. og 2. juni er det samling.",
    "1. halvår 2026",
    "2. juni 2025 møttest dei.\n3. juni 2025 reiste dei.",
    "Planen blei vedteken\n1. januar 2026.",
    "Det skjedde\n2. juni 2025.",
    # … nor is a year, a larger number, a sum or a lone sign.
    "2026. Då byrjar det.",
    "100. Så mange er dei.",
    "+ 5 %",
    "Auken er\n+ 5 %",
    "-5 %",
    "+",
    "-",
    "*",
    "1.",
    "12)",
    # Headings, rules, code, quotes, images, tables and raw HTML stay text.
    "# Overskrift",
    "## Overskrift ##",
    "#set er ein merkelapp",
    "Sum\n---",
    "Sum\n===",
    "---",
    "***",
    "* * *",
    "- - -",
    "___",
    "`kode`",
    "```\nkode\n```",
    "~~~\nkode\n~~~",
    "> sitat",
    "![bilete](https://a.example/b.png)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "~~strok~~",
    "<b>feit</b>",
    "<script>alert(1)</script>",
    "<!-- merknad -->",
    "<div>\n</div>",
    "<?php ?>",
    "&amp; &lt; &#35; &nbsp;",
    "{{ 7*7 }} {% raw %}",
    "$x$ @kommune H~2~O 2^10^ [^1]",
    # Only links that lead to a page or a mailbox are links.
    "[lenkje](javascript:alert(1))",
    "[lenkje](data:text/html,x)",
    "[lenkje](file:///etc/passwd)",
    "[lenkje](//a.example)",
    "[lenkje](side.html)",
    "[lenkje](vbscript:x)",
    "[lenkje]: https://a.example",
    "<javascript:alert(1)>",
    "https://a.example",
    # Signs inside words and between figures.
    "snake_case_namn",
    "2 * 3 * 4",
    "[kommunen fyller inn]",
    r"C:\mappe\plan",
    "«Sitat» – ‘indre’ …",
]


@pytest.mark.parametrize("text", TEXT, ids=repr)
def test_what_is_not_markup_stays_text(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html(text) == f"<p>{escaped}</p>"


@pytest.mark.parametrize("text", TEXT, ids=repr)
def test_it_stays_text_in_a_point_of_a_list(text: str) -> None:
    rendered = html("1. " + text.replace("\n", "\n   "))
    assert rendered.startswith("<ol><li>")
    assert rendered.count("<li>") == 1
    assert text_of(rendered) == " ".join(text.split())


def test_a_code_block_by_indentation_is_a_paragraph() -> None:
    assert html("    Rykt inn.") == "<p>Rykt inn.</p>"
    assert html("Eitt.\n\n    2. juni 2025.") == "<p>Eitt.</p><p>2. juni 2025.</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [(r"5 \* 3", "<p>5 * 3</p>"), (r"\- ikkje ei liste", "<p>- ikkje ei liste</p>")],
)
def test_a_backslash_takes_the_meaning_from_a_sign(text: str, expected: str) -> None:
    assert html(text) == expected


def test_what_the_plan_does_not_say_has_no_html() -> None:
    assert render_prose(None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Midlar til *konkrete*\ntiltak.\n", "Midlar til <em>konkrete</em> tiltak."),
        ("- ikkje ei liste", "- ikkje ei liste"),
        ("2. juni 2025", "2. juni 2025"),
        ("<b> & ![x](https://a.example)", "&lt;b&gt; &amp; ![x](https://a.example)"),
    ],
)
def test_prose_on_one_line(text: str, expected: str) -> None:
    assert render_inline(text) == expected


# With a word after it, a lone sign begins a point of a list.
NASTY = [
    line
    for text in TEXT
    for line in text.splitlines()
    if line not in ("-", "*", "1.", "12)", "* * *", "- - -")
]
words = st.text("abcdeæøåABÆØÅ0123456789,;:?«»–…%§/=", min_size=1, max_size=8)
lines = st.lists(words | words | st.sampled_from(NASTY), min_size=1, max_size=6).map(" ".join)
paragraphs = st.lists(lines, min_size=1, max_size=6).map("\n".join)


@given(text=st.lists(paragraphs, min_size=1, max_size=3).map("\n\n".join))
def test_no_word_and_no_sign_is_lost(text: str) -> None:
    rendered = html(text)
    assert text_of(rendered) == " ".join(text.split())
    assert re.findall(r"<(\w+)", rendered) == ["p"] * len(text.split("\n\n"))


@given(points=st.lists(lines, min_size=1, max_size=5))
def test_every_point_of_a_list_keeps_its_text(points: list[str]) -> None:
    rendered = html("\n".join(f"1. {point}" for point in points))
    assert text_of(rendered) == " ".join(" ".join(points).split())
    assert re.findall(r"<(\w+)", rendered) == ["ol"] + ["li"] * len(points)


@given(st.from_regex(WORDS_ALONE, fullmatch=True))
def test_words_alone_are_what_commonmark_makes_of_them(text: str) -> None:
    assert render_prose(text) == commonmark().render(text)
