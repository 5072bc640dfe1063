"""The only place that knows the pandoc program."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import as_file, files
from importlib.util import find_spec
from os import cpu_count
from pathlib import Path
from shutil import which
from threading import BoundedSemaphore
from typing import Literal
from zipfile import ZipFile, is_zipfile

from bygdeplan.convert import syntax
from bygdeplan.convert.document import Document, as_spans, edited, read_document
from bygdeplan.convert.look import ConversionError
from bygdeplan.convert.package import unpack
from bygdeplan.convert.page_reader import ReadPage, read_page
from bygdeplan.convert.pictures import as_images, in_pixels
from bygdeplan.convert.styles import Office, styled_blocks

Writer = Literal["docx", "odt", "gfm"]

_MARKDOWN = ("markdown_blocks.lua", "markdown_text.lua")
_TIMEOUT_SECONDS = 120


def read_html(html: str) -> Document:
    """The content of an HTML document: its `main` element, and what its head says of it.

    Raises:
        ConversionError: The head leaves out what a file must say, text in `main` cannot be read or
            kept, or a link within the document leads nowhere.
    """
    readable = as_spans(as_images(html))
    return read_document(html, read_page(readable) or read_any_page(readable))


def read_any_page(page: str) -> ReadPage:
    """What pandoc reads of a page; `read_page` reads the same of those that it knows."""
    tree = json.loads(_run(page.encode(), "html-auto_identifiers", "json"))
    said = {name: syntax.text(value) for name, value in tree["meta"].items()}
    return ReadPage(said, syntax.joined(tree["blocks"]))


def write(document: Document, to: Writer, *, reference: Path | None = None) -> bytes:
    """The document in one of pandoc's formats: docx, odt or GitHub's Markdown.

    Args:
        document: The document.
        to: The format.
        reference: A docx or odt file whose styles, header and footer the file takes.

    Raises:
        ConversionError: pandoc cannot write it, or the reference file is none.
    """
    return _write(_ready(document, to), to, reference)


def write_parts(document: Document, to: Office, reference: Path) -> dict[str, bytes]:
    """The parts of a docx or odt file by name, with its drawings in pixels; see `write`.

    Raises:
        ConversionError: A drawing cannot be read, or as `write`.
    """
    ready = _ready(document, to)
    with ThreadPoolExecutor(1) as beside:
        # They are drawn here, while pandoc works.
        pixels = beside.submit(in_pixels, document.drawings)
        parts = unpack(_write(ready, to, reference))
        return {name: pixels.result().get(part, part) for name, part in parts.items()}


def _ready(document: Document, to: Writer) -> bytes:
    if to == "gfm":
        return edited(document, syntax.in_words)
    return edited(document, lambda blocks: styled_blocks(blocks, to))


def _write(ready: bytes, to: Writer, reference: Path | None) -> bytes:
    looks = () if reference is None else (f"--reference-doc={_sound(reference).resolve()}",)
    return _run(ready, "json", to, *looks, filters=_MARKDOWN if to == "gfm" else ())


def _sound(reference: Path) -> Path:
    """A reference file that holds what its ending says; a person may have made it."""
    text = "content.xml" if reference.suffix == ".odt" else "word/document.xml"
    if is_zipfile(reference):
        with ZipFile(reference) as package:
            if text in package.namelist():
                return reference
    raise ConversionError(
        f"Malen {reference.name} er skadd, eller er eit anna slag fil. Slett kopien i mappa "
        f"templates, og hent han på nytt med «bygdeplan templates {reference.name}»."
    )


def _run(
    content: bytes, source: str, target: str, *options: str, filters: tuple[str, ...] = ()
) -> bytes:
    with as_file(files(__package__) / "filters") as folder:
        command = [
            program(),
            "--sandbox",
            # Not the user's own folder, whose init.lua would run before our filters.
            f"--data-dir={folder}",
            "--eol=lf",
            "--wrap=none",
            f"--from={source}",
            f"--to={target}",
            *(f"--lua-filter={folder / name}" for name in filters),
            *options,
            "--output=-",
        ]
        return _call(command, content)


def program() -> str:
    """The pandoc that came with the package.

    pypandoc itself prefers any newer one on the machine, which writes other files.
    """
    package = find_spec("pypandoc")
    folders = package.submodule_search_locations if package else None
    program = which("pandoc", path=str(Path(folders[0], "files"))) if folders else None
    if program is None:
        raise ConversionError("Fann ikkje pandoc; installer med «pip install pypandoc_binary».")
    return program


_running: set[subprocess.Popen[bytes]] = set()
_AT_ONCE = max(1, (cpu_count() or 1) - 1)
"""Of the cores, all but one: this program works meanwhile, and so does Typst."""
_places = BoundedSemaphore(_AT_ONCE)


def stop() -> None:
    """End every pandoc that runs; who waits for one gets a `ConversionError`."""
    for process in list(_running):
        process.kill()


def _call(command: list[str], content: bytes) -> bytes:
    with _places:
        return _call_now(command, content)


def _call_now(command: list[str], content: bytes) -> bytes:
    try:
        process = subprocess.Popen(  # noqa: S603  # the command is ours, the content goes to stdin
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Without it a console window flashes by on Windows when there is none to share.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ConversionError(f"Får ikkje starta pandoc: {error.strerror}.") from None
    with process:
        _running.add(process)
        try:
            written, said = process.communicate(content, timeout=_TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            raise ConversionError(
                f"pandoc er ikkje ferdig etter {_TIMEOUT_SECONDS} sekund; prøv om att, "
                "eller kort ned dei lengste tekstane i planen."
            ) from None
        finally:
            # Also when the user breaks off in the middle: nothing is left running.
            process.kill()
            _running.discard(process)
    if process.returncode:
        raise ConversionError(
            f"pandoc stoppa; sjå etter i malen. pandoc seier: {_first_line(said)}"
        )
    return written


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode(errors="replace").splitlines()
    return next((line.strip() for line in lines if line.strip()), "utan å seie kvifor")
