"""The marks «førebels» and «døme» beside a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.model import Merke, Path
from bygdeplan.model.merke import Merkeslag

MERKE = Merke(
    førebels=frozenset({("dato",), ("delmål", "bustad"), ("delmål", "bustad", "tiltak", "a")}),
    døme=frozenset({("delmål", "bustad", "tiltak")}),
)

paths = st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=4).map(tuple)
marks = st.builds(Merke, st.frozensets(paths, max_size=3), st.frozensets(paths, max_size=3))


@pytest.mark.parametrize(
    ("path", "slag"),
    [
        ((), None),
        (("år",), None),
        (("dato",), "førebels"),
        (("delmål",), None),
        (("delmål", "bustad"), "førebels"),
        (("delmål", "bustad", "vekt"), "førebels"),
        (("delmål", "bustad", "tiltak"), "døme"),
        (("delmål", "bustad", "tiltak", "a"), "døme"),
        (("delmål", "bustad", "tiltak", "a", "samarbeid", 0), "døme"),
        (("delmål", "helse"), None),
    ],
)
def test_a_mark_covers_what_lies_within_and_an_example_outweighs_what_is_not_confirmed(
    path: Path, slag: Merkeslag | None
) -> None:
    assert MERKE.covering(path) == slag


def test_marks_come_in_the_order_of_their_paths() -> None:
    assert list(MERKE) == [
        ("førebels", ("dato",)),
        ("førebels", ("delmål", "bustad")),
        ("døme", ("delmål", "bustad", "tiltak")),
        ("førebels", ("delmål", "bustad", "tiltak", "a")),
    ]


def test_nothing_is_marked_when_nothing_is_said() -> None:
    assert list(Merke()) == []
    assert Merke().covering(("år",)) is None


@given(marks)
def test_every_mark_covers_its_own_path_and_comes_once(merke: Merke) -> None:
    listed = list(merke)
    assert len(listed) == len(set(listed)) == len(merke.førebels) + len(merke.døme)
    assert all(merke.covering(path) in (slag, "døme") for slag, path in listed)


@given(marks, paths, paths)
def test_what_covers_a_thing_covers_what_lies_in_it(merke: Merke, path: Path, more: Path) -> None:
    if merke.covering(path):
        assert merke.covering((*path, *more))


@given(marks, paths)
def test_what_touches_a_value_lies_in_it_or_around_it(merke: Merke, path: Path) -> None:
    touching = {slag for slag, at in merke if at[: len(path)] == path[: len(at)]}
    assert merke.touching(path) == ("døme" if "døme" in touching else next(iter(touching), None))
