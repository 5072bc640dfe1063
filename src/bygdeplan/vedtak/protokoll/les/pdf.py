"""The text of a pdf: with `pdf_strekar` the only place that knows pypdf.

pypdf is pure Python with a BSD licence. A page is read as it is laid out, for the distance between
lines tells paragraphs apart.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from bygdeplan.les import grenser
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.les.linjer import Linje, paragraphs
from bygdeplan.vedtak.protokoll.les.pdf_strekar import struck_text
from bygdeplan.vedtak.protokoll.merkelapp import case_heading
from bygdeplan.vedtak.protokoll.ordvalg import UTGANG
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Uleseleg

_PAGE_NUMBER = re.compile(
    r"[\s–-]*(?:side|s\.)?\s*\d{1,4}(?:\s*(?:av|/|of)\s*\d{1,4})?[\s–-]*", re.IGNORECASE
)
# «20.02.2031      Side 1 av 1»: text of the page's own, with its number at the far end.
_NUMBERED_EDGE = re.compile(r"\s{3,}side\s+\d{1,4}(?:\s+av\s+\d{1,4})?$", re.IGNORECASE)
_SAID = re.compile(r"(?:^|, )(\w+): ([^,]*)")
_NOTES = {"/StrikeOut", "/FreeText", "/Text", "/Redact", "/Caret"}
"""What someone can write on a finished page that says more than its text."""
_EDGE = 3
"""How many lines at the top and the foot of a page can belong to it, not to the text."""
# What a file that is no sound pdf can bring about in pypdf, beside its own errors.
_DEFECTS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
_SCANNED = "Få teksten ved å lese dokumentet med tekstgjenkjenning, eller hent det frå saksystemet."


def read_pdf(content: bytes) -> Møtedokument:
    """The paragraphs of a pdf, without the headers and footers of its pages.

    Raises:
        Uleseleg: It is defect or locked, or its pages are pictures.
        Avvist: It is too large.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        grenser.SIDER.hold(len(reader.pages))
        pages = list(_pages(reader.pages))
        keywords = str(reader.metadata.get("/Keywords", "")) if reader.metadata else ""
    except DependencyError as error:
        raise _locked() from error
    except _DEFECTS as error:
        raise Uleseleg(
            "Pdf-fila er skadd, og let seg ikkje lese.", "Hent henne på nytt."
        ) from error
    if all(page.er_ulesen for page in pages):
        raise Uleseleg("Pdf-fila er skanna: sidene er bilete, utan tekst.", _SCANNED)
    lines = text_lines([page.linjer for page in pages])
    return Møtedokument(
        tuple(grenser.AVSNITT.each(paragraphs(lines))),
        eigenskapar=dict(_SAID.findall(keywords)),
        atterhald=tuple(told for page in pages for told in page.atterhald),
    )


@dataclass(frozen=True)
class _Side:
    """A page as it was read."""

    linjer: list[str]
    atterhald: list[str]
    """What its readers see, and the lines do not say, each as a sentence."""
    er_ulesen: bool = False


def _pages(pages: Iterable[PageObject]) -> Iterator[_Side]:
    unpacked = 0
    for number, page in enumerate(pages, 1):
        contents = page.get_contents()
        size = 0 if contents is None else len(contents.get_data())
        unpacked += size
        grenser.UTPAKKA.hold(unpacked)
        yield _read_page(number, page, is_too_large=size > grenser.SIDE)


def _read_page(number: int, page: PageObject, *, is_too_large: bool) -> _Side:
    if is_too_large:
        told = f"Side {number} har ei teikning som er for stor til å lese, og er ikkje lesen."
        return _Side([], [told], er_ulesen=True)
    lines = page.extract_text(extraction_mode="layout").split("\n")
    if not "".join(lines).strip() and _draws(page):
        return _Side([], [f"Side {number} er eit bilete, og er ikkje lesen."], er_ulesen=True)
    return _Side(lines, list(_beside(number, page)))


def _locked() -> Uleseleg:
    return Uleseleg("Pdf-fila er låst med passord.", "Lagre henne utan passord.")


def _beside(number: int, page: PageObject) -> Iterator[str]:
    """What a reader of a page sees, and the text does not say."""
    for struck in struck_text(page)[:1]:
        yield f"Side {number} har ein strek gjennom «{shortened(struck)}»."
    notes = page.get("/Annots")
    kinds = {note.get_object().get("/Subtype") for note in (notes.get_object() if notes else ())}
    if kinds & _NOTES:
        yield f"Side {number} har merknader som er skrivne inn i pdf-fila."


def _draws(page: PageObject) -> bool:
    """Whether there is anything on a page but text."""
    resources = page.get("/Resources")
    return bool(resources and resources.get_object().get("/XObject"))


def text_lines(pages: Sequence[Sequence[str]]) -> Iterator[Linje]:
    """The lines of the text, page after page, without what belongs to the pages themselves."""
    repeated = _repeated(pages)
    for number, page in enumerate(pages, 1):
        shown = [at for at, line in enumerate(page) if line.strip()]
        edges = {*shown[:_EDGE], *shown[-_EDGE:]}
        numbers = {at for at in {*shown[:1], *shown[-1:]} if _is_page_number(page, at)}
        furniture = {at for at in edges if _is_furniture(page[at], repeated)} | numbers
        kept = [at for at in shown if at not in furniture]
        if kept:
            for at in range(kept[0], kept[-1] + 1):
                first = at == kept[0] and number > 1
                if at in kept or not page[at].strip():
                    yield Linje(page[at], f"side {number}", ny_side=first)


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """The lines that stand at the edge of several pages, figures aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        shown = [line for line in page if line.strip()]
        seen.update({_without_figures(line) for line in (*shown[:_EDGE], *shown[-_EDGE:])})
    return {line for line, times in seen.items() if times > 1}


def _is_page_number(page: Sequence[str], at: int) -> bool:
    """Whether the outermost line of a page is its number: «Side 2», or a figure set apart."""
    around = [*page[max(at - 1, 0) : at], *page[at + 1 : at + 2]]
    apart = not any(line.strip() for line in around)
    text = page[at].strip()
    return bool(_PAGE_NUMBER.fullmatch(text)) and (apart or not text.isdecimal())


def _is_furniture(line: str, repeated: set[str]) -> bool:
    """Whether a line at the edge of a page belongs to the page; one that may decide never does."""
    text = line.strip()
    if UTGANG.search(text) or case_heading(text) or not re.search(r"[^\W\d]", text):
        return False
    return _without_figures(line) in repeated or bool(_NUMBERED_EDGE.search(text))


def _without_figures(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))
