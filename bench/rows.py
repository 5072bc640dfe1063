"""What is measured: each piece of work beside its limit, or beside a smaller plan."""

import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import copy

from bench.edit import measure_save
from bench.limits import with_drawings_beside
from bench.measure import Command, Measured, measure, run
from bench.pilots import PILOTS, write_pilot
from bench.result import Row, Size
from bench.scaled import write_scaled

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("bygdeplan")
PLANS = (ROOT / "plans" / "2025.yaml", ROOT / "plans" / "2026.yaml")
MEASURES = 14
"""How many measures the newest of them has."""
SIZES = (1, 4, 20)
"""How many copies of each measure: 14, 56 and 280 measures."""


class Bench:
    """The rows, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "plans").mkdir()
        for plan in PLANS:
            copy(plan, folder / "plans")

    def small(self) -> Iterator[Row]:
        """The commands that make no files."""
        typer = measure(Command([sys.executable, "-c", "import typer"], self.folder))
        yield Row("--help", self.bygdeplan("--help"), "import typer", typer, 1.3)
        start = measure(_limit("start", *PLANS))
        validated = self.bygdeplan("validate", "plans/2026.yaml")
        yield Row("validate", validated, "imports and parsing", start, 1.6)
        for name, words in _CHECKERS.items():
            yield Row("validate", validated, name, self.checker(name, *words), 1.0)
        diff = self.bygdeplan("diff", "2025", "2026")
        yield Row("diff", diff, "imports and parsing", start, 1.8)

    def documents(self) -> Iterator[Row]:
        """The commands that make the documents of one plan."""
        plan = next(
            page for page in self.pages(self.folder) if page.name.startswith("handlingsplan")
        )
        one = ("render", "--anew", "--document", "handlingsplan", "--format", "docx")
        bare = measure(_limit("page", plan, *PLANS))
        yield Row("handlingsplan as docx", self.bygdeplan(*one), "bare pandoc", bare, 1.5)
        docx = self.bygdeplan("render", "--anew", "--format", "docx")
        yield Row("the whole set as docx", docx, "docxtpl", self.docxtpl(), None)
        bare = measure(self.bare_set(self.folder))
        every = ("--format", "docx", "--format", "pdf", "--format", "html")
        whole = self.bygdeplan("render", "--anew", *every)
        yield Row("the whole set as docx, pdf, html", whole, "bare pandoc, Typst", bare, 1.5)
        again, validated = self.bygdeplan("render", *every), self.bygdeplan("validate", "2026")
        yield Row("the same again, nothing changed", again, "validate", validated, 1.3)

    def scheme(self) -> Iterator[Row]:
        """Ten pilots, a command each, as the ministry would have them."""
        folders = [write_pilot(PLANS, nr, self.folder / f"pilot-{nr}") for nr in PILOTS]
        words = ("render", "--anew", "--format", "docx", "--format", "pdf")
        made = measure(*(Command([PROGRAM, *words], folder) for folder in folders), runs=3)
        limits = [self.bare_set(folder) for folder in folders]
        bare = measure(*limits, runs=3)
        yield Row("ten pilots as docx, pdf", made, "bare pandoc, Typst", bare, 1.5)

    def sizes(self) -> Iterator[Size]:
        """The same work on plans of 14, 56 and 280 measures."""
        folders = {MEASURES * times: self.folder / f"x{times}" for times in SIZES}
        for times, folder in zip(SIZES, folders.values(), strict=True):
            for plan in PLANS:
                write_scaled(plan, times, folder / "plans")
        for work, words in _SIZED.items():
            before: Size | None = None
            for measures, folder in folders.items():
                made = measure(Command([PROGRAM, *words], folder), runs=3)
                before = Size(work, made, measures, before)
                yield before

    def edit(self) -> Iterator[Row]:
        """A field saved in the page, until all that the page shows is there anew."""
        large = self.folder / "large"
        for plan in PLANS:
            write_scaled(plan, SIZES[-1], large / "plans")
        words = (PROGRAM, "edit", "2026", "--no-open")
        small = measure_save(Command(words, self.folder))
        yield Row("a field saved in edit", small, "felt as at once", _seconds(0.3), 1.0)
        name = f"the same, {MEASURES * SIZES[-1]} measures"
        whole = measure_save(Command(words, large), runs=3)
        yield Row(name, whole, "no thought broken off", _seconds(1.0), 1.0)

    def checker(self, name: str, *words: str | Path) -> Measured | None:
        """Another program that checks the same file; None when it is not installed."""
        program = PROGRAM.with_name(name)
        command = Command([program, *words], self.folder, done=frozenset({0, 1}))
        return measure(command) if program.exists() else None

    def docxtpl(self) -> Measured | None:
        """The same docx files by docxtpl; None when it is not installed."""
        if find_spec("docxtpl") is None:
            return None
        from bench.peers.contents import write_contents
        from bench.peers.template import write_template

        words = ["render", "--format", "docx", "--format", "html", "--out", "said"]
        run(Command([PROGRAM, *words], self.folder))
        contents = write_contents(self.folder / "said" / "2026", self.folder / "contents")
        template = write_template(ROOT / "templates" / "reference.docx", self.folder / "mal.docx")
        given = (template, contents, self.folder / "docxtpl")
        return measure(Command([sys.executable, "-m", "bench.peers.documents", *given], ROOT))

    def bygdeplan(self, *words: str) -> Measured:
        """A command of the program in the folder with the plans people use."""
        return measure(Command([PROGRAM, *words], self.folder))

    def pages(self, folder: Path) -> list[Path]:
        """The pages of the set that a folder's newest plan becomes."""
        run(Command([PROGRAM, "render", "--format", "html", "--out", "pages"], folder))
        return sorted((folder / "pages").glob("*/*.html"))

    def bare_set(self, folder: Path) -> Command:
        """The set of a folder as docx and pdf, by bare pandoc and Typst."""
        (beside := folder / "bare").mkdir(exist_ok=True)
        pages = [with_drawings_beside(page, beside) for page in self.pages(folder)]
        return _limit("set", "docx,pdf", *pages)


def _limit(*words: str | Path) -> Command:
    return Command([sys.executable, "-m", "bench.limits", *words], ROOT)


def _seconds(seconds: float) -> Measured:
    """A limit that is a time of its own, whatever the machine."""
    return Measured(seconds, 0, 0)


_CHECKERS: Mapping[str, tuple[str | Path, ...]] = {
    "check-jsonschema": ("--schemafile", ROOT / "plan.schema.json", "plans/2026.yaml"),
    # Lines as long as ours, or it would tell of two hundred, and take longer.
    "yamllint": ("-d", "{extends: default, rules: {line-length: {max: 100}}}", "plans/2026.yaml"),
}
"""Others that check a plan file, and what they are asked."""
_SIZED = {
    "validate": ("validate", "2026"),
    "diff": ("diff", "2025", "2026"),
    "html": ("render", "--anew", "--format", "html"),
    "docx": ("render", "--anew", "--document", "handlingsplan", "--format", "docx"),
}
