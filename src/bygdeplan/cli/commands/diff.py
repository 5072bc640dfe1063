"""`bygdeplan diff`: tell what differs between two plans."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bygdeplan.endring import Nivå, Plandiff
    from bygdeplan.report.diff import Sider

    Tell = Callable[[Plandiff, Sider, Path | None], None]
    """Tells a diff of two files, in a document by the user's own templates, if any."""


def diff(
    gammal: Annotated[
        str, typer.Argument(metavar="GAMMAL", help="Årstal, fil eller eldre utgåve.")
    ],
    ny: Annotated[str, typer.Argument(metavar="NY", help="Årstal, fil eller eldre utgåve.")],
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NIVÅ",
            help="Berre dette nivået: prinsipiell, må-vurderast, ikkje-prinsipiell.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, md eller json; med --out òg docx, odt, html og pdf. Utan: text, eller det "
            "namnet på fila seier.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Skriv til ei fil i staden for skjermen.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="NIVÅ", help="Slutt med 1 når noko på dette nivået eller over er endra."
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Slutt med 1 når planane er ulike.")
    ] = False,
) -> None:
    """Vis kva som er nytt, endra og avslutta frå ein plan til ein annan.

    Ei eldre utgåve kan vere frå git, som 2031@HEAD~3 og 2031@main, eller ein låst revisjon, som
    2031@r1.
    """
    from bygdeplan.cli.sound_plans import readable
    from bygdeplan.endring import diff_plans
    from bygdeplan.report.diff import Sider
    from bygdeplan.utgave.utgave import Planarkiv

    tell = _to_file(form, out) if out else _to_screen(form)
    levels = [_level(each) for each in only or ()]
    limit = _level(fail_on) if fail_on else None
    arkiv = Planarkiv()
    old, new = (readable(arkiv.edition(each)) for each in (gammal, ny))
    found = diff_plans(old.plan, new.plan)
    shown = found.only(levels) if levels else found
    tell(shown, Sider(old.fil.source, new.fil.source), new.mappe.own_templates)
    parted = exit_code and not shown.tom
    raise typer.Exit(1 if parted or _reaches(found, limit) else 0)


def _to_screen(form: str | None) -> "Tell":
    """What prints a diff in the format asked for, else as text."""
    from bygdeplan.cli.usage import choose
    from bygdeplan.funn.fault import Fault
    from bygdeplan.report.diff import FORMATS, SCREEN_FORMATS, print_as

    chosen = choose([form or "text"], FORMATS, "Formatet")[0]
    if chosen not in SCREEN_FORMATS:
        raise Fault(f"Formatet {chosen} må skrivast til ei fil: --out endringsliste.{chosen}")
    return partial(print_as, choose([chosen], SCREEN_FORMATS, "Formatet")[0])


def _to_file(form: str | None, out: Path) -> "Tell":
    """What writes a diff to a file, in the format asked for, else the one its name ends in."""
    from bygdeplan.cli.usage import choose_for_file
    from bygdeplan.report.diff import FORMATS, diff_file
    from bygdeplan.utgave.filskriving import write_files

    chosen = choose_for_file(form, out, FORMATS)

    def write(found: "Plandiff", sider: "Sider", templates: Path | None) -> None:
        write_files({out: diff_file(chosen, found, sider, templates)})
        typer.echo(out.as_posix())

    return write


def _level(written: str) -> "Nivå":
    """The level that is meant; raises `Fault` when there is none."""
    from bygdeplan.endring import Nivå
    from bygdeplan.funn.fault import Fault
    from bygdeplan.ord.suggestion import suggestion

    nivå = Nivå.read(written)
    if nivå is None:
        known = [each.replace(" ", "-") for each in Nivå]
        raise Fault(f"Nivået `{written}` finst ikkje. {suggestion(written, known)}")
    return nivå


def _reaches(found: "Plandiff", limit: "Nivå | None") -> bool:
    """Whether a change is of a level or a weightier one."""
    return limit is not None and any(e.nivå.rang >= limit.rang for e in found.endringar)
