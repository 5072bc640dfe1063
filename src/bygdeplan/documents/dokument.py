"""What every document has: a heading block, tables ready to place, and numbers on the tables."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, overload

from markupsafe import Markup

from bygdeplan.documents.vising import Vising
from bygdeplan.model.plan import Plan
from bygdeplan.ord import skriv
from bygdeplan.ord.frase import SPRÅKMERKE, Målform, frase, i_bruk

if TYPE_CHECKING:
    from bygdeplan.documents.dokumentsett import Dokument
    from bygdeplan.utsjanad.diagram.verdiar import Diagram

TOM_CELLE = skriv.TANKESTREK
"""What stands in a cell that has nothing to say."""

Celle = str | Markup
Tabellform = Literal["vanleg", "tett", "liggjande"]
"""A table as wide as the text, the same with smaller type, or one too wide for an upright page."""
PÅ_SKJERMEN: Mapping[str, bool] = MappingProxyType({"på_skjermen": True})
"""What is said of a field of a view that the terminal shows and no page does."""
KJEND_FRÅ_FØR: Mapping[str, bool] = MappingProxyType({"kjend_frå_før": True})
"""What is said of a field that follows from what other fields of the view show."""


def fyll_inn() -> str:
    """What stands where only the kommune knows the answer."""
    return frase("svar.fyll_inn")


@dataclass(frozen=True)
class Kolonne:
    """A column: its heading, its share of the width in per cent, whether it holds figures."""

    tittel: str
    breidde: float
    tal: bool = False


@dataclass(frozen=True)
class Rad:
    """A row: the heading cell and the others; a `gruppe` has its heading cell alone."""

    namn: Celle
    celler: tuple[Celle, ...] = ()
    slag: Literal["vanleg", "gruppe", "sum"] = "vanleg"


@dataclass(frozen=True)
class Tabell:
    """A table with its caption; `nr` is given when the document is put together."""

    tittel: str
    kolonnar: tuple[Kolonne, ...]
    rader: tuple[Rad, ...]
    merknad: str = ""
    """What the reader must know of the figures; stands below the table."""
    form: Tabellform = "vanleg"
    nr: int = 0
    """0 for a table that is not spoken of elsewhere, and has no number."""
    stad: str = ""
    """What a link to a table without a number points at."""

    @property
    def id(self) -> str:
        """What a link to the table points at."""
        return self.stad or f"tabell-{self.nr}"


@dataclass(frozen=True)
class Figur:
    """A chart with its number, which is given when the document is put together."""

    diagram: "Diagram"
    nr: int = 0

    @property
    def id(self) -> str:
        """What a link to the chart points at."""
        return f"figur-{self.nr}"


@dataclass(frozen=True)
class Hovud:
    """The heading block of a document and what its properties say."""

    målform: Målform
    tittel: str
    pilot: str
    år: int
    revisjon: int
    dato: str
    dato_iso: str
    forfattar: str
    utkast: bool
    har_døme: bool
    har_førebels: bool
    er_aleine: bool = field(metadata=KJEND_FRÅ_FØR)
    """Whether the plan has one kommune alone."""

    @property
    def språk(self) -> str:
        """The language tag of its form: «nn-NO»."""
        return SPRÅKMERKE[self.målform]


def build_hovud(plan: Plan, tittel: str, fjor: Plan | None = None) -> Hovud:
    """The heading block of a document that speaks from a plan, and may quote the year before's."""
    vis, marks = Vising(plan), [quoted.merke for quoted in (plan, fjor) if quoted]
    return Hovud(
        målform=i_bruk().målform,
        tittel=tittel,
        pilot=vis("avtale", "pilot"),
        år=plan.år,
        revisjon=plan.revisjon,
        dato=vis("dato"),
        dato_iso=plan.dato.isoformat(),
        forfattar=vis("organisering", "prosjekteigar", "namn"),
        utkast=plan.utkast,
        har_døme=any(merke.døme for merke in marks),
        har_førebels=any(merke.førebels for merke in marks),
        er_aleine=len(plan.kommunar) == 1,
    )


@overload
def numbered(table: Tabell, numbers: Iterator[int]) -> Tabell: ...
@overload
def numbered(table: Tabell | None, numbers: Iterator[int]) -> Tabell | None: ...
def numbered(table: Tabell | None, numbers: Iterator[int]) -> Tabell | None:
    """The table with the next number; a table that is left out takes none."""
    return replace(table, nr=next(numbers)) if table else None


def numbered_figure(diagram: "Diagram | None", numbers: Iterator[int]) -> Figur | None:
    """A chart with the next number; one that would show nothing is left out and takes none."""
    return Figur(diagram, next(numbers)) if diagram else None


def digest(view: "Dokument") -> str:
    """The digest of a view: `sha256:` and 64 hexadecimal digits.

    It follows from the words and figures that the page shows alone: what the terminal shows beside
    them, a comment in the plan file, the templates and the version of the program leave it as it
    was.
    """
    content = json.dumps(view, ensure_ascii=False, sort_keys=True, default=_shown)
    return f"sha256:{sha256(content.encode()).hexdigest()}"


def _shown(value: Any) -> Any:
    """A part of a view as JSON has it."""
    if not is_dataclass(value):
        return str(value)
    shown = (
        part.name for part in fields(value) if part.metadata not in (PÅ_SKJERMEN, KJEND_FRÅ_FØR)
    )
    return {name: getattr(value, name) for name in shown}
