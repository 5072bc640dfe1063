"""The measures from one year's plan to the next: what runs goes on, what is closed goes out."""

from bygdeplan.model.plan import Plan, TiltakPlass
from bygdeplan.model.tiltak import Tiltak
from bygdeplan.utgave.nyplan.utkast import Utkast

REPORTED = ("statusdato", "gjennomført", "førebels_resultat", "som_tiltak", "endringar")
"""What a measure tells of the plan's year alone."""


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
    for felt in REPORTED:
        utkast.remove((*plass.path, felt))
    for id_ in plass.tiltak.indikatorar:
        utkast.remove((*plass.path, "indikatorar", id_, "faktisk"))
