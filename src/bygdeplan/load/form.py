"""A list where a group should be, text where a list should be: values of the wrong form."""

import re

from bygdeplan.finding import Finding
from bygdeplan.load.ordlegging import i_stad, namn
from bygdeplan.load.reglar import FEIL_SLAG
from bygdeplan.model import Path, Plan
from bygdeplan.model.lookup import known_keys, types_at

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
