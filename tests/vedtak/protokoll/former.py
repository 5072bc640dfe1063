"""Forms of minutes, letters and case prints, with the truth beside each.

The truth is what a careful reader would say who may not ask anybody. `sikker` is identical, word
for word; `tvil` is everything that a person has to look at: a false «identical» there is the worst
answer there is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.vedtak.protokoll.moteboker import (
    EIN,
    HOVUD,
    INNSTILLING,
    PUNKT,
    SAK,
    TO,
    TRE,
    sak,
    vedtak,
)
from tests.vedtak.protokoll.ordskifte import (
    ENDRANDE_ORDSKIFTE,
    ENDRANDE_RØYSTINGAR,
    VANLEGE_ORDSKIFTE,
    VANLEGE_RØYSTINGAR,
    told,
)
from tests.vedtak.protokoll.saksystem import SAKSYSTEM, UNUMMERERTE, Saksystem
from tests.vedtak.protokoll.sendt import (
    LUR_POST,
    LURE_FELT,
    VANLEG_POST,
    VANLEGE_FELT,
    sent_with,
    shown_with,
)

Sanning = Literal["likt", "tillegg", "tvil", "ulikt", "innstilling"]
"""Identical; identical with points in addition; not to be relied on; different; recommended."""


LIKE: tuple[Sanning, ...] = ("likt", "tillegg", "innstilling")
"""What may be relied on."""


@dataclass(frozen=True)
class Form:
    """A document and the truth about it."""

    what: str
    text: str
    sant: Sanning
    ord: str = ""
    """Words of the question, or of what differs."""
    kommune: str = "toppdal"
    """Whose it is; empty when nobody can know."""


# What may stand in minutes of any system

Variasjon = Callable[[Saksystem], dict[str, str]]


def _both(nynorsk: str, bokmål: str, place: str) -> Variasjon:
    return lambda system: {place: nynorsk if system.nynorsk else bokmål}


VARIASJONAR: dict[str, tuple[Variasjon, Sanning, str]] = {
    "the plainest": (lambda _: {}, "likt", ""),
    "votes against": (
        _both(
            "Innstillinga vart vedteken med 14 mot 3 røyster (V, MDG og SV).",
            "Innstillingen ble vedtatt med 14 mot 3 stemmer (V, MDG og SV).",
            "røysting",
        ),
        "likt",
        "",
    ),
    "another proposal fell": (
        lambda s: {
            "handsaming": (
                "Ola Berg (SV) sette fram slikt framlegg:\n«Saka blir utsett.»"
                if s.nynorsk
                else "Ola Berg (SV) fremmet følgende forslag:\n«Saken utsettes.»"
            ),
            "røysting": (
                "Framlegget frå SV fekk 3 røyster og fall. Innstillinga vart vedteken med 18 mot 3 "
                "røyster."
                if s.nynorsk
                else "Forslaget fra SV fikk 3 stemmer og falt. Innstillingen ble vedtatt med 18 "
                "mot 3 stemmer."
            ),
        },
        "likt",
        "",
    ),
    "points without numbers": (lambda _: {"punkt": UNUMMERERTE}, "likt", ""),
    "a vote under the points": (
        _both("Vedtaket var samrøystes.", "Vedtaket var enstemmig.", "etter"),
        "likt",
        "",
    ),
    "signed and sent": (
        _both(
            "Rett utskrift\n\nKari Moen\nsekretær\n\nKopi til:\nToppdalen regionråd\nKDD",
            "Rett utskrift\n\nKari Moen\nsekretær\n\nKopi til:\nToppdalen regionråd\nKDD",
            "etter",
        ),
        "likt",
        "",
    ),
    "a point in addition": (
        lambda s: {
            "punkt": f"{PUNKT}4. Kommunestyret "
            f"{'ber om ei melding om framdrifta' if s.nynorsk else 'ber om en orientering'}.\n"
        },
        "tillegg",
        "",
    ),
    "a point in addition that binds": (
        _both(
            f"{PUNKT}4. Eigendelen for kommunen blir sett til null.\n",
            f"{PUNKT}4. Kommunens egenandel settes til null.\n",
            "punkt",
        ),
        "tvil",
        "Tilleggspunktet",
    ),
    "another word": (lambda _: {"punkt": PUNKT.replace("språklege", "mindre")}, "ulikt", "mindre"),
    "put off": (
        _both("Saka blir utsett.\n", "Saken utsettes.\n", "punkt"),
        "ulikt",
        "",
    ),
    "a change told in the vote alone": (
        _both(
            "Punkt 2 vart endra i samsvar med framlegget frå SP.",
            "Punkt 2 ble endret i samsvar med forslaget fra SP.",
            "røysting",
        ),
        "tvil",
        "Punkt 2",
    ),
    "another proposal won": (
        _both(
            "Framlegget frå SP vart vedteke med 11 mot 10 røyster.",
            "Forslaget fra SP ble vedtatt med 11 mot 10 stemmer.",
            "røysting",
        ),
        "tvil",
        "SP",
    ),
    "a proposal nobody tells the end of": (
        lambda s: {
            "handsaming": (
                "Ola Berg (SP) sette fram slikt endringsframlegg:\nPunkt 2 blir stroke."
                if s.nynorsk
                else "Ola Berg (SP) fremmet følgende endringsforslag:\nPunkt 2 strykes."
            ),
            "røysting": "Det vart røysta." if s.nynorsk else "Det ble votert.",
        },
        "tvil",
        "utfallet",
    ),
    "last year's meeting": (lambda _: {"dag": "21.02.2030"}, "tvil", "2030"),
    "a correction under the signature": (
        _both(
            "Rett utskrift\n\nKari Moen\nsekretær\n\nRetting: I punkt 2 skal det stå 2032.",
            "Rett utskrift\n\nKari Moen\nsekretær\n\nRettelse: I punkt 2 skal det stå 2032.",
            "etter",
        ),
        "tvil",
        "punkt 2",
    ),
    "undone later": (
        _both(
            "Ny handsaming 13.03.2031\n\nKommunestyret gjorde om vedtaket.",
            "Ny behandling 13.03.2031\n\nKommunestyret omgjorde vedtaket.",
            "etter",
        ),
        "tvil",
        "",
    ),
}

I_KVART_SYSTEM = [
    Form(f"{what}: {system}", system.skriv(**variasjon(system)), sant, ord_)
    for what, (variasjon, sant, ord_) in VARIASJONAR.items()
    for system in SAKSYSTEM
]


# What stands over a decision

OVERSKRIFTER: dict[str, Sanning] = {
    **dict.fromkeys(
        (
            "Vedtak",
            "VEDTAK",
            "Vedtak:",
            "Vedtak (14 mot 3 røyster)",
            "Vedtak med 9 mot 8 røyster",
            "Vedtak (samrøystes):",
            "Samrøystes vedtak:",
            "Einstemmig vedtak",
            "Enstemmig vedtak:",
            "KOMMUNESTYRET 012/31 VEDTAK:",
            "KOM-012/31 Vedtak",
            "KST-12/31 Vedtak:",
            "KS-sak 12/31 Vedtak:",
            "Kommunestyret 12/31 Vedtak",
            "Vedtak, jf. kommunelova § 5-3",
            "Vedtak (jf. kommuneloven § 5-3 første ledd):",
            "Kommunestyret gjer følgjande likelydande vedtak:",
            "Kommunestyret gjør følgende likelydende vedtak:",
            "Kommunestyret vedtek:",
            "Kommunestyret vedtar:",
            "Kommunestyret fattet følgende vedtak:",
            "Følgende enstemmige vedtak ble fattet:",
            "Det vart gjort slikt vedtak:",
            "Kommunestyrets vedtak 20.02.2031:",
            "Kommunestyret sitt vedtak den 20. februar 2031",
            "Vedtak i kommunestyret torsdag 20. februar 2031:",
            "Kommunestyret gjorde i møte 20.02.2031, sak 12/31, slikt vedtak:",
            "Kommunestyrevedtak:",
            "Vedtak i Toppdal kommunestyre:",
            "Endeleg vedtak",
            "Vedtak:\nKommunestyret vedtek:",
            "Vedtak:\nKommunestyret vedtar i samsvar med innstillinga:",
            "Vedtak:\nKommunestyret vedtek i tråd med formannskapet si innstilling:",
            "Vedtak:\nSamrøystes",
            "Vedtak:\nEtter tilråding frå formannskapet vedtek kommunestyret:",
            "Vedtak:\nPå grunnlag av innstillinga gjer kommunestyret slikt vedtak:",
            "Vedtak:\nKommunestyret vedtek fylgjande:",
            "Vedtak fatta i Kommunestyret 20.02.2031 sak 12/31:",
            "Kommunestyret - 20.02.2031 - sak 12/31 - Vedtak:",
            "Slikt vedtak vart gjort:",
            "Samrøystes vart det gjort slikt vedtak:",
            "Kommunestyret fatta slikt samrøystes vedtak:",
            "Kommunestyret vedtok:",
            "Toppdal kommunestyre vedtek følgjande:",
            "Kommunestyrets enstemmige vedtak:",
            "Vedtak i KST:",
            "K-sak 12/31 - Vedtak:",
            "Kommunestyret sitt samrøystes vedtak:",
            "Vedtak (enstemmig):",
            "KST - 012/31 Vedtak",
            "Vedtak KST-012/31:",
            "VEDTAK I KOMMUNESTYRET:",
            "Vedtak, kommunestyret 20.02.2031:",
            "Vedtak i sak 12/31:",
            "Kommunestyret har fattet følgende vedtak:",
            "Kommunestyret har i møte den 20.02.2031 fattet slikt vedtak:",
            "Vedtak fattet av kommunestyret:",
            "Vedtak (21 røyster for):",
            "Vedtak – samrøystes:",
            "VEDTAK (21 - 0)",
            "Kommunestyret fattet enstemmig følgende vedtak:",
            "Følgende vedtak ble fattet:",
            "Det ble fattet slikt vedtak:",
            "Kommunestyret gjorde slikt likelydande vedtak:",
            "Vedtak (einstemmig):",
            "PS 12/31 Vedtak:",
            "Kommunestyret - sak 12/31\nVedtak:",
            "Endelig vedtak i kommunestyret:",
            "V E D T A K :",
            "Vedtak i sak PS 12/31:",
            "Kommunestyret i Toppdal vedtok:",
            "Toppdal kommunestyre fattet følgende enstemmige vedtak:",
            "Vedtak KST 12/31:",
            "KST-sak 12/31 Vedtak",
            "Kommunestyrets vedtak i sak 12/31:",
            "Kommunestyret si avgjerd:",
            "Vedtak - enstemmig",
            "Vedtak (17 mot 4 stemmer):",
            "Vedtak med 17 av 21 stemmer:",
            "VEDTAK: (SAMRØYSTES)",
            "Vedtak (mot 3 røyster)",
            "Kommunestyret vedtek samrøystes:",
            "Slik lyder vedtaket:",
            "Kommunestyret har fatta slikt vedtak:",
            "Vedtak i Kommunestyret - 20.02.2031",
            "Saksprotokoll i Kommunestyret 20.02.2031\nVedtak",
            "Kommunestyrets vedtak, 20.02.2031 - sak 12/31:",
            "Kommunestyret gjorde dette vedtaket:",
            "Kommunestyret vedtok i møte 20.02.2031, sak 12/31, følgjande:",
        ),
        "likt",
    ),
    "Vedtak som fall:": "tvil",
    "Vedtak med 8 mot 9 røyster": "tvil",
    **dict.fromkeys(
        ("Vedtak i fylkesutvalet:", "Vedtak i eldrerådet:", "UNG-003/31 Vedtak:"), "innstilling"
    ),
    "Vedtak i Ytre Glimsund kommunestyre:": "tvil",
    "Kommunestyret går ikkje inn for slikt vedtak:": "tvil",
    "Vedtak i førre møte:": "tvil",
    "Vedtak i kommunestyret 12.12.2030:": "tvil",
    "Kommunestyret bør gjere slikt vedtak:": "tvil",
    "Utkast til vedtak:": "tvil",
}
"""Headings over the points, with the truth of minutes that are plain for the rest."""

# How the points stand there

NUMMERERTE = {
    "1.": f"1. {EIN}\n2. {TO}\n3. {TRE}\n",
    "1)": f"1) {EIN}\n2) {TO}\n3) {TRE}\n",
    "(1)": f"(1) {EIN}\n(2) {TO}\n(3) {TRE}\n",
    "1:": f"1: {EIN}\n2: {TO}\n3: {TRE}\n",
    "1 without a full stop": f"1 {EIN}\n2 {TO}\n3 {TRE}\n",
    "1 and a tab": f"1\t{EIN}\n2\t{TO}\n3\t{TRE}\n",
    "Pkt. 1": f"Pkt. 1 {EIN}\nPkt. 2 {TO}\nPkt. 3 {TRE}\n",
    "Punkt 1:": f"Punkt 1: {EIN}\nPunkt 2: {TO}\nPunkt 3: {TRE}\n",
    "I.": f"I. {EIN}\nII. {TO}\nIII. {TRE}\n",
    "I": f"I {EIN}\nII {TO}\nIII {TRE}\n",
    "a)": f"a) {EIN}\nb) {TO}\nc) {TRE}\n",
    "a.": f"a. {EIN}\nb. {TO}\nc. {TRE}\n",
    "A)": f"A) {EIN}\nB) {TO}\nC) {TRE}\n",
    "1 and a dash": f"1 - {EIN}\n2 - {TO}\n3 - {TRE}\n",
    "1.)": f"1.) {EIN}\n2.) {TO}\n3.) {TRE}\n",
    "Nr. 1:": f"Nr. 1: {EIN}\nNr. 2: {TO}\nNr. 3: {TRE}\n",
    "(a)": f"(a) {EIN}\n(b) {TO}\n(c) {TRE}\n",
    "i)": f"i) {EIN}\nii) {TO}\niii) {TRE}\n",
    "Vedtakspunkt 1:": f"Vedtakspunkt 1: {EIN}\nVedtakspunkt 2: {TO}\nVedtakspunkt 3: {TRE}\n",
    "Pkt.1:": f"Pkt.1: {EIN}\nPkt.2: {TO}\nPkt.3: {TRE}\n",
    "1. without a space": f"1.{EIN}\n2.{TO}\n3.{TRE}\n",
    "[1]": f"[1] {EIN}\n[2] {TO}\n[3] {TRE}\n",
    "1. on a line alone": f"1.\n{EIN}\n\n2.\n{TO}\n\n3.\n{TRE}\n",
    "dashes": f"- {EIN}\n- {TO}\n- {TRE}\n",
    "bullets": f"• {EIN}\n• {TO}\n• {TRE}\n",
    "nothing, and air between": UNUMMERERTE,
    "nothing, line by line": f"{EIN}\n{TO}\n{TRE}\n",
}

# What stands under it

LINJER_ETTER = (
    "Med helsing\n\nMarit Vik\nrådgjevar",
    "Med vennlig hilsen\nMarit Vik\nrådgiver",
    "Vedteke med 14 mot 3 røyster (V, MDG og SV).",
    "Vedtatt med 14 mot 3 stemmer (V, MDG og SV).",
    "Samrøystes vedteke.",
    "Vedtaket var samrøystes.",
    "Vedtaket er gjort mot 3 røyster.",
    "Saksutskrift til: Toppdalen regionråd",
    "Saksutskrift til:\nToppdalen regionråd\nUtkant fylkeskommune, Postboks 1, 9900 Utkant",
    "Kopi:\nKDD",
    "Kopi til: Prosjektleiaren",
    "Melding om vedtaket til:\n- KDD\n- Toppdalen regionråd",
    "Vedtaket kan ikkje klagast på.",
    "Vedtaket er ikke et enkeltvedtak og kan ikke påklages.",
    "Klagerett:\nVedtaket kan klagast på til statsforvaltaren innan tre veker.",
    "Møtet vart heva kl. 14.20.",
    "Møtet hevet kl. 14:20",
    "Ordføraren heva møtet.",
    "Møteslutt: 14.20",
    "Protokolltilførsel frå SV: Vi meiner planen er for svak.",
    "Protokolltilførsel:\nSV ville ha meir pengar til stiar.",
    "Røysteforklaring frå MDG:\nVi røysta imot av omsyn til naturen.",
    "Rett utskrift:\n\nToppdal, 21.02.2031\n\nKari Moen\nsekretær",
    "Rett utskrift stadfesta",
    "Dokumentet er elektronisk godkjent og har ingen signatur.",
    "Dette dokumentet er elektronisk godkjent og er sendt uten signatur.",
    "Vi stadfestar med underskriftene våre at det som er ført i møteboka, er rett.",
    "Underskrifter:\n\n____________  ____________",
    "Side 2 av 3",
    "https://www.toppdal.kommune.no/politikk/sak/12 1/1",
    "21.02.2031, 09:12  Sak 12/31 – Toppdal kommune",
    "Toppdal kommune, sentralbord 35 00 00 00",
    "Besøksadresse: Kommunehuset, 9901 Toppdal",
    "Publisert 21.02.2031",
    "Tilbake til møtet",
    "Skriv ut",
    "Arkivsak: 31/104",
    "Vedtaket er endeleg.",
    "Møtet slutta kl. 14.20",
    "Møtet ble hevet kl 14:20",
    "Neste møte: 13.03.2031",
    "Protokollen er godkjent av: Anne Lid, Ola Berg",
    "Dette vedtaket kan ikke påklages, jf. forvaltningsloven § 28.",
    "Vedtaket kan påklages til Statsforvalteren innen 3 uker.",
    "Likelydende brev sendt til:\nKDD\nUtkant fylkeskommune",
    "Ansvarleg redaktør: Kari Moen",
    "Levert av Acos AS",
    "Fann du det du leita etter?",
    "Til toppen av sida",
    "Opningstider: måndag–fredag 09–15",
    "Org.nr. 900 000 000",
    "Org.nr.: 900 000 000",
    "Personvernerklæring | Tilgjengelegheitserklæring",
    "Informasjonskapslar",
    "oooOooo",
    "* * *",
    "---",
    "– – –",
    "Rett utskrift\n24.02.2031\nKari Moen\nUtvalssekretær",
    "RS 3/31 Referatsaker\n\nTeke til vitande.",
    "PS13/31 Gebyr\n\nVedtak:\nSaka blir utsett.",
    "SAK NR. 13/31 Gebyr\n\nVedtak:\nUtsett.",
    "Sak 13/2031 Gebyr\n\nVedtak:\nUtsett.",
    "13/31\nGebyr\n\nVedtak:\nUtsett.",
    "Saksnr: 13/31 Gebyr\n\nVedtak:\nUtsett.",
    "FO 2/31 Spørsmål frå Ola Berg\n\nOrdføraren svara.",
    "Eventuelt\n\nOla Berg spurde om brøyting.",
    "Utskrift av møteboka blir sendt til: KDD",
    "Vedtaket blir sendt til:\nKDD",
    "Særutskrift til: KDD, Utkant fylkeskommune",
    "Vedlegg:\n1. Handlingsplan 2031\n2. Budsjett",
    "Vedlegg\n1 Handlingsplan 2031",
    "Samrøystes.",
    "Vedteke mot 3 røyster (SV).",
    "Vedtatt mot 3 stemmer.",
    "21 røyster for, ingen mot.",
    "Innstillingen enstemmig vedtatt.",
    "Rett utskrift: Kari Moen, 24.02.2031",
    "Anne Lid\nOrdførar\n(sign.)",
    "Anne Lid, ordførar\nOla Berg\nKari Moen",
    "Dette dokumentet er elektronisk godkjent.",
    "Dokumentet er elektronisk godkjent av Kari Moen 24.02.2031",
    "Godkjent: 24.02.2031 Kari Moen",
    "Protokoll godkjend 21.02.2031",
    "Toppdal, den 20. februar 2031",
    "Møtet vart avslutta kl. 15.",
    "Ordføraren takka for møtet.",
    "Protokolltilførsel frå Ola Berg (FrP):\n«Planen er for dyr.»",
    "Stemmeforklaring fra Rødt: Vi stemte mot fordi planen er svak.",
    "Møteprotokoll for Kommunestyret 20.02.2031 – side 12 av 30",
    "Toppdal kommune | Kommunehuset | 9901 Toppdal | Tlf. 35 00 00 00",
    "https://innsyn.toppdal.kommune.no/moteportal/sak?id=12&mote=3",
    "E-post: postmottak@toppdal.kommune.no",
    "Kontakt oss: 35 00 00 00",
    "Følg oss på Facebook",
    "© 2031 Toppdal kommune",
    "Sist oppdatert 24.02.2031 10:12",
    "Publisert av Kari Moen 24.02.2031",
    "Last ned",
    "Last ned saksprotokoll (PDF)",
    "Skriv ut  Del",
    "Del denne sida",
    "Vedtaket ble enstemmig fattet.",
    "Vedteke samrøystes.",
    "Vedtatt enstemmig 21 stemmer.",
    "Innstillinga vart vedteken samrøystes.",
    "Vedtaket er fatta med 18 mot 3 røyster.",
    "Vedtaket vart gjort med 18 mot 3 røyster.",
    "(18 mot 3 røyster)",
    "Røystetal: 18–3",
    "Votering: Enstemmig vedtatt.",
    "Avrøysting: Samrøystes.",
    "Kopi sendt: KDD",
    "Kopi av vedtaket er sendt til KDD.",
    "Utskrift til: Rådmannen, økonomisjefen",
    "Saksutskrift sendt til:\nKDD",
    "Ekspedert: 24.02.2031",
    "Sendes til: Utkant fylkeskommune",
    "Rett utskrift av møteboka",
    "Rett avskrift",
    "Utskrift stadfesta 24.02.2031, Kari Moen",
    "For ordføraren\nKari Moen",
    (
        "Med vennleg helsing\nfor Toppdal kommune\n\nKari Moen\nrådgjevar\n\nBrevet er "
        "elektronisk godkjent og har derfor ikke underskrift."
    ),
    "Med hilsen\n\nKari Moen\nseniorrådgiver\nSamfunn og plan\nTlf: 35 00 00 00",
    "Vennlig hilsen Kari Moen",
    "Møtet slutt 14.20",
    "Slutt kl. 14:20",
    "Møtet ble avsluttet kl. 14.20.",
    "Ordføreren hevet møtet kl. 14.20.",
    "Møte slutt: 14.20",
    "Klagefrist: 3 veker",
    "Klageadgang: Vedtaket kan ikke påklages.",
    "Vedtaket er ikkje eit enkeltvedtak etter forvaltningslova.",
    "Dokument i saka:\nHandlingsplan 2031",
    "Saksdokument:\nHandlingsplan 2031",
    "Vedlagt: Handlingsplan 2031",
    "Ola Berg (SV) la fram slik protokolltilførsel: Planen er for svak.",
    "Røysteforklaring frå Ola Berg (SV):\n«Planen er for dyr.»",
    "Gruppa til SV vil ha ført til protokollen: Planen er for svak.",
    "Side 3",
    "3 / 7",
    "3/7",
    "Saksutskrift  Side 3 av 7",
    "Toppdal kommune Møtebok Side 7",
    "Utskriftsdato: 24.02.2031",
    "Skrive ut 24.02.2031 av Kari Moen",
    "Dok.nr. 31/104-9",
    "Journalpost: 31/1234",
    "Arkivkode: 120",
    "Saksbehandler: Kari Moen",
    "Møtet vart sett kl. 09.00 og heva kl. 14.20.",
    "Møteboka blei opplesen og godkjend.",
    "Protokollen ble gjennomgått og godkjent.",
    "Underskrift av møteboka:",
    "Anne Lid          Ola Berg",
    "_______________\nAnne Lid, ordfører",
    "MØTE SLUTT",
    "Ref: KST 12/31",
    "Toppdal, 20.02.31",
    "Kari Moen, møtesekretær",
    "Møtesekretær: Kari Moen",
    "Ordførar: Anne Lid",
    "Cookies og personvern",
    "Ansvarlig redaktør: Kommunedirektøren",
    "Fant du det du lette etter?\nJa\nNei",
    "Gå til toppen",
    "Lukk",
    "Vis mer",
    "Les opp",
    "Abonner på denne saka",
    "Til forsida",
    "Organisasjonsnummer: 900 000 000",
    "Telefon: 35 00 00 00 | E-post: post@toppdal.kommune.no",
    "Besøk oss: Kommunehuset, 9901 Toppdal",
    "Vedtak fatta samrøystes.",
    "Utskrift er sendt til KDD",
    "Behandlet: 20.02.2031",
    "Ordførers underskrift: ______",
    "Kopi: arkivet",
    "Møtet avsluttet 14.20",
    "Med vennlig hilsen Toppdal kommune",
    "Sakshandsamar: Kari Moen",
    "Rett utskrift, Toppdal 21.02.2031",
    "Del på Facebook | Skriv ut | Til toppen",
    "Neste sak",
)
"""Lines that bind nobody: the decision above them is identical."""
BINDANDE_LINJER = (
    "Vedtaket gjeld ikkje før budsjettet er vedteke.",
    "Gjeld ut juni",
    "til og med desember 2031",
    "Med atterhald om løyving",
    "Saka er med dette avslutta.",
    "Kommunen ventar tiltak.",
    "Punkt 2 går ut.",
    "Retting: punkt 3 skal lyde annleis.",
    "0 – 21",
    "Rett utskrift\n\nKari Moen\n\nVedtaket er oppheva.",
    "Kopi til:\nKDD\nVedtaket gjeld berre til sommaren",
    "Kopi til:\nKommunestyret vil sjå på delmål 2 igjen",
    "Med helsing\n\nMarit Vik\n\nPS. Eigendelen er sett til null.",
    "Protokolltilførsel frå SP:\nSaka vart utsett.",
    "Protokolltilførsel:\nVi er usamde.\n\n4. Eigendelen blir sett til null.",
    "Møtet vart heva kl. 14.20.\n\nSaka vart teken opp att etter møtet.",
    "Merknad: Kommunen er med i berre eitt år.",
    "Lovlegkontroll: Vedtaket er kravd kontrollert, og er ikkje gyldig enno.",
    "Økonomi:\n4. Eigendelen blir sett til null.",
    "Kommunestyret 13.03.2031\n\nSaka vart utsett.",
    "Vedteke med 3 mot 14 røyster.",
    "Framlegget frå SP vart vedteke.",
    "Punkt 1 og 2 vart vedtekne.",
    "Endringar gjort i møtet: sjå eige ark.",
    "Sjå vedlegg for endringar i punkt 3.",
    "Vedtaket er ikkje rettskraftig. Tre medlemmer har kravd lovlegkontroll.",
    "Møteboka er retta 24.02.2031.",
    "Protokollen ble endret i møte 13.03.2031.",
    "Nytt punkt 4: Kommunen er med i eitt år.",
    "Vedtakspunkt 2 blei røysta ned.",
    "Punkt 2 fall med 10 mot 11 røyster.",
    "Merknad til punkt 2: gjeld berre 2031.",
    "* Gjeld frå 2032.",
    "1) Føreset statleg løyving",
    "Protokollen er ikkje godkjend.",
    "Vedtaket vart seinare trekt tilbake.",
    "Ordføraren la ned veto.",
    "Saka blir sendt til ny handsaming i formannskapet.",
    "Saken tas opp igjen i neste møte.",
    "Mindretallsanke: 5 medlemmer anket vedtaket.",
    "Iverksetting er utsett.",
    "Statsforvaltaren har gjeve vedtaket utsett iverksetjing.",
    "Sist endra: Eigendelen er null",
    "Vedtaket er betinga av at dei andre kommunane vedtek det same.",
    "Vedtaket trer i kraft når fylkestinget har godkjent planen.",
    "Sperrefrist for vedtaket: 2032",
    "Oppfølging: Kommunedirektøren tek ut tiltak 4.",
    "Konsekvens: delmål 2 utgår.",
    "Korrigert protokoll",
    "Punkt 3 vert å forstå slik at rådmannen godkjenner.",
    "Vedtaket er seinare endra.",
    "Vedtaket ble omgjort i møte 13.03.2031.",
    "Endra i møte 13.03.2031, sak 22/31.",
    "Sjå òg sak 22/31 om endring av vedtaket.",
    "Jf. nytt vedtak i sak 22/31.",
    "Vedtaket gjelder kun for 2031.",
    "Vedtaket gjeld frå det tidspunktet alle har vedteke planen.",
    "Punkt 2 er oppheva.",
    "Punkt 3 er endret etter møtet.",
    "Feil i protokollen: punkt 2 skal være 2032.",
    "Korrigering: «språklege» skal vere «alle».",
    "Errata: punkt 1",
    "Ordføraren sitt atterhald: Staten betaler.",
    "NB! Punkt 2 er ikkje vedteke.",
    "OBS: Foreløpig protokoll",
    "Ikke godkjent protokoll",
    "Førebels møtebok, ikkje godkjend",
    "Foreløpig utskrift",
    "Vedtaket er klaget inn for Statsforvalteren.",
    "Lovlighetskontroll er krevd.",
    "Statsforvalteren har opphevet vedtaket.",
    "4. Kommunen deltar ikke i delmål 2.",
    "Nytt punkt: Kommunen er med ut året.",
    "I tillegg: Eigendelen blir null.",
    "Med følgjande tillegg: Eigendelen fell bort.",
    "Unntak: Delmål 2",
    "Vilkår: Statleg løyving",
    "Forutsetning: Egenandelen dekkes av fylket",
    "Gjeld ikkje Toppdal",
    "Gyldighet: 2031",
    "Varighet: 1 år",
    "Presisering: Styringsgruppa omfattar ikkje næring.",
    "Tolking: Med språklege endringar er meint rettskriving.",
    "Føresetnad: Alle kommunane er med",
    "Merknad: Sjå protokolltilførsel om punkt 2, som er ein del av vedtaket.",
    "Protokolltilførsel (vedteken som del av vedtaket): Punkt 2 utgår.",
    "Vedlegg 1 Endringar vedtekne i møtet",
    "Kopi til: KDD, som må godkjenne vedtaket før det gjeld",
    "Underskrift manglar",
    "Kl. 15: Saka vart gjenopna.",
    "Ymse: Ordføraren opplyste at saka om handlingsplan må opp att.",
    "Denne utskrifta erstattar utskrift av 21.02.2031.",
    "¹ Berre for delmål 1",
    "Rett utskrift, med rettingar.",
    "Møtebok ikkje underskriven",
    "Vedtaket er ført i eigen protokoll.",
    "Sjå eigen protokoll for endringar.",
    "Vedtaket er sett på vent.",
    "Statsforvaltaren skal sjå på om vedtaket er lovleg.",
    "Kommunestyret sitt vedtak er seinare avløyst av vedtak i sak 30/31.",
    "Utsett iverksetting inntil klaga er handsama.",
    "Vedtaket føreset likelydande vedtak i alle kommunane.",
    "Saka blir teken opp att i juni.",
    "Kommunen har seinare trekt seg.",
    "Behandles videre i neste møte.",
    "Endelig vedtak fattes i juni.",
    "Vedtaket er rådgjevande.",
    "Vedtaket er ei tilråding til fylkestinget.",
    "Oversendes fylkestinget for endelig vedtak.",
    "Fylkestinget gjer endeleg vedtak.",
    "Punkt 4 blir handsama i neste møte.",
    "Kommunestyret understrekar at delmål 2 ikkje gjeld Toppdal.",
    "Mindretalet krev saka lagd fram for departementet.",
    "Vedtaket vart teke opp til ny handsaming 13. mars.",
    "Vedtaket er kun gyldig sammen med vedtak i sak 13/31.",
    "Vedtaket vert gjeldande når departementet har godkjent det.",
    "Kommunestyret tok etterhand punkt 3 ut.",
    "Saka er anka.",
    "Protokollutskriften inneholder feil i punkt 2.",
    "Ny tekst i punkt 2: Midlane blir førte tilbake.",
    "Rettet versjon av 25.02.2031",
    "Forbehold: Statsbudsjettet",
    "Tiltak 3 er trukket.",
    "Egenandel: kr 0",
    "Kommunal eigendel 2031: 0",
    "Toppdal deltar ikke i delmål 2.",
    "Vedteke for 2031 aleine.",
    "Se merknad fra rådmannen.",
)
"""Lines after which nobody can call the decision above them identical."""

# Points in addition

HARMLAUSE_TILLEGG = (
    "Kommunestyret ber om ei orientering om framdrifta i juni.",
    "Kommunestyret vil ha melding om framdrifta før sommaren.",
    "Kommunestyret takkar styringsgruppa for arbeidet.",
    "Kommunestyret takker prosjektlederen for innsatsen.",
    "Kommunen ventar konkrete tiltak, ikkje prosjekt.",
    "Kommunestyret håpar på godt samarbeid.",
    "Kommunedirektøren blir beden om å leggje fram ein rapport kvart halvår.",
    "Kommunestyret bed kommunedirektøren om å orientere kommunestyret kvart kvartal.",
    "Styringsgruppa bes rapportere halvårlig.",
    "Kommunestyret ber kommunedirektøren halde kommunestyret orientert om framdrifta.",
    "Kommunestyret ynskjer styringsgruppa lukke til med arbeidet.",
    "Kommunestyret ber om halvårlige rapporter.",
    "Kommunestyret vil takke alle som har vært med i arbeidet.",
    "Kommunestyret ser fram til eit godt samarbeid.",
    "Kommunestyret ber om å få årleg rapport om framdrifta.",
    "Kommunestyret bed om ei orientering i møtet i juni.",
    "Kommunestyret ber rådmannen rapportere om fremdriften i tertialrapportene.",
    "Toppdal kommunestyre takkar for godt arbeid.",
    "Det skal rapporterast årleg til kommunestyret.",
    "Kommunestyret ber administrasjonen komme tilbake med en orientering høsten 2031.",
    "Kommunestyret ønsker en statusrapport i løpet av høsten.",
    "Kommunestyret ynskjer å takke prosjektleiaren for god innsats.",
    "Kommunestyret ber om ei kort orientering om arbeidet til hausten.",
    "Kommunestyret ber om at det blir rapportert årleg.",
    "Kommunestyret forventar god informasjon undervegs.",
    "Kommunestyret ber styringsgruppa om å halde kommunestyret orientert.",
    "Administrasjonen skal rapportere til kommunestyret kvart halvår.",
    "Rådmannen bes legge frem en årlig rapport.",
    "Kommunestyret ønsker lykke til med arbeidet.",
)
BINDANDE_TILLEGG = (
    "Tiltak 4 under delmål 2 blir teke ut av planen.",
    "Eigendelen for kommunen blir sett til null.",
    "Delmål 1 får vekta 50 %.",
    "Fullmakta til styringsgruppa gjeld berre språklege endringar.",
    "Endringar frå KDD skal godkjennast av kommunestyret.",
    "Kommunen deltek berre i delmål 1.",
    "Vedtaket gjeld ut 2031.",
    "Kommunen trekkjer seg frå avtalen.",
    "Kommunestyret ber om at tiltak 4 blir teke ut.",
    "Kommunestyret ønskjer ikkje denne planen.",
    "Kommunestyret ventar med gjennomføringa.",
    "Kommunestyret ønskjer ei ny sak om eigendelen.",
    "Planen blir lagd fram på nytt i juni.",
    "Rammene for kommunen er 100 000 kr.",
    "Ordføraren får fullmakt til å gjere endringar.",
    "Tiltaka blir gjennomførte når det er råd for kommunen.",
    "Kommunen stiller seg utanfor samarbeidet om bustad.",
    "Kommunens andel begrenses til egeninnsats.",
    "Kommunen sin eigenfinansiering fell bort.",
    "Vekta for delmål 2 blir auka til 40.",
    "Styringsgruppa får ikkje høve til å gjere endringar etter 1. juli.",
    "Kommunen sluttar seg til planen for delmål 1 og 3.",
    "Kommunestyret ber styringsgruppa om å prioritere tiltak 3 framfor tiltak 1.",
    "Kommunestyret takkar nei.",
    "Kommunestyret takkar nei til deltaking.",
    "Kommunestyret ventar til hausten med sin del.",
    "Kommunestyret ser fram til ei løysing der Toppdal slepp å betale.",
    "Kommunestyret håpar dei andre kommunane dekkjer vår del.",
    "Kommunestyret vil ha ein rapport før midlane blir utbetalte.",
    "Kommunedirektøren skal leggje fram ein rapport til godkjenning før planen tek til å gjelde.",
    "Kommunestyret ønskjer ei orientering innan 1. juni, elles fell deltakinga bort.",
    "Kommunestyret takkar for arbeidet og vel å stå utanfor.",
    "Kommunestyret takkar for seg.",
    "Kommunestyret takkar av prosjektet.",
    "Kommunen ventar med å betale til neste år.",
    "Kommunestyret er glad for at bustadtiltaket er lagt på is.",
    "Kommunestyret forventer at staten overtar kommunens andel.",
    "Kommunestyret ser fram til å kome seg ut av avtalen.",
    "Kommunestyret ber om rapport om bustadtiltaket, som blir stansa i mellomtida.",
    "Styringsgruppa skal informere kommunestyret før ho gjer endringar.",
    (
        "Styringsgruppa skal leggje fram ei melding for kommunestyret før språklege endringar "
        "blir gjorde."
    ),
    "Kommunestyret ber kommunedirektøren om å orientere KDD om at Toppdal går ut.",
    "Administrasjonen skal orientere dei andre kommunane om at Toppdal ikkje betaler.",
    "Kommunestyret vil ha ei ny melding som avløyser planen.",
    "Kommunestyret håper at tiltaket for bolig skrinlegges.",
    "Kommunestyret forventer halvering av egenandelen.",
    "Deltakinga blir evaluert etter eitt år, og kan då seiast opp.",
    "Planen gjelder ett år.",
    "Kommunen bidreg med eigeninnsats i staden for pengar.",
    "Tiltaket om stiar blir gjennomført i 2032.",
    "Innsatsen i delmål 3 skal konsentrerast om Toppdal sentrum.",
    "Delmål 2 får 40 prosent av midlane.",
    "Kommunestyret delegerer til formannskapet å godkjenne endringar.",
    "Midlane til bustad blir omdisponerte.",
    "Kommunestyret ynskjer ei evaluering, og stansar utbetalingane til den ligg føre.",
    "Kommunestyret ber om ei orientering om uttreding, som skal skje innan året.",
    "Kommunestyret takker for innsatsen og avslutter samarbeidet.",
    (
        "Kommunestyret ber administrasjonen leggje fram ein rapport om kutt i eigendelen, som då "
        "fell ned."
    ),
    "Toppdal kommune er med i eitt år.",
    "Kommunestyret forventer at planen følges.",
    "Kommunestyret ber styringsgruppa flytte midlar frå bustad til stiar.",
    "Kommunestyret forventer at Toppdal får to plassar i styringsgruppa.",
    "Tiltak 2 går ut.",
    "Tiltaket «Ungdom heim» blir ikkje sett i verk i Toppdal.",
    "Kommunen sin del blir sett til 0 kr.",
    "Toppdal betaler ingenting.",
    "Vektinga blir endra slik at delmål 1 tel mest.",
    "Delmål 1 skal vega tyngst.",
    "Fullmakta i punkt 3 gjeld til 1. juli.",
    "Styringsgruppa må leggje endringar fram for formannskapet.",
    "Alle endringar skal til kommunestyret.",
    "Planen gjeld til 31.12.2031.",
    "Deltakinga er avgrensa til to år.",
    "Toppdal trekkjer seg ut frå og med 2032.",
    "Kommunen sluttar seg berre til delmål 1.",
    "Av planen blir kapittel 3 og 4 vedtekne.",
    "Delmål 2 blir utsett.",
    "Kommunestyret ber styringsgruppa om å ta ut tiltak 4.",
    "Kommunestyret ber om at kommunens andel reduseres.",
    "Kommunestyret ønskjer lågare eigendel.",
    "Kommunestyret ønskjer at delmål 2 blir prioritert.",
    "Kommunestyret forventer lavere egenandel.",
    "Kommunestyret vil ha større del av midlane til Toppdal.",
    "Kommunestyret ventar at fylket dekkjer eigendelen.",
    "Rådmannen får fullmakt til å avvike frå planen.",
    "Budsjettet for tiltak 1 aukar med 200 000 kroner.",
    "Kommunen bruker eigne tal for folketalet.",
    "Formannskapet får mynde til å godkjenne sluttrapporten og endre planen.",
    "Punkt 3 gjeld ikkje for bustad.",
    "Saka skal tilbake til kommunestyret før iverksetting.",
    "Kommunestyret takkar styringsgruppa for arbeidet, og ber om at planen blir revidert.",
    "Kommunestyret ber om ei orientering i juni, og tek då stilling til vidare deltaking.",
    "Kommunestyret ber om ein rapport som grunnlag for ny handsaming.",
    "Kommunestyret håper på godt samarbeid om en ny plan uten delmål 2.",
    "Kommunen ventar konkrete tiltak i Toppdal før han betaler.",
    "Kommunestyret ber kommunedirektøren om å orientere om at kommunen går ut av avtalen.",
    "Kommunestyret tek atterhald om finansieringa.",
    "Kommunestyret vedtek samtidig eigen plan.",
    "Dette vedtaket erstattar vedtak i sak 5/31.",
    "Kommunestyret ser fram til samarbeid utan Ytre Glimsund.",
    "Kommunestyret ventar tiltak som berre gjeld Toppdal.",
    "Kommunestyret forventer tiltak i henhold til egen prioritering.",
    "Kommunestyret takkar for framlegget, men vel sin eigen plan.",
    "Kommunestyret takkar for orienteringa og avviser planen.",
    "Kommunestyret ber om ein rapport om kva det kostar å seie opp avtalen.",
    "Kommunestyret ser fram til samarbeidet når det er avklart kven som betaler.",
    "Kommunestyret ber om ei melding om korleis eigendelen kan fjernast.",
    "Kommunestyret håpar på framdrift i eige prosjekt i staden.",
    "Administrasjonen skal rapportere, og kan stanse tiltak.",
    "Det skal rapporterast til kommunestyret, som godkjenner kvart tiltak.",
    "Kommunestyret ynskjer lukke til, men er ikkje med.",
    "Kommunestyret ber om ei orientering før tiltaka blir sette i gang.",
    "Kommunestyret ser fram til arbeidet med å avvikle avtalen.",
    "Kommunestyret ber om årleg evaluering, første gong som vilkår for 2032.",
    "Kommunestyret ventar informasjon før det bind seg.",
    "Kommunestyret forventer resultater innen 1. juni som forutsetning.",
    "Kommunestyret ber rådmannen orientere om at Toppdal ikke er bundet.",
    "Styringsgruppa skal orientere kommunestyret om alle endringar på førehand.",
    "Kommunestyret ber om at planen evalueres, og forbeholder seg rett til å gå ut.",
    "Delmål 3 skal ha lågast prioritet.",
    "Kommunens deltakelse opphører 31.12.2031.",
    "Midler som ikke er brukt, føres tilbake til kommunen.",
    "Kommunestyret meiner tiltak 2 er feil og støttar det ikkje.",
    "Styringsgruppa sitt mandat blir snevra inn.",
    "Kommunestyret støttar planen med unntak av delmål 2.",
    "Kommunen kan når som helst tre ut av samarbeidet.",
    "Kommunestyret ventar på avklaring frå staten.",
    "Kommunestyret forventer at alle kommunene betaler like mye.",
    "Kommunestyret håper på avklaring om finansiering før oppstart.",
    "Kommunestyret ønskjer innsats berre i sør.",
    "Kommunestyret ber om oversikt over kva tiltak som kan kuttast.",
)

# Who decided, and when

_UTAN_ORGAN = f"""Toppdal kommune
Møtebok

Møtedato: 20.02.2031

{SAK}Vedtak:
{PUNKT}"""
_UTAN_DAG = f"""Toppdal kommune
Møtebok

Utval: Kommunestyret

{SAK}Vedtak:
{PUNKT}"""


def _frå(organ: str, dag: str = "20.02.2031", more: str = "") -> str:
    head = f"Toppdal kommune\nMøtebok\n\nUtval: {organ}\nMøtedato: {dag}\n\n"
    return f"{head}{SAK}{more}Vedtak:\n{PUNKT}"


ORGAN_OG_DAG = [
    Form("no body", _UTAN_ORGAN, "tvil", "kva organ"),
    Form("no day", _UTAN_DAG, "tvil", "når møtet var"),
    *(
        Form(f"minutes of {organ}", _frå(organ), "tvil", "kommunestyret")
        for organ in (
            *("Ungdommens kommunestyre", "Barn og unges kommunestyre", "Ungdomskommunestyret"),
            *("Regionrådet", "Hovudutval for næring", "Fellesnemnda", "Partssamansett utval"),
            *("Kommunestyrekomiteen for næring", "Styringsgruppa", "Ordførarmøtet", "Klagenemnda"),
            *("Arbeidsmøte for kommunestyret", "Gruppemøte", "Kommunestyregruppa til SP"),
            "Ungdomsutvalet",
            "Plan, næring og miljø",
            "Ungdomspanelet",
            "Kommunestyrets kontrollutvalg",
            "Kommunestyret sitt finansutval",
            "Valnemnda",
            "Toppdal eldreråd",
            "Representantskapet",
            "Styret for bygdevekst",
            "Fylkesutvalget",
            "Interkommunalt politisk råd",
            "Sametinget",
            "Arbeidsutvalet",
            "Forhandlingsutvalget",
            "Rådmannens ledergruppe",
            *("Eldrerådet", "Ungdomsrådet", "Utval for oppvekst", "Administrasjonsutvalet"),
            *("Kontrollutvalget", "Råd for personar med funksjonsnedsetting", "Fylkestinget"),
        )
    ),
    Form("minutes of the formannskap", _frå("Formannskapet", "30.01.2031"), "innstilling"),
    Form(
        "minutes of the formannskap, with the sentence of the kommunestyre",
        _frå("Formannskapet", "30.01.2031", "Kommunestyret vedtek:\n"),
        "tvil",
    ),
    *(
        Form(f"the meeting of {dag}", _frå("Kommunestyret", dag), "tvil", "2031")
        for dag in ("20.02.2030", "21.02.2031", "12. juni 2031", "2031-01-02", "20.2.30")
    ),
    *(
        Form(f"the day as {dag}", _frå("Kommunestyret", dag), "likt")
        for dag in (
            *("20.2.31", "20. februar 2031", "torsdag 20. februar 2031", "2031-02-20"),
            *("20/2-2031", "20.02.2031 kl. 18:00", "20.02.2031 Tid: 10:00"),
        )
    ),
    Form("a bystyre", _frå("Bystyret"), "likt"),
    Form("a heradsstyre", _frå("Heradsstyret"), "likt"),
    Form(
        "what calls to the meeting",
        _frå("Kommunestyret").replace("Møtebok", "Møteinnkalling"),
        "tvil",
        "innkalling",
    ),
    Form(
        "two days",
        _frå("Kommunestyret").replace("Vedtak:", "Vedtak i kommunestyret 13.03.2031:"),
        "tvil",
        "13. mars",
    ),
]

# The forms that went wrong once, in the words of the invented pilot

_FSK = f"Saksprotokoll i Formannskapet - 30.01.2031\n\nVedtak:\n{PUNKT}\n"
_KST = "Saksprotokoll i Kommunestyret - 20.02.2031\n\n"
FRÅ_FELTET = [
    Form("the formannskap decides", _frå("Formannskapet", "30.01.2031"), "innstilling"),
    Form(
        "the formannskap decides, the kommunestyre puts it off in the debate",
        f"Toppdal kommune\nMøtebok\n\n{SAK}{_FSK}{_KST}Handsaming:\n"
        "Saka vart samrøystes utsett til møtet 12. mars.\n",
        "tvil",
        "handsama",
    ),
    Form(
        "a heading with votes over other words",
        f"Toppdal kommune\nMøtebok\n\n{SAK}{_FSK}{_KST}Handsaming:\nOrdføraren la fram saka.\n\n"
        f"Vedtak med 9 mot 8 røyster\n\n{PUNKT.replace('språklege', 'store')}",
        "ulikt",
        "store",
    ),
    Form(
        "a heading nobody knows over other words",
        f"Toppdal kommune\nMøtebok\n\n{SAK}{_FSK}{_KST}Vedtak:\n{PUNKT}\nEtter ny pause\n\n"
        f"{PUNKT.replace('språklege', 'store')}",
        "tvil",
    ),
    Form(
        "undone under a heading of its own",
        sak(
            f"Vedtak:\n{PUNKT}\nNy handsaming 12.03.2031:\nKommunestyret gjorde om vedtaket og "
            "utsette saka til juni.\n"
        ),
        "tvil",
        "gjorde om",
    ),
    Form(
        "Acos headings",
        "Toppdal kommune\nMøtebok\n\nHandlingsplan 2031 for bygdevekstavtalen\n\n"
        f"Kommunedirektøren si innstilling:\n{PUNKT}\nFormannskapet 30.01.2031:\n\n"
        f"FSK-003/31 Vedtak:\n{PUNKT}\nKommunestyret 20.02.2031:\n\nKOM-012/31 Vedtak:\n{PUNKT}",
        "likt",
    ),
    *(
        Form(
            f"cases numbered {før} and {etter}",
            f"Toppdal kommune\nMøtebok\nKommunestyret 20.02.2031\n\n{før} Sal av tomt\n\nVedtak:\n"
            f"Tomta blir seld.\n\n{etter} Handlingsplan 2031 for bygdevekstavtalen\n\nVedtak:\n"
            f"{PUNKT}\n{sist} Orienteringar\n\nVedtak:\nSaka blir utsett.\n",
            "likt",
        )
        for før, etter, sist in (
            ("KOM-011/31", "KOM-012/31", "KOM-013/31"),
            ("KS-sak 11/31", "KS-sak 12/31", "KS-sak 13/31"),
            ("KST-011/31", "KST-012/31", "KST-013/31"),
            ("Kommunestyret 11/31", "Kommunestyret 12/31", "Kommunestyret 13/31"),
            ("PS 11/31", "PS 12/31", "PS 13/31"),
            ("Sak 11/31", "Sak 12/31", "Sak 13/31"),
            ("Sak nr. 11/31:", "Sak nr. 12/31:", "Sak nr. 13/31:"),
            ("Utvalssak 11/31", "Utvalssak 12/31", "Utvalssak 13/31"),
            ("011/31", "012/31", "013/31"),
        )
    ),
    Form(
        "a letter in which only its receiver is named",
        f"Til: Toppdal kommune, Toppdalen regionråd\n\nKommunestyret 20.02.2031\n\n{SAK}Vedtak:\n"
        f"{PUNKT}",
        "tvil",
        "kva kommune",
        kommune="",
    ),
    Form(
        "a letter with the address of its receiver",
        "Toppdal kommune\nKommunehuset\n9901 Toppdal\n\nVår ref: 31/104\n\n"
        f"Melding om vedtak\n\nKommunestyret 20.02.2031\n\n{SAK}Vedtak:\n{PUNKT}",
        "tvil",
        "kva kommune",
        kommune="",
    ),
    Form(
        "minutes of a kommune nobody knows",
        _frå("Kommunestyret").replace("Toppdal kommune", "Nedre Dal kommune"),
        "tvil",
        "kva kommune",
        kommune="",
    ),
]

# By reference

TILVISINGAR: dict[str, Sanning] = {
    **dict.fromkeys(
        (
            "Som innstilt.",
            "Vedteke som innstilt.",
            "Enstemmig vedtatt som innstilt.",
            "Innstillinga vart samrøystes vedteken.",
            "Kommunedirektøren si innstilling blir vedteken.",
            "Kommunestyret sluttar seg til innstillinga.",
            "I samsvar med innstillinga.",
            "Kommunestyret vedtek innstillinga.",
            "Som innstilt.\n\nRett utskrift\nKari Moen",
        ),
        "likt",
    ),
    "Formannskapet si innstilling blir vedteken.": "tvil",
    "Som innstilt, med endring i punkt 2.": "ulikt",
    "Som innstilt, men utan punkt 3.": "ulikt",
    "Framlegget frå SP blir vedteke.": "ulikt",
    "Innstillinga blir vedteken med dei endringane som kom fram i møtet.": "ulikt",
    "Som innstilt.\n\nPunkt 2 går ut.": "ulikt",
}
"""Decisions that refer to the recommendation of the kommunedirektør, which stands in the case."""


# What somebody would write who wanted a false «identical»


LURE_OVERSKRIFTER = (
    "Vedtak med 14 mot 3 røyster (med endring i punkt 2)",
    "Vedtak 20.02.2031, gjort om 13.03.2031:",
    "Vedtak til og med desember 2031",
    "Vedtak (punkt 2 utgår):",
    "Vedtak (ikkje protokollert)",
    "Vedtak, førebels:",
    "Vedtak:\nKommunestyret har i møte 13.03.2031 gjort slikt vedtak:",
    "Vedtak:\nYtre Glimsund kommunestyre vedtek:",
    "Vedtak:\nFormannskapet vedtek:",
    "Vedtak:\nKommunestyret viser til vedtak i førre periode:",
    "Vedtak:\nKommunestyret vedtek med atterhald om løyving:",
    "Vedtak:\nFramlegg frå SP:",
    "Vedtak som ikkje vart gjort:",
    "Vedtak (mindretalet sitt framlegg):",
    "Vedtak 2030:",
    "Førre vedtak:",
    "Tidlegare vedtak i saka:",
    "Framlegg til endra vedtak:",
    "Alternativt vedtak:",
    "Subsidiært vedtak:",
    "Vedtak – fråsegn:",
    "Oppheva vedtak:",
    "Vedtak, mindretalet:",
    "Vedtak mot 12 røyster av 21:",
    "Vedtak med 10 av 21 røyster:",
    "Intensjonsvedtak:",
    "Prinsippvedtak:",
    "Vedtak i høyringa:",
    "Vedtak etter delegert mynde:",
    "Hastevedtak i formannskapet, jf. kommunelova § 11-8:",
    "Vedtak gjort av ordføraren etter fullmakt:",
    "Formannskapet gjer på vegner av kommunestyret slikt vedtak:",
    "Delegert vedtak:",
    "Vedtak i komiteen:",
    "Vedtak i gruppemøtet:",
    "Vedtak i SP-gruppa:",
    "Vedtak 12. juni 2030:",
)
LURE_LINJER = (
    "Vedtaket kan ikkje klagast på, men gjeld berre ut 2031.",
    "Vedtaket kan ikkje klagast på fordi det ikkje gjeld enno.",
    "Dokumentet er elektronisk godkjent og har ikkje verknad for delmål 2.",
    "Vi stadfestar at det som er ført i møteboka, er rett, og at punkt 2 går ut.",
    "Vedteke med 14 mot 3 røyster (med endring i punkt 2).",
    "Samrøystes vedteke under føresetnad av løyving.",
    "Innstillinga vart vedteken utan punkt 2.",
    "Vedteke i samsvar med framlegget frå SP.",
    "KOMMUNEN STÅR UTANFOR",
    "2031 er siste året kommunen er med",
    "2032 Siste året for kommunen er dette",
    "21.02.2031, 09:12 kommunen sa opp avtalen",
    "Kopi til:\nKDD\nKommunen dekkjer sjølv alle utgifter",
    "Protokolltilførsel frå eit samla kommunestyre: Kommunen er med berre i eitt år.",
    "Saksbehandlar: Kommunen er ikkje med",
    "Postadresse: kommunen står utanfor",
    "Slutt. Kommunen er ute av avtalen.",
    "12/31 Vedtaket gjeld berre ut 2031",
    "Sak 12/31 Kommunen er ute av avtalen",
    "PS 13/31 Endring av vedtak i førre sak\n\nVedtak:\nPunkt 2 går ut.",
    "PS 13/31 Omgjering av punkt 2 i vedtaket om bygdevekst\n\nVedtak:\nJa.",
    "PS 13/31 Orienteringar\n\nVedtak:\nVedtaket i sak 12/31 er oppheva.",
    "Økonomi:\nEigendelen blir sett til null.",
    "Konklusjon:\nKommunen deltek berre i delmål 1.",
    "Møtedato: 20.02.2031\n\nVedtaket gjeld berre ut året.",
    "Fleirtalet gjekk deretter imot innstillinga.",
    "Saka vart deretter lagd bort.",
    "Punkt 1 vart vedteke. Punkt 2 og 3 fekk for få røyster.",
    "PS 15/31 Eventuelt\n\nSak 12/31 vart teken opp på nytt, og vedtaket vart omgjort.",
    "PS 14/31 Lovlegkontroll av vedtak i PS 12/31\n\nVedtak:\nVedtaket er lovleg.",
    "PS 14/31 Handlingsplan bygdevekst – ny behandling\n\nVedtak:\nSaken utsettes.",
    "Rett utskrift\n\nDette vedtaket vart påklaga 01.03.2031 og oppheva 03.04.2031.",
    (
        "PS 20/31 Godkjenning av møtebok\n\nVedtak:\nMøteboka blir godkjend med denne merknaden: "
        "I sak 12/31 punkt 2 skal det stå 2032."
    ),
    (
        "PS 20/31 Godkjenning av protokoll fra forrige møte\n\nVedtak:\nI sak 12/31 endres punkt "
        "2 til 2032."
    ),
    "Kommunestyret gjer i tillegg slikt vedtak:\nKommunen betaler ikkje eigendel.",
    "Tilleggsvedtak:\nEigendelen blir dekt av fylket.",
    "Verbalvedtak:\nKommunen går ut av delmål 2.",
    "Verbalforslag som ble vedtatt:\nTiltak 3 utgår.",
    "Oversendingsframlegg som vart vedteke:\nTiltak 3 blir teke ut.",
    "Tilleggspunkt:\nEigendelen er null.",
    "Fordeling\tBeløp\nToppdal\t0",
    "Vedtak del 2:\nPlanen gjeld i eitt år.",
    "Oversendingsforslag (vedtatt):\nTiltak 3 fjernes.",
    "Protokollmerknad frå kommunestyret:\nVi betaler ikkje.",
    "Kommunestyret 20.02.2031 (forts.)\n\nSaka vart teken opp att og utsett.",
    "PS 16/31 Gjenopning av sak 12/31\n\nVedtak:\nJa.",
    "PS 16/31 Ny votering i sak 12/31\n\nVedtak:\nInnstillinga fall.",
    "PS 16/31 Bygdevekstavtalen\n\nVedtak:\nAvtalen blir sagt opp.",
    "PS 16/31 Oppseiing av avtale\n\nVedtak:\nBygdevekstavtalen blir sagt opp.",
    "Sak 22/31 Retting av vedtak\n\nVedtak:\nVedtaket i sak 12/31 skal vere: Planen blir utsett.",
    (
        "RS 4/31 Brev frå Statsforvaltaren om lovlegkontroll av vedtak i sak 12/31\n\nTeke til "
        "vitande."
    ),
    "Med desse merknadene:\nEigendelen er for høg.",
)
_DAGEN = "Kommunestyret 20.02.2031"
LURE_MØTE = (
    *(
        f"Toppdal kommune\n{head}\n\n{SAK}Vedtak:\n{PUNKT}"
        for head in (
            f"Møtebok\n\nSaka skal handsamast i:\n{_DAGEN}",
            f"Møtebok\n\nSaksgang:\n{_DAGEN}",
            f"Møtebok\n\nFormannskapet 30.01.2031\n{_DAGEN}",
            "Møtebok\n\nMøtestad: Kommunestyresalen\nMøtedato: 20.02.2031",
            f"UTKAST\nMøtebok\n\n{_DAGEN}",
            "Kommunestyret – ekstraordinært møte 13.03.2031",
        )
    ),
    f"{HOVUD}{SAK.replace('Toppdalen', 'Toppdalen, revisjon 2')}Vedtak:\n{PUNKT}",
    f"{HOVUD}{SAK.replace('Toppdalen', 'Toppdalen – utsett')}Vedtak:\n{PUNKT}",
    *(
        sak(text)
        for text in (
            f"Førre handsaming:\n\nVedtak:\n{PUNKT}\nNy handsaming:\n\nSaka blei utsett.\n",
            f"{INNSTILLING}Vedtak:\n\n\nPS 13/31 Orienteringar\n\nVedtak:\n{PUNKT}",
            f"Rådmannens innstilling:\nSaka blir lagd fram.\n\nKommunestyret vedtek:\n{PUNKT}",
            f"Framlegg til vedtak:\nKommunestyret gjer slikt vedtak:\n{PUNKT}\nSaka gjekk ut.\n",
            f"Framlegg frå Ola Berg (SP):\n{PUNKT}\nRøysting:\nFramlegget frå SP fall.\n",
            f"Handsaming:\nSP sette fram slikt framlegg:\n{PUNKT}\nVedtak:\nSom innstilt.\n",
            f"Handsaming:\nKommunestyret vedtok å utsetje saka.\n\nVedtak:\n{PUNKT}",
            f"Handsaming:\nFleirtalet gjekk inn for å utsetje saka.\n\nVedtak:\n{PUNKT}",
            f"Handsaming:\nKommunedirektøren retta punkt 2 i møtet.\n\nVedtak:\n{PUNKT}",
            f"Røysting:\n\nVedtak:\n{PUNKT}",
            f"Røysting:\nSjå vedlegget om endringar.\n\nVedtak:\n{PUNKT}",
            f"Vedtak:\nUtskrift frå møtet 13.03.2031:\n{PUNKT}",
            f"Vedtak:\n{PUNKT}\nHandsaming:\nDet er eit vilkår at staten betaler alt.\n",
            f"Vedtak:\n{PUNKT}\nFormannskapet 05.03.2031\n\nVedtaket i kommunestyret er oppheva.\n",
            f"Vedtak:\n{PUNKT}\nVedtak:\n{PUNKT.replace('2031', '2032')}",
        )
    ),
)
"""Minutes with the points in them, word for word, that are no decision of this meeting on them."""
_BREV_TO_ADRESSER = f"""Toppdal kommune
Kommunehuset
9901 Toppdal

Toppdalen regionråd
Postboks 1
9900 Utkant

Vår ref: 31/104-5

Dato: 24.02.2031

Melding om vedtak – Handlingsplan 2031 for bygdevekstavtalen

Kommunestyret gjorde i møte 20.02.2031, sak 12/31, slikt vedtak:
{PUNKT}
Med helsing

Kari Moen
rådgjevar
"""
_BREV_UTAN_HOVUD = f"""Vår ref: 31/104-5

Melding om vedtak – Handlingsplan 2031 for bygdevekstavtalen

Toppdal kommunestyre gjorde i møte 20.02.2031, sak 12/31, slikt vedtak:
{PUNKT}
Med helsing
"""
_TILLEGG_VEDTEKE = f"""Behandling:
Ola Berg fremmet på vegne av Sp følgende tilleggsforslag:
Kommunestyret ber om en orientering.

Votering:
Innstillingen ble enstemmig vedtatt. Tilleggsforslaget ble vedtatt med 12 mot 9 stemmer.

Vedtak:
{PUNKT}4. Kommunestyret ber om en orientering.
"""
_SAKSFRAMLEGG = f"""{HOVUD.replace("Møtebok", "Saksframlegg")}{SAK}Likelydande vedtak:
{PUNKT}
Innstilling:
Kommunen går ikkje inn for planen.
"""
_TEKE_UT = "Innstillinga vart vedteken med 11 mot 10 røyster, etter at punkt 2 var teke ut."
_ELDRERÅDET = "Toppdal kommune\nEldrerådet\n\nSak til kommunestyret 20.02.2031:\n\n"
_NABO = f"""Ytre Glimsund kommune
Møtebok

Utval: Kommunestyret
Møtedato: 13.02.2031

{SAK.replace("12/31", "7/31")}Vedtak:
{PUNKT}"""
LURE_DOKUMENT = {
    "a file with the minutes of a neighbour in it": f"{HOVUD}{SAK}{INNSTILLING}\n{_NABO}",
    "what was decided last year, in the background": (
        f"Toppdal kommune\n\nSaksframlegg\n\n{SAK}Bakgrunn:\n"
        f"Kommunestyret gjorde 21.02.2030 slikt vedtak:\n{PUNKT}\n"
    ),
    "another agreement": (
        f"{HOVUD}PS 12/31 Handlingsplan 2031 for bygdevekstavtalen i Indre Vidda\n\n"
        f"Vedtak:\n{PUNKT}"
    ),
    "points over the decision that refers to them": sak(f"{PUNKT}\nVedtak:\nSom ovanfor.\n"),
    "a decision that is another file": vedtak("Sjå vedlegg.\n"),
    **{
        f"minutes called «{kind}»": f"{HOVUD.replace('Møtebok', kind)}{SAK}Vedtak:\n{PUNKT}"
        for kind in (
            *("Utkast til protokoll", "Møtebok (ikkje godkjend)", "Protokoll – under arbeid"),
            *("Foreløpig møteprotokoll", "Arbeidsdokument"),
        )
    },
    "a day that is none of the kommunestyre's": (
        f"Toppdal kommune\nMøtebok\nKommunestyret\nMøtedato: 12.12.2030\n"
        f"Godkjend i møte: 20.02.2031\n\n{SAK}Vedtak:\n{PUNKT}"
    ),
    "two days in one line": (
        f"{HOVUD.replace('20.02.2031', '20.02.31 – 21.03.31')}{SAK}Vedtak:\n{PUNKT}"
    ),
    "a case document with the wanted wording": _SAKSFRAMLEGG,
    "the council of the elderly, to the kommunestyre": f"{_ELDRERÅDET}{SAK}Vedtak:\n{PUNKT}",
    "another day, without its year": sak(f"Vedtak i kommunestyret 13. mars:\n{PUNKT}"),
    "sent to the kommunestyre": sak(f"Vedtak til kommunestyret:\n{PUNKT}"),
    "decided in somebody's own words": vedtak(
        f"{PUNKT}\nProtokolltilførsel frå SV:\nKommunestyret vedtek i tillegg eigen plan.\n"
    ),
    "a point taken out after the vote": sak(f"Røysting:\n{_TEKE_UT}\n\nVedtak:\n{PUNKT}"),
    "the decision of a neighbour, and another own": sak(
        f"Vedtak i Ytre Glimsund:\n{PUNKT}\nVedtak:\nSaka blir teken til vitande.\n"
    ),
    "the words of an enclosure": sak(f"Vedlegg til vedtaket:\n{PUNKT}"),
    "points that end in one taken out": vedtak(f"{PUNKT}4. (utgår)\n"),
    "a limit as a point of the list": vedtak(f"{PUNKT}- men berre for delmål 1\n"),
    "half of the decision twice": vedtak(f"1. {EIN}\n2. {TO}\n\n1. {EIN}\n2. {TO}\n"),
    "the final wording below": vedtak(
        f"{PUNKT}\nEndeleg ordlyd\n\n{PUNKT.replace('språklege', 'alle')}"
    ),
    "a heading that says how it went": vedtak(f"{PUNKT}\nSaka vart utsett:\n\nTil juni.\n"),
    "the case among announcements": sak(f"Vedtak i formannskapet, lagt fram:\n{PUNKT}"),
    "a title of another kind": f"{HOVUD}PS 12/31 Høyring om planstrategi\n\nVedtak:\n{PUNKT}",
    "an appeal that has been upheld": vedtak(f"{PUNKT}\nKlage: Klagen er teken til følgje.\n"),
    "a vote nobody can read": sak(f"Røysting:\n§§ 12 ;; 9\n\nVedtak:\n{PUNKT}"),
    "words above the points": vedtak(f"Det som kommunen ikkje kan stå inne for:\n{PUNKT}"),
    "a word hidden between signs": vedtak(PUNKT.replace("blir ved", "blir\u00a0ik\u00adkje ved")),
}
"""Documents of kinds that came to mind when the rest was done."""
VANLEGE_DOKUMENT = {
    "the agreement by its name": (
        f"{HOVUD}PS 12/31 Handlingsplan 2031 for bygdevekstavtalen i Toppdalen\n\nVedtak:\n{PUNKT}"
    ),
    "who was called, and who came": (
        f"{HOVUD}Forfall: Ola Berg meldte forfall, ikke innkalt vara.\nInnkallingen ble godkjent "
        f"uten merknader.\nProtokollen fra forrige møte ble godkjent.\n\n{SAK}Vedtak:\n{PUNKT}"
    ),
    "quoted in an answer": "".join(f"> {line}\n" for line in vedtak(PUNKT).splitlines()),
    "over two pages": sak(f"Vedtak:\n1. {EIN}\n2. {TO}\nSide 2 av 4\n3. {TRE}\n"),
    "over two pages, with the head of the second": sak(
        f"Vedtak:\n1. {EIN}\n2. {TO}\n\fToppdal kommune\tKommunestyret 20.02.2031\tSide 2\n"
        f"3. {TRE}\n"
    ),
    "a letter with two addresses": _BREV_TO_ADRESSER,
    "a letter that names the kommunestyre": _BREV_UTAN_HOVUD,
    "fields with their values below": "Toppdal kommune\n\nMøtebok\n\nUtval:\n\nKommunestyret\n\n"
    f"Møtedato:\n\n20.02.2031\n\n{SAK}Vedtak:\n{PUNKT}",
    "votes for and against": sak(f"Røysting:\nFor: 18 Mot: 3\n\nVedtak:\n{PUNKT}"),
    "all present voted": sak(
        f"Votering:\nEnstemmig vedtatt. 21 av 21 representanter var til stede.\n\nVedtak:\n{PUNKT}"
    ),
    "voted on under": sak(
        f"Røysting:\nInnstillinga sett under røysting og samrøystes vedteken.\n\nVedtak:\n{PUNKT}"
    ),
    "an extraordinary meeting": _frå("Kommunestyret – ekstraordinært møte"),
}
"""Plain documents of kinds that came to mind when the rest was done."""
ANDRE_DOKUMENT = [
    *(Form(f"sly: {what}", text, "tvil") for what, text in LURE_DOKUMENT.items()),
    *(Form(f"plain: {what}", text, "likt") for what, text in VANLEGE_DOKUMENT.items()),
    Form("plain: an addition that was accepted", sak(_TILLEGG_VEDTEKE), "tillegg"),
    Form(
        "sly: the decision of a neighbour, and no own",
        sak(f"Ytre Glimsund kommunestyre 13.02.2031\n\nVedtak:\n{PUNKT}"),
        "tvil",
        kommune="",
    ),
    Form(
        "sly: two kommunar on the letterhead",
        _frå("Kommunestyret").replace("l kommune", "l kommune og Ytre Glimsund kommune"),
        "tvil",
        kommune="",
    ),
]
MEIR_VANLEG = (
    *(
        sak(f"{told}\n\nVedtak:\n{PUNKT}")
        for told in (
            (
                "Handsaming:\nOla Berg (SP) bad om å få vurdert om han var ugild, og vart "
                "samrøystes erklært ugild.\n\nRøysting:\nInnstillinga vart samrøystes vedteken."
            ),
            "Votering:\nKommunestyret hadde ingen merknader. Enstemmig vedtatt.",
            "Røysting:\n19 røysta for innstillinga, 2 røysta imot.",
            (
                "Røysting:\nPunkt 1 vart samrøystes vedteke. Punkt 2 vart vedteke med 14 mot 3 "
                "røyster. Punkt 3 vart samrøystes vedteke."
            ),
            (
                "Behandling:\nFølgende forslag ble fremmet av Ola Berg (Ap):\nSaken utsettes."
                "\n\nVotering:\nForslaget fra Ola Berg ble trukket. Innstillingen ble "
                "enstemmig vedtatt."
            ),
            (
                "Votering:\nVed alternativ votering mellom innstillingen og forslaget fra SV ble "
                "innstillingen vedtatt med 18 mot 3 stemmer."
            ),
        )
    ),
    *(
        vedtak(f"{PUNKT}\n{line}\n")
        for line in (
            "Punkt 1, 2 og 3 vart samrøystes vedtekne.",
            "Dette er i samsvar med formannskapet si innstilling.",
            "Vedtaket vart gjort i samsvar med innstillinga.",
            "Ekspedering:\nKDD",
            "Til oppfølging: Prosjektleiaren",
            "Vedlegg:\nHandlingsplan 2031\nEndringsliste 2030–2031",
        )
    ),
    f"{HOVUD.replace('Kommunestyret', 'Kommunestyret  Tid: 18:00')}{SAK}Vedtak:\n{PUNKT}",
)
"""Minutes as they are written, which nobody has anything to ask about."""


FORMER = [
    *I_KVART_SYSTEM,
    *(Form(f"under «{over}»", vedtak(PUNKT, over), sant) for over, sant in OVERSKRIFTER.items()),
    *(Form(f"numbered {what}", vedtak(punkt), "likt") for what, punkt in NUMMERERTE.items()),
    *(Form(f"then «{line}»", vedtak(f"{PUNKT}\n{line}\n"), "likt") for line in LINJER_ETTER),
    *(Form(f"then «{line}»", vedtak(f"{PUNKT}\n{line}\n"), "tvil") for line in BINDANDE_LINJER),
    *(Form(f"and «{p}»", vedtak(f"{PUNKT}4. {p}\n"), "tillegg") for p in HARMLAUSE_TILLEGG),
    *(Form(f"and «{p}»", vedtak(f"{PUNKT}4. {p}\n"), "tvil") for p in BINDANDE_TILLEGG),
    *(Form(f"«{text}»", vedtak(f"{text}\n"), sant) for text, sant in TILVISINGAR.items()),
    *ORGAN_OG_DAG,
    *FRÅ_FELTET,
    *(Form(f"sly: under «{h}»", vedtak(PUNKT, h), "tvil") for h in LURE_OVERSKRIFTER),
    *(Form(f"sly: «{line}»", vedtak(f"{PUNKT}\n{line}\n"), "tvil") for line in LURE_LINJER),
    *(Form(f"sly: {number}", text, "tvil") for number, text in enumerate(LURE_MØTE, 1)),
    *(Form(f"plain: {number}", text, "likt") for number, text in enumerate(MEIR_VANLEG, 1)),
    *(Form(f"vote: «{t}»", told("Røysting", t), "likt") for t in VANLEGE_RØYSTINGAR),
    *(Form(f"vote: «{t}»", told("Røysting", t), "tvil") for t in ENDRANDE_RØYSTINGAR),
    *(Form(f"debate: «{t}»", told("Handsaming", t), "likt") for t in VANLEGE_ORDSKIFTE),
    *(Form(f"debate: «{t}»", told("Behandling", t), "tvil") for t in ENDRANDE_ORDSKIFTE),
    *(Form(f"page: {felt}", shown_with(felt), "likt") for felt in VANLEGE_FELT),
    *(Form(f"page: {felt}", shown_with(felt), "tvil") for felt in LURE_FELT),
    *(Form(f"mail: {hei}", sent_with(hei), "likt") for hei in VANLEG_POST),
    *(Form(f"mail: {hei}", sent_with(hei), "tvil") for hei in LUR_POST),
    *ANDRE_DOKUMENT,
]
