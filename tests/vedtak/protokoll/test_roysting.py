"""What a sentence about a vote tells by its figures, where no word says what was accepted."""

import pytest

from bygdeplan.vedtak.protokoll.roysting import Røysteutfall, tell

OUTCOMES = {
    "14 mot 7 røyster.": Røysteutfall.STÅR,
    "Røysting: 14 mot 7": Røysteutfall.STÅR,
    "7 mot 14 røyster.": Røysteutfall.UKJENT,
    "10 mot 10 røyster.": Røysteutfall.UKJENT,
    "Innstillinga fekk 14 røyster og framlegget frå SV 3 røyster.": Røysteutfall.STÅR,
    "Innstillinga fekk 3 røyster og framlegget frå SV 14 røyster.": Røysteutfall.IMOT,
    "Innstillinga fekk 8 røyster og framlegget frå SV 8 røyster.": Røysteutfall.IMOT,
}


@pytest.mark.parametrize(("sentence", "outcome"), OUTCOMES.items())
def test_outcome_by_the_figures(sentence: str, outcome: Røysteutfall) -> None:
    assert [told.utfall for told in tell(sentence)] == [outcome]
