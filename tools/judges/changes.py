"""LibreOffice, which accepts and rejects the tracked changes of a docx as a reader would.

What is left is held against the page of the same document, where `ins` and `del` tell what was put
in and taken out.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from lxml import etree, html

from tools.judges.plant import in_part
from tools.judges.programs import HERE, WORKPLACE, find, last_line, run
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

_SETTLED = WORKPLACE / "libreoffice" / "changes"
_MACRO = HERE / "changes.bas"
_GOES = {"Accept": "del", "Reject": "ins"}
"""What a reader does with all changes → which of them go."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# In neither text: the list of contents, the note on top, what says changes in words.
_EXTRA = ".//nav//ul | .//*[contains(@class, 'sporing')]"


@dataclass(frozen=True)
class _Task:
    """A file, what is to be done with its changes, and where what is left goes."""

    file: Path
    way: str

    @property
    def left(self) -> Path:
        return (_SETTLED / f"{self.file.stem}-{self.way}.docx").resolve()


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Accept and reject all changes of every file in one LibreOffice.

    Raises:
        CouldNotJudge: It settles nothing.
    """
    tasks = [_Task(file, way) for file in files for way in _GOES]
    _settle(tasks)
    if not any(task.left.is_file() for task in tasks):
        raise CouldNotJudge("LibreOffice settled no changes")
    for task in tasks:
        yield from _judge(task)


def _settle(tasks: Sequence[_Task]) -> None:
    shutil.rmtree(_SETTLED, ignore_errors=True)
    _SETTLED.mkdir(parents=True)
    profile = (_SETTLED / "profile").resolve()
    office = (find("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless")
    # It makes a profile with an empty module of its own first.
    run(*office, "--terminate_after_init")
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.is_file():
        raise CouldNotJudge("LibreOffice made no profile")
    module.write_text(_module(_MACRO.read_text(encoding="utf-8")), encoding="utf-8")
    listed = (_SETTLED / "tasks.txt").resolve()
    lines = [f"{task.file.resolve()}|{task.way}|{task.left}\n" for task in tasks]
    listed.write_text("".join(lines), encoding="utf-8")
    finished = run(*office, "--norestore", f"macro:///Standard.Module1.SettleAll({listed})")
    if finished.returncode:
        raise CouldNotJudge(f"LibreOffice: {last_line(finished)}")


def _module(basic: str) -> str:
    name = "{http://openoffice.org/2000/script}"
    module = etree.Element(f"{name}module", nsmap={"script": name[1:-1]})
    module.attrib.update({f"{name}name": "Module1", f"{name}language": "StarBasic"})
    module.text = basic
    return etree.tostring(module, encoding="unicode")


def _judge(task: _Task) -> Iterator[Complaint]:
    """Hold what LibreOffice left against the page."""
    if not task.left.is_file():
        yield Complaint(task.file, "LibreOffice does not open it")
        return
    listed = Path(f"{task.left}.txt").read_text(encoding="utf-8").split()
    if listed[0] == "0":
        yield Complaint(task.file, "LibreOffice lists no changes")
    if listed[1] != "0":
        yield Complaint(task.file, f"LibreOffice cannot {task.way.lower()} all changes")
    left = _paragraphs(task.left)
    if _letters("".join(left)) != _letters(_text(task.file.with_suffix(".html"), task.way)):
        yield Complaint(task.file, f"other words are left when LibreOffice {task.way}s all changes")
    if left.count("") > _before_tables(task.file, _GOES[task.way]):
        yield Complaint(
            task.file, f"LibreOffice leaves empty lines when it {task.way}s all changes"
        )


def _paragraphs(docx: Path) -> list[str]:
    """The paragraphs of a docx with text, or nothing, in them, apart from the list of contents."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
        for paragraph in _body(docx).iter(f"{_W}p")
        if not _style(paragraph).lower().startswith(("toc", "contents"))
        and next(paragraph.iter(f"{_W}drawing"), None) is None
    ]


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _before_tables(docx: Path, goes: str) -> int:
    """How many paragraphs go that stand right before a table: LibreOffice empties them only."""
    mark = f"{_W}pPr/{_W}rPr/{_W}{goes}"
    return sum(
        paragraph.find(mark) is not None
        for table in _body(docx).iter(f"{_W}tbl")
        for paragraph in [table.getprevious()]
        if paragraph is not None
    )


def _body(docx: Path) -> etree._Element:
    with ZipFile(docx) as parts:
        return etree.fromstring(parts.read("word/document.xml"))[0]


def _text(page: Path, way: str) -> str:
    """The words of a page when its changes are settled."""
    main = html.fromstring(page.read_bytes()).find(".//main")
    if main is None:
        return ""
    for extra in main.xpath(_EXTRA):
        extra.drop_tree()
    for element in [*main.iter(_GOES[way]), *main.iter("svg")]:
        element.drop_tree()
    return str(main.text_content())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


LIBREOFFICE_CHANGES = Judge(
    "LibreOffice, changes",
    ("docx",),
    judge,
    {
        "a word taken out that is another": in_part(
            "word/document.xml", rb"(<w:delText[^>]*>)\w+", rb"\1feil"
        ),
        "a paragraph put in without its mark": in_part(
            "word/document.xml",
            b"<w:body>",
            b'<w:body><w:p><w:ins w:id="99999" w:author="x"><w:r><w:t>-</w:t></w:r></w:ins></w:p>',
        ),
        "a row without its mark": in_part(
            "word/document.xml", rb"<w:ins [^>]*/></w:trPr>", b"</w:trPr>"
        ),
        "half a file": lambda file: file[: len(file) // 2],
    },
    of="-mot-",
)
