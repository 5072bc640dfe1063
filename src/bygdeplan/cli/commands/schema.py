"""`bygdeplan schema`: the shape of a plan file, for editors."""

import typer


def schema() -> None:
    """Skriv ut JSON-skjemaet til ein plan, som gjev hjelp i skriveprogrammet."""
    from bygdeplan.schema import plan_schema_json

    typer.echo(plan_schema_json())
