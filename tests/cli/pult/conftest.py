"""A plan that a test may write in, and the desk that it is edited at."""

import shutil
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from bygdeplan.cli.pult.framsyning import Framsyning
from bygdeplan.cli.pult.redigering import Redigering
from tests.plans import TOPPDALEN


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    return tmp_path / "plans" / "2031.yaml"


@pytest.fixture
def app(plan: Path) -> ASGIApp:
    return Redigering(Framsyning(plan), lambda: None).app
