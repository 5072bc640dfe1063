"""The page of the changes: fresh, and in Nynorsk."""

import re

import pytest

from bygdeplan.endring.slag import SLAG
from bygdeplan.funn.fault import Fault
from bygdeplan.model.lookup import decided_fields
from bygdeplan.report.changes import changes_as_markdown, find_slag
from tests.rules.cases import not_nynorsk
from tests.schemas import ROOT

PAGE = ROOT / "docs" / "endringar.md"


def test_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == f"{changes_as_markdown()}\n", "run: make derived"


def test_every_kind_and_every_field_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^\| (EN\d+) ", text, re.MULTILINE) == list(SLAG)
    assert re.findall(r"^\| `(\S+)` ", text, re.MULTILINE) == [f.mønster for f in decided_fields()]


def test_page_is_nynorsk() -> None:
    assert not_nynorsk(PAGE.read_text(encoding="utf-8")) == []


def test_codes_are_found_in_any_case() -> None:
    assert find_slag(" en109 ") is SLAG["EN109"]
    with pytest.raises(Fault, match="Endringa `EN999` finst ikkje"):
        find_slag("EN999")
