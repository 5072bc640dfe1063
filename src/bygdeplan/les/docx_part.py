"""A part of a docx, and what it refers to."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lxml.etree import _Element

from bygdeplan.les.names import DOCX
from bygdeplan.les.package import Package


class Relasjon(NamedTuple):
    """That a part refers to another, or to something outside the file."""

    slag: str
    """`image`: the end of what the format calls its type."""
    mål: str
    """The name of a part, or an address."""
    er_utanfor: bool


class DocxPart:
    """A part by its name; the file as a whole has none."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self.name = name

    def xml(self) -> _Element:
        """What is in it; raises `Avvist` as `Package.xml` does."""
        return self.package.xml(self.name)

    @cached_property
    def relations(self) -> dict[str, Relasjon]:
        """What it refers to, by the number it has for it."""
        folder, name = posixpath.split(self.name)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.package:
            return {}
        found = {}
        for relation in DOCX.all(self.package.xml(rels), "rel:Relationship"):
            kind = posixpath.basename(relation.get("Type", ""))
            target, outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = Relasjon(kind, target, outside)
        return found

    def related(self, kind: str) -> Iterator["DocxPart"]:
        """The parts of a kind that it refers to."""
        for relation in self.relations.values():
            if relation.slag == kind and not relation.er_utanfor:
                yield DocxPart(self.package, relation.mål)

    def one(self, kind: str) -> tuple[str, _Element | None]:
        """The name of a related part and what is in it, if there is one."""
        for part in self.related(kind):
            return part.name, part.xml()
        return kind, None
