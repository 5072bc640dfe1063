"""Two texts word by word, as the change list shows them."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from bygdeplan.documents.verdi import Verdi
from bygdeplan.ord.frase import frase
from bygdeplan.ord.ordlyd import Ordrekkje, Ordslag

_AROUND = 5
"""Words shown on each side of what is changed in a longer text."""


def excerpt(runs: Sequence[Ordrekkje], side: Ordslag) -> Verdi:
    """What one of two texts says where they part: its own words in bold, a few around them.

    A text that is written anew has all its words for its own, and none in bold.
    """
    is_anew = all(run.slag != "same" for run in runs)
    shown = [
        (run.slag == side and not is_anew, text)
        for run, text in zip(runs, _shortened(runs), strict=True)
        if run.slag in ("same", side)
    ]
    html = (Markup("<strong>{}</strong>").format(t) if own else escape(t) for own, t in shown)
    return Verdi(" ".join(text for _, text in shown), Markup(" ").join(html))


def with_signs(runs: Sequence[Ordrekkje]) -> str:
    """Both texts in one, as «Alle [ut: skal] [inn: kan] gå»."""
    return " ".join(
        text if run.slag == "same" else frase(f"spor_{run.slag}.ord", ord=text)
        for run, text in zip(runs, _shortened(runs), strict=True)
    )


def _shortened(runs: Sequence[Ordrekkje]) -> list[str]:
    """The words of each run; of a long one in both texts, those nearest what is changed."""
    last = len(runs) - 1
    return [
        _ends(run, 0 if place == 0 else _AROUND, 0 if place == last else _AROUND)
        if run.slag == "same"
        else str(run)
        for place, run in enumerate(runs)
    ]


def _ends(run: Ordrekkje, first: int, last: int) -> str:
    """The first and last words of a run, with dots for those between."""
    if len(run.ord) <= first + last + 1:
        return str(run)
    return " ".join([*run.ord[:first], "…", *run.ord[len(run.ord) - last :]])
