"""What README and docs/ show: examples that hold, commands that run, output and picture as told."""

import re
import shutil
import textwrap
import tomllib
from collections import Counter
from datetime import date
from fnmatch import fnmatch
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from bygdeplan.cli.program import app
from bygdeplan.convert import convert
from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.endring import diff_plans
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import look_of
from tests.guides import GUIDES, Block, Command, blocks, place, prose, shown_commands
from tests.history import begin_history
from tests.locking import lock_text
from tests.plans import PILOT, ROOT, plan_with

README = ROOT / "README.md"
DOCS = (README, *sorted((ROOT / "docs").glob("*.md")))
PICTURE = ROOT / "docs" / "bilete" / "dokument.png"


def plain(text: str) -> str:
    """Text with every kind and run of white space as one space."""
    return " ".join(text.split())


@pytest.mark.parametrize("example", blocks(README, "yaml"), ids=place)
def test_readme_quotes_the_plan(example: Block) -> None:
    plan = (PILOT / "2026.yaml").read_text("utf-8")
    assert any(textwrap.indent(example.text, " " * depth) in plan for depth in range(0, 12, 2))


# --- commands ---

COMMANDS = [command for document in DOCS for command in shown_commands(document)]


@cache
def finished() -> dict[str, bytes]:
    """The page of each document that a shown command looks at in build/ → the docx of it."""
    look = look_of(Malar())
    return {page: convert(page, ["docx"], look)["docx"] for page in _pages().values()}


@cache
def _pages() -> dict[str, str]:
    """File in build/2026/ → the page it is made of, for the files that shown commands name."""
    plan = plan_with(year=2026)
    documents = document_set(plan, plan_with(year=2025), DOKUMENTSLAG, list(plan.kommunar))
    named = {word for command in COMMANDS for word in command.words.split()}

    def is_named(document: Oppdrag) -> bool:
        return any(fnmatch(f"build/2026/{document.filnamn}.docx", word) for word in named)

    return {
        f"{document.filnamn}.docx": Malar().render(document.build())
        for document in filter(is_named, documents)
    }


@pytest.fixture(scope="module")
def kept_plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with plans that are kept in git, the last of them locked."""
    history = begin_history(tmp_path_factory.mktemp("git"))
    shutil.copytree(PILOT, history.folder / "plans")
    for step in ("utkast", "framlegg", "retta", "vedteken"):
        history.commit(step)
    locked = lock_text(plan_with(year=2026), date(2026, 2, 24))
    (history.folder / "plans" / "2026-r1.lock").write_text(locked, encoding="utf-8")
    return history.folder


@pytest.fixture
def workplace(kept_plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a plan author's folder, where making files costs nothing."""
    shutil.copytree(kept_plans, tmp_path, dirs_exist_ok=True)
    (tmp_path / "build" / "2026").mkdir(parents=True)
    for name, page in _pages().items():
        (tmp_path / "build" / "2026" / name).write_bytes(finished()[page])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "bygdeplan.side.produksjon.convert",
        lambda page, formats, **_: dict.fromkeys(formats, finished().get(page, b"")),
    )
    # The desk is served until somebody ends it.
    monkeypatch.setattr(
        "bygdeplan.cli.pult.tenar.Tenar.serve_until_ended", lambda tenar: tenar.close()
    )
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    return tmp_path


def give(words: str) -> Result:
    """Give a command as a shell does, the names with a star written out."""
    here = Path()
    written_out = (
        sorted(map(str, here.glob(word))) if "*" in word else [word] for word in words.split()
    )
    return CliRunner().invoke(app, [*chain.from_iterable(written_out)])


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    sorted({command.words for command in COMMANDS}),
)
def test_command_runs(words: str, workplace: Path) -> None:
    if "--malform" in words:  # it begins a pilot, where there is none
        shutil.rmtree(workplace / "plans")
    given = give(words)
    assert given.exception is None, given.output


def as_pattern(lines: tuple[str, ...]) -> str:
    """What a shown output allows: «…» for any lines, white space at the end of a line as it is."""
    return "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()) + r" *\n" for line in lines
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", [c for c in COMMANDS if c.output], ids=lambda c: c.words)
@pytest.mark.usefixtures("workplace")
def test_shown_output_is_what_the_command_says(command: Command) -> None:
    said = give(command.words).stdout.replace("\u00a0", " ")
    shown = tuple(line.replace("\u00a0", " ") for line in command.output)
    assert re.fullmatch(as_pattern(shown), said.rstrip("\n") + "\n"), said


@pytest.mark.slow
def test_what_is_told_of_the_lock_is_so(workplace: Path) -> None:
    lock = workplace / "plans" / "2026-r1.lock"
    locked = lock.read_bytes()
    assert give("lock 2026 --revision 1 --date 2026-02-24").stdout == "plans/2026-r1.lock\n"
    assert lock.read_bytes() == locked
    assert "gjennomført:" not in locked.decode()
    assert "rekneskap:" not in locked.decode()


LEVELS = {
    "prinsipiell": ("vekt: 60", "vekt: 55", "BP531"),
    "må vurderast": ("heilårsverknad", "verknad heile året", "BP532"),
    "ikkje-prinsipiell": (
        "Handlingsplanen for 2026 er den fyrste",
        "HANDLINGSPLANEN for 2026 er den fyrste",
        "BP533",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_what_is_told_of_changes_in_a_locked_revision_is_so(
    workplace: Path, guide: Path, level: str
) -> None:
    (severity,) = re.findall(rf"^\| {level} \| (\w+) \|", guide.read_text("utf-8"), re.MULTILINE)
    old, new, code = LEVELS[level]
    plan = workplace / "plans" / "2026.yaml"
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert re.search(rf": {severity} {code}: ", give("validate 2026").stdout)


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_shown_finding_is_what_validate_says(workplace: Path, guide: Path) -> None:
    (shown,) = [block.text for block in blocks(guide, "text") if block.text.startswith("plans/")]
    name, number, *_ = shown.split(":")
    mistake = re.search(rf"^ *{number} │ (.*)$", shown, re.MULTILINE)
    assert mistake is not None
    lines = (workplace / name).read_text("utf-8").splitlines()
    lines[int(number) - 1] = mistake[1]
    (workplace / name).write_text("\n".join(lines), encoding="utf-8")
    assert shown in give("validate").stdout


def test_named_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {
        target
        for document in DOCS
        for target in re.findall(r"(?:`|\$ )make ([a-z-]+)", document.read_text("utf-8"))
    }
    assert named
    assert named - targets == set()


def test_named_wheel_is_the_one_that_is_built() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    named = [re.findall(r"bygdeplan-([\w.]+)-py3", doc.read_text("utf-8")) for doc in DOCS]
    assert {number for numbers in named for number in numbers} == {version}


# --- links, templates, the picture ---


def anchors(document: Path) -> set[str]:
    """What a link to a heading of a document can end in, by GitHub's way of naming headings."""
    headings = re.findall(r"^#+ (.+)$", prose(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_links_within_the_repository_lead_somewhere(document: Path) -> None:
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(document)):
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if "://" not in link and not (
            target.exists() and (not anchor or anchor in anchors(target))
        ):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_named_files_exist(document: Path) -> None:
    folders = ("*", "bench/**/*", "src/**/*", "templates/**/*", "tests/**/*", "docs/**/*")
    files = [path.as_posix() for folder in folders for path in ROOT.glob(folder)]
    named = re.findall(r"`([\w./-]+\.(?:py|lua|typ|css|toml|txt|j2))`", prose(document))
    assert [name for name in named if not any(f.endswith(f"/{name}") for f in files)] == []


def letters(text: str) -> Counter[str]:
    """The characters of a text apart from white space and hyphens, which follow the page."""
    return Counter(re.sub(r"[\s\-\u00ad]", "", text))


def test_picture_shows_what_the_document_says() -> None:
    plan = plan_with(year=2026)
    page = Malar().render(build_handlingsplan(plan, diff_plans(plan_with(year=2025), plan)))
    pictured = PICTURE.with_suffix(".txt").read_text("utf-8")
    heading = pictured.splitlines()[0]
    (title,) = html.document_fromstring(page).xpath(
        "//*[self::h2 or self::h3 or self::h4 or self::h5][normalize-space() = $heading]",
        heading=heading,
    )
    (table, *_) = title.xpath("following::table")
    assert letters(pictured) == letters(heading + table.text_content()), "run make picture"
    assert PICTURE.stat().st_size < 200_000
