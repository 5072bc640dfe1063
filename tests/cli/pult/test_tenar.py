"""The addresses of the desk, and the program that serves it."""

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from bygdeplan.cli.commands.preview import plan_there
from bygdeplan.cli.pult.framsyning import Framsyning
from bygdeplan.cli.pult.tenar import Pult, Tenar
from bygdeplan.funn.fault import Fault
from tests.cli.pult.asking import Svar, ask, asked
from tests.plans import PILOT, ROOT, TOPPDALEN
from tests.rendered import read

OWN = "http://127.0.0.1:8123"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    return tmp_path / "plans"


@pytest.fixture
def app(plans: Path) -> ASGIApp:
    return Pult(Framsyning(plans / "2031.yaml"), lambda: None).app


def test_the_page_has_every_document_and_shows_the_plan(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/").text)
    assert page.xpath("//select//option[@selected]/text()") == ["Handlingsplan 2031"]
    assert page.xpath("//iframe/@src") == ["/dokument/handlingsplan-2031"]
    assert len(page.xpath("//option")) == 6


def test_the_documents_stand_under_whom_they_are_for(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/").text)
    groups = {each.get("label"): each.xpath("option/text()") for each in page.xpath("//optgroup")}
    assert groups["Saksframlegg"] == [
        "Saksframlegg 2031, Toppdal",
        "Saksframlegg 2031, Ytre Glimsund",
    ]
    assert groups["Felles"][0] == "Handlingsplan 2031"


def test_the_document_that_is_chosen(app: ASGIApp) -> None:
    page = read(ask(app, f"{OWN}/?dokument=statusrapport-2030").text)
    assert page.xpath("//iframe/@src") == ["/dokument/statusrapport-2030"]


@pytest.mark.parametrize("name", ["handlingsplan-2031", "saksframlegg-2031-toppdal"])
def test_a_document(app: ASGIApp, name: str) -> None:
    answer = ask(app, f"{OWN}/dokument/{name}")
    assert (answer.status, answer.headers["x-ramme"]) == (200, "ja")
    assert read(answer.text).xpath("//main//h1")


@pytest.mark.parametrize("path", ["/dokument/brev", "/filer/tenar.py", "/filer/..", "/anna"])
def test_what_is_not_there(app: ASGIApp, path: str) -> None:
    assert ask(app, f"{OWN}{path}").status == 404


def test_the_weightiest_findings_stand_first(app: ASGIApp, plans: Path) -> None:
    plan = plans / "2031.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(
        text.replace("dato: ", "førebels: [dato]\ndato: ", 1).replace("vekt: 70", "vekt: 71"),
        "utf-8",
    )
    told = read(json.loads(ask(app, f"{OWN}/tilstand?nr=0").text)["funn"])
    kinds = [each.get("class") for each in told.xpath("//li")]
    assert {*kinds} >= {"feil", "merknad"}
    assert kinds == sorted(kinds, key=["feil", "aatvaring", "merknad"].index)


def test_what_is_new_is_told_at_once(app: ASGIApp, plans: Path) -> None:
    plan = plans / "2031.yaml"
    plan.write_text(plan.read_text("utf-8").replace("vekt: 70", "vekt: 71"), "utf-8")
    told = json.loads(ask(app, f"{OWN}/tilstand?nr=0").text)
    assert "Feil, linje" in told["funn"]
    assert told["val"] == ""


def test_what_is_posted_is_seen_without_waiting_for_the_next_look(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bygdeplan.cli.pult.tenar._OFTEN", 10_000.0)
    monkeypatch.setattr("bygdeplan.cli.pult.tenar._WAITED", 1_000_000.0)
    app = Pult(Framsyning(plans / "2031.yaml"), (plans / "2029.yaml").touch).app

    async def wait_and_post() -> Svar:
        async with asyncio.timeout(60):
            await asked(app, f"{OWN}/tilstand?nr=0")
            waiting = asyncio.create_task(asked(app, f"{OWN}/tilstand?nr=1"))
            while not waiting.done():
                await asked(app, f"{OWN}/avslutt", "POST")
                await asyncio.sleep(0.01)
            return await waiting

    assert json.loads(asyncio.run(wait_and_post()).text)["nr"] > 1


def test_what_an_author_writes_is_text_on_the_page(app: ASGIApp, plans: Path) -> None:
    plan = plans / "2031.yaml"
    text = plan.read_text("utf-8").replace("vekt: 70", 'vekt: "<b>x</b>"')
    plan.write_text(text, "utf-8")
    assert "<b>x</b>" not in json.loads(ask(app, f"{OWN}/tilstand?nr=0").text)["funn"]


def test_the_end(plans: Path) -> None:
    ended: list[bool] = []
    app = Pult(Framsyning(plans / "2031.yaml"), lambda: ended.append(True)).app
    assert ask(app, f"{OWN}/avslutt").status == 405
    assert ended == []
    ask(app, f"{OWN}/avslutt", "POST")
    assert ended == [True]


def test_a_port_that_is_taken_is_told(plans: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Fault, match=f"Porten {port} er oppteken"):
            Tenar(Framsyning(plans / "2031.yaml"), port)


def test_no_port_is_so_high(plans: Path) -> None:
    with pytest.raises(Fault, match="Porten 70000"):
        Tenar(Framsyning(plans / "2031.yaml"), 70000)


# The program


@pytest.fixture
def started(plans: Path) -> Iterator[tuple["subprocess.Popen[str]", str, str]]:
    """The program, its place, and the key."""
    command = [sys.executable, "-m", "bygdeplan", "preview", "2031", "--no-open"]
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=plans.parent,
        env={**os.environ, **path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        assert program.stdout
        found = re.search(r"http://(127\.0\.0\.1:\d+)/\?nykel=(\S+)", program.stdout.readline())
        assert found
        yield program, found[1], found[2]
        program.kill()


def fetch(place: str, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection(place, timeout=20)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


@pytest.mark.slow
@pytest.mark.parametrize("how", ["in the page", "with Ctrl-C"])
def test_it_serves_until_it_is_ended(
    started: tuple["subprocess.Popen[str]", str, str], how: str
) -> None:
    program, place, key = started
    cookie = f"bygdeplan-{place.rpartition(':')[2]}={key}"
    assert fetch(place, "/dokument/handlingsplan-2031")[0] == 403
    status, page = fetch(place, "/dokument/handlingsplan-2031", Cookie=cookie)
    assert (status, "Handlingsplan 2031" in page) == (200, True)
    told = json.loads(fetch(place, "/tilstand?nr=0", Cookie=cookie)[1])
    # The page in the browser waits for something new all the time.
    page_that_waits = HTTPConnection(place)
    page_that_waits.request("GET", f"/tilstand?nr={told['nr']}", headers={"Cookie": cookie})
    fetch(place, "/", Cookie=cookie)
    if how == "in the page":
        assert fetch(place, "/avslutt", "POST", Cookie=cookie, Origin=f"http://{place}")[0] == 200
    else:
        program.send_signal(signal.SIGINT)
    assert program.wait(10) == 0
    page_that_waits.close()


def test_remarks_of_one_kind_are_told_together() -> None:
    told = json.loads(
        ask(Pult(Framsyning(PILOT / "2026.yaml"), lambda: None).app, f"{OWN}/tilstand?nr=").text
    )
    page = read(told["funn"])
    assert page.xpath("//*[@id='funn-BP612']/summary/text()") == ["49 merknader: døme"]
    assert len(page.xpath("//*[@id='funn-BP612']//li")) == 49
    assert len(page.xpath("//li[not(.//li)]")) == 63


def test_a_plan_that_is_not_there_is_told_before_anything_is_opened(
    plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plans.parent)
    assert plan_there("2031") == plan_there(None)
    for name, told in {"finst-ikkje.yaml": "finst ikkje", "plans": "er ei mappe"}.items():
        with pytest.raises(Fault, match=told):
            plan_there(name)
