"""The lines that say what follows them: a case, a meeting, a debate, a vote, a decision.

A line is such a heading only when every word of it is known; «Vedtak som fall» is then none.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from bygdeplan.model.plan import Plan
from bygdeplan.vedtak.protokoll.kjende import is_known
from bygdeplan.vedtak.protokoll.mote import (
    Møteorgan,
    Organnamn,
    Saksnummer,
    case_number,
    find_bodies,
    find_days,
    find_numbers,
    without_bodies,
    without_days,
    without_numbers,
)
from bygdeplan.vedtak.protokoll.roysting import RØYSTETAL, lost
from bygdeplan.vedtak.protokoll.tekst import Stykke, one_of, words_of


class Passasjeslag(IntEnum):
    """What a passage is; of those that can be held against the plan, the higher outranks."""

    OVERSKRIFT = 0
    """Another part of the document, which says nothing of a decision."""
    UKJEND = 1
    """Something about a decision that cannot be taken for one."""
    SAK = 2
    """The head of a case."""
    MØTE = 3
    """Which body met, and when."""
    HANDSAMING = 4
    """The debate."""
    RØYSTING = 5
    """The vote."""
    FRAMLEGG = 6
    """What others than those who recommend have proposed."""
    TILRÅDING = 7
    """What the kommunedirektør recommends."""
    INNSTILLING = 8
    """What the formannskap recommends."""
    VEDTAK = 9


@dataclass(frozen=True)
class Merkelapp:
    """What a line opens, and what it says of the meeting."""

    slag: Passasjeslag
    namn: str
    """The line, or what of it stands before the colon."""
    resten: str = ""
    """What stands after the colon; the title of a case."""
    organ: Organnamn | None = None
    dagar: tuple[date, ...] = ()
    er_møtedag: bool = False
    """Whether the line calls the day that of a meeting."""
    nummer: str = ""
    """The number of the case it names, without its body: «12/31»."""
    leier_inn: bool = False
    """Whether it is a sentence that leads on to points: «Kommunestyret gjer slikt vedtak:»."""
    er_gjort: bool = False
    """Whether that sentence tells of what has been done."""


@dataclass(frozen=True)
class Ordliste:
    """What a plan adds to the words by which headings are known, all in small letters."""

    namn: frozenset[str]
    """The words of the names of its kommunar."""
    innstilling: frozenset[str]
    """What its kommunar call the section with the recommendation."""
    overskrifter: frozenset[str]
    """What they call the other sections."""


NO_NAMES = Ordliste(frozenset(), frozenset(), frozenset())
"""For those who read lines before they know the plan."""


def words_of_plan(plan: Plan) -> Ordliste:
    """The names and headings by which a plan's own documents are known."""
    profiles = [kommune.profil.overskrifter for kommune in plan.kommunar.values()]
    return Ordliste(
        namn=frozenset[str]().union(*(words_of(each.namn) for each in plan.kommunar.values())),
        innstilling=frozenset(_key(one["innstilling"]) for one in profiles if "innstilling" in one),
        overskrifter=frozenset(
            _key(text) for one in profiles for name, text in one.items() if name != "innstilling"
        ),
    )


# The words

PLAIN = words_of(
    "i på av til med den det dei dette ein ei eit et en og for om å som s frå fra sitt si sine sin "
    "har hadde blei blir ble vart vert er var slik slikt slike følgjande fylgjande følgende "
    "dato dag møte møtet kl sak saka saken nr saksnr saksnummer utval utvalg organ utvalssak "
    "utvalgssak politisk kommune kommunen endeleg endelig medhald medhold heimel hjemmel "
    "kommunelova kommuneloven koml jf jfr jamfør etter ledd likelydande likelydende samrøystes "
    "einstemmig einstemmige enstemmig enstemmige einrøystes ekstraordinært måndag mandag tysdag "
    "tirsdag onsdag torsdag fredag laurdag lørdag sundag søndag utskrift saksutskrift særutskrift "
    "møteprotokoll møtebok protokoll ps der lyder lyd"
)
"""Words that any heading may have beside the word that says what it is."""
_GJORT = words_of("vedtok gjorde gjort fatta fattet vedteke vedteken vedtatt")
_GJER = words_of("vedtek vedtar gjer gjør gjere gjøre fattar fatter fatte")
_VEDTAK = words_of(
    "avgjerd avgjerda vedtak vedtaket vedtaka vedtakene vedtok gjorde gjort fatta fattet"
) | (words_of("gjer gjør gjere gjøre fattar fatter fatte"))
_VEDTEKE = words_of("vedteke vedteken vedtatt vedtek vedtar")
"""Words that head a decision only with a colon after them: «Samrøystes vedteke» ends one."""
_SEIER_VEDTAK = words_of("avgjerd avgjerda vedtak vedtaket vedtaka vedtakene vedtok") | _VEDTEKE
_TILRÅDING = words_of(
    "innstilling innstillinga innstillingen tilråding tilrådinga tilrådingen tilrår rår innstiller"
)
_FRAMLEGG = words_of("framlegg framlegget forslag forslaget")
_ANDRE_FRAMLEGG = words_of(
    "endringsframlegg tilleggsframlegg fellesframlegg alternativ alternativt motframlegg "
    "oversendingsframlegg utsetjingsframlegg endringsforslag tilleggsforslag fellesforslag "
    "utsettelsesforslag oversendelsesforslag mindretalet mindretallet mindretallsforslag"
)
ADMINISTRASJON = words_of(
    "kommunedirektøren kommunedirektørens kommunedirektør rådmannen rådmannens rådmann "
    "administrasjonen administrasjonens administrasjonssjefen administrasjonssjefens"
)
_INNSTILLAR = ADMINISTRASJON | words_of(
    "ordføraren ordførarens ordføreren ordførerens legg legger fram frem vedta"
)
_HANDSAMING = words_of(
    "behandling behandlingen handsaming handsaminga saksbehandling saksprotokoll møtebehandling "
    "møtehandsaming drøfting ordskifte debatt handsama behandla behandlet"
)
_RØYSTING = words_of(
    "røysting røystinga votering voteringa voteringen avrøysting avrøystinga avstemning "
    "avstemming avstemningen røystegjeving voteringsresultat røysteresultat"
)
_MØTEDAG = words_of("møtedato møtedag møte møtet")
_OM_MØTET = _MØTEDAG | words_of("tid tidspunkt saksprotokoll møtebehandling behandling handsaming")

OVERSKRIFTER = frozenset(
    {
        *(
            "samandrag",
            "sammendrag",
            "kort om saka",
            "kort om saken",
            "bakgrunn",
            "bakgrunn for saka",
            "bakgrunn for saken",
        ),
        *("innleiing", "innledning", "saksopplysningar", "saksopplysninger", "saksutgreiing"),
        *("saksutgreiinga", "saksutredning", "saksframstilling", "saksframlegg", "fakta"),
        *("faktagrunnlag", "faktiske opplysningar", "vurdering", "vurderingar", "vurderinger"),
        *("konklusjon", "økonomi", "økonomiske konsekvensar", "økonomiske konsekvenser"),
        *("konsekvensar", "konsekvenser", "vedlegg", "vedlegg i saka", "saksvedlegg"),
        *("organisering", "handlingsplan", "plan for politisk handsaming", "dokument i saka"),
        *("dokumenter i saken", "andre dokument i saka", "tidlegare vedtak", "tidligere vedtak"),
        *("tidlegare vedtak i saka", "oppfølging av vedtak", "oppfølging av vedtaket"),
        *("vedtaksmakt", "vedtakskompetanse", "heimel for vedtaket", "hjemmel for vedtaket"),
        *("saksgang", "saksdokument", "kva saka gjeld", "hva saken gjelder", "saka gjeld"),
        *("saken gjelder", "folkehelse", "klima og miljø", "rettsleg grunnlag", "lovgrunnlag"),
        *(
            "vedlagt",
            "vedlagte dokument",
            "dokument",
            "dokumenter",
            "saksdokumenter",
            "filer",
            "eventuelt",
            "ymse",
            "spørjetime",
        ),
        *("spørretime", "interpellasjonar", "interpellasjoner", "referatsaker", "meldingssaker"),
        *("orienteringar", "orienteringer", "orienteringssaker", "orienteringssakar"),
        *("saksliste", "sakliste", "vidare handsaming", "videre behandling", "saksfremlegg"),
    }
)
"""Headings that many documents have, in small letters; they are no decisions and end one."""

_LOV = re.compile(
    r"§+\s?\d+(?:\s?[-–]\s?\d+)*(?: (?:fyrste|første|andre|annet|tredje) ledd)?", re.IGNORECASE
)
_GRENSE = one_of(
    "til_og_med frå_og_med fra_og_med gjort_om gjorde_om gjer_om gjør_om om_å etter_at"
)
"""Plain words that together say something: «gjort om», «til og med»."""
_KLOKKA = re.compile(r"\b(?:kl\.?\s?)?\d{1,2}[:.]\d{2}(?:\s?[–-]\s?\d{1,2}[:.]\d{2})?(?![.\d])")
_SOM_INNSTILT = re.compile(
    r"\b(?:i (?:samsvar|tråd|henhold|overensstemmelse) (?:med|til)|etter|på grunnlag av) "
    r"(?:[\w-]+ (?:si |sin |sitt )?)?(?:innstilling|tilråding)\w*"
    r"(?: (?:frå|fra|av) (?:formannskap|kommunedirektør|rådmann)\w*)?"
    r"|^(?:vi|me) viser til (?=møte|sak)"
    r"|\bom (?:handlingsplan(?:en)? (?:for )?)?bygdevekstavtal\w+",
    re.IGNORECASE,
)
"""What a decision may say of where its words come from, without changing them."""
_SPREIDD = re.compile(r"(?:[A-ZÆØÅ] ){4,}[A-ZÆØÅ] ?:?")
"""A word with air between its letters: «V E D T A K»."""
_LONGEST = 16
_END = re.compile(r"[.!?]\s*$")


def read_heading(stykke: Stykke, ordliste: Ordliste) -> Merkelapp | None:
    """What a paragraph opens; None when it is text."""
    if _SPREIDD.fullmatch(stykke.linje):
        stykke = replace(stykke, tekst=stykke.linje.replace(" ", ""))
    text = stykke.linje
    if _key(text) in ordliste.innstilling:
        return Merkelapp(Passasjeslag.TILRÅDING, text)
    if is_section(text, ordliste):
        return Merkelapp(Passasjeslag.OVERSKRIFT, text)
    for read in (_passage, _meeting, _case, _unknown):
        if (found := read(stykke, ordliste)) is not None:
            return found
    return None


def is_section(text: str, ordliste: Ordliste) -> bool:
    """Whether a line is a heading that many documents have, or those of the plan."""
    return _key(text) in ordliste.overskrifter | OVERSKRIFTER


def _passage(stykke: Stykke, ordliste: Ordliste) -> Merkelapp | None:
    """The heading of a part of a case, every word of which is known."""
    for head, rest in _heads(stykke):
        if rest and _key(head) in OVERSKRIFTER:
            return Merkelapp(Passasjeslag.OVERSKRIFT, head, rest)
        slag = _slag(head, ordliste, with_colon=rest is not None)
        # «Toppdal kommune Saksprotokoll» says what the document is.
        is_kind = words_of(head) - ordliste.namn <= {"saksprotokoll", "kommune"}
        if slag is not None and not is_kind:
            return _with_meeting(Merkelapp(slag, head, rest or ""))
    return None


def _heads(stykke: Stykke) -> Iterator[tuple[str, str | None]]:
    """What of a line may be a heading, with what stands after its colon."""
    text = stykke.linje
    if stykke.er_punkt:
        return
    head, colon, rest = _KLOKKA.sub(" ", text).partition(":")
    if colon:
        if len(head.split()) <= _LONGEST:
            yield " ".join(head.split()), rest.strip()
    elif not _END.search(text) and len(text.split()) <= _LONGEST:
        yield text, None


def _slag(head: str, ordliste: Ordliste, *, with_colon: bool) -> Passasjeslag | None:
    """What a heading opens when every word of it is known; else it may say anything."""
    head = _SOM_INNSTILT.sub(" ", head)
    found = _telling_words(head, ordliste)
    if not found:
        return None
    vedtak = _VEDTAK | _VEDTEKE if with_colon else _VEDTAK
    if _recommends(found, vedtak, named=next(find_bodies(head), None) is not None):
        return Passasjeslag.TILRÅDING
    if found <= vedtak and found & _SEIER_VEDTAK:
        return None if _TIL_KOMMUNESTYRET.search(head) else Passasjeslag.VEDTAK
    if found <= _FRAMLEGG | _ANDRE_FRAMLEGG:
        return Passasjeslag.FRAMLEGG
    if found <= _RØYSTING | _HANDSAMING | _VEDTAK and found & (_RØYSTING | _HANDSAMING):
        return Passasjeslag.RØYSTING if found <= _RØYSTING else Passasjeslag.HANDSAMING
    return None


def _recommends(found: Set[str], vedtak: Set[str], *, named: bool) -> bool:
    """«Formannskapet si innstilling», «Framlegg til vedtak», «Kommunedirektørens forslag»."""
    by_body = named or found & ADMINISTRASJON
    says = found & _TILRÅDING or (found & _FRAMLEGG and (found & _SEIER_VEDTAK or by_body))
    return bool(says) and found <= _TILRÅDING | _FRAMLEGG | _INNSTILLAR | vedtak


def _telling_words(head: str, ordliste: Ordliste) -> frozenset[str] | None:
    """The words of a heading beside bodies, days, numbers, laws, votes and plain words.

    None when the votes it tells of fell the other way, or plain words or figures limit it.
    """
    bare = _bare(head)
    # A figure that is none of these may be the year of another decision, or a point.
    if lost(head) or _GRENSE.search(head) or re.search(r"\d", bare):
        return None
    return words_of(bare) - PLAIN - ordliste.namn


def _bare(text: str) -> str:
    for take_out in (without_days, without_numbers, without_bodies):
        text = take_out(text)
    for known in (_LOV, RØYSTETAL, _KLOKKA):
        text = known.sub(" ", text)
    return text


def _with_meeting(heading: Merkelapp) -> Merkelapp:
    """A heading with what it says of body, day, number and what has been done."""
    text = _SOM_INNSTILT.sub(" ", heading.namn)
    words, numbers = words_of(text), list(find_numbers(text))
    organ = _speaker(text, numbers)
    by_others = organ is not None and organ.slag is not Møteorgan.KOMMUNESTYRE
    recommends = heading.slag is Passasjeslag.TILRÅDING and by_others
    return replace(
        heading,
        slag=Passasjeslag.INNSTILLING if recommends else heading.slag,
        organ=organ,
        dagar=tuple(dict.fromkeys(find_days(text))),
        er_møtedag=bool(words & _MØTEDAG) or next(find_bodies(text), None) is not None,
        nummer=numbers[0].nummer if numbers else "",
        leier_inn=bool(words & (_GJER | _GJORT)),
        er_gjort=bool(words & _GJORT),
    )


def _speaker(text: str, numbers: list[Saksnummer]) -> Organnamn | None:
    """The body that a heading speaks of; of two, the one that is no kommunestyre."""
    named = [*find_bodies(text), *(each.organ for each in numbers if each.organ)]
    others = [each for each in named if each.slag is not Møteorgan.KOMMUNESTYRE]
    return next(iter([*others, *named]), None)


def _meeting(stykke: Stykke, ordliste: Ordliste) -> Merkelapp | None:
    """A line that only says which body met, and when: «Kommunestyret 20.02.2031:»."""
    text = stykke.linje
    unlike = _END.search(text) or _TIL.match(text) or _TIL_KOMMUNESTYRET.search(text)
    if unlike or stykke.er_punkt:
        return None
    words = words_of(_bare(text)) - ordliste.namn
    found = _with_meeting(Merkelapp(Passasjeslag.MØTE, text.rstrip(": ")))
    body = next(find_bodies(text), None)
    # The name of a council alone on a line may be the receiver of a letter.
    says_so = found.dagar or found.nummer or words & _UTVAL or _INTERNT.search(text)
    named = body is not None and (body.slag is not Møteorgan.ANNA or bool(says_so))
    dated = bool(found.dagar) and words & (_MØTEDAG | words_of("dato tid tidspunkt"))
    return found if (named or dated) and words <= PLAIN | _OM_MØTET else None


_UTVAL = words_of("utval utvalg organ møtebok møteprotokoll saksprotokoll møte protokoll")
_INTERNT = one_of(
    "eldreråd* ungdomsråd* råd_for utval_for utvalg_for hovudutval* hovedutvalg* "
    "administrasjonsutval* kontrollutval* planutval* oppvekstutval*"
)
"""Bodies of a kommune, which minutes name on a line alone."""
_TIL_KOMMUNESTYRET = re.compile(r"\btil (?:\w+ )?kommunestyre", re.IGNORECASE)
"""Who speaks to the kommunestyre is not the kommunestyre."""
_TIL = re.compile(r"(?:til|kopi|mottak)\w*\b", re.IGNORECASE)
_CASE = re.compile(
    r"(?:(?P<slag>(?:utvals?|utvalgs?|politisk |kommunestyre|formannskaps?)?-?"
    r"sak(?:s?\s?nr\.?|snummer)?|(?:kommunestyret|formannskapet)"
    r"|(?-i:(?P<kode>[A-ZÆØÅ]{1,6}))(?:[- ]?sak)?|[fk]s?-?sak)[\s.:-]*(?:nr\.?\s*)?)?"
    r"(?P<nr>\d{1,4})\s?[/-]\s?(?P<år>20\d\d|\d\d)\b(?![./]\d)[\s.:–-]*(?P<tittel>.*)",
    re.IGNORECASE,
)


def _case(stykke: Stykke, _ordliste: Ordliste) -> Merkelapp | None:
    """The heading of a case, whatever its numbers look like; its title is what follows."""
    text = stykke.linje
    found = _CASE.fullmatch(text)
    if not found or _END.search(text) or len(text.split()) > 3 * _LONGEST:
        return None
    if not found["slag"] and "/" not in found[0]:
        return None
    number = case_number(found["nr"], found["år"], found["kode"] or "")
    if number is None:
        return None
    return Merkelapp(
        Passasjeslag.SAK,
        text,
        resten=found["tittel"].strip(),
        organ=number.organ or next(find_bodies(found["slag"] or ""), None),
        nummer=number.nummer,
    )


def _unknown(stykke: Stykke, _ordliste: Ordliste) -> Merkelapp | None:
    """A heading, or a line that ends with a colon, that is not known for what it is."""
    text, words = stykke.linje, words_of(stykke.linje)
    opens = stykke.er_overskrift or (
        text.endswith(":") and len(text.split()) <= 2 * _LONGEST and not stykke.er_punkt
    )
    if not opens or (is_known(text) and not stykke.er_overskrift):
        return None
    decides = words & (_SEIER_VEDTAK | _TILRÅDING)
    if words & (_FRAMLEGG | _ANDRE_FRAMLEGG) and not words & _SEIER_VEDTAK:
        return Merkelapp(Passasjeslag.FRAMLEGG, text.removesuffix(":"))
    if decides or words & (_FRAMLEGG | _ANDRE_FRAMLEGG):
        return _with_meeting(Merkelapp(Passasjeslag.UKJEND, text.removesuffix(":")))
    return Merkelapp(Passasjeslag.OVERSKRIFT, text) if stykke.er_overskrift else None


_LEIER_INN = words_of("punkt punkta punktene desse disse vedta som")
"""Words that a line may have beside plain ones when its colon leads on to points."""


def leads_in(stykke: Stykke, ordliste: Ordliste) -> bool:
    """Whether a line only leads on to points: «Kommunestyret gjer slikt vedtak:»."""
    text = stykke.linje
    found = words_of(_bare(_SOM_INNSTILT.sub(" ", text))) - ordliste.namn
    return text.endswith(":") and found <= PLAIN | _VEDTAK | _VEDTEKE | _LEIER_INN


_STAD_OG_DAG = words_of(
    "i den kommune kommunen møte møtet møtedato dato kl sak saka saken nr ps samrøystes einstemmig "
    "enstemmig måndag mandag tysdag tirsdag onsdag torsdag fredag laurdag lørdag sundag søndag"
)
# What stands alone without a word: a rule, a date, the number of a case or a page.
_DATE_OR_NUMBER = re.compile(r"[\W_]*(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d+\s?/\s?\d+|\d+)?[\W_]*")


def is_plain(text: str, ordliste: Ordliste) -> bool:
    """Whether a line names a place, a body or a day, and no more."""
    if not words_of(text):
        return _DATE_OR_NUMBER.fullmatch(text) is not None
    found = words_of(_bare(text)) - ordliste.namn
    return not _END.search(text) and found <= _STAD_OG_DAG


def speakers(text: str) -> Iterator[Organnamn]:
    """The bodies a line names, but for those whose recommendation is followed."""
    yield from find_bodies(_SOM_INNSTILT.sub(" ", text))


def own_words(title: str, ordliste: Ordliste) -> frozenset[str]:
    """The words of a title that tell it from others: not those of organs, dates and decisions."""
    return words_of(_bare(title)) - PLAIN - _VEDTAK - _HANDSAMING - ordliste.namn


def says_decided(text: str) -> bool:
    """Whether a heading speaks of a decision, known or not."""
    return bool(words_of(text) & _SEIER_VEDTAK)


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(":. ").casefold()
