"""A user's own templates: copies of the shipped ones, to be edited beside the plans."""

from collections.abc import Sequence
from pathlib import Path

from bygdeplan.fault import Fault
from bygdeplan.planmappe import find_folder
from bygdeplan.render import shipped_templates


def own_folder() -> Path:
    """The folder `templates/` beside the nearest folder of plans, there or not.

    Raises `Fault` when there is no folder of plans.
    """
    return find_folder().parent / "templates"


def copies(names: Sequence[str], folder: Path) -> dict[Path, bytes]:
    """Shipped templates as they are to lie in a folder, by path; nothing is written.

    Raises `Fault` when a file lies there already.
    """
    files = {folder / name: (shipped_templates() / name).read_bytes() for name in names}
    if taken := [path.as_posix() for path in files if path.exists()]:
        raise Fault(
            f"{taken[0]} finst frå før og blir ikkje skriven over. "
            "Gje henne eit anna namn fyrst, om du vil ha malen slik han følgjer med."
        )
    return files
