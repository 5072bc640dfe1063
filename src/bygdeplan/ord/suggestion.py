"""«Meinte du …?»: the known name nearest to what was written."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

MAX_COMPARED = 200
"""Known names that are compared with; where there are more, the first of them."""

_LONGEST = 60
"""Characters of what was written that are compared; no known name is longer."""
_SHOWN = 13
_PÅ_NYNORSK = {
    "begrunnelse": ["grunngjeving"],
    "beskrivelse": ["skildring"],
    "bevilget": ["løyvd"],
    "bevilgninger": ["løyvingar"],
    "eksempel": ["døme"],
    "enhet": ["eining"],
    "foreløpig": ["førebels"],
    "prosjekteier": ["prosjekteigar"],
    "prosjektledelse": ["prosjektleiing"],
    "vedtatt": ["vedteke", "vedteken"],
}
"""What Bokmål calls names that are spelt otherwise in Nynorsk, and what those are."""
_WITHOUT_LETTERS_OF_OUR_OWN = str.maketrans({"å": "a", "ø": "o", "æ": "a"})


def suggestion(written: str, known: Sequence[str]) -> str:
    """«Meinte du …?» when a known name is near, else the names there are (at most thirteen)."""
    near = closest(written, known)
    if near is not None:
        return f"Meinte du `{near}`?"
    if not known:
        return "Her finst det ingen å velje mellom."
    shown = ", ".join(f"`{name}`" for name in known[:_SHOWN])
    return f"Dei som finst: {shown}{' …' if len(known) > _SHOWN else '.'}"


def closest(written: str, known: Sequence[str]) -> str | None:
    """The known name that was most likely meant, or None.

    How a keyboard without å, æ and ø writes them, and how words are joined, makes no difference:
    «statlege-midlar» is near `statlege_midlar`, «aar» is near `år`. A name that Bokmål has quite
    another word for is near that word: `skildring` is near «beskrivelse».
    """
    for name in _PÅ_NYNORSK.get(written.lower(), ()):
        if name in known:
            return name
    names = {_folded(name): name for name in reversed(known[:MAX_COMPARED])}
    near = get_close_matches(_folded(written[:_LONGEST]), names, n=1, cutoff=0.65)
    return names[near[0]] if near else None


def _folded(name: str) -> str:
    letters = re.sub("[ _-]", "", name.lower()).translate(_WITHOUT_LETTERS_OF_OUR_OWN)
    return letters.replace("aa", "a").replace("oe", "o").replace("ae", "a")
