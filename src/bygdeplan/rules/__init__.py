"""What must hold in a plan that has the shape of one: each family of rules in a file of its own."""

from bygdeplan.funn.finding import Finding
from bygdeplan.load import reglar as shape
from bygdeplan.rules import (
    avslutning,
    grunngjeving,
    handsaming,
    lasing,
    livslaup,
    oppfolging,
    pengar,
    personvern,
    pottar,
    rekneskap,
    sprak,
    statsmidlar,
    teikn,
    tilvising,
    vedtak,
    vekt,
)
from bygdeplan.rules.grunnlag import Grunnlag, Rule

RULES: tuple[Rule, ...] = (
    *vekt.RULES,
    *tilvising.RULES,
    *pengar.RULES,
    *rekneskap.RULES,
    *pottar.RULES,
    *statsmidlar.RULES,
    *avslutning.RULES,
    *livslaup.RULES,
    *grunngjeving.RULES,
    *handsaming.RULES,
    *vedtak.RULES,
    *lasing.RULES,
    *oppfolging.RULES,
    *sprak.RULES,
    *personvern.RULES,
    *teikn.RULES,
)
REGLAR = (
    *shape.REGLAR,
    *vekt.REGLAR,
    *tilvising.REGLAR,
    *pengar.REGLAR,
    *rekneskap.REGLAR,
    *pottar.REGLAR,
    *statsmidlar.REGLAR,
    *avslutning.REGLAR,
    *livslaup.REGLAR,
    *grunngjeving.REGLAR,
    *handsaming.REGLAR,
    *vedtak.REGLAR,
    *lasing.REGLAR,
    *oppfolging.REGLAR,
    *sprak.REGLAR,
    *personvern.REGLAR,
    *teikn.REGLAR,
)
"""Every rule there is, in the order of the codes."""


def check_plan(grunnlag: Grunnlag) -> list[Finding]:
    """Everything the rules find in a plan, family by family."""
    return [finding for rule in RULES for finding in rule(grunnlag)]


__all__ = ["REGLAR", "RULES", "Grunnlag", "check_plan"]
