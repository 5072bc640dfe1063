"""What stands under a decision without being part of it, known by its form.

All that stands between the points and the next heading has to be found here, or in `roysting`,
where votes are. What is not found may be part of the decision, whatever it says.
"""

import re
from dataclasses import dataclass

from bygdeplan.vedtak.protokoll.tekst import one_of

# Words that bind

ANGRAR = one_of(
    "utsett utsatt utset* utsatte fall falt forkast* avvis* avslå* avslo avslog nedrøyst* nedstem* "
    "trekt trekk* trukke* trakk opphev* annuller* ugyldig* stryk* stroke* strøk* utgår utgjekk "
    "utgikk går_ut gjekk_ut gikk_ut teke_ut teken_ut tekne_ut tatt_ut ut_av_planen omgj* gjer*_om "
    "gjord*_om gjort_om retta rettet rett rettast retting rettinga korriger* erstatt* i_staden "
    "i_stedet tilbake attende på_nytt opp_att ikkje ikke ingen aldri atterhald forbehold føreset* "
    "forutset* vilkår unntak unnateke* unntatt dersom mellombels midlertidig inntil berre bare kun "
    "gjeld* fyrst først lovleg* lovlig* endr* utan uten nei_til imot i_mot seier_opp sier_opp "
    "utkast førebels foreløpig*"
)
"""Words that can take a decision back, put it off, change it or make it depend on something."""
_EMNE = one_of(
    "kommunestyre* fleirtal* flertall* punkt* pkt vedta* vedte* handlingsplan* planen delmål* "
    "tiltak* eigendel* eigenandel* egenandel*"
)
"""Words of the matter itself; who speaks of it does not only sign or send."""
_VERB = one_of(
    "er blir vert blei vart ble skal kan vil må får har hadde går gjekk står stod gjer gjorde gjør "
    "tek tok tar dekkjer dekker betaler deltek deltar sa seier gjev gir"
)
"""Verbs of sentences; who is named has none."""
_BIND = one_of(
    "at delmål* tiltaka punkt* pkt vekt* eigendel* eigenandel* egenandel* budsjett* kr "
    "kroner mill prosent null fullmakt* mynde* godkjen* løyv* bevilg* utanfor utenfor ventar_med "
    "venter_med fråtre* melde_seg handsam* behandl* vedtak* vedteke* avtale* avtala frist* rammer "
    "ramme ramma anna annan andre minst høgst"
)
"""Words of what limits; no point that has one of them is harmless."""


def concerns_decision(text: str) -> bool:
    """Whether what stands beside the text may concern what is decided in it."""
    about = any(each.search(text) for each in (ANGRAR, _EMNE))
    return about or " saka " in f" {text.casefold()} "


# What is known


@dataclass(frozen=True)
class Kjend:
    """Something that is known by how it begins, and what may then follow it."""

    namn: str
    opnar: re.Pattern[str]
    følgje: re.Pattern[str] | None = None
    """What the rest of its line can be, and the lines below; None when it is a line alone."""
    er_fri: bool = False
    """Whether what follows it is somebody's own words: it binds nobody."""

    def opens(self, text: str) -> bool:
        """Whether a line is the first one of it."""
        found = self.opnar.match(text)
        if found is None:
            return False
        rest = text[found.end() :].strip(" :.,–-")
        if self.er_fri:
            return "kommunestyre" not in text.casefold()
        return not rest or self.goes_on(rest)

    def goes_on(self, text: str) -> bool:
        """Whether a line can stand below the first one."""
        if self.er_fri:
            return True
        follows = self.følgje is not None and self.følgje.fullmatch(text) is not None
        return follows and not any(each.search(text) for each in (ANGRAR, _EMNE, _VERB))


def _form(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


_ORD = r"[\w.'’/&-]+"
_STOR = r"(?-i:[A-ZÆØÅÁČĐŊŠŦŽ])[\w.'’-]*"
"""A word with a capital letter."""
_ROLEG = "".join(rf"(?!.*?{each.pattern})" for each in (ANGRAR, _EMNE, _VERB, one_of("kommunen")))
"""Ahead of what is known by its capitals alone: none of the words that bind."""
_UTAN_VERB = rf"(?!.*?{ANGRAR.pattern})(?!.*?{_VERB.pattern})"
_NAMN = r"(?-i:[A-ZÆØÅÁČĐŊŠŦŽ](?:[a-zæøåáčđŋšŧž'’-][\w'’-]*|\.)?)"
_PERSON = rf"{_NAMN}(?: (?:{_NAMN}|av|de|van|von)){{1,4}}"
_ROLLE = (
    r"(?:konstituert |fungerande |fungerende |stadfortredande )?(?:vara)?"
    + one_of(
        "kommunedirektør* rådmann* ordførar* ordfører* møteleiar* møteleder* sekretær* "
        "møtesekretær* utvalssekretær* utvalgssekretær* formannskapssekretær* rådgjevar* "
        "rådgiver* seniorrådgjevar* seniorrådgiver* konsulent* førstekonsulent* fagleiar* "
        "fagleder* einingsleiar* leiar* leder* sakshandsamar* saksbehandlar* saksbehandler* "
        "arkivar* assistent* prosjektleiar* prosjektleder* kommunalsjef* økonomisjef* "
        "administrasjonssjef*"
    ).pattern
)
_DAG = r"(?:den )?\d{1,2}\.\s?(?:\d{1,2}\.\s?|[a-z]+ )\d{2,4}"
_UNDERSKRIFT = (
    rf"(?:{_PERSON}|{_STOR}|{_ROLLE}|{_DAG}|[_.]{{3,}}|"
    r"rett utskrift|utskrift|e\.? ?f\.?|etter fullmakt|for|sign\.?|dato|stad|sted|underskrift|"
    r"signatur|kommunen?|fyller inn|politisk sekretariat|servicetorget|fellestenesta)"
)
_UNDERSKRIFTER = rf"\(?\[?{_UNDERSKRIFT}(?:[\s,/()\[\]:–-]+{_UNDERSKRIFT})*\]?\)?"
_ADRESSE = (
    r"(?:(?:tlf|telefon|mobil|sentralbord|tel)\.?:? ?(?:\+47 ?)?[\d ]{5,}"
    r"|(?:e-?post|epost):? ?\S+@\S+|\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.kommune\.no\S*"
    r"|postboks \d+(?:,? \d{4} [\w -]+)?|\d{4} (?-i:[A-ZÆØÅ])[\w-]+(?: [\w-]+)?"
    r"|(?:fylkes)?kommunehuset|rådhuset"
    r"|(?:post|besøks)adress[ae]:?[\w ,.-]+|org(?:anisasjons)?\.? ?n(?:umme)?r\.?:? ?[\d ]+"
    rf"|{_STOR}(?: {_ORD}){{0,2}} \d{{1,3}}[a-z]?(?:, \d{{4}} (?-i:[A-ZÆØÅ])[\w-]+)?)"
)
_SIGNERT = re.compile(rf"{_UNDERSKRIFTER}|{_ADRESSE}", re.IGNORECASE)
_MOTTAKARAR = re.compile(
    rf"[•*–-]?\s?{_ORD}(?:[ ,;]+(?:\([\w ,.-]+\)|{_ORD})){{0,9}}(?<!\.)", re.IGNORECASE
)

_KAN_KLAGAST = r"kan (?:(?:ikkje|ikke) )?(?:klagast på|påklagast|påklages|klages på)"
_TIL_KVEN = (
    r"(?:,? (?:(?:til|av|jf\.?|jfr\.?|etter|innan|innen) )?(?:statsforvaltar\w*|statsforvalter\w*|"
    r"departementet|forvaltningslov\w*|kommunelov\w*|kap(?:ittel|\.)? ?\w+|§+ ?[\d–-]+|"
    r"(?:tre|3) veker|(?:tre|3) uker|\d+ (?:dagar|dager)))*"
)
"""To whom, until when and by which law a decision can be appealed."""

KJENDE = (
    Kjend(
        "helsing",
        _form(
            r"(?:med|beste|vennleg|venleg|vennlig) (?:vennleg |venleg |vennlig |beste )?"
            r"(?:helsing|hilsen)\b",
            r"(?:helsing|hilsen|mvh)\b",
        ),
        _SIGNERT,
    ),
    Kjend(
        "stadfesting",
        _form(
            r"(?:sær)?utskrifta?(?: er| vart| blei| ble)? (?:godkjen[dt]|stadfesta|bekreftet)\b",
            r"(?:protokollen|møteboka|møteprotokollen)(?: er| vart| blei| ble)? "
            r"(?:godkjen[dt]|underskriven|underskrevet|signert)\b",
            r"rette? (?:ut|av)skrift(?: stadfest\w+| bekreft\w+)?\b",
            r"(?:dette )?(?:dokumentet|brevet|protokollen|møteboka)(?: er| vart| blei| ble) "
            r"(?:elektronisk|digitalt) (?:godkjen[dt]|signert|underskriven?)"
            r"(?:,? og (?:har|er|krev|krever|blir|vert)(?: (?:ingen|ikkje|ikke|difor|derfor|utan|"
            r"uten|sendt?|handskriven|håndskreven|underskrift|signatur|underskrifter))+)?\.?$",
            r"(?:vi )?(?:stadfestar|stadfester|bekrefter)(?: med (?:våre )?underskrift\w*"
            r"(?: våre)?)? at (?:det som er (?:ført|skrive|skrevet|protokollert)|møteboka|"
            r"protokollen|møteprotokollen|innførslene)(?: i (?:møteboka|protokollen))?,? "
            r"(?:er )?(?:rett|riktig|(?:i samsvar|samsvarar|samsvarer|i overensstemmelse) med "
            r"(?:vedtaka|vedtakene|det som (?:vart|blei|ble) (?:vedteke|vedtatt|avgjort)))"
            r"(?: (?:i|på) møtet)?\.?$",
        ),
        _SIGNERT,
    ),
    Kjend(
        "underskrift",
        _form(
            r"(?:underskrift(?:er|ene|ar)?|signatur(?:ar|er)?)\b",
            rf"{_ROLEG}(?:{_STOR}(?: {_STOR})?,? )?{_DAG}\s*$",
            r"[_\W]{3,}$",
            rf"{_ROLEG}{_PERSON}(?=$|[\s,(–-]+{_ROLLE})",
            rf"{_ROLEG}{_ROLLE}(?=$|[\s,:/])",
            r"\[?kommunen fyller inn\]?",
        ),
        _SIGNERT,
    ),
    Kjend(
        "utsending",
        _form(
            r"(?:kopi(?:ar|er)?|gjenpart(?:ar|er)?)(?: (?:er )?send\w*)?"
            r"(?: av (?:brevet|vedtaket))?(?: til)?\s*(?=:|$|(?-i:[A-ZÆØÅ]))",
            r"(?:saksutskrift|særutskrift|utskrift|melding|likelyd(?:a|e)nde brev|vedtaket|saka|"
            r"saken)(?: (?:av|om) (?:saka|saken|vedtaket))?(?: (?:er|blir|vert|skal))*"
            r"(?: (?:sendt?|sendast|sendes|gå|går))? til\s*(?=:|$|(?-i:[A-ZÆØÅ]))",
            r"(?:mottakar(?:ar|e)?|mottaker(?:e)?|adresseliste|adressatar|fordeling|sendt? til|"
            r"ekspedering|ekspedert til|til oppfølging|utskrift sendt?)\s*(?=:|$)",
        ),
        _MOTTAKARAR,
    ),
    Kjend(
        "klagerett",
        _form(
            rf"(?:vedtaket|avgjerda|avgjørelsen) {_KAN_KLAGAST}{_TIL_KVEN}\.?$",
            rf"vedtaket er (?:ikkje|ikke) (?:eit|et) enkeltvedtak(?:,? og {_KAN_KLAGAST})?"
            rf"{_TIL_KVEN}\.?$",
            r"det (?:er|finst|finnes) (?:ikkje|ikke|ingen) klage(?:rett|tilgang|adgang|høve)"
            r"(?: på (?:vedtaket|dette vedtaket))?\.?$",
            rf"klage(?:rett|tilgang|adgang|frist|fristen|høve|instans)?\s*(?:{_TIL_KVEN}\.?$|(?=:|$))",
            rf"(?:klagefristen er|(?:ei |en )?klage(?:n|r)? (?:skal|må|kan) (?:sendast|sendes))"
            rf"{_TIL_KVEN}\.?$",
        ),
        re.compile(rf"vedtaket {_KAN_KLAGAST}{_TIL_KVEN}\.?|{_TIL_KVEN}\.?", re.IGNORECASE),
    ),
    Kjend(
        "møteslutt",
        _form(
            r"(?:møtet|møte) (?:(?:vart|blei|ble|er) )?(?:heva|hevet|slutt|slutta|avslutta|"
            r"avsluttet)(?:[ :]*(?:kl\.?|klokka|klokken)?[ :]*\d{1,2}(?:[:.]\d{2})?)?\.?$",
            r"møteslutt\s*:?[ ]*(?:kl\.?)?[ ]*(?:\d{1,2}[:.]?\d{0,2})?\.?$",
            r"(?:ordførar|ordfører|møteleiar|møteleder)en (?:heva|hevet|avslutta|avsluttet) møtet"
            r"(?: kl\.? ?\d{1,2}(?:[:.]\d{2})?)?\.?$",
            r"slutt\.?$",
        ),
        _SIGNERT,
    ),
    Kjend(
        "protokolltilførsel",
        _form(
            r"(?:protokolltilførs(?:el|la|len|ler)|protokollmerkna(?:d|den)|røysteforklaring|"
            r"stemmeforklaring)\b"
        ),
        er_fri=True,
    ),
    Kjend(
        "arkivopplysning",
        _form(
            r"(?:arkiv(?:sak|saksnr|saksnummer|ref|referanse|kode)?|journalpost(?:id)?|saksmappe|"
            r"dokument(?:nr|id)|løpenr|saksbehandl[ae]r|sakshandsamar|vår ref(?:eranse)?|"
            r"dykkar ref|deres ref|utvalssaksnr|utvalgssaksnr)\.?\s*:",
        ),
        re.compile(rf"{_ORD}(?: {_ORD}){{0,4}}"),
    ),
    Kjend(
        "sidekant",
        _form(
            r"[–-]?\s*(?:side|s\.)\s*\d{1,4}(?:\s*(?:av|/|of)\s*\d{1,4})?\s*[–-]?$",
            r"[–-]\s*\d{1,4}\s*[–-]$",
            r"(?:saks|sær|møte)?(?:utskrift|protokoll|framlegg|fremlegg|bok)\s+side\s+\d{1,4}"
            r"(?:\s+av\s+\d{1,4})?$",
            r"(?:https?://|www\.|file:///)\S+(?:\s+\d{1,4}/\d{1,4})?$",
            r"\d{1,4}/\d{1,4}$",
            rf"{_UTAN_VERB}\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}},? (?:kl\.? ?)?\d{{1,2}}[:.]\d{{2}}"
            r"(?:[:.]\d{2})?(?:\s+(?-i:[A-ZÆØÅ])[^.]*)?$",
            rf"{_UTAN_VERB}{_ADRESSE}(?:[\s,|·]+{_ADRESSE})*$",
            rf"{_STOR}(?: {_STOR})? kommune(?:[\s,|·–-]+{_ADRESSE})*$",
            r"(?:©|copyright) ?[\w .-]{1,40}$",
            r"(?:publisert|sist (?:endra|endret|oppdatert|oppdatera))\s*:?\s*\d[\d .:,a-z]{3,30}$",
            one_of(
                "skriv_ut del del_på_facebook til_toppen tilbake tilbake_til_møtet "
                "tilbake_til_saka førre_sak forrige_sak neste_sak heim hjem meny søk logg_inn "
                "kontakt_oss personvern personvernerklæring informasjonskapslar "
                "informasjonskapsler tilgjengelegheitserklæring tilgjengelighetserklæring facebook "
                "instagram"
            ).pattern
            + "$",
        ),
    ),
)
"""Everything that is known, what it is called and how it begins."""


def known(text: str) -> Kjend | None:
    """What a line is the beginning of; None when it is none of it."""
    return next((each for each in KJENDE if each.opens(text)), None)


def is_known(text: str) -> bool:
    """Whether a line begins something known."""
    return known(text) is not None


# Points that change nothing

_KVEN = r"(?:kommunestyret|kommunen|formannskapet|vi|[\w ]{2,25} kommune(?:styre)?)"
_RAPPORT = (
    "(?:"
    + one_of(
        "ei ein eit en et å_få få jamleg jevnlig årleg årlig halvårleg halvårlig skriftleg "
        "skriftlig munnleg muntlig kort ny nye"
    ).pattern
    + " )*"
    + one_of(
        "melding* rapport* orientering* oversyn* oversikt* tilbakemelding* evaluering* "
        "statusrapport* årsrapport* sluttrapport* gjennomgang* statusmelding*"
    ).pattern
)
_SETNING = r"\b[^.]*"
HARMLAUSE = {
    "takk": rf"{_KVEN} (?:takkar|takker|vil takke|rettar ein takk|retter en takk){_SETNING}",
    "ønske": rf"{_KVEN} (?:ventar|forventar|forventer|håpar|håper|ser fram til|ser frem til|"
    rf"er glade? for|er nøgde? med|er fornøyd med){_SETNING}",
    "ønske om rapport": rf"{_KVEN} (?:ber om|bed om|ønskjer|ynskjer|ønsker|vil ha|skal ha|ventar|"
    rf"forventer) {_RAPPORT}{_SETNING}",
    "oppdrag om rapport": rf"(?:{_KVEN} (?:ber|bed) )?(?:kommunedirektøren|rådmannen|"
    r"styringsgruppa|prosjektleiaren|prosjektlederen|administrasjonen) "
    r"(?:(?:blir|vert|er|bes|skal|om|beden|bedne|bedt|å) )*"
    r"(?:rapportere|orientere|melde frå|informere|"
    rf"(?:leggje?|gje|gi|sende) (?:fram |frem )?{_RAPPORT}){_SETNING}",
}
"""Points in addition that change nothing of what is decided: what they are, and their form."""
_HARMLAUS = _form(*HARMLAUSE.values())
_IKKJE_DET_ANDRE = re.compile(r", (?:ikkje|ikke) \w+(?=\.?$)")


def is_harmless(text: str) -> bool:
    """Whether a point in addition is a wish, a request for a report or thanks, and no more."""
    said = _IKKJE_DET_ANDRE.sub("", " ".join(text.split())).rstrip(".")
    binds = ANGRAR.search(said) or _BIND.search(said) or re.search(r"%|\btiltak \d", said)
    return _HARMLAUS.fullmatch(said) is not None and not binds
