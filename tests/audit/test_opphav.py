"""Files held against the documents of a plan, each of which is made anew once at most."""

from collections.abc import Mapping
from pathlib import Path

import pytest

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
from tests.audit.planting import Ending, Plant, add, both, rendered
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
