"""Decisions as they are shown on web pages and sent on by mail, with the truth beside."""

from tests.vedtak.protokoll.moteboker import PUNKT

_SIDE = f"""Toppdal kommune
Møteportal

Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Saksnummer: 12/31
Utval: Kommunestyret
Møtedato: 20.02.2031
{{felt}}

Vedtak
{PUNKT}"""
_POST = f"""Frå: postmottak@toppdal.kommune.no
Sendt: måndag 24. februar 2031 09:12
Til: Regionrådet
Emne: Vedtak

{{hei}}

Toppdal kommunestyre gjorde i møte 20.02.2031, sak 12/31, slikt vedtak om bygdevekstavtalen:

{PUNKT}
Med helsing
Kari Moen
"""
VANLEGE_FELT = (
    "Status: Ferdigbehandlet",
    "Status: Vedteke",
    "Resultat: Samrøystes vedteke",
    "Behandlingstype: Vedtakssak",
    "Sakstype: Politisk sak\nAnsvarleg: Kari Moen",
)
LURE_FELT = (
    "Status: Utsett",
    "Saksstatus: Trekt",
    "Resultat: Ikkje vedteke",
    "Behandlingsresultat: Avvist",
    "Status: Ikke behandlet",
    "Utfall: Sendt tilbake",
    "Protokoll: Ikkje godkjend",
    "Status: Under arbeid",
    "Status: Kladd",
    "Status: Innstilling",
)
VANLEG_POST = (
    "Hei!",
    "Hei, og takk for sist. Her er vedtaket frå oss.",
    "Vedlagt følgjer utskrift av saka.",
    "Vi viser til brev frå regionrådet.",
)
LUR_POST = (
    "Hei! Sjå bort frå vedtaket under, det er feil versjon.",
    "Hei! Her er utkast til vedtak.",
    "Vedtaket under er ikke endelig. Møtet er først 13. mars.",
    "Hei. Vedtaket vart endra i møtet, ny utskrift kjem.",
    "Protokollen er ikkje godkjend enno.",
    "Merk at punkt 2 skal strykast.",
    "Vi har ikkje handsama saka enno, men dette er det vi tenkjer å vedta:",
    "NB: Det er krevd lovlighetskontroll av vedtaket.",
    "Dette er innstillinga, ikkje vedtaket.",
    "Obs! Utskrifta er feil i punkt 3.",
)


def shown_with(felt: str) -> str:
    """A web page with these fields over the decision."""
    return _SIDE.format(felt=felt)


def sent_with(hei: str) -> str:
    """A mail with these words over the decision."""
    return _POST.format(hei=hei)
