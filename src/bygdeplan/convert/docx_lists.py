"""Lists of a docx file in Word's own list styles, which say how they look.

pandoc numbers each list by a plan of its own making, with indents of its own.
"""

from itertools import groupby
from typing import Literal

from lxml.etree import _Element

from bygdeplan.convert.wordprocessingml import (
    drop_property,
    find,
    find_all,
    get,
    is_read,
    name,
    new,
    put,
    put_property,
    put_style,
    style_of,
)

Kind = Literal["bullet", "number", "continue"]

_STYLES: dict[Kind, str] = {
    "bullet": "ListBullet",
    "number": "ListNumber",
    "continue": "ListContinue",
}
_DEEPEST_STYLE = 3
# Some five lines look better whole.
_SHORT_POINTS, _SHORT_TEXT = 5, 500
_SIGNATURE = "Signatur"
# pandoc's own plan of numbering for each kind of list, by what stands before the first point.
_BLANK = " "


def list_kinds(numbering: _Element) -> dict[str, Kind]:
    """What each numbered list is, by the number that its paragraphs carry."""
    kinds = {get(plan, "abstractNumId"): _kind(plan) for plan in find_all(numbering, "abstractNum")}
    return {
        get(used, "numId"): kinds[get(find(used, "abstractNumId"), "val")]
        for used in find_all(numbering, "num")
    }


def _kind(plan: _Element) -> Kind:
    first = find_all(plan, "lvl")[0]
    if get(find(first, "numFmt"), "val") != "bullet":
        return "number"
    return "continue" if get(find(first, "lvlText"), "val") == _BLANK else "bullet"


def number_by_our_plans(numbering: _Element, kinds: dict[str, Kind]) -> None:
    """Have every list numbered as the list styles of reference.docx are, from where it begins."""
    plans = find_all(numbering, "abstractNum")
    ours = {_kind(plan): get(plan, "abstractNumId") for plan in reversed(plans)}
    for used in find_all(numbering, "num"):
        kind = kinds[get(used, "numId")]
        put(find(used, "abstractNumId"), val=ours[kind])
        if kind == "continue":
            numbering.remove(used)
    for plan in plans:
        if get(plan, "abstractNumId") not in (ours["bullet"], ours["number"]):
            numbering.remove(plan)


def style_list_paragraphs(body: _Element, kinds: dict[str, Kind]) -> None:
    """Give the paragraphs of lists their styles, and keep short lists whole."""
    lists = [list(points) for is_list, points in groupby(body, _is_point) if is_list]
    for points in lists:
        _keep_together(points)
    for paragraph in [paragraph for paragraph in body.iter(name("p")) if _is_point(paragraph)]:
        numbered = find(paragraph, "pPr/w:numPr")
        level = int(get(find(numbered, "ilvl"), "val"))
        kind = kinds[get(find(numbered, "numId"), "val")]
        put_style(paragraph, _style(kind, level))
        if kind == "continue":
            drop_property(paragraph, "numPr")


def _is_point(element: _Element) -> bool:
    return element.tag == name("p") and bool(find_all(element, "pPr/w:numPr"))


def _keep_together(points: list[_Element]) -> None:
    """Keep a short list on one page, and what is signed with its signature."""
    length = sum(len("".join(point.itertext())) for point in points)
    following = next(filter(is_read, points[-1].itersiblings()), None)
    is_signed = following is not None and style_of(following) == _SIGNATURE
    kept = points[:-1] if len(points) <= _SHORT_POINTS and length <= _SHORT_TEXT else []
    for point in kept + points[-1:] if is_signed else kept:
        put_property(point, new("keepNext"))


def _style(kind: Kind, level: int) -> str:
    depth = min(level + 1, _DEEPEST_STYLE)
    return _STYLES[kind] if depth == 1 else f"{_STYLES[kind]}{depth}"
