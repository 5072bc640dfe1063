"""lingua, which knows Bokmål from Nynorsk: is each sentence in the form that it says it is in?

It reads the web pages: whatever a document says stands in one, and each run of words says its
language. The sentences it takes wrongly stand in `misjudged.yaml`, each read by a person.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from lxml import html

from tools.judges.programs import HERE
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

NYNORSK, BOKMÅL = "nn-NO", "nb-NO"
_OF_LINGUA = {"NYNORSK": NYNORSK, "BOKMAL": BOKMÅL}
FEWEST_WORDS = 7
"""Of fewer, as cells and names have, no form can be told."""

_UNREAD = ("head", "style", "script", "svg", "del")
_INLINE = ("a", "abbr", "b", "em", "i", "ins", "q", "small", "span", "strong", "sub", "sup")
_SPOKEN = ("alt", "aria-label")
"""What a screen reader says of an element that has no words."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURES = re.compile(r"\d+(?:[ \u00a0.,]\d+)*")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[«\[(]?[A-ZÆØÅÁČĐŊŠŦŽ])")
_MARK_OF_CHANGE = re.compile(r"\[(?:inn|ut): |\]")


class Sentence(NamedTuple):
    """A sentence with its figures as 0, and the language it says it is in."""

    words: str
    tag: str


def judge(files: Sequence[Path]) -> Iterator[Complaint]:
    """Ask about each sentence of each page.

    A listed sentence that is not misjudged is told too: the list holds what is needed alone.

    Raises:
        CouldNotJudge: lingua is not installed, or a page has no sentence.
    """
    listed, needed = misjudged(), set[Sentence]()
    for file in files:
        found = set(sentences(file.read_text("utf-8")))
        if not found:
            raise CouldNotJudge(f"{file} has no sentence")
        wrong = {sentence for sentence in found if form_of(sentence.words) != sentence.tag}
        needed |= wrong & listed
        for words, tag in sorted(wrong - listed):
            yield Complaint(file, f"this says {tag} and reads as {form_of(words)}: «{words}»")
    for words, tag in sorted(listed - needed):
        yield Complaint(files[0], f"{MISJUDGED.name} lists what is not misjudged, {tag}: «{words}»")


MISJUDGED = HERE / "misjudged.yaml"


def misjudged() -> set[Sentence]:
    """The sentences that lingua takes wrongly."""
    reasons = yaml.safe_load(MISJUDGED.read_text("utf-8"))
    return {
        Sentence(words, tag)
        for reason in reasons
        for tag in _OF_LINGUA.values()
        for words in reason.get(tag, ())
    }


def sentences(page: str) -> Iterator[Sentence]:
    """The sentences of a page that are long enough to tell the form of."""
    root = html.document_fromstring(page)
    for unread in list(root.iter(*_UNREAD)):
        unread.drop_tree()
    for block in root.iter():
        if not isinstance(block.tag, str):
            continue
        for name in _SPOKEN:
            yield from _in(block.get(name, ""), _language(block))
        if block.tag not in _INLINE:
            for tag, words in _said_in(block).items():
                yield from _in(words, tag)


def _language(element: html.HtmlElement) -> str:
    return str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


def _said_in(block: html.HtmlElement) -> dict[str, str]:
    """The words that stand right in a block, by language."""
    said: dict[str, str] = defaultdict(str)

    def hear(element: html.HtmlElement, tag: str) -> None:
        said[tag] += element.text or ""
        for child in element:
            own = child.get("lang", tag)
            if child.tag in _INLINE:
                said[own] += "" if own == tag else ". "
                hear(child, own)
            else:
                said[tag] += ". "
            said[tag] += child.tail or ""

    hear(block, _language(block))
    return said


def _in(words: str, tag: str) -> Iterator[Sentence]:
    if tag not in _OF_LINGUA.values():
        return
    plain = " ".join(_FIGURES.sub("0", _MARK_OF_CHANGE.sub("", words)).split())
    for sentence in _SENTENCE_ENDS.split(plain):
        if len(_WORD.findall(sentence)) >= FEWEST_WORDS:
            yield Sentence(sentence.strip(" .,:–"), tag)


@cache
def form_of(words: str) -> str:
    """The language tag of the form that words read as; nothing when lingua cannot tell."""
    found = _detector().detect_language_of(words)
    return _OF_LINGUA[found.name] if found else ""


@cache
def _detector() -> Any:
    try:
        from lingua import Language, LanguageDetectorBuilder
    except ImportError as error:
        raise CouldNotJudge("lingua is not installed: it comes with the extra «judges»") from error
    return LanguageDetectorBuilder.from_languages(Language.BOKMAL, Language.NYNORSK).build()


_PLANTED = {
    NYNORSK: "Kommunane skal arbeide saman om fleire bustader, og ingen veit enno kva det kostar.",
    BOKMÅL: "Kommunene skal arbeide sammen om flere boliger, og ingen vet ennå hva det koster.",
}


def _foreign(paragraph: str) -> Callable[[bytes], bytes]:
    """Plant a sentence in the form that is not said, in a paragraph with `{said}` and `{words}`."""

    def plant(page: bytes) -> bytes:
        text = page.decode()
        [own] = re.findall(r'<html lang="([^"]+)">', text)
        [other] = _PLANTED.keys() - {own}
        planted = paragraph.format(
            own=own, other=other, in_own=_PLANTED[own], foreign=_PLANTED[other]
        )
        return text.replace("</h1>", f"</h1>{planted}", 1).encode()

    return plant


LINGUA = Judge(
    "lingua",
    ("html",),
    judge,
    {
        "a sentence in the other form": _foreign("<p>{foreign}</p>"),
        "one among others": _foreign("<p>{in_own} {foreign} {in_own}</p>"),
        "one in a cell": _foreign("<table><tr><td><em>{foreign}</em></td></tr></table>"),
        "one that says the other form and is not": _foreign(
            '<p>{in_own} <span lang="{other}">{in_own}</span></p>'
        ),
        "one that a screen reader reads": _foreign('<p aria-label="{foreign}">–</p>'),
    },
)
