"""The smallest changes of a plan file, each as pieces of text that come in instead of others."""

import re
from collections.abc import Iterable, Iterator, Set
from collections.abc import Sequence as Row
from dataclasses import replace
from typing import NamedTuple

from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.load.source import Mapping, Node, Scalar
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.utgave.filtekst import Filtekst, Innfelling, Sted, missing, named
from bygdeplan.utgave.skrivemate import (
    LINJEBREIDD,
    Nedskrift,
    Skrivestad,
    entry,
    entry_in_brackets,
    write,
)


def set_value(
    fil: Filtekst, path: Path, value: Data, comment: str | None = None
) -> list[Innfelling]:
    """Another value for what lies at a path, with a comment beside it where none is in brackets."""
    way = fil.walk(path)
    sted = way[-1]
    is_text = isinstance(sted.node, Scalar) and sted.node.text is not None
    before = fil.way(sted.node) if is_text else None
    stad = _stad_of(fil, path, way)
    first, *rest = _replaced(fil, sted, write(value, stad, before))
    if comment is None or stad.in_brackets:
        return [first, *rest]
    return [first, Innfelling(first.stop, fil.end_of_line(first.stop), f"  # {comment}"), *rest]


def add(fil: Filtekst, path: Path, place: int, value: Data) -> list[Innfelling]:
    """A key that is not there, at a place among those of its group, or an item of a list."""
    return _added(fil, path[:-1], place, _Ny(fil, path, value))


def remove(fil: Filtekst, paths: Iterable[Path]) -> Iterator[Innfelling]:
    """What lies at some paths away, none of them in another; a group stays, empty if all goes."""
    groups: dict[Path, list[Path]] = {}
    for path in paths:
        groups.setdefault(path[:-1], []).append(path)
    for alike in groups.values():
        yield from _removed(fil, [fil.walk(path) for path in alike])


def move(fil: Filtekst, path: Path, to: Path, place: int, value: Data) -> list[Innfelling]:
    """What lies at a path, a value, to a place in a group, counted without it."""
    sted = fil.walk(path)[-1]
    is_near = to[:-1] == path[:-1]
    if is_near and fil.steder(sted.group).index(sted) == place:
        return []
    added = _added(
        fil, to[:-1], place, _Flytta(sted, _Ny(fil, to, value)), sted if is_near else None
    )
    return [*added, *remove(fil, [path])]


def _stad(fil: Filtekst, path: Path, column: int, *, in_brackets: bool) -> Skrivestad:
    key = path[-1]
    label = 1 if isinstance(key, int) else len(key) + 1
    return Skrivestad(
        column=column,
        used=column + label + 1,
        looked_through=lambda: fil.skikk,
        felt=field_at(path),
        in_brackets=in_brackets,
        in_list=isinstance(key, int),
        is_mark=key in MERKESLAG,
    )


def _stad_of(fil: Filtekst, path: Path, way: Row[Sted]) -> Skrivestad:
    """The place of a value that is there, as its author has it."""
    sted = way[-1]
    in_brackets = any(fil.is_in_brackets(each.group) for each in way)
    stad = _stad(fil, path, fil.column_of(sted.start), in_brackets=in_brackets)
    if fil.is_on_lines(sted.node):
        return _with_lines_of(fil, sted.node, stad)
    comment = fil.comment_below(sted)
    if comment is not None and comment >= stad.text_column:
        # A text on lines of its own would take in a comment as far in as it.
        stad = replace(stad, indent=comment + stad.skikk.step)
    start, end = fil.start(sted.node), fil.end(sted.node)
    if fil.line_of(start) == fil.line_of(end) and fil.column_of(end) > LINJEBREIDD:
        return replace(stad, width=_ANY_WIDTH)
    return stad


_ANY_WIDTH = 1_000_000


def _with_lines_of(fil: Filtekst, node: Node, stad: Skrivestad) -> Skrivestad:
    """As far in as a text is there, and, where it is folded, as wide."""
    first, last = fil.line_of(fil.start(node)) + 1, fil.line_of(fil.end(node))
    texts = [line.text for line in fil.lines[first : last + 1] if line.text.strip()]
    return replace(
        stad,
        indent=min((len(text) - len(text.lstrip(" ")) for text in texts), default=None),
        width=max(map(len, texts)) if len(texts) > 1 else LINJEBREIDD,
    )


class _Ny(NamedTuple):
    """A key with its value, or an item, that is to be written."""

    fil: Filtekst
    path: Path
    value: Data

    @property
    def key(self) -> str | None:
        return None if isinstance(self.path[-1], int) else self.path[-1]

    def lines(self, column: int) -> list[str]:
        """It on lines of its own."""
        stad = _stad(self.fil, self.path, column, in_brackets=False)
        return [*entry(self.key, self.value, stad)]

    def in_brackets(self) -> "_Ledd":
        """It as one of several in brackets."""
        stad = _stad(self.fil, self.path, 0, in_brackets=True)
        return _Ledd(entry_in_brackets(self.key, self.value, stad))

    def alone(self, stad: Skrivestad) -> Nedskrift:
        """It as all there is in its group, which is at a place."""
        return write([self.value] if self.key is None else {self.key: self.value}, stad)


class _Ledd(NamedTuple):
    """One of several in brackets, with the comments that are its own where it has lines alone."""

    text: str
    above: tuple[str, ...] = ()
    beside: str = ""

    @property
    def is_remarked(self) -> bool:
        return bool(self.above or self.beside)

    def on_lines(self, column: int, comma: str) -> str:
        indent = " " * column
        remarks = "".join(f"{indent}{remark}\n" for remark in self.above)
        return f"{remarks}{indent}{self.text}{comma}{self.beside}"


class _Flytta(NamedTuple):
    """A key with its value, or an item, that stands elsewhere in the file."""

    sted: Sted
    ny: _Ny

    def lines(self, column: int) -> list[str]:
        fil, sted = self.ny.fil, self.sted
        if fil.is_in_brackets(sted.group):
            ledd = self.in_brackets()
            first, *rest = self.ny.lines(column)
            indent = " " * column
            return [*(indent + remark for remark in ledd.above), first + ledd.beside, *rest]
        before = fil.column_of(sted.start)
        texts = self._texts()
        if not fil.is_first_on_line(sted.start):
            texts[0] = " " * before + texts[0][before:]
        return [_moved_in(text, before, column) for text in texts]

    def in_brackets(self) -> _Ledd:
        fil, sted = self.ny.fil, self.sted
        if not fil.is_in_brackets(sted.group):
            if "#" in "".join(self._texts()):
                raise _remarked(self.ny.path)
            return self.ny.in_brackets()
        end = fil.end_of(sted)
        text = fil.text[sted.start : end]
        if not _has_line_alone(fil, sted):
            return _Ledd(text)
        above = fil.lines[fil.first_line(sted) : fil.line_of(sted.start)]
        beside = fil.text[_comma_after(fil, end) or end : fil.end_of_line(end)]
        return _Ledd(text, tuple(line.text.strip() for line in above), beside.rstrip())

    def alone(self, stad: Skrivestad) -> Nedskrift:
        further = stad.skikk.dash if self.ny.key is None else stad.skikk.step
        return Nedskrift("", tuple(self.lines(stad.column + (2 if stad.in_list else further))))

    def _texts(self) -> list[str]:
        fil, sted = self.ny.fil, self.sted
        lines = fil.lines[fil.first_line(sted) : fil.last_line(sted) + 1]
        return [line.text for line in lines]


def _remarked(path: Path) -> Fault:
    return Fault(
        f"{named(path)} har merknader, som ikkje får plass i klammane det skulle stå i. "
        "Flytt det i sjølve planfila."
    )


def _moved_in(line: str, before: int, column: int) -> str:
    """A line as far in from another column as it was from one."""
    if not line.strip():
        return line
    own = line[min(before, len(line) - len(line.lstrip(" "))) :]
    return " " * column + own


_Skriftleg = _Ny | _Flytta


def _replaced(fil: Filtekst, sted: Sted, skrift: Nedskrift) -> list[Innfelling]:
    """Another value after a key or a dash; comments beside the one before stay."""
    node, label, head = sted.node, fil.after_label(sted), skrift.head
    below = "".join(f"\n{line}" for line in skrift.tail)
    if not fil.sign(node):
        return _written_after(fil, label, head, below)
    start, end = fil.start(node), fil.end(node)
    if fil.is_block(node):
        inner = fil.steder(node)
        if fil.is_first_on_line(inner[0].start):
            stop = fil.end_of_line(fil.starts[fil.last_line(inner[-1])])
            # In a text on lines of its own, a comment would be read as a part of it.
            is_on_lines = head[:1] in ("|", ">")
            first_line = fil.line_of(label) + 1 if is_on_lines else fil.first_line(inner[0])
            below_key = fil.starts[first_line] - 1
            first = Innfelling(label, label, f" {head}" if head else "")
            return [first, Innfelling(below_key, stop, below)]
    if fil.is_on_lines(node):
        stop = start + len(fil.way(node))
        lines = (fil.end_of_line(start), end)
    else:
        stop, lines = end, (fil.end_of_line(end), fil.end_of_line(end))
    if not head and not fil.is_in_brackets(sted.group) and "#" not in fil.text[label:start]:
        start = label
    return [Innfelling(start, stop, head), Innfelling(*lines, below)]


def _written_after(fil: Filtekst, label: int, head: str, below: str) -> list[Innfelling]:
    """A value after a key with none."""
    colon = "" if fil.text[label - 1] in (":", "-") else ":"
    end = fil.end_of_line(label)
    return [
        Innfelling(label, label, f"{colon} {head}" if head else ""),
        Innfelling(end, end, below),
    ]


def _added(
    fil: Filtekst, path: Path, place: int, ny: _Skriftleg, without: Sted | None = None
) -> list[Innfelling]:
    """What is written, at a place among what lies in the group at a path, one of them left out."""
    way = fil.walk(path)
    group = way[-1].node if way else fil.root
    if isinstance(group, Scalar):
        raise missing(path)
    beside = [each for each in fil.steder(group) if each != without]
    if fil.is_in_brackets(group):
        if beside:
            return _added_in_brackets(fil, path, beside, place, ny)
        if not way:
            return [Innfelling(fil.start(group), fil.end(group), "\n".join(ny.lines(0)))]
        if (
            any(fil.is_in_brackets(each.group) for each in way)
            or fil.end(group) - fil.start(group) > 2
        ):
            return [_first_in_brackets(fil.start(group) + 1, path, ny)]
        return _replaced(fil, way[-1], ny.alone(_stad_of(fil, path, way)))
    return _added_on_lines(fil, beside, place, ny)


def _added_on_lines(
    fil: Filtekst, beside: Row[Sted], place: int, ny: _Skriftleg
) -> list[Innfelling]:
    column = fil.column_of(beside[0].start)
    lines = ny.lines(column)
    text = "".join(f"{line}\n" for line in lines)
    gap = "\n" if len(lines) > 1 and _stand_apart(fil, beside) else ""
    if place:
        at = fil.starts[fil.last_line(beside[place - 1]) + 1]
        return [Innfelling(at, at, gap + text)]
    first = beside[0]
    if fil.is_first_on_line(first.start):
        at = fil.starts[fil.first_line(first)]
        return [Innfelling(at, at, text + gap)]
    return [Innfelling(first.start, first.start, text[column:] + " " * column)]


def _stand_apart(fil: Filtekst, beside: Row[Sted]) -> bool:
    """Whether most of what stands below something in a group has a blank line above it."""
    apart = [not fil.lines[fil.first_line(each) - 1].text.strip() for each in beside[1:]]
    return 2 * sum(apart) > len(apart)


def _added_in_brackets(
    fil: Filtekst, path: Path, beside: Row[Sted], place: int, ny: _Skriftleg
) -> list[Innfelling]:
    ledd = ny.in_brackets()
    near = beside[max(place - 1, 0)]
    column = fil.column_of(near.start)
    if not _has_line_alone(fil, near):
        if ledd.is_remarked:
            raise _remarked(path)
        if place:
            end = fil.end_of(near)
            return [Innfelling(end, end, f", {ledd.text}")]
        return [Innfelling(near.start, near.start, f"{ledd.text}, ")]
    if not place:
        at = fil.starts[fil.first_line(near)]
        return [Innfelling(at, at, f"{ledd.on_lines(column, ',')}\n")]
    end = fil.end_of(near)
    line, comma = fil.end_of_line(end), _comma_after(fil, end)
    return [
        Innfelling(end, end, "" if comma else ","),
        Innfelling(line, line, f"\n{ledd.on_lines(column, ',' if comma else '')}"),
    ]


def _first_in_brackets(at: int, path: Path, ny: _Skriftleg) -> Innfelling:
    ledd = ny.in_brackets()
    if ledd.is_remarked:
        raise _remarked(path)
    return Innfelling(at, at, ledd.text)


def _comma_after(fil: Filtekst, end: int) -> int | None:
    """The place after the comma that follows, if one does."""
    comma = re.compile(" *,").match(fil.text, end)
    return comma.end() if comma else None


def _has_line_alone(fil: Filtekst, sted: Sted) -> bool:
    """Whether something in brackets has its lines alone, but for a comma and a comment."""
    end = fil.end_of(sted)
    rest = fil.text[_comma_after(fil, end) or end : fil.end_of_line(end)].strip()
    return fil.is_first_on_line(sted.start) and (not rest or rest.startswith("#"))


def _removed(fil: Filtekst, ways: Row[Row[Sted]]) -> list[Innfelling]:
    """What some ways lead to, in the same group, away."""
    way = ways[0]
    group, gone = way[-1].group, {each[-1].start for each in ways}
    beside = fil.steder(group)
    in_brackets = fil.is_in_brackets(group)
    if len(gone) < len(beside):
        return [*(_removed_in_brackets if in_brackets else _removed_on_lines)(fil, beside, gone)]
    if len(way) == 1:
        raise Fault("Planen kan ikkje vere tom.")
    if in_brackets and "#" in fil.text[fil.start(group) : fil.end(group)]:
        ends = [(sted.start, fil.end_of(sted)) for sted in beside]
        return [Innfelling(start, _comma_after(fil, end) or end, "") for start, end in ends]
    return _replaced(fil, way[-2], Nedskrift("{}" if isinstance(group, Mapping) else "[]"))


def _removed_on_lines(fil: Filtekst, beside: Row[Sted], gone: Set[int]) -> Iterator[Innfelling]:
    """What begins at some places away, and of the blank lines around it those above."""
    places = [sted for sted in beside if sted.start in gone]
    lines = {sted.start: range(fil.first_line(sted), fil.last_line(sted) + 1) for sted in places}
    away = {line for those in lines.values() for line in those}
    first = beside[0]
    if first.start in gone and not fil.is_first_on_line(first.start):
        after = next(sted.start for sted in beside if sted.start not in gone)
        own = range(fil.line_of(first.start), fil.line_of(after))
        if away.issuperset(own):
            yield Innfelling(first.start, after, "")
        else:
            own = lines[first.start]
            dash = len(fil.text[: first.start].rstrip(" "))
            yield Innfelling(dash, fil.starts[own.stop] - 1, "")
        away.difference_update(own)
        del lines[first.start]
    for those in lines.values():
        line = those.start
        if those.stop == len(fil.lines) or not fil.lines[those.stop].text.strip():
            while line and (line - 1 in away or not fil.lines[line - 1].text.strip()):
                line -= 1
                away.add(line)
    yield from (Innfelling(fil.starts[line], fil.starts[line + 1], "") for line in sorted(away))


def _removed_in_brackets(fil: Filtekst, beside: Row[Sted], gone: Set[int]) -> Iterator[Innfelling]:
    kept = [place for place, sted in enumerate(beside) if sted.start not in gone]
    for place, sted in enumerate(beside):
        end = fil.end_of(sted)
        if place in kept:
            continue
        if _has_line_alone(fil, sted):
            line = fil.starts[fil.line_of(end) + 1]
            yield Innfelling(fil.starts[fil.first_line(sted)], line, "")
        elif place < kept[-1]:
            after = beside[place + 1].start
            is_on_line = "\n" not in fil.text[end:after]
            yield Innfelling(sted.start, after if is_on_line else _comma_after(fil, end) or end, "")
        else:
            before = fil.end_of(beside[place - 1])
            is_remarked = "#" in fil.text[before : sted.start]
            yield Innfelling(sted.start if is_remarked else before, end, "")
