"""The addresses at which a plan is written: what is wished for stands in the file, and no more."""

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from starlette.types import ASGIApp

from bygdeplan.cli.pult.filverdi import value_of
from bygdeplan.cli.pult.framsyning import Framsyning
from bygdeplan.cli.pult.redigering import WAYS, Redigering, said_in
from bygdeplan.cli.pult.vakt import Vakt
from bygdeplan.load import load_plan
from bygdeplan.load.data import Data
from bygdeplan.model.merke import Path
from tests.cli.pult.asking import ask
from tests.locking import lock_text
from tests.plans import TOPPDALEN
from tests.rendered import read

OWN = "http://127.0.0.1:8123"


def app_of(plan: FilePath) -> ASGIApp:
    return Redigering(Framsyning(plan), lambda: None).app


def seal(app: ASGIApp) -> str:
    return str(json.loads(ask(app, f"{OWN}/skjema?del=avtale").text)["sett"])


def wish(app: ASGIApp, way: str, veg: Path, **more: object) -> tuple[int, Mapping[str, Any]]:
    sent = {"sett": seal(app), "veg": veg, **more}
    answer = ask(app, f"{OWN}/{way}", "POST", json.dumps(sent).encode())
    return answer.status, json.loads(answer.text)


def at(plan: FilePath, *path: str | int) -> Data:
    value = value_of(said_in(plan.read_bytes()), path)
    return value.rstrip("\n") if isinstance(value, str) else value


# ── The page ──


def test_each_part_has_its_fields(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/?del=delmål.reiseliv".replace("å", "%C3%A5")).text)
    assert page.xpath("//nav//a[@aria-current]/text()") == [
        at(TOPPDALEN / "2031.yaml", "delmål", "reiseliv", "tittel")
    ]
    assert page.xpath("//*[@id='f-delmål.reiseliv.vekt']/@value") == [
        at(TOPPDALEN / "2031.yaml", "delmål", "reiseliv", "vekt")
    ]
    assert not page.xpath("//*[@id='f-avtale.pilot']")


@pytest.mark.parametrize("part", ["", "avtale", "kommunar", "delm%C3%A5l.reiseliv", "budsjett"])
def test_each_field_has_its_label_and_no_name_is_used_twice(app: ASGIApp, part: str) -> None:
    page = read(ask(app, f"{OWN}/?del={part}").text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    fields = page.xpath("//form[@id='skjema']//*[self::input or self::textarea or self::select]")
    assert fields
    labels = {*page.xpath("//label/@for"), *page.xpath("//@id[../@aria-label]")}
    assert {field.get("id") for field in fields} <= labels
    helps = {each for told in page.xpath("//@aria-describedby") for each in told.split()}
    assert helps <= set(ids)


def test_a_list_among_other_fields_has_its_name_above_it(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/?del=samandrag").text)
    assert {"Framlegg til vedtak", "Vedlegg"} <= {*page.xpath("//summary/text()")}


def test_a_measure_always_lies_in_a_sub_goal(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/?del=delm%C3%A5l.reiseliv.tiltak.vintersti").text)
    choices = page.xpath("//select[@id='f-delmål.reiseliv.tiltak.vintersti.delmål']/option/@value")
    assert "reiseliv" in choices
    assert "" not in choices


def test_no_two_places_are_called_the_same(plan: FilePath) -> None:
    odd = """
  toppdal.namn: {namn: A b}
  toppdal:
    namn: Toppdal
    profil: {hovudfelt: {Arkiv: x, Arkiv sak: y, constructor: z, '"><b>': ø, '%2e': 1, '.': 2}}
"""
    plan.write_text(f"år: 2031\nkommunar:{odd}", "utf-8")
    page = read(ask(app_of(plan), f"{OWN}/?del=kommunar.toppdal").text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not [each for each in ids if " " in each]
    assert len([each for each in ids if each.startswith("f-kommunar.toppdal.profil.hovud")]) == 6
    assert page.xpath("//*[@id='f-kommunar.toppdal.namn']/@value") == ["Toppdal"]
    other = read(ask(app_of(plan), f"{OWN}/?del=kommunar.toppdal%252enamn").text)
    assert other.xpath("//*[@id='f-kommunar.toppdal%2enamn.namn']/@value") == ["A b"]


def test_what_is_shown_of_a_part_that_is_gone_is_what_it_lay_in(app: ASGIApp) -> None:
    asked = {"delmål.reiseliv.tiltak.borte": "delmål.reiseliv", "delmål.borte": "delmål", "x": "år"}
    for part, shown in asked.items():
        told = json.loads(ask(app, f"{OWN}/skjema?del={quote(part)}").text)
        assert told["vald"] == shown


def test_the_file_can_be_mended_as_text_whatever_stands_in_it(plan: FilePath) -> None:
    plan.write_text("år: [2031]\nukjend: x\n", "utf-8")
    app = app_of(plan)
    page = read(ask(app, f"{OWN}/").text)
    assert page.xpath("//*[@id='b-år']//a/@href") == ["/?del=planfil"]
    assert page.xpath("//*[@id='bort-år']/@aria-label") == ["Ta bort År"]
    places = page.xpath("//*[@id='funn']//a[contains(.., 'Ukjend')]/@href")
    assert places == ["/?del=planfil"]
    assert wish(app, "ta-bort", ("år",))[0] == 200
    page = read(ask(app, f"{OWN}/?del=planfil").text)
    assert page.xpath("//nav//a[@aria-current]/@href") == ["/?del=planfil"]
    assert page.xpath("//*[@id='f-fila']/@data-lagra") == ["ukjend: x\n"]
    assert wish(app, "fil", (), verdi="år: 2031\n")[0] == 200
    assert plan.read_text("utf-8") == "år: 2031\n"


def test_a_field_with_a_fault_is_told_of_with_its_fault(app: ASGIApp) -> None:
    wish(app, "felt", ("revisjon",), verdi="mange")
    page = read(ask(app, f"{OWN}/").text)
    [field] = page.xpath("//*[@id='f-revisjon']")
    assert field.get("aria-invalid") == "true"
    told = " ".join(
        page.xpath(f"string(//*[@id='{id_}'])") for id_ in field.get("aria-describedby").split()
    )
    assert "«mange»" in told
    assert "`" not in page.xpath("string(//*[@id='funn'])")


def test_a_button_says_which_thing_of_which_list_it_is_for(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/?del=samandrag").text)
    assert page.xpath("//*[@id='bort-innstilling.0']/@aria-label") == [
        "Ta bort Framlegg til vedtak, 1."
    ]
    buttons = page.xpath("//form//button/@aria-label")
    assert len(buttons) == len(set(buttons))


def test_preview_has_no_fields_and_no_address_that_writes(plan: FilePath) -> None:
    from bygdeplan.cli.pult.tenar import Pult

    app = Pult(Framsyning(plan), lambda: None).app
    assert not read(ask(app, f"{OWN}/").text).xpath("//form[@id='skjema']")
    assert ask(app, f"{OWN}/felt", "POST").status == 404


def test_what_an_author_writes_is_text_on_the_page(app: ASGIApp) -> None:
    assert wish(app, "felt", ("avtale", "pilot"), verdi='"><b>x</b>')[0] == 200
    page = ask(app, f"{OWN}/?del=avtale").text
    assert "<b>x</b>" not in page
    assert read(page).xpath("//*[@id='f-avtale.pilot']/@value") == ['"><b>x</b>']


def test_a_file_that_cannot_be_read_is_told_and_not_written(app: ASGIApp, plan: FilePath) -> None:
    plan.unlink()
    assert "finst ikkje" in ask(app, f"{OWN}/").text
    sent = {"sett": "", "veg": ["år"], "verdi": "2032"}
    assert ask(app, f"{OWN}/felt", "POST", json.dumps(sent).encode()).status == 422


def test_a_file_with_a_fault_of_syntax_is_mended_as_text_where_it_stands(
    app: ASGIApp, plan: FilePath
) -> None:
    whole = plan.read_bytes()
    broken = whole.replace(b"vekt: 70", b"vekt: [70").replace(b"\n", b"\r\n")
    plan.write_bytes(broken)
    page = read(ask(app, f"{OWN}/").text)
    [field] = page.xpath("//textarea[@data-adresse='/fil']")
    line = 1 + whole[: whole.index(b"vekt: 70")].count(b"\n")
    # What is open to the end of a line is found on the next.
    assert int(field.get("data-linje")) in (line, line + 1)
    sent = {"sett": page.xpath("//body/@data-sett")[0], "veg": ["år"], "verdi": "2032"}
    answer = ask(app, f"{OWN}/felt", "POST", json.dumps(sent).encode())
    assert (answer.status, plan.read_bytes()) == (422, broken)
    sent = {**sent, "veg": [], "verdi": field.get("data-lagra").replace("[70", "70")}
    answer = ask(app, f"{OWN}/fil", "POST", json.dumps(sent).encode())
    assert (answer.status, plan.read_bytes()) == (200, whole.replace(b"\n", b"\r\n"))
    assert read(ask(app, f"{OWN}/").text).xpath("//*[@id='f-år']")
    again = {**sent, "verdi": "år: 2031"}
    answer = ask(app, f"{OWN}/fil", "POST", json.dumps(again).encode())
    assert (answer.status, json.loads(answer.text)["verdi"]) == (409, whole.decode())


WRITERS = (*WAYS, "angre", "fil", "prov")


@pytest.mark.parametrize("way", WRITERS)
def test_no_page_of_others_writes(plan: FilePath, way: str) -> None:
    vakt = Vakt(app_of(plan), 8123)
    body = json.dumps({"sett": seal(app_of(plan)), "veg": ["år"], "verdi": "2032"}).encode()
    key = f"bygdeplan-8123={vakt.nøkkel}"
    asks = partial(ask, vakt, f"{OWN}/{way}", "POST", body)
    assert asks(cookie=key, origin="http://ond.example").status == 403
    assert asks(cookie=key).status == 403
    assert asks(origin=OWN).status == 403
    assert ask(vakt, f"{OWN}/{way}?veg=x", cookie=key).status == 405
    assert plan.read_bytes() == (TOPPDALEN / "2031.yaml").read_bytes()


# ── What is wished for ──

TURKART = ("delmål", "reiseliv", "tiltak", "turkart")
WISHES: dict[str, tuple[str, Path, dict[str, object], Path, Data]] = {
    "another text": ("felt", ("år",), {"verdi": "2032"}, ("år",), "2032"),
    "a text where there was none": (
        "felt",
        (*TURKART, "overføringsverdi"),
        {"verdi": "Mykje.\n\n- eitt\n- to"},
        (*TURKART, "overføringsverdi"),
        "Mykje.\n\n- eitt\n- to",
    ),
    "no text any more": ("felt", ("samandrag",), {"verdi": " "}, ("samandrag",), None),
    "a text in a group that was not there": (
        "felt",
        ("organisering", "prosjektmedarbeidar", "namn"),
        {"verdi": "Ein til"},
        ("organisering", "prosjektmedarbeidar"),
        {"namn": "Ein til"},
    ),
    "a new point": (
        "legg-til",
        ("innstilling", 3),
        {"verdi": "Til slutt."},
        ("innstilling", 3),
        "Til slutt.",
    ),
    "a point up": (
        "flytt",
        ("innstilling", 1),
        {"steg": -1},
        ("innstilling", 0),
        "Ubrukte midlar frå 2030 blir overførte til 2031.",
    ),
    "a point away": ("ta-bort", ("innstilling", 2), {}, ("innstilling", 2), None),
    "a new card": (
        "legg-til",
        ("delmål", "reiseliv", "tiltak", "ny-sti"),
        {},
        ("delmål", "reiseliv", "tiltak", "ny-sti"),
        {},
    ),
    "a card away": ("ta-bort", TURKART, {}, TURKART, None),
    "the first point of a list": (
        "legg-til",
        ("delmål", "ungdom", "tiltak", "heimreise", "samarbeid", 0),
        {"verdi": "Ungdomsrådet"},
        ("delmål", "ungdom", "tiltak", "heimreise", "samarbeid"),
        ["Ungdomsrådet"],
    ),
    "a name with nothing after it yet": (
        "legg-til",
        ("kommunar", "toppdal", "profil", "overskrifter", "status"),
        {"verdi": ""},
        ("kommunar", "toppdal", "profil", "overskrifter", "status"),
        None,
    ),
    "the reason of a change": (
        "legg-til",
        (*TURKART, "endringar", 0),
        {"verdi": {"revisjon": "1", "felt": "slutt", "grunngjeving": "Snø."}},
        (*TURKART, "endringar", 0),
        {"revisjon": "1", "felt": "slutt", "grunngjeving": "Snø."},
    ),
}


@pytest.mark.parametrize("case", WISHES.values(), ids=WISHES)
def test_what_is_wished_for_stands_in_the_file_and_is_taken_back(
    app: ASGIApp, plan: FilePath, case: tuple[str, Path, dict[str, object], Path, Data]
) -> None:
    way, veg, more, path, value = case
    before = plan.read_bytes()
    status, told = wish(app, way, veg, **more)
    assert (status, told["sett"]) == (200, seal(app))
    assert at(plan, *path) == value
    assert wish(app, "angre", ())[0] == 200
    assert plan.read_bytes() == before


def test_a_group_goes_out_with_its_last_field(app: ASGIApp, plan: FilePath) -> None:
    way = ("organisering", "prosjektmedarbeidar", "namn")
    before = plan.read_bytes()
    wish(app, "felt", way, verdi="Ein til")
    wish(app, "felt", way, verdi="")
    assert plan.read_bytes() == before


TWOFOLD: dict[str, tuple[Data, str, str, Data]] = {
    "the second form": ("eg", "bokmål", "jeg", {"nynorsk": "eg", "bokmål": "jeg"}),
    "the main form": ("eg", "nynorsk", "me", "me"),
    "the main form of nothing": (None, "nynorsk", "eg", "eg"),
    "the second form of nothing": (None, "bokmål", "jeg", {"bokmål": "jeg"}),
    "another word": (
        {"nynorsk": "eg", "bokmål": "jeg"},
        "bokmål",
        "vi",
        {"nynorsk": "eg", "bokmål": "vi"},
    ),
    "no second form": ("eg", "bokmål", "", "eg"),
    "the second form away": ({"nynorsk": "eg", "bokmål": "jeg"}, "bokmål", "", {"nynorsk": "eg"}),
    "the only form away": ({"bokmål": "jeg"}, "bokmål", "", None),
}


@pytest.mark.parametrize("case", TWOFOLD.values(), ids=TWOFOLD)
def test_a_text_in_one_form_or_both(
    app: ASGIApp, plan: FilePath, case: tuple[Data, str, str, Data]
) -> None:
    there, form, text, after = case
    wish(app, "felt", ("samandrag",), verdi="")
    if isinstance(there, str):
        wish(app, "felt", ("samandrag",), verdi=there)
    elif isinstance(there, dict):
        for name, part in there.items():
            wish(app, "felt", ("samandrag", name), verdi=part)
    status, _ = wish(app, "felt", ("samandrag", form), verdi=text)
    assert (status, at(plan, "samandrag")) == (200, after)


REFUSED: dict[str, tuple[str, dict[str, object]]] = {
    "no such field": ("felt", {"veg": ["farge"], "verdi": "raud"}),
    "no place": ("felt", {"veg": [], "verdi": "raud"}),
    "no path": ("felt", {"veg": "år", "verdi": "2032"}),
    "a path of nonsense": ("felt", {"veg": [{}, None], "verdi": "2032"}),
    "a number for a text": ("felt", {"veg": ["år"], "verdi": 2032}),
    "a text for a group": ("felt", {"veg": ["avtale"], "verdi": "x"}),
    "a sign that no plan has": ("felt", {"veg": ["samandrag"], "verdi": "a\ue000b"}),
    "a card that is there": ("legg-til", {"veg": ["kommunar", "toppdal"]}),
    "a card with the name of a mark": ("legg-til", {"veg": ["kommunar", "døme"]}),
    "more than a plan file holds": ("felt", {"veg": ["samandrag"], "verdi": "x" * 990_000}),
    "a card without a name": ("legg-til", {"veg": ["kommunar", " "]}),
    "the whole plan away": ("ta-bort", {"veg": []}),
    "what is not there away": ("ta-bort", {"veg": ["innstilling", 99]}),
    "above the first": ("flytt", {"veg": ["innstilling", 0], "steg": -1}),
    "below the last": ("flytt", {"veg": ["innstilling", 2], "steg": 1}),
    "far away": ("flytt", {"veg": ["innstilling", 0], "steg": 7}),
    "half a step": ("flytt", {"veg": ["innstilling", 0], "steg": 1.0}),
    "a step that is an answer": ("flytt", {"veg": ["innstilling", 0], "steg": True}),
    "nothing merged": (
        "avslutt-tiltak",
        {"veg": [], "verdi": {"utfall": "slått saman med", "tiltak": "x"}},
    ),
    "what is not there moved": ("flytt", {"veg": ["kommunar", "ukjend"], "steg": 1}),
    "nothing to take back": ("angre", {"veg": []}),
}


@pytest.mark.parametrize(("way", "sent"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_told_and_not_done(
    app: ASGIApp, plan: FilePath, way: str, sent: dict[str, object]
) -> None:
    before = plan.read_bytes()
    body = json.dumps({"sett": seal(app), **sent}).encode()
    answer = ask(app, f"{OWN}/{way}", "POST", body)
    assert answer.status == 422
    assert json.loads(answer.text)["melding"]
    assert plan.read_bytes() == before


PASTED: dict[str, tuple[str, Data]] = {
    "a soft hyphen": ("bygde\u00advekst", "bygdevekst"),
    "a sign without width": ("bygd\u200b", "bygd"),
    "a no-break space around it": ("\u00a070\u00a0", "70"),
    "a no-break space in it": ("2\u00a0000\u00a0kr", "2\u00a0000\u00a0kr"),
    "narrow spaces": ("2\u202f000", "2\u00a0000"),
    "smart quotes and a dash": ("“Sti” – ‘no’…", "“Sti” – ‘no’…"),
    "the ends of lines of Windows": ("Ein.\r\n\r\nTo.\r\n", "Ein.\n\nTo."),
    "the line break of Word": ("Ein\x0bto", "Ein\nto"),
    "the ends of lines of Unicode": ("Ein\u2028to\u2029tre", "Ein\nto\ntre"),
    "letters of two signs": ("ga\u030a", "gå"),
    "the bullets of Word": ("\uf0b7\tein\n\uf0b7\tto\n•\ttre", "- ein\n- to\n- tre"),
    "control signs": ("a\x00b\x07c", "abc"),
    "marks of direction": ("\u200eAb\u202ac\u202c", "Abc"),
    "the place of a picture": ("Sjå \ufffc her", "Sjå  her"),
    "half of a sign": ("Ja\ud83d", "Ja"),
    "blank lines around it": ("\n \n  - ein\n  - to\n\n", "  - ein\n  - to"),
    "nothing that is seen": ("\u00a0\u200b\u00ad\n", None),
}


@pytest.mark.parametrize(("sent", "written"), PASTED.values(), ids=PASTED)
def test_what_is_pasted_is_rid_of_what_came_along(
    app: ASGIApp, plan: FilePath, sent: str, written: Data
) -> None:
    assert wish(app, "felt", ("samandrag",), verdi=sent)[0] == 200
    assert at(plan, "samandrag") == written


def test_so_is_the_name_of_what_is_new(app: ASGIApp, plan: FilePath) -> None:
    assert wish(app, "legg-til", ("kommunar", "li\u00ad\u200evik\u2028by"))[0] == 200
    assert at(plan, "kommunar", "livik by") == {}


MEANT = {
    "a letter of a font of symbols": ("Sti\uf041", "etter «Sti», kan ikkje stå"),
    "a quote of Windows": ("\x91ja", "Her skulle det truleg stå «‘»"),
    "a sign that was lost": ("bl\ufffdtt", "Skriv det som skulle stå her"),
}


@pytest.mark.parametrize(("sent", "told"), MEANT.values(), ids=MEANT)
def test_a_sign_that_only_the_author_knows_is_told_with_its_place(
    app: ASGIApp, sent: str, told: str
) -> None:
    status, answer = wish(app, "felt", ("samandrag",), verdi=sent)
    assert status == 422
    assert told in answer["melding"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000])
def test_what_is_no_wish_is_refused(app: ASGIApp, body: bytes) -> None:
    assert ask(app, f"{OWN}/felt", "POST", body).status == 422


def test_what_is_changed_meanwhile_is_shown_and_not_written_over(
    app: ASGIApp, plan: FilePath
) -> None:
    sent = {"sett": seal(app), "veg": ["samandrag"], "verdi": "Mitt."}
    assert wish(app_of(plan), "felt", ("samandrag",), verdi="Ditt.")[0] == 200
    others = plan.read_bytes()
    answer = ask(app, f"{OWN}/felt", "POST", json.dumps(sent).encode())
    told = json.loads(answer.text)
    assert (answer.status, told["verdi"], told["sett"]) == (409, "Ditt.", seal(app))
    assert plan.read_bytes() == others
    again = {**sent, "sett": told["sett"]}
    assert ask(app, f"{OWN}/felt", "POST", json.dumps(again).encode()).status == 200
    assert at(plan, "samandrag") == "Mitt."


def test_a_reason_is_asked_for_beside_the_field_and_then_no_more(app: ASGIApp) -> None:
    wish(app, "felt", ("delmål", "reiseliv", "vekt"), verdi="60")
    wish(app, "felt", ("delmål", "ungdom", "vekt"), verdi="40")
    url = f"{OWN}/skjema?del=delm%C3%A5l.reiseliv"
    page = read(json.loads(ask(app, url).text)["felta"])
    [reason] = page.xpath("//*[@id='grunn-delmål.reiseliv.vekt']")
    given = {**json.loads(reason.get("data-med")), reason.get("data-i"): "Fordi."}
    assert wish(app, "legg-til", tuple(json.loads(reason.get("data-veg"))), verdi=given)[0] == 200
    page = read(json.loads(ask(app, url).text)["felta"])
    assert not page.xpath("//*[@id='grunn-delmål.reiseliv.vekt']")


# ── A plan that is adopted ──


@pytest.fixture
def locked(plan: FilePath) -> FilePath:
    adopted = load_plan(plan).plan
    assert adopted
    plan.with_name("2031-r1.lock").write_text(lock_text(adopted, date(2031, 2, 19)), "utf-8")
    return plan


def test_what_is_locked_says_so_and_what_a_change_is(locked: FilePath) -> None:
    app = app_of(locked)
    url = f"{OWN}/skjema?del=delm%C3%A5l.reiseliv"
    page = read(json.loads(ask(app, url).text)["felta"])
    assert "Revisjon 1 er vedteken og låst" in page.xpath("string(//*[@id='laast'])")
    told = {
        name: page.xpath(f"string(//*[@id='b-delmål.reiseliv.{name}']//*[@class='laast'])")
        for name in ("nr", "tittel", "vekt")
    }
    assert told == {
        "nr": "Låst: ei endring her er ikkje-prinsipiell.",
        "tittel": "Låst: ei endring her er prinsipiell.",
        "vekt": "Låst: ei endring her er prinsipiell.",
    }
    url_of_measure = f"{OWN}/skjema?del=delm%C3%A5l.reiseliv.tiltak.turkart"
    measure = read(json.loads(ask(app, url_of_measure).text)["felta"])
    assert "Låst: ei endring her må vurderast." in measure.xpath(
        "string(//*[@id='b-delmål.reiseliv.tiltak.turkart.tittel'])"
    )
    assert "Låst" not in page.xpath("string(//*[@id='b-delmål.reiseliv.status'])")
    wish(app, "felt", ("delmål", "reiseliv", "vekt"), verdi="60")
    page = read(json.loads(ask(app, url).text)["felta"])
    told = page.xpath("string(//*[@id='b-delmål.reiseliv.vekt'])")
    assert "Endra sidan revisjon 1, som er låst: prinsipiell." in told
    wish(app, "felt", ("revisjon",), verdi="2")
    page = read(json.loads(ask(app, url).text)["felta"])
    assert not page.xpath("//*[@id='laast']")
    assert page.xpath("//*[@id='grunn-delmål.reiseliv.vekt']")


def test_a_change_since_last_year_has_its_level_and_its_reasons(app: ASGIApp) -> None:
    url = f"{OWN}/skjema?del=delm%C3%A5l.reiseliv.tiltak.vintersti"
    page = read(json.loads(ask(app, url).text)["felta"])
    told = page.xpath("string(//*[@id='b-delmål.reiseliv.tiltak.vintersti.slutt'])")
    assert "Endra sidan i fjor: prinsipiell." in told
    assert "Grunnen: Skilta må setjast opp på berr mark." in told


def test_a_finding_leads_to_its_field(app: ASGIApp) -> None:
    wish(app, "felt", (*TURKART, "slutt"), verdi="ein dag")
    page = read(ask(app, f"{OWN}/").text)
    [place] = page.xpath("//*[@id='funn']//a/@href")
    asked = dict(parse_qsl(urlsplit(place).query))
    assert asked == {
        "del": "delmål.reiseliv.tiltak.turkart",
        "felt": "delmål.reiseliv.tiltak.turkart.slutt",
    }
    assert read(ask(app, OWN + place).text).xpath(f"//*[@id='f-{asked['felt']}']")
