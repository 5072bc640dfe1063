"""What the YAML parser says of a text it cannot read, in the plan author's words."""

import re
from typing import NamedTuple

import yaml

from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load.reglar import IKKJE_YAML

HARD_SPACES = "\u00a0\u2007\u202f"
"""Spaces that look like one, and that YAML takes for letters."""


class _Sted(NamedTuple):
    """A place in the text: line and column, both from 0 as the parser counts them."""

    line: int
    column: int


class _Forklaring(NamedTuple):
    """Where the author should look, what is wrong there and what to do about it."""

    sted: _Sted
    message: str
    advice: str


def syntax_finding(error: yaml.MarkedYAMLError, text: str) -> Finding:
    """The finding for a text that the YAML parser gives up on."""
    (line, column), message, advice = _explain(error, text.split("\n"))
    span = Span(line + 1, column + 1, line + 1, column + 2)
    return IKKJE_YAML.finding((), message, advice, span=span)


def hard_space_finding(span: Span) -> Finding:
    """The finding for a key that no-break spaces set in, which YAML takes for a part of it."""
    return IKKJE_YAML.finding((), *_HARD_SPACE, span=span)


_QUOTE = 'Set heile verdien i hermeteikn: "…".'
_INDENTATION = (
    "Innrykket passar ikkje med linjene over.",
    "Linjer som høyrer saman, skal ha like mange mellomrom fremst.",
)
_UNKNOWN = (
    "Teksten let seg ikkje lese som YAML her.",
    "Sjå på innrykk, kolon og hermeteikn på denne linja og linja over.",
)
_TAB = ("Linja er rykt inn med tabulator.", "Bruk mellomrom til innrykk, to for kvart nivå.")
_HARD_SPACE = (
    "Det står eit hardt mellomrom der det skal vere eit vanleg.",
    "Slett mellomrommet og skriv det på nytt; det har kome med frå eit anna program.",
)

_WHERE_IT_STOPPED = (
    ("a tab character", *_TAB),
    ("cannot start any token", "Teiknet her kan ikkje stå fyrst i ein verdi.", _QUOTE),
    ("expected node content", "Teiknet her kan ikkje stå fyrst i ein verdi.", _QUOTE),
    ("alphabetic or numeric", "Ein verdi kan ikkje byrje slik med * eller &.", _QUOTE),
    ("mapping keys are not allowed", "Ein verdi kan ikkje byrje med «? ».", _QUOTE),
    (
        "block sequence entries are not allowed",
        "Ei liste kan ikkje byrje på same linje som nøkkelen.",
        "Skriv «- » på linja under, rykt inn med to mellomrom.",
    ),
    (
        "comment or line break",
        "Etter «|» eller «>» kan det ikkje stå noko på same linje.",
        "Skriv teksten på linjene under, rykt inn med to mellomrom.",
    ),
    (
        "expected '-' indicator",
        "Lista er broten: linja byrjar ikkje med «- » som linjene over.",
        "Rykk linja inn som resten av punktet, eller set «- » framfor.",
    ),
    (
        "escape character",
        "Omvend skråstrek «\\» har ei særskild tyding inni hermeteikn.",
        "Skriv han dobbelt: «\\\\», eller ta bort hermeteikna.",
    ),
    (
        "document",
        "Linjer med «---» eller «...» skil planar frå kvarandre, og her er det éin.",
        "Ta bort linja, eller rykk henne inn når ho høyrer til ein tekst.",
    ),
    ("tag", "Ein verdi kan ikkje byrje slik med «!».", _QUOTE),
)
"""A part of what the parser says → message and advice, at the place where it stopped."""

_WHERE_IT_BEGAN = (
    (
        "unexpected end of stream",
        "Teksten som byrjar med hermeteikn her, sluttar aldri.",
        "Set eit hermeteikn der teksten sluttar.",
    ),
    (
        "expected ',' or",
        "Klamma som opnar her, er ikkje lukka, eller det manglar eit komma etter henne.",
        "Lukk klamma med } eller ], og skil ledda med komma.",
    ),
    (
        "could not find expected ':'",
        "Det manglar eit kolon på linja.",
        "Skriv nøkkelen, eit kolon, eit mellomrom og så verdien.",
    ),
)
"""A part of what the parser says → message and advice, at the beginning of what it was reading."""


def _explain(error: yaml.MarkedYAMLError, lines: list[str]) -> _Forklaring:
    problem = error.problem or ""
    stopped = _sted(error.problem_mark or error.context_mark, lines)
    began = _sted(error.context_mark or error.problem_mark, lines)
    hard_space = _hard_space(lines, began, stopped)
    if hard_space:
        return _Forklaring(hard_space, *_HARD_SPACE)
    if "mapping values are not allowed" in problem:
        return _colon_too_many(lines, stopped)
    if "did not find expected key" in problem:
        return _key_expected(lines, stopped)
    if lines[stopped.line][stopped.column : stopped.column + 1] == "\t":
        return _Forklaring(stopped, *_TAB)
    for sted, table in ((began, _WHERE_IT_BEGAN), (stopped, _WHERE_IT_STOPPED)):
        for known, message, advice in table:
            if known in problem:
                return _Forklaring(sted, message, advice)
    return _Forklaring(stopped, *_UNKNOWN)


def _sted(mark: yaml.Mark | None, lines: list[str]) -> _Sted:
    """The place of a mark; the parser may stop on a line after the last."""
    if mark is None:
        return _Sted(0, 0)
    last = len(lines) - 1
    return _Sted(mark.line, mark.column) if mark.line <= last else _Sted(last, len(lines[last]))


_MISPLACED = re.compile(f"^ *(?:- )?[{HARD_SPACES}]|(?<=[:-])[{HARD_SPACES}]")


def _hard_space(lines: list[str], began: _Sted, stopped: _Sted) -> _Sted | None:
    """A no-break space that stands for indentation or after a colon, near what went wrong."""
    for line in {began.line, stopped.line - 1, stopped.line}:
        match = _MISPLACED.search(lines[line])
        if match:
            return _Sted(line, match.end() - 1)
    return None


def _colon_too_many(lines: list[str], stopped: _Sted) -> _Forklaring:
    """«år 2031», «nr:1» or a line that is too far in make the colon on the next line one too many.

    Otherwise there are two colons on the line.
    """
    before = lines[stopped.line][: stopped.column]
    if re.search(r":\s", before):
        return _Forklaring(
            stopped,
            "Det står eit kolon til inni verdien.",
            "Set heile teksten i hermeteikn når han inneheld kolon og mellomrom.",
        )
    above = next((n for n in range(stopped.line - 1, -1, -1) if _is_written(lines[n])), None)
    if above is None:
        return _Forklaring(stopped, *_UNKNOWN)
    sted = _Sted(above, len(lines[above]) - len(lines[above].lstrip()))
    if ":" not in lines[above]:
        return _Forklaring(
            sted,
            "Det manglar eit kolon på linja.",
            "Skriv nøkkelen, eit kolon, eit mellomrom og så verdien.",
        )
    if not re.search(r":(?:\s|$)", lines[above]):
        return _Forklaring(
            _Sted(above, lines[above].index(":")),
            "Det manglar eit mellomrom etter kolonet.",
            "Skriv nøkkelen, eit kolon, eit mellomrom og så verdien.",
        )
    return _Forklaring(
        stopped,
        "Linja er rykt inn under ei linje som alt har ein verdi.",
        "Rykk henne inn som linja over, eller ta bort verdien der.",
    )


def _key_expected(lines: list[str], stopped: _Sted) -> _Forklaring:
    before = lines[stopped.line][: stopped.column].strip()
    if before.endswith(("'", '"')):
        return _Forklaring(
            stopped,
            "Hermeteiknet framfor dette lukkar teksten, men det står meir på linja.",
            "Set hermeteikn om heile verdien, og bruk «…» for hermeteikn inni teksten.",
        )
    if lines[stopped.line][stopped.column :].startswith(":"):
        return _Forklaring(
            stopped, "Det manglar ein nøkkel framfor kolonet.", "Skriv nøkkelen fremst på linja."
        )
    return _Forklaring(stopped, *_INDENTATION)


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
