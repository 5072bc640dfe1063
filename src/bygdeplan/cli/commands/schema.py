"""`bygdeplan schema`: the shape of a plan file, for editors, and of what the program prints."""

from typing import Annotated, Literal, get_args

import typer

Skjema = Literal["plan", "diff"]


def schema(
    of: Annotated[
        str, typer.Option("--of", metavar="KVA", help="plan, eller diff for «diff --format json».")
    ] = "plan",
) -> None:
    """Skriv ut JSON-skjemaet til ein plan, som gjev hjelp i skriveprogrammet."""
    from bygdeplan.cli.usage import choose

    chosen = choose([of], get_args(Skjema), "Skjemaet")[0]
    typer.echo(_schema_of(chosen))


def _schema_of(skjema: Skjema) -> str:
    if skjema == "diff":
        from bygdeplan.report.diff_facts import diff_schema_json

        return diff_schema_json()
    from bygdeplan.model.schema import plan_schema_json

    return plan_schema_json()
