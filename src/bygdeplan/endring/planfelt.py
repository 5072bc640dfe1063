"""Every field of a plan: the part of the plan it is in, its level, and why it has that level.

The table is the definition. What the steering group may change by itself, should the ministry not
approve a plan, turns on it, so no field has a level by default.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bygdeplan.endring.niva import Nivå


class Område(Enum):
    """What part of a plan a change is in: how its codes begin, and what it is called."""

    TILTAK = "EN1", "tiltak"
    DELMÅL = "EN21", "delmål"
    VEKT = "EN22", "vekta til eit delmål"
    MIDLAR = "EN31", "statlege midlar"
    BUDSJETTPOST = "EN32", "felles budsjettpost"
    FORDELINGSNØKKEL = "EN33", "fordelingsnøkkel"
    ORGANISERING = "EN41", "organisering"
    KOMMUNE = "EN42", "kommune"
    AVTALE = "EN43", "avtale"
    MØTEPLAN = "EN51", "møteplan"
    FRIST = "EN52", "frist"
    VEDTAKSPUNKT = "EN61", "framlegg til vedtak"
    TEKST = "EN71", "tekst"
    OPPSETT = "EN81", "oppsett av saksframlegget"
    ANNA = "EN99", "anna i planen"

    def __init__(self, kode: str, namn: str) -> None:
        self.kode = kode
        self.namn = namn


@dataclass(frozen=True)
class Planfelt:
    """A field of the plan: where it lies, `*` for any id, year or place in a list."""

    mønster: str
    område: Område
    nivå: Nivå
    kvifor: str
    ordrett: bool = False
    """Whether every sign of the list counts, and the order too."""
    årleg: bool = False
    """Whether it is written anew for each year."""

    def covers(self, path: tuple[str, ...]) -> bool:
        """Whether the field lies at a path or under it; `**` stands for whatever lies there."""
        parts = self.mønster.split(".")
        if parts[-1] == "**" and len(path) >= len(parts):
            path = (*path[: len(parts) - 1], "**")
        return len(path) <= len(parts) and all(
            part in ("*", key) for part, key in zip(parts, path, strict=False)
        )


PENGAR = "Pengar er ei prinsipiell sak."
MÅL = "Mål og delmål er det avtalen gjeld."
VEKT = "Vektene er det partane har prioritert."
ANSVAR = "Kven som har ansvaret, er ei prinsipiell sak."
PARTAR = "Kven som er med, er ei prinsipiell sak."
PERIODE = "Når noko skal skje, er det pengane og ansvaret følgjer."
RESULTAT = "Det tiltaket skal nå, er det partane har gått med på."
ORD = "Eitt ord kan endre meininga, og det kan berre eit menneske avgjere."
DAGAR = "Ein annan dag kan avgjere om eit organ rekk å handsame planen."
NUMMER = "Nummeret er berre det lesaren ser; id-en er den same."
FORM = "Det gjeld berre korleis dokumentet er sett opp."

_P, _V, _I = Nivå.PRINSIPIELL, Nivå.MÅ_VURDERAST, Nivå.IKKJE_PRINSIPIELL
_O = Område

_ROLLAR = (
    "prosjekteigar",
    "prosjektansvarleg",
    "prosjektleiar",
    "prosjektmedarbeidar",
    "styringsgruppe.*",
)


def _person(rolle: str) -> tuple[Planfelt, ...]:
    """What the plan says of someone in a role."""
    way = f"organisering.{rolle}"
    return (
        Planfelt(f"{way}.namn", _O.ORGANISERING, _P, ANSVAR),
        Planfelt(f"{way}.stilling", _O.ORGANISERING, _V, ORD),
        Planfelt(f"{way}.frå", _O.ORGANISERING, _P, ANSVAR),
        Planfelt(f"{way}.merknad", _O.ORGANISERING, _V, ORD),
    )


PLANFELT: tuple[Planfelt, ...] = (
    Planfelt("tiltak.*.delmål", _O.TILTAK, _P, "Eit tiltak høyrer til eit delmål med si vekt."),
    Planfelt("tiltak.*.nr", _O.TILTAK, _I, NUMMER),
    Planfelt("tiltak.*.tittel", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.skildring", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.prioritert", _O.TILTAK, _P, "Kva som er prioritert, har partane valt."),
    Planfelt("tiltak.*.ansvarleg", _O.TILTAK, _P, ANSVAR),
    Planfelt("tiltak.*.samarbeidspartar.*", _O.TILTAK, _P, PARTAR),
    Planfelt("tiltak.*.samarbeid.*", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.start", _O.TILTAK, _P, PERIODE),
    Planfelt("tiltak.*.slutt", _O.TILTAK, _P, PERIODE),
    Planfelt("tiltak.*.statlege_midlar", _O.TILTAK, _P, PENGAR),
    Planfelt("tiltak.*.status", _O.TILTAK, _P, "At eit tiltak sluttar, er ei prinsipiell sak."),
    Planfelt("tiltak.*.avslutning.utfall", _O.TILTAK, _P, RESULTAT),
    Planfelt("tiltak.*.avslutning.tiltak.*", _O.TILTAK, _P, RESULTAT),
    Planfelt("tiltak.*.avslutning.vurdering", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.overføringsverdi", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.indikatorar.*.namn", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.indikatorar.*.eining", _O.TILTAK, _V, ORD),
    Planfelt("tiltak.*.indikatorar.*.utgangspunkt", _O.TILTAK, _P, RESULTAT),
    Planfelt("tiltak.*.indikatorar.*.mål", _O.TILTAK, _P, RESULTAT),
    Planfelt("tiltak.*.budsjett.**", _O.TILTAK, _P, PENGAR),
    Planfelt("delmål.*.nr", _O.DELMÅL, _I, NUMMER),
    Planfelt("delmål.*.tittel", _O.DELMÅL, _P, MÅL),
    Planfelt("delmål.*.skildring", _O.DELMÅL, _P, MÅL),
    Planfelt("delmål.*.vekt", _O.VEKT, _P, VEKT),
    Planfelt("avtale.pilot", _O.AVTALE, _P, PARTAR),
    Planfelt("avtale.fylkeskommune", _O.AVTALE, _P, PARTAR),
    Planfelt("avtale.periode", _O.AVTALE, _P, PERIODE),
    Planfelt("avtale.signert", _O.AVTALE, _V, "Dagen kan vere retta, eller avtalen vere ny."),
    Planfelt("avtale.om_ordninga", _O.AVTALE, _V, ORD),
    Planfelt("avtale.formål", _O.AVTALE, _P, MÅL),
    Planfelt("avtale.vekting", _O.AVTALE, _V, ORD),
    Planfelt("avtale.partar.*", _O.AVTALE, _P, PARTAR),
    Planfelt("avtale.samarbeidspartar.*.namn", _O.AVTALE, _P, PARTAR),
    Planfelt("avtale.fasar.*.namn", _O.AVTALE, _V, ORD),
    Planfelt("avtale.fasar.*.tid", _O.AVTALE, _P, PERIODE),
    Planfelt("avtale.fasar.*.innhald", _O.AVTALE, _V, ORD),
    Planfelt("avtale.midlar.*.føremål", _O.MIDLAR, _P, PENGAR),
    Planfelt("avtale.midlar.*.løyvingar.*.år", _O.MIDLAR, _P, PENGAR),
    Planfelt("avtale.midlar.*.løyvingar.*.beløp", _O.MIDLAR, _P, PENGAR),
    Planfelt("avtale.midlar.*.løyvingar.*.kjelde", _O.MIDLAR, _V, ORD),
    Planfelt("avtale.midlar.*.løyvingar.*.merknad", _O.MIDLAR, _V, ORD),
    *(felt for rolle in _ROLLAR for felt in _person(rolle)),
    Planfelt("organisering.medverka.*", _O.ORGANISERING, _V, ORD),
    Planfelt("organisering.omtale", _O.ORGANISERING, _V, ORD),
    Planfelt("kommunar.*.namn", _O.KOMMUNE, _P, PARTAR),
    Planfelt("kommunar.*.nummer", _O.KOMMUNE, _P, PARTAR),
    Planfelt("kommunar.*.kommunedirektør", _O.KOMMUNE, _V, "Det er den som skriv under saka."),
    Planfelt("kommunar.*.formannskap", _O.MØTEPLAN, _V, DAGAR, årleg=True),
    Planfelt("kommunar.*.kommunestyre", _O.MØTEPLAN, _V, DAGAR, årleg=True),
    Planfelt("kommunar.*.merknad", _O.MØTEPLAN, _V, ORD, årleg=True),
    Planfelt("vidare_handsaming.*.organ", _O.MØTEPLAN, _P, "Det er kven som avgjer.", årleg=True),
    Planfelt("vidare_handsaming.*.dato", _O.MØTEPLAN, _V, DAGAR, årleg=True),
    Planfelt("vidare_handsaming.*.merknad", _O.MØTEPLAN, _V, ORD, årleg=True),
    Planfelt("fristar.sakspapir", _O.FRIST, _V, DAGAR),
    Planfelt("fristar.status", _O.FRIST, _V, "Fristen avgjer kva som er for gammalt."),
    Planfelt("fristar.årshjul.*.tittel", _O.FRIST, _V, ORD),
    Planfelt("fristar.årshjul.*.dato", _O.FRIST, _V, DAGAR),
    Planfelt(
        "innstilling.*", _O.VEDTAKSPUNKT, _P, "Alle skal gjere likelydande vedtak.", ordrett=True
    ),
    Planfelt("budsjett.fellespostar.*.tittel", _O.BUDSJETTPOST, _V, ORD),
    Planfelt("budsjett.fellespostar.*.skildring", _O.BUDSJETTPOST, _V, ORD),
    Planfelt("budsjett.fellespostar.*.budsjett.**", _O.BUDSJETTPOST, _P, PENGAR),
    Planfelt("budsjett.fordelingsnøklar.*.tittel", _O.FORDELINGSNØKKEL, _V, ORD),
    Planfelt("budsjett.fordelingsnøklar.*.delar.*", _O.FORDELINGSNØKKEL, _P, PENGAR),
    Planfelt("budsjett.innleiing", _O.TEKST, _V, ORD),
    Planfelt("samandrag", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("innleiing", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("vurdering", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("konklusjon", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("vedlegg.*", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("kommunar.*.vurdering", _O.TEKST, _V, ORD, årleg=True),
    Planfelt("kommunar.*.profil.tekstar.*", _O.TEKST, _V, ORD),
    Planfelt("kommunar.*.profil.overskrifter.*", _O.OPPSETT, _V, ORD),
    Planfelt("kommunar.*.profil.hovudfelt.*", _O.OPPSETT, _V, ORD),
    Planfelt("kommunar.*.profil.innstilling", _O.OPPSETT, _I, FORM),
    Planfelt("kommunar.*.profil.kortmånad", _O.OPPSETT, _I, FORM),
)


def fields_at(path: tuple[str, ...]) -> Iterator[Planfelt]:
    """The fields that lie at a path or under it."""
    return (felt for felt in PLANFELT if felt.covers(path))


def is_yearly(path: tuple[str, ...]) -> bool:
    """Whether all that lies at a path is written anew for each year, as meetings and texts are."""
    fields = list(fields_at(path))
    return bool(fields) and all(felt.årleg for felt in fields)
