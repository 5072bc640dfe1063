"""What only Typst does: pixels of any drawing, and nothing of the machine in them."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from bygdeplan.funn.fault import Fault
from bygdeplan.utsjanad import typst
from bygdeplan.utsjanad.typst import Typstkjelde, to_pdf, to_png, to_svg

pytestmark = pytest.mark.slow


def svg(content: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">{content}</svg>'


TITLED = '#set document(title: "x")\n#set text(font: "Source Sans Pro", lang: "nn")'
FOREVER = "#for i in range(1000000) { for j in range(1000000) { [a] } }"


def pdf(*parts: str) -> bytes:
    return to_pdf(list(map(Typstkjelde, parts)), {}, datetime(2031, 1, 1, tzinfo=UTC))


def test_pixels_are_twice_those_of_a_screen_and_the_file_says_so() -> None:
    image = Image.open(BytesIO(to_png(svg('<rect width="20" height="30" fill="#1f3a4d"/>'))))
    image.load()
    assert image.size == (80, 60)
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.01)
    assert image.convert("RGB").getpixel((10, 10)) == (0x1F, 0x3A, 0x4D)
    assert image.convert("RGBA").getpixel((70, 10)) == (255, 255, 255, 255)


def test_letters_of_a_drawing_are_set_in_the_face_of_the_house() -> None:
    """Whatever face it asks for: the machine's are not looked at."""
    text = '<text y="20" font-family="{}" font-size="20">Tiltak</text>'
    house, other = (to_png(svg(text.format(face))) for face in ("Source Sans Pro", "DejaVu Sans"))
    assert min(Image.open(BytesIO(house)).convert("L").tobytes()) < 80
    assert min(Image.open(BytesIO(other)).convert("L").tobytes()) < 80


def test_a_drawing_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "hemmeleg.png"
    Image.new("RGB", (40, 30)).save(secret)
    for place in (str(secret), secret.as_uri()):
        drawing = svg(f'<image href="{place}" width="40" height="30"/>')
        try:
            png = to_png(drawing)
        except Fault:
            continue
        assert set(Image.open(BytesIO(png)).convert("L").tobytes()) == {255}


def test_a_drawing_that_cannot_be_read_is_told_of() -> None:
    with pytest.raises(Fault, match="Ei teikning i malen let seg ikkje lese") as fault:
        to_png("<svg><rect></svg>")
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("file", ["/etc/passwd", "../../../__init__.py", "plan.yaml"])
def test_a_template_reads_no_file_of_the_machine(file: str) -> None:
    with pytest.raises(Fault, match=r"Feil i ein\.typ, linje 2"):
        to_svg([Typstkjelde("#let x = 1"), Typstkjelde(f'\n#read("{file}")', mal="ein.typ")], {})


def test_every_face_is_that_of_the_package() -> None:
    said = [TITLED]
    for weight in (400, 600, 700):
        said += [f"#text(weight: {weight})[a #emph[b]]"]
    reader = PdfReader(BytesIO(pdf(*said)))
    objects = (reader.get_object(number) for number in reader.xref[0])
    faces = {
        str(thing["/BaseFont"]).partition("+")[2]
        for thing in objects
        if isinstance(thing, DictionaryObject) and "/BaseFont" in thing
    }
    names = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
    assert faces == {f"SourceSansPro-{name}" for name in names}


# Pdf files are set by another program.


def test_a_pdf_that_is_never_done_is_ended_and_the_next_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as hurry:
        hurry.setattr(typst, "_TIMEOUT_SECONDS", 0.2)
        with pytest.raises(Fault, match=r"^Typst er ikkje ferdig etter 0\.2 sekund"):
            pdf(TITLED, FOREVER)
    assert pdf(TITLED, "a").startswith(b"%PDF")


def test_who_waits_for_a_pdf_is_told_when_it_is_stopped() -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(pdf, TITLED, FOREVER)
        while not waiting.done():
            typst.stop()
            wait([waiting], timeout=0.01)
    assert isinstance(waiting.exception(), Fault)


def test_nothing_is_taken_from_the_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("typst", "pickle", "bygdeplan"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    typst.stop()
    assert pdf(TITLED, "a").startswith(b"%PDF")


def test_a_program_that_cannot_be_started_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typst.stop()
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with pytest.raises(Fault, match=r"^Får ikkje starta Typst: "):
        pdf(TITLED, "a")


def test_the_same_bytes_whatever_was_made_before() -> None:
    first = pdf(TITLED, "a")
    pdf(TITLED, "b")
    assert pdf(TITLED, "a") == first
