"""The finished picture: fit to stand anywhere, and the same whatever the machine has."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copy

import pytest
from font_source_sans_pro import font_files_ttf
from lxml import etree
from PIL import Image

from bygdeplan.utsjanad.diagram import Bilete, draw
from tests.utsjanad.diagram.values import EXAMPLES

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).resolve().parents[3]
every_picture = pytest.mark.parametrize("name", EXAMPLES)


@pytest.fixture(scope="module")
def pictures() -> dict[str, Bilete]:
    return {name: draw(diagram) for name, diagram in EXAMPLES.items()}


def elements(picture: Bilete) -> list[etree._Element]:
    return list(etree.fromstring(picture.svg).iter())


@every_picture
def test_the_svg_needs_nothing_from_outside(name: str, pictures: dict[str, Bilete]) -> None:
    shapes = {f"{SVG}{tag}" for tag in ("svg", "defs", "g", "line", "path", "rect", "use")}
    for element in elements(pictures[name]):
        assert element.tag in shapes
        assert not {"class", "role", "style", "font-family", "onload"} & set(element.attrib)
        assert not any("url(" in value or "//" in value for value in element.attrib.values())


@every_picture
def test_every_letter_has_an_outline_in_the_picture(name: str, pictures: dict[str, Bilete]) -> None:
    found = elements(pictures[name])
    defined = [element.get("id") for element in found if "id" in element.attrib]
    used = {
        element.attrib["href"].removeprefix("#") for element in found if "href" in element.attrib
    }
    assert used == set(defined)
    assert used


def test_pictures_share_no_id(pictures: dict[str, Bilete]) -> None:
    ids = [element.get("id") for picture in pictures.values() for element in elements(picture)]
    named = [id_ for id_ in ids if id_]
    assert len(set(named)) == len(named)


@every_picture
def test_the_png_has_its_size_in_print(name: str, pictures: dict[str, Bilete]) -> None:
    picture = pictures[name]
    image = Image.open(BytesIO(picture.png))
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.01)
    in_print = [pixels / 192 * 25.4 for pixels in image.size]
    assert in_print == pytest.approx([picture.width_mm, picture.height_mm], abs=0.15)
    assert picture.width_mm == pytest.approx(160, abs=0.5)


@every_picture
def test_the_png_shows_more_than_white(name: str, pictures: dict[str, Bilete]) -> None:
    shades = Image.open(BytesIO(pictures[name].png)).convert("L").tobytes()
    assert max(shades) == 255
    assert min(shades) < 80


@every_picture
def test_the_files_are_small(name: str, pictures: dict[str, Bilete]) -> None:
    assert len(pictures[name].svg) < 60_000
    assert len(pictures[name].png) < 80_000


@every_picture
def test_title_and_words_go_along(name: str, pictures: dict[str, Bilete]) -> None:
    value, picture = EXAMPLES[name], pictures[name]
    assert (picture.tittel, picture.alt) == (value.tittel, value.alt)


DIGESTS = """
from hashlib import sha256
from bygdeplan.utsjanad.diagram import draw
from tests.utsjanad.diagram.values import EXAMPLES
pictures = [draw(EXAMPLES[name]) for name in ORDER]
print(sorted(sha256(part).hexdigest() for p in pictures for part in (p.svg.encode(), p.png)))
"""
# Lettering that asks for the face by name, as vl-convert itself would draw it.
LIVE = """
import vl_convert
text = '<text y="20" font-family="Source Sans Pro" font-size="20">Tiltak</text>'
page = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30">{text}</svg>'
print(sha256(vl_convert.svg_to_png(page)).hexdigest())
"""


def digests(order: list[str], **environment: str) -> list[str]:
    code = f"ORDER = {order}\n{DIGESTS}\n{LIVE}"
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
    here, live_here = digests(list(EXAMPLES), PYTHONHASHSEED="1", TZ="UTC")
    there, live_there = digests(
        list(EXAMPLES)[::-1],
        PYTHONHASHSEED="2",
        TZ="Pacific/Auckland",
        LC_ALL="C",
        HOME=str(tmp_path),
        FONTCONFIG_FILE=str(config),
    )
    assert here == there
    if sys.platform == "linux":
        assert live_here != live_there, "the foreign face was not found, so nothing was tested"


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
    assert not {"vl_convert", "uharfbuzz", "PIL"} & set(finished.stdout.split())
