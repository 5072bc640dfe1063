"""What is true of a field of the plan, told where the field stands, and read by walking the model.

`vekt: Annotated[Tal, Om("vekt", VEKT, område=Område.VEKT, eining="prosent")]`

The type of a field says how it is written and shown, its docstring what it is for, its place among
the others which comes first. All else that is true of it stands in its `Om`, and nowhere else. It
is read by `model.lookup`.
"""

from enum import Enum, StrEnum
from typing import NamedTuple


class Nivå(StrEnum):
    """How much a change matters: three levels, the weightiest last."""

    IKKJE_PRINSIPIELL = "ikkje-prinsipiell"
    MÅ_VURDERAST = "må vurderast"
    PRINSIPIELL = "prinsipiell"

    @property
    def rang(self) -> int:
        """0 for the lightest, 2 for the weightiest."""
        return _RANG[self]

    @classmethod
    def read(cls, written: str) -> "Nivå | None":
        """The level that is written, in any case, with or without the letter å, space or hyphen.

        None when it is none of them.
        """
        return {_folded(nivå): nivå for nivå in cls}.get(_folded(written))


_RANG = {nivå: rang for rang, nivå in enumerate(Nivå)}


def _folded(name: str) -> str:
    """«må vurderast» and «MA-VURDERAST» alike."""
    return name.strip().casefold().replace("å", "a").replace(" ", "-")


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


class Avgjort(NamedTuple):
    """The plan decides the field, and all that lies in it: the level of a change, and why."""

    nivå: Nivå
    kvifor: str
    ordrett: bool = False
    """Whether every sign of a list counts, and the order too."""
    berre: str | None = None
    """The one value that is decided; any other is reported, and no reason can name the field."""


class Rolle(Enum):
    """What a field is to the plan, when it has no level of its own."""

    GRUPPE = "gruppe"
    """Consists of fields that each say what they are."""
    RAPPORTERT = "rapportert"
    """Goes on after the plan is adopted, and is no part of what it decides."""
    UTGÅVE = "utgåve"
    """Tells one edition of a plan from another."""
    UTFORMING = "utforming"
    """Says how the documents are made, whatever the plan decides."""

    @property
    def is_outside(self) -> bool:
        """Whether it is no part of what a plan decides."""
        return self is not Rolle.GRUPPE


GRUPPE, RAPPORTERT, UTGÅVE, UTFORMING = Rolle


class NyttÅr(Enum):
    """What `bygdeplan new` does with a field in the file for the next year."""

    BLIR = "blir"
    EIGE_STEG = "eige steg"
    """It is reckoned, written or moved by a step of its own."""
    TØM = "tøm"
    TØM_TIL_ÅRET_ER_OMME = "tøm til året er omme"
    FJERN = "fjern"
    FJERN_OM_ÅRET = "fjern om året"
    """Taken away when it names the old year."""
    FØREBELS = "førebels"
    """Something to start from, for a person to write anew."""
    FØREBELS_OM_ÅRET = "førebels om året"
    """The same, when it names the old year."""
    FLYTT_ÅRET = "flytt året"
    """It names the year as a matter of form: the year moves on, and it is førebels."""


class Om(NamedTuple):
    """What is true of a field; all but its name and its role by keyword."""

    namn: str
    """What documents call it, in small letters."""
    rolle: Avgjort | Rolle
    område: Område | None = None
    """The part of the plan it is in, when it is another than what it lies in."""
    eitt: str | None = None
    """What one of its items is called, when a change can be of one alone."""
    samla: bool = False
    """Whether a reader takes a change anywhere in it as one change."""
    ved_slutt: bool = False
    """Whether it is a part of closing a measure that it changes."""
    grunn: bool = True
    """Whether a change of it owes a reason."""
    årleg: bool = False
    """Whether it is written anew for each year, so that a new year's change is none to tell of."""
    eige: bool = False
    """Whether it is a kommune's own affair, which the common documents do not tell of."""
    nytt_år: NyttÅr = NyttÅr.BLIR
    eigne_ord: bool = True
    """Whether its words are the author's own; names, and what others decided, are not."""
    sitert: bool = False
    """Whether it is what others decided, word for word: not the author's words, but a text."""
    til: tuple[str, ...] = ()
    """What the ids in it refer to, kommunar, partar, tiltak, delmål or fordelingsnøklar."""
    eining: str | None = None
    """The unit of a number, in words."""
    umerkt: str | None = None
    """Why a mark (førebels, døme) makes no sense on it, to the plan author; None: it is printed."""
    uvist: str | None = None
    """Why no document prints it; None: one does."""

    @property
    def is_decided(self) -> bool:
        """Whether the plan decides it, or something in it."""
        return isinstance(self.rolle, Avgjort) or self.rolle is Rolle.GRUPPE

    @property
    def closed_by(self) -> tuple[str, ...]:
        """The one value that is decided, where all others are reported."""
        only = self.rolle.berre if isinstance(self.rolle, Avgjort) else None
        return (only,) if only else ()

    @property
    def can_be_named(self) -> bool:
        """Whether a change of it can be given a reason, whatever it is changed to."""
        return self.is_decided and not self.closed_by


class OmDel(NamedTuple):
    """What is true of a class of the model, wherever its things lie."""

    kalla: str = ""
    """What a finding calls one of its things that lies under an id or a year: «tiltaket»."""
    i_liste: str = ""
    """What it calls one that lies in a list: «løyving»."""
    kjend: bool = False
    """Whether its id alone says which one it is, so that what lies in it is said to lie there."""
    område: Område | None = None
    """The part of the plan that its fields are in."""
    kortform: str | None = None
    """The field that a bare value in its place is: `{kortform: value}` says the same."""


_P, _V, _I = Nivå.PRINSIPIELL, Nivå.MÅ_VURDERAST, Nivå.IKKJE_PRINSIPIELL

PENGAR = Avgjort(_P, "Pengar er ei prinsipiell sak.")
MÅL = Avgjort(_P, "Mål og delmål er det avtalen gjeld.")
ANSVAR = Avgjort(_P, "Kven som har ansvaret, er ei prinsipiell sak.")
PARTAR = Avgjort(_P, "Kven som er med, er ei prinsipiell sak.")
PERIODE = Avgjort(_P, "Når noko skal skje, er det pengane og ansvaret følgjer.")
RESULTAT = Avgjort(_P, "Det tiltaket skal nå, er det partane har gått med på.")
ORD = Avgjort(_V, "Eitt ord kan endre meininga, og det kan berre eit menneske avgjere.")
DAGAR = Avgjort(_V, "Ein annan dag kan avgjere om eit organ rekk å handsame planen.")
NUMMER = Avgjort(_I, "Nummeret er berre det lesaren ser; id-en er den same.")
FORM = Avgjort(_I, "Det gjeld berre korleis dokumentet er sett opp.")

NUMMER_UMERKT = "Nummeret er berre plassen i dokumenta."
GRUNN_UMERKT = "Det seier kva grunngjevinga gjeld."

MÅLFORM = Om(
    "målform",
    UTFORMING,
    umerkt="Målforma er den dokumenta blir skrivne på.",
    uvist="Dokumenta er skrivne på henne, og seier det ikkje.",
)
"""Of the form that a plan, a kommune or a body has."""
