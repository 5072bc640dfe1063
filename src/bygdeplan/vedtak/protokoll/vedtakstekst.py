"""The whole of what a passage decides: its points, and what stands around them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from bygdeplan.ord.ordlyd import shortened
from bygdeplan.ord.skilnad import words
from bygdeplan.vedtak.protokoll.kjende import Kjend, is_known, known
from bygdeplan.vedtak.protokoll.les.linjer import as_point
from bygdeplan.vedtak.protokoll.merkelapp import (
    Ordliste,
    is_plain,
    leads_in,
    own_words,
)
from bygdeplan.vedtak.protokoll.roysting import (
    Røysteutfall,
    has_happened,
    is_vote,
    sentences,
    tell,
)
from bygdeplan.vedtak.protokoll.saker import Passasje
from bygdeplan.vedtak.protokoll.tekst import Stykke, goes_on, joined_lines, joined_words, one_of


@dataclass(frozen=True)
class Vedtakstekst:
    """What a passage says, point by point."""

    punkt: tuple[str, ...]
    ukjent: tuple[str, ...] = ()
    """Why it may decide something else than its points say, each as a sentence."""
    før: tuple[Stykke, ...] = ()
    """What leads on to the points."""
    viser_til: str = ""
    """The sentence by which it refers to what was recommended, when it says nothing else."""


_SIDETAL = re.compile(r"[–-]?\s*\b(?:side|s\.)\s*\d{1,4}(?:\s*(?:av|/)\s*\d{1,4})?$", re.IGNORECASE)
_BEGINNING = 3
"""How many words of a common point are enough to know a line as its beginning."""


class Vedtakslesar:
    """Reads passages by the words that the plan makes likely."""

    def __init__(self, felles: Sequence[str], ordliste: Ordliste) -> None:
        self._felles = felles
        self._ordliste = ordliste
        self._known = frozenset(word for text in felles for word in words(text))
        self._beginnings = {tuple(words(text)[:_BEGINNING]) for text in felles}

    def read(self, passasje: Passasje) -> Vedtakstekst:
        """The points of a passage: those of its list, else its paragraphs."""
        stykke = [piece for each in passasje.stykke for piece in self._apart(each)]
        stykke = self._without_edges(stykke)
        before = list(takewhile(lambda each: not each.er_punkt, stykke))
        points = list(takewhile(lambda each: each.er_punkt, stykke[len(before) :]))
        after = stykke[len(before) + len(points) :]
        # A list that comes after points without numbers is one of those it is sent to.
        if not points or any(self._begins_point(each.tekst) for each in before):
            before, points, after = self._by_paragraphs(stykke)
        points, numbering = _numbered(points)
        unknown = [
            *self._unknown_before(before),
            *_reservations(points),
            *numbering,
            *_levels(points),
            *self._unknown_after(after, len(points)),
        ]
        texts = (joined_words(each.tekst, self._known) for each in points)
        return Vedtakstekst(tuple(texts), tuple(unknown), tuple(before), self._refers(stykke))

    def _without_edges(self, stykke: Sequence[Stykke]) -> list[Stykke]:
        """The paragraphs without what belongs to a page, where a point follows it on the next."""
        return [
            each
            for each, below in zip_longest(stykke, stykke[1:])
            if each.er_punkt or below is None or not below.er_punkt or not self._is_edge(each.linje)
        ]

    def _is_edge(self, text: str) -> bool:
        """«Side 2 av 4», alone or after the names of the kommune, the body and the day."""
        found = _SIDETAL.search(text)
        return found is not None and not own_words(text[: found.start()], self._ordliste)

    def _apart(self, each: Stykke) -> Iterator[Stykke]:
        """A paragraph of lines, taken apart where a line begins a common point of its own."""
        first, *lines = each.tekst.split("\n")
        gathered = [first]
        for line in lines:
            if self._begins_point(line) and self._ends("\n".join(gathered)):
                yield replace(each, tekst="\n".join(gathered))
                gathered, each = [], as_point("", each.stad, each.atterhald)
            gathered.append(line)
        text = "\n".join(gathered)
        yield replace(each, tekst=text) if each.tekst else as_point(text, each.stad, each.atterhald)

    def _ends(self, text: str) -> bool:
        """Whether something new can begin after a text: a sentence, a vote, a body and a date."""
        return text.rstrip().endswith(".") or self._closes(text)

    def _begins_point(self, line: str) -> bool:
        bare = _WEAK_SIGN.sub("", as_point(line, "").tekst)
        return tuple(words(bare)[:_BEGINNING]) in self._beginnings

    def _by_paragraphs(
        self, stykke: Sequence[Stykke]
    ) -> tuple[list[Stykke], list[Stykke], list[Stykke]]:
        """What comes before the points, the points, and what comes after, where there is no list.

        There are no more points than common ones: what follows them is no list to be added to.
        """
        before = list(takewhile(self._leads_in, stykke))
        rest = list(stykke[len(before) :])
        points = list(takewhile(lambda each: not self._closes(each.linje), rest))
        points = points[: len(self._felles)]
        return before, points, rest[len(points) :]

    def _leads_in(self, each: Stykke) -> bool:
        """«Kommunestyret gjorde slikt vedtak:», «Samrøystes», a body and a date."""
        return leads_in(each, self._ordliste) or self._closes(each.linje)

    def _closes(self, text: str) -> bool:
        """A vote, a signature, a body and a date."""
        if self._begins_point(text):
            return False
        if is_vote(text, len(self._felles)) or _SOM_INNSTILT.fullmatch(text):
            return True
        return is_plain(text, self._ordliste) or is_known(text) or self._is_edge(text)

    def _unknown_before(self, before: Sequence[Stykke]) -> Iterator[str]:
        for each in before:
            if not self._leads_in(each):
                yield f"Framfor punkta står det «{shortened(each.linje)}»."

    def _unknown_after(self, after: Sequence[Stykke], count: int) -> Iterator[str]:
        """The first thing below the points that is not known for what it is."""
        below = _Nedanfor(self._closes)
        for each in after:
            goes_on = each.teikn.strip("().: ") == str(count + 1)
            unknown = each.linje if goes_on else below.unknown_in(each)
            if unknown:
                yield f"Etter punkta står det «{shortened(unknown)}»."
                return

    def _refers(self, stykke: Sequence[Stykke]) -> str:
        """The sentence that refers to what was recommended, when nothing else is decided."""
        said = [one for each in stykke for one in sentences(each.linje)]
        referring = [one for one in said if _refers_to_recommended(one)]
        known_all = all(one in referring or self._closes(one) for one in said)
        return referring[0] if referring and known_all else ""


class _Nedanfor:
    """Reads what stands below the points, line by line."""

    def __init__(self, closes: Callable[[str], bool]) -> None:
        self._closes = closes
        self._within: Kjend | None = None

    def unknown_in(self, each: Stykke) -> str:
        """What in a paragraph is not known; empty when all of it is.

        It is known as a whole, line by line, or sentence by sentence.
        """
        ways = ([each.linje], joined_lines(each.tekst, goes_on), list(sentences(each.linje)))
        is_known_some_way = any(all(map(self._is_known, parts)) for parts in ways)
        return "" if is_known_some_way else each.linje

    def _is_known(self, part: str) -> bool:
        text = " ".join(part.split())
        found = known(text)
        self._within = found or self._within
        if self._within is None or not (found or self._within.goes_on(text)):
            return self._closes(text)
        # Somebody's own words bind nobody, but what has happened may be told among them.
        if self._within.er_fri and _DECIDES.search(text):
            return False
        return not self._within.er_fri or not any(
            told.truleg is Røysteutfall.IMOT and has_happened(told.tekst) for told in tell(text)
        )


_DECIDES = re.compile(r"\bkommunestyret (?:\w+ ){0,2}(?:vedt|gjer|gjorde|fatt)", re.IGNORECASE)
_VEDTEKE = one_of(
    "kommunestyret vedtek vedtok vedtar vedteke vedtatt samrøystes enstemmig einstemmig"
).pattern
_FRÅ = r"(?: (?:frå|fra|av) (?:formannskap|kommunedirektør|rådmann)\w*)?"
_SI = r"(?:(?:formannskapet|kommunedirektøren|rådmannen|administrasjonen)(?:s| si| sitt)? )?"
_INNSTILT = one_of(
    "innstilt innstilling* tilråding* tilrådd foreslått føreslått framlagt fremlagt"
).pattern
_SOM_INNSTILT = re.compile(
    rf"(?:(?:vedtaket|dette) er |{_VEDTEKE}[ :,]+)*"
    rf"(?:som|i samsvar med|i tråd med|i henhold til) {_SI}{_INNSTILT}{_FRÅ}"
    rf"(?:[ ,:]+{_VEDTEKE})*\.?"
    rf"|kommunestyret slutt(?:ar|a|er|et) seg til {_SI}{_INNSTILT}{_FRÅ}\.?",
    re.IGNORECASE,
)
"""«Som innstilt.», «Kommunestyret sluttar seg til innstillinga frå formannskapet.»"""
_INNSTILLING = re.compile(r"innstill|tilråd|framlegg|forslag", re.IGNORECASE)


def _refers_to_recommended(sentence: str) -> bool:
    """Whether a sentence says that what was recommended is decided, and nothing else."""
    if _SOM_INNSTILT.fullmatch(sentence):
        return True
    told = list(tell(sentence))
    stands = bool(told) and all(each.utfall is Røysteutfall.STÅR for each in told)
    return stands and _INNSTILLING.search(sentence) is not None


_WEAK_SIGN = re.compile(r"\s*(?P<teikn>\d{1,2}|[IVX]{1,4}|[a-h])\s+(?=[A-ZÆØÅ«\"])")
"""A sign that is one only where the points above and below have it too: «1 Planen»."""
_ROMERTAL = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _numbered(points: Sequence[Stykke]) -> tuple[list[Stykke], list[str]]:
    """Points without signs, and a doubt when these do not go upwards one by one."""
    if not any(each.teikn or each.nivå for each in points):
        weak = [_WEAK_SIGN.match(each.tekst) for each in points]
        if all(weak) and _goes_upwards([found["teikn"] for found in weak if found]):
            points = [
                replace(each, tekst=_WEAK_SIGN.sub("", each.tekst, count=1)) for each in points
            ]
        return list(points), []
    signs = [bare for each in points if (bare := _bare(each.teikn))]
    if signs and not (len(signs) == len(points) and _goes_upwards(signs)):
        return list(points), [f"Punkta er nummererte {', '.join(signs)}."]
    return list(points), []


def _bare(sign: str) -> str:
    """The number or letter of a sign; empty for a dash or a bullet."""
    found = re.search(r"\d+|[^\W\d_]+(?=[.)]?$)", sign)
    return found[0] if found else ""


def _goes_upwards(signs: Sequence[str]) -> bool:
    """Whether signs are 1, 2, 3, or I, II, III, or a, b, c."""
    count = len(signs)
    arabic = [str(number) for number in range(1, count + 1)]
    letters = [chr(ord("a") + number) for number in range(count)]
    folded = [sign.casefold() for sign in signs]
    return folded in (arabic, letters, list(_ROMERTAL[:count]))


def _reservations(points: Sequence[Stykke]) -> Iterator[str]:
    for number, each in enumerate(points, 1):
        if each.atterhald:
            yield f"Punkt {number} er ikkje berre tekst: {each.atterhald}."


def _levels(points: Sequence[Stykke]) -> Iterator[str]:
    """A point under a point belongs to it, and may limit it."""
    outermost = min((each.nivå for each in points), default=0)
    for each in points:
        if each.nivå > outermost:
            yield f"«{shortened(each.linje)}» er eit underpunkt."
            return
