"""The fixed words of the documents, in one table for each written form of Norwegian.

A table lies among the templates, and people edit it as they do those: `ord/nynorsk.yaml` has
groups of words, each with a name, and in a sentence `{år}` is what the program fills in.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from markupsafe import Markup, escape

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.nynorsk import liste
from bygdeplan.ord.suggestion import suggestion
from bygdeplan.side.malsprak import Malgrense

_FILLED_IN = re.compile(r"\{([^{}]*)\}")


class FasteOrd:
    """The words of one form: a name with its group (`side.utkast`) → the words."""

    def __init__(self, fil: str, ord_: Mapping[str, str]) -> None:
        self.fil = fil
        """The name of its file among the templates."""
        self.ord = ord_
        """Name with its group → the words as they are written in the file."""

    def __call__(self, name: str, **values: object) -> Markup:
        """The words with the values filled in, as HTML.

        Raises `Malgrense` when there are no such words, or a value is missing.
        """
        if name not in self.ord:
            said = suggestion(name, [*self.ord])
            raise Malgrense(f"`{name}` finst ikkje i {self.fil}. {said}".rstrip())

        def value(found: re.Match[str]) -> str:
            if found[1] not in values:
                raise Malgrense(
                    f"«{name}» i {self.fil} har `{found[0]}`, som programmet ikkje fyller inn her. "
                    f"{_may_stand(values)}"
                )
            return escape(values[found[1]])

        # Braces are no HTML, so what is escaped still has them.
        return Markup(_FILLED_IN.sub(value, escape(self.ord[name])))  # noqa: S704  # escaped


def _may_stand(values: Mapping[str, object]) -> str:
    names = liste(f"`{{{name}}}`" for name in values)
    return f"Der kan det stå {names}." if names else "Der blir ingenting fylt inn."


def read_words(fil: str, shipped: str, own: str | None) -> FasteOrd:
    """The words of a file among the templates; the user's `own` file has only what it changes.

    Raises `Fault` when a file is not as the words are to be written, or has words nobody asks for.
    """
    words = dict(_words(fil, shipped))
    for name, text in _words(fil, own) if own is not None else ():
        if name not in words:
            raise Fault(
                f"«{name}» i {fil} er ikkje noko dokumenta har. {suggestion(name, [*words])}"
            )
        words[name] = text
    return FasteOrd(fil, words)


def _words(fil: str, text: str) -> Iterator[tuple[str, str]]:
    for group, said in _mapping(fil, _load(fil, text), "").items():
        for name, words in _mapping(fil, said, f"{group}.").items():
            if not isinstance(words, str):
                raise Fault(f"«{group}.{name}» i {fil} skal vere tekst; set han i hermeteikn.")
            yield f"{group}.{name}", words


def _load(fil: str, text: str) -> Any:
    try:
        return yaml.load(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"sjå på linje {mark.line + 1}" if mark else "ho er ikkje YAML"
        raise Fault(f"{fil} let seg ikkje lese: {place}.") from None


def _mapping(fil: str, said: Any, place: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        where = f"«{place.removesuffix('.')}» i {fil}" if place else fil
        raise Fault(f"{where} skal ha namn med kolon, og orda etter.")
    return {str(name): part for name, part in said.items()}
