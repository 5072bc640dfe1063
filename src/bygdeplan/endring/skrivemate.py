"""Whether two texts differ in nothing but how they are written."""

import re

from bygdeplan.ord.skilnad import plain_signs

_PAUSES = ".,;!"
_AROUND_A_WORD = f"{_PAUSES}:*_"
_AROUND_A_FIGURE = ",;:!"
_FIGURE = re.compile(r"\d")


def same_but_for_spelling(one: str, other: str) -> bool:
    """Whether two texts differ in case and in the signs between words alone.

    Anything else is another text, for only a person can tell what a word does. A figure and its
    unit must stand as they are, with their signs: «1,5» is not «15», nor «5. klasse» «5 klasse»,
    nor «5 mW» «5 MW». So must an accent («éin», «òg» and «fór» are words of their own), what is one
    word or two, a hyphen («hus- og hytteeigarar»), a question mark, brackets, that something stands
    in quotation marks, and signs that are read aloud («60 %», «1 : 2»).
    """
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    """The words as they are compared; signs that only part words are none."""
    written = plain_signs(text).replace("...", "…").split()
    followed = [*([True] * (len(written) - 1)), False]
    words: list[str] = []
    for word, goes_on in zip(written, followed, strict=False):
        if _FIGURE.search(word):
            words.append(_plain_figure(word, goes_on=goes_on))
        elif word.strip(_PAUSES):
            is_unit = bool(words) and _FIGURE.search(words[-1])
            plain = word.strip(_AROUND_A_WORD) or word
            words.append(plain if is_unit else plain.casefold())
    return words


def _plain_figure(word: str, *, goes_on: bool) -> str:
    """A figure without the signs after it; a full stop inside a sentence is its own («2. juni»)."""
    return word.rstrip(_AROUND_A_FIGURE if goes_on else f"{_AROUND_A_FIGURE}.")
