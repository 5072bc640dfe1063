"""Who is let through to the desk: the browser that got the key, and no page of others."""

from dataclasses import dataclass, field

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from bygdeplan.cli.pult.vakt import RAMME, Vakt
from tests.cli.pult.asking import ask

OWN = "http://127.0.0.1:8123"
OTHER = "http://ond.example"


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    framed = {RAMME: "ja"} if scope["path"] == "/dokument" else {}
    await PlainTextResponse("slept inn", headers=framed)(scope, receive, send)


VAKT = Vakt(inner, 8123)
KEY = f"bygdeplan-8123={VAKT.nøkkel}"


@dataclass(frozen=True)
class Case:
    """A request, and what is answered."""

    what: str
    status: int
    url: str = f"{OWN}/"
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)


CASES = (
    Case("the browser that got the key", 200, headers={"cookie": KEY}),
    Case(
        "by the other name of the machine", 200, "http://localhost:8123/", headers={"cookie": KEY}
    ),
    Case("opened from the terminal", 303, f"{OWN}/?nykel={VAKT.nøkkel}"),
    Case("without the key", 403),
    Case("with the key of another start", 403, headers={"cookie": "bygdeplan-8123=x"}),
    Case("with a wrong key in the address", 403, f"{OWN}/?nykel=x"),
    Case("with the key for another address", 403, f"{OWN}/tilstand?nykel={VAKT.nøkkel}"),
    Case("with a cookie that is none", 403, headers={"cookie": "\x01;;="}),
    # DNS rebinding: a name of others that leads to this machine.
    Case("by a name of others", 421, "http://ond.example:8123/", headers={"cookie": KEY}),
    Case("by another port", 421, "http://127.0.0.1:9/", headers={"cookie": KEY}),
    Case("without a name", 421, headers={"cookie": KEY, "host": ""}),
    # What a page of others has the browser fetch.
    Case("fetched by others", 403, headers={"cookie": KEY, "origin": OTHER}),
    Case(
        "as a picture on a page of others",
        403,
        headers={"cookie": KEY, "sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"},
    ),
    Case(
        "a link to it", 403, headers={"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}
    ),
    # CSRF: a form on a page of others, or a page without a name.
    Case("sent by itself", 200, method="POST", headers={"cookie": KEY, "origin": OWN}),
    Case("sent by others", 403, method="POST", headers={"cookie": KEY, "origin": OTHER}),
    Case("sent from nowhere", 403, method="POST", headers={"cookie": KEY, "origin": "null"}),
    Case("sent without saying from where", 403, method="POST", headers={"cookie": KEY}),
    Case(
        "sent from another port",
        403,
        method="POST",
        headers={"cookie": KEY, "origin": OWN, "sec_fetch_site": "same-site"},
    ),
    Case("sent without the key", 403, method="POST", headers={"origin": OWN}),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_who_is_let_through(case: Case) -> None:
    answer = ask(VAKT, case.url, case.method, b"", **case.headers)
    assert answer.status == case.status
    assert (answer.text == "slept inn") == (case.status == 200)


def test_the_key_is_kept_where_no_script_reads_it_and_no_page_of_others_sends_it() -> None:
    answer = ask(VAKT, f"{OWN}/?nykel={VAKT.nøkkel}")
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/"))


def test_each_start_has_a_key_of_its_own() -> None:
    assert len({Vakt(inner, 8123).nøkkel for _ in range(5)}) == 5


@pytest.mark.parametrize(
    ("path", "framed_by"), [("/", "'none'"), ("/dokument", "'self'"), ("/avvist", "'none'")]
)
def test_nothing_is_kept_fetched_or_framed_by_others(path: str, framed_by: str) -> None:
    cookie = KEY if path != "/avvist" else ""
    answer = ask(VAKT, f"{OWN}{path}", cookie=cookie)
    policy = answer.headers["content-security-policy"]
    assert f"frame-ancestors {framed_by}" in policy
    assert "default-src 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert RAMME not in answer.headers
