"""A limit holds what is past it back, and says what it is."""

from pathlib import Path

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.les import grenser
from bygdeplan.les.avvist import Avvist
from bygdeplan.les.grenser import Filgrense

SIDER = Filgrense(2_000, "Fila har meir enn {} sider")
SAND = Filgrense(3_000_000, "Fila er på meir enn {} MB", per=1_000_000)


@pytest.mark.parametrize(("limit", "said"), [(SIDER, "2 000 sider"), (SAND, "3 MB")])
def test_as_many_as_the_limit_pass_and_one_more_does_not(limit: Filgrense, said: str) -> None:
    limit.hold(limit.most)
    with pytest.raises(Avvist) as refused:
        limit.hold(limit.most + 1)
    assert said in refused.value.finding.message.replace("\xa0", " ")
    assert refused.value.finding.regel.code == "BP804"


def test_what_is_counted_is_not_made_past_the_limit() -> None:
    made: list[str] = []
    with pytest.raises(Avvist):
        made.extend(Filgrense(2, "{}").each(iter("abc")))
    assert list(Filgrense(3, "{}").each(iter("abc"))) == ["a", "b", "c"]


def test_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"1234")
    monkeypatch.setattr(grenser, "FIL", Filgrense(3, "{}"))
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(Avvist):
        grenser.whole(file)


@pytest.mark.parametrize(
    ("name", "said"), [("borte", "finst ikkje"), ("", "er ikkje ei fil"), ("a" * 999, "kan ikkje")]
)
def test_what_is_no_file_is_told(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(Fault, match=said):
        grenser.whole(tmp_path / name)
