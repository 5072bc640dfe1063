"""Tracked changes of a docx file: pandoc marks words, here the rest is marked after them.

A paragraph, a row or a picture whose words all are put in is itself put in; so with what is taken
out. Word keeps such a change in the mark that ends the paragraph and in the properties of the row.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count, dropwhile, takewhile

from lxml.etree import _Element

from bygdeplan.convert.document import Change, Properties
from bygdeplan.convert.wordprocessingml import (
    find_all,
    get,
    is_read,
    name,
    new,
    paragraph_properties,
    put,
    remove,
)

_CHANGES: tuple[Change, ...] = ("ins", "del")
# Properties of a paragraph that are no part of its look.
_NO_LOOK = tuple(name(local) for local in ("rPr", "sectPr", "pPrChange"))
_READ = tuple(name(local) for local in ("t", "delText", "drawing"))


def is_tracked(body: _Element) -> bool:
    """Whether anything in a text is put in or taken out."""
    return next(body.iter(*map(name, _CHANGES)), None) is not None


def change_within(part: _Element) -> Change | None:
    """What has become of all that is read in a paragraph, a row or a table; None when it is mixed.

    What holds nothing to read is nothing put in, nor taken out.
    """
    found = {_change_around(read) for read in part.iter(*_READ)}
    return found.pop() if len(found) == 1 else None


def _change_around(read: _Element) -> Change | None:
    for change in _CHANGES:
        if next(read.iterancestors(name(change)), None) is not None:
            return change
    return None


def mark_pictures(body: _Element, changes: Sequence[Change | None]) -> None:
    """Mark the pictures that are put in or taken out."""
    for drawing, change in zip(list(body.iter(name("drawing"))), changes, strict=True):
        if change and _change_around(drawing) is None:
            _wrap(next(drawing.iterancestors(name("r"))), change)


def mark_blocks(body: _Element) -> None:
    """Mark paragraphs and rows after the words in them."""
    for row in body.iter(name("tr")):
        if change := change_within(row):
            _mark_row(row, change)
    for paragraph in list(body.iter(name("p"))):
        if change := change_within(paragraph):
            _mark_paragraph(paragraph, change)
    _keep_marks(body)


def part_in_cells(body: _Element) -> None:
    """Let a line break between what is taken out at the end of a cell and what is put in for it.

    Two figures without a space between them are one to a reader, and do not fit in their column.
    The space is taken out too.
    """
    for paragraph in body.iterfind(f".//{name('tc')}/{name('p')}"):
        changes = list(reversed(find_all(paragraph, "*")))
        before = list(dropwhile(lambda part: part.tag == name("ins"), changes))
        if len(before) < len(changes) and before and before[0].tag == name("del"):
            run = deepcopy(find_all(before[0], "r")[-1])
            for text in find_all(run, "delText"):
                text.text = " "
            before[0].append(run)


def _mark_row(row: _Element, change: Change) -> None:
    if len(row) == 0 or row[0].tag != name("trPr"):
        row.insert(0, new("trPr"))
    row[0].append(new(change))


def _mark_paragraph(paragraph: _Element, change: Change) -> None:
    """Mark the end of a paragraph, and what stands in it but is not read, such as a tab."""
    for run in find_all(paragraph, "r"):
        _wrap(run, change)
    _put_mark(paragraph, change)


def _wrap(run: _Element, change: Change) -> None:
    around = new(change)
    run.addprevious(around)
    around.append(run)


# The mark at the end of a paragraph -------------------------------------------------------------


def _mark_of(paragraph: _Element) -> Change | None:
    for change in _CHANGES:
        if find_all(paragraph, f"pPr/w:rPr/w:{change}"):
            return change
    return None


def _put_mark(paragraph: _Element, change: Change) -> None:
    paragraph_properties(paragraph, "rPr").insert(0, new(change))


def _drop_mark(paragraph: _Element) -> None:
    for change in _CHANGES:
        for mark in find_all(paragraph, f"pPr/w:rPr/w:{change}"):
            remove(mark)


def _keep_marks(body: _Element) -> None:
    """Free the marks of last paragraphs from their change; marks before them do its work."""
    for paragraph in list(body.iter(name("p"))):
        change = _mark_of(paragraph)
        if change and _ends_part(paragraph):
            _keep_mark(paragraph, change, list(_paragraphs_before(paragraph, passing=change)))
            _drop_mark(paragraph)
        elif change and _is_before_table(paragraph):
            _keep_mark(paragraph, change, list(_paragraphs_before(paragraph)))


def _ends_part(paragraph: _Element) -> bool:
    """Whether a paragraph ends the text, a section or a cell: Word never lets go of its mark."""
    following = next(filter(is_read, paragraph.itersiblings()), None)
    return following is None or bool(find_all(paragraph, "pPr/w:sectPr"))


def _is_before_table(paragraph: _Element) -> bool:
    """Whether a table follows: LibreOffice would leave an empty paragraph there."""
    following = next(filter(is_read, paragraph.itersiblings()), None)
    return following is not None and following.tag == name("tbl")


def _keep_mark(last: _Element, change: Change, before: Sequence[_Element]) -> None:
    """Let the mark of the paragraph that goes on before do the work of that of the last one.

    This is how Word itself writes it when someone types a new paragraph at the end of another.
    """
    chain = [last, *before]
    at = next((i for i, paragraph in enumerate(chain) if _mark_of(paragraph) != change), None)
    if at is None:
        return
    _drop_mark(last)
    _look_like(last, chain[at], change)
    if _mark_of(chain[at]) is None:
        _put_mark(chain[at], change)
    else:
        _join(chain[at], chain[at - 1])


def _paragraphs_before(last: _Element, passing: Change | None = None) -> Iterator[_Element]:
    """The paragraphs right before one, the nearest first; on past tables that go with it."""

    def goes_on(block: _Element) -> bool:
        if block.tag == name("tbl"):
            return passing is not None and change_within(block) == passing
        return not find_all(block, "pPr/w:sectPr")

    for block in takewhile(goes_on, last.itersiblings(preceding=True)):
        if block.tag == name("p"):
            yield block


def _look_like(last: _Element, other: _Element, change: Change) -> None:
    """Have a mark look like the paragraph it ends, which is another one in either text."""
    new_look = _look(last if change == "ins" else other)
    old_look = _old_look(other if change == "ins" else last)
    properties = last[0]
    for prop in [prop for prop in properties if prop.tag not in _NO_LOOK]:
        properties.remove(prop)
    for place, prop in enumerate(new_look):
        properties.insert(place, prop)
    properties.append(new("pPrChange", new("pPr", *old_look)))


def _look(paragraph: _Element) -> list[_Element]:
    return [
        deepcopy(prop)
        for properties in find_all(paragraph, "pPr")
        for prop in properties
        if prop.tag not in _NO_LOOK
    ]


def _old_look(paragraph: _Element) -> list[_Element]:
    before = find_all(paragraph, "pPr/w:pPrChange")
    return _look(before[0]) if before else _look(paragraph)


def _join(paragraph: _Element, following: _Element) -> None:
    """Put what one paragraph holds at the beginning of the next: its mark is in neither text."""
    held = [part for part in paragraph if part.tag != name("pPr")]
    place = len(find_all(following, "pPr"))
    for part in reversed(held):
        following.insert(place, part)
    remove(paragraph)


# Who and when -----------------------------------------------------------------------------------


def sign(part: _Element, properties: Properties) -> None:
    """Say of every change and comment who made it and when: the document's author and date."""
    said = {
        "author": properties.author,
        "date": f"{properties.timestamp:%Y-%m-%dT%H:%M:%SZ}",
    }
    changes = list(part.iter(*map(name, ("ins", "del", "pPrChange"))))
    used = [int(get(place, "id")) for place in part.iter(name("bookmarkStart"))]
    for number, change in zip(count(max(used, default=0) + 1), changes, strict=False):
        put(change, id=str(number), **said)
    for comment in part.iter(name("comment")):
        put(comment, **said)
