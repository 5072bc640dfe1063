"""What must hold in a finished file: each family of rules in a file of its own."""

from bygdeplan.audit.rules import avsnitt, eigenskapar, overskrifter, tabellar
from bygdeplan.funn.finding import Finding, Prøveregel
from bygdeplan.les.innhald import Innhald

REGLAR: tuple[Prøveregel[Innhald], ...] = (
    *overskrifter.REGLAR,
    *tabellar.REGLAR,
    *eigenskapar.REGLAR,
    *avsnitt.REGLAR,
)
"""Every rule that a finished file is put to, in the order of the codes."""


def check_innhald(innhald: Innhald) -> list[Finding]:
    """Everything the rules find in a file, rule by rule."""
    return [finding for regel in REGLAR for finding in regel.findings(innhald)]


__all__ = ["REGLAR", "check_innhald"]
