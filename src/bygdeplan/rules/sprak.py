"""The language of running text, each in its own written form: BP70x.

Text in «…», names and recorded decisions are left alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.malform import Målform
from bygdeplan.model.merke import Path
from bygdeplan.ord.skriv import TANKESTREK, liste
from bygdeplan.rules.grunnlag import Grunnlag
from bygdeplan.rules.ordform import ANDRE, other_form
from bygdeplan.rules.tekst import Tekstfelt

# Not the ending of another word: «id-en», «pdf-en».
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
# The end of a sentence or a new line; then quotes, brackets, the mark of a list item.
_SENTENCE_BEFORE = re.compile(r"(?:[.!?:]\s|\n)[\W\d]*\Z")
_MOST_BETWEEN = 20
_ABBREVIATIONS: Mapping[Målform, Mapping[str, str]] = {
    "nynorsk": {"mv": "m.m.", "iht": "i samsvar med", "evt": "ev.", "jfr": "jf.", "pr": "per"},
    "bokmål": {"t.d": "f.eks.", "m.a": "bl.a.", "osb": "osv.", "jfr": "jf.", "pr": "per"},
}
"""Abbreviations that a form has not, without the last full stop → what it has."""
_ABBREVIATED: Mapping[Målform, re.Pattern[str]] = {
    "nynorsk": re.compile(r"(?<![\w.])(?:mv\.|(?:iht|evt|jfr)\.?|pr\.?(?=\s))(?!\w)"),
    "bokmål": re.compile(r"(?<![\w.])(?:t\.d\.|m\.a\.|osb\.|jfr\.?|pr\.?(?=\s))(?!\w)"),
}
_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|jan|febr?|apr|aug|sept?|okt|nov|des"
)
# Two years, days or numbers with a hyphen between; not 2031-06, which is a month, nor § 11-3.
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"\d{{1,2}}\. ?(?:{_MONTHS})"
_SPAN = re.compile(
    rf"(?<![\w/.§-])(?<!§ )(?:{_YEAR}-(?:{_YEAR}|1[3-9]|[2-9]\d)"
    rf"|(?:{_DAY}\.?|\d{{1,2}}\.)-{_DAY}|(?!{_YEAR}-)\d+-\d+)(?![\w/-])",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<![\d.])\d{{1,2}}(?:\.(?:{_MONTHS})\b|\s(?:{_MONTHS})\b"
    r"|\.\s(?:jan|febr?|aug|sept?|okt|nov|des)\b(?!\.))",
    re.IGNORECASE,
)
_STRAIGHT_QUOTES = re.compile(r"(?<!\w)\"(?=[^\s\"])[^\"\n]*\"")
_AFTER_Å = re.compile(r"\bå\s+(\w+)", re.IGNORECASE)
_TWO_SYLLABLES = re.compile(r"[aeiouyæøå].*[^aeiouyæøå][ea]$")
# Adverbs that stand between «å» and the verb, and verbs made of short ones (ta, ha, dra, gje).
_NO_CHOICE = re.compile(
    "alle|berre|betre|både|gjerne|heile|ikkje|lenge|lettare|ofte|raskare|same|sterkare|tettare"
    "|tydelegare|vidare"
    "|anta|avta|bidra|delta|foreta|framgje|inndra|inneha|innta|motta|oppdra|oppgje|oppta|overta"
    "|tilgje|unnta|utgje|vedta"
)
_VERTE = re.compile(r"\b(vert|vert[ea]|vart|vorte|vorten|vortne)\b", re.IGNORECASE)
_BLI = re.compile(r"\b(blir?|blei|blitt)\b", re.IGNORECASE)
# A host is «vert» too: «ein vert», «er vert for», «som vert for».
_HOST = re.compile(r"\b(?:ein|er|var|vere|vera)\s+vert\b|\bvert\s+for\s+(?!mykje)", re.IGNORECASE)


def words_of_the_form(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No word of the other written form among the author's own."""
    for field in grunnlag.running_texts:
        for word, own in _foreign(field).items():
            yield Brot(
                field.path,
                f"«{word}» er {ANDRE[field.målform]}.",
                f"På {field.målform} heiter det {liste((f'«{each}»' for each in own), 'eller')}.",
                quote=word,
            )


ANNA_MÅLFORM = Prøveregel(
    "BP701",
    Severity.ÅTVARING,
    "form frå den andre målforma",
    why="Kvar tekst held seg til målforma si, nynorsk eller bokmål. Lista har berre former som den "
    "målforma ikkje har; nokre få nynorske står i bokmålsordboka, men ikkje i det offentlege "
    "skriv. Tekst i «…» og namn blir ikkje prøvde.",
    wrong="skildring:\n  nynorsk: Tiltaket skal gi flere boliger.\n"
    "  bokmål: Tiltaket skal gje fleire bustader.",
    right="skildring:\n  nynorsk: Tiltaket skal gje fleire bustader.\n"
    "  bokmål: Tiltaket skal gi flere boliger.",
    finn=words_of_the_form,
)


def _foreign(field: Tekstfelt) -> dict[str, tuple[str, ...]]:
    """The words of a text that its form has not, each with those it has."""
    return {
        match[0].lower(): own
        for match in _WORD.finditer(field.own)
        if (own := other_form(match[0], field.målform)) and not _looks_like_a_name(field.own, match)
    }


def _looks_like_a_name(text: str, match: re.Match[str]) -> bool:
    """A capital where no sentence begins, or more than one capital."""
    word = match[0]
    if word == word.lower():
        return False
    before = f"\n{text}"[: match.start() + 1][-_MOST_BETWEEN:]
    return word != word.capitalize() or not _SENTENCE_BEFORE.search(before)


def abbreviations(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No abbreviation that the form of the text does not have."""
    for field in grunnlag.running_texts:
        first: dict[str, str] = {}
        for written in _each(_ABBREVIATED[field.målform], field.own):
            first.setdefault(written.rstrip("."), written)
        for short, written in first.items():
            yield Brot(
                field.path,
                f"«{written}» er ikkje {field.målform}.",
                f"Skriv «{_ABBREVIATIONS[field.målform][short]}».",
                quote=written,
            )


FORKORTING = Prøveregel(
    "BP702",
    Severity.ÅTVARING,
    "forkorting som målforma ikkje har",
    why="Forkortingane «mv.», «iht.» og «evt.» høyrer heime i bokmål, «t.d.», «m.a.» og «osb.» i "
    "nynorsk, og «jfr.» og «pr.» i ingen av dei. Oftast er det best å skrive orda ut.",
    wrong="skildring: Samlingar, møte mv. to gonger pr år.",
    right="skildring: Samlingar, møte m.m. to gonger per år.",
    finn=abbreviations,
)


def one_infinitive(grunnlag: Grunnlag) -> Iterator[Brot]:
    """All infinitives of the plan's Nynorsk end alike."""
    most, others = minority(_in_nynorsk(grunnlag), infinitives)
    for each in others:
        yield Brot(
            each.path,
            f"{liste(f'«{words}»' for words in each.words)} har {each.way[1]}-infinitiv; elles i "
            f"planen er det helst {str(most)[1]}-infinitiv.",
            f"Lat infinitivane ende på {most}.",
            quote=each.words[0],
        )


INFINITIV = Prøveregel(
    "BP703",
    Severity.ÅTVARING,
    "både a-infinitiv og e-infinitiv",
    why="Begge er rette i nynorsk, men eit dokument held seg til den eine. Den som er minst brukt "
    "i planen, er peika på.",
    wrong="innleiing: Kommunane skal byrje å byggja.",
    right="innleiing: Kommunane skal byrje å byggje.",
    finn=one_infinitive,
)


def one_verb_for_becoming(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The plan's Nynorsk has verte or bli, not both."""
    most, others = minority(_in_nynorsk(grunnlag), verte_or_bli)
    for each in others:
        yield Brot(
            each.path,
            f"Her står det {liste(f'«{word}»' for word in each.words)}; elles i planen er det "
            f"helst «{most}».",
            f"Bruk «{most}» i heile planen.",
            quote=each.words[0],
        )


VERTE_OG_BLI = Prøveregel(
    "BP704",
    Severity.ÅTVARING,
    "både «verte» og «bli»",
    why="Begge er rette i nynorsk, men eit dokument held seg til det eine. Det som er minst brukt "
    "i planen, er peika på.",
    wrong="innleiing: Planen blir vedteken og vert sett i verk.",
    right="innleiing: Planen blir vedteken og sett i verk.",
    finn=one_verb_for_becoming,
)


def spans(grunnlag: Grunnlag) -> Iterator[Brot]:
    """From–to has an en dash."""
    for field in grunnlag.running_texts:
        for span in _each(_SPAN, field.own):
            yield Brot(
                field.path,
                f"«{span}» har bindestrek.",
                f"Skriv «{span.replace('-', TANKESTREK)}».",
                quote=span,
            )


TANKESTREK_I_SPENN = Prøveregel(
    "BP711",
    Severity.ÅTVARING,
    "bindestrek der det skal vere tankestrek",
    why="Frå–til blir skrive med tankestrek utan mellomrom.",
    wrong="innleiing: Avtalen gjeld 2030-2033.",
    right="innleiing: Avtalen gjeld 2030–2033.",
    finn=spans,
)


def dates(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A date has its full stops and its space."""
    for field in grunnlag.running_texts:
        for day in _each(_DATE, field.own):
            yield Brot(
                field.path,
                f"«{day}» manglar punktum eller mellomrom.",
                "Skriv «28. januar» eller «28. jan.».",
                quote=day,
            )


DATO_I_TEKST = Prøveregel(
    "BP712",
    Severity.ÅTVARING,
    "datoen er feilskriven",
    why="Etter dagen er det punktum og mellomrom, og månaden har punktum når han er korta ned.",
    wrong="innleiing: Møtet er 28.jan.",
    right="innleiing: Møtet er 28. jan.",
    finn=dates,
)


def quotes(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Quotes are Norwegian."""
    for field in grunnlag.running_texts:
        for quote in _each(_STRAIGHT_QUOTES, field.aloud):
            yield Brot(
                field.path, f"{quote} har rette hermeteikn.", f"Skriv «{quote[1:-1]}».", quote=quote
            )


HERMETEIKN = Prøveregel(
    "BP713",
    Severity.ÅTVARING,
    "rette hermeteikn",
    why="Norske hermeteikn er «…», og ‘…’ inni dei.",
    wrong='innleiing: Prosjektet "Tomme hus" er i gang.',
    right="innleiing: Prosjektet «Tomme hus» er i gang.",
    finn=quotes,
)


def _each(pattern: re.Pattern[str], text: str) -> list[str]:
    """What a pattern matches in a text, each once."""
    return list(dict.fromkeys(match[0] for match in pattern.finditer(text)))


class Skrivemåte(NamedTuple):
    """One way of writing, in one text: the words that show it."""

    path: Path
    way: str
    words: tuple[str, ...]


def _in_nynorsk(grunnlag: Grunnlag) -> Iterator[Tekstfelt]:
    return (field for field in grunnlag.running_texts if field.målform == "nynorsk")


def infinitives(text: str) -> Iterator[tuple[str, str]]:
    """Each infinitive after «å» that could end in -e or in -a: its ending and the words.

    Those of one syllable (å bu, å ta) have no ending to choose.
    """
    for match in _AFTER_Å.finditer(text):
        verb = match[1].lower()
        if _TWO_SYLLABLES.search(verb) and not _NO_CHOICE.fullmatch(verb):
            yield f"-{verb[-1]}", f"å {match[1]}"


def verte_or_bli(text: str) -> Iterator[tuple[str, str]]:
    """Each form of verte and bli: which verb, and the word."""
    text = _HOST.sub("", text)
    for verb, forms in (("verte", _VERTE), ("bli", _BLI)):
        for match in forms.finditer(text):
            yield verb, match[0]


def minority(
    texts: Iterable[Tekstfelt], ways: Callable[[str], Iterable[tuple[str, str]]]
) -> tuple[str | None, list[Skrivemåte]]:
    """The way most used in the author's own words, and where another is used.

    Of two used equally often the one used first counts as most used.
    """
    found: list[Skrivemåte] = []
    counts: Counter[str] = Counter()
    for field in texts:
        in_text: dict[str, list[str]] = {}
        for way, word in ways(field.own):
            in_text.setdefault(way, []).append(word)
            counts[way] += 1
        found += [Skrivemåte(field.path, way, tuple(words)) for way, words in in_text.items()]
    most = max(counts, key=lambda way: counts[way]) if counts else None
    return most, [each for each in found if each.way != most]


REGLAR = (
    ANNA_MÅLFORM,
    FORKORTING,
    INFINITIV,
    VERTE_OG_BLI,
    TANKESTREK_I_SPENN,
    DATO_I_TEKST,
    HERMETEIKN,
)
