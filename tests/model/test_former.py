"""A plan read in one form: what each text becomes, and that all else is as it was."""

from bygdeplan.model.former import i_form, plantekstar
from bygdeplan.model.malform import Lesetekst, Målform
from bygdeplan.model.plan import Plan
from tests.plans import Edits, plan_with

TITTEL = "delmål/reiseliv/tiltak/turkart/tittel"
BÅE = {"nynorsk": "Turkart", "bokmål": "Tur og kart"}
MIXED: Edits = {
    "kommunar/toppdal/målform": "bokmål",
    "kommunar/toppdal/vurdering": "En vei.",
    "kommunar/toppdal/samisk_namn": "Badjevuopmi",
    TITTEL: BÅE,
    "delmål/reiseliv/tittel": {"bokmål": "Flere gjester"},
}


def read(plan: Plan, målform: Målform) -> dict[str, tuple[str, str | None]]:
    """Path → the text that is read there, and its language when that is another."""
    return {
        "/".join(map(str, found.path)): (str.__str__(found.text), found.text.språk)
        for found in plantekstar(i_form(plan, målform))
        if isinstance(found.text, Lesetekst)
    }


def test_a_plan_in_one_form_is_itself() -> None:
    plan = plan_with()
    assert i_form(plan, "nynorsk") is plan


def test_read_in_its_own_form() -> None:
    assert read(plan_with(MIXED), "nynorsk") == {
        TITTEL: ("Turkart", None),
        "delmål/reiseliv/tittel": ("Flere gjester", "nb-NO"),
        "kommunar/toppdal/vurdering": ("En vei.", "nb-NO"),
        "kommunar/toppdal/samisk_namn": ("Badjevuopmi", "se"),
    }


def test_read_in_the_other_form() -> None:
    plan = plan_with(MIXED)
    found = read(plan, "bokmål")
    assert found[TITTEL] == ("Tur og kart", None)
    assert found["delmål/reiseliv/tittel"] == ("Flere gjester", None)
    assert "kommunar/toppdal/vurdering" not in found
    foreign = {path for path, (_, said) in found.items() if said == "nn-NO"}
    assert {"samandrag", "innstilling/0", "delmål/ungdom/tittel"} <= foreign
    assert not foreign & {
        "avtale/fasar/0/tid",
        "avtale/pilot",
        "kommunar/toppdal/namn",
        "avtale/partar/0",
    }


def test_all_but_the_texts_is_as_it_was() -> None:
    plan = plan_with(MIXED)
    there = i_form(plan, "bokmål")
    assert there.merke is plan.merke
    assert there.budsjett.fordelingsnøklar["folketal"].delar == (
        plan.budsjett.fordelingsnøklar["folketal"].delar
    )
    assert [p.tiltak.budsjett for p in there.alle_tiltak] == [
        p.tiltak.budsjett for p in plan.alle_tiltak
    ]


def test_the_forms_of_a_plan() -> None:
    assert plan_with().målformer == ("nynorsk",)
    assert plan_with(MIXED).målformer == ("nynorsk", "bokmål")
    assert plan_with({"målform": "bokmål"}).målformer == ("bokmål",)
    county = {"vidare_handsaming/kdd/målform": "bokmål"}
    assert plan_with(county).målformer == ("nynorsk", "bokmål")
