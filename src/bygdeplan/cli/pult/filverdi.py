"""What a plan file says at a place, as text: not the value that it is read as."""

from collections.abc import Sequence

from bygdeplan.load.data import Data
from bygdeplan.model.merke import Path
from bygdeplan.ord.frase import Målform


def value_of(data: Data, path: Path) -> Data:
    """What a file says at a path; None for nothing."""
    for key in path:
        if isinstance(data, dict):
            data = data.get(str(key))
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def has(data: Data, path: Path) -> bool:
    """Whether a file has a key or a place, with something there or not."""
    around, key = value_of(data, path[:-1]), path[-1]
    if isinstance(around, list):
        return isinstance(key, int) and 0 <= key < len(around)
    return isinstance(around, dict) and str(key) in around


def keys_of(value: Data) -> Sequence[str]:
    """The keys of a group, the places of a list as text; none of anything else."""
    return [key for key, _ in items_of(value)]


def items_of(value: Data) -> Sequence[tuple[str, Data]]:
    """What lies in a group or a list, with its key or its place."""
    if isinstance(value, list):
        return [(str(at), item) for at, item in enumerate(value)]
    return [*value.items()] if isinstance(value, dict) else []


def text_of(value: Data) -> str:
    """A text without the line feeds after it; empty for anything else."""
    return value.rstrip("\n") if isinstance(value, str) else ""


def form_of(value: Data, form: Målform, main: Målform) -> str:
    """A text in one written form; a text that is in one alone is in the main one."""
    if isinstance(value, dict):
        return text_of(value.get(form))
    return text_of(value) if form == main else ""


def title_of(thing: Data) -> str:
    """What a thing calls itself: by its title or its name, in the first form it is written in."""
    if not isinstance(thing, dict):
        return ""
    called = thing.get("tittel") or thing.get("namn") or ""
    return text_of(next(iter(called.values()), "") if isinstance(called, dict) else called)
