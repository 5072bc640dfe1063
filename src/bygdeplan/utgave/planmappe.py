"""The folder `plans/`: its years, its locks, and the file that a year or a path stands for."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.skriv import liste

YEAR = re.compile(r"\d{4}", re.ASCII)
"""What names the plan of a year."""


class Planmappe(NamedTuple):
    """A folder with one plan file a year, named by the year: `2031.yaml`."""

    path: Path

    @property
    def years(self) -> list[int]:
        """The years there is a plan for, in order."""
        if not self.path.is_dir():
            return []
        return sorted(int(f.stem) for f in self.path.glob("*.yaml") if YEAR.fullmatch(f.stem))

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


LOCK = ".lock"
"""How the name of a locked revision ends."""


def lock_file(plan: Path, revision: int) -> Path:
    """Where a locked revision of a plan file lies: beside it, `2031-r1.lock` for `2031.yaml`."""
    return plan.with_name(f"{plan.stem}-r{revision}{LOCK}")


def locked_revisions(plan: Path) -> dict[int, Path]:
    """The revisions of a plan file that are locked, in order, each with its lock file."""
    name = re.compile(rf"{re.escape(plan.stem)}-r(0|[1-9]\d{{0,4}})\.lock", re.ASCII)
    found = {
        int(match[1]): file for file in _files(plan.parent) if (match := name.fullmatch(file.name))
    }
    return dict(sorted(found.items()))


_YAML = r"\.ya?ml"
# By name, with what the plan is called: of OneDrive, Dropbox, Nextcloud, Syncthing, Windows and
# macOS, of git's tools, of editors. `{name}` is «2031.yaml», `{stem}` is «2031».
_LEFTOVER = (
    r"~|\.~\d+~| \(\d+\)|\.(?:orig|rej|bak\d*|backup|old|new|tmp|save(?:\.\d+)?|mine|theirs|merged"
    r"|head|txt|part|crdownload|autosave|dpkg-\w+|r(?:\d+|old))"
)
_COPIES = (
    rf"{{stem}}\D.*{_YAML}",
    rf"(?:kopi|copy|ny|gamm?al|gammel|old|new)\b.*\b{{stem}}\b.*{_YAML}",
    rf"{{stem}}{_YAML}",
    r"{stem}\.(?:bak|old|tmp)",
    r"{stem}-r\d+[ ._(\-\u2013].*\.lock",
    rf"(?:{{name}}|{{stem}}-r\d+\.lock)(?:{_LEFTOVER})",
    "~{name}",
)
# `{short}` is «31.yaml».
_UNSAVED = (
    r"\.{name}\.(?:sw[a-p]|kate-swp)",
    "#{name}#",
    # What says that somebody has the file open: of Emacs, LibreOffice and Office, which leaves out
    # the first two signs of a name; and what Syncthing is fetching.
    r"\.#{name}",
    r"\.~lock\.{name}#",
    r"~\$(?:{name}|{short})",
    r"(?:\.syncthing\.|~syncthing~){name}\.tmp",
)


def copies(plan: Path) -> list[Path]:
    """The files beside a plan that are copies of it or its locks by their names, and passed over.

    Programs that share folders leave them when two people have written at once.
    """
    return _beside(plan, _COPIES)


def unsaved(plan: Path) -> list[Path]:
    """The files in which an editor keeps what is not saved of a plan, when newer than the plan."""
    saved = plan.stat().st_mtime_ns
    return [file for file in _beside(plan, _UNSAVED) if file.lstat().st_mtime_ns >= saved]


def _beside(plan: Path, forms: Sequence[str]) -> list[Path]:
    """The files beside a plan whose names have one of some forms, in order."""
    stem = plan.stem.lower()
    others = [
        file
        for file in plan.parent.iterdir()
        if (stem in file.name.lower() or file.name.startswith("~$")) and file.name != plan.name
    ]
    names = {"name": plan.name, "stem": plan.stem, "short": plan.name[2:]}
    escaped = {key: re.escape(name) for key, name in names.items()}
    found = [
        file
        for file in others
        if any(re.fullmatch(form.format(**escaped), file.name, re.IGNORECASE) for form in forms)
    ]
    return sorted(file for file in found if _is_another(file, plan))


def _is_another(file: Path, plan: Path) -> bool:
    """Whether something is a file of its own, or the link to nowhere that Emacs leaves."""
    return file.is_file() and not file.samefile(plan) if file.exists() else file.is_symlink()


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []


def plan_file(wanted: str | None) -> Path:
    """The plan file a user means: a path, a year, or nothing for the newest year.

    The name of an existing file always wins. A year is looked for in the folder `plans/` here,
    then upwards. Raises `Fault` when there is no plan for the year.
    """
    if wanted is not None and (Path(wanted).is_file() or not YEAR.fullmatch(wanted)):
        return Path(wanted)
    folder = Planmappe(find_folder())
    if not folder.years:
        raise Fault(f"Det ligg ingen planar i {folder.path}. Ein plan heiter til dømes 2031.yaml.")
    year = int(wanted) if wanted else folder.years[-1]
    if year not in folder.years:
        listed = ", ".join(map(str, folder.years))
        raise Fault(f"Det finst ingen plan for {year} i {folder.path}. Åra som finst: {listed}.")
    return folder.file(year)


def new_file(year: int, source: Path | None) -> Path:
    """The file for a year's plan: beside the plan it is made from, else in a folder with no plans.

    Raises `Fault` when a file lies there, or when a plan from nothing would lie among others.
    """
    if not 2000 <= year <= 2900:
        raise Fault(f"`{year}` er ikkje eit årstal. Skriv fire siffer, til dømes 2031.")
    folder = Planmappe(source.parent if source else nearest_folder() or Path("plans"))
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


def find_folder() -> Path:
    """The folder `plans/` in the working folder or the nearest one above it, as a relative path.

    Raises `Fault` when there is none.
    """
    folder = nearest_folder()
    if folder is None:
        raise Fault("Fann inga mappe «plans» her eller lenger opp. Gå til mappa der planane ligg.")
    return folder


def nearest_folder() -> Path | None:
    """The folder `plans/` here or above, as a relative path, if there is one."""
    here = Path.cwd()
    levels = enumerate([here, *here.parents])
    nearest = (level for level, folder in levels if (folder / "plans").is_dir())
    return next((Path(*[".."] * level, "plans") for level in nearest), None)
