"""Columns of figures get room for two figures, and the names give it."""

import re

from bygdeplan.side.sporing import track_changes
from tests.convert.pages import page

NAMES = 24


def widths(old: str, new: str, names: float = 70) -> list[float]:
    """The widths of the columns of a table with one figure that is changed."""

    def one(figure: str) -> str:
        return page(
            "<table><caption>Tabell 1. Sum</caption>"
            f'<colgroup><col style="width: {names}%"><col style="width: 10%">'
            f'<col style="width: {90 - names}%"></colgroup>'
            "<thead><tr><th>Kva</th><th>Sum</th><th>Del</th></tr></thead><tbody>"
            f'<tr><th scope="row">Hus</th><td class="tal">{figure}</td><td class="tal">1</td></tr>'
            "</tbody></table>"
        )

    return [
        float(width) for width in re.findall(r"width: ([\d.]+)%", track_changes(one(old), one(new)))
    ]


def test_a_column_with_a_changed_figure_is_wider() -> None:
    first, changed, other = widths("1\u00a0450", "1\u00a0090")
    assert changed > 10
    assert first == 80 - changed
    assert other == 20


def test_a_column_without_changes_is_as_it_was() -> None:
    assert widths("1\u00a0450", "1\u00a0450") == [70, 10, 20]


def test_a_column_that_is_wide_enough_is_as_it_was() -> None:
    assert widths("1", "2") == [70, 10, 20]


def test_the_names_keep_what_they_need() -> None:
    assert widths("1\u00a0450\u00a0000\u00a0000", "7", names=NAMES + 1)[0] == NAMES


def test_narrow_names_give_nothing() -> None:
    assert widths("1\u00a0450\u00a0000\u00a0000", "7", names=NAMES - 4) == [20, 10, 70]
