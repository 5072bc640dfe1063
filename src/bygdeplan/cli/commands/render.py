"""`bygdeplan render`: make the documents of a plan."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bygdeplan.documents.dokumentsett import Dokumentslag
    from bygdeplan.model.plan import Plan
    from bygdeplan.side.byggjelogg import Byggjelogg
    from bygdeplan.side.produksjon import Produksjon


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
    anew: Annotated[
        bool, typer.Option("--anew", help="Lag alle på nytt, òg dei som er som dei skal vere.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Fortel kva som er laga, og kva som er uendra.")
    ] = False,
) -> None:
    """Lag dokumenta: saksframlegg, handlingsplan, endringsliste, statusrapport, vedtaksoversikt.

    Ein plan med feil blir det ikkje laga dokument av.
    """
    from bygdeplan.cli.sound_plans import comparable, sound
    from bygdeplan.cli.usage import choose
    from bygdeplan.convert import FORMATS
    from bygdeplan.documents.dokumentsett import (
        DOKUMENTSLAG,
        TRENG_FJORÅRET,
        document_set,
        tracked_set,
    )
    from bygdeplan.documents.saksframlegg import FORMER
    from bygdeplan.report.written import (
        print_cleaned,
        print_how,
        print_left_out,
        print_written,
        track,
    )
    from bygdeplan.side.byggjelogg import Byggjelogg, digest, program_digest
    from bygdeplan.side.malar import Malar
    from bygdeplan.side.produksjon import update
    from bygdeplan.utgave.utgave import Planarkiv

    chosen = choose(formats or ["docx"], FORMATS, "Formatet")
    wanted = choose(document or [], DOKUMENTSLAG, "Dokumentet")
    former = choose(forms or ["heil"], FORMER, "Forma")
    if against is not None:
        wanted = _trackable(wanted if document else [], chosen)
    arkiv = Planarkiv()
    this = sound(arkiv.current(plan))
    kommunar = choose(kommune or [], list(this.plan.kommunar), "Kommunen")
    if "saksframlegg" not in wanted:
        _tell_without_effect({"--kommune": kommune, "--form": forms})
    if this.fjor is None:
        print_left_out([slag for slag in TRENG_FJORÅRET if slag in wanted], this.plan.år)
    editions = [this, this.året_før]
    if against is None:
        documents = document_set(this.plan, this.fjor, wanted, kommunar, former)
    else:
        old = comparable(arkiv.edition(against))
        if "saksframlegg" in wanted:
            _tell_of_new(kommunar, this.plan, old.plan)
        documents = tracked_set(this, old, wanted, kommunar, former)
        editions += [old, old.året_før]
    malar = Malar(this.mappe.own_templates)
    logg = Byggjelogg.read(out / str(this.plan.år))
    texts = [each.fil.source.text if each else "" for each in editions]
    options = repr((wanted, kommunar, former, chosen, against))
    kommando = digest(program_digest(), malar.digest(), options, *texts)
    paths = () if anew else logg.made_by(kommando)
    unchanged = set(paths)
    if not paths:
        made = update(documents, malar, chosen, logg.to_make_anew() if anew else logg, track)
        paths = tuple(logg.folder / name for name in made.oppskrifter)
        unchanged = set(paths) - made.laga.keys()
        _write(made, logg, kommando)
        print_cleaned(malar.reinska)
    if verbose:
        print_how(paths, unchanged)
    print_written({path: path.stat().st_size for path in paths})


def _write(made: "Produksjon", logg: "Byggjelogg", kommando: str) -> None:
    """Write what was made, with a copy of what somebody has worked in, and the record of it all."""
    from bygdeplan.report.written import print_copied
    from bygdeplan.utgave.filskriving import write_files

    after = logg.after(made.laga, made.oppskrifter, kommando)
    copies = logg.copies_of_edited(made.laga)
    kept = {copy: path.read_bytes() for path, copy in copies.items()}
    write_files(logg.underway(after).as_file(), kept, made.laga, after.as_file())
    print_copied(copies)


def _trackable(asked: "Sequence[Dokumentslag]", formats: "Sequence[str]") -> "list[Dokumentslag]":
    """The documents to be shown with changes: those asked for, else all that can be.

    Raises `Fault` for a document or a format that cannot show them.
    """
    from bygdeplan.documents.dokumentsett import SPORBARE
    from bygdeplan.funn.fault import Fault
    from bygdeplan.ord.skriv import liste

    for name in asked:
        if name not in SPORBARE:
            raise Fault(
                f"{name.capitalize()} kan ikkje visast med endringar. "
                f"Med --against kan du velje {liste(SPORBARE, 'eller')}."
            )
    if "odt" in formats:
        raise Fault(
            "Spora endringar finst ikkje i odt. Vel docx, som LibreOffice òg opnar, eller "
            "html, pdf eller md."
        )
    return list(asked or SPORBARE)


def _tell_without_effect(given: "Mapping[str, Sequence[str] | None]") -> None:
    """Tell on stderr which options are for a saksframlegg alone, when none is to be made."""
    from bygdeplan.ord.skriv import liste

    if names := [name for name, values in given.items() if values]:
        told = f"{liste(names)} gjeld berre saksframlegg, og det er ikkje mellom dokumenta du vel."
        typer.echo(told, err=True)


def _tell_of_new(kommunar: "Sequence[str]", this: "Plan", old: "Plan") -> None:
    """Tell on stderr which kommunar have no earlier saksframlegg to be held against."""
    from bygdeplan.ord.skriv import liste

    if names := [this.kommunar[id_].namn for id_ in kommunar if id_ not in old.kommunar]:
        typer.echo(
            f"Planen for {old.år} har ikkje {liste(names)}, så der er det ikkje noko saksframlegg "
            "å samanlikne med.",
            err=True,
        )
