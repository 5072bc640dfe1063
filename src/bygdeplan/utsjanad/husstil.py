"""The house style: the few values that docx, odt, pdf and html take their look from."""

import re
from dataclasses import asdict, dataclass, fields
from typing import Any

import yaml

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.suggestion import suggestion

FIL = "husstil.yaml"
_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)


@dataclass(frozen=True)
class Skrift:
    """Typefaces: `kontor` for docx and odt."""

    kontor: str
    pdf: str


@dataclass(frozen=True)
class Farge:
    """Colours as `#rrggbb`."""

    tekst: str
    dempa: str
    overskrift: str
    lenkje: str
    strek: str
    flate: str
    varsel: str
    varselstrek: str
    inn: str
    ut: str


@dataclass(frozen=True)
class Diagramfarge:
    """Colours of what is drawn in charts, as `#rrggbb`."""

    delmål_1: str
    delmål_2: str
    delmål_3: str
    delmål_4: str
    delmål_5: str
    delmål_6: str
    delmål_7: str
    delmål_8: str
    avslutta: str
    i_arbeid: str
    utsett: str
    ikkje_starta: str
    utan_status: str
    stolpe: str
    rutenett: str
    framheva: str


@dataclass(frozen=True)
class Storleik:
    """Sizes of type in points."""

    tekst: float
    undertittel: float
    nivå1: float
    nivå2: float
    nivå3: float
    nivå4: float
    nivå5: float
    tabell: float
    tabell_liggjande: float
    tabell_tett: float
    tabelltittel: float
    merknad: float
    nøkkeltal: float
    topptekst: float


@dataclass(frozen=True)
class Avstand:
    """White space in points."""

    avsnitt: float
    punkt: float
    over_nivå2: float
    over_nivå3: float
    over_nivå4: float
    under_overskrift: float
    rundt_tabell: float
    celle: float
    celle_tett: float
    cellemarg: float
    cellemarg_tett: float


@dataclass(frozen=True)
class Linjeavstand:
    """From line to line, as multiples of what the typeface asks for."""

    tekst: float
    overskrift: float
    tabell: float
    tabell_tett: float


@dataclass(frozen=True)
class Strek:
    """Widths of rules in points."""

    tynn: float
    tjukk: float
    varsel: float


@dataclass(frozen=True)
class Side:
    """The page in millimetres; `til_topptekst` is from its edge."""

    breidde: float
    høgd: float
    marg: float
    marg_oppe: float
    marg_nede: float
    til_topptekst: float
    til_botntekst: float

    @property
    def tekstbreidde(self) -> float:
        """How wide a line of text can be on an upright page."""
        return self.breidde - 2 * self.marg

    @property
    def tekstbreidde_liggjande(self) -> float:
        """How wide a line of text can be on a page on its side."""
        return self.høgd - 2 * self.marg


@dataclass(frozen=True)
class Innrykk:
    """Indents in millimetres."""

    punkt: float
    opplysning: float
    opplysning_i_par: float
    varsel: float


@dataclass(frozen=True)
class Husstil:
    """All the values, in the sections of `husstil.yaml`."""

    skrift: Skrift
    farge: Farge
    diagram: Diagramfarge
    storleik: Storleik
    avstand: Avstand
    linje: Linjeavstand
    strek: Strek
    side: Side
    innrykk: Innrykk

    def values(self) -> dict[str, dict[str, Any]]:
        """All values by section and name."""
        return asdict(self)


def read_husstil(text: str) -> Husstil:
    """The house style that a `husstil.yaml` says.

    Raises:
        Fault: The text is no YAML, or a value is missing, unknown or of the wrong kind.
    """
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise Fault(f"{FIL} let seg ikkje lese: {_place(error)}.") from None
    if not isinstance(said, dict):
        raise Fault(f"{FIL} er tom. Hent fila slik ho følgjer med, og endre i henne.")
    sections = {section.name: section.type for section in fields(Husstil)}
    _check_names("", said, list(sections))
    return Husstil(**{name: _section(kind, name, said[name]) for name, kind in sections.items()})


def _place(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"sjå på linje {mark.line + 1}" if mark else "ho er ikkje YAML"


def _section(kind: Any, name: str, values: Any) -> Any:
    if not isinstance(values, dict):
        raise Fault(f"«{name}» i {FIL} skal ha verdiar under seg, med innrykk framfor.")
    wanted = {field.name: field.type for field in fields(kind)}
    _check_names(f"{name}: ", values, list(wanted))
    for key, value in values.items():
        if (
            kind in (Farge, Diagramfarge)
            and isinstance(value, str)
            and not _COLOUR.fullmatch(value)
        ):
            raise Fault(f"{name}: {key} i {FIL} skal vere ein farge som «#1f3a4d».")
    return kind(**{key: _value(f"{name}: {key}", wanted[key], values[key]) for key in wanted})


def _value(place: str, kind: Any, value: Any) -> Any:
    if kind is str and isinstance(value, str):
        return value
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise Fault(f"{place} i {FIL} skal vere {'tekst' if kind is str else 'eit tal'}.")


def _check_names(place: str, values: dict[str, Any], known: list[str]) -> None:
    for name in values:
        if name not in known:
            raise Fault(f"{place}{name} i {FIL} er ukjent. {suggestion(name, known)}")
    for name in known:
        if name not in values:
            raise Fault(f"{place}{name} manglar i {FIL}. Skriv verdien inn att.")
