"""Mutants are what they are said to be; one that no test finds is seen, and one that is found."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import run
from tools.mutants.alike import ALIKE, Alike
from tools.mutants.mutant import AREAS, SOURCE, draw, mutants_of
from tools.mutants.trial import DERIVED, GENERAL, stages

HERE = Path(__file__).parents[2]

# What stands in a function → what stands there in its mutants.
OTHERS = {
    "a < b": ["a <= b", "a > b"],
    "a <= b == c": ["a < b == c", "a >= b == c", "a <= b != c"],
    "a is b": ["a is not b"],
    "a in b": ["a not in b"],
    "a and b": ["a or b", "b", "a"],
    "a or b or c": ["a and b and c", "b or c", "a or c", "a or b"],
    "not a": ["a"],
    "-a": ["a"],
    "a + b": ["a - b"],
    "a % b": ["a // b"],
    "a @ b": [],
    "1": ["2", "0"],
    "True": ["False"],
    "None": [],
    "'ord'": ["''"],
    "''": ["'x'"],
    "'to ord'": [],
    "', '": ["''"],
    "'a|b'": ["''", "'b'", "'a'"],
    "'går ut|utgår'": ["''", "'utgår'", "'går ut'"],
    "'(a|b)c|d'": ["''", "'(a|b)c'"],
    "'ein to tre fire fem seks sju åtte'": [
        "'to tre fire fem seks sju åtte'",
        "'ein tre fire fem seks sju åtte'",
        "'ein to fire fem seks sju åtte'",
        "'ein to tre fem seks sju åtte'",
        "'ein to tre fire seks sju åtte'",
        "'ein to tre fire fem sju åtte'",
        "'ein to tre fire fem seks åtte'",
        "'ein to tre fire fem seks sju'",
    ],
    "f'to {a} ord'": [],
    "f'{not a:>8}'": ["f'{a:>8}'"],
    "[a, b]": ["[b]", "[a]"],
    "(a, b)": [],
    "(f(a), f(b))": ["(f(b),)", "(f(a),)"],
    "{1, 2}": ["{2}", "{1}", "{2, 2}", "{0, 2}", "{1, 3}", "{1, 1}"],
    "{a: b}": ["{}"],
    "a if b else c": ["a", "c"],
    "[a for a in b if a]": ["[a for a in b]"],
    "a.strip()": ["a"],
    "a.strip(b)": [],
    "any(a)": ["all(a)"],
    "sorted(a)": ["list(a)"],
    "a[b:c]": ["a[:c]", "a[b:]"],
    "zip(a, b, strict=True)": [],
    "TypeVar('T')": [],
}
STATEMENTS = {
    "f(a)": ["pass"],
    "a += b": ["pass"],
    "raise a": ["pass"],
    "yield a": ["yield from ()"],
    "if a: b": ["if False: b", "if True: b", "if a: pass"],
    "while a: break": ["while False: break", "while a: pass"],
    "for a in b: c()": ["for a in (): c()", "for a in b: pass"],
    "'''What it does.'''": [],
    "a: 'int' = b": [],
    "if TYPE_CHECKING: a()": [],
    "return a": ["return None"],
    "return": [],
    "return None": [],
}
RETURNS = {
    "bool": ["True", "False"],
    "str": ["''"],
    "int": ["0"],
    "int | None": ["0"],
    "tuple[int, ...]": ["()"],
    "Iterator[int]": ["iter(())"],
    "Plan": ["None"],
}
_GREAT = "ord/tal.py:2 is_great: tests/ord/test_tal.py::test_great"
_SMALL = "ord/tal.py:6 is_small: tests/ord/test_tal.py::test_small"
_LIVES = "ord/tal.py:6 is_small: LIVES"
# Each mutant there could be of the repository below → what is said of it.
FOUND = {
    "+ return None": _GREAT,
    "+ return n >= 7": _GREAT,
    "+ return n < 7": _GREAT,
    "+ return n > 8": _GREAT,
    "+ return n > 6": _GREAT,
    "+ return n <= 3": _LIVES,
    "+ return n > 3": _SMALL,
    "+ return n < 4": _LIVES,
    "+ return n < 2": _LIVES,
    "+ return 0": _SMALL,
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of one module, with tests of one of its two functions."""
    folder = tmp_path / "repository"
    files = {
        "src/bygdeplan/__init__.py": "",
        "src/bygdeplan/ord/__init__.py": "",
        "src/bygdeplan/ord/tal.py": "def is_great(n):\n    return n > 7\n\n\n"
        "def is_small(n) -> int:\n    return n < 3\n",
        "tests/ord/test_tal.py": "from bygdeplan.ord.tal import is_great, is_small\n\n\n"
        "def test_great():\n    assert (is_great(7), is_great(8)) == (False, True)\n\n\n"
        "def test_small():\n    assert is_small(1)\n",
    }
    for file in (HERE / "tools" / "mutants").glob("*.py"):
        files[str(file.relative_to(HERE))] = file.read_text(encoding="utf-8")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    run("git", "init", cwd=folder)
    return folder


def inside(repository: Path, function: str) -> Iterator[str]:
    """The body of a function in each of its mutants, in one line."""
    file = SOURCE / "ord" / "tal.py"
    (repository / file).write_text(function, encoding="utf-8")
    for mutant in mutants_of(file, repository):
        yield " ".join(mutant.text.partition(":\n")[2].split())


@pytest.mark.parametrize(("code", "others"), OTHERS.items(), ids=list(OTHERS))
def test_what_can_stand_in_its_place(repository: Path, code: str, others: list[str]) -> None:
    found = list(inside(repository, f"def f(a, b, c):\n    x = {code}\n"))
    assert found == [f"x = {other}" for other in others]


@pytest.mark.parametrize(("code", "others"), STATEMENTS.items(), ids=list(STATEMENTS))
def test_statements(repository: Path, code: str, others: list[str]) -> None:
    assert list(inside(repository, f"def f(a, b, c):\n    {code}\n")) == others


@pytest.mark.parametrize(("given", "others"), RETURNS.items(), ids=list(RETURNS))
def test_what_a_function_gives(repository: Path, given: str, others: list[str]) -> None:
    found = list(inside(repository, f"def f(a) -> {given}:\n    return a\n"))
    assert found == [f"return {other}" for other in others]


def test_place_of_a_mutant(repository: Path) -> None:
    (_, mutant, *_) = mutants_of(SOURCE / "ord" / "tal.py", repository)
    assert (mutant.line, mutant.where) == (2, "is_great")
    assert (mutant.before, mutant.after) == ("return n > 7", "return n >= 7")


def test_same_seed_draws_the_same() -> None:
    drawn, again, other = (draw(HERE, seed, 30) for seed in (1, 1, 2))
    assert drawn == again
    assert drawn != other


def test_each_area_is_drawn_from() -> None:
    of_area = {area: set((HERE / SOURCE).glob(AREAS[area])) for area in AREAS}
    drawn = [HERE / mutant.file for mutant in draw(HERE, 1, 2 * len(AREAS) + 1)]
    counts = [sum(file in files for file in drawn) for files in of_area.values()]
    assert counts == [3, *[2] * (len(AREAS) - 1)]


def test_every_mutant_is_code() -> None:
    for mutant in draw(HERE, 1, 200):
        compile(mutant.text, mutant.file, "exec")


NEAREST = {
    "rules/vekt.py": ("tests/rules/test_vekt.py",),
    "vedtak/saksgang.py": ("tests/vedtak/test_saksgang.py", "tests/vedtak/test_to_malformer.py"),
    "model/okonomi.py": ("tests/model/test_okonomi.py",),
}


@pytest.mark.parametrize(("module", "nearest"), NEAREST.items())
def test_nearest_tests_come_first(module: str, nearest: tuple[str, ...]) -> None:
    near, general, slow, rest, folder = stages(SOURCE / module, HERE)
    assert near.files == slow.files == nearest
    assert general.files == GENERAL
    assert folder == ("slow", (str(Path("tests", module).parent),))
    assert rest.files == (f"tests/{module.partition('/')[0]}", DERIVED)


def test_module_without_tests_of_its_own_has_those_of_its_folder() -> None:
    near, *_ = stages(SOURCE / "vedtak" / "protokoll" / "les" / "kontor.py", HERE)
    folder = HERE / "tests" / "vedtak" / "protokoll"
    assert near.files == tuple(
        f"tests/vedtak/protokoll/{f.name}" for f in sorted(folder.glob("test_*"))
    )


@pytest.mark.parametrize("alike", ALIKE, ids=lambda alike: f"{alike.where}: {alike.after}")
def test_what_is_alike_is_a_mutant(alike: Alike) -> None:
    assert alike.why
    assert any(alike.is_of(mutant) for mutant in mutants_of(SOURCE / alike.module, HERE))


def said(repository: Path, *options: str) -> tuple[int, list[str]]:
    """What the tool says of the repository."""
    command = (sys.executable, "-m", "tools.mutants", "--area", "ord", *options)
    ended = run(*command, cwd=repository)
    assert not ended.stderr
    return ended.returncode, ended.stdout.splitlines()


@pytest.mark.slow
def test_what_lives_is_told(repository: Path) -> None:
    code, (*rows, summary) = said(repository, "--sample", "99")
    tried = {new.strip(): told for told, new in zip(rows[::3], rows[2::3], strict=True)}
    live = [new for new in tried if FOUND[new].endswith("LIVES")]
    assert len(tried) == 6
    assert tried.items() <= FOUND.items()
    assert 1 <= len(live) <= 2
    assert summary == f"6 mutants: {len(live)} live, 0 of them alike"
    assert code == 1


@pytest.mark.slow
def test_tests_that_fail_by_themselves_find_nothing(repository: Path) -> None:
    (repository / "tests/ord/test_tal.py").write_text("def test_it():\n    assert False\n")
    code, rows = said(repository, "--sample", "1")
    assert code == 1
    assert rows[-1] == "mutants: without any mutant: tests/ord/test_tal.py::test_it"


@pytest.mark.slow
def test_fault_that_makes_a_test_go_on_for_ever_is_found(repository: Path) -> None:
    forked = repository / "tools/mutants/forked.py"
    text = forked.read_text(encoding="utf-8")
    forked.write_text(text.replace("_SECONDS_OF_A_TEST = 30", "_SECONDS_OF_A_TEST = 1"))
    (repository / "tests/ord/test_tal.py").write_text(
        "from bygdeplan.ord.tal import is_great\n\n\n"
        "def test_great():\n    while not is_great(8):\n        pass\n"
    )
    _, rows = said(repository, "--sample", "3", "--only", "tal.py:2")
    assert rows[0] == FOUND["+ return None"]
