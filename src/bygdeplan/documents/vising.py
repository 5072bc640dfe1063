"""What a plan says, in the words of a document, with the mark that belongs to it.

A value is asked for by its path and comes as words with « (førebels)» or « (døme)» after them when
it is so marked. Builders have no other way to print it: what they read from the model themselves is
for deciding what to show. A test looks for what they print without.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from markupsafe import Markup

from bygdeplan.documents.prose import render_inline, render_prose
from bygdeplan.model.malform import Lesetekst
from bygdeplan.model.merke import Merkeslag, Path, strongest
from bygdeplan.model.plan import Plan
from bygdeplan.model.tid import Periode, Tidspunkt
from bygdeplan.ord import skriv
from bygdeplan.ord.framand import in_language, prose_in_language, without_language
from bygdeplan.ord.frase import SPRÅKMERKE, Målform, frase, i_bruk

Ordform = Callable[[Any], str]
"""How a value is written: `skriv.kroner_kort`, `str` for a year."""

Teljeleg = Literal["tal", "tiltak", "tider"]
"""What a document can say that some of are marked."""
_MERKT: Mapping[Merkeslag, str] = {"førebels": "merke.førebels", "døme": "merke.døme"}
_NOKRE: Mapping[tuple[Teljeleg, Merkeslag], str] = {
    ("tal", "førebels"): "merke.nokre_tal_er_førebels",
    ("tal", "døme"): "merke.nokre_tal_er_døme",
    ("tiltak", "førebels"): "merke.nokre_tiltak_er_førebels",
    ("tiltak", "døme"): "merke.nokre_tiltak_er_døme",
    ("tider", "førebels"): "merke.nokre_tider_er_førebels",
    ("tider", "døme"): "merke.nokre_tider_er_døme",
}
"""What is marked, and how → the name of the words for it."""


def tidspunkt(moment: Tidspunkt) -> str:
    """«2032», «juni 2032», «30. juni 2032»."""
    if moment.dag:
        return skriv.dato(moment.første_dag)
    if moment.månad:
        return f"{skriv.månad(moment.første_dag)} {moment.år}"
    return str(moment.år)


def ja_nei(value: bool) -> str:  # noqa: FBT001  # the one thing there is to say
    """«Ja» or «Nei»."""
    return frase("svar.ja" if value else "svar.nei")


def i_parentes(mark: Merkeslag | None) -> str:
    """« (døme)», after what is marked; nothing when nothing is."""
    return f" ({frase(_MERKT[mark])})" if mark else ""


def _in_words(value: Any) -> str:
    """A value as its kind is most often written; a whole number is a sum of money."""
    match value:
        case str() | Periode():
            return str(value)
        case bool():
            return ja_nei(value)
        case int():
            return skriv.kroner(value)
        case Decimal():
            return skriv.tal(value)
        case date():
            return skriv.dato(value)
        case Tidspunkt():
            return tidspunkt(value)
        case [*items]:
            return skriv.liste(map(_in_words, items))
        case _:
            raise TypeError(f"no words for {type(value).__name__}")


def written_in(words: str, målform: Målform) -> str:
    """Words in a written form, which say so when the document is in the other."""
    own = målform == i_bruk().målform
    return words if own or not words else in_language(words, SPRÅKMERKE[målform])


@dataclass(frozen=True)
class Vising:
    """A plan as documents read it: a path in, words with their mark out."""

    plan: Plan
    sagt: Merkeslag | None = None
    """The mark that the name above has said, and that what stands under it does not repeat."""

    def under(self, *path: str | int) -> "Vising":
        """The plan as it is read right under the name of the thing at a path."""
        return replace(self, sagt=self.plan.merke.covering(path))

    def __call__(self, *path: str | int, som: Ordform = _in_words, tom: str = "") -> str:
        """The value at a path, written as `som` does; `tom` when the plan does not say."""
        value = self._value(path)
        return tom if value in (None, []) else self._said(value, som, path)

    def kvar(self, *path: str | int) -> tuple[str, ...]:
        """Each text of a list at a path, for a list with a line for each."""
        texts = self._value(path) or ()
        return tuple(self._said(text, str, path) for text in texts)

    def ordrett(self, *path: str | int) -> tuple[str, ...]:
        """Each text of a list at a path as it stands, without a mark."""
        return tuple(map(str, self._value(path) or ()))

    def prosa(self, *path: str | int) -> Markup | None:
        """A prose field as HTML; None when the plan does not say."""
        html, value = render_prose(self._prose(path)), self._value(path)
        if html is None or not isinstance(value, Lesetekst) or value.språk is None:
            return html
        return Markup(prose_in_language(html, value.språk))  # noqa: S704  # its own HTML

    def på_linja(self, *path: str | int) -> Markup:
        """A prose field that stands on one line, as HTML."""
        html = render_inline(self._prose(path) or "")
        text = self._value(path)
        if not isinstance(text, Lesetekst) or text.språk is None:
            return html
        return Markup(in_language(html, text.språk))  # noqa: S704  # its own HTML

    def merkt(self, words: str, *paths: Path) -> str:
        """Words made of the values at some paths, with the strongest mark that lies on any."""
        found = self._mark(paths)
        if found is None:
            return str(words)
        in_its_name = frase("merke.døme_i_namnet")
        says_so = found == "døme" and without_language(words).startswith(in_its_name)
        mark = i_parentes(found)
        if says_so:
            return str(words)
        if isinstance(words, Lesetekst) and words.språk:
            return f"{in_language(words.plain.removesuffix(mark), words.språk)}{mark}"
        return f"{words.removesuffix(mark)}{mark}"

    def merke(self, *paths: Path) -> str:
        """« (døme)» when a value at one of the paths, or something in it, is so marked."""
        return i_parentes(self._mark(paths))

    def nokre(self, what: Teljeleg, *paths: Path) -> str:
        """« (nokre tal er døme)» after a figure that is reckoned from values at some paths."""
        found = strongest(self._marks(paths))
        return f" ({frase(_NOKRE[what, found])})" if found else ""

    def liste(self, texts: Iterable[tuple[str, Path]]) -> str:
        """«A, B og C (førebels)»: texts with their paths in a sentence; a common mark once."""
        shown = [(text, self.merkt(text, path)) for text, path in texts]
        marks = {whole.removeprefix(text) for text, whole in shown}
        if len(marks) > 1:
            return skriv.liste(whole for _, whole in shown)
        return skriv.liste(text for text, _ in shown) + "".join(marks)

    def _mark(self, paths: Iterable[Path]) -> Merkeslag | None:
        return strongest(mark for mark in self._marks(paths) if mark != self.sagt)

    def _said(self, value: Any, som: Ordform, path: Path) -> str:
        """A value in words with its mark; one in another language ends before the mark."""
        if isinstance(value, Lesetekst):
            return self.merkt(Lesetekst(som(value.plain), value.former, value.språk), path)
        return self.merkt(som(value), path)

    def _marks(self, paths: Iterable[Path]) -> Iterable[Merkeslag | None]:
        return (self.plan.merke.touching(path) for path in paths)

    def _prose(self, path: Path) -> str | None:
        text, mark = self._value(path), self.merke(path)
        return text and f"{text.rstrip().removesuffix(mark)}{mark}"

    def _value(self, path: Path) -> Any:
        value: Any = self.plan
        for part in path:
            value = _part(value, part)
        return value


def _part(value: Any, name: str | int) -> Any:
    """A field of a group, the thing with a key (years are numbers), or one of a list."""
    match value:
        case None:
            return None
        case Mapping():
            return value.get(name, value.get(int(name)) if str(name).isdigit() else None)
        case list():
            return value[int(name)]
        case _:
            return getattr(value, str(name))
