"""The measures from one year's plan to the next: what runs goes on, what is closed goes out."""

from bygdeplan.model.lookup import Planfelt, all_fields, places
from bygdeplan.model.om import NyttÅr
from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.utgave.nyplan.utkast import Utkast

MEASURE = ("delmål", "*", "tiltak", "*")


def carry_on_measures(utkast: Utkast, plan: Plan) -> None:
    """Let measures go on without what was reported, and leave out those that are accounted for.

    The status stays: what is begun does not become not begun. A measure that is closed without an
    assessment stays as it is, for someone to write one.
    """
    for plass in plan.alle_tiltak:
        if is_accounted_for(plass.tiltak):
            utkast.remove(plass.path)
        elif not plass.tiltak.avslutta:
            _reset(utkast, plass)


def is_accounted_for(tiltak: Tiltak) -> bool:
    """Whether a measure is closed, and it is told what came of it."""
    avslutning = tiltak.avslutning
    return tiltak.avslutta and avslutning is not None and avslutning.vurdering is not None


def _reset(utkast: Utkast, plass: TiltakPlass) -> None:
    for felt in renewed(NyttÅr.FJERN, MEASURE):
        for path in places(plass.tiltak, felt.path[len(MEASURE) :]):
            utkast.remove((*plass.path, *path))


def renewed(what: NyttÅr, within: tuple[str, ...] = ()) -> list[Planfelt]:
    """The fields that the next year's file does something with, in a part of the plan.

    Measures count only where they are the part: some go out. A mapping of texts counts text by
    text, for each is a key that can be marked.
    """
    return [
        felt
        for felt in all_fields()
        if felt.om.nytt_år is what
        and felt.path[: len(within)] == within
        and (within == MEASURE or felt.path[: len(MEASURE)] != MEASURE)
        and felt.is_a_key
    ]
