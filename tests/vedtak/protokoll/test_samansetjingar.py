"""A hundred minutes put together at random of pieces whose truth is known, in every format."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random

import pytest

from bygdeplan.vedtak.protokoll.dom import Funn, Vedtaksdom
from bygdeplan.vedtak.protokoll.gransking import Granskar
from bygdeplan.vedtak.protokoll.les import read_document
from tests.plans import plan_with
from tests.vedtak.protokoll.filer import ENDINGS, Ending, as_file, whole
from tests.vedtak.protokoll.former import (
    BINDANDE_LINJER,
    LINJER_ETTER,
    NUMMERERTE,
    OVERSKRIFTER,
)
from tests.vedtak.protokoll.moteboker import PUNKT
from tests.vedtak.protokoll.saksystem import SAKSYSTEM, Saksystem

pytestmark = pytest.mark.slow

GRANSKAR = Granskar(plan_with())
Bit = tuple[str, bool]
"""A piece of minutes, and whether minutes with it can still be identical."""

MØTE: tuple[Bit, ...] = (
    ("Utval: Kommunestyret\nMøtedato: 20.02.2031", True),
    ("Kommunestyret 20.02.2031", True),
    ("Utvalg: Kommunestyret\nDato: 20.02.2031\nTidspunkt: 10:00", True),
    ("Møteprotokoll for Kommunestyret\nMøtedato: 20. februar 2031", True),
    ("Utval: Kommunestyret\nMøtedato: 13.03.2031", False),
    ("Utval: Eldrerådet\nMøtedato: 20.02.2031", False),
    ("Møtestad: Kommunestyresalen", False),
)
SAKER: tuple[Bit, ...] = (
    ("PS 12/31 Handlingsplan 2031 for bygdevekstavtalen Toppdalen", True),
    ("Sak 12/31 Handlingsplan 2031 for bygdevekstavtalen", True),
    ("KS-sak 12/31 Handlingsplan 2031 for bygdevekstavtalen", True),
    ("012/31 Handlingsplan 2031 for bygdevekstavtalen", True),
    ("Sak 12/31 Handlingsplan 2030 for bygdevekstavtalen", False),
)
# A day in the heading would tell what a head without one does not.
VEDTAK: tuple[Bit, ...] = tuple(
    (heading, truth == "likt")
    for heading, truth in OVERSKRIFTER.items()
    if truth != "innstilling" and "20" not in heading
)
PUNKTA: tuple[Bit, ...] = (
    *((points, True) for points in NUMMERERTE.values()),
    (PUNKT.replace("språklege", "mindre"), False),
    (PUNKT.replace("blir vedteken", "blir ikkje vedteken"), False),
    (f"{PUNKT}4. Eigendelen blir sett til null.\n", False),
)
ETTER: tuple[Bit, ...] = (
    *((line, True) for line in LINJER_ETTER),
    *((line, False) for line in BINDANDE_LINJER),
)
KANTAR: tuple[tuple[str, str, bool], ...] = (
    ("Toppdal kommune", "Side 1 av 1", True),
    ("TOPPDAL KOMMUNE", "https://www.toppdal.kommune.no/sak/12 1/1", True),
    ("Toppdal kommune – Kommunestyret", "Kommunehuset, 9901 Toppdal", True),
    ("Toppdal kommune", "", True),
    ("", "Side 1 av 1", False),
)
"""What stands at the top and at the foot of the page."""


@dataclass(frozen=True)
class Samansetjing:
    """Minutes, their format, and whether they are identical with the plan."""

    tekst: str
    format: Ending
    sant: bool

    def __str__(self) -> str:
        return f"{self.format}, {'identical' if self.sant else 'not to be relied on'}"


def put_together(rnd: Random) -> Samansetjing:
    """One piece of each kind, most of them such as stand in plain minutes."""

    def chosen(pieces: tuple[Bit, ...]) -> Bit:
        plain = [piece for piece in pieces if piece[1]]
        return rnd.choice(plain if rnd.random() < 0.65 else pieces)

    top, foot, known = rnd.choice(KANTAR[:-1] if rnd.random() < 0.9 else KANTAR)
    parts = [chosen(kind) for kind in (MØTE, SAKER, VEDTAK, PUNKTA, ETTER)]
    meeting, case, heading, points, after = (text for text, _ in parts)
    body = f"{top}\nMøtebok\n\n{meeting}\n\n{case}\n\n{heading}\n{points}\n{after}\n\n{foot}\n"
    return Samansetjing(body, rnd.choice(ENDINGS), known and all(truth for _, truth in parts))


RANDOM = Random(2031)  # noqa: S311  # for pieces of minutes
SAMANSETJINGAR = [put_together(RANDOM) for _ in range(100)]


def as_page(text: str) -> str:
    """The minutes as a web page: a paragraph for each line, as people save them."""
    return whole("".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip()))


@pytest.mark.parametrize("made", SAMANSETJINGAR, ids=str)
def test_put_together(made: Samansetjing, tmp_path: Path) -> None:
    file = tmp_path / f"moetebok.{made.format}"
    if made.format == "txt":
        file.write_text(made.tekst, encoding="utf-8")
    else:
        file.write_bytes(as_file(as_page(made.tekst), made.format))
    opphav, funn = GRANSKAR.examine(read_document(file))
    assert opphav.kommune in ("toppdal", "")
    assert (funn.dom is Vedtaksdom.LIK and bool(opphav.kommune)) is made.sant, funn.grunnar


def in_format(text: str, ending: Ending, folder: Path) -> Funn:
    """What minutes decide when they have been saved in a format."""
    file = folder / f"moetebok.{ending}"
    is_text = ending == "txt"
    file.write_bytes(text.encode() if is_text else as_file(as_page(text), ending))
    return GRANSKAR.examine(read_document(file))[1]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("system", SAKSYSTEM, ids=str)
def test_every_system_in_every_format(system: Saksystem, ending: Ending, tmp_path: Path) -> None:
    funn = in_format(system.skriv(), ending, tmp_path)
    assert funn.dom is Vedtaksdom.LIK, funn.grunnar
    other = system.skriv(punkt=PUNKT.replace("språklege", "store"))
    assert in_format(other, ending, tmp_path).dom is Vedtaksdom.ULIK


def test_there_are_enough_of_both() -> None:
    identical = sum(made.sant for made in SAMANSETJINGAR)
    assert 30 <= identical <= 70
    assert {made.format for made in SAMANSETJINGAR} == set(ENDINGS)
