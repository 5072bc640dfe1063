"""pikepdf, which reads what a pdf says of itself to archives and screen readers.

Typst refuses to write a pdf that breaks PDF/A-2a or PDF/UA-1; this looks whether it wrote one.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
from lxml import html
from pikepdf import Dictionary, Name, Object, Pdf, PdfError

from tools.judges.verdict import Complaint, Judge

_MARKS = {
    "pdfaid:part": "2",
    "pdfaid:conformance": "A",
    "pdfuaid:part": "1",
}


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Read each file, and the page of the same document, which says what language they are in."""
    for file in files:
        language = html.parse(file.with_suffix(".html")).getroot().get("lang", "")
        try:
            with pikepdf.open(file) as pdf:
                yield from (Complaint(file, says) for says in complaints(pdf, language))
        except PdfError as error:
            yield Complaint(file, f"it cannot be read: {error}")


def complaints(pdf: Pdf, language: str) -> Iterator[str]:
    """What a pdf leaves out."""
    root = pdf.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "it is not marked as tagged"
    if root.get("/Lang") != language:
        yield f"its language is not {language}"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "its title is not shown"
    if root.get("/Outlines", Dictionary()).get("/Count") is None:
        yield "it has no bookmarks"
    yield from _said(pdf)
    yield from _tags(root.get("/StructTreeRoot"))


def _said(pdf: Pdf) -> Iterator[str]:
    metadata = pdf.open_metadata()
    for name in ("dc:title", "dc:creator", "xmp:CreateDate"):
        if not metadata.get(name):
            yield f"it says nothing as {name}"
    for name, value in _MARKS.items():
        if metadata.get(name) != value:
            yield f"{name} is not {value}"


def _tags(tree: Object | None) -> Iterator[str]:
    """Faults in the tags that a screen reader goes by."""
    elements = [] if tree is None else list(_elements(tree))
    kinds = [str(element.get("/S")) for element in elements]
    if "/H1" not in kinds:
        yield "it has no heading 1 among its tags"
    if "/Table" in kinds and "/TH" not in kinds:
        yield "its tables have no header cells"
    for element in elements:
        if element.get("/S") == Name.Figure and not str(element.get("/Alt", "")).strip():
            yield "a figure has no alternative text"


def _elements(parent: Object) -> Iterator[Dictionary]:
    """The structure elements below one: its child, or each of an array of children."""
    children = parent.get("/K", pikepdf.Array())
    for child in children.as_list() if isinstance(children, pikepdf.Array) else [children]:
        # A number is a piece of the page itself.
        if isinstance(child, Dictionary):
            yield child
            yield from _elements(child)


def _edited(change: Callable[[Pdf], object]) -> Callable[[bytes], bytes]:
    def plant(file: bytes) -> bytes:
        written = BytesIO()
        with pikepdf.open(BytesIO(file)) as pdf:
            change(pdf)
            pdf.save(written)
        return written.getvalue()

    return plant


def _unsaid(name: str) -> Callable[[bytes], bytes]:
    def take_out(pdf: Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            del metadata[name]

    return _edited(take_out)


def _retagged(old: Name, new: Name) -> Callable[[bytes], bytes]:
    def retag(pdf: Pdf) -> None:
        for element in _elements(pdf.Root.StructTreeRoot):
            if element.get("/S") == old:
                element.S = new

    return _edited(retag)


PIKEPDF = Judge(
    "pikepdf",
    ("pdf",),
    judge,
    {
        "no tags": _edited(lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
        "not marked as tagged": _edited(lambda pdf: pdf.Root.__delitem__("/MarkInfo")),
        "no language": _edited(lambda pdf: pdf.Root.__delitem__("/Lang")),
        "no bookmarks": _edited(lambda pdf: pdf.Root.__delitem__("/Outlines")),
        "no title": _unsaid("dc:title"),
        "no PDF/A": _unsaid("pdfaid:part"),
        "no PDF/UA": _unsaid("pdfuaid:part"),
        "no heading 1": _retagged(Name.H1, Name.P),
        "no header cells": _retagged(Name.TH, Name.TD),
        "a figure without text": _retagged(Name.H2, Name.Figure),
        "half a file": lambda file: file[: len(file) // 2],
    },
)
