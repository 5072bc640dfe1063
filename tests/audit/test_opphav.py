"""Files held against the documents of a plan, each of which is made anew once at most."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.etree import _Element

from bygdeplan.audit import audit_file, opphav
from bygdeplan.audit.opphav import Originalar
from bygdeplan.convert.package import rewrite
from bygdeplan.documents.dokumentsett import Oppdrag
from bygdeplan.funn.checked import Opphavsdom
from bygdeplan.funn.fault import Fault
from bygdeplan.les import read_file
from bygdeplan.les.innhald import VERSJON
from bygdeplan.les.names import DOCX, ODT
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.audit.planting import (
    Ending,
    Plant,
    add,
    after_title,
    both,
    drop,
    drop_all,
    fragment,
    rendered,
    write,
)
from tests.rendered import documents

pytestmark = pytest.mark.slow

PLAN = "plans/2031.yaml"
REPORT = "statusrapport-2030"


def originalar() -> Originalar:
    return Originalar(PLAN, list(documents("2031").values()), Malar())


def saved(folder: Path, ending: Ending, plants: Mapping[str, Plant]) -> Path:
    path = folder / f"fil.{ending}"
    path.write_bytes(rewrite(rendered(ending), plants))
    return path


def no_header_row(text: _Element) -> None:
    """Take the first header row of an odt out of what marks it."""
    marks = next(text.iter(ODT("table:table-header-rows")))
    for row in list(marks):
        marks.addprevious(row)
    drop(ODT, "table:table-header-rows")(text)


def in_english(text: _Element) -> None:
    """Mark the first run of a docx as English."""
    next(text.iter(DOCX("w:r"))).insert(0, fragment(DOCX, '<w:rPr><w:lang w:val="en-GB"/></w:rPr>'))


def without_alternative_text(text: _Element) -> None:
    """Take the text off the first picture of a docx."""
    next(text.iter(DOCX("wp:docPr"))).attrib.pop("descr")


TEXT_BOX = """<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Boks 1"/><a:graphic>
<a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Lausrive</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
</w:p>"""


def stamped(ending: Ending, **properties: str) -> dict[str, Plant]:
    """Properties of the file itself, as Word and LibreOffice hold them."""
    if ending == "docx":
        write = '<custom:property name="{}"><custom:lpwstr>{}</custom:lpwstr></custom:property>'
        part, names, path = "docProps/custom.xml", DOCX, "."
    else:
        write = '<meta:user-defined meta:name="{}">{}</meta:user-defined>'
        part, names, path = "meta.xml", ODT, "office:meta"
    return {part: both(*(add(names, path, write.format(*one)) for one in properties.items()))}


def test_a_document_is_made_once_whatever_files_are_held_against_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def count(wanted: list[Oppdrag], *others: object) -> dict[Path, bytes]:
        made.append(wanted[0].filnamn)
        return produce(wanted, *others)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(opphav, "produce", count)
    held_against = originalar()
    for folder in ("eitt", "to"):
        (tmp_path / folder).mkdir()
        judged = held_against.judge(read_file(saved(tmp_path / folder, "docx", {})))
        assert (judged[0].dom, judged[0].dokument, judged[1]) == (Opphavsdom.LIK, REPORT, [])
    assert made == [REPORT]


def test_only_the_likest_is_made_of_a_file_that_does_not_say_where_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def count(wanted: list[Oppdrag], *others: object) -> dict[Path, bytes]:
        made.append(wanted[0].filnamn)
        return produce(wanted, *others)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(opphav, "produce", count)
    name = "saksframlegg-2031-toppdal-kropp"
    silent = {
        "docProps/custom.xml": drop_all(DOCX, "custom:property"),
        "docProps/core.xml": drop(DOCX, "dc:title"),
    }
    file = tmp_path / "fil.docx"
    file.write_bytes(rewrite(rendered("docx", name), silent))
    judged = originalar().judge(read_file(file))
    assert (judged[0].dom, judged[0].dokument) == (Opphavsdom.LIK, name)
    assert made == [name]


MARKS: dict[str, tuple[Ending, Plant, list[str]]] = {
    "a row that is no header": ("docx", drop(DOCX, "w:tblHeader"), ["BP821"]),
    "a row that is no header, odt": ("odt", no_header_row, ["BP821"]),
    "text in another language": ("docx", in_english, ["BP842"]),
    "a text box": ("docx", after_title("docx", TEXT_BOX), ["BP862"]),
    "a picture without its text": ("docx", without_alternative_text, ["BP831"]),
}


@pytest.mark.parametrize(("ending", "plant", "codes"), MARKS.values(), ids=MARKS)
def test_what_a_rule_tells_is_an_edit_and_told_once(
    ending: Ending, plant: Plant, codes: list[str], tmp_path: Path
) -> None:
    part = {"docx": "word/document.xml", "odt": "content.xml"}[ending]
    checked = audit_file(saved(tmp_path, ending, {part: plant}), originalar())
    assert [finding.regel.code for finding in checked.findings] == codes
    assert checked.opphav
    assert checked.opphav.dom is Opphavsdom.ENDRA


def test_another_title_in_the_properties_is_an_edit(tmp_path: Path) -> None:
    plants = {"docProps/core.xml": write(DOCX, "dc:title", "Heilt anna")}
    checked = audit_file(saved(tmp_path, "docx", plants), originalar())
    [finding] = checked.findings
    assert finding.regel.code == "BP881"
    assert finding.path == ("docProps/core.xml", "tittel")


def test_file_that_cannot_be_read_comes_from_nowhere(tmp_path: Path) -> None:
    (tmp_path / "notat.docx").write_text("Hei", encoding="utf-8")
    checked = audit_file(tmp_path / "notat.docx", originalar())
    assert checked.opphav is None
    assert [finding.regel.code for finding in checked.findings] == ["BP801"]


def test_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="finst ikkje"):
        audit_file(tmp_path / "notat.docx", originalar())


# --- what the properties say of the plan ---


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_properties_of_the_plan_are_read_and_the_version_is_none_of_them(
    ending: Ending, tmp_path: Path
) -> None:
    plants = stamped(ending, Planår="2031", Revisjon="2", **{VERSJON: "0.1.0"})
    said = read_file(saved(tmp_path, ending, plants)).eigenskapar.opphav
    assert said.keys() == {"Planår", "Revisjon", "Kontrollsum"}
    assert (said["Planår"], said["Revisjon"]) == ("2031", "2")


@pytest.mark.parametrize("ending", ["docx", "odt"])
@pytest.mark.parametrize(("revisjon", "dom"), [("2", Opphavsdom.LIK), ("1", Opphavsdom.ANNAN_PLAN)])
def test_another_revision_is_another_plan_though_the_text_is_the_same(
    ending: Ending,
    revisjon: str,
    dom: Opphavsdom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stamp(*given: object) -> dict[Path, bytes]:
        files = produce(*given)  # type: ignore[arg-type]  # handed on as it came
        return {path: rewrite(file, stamped(ending, Revisjon="2")) for path, file in files.items()}

    monkeypatch.setattr(opphav, "produce", stamp)
    file = saved(tmp_path, ending, stamped(ending, Revisjon=revisjon))
    judged = originalar().judge(read_file(file))
    assert judged[0].dom is dom
