"""Texts in two written forms: each has its twin, and one is not changed without the other."""

from collections.abc import Iterator

from bygdeplan.endring.kanonisk import fold_text
from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.former import Plantekst, plantekstar
from bygdeplan.model.lookup import is_own_affair
from bygdeplan.model.malform import Målform, Tvitekst
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import liste
from bygdeplan.rules.grunnlag import Grunnlag

_EIGNE = ("vurdering", "profil")
"""What a kommune writes for its own saksframlegg alone."""


def in_each_form(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A text that is printed in a form is written in it."""
    plan = grunnlag.plan
    if len(plan.målformer) == 1:
        return
    for found in plantekstar(plan):
        if lacks := [form for form in _printed_in(plan, found) if form not in _forms(plan, found)]:
            yield Brot(
                found.path,
                f"Teksten manglar på {liste(lacks)}, og blir ståande på {_forms(plan, found)[0]} "
                "der òg.",
                f"Skriv han i begge målformene: «nynorsk: …» og «bokmål: …» under "
                f"`{found.path[-1]}`."
                if isinstance(found.path[-1], str)
                else "Skriv punktet i begge målformene: «nynorsk: …» og «bokmål: …».",
            )


MANGLAR_TVILLING = Prøveregel(
    "BP714",
    Severity.MERKNAD,
    "tekst som manglar i den eine målforma",
    why="Nokon får dokumenta på nynorsk og nokon på bokmål. Ein tekst som berre er skriven på den "
    "eine, blir trykt slik han er i begge, og merkt for skjermlesarar.",
    wrong="målform: nynorsk\n…\ntittel: Fleire bustader",
    right="tittel: {nynorsk: Fleire bustader, bokmål: Flere boliger}",
    finn=in_each_form,
)


def _forms(plan: Plan, found: Plantekst) -> tuple[Målform, ...]:
    """The forms that a text is written in."""
    if isinstance(found.text, Tvitekst):
        return tuple(found.text.former)
    return (plan.målform_at(found.path),)


def _printed_in(plan: Plan, found: Plantekst) -> tuple[Målform, ...]:
    """The forms of the documents that print a text in the author's own words."""
    if not found.felt.om.eigne_ord or not found.er_i_målform or found.felt.om.uvist:
        return ()
    match found.path:
        case ("kommunar", _, name, *_) if name in _EIGNE or is_own_affair(found.path):
            return (plan.målform_at(found.path),)
        case _:
            return plan.målformer


def twins_go_together(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What is changed in one form since the last plan is changed in the other."""
    before = grunnlag.låst_i_år or grunnlag.fjor
    if before is None:
        return
    earlier = {_sted(found.path): found.text for found in plantekstar(before)}
    for found in plantekstar(grunnlag.plan):
        old, new = earlier.get(_sted(found.path)), found.text
        if not (isinstance(old, Tvitekst) and isinstance(new, Tvitekst)):
            continue
        both = [form for form in new.former if form in old.former]
        changed = [f for f in both if fold_text(new.former[f]) != fold_text(old.former[f])]
        if len(both) > 1 and len(changed) == 1:
            [other] = (form for form in both if form not in changed)
            since = "revisjonen blei låst" if grunnlag.låst_i_år else f"planen for {before.år}"
            yield Brot(
                (*found.path, changed[0]),
                f"Teksten er endra på {changed[0]} sidan {since}, men ikkje på {other}.",
                f"Endre teksten på {other} òg, så alle les det same.",
            )


TVILLING_ENDRA_ÅLEINE = Prøveregel(
    "BP715",
    Severity.ÅTVARING,
    "tekst som er endra i berre den eine målforma",
    why="Alle partane skal lese det same. Ein tekst som er endra på nynorsk og ikkje på bokmål, "
    "eller omvendt, seier ulike ting til ulike lesarar.",
    wrong="# i fjor: {nynorsk: Fleire bustader, bokmål: Flere boliger}\n"
    "tittel: {nynorsk: Fleire utleigebustader, bokmål: Flere boliger}",
    right="tittel: {nynorsk: Fleire utleigebustader, bokmål: Flere utleieboliger}",
    finn=twins_go_together,
)


def _sted(path: Path) -> Path:
    """Where a text stands, wherever the measure it is of lies."""
    match path:
        case ("delmål", _, "tiltak", *rest):
            return ("tiltak", *rest)
        case _:
            return path


REGLAR = (MANGLAR_TVILLING, TVILLING_ENDRA_ÅLEINE)
