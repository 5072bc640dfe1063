"""Every field of a plan that holds text, found in the model, and text to put in their places.

A kind of field is its path with each id, year and number left open: `delmål/*/tiltak/*/tittel`.
What the author names freely ends as a YAML key does: `kommunar/*/profil/hovudfelt/*:`.
"""

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from bygdeplan.model.lookup import all_fields
from tests.plans import Edits, Raw, edited, raw_plan

Texttype = Literal["tekst", "prosa"]
Path = tuple[str, ...]


def text_fields() -> dict[str, Texttype]:
    """Kind of field → whether its text is literal («tekst») or CommonMark («prosa»)."""
    found: dict[str, Texttype] = {}
    for felt in all_fields():
        path = "/".join(felt.path)
        if any(get_origin(kind) is dict and get_args(kind)[0] is str for kind in felt.kinds):
            found[f"{path}/*:"] = "tekst"
        if felt.is_text or felt.is_prose:
            found[path] = "prosa" if felt.is_prose else "tekst"
    return found


PERSON = {"namn": "x", "stilling": "x", "frå": "x", "merknad": "x"}
VEDTAK = {
    "utfall": "vedteke",
    "dato": "2031-03-01",
    "saksnummer": "x",
    "punkt": ["x"],
    "tilleggspunkt": ["x"],
}
STEP = {"organ": "x", "dato": "2031-04-01", "merknad": "x", "vedtak": VEDTAK}
SHARED = {
    "beløp": 300_000,
    "timar": 600,
    "sats": 500,
    "fordeling": {
        "toppdal": {"beløp": 200_000, "timar": 500},
        "ytre-glimsund": {"beløp": 100_000, "timar": 100},
    },
}
PAID = {"beløp": 300_000, "søkt": 300_000, "løyvd": 300_000, "utbetalt": 300_000}
ALL_THERE_CAN_BE: Edits = {
    "avtale/vekting": "x",
    "organisering/prosjekteigar": PERSON,
    "organisering/prosjektansvarleg": PERSON,
    "organisering/prosjektleiar": PERSON,
    "organisering/prosjektmedarbeidar": PERSON,
    "organisering/styringsgruppe": [PERSON, PERSON],
    "organisering/medverka": ["x", "x"],
    "organisering/omtale": "x",
    "kommunar/toppdal/samisk_namn": "x",
    "kommunar/toppdal/vedtak": VEDTAK,
    "kommunar/toppdal/formannskapsvedtak": VEDTAK,
    "vidare_handsaming": {"fylkesutval": STEP, "fylkesting": STEP, "kdd": STEP},
    "fristar/årshjul": {"rapport": {"tittel": "x", "dato": "2031-11-01"}},
    "endringar": [{"revisjon": 1, "felt": "avtale.formål", "grunngjeving": "x"}],
    "budsjett/fellespostar/reserve": {
        "tittel": "x",
        "budsjett": {
            2032: {
                "kostnad": 900_000,
                "finansiering": {"kommune": SHARED, "anna": PAID},
            }
        },
    },
    "gjort": "x",
    "samla_status": "x",
    "delmål/reiseliv/status": "x",
    "delmål/reiseliv/tiltak/skyss/samarbeid": ["x", "x"],
    "delmål/reiseliv/tiltak/vintersti/budsjett/2032/finansiering/kommune/beløp": 300_000,
}
"""What a plan may leave out, put into one of the invented pilot."""

KEYS = {"2030": "likt", "2031": "folketal"}
"""How the plan of a year divides that sum: the change is told of by the names of the keys."""

NUMBERS = {"2030": "9901", "2031": "9911"}
"""The number of a kommune: documents tell it when it is another one."""


def full_plan(year: str) -> Raw:
    """The plan file of a year of the invented pilot, with text in every field that is its own."""
    key = "delmål/reiseliv/tiltak/vintersti/budsjett/2032/finansiering/kommune/nøkkel"
    number = "kommunar/toppdal/nummer"
    return edited(raw_plan(year), {**ALL_THERE_CAN_BE, key: KEYS[year], number: NUMBERS[year]})


def plant(raw: Raw, text_for: Callable[[str], str]) -> Raw:
    """The plan file with other text in every place that takes any, by the kind of field it is."""
    kinds = [tuple(kind.split("/")) for kind in text_fields()]

    def planted(part: Any, path: Path) -> Any:
        match part:
            case dict():
                return {named(key, path): planted(part[key], (*path, key)) for key in part}
            case list():
                return [planted(item, (*path, str(nr))) for nr, item in enumerate(part)]
            case _:
                return written(part, path)

    def named(key: str, path: Path) -> str:
        return written(key, (*path, f"{key}:"))

    def written(text: str, path: Path) -> str:
        kind = next((kind for kind in kinds if _is_of(path, kind)), None)
        return text_for("/".join(kind)) if kind else text

    return {key: planted(part, (key,)) for key, part in raw.items()}


def _is_of(path: Path, kind: Path) -> bool:
    return len(path) == len(kind) and all(
        open_ in (part, "*:" if part.endswith(":") else "*")
        for part, open_ in zip(path, kind, strict=True)
    )
