"""What is reckoned of a plan once: the same object is given the same result, and no other."""

from bygdeplan.model.minne import reckoned_once
from tests.plans import plan_with


def test_the_same_plan_is_reckoned_once_and_another_that_says_the_same_anew() -> None:
    asked: list[tuple[object, int]] = []

    @reckoned_once
    def year(plan: object, more: int) -> list[int]:
        asked.append((plan, more))
        return [more]

    one, other = plan_with(), plan_with()
    assert year(one, 1) is year(one, 1)
    assert year(other, 1) is not year(one, 1)
    assert year(one, 2) == [2]
    assert year(one, int("2000")) is year(one, int("2000"))
    assert [more for _, more in asked] == [1, 1, 2, 2000]


def test_few_are_kept() -> None:
    asked: list[object] = []

    @reckoned_once
    def told(plan: object) -> None:
        asked.append(plan)

    many = [object() for _ in range(20)]
    for each in [*many, many[-1], many[0]]:
        told(each)
    assert asked == [*many, many[0]]
