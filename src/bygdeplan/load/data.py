"""Nodes → the plain data the model reads, and the marks «førebels» and «døme» beside them."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bygdeplan.funn.finding import Finding
from bygdeplan.load.ordlegging import sitat
from bygdeplan.load.reglar import MERKE, UMERKT
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence
from bygdeplan.model.felt import answer_in
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import MERKESLAG, Merke, Merkeslag, Path
from bygdeplan.ord.suggestion import suggestion

Data = str | None | list["Data"] | dict[str, "Data"]
"""What a plan file says: text, nothing, lists and mappings."""


class Merking(NamedTuple):
    """A mark as it is written in the mapping at a path."""

    slag: Merkeslag
    path: Path
    mapping: Mapping
    value: Node


def read_data(root: Node) -> tuple[Data, list[Merking]]:
    """What the file says, without the marks, and the marks as they are written, in its order."""
    marks: list[Merking] = []
    return _read(root, (), marks), marks


def _read(node: Node, path: Path, marks: list[Merking]) -> Data:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_read(item, (*path, index), marks) for index, item in enumerate(node.items)]
        case Mapping():
            marks += [
                Merking(slag, path, node, node.entries[slag][1])
                for slag in MERKESLAG
                if slag in node.entries
            ]
            return {name: _read(value, (*path, name), marks) for name, value in _unmarked(node)}


def marks_with_effect(marks: Iterable[Merking]) -> Merke:
    """What is marked, by the marks that have an effect."""
    marked: dict[Merkeslag, set[Path]] = {"førebels": set(), "døme": set()}
    for mark in marks:
        marked[mark.slag].update(path for path in _marked(mark) if _why_unmarked(path) is None)
    return Merke(frozenset(marked["førebels"]), frozenset(marked["døme"]))


def mark_findings(
    marks: Iterable[Merking], is_told_of: Callable[[Path], bool] = lambda _: False
) -> Iterator[Finding]:
    """The marks that cannot be read, those on what is not there, and those without effect.

    `is_told_of` answers whether other findings tell of what is lacking at a path.
    """
    for mark in marks:
        path = (*mark.path, mark.slag)
        if isinstance(mark.value, Sequence):
            yield from _unknown_names(mark, path, mark.value, is_told_of)
            yield from _names_without_effect(mark, path, mark.value)
        elif _answer(mark.value) is None:
            yield MERKE.finding(
                path,
                f"Merket `{mark.slag}` må vere «ja» eller ei liste av nøklar.",
                f"Skriv «{mark.slag}: ja» for heile gruppa, eller «{mark.slag}: [tittel, vekt]».",
            )
        elif _answer(mark.value) and mark.path:
            yield from _without_effect(mark, mark.path, path, "Ta bort merket.")


def _unmarked(node: Mapping) -> Iterator[tuple[str, Node]]:
    return ((name, value) for name, (_, value) in node.entries.items() if name not in MERKESLAG)


def _marked(mark: Merking) -> Iterator[Path]:
    """The paths a mark is put on."""
    if isinstance(mark.value, Sequence):
        known = dict(_unmarked(mark.mapping)).keys()
        yield from ((*mark.path, name) for name in _names(mark.value) if name in known)
    elif _answer(mark.value):
        yield mark.path


def _names(node: Sequence) -> Iterator[str | None]:
    return (item.text if isinstance(item, Scalar) else None for item in node.items)


def _answer(node: Node) -> bool | None:
    text = node.text if isinstance(node, Scalar) else None
    return answer_in(text or "")


def _unknown_names(
    mark: Merking, path: Path, value: Sequence, is_told_of: Callable[[Path], bool]
) -> Iterator[Finding]:
    known = dict(_unmarked(mark.mapping))
    for index, name in enumerate(_names(value)):
        if name not in known and not is_told_of((*mark.path, name or "")):
            message = f"Merket `{mark.slag}` viser til ein nøkkel som ikkje står her"
            yield MERKE.finding(
                (*path, index),
                f"{message}: {sitat(name or '…')}.",
                suggestion(name or "", list(known)),
            )


def _names_without_effect(mark: Merking, path: Path, value: Sequence) -> Iterator[Finding]:
    for index, name in enumerate(_names(value)):
        if name is not None and name in mark.mapping.entries:
            advice = f"Ta {sitat(name)} ut av merket."
            yield from _without_effect(mark, (*mark.path, name), (*path, index), advice)


def _without_effect(mark: Merking, marked: Path, at: Path, advice: str) -> Iterator[Finding]:
    why = _why_unmarked(marked)
    if why is not None:
        words = f"Merket `{mark.slag}` har ingen verknad på {sitat(marked[-1])}. {why}"
        yield UMERKT.finding(at, words, advice)


def _why_unmarked(path: Path) -> str | None:
    """Why a mark makes no sense right on what lies at a path; None when it does.

    On a group that such a field lies in, it is a mark on the others.
    """
    felt = field_at(path)
    return felt.om.umerkt if felt else None
