"""Every text of a plan with its path, and what of it is running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bygdeplan.model.former import plantekstar
from bygdeplan.model.malform import Målform, Tvitekst
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan


class Tekstfelt(NamedTuple):
    """A text the author wrote."""

    path: Path
    text: str
    aloud: str
    """The text with what nobody reads aloud blanked out, every sign in its place."""
    own: str
    """The same without what stands in quotes."""
    målform: Målform
    is_name: bool
    """Whether it holds names, or what others decided word for word."""


def texts(plan: Plan) -> Iterator[Tekstfelt]:
    """Every text of the plan, in the order of the model; each form of it by itself."""
    for path, felt, text in plantekstar(plan):
        is_name = not felt.om.eigne_ord
        if isinstance(text, Tvitekst):
            for målform, said in text.former.items():
                yield tekstfelt((*path, målform), said, målform, is_name=is_name)
        else:
            yield tekstfelt(path, text, plan.målform_at(path), is_name=is_name)


# The target and title of a link, a bare address, an e-mail address.
_ADDRESS = re.compile(r"(?<=\]\()[^)\n]*|<?\b(?:https?://|www\.)[^\s)>]+|(?<!\S)[^\s@]+@\S+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")


def tekstfelt(path: Path, text: str, målform: Målform = "nynorsk", *, is_name: bool) -> Tekstfelt:
    """A text with what rules read of it, made once for them all."""
    aloud = _ADDRESS.sub(_blank, text)
    return Tekstfelt(path, text, aloud, _QUOTED.sub(_blank, aloud), målform, is_name)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
