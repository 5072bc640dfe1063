"""The pages of an odt file: where one begins, and what stays on one."""

import pytest

from bygdeplan.convert import convert
from bygdeplan.convert.opendocument import PREFIXES
from tests.convert.pages import LOOK, page, part, row, table

pytestmark = pytest.mark.slow

FO = f"{{{PREFIXES['fo']}}}"
STYLE = f"{{{PREFIXES['style']}}}"
TEXT = f"{{{PREFIXES['text']}}}"
TABLE = f"{{{PREFIXES['table']}}}"
ASKED = (f"{FO}break-before", f"{FO}keep-with-next", f"{STYLE}may-break-between-rows")


def laid_out(content: str) -> dict[str, dict[str, str]]:
    """The text of each heading, paragraph and table → what its automatic style asks of the page."""
    odt = part(convert(page(content), ["odt"], LOOK)["odt"], "content.xml")
    looks = {
        style.get(f"{STYLE}name"): {
            name.rpartition("}")[2]: value
            for properties in style
            for name, value in properties.items()
            if name in ASKED
        }
        for style in odt.iter(f"{STYLE}style")
    }
    found = {}
    for block in odt.iter(f"{TEXT}h", f"{TEXT}p", f"{TABLE}table"):
        kind = TABLE if block.tag == f"{TABLE}table" else TEXT
        found["".join(block.itertext()).strip()] = looks.get(block.get(f"{kind}style-name"), {})
    return found


CARD = (
    '<div class="kort"><h4>Bru</h4><p>Ei bru.</p>'
    f'<div class="tabell">{table(row("Hus", "1"), row("Sum", "1", kind="sum"))}</div></div>'
)


def test_a_page_begins_where_the_page_says_so() -> None:
    found = laid_out('<div class="ny-side"><h2>Del</h2><p>a</p></div><h2>Meir</h2>')
    assert found["Del"] == {"break-before": "page"}
    assert found["Meir"] == {}


def test_a_card_is_kept_with_what_stands_last_in_it_and_no_longer() -> None:
    found = laid_out(f"{CARD}<h4>Veg</h4><p>Ein veg.</p>")
    assert found["Ei bru."]["keep-with-next"] == "always"
    assert found["Ein veg."] == {}
    [whole] = [look for text, look in found.items() if "Kva" in text and "Hus" in text]
    assert whole["may-break-between-rows"] == "false"


def test_two_sections_that_are_to_stand_together_do() -> None:
    found = laid_out(
        '<div class="kort"><h2>Vedtak</h2><p>a</p><h2>Vedlegg</h2><p>b</p><p>c</p></div>'
    )
    kept = {text for text, look in found.items() if "keep-with-next" in look}
    assert {"a", "b"} <= kept
    assert "c" not in kept
