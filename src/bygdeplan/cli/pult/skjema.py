"""The form of a part of a plan: the fields that the model knows, with what the file says in each.

What a field is called, what it is for, which unit it has and how it is written is told in the model
alone, and read there. What is shown is the text of the file, not the value it is read as.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from bygdeplan.funn.checked import FileFinding
from bygdeplan.funn.finding import Finding
from bygdeplan.load.data import Data
from bygdeplan.model.felt import JaNei
from bygdeplan.model.lookup import (
    PLANEN,
    Planfelt,
    field_at,
    help_of,
    is_own_affair,
    known_keys,
)
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.rules.grunngjeving import SIDAN_DEN_LÅSTE, UTAN_GRUNN
from bygdeplan.rules.livslaup import ENDRA_UTAN_GRUNN

_LONG_LINE = 70
"""Signs that are read without scrolling in a field of one line."""
_GRUNN_MANGLAR = (ENDRA_UTAN_GRUNN, SIDAN_DEN_LÅSTE, UTAN_GRUNN)


class Feltslag(StrEnum):
    """How a field is filled in."""

    LINJE = "linje"
    TEKST = "tekst"
    VAL = "val"
    FORMER = "former"
    """A text in both written forms, a field for each."""
    LISTE = "liste"
    KORT = "kort"
    """Things under ids, years or names, a card for each."""
    GRUPPE = "gruppe"
    UVENTA = "uventa"
    """What the file says there cannot stand there, and is mended in the file itself."""


class Grunnfelt(NamedTuple):
    """A place for the reason of a change: where it is written, and what it is about."""

    path: Path
    revisjon: str
    felt: str


@dataclass(frozen=True)
class Skjemafelt:
    """A field, or a group of them, as it stands on the page."""

    path: Path
    slag: Feltslag
    namn: str
    hjelp: str = ""
    eining: str = ""
    verdi: str = ""
    """The text in the file; empty for none."""
    fjor: str | None = None
    """The text in last year's file; None for none."""
    val: Sequence[str] = ()
    """What can be chosen: of a field its values, of cards the keys that are not taken."""
    inni: Sequence["Skjemafelt"] = ()
    tittel: str = ""
    """What a thing says that it is called."""
    er_post: bool = False
    """Whether it is an item of a list or a card, which can be moved and taken away."""
    har_enkle: bool = False
    """Whether a new item is one text."""
    funn: Sequence[Finding | FileFinding] = ()
    grunn: Grunnfelt | None = None

    @property
    def id(self) -> str:
        """What it is called on the page."""
        return ".".join(map(str, self.path))

    def walk(self) -> Iterator["Skjemafelt"]:
        """It and all that lies in it."""
        yield self
        for inner in self.inni:
            yield from inner.walk()


class Skjemadel(NamedTuple):
    """A part of the plan that is filled in at one time."""

    nøkkel: str
    """What it is called in addresses."""
    tittel: str
    paths: Sequence[Path]


@dataclass(frozen=True)
class Planskjema:
    """A plan file as forms."""

    data: Data
    fjor: Data = None
    """What last year's file says."""
    målformer: Sequence[Målform] = ("nynorsk",)
    """The forms that somebody gets the plan in, the plan's own first."""
    funn: Sequence[Finding | FileFinding] = ()

    def deler(self) -> Sequence[Skjemadel]:
        """The parts, in the order of the model; a sub-goal is one of its own."""
        return [part for group in _runs() for part in self._parts(group)]

    def felta(self, part: Skjemadel) -> Sequence[Skjemafelt]:
        """The fields of a part."""
        known = [(path, field_at(path)) for path in part.paths]
        return [self._felt(path, felt) for path, felt in known if felt]

    def _parts(self, group: Sequence[Planfelt]) -> Iterator[Skjemadel]:
        first, *_ = group
        if not _is_group(first):
            named = "tekstane" if any(each.is_prose for each in group) else "planen"
            yield Skjemadel(first.mønster, named.capitalize(), [each.path for each in group])
        elif _has_parts(first):
            for id_, thing in _items(value_of(self.data, first.path)):
                path = (*first.path, id_)
                yield Skjemadel(".".join(path), _title(thing) or id_, [path])
        else:
            yield Skjemadel(first.mønster, _large(first.om.namn), [first.path])

    def _felt(self, path: Path, felt: Planfelt, name: str = "") -> Skjemafelt:
        value = value_of(self.data, path)
        slag = self._slag(path, felt, value)
        inner = [*self._inner(path, felt, slag, value)]
        mine = [found for found in self.funn if _is_in(found.path, path)]
        funn = [f for f in mine if not any(_is_in(f.path, each.path) for each in inner)]
        return Skjemafelt(
            path,
            slag,
            name or (str(path[-1]) if felt.is_item else _large(felt.om.namn)),
            hjelp="" if felt.is_item else _help(path),
            eining=felt.om.eining or "",
            verdi=_text(value),
            fjor=self._last_year(path) if slag in _WRITTEN else None,
            val=self._choices(path, felt, slag, value),
            inni=inner,
            tittel=_title(value),
            er_post=felt.is_item,
            har_enkle=slag in (Feltslag.LISTE, Feltslag.KORT) and _is_simple(felt),
            funn=funn,
            grunn=self._reason(path, funn),
        )

    def _slag(self, path: Path, felt: Planfelt, value: Data) -> Feltslag:
        is_text = felt.is_text or felt.is_prose
        if is_text and (isinstance(value, dict) or self._is_twofold(path, felt)):
            return Feltslag.FORMER if _is_text_or_forms(value) else Feltslag.UVENTA
        if isinstance(value, str):
            return _slag_of_text(felt, value)
        if _container(felt) is None:
            return _slag_of_text(felt, "") if value is None else Feltslag.UVENTA
        wanted = list if _container(felt) is Feltslag.LISTE else dict
        return (_container(felt) or Feltslag.UVENTA) if _is_a(value, wanted) else Feltslag.UVENTA

    def _is_twofold(self, path: Path, felt: Planfelt) -> bool:
        """Whether a text is written in both forms: not names, and not a kommune's own affairs."""
        own = felt.om.eigne_ord or felt.om.sitert
        return len(self.målformer) > 1 and own and not is_own_affair(path)

    def _inner(
        self, path: Path, felt: Planfelt, slag: Feltslag, value: Data
    ) -> Iterator[Skjemafelt]:
        match slag:
            case Feltslag.FORMER:
                for form in self._forms():
                    yield Skjemafelt(
                        (*path, form),
                        _slag_of_text(felt, form_of(value, form, self.målformer[0])),
                        form.capitalize(),
                        verdi=form_of(value, form, self.målformer[0]),
                        fjor=self._last_year(path, form),
                    )
            case Feltslag.GRUPPE:
                for inner in felt.inside():
                    yield self._felt((*path, inner.path[-1]), inner)
            case Feltslag.KORT | Feltslag.LISTE:
                [item] = felt.inside()
                for key, _ in _items(value):
                    at = int(key) if slag is Feltslag.LISTE else None
                    yield self._felt(
                        (*path, key if at is None else at),
                        item,
                        "" if at is None else f"{at + 1}.",
                    )
            case _:
                return

    def _forms(self) -> Sequence[Målform]:
        first = self.målformer[0]
        return [first, *(form for form in MÅLFORMER if form != first)]

    def _last_year(self, path: Path, form: Målform | None = None) -> str | None:
        """What last year's file says at the same place; a measure is the same in any sub-goal."""
        if any(isinstance(key, int) for key in path):
            # A place in a list is another thing each year.
            return None
        value = value_of(self.fjor, self._place_last_year(path))
        text = form_of(value, form, self.målformer[0]) if form else _text(value)
        return text or None

    def _place_last_year(self, path: Path) -> Path:
        match path:
            case ("delmål", _, "tiltak", id_, *rest):
                for sub_goal, thing in _items(value_of(self.fjor, ("delmål",))):
                    if value_of(thing, ("tiltak", id_)) is not None:
                        return ("delmål", sub_goal, "tiltak", id_, *rest)
        return path

    def _choices(self, path: Path, felt: Planfelt, slag: Feltslag, value: Data) -> Sequence[str]:
        if slag is Feltslag.KORT:
            taken = value if isinstance(value, dict) else {}
            return [key for key in known_keys(Plan, path) if key not in taken]
        known = _values(felt)
        written = _text(value)
        return [*known, *([written] if written and written not in known else [])] if known else ()

    def _reason(self, path: Path, funn: Sequence[Finding | FileFinding]) -> Grunnfelt | None:
        """A place for the reason, where a finding says that it is lacking."""
        if not any(found.regel in _GRUNN_MANGLAR and found.path == path for found in funn):
            return None
        revision = _text(value_of(self.data, ("revisjon",))) or "1"
        if path[:1] == ("delmål",) and path[2:3] == ("tiltak",):
            return Grunnfelt(
                self._next((*path[:4], "endringar")), revision, str((*path, "delmål")[4])
            )
        return Grunnfelt(self._next(("endringar",)), revision, ".".join(map(str, path)))

    def _next(self, path: Path) -> Path:
        there = value_of(self.data, path)
        return (*path, len(there) if isinstance(there, list) else 0)


_WRITTEN = (Feltslag.LINJE, Feltslag.TEKST, Feltslag.VAL)


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


def form_of(value: Data, form: Målform, main: Målform) -> str:
    """A text in one written form; a text that is in one alone is in the main one."""
    if isinstance(value, dict):
        return _text(value.get(form))
    return _text(value) if form == main else ""


def _text(value: Data) -> str:
    return value.rstrip("\n") if isinstance(value, str) else ""


def _is_text_or_forms(value: Data) -> bool:
    if not isinstance(value, dict):
        return not isinstance(value, list)
    return value.keys() <= set(MÅLFORMER) and all(
        isinstance(text, str | None) for text in value.values()
    )


def _is_a(value: Data, kind: type) -> bool:
    return value is None or isinstance(value, kind)


def _is_in(path: Path, around: Path) -> bool:
    """Whether a place lies in another; years can be numbers or text."""
    return [*map(str, path[: len(around)])] == [*map(str, around)]


def _items(value: Data) -> Sequence[tuple[str, Data]]:
    if isinstance(value, list):
        return [(str(at), item) for at, item in enumerate(value)]
    return [*value.items()] if isinstance(value, dict) else []


def _large(name: str) -> str:
    return name[:1].upper() + name[1:]


def _title(thing: Data) -> str:
    """What a thing calls itself: by its title or its name, in the first form it is written in."""
    if not isinstance(thing, dict):
        return ""
    called = thing.get("tittel") or thing.get("namn") or ""
    return _text(next(iter(called.values()), "") if isinstance(called, dict) else called)


def _is_group(felt: Planfelt) -> bool:
    return felt.del_ is not None or _container(felt) is Feltslag.KORT


def _runs() -> Iterator[Sequence[Planfelt]]:
    """The fields right in the plan: each group by itself, what lies between them together."""
    for is_group, run in groupby(PLANEN.inside(), _is_group):
        if is_group:
            yield from ([felt] for felt in run)
        else:
            yield [*run]


def _has_parts(felt: Planfelt) -> bool:
    """Whether each of its things is so large that it is filled in by itself."""
    return not felt.del_ and any(
        inner.is_group_of_things for item in felt.inside() for inner in item.inside()
    )


def _container(felt: Planfelt) -> Feltslag | None:
    """What holds other fields; None for what is one value."""
    if felt.del_:
        return Feltslag.GRUPPE
    origins = {get_origin(kind) for kind in felt.kinds}
    return Feltslag.KORT if dict in origins else Feltslag.LISTE if list in origins else None


def _is_simple(felt: Planfelt) -> bool:
    return all(_container(item) is None for item in felt.inside())


def _slag_of_text(felt: Planfelt, text: str) -> Feltslag:
    if _values(felt):
        return Feltslag.VAL
    is_long = felt.is_prose or "\n" in text or len(text) > _LONG_LINE
    return Feltslag.TEKST if is_long else Feltslag.LINJE


def _values(felt: Planfelt) -> Sequence[str]:
    """What can be chosen, when that is all that can be written."""
    chosen = [_literals(kind) for kind in felt.kinds]
    return [value for values in chosen for value in values] if chosen and all(chosen) else ()


def _literals(kind: Any) -> Sequence[str]:
    if kind == JaNei:
        return ("ja", "nei")
    if get_origin(kind) is Annotated:
        return _literals(get_args(kind)[0])
    return [str(value) for value in get_args(kind)] if get_origin(kind) is Literal else ()


def _help(path: Path) -> str:
    """What a field is for."""
    around = field_at(path[:-1]) if len(path) > 1 else PLANEN
    part = around.del_ if around else None
    return _helps(part).get(str(path[-1]), "") if part else ""


@cache
def _helps(part: type[object]) -> Mapping[str, str]:
    return help_of(part)
