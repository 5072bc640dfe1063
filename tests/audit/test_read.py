"""Files that are no documents, or that someone made to do harm: each is told, none gets through."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bygdeplan.audit import audit_file
from bygdeplan.funn.fault import Fault
from bygdeplan.les import grenser
from bygdeplan.les.docx_text import DocxTextReader
from tests.audit.planting import Ending, findings, rendered

pytestmark = pytest.mark.slow

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
FILE_ENTITY = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EXCEL = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
STRICT = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
DEEP = b"<w:tbl><w:tr><w:tc>" * 80


def zipped(**parts: bytes) -> bytes:
    """A package of parts by name."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_part(ending: Ending, name: str, content: bytes) -> bytes:
    """A rendered file with one part replaced."""
    return zipped(**_parts(ending) | {name: content})


def without_part(ending: Ending, name: str) -> bytes:
    """A rendered file with one part left out."""
    return zipped(**{part: old for part, old in _parts(ending).items() if part != name})


def _parts(ending: Ending) -> dict[str, bytes]:
    with ZipFile(BytesIO(rendered(ending))) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def with_password(file: bytes) -> bytes:
    """A zip file that says of its parts that they are encrypted."""
    changed = bytearray(file)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + flags] |= 1
            place = changed.find(signature, place + 4)
    return bytes(changed)


def document(content: bytes, before: bytes = b"") -> bytes:
    """A docx with this in its body."""
    body = b"<w:document " + W + b"><w:body>" + content + b"</w:body></w:document>"
    return with_part("docx", "word/document.xml", before + body)


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a pdf": (lambda: b"%PDF-1.7\n", "BP801", "pdf"),
    "some text": (lambda: b"Handlingsplan 2031", "BP801", "same kva ho heiter"),
    "Word before 2007": (lambda: COMPOUND, "BP801", "før 2007"),
    "a spreadsheet": (lambda: with_part("docx", "word/document.xml", EXCEL), "BP801", "Office-fil"),
    "strict Open XML": (lambda: with_part("docx", "word/document.xml", STRICT), "BP801", "Strict"),
    "any zip file": (lambda: zipped(a=b"a"), "BP801", "korkje docx eller odt"),
    "nothing": (lambda: b"", "BP802", "tom"),
    "half a docx": (lambda: rendered("docx")[:4000], "BP802", "avbroten"),
    "half an odt": (lambda: rendered("odt")[:4000], "BP802", "avbroten"),
    "no text": (lambda: without_part("docx", "word/document.xml"), "BP802", "word/document.xml"),
    "no styles": (lambda: without_part("odt", "styles.xml"), "BP802", "styles.xml"),
    "not XML": (lambda: with_part("odt", "content.xml", b"<a>"), "BP802", "content.xml"),
    "entities": (lambda: document(b"&b;", ENTITIES), "BP802", "DOCTYPE"),
    "a file drawn in": (lambda: document(b"&a;", FILE_ENTITY), "BP802", "DOCTYPE"),
    "too deep": (lambda: document(b"<w:p>" * 999 + b"</w:p>" * 999), "BP804", "djupare"),
    "docx with password": (
        lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "BP803",
        "passord",
    ),
    "odt with password": (
        lambda: with_part("odt", "META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        "BP803",
        "passord",
    ),
    "zip with password": (lambda: with_password(rendered("docx")), "BP803", "passord"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_file_is_refused(name: str, tmp_path: Path) -> None:
    make, code, said = REFUSED[name]
    [finding] = findings(make(), tmp_path)
    assert finding.regel.code == code
    assert said in finding.message


def test_web_page_is_refused_as_one(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    page.write_text("<!doctype html>", encoding="utf-8")
    [finding] = audit_file(page).findings
    assert (finding.regel.code, "nettside" in finding.message) == ("BP801", True)


def test_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = with_part("docx", "word/document.xml", b" " * (grenser.UTPAKKA.most + 1))
    assert len(bomb) < 1_000_000
    [finding] = findings(bomb, tmp_path)
    assert (finding.regel.code, "60 MB" in finding.message) == ("BP804", True)


def notes(count: int) -> bytes:
    """Footnotes, a paragraph each."""
    each = b"<w:footnote><w:p/></w:footnote>"
    return b"<w:footnotes " + W + b">" + each * count + b"</w:footnotes>"


CELLS = b"<w:tbl><w:tr>" + b"<w:tc><w:p/></w:tc>" * 40 + b"</w:tr></w:tbl>"
PAST: dict[str, tuple[str, Callable[[], bytes]]] = {
    "bytes": ("FIL", lambda: rendered("docx")),
    "parts": ("DELAR", lambda: rendered("docx")),
    "bytes unpacked": ("UTPAKKA", lambda: rendered("odt")),
    "bytes of parts together": ("UTPAKKA", lambda: rendered("docx")),
    "tags": ("TAGGAR", lambda: rendered("odt")),
    "paragraphs": ("AVSNITT", lambda: document(b"<w:p/>" * 40)),
    "paragraphs of an odt": ("AVSNITT", lambda: rendered("odt")),
    "paragraphs in cells": ("AVSNITT", lambda: document(CELLS)),
    "paragraphs beside the text": (
        "AVSNITT",
        lambda: with_part("docx", "word/footnotes.xml", notes(40)),
    ),
}
"""What a file has too many of: the limit, which is then low, and the file."""
LOW = {"UTPAKKA": 20_000, "AVSNITT": 30}


@pytest.mark.parametrize("name", PAST)
def test_file_past_a_limit_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit, make = PAST[name]
    lowered(monkeypatch, limit, LOW.get(limit, 3))
    [finding] = findings(make(), tmp_path)
    assert finding.regel.code == "BP804"
    assert finding.message.endswith(", som er grensa.")
    assert "i ei eiga fil" in finding.help


@pytest.mark.parametrize("ending", ["docx", "odt"])
@pytest.mark.parametrize("limit", ["FIL", "DELAR", "UTPAKKA", "TAGGAR", "AVSNITT"])
def test_what_we_make_is_far_within_every_limit(
    limit: str, ending: Ending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lowered(monkeypatch, limit, getattr(grenser, limit).most // 20)
    assert "BP804" not in {finding.regel.code for finding in findings(rendered(ending), tmp_path)}


def test_paragraphs_are_counted_before_any_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lowered(monkeypatch, "AVSNITT", 30)
    monkeypatch.setattr(DocxTextReader, "__init__", None)
    [finding] = findings(document(b"<w:p/>" * 31), tmp_path)
    assert finding.message == "Fila har meir enn 30 avsnitt, som er grensa."


def lowered(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    """Let a limit be so low that a small file is past it."""
    low = replace(getattr(grenser, limit), most=most, per=1)
    monkeypatch.setattr(grenser, limit, low)


def test_tables_in_tables_are_read(tmp_path: Path) -> None:
    nested = DEEP + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80
    assert "BP821" in {finding.regel.code for finding in findings(document(nested), tmp_path)}


def test_spaces_beyond_number_are_not_made(tmp_path: Path) -> None:
    content = b"""<office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
        <text:p>a<text:s text:c="99999999999"/>b</text:p></office:text></office:body>
        </office:document-content>"""
    seen = findings(with_part("odt", "content.xml", content), tmp_path)
    assert "BP864" in {finding.regel.code for finding in seen}


@pytest.mark.parametrize(
    ("path", "said"), [("borte.docx", "finst ikkje"), (".", "er ikkje ei fil")]
)
def test_what_is_no_file_ends_it(path: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(Fault, match=said):
        audit_file(tmp_path / path)


def test_ending_does_not_matter(tmp_path: Path) -> None:
    renamed = tmp_path / "plan.txt"
    renamed.write_bytes(rendered("docx"))
    file = (tmp_path / "fil").as_posix()
    seen = [replace(each, file=file, fingerprint="") for each in audit_file(renamed).findings]
    assert seen == findings(rendered("docx"), tmp_path)


@pytest.mark.parametrize("ending", ["docx", "odt"])
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_gives_findings_and_nothing_worse(
    ending: Ending, data: st.DataObject, tmp_path: Path
) -> None:
    file = bytearray(rendered(ending))
    for _ in range(data.draw(st.integers(1, 4))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    assert all(finding.message for finding in findings(bytes(file), tmp_path))


@pytest.mark.parametrize("ending", ["docx", "odt"])
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_text_gives_findings_and_nothing_worse(
    ending: Ending, data: st.DataObject, tmp_path: Path
) -> None:
    part = {"docx": "word/document.xml", "odt": "content.xml"}[ending]
    text = _parts(ending)[part]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 60))
    damaged = text[:start] + text[start + length :]
    assert all(finding.message for finding in findings(with_part(ending, part, damaged), tmp_path))
