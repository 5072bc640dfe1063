"""A small plan with one measure that has something in every field, and the classes of a diff."""

from typing import Literal, get_args

from bygdeplan.endring import Plandiff
from bygdeplan.model.plan import Plan
from bygdeplan.model.tiltak import Felt
from tests.plans import Edits, Raw, small_plan

Klasse = Literal[
    "nye", "endra", "omnummererte", "gjenopna", "avslutta", "borte", "utgåtte", "vidareførte"
]
KLASSAR: tuple[Klasse, ...] = get_args(Klasse)

STI = "delmål/eitt/tiltak/sti"
TILTAK: Raw = {
    "nr": 1,
    "tittel": "Sti til fjorden",
    "skildring": "Ein sti som går\nfrå tunet til fjorden.",
    "prioritert": "ja",
    "ansvarleg": "Toppdal kommune",
    "samarbeidspartar": ["reiselivslag", "skule"],
    "samarbeid": ["Turlaget"],
    "start": 2031,
    "slutt": "2032-06",
    "statlege_midlar": "ja",
    "status": "i arbeid",
    "statusdato": "2031-01-05",
    "gjennomført": "Stien er målt opp.",
    "førebels_resultat": "Folk ventar.",
    "indikatorar": {
        "lengd": {"namn": "Sti", "eining": "km", "utgangspunkt": 2, "mål": 10, "faktisk": 3}
    },
    "budsjett": {
        2031: {
            "kostnad": 1_600_000,
            "finansiering": {
                "tiltaksmidlar": {"beløp": 1_000_000, "søkt": 2_000_000},
                "kommune": {"beløp": 100_000, "timar": 1000, "sats": 500, "nøkkel": "likt"},
            },
            "rekneskap": {"tiltaksmidlar": 40_000},
        },
        2032: {
            "kostnad": 300_000,
            "finansiering": {
                "kommune": {"beløp": 300_000, "fordeling": {"toppdal": {"beløp": 300_000}}}
            },
        },
    },
}
BASE: Edits = {
    STI: TILTAK,
    "delmål/eitt/tiltak/bru": {
        "nr": 2,
        "tittel": "Bru",
        "skildring": "Ei bru.",
        "statlege_midlar": "nei",
    },
    "delmål/to": {"nr": 2, "tittel": "Det andre delmålet", "vekt": 0},
}
BUDSJETT = f"{STI}/budsjett"
TILTAKSMIDLAR = f"{BUDSJETT}/2031/finansiering/tiltaksmidlar"
KOMMUNE = f"{BUDSJETT}/2031/finansiering/kommune"
CLOSED: Raw = {f"{STI}/status": "avslutta", f"{STI}/avslutning": {"utfall": "fullført"}}


def base_with(edits: Edits) -> Plan:
    return small_plan({**BASE, **edits})


def classified(diff: Plandiff) -> dict[str, tuple[Klasse, tuple[Felt, ...]]]:
    """Each measure's class and changed fields; a measure in two classes is an error."""
    found: dict[str, tuple[Klasse, tuple[Felt, ...]]] = {}
    for klasse in KLASSAR:
        for item in getattr(diff, klasse):
            pair = hasattr(item, "endringar")
            id_ = item.etter.id if pair else item.id
            assert id_ not in found
            found[id_] = klasse, tuple(e.felt for e in item.endringar) if pair else ()
    return found
