"""The server of the desk: its addresses, and how it begins and ends."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files

import uvicorn
from jinja2 import DictLoader, Environment, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bygdeplan.cli.pult.feltslag import said_of_fields
from bygdeplan.cli.pult.framsyning import Framsyning, Utsyn, counts
from bygdeplan.cli.pult.vakt import LOOPBACK, RAMME, Vakt
from bygdeplan.funn.fault import Fault
from bygdeplan.funn.finding import Severity
from bygdeplan.ord.skriv import tal
from bygdeplan.rules.checking import LocatedFinding

_OFTEN = 0.05
"""Seconds between each look at the files, which others may write in."""
_WAITED = 25.0
"""Seconds that an answer waits for something new; no proxy and no browser gives up so soon."""
_PAGES = (
    "pult.html.j2",
    "val.html.j2",
    "funn.html.j2",
    "deler.html.j2",
    "skjema.html.j2",
    "summar.html.j2",
    "tekst.html.j2",
)
_SCRIPTS = ("pult.js", "dokument.js", "felt.js", "utkast.js")
_STATIC = {"pult.css": "text/css"} | dict.fromkeys(_SCRIPTS, "text/javascript")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _file(name) for name in _PAGES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tal"] = tal
    environment.filters["i_felt"] = said_of_fields
    return environment


@cache
def _file(name: str) -> str:
    return (files("bygdeplan.cli.pult") / "filer" / name).read_text("utf-8")


_Plassert = tuple[LocatedFinding, str]
"""What is found, and the address of the place it is about."""


class Pult:
    """What the page shows of one plan, at its addresses."""

    def __init__(self, framsyning: Framsyning, end: Callable[[], None]) -> None:
        """`end` ends the server."""
        self._framsyning = framsyning
        self._end = end
        self._waiting: set[asyncio.Event] = set()
        """What waits for something new."""

    @property
    def app(self) -> ASGIApp:
        """The addresses; what is posted to one of them may have written in the files."""
        addresses = Starlette(routes=self.routes())

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            await addresses(scope, receive, send)
            if scope["method"] == "POST":
                for each in self._waiting:
                    each.set()

        return answer

    def routes(self) -> list[Route]:
        """The addresses, each with what answers there."""
        return [
            Route("/", self.pult),
            Route("/tilstand", self.tilstand),
            Route("/dokument/{name}", self.dokument),
            Route("/filer/{name}", self.fil),
            Route("/avslutt", self.avslutt, methods=["POST"]),
        ]

    async def pult(self, request: Request) -> Response:
        """The page itself."""
        return HTMLResponse(await run_in_threadpool(self.page, request.query_params))

    def page(self, asked: Mapping[str, str]) -> str:
        """The page, with the document that is asked for."""
        return self._page(self._framsyning.look(), asked)

    def _page(self, utsyn: Utsyn, asked: Mapping[str, str], **more: object) -> str:
        chosen = _chosen(utsyn, asked.get("dokument"))
        return render(
            "pult.html.j2",
            utsyn=utsyn,
            vald=chosen,
            val=_choices(utsyn, chosen),
            funn=self._findings(utsyn),
            **{"skjema": None, **more},
        )

    async def tilstand(self, request: Request) -> Response:
        """What is there now, when it is another than the number that the page has seen."""
        seen = request.query_params.get("nr", "")
        utsyn = await run_in_threadpool(self._framsyning.look)
        for _ in range(int(_WAITED / _OFTEN)):
            if str(utsyn.nr) != seen or await request.is_disconnected():
                break
            await self._wait()
            utsyn = await run_in_threadpool(self._framsyning.look)
        told = {"nr": utsyn.nr, "funn": self._findings(utsyn), "val": _choices(utsyn, "")}
        return JSONResponse(told)

    async def _wait(self) -> None:
        """Until it is time to look at the files anew."""
        posted = asyncio.Event()
        self._waiting.add(posted)
        with suppress(TimeoutError):
            async with asyncio.timeout(_OFTEN):
                await posted.wait()
        self._waiting.discard(posted)

    def _findings(self, utsyn: Utsyn) -> str:
        told = [(slag, number) for slag, number in counts(utsyn.funn).items() if number]
        placed = zip(utsyn.funn, self._places(utsyn), strict=True)
        weight = [*Severity].index
        funn = sorted(placed, key=lambda each: weight(each[0].regel.severity))
        return render("funn.html.j2", utsyn=utsyn, tal=told, funn=_remarks_together(funn))

    def _places(self, utsyn: Utsyn) -> Sequence[str]:
        """The address of the place that each finding is about; empty where there is none."""
        return [""] * len(utsyn.funn)

    async def dokument(self, request: Request) -> Response:
        """A document, to be shown in the frame."""
        name = request.path_params["name"]
        try:
            page = await run_in_threadpool(self._framsyning.page, name)
        except Fault as fault:
            return PlainTextResponse(str(fault), 500, {RAMME: "ja"})
        if page is None:
            return PlainTextResponse("Det finst ikkje noko slikt dokument.", 404, {RAMME: "ja"})
        return HTMLResponse(page, headers={RAMME: "ja"})

    async def fil(self, request: Request) -> Response:
        """The style and the scripts of the page."""
        name = request.path_params["name"]
        if name not in _STATIC:
            return PlainTextResponse("Det finst ikkje noko slikt.", 404)
        return Response(_file(name), media_type=_STATIC[name])

    async def avslutt(self, _request: Request) -> Response:
        """End the program."""
        self._end()
        return PlainTextResponse("Avslutta.")


def _chosen(utsyn: Utsyn, asked: str | None) -> str:
    """The document that is asked for, else the handlingsplan, else the first; empty for none."""
    names = [each.namn for each in utsyn.dokument]
    plan = [name for name in names if name.startswith("handlingsplan-")]
    return asked if asked in names else next(iter([*plan, *names]), "")


def _choices(utsyn: Utsyn, chosen: str) -> str:
    return render("val.html.j2", dokument=utsyn.dokument, vald=chosen)


def _remarks_together(funn: Sequence[_Plassert]) -> Sequence[Sequence[_Plassert]]:
    """Remarks by one rule together, as `validate` tells of them; whatever is graver by itself."""
    groups: dict[object, list[_Plassert]] = {}
    for at, each in enumerate(funn):
        regel = each[0].regel
        alone = regel.severity is not Severity.MERKNAD
        groups.setdefault(at if alone else regel.code, []).append(each)
    return [*groups.values()]


def render(name: str, **facts: object) -> str:
    """A piece of the page, with what stands on it."""
    return _environment().get_template(name).render(facts)


class Tenar(uvicorn.Server):
    """Serves the desk at an address of its own until it is ended."""

    def __init__(
        self,
        framsyning: Framsyning,
        port: int,
        desk: Callable[[Framsyning, Callable[[], None]], Pult] = Pult,
    ) -> None:
        """`port` 0 is any that is free. Raises `Fault` when it is taken."""
        self._socket = _listen(port)
        self.port: int = self._socket.getsockname()[1]
        self._vakt = Vakt(desk(framsyning, self._end).app, self.port)
        super().__init__(
            uvicorn.Config(self._vakt, log_level="critical", lifespan="off", access_log=False)
        )

    @property
    def adresse(self) -> str:
        """Where the browser is to be opened; it holds the key of this start."""
        return f"http://{LOOPBACK}:{self.port}/?nykel={self._vakt.nøkkel}"

    def serve_until_ended(self) -> None:
        """Serve until the user ends it, in the page or with Ctrl-C."""
        with self._socket:
            self.run(sockets=[self._socket])

    def close(self) -> None:
        """Give the port back without having served."""
        self._socket.close()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ctrl-C is how it is ended, and no fault: uvicorn would raise it anew afterwards."""
        numbers = (signal.SIGINT, signal.SIGTERM)
        before = {number: signal.signal(number, lambda *_: self._end()) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self) -> None:
        self.should_exit = True
        # What waits for something new is not waited for.
        self.force_exit = True


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((LOOPBACK, port))
    except (OSError, OverflowError):
        listening.close()
        raise Fault(
            f"Porten {port} er oppteken eller kan ikkje brukast. Vel ein annan med --port, eller "
            "la vere, så blir ein ledig vald."
        ) from None
    listening.listen()
    return listening
