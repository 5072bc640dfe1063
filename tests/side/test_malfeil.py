"""What is said when a template is wrong: the template, the line, what was meant, in Nynorsk."""

from pathlib import Path

import pytest

from bygdeplan.documents.dokumentsett import Dokument
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.funn.fault import Fault
from bygdeplan.side.malar import Malar
from tests.rendered import plan

PAGE = "handlingsplan.html.j2"
TABELL = '{% from "makroar.html.j2" import tabell %}'
BRACES = "Det som byrjar med `{{`, sluttar med `}}`; det som byrjar med `{%`, med `%}`."


@pytest.fixture(scope="module")
def view() -> Dokument:
    return build_handlingsplan(plan("2031"), None)


def fault_in(folder: Path, text: str, view: Dokument) -> str:
    """What is said of a user's own template for the handlingsplan."""
    (folder / PAGE).write_text(text, encoding="utf-8")
    with pytest.raises(Fault) as fault:
        Malar(folder).render(view)
    return str(fault.value)


# What stands in the template → the line, and what is said.
NAMES = {
    "a part of the document, nearly": (
        "\n\n{{ dokument.hovud.titel }}",
        (3, "ukjent namn `titel`. Meinte du `tittel`?"),
    ),
    "a part of what a loop goes through": (
        "{% for d in dokument.delmål %}\n{{ d.nam }}{% endfor %}",
        (2, "ukjent namn `nam`. Meinte du `namn`?"),
    ),
    "a part in brackets": (
        "{{ dokument.hovud['titel'] }}",
        (1, "ukjent namn `titel`. Meinte du `tittel`?"),
    ),
    "a part like no other": (
        "{{ dokument.innleiing }}{{ dokument.delmål[0].xyz }}",
        (
            1,
            "ukjent namn `xyz`. Dei som finst: `namn`, `skildring`, `tiltak`, `vekt`.",
        ),
    ),
    "the document": ("{{ dokumnt.hovud }}", (1, "ukjent namn `dokumnt`. Meinte du `dokument`?")),
    "the name a loop gives": (
        "{% for tiltak in dokument.delmål %}\n{{ tiltk.namn }}{% endfor %}",
        (2, "ukjent namn `tiltk`. Meinte du `tiltak`?"),
    ),
    "a name a line before has set": (
        "{% set avtale = dokument.avtale %}\n{{ avtala.periode }}",
        (2, "ukjent namn `avtala`. Meinte du `avtale`?"),
    ),
    "a name from nowhere": (
        "{{ heilt.anna }}",
        (1, "ukjent namn `heilt`. Alt som kan visast, byrjar med `dokument.`."),
    ),
    "a part of what is left out": (
        "{{ dokument.endringar.nye }}",
        (1, "`nye` finst ikkje når det framfor er tomt. Set `{% if %}` rundt."),
    ),
    "a part of a list": (
        "{{ dokument.delmål.namn }}",
        (1, "ukjent namn `namn`. Det framfor er ei liste. Ta eitt og eitt med `{% for … in … %}`."),
    ),
    "a part of a text": (
        "{{ dokument.hovud.tittel.tekst }}",
        (1, "ukjent namn `tekst`. Det framfor er heile verdien; skriv ikkje noko etter han."),
    ),
    "a macro, where it is fetched": (
        '\n{% from "makroar.html.j2" import tabel %}{{ tabel(dokument.møte) }}',
        (2, "ukjent namn `tabel`. Meinte du `tabell`?"),
    ),
    "a macro, where it is used": (
        f"{TABELL}\n{{{{ tabel(dokument.møte) }}}}",
        (2, "ukjent namn `tabel`. Meinte du `tabell`?"),
    ),
    "a macro that is not fetched": (
        "\n{{ tabell(dokument.møte) }}",
        (2, f"ukjent namn `tabell`. Hent det fyrst: `{TABELL}`."),
    ),
    "a macro with too much": (
        f"{TABELL}\n{{{{ tabell(1, 2) }}}}",
        (2, "det er for lite eller for mykje i parentesen der byggjesteinen blir brukt."),
    ),
    "a template that is fetched from": (
        '\n{% from "makroer.html.j2" import tabell %}',
        (2, "malen `makroer.html.j2` finst ikkje. Meinte du `makroar.html.j2`?"),
    ),
    "a template that is included": (
        '\n\n{% include "felles/avtala.html.j2" %}',
        (3, "malen `felles/avtala.html.j2` finst ikkje. Meinte du `felles/avtale.html.j2`?"),
    ),
    "a template that is built on": (
        '{% extends "grunmal.html.j2" %}',
        (1, "malen `grunmal.html.j2` finst ikkje. Meinte du `grunnmal.html.j2`?"),
    ),
    "a filter": (
        "\n\n{{ dokument.hovud.tittel|uper }}",
        (3, "ukjent filter `uper`. Meinte du `upper`?"),
    ),
    "a test": (
        "\n{% if dokument is define %}{% endif %}",
        (2, "ukjent vilkår `define`. Meinte du `defined`?"),
    ),
}
# What stands in the template → the line, and what is said after «skrivefeil i malspråket. ».
SYNTAX = {
    "a condition left open": (
        "<p>\n{% if dokument %}",
        (2, "`{% if … %}` er ikkje avslutta. Skriv `{% endif %}` etter det."),
    ),
    "a loop left open": (
        "{% for d in dokument.delmål %}\n{{ d }}",
        (2, "`{% for … %}` er ikkje avslutta. Skriv `{% endfor %}` etter det."),
    ),
    "ends in the wrong order": (
        "{% if dokument %}\n{% endfor %}",
        (2, "`{% endfor %}` kjem før `{% endif %}`, som skal stå fyrst."),
    ),
    "an end too many": (
        "\n{% endif %}",
        (2, "`{% endif %}` høyrer ikkje til noko som er opna framfor."),
    ),
    "a misspelt word": (
        "{% fro d in dokument.delmål %}",
        (1, "Ukjent ord `fro` etter `{%`. Meinte du `from`?"),
    ),
    "another word than in": (
        "{% for d i dokument.delmål %}{% endfor %}",
        (1, "Her skal det stå `in`, ikkje `i`."),
    ),
    "braces left open": ("\n{{ dokument", (2, BRACES)),
    "one brace for two": ("\n{{ dokument.hovud }", (2, BRACES)),
    "braces of two kinds": ("{% if dokument }}{% endif %}", (1, BRACES)),
    "braces around nothing": ("\n{{ }}", (2, "Det manglar noko framfor `}}` eller `%}`.")),
    "a condition of nothing": (
        "{% if %}{% endif %}",
        (1, "Det manglar noko framfor `}}` eller `%}`."),
    ),
    "a space for a point": (
        "{{ dokument.hovud tittel }}",
        (1, "`tittel` kan ikkje stå her. Mellom to namn skal det vere punktum."),
    ),
    "two points": (
        "{{ dokument..hovud }}",
        (1, "Etter eit punktum skal det stå eit namn."),
    ),
    "a bracket left open": ("{{ f(dokument }}", (1, "Det manglar `)`.")),
    "a quotation left open": ("{{ 'a }}", (1, "Eit hermeteikn manglar maken sin.")),
    "a stray sign": ("{{ & }}", (1, "Teiknet `&` kan ikkje stå her.")),
    "a comment left open": ("{# hei", (1, "Det som byrjar med `{#`, sluttar med `#}`.")),
    "a block twice": (
        "{% block a %}{% endblock %}\n{% block a %}{% endblock %}",
        (2, "`{% block a %}` står to gonger."),
    ),
}
# What stands in the template → how what is said begins; the reason is Python's own.
EXPRESSIONS = {
    "a sum that does not go": "{{ dokument.hovud.år + 'x' }}",
    "a division by nothing": "{{ 1 / 0 }}",
    "a way out of the sandbox": "{{ dokument.__class__.__mro__ }}",
    "a call of what is no macro": "{{ dokument.hovud.tittel() }}",
    "what there is not so many of": "{{ dokument.delmål[9] }}",
}


@pytest.mark.parametrize(("text", "said"), NAMES.values(), ids=NAMES)
def test_misspelt_name(text: str, said: tuple[int, str], tmp_path: Path, view: Dokument) -> None:
    line, words = said
    assert fault_in(tmp_path, text, view) == f"Malen {PAGE}, linje {line}: {words}"


@pytest.mark.parametrize(("text", "said"), SYNTAX.values(), ids=SYNTAX)
def test_slip_in_the_language(
    text: str, said: tuple[int, str], tmp_path: Path, view: Dokument
) -> None:
    line, words = said
    told = f"Malen {PAGE}, linje {line}: skrivefeil i malspråket. {words}"
    assert fault_in(tmp_path, text, view) == told


@pytest.mark.parametrize("text", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_expression_that_has_no_value(text: str, tmp_path: Path, view: Dokument) -> None:
    told = fault_in(tmp_path, f"\n{text}", view)
    assert told.startswith(f"Malen {PAGE}, linje 2: uttrykket let seg ikkje rekne ut (")
    assert "\n" not in told


def test_templates_in_a_ring(tmp_path: Path, view: Dokument) -> None:
    told = fault_in(tmp_path, f'{{% include "{PAGE}" %}}', view)
    assert told == f"Malen {PAGE}, linje 1: malane hentar inn kvarandre i ring."


def test_template_of_ones_own_is_among_the_known(tmp_path: Path, view: Dokument) -> None:
    (tmp_path / "vårt").mkdir()
    (tmp_path / "vårt" / "kart.html.j2").touch()
    told = fault_in(tmp_path, '{% include "vårt/kort.html.j2" %}', view)
    assert told.endswith("Meinte du `vårt/kart.html.j2`?")
