"""Headings get ids to lead to, and a page with a place for it gets its list of contents."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.side.overskrifter import link_headings

PLACE = '<nav class="innhaldsliste"><div><h2 class="unlisted">Innhald</h2></div></nav>'

IDS = {
    "a word": ("<h2>Innleiing</h2>", ["innleiing"]),
    "letters of our own": ("<h2>Økonomi på æra</h2>", ["okonomi-pa-aera"]),
    "marks and figures": ("<h3>Delmål 1: Hus – 60\u00a0%</h3>", ["delmal-1-hus-60"]),
    "markup and entities": ("<h2>A &amp; <em>b</em><br>c</h2>", ["a-b-c"]),
    "no letter": ("<h2>–</h2>", ["del"]),
    "twice": ("<h2>Del</h2><h3>Del</h3><h2>Del</h2>", ["del", "del-2", "del-3"]),
    "taken by something else": ('<p id="del">x</p><h2>Del</h2>', ["del-2"]),
    "an id of its own": ('<h2 class="x" id="mi">Del</h2>', ["mi"]),
    "long": (
        "<h2>Tiltak som manglar i den nye planen utan å vere avslutta</h2>",
        ["tiltak-som-manglar-i-den-nye-planen"],
    ),
    "other levels": ("<h1>a</h1><h4>b</h4>", []),
}


def ids(page: str) -> list[str]:
    return re.findall(r'<h[23][^>]* id="([^"]+)"', page)


@pytest.mark.parametrize(("page", "expected"), IDS.values(), ids=IDS)
def test_id_of_a_heading(page: str, expected: list[str]) -> None:
    assert ids(link_headings(page)) == expected


@given(st.lists(st.text(max_size=80), max_size=6))
def test_ids_are_short_plain_and_each_its_own(texts: list[str]) -> None:
    page = "".join(f"<h2>{text.replace('<', '').replace('&', '')}</h2>" for text in texts)
    found = ids(link_headings(page))
    assert len(found) == len(set(found)) == len(texts)
    assert all(re.fullmatch(r"[a-z0-9-]{1,40}", id_) for id_ in found)


def test_contents_are_a_list_within_a_list() -> None:
    page = f"{PLACE}<h2>A</h2><h3>A &lt; b</h3><h4>x</h4><h3>c</h3><h2>D</h2>"
    contents = link_headings(page).partition("</nav>")[0].partition("</h2>")[2]
    assert contents.replace("\n", "") == (
        '<ul><li><a href="#a">A</a><ul><li><a href="#a-b">A &lt; b</a></li>'
        '<li><a href="#c">c</a></li></ul></li><li><a href="#d">D</a></li></ul></div>'
    )


def test_contents_that_end_with_a_part_of_a_part_are_closed() -> None:
    linked = link_headings(f"{PLACE}<h2>A</h2><h3>b</h3>")
    assert linked.count("<ul>") == linked.count("</ul>") == 2
    assert linked.count("<li>") == linked.count("</li>") == 2


def test_a_page_without_a_place_for_contents_gets_none() -> None:
    assert "<ul>" not in link_headings("<h2>A</h2>")
