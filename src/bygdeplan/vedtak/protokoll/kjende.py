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
    "tiltak* eigendel* eigenandel* egenandel* beløp* fordeling* kr kroner"
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


_VEDTEKEN = re.compile(r"\bvedt|\bdel av|\bgodkj")


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
            head = text.partition(":")[0].casefold()
            return "kommunestyre" not in text.casefold() and not _VEDTEKEN.search(head)
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
_GATE = rf"{_STOR}(?: [^\W\d][\w.'’-]*){{0,2}} \d{{1,3}}[a-z]?"
"""A street with a number, which alone may be a row of a table."""
_ADRESSE = (
    r"(?:(?:tlf|telefon|mobil|sentralbord|tel)\.?:? ?(?:\+47 ?)?[\d ]{5,}"
    r"|(?:e-?post|epost):? ?\S+@\S+|\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.kommune\.no\S*"
    r"|postboks \d+(?:,? \d{4} [\w -]+)?|\d{4} (?-i:[A-ZÆØÅ])[\w-]+(?: [\w-]+)?"
    r"|(?:fylkes)?kommunehuset|rådhuset"
    r"|(?:post|besøks)adress[ae]:?[\w ,.-]+|org(?:anisasjons)?\.? ?n(?:umme)?r\.?:? ?[\d ]+"
    rf"|{_GATE}(?:, \d{{4}} (?-i:[A-ZÆØÅ])[\w-]+)?)"
)
_AVDELING = (
    one_of(
        "samfunn* plan næring* oppvekst* helse* teknisk* økonomi* kultur* utvikling* miljø* stab* "
        "rådmannsstab* kommunalavdeling* sentraladministrasjon* sekretariat* avdeling* eining* "
        "enhet* sektor* tenesteområde* fellestenester"
    ).pattern
    + r"(?:(?:,| og| for) (?:[a-zæøå]+))*"
)
"""A part of the administration, below the name of who signs."""
_SIGNERT = re.compile(rf"{_UNDERSKRIFTER}|{_ADRESSE}|{_AVDELING}", re.IGNORECASE)
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

_VEKEDAG = one_of(
    "måndag mandag tysdag tirsdag onsdag torsdag fredag laurdag lørdag sundag søndag"
).pattern
_MENYVAL = one_of(
    "skriv_ut del del_sida del_denne_sida del_siden del_på_facebook til_toppen "
    "til_toppen_av_sida til_toppen_av_siden tilbake tilbake_til_møtet tilbake_til_saka "
    "førre_sak forrige_sak neste_sak gå_til_toppen til_forsida til_forsiden lukk vis_meir "
    "vis_mer vis_fleire vis_flere les_opp abonner_på_denne_saka cookies_og_personvern "
    "informasjonskapslar_og_personvern heim hjem meny søk logg_inn kontakt_oss kontakt "
    "personvern personvernerklæring cookies informasjonskapslar informasjonskapsler "
    "tilgjengelegheitserklæring tilgjengelighetserklæring følg_oss følg_oss_på facebook "
    "instagram twitter linkedin fann_du_det_du_leita_etter fant_du_det_du_lette_etter ja nei "
    "abonner nyheitsbrev last_ned"
).pattern
"""What a web page offers its reader."""

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
            r"(?:(?:møte)?protokoll(?:en)?|møtebok(?:a)?) (?:er )?(?:elektronisk )?"
            r"(?:godkjen[dt]|underskriven|signert)(?: av)?\b",
            r"godkjen[dt](?: av)?\s*(?=:)",
            r"(?:sær)?utskrifta?(?: er| vart| blei| ble)? (?:godkjen[dt]|stadfesta|bekreftet)\b",
            r"(?:protokollen|møteboka|møteprotokollen)(?: er| vart| blei| ble)? "
            r"(?:godkjen[dt]|underskriven|underskrevet|signert)\b",
            r"rette? (?:ut|av)skrift(?: av (?:møteboka|protokollen))?(?: stadfest\w+| bekreft\w+)?"
            r"\b",
            r"(?:møteboka|(?:møte)?protokollen)(?: er| vart| blei| ble)(?: (?:opplesen|opplest|"
            r"gjennomgått|referert))? og (?:godkjen[dt]|underskriven|underskrevet|signert)\.?$",
            r"(?:dette )?(?:dokumentet|brevet|protokollen|møteboka)(?: er| vart| blei| ble) "
            r"(?:elektronisk|digitalt) (?:godkjen[dt]|signert|underskriven?) av\b",
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
            r"(?:underskrift(?:er|ene|ar)?|signatur(?:ar|er)?)(?: av (?:møteboka|protokollen))?\b",
            rf"for (?=(?:{_ROLLE}|{_STOR})$)",
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
            r"(?:kopi(?:ar|er)?|gjenpart(?:ar|er)?)(?: av (?:brevet|vedtaket|saka))?"
            r"(?: (?:(?:er|blir|vert) )?send\w*)?(?: av (?:brevet|vedtaket))?(?: til)?\s*"
            r"(?=:|$|(?-i:[A-ZÆØÅ]))",
            r"(?:saksutskrift|særutskrift|utskrift|melding|likelyd(?:a|e)nde brev|vedtaket|saka|"
            r"saken)(?: (?:av|om) (?:saka|saken|vedtaket|møteboka|protokollen))?"
            r"(?: (?:er|blir|vert|skal))*(?: (?:sendt?|sendast|sendes|gå|går))? til\s*"
            r"(?=:|$|(?-i:[A-ZÆØÅ]))",
            r"(?:mottakar(?:ar|e)?|mottaker(?:e)?|adresseliste|adressatar|fordeling|"
            r"send(?:t|es|ast)? til|ekspedering|ekspedert til|til oppfølging|utskrift sendt?)\s*"
            r"(?=:|$)",
        ),
        _MOTTAKARAR,
    ),
    Kjend(
        "klagerett",
        _form(
            rf"(?:(?:dette )?vedtaket|avgjerda|avgjørelsen) {_KAN_KLAGAST}{_TIL_KVEN}\.?$",
            r"(?:dette )?vedtaket er (?:endeleg|endelig)\.?$",
            rf"vedtaket er (?:ikkje|ikke) (?:eit|et) enkeltvedtak(?:,? og {_KAN_KLAGAST})?"
            rf"{_TIL_KVEN}\.?$",
            r"det (?:er|finst|finnes) (?:ikkje|ikke|ingen) klage(?:rett|tilgang|adgang|høve)"
            r"(?: på (?:vedtaket|dette vedtaket))?\.?$",
            r"klage(?:rett|tilgang|adgang|frist|fristen|høve|instans)?"
            rf"(?:\s*:?(?: (?:dette )?vedtaket {_KAN_KLAGAST})?{_TIL_KVEN}\.?$|\s*(?=:|$))",
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
            r"møtet (?:vart|blei|ble) sett kl\.? ?[\d:.]+,? og (?:heva|hevet|avslutta|avsluttet) "
            r"kl\.? ?[\d:.]+$",
            r"møteslutt\s*:?[ ]*(?:kl\.?)?[ ]*(?:\d{1,2}[:.]?\d{0,2})?\.?$",
            r"(?:ordførar|ordfører|møteleiar|møteleder)en (?:heva|hevet|avslutta|avsluttet) møtet"
            r"(?: kl\.? ?\d{1,2}(?:[:.]\d{2})?)?\.?$",
            r"(?:møte )?slutt\.?(?::? kl\.? ?[\d:.]+)?$",
            rf"neste (?:kommunestyre)?møte\s*(?:er )?:? ?(?:[a-zæøå]+dag )?{_DAG}"
            r"(?: kl\.? ?\d{1,2}(?:[:.]\d{2})?)?\.?$",
            r"ordfør[ae]r\w* (?:takka|takket) for (?:møtet|frammøtet|oppmøtet)\.?$",
        ),
        _SIGNERT,
    ),
    Kjend(
        "protokolltilførsel",
        _form(
            r"(?:protokolltilførs(?:el|la|len|ler)|protokollmerkna(?:d|den)|røysteforklaring|"
            r"stemmeforklaring)\b",
            rf"(?:{_PERSON}|{_STOR})(?: \([\w ,]+\))? (?:la (?:fram|frem)|sette fram|kom med|hadde|"
            r"leverte|fremmet|fremja)(?: slik| følgjande| følgende| denne)? (?:protokolltilførsel|"
            r"protokollmerknad|røysteforklaring|stemmeforklaring)\b",
            rf"(?:gruppa til )?{_STOR} (?:vil|ville|ønskjer|ønsker) (?:ha|få) ført til "
            r"protokollen\b",
        ),
        er_fri=True,
    ),
    Kjend(
        "arkivopplysning",
        _form(
            r"(?:arkiv(?:sak|saksnr|saksnummer|ref|referanse|kode)?|journalpost(?:id)?|saksmappe|"
            r"dokument(?:nr|id)|løpenr|saksbehandl[ae]r|sakshandsamar|(?:vår )?ref(?:eranse)?|"
            r"dykkar ref|deres ref|utvalssaksnr|utvalgssaksnr|utskriftsdato|ekspedert)\.?\s*:",
            r"(?:dok(?:ument)?\.? ?nr\.?|skriv[ea]n? ut|skrevet ut)(?= ?\d)",
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
            r"\d{1,4} ?/ ?\d{1,4}$",
            r"(?:kl\.? ?)?\d{1,2}[:.]\d{2}$",
            rf"{_UTAN_VERB}\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}},? (?:kl\.? ?)?\d{{1,2}}[:.]\d{{2}}"
            r"(?:[:.]\d{2})?(?:\s?[ap]m)?(?:\s+(?-i:[A-ZÆØÅ])[^.]*)?$",
            rf"{_UTAN_VERB}(?!{_GATE}$){_ADRESSE}(?:[\s,|·]+{_ADRESSE})*$",
            rf"{_STOR}(?: {_STOR})? kommune(?:[\s,|·–-]+{_ADRESSE})*$",
            r"(?:©|copyright) ?[\w .-]{1,40}$",
            rf"(?:publisert|sist (?:endra|endret|oppdatert|oppdatera))(?: av {_PERSON})?\s*:?,?\s*"
            r"\d[\d .:,a-z]{3,30}$",
            rf"(?:ansvarl[ei]g )?(?:redaktør|nettredaktør)\s*: ?(?:{_PERSON}|{_ROLLE})$",
            rf"(?:levert|utvikla|utviklet|drifta|driftet) av(?: {_STOR}){{1,3}}$",
            r"(?:opningstid(?:er)?|åpningstid(?:er)?|kontakt oss|besøk oss|kundesenter|"
            r"servicetorg)\s*:"
            rf"(?:[\s,–-]*(?:{_VEKEDAG}|{_ADRESSE}|kl\.?|\d{{1,2}}(?:[:.]\d{{2}})?))+$",
            r"last ned(?: (?:saks|møte)?(?:protokoll|framlegg|fremlegg|utskrift|bok|dokument)\w*)?"
            r"(?: (?:som )?\(?pdf\)?)?$",
            rf"{_MENYVAL}(?:[\s|·•/]+{_MENYVAL})*\??$",
            r"(?:[o0]{2,}|[*•–—_=~.-]\s?){2,}$",
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
_ADMINISTRASJON = (
    r"(?:kommunedirektøren|rådmannen|styringsgruppa|styringsgruppen|prosjektleiaren|"
    r"prosjektlederen|administrasjonen)"
)
_RAPPORT = (
    "(?:"
    + one_of(
        "ei ein eit en et å_få få jamleg* jevnlig* årleg* årlig* halvårleg* halvårlig* "
        "kvartalsvis* skriftleg* skriftlig* munnleg* muntlig* kort* ny nye"
    ).pattern
    + " )*"
    + one_of(
        "melding* rapport* orientering* oversyn* oversikt* tilbakemelding* evaluering* "
        "statusrapport* årsrapport* sluttrapport* gjennomgang* statusmelding*"
    ).pattern
)
_ARBEID = one_of(
    "arbeid* innsats* jobb* samarbeid* engasjement* bidrag* prosess* framlegg* utkast* orientering*"
).pattern
_VENTA = one_of(
    "tiltak resultat* framdrift* fremdrift* oppfølging* samarbeid* medverknad* medvirkning* "
    "dialog* involvering* informasjon* innsats* effekt* aktivitet*"
).pattern
_SETNING = r"\b[^.]*"
HARMLAUSE = {
    "takk": rf"{_KVEN} (?:takkar|takker|(?:vil|ynskjer å|ønskjer å|ønsker å) takke|"
    r"rettar ein takk|retter en takk)"
    rf"(?: til)?(?: [\w-]+){{0,8}}? (?:for|i|med)(?: [\w-]+){{0,3}}? {_ARBEID}{_SETNING}",
    "ønske": rf"{_KVEN} (?:ventar|forventar|forventer|håpar på|håper på)(?: [\w-]+){{0,3}}? "
    rf"{_VENTA}{_SETNING}"
    rf"|{_KVEN} (?:ser (?:fram|frem) til|er glade? for|er nøgde? med|er fornøyd med)"
    rf"(?: [\w-]+){{0,3}}? {_ARBEID}{_SETNING}"
    rf"|{_KVEN} (?:ønskjer|ynskjer|ønsker) (?:[\w ]{{2,40}} )?(?:lukke|lykke) til{_SETNING}",
    "ønske om rapport": rf"{_KVEN} (?:ber om|bed om|ønskjer|ynskjer|ønsker|vil ha|skal ha|ventar|"
    rf"forventer) {_RAPPORT}{_SETNING}",
    "oppdrag om rapport": rf"(?:{_KVEN} (?:ber|bed) )?{_ADMINISTRASJON} "
    r"(?:(?:blir|vert|er|bes|skal|om|beden|bedne|bedt|å) )*"
    r"(?:rapportere|orientere|melde frå|informere|"
    r"(?:halde|holde) [\w ]{2,30} (?:orientert|oppdatert)|"
    r"(?:legg?je?|legge|gje|gi|sende|kome|komme) (?:fram |frem |tilbake |attende )?(?:med )?"
    rf"{_RAPPORT})"
    rf"{_SETNING}"
    rf"|det skal (?:rapporterast|rapporteres|orienterast|orienteres){_SETNING}",
}
"""Points in addition that change nothing of what is decided: what they are, and their form."""
_HARMLAUS = _form(*HARMLAUSE.values())
_IKKJE_DET_ANDRE = re.compile(r", (?:ikkje|ikke) \w+(?=\.?$)")
_RAPPORTERT = re.compile(
    r"\b(?:ber|bed) om at det (?:blir|vert) (?:rapportert|orientert)\b", re.IGNORECASE
)
_TILBAKE = re.compile(r"\b(?:kome|komme) (?:tilbake|attende) med\b", re.IGNORECASE)
_TID = (
    r"(?:\d|sommar|jul\b|påske|haust|høst|vår|nyttår|møte|utgang|neste|januar|februar|mars|april|"
    r"mai|juni|juli|august|september|oktober|november|desember)"
)
_LEDDA = re.compile(
    rf"\b(?:der|elles|ellers|men|medan|mens|slik|så|nei|seg|når|fordi|sidan|siden)\b"
    rf"|\b(?:før|innan|innen|etter) (?!{_TID})(?!(?:ein|ei|en|den|det) {_TID})"
    r"|\bsom (?!har (?:vore|vært) med\b|(?:viser|syner)\b)"
    r"|\bog (?!\w+(?:en|et|a|ene|ane|arbeid|samarbeid|innsats)\b)",
    re.IGNORECASE,
)
"""Joints at which a wish goes on to say something else."""
_PENGAR = one_of(
    "finansier* dekning* dekk* betal* utbetal* middel* midl* pengar penger sum* løns* lønn* "
    "stans* stopp* avslutt* avvikl* uttred* uttre* slepp* slipp* kutt* halver* overta* "
    "overfør* omdisponer* skrinlegg* nedlegg* legg*_ned avløys* avløs* vidareføring* "
    "alternativ* eige eigen eigne eget egen egne prioriter* uforplikt* bunden bundet"
)
"""Words of money, and of ending something, that no plain wish has."""


def is_harmless(text: str) -> bool:
    """Whether a point in addition is a wish, a request for a report or thanks, and no more."""
    said = _IKKJE_DET_ANDRE.sub("", " ".join(text.split())).rstrip(".")
    said = _RAPPORTERT.sub("ber om rapport", _TILBAKE.sub("kome med", said))
    binding = (ANGRAR, _BIND, _LEDDA, _PENGAR, _TILTAK_NR)
    return _HARMLAUS.fullmatch(said) is not None and not any(each.search(said) for each in binding)


_TILTAK_NR = re.compile(r"%|\btiltak \d", re.IGNORECASE)
