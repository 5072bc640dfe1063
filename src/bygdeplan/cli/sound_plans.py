"""Plans that can be built on: a command that needs one ends here when the file has faults."""

import sys
from typing import TYPE_CHECKING

import typer

from bygdeplan.utgave.utgave import Utgåve

if TYPE_CHECKING:
    from bygdeplan.rules.plassering import Kontroll


def readable(utgåve: Utgåve) -> Utgåve:
    """An edition that has the shape of a plan, whatever the rules say of it.

    Prints what is found on stderr and raises `typer.Exit` when it has not.
    """
    if utgåve.fil.plan is None:
        # The rules cost time to import, and a plan that can be read is put to none of them here.
        from bygdeplan.rules.checking import check_shape

        raise _stop(check_shape(utgåve.fil))
    return utgåve


def sound(utgåve: Utgåve) -> Utgåve:
    """A plan without feil, and the year before it, when there is one, with the shape of a plan.

    Prints what is found on stderr and raises `typer.Exit` when it is not so.
    """
    from bygdeplan.rules.checking import check

    kontroll = check(utgåve)
    if kontroll.har_feil or utgåve.fil.plan is None:
        raise _stop(kontroll)
    if utgåve.året_før and utgåve.fjor is None:
        raise _stop(check(utgåve.året_før))
    return utgåve


def comparable(utgåve: Utgåve) -> Utgåve:
    """An edition whose documents can be held against others, with the year before it.

    Of a plan as it stands no less is asked than of the one held against it; an earlier edition is
    past mending, and needs the shape of a plan.
    """
    if utgåve.er_gjeldande:
        return sound(utgåve)
    readable(utgåve)
    if utgåve.året_før:
        readable(utgåve.året_før)
    return utgåve


def _stop(kontroll: "Kontroll") -> typer.Exit:
    """Print what stands in the way, and that alone: `validate` tells the rest."""
    from bygdeplan.report.findings import print_findings

    print_findings("text", [kontroll.checked.feil_alone()], sys.stderr)
    return typer.Exit(1)
