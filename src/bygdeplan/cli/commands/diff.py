"""`bygdeplan diff`: tell what differs between two plans."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bygdeplan.endring import Plandiff


def diff(
    gammal: Annotated[
        str, typer.Argument(metavar="GAMMAL", help="Årstal, fil eller eldre utgåve.")
    ],
    ny: Annotated[str, typer.Argument(metavar="NY", help="Årstal, fil eller eldre utgåve.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="text, md eller json; med --out òg docx, odt, html og pdf.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Skriv til ei fil i staden for skjermen.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Slutt med 1 når planane er ulike.")
    ] = False,
) -> None:
    """Vis kva som er nytt, endra og avslutta frå ein plan til ein annan.

    Ei eldre utgåve kan vere frå git, som 2031@HEAD~3 og 2031@main, eller ein låst revisjon, som
    2031@r1.
    """
    from bygdeplan.cli.sound_plans import readable_edition
    from bygdeplan.endring import diff_plans

    tell = _to_file(form, out, ny) if out else _to_screen(form)
    old, new = (readable_edition(plan)[0] for plan in (gammal, ny))
    found = diff_plans(old, new)
    tell(found)
    raise typer.Exit(1 if exit_code and not found.tom else 0)


def _to_screen(form: str | None) -> "Callable[[Plandiff], None]":
    """What prints a diff in the form asked for, else as text."""
    from bygdeplan.cli.usage import choose
    from bygdeplan.fault import Fault
    from bygdeplan.report.diff import FORMS, SCREEN_FORMS, print_as

    chosen = choose([form or "text"], FORMS, "Forma")[0]
    if chosen not in SCREEN_FORMS:
        raise Fault(f"Forma {chosen} må skrivast til ei fil: --out endringsliste.{chosen}")
    return partial(print_as, choose([chosen], SCREEN_FORMS, "Forma")[0])


def _to_file(form: str | None, out: Path, ny: str) -> "Callable[[Plandiff], None]":
    """What writes a diff to a file, in the form asked for, else the one its name ends in.

    The user's own templates are those beside the new plan, as they are now.
    """
    from bygdeplan.cli.usage import choose
    from bygdeplan.fault import Fault
    from bygdeplan.output import write_files
    from bygdeplan.planmappe import Planmappe, file_of
    from bygdeplan.report.diff import FORMS, diff_file

    ending = out.suffix.lower().removeprefix(".").replace("txt", "text")
    if form is None and ending not in FORMS:
        raise Fault(
            f"Namnet {out} seier ikkje kva slag fil det skal bli. Vel ei form med --format."
        )
    chosen = choose([form or ending], FORMS, "Forma")[0]
    templates = Planmappe(file_of(ny).parent).own_templates

    def write(found: "Plandiff") -> None:
        write_files({out: diff_file(chosen, found, templates)})
        typer.echo(out.as_posix())

    return write
