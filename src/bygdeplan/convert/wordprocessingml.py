"""Elements of Word's XML by their local names; their prefix `w` is understood."""

from lxml.etree import Element, _Element

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PREFIXES = {"w": _NAMESPACE}


def name(local: str) -> str:
    """The name of an element or attribute as lxml has it."""
    return f"{{{_NAMESPACE}}}{local}"


def new(local: str, *children: _Element, **attributes: str) -> _Element:
    """An element with its attributes and children."""
    element = Element(name(local), nsmap=_PREFIXES)
    put(element, **attributes)
    element.extend(children)
    return element


# The properties of a paragraph in the order of the schema.
_PROPERTIES = [
    name(local)
    for local in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange"),
    )
]


def find(element: _Element, path: str) -> _Element:
    """The one element at a path; deeper steps of the path carry their prefix."""
    [found] = find_all(element, path)
    return found


def find_all(element: _Element, path: str) -> list[_Element]:
    """All elements at a path; deeper steps of the path carry their prefix."""
    return element.findall(f"w:{path}", _PREFIXES)


def get(element: _Element, attribute: str) -> str:
    """An attribute, or empty text."""
    return element.get(name(attribute), "")


def put(element: _Element, **attributes: str) -> None:
    """Set attributes."""
    for attribute, value in attributes.items():
        element.set(name(attribute), value)


def put_relation(element: _Element, relation: str) -> None:
    """Set which other part of the file an element speaks of, by the name of the relationship."""
    element.set(f"{{{_RELATIONSHIPS}}}id", relation)


def style_of(paragraph: _Element) -> str:
    """The identifier of a paragraph's style, or empty text."""
    return next((get(style, "val") for style in find_all(paragraph, "pPr/w:pStyle")), "")


def put_style(paragraph: _Element, style: str) -> None:
    """Set the style of a paragraph."""
    put_property(paragraph, new("pStyle", val=style))


def put_property(paragraph: _Element, prop: _Element) -> None:
    """Set a property of a paragraph, in its place among the others."""
    if len(paragraph) == 0 or paragraph[0].tag != name("pPr"):
        paragraph.insert(0, new("pPr"))
    properties = paragraph[0]
    for old in properties.findall(str(prop.tag)):
        properties.remove(old)
    place = _PROPERTIES.index(str(prop.tag))
    before = [p for p in properties if _PROPERTIES.index(str(p.tag)) < place]
    properties.insert(len(before), prop)


def paragraph_properties(paragraph: _Element, local: str) -> _Element:
    """A property of a paragraph that holds others, put in where there is none."""
    found = find_all(paragraph, f"pPr/w:{local}")
    if not found:
        put_property(paragraph, new(local))
        found = find_all(paragraph, f"pPr/w:{local}")
    return found[0]


def drop_property(paragraph: _Element, local: str) -> None:
    """Take a property from a paragraph, if it has it."""
    for properties in find_all(paragraph, "pPr"):
        for prop in find_all(properties, local):
            properties.remove(prop)


def remove(element: _Element) -> None:
    """Take an element out of what holds it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def is_read(element: _Element) -> bool:
    """Whether an element is a paragraph or table, not a place that links lead to."""
    return element.tag in (name("p"), name("tbl"))


_POINTS_PER_MILLIMETRE = 72 / 25.4


def twips(points: float) -> str:
    """Twentieths of a point: space, indents, widths."""
    return str(round(points * 20))


def twips_from_mm(millimetres: float) -> str:
    """Twentieths of a point."""
    return twips(millimetres * _POINTS_PER_MILLIMETRE)


def half_points(points: float) -> str:
    """Half points: sizes of type."""
    return str(round(points * 2))


def eighths(points: float) -> str:
    """Eighths of a point: widths of rules."""
    return str(round(points * 8))


def bare(colour: str) -> str:
    """A colour as docx writes it: without its #."""
    return colour.removeprefix("#").upper()
