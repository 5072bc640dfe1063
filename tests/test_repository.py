"""What the repository promises beside its code: workflows, pinned versions, layers, one version."""

import ast
import re
import shutil
import sys
import sysconfig
import tomllib
from collections import Counter
from importlib import metadata
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.programs import run

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OLDEST_PYTHON = PYPROJECT["project"]["requires-python"].removeprefix(">=")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yaml"))
CONSTRAINTS = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


# --- workflows ---


def check_against_schema(workflow: Path) -> CompletedProcess[str]:
    schema = ("--builtin-schema", "vendor.github-workflows")
    return run(sys.executable, "-m", "check_jsonschema", *schema, workflow, cwd=ROOT)


def jobs(workflow: Path) -> dict[str, Any]:
    # The base loader makes text, lists and mappings alone, and keeps `on` and `3.10` as written.
    loaded = yaml.load(workflow.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    found: dict[str, Any] = loaded["jobs"]
    return found


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(workflow).values() for step in job["steps"]]


@pytest.mark.slow
@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_follows_the_schema(workflow: Path) -> None:
    checked = check_against_schema(workflow)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.slow
def test_schema_check_sees_a_job_without_a_machine(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("on: push\njobs:\n  tests:\n    steps: []\n", encoding="utf-8")
    assert "runs-on" in check_against_schema(broken).stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_pins_actions_by_major_version(workflow: Path) -> None:
    actions = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+", action)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_calls_targets_that_the_makefile_has(workflow: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    called = {
        target
        for step in steps(workflow)
        for target in re.findall(r"^make ([a-z-]+)", step.get("run", ""), re.MULTILINE)
    }
    assert called <= targets


def test_workflows_test_the_oldest_python_on_three_systems() -> None:
    matrix = jobs(ROOT / ".github" / "workflows" / "tests.yaml")["tests"]["strategy"]["matrix"]
    assert OLDEST_PYTHON in matrix["python"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]


def test_the_bench_has_a_workflow_of_its_own_that_nothing_waits_for() -> None:
    runs = [step.get("run", "") for step in steps(ROOT / ".github" / "workflows" / "bench.yaml")]
    assert any("make bench" in run for run in runs)
    assert "make bench" not in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


# --- pinned versions ---


def test_constraints_pin_exact_versions_and_name_no_address() -> None:
    assert CONSTRAINTS
    pin = re.compile(r"[A-Za-z0-9][\w.-]*==\d[\w.+!]*")
    assert [line for line in CONSTRAINTS if not pin.fullmatch(line)] == []
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def needed_on(system: dict[str, str]) -> set[str]:
    """Name every package that the extras bring on a system, as each asks for it."""
    needed: set[str] = set()
    waiting = {("bygdeplan", frozenset({"bench", "dev", "judges"}))}
    while waiting:
        name, extras = waiting.pop()
        needed.add(name)
        for text in installed_requirements(name):
            requirement = Requirement(text)
            asked = canonicalize_name(requirement.name)
            if asked not in needed and applies(requirement, system, extras):
                waiting.add((asked, frozenset(requirement.extras)))
    return needed - {"bygdeplan"}


def installed_requirements(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # asked for on another system only
        return []


def applies(requirement: Requirement, system: dict[str, str], extras: frozenset[str]) -> bool:
    return requirement.marker is None or any(
        requirement.marker.evaluate(system | {"extra": extra}) for extra in extras | {""}
    )


SYSTEMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_constraints_pin_all_that_is_needed(system: str, python: str) -> None:
    environment = SYSTEMS[system] | {"python_version": python, "python_full_version": f"{python}.0"}
    pinned = {canonicalize_name(line.partition("==")[0]) for line in CONSTRAINTS}
    assert needed_on(environment) - pinned == set()


# --- one version number ---


def test_installed_version_is_the_declared_one() -> None:
    assert metadata.version("bygdeplan") == PYPROJECT["project"]["version"]


def test_changelog_opens_with_what_is_not_released_and_then_the_declared_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1:2] in ([], [PYPROJECT["project"]["version"]])


def test_types_are_checked_for_the_oldest_python() -> None:
    assert PYPROJECT["tool"]["mypy"]["python_version"] == OLDEST_PYTHON


# --- layers ---


def lint_imports(folder: Path) -> CompletedProcess[str]:
    """Hold the package `bygdeplan` in a folder against the contracts in pyproject.toml."""
    program = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    assert program is not None
    return run(program, "--no-logo", "--no-cache", "--config", ROOT / "pyproject.toml", cwd=folder)


LAYERS, *PROTECTED = PYPROJECT["tool"]["importlinter"]["contracts"]
UPWARDS = [("ord", "load"), ("endring", "documents"), ("side", "rules"), ("convert", "cli")]
"""A room, and one above it."""
KNOWN = [
    (library, place)
    for contract in PROTECTED
    for library in contract["protected_modules"]
    for place in contract["allowed_importers"]
]
"""Something from outside, and a module or a room that may know it."""


def beside(place: str) -> str:
    """A module that stands beside the one that may know something, and may not."""
    return f"{place.rpartition('.')[0]}.innbrot"


def plant(source: Path, module: str, imported: str) -> None:
    with (source / f"{module.replace('.', '/')}.py").open("a", encoding="utf-8") as file:
        file.write(f"import {imported}\n")


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of the source code when every contract is broken at once."""
    source = tmp_path_factory.mktemp("src")
    shutil.copytree(ROOT / "src" / "bygdeplan", source / "bygdeplan")
    for lower, upper in UPWARDS:
        plant(source, f"bygdeplan.{lower}.oppover", f"bygdeplan.{upper}")
    for library, place in KNOWN:
        plant(source, beside(place), library)
    linted = lint_imports(source)
    assert linted.returncode == 1
    return linted.stdout


@pytest.mark.slow
def test_contracts_hold() -> None:
    linted = lint_imports(ROOT / "src")
    assert linted.returncode == 0, linted.stdout


def rooms() -> set[str]:
    """Every room the contract names."""
    return {room for layer in LAYERS["layers"] for room in re.findall(r"\w+", layer)}


TOUR = (ROOT / "docs" / "tour.md").read_text("utf-8")


def test_the_tour_leads_through_every_wing() -> None:
    """Each wing has a paragraph of its own, and no other wing is told of."""
    assert set(re.findall(r"^\*\*`(\w+)/`:", TOUR, re.MULTILINE)) == rooms()


def test_the_tour_names_nothing_that_is_not_there() -> None:
    named = re.findall(r"`([\w./-]+(?:\.\w+|/))`", TOUR)
    there = [f"/{p.relative_to(ROOT).as_posix()}" for p in ROOT.rglob("*") if ".git" not in p.parts]
    assert [
        name for name in named if not any(p.endswith(f"/{name.rstrip('/')}") for p in there)
    ] == []


def test_the_tour_is_short() -> None:
    assert len(TOUR.split()) <= 1300


@pytest.mark.slow
@pytest.mark.parametrize(("lower", "upper"), UPWARDS)
def test_contract_sees_an_import_upwards(lower: str, upper: str, refused: str) -> None:
    assert f"bygdeplan.{lower}.oppover -> bygdeplan.{upper}" in refused


@pytest.mark.slow
@pytest.mark.parametrize(("library", "place"), KNOWN)
def test_contract_sees_what_is_known_in_another_place(
    library: str, place: str, refused: str
) -> None:
    assert f"- {beside(place)} -> {library} (l." in refused


MODULES = {
    path.relative_to(ROOT / "src").as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "src").rglob("*.py"))
}
"""Where each module lies → what it holds."""


def imports(module: ast.Module) -> set[str]:
    """Everything a module imports, as a dotted name: the module, and what is taken from it."""
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_library_has_its_places() -> None:
    imported = {name.partition(".")[0] for module in MODULES.values() for name in imports(module)}
    outside = imported - sys.stdlib_module_names - {"bygdeplan"}
    assert outside == {library for library, _ in KNOWN} - {"subprocess"}


def test_who_may_know_something_does() -> None:
    """No place is left in a contract after what it needed it for is gone."""
    for library, place in KNOWN:
        path = place.replace(".", "/")
        inside = [module for name, module in MODULES.items() if re.match(rf"{path}[./]", name)]
        names = {name.partition(".")[0] for module in inside for name in imports(module)}
        assert library in names, f"{place} has no use for {library}"


def test_who_says_that_it_alone_knows_is_named_in_a_contract() -> None:
    said = {
        name.removesuffix(".py").replace("/", ".")
        for name, module in MODULES.items()
        if re.search(r"\b(?:only|one) (?:place|module)s? that knows?\b", _docstring(module))
    }
    assert said
    assert said <= {place for _, place in KNOWN}


def _docstring(module: ast.Module) -> str:
    return " ".join((ast.get_docstring(module) or "").split())


# --- one word for one thing ---


def public_types(module: Path) -> set[str]:
    """The classes of a module, and what it calls types that have no class: not what is its own."""
    named = set()
    for node in ast.parse(module.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                named.add(name)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not is_type_variable(
                value
            ):
                named.add(name)
            case _:
                pass
    return {name for name in named if name[0].isupper() and not name.isupper()}


def is_type_variable(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"


def test_a_name_of_a_type_belongs_to_one_thing() -> None:
    modules = (ROOT / "src").rglob("*.py")
    owners = Counter(name for module in modules for name in public_types(module))
    assert owners
    assert {name for name, times in owners.items() if times > 1} == set()


# --- dependencies are used by their public names ---


def private_imports(code: str) -> list[str]:
    """The private modules and functions of others that code imports; lxml names its types so."""
    imported = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            imported += [f"{node.module}.{alias.name}" for alias in node.names]
    outside = [name for name in imported if not name.startswith(("bygdeplan.", "__future__."))]
    return [name for name in outside if re.search(r"(?:^|\.)_[a-zæøå]", name)]


def test_nothing_private_of_a_dependency_is_imported() -> None:
    files = sorted((ROOT / "src").rglob("*.py"))
    assert files
    found = {file.name: private_imports(file.read_text(encoding="utf-8")) for file in files}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    ["import typer._click", "from typer import _click", "def f():\n    from typer._click import a"],
)
def test_a_private_import_is_seen(line: str) -> None:
    assert private_imports(line)
