"""Files that are no plans, and what is said of them; characters that no document can carry."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Finding, Severity, Span
from bygdeplan.load.text import MAX_BYTES, composed, decode, decode_pasted, read_bytes
from bygdeplan.ord.teikn import without_forbidden

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def fault(path: Path) -> str:
    with pytest.raises(Fault) as stopped:
        read_bytes(path)
    return str(stopped.value).replace(str(path), "FIL")


# Files


def test_an_ordinary_file(tmp_path: Path) -> None:
    file = tmp_path / "2031.yaml"
    file.write_bytes(b"a: 1\r\n")
    assert read_bytes(file) == b"a: 1\r\n"


def test_no_file(tmp_path: Path) -> None:
    told = "Fila FIL finst ikkje. Sjå etter om namnet og mappa er rette."
    (tmp_path / "file").touch()
    assert fault(tmp_path / "2031.yaml") == told
    assert fault(tmp_path / "file" / "2031.yaml") == told
    assert fault(tmp_path / ("2" * 5000)) == told


def test_folder(tmp_path: Path) -> None:
    assert fault(tmp_path) == "FIL er ei mappe, ikkje ei fil. Skriv namnet på planfila."


@needs_posix
def test_pipe_and_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    told = "FIL er ikkje ei vanleg fil. Skriv namnet på planfila."
    assert fault(pipe) == told
    assert fault(Path("/dev/zero")) == told


@needs_posix
def test_links_in_a_ring(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert fault(tmp_path / "a") == "Fila FIL kan ikkje lesast (ELOOP)."


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "2031.yaml"
    file.touch()
    monkeypatch.setattr(Path, "open", raising(PermissionError(13, "Permission denied")))
    assert fault(file) == "Fila FIL kan ikkje lesast: du har ikkje løyve."


def test_file_that_vanishes_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "2031.yaml"
    file.touch()
    monkeypatch.setattr(Path, "open", raising(FileNotFoundError(2, "No such file")))
    assert fault(file) == "Fila FIL finst ikkje. Sjå etter om namnet og mappa er rette."


def raising(error: OSError) -> object:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_file_of_100_megabytes(tmp_path: Path) -> None:
    file = tmp_path / "2031.yaml"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)  # takes no room on the disk
    assert fault(file) == "FIL er større enn ei planfil kan vere (1 MB)."


def test_the_largest_file(tmp_path: Path) -> None:
    file = tmp_path / "2031.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(file)) == MAX_BYTES
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "større enn ei planfil" in fault(file)


# Encodings


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("år: 2031".encode(), "år: 2031"),
        ("år: 2031".encode("utf-8-sig"), "år: 2031"),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
        (b"a:\t1", "a:\t1"),
        ("a: 😀 \u00a0 \u00ad".encode(), "a: 😀 \u00a0 \u00ad"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    decoded, findings = decode(data)
    assert (decoded, list(findings)) == (text, [])


PLAN = "# Planen\navtale: 2\nfjellgård: 1\n"


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (PLAN.encode("utf-16"), "Fila er lagra som UTF-16.", (1, 1)),
        (PLAN.encode("utf-16-le"), "Fila er lagra som UTF-16.", (1, 1)),
        (PLAN.encode("utf-16-be"), "Fila er lagra som UTF-16.", (1, 1)),
        (PLAN.encode("utf-32"), "Fila er lagra som UTF-16.", (1, 1)),
        (PLAN.encode("latin-1"), "Fila er ikkje lagra som UTF-8.", (3, 7)),
        (PLAN.encode("cp1252").replace(b"\n", b"\r\n"), "Fila er ikkje lagra som UTF-8.", (3, 7)),
        (PLAN.encode() + b"\xff", "Fila er ikkje lagra som UTF-8.", (4, 1)),
        ("å".encode()[:1], "Fila er ikkje lagra som UTF-8.", (1, 1)),
        (b"PK\x03\x04\x14\x00", "Fila er eit dokument frå Word", (1, 1)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Fila er eit eldre dokument frå Word", (1, 1)),
        (b"{\\rtf1\\ansi", "Fila er eit dokument frå eit tekstbehandlingsprogram", (1, 1)),
        (b"%PDF-1.7\n", "Fila er ein pdf", (1, 1)),
    ],
)
def test_file_that_is_no_text_in_utf8(data: bytes, message: str, place: tuple[int, int]) -> None:
    text, findings = decode(data)
    [finding] = findings
    assert finding.span is not None
    assert text == ""
    assert finding.regel.code == "BP001"
    assert finding.message.startswith(message)
    assert (finding.span.line, finding.span.column) == place
    assert "UTF-8" in finding.help


# Characters


@pytest.mark.parametrize("read", [decode, decode_pasted])
@pytest.mark.parametrize(
    ("character", "message", "advice"),
    [
        ("\x07", "Teiknet U+0007 kan ikkje stå i eit dokument.", "Slett teiknet; det er oftast"),
        (
            "\u202e",
            "Teiknet U+202E (høgre-til-venstre-overstyring) kan ikkje stå i eit dokument.",
            "Slett teiknet. Det syner ikkje, men snur teksten for somme lesarar.",
        ),
    ],
)
def test_character_that_no_document_can_carry(
    read: Callable[[bytes], tuple[str, Iterator[Finding]]],
    character: str,
    message: str,
    advice: str,
) -> None:
    text, findings = read(f"a: 1\nbé: x{character}y  # og {character}\n".encode())
    assert text == "a: 1\nbé: x\ufffdy  # og \ufffd\n"
    for finding, column in zip(findings, (6, 15), strict=True):
        assert finding.span == Span(2, column, 2, column + 1)
        assert (finding.regel.code, finding.message) == ("BP007", message)
        assert finding.help.startswith(advice)


def test_each_forbidden_character_is_found() -> None:
    _, findings = decode(b"a: \x01\x02\nb: \x03\n")
    assert [(f.span.line, f.span.column) for f in findings if f.span] == [(1, 4), (1, 5), (2, 4)]


def test_what_is_pasted_is_cleaned_and_told_once() -> None:
    typed = "a: bu\u00adstad\u00ad\nb: 1\n# x\u200by\nc: |\n  \uf0b7\tett\n  \uf0b7\tto\n"
    text, findings = decode_pasted(typed.encode())
    [finding] = findings
    assert text == "a: bustad\nb: 1\n# xy\nc: |\n  - ett\n  - to\n"
    assert finding.span == Span(1, 1, 1, 2)
    assert finding.regel.code == "BP013"
    assert finding.regel.severity is Severity.MERKNAD
    assert finding.message == (
        "Teikn frå eit anna program er tekne bort eller bytte: mjuk bindestrek (2), teikn utan "
        "breidd (1) og listeteikn (2), på linje 1, 3, 5 og 6."
    )


def test_not_every_line_is_named() -> None:
    _, findings = decode_pasted(("a\u200b\n" * 12).encode())
    [finding] = findings
    assert finding.message.endswith("på linje 1, 2, 3, 4, 5, 6, 7, 8, 9 og 10 og fleire.")


def test_what_keeps_a_plan_from_being_read_is_cleaned_away() -> None:
    """Where it stands it would be a part of a key, a mark or the space that sets it in."""
    text, _ = decode_pasted("\ufeffa:\u200b 1\nb:\n-\u200b x\n\ufeff- y\n  \u2003c: 2".encode())
    assert text == "a: 1\nb:\n- x\n- y\n   c: 2"


def test_a_lock_is_read_as_it_was_written() -> None:
    text, findings = decode("a: bu\u00adstad".encode())
    assert (text, [*findings]) == ("a: bu\u00adstad", [])


@pytest.mark.parametrize(
    ("written", "composed_"),
    [("a\u030a", "å"), ("o\u0308", "ö"), ("å", "å"), ("ø", "ø"), ("\u0316\u0301", "\u0316\u0301")],
)
def test_letters_are_put_together(written: str, composed_: str) -> None:
    assert composed(written) == composed_


def test_heap_of_marks_is_left_as_it_is() -> None:
    heap = "a" + "\u0316\u0301" * 200_000
    assert composed(heap) == heap


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_text_that_can_be_carried_on_or_a_finding(data: bytes) -> None:
    for read in (decode, decode_pasted):
        text, findings = read(data)
        assert text or list(findings) or not data.removeprefix(b"\xef\xbb\xbf")
        assert without_forbidden(text) == text
        assert "\r" not in text


def test_each_sign_is_as_nfc_has_it() -> None:
    """Each sign there is, beside letters that a mark goes together with."""
    for code in range(0x110000):
        text = f"A{chr(code)}å{chr(code)}"
        assert composed(text) == normalize("NFC", text)
    assert composed("A\u030a og – «å»") == "Å og – «å»"
    assert composed("\u2000\u2126") == "\u2002Ω"
