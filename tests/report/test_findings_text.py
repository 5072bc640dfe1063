"""Findings for people: what stands in the terminal."""

import re

import pytest

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, Opphavsdom
from bygdeplan.funn.finding import Span
from bygdeplan.report.findings_text import findings_as_text, next_step
from tests.report.kontrollar import MERKT, SUM, checked, found, in_document

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(*files: CheckedFile, width: int | None = None) -> str:
    return ANSI.sub("", findings_as_text(files, width))


def test_a_finding_is_place_message_frame_and_help() -> None:
    assert shown(checked(found())) == (
        "plans/2031.yaml:4:5: feil BP103: Ukjend nøkkel: `formanskap`.\n"
        "  3 │     namn: Fjelldal\n"
        "  4 │     formanskap: 2031-01-28\n"
        "    │     ^^^^^^^^^^\n"
        "  hjelp: Meinte du `formannskap`?\n"
        "\n"
        "plans/2031.yaml: 1 feil"
    )


def test_counts_come_last_a_line_for_each_file() -> None:
    first = checked(found(), found(SUM), found(SUM), found(MERKT))
    second = checked(name="plans/2032.yaml")
    assert shown(first, second).split("\n")[-2:] == [
        "plans/2031.yaml: 1 feil, 2 åtvaringar og 1 merknad",
        "plans/2032.yaml: i orden",
    ]


def test_exceptions_are_counted_and_not_shown() -> None:
    text = shown(checked(found(SUM, unntak="det er avtalt")))
    assert text == "plans/2031.yaml: i orden (1 unntak)"


def remark(line: int, message: str = "`dato` er eit døme.", advice: str = "Byt ut.") -> FileFinding:
    return found(MERKT, Span(line, 5, line, 15), message=message, advice=advice)


def gathered(*findings: FileFinding) -> str:
    return ANSI.sub("", findings_as_text([checked(*findings)], every=False))


def test_remarks_of_one_kind_are_gathered_after_faults_and_warnings() -> None:
    text = gathered(remark(1, "`dato` er eit døme."), found(), remark(3, "`tittel` er eit døme."))
    fault, remarks, count = text.split("\n\n")
    assert fault.startswith("plans/2031.yaml:4:5: feil BP103: ")
    assert remarks == (
        "plans/2031.yaml: merknad BP612: døme, 2 stader\n"
        "  linje 1: `dato` er eit døme.\n"
        "  linje 3: `tittel` er eit døme.\n"
        "  hjelp: Byt ut."
    )
    assert count == "plans/2031.yaml: 1 feil og 2 merknader"


def test_many_remarks_of_one_kind_are_told_by_their_lines_alone() -> None:
    remarks, _ = gathered(*map(remark, (1, 2, 2, 3, 4, 4))).split("\n\n")
    assert remarks.split("\n")[1] == "  linje 1, 2, 3 og 4"


def test_remarks_with_different_advice_say_where_it_stands() -> None:
    remarks, _ = gathered(remark(1, advice="A."), remark(2, advice="B.")).split("\n\n")
    assert remarks.endswith("  hjelp: Køyr kontrollen med «--all», så står rådet ved kvar av dei.")


def test_a_remark_that_is_alone_of_its_kind_is_shown_whole() -> None:
    assert gathered(remark(4)) == shown(checked(remark(4)))


def test_a_remark_without_a_line_is_shown_whole() -> None:
    both = in_document(MERKT), in_document(MERKT)
    assert gathered(*both) == shown(checked(*both))


@pytest.mark.parametrize(
    ("findings", "step"),
    {
        "a fault": ((found(), found(SUM)), "Rett det som er feil, og kontroller på nytt."),
        "a warning": (
            (found(SUM), found(MERKT)),
            "Sjå over åtvaringane. Planen kan brukast: «bygdeplan render» lagar dokumenta.",
        ),
        "a remark": ((found(MERKT),), "Planen kan brukast: «bygdeplan render» lagar dokumenta."),
        "nothing": ((), "Planen kan brukast: «bygdeplan render» lagar dokumenta."),
    }.values(),
)
def test_the_next_step_follows_from_the_worst(findings: tuple[FileFinding, ...], step: str) -> None:
    assert next_step([checked(*findings)]) == step


LONG = (
    "Kostnaden for «Vintersti mellom hyttegrendene» i 2031 er 2\u00a0180\u00a0000\u00a0kr, men "
    "kjeldene dekkjer berre 2\u00a0000\u00a0000\u00a0kr, altså 180\u00a0000\u00a0kr for lite."
)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_sentences_are_wrapped_at_the_width(width: int) -> None:
    finding = found(SUM, message=LONG, advice=LONG)
    lines = shown(checked(finding), width=width).split("\n")
    assert max(map(len, lines)) <= width
    assert re.sub(" +", " ", " ".join(lines)).count(LONG) == 2


def test_sixty_columns_are_enough() -> None:
    assert shown(checked(found(SUM, message=LONG, advice=LONG)), width=60) == (
        "plans/2031.yaml:4:5: åtvaring BP301: Kostnaden for\n"
        "  «Vintersti mellom hyttegrendene» i 2031 er 2\u00a0180\u00a0000\u00a0kr,\n"
        "  men kjeldene dekkjer berre 2\u00a0000\u00a0000\u00a0kr, altså 180\u00a0000\u00a0kr\n"
        "  for lite.\n"
        "  3 │     namn: Fjelldal\n"
        "  4 │     formanskap: 2031-01-28\n"
        "    │     ^^^^^^^^^^\n"
        "  hjelp: Kostnaden for «Vintersti mellom hyttegrendene» i\n"
        "         2031 er 2\u00a0180\u00a0000\u00a0kr, men kjeldene dekkjer berre\n"
        "         2\u00a0000\u00a0000\u00a0kr, altså 180\u00a0000\u00a0kr for lite.\n"
        "\n"
        "plans/2031.yaml: 1 åtvaring"
    )


def test_sentences_stay_on_their_line_where_there_is_no_width() -> None:
    assert LONG in shown(checked(found(SUM, message=LONG))).split("\n")[0]


DATA = {
    "markup": "[ny] [/x] [bold]",
    "format strings": "{0} %s {{ x }}",
    "backslashes": r"\x1b \n",
}


@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_data_shows_as_it_is_written(data: str) -> None:
    text = shown(checked(found(message=data, advice=data), text=f"a: {data}\n" * 4))
    assert text.count(data) == 4


def test_data_cannot_steer_the_terminal() -> None:
    evil = "\x1b[2J\x1b]0;x\x07\r\u202e"
    text = shown(checked(found(message=evil, advice=evil, file=evil), text=evil, name=evil))
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}


def test_place_and_severity_are_coloured() -> None:
    text = findings_as_text([checked(found())])
    assert text.startswith("\x1b[1mplans/2031.yaml:4:5:\x1b[0m \x1b[31m\x1b[1mfeil BP103:\x1b[0m ")


def test_finding_in_a_file_that_could_not_be_read_has_no_frame() -> None:
    text = shown(checked(found(span=Span(3, 1, 3, 2)), text=""))
    assert text.split("\n")[:2] == [
        "plans/2031.yaml:3:1: feil BP103: Ukjend nøkkel: `formanskap`.",
        "  hjelp: Meinte du `formannskap`?",
    ]


def test_finding_in_a_document_has_neither_line_nor_frame() -> None:
    assert shown(checked(in_document(), text="", name="build/plan.docx")) == (
        "build/plan.docx: feil BP103: Overskrifta er tom.\n"
        "  hjelp: Slett ho.\n"
        "\n"
        "build/plan.docx: 1 feil"
    )


ORIGINS = {
    Opphavsdom.LIK: "lik handlingsplan-2031 frå plans/2031.yaml",
    Opphavsdom.ENDRA: "endra etter at dokumentet blei laga",
    Opphavsdom.ANNAN_PLAN: "frå ein annan plan enn plans/2031.yaml",
}


@pytest.mark.parametrize(("dom", "words"), ORIGINS.items())
def test_where_a_document_comes_from_is_told_with_its_count(dom: Opphavsdom, words: str) -> None:
    opphav = Opphav(dom, "plans/2031.yaml", "handlingsplan-2031")
    assert shown(checked(name="plan.docx", opphav=opphav)) == f"plan.docx: i orden; {words}"
