"""Whose a document is, and what all of them together come to."""

from pathlib import Path

import pytest

from bygdeplan.vedtak.protokoll.dom import Vedtaksdom
from bygdeplan.vedtak.protokoll.kommune import Opplyst, find_kommune
from bygdeplan.vedtak.protokoll.les import read_document
from bygdeplan.vedtak.protokoll.samla import Samla, check_documents
from tests.plans import plan_with
from tests.vedtak.protokoll.filer import Ending, as_file, page

PLAN = plan_with()
POINTS = PLAN.innstilling
TOPPDAL, GLIMSUND = "toppdal", "ytre-glimsund"


def minutes(kommune: str = "", *, head: str = "", changed: str = "") -> str:
    """The minutes of a kommune that is named at the top, in the properties (`head`), or nowhere."""
    points = [POINTS[0], changed or POINTS[1], POINTS[2]]
    meta = f'<meta name="kommune" content="{head}">' if head else ""
    title = f"Møtebok, {kommune}" if kommune else "Møtebok"
    made = page(points, head=meta).replace("Møtebok for kommunestyret i Toppdal", title)
    is_other = "Glimsund" in kommune or head == GLIMSUND
    return made.replace("Møtedato: 20.02.2031", "Møtedato: 13.02.2031") if is_other else made


def whose(
    folder: Path, text: str, given: str | None = None, ending: Ending = "html"
) -> tuple[str, str]:
    file = folder / f"a.{ending}"
    file.write_bytes(as_file(text, ending))
    found = find_kommune(read_document(file), PLAN, given or "")
    return found.kommune, found.kjelde or found.grunn


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["html", "docx", "odt", "pdf"])
def test_kommune_by_the_properties(ending: Ending, tmp_path: Path) -> None:
    found = whose(tmp_path, minutes(head=GLIMSUND), ending=ending)
    assert found == (GLIMSUND, "eigenskapane i fila")


NAMED = {
    "Toppdal kommune": TOPPDAL,
    "Toppdal kommunestyre": TOPPDAL,
    "kommunestyret i Toppdal": TOPPDAL,
    "formannskapet i Ytre Glimsund": GLIMSUND,
    "Ytre Glimsund kommune": GLIMSUND,
    "TOPPDAL KOMMUNE": TOPPDAL,
    "Toppdal": "",
    "Glimsund kommune": "",
    "Nytoppdal kommune": "",
    "Toppdal kommune og Ytre Glimsund kommune": "",
}


@pytest.mark.parametrize(("name", "id_"), NAMED.items())
def test_kommune_by_the_head_of_the_text(name: str, id_: str, tmp_path: Path) -> None:
    assert whose(tmp_path, minutes(name))[0] == id_


def test_name_within_another_name_is_not_named(tmp_path: Path) -> None:
    plan = plan_with({"kommunar/toppdal/namn": "Glimsund"})
    (tmp_path / "a.html").write_text(minutes("Ytre Glimsund kommune"), encoding="utf-8")
    assert find_kommune(read_document(tmp_path / "a.html"), plan, "").kommune == GLIMSUND


def test_kommune_named_further_down_is_not_the_one(tmp_path: Path) -> None:
    text = minutes().replace("slik han er.", "slik han er, av Toppdal kommune.")
    assert whose(tmp_path, text)[0] == ""


def test_user_says_whose_it_is(tmp_path: Path) -> None:
    assert whose(tmp_path, minutes(), TOPPDAL) == (TOPPDAL, "--kommune")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (minutes("Toppdal kommune"), GLIMSUND),
        (minutes(head=TOPPDAL), GLIMSUND),
        (minutes("Toppdal kommune", head=GLIMSUND), None),
    ],
)
def test_when_two_say_otherwise_nobody_is_believed(
    text: str, given: str | None, tmp_path: Path
) -> None:
    kommune, why = whose(tmp_path, text, given)
    assert kommune == ""
    assert why.startswith("Det er uvisst kva kommune dokumentet er frå: ")


def check(folder: Path, texts: dict[str, str], given: dict[str, str] | None = None) -> Samla:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = [folder / name for name in texts]
    return check_documents(
        PLAN, files, {folder / n: Opplyst(id_) for n, id_ in (given or {}).items()}
    )


OURS, THEIRS = minutes("Toppdal kommune"), minutes("Ytre Glimsund kommune")
OTHER = minutes("Ytre Glimsund kommune", changed="Ubrukte midlar blir ståande.")

TOGETHER: dict[str, tuple[dict[str, str], bool, tuple[str, ...], tuple[str, ...]]] = {
    "all of them": ({"a.html": OURS, "b.html": THEIRS}, True, (TOPPDAL, GLIMSUND), ()),
    "one missing": ({"a.html": OURS}, False, (TOPPDAL,), (GLIMSUND,)),
    "one twice, one missing": ({"a.html": OURS, "b.html": OURS}, False, (TOPPDAL,), (GLIMSUND,)),
    "one other": ({"a.html": OURS, "b.html": OTHER}, False, (TOPPDAL,), ()),
    "one both ways": (
        {"a.html": OURS, "b.html": THEIRS, "c.html": OTHER},
        False,
        (TOPPDAL,),
        (),
    ),
    "one that nobody knows": (
        {"a.html": OURS, "b.html": THEIRS, "c.html": minutes()},
        False,
        (TOPPDAL, GLIMSUND),
        (),
    ),
    "one that cannot be read": (
        {"a.html": OURS, "b.html": THEIRS, "c.html": ""},
        False,
        (TOPPDAL, GLIMSUND),
        (),
    ),
}


@pytest.mark.parametrize(("texts", "same", "like", "missing"), TOGETHER.values(), ids=TOGETHER)
def test_together(
    texts: dict[str, str],
    same: object,
    like: tuple[str, ...],
    missing: tuple[str, ...],
    tmp_path: Path,
) -> None:
    samla = check(tmp_path, texts)
    assert (samla.likelydande, tuple(samla.like), samla.manglar) == (same, like, missing)


def test_one_file_is_not_the_decision_of_two(tmp_path: Path) -> None:
    same = {"a.html": minutes(), "b.html": minutes()}
    samla = check(tmp_path, same, {"a.html": TOPPDAL, "b.html": GLIMSUND})
    assert not samla.likelydande
    assert {each.funn.dom for each in samla.lesne} == {Vedtaksdom.USIKKER}


def test_decision_of_another_kommune_quoted_in_a_document_is_not_its_own(tmp_path: Path) -> None:
    quoted = OURS.replace("<h3>Vedtak</h3>", "<h3>Vedtak i Ytre Glimsund kommunestyre</h3>")
    own = OURS.replace("<h3>Vedtak</h3>", "<h3>Vedtak i Toppdal kommunestyre</h3>")
    assert tuple(check(tmp_path, {"a.html": own}).like) == (TOPPDAL,)
    samla = check(tmp_path, {"a.html": quoted})
    assert samla.like == {}
    assert "Ytre Glimsund" in samla.lesne[0].funn.grunnar[-1]


def test_file_that_only_the_user_names_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(minutes(), encoding="utf-8")
    samla = check_documents(PLAN, [], {tmp_path / "a.html": Opplyst(TOPPDAL)})
    assert tuple(samla.like) == (TOPPDAL,)


def test_document_that_speaks_of_another_kommune_alone_is_not_the_one_named(tmp_path: Path) -> None:
    def told_in(kommune: str) -> str:
        told = f"<p>Møtet i {kommune} kommunestyre blei leidd av ordføraren.</p>"
        return page(POINTS, before=f"<h2>Handsaming</h2>{told}").replace(
            "Møtebok for kommunestyret i Toppdal", "Møtebok"
        )

    for kommune, like in {"Toppdal": (TOPPDAL,), "Ytre Glimsund": ()}.items():
        samla = check(tmp_path, {"a.html": told_in(kommune)}, {"a.html": TOPPDAL})
        assert tuple(samla.like) == like
