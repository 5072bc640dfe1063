"""Typst's diagnostics in the words of the person who writes plans or templates."""

import re
from collections.abc import Iterator

from bygdeplan.nynorsk import liste

_CHARACTER = re.compile(
    r'the text `"(?P<shown>[^`]+)"` could not be displayed'
    r'|codepoint `"(?P<forbidden>[^`]+)"`'
)
_ESCAPED = re.compile(r"\\u\{(?P<hex>[0-9a-f]+)\}")
_SKIPPED_LEVEL = re.compile(r"skipped from heading level (\d) to (\d)")
_FIRST_LINE = re.compile(r"error: (?P<message>.+)(?:\n.*?\.typ:(?P<line>\d+):)?")


def explain(diagnostic: str, layout_lines: range) -> str:
    """One line of Nynorsk for Typst's diagnostic.

    Args:
        diagnostic: What Typst says, with all its errors.
        layout_lines: The lines of the source that are the layout, from 1.
    """
    if characters := sorted(set(_missing_characters(diagnostic))):
        return (
            f"Skrifta i pdf-en manglar {liste(map(_named, characters))}; "
            "skriv noko anna i planen, eller lag dokumentet i eit anna format."
        )
    if levels := _SKIPPED_LEVEL.search(diagnostic):
        return (
            f"Overskriftene hoppar frå nivå {levels[1]} til nivå {levels[2]}; "
            "bruk nivåa i rekkjefølgje i malen."
        )
    if "missing alt text" in diagnostic:
        return "Eit bilete manglar alternativ tekst; skriv han i «alt» i malen."
    return _explain_place(diagnostic, layout_lines)


def _missing_characters(diagnostic: str) -> Iterator[str]:
    for found in _CHARACTER.finditer(diagnostic):
        yield _ESCAPED.sub(
            lambda code: chr(int(code["hex"], 16)), found["shown"] or found["forbidden"]
        )


def _named(character: str) -> str:
    codes = " ".join(f"U+{ord(part):04X}" for part in character)
    return f"«{character}» ({codes})" if character.isprintable() else codes


def _explain_place(diagnostic: str, layout_lines: range) -> str:
    first = _FIRST_LINE.search(diagnostic)
    message = first["message"] if first else diagnostic.strip().split("\n")[0]
    if first and first["line"] and int(first["line"]) in layout_lines:
        line = int(first["line"]) - layout_lines.start + 1
        return f"Feil i layout.typ, linje {line}: «{message}»; rett sideoppsettet."
    return f"Typst får ikkje laga pdf-en: «{message}»; sjå etter i layout.typ og i malen."
