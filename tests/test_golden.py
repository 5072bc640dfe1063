"""Whole documents of the invented pilot, as they are and as they were read and found good.

They lie as Markdown beside the plans they are made from. `pytest --refresh-golden` writes them
anew; what then differs is read before it is kept.
"""

from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
from bygdeplan.documents.saksframlegg import FORMER
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.plans import TOPPDALEN
from tests.rendered import plan

pytestmark = pytest.mark.slow

FOLDER = TOPPDALEN.parent
NAMES = [
    "saksframlegg-2031-toppdal.md",
    "saksframlegg-2031-toppdal-kropp.md",
    "saksframlegg-2031-ytre-glimsund.md",
    "saksframlegg-2031-ytre-glimsund-kropp.md",
    "handlingsplan-2031.md",
    "endringsliste-2030-2031.md",
    "statusrapport-2030.md",
    "vedtaksoversikt-2030.md",
    "vedtaksoversikt-2031.md",
]
MOST_LINES = 30


@cache
def made() -> dict[str, str]:
    """The documents as they are made now, by file name."""
    this, fjor = plan("2031"), plan("2030")
    documents = document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar), FORMER)
    # In the first year they have decided, in the second nobody has.
    documents += document_set(fjor, None, ["vedtaksoversikt"], [])
    files = produce(documents, Malar(), ["md"], Path())
    return {path.name: data.decode() for path, data in files.items()}


@pytest.mark.parametrize("name", NAMES)
def test_document_is_as_it_was(name: str, *, refresh_golden: bool) -> None:
    golden = FOLDER / name
    if refresh_golden:
        golden.write_text(made()[name], encoding="utf-8", newline="\n")
    before, now = golden.read_text("utf-8").splitlines(), made()[name].splitlines()
    differences = unified_diff(before, now, str(golden), "now", lineterm="", n=1)
    shown = list(islice(differences, MOST_LINES))
    assert not shown, "\n".join([*shown, "pytest --refresh-golden writes it anew."])


def test_every_document_has_its_golden_one() -> None:
    assert sorted(made()) == sorted(NAMES)
    assert sorted(path.name for path in FOLDER.glob("*.md")) == sorted(NAMES)
