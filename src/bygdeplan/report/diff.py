"""A diff in the format it is asked for, on the screen or in a file."""

import sys
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Literal, Union, get_args

from bygdeplan.documents.endringsliste import build_endringsliste
from bygdeplan.endring import Endring, Plandiff
from bygdeplan.funn.finding import Span
from bygdeplan.load import Source
from bygdeplan.model.merke import Path as Planveg

if TYPE_CHECKING:
    from bygdeplan.convert import Format
    from bygdeplan.documents.dokumentsett import Oppdrag

Skjermformat = Literal["text", "md", "json"]
Diffformat = Union[Skjermformat, "Format"]
SCREEN_FORMATS: tuple[Skjermformat, ...] = get_args(Skjermformat)
FORMATS: tuple[Diffformat, ...] = ("text", "md", "json", "docx", "odt", "html", "pdf")


@dataclass(frozen=True)
class Sider:
    """The two plan files that were compared."""

    før: Source
    etter: Source

    def in_words(self, change: Endring) -> str:
        """«2030.yaml:12 → 2031.yaml:14», «→ 2031.yaml:14» for what is new."""
        old = _in_words(self.før, change.path_før)
        new = _in_words(self.etter, change.path_etter)
        return " ".join(part for part in (old, "→", new) if part)


def place_in(source: Source, path: Planveg) -> Span:
    """Where a plan file says what stands at a path."""
    return source.locate(path)


def _in_words(source: Source, path: Planveg | None) -> str:
    if path is None:
        return ""
    # «2030.yaml@origin/main»: what comes after «@» is no path.
    file, at, edition = source.name.partition("@")
    return f"{PurePath(file).name}{at}{edition}:{place_in(source, path).line}"


def print_as(
    form: Skjermformat,
    diff: Plandiff,
    sider: Sider,
    templates: Path | None,
    stream: IO[str] | None = None,
) -> None:
    """Print a diff on stdout, or on another stream: to be read, as Markdown, or as JSON.

    `sider` are the files it is of; `templates` is the user's own folder of them, if any.
    """
    stream = stream or sys.stdout
    match form:
        case "text":
            from bygdeplan.report.diff_text import print_diff

            places = {each.fingerprint: sider.in_words(each) for each in diff.endringar}
            print_diff(build_endringsliste(diff), places, stream)
        case "json":
            from bygdeplan.report.diff_json import diff_as_json

            _write(diff_as_json(diff, sider), stream)
        case "md":
            from bygdeplan.convert import to_markdown
            from bygdeplan.side.malar import Malar

            page = Malar(templates).page(_document(diff))
            _write(to_markdown(page), stream)


def diff_file(form: Diffformat, diff: Plandiff, sider: Sider, templates: Path | None) -> bytes:
    """The bytes of a file that tells a diff: the endringsliste, or what the screen would show."""
    match form:
        case "text" | "md" | "json":
            stream = StringIO()
            print_as(form, diff, sider, templates, stream)
            return stream.getvalue().encode()
        case _:
            from bygdeplan.side.malar import Malar
            from bygdeplan.side.produksjon import make_file

            return make_file(_document(diff), Malar(templates), form)


def _document(diff: Plandiff) -> "Oppdrag":
    """The endringsliste in the written form of the newest plan."""
    from bygdeplan.documents.dokumentsett import Oppdrag, endringsemne
    from bygdeplan.model.former import i_form

    målform = diff.etter.hovudform
    read = replace(diff, før=i_form(diff.før, målform), etter=i_form(diff.etter, målform))
    emne = endringsemne(read.før, read.etter)
    return Oppdrag("endringsliste", emne, lambda: build_endringsliste(read), målform)


def _write(text: str, stream: IO[str]) -> None:
    print(text.rstrip("\n"), file=stream)
