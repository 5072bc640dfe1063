"""The words by which minutes and case documents are known."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(text: str) -> frozenset[str]:
    """The words of a line in small letters; figures, dates and case numbers are none."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


ORGAN = words_of(
    "kommunestyret kommunestyre kommunestyrets formannskapet formannskap formannskapets kommune "
    "kommunen"
)
"""The bodies of a kommune: what others decide, the county among them, is not its decision."""
PLAIN = ORGAN | words_of(
    "i frå fra av til på med den det dette ein eit og for om å som s sitt si sine sin har blei "
    "blir ble vart er var slik slikt slike følgjande fylgjande følgende gjort gjorde gjere gjer "
    "fatta fattet fatte fattar møte møtet dato sak saka nr saksnr saksnummer utval ps pk ks fs "
    "endeleg heimel hjemmel medhald medhold kommunelova kommuneloven endelig "
    "samrøystes einstemmig enstemmig utskrift januar februar mars april mai juni juli "
    "august september oktober november desember"
)
"""Words that any heading over a decision may have beside the word that says what it is."""
VEDTAK = words_of("vedtak vedtaket vedtok")
VEDTEKE = words_of("vedteke vedteken vedtatt")
"""Words that head a decision only with a colon after them: «Samrøystes vedteke» ends one."""
LEADS_IN = words_of("punkt punkta desse dei vedtek vedtar samsvar tråd innstillinga tilrådinga")
"""Words that a line may have beside `PLAIN` when it ends with a colon and leads on to points."""
TILRÅDING = words_of(
    "innstilling innstillinga innstillingen tilråding tilrådinga tilrår rår innstiller"
)
FRAMLEGG = words_of("framlegg framlegget forslag forslaget")
ANDRE_FRAMLEGG = words_of(
    "endringsframlegg tilleggsframlegg fellesframlegg alternativ alternativt motframlegg "
    "oversendingsframlegg endringsforslag tilleggsforslag fellesforslag mindretalet"
)
INNSTILLAR = words_of(
    "kommunedirektøren kommunedirektørens kommunedirektør rådmannen rådmannens rådmann "
    "administrasjonen administrasjonens ordføraren ordførarens legg fram"
)
HANDSAMING = words_of(
    "behandling handsaming saksbehandling saksprotokoll møtebehandling møtehandsaming røysting "
    "røystinga votering voteringa avrøysting avrøystinga drøfting ordskifte"
)

OVERSKRIFTER = frozenset(
    {
        *("samandrag", "bakgrunn", "bakgrunn for saka", "innleiing", "saksopplysningar"),
        *("saksutgreiing", "saksutgreiinga", "saksframstilling", "fakta", "faktagrunnlag"),
        *("vurdering", "vurderingar", "konklusjon", "økonomi", "økonomiske konsekvensar"),
        *("vedlegg", "vedlegg i saka", "saksvedlegg", "organisering", "handlingsplan"),
        *("plan for politisk handsaming", "dokument i saka", "andre dokument i saka"),
        *("tidlegare vedtak", "tidlegare vedtak i saka", "oppfølging av vedtak", "vedtaksmakt"),
        *("vedtakskompetanse", "heimel for vedtaket", "melding om vedtak", "klage på vedtak"),
        *("melding om vedtaket", "vedtaket skal sendast til", "saksgang", "saksdokument"),
    }
)
"""Headings that many documents have, in small letters; they are no decisions and end one."""

UTGANG = re.compile(
    r"\b(?:ikkje|ikke|ingen|utsett|utsatt|utsetj\w*|fall|falt|forkast\w*|avvist|avvis\w*|"
    r"avsl\w+|nedrøyst\w*|nedstemt|trekt|trekk|trukke\w*|trakk|opphev\w*|stryk\w*|strok\w*|"
    r"utgår|går ut|atterhald|forbehold|føreset\w*|forutset\w*|vilkår|unntak|unnateke|dersom|"
    r"tilbake|lovleg\w*|mellombels|midlertidig|inntil|berre|bare|først|fyrst)\b",
    re.IGNORECASE,
)
"""Words that can take a decision back, put it off or make it depend on something."""
HANDSAMA = re.compile(
    r"\b(?:innstilling|tilråding|framlegg|forslag)\w*\b[^.]{0,80}\b(?:fall|falt|nedrøyst\w*|"
    r"forkast\w*|vedteke\w*|vedtatt|trekt|avvist|utsett)\b|"
    r"\bsak(?:a|en)\b[^.]{0,40}\b(?:utsett|utsatt|trekt|trukket|tilbake|avvist|bort|"
    r"g(?:jekk|ikk|år) ut|av (?:sakskart|saksliste|saklist)\w*)\b|"
    r"\b(?:kommunestyre|formannskap|fle?irtal|flertall)\w*\b[^.]{0,60}\b(?:nei til|i ?mot|"
    r"røysta|stemte|slutta seg|sluttet seg|vedtok å)\b",
    re.IGNORECASE,
)
"""What is told of a vote: what was laid before a body has been accepted, or has not."""
_LOST = (
    r"(?:fall|falt|nedrøyst\w*|nedstemt\w*|forkast\w*|avvist\w*|tapte|oppheva|opphev(?:d|et)|"
    r"omgjor[dt]|(?:ikkje|ikke) (?:\w+ ){0,2}(?:fleirtal|flertall|vedteke\w*|vedtatt))\b"
)
_OTHERS = (
    r"\b(?:(?:endrings|felles|mot|tilleggs|alternativ)\w*(?:framlegg|forslag)\w*|alternativ\w*|"
    r"(?:framlegg|forslag)\w* (?:frå|fra) "
    r"(?!formannskap|kommunedirekt|rådmann|administrasjon|ordfør)\w+)"
)
TAPT = re.compile(
    rf"\b(?:innstilling|tilråding|punkt|pkt|vedtak)\w*\b\.?[^.]*\b{_LOST}", re.IGNORECASE
)
"""What a sentence tells when what was recommended, a point of it or the decision did not stand."""
VUNNE = re.compile(
    rf"{_OTHERS}(?:(?!innstilling|tilråding|\b{_LOST})[^.])*"
    r"\b(?:vedteke|vedteken|vedtekne|vedtatt|fleirtal|flertall)\b",
    re.IGNORECASE,
)
"""What a sentence tells when another proposal was accepted."""
STROKE = re.compile(
    r"\b(?:punkt|pkt)\w*\b\.?[^.]*\b(?:stryk\w*|strok\w*|utgår|utgikk|"
    r"utgjekk|g(?:jekk|ikk|år) ut)\b",
    re.IGNORECASE,
)
"""What the result of a vote says of a point that is no longer there."""
RØRER_ANDRE_PUNKT = re.compile(
    r"\b(?:punkt|punktet|punkta|pkt|avtale\w*|avtala)\b|"
    r"\b(?:utsett|utsatt|går ut|utgår|stryk\w*|strok\w*|"
    r"erstatt\w*|i staden|i stedet|atterhald|forbehold|føreset\w*|forutset\w*|vilkår|unntak|"
    r"unnateke|dersom|gjeld ikkje|gjelder ikke|trekt|opphev\w*|mellombels|inntil|fyrst når|"
    r"først når|tilbake|avvis\w*|avsl\w+|nei til|i ?mot|på nytt|opp att|seier opp|sier opp)\b",
    re.IGNORECASE,
)
"""Words by which a point in addition may change what the others decide."""

VENDER = re.compile(
    r"\b(?:ikkje|ikke|nei|ingen|aldri|utan|uten|gjeld|gjelder|frå og med|fra og med)\b",
    re.IGNORECASE,
)
"""Words that turn what is said about the same thing as a common point."""

RØYSTING = re.compile(
    r"(?:(?:vedtaket|vedtak|innstillinga|tilrådinga|framlegget)(?: frå [\w ]{1,40})? )?"
    r"(?:er |var |blei |blir |vart )?(?:gjort )?"
    r"(?:samrøystes|einstemmig|enstemmig|vedteke|vedteken|vedtatt)"
    r"(?: vedteke| vedteken| vedtatt| vedtak| samrøystes| einstemmig| enstemmig)?"
    r"(?: (?:med|mot) \d+(?: (?:røyster|stemmer))?(?: mot \d+)?(?: (?:røyster|stemmer))?)?"
    r"(?: \(\d+ (?:røyster|stemmer)\))?[.:]?",
    re.IGNORECASE,
)
"""What a line says when it does nothing but tell that a body agreed."""
