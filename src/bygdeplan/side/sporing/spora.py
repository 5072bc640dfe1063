"""What has become of a document: the old page and the new one in one."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from lxml import html

from bygdeplan.ord import skriv
from bygdeplan.ord.frase import frase
from bygdeplan.side.sporing.blokk import Blokk
from bygdeplan.side.sporing.fletting import merge
from bygdeplan.side.sporing.ord import Ord
from bygdeplan.side.sporing.side import UT, Teikningar, main_of, read_side, write_side

NOTE = "sporing"
"""The class of what tells, at the top of the page, what is held against what."""


def track_changes(old: str, new: str) -> str:
    """The new page of a document with what is changed since the old one, marked word by word.

    What is taken out stands in `del`, what is put in in `ins`, and both are said in words as well,
    in `span` of class `sporingsord`. What is changed past recognition is taken out and put in
    whole, as are tables with other columns and pictures. Without what stands in `del`, the content
    is that of the new page; without what stands in `ins`, that of the old one, apart from the list
    of contents. All that is not content is as in the new page. A page without `main` is left as it
    is.
    """
    drawings = Teikningar()
    before, after = (drawings.take_out(page) for page in (old, new))
    mains = [main_of(page) for page in (before, after)]
    if mains[0] is None or mains[1] is None:
        return new
    old_content, new_content = read_side(mains[0], UT), read_side(mains[1])
    [merged] = merge(old_content, new_content)
    told = _with_note(merged, _note(old, new, is_changed=merged is not new_content))
    return drawings.put_back(write_side(after, told))


def _with_note(main: Blokk, note: Blokk) -> Blokk:
    """The content with a note below its title and subtitle."""
    below = [
        i
        for i, part in enumerate(main.delar, 1)
        if part.tag == "h1" or "undertittel" in part.attributes.get("class", "")
    ]
    at = max(below, default=0)
    return replace(main, delar=(*main.delar[:at], note, *main.delar[at:]))


def _note(old: str, new: str, *, is_changed: bool) -> Blokk:
    plans = {"frå": _plan(old), "til": _plan(new)}
    if not is_changed:
        lines = [frase("sporing.ingen_endringar", **plans)]
    else:
        lines = [frase("sporing.endringar", **plans), _about_signs()]
    paragraphs = tuple(Blokk("p", ord=(Ord(line),)) for line in lines)
    return Blokk("div", {"class": f"varsel {NOTE}"}, delar=paragraphs)


def _about_signs() -> str:
    word = frase("sporing.eit_ord")
    signs = {"ut": frase("spor_ut.ord", ord=word), "inn": frase("spor_inn.ord", ord=word)}
    return frase("sporing.om_merka", **signs)


def _plan(page: str) -> str:
    """The plan that a page comes from: «planen for 2031 (revisjon 1, 5. januar 2031)»."""
    metas = html.document_fromstring(page).iter("meta")
    said = {str(meta.get("name")): str(meta.get("content")) for meta in metas}
    parts = [frase("sporing.revisjon", nr=said["revisjon"])] if "revisjon" in said else []
    with suppress(ValueError):
        parts.append(skriv.dato(date.fromisoformat(said.get("date", ""))))
    more = f" ({', '.join(parts)})" if parts else ""
    år = said.get("planår") or frase("sporing.anna_år")
    return f"{frase('sporing.plan', år=år)}{more}"
