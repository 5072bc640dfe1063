"""For every test: properties try the same examples each time, the machine's settings stay out."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

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
