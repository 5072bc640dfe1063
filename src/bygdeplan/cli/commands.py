"""The commands: which steps in which order, and with which exit code.

Exit 0: clean. 1: a finding of severity feil, or differences that were asked for. 2: usage or I/O.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bygdeplan.cli.guard import run
from bygdeplan.cli.help_page import Kommando, Kommandogruppe

app = typer.Typer(
    name="bygdeplan",
    cls=Kommandogruppe,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the program; every fault becomes one line of Nynorsk on stderr."""
    run(lambda: app(prog_name="bygdeplan", standalone_mode=False))


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"bygdeplan {version('bygdeplan')}")
        raise typer.Exit


@app.callback()
def bygdeplan(
    version: Annotated[  # its callback has done what there is to do
        bool,
        typer.Option("--version", help="Vis utgåva.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Handlingsplanen som YAML: kontroller han, lag dokumenta, sjå kva som er endra.

    Ein plan er anten eit årstal, og då ligg han i mappa «plans», eller namnet på ei fil.
    """


@app.command("validate", cls=Kommando)
def validate(
    planar: Annotated[
        list[str] | None,
        typer.Argument(metavar="PLAN", help="Årstal eller filer. Utan: det nyaste året."),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORM", help="text, json, github eller sarif.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Godta heller ikkje åtvaringar, førebels og døme.")
    ] = False,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATO", help="Sjå òg etter det som er for seint då."),
    ] = None,
) -> None:
    """Kontroller ein plan: alle feil på éin gong, med linje og råd.

    Sluttar med 0 når planen er i orden, 1 når han har feil, og 2 når han ikkje kan lesast.
    """
    from bygdeplan.check import check_file, passes
    from bygdeplan.cli.usage import choose, read_day
    from bygdeplan.planmappe import find_plan
    from bygdeplan.report.findings import FORMS, print_findings, usual_form

    chosen = choose([form or usual_form()], FORMS, "Forma")[0]
    today = read_day(day)
    checked = [check_file(find_plan(plan), today) for plan in planar or (None,)]
    print_findings(chosen, [kontroll.checked for kontroll in checked], sys.stdout)
    raise typer.Exit(0 if all(passes(kontroll, strict=strict) for kontroll in checked) else 1)


@app.command("render", cls=Kommando)
def render(
    plan: Annotated[
        str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DOKUMENT",
            help="saksframlegg, handlingsplan, endringsliste eller statusrapport. Utan: alle.",
        ),
    ] = None,
    kommune: Annotated[
        list[str] | None,
        typer.Option(metavar="KOMMUNE", help="Berre saksframlegget til denne kommunen."),
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
    """Lag dokumenta: saksframlegg, handlingsplan, endringsliste og statusrapport.

    Ein plan med feil blir det ikkje laga dokument av.
    """
    from bygdeplan.cli.sound_plans import plan_and_fjor
    from bygdeplan.cli.usage import choose
    from bygdeplan.convert import FORMATS
    from bygdeplan.dokumentsett import DOKUMENTSLAG, TRENG_FJORÅRET, document_set
    from bygdeplan.output import write_files
    from bygdeplan.planmappe import Planmappe, find_plan
    from bygdeplan.produksjon import produce
    from bygdeplan.render import Malar
    from bygdeplan.report.progress import track
    from bygdeplan.report.written import print_left_out, print_written

    chosen = choose(formats or ["docx"], FORMATS, "Formatet")
    documents = choose(document or [], DOKUMENTSLAG, "Dokumentet")
    file = find_plan(plan)
    current, fjor = plan_and_fjor(file)
    kommunar = choose(kommune or [], list(current.kommunar), "Kommunen")
    if fjor is None:
        print_left_out([slag for slag in TRENG_FJORÅRET if slag in documents], current.år)
    documents_to_make = document_set(current, fjor, documents, kommunar)
    malar = Malar(Planmappe(file.parent).own_templates)
    files = produce(documents_to_make, malar, chosen, out / str(current.år), track)
    write_files(files)
    print_written({path: len(data) for path, data in files.items()})


@app.command("audit", cls=Kommando)
def audit(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Docx- eller odt-filer.")],
    plan: Annotated[
        str | None,
        typer.Option(
            metavar="PLAN", help="Sjå òg om filene er det denne planen gjev: årstal eller fil."
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORM", help="text, json, github eller sarif.")
    ] = None,
) -> None:
    """Kontroller ferdige dokument, òg etter at nokon har skrive i dei.

    Sluttar med 0 når dokumenta er i orden, 1 når eitt har feil, og 2 når eitt ikkje finst.
    """
    from bygdeplan.audit import audit_file
    from bygdeplan.audit.rapport import report
    from bygdeplan.cli.sound_plans import originals
    from bygdeplan.cli.usage import choose
    from bygdeplan.planmappe import find_plan
    from bygdeplan.report.findings import FORMS, print_findings, usual_form

    chosen = choose([form or usual_form()], FORMS, "Forma")[0]
    originalar = originals(find_plan(plan)) if plan else None
    checked = []
    for file in files:
        findings = audit_file(file)
        judged = originalar.judge(file) if originalar else None
        opphav, differences = judged or (None, [])
        checked.append(report(file.as_posix(), [*findings, *differences], opphav))
    print_findings(chosen, checked, sys.stdout)
    raise typer.Exit(1 if any(each.har_feil for each in checked) else 0)


@app.command("diff", cls=Kommando)
def diff(
    gammal: Annotated[str, typer.Argument(metavar="GAMMAL", help="Årstal eller fil.")],
    ny: Annotated[str, typer.Argument(metavar="NY", help="Årstal eller fil.")],
    form: Annotated[
        str, typer.Option("--format", metavar="FORM", help="text, md eller json.")
    ] = "text",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Slutt med 1 når planane er ulike.")
    ] = False,
) -> None:
    """Vis kva som er nytt, endra og avslutta frå ein plan til ein annan."""
    from bygdeplan.cli.sound_plans import readable_plan
    from bygdeplan.cli.usage import choose
    from bygdeplan.diff import diff_plans
    from bygdeplan.planmappe import find_plan
    from bygdeplan.report.diff import FORMS, print_as

    chosen = choose([form], FORMS, "Forma")[0]
    old, new = (readable_plan(find_plan(plan)) for plan in (gammal, ny))
    found = diff_plans(old, new)
    print_as(chosen, found)
    raise typer.Exit(1 if exit_code and not found.tom else 0)


@app.command("new", cls=Kommando)
def new(
    year: Annotated[int, typer.Argument(metavar="ÅR", help="Året den nye planen gjeld.")],
    fjor: Annotated[
        str | None,
        typer.Option("--from", metavar="PLAN", help="Planen for året før: årstal eller fil."),
    ] = None,
) -> None:
    """Lag planfila for eit nytt år av den for året før, eller for ein ny pilot.

    Tiltak som er i gang, går vidare, avslutta tiltak går ut, og ubrukte midlar blir overførte. Ei
    fil som finst, blir aldri rørt.
    """
    from bygdeplan.check import check_file
    from bygdeplan.cli.sound_plans import readable_plan
    from bygdeplan.load.text import read_bytes
    from bygdeplan.nyplan import new_file, new_from, new_pilot
    from bygdeplan.output import write_files
    from bygdeplan.planmappe import find_plan
    from bygdeplan.report.new_plan import print_questions

    source = find_plan(fjor) if fjor else None
    file = new_file(year, source)
    text = new_from(read_bytes(source), readable_plan(source), year) if source else new_pilot(year)
    write_files({file: text.encode()})
    typer.echo(file.as_posix())
    print_questions(check_file(file), check_file(source) if source else None, sys.stderr)


@app.command("calendar", cls=Kommando)
def calendar(
    plan: Annotated[
        str | None, typer.Argument(metavar="PLAN", help="Årstal eller fil. Utan: det nyaste året.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORM", help="text eller ics. Utan: text, ics med --out."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Skriv til ei fil i staden for skjermen.")
    ] = None,
) -> None:
    """Vis datoane i planen: møte, fristar for sakspapir og årshjulet.

    Som ics kan Outlook, Google Kalender og andre kalendrar ta dei inn.
    """
    from bygdeplan.cli.sound_plans import readable_plan
    from bygdeplan.cli.usage import choose
    from bygdeplan.kalender import FORMS, write_calendar
    from bygdeplan.output import write_files
    from bygdeplan.planmappe import find_plan

    chosen = choose([form or ("ics" if out else "text")], FORMS, "Forma")[0]
    data = write_calendar(readable_plan(find_plan(plan)), chosen)
    if out is None:
        typer.echo(data if chosen == "ics" else data.decode(), nl=False)
    else:
        write_files({out: data})
        typer.echo(out.as_posix())


@app.command("explain", cls=Kommando)
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


@app.command("schema", cls=Kommando)
def schema() -> None:
    """Skriv ut JSON-skjemaet til ein plan, som gjev hjelp i skriveprogrammet."""
    from bygdeplan.schema import plan_schema_json

    typer.echo(plan_schema_json())
