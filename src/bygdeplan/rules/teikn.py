"""What the documents have trouble carrying: BP77x. Signs they cannot carry are BP007's."""

import re
from collections.abc import Iterator

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.rules.grunnlag import Grunnlag
from bygdeplan.rules.tekst import without_addresses

_RANGES = (
    "\t\n\r\u0020-\u04ff\u0531-\u05f4\u1d00-\u2040\u2044-\u2052\u2054-\u211e\u2120\u2122\u2124\u2126-\u2184"
    "\u2190-\u23ff\u2460-\u2606\u2609-\u262f\u2638-\u268b\u2690-\u269c\u26a0-\u26a7\u2701-\u2704"
    "\u2706-\u2709\u270c-\u2714\u2717-\u2726\u272a-\u274b\u2758-\u275e\u2761-\u277f\u2798-\u27af"
    "\u27b1-\u2bff\u2c60-\u2cff\ufb00-\ufb4f"
)
"""Signs that the PDF's faces have; a test sets each of them. Scripts nobody here writes are out."""
_NO_FACE = re.compile(f"[^{_RANGES}]")
_LONG_WORD = re.compile(r"[^\W\d_]{61,}")


def faces(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Every sign is in the faces of the PDF."""
    for field in grunnlag.texts:
        for sign in sorted(set(_NO_FACE.findall(field.text))):
            yield Brot(
                field.path,
                f"Teiknet «{sign}» (U+{ord(sign):04X}) manglar truleg i skriftene til pdf-en.",
                "Skriv det med vanlege bokstavar, eller ta det bort.",
                quote=sign,
            )


UTAN_SKRIFT = Prøveregel(
    "BP771",
    Severity.ÅTVARING,
    "teiknet manglar i pdf-skrifta",
    why="Skriftene i pdf-en har latinske, greske og kyrilliske bokstavar og dei fleste teikn. "
    "Emojiar og bokstavar frå andre skriftspråk har dei ikkje, og då blir det ingen pdf.",
    wrong="tittel: Bustader 😀",
    right="tittel: Bustader",
    finn=faces,
)


def long_words(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No word is too long to be broken."""
    for field in grunnlag.texts:
        for match in _LONG_WORD.finditer(without_addresses(field.text)):
            yield Brot(
                field.path,
                f"«{match[0][:20]}…» har {len(match[0])} bokstavar.",
                "Del ordet, eller set inn bindestrek der det kan delast.",
                quote=match[0],
            )


LANGT_ORD = Prøveregel(
    "BP772",
    Severity.ÅTVARING,
    "ordet er lengre enn 60 bokstavar",
    why="Eit så langt ord får ikkje plass i ei smal kolonne.",
    wrong="tittel: # 61 bokstavar utan mellomrom",
    right="tittel: # same innhald i fleire ord, eller med bindestrek",
    finn=long_words,
)


REGLAR = (UTAN_SKRIFT, LANGT_ORD)
