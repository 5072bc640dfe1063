"""The program knows of no pilot: what stands in `plans/` stands nowhere in it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.plans import PILOT, ROOT, raw_plan

YEARS = [path.stem for path in sorted(PILOT.glob("*.yaml"))]
FILES = [
    path
    for folder in (ROOT / "src", ROOT / "templates")
    for path in sorted(folder.rglob("*"))
    # What is packed is made from the text of others.
    if path.is_file() and path.suffix not in (".pyc", ".docx", ".odt")
]
# They belong to the scheme of agreements, not to one pilot.
COMMON = ("Husbanken", "Distriktssenteret", "Kommunal- og", "Fase", "Forfase")
NAMES_AT = {"namn", "pilot", "fylkeskommune", "organ", "kommunedirektør", "frå", "tittel"}
LISTS_OF_NAMES = {("partar",), ("medverka",), ("samarbeid",)}


def texts(raw: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a plan with its path."""
    match raw:
        case dict():
            for key, part in raw.items():
                yield from texts(part, (*path, key))
        case list():
            for part in raw:
                yield from texts(part, (*path, "-"))
        case _:
            yield path, raw


@cache
def plan_texts() -> list[tuple[tuple[str, ...], str]]:
    return [item for year in YEARS for item in texts(raw_plan(year))]


@cache
def names() -> set[str]:
    """The pilot, its municipalities and bodies, the people in it, the titles of its measures."""
    found: set[str] = set()
    for path, text in plan_texts():
        if path[0] == "budsjett":
            continue  # «Drift og samlingar» is what it is, anywhere
        if path[-1] in NAMES_AT or path[-2:-1] in LISTS_OF_NAMES:
            found.add(text.strip("«» ").split(" (")[0])
        if path[-1] == "kommunedirektør" or (path[0] == "organisering" and path[-1] == "namn"):
            found.add(text.split()[-1])
    kept = {name for name in found if re.search("[A-ZÆØÅ]", name) and len(name) > 4}
    return {name for name in kept if not name.startswith(COMMON)}


@cache
def years() -> set[str]:
    """The years the plans are for, and those of the agreement and its money."""
    stated = " ".join(text for path, text in plan_texts() if path[-1] in ("år", "periode"))
    return set(re.findall(r"\b20\d\d\b", stated))


@cache
def amounts() -> set[int]:
    """The sums of money in the plans, save those so round that any example has them."""
    written = [text for _, text in plan_texts() if re.fullmatch(r"[\d _,]+( mill\.)?( kr)?", text)]
    sums = {as_kroner(text) for text in written}
    return {kr for kr in sums if kr >= 10**7 or (kr >= 10**4 and len(str(kr).rstrip("0")) > 2)}


def as_kroner(text: str) -> int:
    number, mill, _ = text.partition("mill")
    digits = re.sub(r"[ _\u00a0kr.]", "", number).replace(",", ".").rstrip(".")
    return round(float(digits) * (1_000_000 if mill else 1)) if digits.count(".") < 2 else 0


def test_the_lists_are_lists_of_what_the_plans_hold() -> None:
    assert {"Vest-Telemark", "Tokke", "Aasmundtveit", "Grøn region Vest-Telemark"} <= names()
    assert {"2023", "2025", "2028"} <= years()
    assert {18_000_000, 17_120_000, 3_530_000} <= amounts()


def test_no_name_stands_in_the_program() -> None:
    """Not in its comments either."""
    any_name = re.compile(rf"\b({'|'.join(map(re.escape, sorted(names())))})\b")
    found = {file.name: any_name.findall(file.read_text("utf-8")) for file in FILES}
    assert {file: hits for file, hits in found.items() if hits} == {}


def constants(source: str) -> Iterator[str]:
    """The texts and numbers a module runs by, as text; docstrings and comments are left out."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)


def parts(file: Path) -> list[str]:
    text = file.read_text("utf-8")
    return list(constants(text)) if file.suffix == ".py" else [text]


def test_no_amount_stands_in_the_program() -> None:
    amount = re.compile(r"\d[\d _\u00a0,]*(?: mill\.)?")
    found = {
        file.as_posix(): amounts()
        & {as_kroner(hit) for part in parts(file) for hit in amount.findall(part)}
        for file in FILES
    }
    assert {file: hits for file, hits in found.items() if hits} == {}


def test_no_year_stands_in_the_program() -> None:
    year = re.compile(r"(?<![/\w])20\d\d(?![/\w])")  # names of XML vocabularies hold years
    found = {
        file.as_posix(): years() & {hit for part in parts(file) for hit in year.findall(part)}
        for file in FILES
    }
    assert {file: hits for file, hits in found.items() if hits} == {}
