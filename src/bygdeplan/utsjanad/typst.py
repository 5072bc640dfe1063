"""The only place that knows Typst: what it reads becomes a pdf, a drawing or pixels.

Nothing of the machine goes in: no file, no package, no face but those of the font package.

Run as a program, it sets one pdf after the other. Typst holds Python's lock while it works, so
that nothing else would be done meanwhile, and it cannot be told to stop; a program can be ended.
"""

import atexit
import pickle
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from shutil import copy
from struct import pack
from tempfile import TemporaryDirectory
from threading import Lock, Timer
from typing import IO, Any, Literal, cast
from zlib import crc32

import typst
from font_source_sans_pro import font_directory, font_files_otf, font_files_ttf

from bygdeplan.funn import minne
from bygdeplan.funn.fault import Fault
from bygdeplan.ord.skriv import liste

_FACES = (
    "SourceSansPro",
    "SourceSansProIt",
    "SourceSansProSemibold",
    "SourceSansProSemiboldIt",
    "SourceSansProBold",
    "SourceSansProBoldIt",
)
_EVERY_FACE = b"""\
#set text(font: "Source Sans Pro")
#for weight in (400, 600, 700) [#text(weight: weight)[x#emph[x]]]
"""
# One for the archive, one for reading aloud.
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]

_DRAWING_ON_A_PAGE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg")
"""
# Twice what a screen has; said in the file, so that Word shows the picture at its size.
_PIXELS_PER_INCH = 2 * 96
_PIXELS_PER_METRE = round(_PIXELS_PER_INCH / 0.0254)
_PNG_HEADER = 33
"""Bytes of a PNG file before its resolution can be said."""


@dataclass(frozen=True)
class Typstkjelde:
    """A part of what Typst reads; `mal` names the template, if it is one that people edit."""

    tekst: str
    mal: str = ""


def to_pdf(
    kjelder: Sequence[Typstkjelde], inputs: Mapping[str, str], timestamp: datetime | None
) -> bytes:
    """The parts, one after the other, as a pdf that is both PDF/A-2a and PDF/UA-1.

    Args:
        kjelder: What Typst reads.
        inputs: Texts by name, in `sys.inputs`.
        timestamp: When the document says it was made.

    Raises:
        Fault: A character no face has, a picture without alternative text, a heading level left
            out, a fault in a template.
    """
    source = _joined(kjelder)
    with _one_at_a_time:
        made = _setter().set((source, dict(inputs), timestamp))
    if isinstance(made, str):
        raise Fault(_explain(made, kjelder))
    return made


def to_svg(kjelder: Sequence[Typstkjelde], inputs: Mapping[str, str]) -> str:
    """The parts as a drawing of one page, its lettering as outlines; see `to_pdf`."""
    try:
        drawings = _compile(_joined(kjelder), inputs, format="svg")
    except typst.TypstError as error:
        raise Fault(_explain(error.diagnostic, kjelder)) from None
    if len(drawings) > 1:
        raise Fault(f"{_a_template(kjelder)} gjev fleire sider; ei teikning skal ha éi.")
    return drawings[0].decode()


def to_png(svg: str) -> bytes:
    """A drawing in pixels on white, its size in print said in the file.

    Raises:
        Fault: The drawing cannot be read.
    """
    try:
        [png] = _compile(_DRAWING_ON_A_PAGE, {"svg": svg}, format="png", ppi=_PIXELS_PER_INCH)
    except typst.TypstError as error:
        raise Fault(
            f"Ei teikning i malen let seg ikkje lese: «{error.message}»; rett <svg>-en."
        ) from None
    return png[:_PNG_HEADER] + _resolution() + png[_PNG_HEADER:]


def _resolution() -> bytes:
    """The part of a PNG file that says how many pixels there are to a metre each way."""
    said = b"pHYs" + pack(">IIB", _PIXELS_PER_METRE, _PIXELS_PER_METRE, 1)
    return pack(">I", len(said) - 4) + said + pack(">I", crc32(said))


def _joined(kjelder: Sequence[Typstkjelde]) -> bytes:
    for kjelde in kjelder:
        _refuse_packages(kjelde)
    return "\n".join(kjelde.tekst for kjelde in kjelder).encode()


_ROOM = 64 << 20
"""Bytes that must be left for a drawing: its faces, its pixels, and a heap for each thread."""


def _compile(source: bytes, inputs: Mapping[str, str], **wanted: Any) -> list[bytes]:
    """The file that Typst makes; one for each page of what is drawn."""
    # It ends the whole program when it gets no more memory.
    minne.hold(_ROOM)
    compiler = typst.Compiler(
        source,
        # All that a document needs is in its source; there is nothing to read but the faces.
        root=font_directory,
        # Outlines of cubic curves take less room in a drawing; a pdf holds a face once.
        font_paths=_fonts("ttf" if wanted["format"] == "pdf" else "otf"),
        sys_inputs=dict(inputs),
    )
    made = cast("bytes | list[bytes]", compiler.compile(**wanted))
    return made if isinstance(made, list) else [made]


@cache
def _fonts(form: Literal["otf", "ttf"]) -> typst.Fonts:
    """The faces of the font package, and no others of the same name.

    The package holds each face in two file formats, and which of them Typst would find first is up
    to the file system. Typst reads a face when it is first used, and then keeps it.
    """
    files = {"otf": font_files_otf, "ttf": font_files_ttf}[form]
    with TemporaryDirectory() as folder:
        for face in _FACES:
            copy(files[face], folder)
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        typst.Compiler(_EVERY_FACE, root=folder, font_paths=fonts).compile(format="svg")
    return fonts


# --- pdf files, by another program ---


_Work = tuple[bytes, dict[str, str], datetime | None]
"""What one pdf is made of: source, inputs, when it says that it was made."""


class _Setter:
    """The program that sets pdf files, as the one that asks for them sees it."""

    def __init__(self) -> None:
        """Start it; raises `Fault` when the machine does not let it."""
        try:
            self.process = subprocess.Popen(  # noqa: S603  # ourselves
                # Whatever lies in the folder of the user, no module is taken from there.
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Without it a console window flashes by on Windows when there is none to share.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Fault(f"Får ikkje starta Typst: {error.strerror}.") from None
        self.asks = cast("IO[bytes]", self.process.stdin)
        self.answers = cast("IO[bytes]", self.process.stdout)

    def set(self, work: _Work) -> bytes | str:
        """The pdf, or what Typst says is wrong.

        Raises:
            Fault: The program ends instead.
            MemoryError: It does so because it gets no more memory.
        """
        begun = time.monotonic()
        watch = Timer(_TIMEOUT_SECONDS, self.process.kill)
        watch.start()
        try:
            pickle.dump(work, self.asks)
            self.asks.flush()
            made: bytes | str = pickle.load(self.answers)  # noqa: S301  # from ourselves
        except (OSError, EOFError, pickle.UnpicklingError):
            if self._ended_for_want_of_memory():
                raise MemoryError from None
            if time.monotonic() - begun < _TIMEOUT_SECONDS:
                raise Fault("Typst stoppa midt i ein pdf; prøv om att.") from None
            raise Fault(
                f"Typst er ikkje ferdig etter {_TIMEOUT_SECONDS} sekund; sjå etter i layout.typ, "
                "eller kort ned dei lengste tekstane i planen."
            ) from None
        finally:
            watch.cancel()
        return made

    def _ended_for_want_of_memory(self) -> bool:
        """Whether it ended itself, not we; ends it when it has not ended yet."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_SECONDS_TO_END)
        ended = self.process.poll()
        self.end()
        return ended == -getattr(signal, "SIGABRT", 0) or (ended == 1 and minne.is_limited())

    def end(self) -> None:
        """End it, whatever it does."""
        # What was still to be asked has nobody to read it, and is let go.
        with suppress(BrokenPipeError), self.process:
            self.process.kill()


_TIMEOUT_SECONDS = 120
_SECONDS_TO_END = 5
_running: list[_Setter] = []
"""The one program that is kept from one pdf to the next, when it is started."""
_one_at_a_time = Lock()


def begin() -> None:
    """Start what makes pdf files: it takes a moment, in which others can work."""
    with _one_at_a_time:
        _setter()


def stop() -> None:
    """End what makes pdf files; who waits for one gets a `Fault`."""
    for setter in tuple(_running):
        setter.process.kill()
        setter.process.wait()


def _setter() -> _Setter:
    if _running and _running[0].process.poll() is not None:
        _running.pop().end()
    if not _running:
        _running.append(_Setter())
        atexit.register(_running[0].end)
    return _running[0]


def _serve() -> None:
    """Set what is asked for, until nobody asks any more."""
    # Ctrl-C is told to all, and whoever asks ends this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            work: _Work = pickle.load(sys.stdin.buffer)  # noqa: S301  # from ourselves
        except EOFError:
            return
        pickle.dump(_set(work), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _set(work: _Work) -> bytes | str:
    source, inputs, timestamp = work
    try:
        [pdf] = _compile(
            source, inputs, format="pdf", pdf_standards=_STANDARDS, timestamp=timestamp
        )
    except typst.TypstError as error:
        return error.diagnostic
    return pdf


# --- what is said when it fails ---

_PACKAGE = re.compile(r'"(@[^"]+)"')
_CHARACTER = re.compile(
    r'the text `"(?P<shown>[^`]+)"` could not be displayed'
    r'|codepoint `"(?P<forbidden>[^`]+)"`'
)
_ESCAPED = re.compile(r"\\u\{(?P<hex>[0-9a-f]+)\}")
_SKIPPED_LEVEL = re.compile(r"skipped from heading level (\d) to (\d)")
_FIRST_LINE = re.compile(r"error: (?P<message>.+)(?:\n.*?\.typ:(?P<line>\d+):)?")


def _refuse_packages(kjelde: Typstkjelde) -> None:
    if kjelde.mal and (package := _PACKAGE.search(kjelde.tekst)):
        raise Fault(
            f"{kjelde.mal} hentar «{package[1]}» frå nettet; skriv det han treng i sjølve "
            f"{kjelde.mal}."
        )


def _explain(diagnostic: str, kjelder: Sequence[Typstkjelde]) -> str:
    """One line of Nynorsk for Typst's diagnostic, which holds all its errors."""
    if characters := sorted(set(_missing_characters(diagnostic))):
        return (
            f"Skrifta i pdf-en manglar {liste(map(_named, characters))}; "
            "skriv noko anna i planen, eller lag dokumentet i eit anna format."
        )
    if levels := _SKIPPED_LEVEL.search(diagnostic):
        return (
            f"Overskriftene hoppar frå nivå {levels[1]} til nivå {levels[2]}; "
            "bruk nivåa i rekkjefølgje i malen."
        )
    if "missing alt text" in diagnostic:
        return "Eit bilete manglar alternativ tekst; skriv han i «alt» i malen."
    return _explain_place(diagnostic, kjelder)


def _missing_characters(diagnostic: str) -> Iterator[str]:
    for found in _CHARACTER.finditer(diagnostic):
        yield _ESCAPED.sub(
            lambda code: chr(int(code["hex"], 16)), found["shown"] or found["forbidden"]
        )


def _named(character: str) -> str:
    codes = " ".join(f"U+{ord(part):04X}" for part in character)
    return f"«{character}» ({codes})" if character.isprintable() else codes


def _explain_place(diagnostic: str, kjelder: Sequence[Typstkjelde]) -> str:
    first = _FIRST_LINE.search(diagnostic)
    message = first["message"] if first else diagnostic.strip().split("\n")[0]
    line = int(first["line"]) if first and first["line"] else 0
    for kjelde in kjelder:
        lines = kjelde.tekst.count("\n") + 1
        if kjelde.mal and 1 <= line <= lines:
            return f"Feil i {kjelde.mal}, linje {line}: «{message}»; rett sideoppsettet."
        line -= lines
    return (
        f"Typst får ikkje laga pdf-en: «{message}»; sjå etter i {_a_template(kjelder)} og i malen."
    )


def _a_template(kjelder: Sequence[Typstkjelde]) -> str:
    """The last of those that people edit, which is about the document."""
    return next((kjelde.mal for kjelde in reversed(kjelder) if kjelde.mal), "")


if __name__ == "__main__":
    _serve()
