"""What all the outputs for other programs have in common; `docs/maskin.md` tells their readers.

Keys are English. What is one of a known set is a code (`"verdict": "edited"`), which keeps its
meaning; how it is worded in Nynorsk stands beside it (`"verdict_text"`), and may be worded better
any day. Paths, ids and values are those of the plan file.
"""

import json
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from bygdeplan.ord.ordlyd import Avvik

Position = Annotated[int, Field(ge=1)]
"""A line, a column, a point: counted from 1."""
Keys = list[str | int]
"""Keys from the top, and places in lists from 0."""


class Facts(BaseModel):
    """A group of keys; the output and its JSON Schema are both made from the class."""

    model_config = ConfigDict(
        frozen=True,
        # Those who print no JSON pay for none of it.
        defer_build=True,
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
    )


class WordingFacts(Facts):
    """One place where a wording parts from the common one."""

    common_point: Position | None
    """The common point, from 1; null when what stands is no common point."""
    point: Position | None
    """The point as it stands, from 1; null when the common point is not there."""
    removed: str
    """The words of the common wording that are gone, with a word on either side."""
    inserted: str
    """The words that stand instead."""


def wording_facts(avvik: Avvik) -> WordingFacts:
    """A difference between wordings, with the points counted from 1."""
    return WordingFacts(
        common_point=None if avvik.felles is None else avvik.felles + 1,
        point=None if avvik.eige is None else avvik.eige + 1,
        removed=avvik.ut,
        inserted=avvik.inn,
    )


def as_json(report: Facts) -> str:
    """The text of an output: dates ISO, the letters of Nynorsk as they are."""
    # pydantic's own writer ends at a file name that is no UTF-8.
    return json.dumps(report.model_dump(), ensure_ascii=False, indent=2, default=date.isoformat)


def schema_json(report: type[Facts], *commands: str) -> str:
    """The JSON Schema of what commands print, as the text of a file in `schemas/`."""
    schema = report.model_json_schema(mode="serialization", schema_generator=_Schema)
    printed = " and ".join(f"`bygdeplan {command} --format json`" for command in commands)
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    told = {**draft, **schema, "title": f"Output of {printed}"}
    return json.dumps(told, ensure_ascii=False, indent=2)


class _Schema(GenerateJsonSchema):
    """pydantic's schema of a report without the names that only repeat the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002  # likewise
        """Keys in the order of the output."""
        return value
