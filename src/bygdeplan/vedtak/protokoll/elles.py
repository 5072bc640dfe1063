"""What the rest of a document tells of a decision: debate, vote, other cases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.kjende import ANGRAR, concerns_decision, is_known
from bygdeplan.vedtak.protokoll.lesing import Saksbilete, rank
from bygdeplan.vedtak.protokoll.merkelapp import Passasjeslag, own_words, says_decided
from bygdeplan.vedtak.protokoll.mote import Møteorgan, find_bodies, find_numbers
from bygdeplan.vedtak.protokoll.roysting import (
    Røysteutfall,
    Utsegn,
    has_happened,
    lost,
    sentences,
    tell,
)
from bygdeplan.vedtak.protokoll.saker import Passasje
from bygdeplan.vedtak.protokoll.tekst import Stykke, one_of

_FORTEL = (
    *(Passasjeslag.SAK, Passasjeslag.MØTE, Passasjeslag.HANDSAMING, Passasjeslag.RØYSTING),
    Passasjeslag.FRAMLEGG,
)
"""The passages that tell how a case was dealt with."""
_HANDSAMA = (Passasjeslag.HANDSAMING, Passasjeslag.RØYSTING)
_AVGJER = (Røysteutfall.STÅR, Røysteutfall.FALL)


def told_by(bilete: Saksbilete, organ: Møteorgan) -> list[Passasje]:
    """The passages that tell how a body dealt with the case, or may do so."""
    return [each for each in bilete.passasjar if each.slag in _FORTEL and each.is_of(organ)]


# Debate and vote


@dataclass
class Ordskifte:
    """What the passages of a case tell, one after the other."""

    bilete: Saksbilete
    organ: Møteorgan
    """The body that debates."""
    stod: Utsegn | None = None
    """The sentence that says that what was recommended was accepted."""
    stad: str = ""
    tvil: list[str] = field(default_factory=list)
    """What makes it uncertain, each as sentences."""
    _framlegg: list[str] = field(default_factory=list)
    _felte: int = 0
    _punkt: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Take up what the passages of the body tell, each by its kind."""
        for passasje in told_by(self.bilete, self.organ):
            if passasje.slag is Passasjeslag.FRAMLEGG:
                self._framlegg.append(passasje.namn)
            if passasje.slag is Passasjeslag.RØYSTING and not passasje.stykke:
                self.tvil.append(
                    f"Under «{passasje.namn}» ({passasje.stad}) står det ingenting. Kva blei "
                    "resultatet av røystinga?"
                )
            self._read(passasje)
        self.tvil += self._unsettled()

    def _read(self, passasje: Passasje) -> None:
        within = passasje.slag is Passasjeslag.FRAMLEGG
        for each in passasje.stykke:
            if not within and self.bilete.lesar.is_like_a_point(each.linje):
                self.tvil.append(
                    f"«{shortened(each.linje)}» ({each.stad}) står ikkje under ei overskrift som "
                    "seier at det er eit vedtak. Er det vedteke?"
                )
                continue
            for told in tell(each.tekst):
                if _is_undecided(told) and (not within or has_happened(told.tekst)):
                    self._doubt(told, each)
                if within and not _happened(told):
                    continue
                proposes = told.utfall is Røysteutfall.FRAMLEGG
                within = proposes or (within and told.utfall not in _AVGJER)
                self._take(told, each, passasje)
        if passasje.slag is Passasjeslag.RØYSTING:
            self._count(passasje)

    def _count(self, passasje: Passasje) -> None:
        """Figures that no sentence makes an outcome of, taken together."""
        told = [each for stykke in passasje.stykke for each in tell(stykke.tekst)]
        quiet = " ".join(each.tekst for each in told if each.utfall is Røysteutfall.INGEN)
        if lost(quiet):
            self.tvil.append(
                f"I saka står det «{shortened(quiet)}» ({passasje.stad}). Er vedtaket endra?"
            )

    def _take(self, told: Utsegn, each: Stykke, passasje: Passasje) -> None:
        utfall, added = told.utfall, bool(self.bilete.lesing.tillegg)
        if utfall is Røysteutfall.STÅR and self.stod is None:
            self.stod, self.stad = told, each.stad
        elif utfall is Røysteutfall.FRAMLEGG:
            self._framlegg.append(told.tekst)
        elif utfall is Røysteutfall.FALL or (utfall is Røysteutfall.TILLEGG and added):
            self._felte += 1
        elif utfall is Røysteutfall.PUNKT_STÅR:
            self._punkt |= told.punkt
        elif utfall is Røysteutfall.INGEN:
            strange = passasje.slag is Passasjeslag.RØYSTING and not told.er_kjend
            if strange and not is_known(told.tekst):
                self._doubt(told, each)
        elif utfall is not Røysteutfall.STÅR:
            self._doubt(told, each)

    def _doubt(self, told: Utsegn, each: Stykke) -> None:
        self.tvil.append(
            f"I saka står det «{shortened(told.tekst)}» ({each.stad}). Er vedtaket endra?"
        )

    def _unsettled(self) -> Iterator[str]:
        """What was proposed or voted on, without a word of what became of it."""
        if self._framlegg and self.stod is None and self._felte < len(self._framlegg):
            yield f"Kva blei utfallet av «{shortened(self._framlegg[0])}»?"
        missing = set(range(1, len(self.bilete.plan.innstilling) + 1)) - self._punkt
        if self._punkt and missing and self.stod is None:
            yield (
                f"Det er røysta over punkt for punkt, men punkt {min(missing)} er ikkje nemnt. "
                "Blei det vedteke?"
            )


_UAVGJORD = re.compile(
    r"\b(?:ikkje|ikke|ingen|utan|uten)\b.*\b(?:(?:vedtak|avgj|realitet)\w*|vedteke|vedtatt)|"
    r"\b(?:semje|einigheit|enighet|samde?|enige?|einige?|samtykt?e?|tilslutning|medhald|medhold)\b|"
    r"\b(?:ny|nye|nytt|revidert\w*|omarbeid\w*|omformuler\w*|endra|endret) (?:\w+ )?"
    r"(?:tilråding|innstilling|framlegg|forslag|ordlyd|punkt)|rettingsliste|rettelse|"
    r"\b(?:innstilling|tilråding|framlegg|forslag|punkt|planen)\b.*\bfeil\b|\bfeil i\b|"
    r"^(?:saka|saken|møtet|innstillinga|innstillingen|vedtaket)\b.*(?:\b(?:ikkje|ikke|aldri|utan|uten|før)\b.*(?:\bvedtak|vedtaksfør|dyktig|avgj|"
    r"realitet|handsam|behandl|røyst|stem|vote)|orienteringssak|drøftingssak|diskusjonssak|"
    r"\b(?:som|til) orientering\b|til vitande|til (?:etterretning|kunnskap)|avbro?t|avlyst|avvikl)",
    re.IGNORECASE,
)
"""What says of the case or the meeting that nothing was decided, or all agreed on something."""
_KOMMUNESTYRET = re.compile(
    r"^(?:kommunestyret|forsamling(?:a|en)|fleirtalet|flertallet|møtelyden)\b"
    r"(?! (?:(?:har|hadde) (?:ingen|ikkje|ikke)|drøfta|diskuterte|debatterte|handsama|behandla|"
    r"behandlet|fekk|fikk|vart orientert|blei orientert|ble orientert|tok pause|lytta|"
    r"stilte spørsmål|røysta|stemte|voterte)\b)",
    re.IGNORECASE,
)
"""The body as the one who does something, but for what it does in any debate."""


def _is_undecided(told: Utsegn) -> bool:
    """Whether a sentence may tell that the case was not decided, or otherwise than it reads."""
    acts = told.utfall is Røysteutfall.INGEN and _KOMMUNESTYRET.search(told.tekst)
    return bool(acts) or _UAVGJORD.search(told.tekst) is not None


def _happened(told: Utsegn) -> bool:
    """Whether a sentence among proposed ones tells of what has come to pass."""
    return told.utfall in (Røysteutfall.FALL, Røysteutfall.FRAMLEGG) or (
        told.utfall is not Røysteutfall.INGEN and has_happened(told.tekst)
    )


# What may undo it


def undone(bilete: Saksbilete) -> Iterator[str]:
    """What in the document may take back the decision that is compared, each as sentences."""
    yield from _unknown_passages(bilete)
    yield from _titles(bilete)
    yield from _states(bilete)
    yield from _taken_up_again(bilete)
    yield from _told_after(bilete)
    yield from _told_at_edges(bilete)
    yield from _told_before(bilete)


def _unknown_passages(bilete: Saksbilete) -> Iterator[str]:
    """Headings in the case that speak of a decision, and are not known for what they are."""
    for each in bilete.passasjar:
        unknown = each.slag is Passasjeslag.UKJEND and says_decided(each.namn)
        if unknown and _speaks_of_kommunestyre(each) and each is not bilete.passasje:
            yield (
                f"Saka har noko meir som kan vere eit vedtak: «{each.namn}» ({each.stad}). Kva er "
                "det?"
            )


def _speaks_of_kommunestyre(passasje: Passasje) -> bool:
    """Whether a passage may be of the kommunestyre, or of another body in its place."""
    named = {each.slag for each in find_bodies(passasje.namn)}
    return passasje.is_of(Møteorgan.KOMMUNESTYRE) or (
        passasje.slag is Passasjeslag.UKJEND and Møteorgan.KOMMUNESTYRE in named
    )


_OMGJERING = re.compile(
    r"(?:omgj|rett(?:ing|else)|endring|opphev|lovl[ei]g|ny (?:be)?handsaming|ny behandling)"
    r".*(?:vedtak|førre sak|forrige sak|punkt \d)",
    re.IGNORECASE,
)
_INKJE = (Røysteutfall.INGEN, Røysteutfall.STÅR, Røysteutfall.VIL)


def _taken_up_again(bilete: Saksbilete) -> Iterator[str]:
    """Other cases that name this one in their titles, or tell what has become of it."""
    numbers = {case.nummer for case in bilete.om if case.nummer}
    for case in (case for case in bilete.saker if case not in bilete.om):
        named = {each.nummer for each in find_numbers(case.tittel)}
        if numbers & named or _OMGJERING.search(case.tittel):
            yield f"Ei anna sak viser til denne: «{shortened(case.tittel)}». Kva er gjort der?"
        for passasje in case.passasjar:
            for each in passasje.stykke:
                yield from _told_of(each, numbers, bilete, decides=rank(passasje) is _DECIDES)


_DECIDES = Passasjeslag.VEDTAK


def _told_of(
    each: Stykke, numbers: set[str], bilete: Saksbilete, *, decides: bool
) -> Iterator[str]:
    """What a paragraph of another case tells of this one, by its number or the agreement.

    What is decided there on the agreement is asked about, whatever it is.
    """
    for sentence in sentences(each.tekst):
        named = {number.nummer for number in find_numbers(sentence)}
        is_ours = numbers & named or bilete.lesar.names_the_plan(sentence)
        if is_ours and (decides or any(told.utfall not in _INKJE for told in tell(sentence))):
            yield _told(sentence, each.stad)


_SAKSFRAMLEGG = one_of(
    "saksopplysning* saksutgrei* saksutredning* saksfram* saksfrem* bakgrunn* samandrag* "
    "sammendrag* innlei* innled* kva_saka* hva_saken* saka_gjeld saken_gjelder fakta* vedlegg* "
    "vedlagt* saksvedlegg* dokument* andre_dokument* saksdokument* kort_om*"
)
"""How the papers of a case begin, which may stand below a decision on it."""
_RECOMMENDED = (Passasjeslag.TILRÅDING, Passasjeslag.INNSTILLING)


def _told_after(bilete: Saksbilete) -> Iterator[str]:
    """What other parts of the case tell after the decision.

    Up to the papers of the case they may still be part of it.
    """
    places = [id(each) for each in bilete.passasjar]
    near = True
    for passasje in bilete.passasjar[places.index(id(bilete.passasje)) + 1 :]:
        is_section = passasje.slag is Passasjeslag.OVERSKRIFT
        begins_papers = is_section and _SAKSFRAMLEGG.match(passasje.namn)
        near = near and passasje.slag not in _RECOMMENDED and not begins_papers
        if passasje.slag is Passasjeslag.SAK and not _is_same_case(passasje, bilete):
            yield _told(passasje.namn, passasje.stad)
        if is_section:
            yield from _undone_in(Stykke(passasje.namn, passasje.stad))
        for each in passasje.stykke if passasje.slag in _TELLS_AFTER else ():
            if _goes_on(each, bilete) or (near and _binds(each, passasje)):
                yield _told(each.linje, each.stad)
            yield from _undone_in(each)


_TELLS_AFTER = (Passasjeslag.OVERSKRIFT, Passasjeslag.MØTE, Passasjeslag.HANDSAMING)


def _undone_in(each: Stykke) -> Iterator[str]:
    """The sentences of a paragraph that tell of something undone."""
    for told in tell(each.tekst):
        if _undoes(told):
            yield _told(told.tekst, each.stad)


def _goes_on(each: Stykke, bilete: Saksbilete) -> bool:
    """Whether a paragraph is numbered as the point after the last common one."""
    return each.teikn.strip("().: ") == str(len(bilete.plan.innstilling) + 1)


def _binds(each: Stykke, passasje: Passasje) -> bool:
    """Whether a paragraph right below the decision may limit it; in a debate, by words of doubt."""
    if passasje.slag is Passasjeslag.HANDSAMING:
        quiet = (told for told in tell(each.tekst) if told.utfall is Røysteutfall.INGEN)
        return any(ANGRAR.search(told.tekst) and not told.er_kjend for told in quiet)
    return concerns_decision(each.linje) and not is_known(each.linje)


def _is_same_case(passasje: Passasje, bilete: Saksbilete) -> bool:
    """Whether the heading that a case goes on under says no more than its first one did."""
    ordliste = bilete.lesar.ordliste
    said = own_words(passasje.merkelapp.resten, ordliste)
    titles = [own_words(case.tittel, ordliste) for case in bilete.om]
    return any(said <= title for title in titles) or bilete.lesar.names_the_plan(passasje.namn)


_TITLE_UNDONE = one_of(
    "utsett utsatt utsetjing trekt trukke* trukket avvist oppheva opphevet gjort_om omgjort utgår"
)


def _titles(bilete: Saksbilete) -> Iterator[str]:
    """What the title of the case says of how it went, also in the list of cases."""
    for each in bilete.passasjar:
        if each.slag is Passasjeslag.SAK and _TITLE_UNDONE.search(each.namn):
            yield f"Tittelen seier «{shortened(each.namn)}» ({each.stad}). Gjeld vedtaket framleis?"


_STATUS = re.compile(
    r"(?:(?:saks|behandlings)?status|(?:behandlings|handsamings)?resultat|utfall|protokoll)\s*:"
    r"\s*(?P<sagt>.+)",
    re.IGNORECASE,
)
"""A field of a web page that says how a case stands."""
_FERDIG = one_of(
    "ferdig* avslutta avsluttet handsama behandla behandlet vedteke vedteken vedtatt godkjend "
    "godkjent samrøystes enstemmig publisert offentleg offentlig"
)


def _states(bilete: Saksbilete) -> Iterator[str]:
    """What fields say of how the case stands, when they do not say that it is decided."""
    passages = [*bilete.saker[0].passasjar, *bilete.passasjar]
    for each in (each for passasje in passages for each in passasje.stykke):
        for line in each.tekst.split("\n"):
            found = _STATUS.fullmatch(line.strip())
            if found and (ANGRAR.search(line) or not _FERDIG.search(found["sagt"])):
                yield f"Dokumentet seier «{shortened(line.strip())}» ({each.stad}). Kva er vedteke?"


_UTKAST = re.compile(
    r"\b(?:utkast|kladd|førebels|foreløpig\w*|under arbeid|arbeidsdokument|arbeidsutgåve|"
    r"til gjennomsyn|"
    r"(?:ikkje|ikke) (?:godkjen|underskr|signer|offentl)\w+|ukorrigert\w*)\b",
    re.IGNORECASE,
)


def _told_at_edges(bilete: Saksbilete) -> Iterator[str]:
    """What the edges of the pages say of the whole document."""
    for each in (*bilete.dokument.kant, *_head(bilete)):
        if is_known(each.linje):
            continue
        if bilete.er_vedtak and _UTKAST.search(each.linje):
            yield f"Dokumentet er merkt «{shortened(each.linje)}». Er møteboka godkjend?"
        yield from (_told(told.tekst, each.stad) for told in tell(each.tekst) if _undoes(told))


_OM_DOKUMENTET = re.compile(
    r"\b(?:vedtak|protokoll|møtebok|utskrift|dokument|saka\b|saken\b|punkt\b|handlingsplan|"
    r"innstilling)",
    re.IGNORECASE,
)
"""What a sentence at the top of a document speaks of when it is about what stands below."""


def _told_before(bilete: Saksbilete) -> Iterator[str]:
    """What somebody writes over minutes that are sent on: «Sjå bort frå vedtaket under»."""
    head = (Passasjeslag.SAK, Passasjeslag.MØTE)
    first = takewhile(lambda each: each.slag in head, bilete.saker[0].passasjar)
    for each in (each for passasje in first for each in passasje.stykke):
        for sentence in sentences(each.tekst):
            doubts = ANGRAR.search(sentence) or _UTKAST.search(sentence) or "feil" in sentence
            if doubts and _OM_DOKUMENTET.search(sentence) and not _FRÅ_FØR.search(sentence):
                yield _told(sentence, each.stad)


_FRÅ_FØR = re.compile(r"(?:innkalling|saksliste|sakliste|førre møte|forrige møte)", re.IGNORECASE)
"""What a meeting begins with: who was called, and the minutes of the meeting before."""
_SHORT = 6


def _head(bilete: Saksbilete) -> Iterator[Stykke]:
    """The short lines at the top of the document, where it says what it is."""
    first = takewhile(lambda each: each.slag <= Passasjeslag.MØTE, bilete.saker[0].passasjar)
    for each in (each for passasje in first for each in passasje.stykke):
        if len(each.linje.split()) <= _SHORT and not each.er_punkt:
            yield each


_OM_VEDTAKET = re.compile(r"\b(?:kommunestyret|vedtaket|innstillinga|punkt \d)\b", re.IGNORECASE)


def _undoes(told: Utsegn) -> bool:
    """Whether a sentence far from the decision may tell that it does not stand."""
    if told.utfall is Røysteutfall.IMOT:
        return True
    about = _OM_VEDTAKET.search(told.tekst) is not None
    takes_back = ANGRAR.search(told.tekst) is not None and "vedtaket" in told.tekst.casefold()
    return about and (told.truleg is Røysteutfall.IMOT or (takes_back and not is_known(told.tekst)))


def _told(text: str, stad: str) -> str:
    return f"Utanfor vedtaket står det «{shortened(text)}» ({stad}). Gjeld vedtaket framleis?"


# What shows that what was recommended has been decided on


def decided_elsewhere(bilete: Saksbilete) -> Iterator[str]:
    """In minutes with decisions, a recommendation without one has not been decided on."""
    for each in (passasje for case in bilete.saker for passasje in case.passasjar):
        decides = rank(each) is Passasjeslag.VEDTAK or (
            each.slag is Passasjeslag.UKJEND and says_decided(each.namn)
        )
        if decides and _speaks_of_kommunestyre(each) and each is not bilete.passasje:
            yield (
                f"Dokumentet har vedtak («{each.namn}», {each.stad}), men vedtaket er ikkje funne "
                "i denne saka. Det er innstillinga som er samanlikna. Kva er vedteke?"
            )


_PROTOKOLL = re.compile(r"(?:møte|saks)protokoll\b.*", re.IGNORECASE)


def handled(bilete: Saksbilete) -> Iterator[str]:
    """Where a case has been debated, the recommendation is no longer the last word."""
    for text, stad in (*_dealt_with(bilete), *_outcomes(bilete), *_minutes(bilete)):
        yield (
            f"Saka er handsama («{shortened(text)}», {stad}), men vedtaket er ikkje funne. Det er "
            "innstillinga som er samanlikna. Kva er vedteke?"
        )


def _dealt_with(bilete: Saksbilete) -> Iterator[tuple[str, str]]:
    for each in told_by(bilete, Møteorgan.KOMMUNESTYRE):
        if each.slag in _HANDSAMA:
            yield each.namn, each.stad


def _outcomes(bilete: Saksbilete) -> Iterator[tuple[str, str]]:
    for each in (
        each for passasje in told_by(bilete, Møteorgan.KOMMUNESTYRE) for each in passasje.stykke
    ):
        for told in tell(each.tekst):
            if told.utfall not in (Røysteutfall.INGEN, Røysteutfall.FRAMLEGG):
                yield told.tekst, each.stad


def _minutes(bilete: Saksbilete) -> Iterator[tuple[str, str]]:
    """The line that says that the document is minutes of the kommunestyre."""
    bodies = {each.organ.slag for each in bilete.hovud if each.organ}
    for each in bilete.dokument.stykke if Møteorgan.KOMMUNESTYRE in bodies else ():
        if any(map(_PROTOKOLL.fullmatch, each.tekst.split("\n"))):
            yield each.linje, each.stad
