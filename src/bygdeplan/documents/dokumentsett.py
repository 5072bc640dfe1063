"""Which documents a plan becomes, and what each file is called."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Literal, NamedTuple, Protocol, cast, get_args

from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.documents.handlingsplan import Handlingsplan, build_handlingsplan
from bygdeplan.documents.saksframlegg import Form, Saksframlegg, build_saksframlegg
from bygdeplan.documents.statusrapport import Statusrapport, build_statusrapport
from bygdeplan.documents.vedtaksoversikt import Vedtaksoversikt, build_vedtaksoversikt
from bygdeplan.endring import Plandiff, diff_plans
from bygdeplan.model.former import i_form
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


class Dokumentemne(NamedTuple):
    """What a document is of."""

    slag: Dokumentslag
    år: str
    """«2031», or «2030–2031» of what tells of two."""
    kommune: str = ""
    """The name of the kommune whose council gets it; empty for what is common to all."""


@dataclass(frozen=True)
class Oppdrag:
    """A document to be made: its file name without ending, and how its view is built."""

    filnamn: str
    emne: Dokumentemne
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


class _Lesing(NamedTuple):
    """A plan with the year before as they are read in a form, and what has changed between them."""

    plan: Plan
    fjor: Plan | None
    diff: Plandiff | None


def document_set(
    plan: Plan,
    fjor: Plan | None,
    wanted: Collection[Dokumentslag],
    kommunar: Iterable[str],
    former: Sequence[Form] = ("heil",),
) -> list[Oppdrag]:
    """The documents that go with a plan, in the order they are read, each in its receiver's form.

    The councils get the saksframlegg of each of `kommunar` (ids, all of them in the plan) in each
    of `former`, the handlingsplan, the endringsliste against the year before and the statusrapport
    of the year before; without an earlier plan these two are left out. County and ministry get the
    vedtaksoversikt, which says so when nobody has decided yet. Only what is `wanted` comes.

    What is common to all comes in each written form that someone gets the plan in; all but the
    plan's own form stands last in the name.
    """
    saksframlegg = [(id_, form) for id_ in kommunar for form in former]
    return _documents(plan, (plan, fjor), wanted, saksframlegg)


def tracked_set(
    new: Dokumentgrunnlag,
    old: Dokumentgrunnlag,
    wanted: Collection[Dokumentslag],
    kommunar: Collection[str],
    former: Sequence[Form] = ("heil",),
) -> list[Oppdrag]:
    """The documents of a plan with what is changed since another one, in the order they are read.

    The saksframlegg of each of `kommunar` (ids) that both plans have, in each of `former`, and the
    handlingsplan. Only what is `wanted` comes. Both are read in the form that the new plan gives.
    """
    both = [id_ for id_ in new.plan.kommunar if id_ in kommunar and id_ in old.plan.kommunar]
    saksframlegg = [(id_, form) for id_ in both for form in former]
    shown = [slag for slag in SPORBARE if slag in wanted]
    these, earlier = (
        _documents(new.plan, (one.plan, one.fjor), shown, saksframlegg) for one in (new, old)
    )
    return [
        replace(this, filnamn=f"{this.filnamn}-mot-{old.namn}", build_mot=before.build)
        for this, before in zip(these, earlier, strict=True)
    ]


def _documents(
    mottakarar: Plan,
    plans: tuple[Plan, Plan | None],
    wanted: Collection[Dokumentslag],
    saksframlegg: Iterable[tuple[str, Form]],
) -> list[Oppdrag]:
    """The documents of a plan and the year before, in the forms that the plan `mottakarar` says."""
    plan, fjor = plans

    @cache
    def read_in(målform: Målform) -> _Lesing:
        this, before = i_form(plan, målform), fjor and i_form(fjor, målform)
        return _Lesing(this, before, diff_plans(before, this) if before else None)

    def made(
        emne: Dokumentemne, last: str, målform: Målform, build: Callable[[_Lesing], Dokument]
    ) -> Iterator[Oppdrag]:
        if emne.slag in wanted:
            name = f"{emne.slag}-{emne.år.replace('–', '-')}{last}"
            yield Oppdrag(name, emne, lambda: build(read_in(målform)), målform)

    def documents() -> Iterator[Oppdrag]:
        for id_, form in saksframlegg:
            målform = mottakarar.målform_at(("kommunar", id_))
            emne = Dokumentemne("saksframlegg", f"{plan.år}", plan.kommunar[id_].namn)
            last = f"-{id_}{_FILNAMNSLUTT[form]}"
            yield from made(emne, last, målform, partial(_saksframlegg, id_, form))
        for emne, build in _common(plan, fjor):
            for målform in mottakarar.målformer:
                yield from made(emne, _form_last(mottakarar, målform), målform, build)

    return list(documents())


def _common(
    plan: Plan, fjor: Plan | None
) -> Iterator[tuple[Dokumentemne, Callable[[_Lesing], Dokument]]]:
    """What all get the same of, and how its view is built."""
    this = f"{plan.år}"
    yield (
        Dokumentemne("handlingsplan", this),
        lambda read: build_handlingsplan(read.plan, read.diff),
    )
    if fjor:
        yield (
            endringsemne(fjor, plan),
            lambda read: build_endringsliste(cast("Plandiff", read.diff)),
        )
        yield (
            Dokumentemne("statusrapport", f"{fjor.år}"),
            lambda read: build_statusrapport(cast("Plan", read.fjor)),
        )
    yield Dokumentemne("vedtaksoversikt", this), lambda read: build_vedtaksoversikt(read.plan)


def endringsemne(før: Plan, etter: Plan) -> Dokumentemne:
    """What an endringsliste from one plan to another is of."""
    return Dokumentemne("endringsliste", f"{før.år}–{etter.år}")


def _saksframlegg(kommune_id: str, form: Form, read: _Lesing) -> Dokument:
    return build_saksframlegg(read.plan, kommune_id, read.diff, form)


def _form_last(receivers: Plan, målform: Målform) -> str:
    """«-bokmal» on what a Nynorsk plan makes in Bokmål; nothing on what is in its own form."""
    return "" if målform == receivers.hovudform else f"-{målform.replace('å', 'a')}"
