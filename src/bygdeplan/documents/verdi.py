"""A value as the change list shows it: as plain text for the terminal, as HTML for documents."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from bygdeplan.documents.dokument import PÅ_SKJERMEN, TOM_CELLE
from bygdeplan.documents.prose import render_prose
from bygdeplan.model.malform import Lesetekst
from bygdeplan.ord.framand import in_language, prose_in_language

_ENDS = re.compile(r"(.*?)((?:</(?:p|li|ul|ol)>|\s)*)$", re.DOTALL)
"""The HTML of a value, and what closes its blocks."""


@dataclass(frozen=True)
class Verdi:
    """A value of a field as plain text (for the terminal) and as HTML (for documents)."""

    tekst: str = field(metadata=PÅ_SKJERMEN)
    html: Markup


def plain(text: str) -> Verdi:
    """One piece of text, shown as it is."""
    return Verdi(text, escape(text))


def prose(text: str | None, mark: str = "") -> Verdi:
    """A prose field with its mark after it; a dash when there is none."""
    if text is None:
        return plain(TOM_CELLE)
    marked = f"{str.rstrip(text)}{mark}"
    words, html = " ".join(marked.split()), render_prose(marked) or Markup("")
    if isinstance(text, Lesetekst) and text.språk:
        said = Markup(prose_in_language(html, text.språk))  # noqa: S704  # its own HTML
        return Verdi(in_language(words, text.språk), said)
    return Verdi(words, html)


def as_read(value: Verdi, text: str) -> Verdi:
    """A value made of words of a text, in the language of the text."""
    if not isinstance(text, Lesetekst) or text.språk is None:
        return value
    html = Markup(in_language(value.html, text.språk))  # noqa: S704  # its own HTML
    return Verdi(in_language(value.tekst, text.språk), html)


def marked(value: Verdi, mark: str) -> Verdi:
    """A value with a mark after the last of its words."""
    words, ends = _ENDS.match(value.html).groups()  # type: ignore[union-attr]  # matches all
    return Verdi(f"{value.tekst}{mark}", Markup("{}{}{}").format(Markup(words), mark, Markup(ends)))  # noqa: S704  # its own HTML


def paragraph(text: str) -> Verdi:
    """One piece of text as a paragraph of its own."""
    return Verdi(text, Markup("<p>{}</p>").format(text))


def sum_of(total: str, parts: Sequence[str]) -> Verdi:
    """A sum and what it is made of: in a row in the terminal, below each other in a cell."""
    row = f"{total} ({', '.join(parts)})" if parts else total
    return Verdi(row, Markup("<p>{}</p>").format(Markup("<br>").join([total, *parts])))


def below_each_other(values: Iterable[Verdi]) -> Verdi:
    """Several values as one; a dash when there are none."""
    kept = list(values) or [paragraph(TOM_CELLE)]
    return Verdi(
        "\n".join(value.tekst for value in kept),
        Markup("").join(value.html for value in kept),
    )


def lines(texts: Iterable[str]) -> Verdi:
    """A line for each; a dash when there are none."""
    return below_each_other(map(paragraph, texts))


def once(values: Iterable[Verdi]) -> tuple[Verdi, ...]:
    """Values with each that is said twice said once, in order."""
    return tuple(dict.fromkeys(values))


def joined(values: tuple[Verdi, ...]) -> Markup:
    """Several values after each other in a cell; a dash when there are none."""
    return Markup("").join(value.html for value in values) or escape(TOM_CELLE)
