"""Columns of figures are wide enough for what stands in them, and tables turn when they must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.documents.dokument import Rad
from bygdeplan.documents.kolonnar import figure_table

WORDS = st.text("aeimotnr ", min_size=1, max_size=30)
ROWS = st.integers(1, 9).flatmap(
    lambda columns: st.tuples(
        st.lists(WORDS, min_size=columns, max_size=columns),
        st.lists(
            st.builds(
                Rad, WORDS, st.tuples(*[st.sampled_from(["0", "17 120", "42 390 000"])] * columns)
            ),
            min_size=1,
            max_size=4,
        ),
    )
)


@given(ROWS)
def test_columns_fill_the_page(columns: tuple[list[str], list[Rad]]) -> None:
    table = figure_table("Tittel", "Kva", *columns)
    widths = [column.breidde for column in table.kolonnar]
    assert sum(widths) == pytest.approx(100)
    assert all(width > 0 for width in widths)
    assert [column.tal for column in table.kolonnar] == [False] + [True] * (len(widths) - 1)


def widths(*titles: str, names: tuple[str, ...] = ("Hus",), cell: str = "1") -> list[float]:
    rows = [Rad(name, tuple(cell for _ in titles)) for name in names]
    return [column.breidde for column in figure_table("Tittel", "Kva", titles, rows).kolonnar]


def test_a_longer_word_makes_a_wider_column() -> None:
    _, short, long = widths("Sum", "Fylkeskommunen", names=("x" * 80,))
    assert long > 2 * short


def test_a_longer_figure_makes_a_wider_column() -> None:
    long_name = ("x" * 80,)
    assert widths("Sum", cell="42 390 000", names=long_name)[1] > widths("Sum", names=long_name)[1]


def test_a_heading_takes_two_lines_at_most() -> None:
    """«Verdi av» over «timane (kr)», not a word on each line."""
    long_name = ("x" * 80,)
    [_, four_words] = widths("Verdi av timane (kr)", names=long_name)
    assert four_words == widths("timane\u00a0(kr)", names=long_name)[1]


def test_short_names_leave_room_for_headings_on_one_line() -> None:
    first, carried, used = widths("Overført til neste år", "Brukt", names=("2026",))
    assert carried > 20
    assert used > 10
    assert first < 60


def test_room_that_is_free_goes_first_to_headings_that_lack_it() -> None:
    """What is left then is shared alike, so two that lack nothing stay as wide as each other."""
    _, one, other, long = widths("Sum", "Alt", "Overført til neste år", cell="42 390 000")
    assert one == other
    assert one < long
    assert widths("Sum", "Alt", cell="42 390 000")[1] == widths("Alt", "Sum", cell="42 390 000")[1]


def test_the_name_of_a_group_takes_the_whole_row_and_no_room_in_the_column() -> None:
    rows = [Rad("x" * 90, slag="gruppe"), Rad("Hus", ("1",))]
    [first, _] = figure_table("Tittel", "Kva", ["Sum"], rows).kolonnar
    assert first.breidde == widths("Sum")[0]


def test_a_table_turns_when_the_names_would_have_too_little_room() -> None:
    titles = ["Fylkeskommunen"] * 5
    rows = [Rad("Eit tiltak med eit langt namn", ("1",) * 5)]
    assert figure_table("Tittel", "Tiltak", titles, rows).form == "liggjande"
    assert (
        figure_table("Tittel", "Tiltak", titles[:3], [Rad("x" * 29, ("1",) * 3)]).form == "vanleg"
    )
