"""A plan file on its way to become another: what it is to say, and what it is to ask for."""

from collections.abc import Callable, Iterable
from copy import deepcopy

from bygdeplan.load.data import Data
from bygdeplan.load.text import composed
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.utgave.filtekst import read_text
from bygdeplan.utgave.planskriving import Set, changed

FYLL_INN = "fyll inn"
"""The comment where a person is to write something."""


class Utkast:
    """What a plan file says, changed key by key; the text of the file is changed once, at the end.

    Paths are those of the model, with years as numbers. To change what the file does not have is
    to do nothing.
    """

    def __init__(self, text: str) -> None:
        """Raises `Fault` when no plan can be read in the text."""
        self._fil = read_text(composed(text).encode())
        self._tree = deepcopy(self._fil.tree)
        self._asked: dict[Path, str] = {}

    def __str__(self) -> str:
        """The text of the file, changed where it is to say something else."""
        return changed(self._fil, Set((), self._tree, self._asked)).text

    def has(self, path: Path) -> bool:
        """Whether a key stands in the file with something after it that is not a mark."""
        value = self._at(path)
        return bool(value.keys() - MERKESLAG) if isinstance(value, dict) else value is not None

    def reword(self, path: Path, change: Callable[[str], str]) -> None:
        """Change the words of each text at a path, of a list and in both forms."""
        if self.has(path):
            self.write(path, _reworded(self._at(path), change))

    def write(self, path: Path, value: Data, *, before: str | None = None) -> None:
        """Write a value in its place; where the key is new, before another or last in its group.

        Groups that are missing on the way are made.
        """
        match self._at(path[:-1]), path[-1]:
            case list() as items, int(place):
                items[place] = value
            case dict() as group, key:
                _put(group, str(key), value, before)
            case _, key:
                self.write(path[:-1], {str(key): value})

    def empty(self, path: Path, comment: str = FYLL_INN) -> None:
        """Leave a key with a comment for its value, and out of the marks beside it.

        A text in both forms is left so in each.
        """
        if not self.has(path):
            return
        match self._at(path):
            case dict() as forms:
                for mark in MERKESLAG:
                    forms.pop(mark, None)
                for målform in forms:
                    self.empty((*path, målform), comment)
            case _:
                self.write(path, None)
                self._asked[path] = comment
        self._unmark(path)

    def remove(self, path: Path) -> None:
        """Take a key away with its value, and out of the marks beside it."""
        group, key = self._at(path[:-1]), str(path[-1])
        if isinstance(group, dict) and key in group:
            del group[key]
            self._unmark(path)

    def mark_førebels(
        self, path: Path, names: Iterable[str | int], *, before: str | None = None
    ) -> None:
        """Mark keys of a group as not confirmed; a new mark stands before the first, or another."""
        group = self._at(path)
        if not isinstance(group, dict):
            return
        written: list[Data] = [str(name) for name in names if str(name) in group]
        marks = group.get("førebels")
        if isinstance(marks, list):
            marks += [name for name in written if name not in marks]
        elif written and "førebels" not in group:
            _put(group, "førebels", written, before or str(written[0]))

    def _at(self, path: Path) -> Data:
        """What the file is to say at a path; None where that is nothing."""
        value = self._tree
        for key in path:
            match value, key:
                case dict() as group, _:
                    value = group.get(str(key))
                case list() as items, int(place) if place < len(items):
                    value = items[place]
                case _:
                    return None
        return value

    def _unmark(self, path: Path) -> None:
        group, key = self._at(path[:-1]), str(path[-1])
        for slag in MERKESLAG:
            marks = group.get(slag) if isinstance(group, dict) else None
            if isinstance(group, dict) and isinstance(marks, list) and key in marks:
                group[slag] = [name for name in marks if name != key]
                if not group[slag]:
                    del group[slag]


def _put(group: dict[str, Data], key: str, value: Data, before: str | None) -> None:
    """Give a key a value; a new key comes before another, or last."""
    after = [*group].index(before) if key not in group and before in group else len(group)
    later = [*group.items()][after:]
    group[key] = value
    for name, part in later:
        del group[name]
        group[name] = part


def _reworded(value: Data, change: Callable[[str], str]) -> Data:
    """A text, the items of a list, the forms of a text in other words, but no marks."""
    match value:
        case str():
            return change(value)
        case list():
            return [_reworded(item, change) for item in value]
        case dict():
            return {
                key: part if key in MERKESLAG else _reworded(part, change)
                for key, part in value.items()
            }
        case None:
            return None


def amount(beløp: int) -> str:
    """A sum in kroner as plan files have it, thousands set off by spaces: `17 120 000`."""
    return f"{beløp:,}".replace(",", " ")
