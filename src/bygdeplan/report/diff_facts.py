"""What `diff --format json` holds; the JSON Schema is made from these classes."""

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bygdeplan.endring import Endringsklasse, Nivå


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Utgåve(_Facts):
    """One of the two plans."""

    fil: str
    """The plan file, as it was asked for."""
    år: int
    """The plan's year."""
    revisjon: int
    """Its revision in the year."""


class Side(_Facts):
    """What one of the plans says, and where."""

    linje: int = Field(ge=1)
    """The line in the file, from 1."""
    kolonne: int = Field(ge=1)
    """The column, from 1."""
    veg: list[str]
    """The keys from the top of the file."""
    verdi: Any
    """The value: kroner as whole numbers, dates as ISO text, other numbers whole or as text with a
    decimal comma."""


class Forskjellfakta(_Facts):
    """One value that differs."""

    veg: list[str]
    """The keys to it; a measure is `tiltak` and its id, wherever it lies."""
    før: Any
    """The value in the old plan; null when it says nothing."""
    etter: Any
    """The value in the new plan; null when it says nothing."""
    skift: int | None
    """For numbers: how much more the new plan says."""
    prosent: float | None
    """The shift in per cent of the old value, with one decimal; null when that is 0."""


class Endringsfakta(_Facts):
    """One change."""

    kode: str
    """The kind of change. A code never changes its meaning; docs/endringar.md lists them."""
    klasse: Endringsklasse
    """What has happened."""
    område: str
    """The part of the plan it is in."""
    nivå: Nivå
    """How much it matters, after what the author has settled."""
    kvifor: str
    """Why it has that level."""
    ting: list[str]
    """What is changed; the same wherever it has been moved."""
    før: Side | None
    """The old plan; null when it does not have it."""
    etter: Side | None
    """The new plan; null when it does not have it."""
    grunngjevingar: list[str]
    """The reasons the new plan gives."""
    andre: list[str]
    """The measures it was merged with or divided into."""
    forskjellar: list[Forskjellfakta]
    """Every value that the change is made of."""
    fingerprint: str
    """The same as long as the change is, whatever moves in the files."""


class Tiltaksfakta(_Facts):
    """A measure without changes."""

    id: str
    """Its key in the plan file."""
    delmål: str
    """The key of its sub-goal."""
    nr: int
    """Its number in the sub-goal."""
    tittel: str
    """Its title."""


class Skiftfakta(_Facts):
    """How money has moved."""

    nøkkel: str
    """A sub-goal, `felles`, or a year."""
    før: int
    """Kroner in the old plan."""
    etter: int
    """Kroner in the new plan."""
    endring: int
    """The shift in kroner."""


class Budsjettfakta(_Facts):
    """How money has moved, within the period of the agreement."""

    delmål: list[Skiftfakta]
    """By sub-goal."""
    år: list[Skiftfakta]
    """By year."""


class Diffrapport(_Facts):
    """What `bygdeplan diff --format json` prints.

    Keys may be added; those that are here keep their meaning as long as `versjon` is 1.
    """

    versjon: Literal[1] = 1
    """The version of this form."""
    frå: Utgåve
    """The old plan."""
    til: Utgåve
    """The new plan."""
    endringar: list[Endringsfakta]
    """Every change, or those of the levels asked for."""
    tal: dict[Nivå, int]
    """How many changes there are of each level."""
    vidareførte: list[Tiltaksfakta]
    """Open measures that nothing has happened to; empty when only some levels are asked for."""
    budsjett: Budsjettfakta
    """How money has moved; empty when only lighter levels are asked for."""


def diff_schema_json() -> str:
    """The JSON Schema of the report, as the text of `schemas/diff.schema.json`."""
    schema = Diffrapport.model_json_schema(mode="serialization")
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**draft, **schema}, ensure_ascii=False, indent=2)
