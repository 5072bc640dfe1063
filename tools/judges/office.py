"""LibreOffice, which opens docx and odt as a reader without Word sees them."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import html

from tools.judges.plant import in_part
from tools.judges.programs import WORKPLACE, find, last_line, run
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

_OPENED = WORKPLACE / "libreoffice"


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Open all files of one ending in one LibreOffice, and read what it prints.

    Raises:
        CouldNotJudge: It prints nothing, or two files of one name would be printed to one place.
    """
    if len({file.stem for file in files}) < len(files):
        raise CouldNotJudge("two files have the same name")
    folder = _OPENED / files[0].suffix.removeprefix(".")
    shutil.rmtree(folder, ignore_errors=True)
    # Two of them at a time, one for each ending, do not share their settings.
    profile = (folder / "profile").resolve().as_uri()
    settings = (f"-env:UserInstallation={profile}", "--headless", "--norestore")
    printed = ("--convert-to", "pdf", "--outdir", str(folder))
    finished = run(find("soffice"), *settings, *printed, *files)
    if not any(folder.glob("*.pdf")):
        raise CouldNotJudge(f"LibreOffice: {last_line(finished)}")
    for file in files:
        yield from _judge_print(file, folder)


def _judge_print(file: Path, folder: Path) -> Iterator[Complaint]:
    """Hold the headings of a document against what LibreOffice printed of it."""
    printed = folder / f"{file.stem}.pdf"
    if not printed.is_file():
        yield Complaint(file, "LibreOffice does not open it")
        return
    text = _letters(run(find("pdftotext"), printed, "-").stdout)
    for heading in _headings(file.with_suffix(".html")):
        if _letters(heading) not in text:
            yield Complaint(file, f"LibreOffice does not show «{heading}»")


def _headings(page: Path) -> list[str]:
    document = html.fromstring(page.read_bytes())
    # What is changed is said in words in html and pdf alone.
    for said in document.find_class("sporingsord"):
        said.drop_tree()
    return [heading.text_content() for heading in document.iter("h1", "h2", "h3", "h4")]


def _letters(text: str) -> str:
    """Letters and figures alone: lines are broken anew, and words divided."""
    return "".join(filter(str.isalnum, text))


# One of the fourth level: the title stands at the head of every page too, and the second and third
# level in the list of contents.
_HEADING_DOCX = rb'("Heading4"/>(?:(?!</w:p>)[\s\S])*?<w:r>)(?=<w:t)'
_HEADING_ODT = rb'(<text:h [^>]*outline-level="4"[^>]*>)[\s\S]*?(?=</text:h>)'


def _half(file: bytes) -> bytes:
    return file[: len(file) // 2]


LIBREOFFICE_DOCX = Judge(
    "LibreOffice, docx",
    ("docx",),
    judge,
    {
        "half a file": _half,
        "a heading that is hidden": in_part(
            "word/document.xml",
            _HEADING_DOCX,
            rb"\1<w:rPr><w:vanish/></w:rPr>",
        ),
    },
)
LIBREOFFICE_ODT = Judge(
    "LibreOffice, odt",
    ("odt",),
    judge,
    {
        "half a file": _half,
        "a heading that is lost": in_part("content.xml", _HEADING_ODT, rb"\1"),
    },
)
