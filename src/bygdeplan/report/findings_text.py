"""Findings for people: the place, what is wrong, the line underlined, what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

import typer

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, Opphavsdom
from bygdeplan.funn.finding import Severity, Span
from bygdeplan.ord.skriv import liste
from bygdeplan.report.frame import code_frame
from bygdeplan.report.style import wrapped
from bygdeplan.report.visible import visible

_FRAME_WIDTH = 60
_COLOUR = {Severity.FEIL: "red", Severity.ÅTVARING: "yellow", Severity.MERKNAD: "cyan"}
_PLURAL = {Severity.FEIL: "feil", Severity.ÅTVARING: "åtvaringar", Severity.MERKNAD: "merknader"}


def findings_as_text(
    checked: Sequence[CheckedFile], width: int | None = None, *, every: bool = True
) -> str:
    """The findings of every file, then a line for each file that counts them.

    Remarks of one kind are gathered to one block, unless `every` one is asked for. Sentences are
    wrapped at `width` columns, or not at all; code is cut at 60.
    """
    found = [block for each in checked for block in _blocks(each, width, every=every)]
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


def next_step(checked: Sequence[CheckedFile]) -> str:
    """What to do with plans that have been validated, by the worst that is found in them."""
    found = {finding.regel.severity for each in checked for finding in each.findings}
    if Severity.FEIL in found:
        return "Rett det som er feil, og kontroller på nytt."
    if Severity.ÅTVARING in found:
        return "Sjå over åtvaringane. Planen kan brukast: «bygdeplan render» lagar dokumenta."
    return "Planen kan brukast: «bygdeplan render» lagar dokumenta."


def _blocks(checked: CheckedFile, width: int | None, *, every: bool) -> Iterator[str]:
    """Faults and warnings one by one, then the remarks, those of one kind together."""
    alike: dict[str, list[FileFinding]] = {}
    for finding in checked.findings:
        if every or finding.regel.severity is not Severity.MERKNAD or finding.span is None:
            yield _block(checked, finding, width)
        else:
            alike.setdefault(finding.regel.code, []).append(finding)
    for findings in alike.values():
        is_one = len(findings) == 1
        yield _block(checked, findings[0], width) if is_one else _gathered(findings, width)


def _block(checked: CheckedFile, finding: FileFinding, width: int | None) -> str:
    columns = f"{finding.span.line}:{finding.span.column}:" if finding.span else ""
    headline = _headline(f"{visible(finding.file)}:{columns}", finding, finding.message, width)
    frame = _frame(checked.lines, finding.span, min(width or _FRAME_WIDTH, _FRAME_WIDTH))
    return "\n".join([headline, *frame, *_advice(finding.help, width)])


def _gathered(findings: Sequence[FileFinding], width: int | None) -> str:
    """How many there are of a kind, and their lines; when they are few, what each says too."""
    first = findings[0]
    count = f"{first.regel.name}, {len(findings)} stader"
    headline = _headline(f"{visible(first.file)}:", first, count, width)
    places = [(each.span.line, each.message) for each in findings if each.span]
    if len(places) <= _FEW:
        told = [wrapped(f"  linje {n}: {visible(said)}", width, " " * 9) for n, said in places]
    else:
        numbers = liste(str(line) for line in dict.fromkeys(line for line, _ in places))
        told = [wrapped(f"  linje {numbers}", width, " " * 8)]
    is_alike = len({each.help for each in findings}) == 1
    return "\n".join([headline, *told, *_advice(first.help if is_alike else _EACH, width)])


_FEW = 5
_EACH = "Køyr kontrollen med «--all», så står rådet ved kvar av dei."


def _advice(text: str, width: int | None) -> list[str]:
    return [wrapped(f"  hjelp: {visible(text)}", width, " " * 9)]


def _frame(lines: Sequence[str], span: Span | None, width: int) -> list[str]:
    return code_frame(lines, span, width) if span else []


def _headline(place: str, finding: FileFinding, message: str, width: int | None) -> str:
    """«plans/2031.yaml:42:7: feil BP103: …» with the place and the severity set off."""
    severity = f"{finding.regel.severity} {finding.regel.code}:"
    text = wrapped(f"{place} {severity} {visible(message)}", width, "  ")
    loud = typer.style(severity, fg=_COLOUR[finding.regel.severity], bold=True)
    return text.replace(severity, loud, 1).replace(place, typer.style(place, bold=True), 1)
