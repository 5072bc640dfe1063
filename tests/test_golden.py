"""Whole documents of two invented pilots, as they are and as they were read and found good.

All that the first has, and some in both forms of the second, where one kommune writes Bokmål.

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
from bygdeplan.load import load_plan
from bygdeplan.model.plan import Plan
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.plans import CASES

pytestmark = pytest.mark.slow

NAMES = {
    "toppdalen": [
        "saksframlegg-2031-toppdal.md",
        "saksframlegg-2031-toppdal-kropp.md",
        "saksframlegg-2031-ytre-glimsund.md",
        "saksframlegg-2031-ytre-glimsund-kropp.md",
        "handlingsplan-2031.md",
        "endringsliste-2030-2031.md",
        "statusrapport-2030.md",
        "vedtaksoversikt-2030.md",
        "vedtaksoversikt-2031.md",
    ],
    "midtfjorden": [
        "saksframlegg-2031-bergsoya.md",
        "handlingsplan-2031.md",
        "handlingsplan-2031-bokmal.md",
        "vedtaksoversikt-2030.md",
        "vedtaksoversikt-2030-bokmal.md",
    ],
}
"""Pilot → its documents."""
GOLDEN = [(pilot, name) for pilot, names in NAMES.items() for name in names]
MOST_LINES = 30


def plan(pilot: str, year: int) -> Plan:
    read = load_plan(CASES / pilot / "plans" / f"{year}.yaml").plan
    assert read is not None
    return read


@cache
def made(pilot: str) -> dict[str, str]:
    """The documents of a pilot that have golden ones as they are made now, by file name."""
    this, fjor = plan(pilot, 2031), plan(pilot, 2030)
    documents = document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar), FORMER)
    # In the first year they have decided, in the second nobody has.
    documents += document_set(fjor, None, ["vedtaksoversikt"], [])
    if pilot != "toppdalen":
        documents = [one for one in documents if f"{one.filnamn}.md" in NAMES[pilot]]
    files = produce(documents, Malar(), ["md"], Path())
    return {path.name: data.decode() for path, data in files.items()}


@pytest.mark.parametrize(("pilot", "name"), GOLDEN)
def test_document_is_as_it_was(pilot: str, name: str, *, refresh_golden: bool) -> None:
    golden, is_now = CASES / pilot / name, made(pilot)[name]
    if refresh_golden:
        golden.write_text(is_now, encoding="utf-8", newline="\n")
    before, now = golden.read_text("utf-8").splitlines(), is_now.splitlines()
    differences = unified_diff(before, now, str(golden), "now", lineterm="", n=1)
    shown = list(islice(differences, MOST_LINES))
    assert not shown, "\n".join([*shown, "pytest --refresh-golden writes it anew."])


@pytest.mark.parametrize("pilot", NAMES)
def test_every_document_has_its_golden_one(pilot: str) -> None:
    assert sorted(made(pilot)) == sorted(NAMES[pilot])
    assert sorted(path.name for path in (CASES / pilot).glob("*.md")) == sorted(NAMES[pilot])
