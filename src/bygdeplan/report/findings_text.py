"""Findings for people: the place, what is wrong, the line underlined, what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

import typer

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, Opphavsdom
from bygdeplan.funn.finding import Severity, Span
from bygdeplan.ord.nynorsk import liste
from bygdeplan.report.frame import code_frame
from bygdeplan.report.style import wrapped
from bygdeplan.report.visible import visible

_FRAME_WIDTH = 60
_COLOUR = {Severity.FEIL: "red", Severity.ÅTVARING: "yellow", Severity.MERKNAD: "cyan"}
_PLURAL = {Severity.FEIL: "feil", Severity.ÅTVARING: "åtvaringar", Severity.MERKNAD: "merknader"}


def findings_as_text(checked: Sequence[CheckedFile], width: int | None = None) -> str:
    """Every finding of every file, then a line for each file that counts them.

    Sentences are wrapped at `width` columns, or not at all; code is cut at 60.
    """
    found = [block for each in checked for block in _blocks(each, width)]
    counts = "\n".join(map(count_line, checked))
    return "\n\n".join([*found, counts])


def count_line(checked: CheckedFile) -> str:
    """«plans/2031.yaml: 2 feil og 1 åtvaring», or «plans/2031.yaml: i orden»."""
    counts = Counter(finding.regel.severity for finding in checked.findings)
    words = [
        f"{counts[severity]} {severity if counts[severity] == 1 else _PLURAL[severity]}"
        for severity in Severity
        if counts[severity]
    ]
    excused = f" ({len(checked.excused)} unntak)" if checked.excused else ""
    origin = f"; {_origin(checked.opphav)}" if checked.opphav else ""
    return f"{visible(checked.name)}: {liste(words) or 'i orden'}{excused}{origin}"


def _origin(opphav: Opphav) -> str:
    """«lik handlingsplan-2031 frå plans/2031.yaml», and what else may be said of a document."""
    if opphav.dom is Opphavsdom.LIK:
        return f"lik {opphav.dokument} frå {visible(opphav.plan)}"
    if opphav.dom is Opphavsdom.ANNAN_PLAN:
        return f"{opphav.dom} enn {visible(opphav.plan)}"
    return str(opphav.dom)


def _blocks(checked: CheckedFile, width: int | None) -> Iterator[str]:
    for finding in checked.findings:
        frame = _frame(checked.lines, finding.span, min(width or _FRAME_WIDTH, _FRAME_WIDTH))
        advice = wrapped(f"  hjelp: {visible(finding.help)}", width, " " * 9)
        yield "\n".join([_headline(finding, width), *frame, advice])


def _frame(lines: Sequence[str], span: Span | None, width: int) -> list[str]:
    return code_frame(lines, span, width) if span else []


def _headline(finding: FileFinding, width: int | None) -> str:
    """«plans/2031.yaml:42:7: feil BP103: …» with the place and the severity set off."""
    columns = f"{finding.span.line}:{finding.span.column}:" if finding.span else ""
    place = f"{visible(finding.file)}:{columns}"
    severity = f"{finding.regel.severity} {finding.regel.code}:"
    text = wrapped(f"{place} {severity} {visible(finding.message)}", width, "  ")
    loud = typer.style(severity, fg=_COLOUR[finding.regel.severity], bold=True)
    return text.replace(severity, loud, 1).replace(place, typer.style(place, bold=True), 1)
