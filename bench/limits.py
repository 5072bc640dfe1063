"""What the parts alone need: the limits that the rows of the bench are held against.

Run as a program: `python -m bench.limits start|page|set …`.
"""

import re
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from os import cpu_count
from pathlib import Path

_DRAWING = re.compile("<svg.*?</svg>", re.DOTALL)


def start(*plans: str) -> None:
    """Import what any command needs, define a small model, parse the plans."""
    import pydantic
    import typer
    import yaml

    class Little(pydantic.BaseModel):
        number: int
        name: str
        share: float

    Little(number=1, name="x", share=0.5)
    typer.Typer()
    for plan in plans:
        with Path(plan).open(encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)  # the limit is what the parser needs


def page(source: str, *plans: str) -> None:
    """The same, what makes a page, and bare pandoc from the page to docx."""
    start(*plans)
    import jinja2
    import markdown_it

    markdown_it.MarkdownIt()
    jinja2.Environment(autoescape=True)
    _pandoc(source, "docx")


def whole_set(formats: str, *sources: str) -> None:
    """Bare pandoc from every page to docx and to Typst's markup, and Typst, on all cores."""
    start()
    jobs = [(name, source) for source in sources for name in formats.split(",")]
    with ThreadPoolExecutor(cpu_count()) as pool:
        list(pool.map(lambda job: _make(*job), jobs))


def with_drawings_beside(page: Path, folder: Path) -> Path:
    """A copy of a page in a folder, its drawings in files beside it: bare Typst reads no others."""
    drawings = count(1)

    def put(drawing: re.Match[str]) -> str:
        file = folder / f"{page.stem}-{next(drawings)}.svg"
        file.write_text(drawing[0], "utf-8")
        return f'<img src="{file.name}" alt="{file.stem}">'

    bare = folder / page.name
    bare.write_text(_DRAWING.sub(put, page.read_text("utf-8")), "utf-8")
    return bare


def _make(name: str, source: str) -> None:
    if name == "docx":
        _pandoc(source, "docx")
    elif name == "pdf":
        import typst

        _pandoc(source, "typst", "--standalone")
        typst.compile(_made(source, "typst"), output=_made(source, "pdf"))


def _made(source: str, ending: str) -> str:
    return f"{source}.{ending}"


def _pandoc(source: str, to: str, *options: str) -> None:
    import subprocess

    from bygdeplan.convert.pandoc import program

    command = [program(), "--from=html", f"--to={to}", *options]
    subprocess.run(  # noqa: S603  # our own command
        [*command, source, f"--output={_made(source, to)}"],
        # Where the drawings of the page lie.
        cwd=Path(source).parent,
        check=True,
        capture_output=True,
    )


if __name__ == "__main__":
    limits: dict[str, Callable[..., None]] = {"start": start, "page": page, "set": whole_set}
    limits[sys.argv[1]](*sys.argv[2:])
