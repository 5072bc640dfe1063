"""What is read of a file, what keeps it from being trusted, and what is said of one that is not."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml.etree import _Element
from pikepdf import Pdf

from bygdeplan.convert.package import rewrite
from bygdeplan.funn.fault import Fault
from bygdeplan.les import grenser
from bygdeplan.les.names import DOCX, ODT, Names
from bygdeplan.vedtak.protokoll.dom import Funn, Vedtaksdom
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.les import html, read_document
from bygdeplan.vedtak.protokoll.tekst import LINJEBROT, Uleseleg, joined_words
from tests.audit.planting import Plant, after_title
from tests.plans import plan_with
from tests.rules.cases import not_nynorsk
from tests.vedtak.protokoll.filer import (
    Ending,
    as_file,
    drawn_over,
    locked_pdf,
    page,
    place_of,
    scanned_pdf,
    stamped,
    whole,
    with_file_inside,
    with_note,
    written_over,
)

pytestmark = pytest.mark.slow

PLAN = plan_with()
POINTS = PLAN.innstilling
GOOD = page(POINTS)
TEXT = {"docx": "word/document.xml", "odt": "content.xml"}


def judge(folder: Path, name: str, content: bytes) -> Funn:
    file = folder / name
    file.write_bytes(content)
    return Granskar(PLAN).examine(read_document(file))[1]


# --- files that cannot be read ---

UNREADABLE: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.docx", b"", "Fila er tom."),
    "empty text": ("a.txt", b" \n\n ", "Dokumentet har ingen tekst."),
    "empty page": ("a.html", b"<html><body><p> </p></body></html>", "har ingen tekst."),
    "no page at all": ("a.html", b"   ", "Nettsida har ikkje noko innhald."),
    "Word before 2007": ("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 600, "Word brukte før 2007"),
    "a zip of something else": ("a.docx", b"PK\x03\x04 og meir", "avbroten eller skadd"),
    "a defect pdf": ("a.pdf", b"%PDF-1.7 og meir", "skadd"),
    "a pdf packed in a way nobody knows": (
        "a.pdf",
        as_file(GOOD, "pdf").replace(b"/FlateDecode", b"/FlateDecodX"),
        "skadd",
    ),
    "a locked pdf": ("a.pdf", locked_pdf(as_file(GOOD, "pdf")), "låst med passord"),
    "a scanned pdf": ("a.pdf", scanned_pdf(), "skanna"),
    "a picture": ("a.jpg", b"\xff\xd8\xff\xe0", "korkje docx, odt, pdf, html eller rein tekst"),
    "a picture with another name": ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "ikkje rein tekst"),
    "rich text": ("a.txt", b"{\\rtf1 Vedtak}", "ikkje rein tekst"),
    "a plan": ("2031.yaml", b"innstilling: []", "korkje docx"),
}


@pytest.mark.parametrize(("name", "content", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_file_that_cannot_be_read(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Uleseleg) as refused:
        read_document(tmp_path / name)
    assert said in refused.value.message
    assert refused.value.help.endswith(".")
    assert not_nynorsk(f"{refused.value.message} {refused.value.help}") == []


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="finst ikkje"):
        read_document(tmp_path / "a.docx")
    with pytest.raises(Fault, match="er ikkje ei fil"):
        read_document(tmp_path)


LARGE: dict[str, tuple[str, int, str, bytes, str]] = {
    "bytes of a text": ("TEKSTFIL", 8, "a.txt", b"1. Planen", "MB"),
    "bytes of a web page": ("TEKSTFIL", 300, "a.html", GOOD.encode(), "MB"),
    "lines": ("LINJER", 3, "a.txt", b"a\n\x0cb\nc\xe2\x80\xa8d", "3 linjer"),
    "points of a text": ("AVSNITT", 3, "a.txt", b"- a\n" * 4, "3 avsnitt"),
    "a paragraph": ("AVSNITTSTEKST", 10, "a.txt", b"a b\n" * 9, "10 teikn"),
    "a paragraph of a web page": ("AVSNITTSTEKST", 20, "a.html", GOOD.encode(), "20 teikn"),
    "tags": ("TAGGAR", 20, "a.html", GOOD.encode(), "20 formateringskodar"),
    "paragraphs of a web page": ("AVSNITT", 3, "a.html", b"<p>a" * 4, "3 avsnitt"),
    "lines of a web page": ("AVSNITT", 3, "a.html", b"<p>a.<br>- b<br>- c<br>- d", "3 avsnitt"),
    "pages": ("SIDER", 0, "a.pdf", as_file(GOOD, "pdf"), "0 sider"),
    "bytes of pages": ("UTPAKKA", 99, "a.pdf", as_file(GOOD, "pdf"), "MB"),
    "paragraphs of a pdf": ("AVSNITT", 3, "a.pdf", as_file(GOOD, "pdf"), "3 avsnitt"),
    "bytes of a pdf": ("FIL", 99, "a.pdf", as_file(GOOD, "pdf"), "MB"),
    "paragraphs of a docx": ("AVSNITT", 3, "a.docx", as_file(GOOD, "docx"), "3 avsnitt"),
}
"""What a file has too much of: the limit, which is then low, the file, and what is told."""


@pytest.mark.parametrize(("limit", "most", "name", "content", "told"), LARGE.values(), ids=LARGE)
def test_file_past_a_limit_is_told(  # noqa: PLR0913, PLR0917  # a row of the table
    limit: str,
    most: int,
    name: str,
    content: bytes,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(grenser, limit, replace(getattr(grenser, limit), most=most))
    with pytest.raises(Uleseleg) as unreadable:
        judge(tmp_path, name, content)
    assert told in unreadable.value.message
    assert unreadable.value.message.endswith("som er grensa.")
    assert "i ei eiga fil" in unreadable.value.help


TURNED = "<p>Vedtaket er gjort om.</p>"
CUT_OFF = {
    "deeper than the parser goes": "<div>" * 300 + "</div>" * 300,
    "a picture longer than it takes": f'<img src="data:image/png;base64,{"A" * 10_100_000}">',
    "a comment longer than it takes": f"<!--{'a' * 10_100_000}-->",
}


@pytest.mark.parametrize("between", CUT_OFF.values(), ids=CUT_OFF)
def test_web_page_that_the_parser_cuts_off_is_not_read(
    between: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grenser, "TEKSTFIL", grenser.FIL)
    assert judge(tmp_path, "a.html", GOOD.encode()).dom is Vedtaksdom.LIK
    with pytest.raises(Uleseleg, match="djupare eller har lengre tekstar"):
        judge(tmp_path, "a.html", page(POINTS, after=between + TURNED).encode())


def test_web_page_with_text_between_its_blocks_is_looked_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []
    monkeypatch.setattr(html, "_is_struck", lambda block: looked_at.append(block.tag))
    judge(tmp_path, "a.html", b"<body>a<p>b</p>c<p>d</p>e<p>f</p></body>")
    assert looked_at == ["body", "p", "p", "p"]


def test_page_of_a_pdf_that_is_one_large_drawing(tmp_path: Path) -> None:
    pdf, other = (Pdf.open(BytesIO(as_file(GOOD, "pdf"))) for _ in range(2))
    with pdf, other:
        pdf.pages.append(other.pages[0])
        pdf.pages[-1].contents_add(b"\n" * (grenser.SIDE + 1))
        pdf.save(made := BytesIO())
        number = len(pdf.pages)
    funn = judge(tmp_path, "a.pdf", made.getvalue())
    assert funn.dom is Vedtaksdom.USIKKER
    assert f"Side {number} har ei teikning som er for stor til å lese. Kva står der?" in (
        funn.grunnar
    )


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_what_a_file_is_called_does_not_matter(ending: str, tmp_path: Path) -> None:
    content = as_file(GOOD, "docx" if ending == "docx" else "odt" if ending == "odt" else "pdf")
    assert judge(tmp_path, "møtebok.txt", content).dom is Vedtaksdom.LIK


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, newline: str, tmp_path: Path) -> None:
    points = "\n".join(f"{n}. {point}" for n, point in enumerate(POINTS, 1))
    head = "Toppdal kommune\n\nKommunestyret 20.02.2031\n\nSak om bygdevekstavtalen"
    text = f"{head}\n\nSamrøystes vedtak:\n{points}\n".replace("\n", newline)
    assert judge(tmp_path, "a.txt", text.encode(encoding)).dom is Vedtaksdom.LIK


# --- text that its readers may see otherwise ---


def last_point(names: Names, part: _Element) -> _Element:
    """The paragraph of the last common point."""
    element = "w:p" if names is DOCX else "text:p"
    found = [p for p in part.iter(names(element)) if "".join(p.itertext()) == POINTS[-1]]
    return found[-1]


def struck(mark: str) -> Plant:
    def plant(part: _Element) -> None:
        run = next(last_point(DOCX, part).iter(DOCX("w:r")))
        properties = run.makeelement(DOCX("w:rPr"), {})
        properties.append(run.makeelement(DOCX(mark), {}))
        run.insert(0, properties)

    return plant


def tracked(part: _Element) -> None:
    """A word that was put in, and is not accepted."""
    paragraph = last_point(DOCX, part)
    run = next(paragraph.iter(DOCX("w:r")))
    around = run.makeelement(DOCX("w:ins"), {DOCX("w:author"): "x", DOCX("w:id"): "1"})
    run.addprevious(around)
    around.append(run)


def footnote(part: _Element) -> None:
    run = next(last_point(DOCX, part).iter(DOCX("w:r")))
    run.append(run.makeelement(DOCX("w:footnoteReference"), {DOCX("w:id"): "2"}))


def commented(part: _Element) -> None:
    run = next(last_point(DOCX, part).iter(DOCX("w:r")))
    run.append(run.makeelement(DOCX("w:commentReference"), {DOCX("w:id"): "1"}))


def deeper(part: _Element) -> None:
    """The last point as a point under the one before it."""
    level = next(last_point(DOCX, part).iter(DOCX("w:ilvl")))
    level.set(DOCX("w:val"), "1")


def line_broken(part: _Element) -> None:
    """The last point with a typed line break in it."""
    run = next(last_point(DOCX, part).iter(DOCX("w:r")))
    text = run.find(DOCX("w:t"))
    assert text is not None
    before, after = str(text.text).split(" ", 1)
    text.text = before
    more = run.makeelement(DOCX("w:t"), {})
    more.text = after
    run.extend([run.makeelement(DOCX("w:br"), {}), more])


PLANTED: dict[str, tuple[Plant, Vedtaksdom, str]] = {
    "struck through": (struck("w:strike"), Vedtaksdom.USIKKER, "stroke over"),
    "struck through twice": (struck("w:dstrike"), Vedtaksdom.USIKKER, "stroke over"),
    "hidden": (struck("w:vanish"), Vedtaksdom.USIKKER, "gøymt"),
    "bold": (struck("w:b"), Vedtaksdom.LIK, ""),
    "a change not accepted": (tracked, Vedtaksdom.USIKKER, "spora endring"),
    "a footnote": (footnote, Vedtaksdom.USIKKER, "fotnote"),
    "a comment": (commented, Vedtaksdom.USIKKER, "kommentar"),
    "a point under a point": (deeper, Vedtaksdom.USIKKER, "underpunkt"),
    "a line break": (line_broken, Vedtaksdom.LIK, ""),
}


@pytest.mark.parametrize(("plant", "dom", "said"), PLANTED.values(), ids=PLANTED)
def test_docx_as_people_edit_it(plant: Plant, dom: Vedtaksdom, said: str, tmp_path: Path) -> None:
    edited = rewrite(as_file(GOOD, "docx"), {TEXT["docx"]: plant})
    funn = judge(tmp_path, "a.docx", edited)
    assert funn.dom is dom, funn
    assert said in " ".join(funn.grunnar)


@pytest.mark.parametrize(("kind", "mark"), [("character", "w:rStyle"), ("paragraph", "w:pStyle")])
def test_docx_struck_through_by_a_style(kind: str, mark: str, tmp_path: Path) -> None:
    def style(part: _Element) -> None:
        made = part.makeelement(DOCX("w:style"), {DOCX("w:type"): kind, DOCX("w:styleId"): "Ut"})
        properties = made.makeelement(DOCX("w:rPr"), {})
        properties.append(made.makeelement(DOCX("w:strike"), {}))
        made.append(properties)
        part.append(made)

    def use(part: _Element) -> None:
        paragraph = last_point(DOCX, part)
        named = paragraph.makeelement(DOCX(mark), {DOCX("w:val"): "Ut"})
        if kind == "paragraph":
            next(paragraph.iter(DOCX("w:pStyle"))).set(DOCX("w:val"), "Ut")
            return
        run = next(paragraph.iter(DOCX("w:r")))
        properties = run.makeelement(DOCX("w:rPr"), {})
        properties.append(named)
        run.insert(0, properties)

    edited = rewrite(as_file(GOOD, "docx"), {"word/styles.xml": style, TEXT["docx"]: use})
    funn = judge(tmp_path, "a.docx", edited)
    assert (funn.dom, "stroke over" in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


@pytest.mark.parametrize("more", ["Punkt 2 fall.", "Tal for 2030."])
def test_footnote_anywhere(more: str, tmp_path: Path) -> None:
    def plant(part: _Element) -> None:
        note = part.makeelement(DOCX("w:footnote"), {DOCX("w:id"): "9"})
        paragraph, run, text = (note.makeelement(DOCX(f"w:{name}"), {}) for name in "prt")
        text.text = more
        run.append(text)
        paragraph.append(run)
        note.append(paragraph)
        part.append(note)

    edited = rewrite(as_file(GOOD, "docx"), {"word/footnotes.xml": plant})
    funn = judge(tmp_path, "a.docx", edited)
    assert funn.dom is (Vedtaksdom.USIKKER if "fall" in more else Vedtaksdom.LIK), funn


@pytest.mark.parametrize("ending", ["docx", "odt", "html", "pdf"])
def test_points_under_the_last_point(ending: Ending, tmp_path: Path) -> None:
    under = f"{POINTS[-1]}<ul><li>men berre om tiltak</li></ul></li>"
    edited = GOOD.replace(f"{POINTS[-1]}</li>", under)
    assert not judge(tmp_path, f"a.{ending}", as_file(edited, ending)).dom.er_lik


def test_pdf_with_text_struck_through(tmp_path: Path) -> None:
    edited = GOOD.replace(POINTS[1], f"<s>{POINTS[1]}</s>")
    funn = judge(tmp_path, "a.pdf", as_file(edited, "pdf"))
    assert (funn.dom, f"strek gjennom «{POINTS[1]}»" in funn.grunnar[0]) == (
        Vedtaksdom.USIKKER,
        True,
    )


def test_pdf_with_underlined_text_and_a_table(tmp_path: Path) -> None:
    table = "<table><thead><tr><th>For</th></tr></thead><tr><td>21</td></tr></table>"
    edited = page(POINTS, before=table).replace(POINTS[1], f"<u>{POINTS[1]}</u>")
    assert judge(tmp_path, "a.pdf", as_file(edited, "pdf")).dom is Vedtaksdom.LIK


@pytest.mark.parametrize("note", ["/FreeText", "/StrikeOut", "/Text", "/Stamp", "/Ink", "/Line"])
def test_pdf_with_notes_written_on_it(note: str, tmp_path: Path) -> None:
    funn = judge(tmp_path, "a.pdf", with_note(as_file(GOOD, "pdf"), note))
    assert (funn.dom, "merknader" in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


def test_pdf_with_links_alone(tmp_path: Path) -> None:
    content = with_note(as_file(GOOD, "pdf"), "/Link")
    assert judge(tmp_path, "a.pdf", content).dom is Vedtaksdom.LIK


DRAWN: dict[str, tuple[bytes, Vedtaksdom, str]] = {
    "a cross over the page": (
        b"2 w 50 100 m 550 750 l S 50 750 m 550 100 l S",
        Vedtaksdom.USIKKER,
        "strekar over",
    ),
    "a pen": (b"1 w 80 600 m 150 700 250 500 400 640 c S", Vedtaksdom.USIKKER, "strekar over"),
    "a frame around the page": (b"1 w 20 20 550 800 re S", Vedtaksdom.LIK, ""),
    "a line down the margin": (b"1 w 20 20 m 20 800 l S", Vedtaksdom.LIK, ""),
}


@pytest.mark.parametrize(("drawn", "dom", "said"), DRAWN.values(), ids=DRAWN)
def test_pdf_that_is_drawn_on(drawn: bytes, dom: Vedtaksdom, said: str, tmp_path: Path) -> None:
    funn = judge(tmp_path, "a.pdf", drawn_over(as_file(GOOD, "pdf"), drawn))
    assert funn.dom is dom, funn.grunnar
    assert said in " ".join(funn.grunnar)


TEXT_OVER: dict[str, tuple[str, Vedtaksdom, str]] = {
    "on end": ("/F9 20 Tf 0 1 -1 0 40 300 Tm (UTSETT)", Vedtaksdom.USIKKER, "«UTSETT»"),
    "aslant": ("/F9 60 Tf 0.7 0.7 -0.7 0.7 120 300 Tm (UTKAST)", Vedtaksdom.USIKKER, "UTKAST"),
    "level": ("/F9 20 Tf 1 0 0 1 120 120 Tm (Saka er utsett)", Vedtaksdom.USIKKER, "utsett"),
    "the archive's own number": (
        *("/F9 8 Tf 0 1 -1 0 20 300 Tm (Arkivsak: 31/104)", Vedtaksdom.LIK, ""),
    ),
    "a letterhead": ("/F9 9 Tf 1 0 0 1 120 830 Tm (TOPPDAL KOMMUNE)", Vedtaksdom.LIK, ""),
    "a word over the letterhead": (
        *("/F9 9 Tf 1 0 0 1 120 830 Tm (UTKAST)", Vedtaksdom.USIKKER, "UTKAST"),
    ),
}


@pytest.mark.parametrize("in_drawing", [False, True])
@pytest.mark.parametrize(("written", "dom", "said"), TEXT_OVER.values(), ids=TEXT_OVER)
def test_pdf_with_text_over_the_page(
    written: str, dom: Vedtaksdom, said: str, *, in_drawing: bool, tmp_path: Path
) -> None:
    operators = f"BT {written} Tj ET".encode()
    content = written_over(as_file(GOOD, "pdf"), operators, in_drawing=in_drawing)
    funn = judge(tmp_path, "a.pdf", content)
    assert funn.dom is dom, funn.grunnar
    assert said in " ".join(funn.grunnar)


PAINTED: dict[str, tuple[str, Vedtaksdom]] = {
    "a white box": ("1 g {x} {y} 300 12 re f", Vedtaksdom.USIKKER),
    "a white box drawn side by side": (
        *("1 g {x} {y} m {right} {y} l {right} {top} l {x} {top} l h f*", Vedtaksdom.USIKKER),
    ),
    "a thick line": ("0 g {x} {middle} 300 4 re f", Vedtaksdom.USIKKER),
    "a frame": ("1 w {x} {y} 300 12 re S", Vedtaksdom.LIK),
    "a bar in the margin": ("0 g 40 100 3 600 re f", Vedtaksdom.LIK),
    "nothing but a border of what is drawn": ("{x} {y} 300 12 re W n", Vedtaksdom.LIK),
}


@pytest.mark.parametrize(("painted", "dom"), PAINTED.values(), ids=PAINTED)
def test_pdf_that_is_painted_over(painted: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    content = as_file(GOOD, "pdf")
    x, y = place_of(content, POINTS[1][:10])
    operators = painted.format(x=x - 2, y=y - 3, right=x + 300, top=y + 9, middle=y + 1.5)
    funn = judge(tmp_path, "a.pdf", drawn_over(content, operators.encode()))
    assert funn.dom is dom, funn.grunnar
    assert ("måla over" in " ".join(funn.grunnar)) is (dom is not Vedtaksdom.LIK)


def test_pdf_with_a_colour_behind_the_text(tmp_path: Path) -> None:
    content = as_file(GOOD, "pdf")
    behind = written_over(content, b"", before=b"0.9 1 0.9 rg 50 400 500 200 re f")
    assert judge(tmp_path, "a.pdf", behind).dom is Vedtaksdom.LIK


@pytest.mark.parametrize(
    ("height", "dom"), [(0.9, Vedtaksdom.LIK), (0.5, Vedtaksdom.USIKKER), (0.02, Vedtaksdom.LIK)]
)
def test_pdf_with_a_picture(height: float, dom: Vedtaksdom, tmp_path: Path) -> None:
    funn = judge(tmp_path, "a.pdf", stamped(as_file(GOOD, "pdf"), height))
    assert (funn.dom, "bilete" in " ".join(funn.grunnar)) == (dom, dom is not Vedtaksdom.LIK)


def test_pdf_with_a_file_inside(tmp_path: Path) -> None:
    funn = judge(tmp_path, "a.pdf", with_file_inside(as_file(GOOD, "pdf")))
    assert (funn.dom, "«retting.txt»" in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


BOX = """<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r>
    </w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""


@pytest.mark.parametrize(
    ("text", "dom"),
    [
        ("Saka er utsett", Vedtaksdom.USIKKER),
        ("Punkt 2 er teke ut.", Vedtaksdom.USIKKER),
        ("Saka vart lagd bort i møtet.", Vedtaksdom.USIKKER),
        ("Vedtak i møtet", Vedtaksdom.USIKKER),
        ("Postboks 1, 9901 Toppdal", Vedtaksdom.LIK),
    ],
)
def test_text_box_that_may_decide(text: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    plant = after_title("docx", BOX.format(text=text))
    funn = judge(tmp_path, "a.docx", rewrite(as_file(GOOD, "docx"), {TEXT["docx"]: plant}))
    assert (funn.dom, "Tekstboksen" in " ".join(funn.grunnar)) == (dom, dom is not Vedtaksdom.LIK)


_IN_PARAGRAPH = "<w:p><w:r>{}</w:r></w:p>"
UNREAD_DOCX: dict[str, tuple[str, str, Vedtaksdom]] = {
    "an embedded document": ("<w:altChunk/>", "innebygd dokument", Vedtaksdom.USIKKER),
    "an embedded object": (
        _IN_PARAGRAPH.format("<w:object><o:OLEObject/></w:object>"),
        "innebygd objekt",
        Vedtaksdom.USIKKER,
    ),
    "ink": (_IN_PARAGRAPH.format("<w:contentPart/>"), "teikning for hand", Vedtaksdom.USIKKER),
    "a watermark": (
        _IN_PARAGRAPH.format('<w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict>'),
        "UTKAST",
        Vedtaksdom.USIKKER,
    ),
    "text in a wrapping nobody knows": (
        (
            "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Saka er utsett.</w:t></w:r></w:p>"
            "</mc:Choice></mc:AlternateContent>"
        ),
        "noko av teksten",
        Vedtaksdom.USIKKER,
    ),
    "a line drawn by hand": (
        _IN_PARAGRAPH.format('<w:pict><v:line from="0,0" to="400,0"/></w:pict>'),
        "teikning",
        Vedtaksdom.USIKKER,
    ),
    "a rule": (
        _IN_PARAGRAPH.format('<w:pict><v:rect o:hr="t"/></w:pict>'),
        "",
        Vedtaksdom.LIK,
    ),
    "a formula": (
        "<w:p><m:oMath><m:r><m:t>Saka er utsett</m:t></m:r></m:oMath></w:p>",
        "formel",
        Vedtaksdom.USIKKER,
    ),
    "a picture": (
        _IN_PARAGRAPH.format(
            '<w:drawing><wp:inline><wp:docPr id="9" name="Bilete 9"/></wp:inline></w:drawing>'
        ),
        "bilete",
        Vedtaksdom.USIKKER,
    ),
    "the arms of the kommune": (
        _IN_PARAGRAPH.format(
            '<w:drawing><wp:inline><wp:docPr id="9" name="x" descr="Kommunevåpenet"/></wp:inline>'
            "</w:drawing>"
        ),
        "",
        Vedtaksdom.LIK,
    ),
}


@pytest.mark.parametrize(("xml", "said", "dom"), UNREAD_DOCX.values(), ids=UNREAD_DOCX)
def test_docx_with_what_is_not_read(xml: str, said: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    plant = after_title("docx", xml)
    funn = judge(tmp_path, "a.docx", rewrite(as_file(GOOD, "docx"), {TEXT["docx"]: plant}))
    assert funn.dom is dom, funn.grunnar
    assert said in " ".join(funn.grunnar)


UNREAD_ODT = {
    "an embedded object": (
        "<text:p><draw:frame><draw:object/></draw:frame></text:p>",
        "innebygd objekt",
    ),
    "a part of another file": (
        "<text:section><text:section-source/><text:p/></text:section>",
        "ei anna fil",
    ),
    "a hidden part": (
        '<text:section text:display="none"><text:p>Saka er open.</text:p></text:section>',
        "gøymd",
    ),
    "a field to fill in": ("<text:p><draw:control/></text:p>", "skjemafelt"),
    "text in a wrapping nobody knows": (
        "<text:numbered-paragraph><text:p>Saka er utsett.</text:p></text:numbered-paragraph>",
        "noko av teksten",
    ),
}


@pytest.mark.parametrize(("xml", "said"), UNREAD_ODT.values(), ids=UNREAD_ODT)
def test_odt_with_what_is_not_read(xml: str, said: str, tmp_path: Path) -> None:
    plant = after_title("odt", xml)
    funn = judge(tmp_path, "a.odt", rewrite(as_file(GOOD, "odt"), {TEXT["odt"]: plant}))
    assert (funn.dom, said in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


UNREAD_WEB: dict[str, tuple[str, Vedtaksdom]] = {
    "a frame": ('<iframe src="x"></iframe>', Vedtaksdom.USIKKER),
    "a picture": ('<p><img src="x.png" alt=""></p>', Vedtaksdom.USIKKER),
    "a logo": ('<p><img src="logo.png" alt=""></p>', Vedtaksdom.LIK),
    "a picture in the head of the page": ("<header><img src='x.png'></header>", Vedtaksdom.LIK),
    "text that the style puts in": (
        '<style>li::after {content: "ikkje"}</style>',
        Vedtaksdom.USIKKER,
    ),
    "a style that strikes out points": (
        "<style>ol li:nth-child(2) {text-decoration: line-through}</style>",
        Vedtaksdom.USIKKER,
    ),
    "a style that hides what has a name": (
        '<style>#bort {display: none}</style><p id="bort">Saka er utsett.</p>',
        Vedtaksdom.USIKKER,
    ),
    "a style that hides the menus": (
        "<style>nav li {display: none} @media print {li {display: none}}</style>",
        Vedtaksdom.LIK,
    ),
    "buttons": ("<p><button>Skriv ut</button><button>Del</button></p>", Vedtaksdom.LIK),
    "what undoes it at the foot of the page": (
        "<footer><p>Vedtaket er oppheva.</p></footer>",
        Vedtaksdom.USIKKER,
    ),
}


@pytest.mark.parametrize(("html", "dom"), UNREAD_WEB.values(), ids=UNREAD_WEB)
def test_web_page_with_more_than_text(html: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    funn = judge(tmp_path, "a.html", page(POINTS, before=html).encode())
    assert funn.dom is dom, funn.grunnar


TABLES: dict[str, tuple[str, Vedtaksdom]] = {
    "number and text beside each other": (
        (
            "<tr><td>1</td><td>{0}</td></tr><tr><td>2</td><td>{1}</td></tr>"
            "<tr><td>3</td><td>{2}</td></tr>"
        ),
        Vedtaksdom.LIK,
    ),
    "recommendation and decision beside each other": (
        (
            "<tr><th>Innstilling</th><th>Vedtak</th></tr><tr><td>1. {0}</td><td>1. {0}</td></tr>"
            "<tr><td>2. {1}</td><td>2. {1}</td></tr><tr><td>3. {2}</td><td>3. {2}</td></tr>"
        ),
        Vedtaksdom.LIK,
    ),
    "another decision beside the recommendation": (
        (
            "<tr><th>Innstilling</th><th>Vedtak</th></tr><tr><td>1. {0}</td><td>1. {0}</td></tr>"
            "<tr><td>2. {1}</td><td>2. Pengane blir ståande.</td></tr>"
            "<tr><td>3. {2}</td><td>3. {2}</td></tr>"
        ),
        Vedtaksdom.ULIK,
    ),
    "a remark beside a point": (
        (
            "<tr><td>1.</td><td>{0}</td></tr><tr><td>2.</td><td>{1}</td><td>Utgår</td></tr>"
            "<tr><td>3.</td><td>{2}</td></tr>"
        ),
        Vedtaksdom.ULIK,
    ),
}


@pytest.mark.parametrize("ending", ["html", "docx", "odt"])
@pytest.mark.parametrize(("rows", "dom"), TABLES.values(), ids=TABLES)
def test_decision_in_a_table(ending: Ending, rows: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    table = f"<table>{rows.format(*POINTS)}</table>"
    made = whole(
        "<h1>Møtebok for kommunestyret i Toppdal</h1><p>Møtedato: 20.02.2031</p>"
        f"<h2>PS 12/31 Handlingsplan 2031 for bygdevekstavtalen</h2><h3>Vedtak</h3>{table}"
    )
    funn = judge(tmp_path, f"a.{ending}", as_file(made, ending))
    assert funn.dom is dom, (funn.grunnar, funn.avvik)


def test_odt_text_struck_through(tmp_path: Path) -> None:
    def plant(part: _Element) -> None:
        paragraph = last_point(ODT, part)
        styles = next(part.iter(ODT("office:automatic-styles")))
        style = styles.makeelement(
            ODT("style:style"), {ODT("style:name"): "S9", ODT("style:family"): "paragraph"}
        )
        properties = style.makeelement(
            ODT("style:text-properties"), {ODT("style:text-line-through-style"): "solid"}
        )
        style.append(properties)
        styles.append(style)
        paragraph.set(ODT("text:style-name"), "S9")

    funn = judge(tmp_path, "a.odt", rewrite(as_file(GOOD, "odt"), {TEXT["odt"]: plant}))
    assert (funn.dom, "stroke over" in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


WEB: dict[str, tuple[str, str, Vedtaksdom]] = {
    "struck": (POINTS[1], f"<s>{POINTS[1]}</s>", Vedtaksdom.USIKKER),
    "deleted word": (POINTS[1], f"<del>ikkje</del> {POINTS[1]}", Vedtaksdom.ULIK),
    "not shown": (f"<li>{POINTS[1]}", f'<li style="display: none">{POINTS[1]}', Vedtaksdom.USIKKER),
    "the whole list not shown": ("<ol>", "<ol hidden>", Vedtaksdom.USIKKER),
    "a picture in a point": (
        POINTS[1],
        f'{POINTS[1]} <img src="x" alt="ikkje">',
        Vedtaksdom.USIKKER,
    ),
    "bold and a link": (POINTS[1], f'<b><a href="#x">{POINTS[1]}</a></b>', Vedtaksdom.LIK),
    "in a table": ("<ol>", "<table><tr><td><ol>", Vedtaksdom.LIK),
    "a script": ("<ol>", "<script>ikkje()</script><ol>", Vedtaksdom.LIK),
    "no list, line breaks": (
        f"<ol><li>{POINTS[0]}</li><li>{POINTS[1]}</li><li>{POINTS[2]}</li></ol>",
        f"<p>1. {POINTS[0]}<br>2. {POINTS[1]}<br>3. {POINTS[2]}</p>",
        Vedtaksdom.LIK,
    ),
    "lines as they are written": (
        f"<ol><li>{POINTS[0]}</li><li>{POINTS[1]}</li><li>{POINTS[2]}</li></ol>",
        f"<pre>\n1. {POINTS[0]}\n2. {POINTS[1]}\n3. {POINTS[2]}\n</pre>",
        Vedtaksdom.LIK,
    ),
    "no list, no breaks": (
        f"<ol><li>{POINTS[0]}</li><li>{POINTS[1]}</li><li>{POINTS[2]}</li></ol>",
        f"<p>1. {POINTS[0]} 2. {POINTS[1]} 3. {POINTS[2]}</p>",
        Vedtaksdom.ULIK,
    ),
    "typed in Latin 1": ("Møtebok", "Møtebok", Vedtaksdom.LIK),
}


@pytest.mark.parametrize(("old", "new", "dom"), WEB.values(), ids=WEB)
def test_web_page(old: str, new: str, dom: Vedtaksdom, tmp_path: Path) -> None:
    assert old in GOOD
    funn = judge(tmp_path, "a.html", GOOD.replace(old, new).encode("cp1252"))
    assert funn.dom is dom, funn


def test_web_page_struck_by_its_style(tmp_path: Path) -> None:
    style = "<style>li.ut {text-decoration: line-through}</style></head>"
    styled = GOOD.replace("</head>", style)
    used = styled.replace(f"<li>{POINTS[1]}", f'<li class="ut">{POINTS[1]}')
    assert judge(tmp_path, "a.html", styled.encode()).dom is Vedtaksdom.LIK
    assert judge(tmp_path, "a.html", used.encode()).dom is Vedtaksdom.USIKKER


def test_document_of_another_year(tmp_path: Path) -> None:
    edited = page(POINTS, head='<meta name="planår" content="2030">')
    for ending in ("html", "docx", "odt", "pdf"):
        funn = judge(tmp_path, "a.html" if ending == "html" else "a", as_file(edited, ending))
        assert (funn.dom, "planen for 2030" in " ".join(funn.grunnar)) == (Vedtaksdom.USIKKER, True)


# --- hyphens at the end of lines ---

DIVIDED = {
    "one word": ("godkjen|ner planen", "godkjenner planen"),
    "a word with a hyphen": ("ikkje|prinsipielle endringar", "ikkje-prinsipielle endringar"),
    "two words": ("nærings|og planavdelingane", "nærings- og planavdelingane"),
    "divided twice": ("ikkje|prin|sipielle endringar", "ikkje-prinsipielle endringar"),
    "not known": ("ukje|nt", "ukjent"),
}


@pytest.mark.parametrize(("text", "joined"), DIVIDED.values(), ids=DIVIDED)
def test_divided_words(text: str, joined: str) -> None:
    known = frozenset(["godkjenner", "planen", "ikkje-prinsipielle", "endringar", "nærings-", "og"])
    assert joined_words(text.replace("|", LINJEBROT), known) == joined
