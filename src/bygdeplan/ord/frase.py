"""The fixed words of the documents, in one table for each written form of Norwegian.

A table lies among the templates, and people edit it as they do those: `ord/nynorsk.yaml` has
groups of words, each with a name, and in a sentence `{år}` is what the program fills in.

The form a document is written in is around all that is built for it, as a locale is: whoever makes
a document says so once (`with words.in_use()`), and every part of it asks for its words by name.
Where nobody has said, they are the Nynorsk ones: so it is on the terminal.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from bygdeplan.ord.suggestion import suggestion

Målform = Literal["nynorsk", "bokmål"]
"""A written form of Norwegian."""
MÅLFORMER: tuple[Målform, ...] = get_args(Målform)
FILER: Mapping[Målform, str] = {"nynorsk": "ord/nynorsk.yaml", "bokmål": "ord/bokmal.yaml"}
"""Written form → the file of its fixed words, among the templates."""
SPRÅKMERKE: Mapping[Målform, str] = {"nynorsk": "nn-NO", "bokmål": "nb-NO"}
"""Written form → its language tag."""

_FILLED_IN = re.compile(r"\{([^{}]*)\}")


class Ordfeil(ValueError):
    """A file of words is not as it is to be written; says what is wrong to whoever wrote it."""


class FasteOrd:
    """The words of one form: a name with its group (`side.utkast`) → the words."""

    def __init__(self, målform: Målform, ord_: Mapping[str, str]) -> None:
        self.målform = målform
        self.ord = ord_
        """Name with its group → the words as they are written in the file."""

    @property
    def fil(self) -> str:
        """The name of its file among the templates."""
        return FILER[self.målform]

    def __call__(self, name: str, **values: object) -> str:
        """The words with the values filled in; raises `Ordfeil` as `filled` does."""
        return self.filled(name, values, str)

    def filled(
        self, name: str, values: Mapping[str, object], written: Callable[[object], str]
    ) -> str:
        """The words with the values filled in, both as `written` writes them: `str`, or as HTML.

        Raises `Ordfeil` when there are no such words, or a value is missing.
        """
        if name not in self.ord:
            said = suggestion(name, [*self.ord])
            raise Ordfeil(f"`{name}` finst ikkje i {self.fil}. {said}".rstrip())
        parts = _parts(self.ord[name])
        for hole in parts[1::2]:
            if hole not in values:
                raise _not_filled_in(self.fil, name, hole, values)
        return "".join(
            written(values[part] if place % 2 else part) for place, part in enumerate(parts)
        )

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """These are the words of what is built meanwhile."""
        before = _I_BRUK.set(self)
        try:
            yield
        finally:
            _I_BRUK.reset(before)


_I_BRUK: ContextVar[FasteOrd | None] = ContextVar("words in use", default=None)


@cache
def _parts(words: str) -> tuple[str, ...]:
    """Words and what is filled in, by turns: «Plan for », «år», «, », «dato», «»."""
    return tuple(_FILLED_IN.split(words))


def i_bruk() -> FasteOrd:
    """The words of the document that is being built; the Nynorsk ones when none is."""
    return _I_BRUK.get() or shipped_words("nynorsk")


def frase(name: str, **values: object) -> str:
    """Fixed words by their name, `tabell.sum`, with the values filled in, in the form in use."""
    return i_bruk()(name, **values)


def shipped_templates() -> Path:
    """The templates that came with the program: in the wheel, else at the top of the repository."""
    package = Path(__file__).parents[1]
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parents[1] / "templates"


@cache
def shipped_words(målform: Målform) -> FasteOrd:
    """The words of a form, as they came with the program."""
    text = (shipped_templates() / FILER[målform]).read_text("utf-8")
    return FasteOrd(målform, dict(_words(FILER[målform], text)))


def own_words(målform: Målform, own: str) -> FasteOrd:
    """The words of a form, where the user's `own` file has those that are changed.

    Raises `Ordfeil` when the file is not as words are to be written, has words nobody asks for, or
    has something filled in that the program does not fill in there.
    """
    fil, words = FILER[målform], dict(shipped_words(målform).ord)
    for name, text in _words(fil, own):
        if name not in words:
            raise Ordfeil(
                f"«{name}» i {fil} er ikkje noko dokumenta har. {suggestion(name, [*words])}"
            )
        _check_filled_in(fil, name, text, words[name])
        words[name] = text
    return FasteOrd(målform, words)


def _check_filled_in(fil: str, name: str, text: str, shipped: str) -> None:
    known = dict.fromkeys(_FILLED_IN.findall(shipped))
    for hole in _FILLED_IN.findall(text):
        if hole not in known:
            raise _not_filled_in(fil, name, hole, known)


def _not_filled_in(fil: str, name: str, hole: str, known: Iterable[str]) -> Ordfeil:
    said = f"«{name}» i {fil} har `{{{hole}}}`, som programmet ikkje fyller inn her."
    *head, last = [f"`{{{each}}}`" for each in known] or [""]
    names = f"{', '.join(head)} og {last}" if head else last
    may_stand = f"Der kan det stå {names}." if names else "Der blir ingenting fylt inn."
    return Ordfeil(f"{said} {may_stand}")


def _words(fil: str, text: str) -> Iterator[tuple[str, str]]:
    for group, said in _mapping(fil, _load(fil, text), "").items():
        for name, words in _mapping(fil, said, f"{group}.").items():
            if not isinstance(words, str):
                raise Ordfeil(f"«{group}.{name}» i {fil} skal vere tekst; set han i hermeteikn.")
            yield f"{group}.{name}", words


def _load(fil: str, text: str) -> Any:
    # Who needs no words, does without the reader of YAML.
    import yaml

    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return None
        for twice in _names_twice(root):
            raise Ordfeil(
                f"«{twice.value}» står to gonger i {fil}, sist på linje "
                f"{twice.start_mark.line + 1}. Set orda saman."
            )
        return loader.construct_document(root)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"sjå på linje {mark.line + 1}" if mark else "ho er ikkje YAML"
        raise Ordfeil(f"{fil} let seg ikkje lese: {place}.") from None


def _names_twice(node: Any) -> Iterator[Any]:
    """The keys that stand in a group already: YAML takes the last, and the others' words go."""
    if node.id != "mapping":
        return
    seen: set[str] = set()
    for key, part in node.value:
        if key.id == "scalar" and key.value in seen:
            yield key
        seen.add(str(key.value))
        yield from _names_twice(part)


def _mapping(fil: str, said: Any, place: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        where = f"«{place.removesuffix('.')}» i {fil}" if place else fil
        raise Ordfeil(f"{where} skal ha namn med kolon, og orda etter.")
    return {str(name): part for name, part in said.items()}
