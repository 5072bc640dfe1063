"""Views become pages, and pages files: all of them, or a fault and none."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Oppdrag, document_set
from bygdeplan.funn.fault import Fault
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.rendered import page, plan

FOLDER = Path("build", "2031")


def documents() -> list[Oppdrag]:
    return document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ["toppdal"])


@pytest.mark.slow
def test_a_file_for_each_document_in_each_format_and_nothing_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = produce(documents(), Malar(), ["html", "docx"], FOLDER)
    assert sorted(path.relative_to(FOLDER).as_posix() for path in files) == [
        "endringsliste-2030-2031.docx",
        "endringsliste-2030-2031.html",
        "handlingsplan-2031.docx",
        "handlingsplan-2031.html",
        "saksframlegg-2031-toppdal.docx",
        "saksframlegg-2031-toppdal.html",
        "statusrapport-2030.docx",
        "statusrapport-2030.html",
        "vedtaksoversikt-2031.docx",
        "vedtaksoversikt-2031.html",
    ]
    assert list(tmp_path.iterdir()) == []


def test_html_is_the_page_as_it_is() -> None:
    files = produce(documents(), Malar(), ["html"], FOLDER)
    for path, data in files.items():
        assert data.decode() == page("2031", path.stem)


@pytest.mark.slow
def test_docx_is_a_package(tmp_path: Path) -> None:
    files = produce(documents()[:1], Malar(), ["docx"], tmp_path)
    [(path, data)] = files.items()
    path.write_bytes(data)
    assert is_zipfile(path)


@pytest.mark.slow
def test_pictures_have_the_name_that_the_words_of_the_user_give_them(tmp_path: Path) -> None:
    (tmp_path / "ord").mkdir()
    (tmp_path / "ord" / "nynorsk.yaml").write_text("bilete:\n  namn: Teikning {nr}\n", "utf-8")
    files = produce(documents()[1:2], Malar(tmp_path), ["docx", "odt"], FOLDER)
    for path, inner in {"docx": "word/document.xml", "odt": "content.xml"}.items():
        [data] = [data for file, data in files.items() if file.suffix == f".{path}"]
        text = ZipFile(BytesIO(data)).read(inner).decode()
        assert 'name="Teikning 1"' in text
        assert "Bilete 1" not in text


def test_a_fault_in_a_template_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bygdeplan.side.produksjon.convert", lambda *_, **__: {})
    # The last of the documents but one is wrong.
    (tmp_path / "statusrapport.html.j2").write_text("{{ dokument.gjor }}", encoding="utf-8")
    with pytest.raises(Fault, match=r"statusrapport\.html\.j2, linje 1: ukjent namn `gjor`"):
        produce(documents(), Malar(tmp_path), ["docx"], FOLDER)
