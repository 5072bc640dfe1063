"""A plan file on its way to become another: the only module that knows yaml_edit.

What is not edited stays as its author wrote it, sign for sign: comments, order, quotes, amounts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from unicodedata import normalize

import yaml_edit

from bygdeplan.model.malform import Målform
from bygdeplan.model.merke import MERKESLAG, Path

Tree = str | int | yaml_edit.Mapping | dict[str | int, "Tree"]
"""What can be written anew; years and small numbers as int, so that they get no quotes."""

FYLL_INN = "fyll inn"
"""The comment where a person is to write something."""


class Utkast:
    """The text of a plan file, edited key by key.

    Paths are those of the model, with years as numbers. To edit what the file does not have is to
    do nothing.
    """

    def __init__(self, text: str) -> None:
        self._document = yaml_edit.Document.parse(normalize("NFC", text))

    def __str__(self) -> str:
        return str(self._document)

    def has(self, path: Path) -> bool:
        """Whether a key stands in the file with something after it that is not a mark."""
        node = self._node(path)
        group = node.as_mapping() if node else None
        if group is not None:
            return any(key not in MERKESLAG for key in group)
        return node is not None and node.to_python() is not None

    def reword(self, path: Path, change: Callable[[str], str]) -> None:
        """Change the words of each text at a path, of a list and in both forms, as written."""
        for scalar in _scalars(self._node(path)):
            scalar.set_value(change(scalar.value().rstrip("\n")))

    def reword_head(self, change: Callable[[str], str]) -> None:
        """Change the words of the comments above the first key."""
        for comment in self._head():
            comment.set_text(change(comment.text()))

    def write(self, path: Path, value: Tree, *, before: str | None = None) -> None:
        """Write a value in its place; where the key is new, before another or last in its group.

        Groups that are missing on the way are made.
        """
        group = self._group(path[:-1])
        if group is None:
            self.write(path[:-1], {path[-1]: value})
        elif self._key(path) is None and before in group:
            group.insert_before(before, path[-1], _as_written(value))
        else:
            group[self._key(path) or path[-1]] = _as_written(value)

    def write_in_forms(self, path: Path, texts: Mapping[Målform, str]) -> None:
        """Write a text in each form over the one that stands there: a block over a block."""
        node = self._node(path)
        scalar = node.as_scalar() if node else None
        if scalar is None:
            return
        forms = yaml_edit.Mapping()
        for målform, text in texts.items():
            forms[målform] = _as_block(text) if scalar.is_block() else _as_written(text)
        match self._holder(path), path[-1]:
            case yaml_edit.Sequence() as items, int(place):
                items[place] = forms
            case yaml_edit.Mapping() as group, name:
                group[name] = forms

    def empty(self, path: Path, remark: str = FYLL_INN) -> None:
        """Leave a key with a comment for its value, and out of the marks beside it.

        A text in both forms is left so in each.
        """
        group, node = self._group(path[:-1]), self._node(path)
        if group is None or node is None or not self.has(path):
            return
        forms, scalar = node.as_mapping(), node.as_scalar()
        if forms is not None:
            self._empty_forms(path, forms, remark)
        elif scalar is not None:
            self._blank(scalar, remark, in_braces=group.is_flow_style())
        _unmark(group, path[-1])

    def _empty_forms(self, path: Path, forms: yaml_edit.Mapping, remark: str) -> None:
        for key in [*forms]:
            if key in MERKESLAG:
                forms.remove(key)
            else:
                self.empty((*path, key), remark)

    def _blank(self, scalar: yaml_edit.Scalar, remark: str, *, in_braces: bool) -> None:
        """Leave a comment for a value; the one that stands beside it gives way."""
        beside = self._comments_beside(scalar)
        scalar.set_value("" if beside or in_braces else f" # {remark}")
        for comment in beside:
            comment.set_text(f"# {remark}")

    def remove(self, path: Path) -> None:
        """Take a key away with its value, and out of the marks beside it."""
        group, key = self._group(path[:-1]), self._key(path)
        if group is not None and key is not None:
            group.remove(key)
            _unmark(group, path[-1])

    def mark_førebels(
        self, path: Path, names: Iterable[str | int], *, before: str | int | None = None
    ) -> None:
        """Mark keys of a group as not confirmed; a new mark stands before the first, or another."""
        group = self._group(path)
        written = [name for name in names if self._key((*path, name)) is not None]
        if group is None or not written:
            return
        marks = group.get_sequence("førebels")
        if marks is not None:
            marks.extend(name for name in written if name not in marks)
        elif "førebels" not in group:
            group.insert_before(before or written[0], "førebels", _list_on_one_line(written))

    def lines_of_comments(self, about: Callable[[str], bool]) -> list[int]:
        """The numbers of the lines below the head whose comments are about something."""
        text = str(self).encode()
        comments = self._document.comments()[len(self._head()) :]
        starts = [comment.byte_range()[0] for comment in comments if about(comment.text())]
        return [text.count(b"\n", 0, start) + 1 for start in starts]

    def _head(self) -> list[yaml_edit.Comment]:
        """The comments above the first key."""
        first, _ = self._root().entries()[0].byte_range()
        return [each for each in self._document.comments() if each.byte_range()[0] < first]

    def _comments_beside(self, scalar: yaml_edit.Scalar) -> list[yaml_edit.Comment]:
        """The comment on the line where a value begins, if there is one."""
        start, _ = scalar.byte_range()
        end = str(self).encode().find(b"\n", start)
        comments = self._document.comments()
        return [each for each in comments if start <= each.byte_range()[0] < end]

    def _root(self) -> yaml_edit.Mapping:
        root = self._document.as_mapping()
        return root if root is not None else yaml_edit.Mapping()

    def _group(self, path: Path) -> yaml_edit.Mapping | None:
        if not path:
            return self._root()
        node = self._node(path)
        return node.as_mapping() if node else None

    def _node(self, path: Path) -> yaml_edit.Node | None:
        match self._holder(path), path[-1]:
            case yaml_edit.Sequence() as items, int(place):
                return items.get(place)
            case yaml_edit.Mapping() as group, _:
                key = self._key(path)
                return group.get(key) if key is not None else None
        return None

    def _holder(self, path: Path) -> yaml_edit.Mapping | yaml_edit.Sequence | None:
        """The group or list that the last step of a path is in."""
        group = self._group(path[:-1])
        if group is not None:
            return group
        node = self._node(path[:-1])
        return node.as_sequence() if node else None

    def _key(self, path: Path) -> str | int | None:
        """The last key as it is written: a year can stand in quotes."""
        group = self._group(path[:-1])
        spellings = (path[-1], str(path[-1]))
        return next((key for key in spellings if group is not None and key in group), None)


def _scalars(node: yaml_edit.Node | None) -> Iterator[yaml_edit.Scalar]:
    """The texts at a node: itself, the items of a list, the forms of a text, but no marks."""
    if node is None:
        return
    group, items, scalar = node.as_mapping(), node.as_sequence(), node.as_scalar()
    if group is not None:
        for key in group:
            if key not in MERKESLAG:
                yield from _scalars(group.get(key))
    elif items is not None:
        for item in items.values():
            yield from _scalars(item)
    elif scalar is not None:
        yield scalar


def amounts(row: dict[str, int]) -> yaml_edit.Mapping:
    """Sums in kroner on one line, each with its name: `{tiltaksmidlar: 580 000, kommune: 0}`."""
    group = yaml_edit.Mapping(flow=True)
    for name, beløp in row.items():
        group[name] = _as_written(amount(beløp))
    return group


def amount(beløp: int) -> str | int:
    """A sum in kroner as plan files have it, thousands set off by spaces: `17 120 000`."""
    return f"{beløp:,}".replace(",", " ") if abs(beløp) >= 1000 else beløp


def _as_written(value: Tree) -> Tree | yaml_edit.ScalarValue:
    """Text without quotes; where YAML needs them, yaml_edit sees to it."""
    return yaml_edit.ScalarValue(value) if isinstance(value, str) else value


def _as_block(text: str) -> yaml_edit.ScalarValue:
    return yaml_edit.ScalarValue(f"{text}\n", style="literal")


def _list_on_one_line(names: Sequence[str | int]) -> yaml_edit.Sequence:
    items = yaml_edit.Sequence(flow=True)
    items.extend(names)
    return items


def _unmark(group: yaml_edit.Mapping, name: str | int) -> None:
    for slag in MERKESLAG:
        marks = group.get_sequence(slag)
        for spelling in (name, str(name)):
            if marks is not None and spelling in marks:
                del marks[marks.index(spelling)]
        if marks is not None and marks.is_empty():
            group.remove(slag)
