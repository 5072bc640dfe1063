"""`bygdeplan vedtak check`: are the decisions identical?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bygdeplan.model.plan import Plan


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FIL", help="Møtebøker eller saksframlegg: docx, odt, pdf, html eller txt."
        ),
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året."),
    ] = None,
    kommune: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=FIL", help="Kva kommune ei fil er frå, når ho ikkje seier det."),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="STEG", help="Krev at alle er på eitt steg: vedtak eller innstilling."
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text eller json.")
    ] = "text",
) -> None:
    """Finn vedtaka i dokumenta, og sjå om dei er likelydande.

    Sluttar med 0 når alle kommunane er med, er på same steget (vedtak eller innstilling) og har dei
    felles punkta ord for ord, 1 elles, og 2 når ei fil ikkje finst. Punkt i tillegg er ikkje brot,
    men blir viste.
    """
    from bygdeplan.cli.sound_plans import readable
    from bygdeplan.cli.usage import choose
    from bygdeplan.funn.fault import Fault
    from bygdeplan.report.vedtakskontroll import FORMATS, print_check
    from bygdeplan.utgave.utgave import Planarkiv
    from bygdeplan.vedtak.protokoll.dom import Vedtakssteg
    from bygdeplan.vedtak.protokoll.samla import check_documents

    chosen = choose([form], FORMATS, "Formatet")[0]
    krav = choose([only], list(Vedtakssteg), "Steget")[0] if only else None
    current = readable(Planarkiv().current(plan)).plan
    if not current.innstilling:
        raise Fault(f"Planen for {current.år} har ingen punkt i innstillinga å samanlikne med.")
    given = _given(kommune or [], current)
    if not files and not given:
        raise Fault("Skriv kva dokument som skal samanliknast, eitt eller fleire filnamn.")
    samla = check_documents(current, files or [], given, krav)
    print_check(chosen, samla, sys.stdout)
    raise typer.Exit(0 if samla.likelydande else 1)


def _given(written: list[str], plan: "Plan") -> dict[Path, str]:
    """`ID=FIL` → the kommune of each file named; raises `Fault` for what is no such thing."""
    from bygdeplan.cli.usage import choose
    from bygdeplan.funn.fault import Fault

    given: dict[Path, str] = {}
    for each in written:
        id_, sign, file = each.partition("=")
        if not sign or not file:
            raise Fault(f"`{each}` seier ikkje kva kommune fila er frå. Skriv `ID=FIL`.")
        choose([id_], list(plan.kommunar), "Kommunen")
        if given.setdefault(Path(file), id_) != id_:
            raise Fault(f"Fila {file} er gjeven for to kommunar: {given[Path(file)]} og {id_}.")
    return given
