"""The finished picture: fit to stand anywhere, and the same whatever the machine has."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copy

import pytest
from font_source_sans_pro import font_files_ttf
from lxml import etree
from PIL import Image

from bygdeplan.funn.fault import Fault
from bygdeplan.side.malar import Malar
from bygdeplan.utsjanad.diagram import Diagrambilete, draw
from bygdeplan.utsjanad.diagram.bilete import tidy
from bygdeplan.utsjanad.typst import to_png
from tests.utsjanad.diagram.drawn import MALAR, picture
from tests.utsjanad.diagram.values import EXAMPLES, STATUS

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).resolve().parents[3]
every_picture = pytest.mark.parametrize("name", EXAMPLES)


@pytest.fixture(scope="module")
def pictures() -> dict[str, Diagrambilete]:
    return {name: picture(diagram) for name, diagram in EXAMPLES.items()}


def elements(picture: Diagrambilete) -> list[etree._Element]:
    return list(etree.fromstring(picture.svg).iter())


@every_picture
def test_the_svg_needs_nothing_from_outside(name: str, pictures: dict[str, Diagrambilete]) -> None:
    shapes = {f"{SVG}{tag}" for tag in ("svg", "defs", "g", "path", "use")}
    for element in elements(pictures[name]):
        assert element.tag in shapes
        assert not {"class", "role", "style", "font-family", "onload"} & set(element.attrib)
        assert not any("url(" in value or "//" in value for value in element.attrib.values())


@every_picture
def test_every_letter_has_an_outline_in_the_picture(
    name: str, pictures: dict[str, Diagrambilete]
) -> None:
    found = elements(pictures[name])
    defined = [element.get("id") for element in found if "id" in element.attrib]
    used = {
        element.attrib["href"].removeprefix("#") for element in found if "href" in element.attrib
    }
    assert used == set(defined)
    assert used


def test_pictures_share_no_id(pictures: dict[str, Diagrambilete]) -> None:
    ids = [element.get("id") for picture in pictures.values() for element in elements(picture)]
    named = [id_ for id_ in ids if id_]
    assert len(set(named)) == len(named)


@pytest.mark.slow
@every_picture
def test_the_png_has_its_size_in_print(name: str, pictures: dict[str, Diagrambilete]) -> None:
    bilete = pictures[name]
    image = Image.open(BytesIO(to_png(bilete.svg)))
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.01)
    in_print = [pixels / 192 * 25.4 for pixels in image.size]
    assert in_print == pytest.approx([bilete.width_mm, bilete.height_mm], abs=0.15)
    assert bilete.width_mm == pytest.approx(160, abs=0.5)


@pytest.mark.slow
@every_picture
def test_the_png_shows_more_than_white(name: str, pictures: dict[str, Diagrambilete]) -> None:
    shades = Image.open(BytesIO(to_png(pictures[name].svg))).convert("L").tobytes()
    assert max(shades) == 255
    assert min(shades) < 80


@pytest.mark.slow
@every_picture
def test_the_files_are_small(name: str, pictures: dict[str, Diagrambilete]) -> None:
    assert len(pictures[name].svg) < 60_000
    assert len(to_png(pictures[name].svg)) < 80_000


@every_picture
def test_title_and_words_go_along(name: str, pictures: dict[str, Diagrambilete]) -> None:
    value, bilete = EXAMPLES[name], pictures[name]
    assert (bilete.tittel, bilete.alt) == (value.tittel, value.alt)


@every_picture
def test_the_svg_has_its_size_in_pixels_of_a_screen(
    name: str, pictures: dict[str, Diagrambilete]
) -> None:
    [root, *_] = elements(pictures[name])
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    said = [float(root.attrib[side]) for side in ("width", "height")]
    assert said == pytest.approx([width * 96 / 72, height * 96 / 72], abs=0.01)
    assert said[0] == 604


def test_colours_and_drawings_are_those_of_the_templates(tmp_path: Path) -> None:
    own = tmp_path / "diagram" / "status.typ"
    own.parent.mkdir()
    own.write_text(MALAR.read("diagram/status.typ").replace("d.sum.tiltak", "d.sum.ord"), "utf-8")
    look = MALAR.read("husstil.yaml").replace('i_arbeid: "#2a706b"', 'i_arbeid: "#123456"')
    (tmp_path / "husstil.yaml").write_text(look, "utf-8")
    malar = Malar(tmp_path)
    ours, theirs = picture(STATUS), draw(STATUS, malar.husstil, malar.read)
    assert ("#123456" in ours.svg, "#123456" in theirs.svg) == (False, True)
    assert ours.svg.count("<use") > theirs.svg.count("<use")


FAULTS = {
    "a slip": (
        "#context {",
        "#kontekst\n#context {",
        "Feil i diagram/status.typ, linje 7: «unknown",
    ),
    "a file": ("#let stolpe", '#read("x")\n#let stolpe', "linje 3: «file not found"),
    "a page more": (
        "#context {",
        "#pagebreak()\n#context {",
        "diagram/status.typ gjev fleire sider",
    ),
    "a package": ("#let stolpe", '#import "@preview/cetz:1.0.0"\n#let stolpe', "frå nettet"),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_drawing_names_the_place(old: str, new: str, said: str) -> None:
    def read(name: str) -> str:
        text = MALAR.read(name)
        return text.replace(old, new, 1) if name == "diagram/status.typ" else text

    with pytest.raises(Fault) as fault:
        draw(STATUS, MALAR.husstil, read)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)


def test_what_typst_draws_is_made_short() -> None:
    svg, width, height = tidy(
        '<svg viewBox="0 0 60 40.5" width="60pt" height="40.5pt" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<path fill="#1f3a4d" fill-rule="nonzero" '
        'd="M 0 0v 30.12345h -0.5v 1e-9Z "/><g transform="matrix(1 0 0 -1 5 9)">'
        '<use xlink:href="#g0123456789ABCDEF01" x="0" y="0" fill="#000000" fill-rule="nonzero"/>'
        '<use xlink:href="#g0123456789ABCDEF01" x="5.868" y="0" fill="#000000"/></g>'
        '<g transform="matrix(1 0 0 -1 9 9)"/><defs>'
        '<symbol id="g0123456789ABCDEF01" overflow="visible">'
        '<path d="M 0 0m 0.81 0l -5.9 2q 1 -2 3 4Z "/></symbol></defs></svg>'
    )
    [prefix] = set(re.findall("(g[0-9a-f]{6})-0", svg))
    assert (width, height) == (60, 40.5)
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40.5" width="80" height="54">'
        '<path fill="#1f3a4d" d="M0 0v30.123h-.5v0Z"/>'
        '<g transform="matrix(1 0 0 -1 5 9)" fill="#000000">'
        f'<use href="#{prefix}-0"/><use href="#{prefix}-0" x="5.868"/></g>'
        f'<defs><path id="{prefix}-0" d="M.81 0l-5.9 2q1-2 3 4Z"/></defs></svg>'
    )


DIGESTS = """
from hashlib import sha256
from bygdeplan.utsjanad.typst import to_png
from tests.utsjanad.diagram.drawn import picture
from tests.utsjanad.diagram.values import EXAMPLES
drawings = [picture(EXAMPLES[name]).svg for name in ORDER]
print(sorted(sha256(part).hexdigest() for p in drawings for part in (p.encode(), to_png(p))))
"""
# What the machine's faces do to a page that is open to them.
OPEN = """
import typst
page = b'#set page(width: auto, height: auto)\\n#text(font: "Source Sans Pro")[Tiltak]'
print(sha256(typst.compile(page, format="svg")).hexdigest())
"""


def digests(order: list[str], **environment: str) -> list[str]:
    code = f"ORDER = {order}\n{DIGESTS}\n{OPEN}"
    finished = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.splitlines()


@pytest.mark.slow
def test_the_machine_changes_nothing(tmp_path: Path) -> None:
    """Another time zone, locale, hash seed and order, and a foreign face of the same name."""
    fonts = tmp_path / ".fonts"
    fonts.mkdir()
    copy(font_files_ttf["SourceSansProBlack"], fonts)
    config = tmp_path / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{fonts}</dir>'
        "<match><edit name='family' mode='assign'><string>Source Sans Pro</string></edit></match>"
        "</fontconfig>"
    )
    here, open_here = digests(list(EXAMPLES), PYTHONHASHSEED="1", TZ="UTC")
    there, open_there = digests(
        list(EXAMPLES)[::-1],
        PYTHONHASHSEED="2",
        TZ="Pacific/Auckland",
        LC_ALL="C",
        HOME=str(tmp_path),
        FONTCONFIG_FILE=str(config),
    )
    assert here == there
    if sys.platform == "linux":
        assert open_here != open_there, "the foreign face was not found, so nothing was tested"


@pytest.mark.slow
def test_importing_the_charts_does_not_load_what_draws_them() -> None:
    code = "import sys, bygdeplan.documents.diagram; print(*sys.modules)"
    finished = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "typst" not in finished.stdout.split()
