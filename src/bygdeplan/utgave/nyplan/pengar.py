"""The money from one year's plan to the next: accounts become history, the rest is carried over."""

from bygdeplan.load.data import Data
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import FELLES, KJELDER, Pottnamn
from bygdeplan.model.merke import Path
from bygdeplan.model.okonomi import Budsjettlinje
from bygdeplan.model.plan import Plan
from bygdeplan.utgave.nyplan.utkast import Utkast, amount


def carry_over_money(utkast: Utkast, plan: Plan) -> None:
    """Turn the plan's year into accounts, and carry what is left of each pot over to the next.

    What waits for accounts that are still to come is marked førebels.
    """
    _drop_budget_lines(utkast, plan)
    _write_history(utkast, plan)
    for pott in plan.avtale.midlar:
        _write_carried_over(utkast, plan, pott)


def without_accounts(plan: Plan) -> list[Budsjettlinje]:
    """The budget lines of the plan's year that cost something and have no accounts."""
    return [
        linje
        for linje in okonomi.budsjettlinjer(plan)
        if linje.år == plan.år and linje.pengar.kostnad and linje.pengar.rekneskap is None
    ]


def left_of(plan: Plan, pott: Pottnamn) -> int:
    """What the accounts of the plan's year leave of a pot, in kroner; negative when overdrawn."""
    ledger = okonomi.pottrekneskap(plan, pott)
    disponibelt = next((of_year.disponibelt for of_year in ledger if of_year.år == plan.år), 0)
    accounts = okonomi.rekneskapsført(plan, plan.år).values()
    return disponibelt - sum(kjelder.get(pott, 0) for kjelder in accounts)


def _drop_budget_lines(utkast: Utkast, plan: Plan) -> None:
    """Take away the budget lines up to the plan's year, and budgets that have no others."""
    for linje in okonomi.budsjettlinjer(plan):
        budsjett = linje.path[:-1]
        if linje.år <= plan.år:
            utkast.remove((*budsjett, linje.år))
        if not utkast.has(budsjett):
            utkast.remove(budsjett)


def _write_history(utkast: Utkast, plan: Plan) -> None:
    """Write the accounts of the plan's year, sub-goal by sub-goal, common money last."""
    accounts = okonomi.rekneskapsført(plan, plan.år)
    rows: dict[str, Data] = {
        id_: {
            kjelde: amount(accounts[id_][kjelde]) for kjelde in KJELDER if kjelde in accounts[id_]
        }
        for id_ in (*plan.delmål, FELLES)
        if id_ in accounts
    }
    utkast.write(("budsjett", "historikk", plan.år), rows)
    if without_accounts(plan):
        utkast.mark_førebels(("budsjett", "historikk"), [plan.år])


def _write_carried_over(utkast: Utkast, plan: Plan, pott: Pottnamn) -> None:
    """Write what is left of a pot; a person must answer for one that is overdrawn."""
    path: Path = ("avtale", "midlar", pott, "overført")
    rest = left_of(plan, pott)
    if rest < 0:
        utkast.empty(path)
    elif rest or utkast.has(path):
        utkast.write(path, amount(rest), before="løyvingar")
    waiting = any(pott in linje.pengar.finansiering for linje in without_accounts(plan))
    if waiting and plan.merke.covering(path) is None:
        utkast.mark_førebels(path[:-1], ["overført"])
