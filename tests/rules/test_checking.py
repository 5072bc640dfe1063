"""A file and all that is found in it: order, places, fingerprints, the year before, strictness."""

import os
from datetime import date
from pathlib import Path

import pytest

from bygdeplan.load import load_plan
from bygdeplan.rules.checking import passes
from bygdeplan.rules.plassering import Kontroll
from tests.checking import check_file
from tests.locking import lock_text
from tests.plans import TOPPDALEN

FØRST = "2030.yaml"
ANDRE = "2031.yaml"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Lay the invented pilot out in a folder of the test's own."""
    for name in (FØRST, ANDRE):
        (tmp_path / name).write_bytes((TOPPDALEN / name).read_bytes())
    return tmp_path


def edit(file: Path, *changes: tuple[str, str]) -> Kontroll:
    """Check a file with pieces of its text changed; each piece occurs once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return check_file(file)


def codes(kontroll: Kontroll) -> list[str]:
    return [finding.regel.code for finding in kontroll.findings]


TWELVE = [
    ("\nrevisjon: 1", "\nrevisjon: éin", "BP111"),
    ("\ndato: 2031-01-06", "\ndato: 6.1.31", "BP112"),
    ("  pilot: Toppdalen", '  pilot: ""', "BP106"),
    ("  periode: 2030–2033", "  periode: 2033–2030", "BP113"),
    ("beløp: 4 000 000", "beløp: 4.000", "BP110"),
    ("    formannskap: 2031-01-30", "    formanskap: 2031-01-30", "BP103"),
    ("    førebels: [kommunestyre]", "    førebels: [komunestyre]", "BP116"),
    ("      innstilling: fyrst", "      innstilling: midt i", "BP105"),
    ("\n  - Handlingsplan for 2031\n  - Endringsliste 2030–2031", " Handlingsplan", "BP104"),
    ("\n  reiseliv:", "\n  Reise Liv:", "BP114"),
    ("        prioritert: ja", "        prioritert: kanskje", "BP115"),
    ("        status: utsett", "        status: utsett\n        status: i arbeid", "BP101"),
]
"""What is written, what is written instead, and the rule that breaks; on the last line of it."""


def test_twelve_faults_are_twelve_findings_each_at_its_own_line(plans: Path) -> None:
    kontroll = edit(plans / ANDRE, *((old, new) for old, new, _ in TWELVE))
    lines = kontroll.fil.source.text.split("\n")
    found = [(f.regel.code, lines[f.span.line - 1]) for f in kontroll.findings]
    assert [code for code, _ in found] == [code for *_, code in TWELVE]
    wrong = [new.split("\n")[-1] for _, new, _ in TWELVE]
    assert [part in line for (_, line), part in zip(found, wrong, strict=True)] == [True] * 12


def test_findings_come_in_the_order_of_the_file(plans: Path) -> None:
    places = [(f.span.line, f.span.column) for f in check_file(plans / ANDRE).findings]
    assert places == sorted(places)


# --- what lies beside the file ---


def test_a_copy_beside_the_plan_is_told_of(plans: Path) -> None:
    as_it_stands = codes(check_file(plans / ANDRE))
    copy = plans / "2031-KONTOR-PC.yaml"
    copy.write_bytes((plans / ANDRE).read_bytes())
    kontroll = check_file(plans / ANDRE)
    [told] = [finding for finding in kontroll.findings if finding.regel.code == "BP014"]
    assert sorted(codes(kontroll)) == sorted([*as_it_stands, "BP014"])
    assert told.message == (
        "`2031-KONTOR-PC.yaml` ved sida av planen er ein kopi etter namnet, og blir ikkje lesen."
    )
    assert f'bygdeplan diff "{copy.as_posix()}" {(plans / ANDRE).as_posix()}. ' in told.help
    assert kontroll.fil.source.text.split("\n")[told.span.line - 1].startswith("år:")
    assert codes(check_file(plans / FØRST)).count("BP014") == 0


def test_work_that_is_not_saved_is_told_of(plans: Path) -> None:
    work = plans / ".2031.yaml.swp"
    work.touch()
    os.utime(plans / ANDRE, (1_000_000_000, 1_000_000_000))
    kontroll = check_file(plans / ANDRE)
    [told] = [finding for finding in kontroll.findings if finding.regel.code == "BP015"]
    assert told.path == ("år",)
    assert kontroll.fil.source.text.split("\n")[told.span.line - 1].startswith("år:")
    os.utime(work, (999_999_999, 999_999_999))
    assert codes(check_file(plans / ANDRE)).count("BP015") == 0


def test_a_copy_can_be_excused(plans: Path) -> None:
    (plans / "2031 (1).yaml").touch()
    reason = "# bygdeplan: tillat BP014 fordi kopien er til opplæring"
    kontroll = edit(plans / ANDRE, ("\når: 2031", f"\når: 2031  {reason}"))
    assert codes(kontroll).count("BP014") == 0
    assert [finding.regel.code for finding in kontroll.excused] == ["BP014"]


# --- signs that come along when text is pasted ---


@pytest.mark.parametrize("sign", ["\u202e", "\uf0b7", "\ufffd", "\x07", "\u2028"])
def test_a_sign_that_is_refused_is_told_of_once(sign: str, plans: Path) -> None:
    as_it_stands = codes(check_file(plans / ANDRE))
    text = "merknad: ekstraordinært"
    found = codes(edit(plans / ANDRE, (text, f"{text} m{sign}ø{sign}te")))
    assert sorted(found) == sorted([*as_it_stands, "BP007", "BP007"])


def test_what_is_cleaned_is_told_once_and_stands_nowhere(plans: Path) -> None:
    as_it_stands = check_file(plans / ANDRE)
    pasted = edit(
        plans / ANDRE,
        ("merknad: ekstraordinært", "merknad: ekstra\u00adordi\u200bnært"),
        ("samandrag: >-\n  ", "samandrag:\u200b >-\n\u2060  "),
    )
    assert pasted.fil.plan == as_it_stands.fil.plan
    assert sorted(codes(pasted)) == sorted(["BP013", *codes(as_it_stands)])
    assert passes(pasted, strict=True) == passes(as_it_stands, strict=True)


# --- fingerprints ---


def fingerprints(kontroll: Kontroll) -> list[str]:
    return [finding.fingerprint for finding in kontroll.findings]


BROKEN = (
    ("    vekt: 70", "    vekt: 71"),
    ("    kommunestyre: 2031-02-13", "    kommunestyre: 2031-02-15"),
)


def test_fingerprints_differ(plans: Path) -> None:
    prints = fingerprints(edit(plans / ANDRE, *BROKEN))
    assert len(prints) > 5
    assert len(set(prints)) == len(prints)


def test_fingerprints_stay_when_lines_move(plans: Path) -> None:
    before = fingerprints(edit(plans / ANDRE, *BROKEN))
    moved = edit(
        plans / ANDRE,
        ("\navtale:", "\n\n# Avtalen\n\navtale:"),
        ("    vekt: 71", "    # mest\n    vekt:   71  # prosent"),
        ("  pilot: Toppdalen", '  pilot: "Toppdalen"'),
    )
    assert fingerprints(moved) == before


def test_fingerprint_changes_with_the_value(plans: Path) -> None:
    before = fingerprints(edit(plans / ANDRE, ("nummer: 9901", "nummer: 99")))
    after = fingerprints(edit(plans / ANDRE, ("nummer: 99\n", "nummer: 98\n")))
    assert len(before) == len(after) == 1
    assert before != after


def test_fingerprint_of_a_fault_in_the_text_stays_when_lines_move(plans: Path) -> None:
    before = edit(plans / ANDRE, ("\nkonklusjon: >-", "\nsamandrag: To\nkonklusjon: >-"))
    after = edit(plans / ANDRE, ("\navtale:", "\n\n\navtale:"))
    assert codes(before) == codes(after)
    assert "BP101" in codes(before)
    assert fingerprints(before) == fingerprints(after)


def test_alike_findings_are_numbered(plans: Path) -> None:
    kontroll = edit(plans / ANDRE, ("\nkonklusjon: >-", "\nfristar: 1\nfristar: 1\nkonklusjon: >-"))
    twins = [f.fingerprint for f in kontroll.findings if f.regel.code == "BP101"]
    assert twins == [twins[0], f"{twins[0]}-2"]


# --- the year before ---


def test_year_before_is_read(plans: Path) -> None:
    kontroll = check_file(plans / ANDRE)
    assert kontroll.fjor is not None
    assert kontroll.fjor.plan is not None
    assert kontroll.fjor.plan.år == 2030


def test_first_year_has_none_before_it(plans: Path) -> None:
    assert check_file(plans / FØRST).fjor is None


def test_faulty_year_before_is_told_of(plans: Path) -> None:
    edit(plans / FØRST, ("\nrevisjon: 2", "\nrevisjon: to"))
    (finding,) = [f for f in check_file(plans / ANDRE).findings if f.regel.code == "BP009"]
    assert finding.path == ("år",)
    assert "2030.yaml" in finding.message


# --- what passes ---


def test_feil_never_passes(plans: Path) -> None:
    kontroll = edit(plans / ANDRE, ("    vekt: 70", "    vekt: 71"))
    assert not passes(kontroll)
    assert not passes(kontroll, strict=True)


def test_marks_and_åtvaringar_pass_until_it_is_strict(plans: Path) -> None:
    kontroll = check_file(plans / ANDRE)
    assert {"BP611", "BP612"} <= set(codes(kontroll))
    assert passes(kontroll)
    assert not passes(kontroll, strict=True)


def test_remarks_pass_when_it_is_strict_and_marks_do_not(plans: Path) -> None:
    kontroll = check_file(plans / ANDRE)
    remarks = tuple(f for f in kontroll.findings if f.regel.code == "BP511")
    marks = tuple(f for f in kontroll.findings if f.regel.code == "BP611")
    assert remarks
    assert marks
    assert passes(Kontroll(kontroll.fil, None, remarks), strict=True)
    assert not passes(Kontroll(kontroll.fil, None, marks), strict=True)


def test_day_brings_remarks_and_never_a_verdict(plans: Path) -> None:
    without, late = check_file(plans / ANDRE), check_file(plans / ANDRE, date(2031, 8, 1))
    new = {f.fingerprint: f for f in late.findings if f.fingerprint not in fingerprints(without)}
    assert {f.regel.code for f in new.values()} >= {"BP603", "BP604"}
    assert {f.regel.severity for f in new.values()} == {"merknad"}
    assert passes(late)


def test_fingerprints_do_not_go_by_the_day(plans: Path) -> None:
    first, second = (check_file(plans / ANDRE, date(2031, 8, day)) for day in (1, 9))
    assert fingerprints(first) == fingerprints(second)


# --- a locked revision ---


def lock(plan: Path, revision: int = 1, *changes: tuple[str, str]) -> Path:
    """Lock a plan file, with pieces of the text of the lock changed."""
    locked = load_plan(plan).plan
    assert locked is not None
    text = lock_text(locked, date(2031, 2, 19))
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file = plan.with_name(f"{plan.stem}-r{revision}.lock")
    file.write_text(text, encoding="utf-8")
    return file


def test_a_locked_plan_that_nobody_has_touched_is_as_before(plans: Path) -> None:
    before = check_file(plans / ANDRE)
    lock(plans / ANDRE)
    assert check_file(plans / ANDRE).checked == before.checked


def test_what_is_touched_after_the_plan_is_locked_is_found_at_its_line(plans: Path) -> None:
    before = codes(check_file(plans / ANDRE))
    lock(plans / ANDRE)
    kontroll = edit(
        plans / ANDRE,
        ("    kommunestyre: 2031-02-13", "    kommunestyre: 2031-02-14"),
        ("        nr: 4\n        tittel: Bestillingsskyss", "        nr: 9\n        tittel: Skyss"),
        ("start: 2031-03\n        slutt: 2033-12", "start: 2031-04\n        slutt: 2033-12"),
    )
    lines = kontroll.fil.source.text.split("\n")
    touched = [f for f in kontroll.findings if f.regel.code.startswith("BP53")]
    assert [(f.regel.code, lines[f.span.line - 1].strip()) for f in touched] == [
        ("BP532", "kommunestyre: 2031-02-14"),
        ("BP533", "nr: 9"),
        ("BP532", "tittel: Skyss"),
        ("BP531", "start: 2031-04"),
    ]
    assert kontroll.har_feil
    assert len(kontroll.findings) == len(before) + len(touched)


def test_what_was_settled_before_the_plan_is_locked_settles_nothing_after(plans: Path) -> None:
    reason = "            grunngjeving: Fylkeskommunen bruker dette namnet i heile fylket."
    settled = (reason, f"{reason}\n            nivå: ikkje-prinsipiell")
    edit(plans / ANDRE, settled)
    lock(plans / ANDRE)
    kontroll = edit(plans / ANDRE, ("tittel: Bestillingsskyss", "tittel: Skyss"))
    assert [code for code in codes(kontroll) if code.startswith("BP53")] == ["BP532"]
    later = "          - revisjon: 1\n            felt: tittel\n            nivå: ikkje-prinsipiell"
    before = "        endringar:\n          - revisjon: 1\n            felt: tittel\n" + reason
    added = f"        endringar:\n{later}\n            grunngjeving: Kortare.\n"
    rest = before.removeprefix("        endringar:\n")
    kontroll = edit(plans / ANDRE, (before, added + rest))
    assert [code for code in codes(kontroll) if code.startswith("BP53")] == ["BP533"]


def test_a_new_revision_is_free(plans: Path) -> None:
    lock(plans / ANDRE)
    kontroll = edit(
        plans / ANDRE,
        ("\nrevisjon: 1", "\nrevisjon: 2"),
        ("start: 2031-03\n        slutt: 2033-12", "start: 2031-04\n        slutt: 2033-12"),
    )
    assert not any(code.startswith("BP53") for code in codes(kontroll))


def test_the_newest_lock_counts(plans: Path) -> None:
    edit(plans / ANDRE, ("\nrevisjon: 1", "\nrevisjon: 2"))
    lock(plans / ANDRE, 2)
    (plans / "2031-r1.lock").write_text("ikkje ei låsefil", encoding="utf-8")
    kontroll = edit(plans / ANDRE, ("\nrevisjon: 2", "\nrevisjon: 1"))
    (finding,) = [f for f in kontroll.findings if f.regel.code == "BP534"]
    assert finding.message == (
        "Planen er revisjon 1, men revisjon 2 er vedteken 19.\u00a0februar 2031."
    )


@pytest.mark.parametrize(
    ("revision", "changes", "message"),
    [
        (1, [("Bestillingsskyss", "Skyss")], "er endra etter at revisjonen blei låst."),
        (1, [("låsefil: 1", "låsefil: 7")], "har eit format denne utgåva av bygdeplan ikkje"),
        (1, [("avtale:", "<<<<<<<")], "let seg ikkje lese (linje "),
        (2, [], "held revisjon 1, ikkje revisjon 2."),
    ],
)
def test_a_lock_that_does_not_hold_is_found(
    revision: int, changes: list[tuple[str, str]], message: str, plans: Path
) -> None:
    before = codes(check_file(plans / ANDRE))
    file = lock(plans / ANDRE, revision, *changes)
    kontroll = check_file(plans / ANDRE)
    assert sorted([*before, "BP012"]) == sorted(codes(kontroll))
    (finding,) = [f for f in kontroll.findings if f.regel.code == "BP012"]
    assert finding.message.startswith(f"Låsefila {file.as_posix()} ")
    assert message in finding.message
    assert kontroll.fil.source.text.split("\n")[finding.span.line - 1] == "revisjon: 1"
    assert kontroll.har_feil


def test_the_lock_of_another_plan_is_not_looked_at(plans: Path) -> None:
    lock(plans / FØRST)
    (plans / "2031-r1.lock.bak").write_text("x", encoding="utf-8")
    before = codes(check_file(plans / ANDRE))
    (plans / "2030-r1.lock").unlink()
    assert codes(check_file(plans / ANDRE)) == before
