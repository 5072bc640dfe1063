"""For every test: properties try the same examples each time, the machine's settings stay out."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from bygdeplan.convert import pandoc
from tests.starting import Call, Gate, remembering

settings.register_profile(
    "repeatable", derandomize=True, deadline=None, database=None, max_examples=50, print_blob=True
)
settings.load_profile("repeatable")

# Each of these turns colours, widths, reporters or time stamps away from what a test expects.
OUTSIDE_SETTINGS = (
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "NO_COLOR",
    "PY_COLORS",
    "SOURCE_DATE_EPOCH",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-golden", action="store_true", help="write the golden documents anew"
    )


GATE = Gate()


def pytest_sessionstart() -> None:
    GATE.watch()


def pytest_collection_finish() -> None:
    """What has been collected stays: the collector of garbage need not go through it each time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    GATE.is_open = any(map(item.get_closest_marker, ("slow", "wheel")))
    return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that no worker is left with one of them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def real_pandoc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    """How pandoc is called for good; all others are given what it answered any test before."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    answers = folder / "pandoc"
    answers.mkdir(exist_ok=True)
    real = pandoc._call  # noqa: SLF001
    with pytest.MonkeyPatch.context() as calls:
        calls.setattr(pandoc, "_call", remembering(answers, real))
        yield real


@pytest.fixture(scope="session")
def refresh_golden(pytestconfig: pytest.Config) -> bool:
    """Whether golden documents are written instead of compared."""
    return bool(pytestconfig.getoption("--refresh-golden"))


@pytest.fixture(scope="session", autouse=True)
def _no_outside_settings() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        for name in OUTSIDE_SETTINGS:
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_git_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Git knows nothing of the machine or its user, and has not been called by another git."""
    nothing = tmp_path_factory.mktemp("git") / "config"
    nothing.touch()
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            environment.delenv(name)
        environment.setenv("GIT_CONFIG_GLOBAL", str(nothing))
        environment.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield
