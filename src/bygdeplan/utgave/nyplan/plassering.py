"""Where a new plan file is to lie."""

from pathlib import Path

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.skriv import liste
from bygdeplan.utgave.planmappe import Planmappe, find_folder


def new_file(year: int, source: Path | None) -> Path:
    """The file for a year's plan: beside the plan it is made from, else in a folder with no plans.

    Raises `Fault` when a file lies there, or when a plan from nothing would lie among others.
    """
    if not 2000 <= year <= 2900:
        raise Fault(f"`{year}` er ikkje eit årstal. Skriv fire siffer, til dømes 2031.")
    folder = Planmappe(source.parent if source else _first_folder())
    file = folder.file(year)
    if source is None and folder.years and not file.exists():
        years, newest = liste(map(str, folder.years)), folder.years[-1]
        raise Fault(
            f"I {folder.path.as_posix()} ligg det alt planar, for {years}. Skriv «bygdeplan new "
            f"{newest + 1} --from {newest}», eller gå til ei mappe for den nye piloten."
        )
    if file.exists():
        raise Fault(
            f"{file.as_posix()} finst frå før og blir ikkje rørt. Gje "
            "fila eit anna namn fyrst, om du vil ha ei ny."
        )
    return file


def _first_folder() -> Path:
    try:
        return find_folder()
    except Fault:
        return Path("plans")
