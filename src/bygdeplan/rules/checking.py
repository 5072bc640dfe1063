"""A plan file checked: everything found in it and against the year before, each at its place."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path as FilePath

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.load import Planfil
from bygdeplan.load.reglar import FJORÅRET, KOPI, LÅSEFIL, ULAGRA
from bygdeplan.model import Plan
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.rules.oppfolging import DØME, FØREBELS
from bygdeplan.rules.plassering import Kontroll, LocatedFinding, in_order, locate
from bygdeplan.rules.unntak import excuse, read_unntak, without_effect
from bygdeplan.utgave.lasefil import Låsefeil
from bygdeplan.utgave.planmappe import copies, unsaved
from bygdeplan.utgave.utgave import Utgåve

__all__ = ["Kontroll", "LocatedFinding", "check", "check_shape", "passes"]


def check(utgåve: Utgåve, day: date | None = None) -> Kontroll:
    """Run every rule on a plan, beside the one of the year before and what is locked of it.

    `day` is what rules that depend on the day go by; without it they are silent. Raises `Fault`
    when there is no such file.
    """
    fil = utgåve.fil
    fjor = utgåve.året_før.fil if utgåve.året_før else None
    unntak, faults = read_unntak(fil.source, _all_rules)
    låst, broken_lock = _locked(utgåve)
    beside = _beside(utgåve.file) if utgåve.er_gjeldande else ()
    fjorplan = fjor.plan if fjor else None
    grunnlag = Grunnlag(fil.plan, fjorplan, day, låst) if fil.plan is not None else None
    broken = _broken_rules(grunnlag, fjor) if grunnlag else ()
    found = [*fil.findings, *broken_lock, *beside, *broken]
    located = locate(fil.source, found)
    judged = [excuse(finding, unntak) for finding in located]
    if fil.plan is not None and (fjor is None or fjor.plan is not None):
        faults += without_effect(unntak, located)
    counting = [finding for finding in judged if finding.unntak is None]
    return Kontroll(
        fil,
        fjor,
        findings=in_order([*counting, *locate(fil.source, faults)]),
        excused=tuple(finding for finding in judged if finding.unntak is not None),
        grunnlag=grunnlag,
    )


def check_shape(fil: Planfil) -> Kontroll:
    """What is wrong with the shape of a plan file that has been read; no rule is run."""
    return Kontroll(fil, None, findings=in_order(locate(fil.source, fil.findings)))


def passes(kontroll: Kontroll, *, strict: bool = False) -> bool:
    """Whether a plan file holds: no feil, and when `strict` no åtvaring and no mark either."""
    if not strict:
        return not kontroll.har_feil
    return not any(
        finding.regel.severity is not Severity.MERKNAD or finding.regel in (FØREBELS, DØME)
        for finding in kontroll.findings
    )


def _all_rules() -> Mapping[str, Regel]:
    """The rule book; it has the rules for finished files too, which most plan files never name."""
    from bygdeplan.rules.regelbok import REGELBOK

    return REGELBOK


def _locked(utgåve: Utgåve) -> tuple[Plan | None, list[Finding]]:
    """The newest locked revision of a plan file; none, and a finding, when its lock is broken."""
    try:
        return utgåve.låst, []
    except Låsefeil as fault:
        return None, [LÅSEFIL.finding(("revisjon",), fault.what, fault.advice)]


def _beside(file: FilePath) -> Iterator[Finding]:
    """What lies beside a plan file, and holds something of the plan that is not read."""
    for copy in copies(file):
        yield KOPI.finding(
            ("år",),
            f"`{copy.name}` ved sida av planen er ein kopi etter namnet, og blir ikkje lesen.",
            f'Sjå kva som skil: bygdeplan diff "{copy.as_posix()}" {file.as_posix()}. Før over '
            "det som manglar, og slett eller flytt kopien.",
            at_key=True,
        )
    for work in unsaved(file):
        yield ULAGRA.finding(
            ("år",),
            f"`{work.name}` er nyare enn planen: Nokon skriv i han, eller noko er ikkje lagra.",
            "Lagre planen der han er open. Er han ikkje det, hentar skriveprogrammet fram att det "
            "som ikkje blei lagra, når du opnar planen i det.",
            at_key=True,
        )


def _broken_rules(grunnlag: Grunnlag, fjor: Planfil | None) -> Iterator[Finding]:
    """What the rules find in a plan."""
    if fjor is not None and fjor.plan is None:
        message = f"{fjor.source.name} har feil, så planen er ikkje samanlikna med året før."
        advice = f"Rett feila som kjem fram av «bygdeplan validate {fjor.source.name}»."
        yield FJORÅRET.finding(("år",), message, advice)
    yield from check_plan(grunnlag)
