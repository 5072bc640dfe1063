"""`bygdeplan schema`: the shape of a plan file, for editors, and of what the program prints."""

from typing import Annotated, Literal, get_args

import typer

Skjema = Literal["plan", "diff", "findings", "vedtak-check", "vedtak-list"]


def schema(
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="KVA",
            help="plan, eller det ein kommando skriv med «--format json»: diff, findings (validate "
            "og audit), vedtak-check, vedtak-list.",
        ),
    ] = "plan",
) -> None:
    """Skriv ut JSON-skjemaet til ein plan, som gjev hjelp i skriveprogrammet."""
    from bygdeplan.cli.usage import choose

    chosen = choose([of], get_args(Skjema), "Skjemaet")[0]
    typer.echo(_schema_of(chosen))


def _schema_of(skjema: Skjema) -> str:
    if skjema == "plan":
        from bygdeplan.model.schema import plan_schema_json

        return plan_schema_json()
    from bygdeplan.report.diff_json import DiffReport
    from bygdeplan.report.findings_json import FindingsReport
    from bygdeplan.report.maskin import schema_json
    from bygdeplan.report.vedtak_json import VedtakCheckReport, VedtakListReport

    match skjema:
        case "diff":
            return schema_json(DiffReport, "diff")
        case "findings":
            return schema_json(FindingsReport, "validate", "audit")
        case "vedtak-check":
            return schema_json(VedtakCheckReport, "vedtak check")
        case "vedtak-list":
            return schema_json(VedtakListReport, "vedtak list")
