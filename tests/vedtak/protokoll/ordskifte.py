"""What minutes tell of debate and vote over the points, word for word, with the truth beside."""

from tests.vedtak.protokoll.moteboker import INNSTILLING, PUNKT, sak

VANLEGE_RØYSTINGAR = (
    "21 – 0",
    "Samrøystes vedteke (21 røyster)",
    "17 for, 4 mot.",
    "Det vart røysta over innstillinga, som vart vedteken med 17 mot 4 røyster.",
    "Innstillingen ble satt opp mot Bergs forslag. Innstillingen ble vedtatt mot 3 stemmer.",
    "Forslaget fra Ola Berg (H) falt med 3 mot 18 stemmer. Innstillingen vedtatt.",
    "Ved røysting vart formannskapet si innstilling samrøystes vedteken.",
    "Formannskapets innstilling enstemmig vedtatt.",
    "Rådmannens innstilling ble enstemmig tiltrådt.",
    "Samrøystes som innstillinga.",
    "Enstemmig som innstilt.",
    "Innstillinga fekk 18 røyster og vart vedteken.",
    "18 stemte for innstillingen, 3 stemte mot.",
    "Innstillinga vart vedteken med 18 røyster mot 3 røyster for framlegget frå SV.",
    (
        "Utsetjingsframlegget fall med 4 mot 17 røyster. Innstillinga vart deretter samrøystes "
        "vedteken."
    ),
    "Det vart ikkje sett fram andre framlegg. Innstillinga samrøystes vedteken.",
    "Punktvis røysting: Pkt. 1, 2 og 3: samrøystes.",
    "Tilrådinga vart samrøystes vedteken.",
    "Kommunedirektørens forslag til vedtak ble enstemmig vedtatt.",
    "Enstemmig (21 stemmer)",
    "21 (100 %) røysta for innstillinga.",
)
"""Votes in which what was recommended was accepted, and no more."""
ENDRANDE_RØYSTINGAR = (
    "Ordføraren trekte punkt 3.",
    "SPs forslag til nytt punkt 2 ble enstemmig vedtatt.",
    "Omforent forslag ble enstemmig vedtatt.",
    "Fellesframlegg frå AP, SP og H vart samrøystes vedteke.",
    "Innstillinga med endringsframlegget frå KrF vart vedteken.",
    "Endringsframlegget fekk 11 røyster, innstillinga 10.",
    "Innstillinga fekk 10 av 21 røyster og fall.",
    "Forslag 1: 12 stemmer. Innstillingen: 9 stemmer.",
    "Det ble votert over Høyres forslag, som fikk 13 av 21 stemmer.",
    "Ordføraren sette fram framlegg om utsetjing. Framlegget vart vedteke.",
    "Med dei endringane som kom fram i debatten, vart innstillinga samrøystes vedteken.",
    "Innstillinga vart vedteken med følgjande endring i punkt 2.",
    "Vedtatt med tillegg fra Venstre.",
    "Prøvevotering: Innstillingen fikk 12 stemmer. Endelig votering: Forslaget fra Sp ble vedtatt.",
    "Vedteke med endring.",
    "Samrøystes vedteke med rettinga frå ordføraren.",
    "Innstillinga fekk 8 røyster. Framlegget frå AP fekk 13 røyster.",
    "10 røysta for, 11 røysta mot.",
    "For: 8 Mot: 13",
    "Innstillingen vedtatt med 11 mot 10 stemmer, punkt 2 unntatt.",
    "Alternativ 2 fikk flertall.",
    "Mindretallets innstilling ble vedtatt.",
    "Forslaget fra posisjonen ble vedtatt med 12 stemmer.",
    "Det vart gjort samrøystes vedtak om å vente.",
    "Utsettelsesforslaget ble vedtatt.",
    "Punkt 1 og 3 vedteke. Punkt 2 utgår.",
    "Avstemningen ble ikke gjennomført.",
    "Ingen røysting. Saka vart teken av kartet.",
)
"""Votes in which something else may have been accepted, or nothing."""
VANLEGE_ORDSKIFTE = (
    "Ordfører Anne Lid (Sp) redegjorde for saken. Det fremkom ingen andre forslag.",
    "Følgende hadde ordet: Ola Berg (H), Kari Moen (Ap).",
    "Ola Berg (H) stilte spørsmål. Rådmannen svarte.",
    "Ola Berg gikk fra som inhabil. Per Dal tok sete.",
    "Habilitet: ingen merknader.",
    "Prosjektleiaren orienterte om planen og svarte på spørsmål.",
    "Ordføraren innleia. Ordskifte: Berg, Moen, Lid.",
    "Til stades: 21 av 21.",
    "Ola Berg (SV) etterlyste meir om natur, og tok opp eigendelen.",
    "Møtet tok pause kl. 12.00–12.30.",
)
"""Debates that change nothing."""
ENDRANDE_ORDSKIFTE = (
    "Kommunedirektøren endra innstillinga si i møtet.",
    "Kommunestyret var ikkje vedtaksført.",
    "Kommunestyret var ikke beslutningsdyktig.",
    "Saken ble behandlet som orienteringssak.",
    "Saka vart teken opp som orientering, utan vedtak.",
    "Innstillinga vart trekt.",
    "Ordføraren la fram nytt framlegg i møtet. Det nye framlegget vart vedteke.",
    "Kommunestyret vedtok å sende saka tilbake.",
    "Saka vart ikkje realitetshandsama.",
    "Omforent framlegg frå alle partia vart lagt fram og vedteke.",
    "Rådmannen retta opp punkt 2.",
    "Punkt 2 i innstillinga vart teke ut etter framlegg frå ordføraren.",
    "Det var semje om å stryke punkt 3.",
    "Kommunestyret slutta seg til framlegget frå Ola Berg.",
    "Ola Berg (SP) sette fram framlegg om å utsetje saka, og fekk medhald.",
    "Saken ble sendt tilbake til administrasjonen.",
    "Møtet vart avbrote før saka vart avgjord.",
)
"""Debates after which the case may have ended otherwise."""


def told(heading: str, text: str) -> str:
    """The minutes of a case in which this stands between what was recommended and decided."""
    return sak(f"{INNSTILLING}{heading}:\n{text}\n\nVedtak:\n{PUNKT}")
