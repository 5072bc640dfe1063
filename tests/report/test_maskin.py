"""The outputs for programs: schemas that are fresh, one convention, and the page that tells it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, get_args

import pytest

from bygdeplan.cli.commands.schema import Skjema
from bygdeplan.endring import Endringsklasse, Nivå, Område
from bygdeplan.funn.checked import Opphavsdom
from bygdeplan.funn.finding import Severity
from bygdeplan.report import diff_json, findings_json, vedtak_json
from bygdeplan.report.maskin import Facts, as_json
from bygdeplan.report.vedtakskontroll import DOMAR, SAMANLIKNA
from bygdeplan.vedtak.protokoll.dom import Bevisslag, Vedtaksdom, Vedtakssteg
from bygdeplan.vedtak.protokoll.kommune import Kommunekjelde
from bygdeplan.vedtak.saksgang import Organslag, Stand
from tests.schemas import ROOT

PAGE = ROOT / "docs" / "maskin.md"
OUTPUTS = [name for name in get_args(Skjema) if name != "plan"]


def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))


def test_every_schema_is_of_an_output_and_refreshed_by_make() -> None:
    files = {path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").iterdir()}
    made = re.search(r"^OUTPUTS := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert made is not None
    assert set(OUTPUTS) == files == set(made[1].split())


# --- the convention ---


def groups(name: str) -> Iterator[dict[str, Any]]:
    """Every group of keys in an output."""
    made = schema(name)
    yield made["properties"]
    yield from (kind["properties"] for kind in made["$defs"].values())


def codes(field: Any) -> list[str]:
    """The codes a field can hold; none when it is no field of codes."""
    choices = [field, *field.get("anyOf", ())]
    return [code for choice in choices for code in choice.get("enum", ())]


def is_coded(key: str, field: Any) -> bool:
    """Whether a field holds a code of ours: not the plan's own names."""
    named = codes(field) and codes(field) != [*get_args(Organslag)]
    return bool(named) or (key == "code" and "pattern" in field)


@pytest.mark.parametrize("name", OUTPUTS)
def test_keys_and_codes_are_english_and_plain(name: str) -> None:
    keys = [key for group in groups(name) for key in group]
    found = [code for group in groups(name) for field in group.values() for code in codes(field)]
    assert [key for key in keys if not re.fullmatch("[a-z]+(_[a-z]+)*", key)] == []
    assert [code for code in found if not re.fullmatch("[a-z]+(-[a-z]+)*", code)] == []


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_code_has_its_wording_beside_it(name: str) -> None:
    for group in groups(name):
        coded = {f"{key}_text" for key, field in group.items() if is_coded(key, field)}
        assert {key for key in group if key.endswith("_text")} == coded


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_key_is_always_there_and_others_may_come(name: str) -> None:
    made = schema(name)
    for group in (made, *made["$defs"].values()):
        assert group["required"] == list(group["properties"])
        assert "additionalProperties" not in group
    assert made["properties"]["version"]["const"] >= 2


def of(members: Iterable[Enum]) -> dict[Any, str]:
    return {member: str(member.value) for member in members}


AREAS = {område: område.namn for område in Område}
CODES: dict[str, tuple[Mapping[Any, str], Mapping[Any, str], Any]] = {
    "severity": (findings_json.SEVERITIES, of(Severity), findings_json.SeverityCode),
    "origin": (findings_json.ORIGIN_VERDICTS, of(Opphavsdom), findings_json.OriginVerdict),
    "level": (diff_json.LEVELS, of(Nivå), diff_json.Level),
    "kind": (diff_json.KINDS, of(Endringsklasse), diff_json.ChangeKind),
    "area": (diff_json.AREAS, AREAS, diff_json.Area),
    "verdict": (vedtak_json.VERDICTS, {dom: DOMAR[dom] for dom in Vedtaksdom}, vedtak_json.Verdict),
    "compared": (vedtak_json.COMPARED, SAMANLIKNA, vedtak_json.Compared),
    "stage": (vedtak_json.STAGES, of(Vedtakssteg), vedtak_json.Stage),
    "municipality_from": (
        vedtak_json.MUNICIPALITY_FROM,
        of(Kommunekjelde),
        vedtak_json.MunicipalityFrom,
    ),
    "piece": (vedtak_json.PIECES, of(Bevisslag), vedtak_json.Piece),
    "state": (vedtak_json.STATES, of(Stand), vedtak_json.State),
}
"""Key → its codes, their wordings, and the type that the schema is made from."""


@pytest.mark.parametrize(("table", "wordings", "allowed"), CODES.values(), ids=CODES)
def test_everything_there_is_has_a_code_of_its_own(
    table: Mapping[Any, str], wordings: Mapping[Any, str], allowed: Any
) -> None:
    assert list(table) == list(wordings)
    assert tuple(table.values()) == get_args(allowed)
    assert len(set(table.values())) == len(table)


# --- the page ---


def test_page_tells_every_code_with_its_wording() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| ([^`\n]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    there = [
        (table[member], wordings[member])
        for table, wordings, _ in CODES.values()
        for member in table
    ]
    assert told == there


def test_page_names_every_output() -> None:
    text = PAGE.read_text("utf-8")
    linked = re.findall(r"\]\(\.\./schemas/(.+?)\.schema\.json\)", text)
    assert set(linked) == set(re.findall(r"`bygdeplan schema --of (\S+)`", text)) == set(OUTPUTS)


# --- how it is written ---


class _Named(Facts):
    file: str


def test_letters_stand_as_they_are_and_a_name_that_is_no_text_ends_nothing() -> None:
    assert '"fædd.yaml"' in as_json(_Named(file="fædd.yaml"))
    # As a file system gives a name that is no UTF-8.
    assert "\udcff" in as_json(_Named(file="\udcff.yaml"))
