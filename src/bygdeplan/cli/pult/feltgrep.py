"""A field or a card written, taken away, moved or marked: the changes that a wish takes."""

from collections.abc import Iterator, Sequence

from bygdeplan.cli.pult.filverdi import form_of, has, text_of, value_of
from bygdeplan.cli.pult.nytt import in_lines, put
from bygdeplan.cli.pult.ynskje import UFORSTÅELEG, Ynskje
from bygdeplan.funn.fault import Fault
from bygdeplan.load.data import Data
from bygdeplan.model.felt import says_yes
from bygdeplan.model.lookup import field_at
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring


def written(data: Data, wish: Ynskje, main: Målform) -> Sequence[Tekstendring]:
    """The text of a field; what is emptied is taken away."""
    path = wish.veg
    if not path or not isinstance(wish.verdi, str):
        raise Fault(UFORSTÅELEG)
    if path[-1] in MÅLFORMER and not isinstance(value_of(data, path[:-1]), dict):
        return _first_form(data, path, wish.verdi, main)
    if not is_text(data, path):
        raise Fault("Her står det noko anna enn ein tekst. Rett det i planfila som tekst.")
    return _set(data, path, in_lines(path, wish.verdi, text_of(value_of(data, path))))


def _first_form(data: Data, path: Path, text: str, main: Målform) -> Sequence[Tekstendring]:
    """A text that was in one form alone, or not at all; the main form needs not be named."""
    around, form = path[:-1], form_in(path)
    first = form_of(value_of(data, around), main, main)
    text = in_lines(path, text, first if form == main else "")
    if form == main:
        return _set(data, around, text)
    if not text.strip():
        return []
    both = {each: {main: first, form: text}[each] for each in MÅLFORMER}
    return _set(data, around, {name: text for name, text in both.items() if text})


def _set(data: Data, path: Path, value: Data) -> Sequence[Tekstendring]:
    if isinstance(value, str) and not value.strip():
        return _emptied(data, path)
    return [Set(path, value) if has(data, path) else Add(path, value)]


def _emptied(data: Data, path: Path) -> Sequence[Tekstendring]:
    """A field goes out of the file, with the group that it is alone in; a card stays, empty."""
    if not has(data, path):
        return []
    felt = field_at(path)
    if felt and felt.is_item and not felt.is_in_list:
        return [Set(path, None)]
    while len(path) > 1 and _is_alone(data, path):
        path = path[:-1]
    return [Remove(path)]


def _is_alone(data: Data, path: Path) -> bool:
    around = field_at(path[:-1])
    is_item = around is None or around.is_item
    return not is_item and len(_names_in(value_of(data, path[:-1]))) == 1


def taken_away(_data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card."""
    return [Remove(wish.veg)]


def moved(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card, one place up or down."""
    *group, key = wish.veg or ("",)
    around = value_of(data, tuple(group))
    keys = [*range(len(around))] if isinstance(around, list) else [*_names_in(around)]
    if key not in keys:
        raise Fault("Det du vil flytte, står ikkje i planfila no.")
    place = keys.index(key) + wish.steg
    if not 0 <= place < len(keys):
        raise Fault("Det står alt ytst.")
    others = [each for each in keys if each != key]
    return [Move(wish.veg, None, others[place] if place < len(others) else None)]


def marked(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A mark put on a field or a group, another one, or none."""
    path = wish.veg
    slag = wish.verdi or None
    if not path or slag not in (None, *MERKESLAG):
        raise Fault(UFORSTÅELEG)
    others = [each for each in MERKESLAG if each != slag]
    away = [edit for each in others for edit in _unmarked(data, path, each)]
    return [*away, *(_marking(data, path, str(slag)) if slag else ())]


def _marking(data: Data, path: Path, slag: str) -> Iterator[Tekstendring]:
    """A group is marked in itself, a field by its name in its group; nothing is marked twice."""
    name, beside = str(path[-1]), value_of(data, (*path[:-1], slag))
    is_group = isinstance(value_of(data, path), dict)
    mark = (*path, slag) if is_group else (*path[:-1], slag)
    there = value_of(data, mark)
    if says_yes(there) or (isinstance(beside, list) and name in beside):
        return
    if isinstance(there, list) and not is_group:
        yield Add((*mark, len(there)), name)
    else:
        yield put(data, mark, "ja" if is_group else [name])


def _unmarked(data: Data, path: Path, slag: str) -> Iterator[Tekstendring]:
    inside, beside = (*path, slag), (*path[:-1], slag)
    if isinstance(value_of(data, inside), str):
        yield Remove(inside)
    names = value_of(data, beside)
    if isinstance(names, list) and str(path[-1]) in names:
        yield Remove(beside) if len(names) == 1 else Remove((*beside, names.index(str(path[-1]))))


def spread(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A bare value made a group, so that more can be said of it."""
    felt = field_at(wish.veg)
    short = felt.del_.OM_DELEN.kortform if felt and felt.del_ else None
    value = value_of(data, wish.veg)
    if short is None or not isinstance(value, str):
        raise Fault(UFORSTÅELEG)
    return [Set(wish.veg, {short: value})]


def is_text(data: Data, path: Path) -> bool:
    """Whether a field of one value says a text there, or nothing."""
    return isinstance(value_of(data, path), str | None)


def form_in(path: Path) -> Målform:
    """The written form that a path ends in."""
    return next(form for form in MÅLFORMER if form == path[-1])


def _names_in(group: Data) -> Sequence[str]:
    """The keys of a group, but for its marks."""
    return [name for name in group if name not in MERKESLAG] if isinstance(group, dict) else []
