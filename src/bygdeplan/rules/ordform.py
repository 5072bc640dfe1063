"""Whether a word is of the other written form of Norwegian than the text it stands in."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from bygdeplan.model.malform import Målform
from bygdeplan.rules.ordpar import BOKMÅL, BOKMÅL_FAMILIAR, NYNORSK, NYNORSK_FAMILIAR, PAR

ANDRE: Mapping[Målform, Målform] = {"nynorsk": "bokmål", "bokmål": "nynorsk"}
"""Written form → the other one."""


class _Framande(NamedTuple):
    """What a written form has not."""

    ord: Mapping[str, str]
    """Word → the words of the form, «|» between them."""
    familiar: Mapping[str, str]
    """Pattern of words in small letters → the word of the form."""


_FRAMANDE: Mapping[Målform, _Framande] = {
    "nynorsk": _Framande({**PAR, **BOKMÅL}, BOKMÅL_FAMILIAR),
    "bokmål": _Framande(
        {**{nynorsk: bokmål for bokmål, nynorsk in PAR.items()}, **NYNORSK}, NYNORSK_FAMILIAR
    ),
}


@cache
def other_form(word: str, målform: Målform) -> tuple[str, ...]:
    """What a word that only the other form has is called in `målform`; nothing for other words.

    A word of a family is set right from both ends: «hovudutfordringar» becomes
    «hovedutfordringar», and that «hovedutfordringer».
    """
    framande = _FRAMANDE[målform]
    if said := framande.ord.get(word.lower()):
        return tuple(said.split("|"))
    if word != word.lower() or not _any_family(målform).fullmatch(word):
        return ()
    matches = ((re.fullmatch(form, word), own) for form, own in framande.familiar.items())
    own_word = next(match.expand(own) for match, own in matches if match)
    return other_form(own_word, målform) or (own_word,)


@cache
def _any_family(målform: Målform) -> re.Pattern[str]:
    """All the families of a form in one pattern, which takes milliseconds to make."""
    return re.compile("|".join(_FRAMANDE[målform].familiar))
