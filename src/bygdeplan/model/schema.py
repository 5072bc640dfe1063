"""The JSON Schema of a plan file, for editors: which keys there are and what each one is for.

It says what the model says, with what only the loader knows: the marks that any group can carry,
that an empty value is as good as none, and that a bare amount will do for a source of money.
"""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bygdeplan.model import Plan
from bygdeplan.model.budsjett import Finansiering
from bygdeplan.model.felt import Beløp, JaNei
from bygdeplan.model.lookup import help_of
from bygdeplan.model.merke import Merkeslag

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that every YAML editor reads."""
_YEAR = "^[12][0-9]{3}$"
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})

_MARKS: dict[Merkeslag, str] = {
    "førebels": "Ekte opplysningar som ikkje er stadfesta enno: ja for heile gruppa, eller ei "
    "liste av nøklane det gjeld.",
    "døme": "Laga for å vise korleis planen ser ut, og må bytast ut: ja for heile gruppa, eller "
    "ei liste av nøklane det gjeld.",
}
_MARKS_ALLOWED = {
    slag: {"$ref": "#/definitions/merke", "description": meaning}
    for slag, meaning in _MARKS.items()
}


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan file, with its descriptions in Nynorsk."""
    schema = Plan.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_PlanSchema
    )
    return {
        "$schema": _DRAFT,
        "title": "Handlingsplan for ein bygdevekstavtale",
        "definitions": {**_with_marks(schema.pop("$defs")), "merke": _mark()},
        **_with_marks(schema),
    }


def plan_schema_json() -> str:
    """The schema as the text of `plan.schema.json`."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2)


class _PlanSchema(GenerateJsonSchema):
    """pydantic's schema of the model, made into that of the file."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name.translate(_ASCII))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Defaults an author would write; that of a whole group says nothing."""
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), str | int):
            made.pop("default", None)
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A group of known keys. The docstring of its class is for developers, and is left out."""
        made = super().model_schema(schema)
        required = made.get("required", [])
        help_ = help_of(schema["cls"])
        fields = {
            name: described if name in required else _or_nothing(described)
            for name, field in made["properties"].items()
            for described in ({"description": help_[name], **field},)
        }
        group = {
            "type": "object",
            "properties": fields,
            "required": required,
            "additionalProperties": False,
        }
        if schema["cls"] is Finansiering:
            return {"anyOf": [TypeAdapter(Beløp).json_schema(), group]}
        return group

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A group of keys that the author chooses (ids, years) or takes from a list."""
        keys = self.generate_inner(schema["keys_schema"])
        value = self.generate_inner(schema["values_schema"])
        named = dict.fromkeys(keys.get("enum", ()), value)
        group: JsonSchemaValue = {
            "type": "object",
            "properties": named,
            "additionalProperties": False,
        }
        if keys["type"] == "integer":
            return group | {"patternProperties": {_YEAR: value}}
        if "pattern" in keys:
            return group | {"patternProperties": {keys["pattern"]: value}}
        return group if named else group | {"additionalProperties": value}


def _with_marks(schema: Any) -> Any:
    """The schema with both marks allowed in every group, however deep."""
    if isinstance(schema, list):
        return [_with_marks(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: _with_marks(part) for name, part in schema.items()}
    if parts.get("type") == "object":
        parts["properties"] = parts["properties"] | _MARKS_ALLOWED
    return parts


def _mark() -> JsonSchemaValue:
    """What a mark can be: for the whole group, or a list of keys (a year is read as a number)."""
    keys = {"type": "array", "items": {"type": ["string", "integer"]}}
    return {"anyOf": [TypeAdapter(JaNei).json_schema(), keys]}


def _or_nothing(field: JsonSchemaValue) -> JsonSchemaValue:
    """The schema of a field that can stand empty."""
    nothing = {"type": "null"}
    if nothing in field.get("anyOf", ()):
        return field
    about: JsonSchemaValue = {}
    rest: JsonSchemaValue = {}
    for key, value in field.items():
        (about if key in ("description", "default") else rest)[key] = value
    return {**about, "anyOf": [rest, nothing]}
