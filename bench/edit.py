"""A field saved at the desk: until the findings, the fields and the document are there anew.

It asks the program's own addresses as the page in the browser does, in the same order and as much
at once; what the browser needs to show it is not in it.
"""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median
from typing import Any
from urllib.parse import quote

from bench.measure import RUNS, Command, Measured, memory, serving

FIELD = ("delmål", "bustad", "tiltak", "bustad-innsikt", "overføringsverdi")
"""A text that stands in the document, and may be any."""
_PART = quote(".".join(FIELD[:-1]))
_PAGE = "/dokument/handlingsplan-2026"
_REST = 0.2
"""Seconds until the page waits for news, as it does when an author writes."""
_ADDRESS = re.compile(r"http://(?P<place>[\d.]+:(?P<port>\d+))/\?nykel=(?P<key>\S+)")


@dataclass(frozen=True)
class Desk:
    """The program where it serves, and what it knows its page by."""

    place: str
    headers: dict[str, str]

    def ask(self, path: str, sent: object = None) -> str:
        """What is answered; raises `RuntimeError` when it is not what was asked for."""
        connection = HTTPConnection(self.place, timeout=60)
        method, body = ("GET", None) if sent is None else ("POST", json.dumps(sent))
        connection.request(method, path, body, self.headers)
        answer = connection.getresponse()
        told = answer.read().decode()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered with {answer.status}: {told}")
        return told

    def told(self, path: str, sent: object = None) -> dict[str, Any]:
        """What is answered, as data."""
        return dict(json.loads(self.ask(path, sent)))


def measure_save(command: Command, runs: int = RUNS) -> Measured:
    """A field saved some times; raises `RuntimeError` when it does not come to the document."""
    with serving(command) as program, ThreadPoolExecutor(2) as pool:
        desk = _desk(program.stdout.readline() if program.stdout else "")
        _warm_up, *seconds = [_save(desk, pool, f"Ordprøve {nr}") for nr in range(1 + runs)]
        return Measured(median(seconds), memory(program.pid) / 1e6, 0)


def _desk(said: str) -> Desk:
    found = _ADDRESS.search(said)
    if found is None:
        raise RuntimeError("the desk does not say where it is")
    cookie = f"bygdeplan-{found['port']}={found['key']}"
    return Desk(found["place"], {"Cookie": cookie, "Origin": f"http://{found['place']}"})


def _save(desk: Desk, pool: ThreadPoolExecutor, words: str) -> float:
    """Seconds from a text is sent until it stands in the document, with findings and fields."""
    nr = desk.told("/tilstand?nr=")["nr"]
    form = f"/skjema?del={_PART}"
    seen = desk.told(form)["sett"]
    news = pool.submit(desk.ask, f"/tilstand?nr={nr}")
    time.sleep(_REST)
    begun = time.perf_counter()
    desk.ask("/felt", {"sett": seen, "veg": FIELD, "verdi": words})
    fields = pool.submit(desk.ask, form)
    news.result()
    page = desk.ask(_PAGE)
    is_there = words in page and words in fields.result()
    seconds = time.perf_counter() - begun
    if not is_there:
        raise RuntimeError("what was saved is not shown")
    return seconds
