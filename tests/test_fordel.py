"""How a whole sum is divided by a key: parts that are whole, add up and are fair."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.model.okonomi import fordel

kroner = st.integers(0, 10**9)
delar = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.decimals(0, 10**6, places=4),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize(
    ("total", "key", "parts"),
    [
        (100, {"a": 1, "b": 1}, {"a": 50, "b": 50}),
        (100, {"a": 3, "b": 1}, {"a": 75, "b": 25}),
        # What does not go up goes to the largest remainders, one krone each …
        (100, {"a": 1, "b": 2}, {"a": 33, "b": 67}),
        (11, {"a": 1, "b": 1, "c": 5}, {"a": 2, "b": 1, "c": 8}),
        # … and to the first named when they are as large.
        (101, {"a": 1, "b": 1}, {"a": 51, "b": 50}),
        (101, {"b": 1, "a": 1}, {"b": 51, "a": 50}),
        (2, {"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 0}),
        (100, {"a": Decimal("62.5"), "b": Decimal("37.5")}, {"a": 63, "b": 37}),
        (0, {"a": 1, "b": 2}, {"a": 0, "b": 0}),
        (7, {"a": 0, "b": 2}, {"a": 0, "b": 7}),
        # A key that is nothing divides nothing; a rule says so.
        (7, {"a": 0, "b": 0}, {"a": 0, "b": 0}),
        (7, {}, {}),
    ],
)
def test_fordel(total: int, key: Mapping[str, Decimal], parts: Mapping[str, int]) -> None:
    assert fordel(total, key) == parts


@given(total=kroner, key=delar)
def test_parts_add_up_and_are_within_a_krone_of_their_exact_share(
    total: int, key: dict[str, Decimal]
) -> None:
    whole = sum(map(Fraction, key.values()))
    parts = fordel(total, key)
    assert parts.keys() == key.keys()
    assert all(type(part) is int for part in parts.values())
    if whole:
        assert sum(parts.values()) == total
        assert all(abs(parts[name] - total * Fraction(key[name]) / whole) < 1 for name in key)


@given(total=kroner, key=delar, data=st.data())
def test_order_of_a_key_moves_one_krone_at_most(
    total: int, key: dict[str, Decimal], data: st.DataObject
) -> None:
    reordered = dict(data.draw(st.permutations(list(key.items()))))
    here, there = fordel(total, key), fordel(total, reordered)
    assert sum(here.values()) == sum(there.values())
    assert all(abs(here[name] - there[name]) <= 1 for name in key)
