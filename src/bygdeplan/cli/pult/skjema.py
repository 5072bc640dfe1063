"""The form of a part of a plan: the fields that the model knows, with what the file says in each.

What a field is called, what it is for, which unit it has and how it is written is told in the model
alone, and read there. What is shown is the text of the file, not the value it is read as; the lines
of a long one run together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from bygdeplan.cli.pult.deler import Skjemadel, parts_of
from bygdeplan.cli.pult.feltslag import (
    SKRIVNE,
    Feltslag,
    called,
    choices,
    container_of,
    is_named_by_id,
    is_own_part,
    key_written,
    keys_to_choose,
    slag_of_text,
)
from bygdeplan.cli.pult.filverdi import form_of, items_of, keys_of, text_of, title_of, value_of
from bygdeplan.cli.pult.linjer import without_breaks
from bygdeplan.cli.pult.nytt import next_number
from bygdeplan.cli.pult.skjemafelt import Grunnfelt, Nivåvising, Nyform, Nykelmåte, Skjemafelt
from bygdeplan.endring import Endring
from bygdeplan.funn.checked import FileFinding
from bygdeplan.funn.finding import Finding
from bygdeplan.load.data import Data
from bygdeplan.model.lookup import PLANEN, Planfelt, field_at, help_of, is_own_affair
from bygdeplan.model.merke import Merkeslag, Path
from bygdeplan.model.om import NUMMER
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.ord.skriv import stor_forbokstav
from bygdeplan.rules.grunngjeving import SIDAN_DEN_LÅSTE, UTAN_GRUNN
from bygdeplan.rules.livslaup import ENDRA_UTAN_GRUNN

_GRUNN_MANGLAR = (ENDRA_UTAN_GRUNN, SIDAN_DEN_LÅSTE, UTAN_GRUNN)


@dataclass(frozen=True)
class Planskjema:
    """A plan file as forms."""

    data: Data
    fjor: Data = None
    """What last year's file says."""
    målformer: Sequence[Målform] = ("nynorsk",)
    """The forms that somebody gets the plan in, the plan's own first."""
    funn: Sequence[Finding | FileFinding] = ()
    endringar: Mapping[Path, tuple[str, Endring]] = field(default_factory=dict)
    """What is changed at each place, and since what."""
    merke: Mapping[Path, Merkeslag] = field(default_factory=dict)
    """The places that are marked."""
    er_låst: bool = False
    """Whether the revision is adopted and locked."""

    def deler(self) -> Sequence[Skjemadel]:
        """The parts, in the order of the model."""
        return parts_of(self.data)

    def felta(self, part: Skjemadel) -> Sequence[Skjemafelt]:
        """The fields of a part."""
        known = [(path, field_at(path)) for path in part.paths]
        return [self._felt(path, felt, is_page=True) for path, felt in known if felt]

    @cached_property
    def _funn_in(self) -> Mapping[Path, Sequence[Finding | FileFinding]]:
        """What is found in each place, however far in."""
        found: dict[Path, list[Finding | FileFinding]] = {}
        for each in self.funn:
            for length in range(len(each.path) + 1):
                found.setdefault(in_words(each.path[:length]), []).append(each)
        return found

    def _felt(
        self, path: Path, felt: Planfelt, name: str = "", *, is_page: bool = False
    ) -> Skjemafelt:
        value = value_of(self.data, path)
        slag = Feltslag.SIDE if is_own_part(felt) and not is_page else self._slag(path, felt, value)
        inner = [*self._inner(path, felt, slag, value)]
        mine = self._funn_in.get(in_words(path), ())
        funn = [f for f in mine if not any(is_in(f.path, each.path) for each in inner)]
        is_leaf = slag in SKRIVNE
        return Skjemafelt(
            path,
            slag,
            name or (str(path[-1]) if felt.is_item else stor_forbokstav(felt.om.namn)),
            hjelp="" if felt.is_item else _help(path),
            eining=felt.om.eining or "",
            verdi=shown_text(felt, text_of(value)),
            fjor=self._last_year(path, felt) if is_leaf else None,
            val=choices(self.data, felt, text_of(value)) if slag is Feltslag.VAL else (),
            inni=inner,
            tittel=title_of(value),
            er_post=felt.is_item,
            ny=self._new(path, felt, slag, value),
            funn=funn,
            grunn=None if slag is Feltslag.SIDE else self._reason(path, funn),
            endra=self._changed(path),
            låst=felt.avgjort.nivå if self.er_låst and felt.avgjort and is_leaf else None,
            merke=self.merke.get(path),
            kan_merkast=_can_be_marked(path, felt, value),
            kan_utvidast=bool(felt.del_ and felt.del_.OM_DELEN.kortform) and is_leaf,
            er_prosa=felt.is_prose,
        )

    def _slag(self, path: Path, felt: Planfelt, value: Data) -> Feltslag:
        is_text = felt.is_text or felt.is_prose
        if is_text and (isinstance(value, dict) or self._is_twofold(path, felt)):
            return Feltslag.FORMER if _is_text_or_forms(value) else Feltslag.UVENTA
        if isinstance(value, str):
            return slag_of_text(felt, value)
        container = container_of(felt)
        if container is None:
            return slag_of_text(felt, "") if value is None else Feltslag.UVENTA
        wanted = list if container is Feltslag.LISTE else dict
        return container if value is None or isinstance(value, wanted) else Feltslag.UVENTA

    def _is_twofold(self, path: Path, felt: Planfelt) -> bool:
        """Whether a text is written in both forms: not names, and not a kommune's own affairs."""
        own = felt.om.eigne_ord or felt.om.sitert
        return len(self.målformer) > 1 and own and not is_own_affair(path)

    def _inner(
        self, path: Path, felt: Planfelt, slag: Feltslag, value: Data
    ) -> Iterator[Skjemafelt]:
        match slag:
            case Feltslag.FORMER:
                yield from self._in_each_form(path, felt, value)
            case Feltslag.GRUPPE if not _would_close(felt, value):
                yield from self._of_the_measure(path, felt)
                for inner in felt.inside():
                    yield self._felt((*path, inner.path[-1]), inner)
            case Feltslag.KORT:
                [item] = felt.inside()
                for key in keys_of(value):
                    there = (*path, key)
                    yield self._felt(there, item, called(self.data, there, felt))
            case Feltslag.LISTE:
                [item] = felt.inside()
                for at in range(len(items_of(value))):
                    yield self._felt((*path, at), item, f"{at + 1}.")
            case _:
                return

    def _in_each_form(self, path: Path, felt: Planfelt, value: Data) -> Iterator[Skjemafelt]:
        main = self.målformer[0]
        for form in [main, *(form for form in MÅLFORMER if form != main)]:
            text = shown_text(felt, form_of(value, form, main))
            yield Skjemafelt(
                (*path, form),
                slag_of_text(felt, text),
                stor_forbokstav(form),
                verdi=text,
                fjor=self._last_year(path, felt, form),
                er_prosa=felt.is_prose,
            )

    def _of_the_measure(self, path: Path, felt: Planfelt) -> Iterator[Skjemafelt]:
        """The sub-goal that a measure lies in, as a choice: another moves it there."""
        sub_goal = felt.step("delmål") if felt.del_ is Tiltak else None
        if sub_goal:
            here = str(path[1])
            yield Skjemafelt(
                (*path, "delmål"),
                Feltslag.VAL,
                stor_forbokstav(sub_goal.om.namn),
                hjelp="Delmålet tiltaket ligg i. Vel eit anna for å flytte tiltaket dit.",
                verdi=here,
                val=choices(self.data, sub_goal, here),
                adresse="flytt-til",
                endra=self._changed((*path, "delmål")),
                funn=[f for f in self.funn if f.path == (*path, "delmål")],
            )

    def _new(self, path: Path, felt: Planfelt, slag: Feltslag, value: Data) -> Nyform | None:
        if slag is Feltslag.GRUPPE and _would_close(felt, value):
            parts = [self._asked((*path, each.path[-1]), each) for each in felt.inside()]
            return Nyform(path, "", felta=parts, avsluttar=True)
        if slag not in (Feltslag.LISTE, Feltslag.KORT):
            return None
        [item] = felt.inside()
        is_list, is_one = slag is Feltslag.LISTE, container_of(item) is None
        there = (*path, len(items_of(value)) if is_list else "")
        asked = self._asked_of(there, item)
        if is_list:
            return Nyform(there, "", felta=asked, enkel=is_one)
        keys = keys_to_choose(self.data, path, felt)
        if keys == []:
            return None
        is_made = is_named_by_id(felt) and not is_one
        how: Nykelmåte = "val" if keys else "lag" if is_made else "skriv"
        name, likely = key_written(felt, [key for key, _ in items_of(value)], self._year)
        return Nyform(path, how, keys or (), name, likely, asked, enkel=is_one)

    @property
    def _year(self) -> str:
        return text_of(value_of(self.data, ("år",)))

    def _asked_of(self, path: Path, item: Planfelt) -> Sequence[Skjemafelt]:
        """The fields that a new thing must have; of one that must have none, what is decided."""
        if container_of(item) is None:
            return [self._asked(path, item)]
        values = [each for each in item.inside() if container_of(each) is None]
        required = [each for each in values if each.is_required]
        asked = required or [each for each in values if each.om.is_decided]
        return [self._asked((*path, each.path[-1]), each) for each in asked]

    def _asked(self, path: Path, felt: Planfelt) -> Skjemafelt:
        [*items] = felt.inside()
        one = items[0] if items and items[0].is_in_list else felt
        return Skjemafelt(
            path,
            slag_of_text(one, ""),
            stor_forbokstav(felt.om.namn),
            hjelp="" if felt.is_item else _help(path),
            eining=felt.om.eining or "",
            verdi=next_number(self.data, path[:-1]) if felt.om.rolle is NUMMER else "",
            val=choices(self.data, one, ""),
        )

    def _last_year(self, path: Path, felt: Planfelt, form: Målform | None = None) -> str | None:
        """What last year's file says at the same place; a measure is the same in any sub-goal."""
        if any(isinstance(key, int) for key in path):
            # A place in a list is another thing each year.
            return None
        value = value_of(self.fjor, self._place_last_year(path))
        text = form_of(value, form, self.målformer[0]) if form else text_of(value)
        return shown_text(felt, text) or None

    def _place_last_year(self, path: Path) -> Path:
        match path:
            case ("delmål", _, "tiltak", id_, *rest):
                for sub_goal, thing in items_of(value_of(self.fjor, ("delmål",))):
                    if value_of(thing, ("tiltak", id_)) is not None:
                        return ("delmål", sub_goal, "tiltak", id_, *rest)
        return path

    def _changed(self, path: Path) -> Nivåvising | None:
        found = self.endringar.get(path)
        if found is None:
            return None
        sidan, endring = found
        grunnar = [without_breaks(each.tekst) for each in endring.grunngjevingar]
        return Nivåvising(endring.nivå, endring.dom.kvifor, sidan, grunnar)

    def _reason(self, path: Path, funn: Sequence[Finding | FileFinding]) -> Grunnfelt | None:
        """A place for the reason, where a finding says that it is lacking."""
        asking = next((f for f in funn if f.regel in _GRUNN_MANGLAR and f.path == path), None)
        if asking is None:
            return None
        revision = text_of(value_of(self.data, ("revisjon",))) or "1"
        if path[:1] == ("delmål",) and path[2:3] == ("tiltak",):
            return Grunnfelt(
                self._next((*path[:4], "endringar")), revision, str((*path, "delmål")[4]), asking
            )
        return Grunnfelt(self._next(("endringar",)), revision, ".".join(map(str, path)), asking)

    def _next(self, path: Path) -> Path:
        return (*path, len(items_of(value_of(self.data, path))))


def is_in(path: Path, around: Path) -> bool:
    """Whether a place lies in another, or is it."""
    return in_words(path[: len(around)]) == in_words(around)


def in_words(path: Path) -> Path:
    """A path with each key as text: years can be numbers or text."""
    return tuple(map(str, path))


def shown_text(felt: Planfelt | None, text: str) -> str:
    """The text of a field as it is shown: in prose, a paragraph is on one line."""
    return without_breaks(text) if felt and felt.is_prose else text


def _is_text_or_forms(value: Data) -> bool:
    if not isinstance(value, dict):
        return not isinstance(value, list)
    return value.keys() <= set(MÅLFORMER) and all(
        isinstance(text, str | None) for text in value.values()
    )


def _would_close(felt: Planfelt, value: Data) -> bool:
    """Whether it is a group that is not there, and closes what it lies in when it is."""
    return value is None and felt.om.ved_slutt and felt.del_ is not None


def _can_be_marked(path: Path, felt: Planfelt, value: Data) -> bool:
    """Whether a mark can be put on it: it says something, and has a key of its own."""
    around = (field_at(path[:length]) for length in range(1, len(path) + 1))
    is_unmarked = any(each is None or each.om.umerkt for each in around)
    return bool(value) and felt.is_a_key and not is_unmarked


def _help(path: Path) -> str:
    """What a field is for."""
    around = field_at(path[:-1]) if len(path) > 1 else PLANEN
    part = around.del_ if around else None
    return _helps(part).get(str(path[-1]), "") if part else ""


@cache
def _helps(part: type[object]) -> Mapping[str, str]:
    return help_of(part)
