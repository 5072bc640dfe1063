"""`bygdeplan explain`: why a rule is there."""

import sys
from typing import Annotated

import typer


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="REGEL", help="Koden til regelen, til dømes BP103. Utan: alle."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="text eller md.")] = "text",
) -> None:
    """Forklar ein regel: kvifor han er der, og korleis det skal vere."""
    from bygdeplan.check.regelbok import find_regel, rule_families
    from bygdeplan.cli.usage import choose
    from bygdeplan.report.rules import FORMS, print_rule, print_rules

    chosen = choose([form], FORMS, "Forma")[0]
    if code is None:
        print_rules(chosen, rule_families(), sys.stdout)
    else:
        print_rule(chosen, find_regel(code), sys.stdout)
