"""A docx whose changes are tracked is read as if all of them were accepted."""

from pathlib import Path

import pytest

from bygdeplan.audit.samanlikning import find_edits, is_same
from bygdeplan.convert import convert
from bygdeplan.les import read_file
from bygdeplan.side.sporing import track_changes
from tests.convert.pages import FIGURE, LOOK, page, row, table

pytestmark = pytest.mark.slow

TABLES = f"<p>Tabellen er kort.</p>{table(row('Hus', '1'), row('Veg', '2'))}"
OLD = page(f"<h2>Mål</h2><p>Alle bygdene no.</p>{FIGURE}<p>Heilt anna prat.</p>{TABLES}")
NEW = page(f"<h2>Mål</h2><p>Alle fylka no.</p>{TABLES.replace(row('Hus', '1'), '')}").replace(
    "Tabell 1. Eit namn", "Tabell 1. Eit anna namn"
)


def test_what_is_taken_out_is_not_read(tmp_path: Path) -> None:
    read = []
    for name, shown in {"ny": NEW, "mot": track_changes(OLD, NEW)}.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(convert(shown, ["docx"], LOOK)["docx"])
        read.append(read_file(file))
    new, tracked = read
    assert [*find_edits(tracked, new, "plans/2031.yaml")] == []
    assert is_same(tracked, new)
    assert [avsnitt.tekst for avsnitt in tracked.avsnitt] == [a.tekst for a in new.avsnitt]
    assert [tabell.tomme_celler for tabell in tracked.tabellar] == [()]
    assert tracked.bilete == ()
    assert len(tracked.endringar) > 5
