"""Pictures of a docx file: what they say to a screen reader, and nothing of where they are from."""

from lxml.etree import _Element

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"


def name_pictures(body: _Element, texts: tuple[str, ...]) -> None:
    """Give each picture a number for its name, and its alternative text.

    pandoc writes the whole of a picture as the name of its file.
    """
    for element in (_DRAWING, _PICTURE):
        for number, (picture, text) in enumerate(zip(body.iter(element), texts, strict=True), 1):
            picture.set("name", f"Bilete {number}")
            picture.set("descr", text)
            picture.attrib.pop("title", None)
    for frame in body.iter(_INLINE):
        # Where nothing is said, LibreOffice leaves an eighth of an inch.
        for side in ("distT", "distB", "distL", "distR"):
            frame.set(side, "0")
