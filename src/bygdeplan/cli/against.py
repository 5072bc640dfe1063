"""`--against`: which plan the documents are held against, and what can be shown of it."""

import re
import sys
from collections.abc import Collection, Sequence

from bygdeplan.cli.sound_plans import plan_and_fjor
from bygdeplan.documents import Form
from bygdeplan.dokumentsett import SPORBARE, Dokumentslag, Oppdrag, Utgåve, tracked_set
from bygdeplan.fault import Fault
from bygdeplan.nynorsk import liste
from bygdeplan.planmappe import find_plan

_NOT_IN_FILE_NAMES = re.compile(r"[^\w.~-]+")


def documents_against(
    against: str,
    this: Utgåve,
    documents: Collection[Dokumentslag],
    kommunar: Collection[str],
    former: Sequence[Form],
) -> list[Oppdrag]:
    """The documents of a plan with what is changed since the one a user names.

    Says on stderr which kommunar have no earlier saksframlegg to be held against. Raises
    `typer.Exit` when the earlier plan has feil, and `Fault` when there is none.
    """
    old = Utgåve(*plan_and_fjor(find_plan(against)), _name_of(against))
    new_names = [this.plan.kommunar[k].namn for k in kommunar if k not in old.plan.kommunar]
    if "saksframlegg" in documents and new_names:
        what = (
            f"Planen for {old.plan.år} har ikkje {liste(new_names)}; det saksframlegget har ikkje"
        )
        print(f"{what} noko å jamførast med.", file=sys.stderr)  # noqa: T201  # the command's talk
    return tracked_set(this, old, documents, kommunar, former)


def trackable(asked: Sequence[Dokumentslag], formats: Collection[str]) -> list[Dokumentslag]:
    """The documents to be shown with changes: those asked for, else all that can be.

    Raises `Fault` for a document or a format that cannot show them.
    """
    for name in asked:
        if name not in SPORBARE:
            raise Fault(
                f"{name.capitalize()} kan ikkje visast med endringar. "
                f"Med --against kan du velje {liste(SPORBARE, 'eller')}."
            )
    if "odt" in formats:
        raise Fault(
            "Spora endringar finst ikkje i odt. Vel docx, som LibreOffice òg opnar, eller "
            "html, pdf eller md."
        )
    return list(asked or SPORBARE)


def _name_of(against: str) -> str:
    """What a plan is called in a file name: `2025`, `2026-r1`, `2026-HEAD~3`, without its path."""
    is_file = against.endswith((".yaml", ".yml"))
    name = re.split(r"[/\\]", against)[-1].rpartition(".")[0] if is_file else against
    return _NOT_IN_FILE_NAMES.sub("-", name).strip("-.")
