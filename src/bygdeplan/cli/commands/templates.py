"""`bygdeplan templates`: the templates to edit, and a copy of those one will edit."""

from pathlib import Path
from typing import Annotated

import typer


def templates(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="MAL", help="Malane du vil endre. Utan: vis kva som finst."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Kvar dei skal liggje. Utan: templates ved plans."),
    ] = None,
) -> None:
    """Vis malane som følgjer med programmet, eller kopier dei du vil endre.

    Ein mal i mappa «templates» ved sida av «plans» blir brukt i staden for den med same namn i
    programmet. Kopier berre dei du endrar; ei fil som finst, blir aldri rørt.
    """
    from bygdeplan.cli.usage import choose
    from bygdeplan.side.malar import copies, own_folder, template_names
    from bygdeplan.utgave.filskriving import write_files

    chosen = choose(names or [], template_names(), "Malen")
    if names:
        files = copies(chosen, out or own_folder())
        write_files(files)
        chosen = [path.as_posix() for path in files]
    typer.echo("\n".join(chosen))
