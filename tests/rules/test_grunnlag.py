"""What messages call a measure or a sub-goal."""

import pytest

from bygdeplan.rules.grunnlag import tittel

TITLES = {
    "a short one": ("Tomme hus", "«Tomme hus»"),
    "quotes of its own": ("Frå «tomt» til hus", "«Frå ‘tomt’ til hus»"),
    "in quotes already": ("«Tomme hus»", "«Tomme hus»"),
    "quotes at the end": ("Huset «Tomt»", "«Huset ‘Tomt’»"),
    "as long as it may be": ("ord " * 19 + "orda", f"«{'ord ' * 19}orda»"),
    "too long": ("ord " * 19 + "ordet", f"«{'ord ' * 19}…»"),
    "one long word": ("x" * 81, f"«{'x' * 80} …»"),
}


@pytest.mark.parametrize(("written", "shown"), TITLES.values(), ids=TITLES)
def test_title_in_a_message(written: str, shown: str) -> None:
    assert tittel(written) == shown
