"""What was done to a finished document, each edit with the one thing that is told of it.

And what programs do to a file that they save again, which is nothing.
"""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml.etree import _Element, fromstring

from bygdeplan.audit.samanlikning import find_edits
from bygdeplan.convert import convert
from bygdeplan.convert.package import Edit, rewrite, unpack
from bygdeplan.les import read_file
from bygdeplan.les.innhald import Innhald
from bygdeplan.les.names import DOCX, ODT, Names
from tests.audit.planting import NAMES, Ending, add, both, fragment, write
from tests.convert.pages import DRAWING, FIGURE, LOOK, SAID, page, row, table

pytestmark = pytest.mark.slow

ROWS = [row("Hus", "1 000"), row("Veg", "2 000"), row("Skule", "3 000"), row("Barnehage", "4 000")]
OTHER_ROWS = [row("Bustad", "60 %"), row("Arbeid", "40 %")]
OTHER_FIGURE = FIGURE.replace(
    DRAWING, DRAWING.replace("#1f3a4d", "#ff0000").replace("Stolpar", "Kake")
)
MADE = page(
    "<p>Planen gjeld bygdene. Sjå <a href='https://example.org/plan'>nettsida</a>.</p>"
    "<h2>Organisering</h2><p>Rådet leier arbeidet.</p><p>Kommunane er med.</p>"
    "<ul><li>Fyrste kule</li><li>Andre kule</li></ul>"
    f"<h2>Pengar</h2>{table(*ROWS, caption='Tabell 1. Kostnad')}"
    "<p>Pengane er løyvde.</p>"
    f"{table(*OTHER_ROWS, caption='Tabell 2. Vekter').replace('tabell-1', 'tabell-2')}"
    f"<p>Figuren viser det.</p>{FIGURE}"
    f"{OTHER_FIGURE.replace('figur-1', 'figur-2').replace('Figur 1', 'Figur 2')}"
    "<h2>Vedtak</h2><ol><li>Planen blir vedteken.</li><li>Pengane blir løyvde.</li>"
    "<li>Rådet rapporterer.</li></ol>"
    "<h2>Vedlegg</h2><ol><li>Kart</li><li>Rekneskap</li></ol>",
    title="Plan",
    said=SAID,
)
TEXT = {"docx": "word/document.xml", "odt": "content.xml"}


@cache
def made(ending: Ending) -> bytes:
    return convert(MADE, [ending], LOOK)[ending]


def read(file: bytes) -> Innhald:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fil"
        path.write_bytes(file)
        return read_file(path)


def told(ending: Ending, edits: Mapping[str, Edit]) -> list[str]:
    """What is said of a document that is edited."""
    file = rewrite(made(ending), edits)
    assert file != rewrite(made(ending), {name: lambda _: None for name in edits})
    return [each.message for each in find_edits(read(file), read(made(ending)), "plans/2031.yaml")]


# --- how a document is edited ---


def paragraph(names: Names, part: _Element, words: str) -> _Element:
    """The paragraph that has some words."""
    for block in part.iter(names("w:p") if names is DOCX else names("text:p"), ODT("text:h")):
        if words in "".join(block.itertext()):
            return block
    raise AssertionError(words)


def at(names: Names, words: str, edit: Edit) -> Edit:
    """An edit of the paragraph that has some words."""
    return lambda part: edit(paragraph(names, part, words))


def parent(element: _Element) -> _Element:
    around = element.getparent()
    assert around is not None
    return around


def remove(element: _Element) -> None:
    parent(element).remove(element)


def element_of(names: Names, tag: str, words: str) -> Callable[[_Element], _Element]:
    """Finds the innermost element of a kind around the paragraph with some words."""
    return lambda part: next(paragraph(names, part, words).iterancestors(names(tag)))


def run_property(words: str, xml: str) -> Edit:
    """Set something on each run of a paragraph of a docx."""

    def edit(block: _Element) -> None:
        for run in block.iter(DOCX("w:r")):
            properties = DOCX.find(run, "w:rPr")
            if properties is None:
                properties = DOCX.new("w:rPr")
                run.insert(0, properties)
            properties.append(fragment(DOCX, xml))

    return at(DOCX, words, edit)


def styled(words: str, family: str, properties: str) -> Edit:
    """Give a paragraph of an odt, or its text, a style of its own."""

    def edit(part: _Element) -> None:
        block = paragraph(ODT, part, words)
        automatic = ODT.find(part, "office:automatic-styles")
        assert automatic is not None
        style = (
            f'<style:style style:name="Eigen" style:family="{family}">{properties}</style:style>'
        )
        automatic.append(fragment(ODT, style))
        if family == "paragraph":
            automatic[-1].set(ODT("style:parent-style-name"), block.get(ODT("text:style-name"), ""))
            block.set(ODT("text:style-name"), "Eigen")
            return
        span = ODT.new("text:span")
        span.set(ODT("text:style-name"), "Eigen")
        span.text, block.text = block.text, None
        block.insert(0, span)

    return edit


def text_style(words: str, attributes: str) -> Edit:
    return styled(words, "text", f"<style:text-properties {attributes}/>")


def reworded(names: Names, old: str, new: str) -> Edit:
    """Other words for some, wherever they stand first."""

    def edit(part: _Element) -> None:
        tags = (names("w:t"),) if names is DOCX else (ODT("text:p"), ODT("text:h"))
        for element in part.iter(*tags):
            if old in (element.text or ""):
                element.text = (element.text or "").replace(old, new)
                return
        raise AssertionError(old)

    return edit


def unlisted(*words: str) -> Edit:
    """Take paragraphs of an odt out of their list, so that they stand before it."""

    def edit(part: _Element) -> None:
        for each in words:
            block = paragraph(ODT, part, each)
            item = parent(block)
            outermost = parent(item)
            outermost.addprevious(block)
            remove(item)
            if not len(outermost):
                remove(outermost)

    return edit


def moved_before(names: Names, first: str, last: str, place: str) -> Edit:
    """Move the blocks from one paragraph to another, with all between, before a third."""

    def block(part: _Element, words: str) -> _Element:
        found = paragraph(names, part, words)
        body = names("w:body") if names is DOCX else names("office:text")
        while parent(found).tag != body:
            found = parent(found)
        return found

    def edit(part: _Element) -> None:
        start, end, here = (block(part, words) for words in (first, last, place))
        taken = [start]
        while taken[-1] is not end:
            following = taken[-1].getnext()
            assert following is not None
            taken.append(following)
        for each in taken:
            here.addprevious(each)

    return edit


def gone(names: Names, first: str, last: str) -> Edit:
    """Take away the blocks from one paragraph to another."""

    def edit(part: _Element) -> None:
        moved_before(names, first, last, "Plan")(part)
        body = parent(paragraph(names, part, "Planen gjeld"))
        for each in list(body):
            text = "".join(each.itertext())
            remove(each)
            if last in text:
                return

    return edit


def of_row(names: Names, words: str, edit: Callable[[_Element], None]) -> Edit:
    """An edit of the row a paragraph stands in."""
    find = element_of(names, "w:tr" if names is DOCX else "table:table-row", words)
    return lambda part: edit(find(part))


def up(element: _Element) -> None:
    """Move an element before the one it follows."""
    before = element.getprevious()
    assert before is not None
    before.addprevious(element)


def without_last_column(names: Names, words: str) -> Edit:
    """Take away the last column of the table that a paragraph stands in."""
    table_, cell = ("w:tbl", "w:tc") if names is DOCX else ("table:table", "table:table-cell")
    find = element_of(names, table_, words)

    def edit(part: _Element) -> None:
        tag = names("w:tr" if names is DOCX else "table:table-row")
        for each in list(find(part).iter(tag)):
            each.remove(names.all(each, cell)[-1])

    return edit


def attribute(names: Names, tag: str, name: str, value: str) -> Edit:
    """Set an attribute of the first of a kind of elements."""

    def edit(part: _Element) -> None:
        element = next(part.iter(names(tag)))
        key = names(name) if ":" in name else name
        assert element.get(key) != value
        element.set(key, value)

    return edit


def another_picture(part: _Element) -> None:
    """Let the first picture of a document lead to the second."""
    names, tag, key = (DOCX, "a:blip", "r:embed")
    if not any(True for _ in part.iter(DOCX("a:blip"))):
        names, tag, key = (ODT, "draw:image", "xlink:href")
    first, second = list(part.iter(names(tag)))[:2]
    first.set(names(key), second.get(names(key), ""))


def alternative_text(text: str) -> Edit:
    """Another text for the first picture of an odt."""

    def edit(part: _Element) -> None:
        next(part.iter(ODT("svg:desc"))).text = text

    return edit


def spoken(text: str) -> Edit:
    """Another text for the first picture of a docx."""
    return attribute(DOCX, "wp:docPr", "descr", text)


def style_level(name: str, level: str) -> Edit:
    """Give a style of a docx another level."""

    def edit(part: _Element) -> None:
        for style in DOCX.all(part, "w:style"):
            if DOCX.get(style, "w:styleId") == name:
                for said in list(style.iter(DOCX("w:outlineLvl"))):
                    remove(said)
                shown = DOCX.find(style, "w:pPr")
                assert shown is not None
                shown.append(fragment(DOCX, f'<w:outlineLvl w:val="{level}"/>'))

    return edit


def bold_text(block: _Element) -> None:
    """Turn a heading into a paragraph in bold."""
    style = DOCX.find(block, "w:pPr/w:pStyle")
    assert style is not None
    style.set(DOCX("w:val"), "BodyText")
    for run in block.iter(DOCX("w:r")):
        run.insert(0, fragment(DOCX, "<w:rPr><w:b/></w:rPr>"))


def no_heading(block: _Element) -> None:
    """Turn a heading of an odt into a paragraph."""
    block.tag = ODT("text:p")
    del block.attrib[ODT("text:outline-level")]


def heading_2(block: _Element) -> None:
    """Turn a paragraph of an odt into a heading."""
    block.tag = ODT("text:h")
    block.set(ODT("text:outline-level"), "2")


def strike_last_word(block: _Element) -> None:
    """Strike the last word but its full stop, as Word does it: in a run of its own."""
    run = next(block.iter(DOCX("w:r")))
    text = DOCX.find(run, "w:t")
    assert text is not None
    before, _, word = (text.text or "").rpartition(" ")
    text.text = f"{before} "
    struck = fragment(DOCX, "<w:r><w:rPr><w:strike/></w:rPr><w:t/></w:r>")
    struck[1].text = word.rstrip(".")
    run.addnext(struck)
    struck.addnext(fragment(DOCX, "<w:r><w:t>.</w:t></w:r>"))


def tracked(block: _Element) -> None:
    """Delete a paragraph with changes tracked."""
    for run in list(block.iter(DOCX("w:r"))):
        deleted = fragment(DOCX, '<w:del w:id="900" w:author="Nokon"/>')
        run.addprevious(deleted)
        deleted.append(run)
        for text in run.iter(DOCX("w:t")):
            text.tag = DOCX("w:delText")
    properties = DOCX.find(block, "w:pPr")
    assert properties is not None
    properties.append(fragment(DOCX, '<w:rPr><w:del w:id="901" w:author="Nokon"/></w:rPr>'))


def elsewhere(relations: _Element) -> None:
    """Let the link of a docx lead elsewhere."""
    for each in relations:
        if "example.org" in each.get("Target", ""):
            each.set("Target", "https://example.org/anna")


def without_number(*words: str) -> Edit:
    """Take the automatic number, or bullet, off some paragraphs of a docx."""

    def edit(block: _Element) -> None:
        properties = DOCX.find(block, "w:pPr")
        number = DOCX.find(block, "w:pPr/w:numPr")
        assert properties is not None
        assert number is not None
        properties.remove(number)
        properties.append(
            fragment(DOCX, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
        )

    return both(*(at(DOCX, each, edit) for each in words))


def list_of(words: str, attribute_: str, value: str) -> Edit:
    """Set an attribute of the first item of the list a paragraph of an odt is in."""

    def edit(block: _Element) -> None:
        parent(block).set(ODT(attribute_), value)

    return at(ODT, words, edit)


@dataclass(frozen=True)
class Redigering:
    """How an edit is made in each format, and what is told of it."""

    told: str
    docx: Mapping[str, Edit] = field(default_factory=dict)
    odt: Mapping[str, Edit] = field(default_factory=dict)


def in_text(told: str, docx: Edit, odt: Edit) -> Redigering:
    """An edit of the main text."""
    return Redigering(told, {TEXT["docx"]: docx}, {TEXT["odt"]: odt})


def in_both(told: str, edit: Callable[[Names], Edit]) -> Redigering:
    """An edit of the main text that is made alike in both formats."""
    return in_text(told, edit(DOCX), edit(ODT))


NOTE = """<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Gjeld ikkje Vinje.</text:p></text:note-body></text:note>"""


def first_page_by_itself(part: _Element) -> None:
    """Let the first page have a header as the others, and a footer with nothing."""
    [section] = part.iter(DOCX("w:sectPr"))
    header = deepcopy(next(section.iter(DOCX("w:headerReference"))))
    header.set(DOCX("w:type"), "first")
    section.insert(0, header)
    section.append(fragment(DOCX, "<w:titlePg/>"))


def section_without_footer(part: _Element) -> None:
    """Begin with a section that says nothing of its footer, as the ones before it are none."""
    [section] = part.iter(DOCX("w:sectPr"))
    own = deepcopy(section)
    own.remove(next(own.iter(DOCX("w:footerReference"))))
    block = paragraph(DOCX, part, "Kommunane er med")
    properties = DOCX.find(block, "w:pPr")
    assert properties is not None
    properties.append(own)


def page_of_its_own(part: _Element) -> None:
    """Let a paragraph of an odt begin on a page of another layout."""
    styled("Kommunane er med", "paragraph", "<style:paragraph-properties/>")(part)
    for style in part.iter(ODT("style:style")):
        if ODT.get(style, "style:name") == "Eigen":
            style.set(ODT("style:master-page-name"), "Naken")


BARE_PAGE = """<style:master-page style:name="Naken" style:page-layout-name="Side_Standard">
<style:header><text:p>Handlingsplan<text:tab/>Bygda</text:p></style:header></style:master-page>"""


def a_footnote(part: _Element) -> None:
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>Gjeld ikkje Vinje.</w:t></w:r></w:p></w:footnote>'
    part.append(fragment(DOCX, note))


def watermark(part: _Element) -> None:
    """What Word puts behind the text: drawn letters, which are no text."""
    shape = '<w:r><w:pict><v:shape><v:textpath string="VEDTEKE"/></v:shape></w:pict></w:r>'
    part[0].append(fragment(DOCX, shape))


def emptied(part: _Element) -> None:
    for run in list(part.iter(DOCX("w:r"))):
        remove(run)


def without(tag: str, names: Names) -> Edit:
    """Take away all elements of a kind."""

    def edit(part: _Element) -> None:
        for element in list(part.iter(names(tag))):
            remove(element)

    return edit


HIDDEN_SECTION = '<text:section text:name="s" text:display="none"/>'


def hide_by_field(block: _Element) -> None:
    block.append(fragment(ODT, '<text:hidden-paragraph text:is-hidden="true"/>'))


def in_hidden_section(block: _Element) -> None:
    section = fragment(ODT, HIDDEN_SECTION)
    block.addprevious(section)
    section.append(block)


def as_items_of(item: str, *words: str) -> Edit:
    """Make paragraphs of a docx items of the list that another is in."""

    def edit(part: _Element) -> None:
        liste, *others = (
            DOCX.find(paragraph(DOCX, part, each), "w:pPr/w:numPr/w:numId")
            for each in (item, *words)
        )
        for number in others:
            assert liste is not None
            assert number is not None
            number.set(DOCX("w:val"), liste.get(DOCX("w:val"), ""))

    return edit


def continued(block: _Element) -> None:
    parent(parent(block)).set(ODT("text:continue-numbering"), "true")


EDITS: dict[str, Redigering] = {
    # text
    "another word": in_both(
        "Under «Organisering»: Det stod «Rådet leier arbeidet.»; "
        "no står det «Rådet styrer arbeidet.».",
        lambda names: reworded(names, "leier", "styrer"),
    ),
    "a paragraph is deleted": in_both(
        "Under «Organisering»: «Kommunane er med.» er teke bort.",
        lambda names: at(names, "Kommunane er med", remove),
    ),
    "a paragraph is written": in_both(
        "Under «Organisering»: «Kommunane er med.» er komen til.",
        lambda names: at(
            names, "Kommunane er med", lambda block: block.addprevious(deepcopy(block))
        ),
    ),
    "a section is deleted": in_both(
        "Under «Plan»: «Organisering» og 4 avsnitt til er tekne bort.",
        lambda names: gone(names, "Organisering", "Andre kule"),
    ),
    "a section is moved": in_both(
        "Under «Vedtak»: «Organisering» og 4 avsnitt til er flytte, og stod under «Plan».",
        lambda names: moved_before(names, "Organisering", "Andre kule", "Vedlegg"),
    ),
    "a paragraph is moved": in_both(
        "Under «Pengar»: «Rådet leier arbeidet.» er flytt, og stod under «Organisering».",
        lambda names: moved_before(names, "Rådet leier", "Rådet leier", "Pengane er løyvde"),
    ),
    # how text is shown
    "a decision point is struck through": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er stroken over.",
        run_property("Pengane blir", "<w:strike/>"),
        text_style("Pengane blir", 'style:text-line-through-style="solid"'),
    ),
    "struck through twice": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er stroken over.",
        run_property("Pengane blir", '<w:dstrike w:val="1"/>'),
        text_style("Pengane blir", 'style:text-line-through-style="solid"'),
    ),
    "struck through by the style of the paragraph": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er stroken over.",
        run_property("Pengane blir", "<w:strike/>"),
        styled(
            "Pengane blir",
            "paragraph",
            '<style:text-properties style:text-line-through-style="solid"/>',
        ),
    ),
    "text is hidden": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er gøymd.",
        run_property("Pengane blir", "<w:vanish/>"),
        text_style("Pengane blir", 'text:display="none"'),
    ),
    "a hidden section": in_text(
        "Under «Organisering»: Teksten «Rådet leier arbeidet.» er gøymd.",
        run_property("Rådet leier", "<w:vanish/>"),
        at(ODT, "Rådet leier", in_hidden_section),
    ),
    "a hidden paragraph": Redigering(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er gøymd.",
        odt={TEXT["odt"]: at(ODT, "Pengane blir", hide_by_field)},
    ),
    "white text": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er skriven med same farge som bakgrunnen.",
        run_property("Pengane blir", '<w:color w:val="FFFFFF"/>'),
        text_style("Pengane blir", 'fo:color="#ffffff"'),
    ),
    "black text on black": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er skriven med same farge som bakgrunnen.",
        both(
            run_property("Pengane blir", '<w:color w:val="000000"/>'),
            run_property("Pengane blir", '<w:highlight w:val="black"/>'),
        ),
        text_style("Pengane blir", 'fo:color="#000000" fo:background-color="#000000"'),
    ),
    "text of one point": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er skriven for lite til å lesast.",
        run_property("Pengane blir", '<w:sz w:val="2"/>'),
        text_style("Pengane blir", 'fo:font-size="1pt"'),
    ),
    "text in a face of signs": in_text(
        "Under «Vedtak»: Teksten «Pengane blir løyvde.» er sett med ei skrift som har andre teikn "
        "enn bokstavar.",
        run_property("Pengane blir", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        text_style("Pengane blir", 'style:font-name="Wingdings"'),
    ),
    "some words are struck through": Redigering(
        "Under «Vedtak»: Teksten «løyvde» er stroken over.",
        {TEXT["docx"]: at(DOCX, "Pengane blir", strike_last_word)},
    ),
    "a deletion is tracked": Redigering(
        "Under «Vedtak»: «Pengane blir løyvde.» er teke bort.",
        {TEXT["docx"]: at(DOCX, "Pengane blir", tracked)},
    ),
    "three points are struck through": in_text(
        "Under «Vedtak»: Teksten i «Planen blir vedteken.» og 2 avsnitt til er stroken over.",
        both(
            *(
                run_property(words, "<w:strike/>")
                for words in ("Planen blir", "Pengane blir", "Rådet rapporterer")
            )
        ),
        both(
            *(
                text_style(words, 'style:text-line-through-style="solid"')
                for words in ("Planen blir", "Pengane blir", "Rådet rapporterer")
            )
        ),
    ),
    # structure
    "a heading is turned into bold text": in_text(
        "Under «Plan»: «Organisering» er ikkje lenger overskrift på nivå 2.",
        at(DOCX, "Organisering", bold_text),
        at(ODT, "Organisering", no_heading),
    ),
    "a heading is at another level": in_text(
        "Under «Organisering»: «Pengar» var overskrift på nivå 2, og er no på nivå 3.",
        at(
            DOCX,
            "Pengar",
            lambda block: block[0].append(fragment(DOCX, '<w:outlineLvl w:val="2"/>')),
        ),
        at(ODT, "Pengar", lambda block: block.set(ODT("text:outline-level"), "3")),
    ),
    "a paragraph is turned into a heading": in_text(
        "Under «Organisering»: «Kommunane er med.» er no overskrift på nivå 2.",
        at(
            DOCX,
            "Kommunane er med",
            lambda block: block[0].append(fragment(DOCX, '<w:outlineLvl w:val="1"/>')),
        ),
        at(
            ODT,
            "Kommunane er med",
            heading_2,
        ),
    ),
    "the style of all headings is no heading": Redigering(
        "Under «Plan»: «Organisering» og 3 avsnitt til er ikkje lenger overskrift på nivå 2.",
        {"word/styles.xml": style_level("Heading2", "9")},
    ),
    # lists
    "the numbers are taken off": in_text(
        "Under «Vedtak»: «Planen blir vedteken.» og 2 avsnitt til har ikkje lenger nummer.",
        without_number("Planen blir", "Pengane blir", "Rådet rapporterer"),
        unlisted("Planen blir", "Pengane blir", "Rådet rapporterer"),
    ),
    "one number is taken off": in_text(
        "Under «Vedtak»: «Planen blir vedteken.» har ikkje lenger nummeret «1.».",
        without_number("Planen blir"),
        unlisted("Planen blir"),
    ),
    "the bullets are taken off": in_text(
        "Under «Organisering»: «Fyrste kule» og 1 avsnitt til har ikkje lenger punktteikn.",
        without_number("Fyrste kule", "Andre kule"),
        unlisted("Fyrste kule", "Andre kule"),
    ),
    "the numbers are made bullets": in_text(
        "Under «Vedlegg»: «Kart» og 1 avsnitt til hadde «1.» framfor seg, og har no «•».",
        as_items_of("Fyrste kule", "Kart", "Rekneskap"),
        at(
            ODT,
            "Kart",
            lambda block: parent(parent(block)).set(ODT("text:style-name"), "Punktliste"),
        ),
    ),
    "a point is deleted": in_text(
        "Under «Vedtak»: «Planen blir vedteken.» er teke bort.",
        at(DOCX, "Planen blir", remove),
        at(ODT, "Planen blir", lambda block: remove(parent(block))),
    ),
    "a list goes on from the one before": in_text(
        "Under «Vedlegg»: «Kart» hadde nummeret «1.», og har no «4.».",
        as_items_of("Rådet rapporterer", "Kart", "Rekneskap"),
        at(ODT, "Kart", continued),
    ),
    "a list begins at another number": Redigering(
        "Under «Vedlegg»: «Kart» hadde nummeret «1.», og har no «7.».",
        odt={TEXT["odt"]: list_of("Kart", "text:start-value", "7")},
    ),
    # tables
    "a row is deleted": in_both(
        "Under «Pengar»: Rada «Veg» i tabellen «Tabell 1. Kostnad» er teken bort.",
        lambda names: of_row(names, "Veg", remove),
    ),
    "two rows are deleted": in_both(
        "Under «Pengar»: 2 rader i tabellen «Tabell 1. Kostnad», frå «Veg» til «Skule», "
        "er tekne bort.",
        lambda names: both(of_row(names, "Veg", remove), of_row(names, "Skule", remove)),
    ),
    "a row is hidden": Redigering(
        "Under «Pengar»: I tabellen «Tabell 1. Kostnad», rada «Veg»: "
        "Teksten i «Veg» og 1 avsnitt til er gøymd.",
        {
            TEXT["docx"]: of_row(
                DOCX, "Veg", lambda each: each[0].append(fragment(DOCX, "<w:hidden/>"))
            )
        },
    ),
    "a row is moved": in_both(
        "Under «Pengar»: Rada «Skule» i tabellen «Tabell 1. Kostnad» er flytt.",
        lambda names: both(of_row(names, "Skule", up), of_row(names, "Skule", up)),
    ),
    "a row is written": in_both(
        "Under «Pengar»: Rada «Veg» i tabellen «Tabell 1. Kostnad» er komen til.",
        lambda names: of_row(names, "Veg", lambda each: each.addnext(deepcopy(each))),
    ),
    "a sum is changed": in_both(
        "Under «Pengar»: I tabellen «Tabell 1. Kostnad», rada «Veg», kolonna «Sum»: "
        "Det stod «2 000»; no står det «9 000».",
        lambda names: reworded(names, "2 000", "9 000"),
    ),
    "a column heading is changed": in_both(
        "Under «Pengar»: I tabellen «Tabell 1. Kostnad», overskriftsrada, kolonna «Kroner»: "
        "Det stod «Sum»; no står det «Kroner».",
        lambda names: reworded(names, "Sum", "Kroner"),
    ),
    "a cell is emptied": in_both(
        "Under «Pengar»: I tabellen «Tabell 1. Kostnad», rada «Veg», kolonna «Sum»: "
        "«2 000» er teke bort.",
        lambda names: reworded(names, "2 000", ""),
    ),
    "a sum is struck through": in_text(
        "Under «Pengar»: I tabellen «Tabell 1. Kostnad», rada «Veg», kolonna «Sum»: "
        "Teksten «2 000» er stroken over.",
        run_property("2 000", "<w:strike/>"),
        text_style("2 000", 'style:text-line-through-style="solid"'),
    ),
    "a column is deleted": in_both(
        "Under «Pengar»: Kolonna «Sum» i tabellen «Tabell 1. Kostnad» er teken bort.",
        lambda names: without_last_column(names, "Veg"),
    ),
    "a column is emptied": in_both(
        "Under «Pengar»: Kolonna «Sum» i tabellen «Tabell 1. Kostnad» er teken bort.",
        lambda names: both(
            *(reworded(names, words, "") for words in ("Sum", "1 000", "2 000", "3 000", "4 000"))
        ),
    ),
    "a row is emptied": in_both(
        "Under «Pengar»: Rada «Veg» i tabellen «Tabell 1. Kostnad» er teken bort.",
        lambda names: both(reworded(names, "Veg", ""), reworded(names, "2 000", "")),
    ),
    "a table is deleted": in_both(
        "Under «Pengar»: Tabellen «Tabell 2. Vekter» er teken bort.",
        lambda names: gone(names, "Tabell 2. Vekter", "Bustad"),
    ),
    "a table is moved": in_both(
        "Under «Organisering»: Tabellen «Tabell 1. Kostnad» er flytt, og stod under «Pengar».",
        lambda names: moved_before(names, "Tabell 1. Kostnad", "Veg", "Rådet leier"),
    ),
    "a table is described otherwise": in_text(
        "Under «Pengar»: Skildringa av tabellen: Det stod «Tabell 1. Kostnad»; "
        "no står det «Tabell 1. Gevinst».",
        attribute(DOCX, "w:tblDescription", "w:val", "Tabell 1. Gevinst"),
        write(ODT, "table:desc", "Tabell 1. Gevinst"),
    ),
    # pictures and links
    "a picture is replaced": in_text(
        "Under «Pengar»: Biletet «Stolpar: «Hus» 60 % & 3 < 4» er bytt ut med eit anna bilete.",
        another_picture,
        another_picture,
    ),
    "an alternative text is replaced": in_text(
        "Under «Pengar»: Alternativ tekst til biletet: Det stod «Stolpar: «Hus» 60 % …»; "
        "no står det «Kake: «Hus» 60 % …».",
        spoken("Kake: «Hus» 60 % & 3 < 4"),
        alternative_text("Kake: «Hus» 60 % & 3 < 4"),
    ),
    "a picture is deleted": in_text(
        "Under «Pengar»: Biletet «Stolpar: «Hus» 60 % & 3 < 4» er teke bort.",
        lambda part: remove(parent(parent(parent(next(part.iter(DOCX("wp:docPr"))))))),
        lambda part: remove(parent(next(part.iter(ODT("draw:frame"))))),
    ),
    "a link leads elsewhere": Redigering(
        "Under «Plan»: Lenkja i «Planen gjeld bygdene. Sjå nettsida.» gjekk til "
        "«https://example.org/plan», og går no til «https://example.org/anna».",
        {"word/_rels/document.xml.rels": elsewhere},
        {TEXT["odt"]: attribute(ODT, "text:a", "xlink:href", "https://example.org/anna")},
    ),
    # around the text
    "the footer says another state": Redigering(
        "Nedst på sidene: Det stod «Utkast {x} Side … …»; no står det «Vedteken {x} Side … …».",
        {"word/footer1.xml": reworded(DOCX, "Utkast", "Vedteken")},
        {"styles.xml": reworded(ODT, "Utkast", "Vedteken")},
    ),
    "the footer is taken off": Redigering(
        "Nedst på sidene: «Utkast {x} Side … av …» er teke bort.",
        {"word/footer1.xml": emptied, "word/footer2.xml": emptied},
        {"styles.xml": without("style:footer", ODT)},
    ),
    "the footer is shown on no page": Redigering(
        "Nedst på sidene: «Utkast {x} Side … av …» er teke bort.",
        {TEXT["docx"]: without("w:footerReference", DOCX)},
    ),
    "the footer is taken off the first page": Redigering(
        "Nedst på sidene: Somme av sidene har ikkje lenger noko der.",
        {TEXT["docx"]: first_page_by_itself},
        {
            "styles.xml": add(
                ODT, "style:master-page", "<style:footer-first><text:p/></style:footer-first>"
            )
        },
    ),
    "the footer is taken off some pages": Redigering(
        "Nedst på sidene: Somme av sidene har ikkje lenger noko der.",
        {TEXT["docx"]: section_without_footer},
        {
            TEXT["odt"]: page_of_its_own,
            "styles.xml": add(ODT, "office:master-styles", BARE_PAGE),
        },
    ),
    "a footnote is written": Redigering(
        "I ein fotnote: «Gjeld ikkje Vinje.» er komen til.",
        {"word/footnotes.xml": a_footnote},
    ),
    "a footnote is written to a point": Redigering(
        "Under «Vedtak»: I ein fotnote: «Gjeld ikkje Vinje.» er komen til.",
        {},
        {TEXT["odt"]: at(ODT, "Planen blir", lambda block: block.append(fragment(ODT, NOTE)))},
    ),
    "a watermark": Redigering(
        "Dokumentet har fått vassmerket «VEDTEKE», som ikkje let seg samanlikne.",
        {"word/header1.xml": watermark},
    ),
    "the title of the file": Redigering(
        "I eigenskapane var tittel «Plan», og er no «Vedtak».",
        {"docProps/core.xml": write(DOCX, "dc:title", "Vedtak")},
        {"meta.xml": write(ODT, "dc:title", "Vedtak")},
    ),
    "the author of the file": Redigering(
        "I eigenskapane var forfattar «Åse Ærø», og er no «Nokon».",
        {"docProps/core.xml": write(DOCX, "dc:creator", "Nokon")},
        {"meta.xml": write(ODT, "meta:initial-creator", "Nokon")},
    ),
    "the header says another document": Redigering(
        "Øvst på sidene: Det stod «Handlingsplan Bygda»; no står det «Statusrapport Bygda».",
        {"word/header1.xml": reworded(DOCX, "Handlingsplan", "Statusrapport")},
        {"styles.xml": reworded(ODT, "Handlingsplan", "Statusrapport")},
    ),
}

FORMS = [
    pytest.param(ending, getattr(edit, ending), edit.told, id=f"{name}, {ending}")
    for name, edit in EDITS.items()
    for ending in NAMES
    if getattr(edit, ending)
]


@pytest.mark.parametrize(("ending", "edits", "message"), FORMS)
def test_one_edit_is_told_once(ending: Ending, edits: Mapping[str, Edit], message: str) -> None:
    assert told(ending, edits) == [message]


@pytest.mark.parametrize("ending", NAMES)
def test_whatever_is_taken_out_is_told_once(ending: Ending) -> None:
    names, path = (DOCX, "w:body") if ending == "docx" else (ODT, "office:body/office:text")
    blocks = len(in_body(read_part(ending), names, path))
    for nr in range(blocks):
        edit = {TEXT[ending]: lambda part, nr=nr: remove(in_body(part, names, path)[nr])}
        assert len(told(ending, edit)) == 1, nr


def read_part(ending: Ending) -> _Element:
    """The main text of a document."""
    return fromstring(unpack(made(ending))[TEXT[ending]])


def in_body(part: _Element, names: Names, path: str) -> list[_Element]:
    """The outermost blocks that hold something."""
    body = names.find(part, path)
    assert body is not None
    shown = (names("w:drawing"), names("w:t")) if names is DOCX else (ODT("draw:frame"),)
    return [
        block
        for block in body
        if any(True for _ in block.iter(*shown)) or "".join(block.itertext()).strip()
    ]


# --- what programs do to a file that is saved again ---


def saved_by_word(part: _Element) -> None:
    """Runs divided, with the traces Word leaves of when and by whom they were written."""
    for run in list(part.iter(DOCX("w:r"))):
        text = DOCX.find(run, "w:t")
        if text is None or len(run) > 1 or len(text.text or "") < 2:
            continue
        run.set(DOCX("w:rsidR"), "00AB12CD")
        rest = deepcopy(run)
        rest_text = DOCX.find(rest, "w:t")
        assert rest_text is not None
        text.text, rest_text.text = (text.text or "")[:1], (text.text or "")[1:]
        for each in (text, rest_text):
            each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addprevious(fragment(DOCX, '<w:proofErr w:type="spellStart"/>'))
        run.addnext(rest)
        rest.addnext(fragment(DOCX, '<w:proofErr w:type="spellEnd"/>'))
    for block in part.iter(DOCX("w:p")):
        block.set(DOCX("w:rsidP"), "00AB12CD")
        block.append(fragment(DOCX, '<w:bookmarkStart w:id="99" w:name="_GoBack"/>'))


STYLE_IDS = {"Heading1": "Overskrift1", "Heading2": "Overskrift2", "ListNumber": "Nummerertliste"}


def styles_by_other_ids(part: _Element) -> None:
    """Styles under the ids that Word gives them in Norwegian."""
    for tag, name in (("w:style", "w:styleId"), ("w:pStyle", "w:val"), ("w:basedOn", "w:val")):
        for element in part.iter(DOCX(tag)):
            if (id_ := DOCX.get(element, name)) in STYLE_IDS:
                element.set(DOCX(name), STYLE_IDS[id_])


def page_counted(part: _Element) -> None:
    """The number of pages, as a program has counted it."""
    tags = (DOCX("w:t"), ODT("text:page-count"), ODT("text:page-number"))
    for element in part.iter(*tags):
        if (element.text or "").isdecimal():
            element.text = "17"


def explicitly_plain(part: _Element) -> None:
    """What is not so is said not to be."""
    for run in part.iter(DOCX("w:r")):
        said = (
            '<w:rPr><w:strike w:val="0"/><w:vanish w:val="false"/><w:color w:val="auto"/></w:rPr>'
        )
        if DOCX.find(run, "w:rPr") is None:
            run.insert(0, fragment(DOCX, said))


def plain_by_style(part: _Element) -> None:
    """The same, as LibreOffice says it, with the style that all text is made from."""
    for text in part.iter(ODT("style:text-properties")):
        text.set(ODT("style:text-line-through-style"), "none")
        text.set(ODT("style:use-window-font-color"), "true")
        text.set(ODT("fo:background-color"), "transparent")


def bullets_of_another_face(part: _Element) -> None:
    for level in part.iter(DOCX("w:lvl")):
        if DOCX.get(DOCX.find(level, "w:numFmt"), "w:val") == "bullet":
            shown = DOCX.find(level, "w:lvlText")
            assert shown is not None
            shown.set(DOCX("w:val"), "\uf0b7")


def list_each(part: _Element) -> None:
    """Each list with a name and a start of its own, as LibreOffice writes them."""
    for nr, liste in enumerate(part.iter(ODT("text:list"))):
        liste.set(ODT("xml:id"), f"list{nr}")
        liste[0].set(ODT("text:start-value"), "1")


def decomposed(part: _Element) -> None:
    for element in part.iter(DOCX("w:t"), ODT("text:p"), ODT("text:h")):
        element.text = (element.text or "").replace("å", "a\u030a") or None


def said_of_headings(part: _Element) -> None:
    """A list of levels without numbers, which LibreOffice makes every heading an item of."""
    for style in DOCX.all(part, "w:style"):
        if (DOCX.get(style, "w:styleId") or "").startswith("Heading"):
            shown = DOCX.find(style, "w:pPr")
            assert shown is not None
            shown.append(fragment(DOCX, '<w:numPr><w:numId w:val="777"/></w:numPr>'))


UNNUMBERED = """<w:abstractNum w:abstractNumId="777"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>"""


def a_list_without_numbers(part: _Element) -> None:
    part.insert(0, fragment(DOCX, UNNUMBERED))
    num = '<w:num w:numId="777"><w:abstractNumId w:val="777"/></w:num>'
    part.append(fragment(DOCX, num))


HARMLESS: dict[str, tuple[Ending, Mapping[str, Edit]]] = {
    "Word divides the runs": ("docx", {TEXT["docx"]: saved_by_word}),
    "Word names the styles in Norwegian": (
        "docx",
        {TEXT["docx"]: styles_by_other_ids, "word/styles.xml": styles_by_other_ids},
    ),
    "Word counts the pages": ("docx", {"word/footer1.xml": page_counted}),
    "Word says what is not": ("docx", {TEXT["docx"]: explicitly_plain}),
    "Word draws the bullets with Symbol": (
        "docx",
        {"word/numbering.xml": bullets_of_another_face},
    ),
    "bookmarks are left out": ("docx", {TEXT["docx"]: without("w:bookmarkStart", DOCX)}),
    "letters are decomposed": ("docx", {TEXT["docx"]: decomposed}),
    "LibreOffice leaves out what tables are": (
        "docx",
        {TEXT["docx"]: both(*(without(tag, DOCX) for tag in ("w:tblDescription", "w:tblLook")))},
    ),
    "LibreOffice numbers the headings by nothing": (
        "docx",
        {"word/styles.xml": said_of_headings, "word/numbering.xml": a_list_without_numbers},
    ),
    "LibreOffice counts the pages": ("odt", {"styles.xml": page_counted}),
    "LibreOffice says what is not": ("odt", {"styles.xml": plain_by_style}),
    "LibreOffice names the lists": ("odt", {TEXT["odt"]: list_each}),
    "LibreOffice leaves out what tables are, odt": (
        "odt",
        {TEXT["odt"]: without("table:desc", ODT)},
    ),
    "letters are decomposed, odt": ("odt", {TEXT["odt"]: decomposed}),
}


@pytest.mark.parametrize(("ending", "edits"), HARMLESS.values(), ids=HARMLESS)
def test_a_file_saved_again_is_the_same(ending: Ending, edits: Mapping[str, Edit]) -> None:
    assert told(ending, edits) == []


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there to save anything")
@pytest.mark.parametrize("saved", NAMES)
@pytest.mark.parametrize("ending", NAMES)
def test_what_libreoffice_saves_is_the_same(ending: Ending, saved: Ending, tmp_path: Path) -> None:
    file = tmp_path / f"fil.{ending}"
    file.write_bytes(made(ending))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    convert_ = [str(OFFICE), profile, "--headless", "--convert-to", saved, "--outdir", "lagra"]
    subprocess.run([*convert_, file.name], cwd=tmp_path, check=True, capture_output=True)
    again = read((tmp_path / "lagra" / f"fil.{saved}").read_bytes())
    assert [*find_edits(again, read(made(saved)), "plans/2031.yaml")] == []
