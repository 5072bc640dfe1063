"""What pydantic refuses → findings in Nynorsk, at the path the author wrote."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Finding
from bygdeplan.load.feltfeil import FELTFEIL, in_words
from bygdeplan.load.nokkel import empty_finding, half_a_number, key_findings
from bygdeplan.load.ordlegging import i_stad, namn, sitat, stad
from bygdeplan.load.reglar import FEIL_SLAG, UKJEND_VERDI
from bygdeplan.load.source import Source
from bygdeplan.model import Path, Plan
from bygdeplan.model.lookup import known_keys, known_values, types_at
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.ord.suggestion import closest, suggestion

Typed = TypeVar("Typed")

_KEY = "[key]"
"""What pydantic puts last in the path of a fault that lies in a key."""

OF_KEYS = ("missing", "extra_forbidden")
"""pydantic's words for a key that is not there, and for one that should not be."""


class Avslag(NamedTuple):
    """One thing that pydantic refused: the kind of fault, where it lies, what is written there."""

    kind: str
    path: Path
    at_key: bool
    value: Any

    @property
    def is_unknown_key(self) -> bool:
        """Whether it is a key that the model does not know."""
        return self.kind == "extra_forbidden" or (self.at_key and self.kind == "literal_error")


OF_FORMS = ("målformer", "tom_tekst")
"""What a text that is written in two forms is refused for, where others are one value."""


def refusals(error: ValidationError, source: Source) -> list[Avslag]:
    """What pydantic refused, with paths as the author wrote them."""
    return [_avslag(details, source) for details in error.errors(include_url=False)]


def lacks_told_of(refused: Sequence[Avslag]) -> Callable[[Path], bool]:
    """Answers whether a key of a group is lacking where keys are missing or misspelt."""
    groups = {
        avslag.path[:-1] for avslag in refused if avslag.kind == "missing" or avslag.is_unknown_key
    }
    return lambda path: path[:-1] in groups and path[-1] in known_keys(Plan, path[:-1])


def shape_findings(refused: Sequence[Avslag], source: Source) -> Iterator[Finding]:
    """One finding for each thing that is wrong with the shape of a plan."""
    unknown = [avslag.path for avslag in refused if avslag.is_unknown_key]
    missing = [avslag.path for avslag in refused if avslag.kind == "missing"]
    yield from key_findings(unknown, missing, source)
    for avslag in refused:
        if avslag.at_key and not avslag.is_unknown_key:
            yield _bad_key(avslag, source)
    told = {avslag.path for avslag in refused if avslag.at_key or avslag.kind in OF_KEYS}
    for avslag in refused:
        if avslag.path not in told:
            yield _bad_value(avslag)


def _avslag(details: ErrorDetails, source: Source) -> Avslag:
    path = details["loc"]
    at_key = path[-1:] == (_KEY,) and source.node(path) is None
    if at_key:
        path = path[:-1]
    return Avslag(
        kind=details["type"],
        path=path,
        at_key=at_key,
        value=path[-1] if at_key else details["input"],
    )


def _bad_key(avslag: Avslag, source: Source) -> Finding:
    mark = closest(str(avslag.value), MERKESLAG)
    if mark:
        return _refused(avslag, f"Meinte du merket `{mark}`?")
    return _refused(avslag, half_a_number(avslag.path, source))


def _bad_value(avslag: Avslag) -> Finding:
    kind, path, value = avslag.kind, avslag.path, avslag.value
    if value is None and path:
        return empty_finding(path)
    if kind in FORMS or (isinstance(value, list | dict) and kind not in OF_FORMS):
        return wrong_form(kind, path, value)
    if kind == "literal_error":
        return _unknown_value(path, str(value))
    return _refused(avslag)


def _unknown_value(path: Path, written: str) -> Finding:
    known = known_values(Plan, path)
    message = f"{sitat(written)} er ikkje ein verdi for {namn(path)}{i_stad(path[:-1])}."
    return UKJEND_VERDI.finding(path, message, suggestion(written, known))


def _refused(avslag: Avslag, advice: str | None = None) -> Finding:
    """«Beløpet let seg ikkje lese: `2.500.000` (tiltaket `bustad-innsikt`).»."""
    kind = avslag.kind if avslag.kind in FELTFEIL else "verdi"
    written = "" if isinstance(avslag.value, dict) else str(avslag.value)
    place = stad(avslag.path[:-1])
    told = in_words(kind, written)
    where = f" ({place})" if place else ""
    return FELTFEIL[kind].regel.finding(
        avslag.path, f"{told.message}{where}.", advice or told.advice, at_key=avslag.at_key
    )


def read_typed(read: Callable[[object], Typed], written: str) -> Typed:
    """What is typed outside a file, as a field reads it; raises `Fault` where a field refuses."""
    try:
        return read(written)
    except PydanticCustomError as error:
        told = in_words(error.type, written)
        raise Fault(f"{told.message}. {told.advice}") from None


_GROUP, _LIST, _TEXT, _VALUE = "ei gruppe av nøklar", "ei liste", "tekst", "éin verdi"
FORMS = {"model_type": _GROUP, "dict_type": _GROUP, "list_type": _LIST}
"""pydantic's word for a wrong form: the form it should have had."""

_PRESSED_TOGETHER = re.compile(r"-[^ \n]|[\w-]+:[^ \n]")
"""«-Handlingsplanen», «pilot:Fjellbygda»: what YAML takes for plain text."""
_LONGEST_EXAMPLE = 60


def wrong_form(kind: str, path: Path, value: object) -> Finding:
    """The finding for a value of another form than the one its place asks for.

    `kind` is pydantic's; what is not one of `FORMS` comes of a field that asks for one value.
    """
    expected = FORMS.get(kind) or (_TEXT if str in types_at(Plan, path) else _VALUE)
    found = _LIST if isinstance(value, list) else _GROUP if isinstance(value, dict) else _TEXT
    name = namn(path)
    message = f"{name[0].upper()}{name[1:]}{i_stad(path[:-1])} skal vere {expected}, ikkje {found}."
    return FEIL_SLAG.finding(path, message, _advice(path, expected, value), at_key=True)


def _advice(path: Path, expected: str, value: object) -> str:
    if isinstance(value, str) and _PRESSED_TOGETHER.match(value):
        return "Skriv eit vanleg mellomrom etter «-» og etter kolon."
    if expected == _GROUP and isinstance(value, list):
        return "Ta bort «- », og skriv ein nøkkel og kolon framfor kvar: «bustad-innsikt:»."
    if expected == _GROUP:
        example = next(iter(known_keys(Plan, path)), "bustad-innsikt")
        return f"Skriv nøklane på linjene under, rykte inn med to mellomrom: «{example}: …»."
    if expected == _LIST:
        return "Skriv «- » framfor kvart punkt, på linjene under."
    if expected == _TEXT and isinstance(value, dict):
        return (
            f"Set teksten i hermeteikn når han har kolon og mellomrom i seg: {_in_quotes(value)}."
        )
    return "Skriv verdien rett etter kolonet, utan «- » og utan klammer."


def _in_quotes(group: dict[str, object]) -> str:
    """`Vedtak: Planen blir vedteken.` as the text it was meant to be."""
    text = "; ".join(f"{name}: {part}" for name, part in group.items())
    return f'"{text}"' if len(group) == 1 and len(text) <= _LONGEST_EXAMPLE else '"…"'
