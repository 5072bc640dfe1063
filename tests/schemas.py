"""Holding files and what the program writes against JSON Schemas."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import FormatChecker  # type: ignore[import-untyped]  # carries no types
from jsonschema.validators import validator_for  # type: ignore[import-untyped]  # likewise
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

ROOT = Path(__file__).resolve().parents[1]


def faults(document: Any, schema: Path) -> list[str]:
    """What in a document a schema does not allow, each with its path."""
    found = _validator(schema).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


def yaml_faults(text: str, schema: Path) -> list[str]:
    """What in a YAML text a schema does not allow, as an editor reads it: by YAML 1.2."""
    return faults(_as_json(_reader().load(text)), schema)


@cache
def _validator(schema: Path) -> Any:
    loaded = json.loads(schema.read_text(encoding="utf-8"))
    kind = validator_for(loaded)
    kind.check_schema(loaded)
    return kind(loaded, format_checker=FormatChecker())


def _reader() -> YAML:
    """YAML 1.2 without its dates, which no editor turns into anything but text."""

    class Constructor(SafeConstructor):
        """One of its own: what is set on ruamel's holds for every reader there is."""

    reader = YAML(typ="safe", pure=True)
    reader.Constructor = Constructor
    reader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", Constructor.construct_yaml_str
    )
    return reader


def _as_json(value: Any) -> Any:
    """Keys as text, as JSON has them: `2031:` is read as a number."""
    match value:
        case dict():
            return {str(key): _as_json(part) for key, part in value.items()}
        case list():
            return [_as_json(part) for part in value]
        case _:
            return value
