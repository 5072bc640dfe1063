"""The way to adoption: who decides on a plan, in which order, and how far it has come.

`way_to_adoption` is the one walk of it. What is asked for meetings or decisions alone is taken from
there.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from bygdeplan.model.handsaming import Kommune, Steg, Vedtak, VidareHandsaming
from bygdeplan.model.malform import Målform, authorised
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import Avvik, apart, compare_points

Organslag = Literal["formannskap", "kommunestyre", "fylkesutval", "fylkesting", "kdd"]

_I_KOMMUNEN: tuple[tuple[Organslag, str], ...] = (
    ("formannskap", "formannskapsvedtak"),
    ("kommunestyre", "vedtak"),
)
"""The bodies of a kommune, as the keys of their meetings, with those of their decisions."""
_ETTER_KOMMUNANE: tuple[Organslag, ...] = ("fylkesutval", "fylkesting", "kdd")


class Stand(StrEnum):
    """How far a body has come with the plan."""

    VEDTEKE = "vedteke"
    IKKJE_VEDTEKE = "ikkje vedteke"
    UTSETT = "utsett"
    STÅR_ATT = "står att"
    FORFALLEN = "skulle vore avgjort"
    """Its meeting has been, and no decision is written down."""


class Organ(NamedTuple):
    """A body, its meeting, and what it decided, if anything."""

    slag: Organslag
    namn: str
    """«Kommunestyret i Toppdal»."""
    kommune: str | None
    """The id of its kommune."""
    path: Path
    """Where it stands in the plan; the two bodies of a kommune stand in one place."""
    møte: date | None
    """None when the day is not known, and when it is not to meet."""
    møtest: bool
    """Whether it is to meet on the plan, as far as is known."""
    møtepath: Path
    merknad: str | None
    """What is remarked on the meeting."""
    vedtakspath: Path
    vedtak: Vedtak | None
    avvik: tuple[Avvik, ...] = ()
    """Where its wording parts from the common one, in the form that is nearest."""
    målform: Målform | None = None
    """The form of the common wording that it decided; None where there is only one."""

    @property
    def dag(self) -> date | None:
        """The day it decided, else the day it is to meet."""
        return (self.vedtak and self.vedtak.dato) or self.møte

    @property
    def er_utan_dag(self) -> bool:
        """Whether it is to meet, and nobody has said when."""
        return self.møtest and self.møte is None

    @property
    def i_kommunen(self) -> str:
        """What it is called within its kommune: «kommunestyret»."""
        return _in_definite_form(self.slag)

    @property
    def i_setning(self) -> str:
        """Its name within a sentence: «kommunestyret i Toppdal»."""
        return self.namn[:1].lower() + self.namn[1:] if self.kommune else self.namn

    @property
    def er_avgjerande(self) -> bool:
        """Whether its decision must be the same as the others': a kommunestyre's."""
        return self.slag == "kommunestyre"

    def stand(self, today: date | None) -> Stand:
        """How far it has come; without a day, nothing is late."""
        if self.vedtak is not None:
            return Stand(self.vedtak.utfall)
        late = today is not None and self.møte is not None and self.møte < today
        return Stand.FORFALLEN if late else Stand.STÅR_ATT


class Møte(NamedTuple):
    """A body that meets, and the day."""

    organ: Organ
    dag: date


def way_to_adoption(plan: Plan) -> Iterator[Organ]:
    """Every body the plan can come to: kommune by kommune, then county and ministry."""
    for id_, kommune in plan.kommunar.items():
        for slag, key in _I_KOMMUNEN:
            yield _in_kommune(plan, ("kommunar", id_), kommune, slag, key)
    for slag in _ETTER_KOMMUNANE:
        yield from _after_the_kommunar(plan.vidare_handsaming, slag)


def bodies(plan: Plan) -> Iterator[Organ]:
    """Every body that decides on the plan, or has.

    A formannskap is left out when it does not meet on the plan, and when the kommunestyre has
    decided and nobody wrote down what the formannskap said: it is not waited for any more.
    """
    for organ in way_to_adoption(plan):
        gone_on = organ.kommune and plan.kommunar[organ.kommune].vedtak
        if organ.vedtak or organ.slag != "formannskap" or (organ.møtest and not gone_on):
            yield organ


def decisions(plan: Plan) -> Iterator[tuple[Organ, Vedtak]]:
    """Every decision that is written down, with the body that made it."""
    return ((organ, organ.vedtak) for organ in way_to_adoption(plan) if organ.vedtak is not None)


def meetings(plan: Plan) -> Iterator[Møte]:
    """Every meeting whose day is known."""
    return (Møte(each, each.møte) for each in way_to_adoption(plan) if each.møte is not None)


def awaited(plan: Plan) -> Iterator[tuple[Møte, list[Møte]]]:
    """Each meeting whose day is known with those it waits for.

    The kommunestyre waits for its formannskap, the county for every kommunestyre, the ministry and
    fylkestinget for fylkesutvalet.
    """
    known = list(meetings(plan))
    # Where the day of a kommunestyre is not known, no earlier than its formannskap.
    kommunar = list({møte.organ.path: møte for møte in known if møte.organ.kommune}.values())
    utval = [møte for møte in known if møte.organ.slag == "fylkesutval"]
    for møte in known:
        match møte.organ.slag:
            case "formannskap":
                yield møte, []
            case "kommunestyre":
                same = [other for other in known if other.organ.path == møte.organ.path]
                yield møte, same[:-1]
            case "fylkesutval":
                yield møte, kommunar
            case "fylkesting" | "kdd":
                yield møte, utval or kommunar


def _in_definite_form(slag: str) -> str:
    """«formannskapet», «kommunestyret»."""
    return f"{slag.removesuffix('e')}et"


def _in_kommune(plan: Plan, path: Path, kommune: Kommune, slag: Organslag, key: str) -> Organ:
    møte, vedtak = getattr(kommune, slag), getattr(kommune, key)
    avvik, målform = _held_against_common(plan, path, vedtak)
    return Organ(
        slag=slag,
        namn=f"{_in_definite_form(slag).capitalize()} i {kommune.namn}",
        kommune=str(path[-1]),
        path=path,
        møte=møte if isinstance(møte, date) else None,
        møtest=møte != "ingen",
        møtepath=(*path, slag),
        merknad=kommune.merknad,
        vedtakspath=(*path, key),
        vedtak=vedtak,
        avvik=avvik,
        målform=målform,
    )


def common_points(plan: Plan) -> Mapping[Målform, list[str]]:
    """Written form → the points that are put up for adoption; one form where they are the same."""
    points = {
        form: [authorised(point, form) for point in plan.innstilling] for form in plan.målformer
    }
    main = points[plan.hovudform]
    return {form: said for form, said in points.items() if said is main or said != main}


def _held_against_common(
    plan: Plan, path: Path, vedtak: Vedtak | None
) -> tuple[tuple[Avvik, ...], Målform | None]:
    """Where a decision parts from the common points, and the form of those it is nearest to.

    A wording that is not written down is the common one, in the form of the kommune; one that is
    written in both was decided in that form.
    """
    common = common_points(plan)
    own = plan.målform_at(path)
    forms = sorted(common, key=lambda form: form != own)
    if vedtak is None or (len(common) == 1 and not vedtak.punkt):
        return (), None
    decided = [authorised(point, own) for point in vedtak.punkt or ()] or common[own]
    held = {form: tuple(compare_points(common[form], decided)) for form in forms}
    nearest = min(forms, key=lambda form: apart(held[form]))
    return held[nearest], nearest if len(common) > 1 else None


def _after_the_kommunar(further: VidareHandsaming, slag: Organslag) -> Iterator[Organ]:
    steg: Steg | None = getattr(further, slag)
    if steg is not None:
        path: Path = ("vidare_handsaming", slag)
        yield Organ(
            slag=slag,
            namn=steg.organ,
            kommune=None,
            path=path,
            møte=steg.dato,
            møtest=True,
            møtepath=(*path, "dato"),
            merknad=steg.merknad,
            vedtakspath=(*path, "vedtak"),
            vedtak=steg.vedtak,
        )
