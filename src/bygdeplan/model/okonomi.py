"""The sums of a plan: every figure that a document shows or a rule compares is reckoned here.

Earlier years come from the plan's `budsjett.historikk`, the plan's own year and later ones from the
budget lines of measures and common items. All amounts are whole kroner.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from bygdeplan.model.budsjett import (
    FELLES,
    KJELDER,
    POTTAR,
    Andel,
    Budsjettår,
    Finansiering,
    Kjelde,
    Pottnamn,
)
from bygdeplan.model.merke import Path
from bygdeplan.model.minne import reckoned_once
from bygdeplan.model.plan import Plan, TiltakPlass


class Budsjettpost(NamedTuple):
    """What has a budget: a measure or a common item, which may have the same id."""

    er_felles: bool
    id: str


class Budsjettlinje(NamedTuple):
    """One year of the money of one measure or one common item."""

    delmål_id: str
    """The sub-goal, or `felles` for a common item."""
    id: str
    tittel: str
    år: int
    pengar: Budsjettår
    path: Path

    @property
    def post(self) -> Budsjettpost:
        """What it is a line of."""
        return Budsjettpost(self.delmål_id == FELLES, self.id)


class Pottår(NamedTuple):
    """What happened, or is to happen, to a pot in one year: `disponibelt` less `brukt` goes on."""

    år: int
    løyvd: int
    overført: int
    brukt: int

    @property
    def disponibelt(self) -> int:
        """What can be used in the year."""
        return self.løyvd + self.overført

    @property
    def rest(self) -> int:
        """What is carried over to the next year; negative when more is used than there is."""
        return self.disponibelt - self.brukt


class Kommunedel(NamedTuple):
    """What one kommune pays of one budget line: cash, and own hours at a rate."""

    linje: Budsjettlinje
    beløp: int
    timar: int
    sats: int

    @property
    def eigeninnsats(self) -> int:
        """The own hours in kroner."""
        return self.timar * self.sats

    @property
    def sum(self) -> int:
        """Cash and own hours in kroner."""
        return self.beløp + self.eigeninnsats


def budsjettlinjer(plan: Plan) -> Iterator[Budsjettlinje]:
    """Every budget line of the plan: measures in the order of the file, then common items."""
    for plass in plan.alle_tiltak:
        yield from tiltakslinjer(plass)
    for post_id, post in plan.budsjett.fellespostar.items():
        for år, pengar in post.budsjett.items():
            path = ("budsjett", "fellespostar", post_id, "budsjett", str(år))
            yield Budsjettlinje(FELLES, post_id, post.tittel, år, pengar, path)


def tiltakslinjer(plass: TiltakPlass) -> Iterator[Budsjettlinje]:
    """The budget lines of one measure."""
    for år, pengar in plass.tiltak.budsjett.items():
        path = (*plass.path, "budsjett", str(år))
        yield Budsjettlinje(plass.delmål_id, plass.id, plass.tiltak.tittel, år, pengar, path)


def årslinjer(plan: Plan, år: int) -> list[Budsjettlinje]:
    """The budget lines of one year, in the order of `budsjettlinjer`."""
    return [linje for linje in budsjettlinjer(plan) if linje.år == år]


Bruk = Mapping[tuple[str, int, Kjelde], int]
"""Sub-goal id (or `felles`), year and source → kroner."""


@reckoned_once
def bruk(plan: Plan) -> Bruk:
    """What is used, or is to be used, by sub-goal, year and source over all known years.

    A budget line of a year before the plan's is left to the history.
    """
    used: dict[tuple[str, int, Kjelde], int] = defaultdict(int)
    for år, delmål in plan.budsjett.historikk.items():
        for delmål_id, kjelder in delmål.items():
            for kjelde, beløp in kjelder.items():
                used[delmål_id, år, kjelde] += beløp
    for linje in budsjettlinjer(plan):
        if linje.år >= plan.år:
            for kjelde, del_ in linje.pengar.finansiering.items():
                used[linje.delmål_id, linje.år, kjelde] += del_.sum
    return dict(used)


def sum_bruk(
    used: Bruk,
    *,
    delmål_id: str | None = None,
    år: int | None = None,
    kjelde: Kjelde | None = None,
) -> int:
    """The sum of what is used in the cells that match; what is not named matches anything."""
    return sum(
        beløp
        for (d, å, k), beløp in used.items()
        if delmål_id in (None, d) and år in (None, å) and kjelde in (None, k)
    )


def periodebruk(plan: Plan, newest: Plan) -> int:
    """What a plan uses within the agreement period of the newest plan."""
    used, years = bruk(plan), newest.avtale.periode.årstal
    return sum(sum_bruk(used, år=år) for år in years)


def statsbruk(used: Bruk, *, år: int) -> int:
    """What the state's pots pay in a year."""
    return sum(sum_bruk(used, år=år, kjelde=pott) for pott in POTTAR)


def statsdel(finansiering: Mapping[Kjelde, Finansiering]) -> int:
    """What the state's pots pay of one budget line."""
    return sum(finansiering[pott].sum for pott in POTTAR if pott in finansiering)


def pottrekneskap(plan: Plan, pott: Pottnamn) -> tuple[Pottår, ...]:
    """The ledger of a pot, year by year, from its first appropriation to the agreement's end.

    Empty when the agreement has no such pot, or nothing is appropriated to it.
    """
    if pott not in plan.avtale.midlar or not plan.avtale.midlar[pott].løyvingar:
        return ()
    løyvingar = plan.avtale.midlar[pott].løyvingar
    used = bruk(plan)
    ledger: list[Pottår] = []
    overført = 0
    for år in range(min(løyving.år for løyving in løyvingar), plan.avtale.periode.siste + 1):
        løyvd = sum(løyving.beløp for løyving in løyvingar if løyving.år == år)
        ledger.append(Pottår(år, løyvd, overført, sum_bruk(used, år=år, kjelde=pott)))
        overført = ledger[-1].rest
    return tuple(ledger)


def rekneskapsført(plan: Plan, år: int) -> dict[str, dict[Kjelde, int]]:
    """The accounts of a year by sub-goal (or `felles`) and source: next year's history."""
    accounts: dict[str, dict[Kjelde, int]] = {}
    for linje in budsjettlinjer(plan):
        if linje.år == år:
            for kjelde, beløp in (linje.pengar.rekneskap or {}).items():
                of_delmål = accounts.setdefault(linje.delmål_id, {})
                of_delmål[kjelde] = of_delmål.get(kjelde, 0) + beløp
    return accounts


def statsandelar(plan: Plan) -> dict[str, int]:
    """The state's tiltaksmidlar for each sub-goal over the whole agreement period, in kroner."""
    used = bruk(plan)
    return {
        delmål_id: sum(
            sum_bruk(used, delmål_id=delmål_id, år=år, kjelde="tiltaksmidlar")
            for år in plan.avtale.periode.årstal
        )
        for delmål_id in plan.delmål
    }


def kommunedelar(plan: Plan, kommune_id: str, år: int) -> tuple[Kommunedel, ...]:
    """What one kommune pays in a year, line by line; lines where it pays nothing are left out."""
    delar: list[Kommunedel] = []
    for linje in budsjettlinjer(plan):
        saman = linje.pengar.finansiering.get("kommune")
        if saman is not None and linje.år == år:
            andel = del_kommunane_imellom(plan, saman).get(kommune_id, Andel())
            delar.append(Kommunedel(linje, andel.beløp, andel.timar, saman.sats))
    return tuple(del_ for del_ in delar if del_.beløp or del_.timar)


def del_kommunane_imellom(plan: Plan, finansiering: Finansiering) -> dict[str, Andel]:
    """Each kommune's part of what the kommunar pay together, by explicit shares or by a key.

    Empty when the plan says neither, or names a key it does not have; a rule sees to both.
    """
    if finansiering.fordeling is not None:
        return finansiering.fordeling
    nøkkel = plan.budsjett.fordelingsnøklar.get(finansiering.nøkkel or "")
    if nøkkel is None:
        return {}
    kroner, timar = (
        fordel(finansiering.beløp, nøkkel.delar),
        fordel(finansiering.timar, nøkkel.delar),
    )
    return {id_: Andel(beløp=kroner[id_], timar=timar[id_]) for id_ in nøkkel.delar}


def fordel(total: int, delar: Mapping[str, Decimal]) -> dict[str, int]:
    """Divide a whole sum by a key so that the parts are whole and add up to it exactly.

    What is left after rounding down goes to the largest remainders, the first named first.
    """
    whole = sum(delar.values())
    if not whole:
        return dict.fromkeys(delar, 0)
    exact = {name: total * part / whole for name, part in delar.items()}
    parts = {name: int(value) for name, value in exact.items()}
    remainders = sorted(delar, key=lambda name: exact[name] - parts[name], reverse=True)
    for name in remainders[: total - sum(parts.values())]:
        parts[name] += 1
    return parts


def kjelder_i_bruk(plan: Plan, år: int) -> tuple[Kjelde, ...]:
    """The sources that pay for anything in a year, in the fixed order of the sources."""
    used = bruk(plan)
    return tuple(kjelde for kjelde in KJELDER if sum_bruk(used, år=år, kjelde=kjelde))
