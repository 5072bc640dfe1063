"""Whether two texts differ in nothing but how they are written."""

import re

_SIGNS_AROUND = ".,;:!?()[]«»“”‘’\"'*_"
_SIGNS = re.compile(r"[^\w]|_")


def same_but_for_spelling(one: str, other: str) -> bool:
    """Whether two texts differ in case and punctuation alone.

    Anything else is another text, for only a person can tell what a word does. A figure must stand
    as it is, with its signs: «1,5» is not «15». So must an accent («éin», «òg» and «fór» are words
    of their own) and what is one word or two.
    """
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    """The words without case and signs; a word of signs alone is none."""
    return [word for word in map(_plain_word, text.split()) if word]


def _plain_word(word: str) -> str:
    if any(letter.isdigit() for letter in word):
        return word.strip(_SIGNS_AROUND).casefold()
    return _SIGNS.sub("", word).casefold()
