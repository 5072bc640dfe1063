"""What is done to Vega's drawing before it is let out."""

from lxml import etree

from bygdeplan.utsjanad.diagram import skrift
from bygdeplan.utsjanad.diagram.svg import finish

SVG = "{http://www.w3.org/2000/svg}"


def finished(content: str) -> etree._Element:
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="60" height="40" '
        f'viewBox="0 0 60 40"><g role="graphics-object" aria-label="x">{content}</g></svg>'
    )
    return etree.fromstring(finish(drawing).text)


def text(words: str, anchor: str = "start", extra: str = "") -> str:
    return (
        f'<text text-anchor="{anchor}" transform="translate(5,7)" font-family="sans-serif" '
        f'font-size="20px" fill="#123456" {extra}>{words}</text>'
    )


def lefts(root: etree._Element) -> list[int]:
    return [int(use.get("x", 0)) for use in root.iter(f"{SVG}use")]


def test_words_become_outlines_where_they_stood() -> None:
    root = finished(text("Hei"))
    [group] = root.iter(f"{SVG}g")
    assert dict(group.attrib) == {
        "fill": "#123456",
        "transform": "translate(5,7) scale(0.02,-0.02)",
    }
    assert lefts(root) == [glyph.x for glyph in skrift.shape("Hei").glyphs]
    assert not list(root.iter(f"{SVG}text"))


def test_words_are_anchored_by_their_own_width() -> None:
    width = skrift.shape("Hei").width
    assert lefts(finished(text("Hei", "end")))[0] == -width
    assert lefts(finished(text("Hei", "middle")))[0] == round(-width / 2)


def test_semibold_has_outlines_of_its_own() -> None:
    one, other = (
        [path.get("d") for path in finished(text("H", extra=look)).iter(f"{SVG}path")]
        for look in ("", 'font-weight="bold"')
    )
    assert one == [skrift.outline(skrift.shape("H").glyphs[0].id, "normal")]
    assert other == [skrift.outline(skrift.shape("H", "bold").glyphs[0].id, "bold")]


def test_a_second_line_stands_under_the_first() -> None:
    root = finished(text('<tspan>A</tspan><tspan x="0" dy="25">B</tspan>'))
    assert [int(use.get("y", 0)) for use in root.iter(f"{SVG}use")] == [0, -1250]


def test_a_letter_is_defined_once() -> None:
    root = finished(text("aa a"))
    assert len(list(root.iter(f"{SVG}use"))) == 3
    assert len(list(root.iter(f"{SVG}path"))) == 1


def test_what_nobody_reads_is_left_out() -> None:
    root = finished(
        '<g class="mark" pointer-events="none"><path class="background" d="M0,0h60v40h-60Z"/>'
        '<g transform="translate(0,0)"><line opacity="1" x2="10.000000000000002" stroke="#ddd"/>'
        "</g></g>"
    )
    assert etree.tostring(root, encoding="unicode") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"><defs/>'
        '<line x2="10" stroke="#ddd"/></svg>'
    )
