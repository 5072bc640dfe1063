"""What is true of a field stands with the field, and none is without."""

from typing import Annotated

import pytest

from bygdeplan.model.base import Del
from bygdeplan.model.felt import Beløp, Dagar, Heiltal, Rekneskapsbeløp, Tal, Tekst, Timar
from bygdeplan.model.lookup import (
    all_fields,
    decided_fields,
    field_at,
    help_of,
    is_own_affair,
    is_yearly,
)
from bygdeplan.model.om import ORD, PENGAR, RAPPORTERT, UTGÅVE, NyttÅr, Om, Område
from bygdeplan.model.tiltak import FELT, Tiltak


def test_a_field_that_says_nothing_is_no_field() -> None:
    with pytest.raises(TypeError, match="Laus does not say what is true of ting"):

        class Laus(Del):
            ting: Tekst


def test_what_is_true_of_a_field_of_a_part() -> None:
    class Gard(Del):
        namn: Annotated[Tekst | None, Om("namn", ORD)] = None

    assert Gard.OM["namn"].namn == "namn"


@pytest.mark.parametrize("felt", all_fields(), ids=lambda felt: felt.mønster)
def test_every_field_has_a_name_and_help(felt: object) -> None:
    assert isinstance(felt, type(all_fields()[0]))
    assert felt.om.namn == felt.om.namn.strip() != ""
    assert felt.om.namn[0].islower()
    for part in (kind for kind in felt.kinds if isinstance(kind, type) and issubclass(kind, Del)):
        assert part.OM.keys() <= help_of(part).keys()
    if not felt.is_outside and not [*felt.inside()]:
        assert felt.avgjort is not None


def test_every_amount_and_every_share_has_its_unit() -> None:
    """A bare number says what it counts, or its name does."""
    bare = {
        felt.mønster
        for felt in all_fields()
        if {Beløp, Rekneskapsbeløp, Tal, Heiltal, Timar, Dagar} & {*felt.kinds}
        and felt.om.eining is None
        and "dagar" not in felt.om.namn
    }
    assert {pattern.split(".")[-1] for pattern in bare} <= {
        "nr",
        "revisjon",
        "mål",
        "faktisk",
        "utgangspunkt",
        "*",
    }


FIELDS = {
    "delmål.bustad.vekt": ("vekt", Område.VEKT, False),
    "delmål.bustad.tiltak.sti.vekt": None,
    "tiltak.sti.delmål": ("delmål", Område.TILTAK, False),
    "tiltak.sti.status": ("status", Område.TILTAK, False),
    "tiltak.sti.gjennomført": ("gjennomført", Område.TILTAK, True),
    "kommunar.tun.profil.tekstar.samandrag": ("eigne tekstar", Område.TEKST, False),
    "vidare_handsaming.kdd": ("departement", Område.MØTEPLAN, False),
    "avtale.midlar.driftstilskot": ("statlege midlar", Område.MIDLAR, False),
    "kommunar.tun.vedtak.punkt": ("punkt", Område.KOMMUNE, True),
    "noko": None,
}


@pytest.mark.parametrize(("path", "known"), FIELDS.items(), ids=FIELDS)
def test_what_is_known_at_a_path(path: str, known: tuple[str, Område, bool] | None) -> None:
    felt = field_at(tuple(path.split(".")))
    assert (felt and (felt.om.namn, felt.område, felt.is_outside)) == known


def test_a_level_holds_for_all_that_lies_in_what_has_it() -> None:
    felt = field_at(("tiltak", "*", "budsjett", "2031", "finansiering", "anna", "fordeling", "tun"))
    assert felt is not None
    assert felt.avgjort == PENGAR


def test_what_is_yearly() -> None:
    assert is_yearly(("vidare_handsaming", "kdd"))
    assert is_yearly(("samandrag",))
    assert not is_yearly(("kommunar", "tun"))
    assert not is_yearly(("noko",))


def test_what_is_a_kommunes_own_affair() -> None:
    own = ("kommunar", "tun")
    assert is_own_affair((*own, "kommunedirektør"))
    assert is_own_affair((*own, "profil"))
    assert is_own_affair((*own, "profil", "hovudfelt", "Arkiv"))
    assert not is_own_affair((*own, "vurdering"))
    assert not is_own_affair(own)
    assert not is_own_affair(("noko",))


def test_what_a_reason_can_name_follows_from_the_model() -> None:
    assert {*FELT} - Tiltak.OM.keys() == {"delmål"}
    assert [name for name, om in Tiltak.OM.items() if om.is_decided and name not in FELT] == [
        "status"
    ]
    decided = {felt.path[2] for felt in decided_fields() if felt.path[0] == "tiltak"}
    assert decided == {*FELT, "status"}


def test_the_next_year_never_keeps_what_was_reported_or_tells_the_edition() -> None:
    """But for what a closed measure or a whole part takes with it when it goes."""
    kept = [
        felt.mønster
        for felt in all_fields()
        if felt.om.rolle in (RAPPORTERT, UTGÅVE)
        and felt.om.nytt_år is NyttÅr.BLIR
        and not any(part in felt.path for part in ("vedtak", "formannskapsvedtak", "endringar"))
    ]
    assert [path for path in kept if "finansiering" not in path] == []
