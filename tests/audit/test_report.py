"""Findings in a finished file as the reports take them: named, without lines, told apart."""

import pytest

from bygdeplan.audit import report
from bygdeplan.funn.finding import Finding, Regel, Severity

REGEL = Regel("BP861", Severity.ÅTVARING, "tomt avsnitt", "Difor.", "a", "b")
OTHER = Regel("BP862", Severity.FEIL, "tekstboks", "Difor.", "a", "b")
MESSAGE = "Under «Pengar»: Det står eit tomt avsnitt etter «Kostnad»."


def finding(
    nr: int = 12, message: str = MESSAGE, regel: Regel = REGEL, part: str = "word/document.xml"
) -> Finding:
    return regel.finding((part, "avsnitt", nr), message, "Slett det.")


def fingerprints(*findings: Finding) -> list[str]:
    return [told.fingerprint for told in report("plan.docx", findings).findings]


def test_finding_keeps_what_it_says_and_has_no_lines() -> None:
    checked = report("build/plan.docx", [finding()])
    (told,) = checked.findings
    assert (checked.name, checked.lines, checked.opphav) == ("build/plan.docx", (), None)
    assert (told.file, told.span) == ("build/plan.docx", None)
    assert told.path == ("word/document.xml", "avsnitt", 12)
    assert (told.message, told.help, told.unntak) == (MESSAGE, "Slett det.", None)


@pytest.mark.parametrize(
    "moved",
    [finding(nr=13), finding(message="Etter «Pengar» og «Kostnad» står det noko tomt.")],
    ids=["another number", "other words around the same quotes"],
)
def test_fingerprint_stays(moved: Finding) -> None:
    assert fingerprints(moved) == fingerprints(finding())


@pytest.mark.parametrize(
    "other",
    [
        finding(regel=OTHER),
        finding(part="word/footer1.xml"),
        finding(message=MESSAGE.replace("Kostnad", "Sum")),
    ],
    ids=["another rule", "another part", "other quotes"],
)
def test_fingerprint_is_another(other: Finding) -> None:
    assert fingerprints(other) != fingerprints(finding())


def test_alike_findings_are_told_apart() -> None:
    first, second, third = fingerprints(finding(1), finding(2), finding(3))
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_only_feil_is_feil() -> None:
    assert not report("plan.docx", [finding()]).har_feil
    assert report("plan.docx", [finding(), finding(regel=OTHER)]).har_feil
