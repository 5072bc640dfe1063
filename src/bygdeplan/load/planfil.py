"""One plan file, read as far as it can be."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path as FilePath
from typing import NamedTuple

from pydantic import ValidationError

from bygdeplan.funn.finding import Finding
from bygdeplan.load.compose import compose
from bygdeplan.load.data import mark_findings, marks_with_effect, read_data
from bygdeplan.load.reglar import FOR_MANGE_FEIL, TOM_FIL
from bygdeplan.load.shape import lacks_told_of, refusals, shape_findings
from bygdeplan.load.source import Node, Source
from bygdeplan.load.text import decode_pasted, read_bytes
from bygdeplan.model import Plan

MAX_FINDINGS = 200
"""No one mends more at a time; what comes after is more of the same."""


class Planfil(NamedTuple):
    """A plan file: its source, its plan when it has the shape of one, and what was found."""

    source: Source
    plan: Plan | None
    findings: tuple[Finding, ...]


def load_plan(path: FilePath, name: str | None = None) -> Planfil:
    """Read a plan file; `name` is what reports call it. Raises `Fault` when there is no file."""
    return read_plan(read_bytes(path), name or path.as_posix())


def read_plan(data: bytes, name: str) -> Planfil:
    """Read a plan from the bytes of a file; it has no plan when its shape is not that of one."""
    text, found = decode_pasted(data)
    root, written = compose(text)
    source = Source(name, text, root)
    if root is None:
        found = chain(found, written)
        return Planfil(source, None, _at_most(found) or (_nothing_written(),))
    plan, shape = _read_shape(root, source)
    return Planfil(source, plan, _at_most(chain(found, written, shape)))


def _read_shape(root: Node, source: Source) -> tuple[Plan | None, Iterator[Finding]]:
    data, marks = read_data(root)
    try:
        plan = Plan.model_validate(data, context=marks_with_effect(marks))
    except ValidationError as error:
        refused = refusals(error, source)
        return None, chain(
            mark_findings(marks, lacks_told_of(refused)), shape_findings(refused, source)
        )
    return plan, mark_findings(marks)


def _at_most(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    first = tuple(islice(findings, MAX_FINDINGS + 1))
    return first if len(first) <= MAX_FINDINGS else (*first[:-1], _too_many())


def _too_many() -> Finding:
    return FOR_MANGE_FEIL.finding(
        (),
        f"Fila har meir enn {MAX_FINDINGS} feil; resten er ikkje vist.",
        "Rett nokre av feila og prøv att. Ofte er det éin ting som er gjord mange gonger.",
    )


def _nothing_written() -> Finding:
    return TOM_FIL.finding(
        (), "Det står ingen plan i fila.", "Byrja gjerne med ein kopi av planen frå i fjor."
    )
