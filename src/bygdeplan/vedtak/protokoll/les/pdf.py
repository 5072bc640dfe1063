"""The text of a pdf: with `pdf_strekar` the only place that knows pypdf.

pypdf is pure Python with a BSD licence. A page is read as it is laid out, for the distance between
lines tells paragraphs apart.
"""

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject

from bygdeplan.les import grenser
from bygdeplan.ord.ordlyd import shortened
from bygdeplan.vedtak.protokoll.kjende import ANGRAR, concerns_decision, is_known
from bygdeplan.vedtak.protokoll.les.linjer import Linje, paragraphs
from bygdeplan.vedtak.protokoll.les.pdf_strekar import FOOT, HEAD, Sidebilete, look_at
from bygdeplan.vedtak.protokoll.merkelapp import NO_NAMES, Passasjeslag, read_heading
from bygdeplan.vedtak.protokoll.tekst import Møtedokument, Stykke, Uleseleg, plain

_PAGE_NUMBER = re.compile(
    r"[\s–-]*(?:side|s\.)?\s*\d{1,4}(?:\s*(?:av|/|of)\s*\d{1,4})?[\s–-]*", re.IGNORECASE
)
# «20.02.2031      Side 1 av 1»: text of the page's own, with its number at the far end.
_NUMBERED_EDGE = re.compile(r"\s{2,}side\s+\d{1,4}(?:\s+av\s+\d{1,4})?$", re.IGNORECASE)
_LIGATURES = {ord(sign): normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
"""Two letters that are drawn as one sign."""
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: [AP]M)?\b|"
    r"(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?$"
)
"""What a browser prints at the edges: when, and the title or the address of the page."""
_SAID = re.compile(r"(?:^|, )(\w+): ([^,]*)")
_SILENT_NOTES = {"/Link", "/Popup"}
"""What on a finished page says no more than its text does."""
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
        within = list(_within(reader))
        keywords = str(reader.metadata.get("/Keywords", "")) if reader.metadata else ""
    except DependencyError as error:
        raise _locked() from error
    except _DEFECTS as error:
        raise Uleseleg(
            "Pdf-fila er skadd, og let seg ikkje lese.", "Hent henne på nytt."
        ) from error
    if all(page.er_ulesen for page in pages):
        raise Uleseleg("Pdf-fila er skanna: sidene er bilete, utan tekst.", _SCANNED)
    lines, edges = text_lines([page.linjer for page in pages])
    return Møtedokument(
        tuple(grenser.AVSNITT.each(paragraphs(lines))),
        kant=edges,
        eigenskapar=dict(_SAID.findall(keywords)),
        atterhald=(*(told for page in pages for told in page.atterhald), *within),
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
        told = f"Side {number} har ei teikning som er for stor til å lese. Kva står der?"
        return _Side([], [told], er_ulesen=True)
    lines = _shown(page.extract_text(extraction_mode="layout")).split("\n")
    if not "".join(lines).strip() and _draws(page):
        told = f"Side {number} er eit bilete, og er ikkje lesen. Kva står der?"
        return _Side([], [told], er_ulesen=True)
    return _Side(lines, list(_beside(number, page, lines)))


def _locked() -> Uleseleg:
    return Uleseleg("Pdf-fila er låst med passord.", "Lagre henne utan passord.")


def _beside(number: int, page: PageObject, lines: Sequence[str]) -> Iterator[str]:
    """What a reader of a page sees, and the text does not say."""
    drawn = look_at(page)
    for aslant in _aslant(drawn, lines):
        yield (
            f"Side {number} har teksten «{shortened(aslant)}» på skrå eller i ei teikning. Gjeld "
            "han vedtaket?"
        )
    for covered in drawn.covered[:1]:
        yield f"Side {number} har noko måla over «{shortened(covered)}». Gjeld det framleis?"
    for struck in drawn.struck[:1]:
        yield f"Side {number} har ein strek gjennom «{shortened(struck)}». Gjeld det framleis?"
    for crossed in drawn.crossed[:1]:
        yield f"Side {number} har strekar over «{shortened(crossed)}». Gjeld det framleis?"
    if drawn.has_picture:
        yield f"Side {number} har eit bilete mellom tekstane. Kva viser det?"
    notes = page.get("/Annots")
    for note in (each.get_object() for each in (notes.get_object() if notes else ())):
        if _speaks(note):
            yield f"Side {number} har merknader eller stempel oppå teksten. Kva seier dei?"
            return


_WORD = 3
"""How many letters a piece of text has at the least, to be told of."""


def _aslant(drawn: Sidebilete, lines: Sequence[str]) -> Iterator[str]:
    """The pieces of text that are not in the lines: they are not level, or belong to a drawing.

    A letterhead or a foot is often a drawing, and what is known decides nothing.
    """
    level = _letters("".join(lines))
    for text, height in drawn.texts:
        letters = _letters(_shown(text))
        around = height > HEAD or height < FOOT
        silent = is_known(text) or (around and not concerns_decision(text))
        if len(letters) >= _WORD and letters not in level and not silent:
            yield text


def _shown(text: str) -> str:
    return plain(text.translate(_LIGATURES))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _speaks(note: DictionaryObject) -> bool:
    """Whether a note says something; a field of a form does when something is filled in."""
    if note.get("/Subtype") == "/Widget":
        return note.get("/FT") != "/Sig" and str(note.get("/V", "")) not in ("", "/Off")
    return note.get("/Subtype") not in _SILENT_NOTES


def _within(reader: PdfReader) -> Iterator[str]:
    """Files within the file."""
    names = list(reader.attachments)
    if names:
        yield f"Pdf-fila har «{names[0]}» inni seg, og den er ikkje lesen. Kva står der?"


def _draws(page: PageObject) -> bool:
    """Whether there is anything on a page but text."""
    resources = page.get("/Resources")
    return bool(resources and resources.get_object().get("/XObject"))


def text_lines(pages: Sequence[Sequence[str]]) -> tuple[list[Linje], tuple[Stykke, ...]]:
    """The lines of the text, page after page, and what belongs to the pages themselves."""
    repeated = _repeated(pages)
    lines: list[Linje] = []
    edges: list[Stykke] = []
    for number, page in enumerate(pages, 1):
        stad = f"side {number}"
        shown = [at for at, line in enumerate(page) if line.strip()]
        outer = {*shown[:_EDGE], *shown[-_EDGE:]}
        numbers = {at for at in {*shown[:1], *shown[-1:]} if _is_page_number(page, at)}
        furniture = {at for at in outer if _is_furniture(page[at], repeated)} | numbers
        edges += [
            Stykke(part, stad)
            for at in sorted(furniture - numbers)
            for part in re.split(r"\s{3,}", page[at].strip())
        ]
        kept = [at for at in shown if at not in furniture]
        if kept:
            text = [
                page[at]
                for at in range(kept[0], kept[-1] + 1)
                if at in kept or not page[at].strip()
            ]
            lines += [
                Linje(line, stad, ny_side=at == 0 and number > 1)
                for at, line in enumerate(by_columns(text))
            ]
    return lines, tuple(edges)


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """The lines that stand at the edge of every other page or more, figures aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        shown = [line for line in page if line.strip()]
        seen.update({_without_figures(line) for line in (*shown[:_EDGE], *shown[-_EDGE:])})
    return {line for line, times in seen.items() if times > 1 and 2 * times >= len(pages)}


def _is_page_number(page: Sequence[str], at: int) -> bool:
    """Whether the outermost line of a page is its number: «Side 2», or a figure set apart."""
    around = [*page[max(at - 1, 0) : at], *page[at + 1 : at + 2]]
    apart = not any(line.strip() for line in around)
    text = page[at].strip()
    return bool(_PAGE_NUMBER.fullmatch(text)) and (apart or not text.isdecimal())


def _is_furniture(line: str, repeated: set[str]) -> bool:
    """Whether a line at the edge of a page belongs to the page; one that may decide never does."""
    text = " ".join(line.split())
    if ANGRAR.search(text) or not re.search(r"[^\W\d]", text) or text.endswith((":", "vedteke.")):
        return False
    if _NUMBERED_EDGE.search(line.strip()) or _PRINTED.match(text):
        return True
    found = read_heading(Stykke(text, ""), NO_NAMES)
    is_text = found is not None and found.slag not in (Passasjeslag.MØTE, Passasjeslag.OVERSKRIFT)
    return (
        _without_figures(line) in repeated and not is_text and not re.search(r"[a-zæøå]\.$", text)
    )


def _without_figures(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


_FEWEST = 3
"""How many lines two columns have beside each other at the least."""
_WIDE = 20
"""How many signs a line of a column has on average; the cells of a table have fewer."""
_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")


def by_columns(lines: Sequence[str]) -> list[str]:
    """The lines of a page; of two columns of text, the left one comes before the right one."""
    begins = Counter(found.end() for line in lines for found in _GAP.finditer(line))
    [(edge, _)] = begins.most_common(1) or [(0, 0)]
    beside = [at for at, line in enumerate(lines) if _parts_at(line, edge)]
    if len(beside) < _FEWEST:
        return list(lines)
    begin = beside[0]
    shown = [at for at in range(begin, len(lines)) if lines[at].strip()]
    crossing = any(lines[at][max(edge - 2, 0) : edge].strip() for at in shown)
    sides = [[lines[at][:edge] for at in beside], [lines[at][edge:] for at in beside]]
    narrow = any(sum(len(part.strip()) for part in side) < _WIDE * len(side) for side in sides)
    if crossing or narrow:
        return list(lines)
    left, right = ([part(line) for line in lines[begin:]] for part in _sides(edge))
    return [*lines[:begin], *left, "", *right]


def _sides(edge: int) -> tuple[Callable[[str], str], Callable[[str], str]]:
    return (lambda line: line[:edge].rstrip()), (lambda line: line[edge:].rstrip())


def _parts_at(line: str, edge: int) -> bool:
    """Whether a line has text on both sides of a gap that ends at some column."""
    return any(found.end() == edge for found in _GAP.finditer(line))
