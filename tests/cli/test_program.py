"""The program as a process of its own: what it loads, how it ends, what nobody should see."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bygdeplan.rules import checking
from tests.cli.conftest import Program
from tests.programs import run

pytestmark = pytest.mark.slow

HEAVY = (
    "jinja2",
    "markdown_it",
    "pypandoc",
    "typst",
    "rich",
    "lxml",
    "pypdf",
    "font_source_sans_pro",
)


def loaded_by(folder: Path, *words: str) -> set[str]:
    """Give the command in a new interpreter, and name the packages and our own rooms it loads."""
    script = (
        "import sys\n"
        "from bygdeplan.cli import main\n"
        f"sys.argv = ['bygdeplan', *{words!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "parts = [name.split('.') for name in sys.modules]\n"
        "names = {'.'.join(each[: 1 + (each[0] == 'bygdeplan')]) for each in parts}\n"
        "print(*names, file=sys.stderr)\n"
    )
    done = run(sys.executable, "-c", script, cwd=folder)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "2031"),
        ("validate", "2031", "--format", "sarif"),
        ("explain",),
        ("schema",),
        ("vedtak", "list", "2031"),
        ("--version",),
    ],
    ids=" ".join,
)
def test_what_makes_documents_is_not_loaded(workplace: Path, words: tuple[str, ...]) -> None:
    assert loaded_by(workplace, *words).isdisjoint(HEAVY)


DOCUMENTS = {f"bygdeplan.{room}" for room in ("side", "convert", "utsjanad", "audit", "les")}


@pytest.mark.parametrize(
    ("words", "without"),
    [
        (("validate", "2031"), {*DOCUMENTS, "bygdeplan.documents"}),
        (("diff", "2030", "2031"), {*DOCUMENTS, "bygdeplan.rules", "rich"}),
    ],
    ids=["validate", "diff"],
)
def test_rooms_a_command_has_no_use_for_are_not_loaded(
    workplace: Path, words: tuple[str, ...], without: set[str]
) -> None:
    assert loaded_by(workplace, *words) & without == set()


def test_what_is_let_go_at_the_end_is_not_looked_through(workplace: Path) -> None:
    script = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 1000, file=sys.stderr))\n"
        "from bygdeplan.cli import main\n"
        "sys.argv = ['bygdeplan', 'validate', '2031']\n"
        "main()\n"
    )
    assert run(sys.executable, "-c", script, cwd=workplace).stderr == "True\n"


@pytest.mark.parametrize(
    "words", [("--help",), ("validate", "--help"), ("vedtak", "check", "--help")], ids=" ".join
)
def test_help_loads_hardly_anything(workplace: Path, words: tuple[str, ...]) -> None:
    assert loaded_by(workplace, *words).isdisjoint({*HEAVY, "pydantic", "yaml"})


def test_module_is_the_program(workplace: Path) -> None:
    done = run(sys.executable, "-m", "bygdeplan", "validate", "2031", cwd=workplace)
    assert (done.returncode, done.stderr) == (0, "")
    assert "plans/2031.yaml: " in done.stdout


def test_reader_that_leaves_early_sees_no_traceback(workplace: Path) -> None:
    command = [sys.executable, "-m", "bygdeplan", "explain", "--format", "md"]
    with subprocess.Popen(
        command, cwd=workplace, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said


def test_output_is_utf8_whatever_the_system_thinks(workplace: Path) -> None:
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "bygdeplan", "explain", "BP103"],
        cwd=workplace,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8").startswith("BP103 ukjend nøkkel (feil)")


@pytest.fixture
def faulty_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("vekt\nog meir")

    monkeypatch.setattr(checking, "check_plan", fail)


@pytest.mark.usefixtures("faulty_program")
def test_fault_of_the_program_is_one_line(bygdeplan: Program) -> None:
    said = bygdeplan("validate")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("feil: Programmet har ein feil og kom ikkje vidare (KeyError: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "skrifter"),
            "Maskina svarar «No space left on device» om skrifter. Rett det, og prøv om att.",
        ),
        (OSError(errno.EIO, "I/O error"), "Maskina svarar «I/O error». Rett det, "),
        (MemoryError(), "Maskina har ikkje minne nok til dette. "),
    ],
)
def test_what_the_machine_cannot_do_is_one_line(
    error: Exception, told: str, bygdeplan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(checking, "check_plan", fail)
    said = bygdeplan("validate")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"feil: {told}")
    assert said.err.count("\n") == 1


@pytest.mark.usefixtures("faulty_program")
def test_developer_can_see_where_it_arose(
    bygdeplan: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BYGDEPLAN_TRACEBACK", "1")
    with pytest.raises(KeyError):
        bygdeplan("validate")
