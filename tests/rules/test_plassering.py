"""Where findings stand: words in a longer text, paths as the file writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.funn.finding import Finding, Regel, Severity, Span
from bygdeplan.load.planfil import read_plan
from bygdeplan.model.merke import Path
from bygdeplan.rules.plassering import LocatedFinding, locate

REGEL = Regel("BP701", Severity.ÅTVARING, "bokmålsform", "Difor.", "a", "b")

TEXT = """\
tittel: Ikke så ille
skildring: |
  Tiltaket er ikke nytt.
  Det er ikkje nytt, men ikke
  gammalt.
budsjett:
  2031:
    - kostnad: x
"""


def placed(text: str, *findings: Finding) -> list[LocatedFinding]:
    return locate(read_plan(text.encode(), "plan.yaml").source, findings)


def quoting(path: Path, quote: str) -> Finding:
    return REGEL.finding(path, f"«{quote}» er bokmål.", "Skriv noko anna.", quote=quote)


QUOTES = {
    "in a long text": (("skildring",), "ikke", Span(3, 15, 3, 19)),
    "not within another word": (("skildring",), "ikkje", Span(4, 10, 4, 15)),
    "whatever the case": (("tittel",), "ikke", Span(1, 9, 1, 13)),
    "over two lines": (("skildring",), "ikke gammalt", Span(4, 26, 5, 10)),
    "not there": (("skildring",), "boliger", Span(2, 1, 2, 10)),
    "where nothing is": (("innleiing",), "ikke", Span(1, 1, 1, 7)),
}


@pytest.mark.parametrize(("path", "quote", "span"), QUOTES.values(), ids=QUOTES)
def test_quoted_words_are_pointed_at(path: Path, quote: str, span: Span) -> None:
    (finding,) = placed(TEXT, quoting(path, quote))
    assert finding.span == span


def test_years_in_a_path_are_keys_and_list_positions_are_not() -> None:
    (finding,) = placed(TEXT, REGEL.finding(("budsjett", 2031, 0, "kostnad"), "x", "y"))
    assert finding.path == ("budsjett", "2031", 0, "kostnad")


def test_findings_come_in_the_order_of_the_file() -> None:
    below, above = quoting(("skildring",), "ikke"), quoting(("tittel",), "ikke")
    assert [finding.span.line for finding in placed(TEXT, below, above)] == [1, 3]


def test_fingerprint_goes_by_the_values_a_message_names_and_not_by_its_words() -> None:
    def fingerprint(message: str) -> str:
        (finding,) = placed(TEXT, REGEL.finding(("budsjett",), message, "y"))
        return finding.fingerprint

    first = fingerprint("Summen er 90 %, ikkje 100 %.")
    assert fingerprint("Her blir det 90 % til saman, og ikkje 100 %.") == first
    assert fingerprint("Summen er 95 %, ikkje 100 %.") != first


# How long what is written is, where in it a finding points, signs that count and that do not.
COUNTED: dict[str, tuple[int, Span | None, set[int], set[int]]] = {
    "a value of eighty signs": (80, None, {0, 79}, set()),
    "a longer one": (81, None, set(), {0, 80}),
    "around a place in a long line": (400, Span(1, 200, 1, 201), {120, 279}, {119, 280}),
    "near the beginning of a line": (400, Span(1, 9, 1, 10), {0, 159}, {160}),
}


@pytest.mark.parametrize(("length", "span", "counted", "others"), COUNTED.values(), ids=COUNTED)
def test_what_a_finding_is_about_is_part_of_its_fingerprint(
    length: int, span: Span | None, counted: set[int], others: set[int]
) -> None:
    def fingerprint(written: str) -> str:
        text = written if span else f"tittel: {written}"
        (finding,) = placed(text, REGEL.finding(("tittel",), "x", "y", span=span))
        return finding.fingerprint

    plain = "a" * length
    changed = {at: f"{plain[:at]}b{plain[at + 1 :]}" for at in counted | others}
    assert {
        at for at, text in changed.items() if fingerprint(text) != fingerprint(plain)
    } == counted


@given(blank=st.lists(st.sampled_from(["", "# ei linje", "  # ei til"]), max_size=20))
def test_fingerprints_stay_wherever_the_lines_are(blank: list[str]) -> None:
    findings = [
        quoting(("skildring",), "ikke"),
        REGEL.finding(("tittel",), "x", "y"),
        REGEL.finding(("budsjett", "2031", 0, "kostnad"), "x", "y"),
        REGEL.finding(("budsjett",), "Summen er 90.", "y", at_key=True),
    ]
    moved = "\n".join([*blank, TEXT])
    assert [f.fingerprint for f in placed(moved, *findings)] == [
        f.fingerprint for f in placed(TEXT, *findings)
    ]
