"""The tables of money, ready to place. Every figure comes from `okonomi`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from bygdeplan.documents import omtale
from bygdeplan.documents.dokument import TOM_CELLE, Kolonne, Rad, Tabell
from bygdeplan.documents.kolonnar import figure_table
from bygdeplan.documents.vising import Vising
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES, KJELDER, Kjelde, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase

I_TUSEN = skriv.kroner(1000)
"""The unit of the tables that are in thousands."""


def i_tusen(kroner: int) -> str:
    """Kroner in thousands, with the decimals it takes to lose nothing: «2 500», «12,5»."""
    return skriv.tal(Decimal(kroner) / 1000)


def budget_mark(plan: Plan, kjelde: Kjelde | None = None, *more: Path) -> str:
    """« (nokre tal er døme)» after a sum of what is used, when some of it is so marked.

    `more` is where other values of the sum stand.
    """
    paths = [
        linje.path
        for linje in okonomi.budsjettlinjer(plan)
        if linje.år >= plan.år and (kjelde is None or kjelde in linje.pengar.finansiering)
    ]
    return Vising(plan).nokre("tal", *paths, ("budsjett", "historikk"), *more)


def stronger(*marks: str) -> str:
    """The stronger of the marks of figures that are reckoned from several plans."""
    # «døme» sorts before «førebels», and is the stronger.
    return min(filter(None, marks), default="")


def _periode(plan: Plan) -> str:
    return Vising(plan)("avtale", "periode")


def budget_by_delmål_and_year(plan: Plan) -> Tabell:
    """The whole financing period: a row for each sub-goal, a column for each year, sums on both.

    What is common has a row when there is any.
    """
    used, years = okonomi.bruk(plan), plan.avtale.periode.årstal
    cells = {
        delmål_id: [okonomi.sum_bruk(used, delmål_id=delmål_id, år=år) for år in years]
        for delmål_id in [*plan.delmål, FELLES]
    }
    title = frase(
        "tabell.budsjett_for_perioden",
        periode=_periode(plan),
        eining=I_TUSEN,
        merke=budget_mark(plan),
    )
    return figure_table(
        title,
        frase("tabell.delmål"),
        [*map(str, years), frase("tabell.sum")],
        _with_sums(
            (omtale.delmålsnamn(plan, id_), row)
            for id_, row in cells.items()
            if id_ != FELLES or any(row)
        ),
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
        share = skriv.prosent(Decimal(100 * sum_) / total) if total else TOM_CELLE
        figures = [*map(i_tusen, amounts), i_tusen(sum_), share, omtale.vekt(plan, delmål_id)]
        rows.append(Rad(omtale.delmålsnamn(plan, delmål_id), tuple(figures)))
    sums = [okonomi.sum_bruk(used, år=år, kjelde="tiltaksmidlar") for år in years]
    last = skriv.prosent(sum(delmål.vekt for delmål in plan.delmål.values()))
    rows.append(
        Rad(
            frase("tabell.sum"),
            (
                *map(i_tusen, sums),
                i_tusen(sum(sums)),
                skriv.prosent(100) if total else TOM_CELLE,
                last,
            ),
            "sum",
        )
    )
    weights: list[Path] = [("delmål", id_, "vekt") for id_ in plan.delmål]
    title = frase(
        "tabell.statlege_midlar",
        periode=_periode(plan),
        eining=I_TUSEN,
        merke=budget_mark(plan, "tiltaksmidlar", *weights),
    )
    last_columns = (frase("tabell.sum"), frase("tabell.del_av_summen"), frase("tabell.vekt"))
    return figure_table(title, frase("tabell.delmål"), [*map(str, years), *last_columns], rows)


def pot_ledger(plan: Plan, pott: Pottnamn) -> Tabell | None:
    """One pot, year by year; None when nothing is appropriated to it."""
    ledger = okonomi.pottrekneskap(plan, pott)
    if not ledger:
        return None
    columns = (
        frase("pottrekneskap.løyvd"),
        frase("pottrekneskap.overført_frå"),
        frase("pottrekneskap.disponibelt"),
        frase("pottrekneskap.brukt"),
        frase("pottrekneskap.overført_til"),
    )
    rows = tuple(
        Rad(
            str(year.år),
            tuple(
                map(i_tusen, (year.løyvd, year.overført, year.disponibelt, year.brukt, year.rest))
            ),
        )
        for year in ledger
    )
    pot, given = ("avtale", "midlar", pott), range(len(plan.avtale.midlar[pott].løyvingar))
    granted = [(*pot, "løyvingar", number, name) for number in given for name in ("år", "beløp")]
    title = frase(
        "pottrekneskap.tittel",
        pott=omtale.pott(pott),
        eining=I_TUSEN,
        merke=budget_mark(plan, pott, (*pot, "overført"), *granted),
    )
    return figure_table(title, frase("tabell.år"), columns, (*rows, _ledger_sum(ledger)))


def _ledger_sum(ledger: tuple[okonomi.Pottår, ...]) -> Rad:
    """What is carried over has no sum of its own: it is the same money, year after year."""
    granted, used = (sum(getattr(year, name) for year in ledger) for name in ("løyvd", "brukt"))
    cells = (i_tusen(granted), TOM_CELLE, TOM_CELLE, i_tusen(used), TOM_CELLE)
    return Rad(frase("tabell.sum"), cells, "sum")


def financing_plan(plan: Plan, år: int) -> Tabell:
    """The budget of one year: a row for each measure, a column for each source, sums on both.

    A measure that neither costs nor gets anything that year has none.
    """
    kjelder = okonomi.kjelder_i_bruk(plan, år)
    lines = [
        linje
        for linje in okonomi.årslinjer(plan, år)
        if linje.pengar.kostnad or linje.pengar.finansiert
    ]
    rows = [
        *_in_groups(
            plan, ((linje.delmål_id, _financing_row(plan, linje, kjelder)) for linje in lines)
        )
    ]
    sums = [sum(_financed(linje, kjelde) for linje in lines) for kjelde in kjelder]
    rows.append(Rad(frase("tabell.sum"), tuple(map(i_tusen, [*sums, sum(sums)])), "sum"))
    return figure_table(
        frase("tabell.finansieringsplan", år=år, eining=I_TUSEN, merke=lines_mark(plan, lines)),
        frase("tabell.tiltak"),
        [*(omtale.kjelde(kjelde) for kjelde in kjelder), frase("tabell.sum")],
        rows,
        merknad=frase("tabell.om_tankestrek", strek=TOM_CELLE),
    )


def cost_of_measure(plan: Plan, plass: TiltakPlass) -> Tabell | None:
    """What a measure costs from the plan's year on: a row for each source, a column a year.

    None when it costs nothing.
    """
    lines = sorted(
        (
            linje
            for linje in okonomi.tiltakslinjer(plass)
            if linje.år >= plan.år and linje.pengar.kostnad
        ),
        key=lambda linje: linje.år,
    )
    if not lines:
        return None
    rows = [
        (omtale.kjelde(kjelde), [_financed(linje, kjelde) for linje in lines])
        for kjelde in KJELDER
        if any(_financed(linje, kjelde) for linje in lines)
    ]
    unpaid = [linje.pengar.kostnad - linje.pengar.finansiert for linje in lines]
    rows += [(frase("tabell.ikkje_finansiert"), unpaid)] if any(unpaid) else []
    years = [str(linje.år) for linje in lines]
    title = frase(
        "tabell.kostnad_for_tiltak",
        nr=plass.tiltak.nr,
        delmål=omtale.delmålsnummer(plan, plass.delmål_id),
        eining=I_TUSEN,
        merke=lines_mark(plan, lines),
    )
    columns = [*years, frase("tabell.sum")]
    table = figure_table(title, frase("tabell.kjelde"), columns, _with_sums(rows))
    return replace(table, stad=f"kostnad-{plass.id}")


def _in_groups(plan: Plan, rows: Iterable[tuple[str, Rad]]) -> Iterator[Rad]:
    """Rows of budget lines with the name of their sub-goal above them: numbers begin anew in each.

    They come sub-goal by sub-goal, each with its id, as `okonomi.budsjettlinjer` has them.
    """
    for delmål_id, of_delmål in groupby(rows, key=itemgetter(0)):
        yield Rad(omtale.delmålsnamn(plan, delmål_id), slag="gruppe")
        yield from (row for _, row in of_delmål)


def _financing_row(plan: Plan, linje: okonomi.Budsjettlinje, kjelder: tuple[Kjelde, ...]) -> Rad:
    parts = linje.pengar.finansiering
    cells = (i_tusen(parts[k].sum) if k in parts else TOM_CELLE for k in kjelder)
    return Rad(linjenamn(plan, linje), (*cells, i_tusen(linje.pengar.finansiert)))


def linjenamn(plan: Plan, linje: okonomi.Budsjettlinje) -> str:
    """What a budget line is called in a table, with a mark when its money is an example."""
    plass = plan.finn_tiltak(linje.id) if linje.delmål_id != FELLES else None
    title = Vising(plan).merkt(linje.tittel, (*linje.path[:-2], "tittel"), linje.path)
    return f"{plass.tiltak.nr} {title}" if plass else title


def lines_mark(plan: Plan, lines: Iterable[okonomi.Budsjettlinje]) -> str:
    """« (nokre tal er døme)» after the title of a table of budget lines."""
    return Vising(plan).nokre("tal", *(linje.path for linje in lines))


def share_mark(
    plan: Plan,
    delar: Iterable[okonomi.Kommunedel],
    of: Iterable[okonomi.Budsjettlinje] = (),
) -> str:
    """« (nokre tal er døme)» after what a kommune pays, as a part of some budget lines or not.

    It is made of the lines it pays something of, and of the keys that divide them.
    """
    own = [del_.linje for del_ in delar]
    keys = {linje.pengar.finansiering["kommune"].nøkkel for linje in own} - {None}
    divided = (("budsjett", "fordelingsnøklar", str(key), "delar") for key in keys)
    return Vising(plan).nokre("tal", *(linje.path for linje in (*own, *of)), *divided)


def _financed(linje: okonomi.Budsjettlinje, kjelde: Kjelde) -> int:
    return linje.pengar.finansiering[kjelde].sum if kjelde in linje.pengar.finansiering else 0


def accounts(plan: Plan, delmål_id: str) -> Tabell | None:
    """Budget against accounts so far in the plan's year for the measures of a sub-goal."""
    lines = [
        linje
        for linje in okonomi.årslinjer(plan, plan.år)
        if linje.delmål_id == delmål_id and (linje.pengar.kostnad or linje.pengar.brukt)
    ]
    if not lines:
        return None
    figures = [(linje.pengar.kostnad, linje.pengar.brukt or 0) for linje in lines]
    rows = [
        Rad(linjenamn(plan, linje), _account_cells(budget, used))
        for linje, (budget, used) in zip(lines, figures, strict=True)
    ]
    total = _account_cells(sum(budget for budget, _ in figures), sum(used for _, used in figures))
    columns = (
        frase("rekneskap.budsjett"),
        frase("rekneskap.rekneskap"),
        frase("rekneskap.rest"),
        frase("rekneskap.brukt"),
    )
    title = frase(
        "rekneskap.tittel",
        delmål=omtale.delmålsnummer(plan, delmål_id),
        år=plan.år,
        merke=lines_mark(plan, lines),
    )
    rows.append(Rad(frase("tabell.sum"), total, "sum"))
    return figure_table(title, frase("tabell.tiltak"), columns, rows)


def _account_cells(budget: int, used: int) -> tuple[str, ...]:
    share = skriv.prosent(Decimal(100 * used) / budget) if budget else TOM_CELLE
    return (*map(skriv.tal, (budget, used, budget - used)), share)


def source_of_appropriation(plan: Plan) -> Tabell:
    """Every appropriation to the state's pots under where it is taken from, in the plan's order."""
    by_source: dict[str, list[Rad]] = {}
    for pott, innhald in plan.avtale.midlar.items():
        for number in range(len(innhald.løyvingar)):
            source, row = _appropriation(plan, pott, number)
            by_source.setdefault(source, []).append(row)
    has_notes = any(row.celler[2:] for rows in by_source.values() for row in rows)
    notes = (Kolonne(frase("løyving.merknad"), 54),) if has_notes else ()
    rows = [
        row
        for source, granted in by_source.items()
        for row in (Rad(source, slag="gruppe"), *(_with_note(row, has_notes) for row in granted))
    ]
    return Tabell(
        frase("løyving.tittel"),
        (
            Kolonne(frase("løyving.kjelde_og_pott"), 18 if has_notes else 60),
            Kolonne(frase("tabell.år"), 16 if has_notes else 20),
            Kolonne(frase("løyving.beløp"), 12 if has_notes else 20, tal=True),
            *notes,
        ),
        tuple(rows),
    )


def _with_note(row: Rad, has_notes: bool) -> Rad:  # noqa: FBT001  # of the table it stands in
    missing = has_notes and len(row.celler) == len(("år", "beløp"))
    return replace(row, celler=(*row.celler, TOM_CELLE)) if missing else row


def _appropriation(plan: Plan, pott: Pottnamn, number: int) -> tuple[str, Rad]:
    """Where an appropriation is taken from, and its row, which ends with what is remarked on it."""
    pot: Path = ("avtale", "midlar", pott)
    vis, path = Vising(plan).under(*pot), (*pot, "løyvingar", number)
    # It stands above the name of the pot, which has the mark of the whole pot.
    source = Vising(plan)(*path, "kjelde", tom=frase("løyving.utan_kjelde"))
    year = vis(*path, "år", som=str)
    amount = vis(*path, "beløp", som=skriv.kroner_kort)
    note = vis(*path, "merknad")
    return source, Rad(omtale.pottnamn(plan, pott), (year, amount, *([note] if note else [])))


def _with_sums(rows: Iterable[tuple[str, list[int]]]) -> tuple[Rad, ...]:
    """Rows of kroner with their sums to the right and a row of sums below."""
    kept = list(rows)
    placed = [Rad(name, tuple(map(i_tusen, [*row, sum(row)]))) for name, row in kept]
    columns = [sum(column) for column in zip(*(row for _, row in kept), strict=True)]
    sums = tuple(map(i_tusen, [*columns, sum(columns)]))
    return (*placed, Rad(frase("tabell.sum"), sums, "sum"))
