"""The lines of a pdf without what belongs to its pages, and pages that are pictures."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from bygdeplan.vedtak.protokoll.les.linjer import paragraphs
from bygdeplan.vedtak.protokoll.les.pdf import by_columns, read_pdf, text_lines
from tests.vedtak.protokoll.filer import as_file, page, scanned_pdf

TOP, FOOT = "Møtebok                Toppdal kommune", "Kommunehuset, 20.02.2031"


def read(*pages: list[str]) -> list[str]:
    return [stykke.linje for stykke in paragraphs(text_lines(pages)[0])]


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("11/26/31, 6:12 PM        Sak – Toppdal kommune", "https://toppdal.no/sak/12     1/2"),
        ("26.11.2031, 18:12        Sak – Toppdal kommune", "file:///C:/sak.html     1/2"),
        ("26.11.31, 18.12      Sak 12/31", "https://innsyn.toppdal.kommune.no/sak?id=12"),
    ],
)
def test_what_a_browser_prints_is_no_text(top: str, foot: str) -> None:
    first, second = [top, "", "1. Planen blir", "", foot], [top, "vedteken.", "", foot]
    assert read(first, second) == ["Planen blir vedteken."]
    assert read([top, "", "1. Planen blir vedteken.", "", foot]) == ["Planen blir vedteken."]


def test_what_stands_on_several_pages_is_no_text() -> None:
    first = [TOP, "", "Vedtak", "1. Planen blir", "", FOOT]
    second = [TOP, "", "vedteken.", "2. Midlane blir overførte.", "", FOOT]
    assert read(first, second) == ["Vedtak", "Planen blir vedteken.", "Midlane blir overførte."]


def test_numbers_of_pages_are_no_text() -> None:
    first = ["Vedtak", "1. Planen blir", "", "- 1 -"]
    second = ["Side 2 av 3", "", "vedteken.", "", "Sakstittel        Side 2"]
    assert read(first, second) == ["Vedtak", "Planen blir vedteken."]


def test_sentence_broken_after_words_that_could_be_a_heading() -> None:
    assert read(["Røysting:", "Innstillinga frå formannskapet vart samrøystes", "vedteken."]) == [
        "Røysting:",
        "Innstillinga frå formannskapet vart samrøystes vedteken.",
    ]


def test_figures_in_the_text_are_text() -> None:
    assert read(["Ramma er", "2031", "2", "3", "4", "5", "6", "og meir"]) == [
        "Ramma er 2031 2 3 4 5 6 og meir"
    ]


def test_figures_at_the_foot_of_several_pages_are_text() -> None:
    assert read(["Frå", "2030"], ["og", "2031"]) == ["Frå 2030 og 2031"]


def test_line_that_may_decide_is_text_on_however_many_pages_it_stands() -> None:
    first = ["PS 12/31 Handlingsplan", "", "Saka blir utsett.", "", FOOT]
    second = ["PS 13/31 Handlingsplan", "", "Saka blir utsett.", "", FOOT]
    told = read(first, second)
    assert told.count("Saka blir utsett.") == 2
    assert "PS 12/31 Handlingsplan" in told
    assert FOOT not in told


def test_sentence_that_begins_a_page_begins_a_paragraph() -> None:
    long = "Dette er ei setning som ikkje høyrer til punktet over henne i det heile."
    assert read(["1. Planen blir vedteken."], [long]) == ["Planen blir vedteken.", long]
    assert read(["1. Planen blir vedteken.", long]) == [f"Planen blir vedteken. {long}"]


def test_heading_of_a_decision_is_text_wherever_it_stands_on_however_many_pages() -> None:
    first = [TOP, "", "PS 12/31 Handlingsplan", "Vedtak:", "", FOOT]
    second = [TOP, "", "Planen blir vedteken.", "PS 13/31 Gebyr", "Vedtak:", "", FOOT]
    assert read(first, second).count("Vedtak:") == 2


def test_line_that_two_of_many_pages_have_is_text() -> None:
    pages = [["Saka gjeld", f"punkt {number}", "og meir"] for number in range(5)]
    pages[1][-1] = pages[3][-1] = "Planen blir vedteken"
    assert " ".join(read(*pages)).count("Planen blir vedteken") == 2


def test_edges_of_the_pages_are_kept_apart() -> None:
    _, edges = text_lines([[TOP, "", "Vedtak", "", FOOT], [TOP, "", "Planen.", "", FOOT]])
    assert [each.linje for each in edges][:3] == ["Møtebok", "Toppdal kommune", FOOT]


COLUMNS = [
    "Møtebok",
    "Planen er eit samarbeid mellom        Vedtak:",
    "kommunane i dalen om tiltak for       1. Planen blir vedteken av kommunane.",
    "alle. Han er lagd av styringsgruppa   2. Midlane blir overførte frå året før.",
    "",
    "og skal vedtakast kvart år.",
]


def test_columns_are_read_one_after_the_other() -> None:
    assert [line.strip() for line in by_columns(COLUMNS) if line.strip()] == [
        "Møtebok",
        "Planen er eit samarbeid mellom",
        "kommunane i dalen om tiltak for",
        "alle. Han er lagd av styringsgruppa",
        "og skal vedtakast kvart år.",
        "Vedtak:",
        "1. Planen blir vedteken av kommunane.",
        "2. Midlane blir overførte frå året før.",
    ]


TABLE = [
    "Utval:           Kommunestyret",
    "Møtestad:        Kommunestyresalen i kommunehuset",
    "Møtedato:        20.02.2031",
    "Namn             Funksjon og parti",
]
WIDE = [*COLUMNS, "Ei linje som går tvers over begge spaltane, utan noko opphald i midten"]


@pytest.mark.parametrize("lines", [TABLE, WIDE, [], ["Vedtak"]])
def test_what_is_no_columns_is_left_as_it_is(lines: list[str]) -> None:
    assert by_columns(lines) == lines


@pytest.mark.slow
def test_letters_drawn_as_one_sign_are_two() -> None:
    made = as_file(page(["Kommunane ﬁnn tiltaka i ﬂeire planar."]), "pdf")
    assert "Kommunane finn tiltaka i fleire planar." in [e.linje for e in read_pdf(made).stykke]


@pytest.mark.slow
def test_page_that_is_a_picture_is_told_of() -> None:
    writer = PdfWriter()
    for content in (as_file(page(["Planen blir vedteken."]), "pdf"), scanned_pdf()):
        writer.append(PdfReader(BytesIO(content)))
    made = BytesIO()
    writer.write(made)
    told = read_pdf(made.getvalue()).atterhald
    assert told == ("Side 2 er eit bilete, og er ikkje lesen. Kva står der?",)


LEFT = ("Dette er den fyrste linja", "og dette er den andre av", "dei linjene som står her.")
RIGHT = (
    "Her står ei linje til venstre",
    "for seg sjølv, slik at det blir",
    "to spalter på denne sida.",
)


def beside(left: tuple[str, ...], right: tuple[str, ...], width: int = 40) -> list[str]:
    return [f"{one:<{width}}{other}" for one, other in zip(left, right, strict=True)]


def test_of_two_columns_the_left_one_comes_first() -> None:
    assert by_columns(beside(LEFT, RIGHT)) == [*LEFT, "", *RIGHT]


def test_narrow_column_is_part_of_a_table_however_far_away_it_stands() -> None:
    table = beside(("Namn", "Kari", "Ola"), RIGHT, width=60)
    assert by_columns(table) == table


def test_page_without_content_has_no_lines() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(as_file(page(["Ein."]), "pdf"))))
    writer.add_blank_page()
    made = BytesIO()
    writer.write(made)
    assert any(each.linje == "Ein." for each in read_pdf(made.getvalue()).stykke)
