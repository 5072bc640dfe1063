"""`bygdeplan vedtak`: who has decided, and whether the decisions are identical."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest
from lxml.etree import _Element

from bygdeplan.convert import FORMATS
from bygdeplan.convert.package import rewrite
from bygdeplan.les.names import DOCX
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.cli.conftest import Program
from tests.plans import PILOT
from tests.rendered import documents, plan
from tests.schemas import ROOT, faults

pytestmark = pytest.mark.slow

KOMMUNAR = tuple(plan("2026").kommunar)
POINTS = plan("2026").innstilling
SCHEMAS = ROOT / "schemas"


# --- check ---


@cache
def six() -> dict[str, bytes]:
    """The saksframlegg of the six kommunar in every format; Markdown saved as plain text."""
    cases = [each for name, each in documents("2026").items() if name.startswith("saksframlegg")]
    files = produce(cases, Malar(), FORMATS, Path())
    return {path.name.replace(".md", ".txt"): content for path, content in files.items()}


@pytest.fixture
def saksframlegg(workplace: Path) -> Path:
    """Lay the six saksframlegg in every format beside the plans."""
    shutil.copytree(PILOT, workplace / "plans", dirs_exist_ok=True)
    for name, content in six().items():
        (workplace / name).write_bytes(content)
    return workplace


def files(ending: str) -> list[str]:
    return [f"saksframlegg-2026-{kommune}.{ending}" for kommune in KOMMUNAR]


@pytest.mark.usefixtures("saksframlegg")
@pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "html", "txt"])
def test_six_rendered_saksframlegg_are_identical(bygdeplan: Program, ending: str) -> None:
    said = bygdeplan("vedtak", "check", "--plan", "2026", *files(ending))
    assert said.code == 0, said.out
    assert said.out.endswith("Likelydande innstilling i alle seks; ingen har gjort vedtak.\n")
    assert said.out.count("  likelydande: innstilling, under «") == 6


def reworded(part: _Element) -> None:
    """Write another word in the second point of the recommendation, which stands last."""
    *_, last = [text for text in part.iter(DOCX("w:t")) if text.text == POINTS[1]]
    last.text = POINTS[1].replace("ikkje-prinsipielle", "prinsipielle")


def test_one_altered_by_hand_is_named_with_its_words(
    bygdeplan: Program, saksframlegg: Path
) -> None:
    vinje = saksframlegg / "saksframlegg-2026-vinje.docx"
    vinje.write_bytes(rewrite(vinje.read_bytes(), {"word/document.xml": reworded}))
    said = bygdeplan("vedtak", "check", "--plan", "2026", *files("docx"))
    assert said.code == 1
    assert (
        "saksframlegg-2026-vinje.docx: Vinje (eigenskapane i fila)\n"
        "  ikkje likelydande: innstilling, under «Innstilling frå kommunedirektøren», avsnitt "
    ) in said.out
    assert (
        "    punkt 2: [ut: gjere ikkje-prinsipielle endringar] "
        "[inn: gjere prinsipielle endringar]\n"
    ) in said.out
    assert (
        "Ikkje stadfesta: 5 av 6 kommunar har likelydande innstilling, og ingen har gjort vedtak.\n"
        "Sjå på: Vinje.\n"
    ) in said.out


@pytest.mark.usefixtures("saksframlegg")
def test_five_are_not_six(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "check", "--plan", "2026", *files("docx")[1:])
    assert said.code == 1
    assert "5 av 6" in said.out
    assert "Utan dokument: Fyresdal." in said.out


MINUTES = """Møtebok
Utval: Kommunestyret
Møtedato: {day}

Sak 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Vedtak:
1. Handlingsplanen for 2031 blir vedteken.
2. Ubrukte midlar frå 2030 blir overførte til 2031.
3. Styringsgruppa kan gjere språklege endringar i planen.
"""


@pytest.fixture
def minutes(workplace: Path) -> Path:
    """Lay the minutes of both kommunar beside the plans; only the user knows whose they are."""
    a, b = MINUTES.format(day="20.02.2031"), MINUTES.format(day="13.02.2031")
    (workplace / "a.txt").write_text(a, "utf-8")
    (workplace / "b.txt").write_text(f"{b}4. Kommunen ventar tiltak.\n", "utf-8")
    return workplace


NAMED = ("--kommune", "toppdal=a.txt", "--kommune", "ytre-glimsund=b.txt")


@pytest.mark.usefixtures("minutes")
def test_point_in_addition_is_told_and_no_breach(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "check", *NAMED)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "a.txt: Toppdal (--kommune)\n"
        "  likelydande: vedtak, under «Vedtak», linje 7\n"
        "    byggjer på: organ: kommunestyret (linje 2); møte: 20. februar 2031 (linje 3); "
        "sak: 12/31 «Handlingsplan 2031 for bygdevekstavtalen Toppdalen» (linje 5); "
        "røysting: ikkje nemnd\n"
        "\n"
        "b.txt: Ytre Glimsund (--kommune)\n"
        "  likelydande, med punkt i tillegg: vedtak, under «Vedtak», linje 7\n"
        "    i tillegg: «Kommunen ventar tiltak.»\n"
        "    byggjer på: organ: kommunestyret (linje 2); møte: 13. februar 2031 (linje 3); "
        "sak: 12/31 «Handlingsplan 2031 for bygdevekstavtalen Toppdalen» (linje 5); "
        "røysting: ikkje nemnd\n"
        "\n"
        "Likelydande vedtak: begge.\n"
        "Merk: Ytre Glimsund har punkt i tillegg til dei felles.\n"
    ).replace(". februar", ".\u00a0februar")


@pytest.mark.usefixtures("minutes")
def test_kommune_is_never_guessed(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "check", "a.txt", "b.txt")
    assert said.code == 1
    assert "a.txt: ukjend kommune\n" in said.out
    assert "Skriv `--kommune ID=FIL`." in said.out
    assert "Utan dokument: Toppdal og Ytre Glimsund." in said.out


def recommended(file: Path) -> None:
    """Make of a decision what was recommended."""
    file.write_text(file.read_text("utf-8").replace("Vedtak:", "Innstilling:"), "utf-8")


def test_five_decisions_and_a_recommendation_are_not_identical(
    bygdeplan: Program, minutes: Path
) -> None:
    recommended(minutes / "a.txt")
    said = bygdeplan("vedtak", "check", *NAMED)
    assert said.code == 1
    assert said.out.endswith(
        "Ikkje stadfesta: 1 av 2 kommunar har likelydande vedtak.\n"
        "Berre innstilling: Toppdal.\n"
        "Merk: Ytre Glimsund har punkt i tillegg til dei felles.\n"
    )
    said = bygdeplan("vedtak", "check", *NAMED, "--format", "json")
    made = json.loads(said.out)
    assert (said.code, made["identical"], made["stage"]) == (1, False, None)


@pytest.mark.parametrize(
    ("only", "code"), [((), 0), (("--only", "innstilling"), 0), (("--only", "vedtak"), 1)]
)
def test_decisions_alone_can_be_asked_for(
    bygdeplan: Program, minutes: Path, only: tuple[str, ...], code: int
) -> None:
    for name in ("a.txt", "b.txt"):
        recommended(minutes / name)
    said = bygdeplan("vedtak", "check", *NAMED, *only)
    assert said.code == code
    identical = "Likelydande innstilling i begge; ingen har gjort vedtak." in said.out
    assert identical is (code == 0)
    made = json.loads(bygdeplan("vedtak", "check", *NAMED, *only, "--format", "json").out)
    assert (made["identical"], made["stage"]) == (code == 0, "recommendation")


@pytest.mark.usefixtures("minutes")
def test_recommendations_alone_can_be_asked_for(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "check", *NAMED, "--only", "innstilling")
    assert said.code == 1
    assert "Har alt gjort vedtak: Toppdal og Ytre Glimsund.\n" in said.out


def test_user_answers_whose_and_which_meeting(bygdeplan: Program, minutes: Path) -> None:
    for name in ("a.txt", "b.txt"):
        text = (minutes / name).read_text("utf-8")
        _, _, bare = text.partition("\n\n")
        (minutes / name).write_text(bare, "utf-8")
    assert bygdeplan("vedtak", "check", *NAMED).code == 1
    answers = ("--kommunestyre", "2031-02-20=a.txt", "--kommunestyre", "2031-02-13=b.txt")
    said = bygdeplan("vedtak", "check", *NAMED, *answers)
    assert said.code == 0, said.out
    assert "organ: kommunestyret (--kommunestyre)" in said.out


def test_unreadable_file_is_one_finding_among_the_others(bygdeplan: Program, minutes: Path) -> None:
    (minutes / "a.txt").write_bytes(b"")
    said = bygdeplan("vedtak", "check", *NAMED)
    assert said.code == 1
    assert "  ikkje lesen\n    Fila er tom.\n    hjelp: Hent henne på nytt.\n" in said.out
    assert "b.txt: Ytre Glimsund" in said.out


def test_what_programs_are_told(bygdeplan: Program, minutes: Path) -> None:
    other = MINUTES.format(day="13.02.2031").replace("vedteken", "ikkje vedteken")
    (minutes / "b.txt").write_text(other, "utf-8")
    said = bygdeplan("vedtak", "check", *NAMED, "c.html", "--format", "json")
    assert said.code == 2
    (minutes / "c.html").write_text("<p>", "utf-8")
    said = bygdeplan("vedtak", "check", *NAMED, "c.html", "--format", "json")
    made = json.loads(said.out)
    assert faults(made, SCHEMAS / "vedtak-check.schema.json") == []
    assert (said.code, made["identical"], made["missing"]) == (1, False, [])
    by_file = {each["file"]: each for each in made["documents"]}
    assert {name: each["verdict"] for name, each in by_file.items()} == {
        "a.txt": "identical",
        "b.txt": "different",
        "c.html": "not-read",
    }
    like = by_file["a.txt"]
    assert (like["meeting"], like["case"], like["place"]) == ("2031-02-20", "12/31", "linje 7")
    assert [each["piece"] for each in like["evidence"] if each["holds"]] == [
        *("municipality", "body", "meeting", "case", "decision", "vote", "all-read"),
    ]
    assert by_file["b.txt"]["differences"] == [
        {
            "common_point": 1,
            "point": 1,
            "removed": "blir vedteken.",
            "inserted": "blir ikkje vedteken.",
        }
    ]


MISTAKES = {
    "no files": ("check", "Skriv kva dokument som skal samanliknast"),
    "missing file": ("check x.docx", "Fila x.docx finst ikkje."),
    "no kommune": ("check --kommune a.txt", "`a.txt` seier ikkje kva kommune fila er frå."),
    "unknown kommune": ("check --kommune topdal=a.txt", "Kommunen `topdal` finst ikkje. Meinte du"),
    "one file for two": (
        "check --kommune toppdal=a.txt --kommune ytre-glimsund=a.txt",
        "Fila a.txt er gjeven for to kommunar",
    ),
    "no day": ("check --kommunestyre a.txt", "`a.txt` seier ikkje når møtet var."),
    "no real day": ("check --kommunestyre 30.2.=a.txt", "Datoen let seg ikkje lese: `30.2.`."),
    "unknown stage": ("check a.txt --only utkast", "Steget `utkast` finst ikkje."),
    "unknown form": ("check a.txt --format xml", "Formatet `xml` finst ikkje."),
    "unknown command": ("sjekk", "Kommandoen `sjekk` finst ikkje."),
    "not a day": ("list --date mars", "Datoen let seg ikkje lese: `mars`."),
}


@pytest.mark.parametrize(("words", "told"), MISTAKES.values(), ids=MISTAKES)
@pytest.mark.usefixtures("minutes")
def test_mistake(bygdeplan: Program, words: str, told: str) -> None:
    said = bygdeplan("vedtak", *words.split())
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"feil: {told}")


def test_plan_without_points(bygdeplan: Program, minutes: Path) -> None:
    file = minutes / "plans" / "2031.yaml"
    text = file.read_text("utf-8")
    points = text[text.index("innstilling:\n  - ") : text.index("vedlegg:\n")]
    file.write_text(text.replace(points, "innstilling: []\n"), "utf-8")
    assert bygdeplan("vedtak", "check", "a.txt").err.startswith("feil: Planen for 2031 har ingen")


# --- list ---


def test_list_of_a_plan_that_is_decided(bygdeplan: Program) -> None:
    assert bygdeplan("vedtak", "list", "2030") == (
        0,
        "Vedtak om handlingsplanen for 2030\n"
        "Organ                                Dato        Sak      Utfall\n"
        "Kommunestyret i Toppdal              14.02.2030  0007/30  vedteke, felles ordlyd, "
        "eitt punkt i tillegg\n"
        "Kommunestyret i Ytre Glimsund        12.02.2030  3/30     vedteke, felles ordlyd\n"
        "Fylkesutvalet i Utkant               20.03.2030  41/30    vedteke\n"
        "Fylkestinget i Utkant                10.04.2030  –        står att\n"
        "Kommunal- og distriktsdepartementet  18.06.2030  –        vedteke\n"
        "\n"
        "Kommunestyret i Toppdal:\n"
        "  i tillegg: «Kommunestyret vil ha melding om framdrifta før sommaren.»\n"
        "\n"
        "2 av 2 kommunestyre har vedteke planen, 2 av dei med den felles ordlyden.\n"
        "Står att: Fylkestinget i Utkant.\n"
        "Neste: Fylkestinget i Utkant 10. april 2030.\n".replace("10. april", "10.\u00a0april"),
        "",
    )


def test_list_of_a_plan_on_its_way(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "list")
    assert (
        "Formannskapet i Toppdal              30.01.2031             –    står att, sakspapir innan"
        in said.out
    )
    assert said.out.endswith(
        "\n0 av 2 kommunestyre har vedteke planen.\n"
        "Neste: formannskapet i Toppdal 30.\u00a0januar 2031; "
        "sakspapira skal vere ferdige 20.\u00a0januar 2031.\n"
    )


def test_day_tells_who_is_late_and_who_is_next(bygdeplan: Program) -> None:
    said = bygdeplan("vedtak", "list", "--date", "2031-02-14")
    late = [line for line in said.out.splitlines() if line.endswith("  skulle vore avgjort")]
    assert [line.split("  ")[0] for line in late] == [
        "Formannskapet i Toppdal",
        "Kommunestyret i Ytre Glimsund",
    ]
    assert "Neste: kommunestyret i Toppdal" in said.out


def test_words_that_part_are_listed(bygdeplan: Program) -> None:
    file = Path("plans/2031.yaml")
    own = (
        "    vedtak:\n      utfall: vedteke\n      punkt: [Handlingsplanen for 2031 blir utsett.]\n"
    )
    text = file.read_text("utf-8")
    file.write_text(text.replace("    merknad: ekstraordinært\n", own), "utf-8")
    said = bygdeplan("vedtak", "list")
    assert "vedteke, annan ordlyd" in said.out
    assert "  punkt 1: [ut: blir vedteken.] [inn: blir utsett.]\n  punkt 2 manglar: " in said.out
    assert "1 av 2 kommunestyre har vedteke planen, 0 av dei med den felles ordlyden." in said.out


@pytest.mark.parametrize("words", [("2030",), ("2031",), ("2031", "--date", "2031-12-31")])
def test_list_for_programs(bygdeplan: Program, words: tuple[str, ...]) -> None:
    made = json.loads(bygdeplan("vedtak", "list", *words, "--format", "json").out)
    assert faults(made, SCHEMAS / "vedtak-list.schema.json") == []
    assert len(made["bodies"]) == {2030: 5, 2031: 6}[made["year"]]
