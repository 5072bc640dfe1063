"""The rule book: every rule there is, by its code, and the families they come in."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bygdeplan import audit, rules
from bygdeplan.audit import samanlikning
from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Regel, Severity
from bygdeplan.load import reglar as shape
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.rules import unntak

FJORÅRET = Regel(
    "BP009",
    Severity.ÅTVARING,
    "planen for året før let seg ikkje lese",
    why="Kvart tiltak skal kunne følgjast frå eitt år til det neste. Er det feil i planen for "
    "året før, blir ingenting samanlikna med han.",
    wrong="år: tjuetretti  # i planen for 2030",
    right="år: 2030",
)
LÅSEFIL = Regel(
    "BP012",
    Severity.FEIL,
    "låsefila let seg ikkje bruke",
    why="Låsefila viser kva som er vedteke. Er ho endra eller øydelagd, kan ingen sjå om planen "
    "framleis er den som blei vedteken.",
    wrong="# retta for hand\nkontrollsum: sha256:4f1c…",
    right="# slik «bygdeplan lock» skreiv henne\nkontrollsum: sha256:90b2…",
)
KOPI = Regel(
    "BP014",
    Severity.ÅTVARING,
    "ein kopi av planen ligg ved sida av",
    why="Når to skriv i same fila, lagar OneDrive, Dropbox og andre program ein kopi med eit anna "
    "namn. Han blir ikkje lesen, så det som står der, kjem ikkje med i noko dokument.",
    wrong="plans/2031.yaml\nplans/2031-KONTOR-PC.yaml",
    right="plans/2031.yaml",
)
ULAGRA = Regel(
    "BP015",
    Severity.ÅTVARING,
    "planen er open i eit program",
    why="Eit skriveprogram har ei eiga fil med det som ikkje er lagra enno. Er ho nyare enn "
    "planen, kan det stå noko der som ikkje er med.",
    wrong="plans/2031.yaml\nplans/.2031.yaml.swp",
    right="plans/2031.yaml",
)
REGLAR: tuple[Regel, ...] = (
    *shape.REGLAR,
    FJORÅRET,
    LÅSEFIL,
    KOPI,
    ULAGRA,
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
