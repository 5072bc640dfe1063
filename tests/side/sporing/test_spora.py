"""What is shown as changed between two pages: the table is the definition."""

import re

import pytest
from lxml import html

from bygdeplan.ord.frase import FasteOrd, shipped_words
from bygdeplan.side.sporing import track_changes
from tests.convert.pages import DRAWING, FIGURE, page, row, table
from tests.tracked import page_texts, settled_page

SAID = re.compile(r'<span class="sporingsord">(.*?)</span>')
OTHER_DRAWING = DRAWING.replace("Hus", "Gard")


def tracked(old: str, new: str) -> str:
    return track_changes(page(old), page(new))


def content(tracked_page: str) -> str:
    """What stands below the title and the note of a page, on one line."""
    [below] = re.findall(r'class="varsel sporing">.*?</div>(.*)</main>', tracked_page, re.DOTALL)
    return re.sub(r"\s*\n\s*", "", below)


def shown(old: str, new: str) -> str:
    """What stands on the page, without what is said in words."""
    return SAID.sub("", content(tracked(old, new)))


def said(old: str, new: str) -> str:
    """What stands on the page to someone who sees neither strokes nor elements."""
    main = html.fragment_fromstring(f"<main>{content(tracked(old, new))}</main>")
    return main.text_content()


SHORT = "<p>Ei innleiing som står urørt.</p>"
LONG = "<p>Kommunane lagar ein felles bustadstrategi for heile regionen.</p>"
TEXTS = {
    "nothing": (LONG, LONG, LONG),
    "a word": (
        "<p>Planen gjeld for alle kommunane.</p>",
        "<p>Planen gjeld for seks kommunane.</p>",
        "<p>Planen gjeld for <del>alle</del><ins>seks</ins> kommunane.</p>",
    ),
    "a word more": (
        "<p>Planen gjeld for kommunane.</p>",
        "<p>Planen gjeld for alle kommunane.</p>",
        "<p>Planen gjeld for <ins>alle </ins>kommunane.</p>",
    ),
    "a word less": (
        "<p>Planen gjeld for alle kommunane.</p>",
        "<p>Planen gjeld for kommunane.</p>",
        "<p>Planen gjeld for <del>alle </del>kommunane.</p>",
    ),
    "an amount is one word": (
        "<p>Det kostar 2\u00a0420\u00a0000\u00a0kr i alt.</p>",
        "<p>Det kostar 2\u00a0450\u00a0000\u00a0kr i alt.</p>",
        (
            "<p>Det kostar <del>2\u00a0420\u00a0000\u00a0kr</del>"
            "<ins>2\u00a0450\u00a0000\u00a0kr</ins> i alt.</p>"
        ),
    ),
    "a sign": (
        "<p>Alle kommunane vedtek planen.</p>",
        "<p>Alle kommunane vedtek planen!</p>",
        "<p>Alle kommunane vedtek planen<del>.</del><ins>!</ins></p>",
    ),
    "a little word between two changes goes with them": (
        "<p>Planen for bygdene har mål og tiltak for fire heile år.</p>",
        "<p>Planen for bygdene har vekter og midlar for fire heile år.</p>",
        (
            "<p>Planen for bygdene har <del>mål og tiltak</del><ins>vekter og midlar</ins>"
            " for fire heile år.</p>"
        ),
    ),
    "a line wrapped anew is no change": (
        "<p>Planen gjeld\nfor alle.</p>",
        "<p>Planen\n gjeld for alle.</p>",
        "<p>Planen gjeld for alle.</p>",
    ),
    "a bold word": (
        "<p>Planen gjeld <strong>alle</strong> kommunane.</p>",
        "<p>Planen gjeld <strong>seks</strong> kommunane.</p>",
        (
            "<p>Planen gjeld <del><strong>alle</strong></del><ins><strong>seks</strong></ins>"
            " kommunane.</p>"
        ),
    ),
    "a word made bold": (
        "<p>Planen gjeld alle kommunane.</p>",
        "<p>Planen gjeld <strong>alle</strong> kommunane.</p>",
        "<p>Planen gjeld <del>alle</del><ins><strong>alle</strong></ins> kommunane.</p>",
    ),
    "emphasis is kept around what stays": (
        "<p><em>Planen gjeld alle kommunane.</em></p>",
        "<p><em>Planen gjeld seks kommunane.</em></p>",
        (
            "<p><em>Planen gjeld </em><del><em>alle</em></del><ins><em>seks</em></ins>"
            "<em> kommunane.</em></p>"
        ),
    ),
    "a link that leads elsewhere": (
        '<p>Sjå <a href="https://a.no/">heimesida</a> til piloten for meir.</p>',
        '<p>Sjå <a href="https://b.no/">heimesida</a> til piloten for meir.</p>',
        (
            '<p>Sjå <a href="https://a.no/"><del>heimesida</del></a><a href="https://b.no/">'
            "<ins>heimesida</ins></a> til piloten for meir.</p>"
        ),
    ),
    "a link within the page follows its table": (
        '<p id="a">Sjå <a href="#a">avsnittet</a> over.</p>',
        '<p id="b">Sjå <a href="#b">avsnittet</a> over.</p>',
        '<p id="b">Sjå <a href="#b">avsnittet</a> over.</p>',
    ),
    "a link to what is not shown leads nowhere": (
        '<p id="a">Sjå dette <a href="#a">avsnittet</a> over.</p>',
        '<p id="a">Sjå dette brevet over.</p>',
        '<p id="a">Sjå dette <del>avsnittet</del><ins>brevet</ins> over.</p>',
    ),
    "a line break": (
        "<p>Ola Nordmann<br>Kommunedirektør</p>",
        "<p>Ola Nordmann Kommunedirektør</p>",
        "<p>Ola Nordmann<del><br></del><ins> </ins>Kommunedirektør</p>",
    ),
    "with a third in common it is the same text": (
        "<p>Veka byen elva</p>",
        "<p>Veka husa land</p>",
        "<p>Veka <del>byen elva</del><ins>husa land</ins></p>",
    ),
    "with less than a third in common it is another text": (
        "<p>Veka byen elva fjor</p>",
        "<p>Veka husa land takk</p>",
        "<p><del>Veka byen elva fjor</del></p><p><ins>Veka husa land takk</ins></p>",
    ),
    "with little in common it is another text": (
        SHORT + LONG,
        SHORT + "<p>Fylket tek avgjerda åleine.</p>",
        SHORT + "<p><del>Kommunane lagar ein felles bustadstrategi for heile regionen.</del></p>"
        "<p><ins>Fylket tek avgjerda åleine.</ins></p>",
    ),
}
BLOCKS = {
    "a paragraph put in": (SHORT, SHORT + LONG, SHORT + f"<p><ins>{LONG[3:-4]}</ins></p>"),
    "a paragraph taken out": (SHORT + LONG, LONG, f"<p><del>{SHORT[3:-4]}</del></p>" + LONG),
    "a paragraph moved": (
        SHORT + LONG + "<p>Slutt.</p>",
        LONG + SHORT + "<p>Slutt.</p>",
        f"<p><del>{SHORT[3:-4]}</del></p>{LONG}<p><ins>{SHORT[3:-4]}</ins></p><p>Slutt.</p>",
    ),
    "a point taken out": (
        "<ul><li>Ein</li><li>To</li><li>Tre</li></ul>",
        "<ul><li>Ein</li><li>Tre</li></ul>",
        "<ul><li>Ein</li><li><del>To</del></li><li>Tre</li></ul>",
    ),
    "points keep their own numbers": (
        "<ol><li>Fylket</li><li>Staten</li><li>Husbanken</li></ol>",
        "<ol><li>Fylket</li><li>Husbanken</li><li>Kommunane</li></ol>",
        (
            '<ol><li value="1">Fylket</li><li value="2"><del>Staten</del></li>'
            '<li value="2">Husbanken</li><li value="3"><ins>Kommunane</ins></li></ol>'
        ),
    ),
    "a point of more than one paragraph": (
        "<ul><li><p>Ein som står.</p></li></ul>",
        "<ul><li><p>Ein som står.</p><p>Og meir.</p></li></ul>",
        "<ul><li><p>Ein som står.</p><p><ins>Og meir.</ins></p></li></ul>",
    ),
    "a point with a list in it": (
        "<ul><li>Husa<ul><li>raude</li></ul></li></ul>",
        "<ul><li>Husa<ul><li>raude</li><li>gule</li></ul></li></ul>",
        "<ul><li>Husa<ul><li>raude</li><li><ins>gule</ins></li></ul></li></ul>",
    ),
    "bullets that become numbers": (
        "<ul><li>Ein</li></ul>",
        "<ol><li>Ein</li></ol>",
        "<ul><li><del>Ein</del></li></ul><ol><li><ins>Ein</ins></li></ol>",
    ),
    "a heading renamed": (
        f"<h2>Mål for bygda</h2>{LONG}",
        f"<h2>Tiltak for bygda</h2>{LONG}",
        f"<h2><del>Mål</del><ins>Tiltak</ins> for bygda</h2>{LONG}",
    ),
    "a heading renamed past recognition": (
        f"<h2>Mål</h2>{LONG}",
        f"<h2>Bustader</h2>{LONG}",
        f"<h2><del>Mål</del><ins>Bustader</ins></h2>{LONG}",
    ),
    "a section taken out": (
        f"<h2>Mål</h2>{LONG}<h2>Tiltak</h2>{SHORT}",
        f"<h2>Tiltak</h2>{SHORT}",
        (
            f'<h2 class="unlisted"><del>Mål</del></h2><p><del>{LONG[3:-4]}</del></p>'
            f"<h2>Tiltak</h2>{SHORT}"
        ),
    ),
    "what is alike in two sections stays in its own": (
        "<h2>Mål</h2><p>Ingen.</p><h2>Vedlegg</h2><p>Ingen.</p>",
        "<h2>Mål</h2><p>Eitt.</p><h2>Vedlegg</h2><p>Ingen.</p>",
        "<h2>Mål</h2><p><del>Ingen.</del></p><p><ins>Eitt.</ins></p><h2>Vedlegg</h2><p>Ingen.</p>",
    ),
    "a section moved": (
        f"<h2>Mål</h2>{LONG}<h2>Tiltak</h2>{SHORT}<h2>Budsjett</h2><p>Ei krone.</p>",
        f"<h2>Tiltak</h2>{SHORT}<h2>Budsjett</h2><p>Ei krone.</p><h2>Mål</h2>{LONG}",
        (
            f'<h2 class="unlisted"><del>Mål</del></h2><p><del>{LONG[3:-4]}</del></p>'
            f"<h2>Tiltak</h2>{SHORT}<h2>Budsjett</h2><p>Ei krone.</p>"
            f"<h2><ins>Mål</ins></h2><p><ins>{LONG[3:-4]}</ins></p>"
        ),
    ),
    "a fact": (
        "<dl><div><dt>Status:</dt> <dd>I arbeid</dd></div></dl>",
        "<dl><div><dt>Status:</dt> <dd>Utsett</dd></div><div><dt>Nr:</dt><dd>2</dd></div></dl>",
        (
            "<dl><div><dt>Status:</dt><dd><del>I arbeid</del><ins>Utsett</ins></dd></div>"
            "<div><dt><ins>Nr:</ins></dt><dd><ins>2</ins></dd></div></dl>"
        ),
    ),
    "a fact of another name": (
        "<dl><div><dt>Dato:</dt> <dd>Kjem seinare</dd></div></dl>",
        "<dl><div><dt>Arkiv:</dt> <dd>Kjem seinare</dd></div></dl>",
        (
            "<dl><div><dt><del>Dato:</del></dt><dd><del>Kjem seinare</del></dd></div></dl>"
            "<dl><div><dt><ins>Arkiv:</ins></dt><dd><ins>Kjem seinare</ins></dd></div></dl>"
        ),
    ),
    "facts that say the same are told apart by their names": (
        "<dl><div><dt>Dato:</dt> <dd>Kjem seinare</dd></div></dl>",
        (
            "<dl><div><dt>Arkiv:</dt> <dd>Kjem seinare</dd></div></dl>"
            "<dl><div><dt>Dato:</dt> <dd>I dag</dd></div></dl>"
        ),
        (
            "<dl><div><dt><ins>Arkiv:</ins></dt><dd><ins>Kjem seinare</ins></dd></div></dl>"
            "<dl><div><dt>Dato:</dt><dd><del>Kjem seinare</del><ins>I dag</ins></dd></div></dl>"
        ),
    ),
    "a figure": (
        FIGURE,
        FIGURE.replace(DRAWING, OTHER_DRAWING),
        (
            '<figure id="ut-figur-1"><div role="region" tabindex="0"><del><svg></del></div>'
            "<figcaption><del>Figur 1. Hus</del></figcaption></figure>"
            '<figure id="figur-1"><div role="region" tabindex="0"><ins><svg></ins></div>'
            "<figcaption><ins>Figur 1. Hus</ins></figcaption></figure>"
        ),
    ),
}


def without_drawings(shown_page: str) -> str:
    return re.sub(r"<svg.*?</svg>", "<svg>", shown_page, flags=re.DOTALL)


@pytest.mark.parametrize(("old", "new", "expected"), TEXTS.values(), ids=TEXTS)
def test_texts(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.parametrize(("old", "new", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(old: str, new: str, expected: str) -> None:
    assert without_drawings(shown(old, new)) == expected


def rows_of(old: str, new: str) -> str:
    """The rows below the header rows of the tables that are shown."""
    return "".join(re.findall(r"<tbody>(.*?)</tbody>", shown(old, new), re.DOTALL))


HEAD = '<th scope="row">'
ROWS = {
    "a cell": (
        [row("Hus", "1"), row("Veg", "2")],
        [row("Hus", "3"), row("Veg", "2")],
        (
            f'<tr class="">{HEAD}Hus</th><td class="tal"><del>1</del><ins>3</ins></td></tr>'
            f'<tr class="">{HEAD}Veg</th><td class="tal">2</td></tr>'
        ),
    ),
    "a row put in": (
        [row("Hus", "1")],
        [row("Hus", "1"), row("Veg", "2")],
        (
            f'<tr class="">{HEAD}Hus</th><td class="tal">1</td></tr>'
            f'<tr class="">{HEAD}<ins>Veg</ins></th><td class="tal"><ins>2</ins></td></tr>'
        ),
    ),
    "a row taken out": (
        [row("Hus", "1"), row("Veg", "2")],
        [row("Veg", "2")],
        (
            f'<tr class="">{HEAD}<del>Hus</del></th><td class="tal"><del>1</del></td></tr>'
            f'<tr class="">{HEAD}Veg</th><td class="tal">2</td></tr>'
        ),
    ),
    "a sum is no row like the others": (
        [row("Hus", "1")],
        [row("Hus", "1", kind="sum")],
        (
            f'<tr class="">{HEAD}<del>Hus</del></th><td class="tal"><del>1</del></td></tr>'
            f'<tr class="sum">{HEAD}<ins>Hus</ins></th><td class="tal"><ins>1</ins></td></tr>'
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), ROWS.values(), ids=ROWS)
def test_rows(old: list[str], new: list[str], expected: str) -> None:
    assert rows_of(table(*old), table(*new)) == expected


def wide(*names: str) -> str:
    head = "".join(f"<th>{name}</th>" for name in names)
    cells = "".join("<td>1</td>" for _ in names)
    return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"


COLUMNS = {
    "a column named otherwise": (("År", "Løyvd sum", "Brukt"), ("År", "Løyvd", "Brukt"), 1),
    "a column more": (("År", "Løyvd"), ("År", "Løyvd", "Brukt"), 2),
    "other columns": (("År", "Løyvd", "Brukt"), ("År", "Venta", "Resten"), 2),
}


@pytest.mark.parametrize(("old", "new", "tables"), COLUMNS.values(), ids=COLUMNS)
def test_table_with_other_columns_is_put_in_whole(
    old: tuple[str, ...], new: tuple[str, ...], tables: int
) -> None:
    assert shown(wide(*old), wide(*new)).count("<table") == tables


SAYINGS = {
    "words": (
        "<p>Alle bygdene no.</p>",
        "<p>Alle fylka no.</p>",
        "Alle [ut: bygdene] [inn: fylka] no.",
    ),
    "space stands outside": (
        "<p>Alle bygdene.</p>",
        "<p>Alle gode bygdene.</p>",
        "Alle [inn: gode] bygdene.",
    ),
    "a link": (
        "<p>Dette er alt vi veit.</p>",
        '<p>Dette er alt vi veit. <a href="https://a.no/">Kjelde</a></p>',
        "Dette er alt vi veit. [inn: Kjelde]",
    ),
    "a row": (
        wide("A", "B").replace("<tr><td>1</td><td>1</td></tr>", "<tr><td>x</td><td>y</td></tr>"),
        wide("A", "B"),
        "AB[ut, heile rada: x]y[inn, heile rada: 1]1",
    ),
    "a table": (wide("A", "B"), wide("A"), "[ut, heile tabellen: A]B11[inn, heile tabellen: A]1"),
    "a list of facts": (
        SHORT,
        SHORT + "<dl><div><dt>Nr:</dt> <dd>2</dd></div></dl>",
        "Ei innleiing som står urørt.[inn, heile lista: Nr:]2",
    ),
    "a fact": (
        "<dl><div><dt>Nr:</dt> <dd>2</dd></div></dl>",
        "<dl><div><dt>Nr:</dt> <dd>2</dd></div><div><dt>Status:</dt> <dd>Ny</dd></div></dl>",
        "Nr:2[inn, heile linja: Status:]Ny",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), SAYINGS.values(), ids=SAYINGS)
def test_changes_are_said_in_words(old: str, new: str, expected: str) -> None:
    assert said(old, new) == expected


def test_picture_is_said_in_its_caption() -> None:
    assert "[inn, heile biletet: Figur 1. Hus]" in said(SHORT, SHORT + FIGURE)


EVERY_CASE = [(old, new) for cases in (TEXTS, BLOCKS, SAYINGS) for old, new, _ in cases.values()]
EVERY_CASE += [(table(*old), table(*new)) for old, new, _ in ROWS.values()]
EVERY_CASE += [(wide(*old), wide(*new)) for old, new, _ in COLUMNS.values()]


@pytest.mark.parametrize(("old", "new"), EVERY_CASE)
def test_nothing_is_lost(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        shown_page = tracked(before, after)
        assert settled_page(shown_page, "accept") == page_texts(page(after))
        assert settled_page(shown_page, "reject") == page_texts(page(before))


@pytest.mark.parametrize(("old", "new"), EVERY_CASE)
def test_places_are_one_each_and_links_lead_to_them(old: str, new: str) -> None:
    shown_page = tracked(old, new)
    ids = re.findall(r'\bid="([^"]+)"', shown_page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', shown_page)) <= set(ids)


def test_drawing_taken_out_and_put_in_elsewhere_has_names_of_its_own() -> None:
    named = DRAWING.replace("<rect", '<path id="g1"/><use href="#g1"/><rect', 1)
    figure = FIGURE.replace(DRAWING, named)
    shown_page = tracked(f"{figure}{SHORT}{LONG}", f"{SHORT}{LONG}{figure}")
    assert re.findall(r'<path id="([^"]+)"/><use href="#([^"]+)"', shown_page) == [
        ("ut-g1", "ut-g1"),
        ("g1", "g1"),
    ]
    assert shown_page.count('viewBox="0 0 378 189"') == 2


# --- the page around ---


def dated(content: str, year: int) -> str:
    said_of_page = {"planår": str(year), "revisjon": "2"}
    return page(content, title=f"Plan {year}", said=said_of_page).replace(
        "2026-01-05", f"{year}-01-05"
    )


def test_all_around_the_content_is_that_of_the_new_page() -> None:
    old, new = dated(SHORT, 2030), dated(LONG, 2031)
    shown_page = track_changes(old, new)
    assert shown_page.split("<main")[0] == new.split("<main")[0]
    assert shown_page.split("</main>")[1] == new.split("</main>")[1]


def test_note_tells_what_is_held_against_what() -> None:
    shown_page = track_changes(dated(SHORT, 2030), dated(LONG, 2031))
    assert (
        "<p>Dokumentet viser endringane frå planen for 2030 (revisjon 2, 5.\u00a0januar 2030) "
        "til planen for 2031 (revisjon 2, 5.\u00a0januar 2031).</p>"
    ) in shown_page
    assert (
        shown_page.index("</h1>")
        < shown_page.index("Dokumentet viser")
        < shown_page.index(LONG[3:9])
    )


def test_note_of_a_page_without_changes() -> None:
    same = dated(SHORT, 2031)
    shown_page = track_changes(same, same)
    assert "Det er ingen endringar frå planen for 2031" in shown_page
    assert "<ins>" not in shown_page


def test_title_is_one_however_changed() -> None:
    shown_page = track_changes(page(SHORT, title="Handlingsplan"), page(SHORT, title="Noko anna"))
    assert shown_page.count("<h1>") == 1


def test_list_of_contents_is_the_new_one() -> None:
    def listing(name: str) -> str:
        points = f'<ul><li><a href="#x">{name}</a></li></ul>'
        return f'<nav class="innhaldsliste">{points}</nav><p id="x">{name}</p>'

    assert shown(listing("Mål og meining"), listing("Tiltak")) == (
        '<nav class="innhaldsliste"><ul><li><a href="#x">Tiltak</a></li></ul></nav>'
        '<p id="ut-x"><del>Mål og meining</del></p><p id="x"><ins>Tiltak</ins></p>'
    )


def test_page_without_content_is_left_as_it_is() -> None:
    broken = "<!doctype html><title>x</title><p>Ingen main.</p>"
    assert track_changes(page(SHORT), broken) == broken


ANNOUNCED = {
    "words": ("<p>1 2 3 4 5 6 7 8</p>", "<p>1 2 3 4 5 6 7 9</p>"),
    "a paragraph": (SHORT, ""),
    "a row": (table(row("1", "2"), row("3", "4")), table(row("1", "2"))),
    "a table": (table(row("1", "2")), ""),
    "a list of facts": ("<dl><div><dt>1</dt><dd>2</dd></div></dl>", ""),
    "a fact": (
        "<dl><div><dt>1</dt><dd>2</dd></div><div><dt>3</dt><dd>4</dd></div></dl>",
        "<dl><div><dt>1</dt><dd>2</dd></div></dl>",
    ),
    "a picture": (FIGURE, ""),
}


@pytest.mark.parametrize("pages", ANNOUNCED.values(), ids=ANNOUNCED)
def test_what_is_said_of_a_change_is_in_the_words_in_use(pages: tuple[str, str]) -> None:
    words = shipped_words("bokmål").ord
    marks = {name: "0:{ord}:0" for name in words if name.startswith(("spor_ut.", "spor_inn."))}
    with FasteOrd("bokmål", {**words, **marks}).in_use():
        for way in (pages, pages[::-1]):
            told = SAID.findall(tracked(*way))
            assert told
            assert {each.strip() for each in told} == {"0:", ":0"}
