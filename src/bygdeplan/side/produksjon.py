"""Views → pages → files: the line every document goes down."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

from bygdeplan.convert import Format, Look, convert, stop
from bygdeplan.documents import Dokument
from bygdeplan.documents.dokumentsett import Oppdrag
from bygdeplan.side.malar import Malar

Files = list[tuple[Path, bytes]]
Follow = Callable[[Iterable[Files], int], Iterable[Files]]
"""Hands on the files of each document as it is made; may show how far it has come of so many."""


def produce(
    documents: Sequence[Oppdrag],
    malar: Malar,
    formats: Sequence[Format],
    folder: Path,
    follow: Follow = lambda made, _total: made,
) -> dict[Path, bytes]:
    """The bytes of every file of every document, by path; nothing is written.

    Pages are rendered one by one, and converted side by side meanwhile, no more at once than there
    are cores. A fault, or the user who breaks off, ends them all. Raises `Fault`.
    """
    look = look_of(malar)

    def files_of(page: tuple[str, str]) -> Files:
        name, html = page
        made = convert(html, formats, look=look)
        return [(folder / f"{name}.{format_}", data) for format_, data in made.items()]

    with ThreadPoolExecutor(cpu_count()) as pool:
        try:
            running = [
                pool.submit(files_of, (document.filnamn, _page(document, malar)))
                for document in documents
            ]
            made = (each.result() for each in running)
            return dict(_flatten(follow(made, len(running))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            stop()
            raise


def make_file(view: Dokument, malar: Malar, format_: Format) -> bytes:
    """The bytes of one document in one format; raises `Fault`."""
    return convert(malar.render(view), [format_], look=look_of(malar))[format_]


def look_of(malar: Malar) -> Look:
    """What decides how the files look, from the templates; raises `Fault` when one is wrong."""
    return Look(
        malar.husstil,
        layout=malar.read("layout.typ"),
        reference_docx=malar.path("reference.docx"),
        reference_odt=malar.path("reference.odt"),
    )


def _page(document: Oppdrag, malar: Malar) -> str:
    """The page of a document, with what is changed in it when that is asked for."""
    page = malar.render(document.build())
    if document.build_mot is None:
        return page
    # Few documents are held against another one.
    from bygdeplan.side.sporing import track_changes

    return track_changes(malar.render(document.build_mot()), page)


def _flatten(groups: Iterable[Files]) -> Iterator[tuple[Path, bytes]]:
    for group in groups:
        yield from group
