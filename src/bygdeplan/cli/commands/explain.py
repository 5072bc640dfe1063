"""`bygdeplan explain`: why a rule is there, what a change in a change list means."""

import sys
from typing import Annotated, Literal, get_args

import typer

Emne = Literal["reglar", "endringar"]
_CHANGE = "EN"
"""How the code of a change begins."""


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="KODE", help="Til dømes BP103 eller EN109. Utan: alle."),
    ] = None,
    of: Annotated[
        str, typer.Option("--of", metavar="EMNE", help="Kva lista gjeld: reglar eller endringar.")
    ] = "reglar",
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text eller md.")
    ] = "text",
) -> None:
    """Forklar ein regel eller ei endring: kva koden tyder, og kvifor han er der."""
    from bygdeplan.cli.usage import choose
    from bygdeplan.report.rules import FORMATS

    chosen = choose([form], FORMATS, "Formatet")[0]
    emne = choose([of], get_args(Emne), "Emnet")[0]
    if emne == "endringar" or (code or "").strip().upper().startswith(_CHANGE):
        from bygdeplan.report.changes import find_slag, print_change, print_changes

        if code is None:
            print_changes(chosen, sys.stdout)
        else:
            print_change(chosen, find_slag(code), sys.stdout)
        return
    from bygdeplan.report.rules import print_rule, print_rules
    from bygdeplan.rules.regelbok import find_regel, rule_families

    if code is None:
        print_rules(chosen, rule_families(), sys.stdout)
    else:
        print_rule(chosen, find_regel(code), sys.stdout)
