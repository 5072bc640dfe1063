"""Minutes and case prints as the common case systems write them, in both written forms.

Each is a text with places for what varies: debate, vote, heading, decision and what follows it.
The kommune, its bodies and its plan are the invented ones of the tests.
"""

from dataclasses import dataclass

from tests.vedtak.protokoll.moteboker import EIN, PUNKT, TO, TRE

UNUMMERERTE = f"{EIN}\n\n{TO}\n\n{TRE}\n"


@dataclass(frozen=True)
class Saksystem:
    """How one case system writes minutes in one written form."""

    namn: str
    nynorsk: bool
    tekst: str
    vedtak: str
    """Its heading over a decision of the kommunestyre."""
    røysting: str
    """Its sentence on a vote without dissent."""
    handsaming: str

    def __str__(self) -> str:
        return f"{self.namn}, {'nynorsk' if self.nynorsk else 'bokmål'}"

    def skriv(self, **deler: str) -> str:
        """The minutes; what is not given of `punkt`, `vedtak` (its heading), `handsaming`,
        `røysting`, `etter` and `dag` is as in the plainest case.
        """
        plain = {
            "punkt": PUNKT,
            "vedtak": self.vedtak,
            "handsaming": self.handsaming,
            "røysting": self.røysting,
            "etter": "",
            "dag": "20.02.2031",
        }
        assert deler.keys() <= plain.keys()
        made = {**plain, **deler}
        return self.tekst.format(PUNKT=PUNKT, **{**made, "etter": f"\n{made['etter']}\n"})


_ELEMENTS_NN = """Toppdal kommune

Møteprotokoll

Utval: Kommunestyret
Møtestad: Kommunestyresalen, Toppdal kommunehus
Dato: {dag}
Tidspunkt: 10:00–14:20

Følgjande faste medlemmer møtte:
Namn	Funksjon	Representerer
Anne Lid	Ordførar	SP
Torgeir Haugen	Varaordførar	AP

Saksliste
Utvalssaksnr	Innhald
PS 11/31	Kommunedelplan for trafikktryggleik
PS 12/31	Handlingsplan 2031 for bygdevekstavtalen Toppdalen
PS 13/31	Gebyrregulativ for vatn og avlaup

PS 11/31 Kommunedelplan for trafikktryggleik

Kommunedirektøren si tilråding
Planen blir lagd ut til høyring.

Saksprotokoll i Kommunestyret - {dag}
Handsaming:
Ingen bad om ordet.

Røysting:
Samrøystes vedteke.

Vedtak:
Planen blir lagd ut til høyring.

PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Kommunedirektøren si tilråding
{PUNKT}
Saksprotokoll i Formannskapet - 30.01.2031
Handsaming:
Kommunedirektøren orienterte.

Røysting:
Tilrådinga vart samrøystes vedteken.

Innstilling til kommunestyret:
{PUNKT}
Saksprotokoll i Kommunestyret - {dag}
Handsaming:
{handsaming}

Røysting:
{røysting}

{vedtak}
{punkt}{etter}
PS 13/31 Gebyrregulativ for vatn og avlaup

Saksprotokoll i Kommunestyret - {dag}
Vedtak:
Saka blir utsett.

Møtet slutta kl. 14.20.

Underskrifter:

_____________________    _____________________
"""
_ELEMENTS_BM = """Toppdal kommune

Møteprotokoll

Utvalg: Kommunestyret
Møtested: Kommunestyresalen, Toppdal rådhus
Dato: {dag}
Tidspunkt: 10:00

Følgende faste medlemmer møtte:
Navn	Funksjon	Representerer
Anne Lid	Ordfører	SP

Saksliste
Utvalgssaksnr	Innhold
PS 11/31	Kommunedelplan for trafikksikkerhet
PS 12/31	Handlingsplan 2031 for bygdevekstavtalen Toppdalen

PS 11/31 Kommunedelplan for trafikksikkerhet

Kommunedirektørens innstilling
Planen legges ut til høring.

Saksprotokoll i Kommunestyret - {dag}
Behandling:
Ingen ba om ordet.

Votering:
Enstemmig vedtatt.

Vedtak:
Planen legges ut til høring.

PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Kommunedirektørens innstilling
{PUNKT}
Saksprotokoll i Formannskapet - 30.01.2031
Behandling:
Kommunedirektøren orienterte.

Votering:
Innstillingen ble enstemmig vedtatt.

Formannskapets innstilling
{PUNKT}
Saksprotokoll i Kommunestyret - {dag}
Behandling:
{handsaming}

Votering:
{røysting}

{vedtak}
{punkt}{etter}
PS 13/31 Gebyrregulativ for vann og avløp

Vedtak:
Saken utsettes.

Møtet hevet kl. 14.20.
"""
_WEBSAK_NN = """TOPPDAL KOMMUNE

MØTEBOK

Styre/råd/utval: Kommunestyret
Møtedato: {dag} kl. 09.30
Møtestad: Kommunehuset
Saksnr.: 010/31–013/31

SAKLISTE

Sak nr.		Sakstittel
011/31		Budsjettjustering 1/2031
012/31		Handlingsplan 2031 for bygdevekstavtalen Toppdalen
013/31		Sal av kommunal tomt

Budsjettjustering 1/2031
Saksnr. 011/31

KOMMUNEDIREKTØREN SI TILRÅDING:

Driftsbudsjettet blir justert slik tabell 3 viser.

KOM-011/31 VEDTAK:

Driftsbudsjettet blir justert slik tabell 3 viser.

Vedtaket var samrøystes.

Handlingsplan 2031 for bygdevekstavtalen Toppdalen
Saksnr. 012/31

KOMMUNEDIREKTØREN SI TILRÅDING:

{PUNKT}
Formannskapet 30.01.2031:

Handsaming:

Kommunedirektøren orienterte.

Røysting:

Samrøystes.

FSK-003/31 TILRÅDING:

{PUNKT}
Kommunestyret {dag}:

Handsaming:

{handsaming}

Røysting:

{røysting}

{vedtak}

{punkt}{etter}
Sal av kommunal tomt
Saksnr. 013/31

KOMMUNEDIREKTØREN SI TILRÅDING:

Tomta blir seld til høgstbydande.

KOM-013/31 VEDTAK:

Tomta blir ikkje seld.

Møtet vart heva kl. 13.10.
"""
_WEBSAK_BM = """Toppdal kommune

MØTEPROTOKOLL
Kommunestyret

Møtedato: {dag}
Møtested: Rådhuset

SAKLISTE
Sak nr.		Sakstittel
012/31		Handlingsplan 2031 for bygdevekstavtalen Toppdalen
013/31		Salg av kommunal tomt

Sak 012/31
Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Rådmannens innstilling:

{PUNKT}
Formannskapet 30.01.2031:

Behandling:

Votering:

Enstemmig.

FSK-003/31 Vedtak:

{PUNKT}
Kommunestyret {dag}:

Behandling:

{handsaming}

Votering:

{røysting}

{vedtak}

{punkt}{etter}
Sak 013/31
Salg av kommunal tomt

Rådmannens innstilling:

Tomta selges.

KOM-013/31 Vedtak:

Tomta selges ikke.
"""
_P360_NN = """Toppdal kommune

Møteprotokoll for Kommunestyret

Møtedato: {dag}
Møtestad: Kommunehuset
Arkivsak: 31/00104

Godkjenning av innkalling
Det var ikkje merknader til innkallinga.

Sak 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Innstilling frå formannskapet 30.01.2031
{PUNKT}
Møtebehandling
{handsaming}

Votering
{røysting}

{vedtak}
{punkt}{etter}
Sak 13/31 Orienteringar

Vedtak
Orienteringane blir tekne til vitande.
"""
_P360_BM = """Toppdal kommune

Saksprotokoll

Utvalg: Kommunestyret
Møtedato: {dag}
Sak: 12/31

Sak 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen

Innstilling fra formannskapet:
{PUNKT}
Behandling:
{handsaming}

Votering:
{røysting}

{vedtak}
{punkt}{etter}
"""
_ESA_NN = """TOPPDAL KOMMUNE

SÆRUTSKRIFT

Arkivsak: 31/104
Sakshandsamar: Kari Moen

Handsama av	Møtedato	Utvalssaksnr
Formannskapet	30.01.2031	003/31
Kommunestyret	{dag}	012/31

HANDLINGSPLAN 2031 FOR BYGDEVEKSTAVTALEN TOPPDALEN

Kommunestyret har handsama saka i møte {dag} sak 012/31

Handsaming:
{handsaming}

Røysting:
{røysting}

{vedtak}
{punkt}{etter}
Formannskapet har handsama saka i møte 30.01.2031 sak 003/31

Innstilling:
{PUNKT}
Framlegg til vedtak:
{PUNKT}
Saksutgreiing:
Handlingsplanen for 2030 vart vedteken våren 2030. Utkastet byggjer på han.

Vurdering:
Det er viktig at begge kommunane gjer likelydande vedtak. Utan det kan ikkje planen sendast vidare.
"""
_ESA_BM = """TOPPDAL KOMMUNE

SAKSUTSKRIFT

Saksframlegg
Arkivsaksnr.: 31/104
Saksbehandler: Kari Moen

Behandles av	Møtedato	Saksnr
Formannskapet	30.01.2031	003/31
Kommunestyret	{dag}	012/31

HANDLINGSPLAN 2031 FOR BYGDEVEKSTAVTALEN TOPPDALEN

Behandling i Kommunestyret den {dag} sak 012/31

{handsaming}

Votering:
{røysting}

{vedtak}
{punkt}{etter}
Behandling i Formannskapet den 30.01.2031 sak 003/31

Innstilling til kommunestyret:
{PUNKT}
Forslag til vedtak:
{PUNKT}
Saksfremlegg:
Handlingsplanen for 2030 ble vedtatt våren 2030.

Vurdering:
Begge kommunene må gjøre likelydende vedtak.
"""
SAKSYSTEM = (
    Saksystem(
        *("Elements", True, _ELEMENTS_NN, "Vedtak:"),
        "Innstillinga frå formannskapet vart samrøystes vedteken.",
        "Ordføraren la fram saka.",
    ),
    Saksystem(
        *("Elements", False, _ELEMENTS_BM, "Vedtak:"),
        "Formannskapets innstilling ble enstemmig vedtatt.",
        "Ordføreren la frem saken.",
    ),
    Saksystem(
        *("WebSak", True, _WEBSAK_NN, "KOM-012/31 VEDTAK:"),
        "Formannskapet si tilråding vart samrøystes vedteken.",
        "Ordføraren gjorde greie for saka. Ola Berg (H) tok ordet.",
    ),
    Saksystem(
        *("WebSak", False, _WEBSAK_BM, "KOM-012/31 Vedtak:"),
        "Innstillingen enstemmig vedtatt.",
        "Ola Berg (H) ba om ordet.",
    ),
    Saksystem(
        *("Public 360", True, _P360_NN, "Vedtak"),
        "Samrøystes vedteke.",
        "Saka vart drøfta.",
    ),
    Saksystem(
        *("Public 360", False, _P360_BM, "Kommunestyrets vedtak:"),
        "Innstillingen fra formannskapet ble enstemmig vedtatt (21 stemmer).",
        "Saken ble debattert.",
    ),
    Saksystem(
        *("ESA", True, _ESA_NN, "Vedtak i kommunestyret:"),
        "Innstillinga frå formannskapet vart samrøystes vedteken.",
        "Ordføraren orienterte.",
    ),
    Saksystem(
        *("ESA", False, _ESA_BM, "KS-012/31 Vedtak:"),
        "Enstemmig vedtatt.",
        "Ordføreren orienterte.",
    ),
)
