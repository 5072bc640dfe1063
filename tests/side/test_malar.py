"""Templates people edit: which one is used, and what is said when one is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, Dokument, document_set
from bygdeplan.documents.handlingsplan import Handlingsplan, build_handlingsplan
from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.funn.fault import Fault
from bygdeplan.ord.teikn import in_words
from bygdeplan.side.malar import Malar, template_names
from tests.rendered import plan

PAGE = "handlingsplan.html.j2"
HIDDEN = "løyndom.html.j2"


@pytest.fixture(scope="module")
def view() -> Dokument:
    return build_handlingsplan(plan("2031"), None)


def write(folder: Path, name: str, text: str | bytes) -> Malar:
    """The templates of a user who has one of their own."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Malar(folder)


# Which template is used


def test_a_users_template_stands_in_for_the_shipped_one(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, PAGE, "<h1>{{ dokument.hovud.tittel }}</h1>")
    assert malar.render(view) == "<h1>Handlingsplan 2031</h1>\n"


def test_the_other_documents_keep_the_shipped_ones(tmp_path: Path) -> None:
    malar = write(tmp_path, PAGE, "min")
    other = build_saksframlegg(plan("2031"), "toppdal", None)
    assert malar.render(other) == Malar().render(other)


@pytest.mark.parametrize(
    "name", ["saksframlegg/vurdering.html.j2", "felles/organisering.html.j2", "grunnmal.html.j2"]
)
def test_a_part_of_a_page_can_be_ones_own(name: str, tmp_path: Path) -> None:
    saksframlegg = build_saksframlegg(plan("2031"), "toppdal", None)
    malar = write(tmp_path, name, "<p>Min eigen del.</p>")
    assert "<p>Min eigen del.</p>" in malar.render(saksframlegg)
    assert "<p>Min eigen del.</p>" not in Malar().render(saksframlegg)


def test_a_users_template_can_build_on_the_shipped_parts(tmp_path: Path, view: Dokument) -> None:
    own = (
        '{% extends "grunnmal.html.j2" %}{% from "makroar.html.j2" import tabell %}'
        "{% block innhald %}{{ tabell(dokument.møte) }}{% endblock %}"
    )
    page = write(tmp_path, PAGE, own).render(view)
    assert page.startswith("<!doctype html>")
    assert "Fylkesutvalet i Utkant" in page


def test_the_style_can_be_ones_own(tmp_path: Path, view: Dokument) -> None:
    own = "p > a { content: '<\"'; }"
    assert f"{own}</style>" in write(tmp_path, "style.css", own).render(view)


def test_windows_mark_of_utf_8_is_no_part_of_a_template(tmp_path: Path, view: Dokument) -> None:
    assert write(tmp_path, PAGE, b"\xef\xbb\xbfmin").render(view) == "min\n"


def test_pages_hold_no_empty_lines() -> None:
    for document in document_set(plan("2031"), plan("2030"), DOKUMENTSLAG, ["toppdal"]):
        assert "" not in Malar().render(document.build()).split("\n")[:-1]


# What is said when one is wrong


def test_a_template_in_another_encoding(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, PAGE, "<p>Økonomi</p>".encode("latin-1"))
    with pytest.raises(Fault, match=rf"Malen {PAGE} er ikkje lagra som UTF-8\."):
        malar.render(view)


@pytest.mark.parametrize(
    ("name", "sign", "told"),
    [
        (PAGE, "\u202e", r"teiknet U\+202E \(høgre-til-venstre-overstyring\) kan ikkje stå"),
        ("grunnmal.html.j2", "\ue000", r"teiknet U\+E000 kan ikkje stå i eit dokument\."),
        ("style.css", "\ufffd", r"teiknet U\+FFFD \(teikn som er gått tapt\) kan ikkje stå"),
    ],
)
def test_a_template_with_a_sign_that_no_document_can_carry(
    name: str, sign: str, told: str, tmp_path: Path, view: Dokument
) -> None:
    malar = write(tmp_path, name, f"<p>Økonomi\nog {sign}</p>")
    with pytest.raises(Fault, match=rf"^Malen {name}, linje 2: {told}"):
        malar.render(view)


def test_words_with_a_sign_that_no_document_can_carry(tmp_path: Path, view: Dokument) -> None:
    """It is written as YAML lets signs be written, and the file itself has none of it."""
    malar = write(tmp_path, "ord/nynorsk.yaml", 'tabell:\n  sum: "Sum\\ue001"\n')
    told = r"^«tabell\.sum» i ord/nynorsk\.yaml: teiknet U\+E001 kan ikkje stå i eit dokument\."
    with pytest.raises(Fault, match=told):
        malar.render(view)


def test_a_template_is_rid_of_signs_that_do_not_show(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, PAGE, "<p>Øko\u00adnomi\u200b</p>\n• x\u2011y")
    assert malar.render(view) == "<p>Økonomi</p>\n• x-y\n"
    assert in_words(malar.reinska[PAGE]) == (
        "mjuk bindestrek (1), teikn utan breidd (1) og hard bindestrek (1), på linje 1 og 2"
    )


def test_the_house_style_is_rid_of_signs_that_do_not_show(tmp_path: Path) -> None:
    shipped = Malar().read("husstil.yaml")
    malar = write(tmp_path, "husstil.yaml", shipped.replace("skrift:", "skrift\u200b:"))
    assert malar.husstil == Malar().husstil
    assert list(malar.reinska) == ["husstil.yaml"]


def test_the_shipped_templates_need_no_cleaning() -> None:
    malar = Malar()
    texts = [name for name in template_names() if not name.startswith("reference.")]
    assert [name for name in texts if not malar.read(name)] == []
    assert malar.reinska == {}


def test_a_fault_lies_in_the_part_it_lies_in(tmp_path: Path, view: Dokument) -> None:
    malar = write(tmp_path, "felles/avtale.html.j2", "\n{{ dokument.avtale.period }}")
    with pytest.raises(Fault, match=r"Malen felles/avtale\.html\.j2, linje 2: .*`periode`"):
        malar.render(view)


@pytest.mark.parametrize("name", ["/etc/hostname", f"../{HIDDEN}"])
def test_a_template_reads_no_file_outside_the_folders(
    name: str, tmp_path: Path, view: Dokument
) -> None:
    (tmp_path / HIDDEN).write_text("løyndom", encoding="utf-8")
    malar = write(tmp_path / "templates", PAGE, f'{{% include "{name}" %}}')
    with pytest.raises(Fault, match=rf"malen `{name}` finst ikkje\."):
        malar.render(view)


# Words before what an author has written


LED: dict[str, tuple[str, str]] = {
    "a paragraph": ("<p>Stor.</p>", "<p><strong>Verdi:</strong> Stor.</p>"),
    "two paragraphs": ("<p>A.</p>\n<p>B.</p>", "<p><strong>Verdi:</strong> A.</p>\n<p>B.</p>"),
    "a list": (
        "<ul><li>A</li></ul>",
        "<p><strong>Verdi:</strong> </p>\n<ul><li>A</li></ul>",
    ),
}


@pytest.mark.parametrize(("prose", "led"), LED.values(), ids=LED)
def test_words_can_lead_a_text_in(prose: str, led: str, tmp_path: Path, view: Dokument) -> None:
    assert isinstance(view, Handlingsplan)
    told = replace(view, innleiing=Markup(prose))  # noqa: S704  # HTML already
    malar = write(tmp_path, PAGE, '{{ dokument.innleiing|etter_ord("Verdi:") }}')
    assert malar.render(told).strip() == led
