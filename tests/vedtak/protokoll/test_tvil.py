"""What makes it uncertain that a body decided what is written."""

import pytest

from bygdeplan.vedtak.protokoll.tvil import changing_points

POINT = "Ubrukte midlar frå 2030 blir overførte til 2031."
LONG_POINT = "Styringsgruppa vurderer framdrift, kostnad, bemanning og varsling."

ADDED = {
    "most of the telling words": (POINT, "Ubrukte midlar går til vegar.", True),
    "one of them": (POINT, "Midlar til vegar kjem seinare.", False),
    "one of them, turned": (POINT, "Midlar til vegar kjem aldri.", True),
    "none of them, turned": (POINT, "Vegar kjem aldri.", False),
    "half of many": (LONG_POINT, "Styringsgruppa har framdrift og bemanning.", True),
    "less than half of many": (LONG_POINT, "Styringsgruppa har framdrift.", False),
    "a word that is too short to tell": (
        "Leia av hus kjem.",
        "Leia for alle hus kjem aldri.",
        False,
    ),
    "a word that is just long enough": ("Huset kjem.", "Huset kjem aldri.", True),
}


@pytest.mark.parametrize(("point", "added", "changes"), ADDED.values(), ids=ADDED)
def test_point_in_addition_that_may_change_a_common_one(
    point: str, added: str, changes: object
) -> None:
    assert bool(list(changing_points([point], [added]))) is changes
