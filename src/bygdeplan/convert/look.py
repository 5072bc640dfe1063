"""What the files look like: all of it comes from the templates."""

from dataclasses import dataclass
from pathlib import Path

from bygdeplan.funn.fault import Fault
from bygdeplan.utsjanad.husstil import Husstil


@dataclass(frozen=True)
class Look:
    """The house style, and what each format needs beside it."""

    stil: Husstil
    layout: str
    """Typst set and show rules for the pdf."""
    reference_docx: Path
    """A docx file whose styles, header and footer the docx files take."""
    reference_odt: Path


class ConversionError(Fault):
    """A document that cannot become the file asked for: one line of Nynorsk with what to do."""
