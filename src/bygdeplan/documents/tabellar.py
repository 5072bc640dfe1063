"""The tables of money, ready to place. Every figure comes from `okonomi`."""

from collections.abc import Iterable
from decimal import Decimal

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE, Kolonne, Rad, Tabell
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES, Kjelde, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord import nynorsk

I_TUSEN = nynorsk.kroner(1000)
"""The unit of the tables that are in thousands."""


def i_tusen(kroner: int) -> str:
    """Kroner in thousands, with the decimals it takes to lose nothing: «2 500», «12,5»."""
    return nynorsk.tal(Decimal(kroner) / 1000)


def budget_mark(plan: Plan, kjelde: Kjelde | None = None) -> str:
    """« (nokre tal er døme)» after a sum of what is used, when some of it is so marked."""
    paths = [
        linje.path
        for linje in okonomi.budsjettlinjer(plan)
        if linje.år >= plan.år and (kjelde is None or kjelde in linje.pengar.finansiering)
    ]
    return omtale.merkelapp_i(plan, *paths, ("budsjett", "historikk"), what="nokre tal er ")


def budget_by_delmål_and_year(plan: Plan) -> Tabell:
    """The whole financing period: a row for each sub-goal, a column for each year, sums on both."""
    used, years = okonomi.bruk(plan), plan.avtale.periode.årstal
    cells = {
        delmål_id: [okonomi.sum_bruk(used, delmål_id=delmål_id, år=år) for år in years]
        for delmål_id in [*plan.delmål, FELLES]
    }
    return figure_table(
        f"Budsjett for heile perioden {plan.avtale.periode}, i {I_TUSEN}{budget_mark(plan)}",
        "Delmål",
        [*map(str, years), "Sum"],
        _with_sums((omtale.delmålsnamn(plan, id_), row) for id_, row in cells.items()),
    )


def state_funds_by_delmål(plan: Plan) -> Tabell:
    """The state's tiltaksmidlar by sub-goal and year, with share and weight beside them."""
    used, years = okonomi.bruk(plan), plan.avtale.periode.årstal
    total = sum(okonomi.statsandelar(plan).values())
    rows = []
    for delmål_id, sum_ in okonomi.statsandelar(plan).items():
        amounts = [
            okonomi.sum_bruk(used, delmål_id=delmål_id, år=år, kjelde="tiltaksmidlar")
            for år in years
        ]
        share = nynorsk.prosent(Decimal(100 * sum_) / total) if total else TOM_CELLE
        weight = nynorsk.prosent(plan.delmål[delmål_id].vekt)
        figures = [*map(i_tusen, amounts), i_tusen(sum_), share, weight]
        rows.append(Rad(omtale.delmålsnamn(plan, delmål_id), tuple(figures)))
    sums = [okonomi.sum_bruk(used, år=år, kjelde="tiltaksmidlar") for år in years]
    last = nynorsk.prosent(sum(delmål.vekt for delmål in plan.delmål.values()))
    rows.append(
        Rad(
            "Sum",
            (*map(i_tusen, sums), i_tusen(sum(sums)), "100\u00a0%" if total else TOM_CELLE, last),
            "sum",
        )
    )
    mark = budget_mark(plan, "tiltaksmidlar")
    return figure_table(
        f"Statlege tiltaksmidlar {plan.avtale.periode} etter delmål, i {I_TUSEN}{mark}",
        "Delmål",
        [*map(str, years), "Sum", "Del", "Vekt"],
        rows,
    )


def pot_ledger(plan: Plan, pott: Pottnamn) -> Tabell | None:
    """One pot, year by year; None when nothing is appropriated to it."""
    ledger = okonomi.pottrekneskap(plan, pott)
    if not ledger:
        return None
    columns = ("Løyvd", "Overført frå året før", "Disponibelt", "Brukt", "Overført til året etter")
    rows = tuple(
        Rad(
            str(year.år),
            tuple(
                map(i_tusen, (year.løyvd, year.overført, year.disponibelt, year.brukt, year.rest))
            ),
        )
        for year in ledger
    )
    granted = omtale.merkelapp_i(plan, ("avtale", "midlar", pott), what="nokre tal er ")
    return figure_table(
        f"{omtale.POTTAR[pott]}: løyving, bruk og overføring, i {I_TUSEN}"
        f"{budget_mark(plan, pott) or granted}",
        "År",
        columns,
        (*rows, _ledger_sum(ledger)),
    )


def _ledger_sum(ledger: tuple[okonomi.Pottår, ...]) -> Rad:
    """What is carried over has no sum of its own: it is the same money, year after year."""
    granted, used = (sum(getattr(year, name) for year in ledger) for name in ("løyvd", "brukt"))
    return Rad("Sum", (i_tusen(granted), TOM_CELLE, TOM_CELLE, i_tusen(used), TOM_CELLE), "sum")


def financing_plan(plan: Plan, år: int) -> Tabell:
    """The budget of one year: a row for each measure, a column for each source, sums on both."""
    kjelder = okonomi.kjelder_i_bruk(plan, år)
    lines = [linje for linje in okonomi.budsjettlinjer(plan) if linje.år == år]
    rows: list[Rad] = []
    for delmål_id in [*plan.delmål, FELLES]:
        of_delmål = [linje for linje in lines if linje.delmål_id == delmål_id]
        if of_delmål:
            rows.append(Rad(omtale.delmålsnamn(plan, delmål_id), slag="gruppe"))
            rows += [_financing_row(plan, linje, kjelder) for linje in of_delmål]
    sums = [sum(_financed(linje, kjelde) for linje in lines) for kjelde in kjelder]
    rows.append(Rad("Sum", tuple(map(i_tusen, [*sums, sum(sums)])), "sum"))
    return figure_table(
        f"Budsjett med finansieringsplan for {år}, i {I_TUSEN}",
        "Tiltak",
        [*(omtale.KJELDER[kjelde] for kjelde in kjelder), "Sum"],
        rows,
        merknad="Ein tankestrek (–) tyder at kjelda ikkje betaler noko av tiltaket.",
    )


def _financing_row(plan: Plan, linje: okonomi.Budsjettlinje, kjelder: tuple[Kjelde, ...]) -> Rad:
    parts = linje.pengar.finansiering
    cells = (i_tusen(parts[k].sum) if k in parts else TOM_CELLE for k in kjelder)
    return Rad(linjenamn(plan, linje), (*cells, i_tusen(linje.pengar.finansiert)))


def linjenamn(plan: Plan, linje: okonomi.Budsjettlinje) -> str:
    """What a budget line is called in a table, with a mark when its money is an example."""
    plass = plan.finn_tiltak(linje.id) if linje.delmål_id != FELLES else None
    name = f"{plass.tiltak.nr} {linje.tittel}" if plass else linje.tittel
    says_so = linje.tittel.startswith(omtale.DØME_I_TITTEL)
    return name if says_so else f"{name}{omtale.merkelapp_i(plan, linje.path)}"


def _financed(linje: okonomi.Budsjettlinje, kjelde: Kjelde) -> int:
    return linje.pengar.finansiering[kjelde].sum if kjelde in linje.pengar.finansiering else 0


def kommune_share(plan: Plan, kommune_id: str) -> Tabell | None:
    """What one kommune pays in the plan's year; None when it pays nothing."""
    delar = okonomi.kommunedelar(plan, kommune_id, plan.år)
    if not delar:
        return None
    rows = [
        Rad(
            linjenamn(plan, del_.linje),
            tuple(map(nynorsk.tal, (del_.beløp, del_.timar, del_.eigeninnsats, del_.sum))),
        )
        for del_ in delar
    ]
    sums = [
        sum(getattr(del_, name) for del_ in delar)
        for name in ("beløp", "timar", "eigeninnsats", "sum")
    ]
    columns = ("Kontantar (kr)", "Eigne timar", "Verdi av timane (kr)", "Sum (kr)")
    return figure_table(
        f"Det {plan.kommunar[kommune_id].namn} kommune legg inn i {plan.år}",
        "Tiltak",
        columns,
        (*rows, Rad("Sum", tuple(map(nynorsk.tal, sums)), "sum")),
    )


def accounts(plan: Plan, delmål_id: str) -> Tabell | None:
    """Budget against accounts so far in the plan's year for the measures of a sub-goal."""
    lines = [
        linje
        for linje in okonomi.budsjettlinjer(plan)
        if linje.delmål_id == delmål_id and linje.år == plan.år
    ]
    if not lines:
        return None
    figures = [(linje.pengar.kostnad, linje.pengar.brukt or 0) for linje in lines]
    rows = [
        Rad(linjenamn(plan, linje), _account_cells(budget, used))
        for linje, (budget, used) in zip(lines, figures, strict=True)
    ]
    total = _account_cells(sum(budget for budget, _ in figures), sum(used for _, used in figures))
    columns = ("Budsjett (kr)", "Rekneskap (kr)", "Rest (kr)", "Brukt")
    return figure_table(
        f"Rekneskap mot budsjett for {omtale.delmålsnummer(plan, delmål_id)}, {plan.år}",
        "Tiltak",
        columns,
        (*rows, Rad("Sum", total, "sum")),
    )


def _account_cells(budget: int, used: int) -> tuple[str, ...]:
    share = nynorsk.prosent(Decimal(100 * used) / budget) if budget else TOM_CELLE
    return (*map(nynorsk.tal, (budget, used, budget - used)), share)


def source_of_appropriation(plan: Plan) -> Tabell:
    """Every appropriation to the state's pots, with year, amount and where it is taken from."""
    rows = []
    for pott, innhald in plan.avtale.midlar.items():
        for number, løyving in enumerate(innhald.løyvingar):
            path: Path = ("avtale", "midlar", pott, "løyvingar", number)
            note = f". {løyving.merknad}" if løyving.merknad else ""
            year = f"{løyving.år}{omtale.merkelapp(plan, (*path, 'år'))}"
            amount = (
                f"{nynorsk.kroner_kort(løyving.beløp)}{omtale.merkelapp(plan, (*path, 'beløp'))}"
            )
            rows.append(Rad(omtale.POTTAR[pott], (year, amount, f"{løyving.kjelde}{note}")))
    return Tabell(
        "Løyvingar frå staten",
        (
            Kolonne("Pott", 15),
            Kolonne("År", 16),
            Kolonne("Beløp", 12, tal=True),
            Kolonne("Kjelde", 57),
        ),
        tuple(rows),
    )


def _with_sums(rows: Iterable[tuple[str, list[int]]]) -> tuple[Rad, ...]:
    """Rows of kroner with their sums to the right and a row of sums below."""
    kept = list(rows)
    placed = [Rad(name, tuple(map(i_tusen, [*row, sum(row)]))) for name, row in kept]
    columns = [sum(column) for column in zip(*(row for _, row in kept), strict=True)]
    return (*placed, Rad("Sum", tuple(map(i_tusen, [*columns, sum(columns)])), "sum"))
