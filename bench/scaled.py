"""Plans of any size: every measure k times, and the money of the pots as many times as large."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from bygdeplan.model.tal import read_amount, read_whole_number

Raw = dict[str, Any]
"""A plan file as plain data: every value is the text it was written as."""

_AMOUNTS = {"beløp", "overført", "kostnad", "søkt", "løyvd", "utbetalt"}
_HOURS = {"timar"}


def write_scaled(source: Path, times: int, folder: Path) -> Path:
    """A plan file with `times` copies of each measure, in a folder; sound if the first one is."""
    return write_raw(scaled(read_raw(source), times), folder / source.name)


def scaled(plan: Raw, times: int) -> Raw:
    """The plan, which is changed, with `times` copies of each measure and as much money."""
    _multiply_outside_measures(plan, times)
    for delmål in plan["delmål"].values():
        delmål["tiltak"] = {
            name: measure
            for number in range(times)
            for name, measure in _copies(delmål.get("tiltak", {}), number)
        }
    return plan


def enriched(plan: Raw, times: int) -> Raw:
    """The plan, which is changed, with `times` as much money in each measure and in all."""
    _multiply_outside_measures(plan, times)
    for delmål in plan["delmål"].values():
        for measure in delmål.get("tiltak", {}).values():
            _multiply_item(measure, times)
    return plan


def read_raw(source: Path) -> Raw:
    """A plan file as plain data of the caller's own."""
    plan: Raw = yaml.load(source.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text alone
    return plan


def write_raw(plan: Raw, file: Path) -> Path:
    """A plan file of plain data, in a folder that is made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(plan, Dumper=_Dumper, allow_unicode=True, sort_keys=False), "utf-8")
    return file


class _Dumper(yaml.SafeDumper):
    """Writes a text as an author does: a number, a date or nothing without quotes, lines below."""

    def represent_str(self, text: str) -> yaml.ScalarNode:
        kind = self.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # in the stubs
        return self.represent_scalar(kind, text, style="|" if "\n" in text else None)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_str)


def _copies(measures: Raw, number: int) -> list[tuple[str, Raw]]:
    """The measures under new ids and numbers; the first copy is the measures themselves."""
    copied = []
    for name, measure in measures.items():
        copy = deepcopy(measure)
        copy["nr"] = str(int(measure["nr"]) + 100 * number)
        if number and "som_tiltak" in copy:
            copy["som_tiltak"] = f"{copy['som_tiltak']}-{number}"
        copied.append((f"{name}-{number}" if number else name, copy))
    return copied


def _multiply_outside_measures(plan: Raw, times: int) -> None:
    for pot in plan["avtale"]["midlar"].values():
        _multiply(pot, times)
    for item in plan["budsjett"].get("fellespostar", {}).values():
        _multiply_item(item, times)
    _multiply_all(plan["budsjett"].get("historikk", {}), times)


def _multiply_item(item: Raw, times: int) -> None:
    """The money of a measure or of a common item."""
    _multiply(item, times)
    _multiply_sources(item.get("budsjett", {}), times)


def _multiply(part: Any, times: int) -> None:
    """Every amount and every hour within a part of the plan, as many times as large."""
    if isinstance(part, list):
        for item in part:
            _multiply(item, times)
    elif isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str) and name in _AMOUNTS:
                part[name] = str(times * read_amount(value))
            elif isinstance(value, str) and name in _HOURS:
                part[name] = str(times * read_whole_number(value))
            else:
                _multiply(value, times)


def _multiply_sources(years: Raw, times: int) -> None:
    """The sources and accounts that stand as bare amounts."""
    for year in years.values():
        for group in (year.get("finansiering", {}), year.get("rekneskap", {})):
            for source, amount in group.items():
                if isinstance(amount, str):
                    group[source] = str(times * read_amount(amount))


def _multiply_all(part: Raw, times: int) -> None:
    for name, value in part.items():
        if isinstance(value, dict):
            _multiply_all(value, times)
        elif name not in ("døme", "førebels"):
            part[name] = str(times * read_amount(value))
