"""`--against`: which plan the documents are held against, and what can be shown of it."""

import re
import sys
from collections.abc import Collection, Sequence

from bygdeplan.cli.sound_plans import plan_and_fjor, readable_edition, readable_plan
from bygdeplan.documents import Form
from bygdeplan.documents.dokumentsett import SPORBARE, Dokumentslag, Oppdrag, Utgåve, tracked_set
from bygdeplan.funn.fault import Fault
from bygdeplan.model.plan import Plan
from bygdeplan.ord.nynorsk import liste
from bygdeplan.utgave.planmappe import LOCK, Planmappe, file_of, find_plan, split_address

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
    old = Utgåve(*_plan_and_fjor(against), _name_of(against))
    new_names = [this.plan.kommunar[k].namn for k in kommunar if k not in old.plan.kommunar]
    if "saksframlegg" in documents and new_names:
        missing = f"Planen for {old.plan.år} har ikkje {liste(new_names)}"
        told = f"{missing}, så der er det ikkje noko saksframlegg å samanlikne med."
        print(told, file=sys.stderr)  # noqa: T201  # the command's talk
    return tracked_set(this, old, documents, kommunar, former)


def _plan_and_fjor(against: str) -> tuple[Plan, Plan | None]:
    """The plan a user names, in whatever edition, and the one of the year before it."""
    if split_address(against) is None and not against.endswith(LOCK):
        return plan_and_fjor(find_plan(against))
    plan, _ = readable_edition(against)
    before = Planmappe(file_of(against).parent).before(plan.år)
    return plan, readable_plan(before) if before else None


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
    plan, edition = split_address(against) or (against, "")
    name = re.sub(r".*[/\\]|\.(?:yaml|yml|lock)$", "", plan)
    return _NOT_IN_FILE_NAMES.sub("-", f"{name}-{edition}").strip("-.")
