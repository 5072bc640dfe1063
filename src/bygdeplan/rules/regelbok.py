"""The rule book: every rule there is, by its code, and the families they come in."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bygdeplan import audit, rules
from bygdeplan.audit import samanlikning
from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Regel
from bygdeplan.load import reglar as shape
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.rules import unntak

REGLAR: tuple[Regel, ...] = (
    *shape.REGLAR,
    *rules.REGLAR,
    *audit.REGLAR,
    *samanlikning.REGLAR,
    *unntak.REGLAR,
)
REGELBOK: Mapping[str, Regel] = MappingProxyType(
    {regel.code: regel for regel in sorted(REGLAR, key=lambda regel: regel.code)}
)
"""Every rule by its code, in the order of the codes."""

_FAMILIES = {
    "BP0": "Fila",
    "BP1": "Forma",
    "BP2": "Vekter, nummer og tilvisingar",
    "BP3": "Pengane",
    "BP4": "Livslaupet til tiltaka",
    "BP5": "Vegen til vedtak",
    "BP6": "Oppfølging",
    "BP7": "Språk og personvern",
    "BP8": "Ferdige filer",
    "BP9": "Unntak",
}
"""How the codes of a family begin → what its rules are about."""


def rule_families() -> Mapping[str, Sequence[Regel]]:
    """What the rules are about → the rules about it, in the order of the codes."""
    return {
        name: [regel for code, regel in REGELBOK.items() if code.startswith(begins)]
        for begins, name in _FAMILIES.items()
    }


def find_regel(code: str) -> Regel:
    """The rule with a code, written in any case; raises `Fault` when there is none."""
    regel = REGELBOK.get(code.strip().upper())
    if regel is None:
        advice = suggestion(code, list(REGELBOK))
        raise Fault(f"Regelen `{code}` finst ikkje. {advice}")
    return regel
