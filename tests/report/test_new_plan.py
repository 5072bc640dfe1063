"""What `new` asks of a person: everything that is new to be answered, nothing that is not."""

from pathlib import Path

import pytest

from bygdeplan.funn.finding import Severity
from bygdeplan.report.new_plan import questions, questions_as_text
from bygdeplan.rules.plassering import Kontroll
from bygdeplan.utgave.nyplan import new_from
from tests.checking import check_file
from tests.plans import PILOT, PLAN_FILES, plan_with
from tests.rules.cases import not_nynorsk

pytestmark = pytest.mark.slow


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with every plan there is, each pilot's in a folder of its own, and go there."""
    monkeypatch.chdir(tmp_path)
    for file in PLAN_FILES.values():
        folder = Path("pilot" if file.parent == PILOT else "toppdalen")
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(file.read_bytes())
    return Path()


def carry_on(folder: Path, year: int) -> tuple[Kontroll, Kontroll]:
    """The new plan and the old one, both checked."""
    old, new = folder / f"{year}.yaml", folder / f"{year + 1}.yaml"
    new.unlink(missing_ok=True)
    new.write_text(new_from(old.read_text("utf-8"), plan_with(year=year), year + 1), "utf-8")
    return check_file(new), check_file(old)


# Everything a person must answer when the plan for 2027 is made from the one for 2026, and why.
ASKED_OF_2027 = {
    # What no program can write: the texts of the new year. Last year's stand there to begin with.
    "BP611": {
        "samandrag",
        "innleiing",
        "vurdering",
        "konklusjon",
        "innstilling",
        "vedlegg",
        "organisering/medverka",
        "budsjett/innleiing",
        # The accounts of 2026 are still to come, and so is what is left of the pots.
        "budsjett/historikk/2026",
        "avtale/midlar/prosjektleiing/overført",
    },
    # Meetings are set by the kommunar and the county.
    "BP502": {
        "vidare_handsaming/fylkesutval",
        "vidare_handsaming/fylkesting",
        *(
            f"kommunar/{id_}"
            for id_ in ("fyresdal", "kviteseid", "nissedal", "seljord", "tokke", "vinje")
        ),
    },
    # What was not used in 2026 is to be given to measures, by the steering group.
    "BP336": {
        "avtale/midlar/tiltaksmidlar",
        "avtale/midlar/driftstilskot",
        "avtale/midlar/prosjektleiing",
    },
    # It was to end in 2026: is it closed, or to go on, and with what money?
    "BP344": {"delmål/bustad/tiltak/bustad-innsikt/statlege_midlar"},
}


def test_new_on_2026_asks_for_this_and_no_more(plans: Path) -> None:
    ny, gammal = carry_on(plans / "pilot", 2026)
    asked: dict[str, set[str]] = {}
    for finding in questions(ny, gammal):
        asked.setdefault(finding.regel.code, set()).add("/".join(map(str, finding.path)))
    assert asked == ASKED_OF_2027


@pytest.mark.parametrize("year", sorted(map(int, PLAN_FILES)))
def test_nothing_that_is_asked_stops_the_documents(plans: Path, year: int) -> None:
    folder = plans / ("pilot" if PLAN_FILES[str(year)].parent == PILOT else "toppdalen")
    ny, gammal = carry_on(folder, year)
    assert {asked.regel.severity for asked in questions(ny, gammal)} <= {
        Severity.ÅTVARING,
        Severity.MERKNAD,
    }
    assert not ny.har_feil


def test_it_tells_the_line_and_what_the_rules_cannot_see(plans: Path) -> None:
    ny, gammal = carry_on(plans / "toppdalen", 2030)
    text = questions_as_text(ny, gammal)
    lines = ny.fil.source.text.splitlines()
    assert f"  linje {lines.index('dato: 2031-01-01') + 1}: `dato` er førebels." in text
    assert "Rekneskapen for 2030 manglar for «Skyss på bestilling»" in text
    assert "Skriv så det som er nytt i 2031" in text
    assert "Sjå om kommentarane" not in text
    assert not_nynorsk(text) == []


def test_it_names_the_lines_of_comments_on_the_old_year(plans: Path) -> None:
    ny, gammal = carry_on(plans / "pilot", 2026)
    lines = ny.fil.source.text.splitlines()
    (told,) = [line for line in questions_as_text(ny, gammal).splitlines() if "kommentar" in line]
    (heading,) = [number for number, line in enumerate(lines, 1) if line == "      # Nye i 2026"]
    assert f" {heading}" in told


def test_it_keeps_to_the_width(plans: Path) -> None:
    ny, gammal = carry_on(plans / "pilot", 2026)
    narrow = questions_as_text(ny, gammal, 60)
    assert max(map(len, narrow.splitlines())) <= 60
    assert narrow.split() == questions_as_text(ny, gammal).split()
