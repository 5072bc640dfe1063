"""Drawings in the page: lines in html and pdf, pixels in docx and odt, words to read aloud."""

from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bygdeplan.convert import ConversionError, convert
from bygdeplan.convert.opendocument import PREFIXES
from tests.convert.pages import ALT, DRAWING, FIGURE, LOOK, page, part, styles_of, values

pytestmark = pytest.mark.slow

PLAN = page(f"<p>Sjå <a href='#figur-1'>figur 1</a></p>{FIGURE}{FIGURE.replace('-1', '-2')}")
RELATIONS_OF_THE_TEXT = "word/_rels/document.xml.rels"
EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
# 378 pixels of a browser are 100 mm.
EMU_PER_MM, MM = 36000, 100


@pytest.fixture(scope="module")
def docx() -> bytes:
    return convert(PLAN, ["docx"], LOOK)["docx"]


@pytest.fixture(scope="module")
def odt() -> bytes:
    return convert(PLAN, ["odt"], LOOK)["odt"]


def pixels(package: bytes) -> list[Image.Image]:
    with ZipFile(BytesIO(package)) as parts:
        return [
            Image.open(BytesIO(parts.read(name)))
            for name in parts.namelist()
            if name.endswith(".png")
        ]


@pytest.mark.parametrize("made", ["docx", "odt"])
def test_pixels_are_those_of_the_drawing(made: str, request: pytest.FixtureRequest) -> None:
    for picture in pixels(request.getfixturevalue(made)):
        rgb = picture.convert("RGB")
        assert rgb.getpixel((1, 1)) == (0x1F, 0x3A, 0x4D)
        assert rgb.getpixel((rgb.width - 2, 1)) == (0xFF, 0xFF, 0xFF)
        assert rgb.width > 378


def test_docx_shows_them_at_their_size(docx: bytes) -> None:
    body = part(docx, "word/document.xml")
    widths = [int(e.get("cx", 0)) for e in body.iter("{*}extent")]
    assert widths == [pytest.approx(MM * EMU_PER_MM, abs=EMU_PER_MM)] * 2


@pytest.mark.parametrize("said", ['width="378"', ""])
def test_a_drawing_that_does_not_say_its_size_has_that_of_its_view_box(said: str) -> None:
    unsaid = DRAWING.replace('width="378" height="189"', said, 1)
    docx = convert(page(f"<figure>{unsaid}</figure>"), ["docx"], LOOK)["docx"]
    [picture] = pixels(docx)
    assert picture.size == (2 * 378, 2 * 189)
    [extent] = part(docx, "word/document.xml").iter("{*}extent")
    shown = [int(extent.get(side, 0)) / EMU_PER_MM for side in ("cx", "cy")]
    assert shown == [pytest.approx(MM, abs=1), pytest.approx(MM / 2, abs=1)]


def test_each_drawing_is_in_its_place_and_one_drawing_lies_there_once() -> None:
    colours = [*(f"#1010{number:02x}" for number in range(16, 28)), "#101010"]
    figures = (f"<figure>{DRAWING.replace('#1f3a4d', colour)}</figure>" for colour in colours)
    docx = convert(page("".join(figures)), ["docx"], LOOK)["docx"]
    files = {each.get("Id"): each.get("Target") for each in part(docx, RELATIONS_OF_THE_TEXT)}
    places = [each.get(EMBEDDED) for each in part(docx, "word/document.xml").iter("{*}blip")]
    with ZipFile(BytesIO(docx)) as parts:
        drawn = [Image.open(BytesIO(parts.read(f"word/{files[place]}"))) for place in places]
    first_pixels = [picture.convert("RGB").tobytes()[:3].hex() for picture in drawn]
    assert [f"#{pixel}" for pixel in first_pixels] == colours
    assert len(set(places)) == len(set(colours))


def test_docx_says_what_they_show_and_not_where_they_are_from(docx: bytes) -> None:
    body = part(docx, "word/document.xml")
    for tag in ("{*}docPr", "{*}cNvPr"):
        said = [(e.get("name"), e.get("descr"), e.get("title")) for e in body.iter(tag)]
        assert said == [("Bilete 1", ALT, None), ("Bilete 2", ALT, None)]


def test_docx_keeps_a_picture_with_its_caption(docx: bytes) -> None:
    body = part(docx, "word/document.xml")
    assert styles_of(body)[-4:] == ["CaptionedFigure", "ImageCaption"] * 2
    [style] = [
        s for s in part(docx, "word/styles.xml") if values(s, "name")[:1] == ["Captioned Figure"]
    ]
    assert values(style, "pPr/keepNext") == ["1"]
    assert values(body, "hyperlink", "anchor") == ["figur-1"]
    assert "figur-1" in values(body, "bookmarkStart", "name")


def test_odt_says_what_they_show(odt: bytes) -> None:
    frames = part(odt, "content.xml").findall(".//draw:frame", PREFIXES)
    assert [frame.findtext("svg:desc", "", PREFIXES) for frame in frames] == [ALT, ALT]
    names = [frame.get(f"{{{PREFIXES['draw']}}}name") for frame in frames]
    assert names == ["Bilete 1", "Bilete 2"]


def test_odt_leads_to_the_caption(odt: bytes) -> None:
    bookmarks = part(odt, "content.xml").iterfind(".//text:bookmark", PREFIXES)
    names = [bookmark.get(f"{{{PREFIXES['text']}}}name") for bookmark in bookmarks]
    assert names == ["figur-1", "figur-2"]


def test_pdf_draws_them_and_reads_them_aloud() -> None:
    reader = PdfReader(BytesIO(convert(PLAN, ["pdf"], LOOK)["pdf"]))
    objects = (reader.get_object(number) for number in reader.xref[0])
    said = [str(o["/Alt"]) for o in objects if isinstance(o, DictionaryObject) and "/Alt" in o]
    assert said == [ALT, ALT]
    assert [image for sheet in reader.pages for image in sheet.images] == []


def test_md_says_what_they_show() -> None:
    text = convert(PLAN, ["md"], LOOK)["md"].decode()
    assert text.count("Stolpar: «Hus» 60 % \\& 3 \\< 4\n\nFigur") == 2
    assert "data:" not in text


def test_html_keeps_the_drawing() -> None:
    assert DRAWING in convert(PLAN, ["html"], LOOK)["html"].decode()


def test_letters_of_a_drawing_are_no_text_of_the_page() -> None:
    lettered = FIGURE.replace("</svg>", "<text>60</text></svg>")
    assert convert(page(lettered), ["md"], LOOK)


@pytest.mark.parametrize(
    "silent",
    [
        DRAWING.replace("aria-label", "data-x"),
        DRAWING.replace(ALT.replace("&", "&amp;").replace("<", "&lt;"), " "),
        f'<img src="data:image/svg+xml;base64,{b64encode(DRAWING.encode()).decode()}">',
    ],
)
def test_a_picture_that_says_nothing_is_refused(silent: str) -> None:
    with pytest.raises(ConversionError, match="manglar alternativ tekst"):
        convert(page(f"<figure>{silent}</figure>"), ["docx"], LOOK)


def test_a_drawing_that_cannot_be_read_is_told_of() -> None:
    with pytest.raises(ConversionError, match="Ei teikning i malen let seg ikkje lese"):
        convert(page('<figure><svg aria-label="Hus"><rect></svg></figure>'), ["docx"], LOOK)
