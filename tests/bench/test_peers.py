"""What the program is held beside does the same work."""

import shutil
import sys
from itertools import chain
from pathlib import Path

import pytest
from lxml import etree, html

from bygdeplan.les import read_file
from bygdeplan.les.innhald import Avsnitt
from tests.plans import ROOT, TOPPDALEN
from tests.programs import run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents of a plan in `ours`, and by docxtpl in `theirs`."""
    pytest.importorskip("docxtpl", reason="it comes with the extra `bench`")
    from bench.peers.contents import write_contents
    from bench.peers.template import write_template

    folder = tmp_path_factory.mktemp("peers")
    shutil.copytree(TOPPDALEN, folder / "plans")
    program = (sys.executable, "-m", "bygdeplan", "render", "--format", "docx", "--format", "html")
    assert run(*program, cwd=folder).returncode == 0
    shutil.move(folder / "build" / "2031", folder / "ours")
    contents = write_contents(folder / "ours", folder / "contents")
    template = write_template(ROOT / "templates" / "reference.docx", folder / "mal.docx")
    peer = (sys.executable, "-m", "bench.peers.documents", template, contents, folder / "theirs")
    done = run(*peer, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.docx")}


def words_of_file(file: Path) -> str:
    """The text of a docx, without white space."""
    blocks = (block for block in read_file(file).blokker if isinstance(block, Avsnitt))
    return "".join(chain.from_iterable(block.tekst.split() for block in blocks))


def words_of_page(file: Path) -> str:
    """The text of a page, without white space and without what is drawn."""
    [main] = html.document_fromstring(file.read_text("utf-8")).iter("main")
    etree.strip_elements(main, "svg", with_tail=False)
    return "".join("".join(main.itertext()).split())


def test_docxtpl_makes_the_same_documents(made: Path) -> None:
    assert names(made / "theirs") == names(made / "ours") != set()


def test_docxtpl_writes_every_word(made: Path) -> None:
    for page in (made / "ours").glob("*.html"):
        theirs = (made / "theirs" / page.name).with_suffix(".docx")
        assert words_of_file(theirs) == words_of_page(page)


def test_docxtpl_makes_every_table_and_places_every_picture(made: Path) -> None:
    for name in names(made / "ours"):
        ours, theirs = (read_file(made / side / name) for side in ("ours", "theirs"))
        assert len(theirs.tabellar) == len(ours.tabellar)
        assert len(theirs.bilete) == len(ours.bilete)
