"""What the plan says outside its measures, as the change list shows it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE
from bygdeplan.documents.verdi import (
    Verdi,
    below_each_other,
    lines,
    paragraph,
    plain,
    prose,
    sum_of,
)
from bygdeplan.model.organisering import Person
from bygdeplan.model.plan import Plan
from bygdeplan.model.tid import Tidspunkt
from bygdeplan.ord import nynorsk

PROSE = (
    "samandrag",
    "innleiing",
    "vurdering",
    "konklusjon",
    "skildring",
    "formål",
    "om_ordninga",
    "vekting",
    "føremål",
    "omtale",
)
"""The keys of running text."""


def show_value(plan: Plan, ting: tuple[str, ...], value: Any) -> Verdi:
    """A plain value of a thing outside the measures in the words of its plan; a dash for none."""
    match ting[-1], value:
        case _, _ if value is None or value in ([], {}):
            return plain(TOM_CELLE)
        case _, list():
            return lines(_item(item) for item in value)
        case "delar", dict():
            return lines(f"{_kommune(plan, id_)}: {_number(part)}" for id_, part in value.items())
        case _, dict():
            return below_each_other(_group(value))
        case name, str() if name in PROSE:
            return prose(value)
        case name, _:
            return plain(_words(name, value))


def _words(name: str, value: int | str) -> str:
    """One value in words, by the key it stands at."""
    if name == "vekt":
        return f"{_number(value)}{nynorsk.NBSP}%"
    if name == "dato":
        return omtale.tidspunkt(Tidspunkt.read(value))
    return _day(value) if isinstance(value, str) else _number(value)


def _item(item: Any) -> str:
    """One line of a list: a text, a person, an appropriation, a phase."""
    match item:
        case {"beløp": amount, "år": year, "kjelde": source}:
            return f"{year}: {nynorsk.kroner(amount)} ({source})"
        case {"tid": time, "namn": name, "innhald": content}:
            return f"{name} ({time}): {content}"
        case {"namn": _}:
            return omtale.person(Person.model_validate(item))
        case _:
            return str(item)


def _group(group: Mapping[str, Any]) -> Iterable[Verdi]:
    """The lines of a thing with several fields: a person, a pot, a budget, a sub-goal."""
    match group:
        case {"tittel": title, "budsjett": budget}:
            return [paragraph(title), *_years(budget)]
        case _ if all(_is_budget(year) for year in group.values()):
            return _years(group)
        case _:
            return map(paragraph, _texts(group))


def _texts(group: Mapping[str, Any]) -> Iterable[str]:
    match group:
        case {"løyvingar": [*given]}:
            return map(_item, given)
        case {"namn": _, "nummer": number}:
            return [f"{group['namn']} ({number})"]
        case {"namn": _}:
            return [_item(group)]
        case {"tittel": title, "vekt": weight}:
            return [f"{title} ({_number(weight)}{nynorsk.NBSP}%)"]
        case {"tittel": title} | {"organ": title}:
            return [f"{title} {_words('dato', group['dato'])}" if "dato" in group else title]
        case _:
            return [f"{key}: {value}" if value else key for key, value in group.items()]


def _is_budget(value: Any) -> bool:
    return isinstance(value, dict) and "kostnad" in value


def _years(budget: Mapping[str, Any]) -> list[Verdi]:
    """A budget by year: «2031: 300 kr (Kommunane 300)»."""
    return [_year(year, money) for year, money in sorted(budget.items())]


def _year(year: str, money: Mapping[str, Any]) -> Verdi:
    sources = [
        f"{omtale.KJELDER[source]} {nynorsk.tal(_sum(part))}"
        for source, part in money.get("finansiering", {}).items()
    ]
    return sum_of(f"{year}: {nynorsk.kroner(money['kostnad'])}", sources)


def _sum(part: Mapping[str, Any]) -> int:
    """Cash and own hours, in kroner."""
    amount: int = part.get("beløp", 0) + part.get("timar", 0) * part.get("sats", 0)
    return amount


def _kommune(plan: Plan, id_: str) -> str:
    return plan.kommunar[id_].namn if id_ in plan.kommunar else id_


def _number(value: int | str) -> str:
    return nynorsk.tal(value) if isinstance(value, int) else value


def _day(value: str) -> str:
    try:
        return nynorsk.dato(date.fromisoformat(value))
    except ValueError:
        return value
