"""A text tried in a field: how it is read, what it would make, and nothing written."""

import json
from pathlib import Path as FilePath

import pytest
from starlette.types import ASGIApp

from bygdeplan.model.merke import Path
from tests.cli.pult.asking import ask
from tests.rendered import read

OWN = "http://127.0.0.1:8123"
TRAIL = ("delmål", "reiseliv", "tiltak", "vintersti")
YEAR = (*TRAIL, "budsjett", "2032")


def tried(app: ASGIApp, path: Path, text: str) -> dict[str, str]:
    answer = ask(
        app, f"{OWN}/prov", "POST", json.dumps({"sett": "", "veg": path, "verdi": text}).encode()
    )
    assert answer.status == 200, answer.text
    told: dict[str, str] = json.loads(answer.text)
    return told


READ: dict[str, tuple[Path, str, str]] = {
    "millions": ((*YEAR, "kostnad"), "2,5 mill.", "2 500 000 kr"),
    "a bare amount": ((*YEAR, "finansiering", "tiltaksmidlar"), "900000", "900 000 kr"),
    "per cent": (("delmål", "reiseliv", "vekt"), "62,5 %", "62,5 prosent"),
    "a day": (("dato",), "6.1.2031", "6. januar 2031"),
    "a month": ((*TRAIL, "slutt"), "2033-10", "oktober 2033"),
    "a word": ((*TRAIL, "ansvarleg"), "næringssjefen", ""),
    "yes": ((*TRAIL, "prioritert"), "ja", ""),
    "nothing": ((*TRAIL, "slutt"), " ", ""),
}


@pytest.mark.parametrize(("path", "text", "told"), READ.values(), ids=READ)
def test_how_a_text_is_read(app: ASGIApp, plan: FilePath, path: Path, text: str, told: str) -> None:
    before = plan.read_bytes()
    answer = tried(app, path, text)
    assert (answer["lese"].replace("\u00a0", " "), answer["feil"]) == (told, "")
    assert plan.read_bytes() == before


def test_what_cannot_be_read_is_told_while_it_is_typed(app: ASGIApp) -> None:
    answer = tried(app, (*YEAR, "kostnad"), "mykje")
    assert "mykje" in answer["feil"]
    assert answer["summar"] == ""


def test_a_long_text_is_shown_as_documents_have_it(app: ASGIApp) -> None:
    shown = tried(app, ("samandrag",), "Sjå *her*:\n\n- [nettet](https://example.org)")["prosa"]
    assert read(shown).xpath("//li/a/@href") == ["https://example.org"]
    assert "<b>" not in tried(app, ("samandrag",), "<b>x</b>")["prosa"]


def test_the_sums_follow_what_is_typed(app: ASGIApp) -> None:
    page = read(tried(app, (*YEAR, "kostnad"), "1,3 mill.")["summar"])
    [row] = page.xpath("//tr[@class='skeivt'][th[starts-with(., '2032')]]")
    assert [cell.replace("\u00a0", " ") for cell in row.xpath("td/text()")] == [
        "1 300 000",
        "1 200 000",
        "100 000",
    ]
    [left] = page.xpath("//tr[th='Tiltaksmidlar'][td[1]='2032']/td[4]/text()")
    more = read(tried(app, (*YEAR, "finansiering", "tiltaksmidlar"), "800 000")["summar"])
    [then] = more.xpath("//tr[th='Tiltaksmidlar'][td[1]='2032']/td[4]/text()")
    assert number(then) - number(left) == 100_000


def number(text: str) -> int:
    return int(text.replace("\u00a0", "").replace("−", "-"))


def test_the_sums_follow_what_is_filled_in_of_something_new(app: ASGIApp) -> None:
    new = {"sett": "", "veg": [*TRAIL, "budsjett", "2032", "finansiering", "anna"]}
    body = json.dumps({**new, "verdi": {"beløp": "50 000", "timar": ""}}).encode()
    answer = ask(app, f"{OWN}/prov?som=legg-til", "POST", body)
    [row] = read(json.loads(answer.text)["summar"]).xpath("//tr[th[starts-with(., '2032')]]")
    assert number(row.xpath("td[3]/text()")[0]) == -50_000
    assert ask(app, f"{OWN}/prov?som=avslutt", "POST", body).status == 422


def test_the_weights_are_summed(app: ASGIApp) -> None:
    assert "90 prosent" in tried(app, ("delmål", "reiseliv", "vekt"), "60")["summar"]


def test_what_is_no_field_is_refused(app: ASGIApp) -> None:
    body = json.dumps({"sett": "", "veg": ["finst", "ikkje"], "verdi": "x"}).encode()
    assert ask(app, f"{OWN}/prov", "POST", body).status == 422
