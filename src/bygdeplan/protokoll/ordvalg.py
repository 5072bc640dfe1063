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
    "blir vart er var slik slikt slike følgjande fylgjande følgende gjort gjorde gjere gjer fatta "
    "fattet fatte fattar møte møtet dato sak saka nr saksnr saksnummer utval ps pk ks fs endeleg "
    "endelig samrøystes einstemmig enstemmig utskrift januar februar mars april mai juni juli "
    "august september oktober november desember"
)
"""Words that any heading over a decision may have beside the word that says what it is."""
VEDTAK = words_of("vedtak vedtaket vedtok")
VEDTEKE = words_of("vedteke vedteken vedtatt")
"""Words that head a decision only with a colon after them: «Samrøystes vedteke» ends one."""
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
    r"\bsak(?:a|en)\b[^.]{0,40}\b(?:utsett|utsatt|trekt|trukket|tilbake|avvist)\b",
    re.IGNORECASE,
)
"""What is told of a vote: what was laid before a body has been accepted, or has not."""
FALL = re.compile(
    r"\b(?:innstilling|tilråding)\w*\b[^.]{0,60}\bfall\b|\b(?:punkt|pkt\.?)\s*\d+[^.]{0,60}\bfall\b",
    re.IGNORECASE,
)
"""What is told of a vote when what was recommended, or a point of it, was not accepted."""
RØRER_ANDRE_PUNKT = re.compile(
    r"\b(?:punkt|punktet|punkta|pkt)\b|\b(?:utsett|utsatt|går ut|utgår|stryk\w*|strok\w*|"
    r"erstatt\w*|i staden|i stedet|atterhald|forbehold|føreset\w*|forutset\w*|vilkår|unntak|"
    r"unnateke|dersom|gjeld ikkje|gjelder ikke|trekt|opphev\w*|mellombels|inntil|fyrst når|"
    r"først når)\b",
    re.IGNORECASE,
)
"""Words by which a point in addition may change what the others decide."""

RØYSTING = re.compile(
    r"(?:(?:vedtaket|vedtak|innstillinga|tilrådinga|framlegget)(?: frå [\w ]{1,40})? )?"
    r"(?:er |var |blei |blir |vart )?(?:samrøystes|einstemmig|enstemmig|vedteke|vedteken|vedtatt)"
    r"(?: vedteke| vedteken| vedtatt| vedtak| samrøystes| einstemmig| enstemmig)?"
    r"(?: med \d+(?: mot \d+)? røyster)?[.:]?",
    re.IGNORECASE,
)
"""What a line says when it does nothing but tell that a body agreed."""
