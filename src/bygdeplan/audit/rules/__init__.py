"""What must hold in a finished file: each family of rules in a file of its own."""

from bygdeplan.audit.rules import (
    avsnitt,
    bilete,
    eigenskapar,
    overskrifter,
    sporing,
    sprak,
    tabellar,
)
from bygdeplan.audit.rules.rule import Rule
from bygdeplan.funn.finding import Finding
from bygdeplan.les import avvist as fil
from bygdeplan.les.innhald import Innhald

RULES: tuple[Rule, ...] = (
    *overskrifter.RULES,
    *tabellar.RULES,
    *bilete.RULES,
    *sprak.RULES,
    *eigenskapar.RULES,
    *avsnitt.RULES,
    *sporing.RULES,
)
REGLAR = (
    *fil.REGLAR,
    *overskrifter.REGLAR,
    *tabellar.REGLAR,
    *bilete.REGLAR,
    *sprak.REGLAR,
    *eigenskapar.REGLAR,
    *avsnitt.REGLAR,
    *sporing.REGLAR,
)
"""Every rule for finished files, in the order of the codes."""


def check_innhald(innhald: Innhald) -> list[Finding]:
    """Everything the rules find in a file, family by family."""
    return [finding for rule in RULES for finding in rule(innhald)]


__all__ = ["REGLAR", "RULES", "check_innhald"]
