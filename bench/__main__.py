"""`make bench`: the rows, each beside its limit measured in the same run, as a table and JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from bench.limits import with_drawings_beside
from bench.measure import Measured, measure
from bench.scaled import write_scaled

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("bygdeplan")
PLANS = (ROOT / "plans" / "2025.yaml", ROOT / "plans" / "2026.yaml")
PILOTS = 10
SIZES = (1, 4, 20)
"""How many copies of each measure: 14, 56 and 280 measures."""

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    work: str
    seconds: float
    megabytes: float
    processes: int
    limit: float | None
    """Seconds of what the row is held against; None when nothing is."""
    at_most: float | None
    """How many times the limit the row may take."""

    @property
    def ratio(self) -> float | None:
        return self.seconds / self.limit if self.limit else None


def _against(work: str, made: Measured, limit: Measured, at_most: float) -> Row:
    return Row(work, made.seconds, made.megabytes, made.processes, limit.seconds, at_most)


class Bench:
    """The rows, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "plans").mkdir()
        for plan in PLANS:
            copy(plan, folder / "plans")
        self.start = self.limit("start", *PLANS)

    def limit(self, *words: str | Path) -> Measured:
        return measure([sys.executable, "-m", "bench.limits", *words], ROOT)

    def bygdeplan(self, *words: str | Path, folder: Path | None = None) -> Measured:
        return measure([PROGRAM, *words], folder or self.folder)

    def rows(self) -> Iterator[Row]:
        yield from self.small()
        yield from self.documents()
        yield from self.sizes()
        yield from self.scheme()

    def small(self) -> Iterator[Row]:
        typer = measure([sys.executable, "-c", "import typer"], self.folder)
        yield _against("--help", self.bygdeplan("--help"), typer, 1.3)
        validated = self.bygdeplan("validate", "plans/2026.yaml")
        yield _against("validate", validated, self.start, 1.6)
        yield _against("diff", self.bygdeplan("diff", "2025", "2026"), self.start, 1.8)

    def documents(self) -> Iterator[Row]:
        plan = next(page for page in self.pages() if page.name.startswith("handlingsplan"))
        one = ("render", "--anew", "--document", "handlingsplan", "--format", "docx")
        yield _against(
            "handlingsplan as docx", self.bygdeplan(*one), self.limit("page", plan, *PLANS), 1.5
        )
        every = ("--format", "docx", "--format", "pdf", "--format", "html")
        whole = self.bygdeplan("render", "--anew", *every)
        yield _against("the whole set, docx, pdf, html", whole, self.bare_set(), 1.5)
        again, validated = self.bygdeplan("render", *every), self.bygdeplan("validate", "2026")
        yield _against("the same again, nothing changed", again, validated, 1.3)

    def pages(self) -> list[Path]:
        """The pages of the set, rendered once."""
        self.bygdeplan("render", "--format", "html", "--out", "pages")
        return sorted((self.folder / "pages" / "2026").glob("*.html"))

    def bare_set(self) -> Measured:
        """The set as docx and pdf by bare pandoc and Typst."""
        folder = self.folder / "bare"
        folder.mkdir(exist_ok=True)
        pages = [with_drawings_beside(page, folder) for page in self.pages()]
        return self.limit("set", "docx,pdf", *pages)

    def sizes(self) -> Iterator[Row]:
        before: dict[str, float] = {}
        for times in SIZES:
            folder = self.folder / f"x{times}"
            for plan in PLANS:
                write_scaled(plan, times, folder / "plans")
            for name, words in _SIZED.items():
                made = measure([PROGRAM, *words], folder, runs=3)
                each = made.seconds / times
                ratio = before.get(name)
                yield Row(
                    f"{name}, {14 * times} measures",
                    made.seconds,
                    made.megabytes,
                    made.processes,
                    ratio and ratio * times,
                    1.15 if ratio else None,
                )
                before[name] = each

    def scheme(self) -> Iterator[Row]:
        """Ten pilots, a command each, as the ministry would have them."""
        out = ("render", "--anew", "--format", "docx", "--format", "pdf")
        made = self.bygdeplan(*out)
        bare = self.bare_set()
        yield Row(
            f"{PILOTS} pilots, docx and pdf",
            PILOTS * made.seconds,
            made.megabytes,
            made.processes,
            PILOTS * bare.seconds,
            1.5,
        )


_SIZED: dict[str, Command] = {
    "validate": ("validate", "2026"),
    "diff": ("diff", "2025", "2026"),
    "html": ("render", "--anew", "--format", "html"),
    "docx": ("render", "--anew", "--document", "handlingsplan", "--format", "docx"),
}


_HEAD = """\
| work | s | limit, s | ratio | at most | MB | processes |
|---|---|---|---|---|---|---|"""


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    return "\n".join([_HEAD, *map(_line, rows)])


def _line(row: Row) -> str:
    held = ["–"] * 3
    if row.limit and row.ratio:
        held = [f"{row.limit:.2f}", f"{row.ratio:.2f}", f"{row.at_most:g}"]
    last = [f"{row.megabytes:.0f}", f"{row.processes}"]
    return f"| {' | '.join([row.work, f'{row.seconds:.2f}', *held, *last])} |"


def main() -> None:
    """Measure, print the table, and write JSON where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--only", help="part of the name of the rows to measure: small, documents, sizes, scheme"
    )
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        bench = Bench(Path(name))
        parts: dict[str, Callable[[], Iterator[Row]]] = {
            "small": bench.small,
            "documents": bench.documents,
            "sizes": bench.sizes,
            "scheme": bench.scheme,
        }
        rows = list(parts[given.only]() if given.only else bench.rows())
    print(table(rows))  # noqa: T201  # the product of the program
    if given.json:
        given.json.write_text(
            json.dumps([asdict(row) | {"ratio": row.ratio} for row in rows], indent=2), "utf-8"
        )


if __name__ == "__main__":
    main()
