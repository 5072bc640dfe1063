"""Rendered files, and faults planted in them the way Word and LibreOffice would write them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from lxml.etree import _Element, fromstring

from bygdeplan.audit import audit_file
from bygdeplan.convert.package import rewrite
from bygdeplan.funn.checked import FileFinding
from bygdeplan.les.names import DOCX, ODT, Names
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.rendered import documents

Ending = Literal["docx", "odt"]
Plant = Callable[[_Element], None]
"""An edit of one part of a file."""

NAMES = {"docx": DOCX, "odt": ODT}
HEADING = {"docx": "w:p", "odt": "text:h"}
"""The element that the title is, the first of its kind."""


@dataclass(frozen=True)
class Case:
    """Edits of some parts, and what is then found: the codes, and words of the first message."""

    name: str
    plants: Mapping[str, Plant]
    codes: tuple[str, ...]
    said: str = ""


def found(ending: Ending, plants: Mapping[str, Plant], folder: Path) -> list[FileFinding]:
    """What edits in some parts of a rendered document bring with them."""
    before = findings(rendered(ending), folder)
    edited = rewrite(rendered(ending), plants)
    return [finding for finding in findings(edited, folder) if finding not in before]


def findings(file: bytes, folder: Path) -> list[FileFinding]:
    """What is found in a file; what is alike is not told apart."""
    path = folder / "fil"
    path.write_bytes(file)
    return [replace(each, fingerprint="") for each in audit_file(path).findings]


def rendered(ending: Ending, name: str = "statusrapport-2030") -> bytes:
    """A document of the invented pilot as the program makes it."""
    return _files(name)[f".{ending}"]


@cache
def _files(name: str) -> dict[str, bytes]:
    files = produce([documents("2031")[name]], Malar(), ["docx", "odt"], Path())
    return {path.suffix: content for path, content in files.items()}


def both(*plants: Plant) -> Plant:
    """One edit after another."""

    def plant(part: _Element) -> None:
        for one in plants:
            one(part)

    return plant


def after_title(ending: Ending, xml: str) -> Plant:
    """Put blocks right after the title."""
    names = NAMES[ending]

    def plant(text: _Element) -> None:
        title = next(text.iter(names(HEADING[ending])))
        for block in reversed([*fragment(names, f"<x>{xml}</x>")]):
            title.addnext(block)

    return plant


def before_title(ending: Ending, xml: str) -> Plant:
    """Put a block right before the title."""
    names = NAMES[ending]

    def plant(text: _Element) -> None:
        next(text.iter(names(HEADING[ending]))).addprevious(fragment(names, xml))

    return plant


def at_end(ending: Ending, xml: str) -> Plant:
    """Put blocks after all others."""
    names = NAMES[ending]

    def plant(text: _Element) -> None:
        body = names.find(text, "w:body" if ending == "docx" else "office:body/office:text")
        assert body is not None
        # The last element of a docx is its page layout.
        place = len(body) - 1 if ending == "docx" else len(body)
        body[place:place] = [*fragment(names, f"<x>{xml}</x>")]

    return plant


def fragment(names: Names, xml: str) -> _Element:
    """An element written with the prefixes of its format."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.prefixes.items())
    return fromstring(f"<x {declared}>{xml}</x>")[0]


def drop(names: Names, path: str) -> Plant:
    """Take away the first element at a path."""

    def plant(part: _Element) -> None:
        element = _first(names, part, path)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return plant


def drop_all(names: Names, path: str) -> Plant:
    """Take away every element at a path."""

    def plant(part: _Element) -> None:
        for _ in names.all(part, f".//{path}"):
            drop(names, path)(part)

    return plant


def put(names: Names, path: str, attribute: str, value: str) -> Plant:
    """Set an attribute of the first element at a path."""

    def plant(part: _Element) -> None:
        _first(names, part, path).set(names(attribute), value)

    return plant


def write(names: Names, path: str, text: str) -> Plant:
    """Set the text of the first element at a path."""

    def plant(part: _Element) -> None:
        _first(names, part, path).text = text

    return plant


def add(names: Names, path: str, xml: str) -> Plant:
    """Put an element last in the first one at a path."""

    def plant(part: _Element) -> None:
        _first(names, part, path).append(fragment(names, xml))

    return plant


def _first(names: Names, part: _Element, path: str) -> _Element:
    element = part if path == "." else names.find(part, f".//{path}")
    assert element is not None, path
    return element
