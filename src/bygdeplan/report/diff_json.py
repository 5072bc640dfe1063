"""The facts of a diff for other programs."""

import json
from typing import Any

from pydantic import BaseModel

from bygdeplan.endring import Plandiff, Skift, Tiltakspar
from bygdeplan.model.plan import TiltakPlass


def diff_as_json(diff: Plandiff) -> str:
    """The diff as JSON: keys are the plan's own words, amounts whole kroner, dates ISO."""
    facts = {
        "frå": {"år": diff.før.år, "revisjon": diff.før.revisjon},
        "til": {"år": diff.etter.år, "revisjon": diff.etter.revisjon},
        "nye": [_measure(plass) for plass in diff.nye],
        "endra": [_changed(par) for par in diff.endra],
        "gjenopna": [_changed(par) for par in diff.gjenopna],
        "avslutta": [_closed(par) for par in diff.avslutta],
        "borte": [_measure(plass) for plass in diff.borte],
        "vidareførte": [_measure(par.etter) for par in diff.vidareførte],
        "budsjett": {
            "delmål": [_shift(skift) for skift in diff.skift_delmål],
            "år": [_shift(skift) for skift in diff.skift_år],
        },
    }
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _measure(plass: TiltakPlass) -> dict[str, Any]:
    tiltak = plass.tiltak
    return {
        "id": plass.id,
        "delmål": plass.delmål_id,
        "nr": tiltak.nr,
        "tittel": tiltak.tittel,
        "statlege_midlar": tiltak.statlege_midlar,
    }


def _changed(par: Tiltakspar) -> dict[str, Any]:
    changes = [
        {
            "felt": change.felt,
            "før": _plain(change.før),
            "etter": _plain(change.etter),
            "grunngjevingar": list(change.grunngjevingar),
        }
        for change in par.endringar
    ]
    return {**_measure(par.etter), "endringar": changes}


def _closed(par: Tiltakspar) -> dict[str, Any]:
    closing = par.etter.tiltak.avslutning
    return {**_measure(par.etter), "avslutning": _plain(closing)}


def _shift(skift: Skift) -> dict[str, Any]:
    return {
        "nøkkel": skift.nøkkel,
        "før": skift.før,
        "etter": skift.etter,
        "endring": skift.endring,
    }


def _plain(value: Any) -> Any:
    """A value of the model in JSON's types; a field that is not set is left out."""
    match value:
        case BaseModel():
            fields = ((name, getattr(value, name)) for name in type(value).model_fields)
            return {name: _plain(part) for name, part in fields if part is not None}
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)
