"""Plans that can be built on: a command that needs one ends here when the file has faults."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bygdeplan.load import Source
from bygdeplan.model.plan import Plan
from bygdeplan.report.findings import print_findings
from bygdeplan.rules.checking import check_file, check_shape
from bygdeplan.rules.plassering import Kontroll
from bygdeplan.utgave.planmappe import Planmappe

if TYPE_CHECKING:
    from bygdeplan.audit.opphav import Originalar


def plan_and_fjor(file: Path) -> tuple[Plan, Plan | None]:
    """A plan without feil, and the plan of the year before when there is one.

    Prints what is found on stderr and raises `typer.Exit` when either has feil.
    """
    kontroll = check_file(file)
    if kontroll.har_feil or kontroll.fil.plan is None:
        raise _stop(kontroll)
    fjor = kontroll.fjor
    if fjor is not None and fjor.plan is None:
        raise _stop(check_file(Path(fjor.source.name)))
    return kontroll.fil.plan, fjor.plan if fjor else None


def originals(file: Path) -> "Originalar":
    """The documents of a plan without feil, in every form, to hold finished files against.

    Prints what is found on stderr and raises `typer.Exit` when it has feil.
    """
    from bygdeplan.audit.opphav import Originalar
    from bygdeplan.documents import FORMER
    from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
    from bygdeplan.side.malar import Malar

    plan, fjor = plan_and_fjor(file)
    documents = document_set(plan, fjor, DOKUMENTSLAG, list(plan.kommunar), FORMER)
    return Originalar(file.as_posix(), documents, Malar(Planmappe(file.parent).own_templates))


def readable_plan(file: Path) -> Plan:
    """A plan that has the shape of one, whatever the rules say of it.

    Prints what is found on stderr and raises `typer.Exit` when it has not.
    """
    kontroll = check_file(file)
    if kontroll.fil.plan is None:
        raise _stop(kontroll)
    return kontroll.fil.plan


def readable_edition(wanted: str) -> tuple[Plan, Source]:
    """A plan with the shape of one, as it stands, stood (`2031@HEAD~3`) or was locked (`2031@r1`).

    Its source knows the lines it stands on. Prints what is found on stderr and raises `typer.Exit`
    when the shape is wrong.
    """
    from bygdeplan.utgave.adresse import load_edition

    fil = load_edition(wanted)
    if fil.plan is None:
        raise _stop(check_shape(fil))
    return fil.plan, fil.source


def _stop(kontroll: Kontroll) -> typer.Exit:
    """Print what stands in the way, and that alone: `validate` tells the rest."""
    print_findings("text", [kontroll.checked.feil_alone()], sys.stderr)
    return typer.Exit(1)
