"""Minutes and case documents of an invented kommune, written for the tests, and what they decide.

The plan for 2031 of the invented pilot has three decision points. `EIN`, `TO` and `TRE` stand for
them in the texts. The verdict is the one a careful reader would give who may not ask anybody.
"""

from dataclasses import dataclass

from bygdeplan.vedtak.protokoll.dom import Vedtaksdom
from tests.plans import raw_plan

EIN, TO, TRE = raw_plan(2031)["innstilling"]
PUNKT = f"1. {EIN}\n2. {TO}\n3. {TRE}\n"

HOVUD = """Toppdal kommune
Møtebok

Utval: Kommunestyret
Møtestad: Kommunehuset
Møtedato: 20.02.2031

"""
SAK = "PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen\n\n"
INNSTILLING = f"Innstilling frå kommunedirektøren:\n{PUNKT}\n"
ANDRE_SAKER_FØR = """PS 10/31 Godkjenning av møteinnkalling

Vedtak:
Innkallinga blir godkjend.

PS 11/31 Kommunedelplan for trafikktryggleik

Innstilling frå kommunedirektøren:
1. Planen blir lagd ut til høyring.
2. Høyringsfristen er 1. april 2031.

Samrøystes vedtak:
1. Planen blir lagd ut til høyring.
2. Høyringsfristen er 1. april 2031.

"""
ANDRE_SAKER_ETTER = """
PS 13/31 Budsjettendring

Vedtak:
Saka blir utsett.

Møtet slutt kl. 14.00.
"""


@dataclass(frozen=True)
class Møtebok:
    """A text and the verdict on it."""

    what: str
    text: str
    dom: Vedtaksdom
    ord: str = ""
    """Words that must be told: those that differ, or why it is not certain."""


def sak(text: str) -> str:
    """The minutes of a meeting with one case, whose text this is."""
    return f"{HOVUD}{SAK}{text}"


def vedtak(punkt: str, label: str = "Vedtak:") -> str:
    """A case with the proposal as the plan has it, and this decision."""
    return sak(f"{INNSTILLING}{label}\n{punkt}")


def without(text: str, *words: str) -> str:
    """The points with some words taken out."""
    for word in words:
        assert word in text
        text = text.replace(word, "", 1)
    return text


LIKE = [
    Møtebok("the decision alone", sak(f"Vedtak:\n{PUNKT}"), Vedtaksdom.LIK),
    Møtebok("proposal and decision", vedtak(PUNKT), Vedtaksdom.LIK),
    *(
        Møtebok(f"under «{label}»", vedtak(PUNKT, label), Vedtaksdom.LIK)
        for label in (
            "Vedtak",
            "VEDTAK:",
            "Samrøystes vedtak",
            "Vedtak i kommunestyret 20.02.2031",
            "Vedtak i kommunestyret - 20. februar 2031:",
            "Kommunestyret sitt vedtak:",
            "KS-12/31 Vedtak:",
            "Vedtak i Toppdal kommunestyre:",
            "Kommunestyret har i møte 20.02.2031 gjort slikt vedtak:",
            "Slik vedtok kommunestyret:",
            "Vedteke:",
        )
    ),
    *(
        Møtebok(f"a case document with «{label}»", sak(f"{label}\n{PUNKT}"), Vedtaksdom.LIK)
        for label in (
            "Innstilling",
            "Tilråding:",
            "Framlegg til vedtak:",
            "Forslag til vedtak",
            "Innstilling frå kommunedirektøren",
            "Rådmannen si tilråding:",
            "Formannskapet si innstilling:",
            "Formannskapet si innstilling til kommunestyret 13.02.2031:",
            "Kommunedirektøren rår kommunestyret til å gjere slikt vedtak:",
            "Vedtak i formannskapet 30.01.2031:",
        )
    ),
    Møtebok("«som innstillinga»", vedtak("Som innstillinga.\n"), Vedtaksdom.LIK),
    Møtebok(
        "among other cases",
        f"{HOVUD}{ANDRE_SAKER_FØR}{SAK}{INNSTILLING}Vedtak:\n{PUNKT}{ANDRE_SAKER_ETTER}",
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "a list of cases first",
        f"{HOVUD}Sakliste\nPS 10/31 Godkjenning av møteinnkalling\n"
        f"PS 11/31 Kommunedelplan for trafikktryggleik\n{SAK}{ANDRE_SAKER_FØR}"
        f"{SAK}Vedtak:\n{PUNKT}",
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "the decision before the proposal, as in a transcript",
        sak(f"Vedtak:\n{PUNKT}\nSaksutgreiing:\nPlanen er klar.\n\n{INNSTILLING}"),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "debate and vote between",
        vedtak(
            PUNKT,
            "Behandling:\nOrdføraren la fram saka.\n\nRøysting:\n"
            "Innstillinga blei samrøystes vedteken.\n\nVedtak:",
        ),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "another proposal that fell",
        vedtak(
            PUNKT,
            "Framlegg frå mindretalet:\n1. Handlingsplanen for 2031 blir ikkje "
            "vedteken.\n\nRøysting:\nFramlegget frå mindretalet fall med 4 mot 15 røyster.\n\n"
            "Vedtak:",
        ),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "wrapped, with words divided at line ends",
        vedtak(
            "1. Handlingsplanen for 2031\n   blir vedteken.\n2. Ubrukte mid-\n   lar frå 2030 blir "
            "over-\n   førte til 2031.\n3. Styringsgruppa kan gjere språk-\n   lege endringar i "
            "planen.\n"
        ),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "wrapped to the margin",
        vedtak(
            "1. Handlingsplanen for 2031\nblir vedteken.\n2. Ubrukte midlar frå 2030\nblir "
            "overførte til\n2031.\n3. Styringsgruppa kan gjere språklege\nendringar i planen.\n"
        ),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "an empty line between points", vedtak(f"1. {EIN}\n\n2. {TO}\n\n3. {TRE}\n"), Vedtaksdom.LIK
    ),
    Møtebok("points with bullets", vedtak(f"• {EIN}\n• {TO}\n• {TRE}\n"), Vedtaksdom.LIK),
    Møtebok("points by letters", vedtak(f"a) {EIN}\nb) {TO}\nc) {TRE}\n"), Vedtaksdom.LIK),
    Møtebok("points with brackets", vedtak(f"1) {EIN}\n2) {TO}\n3) {TRE}\n"), Vedtaksdom.LIK),
    Møtebok(
        "points by name", vedtak(f"Punkt 1: {EIN}\nPunkt 2: {TO}\nPunkt 3: {TRE}\n"), Vedtaksdom.LIK
    ),
    Møtebok("points as paragraphs", vedtak(f"{EIN}\n\n{TO}\n\n{TRE}\n"), Vedtaksdom.LIK),
    Møtebok(
        "signed",
        vedtak(f"{PUNKT}\nVedtaket var samrøystes.\n\nRett utskrift\n\nSekretær\n"),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "votes counted",
        vedtak(f"{PUNKT}\nVedteke med 19 mot 2 røyster.\n"),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "a point in addition",
        vedtak(f"{PUNKT}4. Kommunen ventar konkrete tiltak.\n"),
        Vedtaksdom.TILLEGG,
        "Kommunen ventar konkrete tiltak.",
    ),
    Møtebok(
        "a point in addition that says what it does not want",
        vedtak(f"{PUNKT}4. Kommunestyret ventar konkrete tiltak, ikkje prosjekt.\n"),
        Vedtaksdom.TILLEGG,
        "ikkje prosjekt",
    ),
]

LIKE += [
    Møtebok(
        "the formannskap decided otherwise, the kommunestyre as proposed",
        sak(f"Vedtak i formannskapet 30.01.2031:\n1. {EIN}\n\nVedtak i kommunestyret:\n{PUNKT}"),
        Vedtaksdom.LIK,
    ),
    Møtebok(
        "the title under the number",
        f"{HOVUD}PS 12/31\nHandlingsplan 2031 for bygdevekstavtalen\n\nVedtak:\n{PUNKT}\n"
        "PS 13/31\nNæringsplan\n\nVedtak:\nSaka blir utsett.\n",
        Vedtaksdom.LIK,
    ),
    Møtebok("signed right under the points", vedtak(f"{PUNKT}Rett utskrift\n"), Vedtaksdom.LIK),
    Møtebok(
        "votes right under the points", vedtak(f"{PUNKT}Vedtaket var samrøystes.\n"), Vedtaksdom.LIK
    ),
]

ULIKE = [
    Møtebok(
        "the formannskap recommends otherwise",
        sak(f"{INNSTILLING}Formannskapet si innstilling:\n1. {EIN}\n2. {TO}\n"),
        Vedtaksdom.ULIK,
        "punkt 3",
    ),
    Møtebok(
        "a word changed", vedtak(PUNKT.replace("språklege", "mindre")), Vedtaksdom.ULIK, "mindre"
    ),
    Møtebok(
        "a negation",
        vedtak(PUNKT.replace("blir vedteken", "blir ikkje vedteken")),
        Vedtaksdom.ULIK,
        "ikkje",
    ),
    Møtebok("another year", vedtak(PUNKT.replace("frå 2030", "frå 2029")), Vedtaksdom.ULIK, "2029"),
    Møtebok(
        "an extra word",
        vedtak(PUNKT.replace("kan gjere", "kan sjølv gjere")),
        Vedtaksdom.ULIK,
        "sjølv",
    ),
    Møtebok("a word missing", vedtak(without(PUNKT, "språklege ")), Vedtaksdom.ULIK, "språklege"),
    Møtebok(
        "an extra sentence in a point",
        vedtak(PUNKT.replace(EIN, f"{EIN} Han gjeld i eitt år.")),
        Vedtaksdom.ULIK,
        "eitt år",
    ),
    Møtebok(
        "taken to notice only",
        vedtak(PUNKT.replace("vedteken", "teken til vitande")),
        Vedtaksdom.ULIK,
        "teken til vitande",
    ),
    Møtebok("points merged", vedtak(f"1. {EIN} {TO}\n2. {TRE}\n"), Vedtaksdom.ULIK),
    Møtebok("points merged in one paragraph", vedtak(f"{EIN} {TO} {TRE}\n"), Vedtaksdom.ULIK),
    Møtebok("another order", vedtak(f"1. {TO}\n2. {EIN}\n3. {TRE}\n"), Vedtaksdom.ULIK),
    Møtebok("a point left out", vedtak(f"1. {EIN}\n2. {TRE}\n"), Vedtaksdom.ULIK, "punkt 2"),
    Møtebok("the last point left out", vedtak(f"1. {EIN}\n2. {TO}\n"), Vedtaksdom.ULIK, "punkt 3"),
    Møtebok(
        "a point put in among the others",
        vedtak(f"1. {EIN}\n2. Kommunen vil ha meir.\n3. {TO}\n4. {TRE}\n"),
        Vedtaksdom.ULIK,
    ),
    Møtebok(
        "a point split", vedtak(PUNKT.replace("kan gjere ", "kan gjere\n4. ")), Vedtaksdom.ULIK
    ),
    Møtebok("put off", vedtak("Saka blir utsett.\n"), Vedtaksdom.ULIK, "utsett"),
    Møtebok("put off, in a list", vedtak("1. Saka blir utsett til neste møte.\n"), Vedtaksdom.ULIK),
    Møtebok(
        "sent back", vedtak("Saka blir send tilbake til kommunedirektøren.\n"), Vedtaksdom.ULIK
    ),
    Møtebok(
        "the other proposal won",
        sak(
            f"{INNSTILLING}Framlegg frå mindretalet:\n1. Handlingsplanen for 2031 blir ikkje "
            "vedteken.\n\nRøysting:\nInnstillinga fall med 5 mot 14 røyster.\n\nVedtak:\n"
            "1. Handlingsplanen for 2031 blir ikkje vedteken.\n"
        ),
        Vedtaksdom.ULIK,
        "ikkje",
    ),
    Møtebok(
        "last year's plan",
        vedtak(PUNKT.replace("2030", "2029").replace("2031", "2030")),
        Vedtaksdom.ULIK,
    ),
    Møtebok(
        "identical proposal, decision in another case",
        f"{HOVUD}{SAK}{INNSTILLING}Vedtak:\nSaka blir utsett.\n\n"
        f"PS 13/31 Næringsplan\n\nVedtak:\n{PUNKT}",
        Vedtaksdom.ULIK,
        "utsett",
    ),
]

USIKRE = [
    Møtebok(
        "something more that may be a decision",
        sak(f"Vedtak:\n{PUNKT}\nVedtak om endring:\nSaka blir teken opp att.\n"),
        Vedtaksdom.USIKKER,
        "Vedtak om endring",
    ),
    Møtebok(
        "a point that fell, but is written out all the same",
        vedtak(PUNKT, "Røysting:\nPunkt 1 blei vedteke. Punkt 2 fall.\n\nVedtak:"),
        Vedtaksdom.USIKKER,
        "Punkt 2 fall",
    ),
    Møtebok(
        "the decision of the county", sak(f"Vedtak i fylkesutvalet:\n{PUNKT}"), Vedtaksdom.USIKKER
    ),
    Møtebok(
        "the decision of a council beside it",
        sak(f"Vedtak i ungdomsrådet:\n{PUNKT}"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "a decision at an earlier meeting",
        sak(f"Vedtak i førre møte:\n{PUNKT}"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok("an unfinished decision", sak(f"Utkast til vedtak:\n{PUNKT}"), Vedtaksdom.USIKKER),
    Møtebok("turned down", sak(f"Samrøystes avvist:\n{PUNKT}"), Vedtaksdom.USIKKER),
    Møtebok(
        "turned down on the line",
        vedtak(PUNKT, "Vedtak: Innstillinga blir avvist."),
        Vedtaksdom.USIKKER,
        "avvist",
    ),
    Møtebok(
        "numbers that do not go upwards",
        vedtak(f"1. {EIN}\n1. {TO}\n1. {TRE}\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok("all points twice", vedtak(f"{PUNKT}{PUNKT}"), Vedtaksdom.USIKKER),
    Møtebok(
        "taken up again under the same number",
        f"{HOVUD}{SAK}Vedtak:\n{PUNKT}\nPS 13/31 Næringsplan\n\nVedtak:\n1. Ja.\n\n"
        "PS 12/31 Ny handsaming\n\nVedtak:\nSaka blir utsett.\n",
        Vedtaksdom.USIKKER,
        "utsett",
    ),
    Møtebok(
        "a paragraph after points that are not numbered",
        vedtak(f"{EIN}\n\n{TO}\n\n{TRE}\n\nKommunen ventar tiltak.\n"),
        Vedtaksdom.USIKKER,
        "Kommunen ventar tiltak.",
    ),
    Møtebok(
        "other words without a heading",
        sak("1. Handlingsplanen for 2031 blir ikkje vedteken.\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "the proposal, and another decision under a heading nobody knows",
        sak(
            f"{INNSTILLING}Vedtak etter lang debatt og fleire pausar:\n"
            "Kommunestyret sluttar seg til dei andre.\n"
        ),
        Vedtaksdom.USIKKER,
        "lang debatt",
    ),
    Møtebok(
        "the proposal that fell, and no decision",
        sak(f"{INNSTILLING}Røysting:\nInnstillinga fall med 5 mot 14 røyster.\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "accepted, but not written out",
        sak(f"{INNSTILLING}Røysting:\nInnstillinga blei samrøystes vedteken.\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok("put off in a sentence", sak(f"{INNSTILLING}Saka blei utsett.\n"), Vedtaksdom.USIKKER),
    Møtebok(
        "«som innstillinga», which is not there",
        sak("Vedtak:\nSom innstillinga.\n\nVedlegg:\nPlanen.\n"),
        Vedtaksdom.USIKKER,
        "innstillinga",
    ),
    Møtebok(
        "minutes in which this case has no decision",
        f"{HOVUD}{ANDRE_SAKER_FØR}{SAK}{INNSTILLING}{ANDRE_SAKER_ETTER}",
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "two bodies, the latter puts it off",
        sak(
            f"Formannskapet 30.01.2031\n\nVedtak:\n{PUNKT}\nKommunestyret 20.02.2031\n\n"
            "Vedtak:\nSaka blir utsett.\n"
        ),
        Vedtaksdom.ULIK,
        "utsett",
    ),
    Møtebok(
        "two bodies, each with its number",
        f"{HOVUD}PS 5/31 Handlingsplan 2031 for bygdevekstavtalen\n\nVedtak:\n{PUNKT}\n"
        "PS 12/31 Handlingsplan 2031 for bygdevekstavtalen\n\nVedtak:\nSaka blir utsett.\n",
        Vedtaksdom.USIKKER,
        "utsett",
    ),
    Møtebok(
        "the next body's number without a title",
        f"{HOVUD}{SAK}Vedtak:\n{PUNKT}\nPS 13/31 Kommunestyret\n\nVedtak:\nSaka blir utsett.\n",
        Vedtaksdom.USIKKER,
        "utsett",
    ),
    Møtebok(
        "a condition after the points",
        vedtak(f"{PUNKT}\nVedtaket gjeld under føresetnad av at fylket er samd.\n"),
        Vedtaksdom.USIKKER,
        "føresetnad",
    ),
    Møtebok(
        "a sentence after the points",
        vedtak(f"{PUNKT}\nSaka er med dette avslutta.\n"),
        Vedtaksdom.USIKKER,
        "avslutta",
    ),
    Møtebok(
        "a few words after the points",
        vedtak(f"{PUNKT}\nGjeld ut juni\n"),
        Vedtaksdom.USIKKER,
        "Gjeld ut juni",
    ),
    Møtebok(
        "a condition after the signature",
        vedtak(f"{PUNKT}\nRett utskrift\n\nVedtaket gjeld ikkje før budsjettet er vedteke.\n"),
        Vedtaksdom.USIKKER,
        "gjeld ikkje",
    ),
    Møtebok(
        "words before the points that take them back",
        vedtak(f"Kommunestyret går ikkje inn for desse punkta:\n{PUNKT}"),
        Vedtaksdom.USIKKER,
        "ikkje inn for",
    ),
    Møtebok(
        "a point in addition that takes one back",
        vedtak(f"{PUNKT}4. Punkt 2 går ut.\n"),
        Vedtaksdom.USIKKER,
        "Punkt 2 går ut.",
    ),
    Møtebok(
        "a point in addition with a condition",
        vedtak(f"{PUNKT}4. Planen gjeld under føresetnad av statlege midlar.\n"),
        Vedtaksdom.USIKKER,
        "føresetnad",
    ),
    Møtebok(
        "points that are not numbered one by one",
        vedtak(f"1. {EIN}\n3. {TO}\n4. {TRE}\n"),
        Vedtaksdom.USIKKER,
        "nummererte",
    ),
    Møtebok("no heading at all", sak(PUNKT), Vedtaksdom.USIKKER, "overskrift"),
    Møtebok("a heading nobody knows", sak(f"Slik gjekk det:\n{PUNKT}"), Vedtaksdom.USIKKER),
    Møtebok(
        "only a proposal of the minority",
        sak(f"Framlegg frå mindretalet:\n{PUNKT}"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "a proposal that fell", sak(f"Framlegg til vedtak som fall:\n{PUNKT}"), Vedtaksdom.USIKKER
    ),
    Møtebok(
        "a decision not made", sak(f"Vedtak som ikkje blei gjort:\n{PUNKT}"), Vedtaksdom.USIKKER
    ),
    Møtebok(
        "the proposal, and a decision under a heading nobody knows",
        sak(f"{INNSTILLING}Vedtak etter lang debatt og fleire pausar:\nSaka blir utsett.\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "the wording, but another plan",
        f"{HOVUD}PS 12/31 Handlingsplan 2031 for trafikktryggleik\n\nVedtak:\n{PUNKT}",
        Vedtaksdom.USIKKER,
        "bygdevekstavtalen",
    ),
    Møtebok("points in the debate alone", sak(f"Behandling:\n{PUNKT}"), Vedtaksdom.USIKKER),
]

LEIER_INN = (
    "Kommunestyret røysta mot:",
    "Kommunestyret sa nei til dette:",
    "Kommunestyret gjekk imot:",
    "Desse punkta fekk for få røyster:",
    "Desse punkta blir sende på høyring:",
    "I staden for desse punkta blir det laga ein ny plan:",
)
"""Lines over the points that take them back, without any word that always does."""
RØYSTINGAR = (
    "Pkt. 2 strykast.",
    "Pkt. 2 nedrøysta med 8 mot 11.",
    "Punkt 2 blei ikkje vedteke.",
    "Andre punktet fall.",
    "Innstillingen falt med 5 mot 14 stemmer.",
    "Innstillinga fekk ikkje fleirtal.",
    "Innstillinga blei sett opp mot framlegget frå SV. Framlegget frå SV blei vedteke.",
    "Endringsframlegget frå Sp blei samrøystes vedteke.",
    "Tilleggsframlegget blei vedteke med 12 mot 9 røyster.",
)
"""Votes whose result is not the decision that is written out."""
TILLEGG = (
    "Handlingsplanen for 2031 blir ikkje vedteken likevel.",
    "Handlingsplanen gjeld frå 2032.",
    "Kommunestyret seier nei til overføring av midlar.",
    "Saka blir send tilbake til kommunedirektøren.",
    "Kommunen seier opp avtalen.",
    "Saka blir lagd fram på nytt i juni.",
    "Ubrukte midlar frå 2030 blir betalte ut til innbyggjarane.",
    "Styringsgruppa kan gjere alle endringar i planen.",
    "Planen blir avvist.",
    "Planen ga\u030ar ut.",
)
"""Points in addition that turn a common one, or the whole decision."""
ETTER_INNSTILLING = (
    "Saka blei teken av sakskartet.",
    "Saka gjekk ut.",
    "Kommunestyret sa nei til innstillinga.",
    "Kommunestyret slutta seg ikkje til innstillinga.",
    "Fleirtalet i kommunestyret gjekk imot innstillinga.",
    "Kommunestyret vedtok å leggje saka bort.",
)
"""What is told of a case whose decision is not written out."""

USIKRE += [
    *(Møtebok(f"«{lead}»", vedtak(f"{lead}\n{PUNKT}"), Vedtaksdom.USIKKER) for lead in LEIER_INN),
    *(
        Møtebok(
            f"voted: «{vote}»", vedtak(PUNKT, f"Røysting:\n{vote}\n\nVedtak:"), Vedtaksdom.USIKKER
        )
        for vote in RØYSTINGAR
    ),
    *(
        Møtebok(f"added: «{more}»", vedtak(f"{PUNKT}4. {more}\n"), Vedtaksdom.USIKKER)
        for more in TILLEGG
    ),
    *(
        Møtebok(f"told first: «{told}»", sak(f"{told}\n\n{INNSTILLING}"), Vedtaksdom.USIKKER)
        for told in ETTER_INNSTILLING
    ),
    Møtebok(
        "an amendment that was accepted, under the decision",
        vedtak(f"{PUNKT}\nEndringsframlegg som blei vedteke:\nUbrukte midlar går tilbake.\n"),
        Vedtaksdom.USIKKER,
    ),
    Møtebok(
        "told under another heading",
        vedtak(f"{PUNKT}\nVurdering:\nPunkt 2 fall.\n"),
        Vedtaksdom.USIKKER,
        "Punkt 2 fall",
    ),
    Møtebok(
        "taken back far below the signature",
        vedtak(
            f"{PUNKT}Rett utskrift\n\nSekretær\n\nOla Nordmann\n\nKari Nordmann\n\n"
            "Toppdal\n\nVedtaket er oppheva.\n"
        ),
        Vedtaksdom.USIKKER,
        "oppheva",
    ),
    Møtebok(
        "figures alone, which may be votes",
        vedtak(f"{PUNKT}\n0 – 21\n"),
        Vedtaksdom.USIKKER,
        "0 – 21",
    ),
    Møtebok(
        "another case takes it up again",
        f"{HOVUD}{SAK}Vedtak:\n{PUNKT}\nPS 15/31 Omgjering av vedtak i sak 12/31\n\nVedtak:\nJa.\n",
        Vedtaksdom.USIKKER,
        "Omgjering",
    ),
    Møtebok(
        "the same points, under the title of another year",
        f"{HOVUD}{SAK.replace('2031', '2030')}Vedtak:\n{PUNKT}",
        Vedtaksdom.USIKKER,
        "2030",
    ),
]

LIKE += [
    *(
        Møtebok(f"under «{label}»", vedtak(PUNKT, label), Vedtaksdom.LIK)
        for label in (
            "Følgende vedtak ble fattet:",
            "Med heimel i kommunelova § 5-3 gjer kommunestyret slikt vedtak:",
        )
    ),
    *(
        Møtebok(f"closed by «{told}»", vedtak(f"{PUNKT}\n{told}\n"), Vedtaksdom.LIK)
        for told in (
            "Vedtatt med 19 mot 2 stemmer.",
            "Samrøystes vedteke (21 røyster).",
            "Vedteke med 19 røyster mot 2.",
            "Vedteke mot 2 røyster.",
            "Vedtaket blei gjort samrøystes.",
            "Toppdal, 20.02.2031\n\nOla Nordmann\nordførar",
        )
    ),
    *(
        Møtebok(f"voted: «{vote}»", vedtak(PUNKT, f"Røysting:\n{vote}\n\nVedtak:"), Vedtaksdom.LIK)
        for vote in (
            "Framlegget til pkt. 2 fall med 2 mot 19 røyster. Innstillinga blei vedteken.",
            "Ved røysting mellom innstillinga og framlegget frå SV blei innstillinga vedteken.",
            "Forslag fra formannskapet ble enstemmig vedtatt.",
            "Framlegget frå SV fall, og innstillinga blei vedteken med 19 mot 2 røyster.",
        )
    ),
]

IKKJE_FUNNE = [
    Møtebok(
        "other cases alone", f"{HOVUD}{ANDRE_SAKER_FØR}{ANDRE_SAKER_ETTER}", Vedtaksdom.IKKJE_FUNNE
    ),
    Møtebok("a letter", "Toppdal kommune\n\nVi viser til brevet dykkar.\n", Vedtaksdom.IKKJE_FUNNE),
]

MØTEBØKER = [*LIKE, *ULIKE, *USIKRE, *IKKJE_FUNNE]
