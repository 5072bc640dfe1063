"""`make bench`: measure, print a line as soon as it is there, and write JSON where it is asked for.

It tells, and judges nothing: what a row may take stands beside what it took.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.result import Row, Size
from bench.rows import Bench

PARTS = ("small", "edit", "documents", "scheme", "sizes")


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="a file for the same as JSON")
    parser.add_argument("--only", choices=PARTS, help="the part to measure; without it, all")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        results = list(_tell(_measure(Path(folder), [given.only] if given.only else PARTS)))
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps([each.data for each in results], indent=2), "utf-8")


def _measure(folder: Path, parts: Sequence[str]) -> Iterator[Row | Size]:
    bench = Bench(folder)
    for part in parts:
        yield from getattr(bench, part)()


def _tell(results: Iterator[Row | Size]) -> Iterator[Row | Size]:
    """Print each as a line, in a table for each kind."""
    head: Sequence[str] = ()
    for each in results:
        if head != each.HEAD:
            head = each.HEAD
            _print(f"\n{_line(head)}\n{_line(['---'] * len(head))}")
        _print(_line(each.cells))
        yield each


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # the product of the program


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
