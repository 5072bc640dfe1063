"""A plan on its way through a year, kept in git: proposed, locked, changed, in a new revision.

Every edition is compared with every later one, and each step is told as it was made.
"""

import shutil
import sys
from itertools import combinations
from pathlib import Path

import pytest

from bygdeplan.endring import diff_plans
from bygdeplan.utgave.utgave import Planarkiv
from tests.checking import check_file
from tests.cli.conftest import Program, bygdeplan  # noqa: F401  # a fixture
from tests.history import begin_history
from tests.plans import GONE, PILOT, Edits, Raw, edited, plan_text, raw_plan
from tests.programs import run

pytestmark = pytest.mark.slow

RAW = raw_plan(2026)
BUSTAD, ARBEID, KOMPETANSE = (
    f"delmål/{id_}/tiltak" for id_ in ("bustad", "arbeidsplassar", "kompetanse")
)
RETTLEIING = RAW["delmål"]["bustad"]["tiltak"]["bustad-rettleiing"]

Change = tuple[str, str, str]
"""What has happened, to what, and at which level."""
P, V, I = "prinsipiell", "må vurderast", "ikkje-prinsipiell"  # noqa: E741  # as the levels are


def new_measure(nr: int, title: str) -> Raw:
    return {"nr": nr, "tittel": title, "skildring": "Ei veke.", "statlege_midlar": "nei"}


STEPS: tuple[tuple[str, Edits, set[Change]], ...] = (
    (
        "Rett skrivefeil",
        {f"{BUSTAD}/bustad-utleige/tittel": "Døme: pilot for utleigebustader i bygdesentera"},
        {("omdøypt", "tiltak.bustad-utleige.tittel", I)},
    ),
    (
        "Flytt rettleiinga",
        {
            "revisjon": 2,
            f"{BUSTAD}/bustad-rettleiing": GONE,
            f"{ARBEID}/bustad-rettleiing": RETTLEIING,
        },
        {("flytta", "tiltak.bustad-rettleiing.delmål", P)},
    ),
    (
        "Gje tiltak 8 nytt namn",
        {f"{BUSTAD}/bustad-tomme-hus/tittel": "Døme: Hus som skal fyllast"},
        {("omdøypt", "tiltak.bustad-tomme-hus.tittel", V)},
    ),
    (
        "Vekt arbeidsplassane tyngre",
        {"delmål/bustad/vekt": 55, "delmål/arbeidsplassar/vekt": 25},
        {("endra", f"delmål.{id_}.vekt", P) for id_ in ("bustad", "arbeidsplassar")},
    ),
    (
        "Før opp meir til nettverket i 2027",
        {f"{ARBEID}/arbeid-nettverk/budsjett/2027/kostnad": 999_000},
        {("endra", "tiltak.arbeid-nettverk.budsjett", P)},
    ),
    (
        "Avslutt kontorfellesskapet",
        {
            f"{ARBEID}/arbeid-kontorfellesskap/status": "avslutta",
            f"{ARBEID}/arbeid-kontorfellesskap/avslutning": {
                "utfall": "stansa",
                "vurdering": "Ingen ville leige.",
            },
        },
        {("avslutta", "tiltak.arbeid-kontorfellesskap", P)},
    ),
    (
        "Del hospiteringa i to",
        {
            f"{KOMPETANSE}/kompetanse-hospitering/status": "avslutta",
            f"{KOMPETANSE}/kompetanse-hospitering/avslutning": {
                "utfall": "delt i",
                "tiltak": ["hospitering-helse", "hospitering-skule"],
            },
            f"{KOMPETANSE}/hospitering-helse": new_measure(4, "Ei veke i helse"),
            f"{KOMPETANSE}/hospitering-skule": new_measure(5, "Ei veke i skulen"),
        },
        {
            ("delt", "tiltak.kompetanse-hospitering", P),
            ("ny", "tiltak.hospitering-helse", P),
            ("ny", "tiltak.hospitering-skule", P),
        },
    ),
)
"""What is committed after the proposal, what is edited, and the changes it makes."""
LOCKED_AFTER = 1
"""Steps that revision 1 holds."""
LOCK = ("lock", "2026", "--revision", "1", "--date", "2026-02-24")
EDITIONS = len(STEPS) + 1


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with a commit for the proposal and for each step, revision 1 locked."""
    history = begin_history(tmp_path_factory.mktemp("git"))
    plan = history.folder / "plans" / "2026.yaml"
    shutil.copytree(PILOT, plan.parent)
    history.commit("Legg fram planen")
    raw = RAW
    for number, (subject, edits, _) in enumerate(STEPS, 1):
        raw = edited(raw, edits)
        plan.write_text(plan_text(raw), encoding="utf-8")
        if number == LOCKED_AFTER:
            said = run(sys.executable, "-m", "bygdeplan", *LOCK, cwd=history.folder)
            assert said.stdout == "plans/2026-r1.lock\n", said.stderr
        history.commit(subject)
    return history.folder


@pytest.fixture
def workplace(year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the repository as it stands when all is committed, and go there."""
    shutil.copytree(year, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes(old: str, new: str) -> set[Change]:
    """The changes between two editions, each told once."""
    diff = diff_plans(*(Planarkiv().edition(each).plan for each in (old, new)))
    told = [(e.slag.klasse.value, ".".join(e.ting), e.nivå.value) for e in diff.endringar]
    assert len(set(told)) == len(told)
    return set(told)


def made_in(steps: slice) -> set[Change]:
    return set().union(*(made for _, _, made in STEPS[steps]))


def edition(number: int) -> str:
    """How the plan after so many steps is written, seen from the last of them."""
    return f"2026@HEAD~{EDITIONS - 1 - number}"


@pytest.mark.parametrize(("old", "new"), list(combinations(range(EDITIONS), 2)))
@pytest.mark.usefixtures("workplace")
def test_every_edition_against_every_later_one(old: int, new: int) -> None:
    assert changes(edition(old), edition(new)) == made_in(slice(old, new))


def test_the_locked_revision_without_git(
    workplace: Path,
    bygdeplan: Program,  # noqa: F811  # the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert changes("2026@r1", edition(LOCKED_AFTER)) == set()
    shutil.rmtree(workplace / ".git")
    monkeypatch.setenv("PATH", "")
    assert changes("2026@r1", "2026") == made_in(slice(LOCKED_AFTER, None))
    assert bygdeplan("diff", "2026@HEAD~1", "2026").code == 2


@pytest.mark.usefixtures("workplace")
def test_the_program_tells_the_list(
    bygdeplan: Program,  # noqa: F811  # the fixture
) -> None:
    told = bygdeplan("diff", "2026@r1", "2026", "--exit-code")
    assert told.code == 1
    for name in ("Hus som skal fyllast", "Kontorfellesskap", "Ei veke i helse", "Hospitering"):
        assert name in told.out
    documents = [
        bygdeplan("diff", old, "2026", "--format", "md").out
        for old in ("2026@r1", edition(LOCKED_AFTER))
    ]
    assert documents[0] == documents[1]
    assert bygdeplan("diff", "2026@HEAD", "2026", "--exit-code").code == 0


def test_what_is_adopted_is_changed_in_a_new_revision_only(
    workplace: Path,
    bygdeplan: Program,  # noqa: F811  # the fixture
) -> None:
    plan = workplace / "plans" / "2026.yaml"

    def touched() -> list[str]:
        codes = {finding.regel.code for finding in check_file(plan).findings}
        return sorted(code for code in codes if code.startswith("BP53"))

    assert touched() == []
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("\nrevisjon: 2\n", "\nrevisjon: 1\n"), encoding="utf-8")
    assert touched() == ["BP531", "BP532"]
    assert bygdeplan("validate", "2026").code == 1
