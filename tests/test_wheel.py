"""The built wheel: what it carries, and that it works with nothing of the repository beside it."""

import shutil
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.programs import run

ROOT = Path(__file__).resolve().parents[1]


def succeed(*command: str | Path, cwd: Path) -> str:
    """Run a program that must end well, and give what it wrote on stdout."""
    finished = run(*command, cwd=cwd)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    succeed(*build, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_wheel_carries_the_package_and_every_template(wheel: Path) -> None:
    package = {
        f"bygdeplan/{path.relative_to(ROOT / 'src' / 'bygdeplan').as_posix()}"
        for path in files(ROOT / "src" / "bygdeplan")
    }
    templates = {
        f"bygdeplan/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in files(ROOT / "templates")
    }
    assert templates
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert carried == package | templates


def files(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder of a plan author: nothing in it but plans."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "plans", folder / "plans")
    return folder


@pytest.fixture(scope="module")
def bygdeplan(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel as a plan author does, in an environment of its own."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pinned = ("--constraint", ROOT / "constraints.txt")
    succeed(scripts / "python", "-m", "pip", "install", *pinned, wheel, cwd=folder)
    return scripts / "bygdeplan"


@pytest.mark.wheel
def test_validate_works_alone(bygdeplan: Path, workplace: Path) -> None:
    succeed(bygdeplan, "validate", "plans/2026.yaml", cwd=workplace)


@pytest.mark.wheel
def test_render_works_alone(bygdeplan: Path, workplace: Path) -> None:
    printed = succeed(bygdeplan, "render", "--format", "docx", cwd=workplace)
    written = [workplace / line for line in printed.splitlines()]
    assert {path.suffix for path in written} == {".docx"}
    assert all(zipfile.is_zipfile(path) for path in written)


@pytest.mark.wheel
def test_templates_are_copied_from_the_wheel(bygdeplan: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    succeed(bygdeplan, "templates", "husstil.yaml", cwd=tmp_path)
    copy = (tmp_path / "templates" / "husstil.yaml").read_bytes()
    assert copy == (ROOT / "templates" / "husstil.yaml").read_bytes()


@pytest.mark.wheel
def test_diff_works_alone(bygdeplan: Path, workplace: Path) -> None:
    assert succeed(bygdeplan, "diff", "2025", "2026", cwd=workplace).strip()
