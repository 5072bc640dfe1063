"""word/numbering.xml of reference.docx: one list of bullets and one of numbers."""

from lxml.etree import _Element

from bygdeplan.convert.wordprocessingml import new, twips_from_mm
from bygdeplan.utsjanad.husstil import Husstil

NUMBERS = {"bullet": "1", "number": "2"}
"""The number of the list that a style of list paragraphs belongs to."""
_BULLETS = ("•", "–", "•")
_LEVELS = 9


def numbering(stil: Husstil) -> _Element:
    """The two lists, and what stands before each of their levels."""
    lists = [
        new(
            "abstractNum",
            new("multiLevelType", val="multilevel"),
            *(_level(kind, level, stil) for level in range(_LEVELS)),
            abstractNumId=number,
        )
        for kind, number in NUMBERS.items()
    ]
    used = [new("num", new("abstractNumId", val=n), numId=n) for n in NUMBERS.values()]
    return new("numbering", *lists, *used)


def _level(kind: str, level: int, stil: Husstil) -> _Element:
    step = stil.innrykk.punkt
    mark, form = (
        (_BULLETS[level % len(_BULLETS)], "bullet")
        if kind == "bullet"
        else (f"%{level + 1}.", ("decimal", "lowerLetter", "lowerRoman")[level % 3])
    )
    indent = new("ind", left=twips_from_mm((level + 1) * step), hanging=twips_from_mm(step))
    return new(
        "lvl",
        new("start", val="1"),
        new("numFmt", val=form),
        new("lvlText", val=mark),
        new("lvlJc", val="left"),
        new("pPr", indent),
        ilvl=str(level),
    )
