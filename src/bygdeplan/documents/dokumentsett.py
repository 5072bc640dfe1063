"""Which documents a plan becomes, and what each file is called."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, Protocol, get_args

from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.documents.handlingsplan import Handlingsplan, build_handlingsplan
from bygdeplan.documents.saksframlegg import Form, Saksframlegg, build_saksframlegg
from bygdeplan.documents.statusrapport import Statusrapport, build_statusrapport
from bygdeplan.documents.vedtaksoversikt import Vedtaksoversikt, build_vedtaksoversikt
from bygdeplan.endring import diff_plans
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import Målform

Dokument = Saksframlegg | Handlingsplan | Statusrapport | Endringsliste | Vedtaksoversikt
"""Any document's view."""
Dokumentslag = Literal[
    "saksframlegg", "handlingsplan", "endringsliste", "statusrapport", "vedtaksoversikt"
]
DOKUMENTSLAG: tuple[Dokumentslag, ...] = get_args(Dokumentslag)
TRENG_FJORÅRET: tuple[Dokumentslag, ...] = ("endringsliste", "statusrapport")
"""The documents that cannot be made without the plan of the year before."""
SPORBARE: tuple[Dokumentslag, ...] = ("saksframlegg", "handlingsplan")
"""The documents that can be shown with what is changed; the others tell of changes themselves."""

_FILNAMNSLUTT: dict[Form, str] = {"heil": "", "kropp": "-kropp"}


@dataclass(frozen=True)
class Oppdrag:
    """A document to be made: its file name without ending, and how its view is built."""

    filnamn: str
    build: Callable[[], Dokument]
    målform: Målform = "nynorsk"
    build_mot: Callable[[], Dokument] | None = None
    """How the view of the document is built whose changes are to be shown, if they are."""


class Dokumentgrunnlag(Protocol):
    """What is asked of an edition that documents are made of."""

    @property
    def plan(self) -> Plan: ...

    @property
    def fjor(self) -> Plan | None:
        """The plan of the year before, when there is one."""

    @property
    def namn(self) -> str:
        """What files are called that show the changes since it: `2025`, `2026-r1`."""


def document_set(
    plan: Plan,
    fjor: Plan | None,
    wanted: Collection[Dokumentslag],
    kommunar: Iterable[str],
    former: Sequence[Form] = ("heil",),
) -> list[Oppdrag]:
    """The documents that go with a plan, in the order they are read.

    The councils get the saksframlegg of each of `kommunar` (ids, all of them in the plan) in each
    of `former`, the handlingsplan, the endringsliste against the year before and the statusrapport
    of the year before; without an earlier plan these two are left out. County and ministry get the
    vedtaksoversikt, which says so when nobody has decided yet. Only what is `wanted` comes.
    """
    diff = diff_plans(fjor, plan) if fjor else None
    documents: list[tuple[Dokumentslag, str, Callable[[], Dokument]]] = [
        (
            "saksframlegg",
            f"{plan.år}-{id_}{_FILNAMNSLUTT[form]}",
            partial(build_saksframlegg, plan, id_, diff, form),
        )
        for id_ in kommunar
        for form in former
    ]
    documents.append(("handlingsplan", f"{plan.år}", partial(build_handlingsplan, plan, diff)))
    if fjor and diff:
        years = f"{fjor.år}-{plan.år}"
        documents.append(("endringsliste", years, partial(build_endringsliste, diff)))
        documents.append(("statusrapport", f"{fjor.år}", partial(build_statusrapport, fjor)))
    documents.append(("vedtaksoversikt", f"{plan.år}", partial(build_vedtaksoversikt, plan)))
    return [Oppdrag(f"{slag}-{name}", build) for slag, name, build in documents if slag in wanted]


def tracked_set(
    new: Dokumentgrunnlag,
    old: Dokumentgrunnlag,
    wanted: Collection[Dokumentslag],
    kommunar: Collection[str],
    former: Sequence[Form] = ("heil",),
) -> list[Oppdrag]:
    """The documents of a plan with what is changed since another one, in the order they are read.

    The saksframlegg of each of `kommunar` (ids) that both plans have, in each of `former`, and the
    handlingsplan. Only what is `wanted` comes.
    """
    both = [id_ for id_ in new.plan.kommunar if id_ in kommunar and id_ in old.plan.kommunar]
    shown = [slag for slag in SPORBARE if slag in wanted]
    these, earlier = (document_set(one.plan, one.fjor, shown, both, former) for one in (new, old))
    return [
        replace(this, filnamn=f"{this.filnamn}-mot-{old.namn}", build_mot=before.build)
        for this, before in zip(these, earlier, strict=True)
    ]
