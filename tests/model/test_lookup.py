"""What the model knows at a path."""

from decimal import Decimal
from typing import Any, get_args

import pytest

from bygdeplan.model import Path, Plan
from bygdeplan.model.avtale import Løyving
from bygdeplan.model.budsjett import KJELDER, POTTAR, Budsjettår, Finansiering
from bygdeplan.model.lookup import known_keys, known_values, types_at
from bygdeplan.model.tiltak import Delmål, Felt, Status, Tiltak

TILTAK: Path = ("delmål", "bustad", "tiltak", "bustad-innsikt")


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ((), [Plan]),
        (("delmål", "bustad"), [Delmål]),
        (TILTAK, [Tiltak]),
        ((*TILTAK, "tittel"), [str]),
        ((*TILTAK, "indikatorar", "a", "faktisk"), [Decimal]),
        ((*TILTAK, "budsjett", "2031"), [Budsjettår]),
        ((*TILTAK, "budsjett", 2031, "finansiering", "kommune"), [Finansiering]),
        (("avtale", "midlar", "tiltaksmidlar", "løyvingar", 0), [Løyving]),
        (("vedlegg", 3), [str]),
        (("vedlegg", "tre"), []),
        (("finst", "ikkje"), []),
        ((*TILTAK, "tittel", "meir"), []),
    ],
)
def test_types_at_a_path(path: Path, kinds: list[Any]) -> None:
    assert types_at(Plan, path) == kinds


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("delmål", "bustad"), list(Delmål.model_fields)),
        (TILTAK, list(Tiltak.model_fields)),
        ((*TILTAK, "budsjett", "2031", "finansiering"), list(KJELDER)),
        (("avtale", "midlar"), list(POTTAR)),
        (("delmål",), []),
        ((*TILTAK, "tittel"), []),
        ((*TILTAK, "status"), []),
        (("finst", "ikkje"), []),
    ],
)
def test_keys_that_are_known_at_a_path(path: Path, keys: list[str]) -> None:
    assert known_keys(Plan, path) == keys


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ((*TILTAK, "status"), list(get_args(Status))),
        ((*TILTAK, "endringar", 0, "felt"), list(get_args(Felt))),
        (("kommunar", "fjelldal", "formannskap"), ["ingen"]),
        ((*TILTAK, "budsjett", "2031", "finansiering"), []),
        ((*TILTAK, "tittel"), []),
        (("finst", "ikkje"), []),
    ],
)
def test_values_that_are_known_at_a_path(path: Path, values: list[str]) -> None:
    assert known_values(Plan, path) == values
