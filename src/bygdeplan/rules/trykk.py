"""What cannot be printed: private numbers and addresses, signs and words. BP75x and BP77x.

Messages do not repeat a private number or address: they are kept in logs that more people read.
Signs that no document can carry are BP007's.
"""

import re
from collections.abc import Iterator
from datetime import date

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.ord.teikn import LOST
from bygdeplan.rules.grunnlag import Grunnlag

_ELEVEN_DIGITS = re.compile(r"(?<!\d)(\d{6})[ \u00a0-]?(\d{5})(?!\d)")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_PRIVATE = (
    "gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|online|broadpark|getmail"
    "|lyse|altibox|proton|protonmail"
)
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]+@(?:{_PRIVATE})\.(?:com|no|net|me)(?![\w-]|\.\w)", re.IGNORECASE
)
# 900 00 000, 90 00 00 00 or 90000000: an amount is grouped in threes from the right, and a kroner
# sign or a million tells it too.
_MOBILE = re.compile(
    r"(?<![\w.,/-])(?<!\d )(?:(?:\+|00)47 ?)?"
    r"(?:[49]\d\d \d\d \d{3}|[49]\d \d\d \d\d \d\d|[49]\d{7})"
    r"(?![\w/]|[.,]\d| ?(?:kr|kroner|mill|%)| \d)"
)


def identity_numbers(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No national identity number or D-number anywhere."""
    for field in grunnlag.texts:
        if any(is_identity_number("".join(found)) for found in _ELEVEN_DIGITS.findall(field.text)):
            yield Brot(
                field.path,
                "Her står det eit fødselsnummer eller D-nummer.",
                "Slett nummeret. Har fila vore delt, bør personvernombodet få vite det.",
            )


FØDSELSNUMMER = Prøveregel(
    "BP751",
    Severity.FEIL,
    "fødselsnummer",
    why="Planen og saksframlegga er offentlege. Fødselsnummer og D-nummer skal aldri stå der. "
    "Regelen ser etter elleve siffer med ein mogleg fødselsdato og rette kontrollsiffer.",
    wrong="ansvarleg: Kari Nordmann, 010150 …",
    right="ansvarleg: Kari Nordmann",
    finn=identity_numbers,
)


def private_addresses(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No e-mail address at a private provider."""
    for field in grunnlag.texts:
        if _EMAIL.search(field.text):
            yield Brot(
                field.path,
                "Her står det ei privat e-postadresse.",
                "Slett adressa, eller bruk adressa til kommunen eller organet.",
            )


PRIVAT_EPOST = Prøveregel(
    "BP752",
    Severity.ÅTVARING,
    "privat e-postadresse",
    why="Planen er offentleg. Adressa til eit organ kan stå der, ei privat adresse ikkje.",
    wrong="ansvarleg: kari@gmail.com",
    right="ansvarleg: post@fjelldal.kommune.no",
    finn=private_addresses,
)


def mobile_numbers(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No mobile number."""
    for field in grunnlag.texts:
        if _MOBILE.search(field.text.replace("\u00a0", " ")):
            yield Brot(
                field.path,
                "Her står det noko som ser ut som eit mobilnummer.",
                "Slett nummeret, eller bruk sentralbordet til kommunen.",
            )


TELEFON = Prøveregel(
    "BP753",
    Severity.ÅTVARING,
    "mobilnummer",
    why="Planen er offentleg. Mobilnummeret til ein person skal ikkje stå der.",
    wrong="ansvarleg: Kari Nordmann, 900 00 000",
    right="ansvarleg: Kari Nordmann",
    finn=mobile_numbers,
)


def is_identity_number(digits: str) -> bool:
    """Whether eleven digits are a fødselsnummer, or a D-number (4 is added to its first digit).

    The day is one of the calendar's and both control digits are right; the century is left open.
    """
    day, month = int(digits[:2]) % 40, int(digits[2:4])
    numbers = [int(digit) for digit in digits]
    return (
        _possible(day, month)
        and _divides(numbers, _FIRST_WEIGHTS)
        and _divides(numbers, _SECOND_WEIGHTS)
    )


def _possible(day: int, month: int) -> bool:
    try:
        date(2000, month, day)  # a leap year
    except ValueError:
        return False
    return True


def _divides(numbers: list[int], weights: tuple[int, ...]) -> bool:
    return sum(n * weight for n, weight in zip(numbers, weights, strict=False)) % 11 == 0


_RANGES = (
    "\t\n\r\u0020-\u04ff\u0531-\u05f4\u1d00-\u2040\u2044-\u2052\u2054-\u211e\u2120\u2122\u2124\u2126-\u2184"
    "\u2190-\u23ff\u2460-\u2606\u2609-\u262f\u2638-\u268b\u2690-\u269c\u26a0-\u26a7\u2701-\u2704"
    "\u2706-\u2709\u270c-\u2714\u2717-\u2726\u272a-\u274b\u2758-\u275e\u2761-\u277f\u2798-\u27af"
    "\u27b1-\u2bff\u2c60-\u2cff\ufb00-\ufb4f"
)
"""Signs that the PDF's faces have; a test sets each of them. Scripts nobody here writes are out."""
# What has taken the place of a sign that BP007 has refused is told of there.
_NO_FACE = re.compile(f"[^{_RANGES}{LOST}]")
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
        for match in _LONG_WORD.finditer(field.aloud):
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


REGLAR = (
    FØDSELSNUMMER,
    PRIVAT_EPOST,
    TELEFON,
    UTAN_SKRIFT,
    LANGT_ORD,
)
