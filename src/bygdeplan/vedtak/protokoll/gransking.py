"""One document examined: the evidence for what it decides, piece by piece."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile

from bygdeplan.model.former import i_form
from bygdeplan.model.plan import Plan
from bygdeplan.ord.ordlyd import apart, shortened
from bygdeplan.ord.skilnad import SAME_SAK
from bygdeplan.ord.skriv import dato, liste, talord
from bygdeplan.vedtak.protokoll.dom import (
    Bevis,
    Bevisføring,
    Funn,
    Vedtaksbevis,
    Vedtaksdom,
    conclude,
)
from bygdeplan.vedtak.protokoll.elles import Ordskifte, decided_elsewhere, handled, undone
from bygdeplan.vedtak.protokoll.kommune import (
    MØTEVALET,
    NOTHING_SAID,
    Opphavskommune,
    Opplyst,
    find_kommune,
    is_letterhead_of_another,
    other_kommune,
    speaks_of_another,
)
from bygdeplan.vedtak.protokoll.lesing import TILRÅDD, Lesar, Saksbilete, rank
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag, own_words, read_heading, speakers
from bygdeplan.vedtak.protokoll.mote import Møteorgan, Organnamn, find_days
from bygdeplan.vedtak.protokoll.saker import (
    Møteomtale,
    Passasje,
    Sak,
    find_cases,
    tell_of_meeting,
    tells_the_way,
)
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, one_of
from bygdeplan.vedtak.saksgang import Organ, common_points, way_to_adoption


class Granskar:
    """Examines documents by one plan."""

    def __init__(self, plan: Plan) -> None:
        self._by_form = {form: _Formgranskar(i_form(plan, form)) for form in common_points(plan)}
        self._own = {id_: plan.målform_at(("kommunar", id_)) for id_ in plan.kommunar}

    def examine(
        self, dokument: Møtedokument, given: Opplyst = NOTHING_SAID
    ) -> tuple[Opphavskommune, Funn]:
        """Whose a document is, and what it decides, or recommends when it decides nothing.

        Where the points are put up in two forms, it is held against those it is nearest to; of two
        as near, against those in the form of the kommune.
        """
        if len(self._by_form) == 1:
            [granskar] = self._by_form.values()
            return granskar.examine(dokument, given)
        examined = [
            (opphav, replace(funn, målform=form))
            for form, granskar in self._by_form.items()
            for opphav, funn in [granskar.examine(dokument, given)]
        ]
        return min(examined, key=lambda each: self._distance(*each))

    def _distance(self, opphav: Opphavskommune, funn: Funn) -> tuple[object, ...]:
        """How far a document is from the points in a form, to be compared with another."""
        # Where the words say that nothing can be held against the points, nothing parts from them.
        not_held = not funn.avvik
        in_other_form = funn.målform != self._own.get(opphav.kommune or "")
        return funn.dom, not_held, apart(funn.avvik), in_other_form


class _Formgranskar:
    """The same by the points in one form."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lesar = Lesar(plan)
        self._kommunestyre = {o.kommune: o for o in way_to_adoption(plan) if o.er_avgjerande}

    def examine(self, dokument: Møtedokument, given: Opplyst) -> tuple[Opphavskommune, Funn]:
        """Whose a document is, and what it decides, or recommends when it decides nothing."""
        opphav = find_kommune(dokument, self._plan, given.kommune)
        cases = find_cases(dokument.stykke, self._lesar.ordliste)
        about = self._about_the_plan(cases.saker)
        passages = [each for case in about for each in case.passasjar]
        chosen = _chosen([each for each in passages if each.stykke])
        if not chosen:
            return opphav, self._unlabelled(dokument, cases.saker)
        bilete = Saksbilete(
            self._lesar,
            dokument,
            opphav,
            cases.saker,
            about,
            (*cases.hovud, *self._told_at_edges(dokument, cases.saker[0])),
            [self._lesar.hold(each, passages) for each in chosen],
        )
        organ = self._kommunestyre[opphav.kommune] if opphav.kommune else None
        return opphav, _Gransking(bilete, organ, given.møtedag).funn()

    def _about_the_plan(self, cases: Sequence[Sak]) -> list[Sak]:
        """The cases that deal with the plan by their titles, else those whose text is near it."""
        named = [case for case in cases if self._lesar.names_the_plan(case.tittel)]
        kept = named or [case for case in cases if self._is_near(case)]
        titles = [own_words(case.tittel, self._lesar.ordliste) for case in kept if case.tittel]
        return [
            case
            for case in cases
            if case in kept
            or any(_alike(own_words(case.tittel, self._lesar.ordliste), title) for title in titles)
        ]

    def _is_near(self, case: Sak) -> bool:
        return any(
            self._lesar.is_like_a_point(each.linje)
            for passasje in case.passasjar
            for each in passasje.stykke
        )

    def _told_at_edges(self, dokument: Møtedokument, first: Sak) -> Iterator[Møteomtale]:
        """What headers and footers of the pages, and single lines of the head, say of the meeting.

        Those who make paragraphs of lines do not know the names of the kommunar.
        """
        head = takewhile(lambda each: each.slag <= Passasjeslag.MØTE, first.passasjar)
        lines = [
            replace(each, tekst=line)
            for passasje in head
            if not tells_the_way(passasje)
            for each in passasje.stykke
            if not each.er_punkt
            for line in each.tekst.split("\n")
        ]
        for each in (*dokument.kant, *lines):
            found = read_heading(each, self._lesar.ordliste)
            if found is not None and found.slag is Passasjeslag.MØTE:
                yield from tell_of_meeting(found, each.stad)

    def _unlabelled(self, dokument: Møtedokument, cases: Sequence[Sak]) -> Funn:
        """Points that stand somewhere without a heading that says what they are."""
        for passasje in (passasje for case in cases for passasje in case.passasjar):
            for each in passasje.stykke:
                if self._lesar.is_like_a_point(each.linje):
                    asked = (
                        f"«{shortened(each.linje)}» står ikkje under ei overskrift som seier at "
                        "det er eit vedtak. Er det vedteke?"
                    )
                    return Funn(
                        Vedtaksdom.USIKKER,
                        overskrift=passasje.namn,
                        stad=each.stad,
                        merknader=(asked, *dokument.atterhald),
                    )
        nothing = "Ingenting i dokumentet liknar på punkta i planen."
        return Funn(Vedtaksdom.IKKJE_FUNNE, merknader=(nothing, *dokument.atterhald))


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two titles are near enough to be that of one case."""
    common = len(some & others)
    return bool(common) and SAME_SAK.holds(common, len(some), len(others))


def _chosen(passages: Sequence[Passasje]) -> list[Passasje]:
    """The passages of the highest rank that can be held against the plan.

    What another body decided is held against it only where nothing else can be.
    """
    for slag in (Passasjeslag.VEDTAK, *TILRÅDD):
        if found := [each for each in passages if rank(each) is slag]:
            return found
    return [each for each in passages if each.slag is Passasjeslag.VEDTAK]


_FØR_MØTET = re.compile(
    r"(?:(?:møte)?innkalling(?: til [\w ]+)?|saksfr[ae]mlegg|sakspapir|sakskart):?", re.IGNORECASE
)
_ETTER_MØTET = one_of("møtebok* *protokoll* saksutskrift* særutskrift* utskrift* melding_om_vedtak")
_YEAR_OF_PLAN = re.compile(r"handlingsplan\w* (?:for )?(?:året )?(\d{4})\b", re.IGNORECASE)

_AVTALENAMN = re.compile(
    r"\bbygdevekstavtal\w*,? (?:i|for|mellom) ((?:[A-ZÆØÅ][\w-]+)(?: [A-ZÆØÅ][\w-]+)*)"
)
"""What a title calls the agreement."""
_LETTERHEAD = 3
"""How many paragraphs a letterhead has."""
_REVISION = re.compile(r"revisjon (\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Gransking:
    """The evidence for one document."""

    bilete: Saksbilete
    kommunestyre: Organ | None
    """Whose meeting it must be from; None when the kommune is not known."""
    opplyst: date | None
    """The day of the kommunestyre's meeting, as the user says it."""

    def funn(self) -> Funn:
        """The verdict, with all it rests on."""
        bilete, passasje = self.bilete, self.bilete.passasje
        bevis = Bevisføring(
            kommune=self.kommune(),
            organ=self.organ(),
            møte=self.møte(),
            sak=self.sak(),
            vedtak=self.vedtak(),
            røysting=self.røysting(),
            lese=Bevis("heile fila", spørsmål=bilete.dokument.atterhald),
        )
        numbers = [case.nummer for case in bilete.om if case.nummer]
        return Funn(
            conclude(bevis),
            Passasjeslag.VEDTAK if bilete.er_vedtak else rank(passasje),
            passasje.namn,
            passasje.stad,
            bevis,
            dag=next((day for day, _ in self._days()), None) if bilete.er_vedtak else None,
            sak=next(iter(numbers), passasje.merkelapp.nummer),
        )

    def kommune(self) -> Bevis:
        """Whose document it is."""
        opphav, plan = self.bilete.opphav, self.bilete.plan
        heading = " ".join(text for text, _ in self._headings())
        asked = [opphav.grunn] if opphav.grunn else []
        asked += (
            f"Over vedtaket står det «{line}». Kva kommune har vedteke det?"
            for line in self._letterheads_above(opphav.kommune)
        )
        if other_kommune(heading, plan, opphav.kommune):
            asked.append(f"«{heading}» er ikkje frå denne kommunen. Kva kommune har vedteke det?")
        elif opphav.kommune and (
            other := speaks_of_another(self.bilete.dokument, plan, opphav.kommune)
        ):
            asked.append(
                f"Dokumentet nemner organ i {other}, men ingen i denne kommunen. Kva kommune er "
                "det frå?"
            )
        if not opphav.kommune:
            return Bevis("", spørsmål=tuple(asked))
        found = f"{plan.kommunar[opphav.kommune].namn} ({opphav.kjelde})"
        return Bevis(found, opphav.stad, tuple(asked))

    def _letterheads_above(self, own: str) -> Iterator[str]:
        """The letterheads of others below the head of the document and above the decision.

        A letterhead stands right over the lines about a meeting.
        """
        every = [passasje for case in self.bilete.saker for passasje in case.passasjar]
        for each, below in pairwise(every):
            if below is self.bilete.passasje:
                return
            if below.slag is Passasjeslag.MØTE and each is not every[0]:
                last = (
                    line for one in each.stykke[-_LETTERHEAD:] for line in one.tekst.split("\n")
                )
                for line in map(str.strip, last):
                    if is_letterhead_of_another(line, self.bilete.plan, own):
                        yield line

    def organ(self) -> Bevis:
        """Which body speaks."""
        passasje, hovud = self.bilete.passasje, self.bilete.hovud
        named = [*passasje.organ, *self._led_in_by(), *self._numbered_by(), *self._said()]
        head = {each.organ.slag: each.organ for each in hovud if each.organ}
        named += head.values() if len(head) == 1 else ()
        slag = {each.slag for each in named}
        if not self.bilete.er_vedtak and Møteorgan.ANNA not in slag:
            by_formannskap = rank(passasje) is Passasjeslag.INNSTILLING
            found = Møteorgan.FORMANNSKAP if by_formannskap else "den som legg saka fram"
            return Bevis(found, passasje.stad)
        if slag == {Møteorgan.KOMMUNESTYRE}:
            places = [each.stad for each in (*passasje.møte, *hovud) if each.organ]
            places += [MØTEVALET] if self.opplyst else []
            stad = passasje.stad if passasje.merkelapp.organ else next(iter(places), "")
            return Bevis(Møteorgan.KOMMUNESTYRE, stad, tuple(self._called_in()))
        told = liste(dict.fromkeys(f"«{each.namn}»" for each in named))
        if not named:
            doubt = "Dokumentet seier ikkje kva organ som har gjort vedtaket. Er det kommunestyret?"
        elif len(slag) > 1:
            doubt = f"Det er uvisst kva organ som har gjort vedtaket: {told}. Er det kommunestyret?"
        else:
            doubt = f"Det er {told} som har gjort vedtaket. Kva har kommunestyret vedteke?"
        return Bevis("", passasje.stad, (doubt,))

    def _said(self) -> Iterator[Organnamn]:
        if self.opplyst is not None:
            yield Organnamn(Møteorgan.KOMMUNESTYRE, MØTEVALET)

    def _led_in_by(self) -> Iterator[Organnamn]:
        """The bodies named by sentences that lead on to the points."""
        for each in self.bilete.lesing.før:
            yield from speakers(each.linje)

    def _numbered_by(self) -> Iterator[Organnamn]:
        """The body that the number of the case tells of: `KOM-012/26`."""
        for case in self.bilete.om:
            if case.organ is not None and self.bilete.passasje in case.passasjar:
                yield case.organ

    def _headings(self) -> Iterator[tuple[str, str]]:
        """The heading, and the lines below it that lead on to the points, with their places."""
        yield self.bilete.passasje.namn, self.bilete.passasje.stad
        yield from ((each.linje, each.stad) for each in self.bilete.lesing.før)

    def _called_in(self) -> Iterator[str]:
        """What is written before a meeting has no decision of it."""
        lines = [
            (line.strip(), each.stad)
            for each in (*self.bilete.dokument.kant, *self.bilete.dokument.stykke)
            for line in each.tekst.split("\n")
        ]
        if not any(_ETTER_MØTET.match(line) for line, _ in lines):
            for line, stad in [(line, stad) for line, stad in lines if _FØR_MØTET.fullmatch(line)][
                :1
            ]:
                yield f"Dokumentet er laga før møtet («{line}», {stad}). Kva blei vedteke?"

    def møte(self) -> Bevis:
        """Which meeting it is from."""
        if not self.bilete.er_vedtak:
            doubts = (*decided_elsewhere(self.bilete), *handled(self.bilete), *self._too_old())
            asked = next(iter(doubts), "")
            return Bevis(
                "kommunestyret har ikkje handsama saka", spørsmål=(asked,) if asked else ()
            )
        days = dict(self._days())
        doubt = self._doubt_of(days, self.kommunestyre) if self.kommunestyre else ""
        stad = next(iter(days.values()), "")
        return Bevis(liste(map(dato, days)), stad, (doubt,) if doubt else ())

    def _too_old(self) -> Iterator[str]:
        """What was recommended before the plan was written is another plan."""
        lines = (*self.bilete.passasje.møte, *self.bilete.hovud)
        for day in [each.dag for each in lines if each.dag and each.er_møtedag]:
            if day < self.bilete.plan.dato:
                yield self._before_plan(dato(day))

    def _before_plan(self, said: str) -> str:
        return (
            f"Møtet {said} var før planen er datert, {dato(self.bilete.plan.dato)}. Gjeld saka "
            "denne planen?"
        )

    def _doubt_of(self, days: Iterable[date], organ: Organ) -> str:
        """Why some days may not be that of the meeting on this plan; empty when they are."""
        planned = sorted(day for day in {organ.dag, organ.møte} if day)
        expected, said = liste(map(dato, planned)), liste(map(dato, days))
        if not said:
            return f"Dokumentet seier ikkje når møtet var. {_asked_for(planned, organ)}"
        if not planned:
            return (
                f"Dokumentet er frå møtet {said}, men planen seier ikkje når {organ.i_setning} "
                "møtest. Er det rett møte?"
            )
        if not set(days) <= set(planned):
            return (
                f"Dokumentet er frå møtet {said}, men planen har {expected} for "
                f"{organ.i_setning}. Er det vedtaket om denne planen?"
            )
        if min(days) < self.bilete.plan.dato:
            return self._before_plan(said)
        return ""

    def _days(self) -> Iterator[tuple[date, str]]:
        """The days on which the kommunestyre is said to have met on the case, and where.

        A day that is not called that of a meeting counts where no other is.
        """
        year = self.bilete.plan.år
        told = [
            (day, stad, True) for text, stad in self._headings() for day in find_days(text, year)
        ]
        told += _days_of_kommunestyre(self.bilete.passasje.møte)
        told += _days_of_kommunestyre(self.bilete.hovud)
        if self.opplyst is not None:
            told.append((self.opplyst, MØTEVALET, True))
        sure = [each for each in told if each[2]]
        yield from ((day, stad) for day, stad, _ in sure or told)

    def sak(self) -> Bevis:
        """Which case it is, and what in the document may undo it."""
        found, stad = next(self._names_of_case(), ("", ""))
        asked = dict.fromkeys((*self._other_plan(), *undone(self.bilete)))
        return Bevis(found, stad, tuple(asked))

    def _names_of_case(self) -> Iterator[tuple[str, str]]:
        for case in self.bilete.om:
            if case.tittel:
                number = f"{case.nummer} " if case.nummer else ""
                yield f"{number}«{case.tittel}»", case.stad
        for passasje in self.bilete.passasjar:
            lines = [(each.linje, each.stad) for each in passasje.stykke]
            for text, stad in ((passasje.namn, passasje.stad), *lines):
                if self.bilete.lesar.names_the_plan(text):
                    yield f"«{shortened(text)}»", stad

    def _other_plan(self) -> Iterator[str]:
        """What says that it is another plan, or does not say that it is this one."""
        bilete, year = self.bilete, str(self.bilete.plan.år)
        if not any(bilete.lesar.names_the_plan(case.tekst) for case in bilete.om):
            yield (
                "Saka nemner ikkje bygdevekstavtalen, så ho kan gjelde ein annan plan. Kva plan "
                "gjeld ho?"
            )
        for case in bilete.om:
            if other := self._other_agreement(case.tittel):
                yield (
                    f"Tittelen på saka nemner «{other}», men avtalen heiter "
                    f"{bilete.plan.avtale.pilot}. Kva avtale gjeld ho?"
                )
            said = _YEAR_OF_PLAN.findall(case.tittel)
            if said and year not in said:
                yield f"Tittelen på saka seier {said[0]}, men planen er for {year}. Kva gjeld ho?"
            revised = [int(number) for number in _REVISION.findall(case.tittel)]
            if revised and bilete.plan.revisjon not in revised:
                yield (
                    f"Tittelen på saka seier revisjon {revised[0]}, men planen er revisjon "
                    f"{bilete.plan.revisjon}. Kva gjeld ho?"
                )
        own = bilete.dokument.eigenskapar.get("Planår")
        if own and own != year:
            yield f"Dokumentet er laga av planen for {own}, ikkje {year}. Kva plan gjeld det?"
        revision = bilete.dokument.eigenskapar.get("Revisjon")
        if revision and revision != str(bilete.plan.revisjon):
            yield (
                f"Dokumentet er laga av revisjon {revision}, ikkje {bilete.plan.revisjon}. Kva "
                "plan gjeld vedtaket?"
            )

    def _other_agreement(self, title: str) -> str:
        """The name that a title gives the agreement, when it is not that of the plan."""
        plan = self.bilete.plan
        own = f"{plan.avtale.pilot} {' '.join(each.namn for each in plan.kommunar.values())}"
        found = _AVTALENAMN.search(title)
        return "" if not found or found[1].casefold() in own.casefold() else found[1]

    def vedtak(self) -> Vedtaksbevis:
        """The whole of what is decided."""
        lesing, passasje = self.bilete.lesing, self.bilete.passasje
        stad = passasje.stad
        if (there := lesing.viser_til) is not None:
            stad = f"{stad}, som viser til «{there.namn}», {there.stad}"
        count = len(self.bilete.plan.innstilling)
        found = "" if lesing.imot else f"{talord(count, 'eitt')} punkt"
        asked = (*self._doubts_of_heading(), *lesing.ukjent, *self._other_decisions())
        return Vedtaksbevis(found, stad, asked, lesing.avvik, lesing.imot, lesing.tillegg)

    def _doubts_of_heading(self) -> Iterator[str]:
        passasje = self.bilete.passasje
        if passasje.atterhald:
            yield f"«{passasje.namn}» er ikkje berre tekst: {passasje.atterhald}. Gjeld det?"

    def _other_decisions(self) -> Iterator[str]:
        """Passages of the same rank that are not identical, beside one that is."""
        lesing = self.bilete.lesing
        for other in [each for each in self.bilete.lesingar if each.svar > lesing.svar][:1]:
            yield (
                f"Saka har fleire vedtak, og «{other.passasje.namn}» ({other.passasje.stad}) seier "
                f"noko anna: {other.grunn} Kva gjeld?"
            )

    def røysting(self) -> Bevis:
        """What is told of debate and vote."""
        passasje = self.bilete.passasje
        if not self.bilete.er_vedtak and rank(passasje) is Passasjeslag.TILRÅDING:
            return Bevis("ingen har røysta")
        by_formannskap = not self.bilete.er_vedtak
        organ = Møteorgan.FORMANNSKAP if by_formannskap else Møteorgan.KOMMUNESTYRE
        ordskifte = Ordskifte(self.bilete, organ)
        ordskifte.read()
        stood = ordskifte.stod
        found = f"«{shortened(stood.tekst)}»" if stood else "ikkje nemnd"
        return Bevis(found, ordskifte.stad, tuple(dict.fromkeys(ordskifte.tvil)))


def _asked_for(planned: Sequence[date], organ: Organ) -> str:
    """The question when a meeting was, with the way to answer it."""
    if not planned:
        return f"Når møttest {organ.i_setning}?"
    days = liste(map(dato, planned))
    return (
        f"Er det {days}, som planen har for {organ.i_setning}? Då kan du skrive "
        f"`{MØTEVALET} {planned[-1]}=FIL`."
    )


def _days_of_kommunestyre(lines: Sequence[Møteomtale]) -> Iterator[tuple[date, str, bool]]:
    """The days in lines about meetings, and whether they are called so.

    In a list of several bodies they are those of the kommunestyre.
    """
    bodies = {each.organ.slag for each in lines if each.organ}
    if bodies - {Møteorgan.KOMMUNESTYRE}:
        lines = [e for e in lines if e.organ and e.organ.slag is Møteorgan.KOMMUNESTYRE]
    yield from ((each.dag, each.stad, each.er_møtedag) for each in lines if each.dag)
