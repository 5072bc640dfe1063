"""What is told of a vote: whether what was recommended stands, and what became of all else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import normalize

from bygdeplan.vedtak.protokoll.mote import find_bodies, without_days, without_numbers
from bygdeplan.vedtak.protokoll.tekst import is_broken, joined_lines, one_of, words_of


class Røysteutfall(Enum):
    """What a sentence tells."""

    INGEN = auto()
    """Of no outcome."""
    STÅR = auto()
    """What was recommended has been accepted."""
    PUNKT_STÅR = auto()
    """Single points of it have."""
    FRAMLEGG = auto()
    """Somebody proposed something else."""
    FALL = auto()
    """Something else that was proposed fell, or was withdrawn."""
    TILLEGG = auto()
    """An addition that was proposed has been accepted."""
    IMOT = auto()
    """Something else was accepted, or what was recommended was not."""
    VIL = auto()
    """Somebody would have it otherwise."""
    UKJENT = auto()
    """Something in words that are not known."""


@dataclass(frozen=True)
class Utsegn:
    """A sentence, and what it tells."""

    tekst: str
    utfall: Røysteutfall
    truleg: Røysteutfall
    """What it seems to tell, when some of its words are not known."""
    punkt: frozenset[int] = frozenset()
    """The points it names."""
    er_kjend: bool = True
    """Whether every word of it is known."""


# The words

_INNSTILLING = one_of("innstilling* tilråding* tilrådning*")
_FRAMLEGG = re.compile(r"[\w-]*(?:framlegg|forslag)\w*|alternativ(?:et|e|a)?")
_PUNKT = one_of("punkt* pkt")
_SAK = one_of("saka saken vedtak* handlingsplan* planen framstilling*")
_EIGAR = one_of("formannskap* kommunedirektør* rådmann* administrasjon* *utvalet *utvalget")
"""Whose proposal is what was recommended."""
_VEDTEKE = words_of(
    "vedteke vedteken vedtekne vedtatt vedtatte vedtok vedtek godkjend godkjent godkjende tilrådd "
    "tilrådde tilrådt tiltrådt tiltrådd vann"
)
_GJORT = words_of("gjort fatta fattet")
"""What a decision has been, when it is named right before."""
_FALL = words_of(
    "fall falt nedrøysta nedrøystast nedstemt nedstemte forkasta forkastet avvist avviste tapte "
    "trekt trekte trakk trukke trukken trukket"
)
_ENDRA = one_of(
    "endra endret retta rettet stroke* strøke* strok strøk utgår utgjekk utgikk utsett utsatt "
    "utsette utsatte oppheva opphevet omgjor* erstatta erstattet tilføyd* avslått avslege attende "
    "tilbake supplert justert sende sendt korriger* annullert* redusert*"
)
_ENDRE = one_of(
    "utsetje utsette utsetjast utsettes stryke strykast strykes strykje endre endrast endres "
    "avvise avvisast avvises forkaste forkastast forkastes oppheve opphevast oppheves omgjere "
    "omgjerast omgjøres trekkje trekke trekkjast trekkes rette rettast rettes utgå"
)
"""What somebody wants to become of something."""
_SÅG_BORT = re.compile(
    r"\b(?:(?:gjorde|gjort|gjer) (?:\w+ ){0,3}om|(?:gå|går|gjekk|gikk|gått|teke|tekne|tatt) ut|"
    r"sa nei|seier nei|nei til|(?:gjekk|gikk|går|gå) i ?mot|"
    r"(?:kommunestyret|fleirtalet|flertallet) (?:røysta|stemte) (?:i ?)?mot|"
    r"slutta seg ikkje|sluttet seg ikke|"
    r"(?:leggj?e|legge|lagd|lagt|la) (?:\w+ ){0,3}bort|av sak(?:skart|slist|list)\w*)\b"
)
_SLUTTA_SEG = re.compile(r"\bslutt(?:a|et|ar|er) seg (?:\w+ )?til\b", re.IGNORECASE)
_VANLEGE = words_of(
    "ved etter over under mellom for og så deretter dermed først fyrst til frå fra av i på som "
    "slik slikt den det dei de dette disse desse ein eit ei en et alle heile hele samla samlet "
    "kvar hver enkelt enkelte begge vart vert blei ble blir er var har hadde fekk fikk får fram "
    "frem sett satt sette opp lagt lagd la gjort gjord gjeve gitt gjevne avgitt avgjevne gyldige "
    "røysta røystast stemte stemt røyst røyster røysting røystinga stemme stemmer votering "
    "voteringa voteringen votert avrøysting avrøystinga avstemning avstemming avstemningen "
    "alternativ alternativt punktvis samrøystes einstemmig einstemmige enstemmig enstemmige "
    "einrøystes representant representantar representanter medlem medlemmer medlemmar stades stede "
    "møtande møtende innstilt innstilte foreslått føreslått framlagt framlagd fremlagt slutt "
    "samsvar tråd henhold med mot imot sitt si sin sine kommunestyret kommunestyre formannskapet "
    "formannskapets møtet møte sak saka saken vedtak vedtaket gjorde fatta fattet skriftleg "
    "skriftlig open åpen ordføraren ordføreren gruppa gruppene partia partiet resultat resultatet "
    "om ordførarens dobbeltrøyst dobbeltstemme fleirtal flertall fleirtalet flertallet mindretalet "
    "kommunedirektøren kommunedirektørens rådmannen rådmannens administrasjonen felles opphavleg "
    "status saksstatus utfall under satte enst samr prøverøysting prøvevotering endeleg endelig "
    "opphavlege opprinnelige"
)
"""Words that a sentence about a vote can have, and mean no more than that."""
_UTAN_MEIR = re.compile(
    r"\b(?:(?:utan|uten) (?:debatt|merknad\w*|ordskifte|røysting|votering)|"
    r"(?:hadde|har) ingen merknad\w*|ingen (?:bad|ba|tok) (?:om )?ordet)\b",
    re.IGNORECASE,
)
"""What a vote can be told to have been without."""

_SETNING = re.compile(
    r"(?<!pkt)(?<!nr)(?<!kl)(?<!enst)(?<!samr)(?<!\d)[.!?;][»\"”]?\s+|(?<=\d)\.\s+(?=(?-i:[A-ZÆØÅ]))",
    re.IGNORECASE,
)
_ORD = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*|\d+|[,:]")
_PARTI = re.compile(r"\((?:[A-ZÆØÅ][\w.]*|\d+|og|av|røyster|røyst|stemmer|frå|fra|mot|[ ,/+])*\)")
_INNHALD = re.compile(
    r"(?P<framlegg>\b[\w-]*(?:framlegg|forslag)\w*(?: (?:frå|fra) \S+)?) "
    r"(?:om|på|til (?!vedtak\b)) ?.*?"
    r"(?= (?:fall|falt|vart|blei|ble|fekk|fikk|med \d)\b)",
    re.IGNORECASE,
)
"""What a proposal was about, before what became of it."""
_RØYST = r"(?:røyster|røyst|røysta|stemmer|stemme|stemte)"
RØYSTETAL = re.compile(
    rf"\(?(?<![/.:\d])\b(?:(?:med|mot|imot) )?(?:"
    rf"(?P<for>\d{{1,3}})(?: {_RØYST})? ?(?:mot|imot|[–-]) ?(?P<mot>\d{{1,3}})(?: {_RØYST})?"
    rf"|(?P<fekk>\d{{1,3}}) av (?:dei |de )?(?P<alle>\d{{1,3}}) {_RØYST}"
    rf"|\d{{1,3}} {_RØYST})\b(?!\d|[.:]\d)(?: ?\((?:(?-i:[A-ZÆØÅ])\w*|\d+|og|[ ,/+])*\))?\)?",
    re.IGNORECASE,
)
"""How votes fell, with the parties: «(14 mot 3 røyster)», «mot 3 røyster (SV)», «14 av 17»."""
_SIDER = {
    "for": r"\bfor\b\D*?(?P<for>\d{1,3})\b",
    "mot": r"\bi?mot\b\D*?(?P<mot>\d{1,3})\b",
    "n for": rf"\b(?P<for>\d{{1,3}})(?: {_RØYST})? for\b",
    "n mot": rf"\b(?P<mot>\d{{1,3}}|ingen)(?: {_RØYST})? i?mot\b",
}
_FOR_OG_MOT = tuple(
    re.compile(rf"{_SIDER[one]}.*?{_SIDER[other]}", re.IGNORECASE)
    for one, other in (("for", "mot"), ("mot", "for"), ("n for", "n mot"), ("n mot", "n for"))
)
"""Each side by itself: «For: 18 Mot: 3», «18 røysta for innstillinga, ingen imot»."""
_RANGE = re.compile(r"(?<=\s)(\d{1,2})\s?[–-]\s?(\d{1,2})(?![\d.])")
_FØRESLÅR = re.compile(
    r"\b(?:føreslo|føreslår|foreslo|foreslår|fremja|fremjar|fremmet|fremmer|sett?e? fram|"
    r"la(?:gde)? fra?e?m|legg fram|kom med|leverte|lyder|lydde|lød)\b|:\s*$",
    re.IGNORECASE,
)
_FØRESLO = re.compile(r"\b(?:føreslo|føreslår|foreslo|foreslår)\b", re.IGNORECASE)
_TIL_VEDTAK = re.compile(r"\b(?:framlegg|forslag)\w* til vedtak\b", re.IGNORECASE)
_SKJEDD = re.compile(r"\b(?:vart|blei|ble)\b", re.IGNORECASE)
_SAMRØYSTES = words_of(
    "samr enst samrøystes einstemmig einstemmige enstemmig enstemmige einrøystes"
)
_RØYSTER = words_of("røyster stemmer røyst stemme")
_FLEIRTAL = words_of("fleirtal fleirtalet flertall flertallet")
_FØRE_OBJEKT = frozenset(("mot", "imot", "over", "mellom", "for", "til", "av", "om", "på"))
_SAMBAND = frozenset(("og", "samt", "med", "pluss"))


def lost(text: str) -> bool | None:
    """Whether the votes that a text counts fell against; None when it counts none on both sides."""
    counted = [each for each in RØYSTETAL.finditer(text) if each["for"] or each["fekk"]]
    if counted:
        return any(
            int(each["for"]) <= int(each["mot"])
            if each["for"]
            else 2 * int(each["fekk"]) <= int(each["alle"])
            for each in counted
        )
    for each in _FOR_OG_MOT:
        if sides := each.search(text):
            return sides["mot"].isdecimal() and int(sides["for"]) <= int(sides["mot"])
    return None


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; numbers and «pkt.» end none."""
    for line in joined_lines(text, is_broken):
        yield from (one.strip() for one in _SETNING.split(line) if one.strip())


def tell(text: str) -> Iterator[Utsegn]:
    """What the sentences of a text tell of a vote."""
    for sentence in sentences(normalize("NFC", text)):
        yield from _tell(sentence)


def is_vote(text: str, count: int = 0) -> bool:
    """Whether a text tells of a vote that accepted what is written out, and of nothing else.

    Votes on single points must have been on all of them, of which there are `count`.
    """
    told = list(tell(text))
    points = [each for each in told if each.utfall is Røysteutfall.PUNKT_STÅR]
    named = frozenset[int]().union(*(each.punkt for each in points))
    others = [each for each in told if each not in points]
    accepted = all(each.utfall in (Røysteutfall.STÅR, Røysteutfall.FALL) for each in others)
    return bool(told) and accepted and (not points or named == frozenset(range(1, count + 1)))


def has_happened(sentence: str) -> bool:
    """Whether a sentence tells of what was done, not of what somebody wants to be done."""
    said = words_of(sentence)
    return _SKJEDD.search(sentence) is not None or bool(said & (_SAMRØYSTES | _RØYSTER))


_BERRE_TAL = re.compile(
    r"(?:røystetal|stemmetal|stemmetall|resultat)?:? ?\(?\d{1,3} ?[–-] ?\d{1,3}\)?\.?",
    re.IGNORECASE,
)
_SENDT = re.compile(r"sen[dt]{1,2}t?:? .*\b\d{1,2}[:.]\d{2}", re.IGNORECASE)
"""When a mail was sent."""


def _tell(sentence: str) -> Iterator[Utsegn]:
    if _SENDT.fullmatch(sentence):
        return
    if _BERRE_TAL.fullmatch(sentence):
        fell = lost(sentence) is not False
        utfall = Røysteutfall.UKJENT if fell else Røysteutfall.STÅR
        yield Utsegn(sentence, utfall, utfall)
        return
    setning = _Setning(sentence)
    told = list(setning.utfall())
    known = setning.er_kjend
    for utfall in told:
        decides = utfall not in (Røysteutfall.INGEN, Røysteutfall.FRAMLEGG)
        clear = Røysteutfall.UKJENT if decides and not known else utfall
        yield Utsegn(sentence, clear, utfall, setning.punkt, known)


def _written_out(points: re.Match[str]) -> str:
    """«1–3» → «1, 2, 3»."""
    first, last = map(int, points.groups())
    return ", ".join(map(str, range(first, last + 1))) if first < last < first + 20 else points[0]


class _Ting(Enum):
    """What a sentence about a vote can be about."""

    INNSTILLING = auto()
    FRAMLEGG = auto()
    TILLEGG = auto()
    PUNKT = auto()
    SAK = auto()


_MED_VEDTEKE = {
    _Ting.FRAMLEGG: Røysteutfall.IMOT,
    _Ting.TILLEGG: Røysteutfall.TILLEGG,
    _Ting.PUNKT: Røysteutfall.PUNKT_STÅR,
}
"""What it means that something was accepted; that anything else was, is as recommended."""


class _Setning:
    """A sentence word by word."""

    def __init__(self, text: str) -> None:
        text = _RANGE.sub(_written_out, text)
        text = without_numbers(without_days(_UTAN_MEIR.sub(" ", _PARTI.sub(" ", text))))
        self._text = _INNHALD.sub(r"\g<framlegg>", text)
        self._written = [found[0] for found in _ORD.finditer(self._text)]
        self._ord = [each.casefold() for each in self._written]
        self._ting = {at: ting for at in range(len(self._ord)) if (ting := self._ting_at(at))}

    @property
    def punkt(self) -> frozenset[int]:
        """The points it names by number."""
        found: set[int] = set()
        for at in (at for at, ting in self._ting.items() if ting is _Ting.PUNKT):
            for word in self._ord[at + 1 :]:
                if word.isdecimal():
                    found.add(int(word))
                elif word not in ("og", ",", "punkt", "pkt"):
                    break
        return frozenset(found)

    @property
    def er_kjend(self) -> bool:
        """Whether every word is known; a name is one that is written as a name."""
        has_words = any(word[0].isalpha() for word in self._ord)
        return has_words and all(self._is_known(at) for at in range(len(self._ord)))

    def _is_known(self, at: int) -> bool:
        word, written = self._ord[at], self._written[at]
        if word in _VANLEGE | _VEDTEKE | _FALL or at in self._ting or not word[0].isalpha():
            return True
        if word == "ingen" and not {"mot", "imot"}.isdisjoint(self._ord[at + 1 : at + 3]):
            return True
        # «Bergs forslag»: whose it is.
        if at == 0 and written[0].isupper() and word.endswith("s") and self._is_others(1):
            return True
        is_name = written[:2].isupper() and len(written) > 1
        is_name |= written[0].isupper() and (
            at > 0 or (len(self._written) > 1 and self._is_name(1))
        )
        return is_name or _ENDRA.fullmatch(word) is not None or any(find_bodies(written))

    def _is_others(self, at: int) -> bool:
        return self._ting.get(at) in (_Ting.FRAMLEGG, _Ting.TILLEGG)

    def _is_name(self, at: int) -> bool:
        return self._written[at][0].isupper()

    def _ting_at(self, at: int) -> _Ting | None:
        word = self._ord[at]
        if _INNSTILLING.fullmatch(word):
            return _Ting.INNSTILLING
        if _PUNKT.fullmatch(word):
            return _Ting.PUNKT
        if _SAK.fullmatch(word) and not self._is_after(at, "til"):
            return _Ting.SAK
        if not _FRAMLEGG.fullmatch(word) or self._follows(
            at, ("røysting", "votering", "avrøysting")
        ):
            return None
        if self._is_recommended(at):
            return _Ting.INNSTILLING
        return _Ting.TILLEGG if word.startswith("tillegg") else _Ting.FRAMLEGG

    def _follows(self, at: int, words: Iterable[str]) -> bool:
        return any(each in self._ord[at + 1 : at + 2] for each in words)

    def _is_after(self, at: int, word: str) -> bool:
        return self._ord[max(at - 1, 0) : at] == [word]

    def _is_recommended(self, at: int) -> bool:
        """Whether a proposal is that of those who recommend."""
        owner = self._ord[max(at - 2, 0) : at]
        after = self._ord[at + 1 : at + 5]
        if "frå" in after or "fra" in after:
            source = after.index("frå" if "frå" in after else "fra")
            return any(map(_EIGAR.fullmatch, after[source + 1 : source + 2]))
        return after[:2] == ["til", "vedtak"] or any(map(_EIGAR.fullmatch, owner))

    def utfall(self) -> Iterator[Røysteutfall]:
        """What it tells, outcome by outcome."""
        outcomes = [at for at in range(len(self._ord)) if self._is_outcome(at)]
        if self._proposes(outcomes):
            yield Røysteutfall.FRAMLEGG
        elif self._turns_to_others():
            yield Røysteutfall.IMOT
        elif outcomes:
            for at in outcomes:
                yield from self._told_at(at)
        elif self._ting and any(_ENDRE.fullmatch(word) for word in self._ord):
            yield Røysteutfall.VIL
        else:
            yield self._by_votes()

    def _turns_to_others(self) -> bool:
        """«Kommunestyret gjekk imot innstillinga», «slutta seg til framlegget frå SP»."""
        others = {_Ting.FRAMLEGG, _Ting.TILLEGG} & set(self._ting.values())
        if others and _SLUTTA_SEG.search(self._text):
            return True
        named = self._ting or any(find_bodies(self._text))
        return bool(named) and _SÅG_BORT.search(self._text.casefold()) is not None

    def _is_outcome(self, at: int) -> bool:
        word = self._ord[at]
        if word in _GJORT:
            return any(self._ord[n].startswith("vedtak") for n in range(max(at - 3, 0), at))
        return word in _VEDTEKE | _FALL or _ENDRA.fullmatch(word) is not None

    def _proposes(self, outcomes: list[int]) -> bool:
        """Whether somebody proposes something else, and nothing is said to have come of it."""
        others = {_Ting.FRAMLEGG, _Ting.TILLEGG} & set(self._ting.values())
        names_one = bool(others) or self._is_somebodys_own()
        verb = (_FØRESLÅR if names_one else _FØRESLO).search(self._text)
        return verb is not None and not (outcomes and _SKJEDD.search(self._text))

    def _is_somebodys_own(self) -> bool:
        """«SP la fram sitt framlegg til vedtak»: not that of those who recommend."""
        by_them = any(map(_EIGAR.fullmatch, self._ord))
        return not by_them and _TIL_VEDTAK.search(self._text) is not None

    def _told_at(self, at: int) -> Iterator[Røysteutfall]:
        word = self._ord[at]
        if word in _VEDTEKE:
            yield from (_MED_VEDTEKE[ting] for n, ting in self._ting.items() if self._adds(n, at))
        for ting in self._subjects(at):
            if word in _VEDTEKE | _GJORT:
                unclear = lost(self._text) or self._names_points_after(at)
                yield Røysteutfall.UKJENT if unclear else _MED_VEDTEKE.get(ting, Røysteutfall.STÅR)
            elif word in _FALL:
                fell = ting in (_Ting.FRAMLEGG, _Ting.TILLEGG)
                yield Røysteutfall.FALL if fell else Røysteutfall.IMOT
            else:
                yield Røysteutfall.IMOT

    def _adds(self, at: int, outcome: int) -> bool:
        """Whether something was accepted with other things: «i samsvar med framlegget frå SP»."""
        other = self._ting[at] in (_Ting.FRAMLEGG, _Ting.TILLEGG)
        return other and at > outcome and "med" in self._ord[max(at - 2, 0) : at]

    def _names_points_after(self, outcome: int) -> bool:
        """Whether points are named behind what was accepted: «vedteken utan punkt 2»."""
        points = [at for at, ting in self._ting.items() if ting is _Ting.PUNKT]
        return bool(points) and min(points) > outcome

    def _subjects(self, at: int) -> list[_Ting]:
        """What an outcome is told of: what stands before it, and what is joined to that."""
        before = [n for n in sorted(self._ting) if n < at and not self._is_object(n)]
        after = [n for n in sorted(self._ting) if n > at and not self._is_object(n)]
        if not before:
            return [self._ting[after[0]]] if after else [_Ting.SAK]
        *earlier, nearest = before
        joined = earlier[-1:] if earlier and self._is_joined(earlier[-1], nearest) else []
        return [self._ting[n] for n in (*joined, nearest)]

    def _is_object(self, at: int) -> bool:
        """Whether something is what another is held against: «over framlegget», «i saka»."""
        before = self._ord[max(at - 2, 0) : at]
        if not _FØRE_OBJEKT.isdisjoint(before):
            return True
        if "og" in before and "mellom" in self._ord[:at]:
            return True
        return before[-1:] == ["i"] and self._ting[at] not in (_Ting.FRAMLEGG, _Ting.TILLEGG)

    def _is_joined(self, one: int, other: int) -> bool:
        between = self._ord[one + 1 : other]
        return not _SAMBAND.isdisjoint(between[-2:]) and not any(
            self._is_outcome(n) for n in range(one + 1, other)
        )

    def _by_votes(self) -> Røysteutfall:
        """What the figures tell where no word does."""
        fell, said = lost(self._text), frozenset(self._ord)
        others = {_Ting.FRAMLEGG, _Ting.TILLEGG} & set(self._ting.values())
        if not fell and said & _SAMRØYSTES and (self._ting or self.er_kjend):
            return Røysteutfall.IMOT if others else Røysteutfall.STÅR
        if fell is not None and not others:
            return Røysteutfall.UKJENT if fell else Røysteutfall.STÅR
        shares = self._shares()
        if others and _Ting.INNSTILLING in shares and len(shares) > 1:
            other = max(votes for ting, votes in shares.items() if ting is not _Ting.INNSTILLING)
            return Røysteutfall.STÅR if shares[_Ting.INNSTILLING] > other else Røysteutfall.IMOT
        if others and (fell is False or not said.isdisjoint(_FLEIRTAL)):
            return Røysteutfall.IMOT
        return Røysteutfall.FRAMLEGG if others and shares else Røysteutfall.INGEN

    def _shares(self) -> dict[_Ting, int]:
        """How many votes each thing got: «innstillinga 14 røyster og framlegget frå SV 3»."""
        found: dict[_Ting, int] = {}
        counts = not _RØYSTER.isdisjoint(self._ord)
        for at in range(len(self._ord)):
            if counts and self._ord[at].isdecimal():
                before = [n for n in sorted(self._ting) if n < at]
                if before:
                    found.setdefault(self._ting[before[-1]], int(self._ord[at]))
        return found
