"""One HTML document becomes docx, odt, md and pdf: same content, same bytes every time."""

import sys
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Literal

from bygdeplan.convert.look import ConversionError, Look
from bygdeplan.funn import minne

__all__ = [
    "FORMATS",
    "ConversionError",
    "Format",
    "Look",
    "begin",
    "convert",
    "stop",
    "to_markdown",
]

Format = Literal["docx", "odt", "html", "md", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "odt", "html", "md", "pdf")


def begin(formats: Collection[Format]) -> None:
    """Start what the formats take: it takes a moment, in which pages can be made."""
    if "pdf" in formats:
        from bygdeplan.utsjanad import typst

        typst.begin()


def convert(html: str, formats: Collection[Format], look: Look) -> dict[Format, bytes]:
    """The files of one document, by format.

    Args:
        html: A complete HTML document; its content is its `main` element. Its head holds `title`,
            `author` and `date` (ISO), and its root element `lang`.
        formats: What to make; `html` is the document as it is, in UTF-8.
        look: What decides how the files look.

    Raises:
        ConversionError: The document fetches something from outside, it cannot be read, or a format
            cannot hold it.
    """
    # These cost time to import, and most commands make no files.
    from bygdeplan.convert.fidelity import check_characters, check_self_contained

    check_characters(html)
    check_self_contained(html)
    if set(formats) <= {"html"}:
        return {"html": html.encode()} if formats else {}
    from bygdeplan.convert import docx, odt, pandoc, typst

    document = pandoc.read_html(html)
    writers: dict[Format, Callable[[], bytes]] = {
        "docx": lambda: docx.write(document, look),
        "odt": lambda: odt.write(document, look),
        "html": html.encode,
        "md": lambda: pandoc.write(document, "gfm"),
        "pdf": lambda: typst.write(document, look),
    }
    # Other programs do much of the work, side by side; the words in use are so in each thread.
    with ThreadPoolExecutor(minne.at_once(None)) as pool:
        written = {
            each: pool.submit(copy_context().run, writers[each])
            for each in FORMATS
            if each in formats
        }
        try:
            return {each: writing.result() for each, writing in written.items()}
        except (KeyboardInterrupt, SystemExit):
            stop()
            raise


def stop() -> None:
    """End what other programs are doing for the conversions that go on; they raise."""
    for name in _STARTING_PROGRAMS:
        # A conversion that goes on has loaded it; what is being loaded has started nothing yet.
        if end_all := getattr(sys.modules.get(name), "stop", None):
            end_all()


_STARTING_PROGRAMS = ("bygdeplan.convert.pandoc", "bygdeplan.utsjanad.typst")


def to_markdown(html: str) -> str:
    """The document as GitHub's Markdown, which has no look of its own; see `convert`."""
    from bygdeplan.convert import pandoc
    from bygdeplan.convert.fidelity import check_characters

    check_characters(html)
    return pandoc.write(pandoc.read_html(html), "gfm").decode()
