"""`bygdeplan vedtak check`: are the decisions identical?"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bygdeplan.model.plan import Plan
    from bygdeplan.vedtak.protokoll.kommune import Opplyst


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
    kommunestyre: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATO=FIL",
            help="Når kommunestyret hadde møtet ei fil er frå, når ho ikkje seier det.",
        ),
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
    given = _given(kommune or [], kommunestyre or [], current)
    if not files and not given:
        raise Fault("Skriv kva dokument som skal samanliknast, eitt eller fleire filnamn.")
    samla = check_documents(current, files or [], given, krav)
    print_check(chosen, samla, sys.stdout)
    raise typer.Exit(0 if samla.likelydande else 1)


def _given(kommunar: list[str], meetings: list[str], plan: "Plan") -> dict[Path, "Opplyst"]:
    """`ID=FIL` and `DATO=FIL` → what is said of each file; raises `Fault` for what is neither."""
    from bygdeplan.cli.usage import choose, read_day
    from bygdeplan.funn.fault import Fault
    from bygdeplan.vedtak.protokoll.kommune import NOTHING_SAID, Opplyst

    given: dict[Path, Opplyst] = {}
    for file, id_ in _pairs(kommunar, "kva kommune fila er frå. Skriv `ID=FIL`"):
        choose([id_], list(plan.kommunar), "Kommunen")
        said = given.setdefault(file, Opplyst(id_)).kommune
        if said != id_:
            raise Fault(f"Fila {file} er gjeven for to kommunar: {said} og {id_}.")
    for file, written in _pairs(meetings, "når møtet var. Skriv `DATO=FIL`"):
        known = given.get(file, NOTHING_SAID)
        given[file] = Opplyst(known.kommune, read_day(written))
    return given


def _pairs(written: list[str], missing: str) -> Iterator[tuple[Path, str]]:
    """`X=FIL` → the file and what is said of it; raises `Fault` when one of them is not there."""
    from bygdeplan.funn.fault import Fault

    for each in written:
        said, sign, file = each.partition("=")
        if not sign or not file or not said:
            raise Fault(f"`{each}` seier ikkje {missing}.")
        yield Path(file), said
