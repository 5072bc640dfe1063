"""Views → pages → files: the line every document goes down."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from bygdeplan.convert import FORMATS, Format, Look, begin, convert, stop
from bygdeplan.documents.dokumentsett import Oppdrag
from bygdeplan.funn import minne
from bygdeplan.ord.frase import frase
from bygdeplan.side.byggjelogg import Byggjelogg, digest, program_digest
from bygdeplan.side.malar import Malar

Files = list[tuple[str, str, bytes | None]]
"""Of each file its name, what decides it, and its bytes; None when it is made already."""
Follow = Callable[[Iterable[Files], int], Iterable[Files]]
"""Hands on the files of each document as it is made; may show how far it has come of so many."""

_MOMENT = 0.02
"""Seconds."""
_ROOM = 350 << 20
"""Bytes of address space that a set of documents takes, in whatever formats, one by one."""


@dataclass(frozen=True)
class Produksjon:
    """What came of making some documents; nothing is written yet."""

    oppskrifter: Mapping[str, str]
    """What decides each file, by its name, in the order of the documents."""
    laga: dict[Path, bytes]
    """The files that were made: not those that lie in the folder as they would be made now."""


def produce(
    documents: Sequence[Oppdrag], malar: Malar, formats: Sequence[Format], folder: Path
) -> dict[Path, bytes]:
    """The bytes of every file of every document, by path; nothing is written. Raises `Fault`."""
    return update(documents, malar, formats, Byggjelogg(folder)).laga


def update(
    documents: Sequence[Oppdrag],
    malar: Malar,
    formats: Sequence[Format],
    logg: Byggjelogg,
    follow: Follow = lambda made, _total: made,
) -> Produksjon:
    """The bytes of every file of every document that is not made already, by path.

    Pages are rendered one by one, and converted side by side meanwhile, no more at once than there
    are cores. A fault, or the user who breaks off, ends them all.

    Raises:
        Fault: A template, or what a page holds, cannot be made a file of.
        MemoryError: There is too little left of a limit on it.
    """
    # Threads that get no memory in the midst of it may never answer.
    minne.hold(_ROOM)
    look = look_of(malar)
    by = _digest_of(look)

    def files_of(name: str, page: str) -> Files:
        # The one thing that a file has from the words, and not from its page.
        words = frase("bilete.namn", nr="")
        recipes = {each: digest(by, each, page, words) for each in formats}
        wanted = [each for each in formats if not logg.is_made(f"{name}.{each}", recipes[each])]
        made = convert(page, wanted, look=look)
        in_order = [each for each in FORMATS if each in recipes]
        return [(f"{name}.{each}", recipes[each], made.get(each)) for each in in_order]

    begin(formats)
    running: list[Future[Files]] = []
    with ThreadPoolExecutor(minne.at_once(cpu_count())) as pool:
        try:
            for document in documents:
                with malar.words(document.målform).in_use():
                    page = _page(document, malar)
                    within = copy_context()
                running.append(pool.submit(within.run, files_of, document.filnamn, page))
            made = (each.result() for each in running)
            files = list(_flatten(follow(made, len(running))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            _end(running)
            raise
    return Produksjon(
        oppskrifter={name: recipe for name, recipe, _ in files},
        laga={logg.folder / name: data for name, _, data in files if data is not None},
    )


def _end(running: Sequence[Future[Files]]) -> None:
    """End what goes on: what it has other programs do, until it has them do nothing more."""
    while going_on := [each for each in running if not each.done()]:
        stop()
        wait(going_on, timeout=_MOMENT)


def make_file(document: Oppdrag, malar: Malar, format_: Format) -> bytes:
    """The bytes of one document in one format; raises `Fault`."""
    page = malar.page(document)
    with malar.words(document.målform).in_use():
        return convert(page, [format_], look=look_of(malar))[format_]


def look_of(malar: Malar) -> Look:
    """What decides how the files look, from the templates; raises `Fault` when one is wrong."""
    return Look(
        malar.husstil,
        layout=malar.read("layout.typ"),
        reference_docx=malar.path("reference.docx"),
        reference_odt=malar.path("reference.odt"),
    )


def _page(document: Oppdrag, malar: Malar) -> str:
    """The page of a document, with what is changed in it when that is asked for.

    What is said of the changes is said in the words in use.
    """
    page, before = malar.page(document), malar.page_before(document)
    if before is None:
        return page
    # Few documents are held against another one.
    from bygdeplan.side.sporing import track_changes

    return track_changes(before, page)


def _digest_of(look: Look) -> str:
    """What decides the files of a page, beside the page."""
    style = json.dumps(look.stil.values(), sort_keys=True)
    references = (look.reference_docx.read_bytes(), look.reference_odt.read_bytes())
    return digest(program_digest(), style, look.layout, *references)


def _flatten(groups: Iterable[Files]) -> Iterator[tuple[str, str, bytes | None]]:
    for group in groups:
        yield from group
