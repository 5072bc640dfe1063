"""The minutes of one meeting as files of every format, and files that cannot be read."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Literal

from PIL import Image
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
)

from bygdeplan.convert import convert
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import look_of

Ending = Literal["docx", "odt", "pdf", "html", "txt"]
ENDINGS: tuple[Ending, ...] = ("docx", "odt", "pdf", "html", "txt")

_LOOK = look_of(Malar())
_PAGE = """<!doctype html>
<html lang="nn-NO"><head><title>Møtebok</title><meta name="author" content="Toppdal kommune">
<meta name="date" content="2031-02-20"><meta name="topptekst" content="Møtebok">
<meta name="avsendar" content="Sekretariatet"><meta name="botntekst" content="20.02.2031">
{head}</head><body><main>
{body}</main></body></html>
"""
_MINUTES = """<h1>Møtebok for kommunestyret i Toppdal</h1>
<p>Utval: Kommunestyret</p>
<p>Møtedato: 20.02.2031</p>
<h2>PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen</h2>
{before}<h3>Innstilling frå kommunedirektøren</h3>
<p>Planen blir lagd fram slik han er.</p>
<h3>{label}</h3>
<ol>{points}</ol>
<p>Vedtaket var samrøystes.</p>
{after}"""


def whole(body: str, head: str = "") -> str:
    """A page of which a file of any format can be made."""
    return _PAGE.format(body=body, head=head)


def page(
    points: Sequence[str],
    label: str = "Vedtak",
    before: str = "",
    after: str = "",
    head: str = "",
) -> str:
    """The minutes as a web page; what goes before and after is HTML."""
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    return whole(_MINUTES.format(points=items, label=label, before=before, after=after), head)


def as_file(page: str, ending: Ending) -> bytes:
    """The page in a format; plain text is what is saved from Markdown."""
    if ending == "html":
        return page.encode()
    return convert(page, ["md" if ending == "txt" else ending], _LOOK)[
        "md" if ending == "txt" else ending
    ]


def locked_pdf(content: bytes) -> bytes:
    """A pdf with a password to open it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt("hemmeleg", algorithm="RC4-128")
    return _bytes(writer)


def scanned_pdf() -> bytes:
    """A pdf whose page is a picture."""
    made = BytesIO()
    Image.new("L", (100, 140), 255).save(made, "pdf")
    return made.getvalue()


def drawn_over(content: bytes, operators: bytes) -> bytes:
    """A pdf with strokes drawn over its first page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    page = writer.pages[0]
    drawn = PdfWriter().add_blank_page(float(page.mediabox.width), float(page.mediabox.height))
    stream = DecodedStreamObject()
    stream.set_data(operators)
    drawn[NameObject("/Contents")] = stream
    page.merge_page(drawn)
    return _bytes(writer)


_FACE = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}


def written_over(
    content: bytes, operators: bytes, *, before: bytes = b"", in_drawing: bool = False
) -> bytes:
    """A pdf with something drawn before its first page, and over it text in the face F9.

    The text may be that of a drawing.
    """
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    page = writer.pages[0]
    face = DictionaryObject({NameObject(key): NameObject(value) for key, value in _FACE.items()})
    faces = DictionaryObject({NameObject("/F9"): face})
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    _held(resources, "/Font").update(faces)
    if in_drawing:
        drawing = DecodedStreamObject()
        drawing.set_data(operators)
        drawing[NameObject("/Type")] = NameObject("/XObject")
        drawing[NameObject("/Subtype")] = NameObject("/Form")
        drawing[NameObject("/BBox")] = RectangleObject((0, 0, 600, 850))
        drawing[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): faces})
        _held(resources, "/XObject")[NameObject("/X9")] = drawing
        operators = b"/X9 Do"
    contents = page.get_contents()
    assert contents is not None
    stream = DecodedStreamObject()
    stream.set_data(before + b"\nq\n" + contents.get_data() + b"\nQ\nq " + operators + b" Q")
    page[NameObject("/Contents")] = stream
    return _bytes(writer)


def _held(resources: DictionaryObject, kind: str) -> DictionaryObject:
    """What a page has of a kind; nothing yet, if it has none."""
    held = resources.setdefault(NameObject(kind), DictionaryObject()).get_object()
    assert isinstance(held, DictionaryObject)
    return held


def place_of(content: bytes, text: str) -> tuple[float, float]:
    """Where on the first page a text begins, in points from its lower left corner."""
    found: list[tuple[float, float]] = []

    def look(piece: str, cm: list[float], *_: object) -> None:
        if piece.strip().startswith(text):
            found.append((float(cm[4]), float(cm[5])))

    PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=look)
    [place] = found
    return place


def stamped(content: bytes, height: float) -> bytes:
    """A pdf with a picture on its first page, so high above its foot in parts of the page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    page = writer.pages[0]
    [picture] = PdfReader(BytesIO(scanned_pdf())).pages
    placed = Transformation().scale(0.3).translate(100, height * float(page.mediabox.height))
    page.merge_transformed_page(picture, placed)
    return _bytes(writer)


def with_note(content: bytes, kind: str) -> bytes:
    """A pdf with a note on its first page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    box = RectangleObject((90, 590, 300, 610))
    writer.add_annotation(0, {"/Type": "/Annot", "/Subtype": kind, "/Rect": box})
    return _bytes(writer)


def with_file_inside(content: bytes) -> bytes:
    """A pdf that carries another file."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.add_attachment("retting.txt", b"Saka er utsett.")
    return _bytes(writer)


def _bytes(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
