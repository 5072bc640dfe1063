"""What an author wishes for on the page, as it is sent."""

import json
from dataclasses import dataclass
from typing import Any

from bygdeplan.cli.pult.skriving import Filsegl
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.load.text import MAX_BYTES
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import Path
from bygdeplan.ord.teikn import pasted

UFORSTÅELEG = "Sida og programmet forstår ikkje kvarandre. Last sida på nytt."


@dataclass(frozen=True)
class Ynskje:
    """What the page wants done."""

    sett: Filsegl
    veg: Path = ()
    verdi: Data = None
    steg: int = 0
    """How many places it is to be moved: 1 is after the next one, -1 before the one before."""

    @classmethod
    def read(cls, body: bytes) -> "Ynskje":
        """What is sent; raises `Fault` when it says nothing that can be done."""
        try:
            sent: Any = json.loads(body) if len(body) <= MAX_BYTES else None
        except (ValueError, RecursionError):
            sent = None
        if isinstance(sent, dict):
            sett, keys = sent.get("sett"), sent.get("veg")
            steg, verdi = sent.get("steg", 0), sent.get("verdi")
            path = _path(keys)
            is_step = type(steg) is int and steg in (-1, 0, 1)
            is_told = isinstance(sett, str) and is_step and _is_data(verdi)
            if is_told and path is not None:
                # The whole text of a file is meant as it is.
                return cls(str(sett), _known(path), _meant(verdi) if path else verdi, steg)
        raise Fault(UFORSTÅELEG)


def _path(keys: Any) -> Path | None:
    """The keys of a path, rid of what came along; None when it is none."""
    is_path = isinstance(keys, list) and all(type(key) in (str, int) for key in keys)
    return tuple(map(_key, keys)) if is_path else None


def _is_data(value: object) -> bool:
    """Whether it is what a field can say: a text, nothing, or some texts under names."""
    if isinstance(value, dict):
        return all(isinstance(text, str) for text in value.values())
    return value is None or isinstance(value, str)


def _key(key: str | int) -> str | int:
    return " ".join(pasted(key).split("\n")) if isinstance(key, str) else key


def _meant(value: Data) -> Data:
    """What is typed or pasted into a field, rid of what came along."""
    match value:
        case str():
            text = pasted(value).rstrip()
            before = len(text) - len(text.lstrip())
            # How far in the first line stands can tell that it is a point in a list.
            return text[text.rfind("\n", 0, before) + 1 :] if "\n" in text.strip() else text.strip()
        case dict():
            return {name: _meant(text) for name, text in value.items()}
        case _:
            return value


def _known(path: Path) -> Path:
    if path and field_at(path) is None:
        raise Fault(UFORSTÅELEG)
    return path
