"""What must hold in a plan that has the shape of one: each family of rules in a file of its own."""

from bygdeplan.funn.finding import Finding, Prøveregel
from bygdeplan.rules import (
    avslutning,
    grunngjeving,
    handsaming,
    lasing,
    livslaup,
    malform,
    oppfolging,
    pengar,
    pottar,
    rekneskap,
    sprak,
    statsmidlar,
    tilvising,
    trykk,
    vedtak,
    vekt,
)
from bygdeplan.rules.grunnlag import Grunnlag

REGLAR: tuple[Prøveregel[Grunnlag], ...] = (
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
    *malform.REGLAR,
    *trykk.REGLAR,
)
"""Every rule that a plan is put to, in the order of the codes."""


def check_plan(grunnlag: Grunnlag) -> list[Finding]:
    """Everything the rules find in a plan, rule by rule."""
    return [finding for regel in REGLAR for finding in regel.findings(grunnlag)]


__all__ = ["REGLAR", "Grunnlag", "check_plan"]
