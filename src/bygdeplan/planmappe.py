"""The folder `plans/`: which years there are, and what a user means by a year or a path."""

import re
from dataclasses import dataclass
from pathlib import Path

from bygdeplan.fault import Fault

_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True)
class Planmappe:
    """A folder with one plan file a year, named by the year: `2031.yaml`."""

    path: Path

    @property
    def years(self) -> list[int]:
        """The years there is a plan for, in order."""
        if not self.path.is_dir():
            return []
        return sorted(int(f.stem) for f in self.path.glob("*.yaml") if _YEAR.fullmatch(f.stem))

    def file(self, year: int) -> Path:
        """The plan file of a year, whether it exists or not."""
        return self.path / f"{year}.yaml"

    def before(self, year: int) -> Path | None:
        """The newest plan file of an earlier year."""
        earlier = [other for other in self.years if other < year]
        return self.file(earlier[-1]) if earlier else None

    @property
    def own_templates(self) -> Path | None:
        """The folder `templates/` beside the plans, if the user has one."""
        folder = self.path.parent / "templates"
        return folder if folder.is_dir() else None


def find_plan(wanted: str | None) -> Path:
    """The plan file a user means: a path, a year, or nothing for the newest year.

    The name of an existing file always wins. A year is looked for in the folder `plans/` here,
    then upwards. Raises `Fault` when there is no such plan.
    """
    if wanted is not None and (Path(wanted).is_file() or not _YEAR.fullmatch(wanted)):
        return Path(wanted)
    folder = Planmappe(find_folder())
    if not folder.years:
        raise Fault(f"Det ligg ingen planar i {folder.path}. Ein plan heiter til dømes 2031.yaml.")
    year = int(wanted) if wanted else folder.years[-1]
    if year not in folder.years:
        listed = ", ".join(map(str, folder.years))
        raise Fault(f"Det finst ingen plan for {year} i {folder.path}. Åra som finst: {listed}.")
    return folder.file(year)


def find_folder() -> Path:
    """The folder `plans/` in the working folder or the nearest one above it, as a relative path."""
    here = Path.cwd()
    for level, folder in enumerate([here, *here.parents]):
        if (folder / "plans").is_dir():
            return Path(*[".."] * level, "plans")
    raise Fault("Fann inga mappe «plans» her eller lenger opp. Gå til mappa der planane ligg.")
