"""`bygdeplan render`: make the documents of a plan."""

from pathlib import Path
from typing import Annotated

import typer


def render(
    plan: Annotated[
        str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DOKUMENT",
            help="saksframlegg, handlingsplan, endringsliste, statusrapport eller vedtaksoversikt. "
            "Utan: alle.",
        ),
    ] = None,
    kommune: Annotated[
        list[str] | None,
        typer.Option(metavar="KOMMUNE", help="Berre saksframlegget til denne kommunen."),
    ] = None,
    forms: Annotated[
        list[str] | None,
        typer.Option(
            "--form",
            metavar="FORM",
            help="heil eller kropp: heile saksframlegget, eller berre det som skal limast inn i "
            "sakssystemet. Utan: heil.",
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="PLAN",
            help="Vis kva som er endra sidan denne planen (årstal, fil, 2031@HEAD~3 eller "
            "2031@r1): saksframlegg og handlingsplan, med spora endringar i docx.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="FORMAT", help="docx, odt, html, md eller pdf. Utan: docx."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="MAPPE", help="Kvar dokumenta skal liggje.")] = Path(
        "build"
    ),
) -> None:
    """Lag dokumenta: saksframlegg, handlingsplan, endringsliste, statusrapport, vedtaksoversikt.

    Ein plan med feil blir det ikkje laga dokument av.
    """
    from bygdeplan.cli.against import documents_against, trackable
    from bygdeplan.cli.output import write_files
    from bygdeplan.cli.sound_plans import plan_and_fjor
    from bygdeplan.cli.usage import choose
    from bygdeplan.convert import FORMATS
    from bygdeplan.documents import FORMER
    from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, TRENG_FJORÅRET, Utgåve, document_set
    from bygdeplan.report.written import print_left_out, print_written, track
    from bygdeplan.side.malar import Malar
    from bygdeplan.side.produksjon import produce
    from bygdeplan.utgave.planmappe import Planmappe, find_plan

    chosen = choose(formats or ["docx"], FORMATS, "Formatet")
    documents = choose(document or [], DOKUMENTSLAG, "Dokumentet")
    former = choose(forms or ["heil"], FORMER, "Forma")
    if against is not None:
        documents = trackable(documents if document else [], chosen)
    file = find_plan(plan)
    current, fjor = plan_and_fjor(file)
    kommunar = choose(kommune or [], list(current.kommunar), "Kommunen")
    if fjor is None:
        print_left_out([slag for slag in TRENG_FJORÅRET if slag in documents], current.år)
    if against is None:
        documents_to_make = document_set(current, fjor, documents, kommunar, former)
    else:
        this = Utgåve(current, fjor, str(current.år))
        documents_to_make = documents_against(against, this, documents, kommunar, former)
    malar = Malar(Planmappe(file.parent).own_templates)
    files = produce(documents_to_make, malar, chosen, out / str(current.år), track)
    write_files(files)
    print_written({path: len(data) for path, data in files.items()})
