"""The findings for YAML that plan files have no use for, or too much of."""

import re

from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load.ordlegging import sitat
from bygdeplan.load.reglar import (
    DOBBEL_NØKKEL,
    FLEIRE_DOKUMENT,
    FOR_DJUPT,
    FOR_MYKJE,
    KONFLIKT,
    NØKKEL_ER_IKKJE_TEKST,
    YAML_SERSKRIFT,
)
from bygdeplan.ord.skriv import tal

_MARK_OF_CONFLICT = r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?"


def conflicts(text: str) -> list[Finding]:
    """The marks that git leaves around two versions of the same lines: where each pair begins.

    Where the first mark is gone, the first one that is left.
    """
    if not any(f"{sign * 7}" in text for sign in "<>=|"):
        return []
    marked = [
        (number, line)
        for number, line in enumerate(text.split("\n"), 1)
        if re.fullmatch(_MARK_OF_CONFLICT, line)
    ]
    begins = [(number, line) for number, line in marked if line.startswith("<")] or marked[:1]
    return [
        KONFLIKT.finding(
            (),
            "Her står to utgåver av det same etter kvarandre, med merke frå git rundt.",
            "Ta bort den eine utgåva og linjene med «<<<<<<<», «=======» og «>>>>>>>».",
            span=Span(number, 1, number, len(line) + 1),
        )
        for number, line in begins
    ]


def several_plans(span: Span) -> Finding:
    """For a second document in the file."""
    return FLEIRE_DOKUMENT.finding(
        (),
        "Det står meir enn éin plan i fila.",
        "Ta bort linja «---» og det som kjem etter, eller legg det i ei eiga fil.",
        span=span,
    )


def too_deep(levels: int, span: Span) -> Finding:
    """For more levels than `levels` within one another."""
    return FOR_DJUPT.finding(
        (),
        f"Fila har meir enn {levels} nivå inni kvarandre.",
        "Sjå etter klammer eller innrykk som har kome med ved eit uhell.",
        span=span,
    )


def too_much(count: int, span: Span) -> Finding:
    """For more keys and values than `count`."""
    return FOR_MYKJE.finding(
        (),
        f"Fila held meir enn {tal(count)} nøklar og verdiar; lesinga stansar her.",
        "Sjå etter noko som har kome med mange gonger ved eit uhell.",
        span=span,
    )


def no_key(span: Span) -> Finding:
    """For a list, a group or nothing where a key should be."""
    return NØKKEL_ER_IKKJE_TEKST.finding(
        (),
        "Her skulle det ha stått ein nøkkel av vanleg tekst.",
        "Skriv «tittel: Noko». Skal teksten byrje med {, [ eller ?, set han i hermeteikn.",
        span=span,
    )


def key_twice(name: str, first_line: int, span: Span) -> Finding:
    """For a key that is written already, on the line `first_line`."""
    return DOBBEL_NØKKEL.finding(
        (),
        f"Nøkkelen {sitat(name)} står to gonger; fyrste gongen på linje {first_line}.",
        "Ta bort den eine, eller gje han eit anna namn.",
        span=span,
    )


def no_use_for(what: str, span: Span) -> Finding:
    """For something that YAML has and plan files have not: «aliaset `*x`»."""
    return YAML_SERSKRIFT.finding(
        (),
        f"Planfiler kan ikkje bruke {what}.",
        "Skriv verdien rett ut. Skal teksten byrje med &, * eller !, set han i hermeteikn.",
        span=span,
    )
