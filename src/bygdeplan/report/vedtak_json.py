"""What `vedtak check` and `vedtak list` print with `--format json`, and the classes they follow."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import SPRÅKMERKE
from bygdeplan.report.maskin import Facts, WordingFacts, as_json, wording_facts
from bygdeplan.report.vedtakskontroll import DOMAR, SAMANLIKNA
from bygdeplan.report.vedtaksliste import papers_for
from bygdeplan.vedtak.protokoll.dom import Bevis, Bevisslag, Vedtaksdom, Vedtakssteg
from bygdeplan.vedtak.protokoll.kommune import Kommunekjelde
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag
from bygdeplan.vedtak.protokoll.samla import Lese, Samla
from bygdeplan.vedtak.saksgang import Organ, Organslag, Stand, bodies, common_points

Verdict = Literal[
    "identical", "identical-with-additions", "uncertain", "different", "not-found", "not-read"
]
VERDICTS: Mapping[Vedtaksdom, Verdict] = {
    Vedtaksdom.LIK: "identical",
    Vedtaksdom.TILLEGG: "identical-with-additions",
    Vedtaksdom.USIKKER: "uncertain",
    Vedtaksdom.ULIK: "different",
    Vedtaksdom.IKKJE_FUNNE: "not-found",
    Vedtaksdom.ULESELEG: "not-read",
}
Compared = Literal["decision", "formannskap-recommendation", "recommendation"]
COMPARED: Mapping[Passasjeslag, Compared] = {
    Passasjeslag.VEDTAK: "decision",
    Passasjeslag.INNSTILLING: "formannskap-recommendation",
    Passasjeslag.TILRÅDING: "recommendation",
}
Stage = Literal["decision", "recommendation"]
STAGES: Mapping[Vedtakssteg, Stage] = {
    Vedtakssteg.VEDTAK: "decision",
    Vedtakssteg.INNSTILLING: "recommendation",
}
Piece = Literal["municipality", "body", "meeting", "case", "decision", "vote", "all-read"]
PIECES: Mapping[Bevisslag, Piece] = {
    Bevisslag.KOMMUNE: "municipality",
    Bevisslag.ORGAN: "body",
    Bevisslag.MØTE: "meeting",
    Bevisslag.SAK: "case",
    Bevisslag.VEDTAK: "decision",
    Bevisslag.RØYSTING: "vote",
    Bevisslag.LESE: "all-read",
}
MunicipalityFrom = Literal["file-properties", "command-line", "page-edges", "text"]
MUNICIPALITY_FROM: Mapping[Kommunekjelde, MunicipalityFrom] = {
    Kommunekjelde.EIGENSKAPANE: "file-properties",
    Kommunekjelde.BRUKAREN: "command-line",
    Kommunekjelde.KANTEN: "page-edges",
    Kommunekjelde.TEKSTEN: "text",
}
State = Literal["adopted", "not-adopted", "deferred", "pending", "overdue"]
STATES: Mapping[Stand, State] = {
    Stand.VEDTEKE: "adopted",
    Stand.IKKJE_VEDTEKE: "not-adopted",
    Stand.UTSETT: "deferred",
    Stand.STÅR_ATT: "pending",
    Stand.FORFALLEN: "overdue",
}


class EvidenceFacts(Facts):
    """A piece of what a verdict rests on."""

    piece: Piece
    """What it is about."""
    piece_text: str
    holds: bool
    """Whether it can be relied on."""
    found: str | None = Field(min_length=1)
    """What was found, in Nynorsk; null when nothing was."""
    place: str | None = Field(min_length=1)
    """Where it stands, in Nynorsk; null when it is not one place."""
    questions: list[str]
    """What a person has to find out, in Nynorsk; none when it holds."""


class DocumentFacts(Facts):
    """One document: whose it is, and what was found in it."""

    file: str
    """The file, named as it was asked for."""
    municipality: str | None
    """An id in the plan; null when it is not known."""
    municipality_from: MunicipalityFrom | None
    """How the municipality is known."""
    municipality_from_text: str | None
    verdict: Verdict
    """What came of holding it against the common points."""
    verdict_text: str
    compared: Compared | None
    """What of the document was held against the plan; null when nothing was."""
    compared_text: str | None
    heading: str | None = Field(min_length=1)
    """The heading it stands under, as it is written."""
    place: str | None = Field(min_length=1)
    """Where it stands: page, paragraph or line, in Nynorsk."""
    meeting: date | None
    """The day of the decision, as far as the document says it."""
    case: str | None = Field(min_length=1)
    """The number of the case, without zeros before it; null when the document has none."""
    evidence: list[EvidenceFacts]
    """The seven pieces the verdict rests on; none when nothing was compared."""
    language: str | None
    """The language tag of the points it was held against, nn-NO or nb-NO; null where they are in
    one written form alone."""
    differences: list[WordingFacts]
    extra_points: list[str]
    """Points after the common ones, which are no breach."""
    reasons: list[str]
    """Why it is not identical, was not found or not read: sentences in Nynorsk."""
    help: str | None = Field(min_length=1)
    """What to do about a file that was not read, in Nynorsk."""


class VedtakCheckReport(Facts):
    """One document for all the files of a run."""

    version: Literal[3] = 3
    year: int
    """The year of the plan."""
    points: list[str]
    """The common decision points, in their order, in the written form of the plan."""
    twin_points: list[str]
    """The same points in the other written form; none where they are in one form alone."""
    identical: bool
    """Whether every municipality of the plan is at one stage, the one that was asked for if any,
    and every document has the common points word for word."""
    stage: Stage | None
    """The stage that all municipalities are at with the common points; null while one is missing,
    or some have decided and others not."""
    stage_text: str | None
    missing: list[str]
    """The ids of the municipalities that no document is known to come from."""
    documents: list[DocumentFacts]


class BodyFacts(Facts):
    """A body the plan goes to, and how far it has come."""

    body: str
    """Its name."""
    kind: Organslag
    """Its key in the plan file."""
    municipality: str | None
    """The id of its municipality; null for county and ministry."""
    meeting: date | None
    """The day it meets, as far as it is known."""
    papers_due: date | None
    """The day the papers for a meeting in a municipality are to be ready."""
    state: State
    """How far it has come; overdue only when a day was given."""
    state_text: str
    decided: date | None
    """The day of the decision, where it is written down."""
    case: str | None
    """The number of the case."""
    common_wording: bool | None
    """Whether a municipality's body has decided the common points word for word; null when it has
    not adopted the plan, and for county and ministry."""
    language: str | None
    """The language tag of the common points it decided, nn-NO or nb-NO; null where they are in one
    written form alone."""
    differences: list[WordingFacts]
    extra_points: list[str]
    """Points after the common ones, which are no breach."""


class VedtakListReport(Facts):
    """Who has decided on a plan, and who is left."""

    version: Literal[2] = 2
    year: int
    """The year of the plan."""
    points: list[str]
    """The common decision points, in their order, in the written form of the plan."""
    twin_points: list[str]
    """The same points in the other written form; none where they are in one form alone."""
    date: date | None
    """The day of `--date`; null when none was given, and then nobody is late."""
    bodies: list[BodyFacts]
    """Every body the plan goes to: municipality by municipality, then county and ministry."""


def check_as_json(samla: Samla) -> str:
    """One document for all the files."""
    report = VedtakCheckReport(
        year=samla.plan.år,
        points=list(samla.plan.innstilling),
        twin_points=_twin_points(samla.plan),
        identical=samla.likelydande,
        stage=STAGES[samla.steg] if samla.steg else None,
        stage_text=samla.steg,
        missing=list(samla.manglar),
        documents=[_document(each) for each in samla.lesne],
    )
    return as_json(report)


def _twin_points(plan: Plan) -> list[str]:
    return next((p for form, p in common_points(plan).items() if form != plan.hovudform), [])


def _document(each: Lese) -> DocumentFacts:
    funn, opphav = each.funn, each.opphav
    return DocumentFacts(
        file=each.fil,
        municipality=opphav.kommune or None,
        municipality_from=MUNICIPALITY_FROM[opphav.kjelde] if opphav.kjelde else None,
        municipality_from_text=opphav.kjelde,
        verdict=VERDICTS[funn.dom],
        verdict_text=DOMAR[funn.dom],
        compared=COMPARED.get(funn.slag) if funn.slag else None,
        compared_text=SAMANLIKNA.get(funn.slag) if funn.slag else None,
        heading=funn.overskrift or None,
        place=funn.stad or None,
        meeting=funn.dag,
        case=funn.sak or None,
        evidence=[_evidence(slag, bevis) for slag, bevis in funn.bevis or ()],
        language=SPRÅKMERKE[funn.målform] if funn.målform else None,
        differences=[wording_facts(avvik) for avvik in funn.avvik],
        extra_points=list(funn.tillegg),
        reasons=list(funn.grunnar),
        help=each.råd or None,
    )


def _evidence(slag: Bevisslag, bevis: Bevis) -> EvidenceFacts:
    return EvidenceFacts(
        piece=PIECES[slag],
        piece_text=slag,
        holds=bevis.held,
        found=bevis.funne or None,
        place=bevis.stad or None,
        questions=list(bevis.spørsmål),
    )


def list_as_json(plan: Plan, today: date | None) -> str:
    """One document for the plan."""
    report = VedtakListReport(
        year=plan.år,
        points=list(plan.innstilling),
        twin_points=_twin_points(plan),
        date=today,
        bodies=[_body(plan, each, today) for each in bodies(plan)],
    )
    return as_json(report)


def _body(plan: Plan, organ: Organ, today: date | None) -> BodyFacts:
    vedtak, stand = organ.vedtak, organ.stand(today)
    return BodyFacts(
        body=organ.namn,
        kind=organ.slag,
        municipality=organ.kommune,
        meeting=organ.møte,
        papers_due=papers_for(plan, organ),
        state=STATES[stand],
        state_text=stand.value,
        decided=vedtak.dato if vedtak else None,
        case=vedtak.saksnummer if vedtak else None,
        common_wording=not organ.avvik if organ.kommune and stand is Stand.VEDTEKE else None,
        language=SPRÅKMERKE[organ.målform] if organ.målform else None,
        differences=[wording_facts(avvik) for avvik in organ.avvik],
        extra_points=list(vedtak.tilleggspunkt) if vedtak else [],
    )
