"""Who may read and write at the desk: the browser that was opened for it, and no page of others.

Any page on the web can ask a browser to fetch an address on its own machine, and a name that leads
there can be made (DNS rebinding). So each start has a key of its own, which the browser gets with
the address it is opened at and keeps in a cookie; the name and the port that are asked for must be
ours; and what changes something must come from our own page.
"""

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from secrets import token_urlsafe

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
_SAFE = ("GET", "HEAD")
_HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; "
)
RAMME = "x-ramme"
"""What a response says of itself that our own page may hold in a frame; not sent on."""


class Vakt:
    """Lets through what comes from the browser that was given the key; refuses all else."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self.nøkkel = token_urlsafe(32)
        """The key of this start."""
        self._app = app
        self._hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        self._cookie = f"bygdeplan-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            return
        request = Request(scope)
        refused = self._refuse(request)

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                _protect(MutableHeaders(scope=message))
            await send(message)

        if refused is not None:
            await refused(scope, receive, tell)
        else:
            await self._app(scope, receive, tell)

    def _refuse(self, request: Request) -> Response | None:
        """What is answered to a request that is not let through; None for one that is."""
        headers = request.headers
        if headers.get("host") not in self._hosts:
            return PlainTextResponse("Adressa er ikkje denne.", 421)
        if self._is_from_elsewhere(request.method, headers):
            return PlainTextResponse("Berre sida sjølv kan be om dette.", 403)
        given = request.query_params.get("nykel")
        if request.url.path == "/" and given is not None and self._is_key(given):
            return self._with_cookie()
        if not self._is_key(_cookie(headers, self._cookie)):
            told = "Opne adressa som står i terminalen. Ho gjeld til programmet blir avslutta."
            return PlainTextResponse(told, 403)
        return None

    def _is_from_elsewhere(self, method: str, headers: Headers) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin not in {f"http://{host}" for host in self._hosts}:
            return True
        if method in _SAFE:
            # A link in another page may lead here; what it fetches by itself may not.
            return (
                site in ("cross-site", "same-site") and headers.get("sec-fetch-mode") != "navigate"
            )
        return origin is None or site not in (None, "same-origin")

    def _is_key(self, given: str) -> bool:
        return compare_digest(given.encode(), self.nøkkel.encode())

    def _with_cookie(self) -> Response:
        """To the page itself, so that the key does not stand in the address any more."""
        response = RedirectResponse("/", 303)
        response.set_cookie(self._cookie, self.nøkkel, httponly=True, samesite="strict", path="/")
        return response


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _protect(headers: MutableHeaders) -> None:
    framed_by = "'self'" if headers.get(RAMME) else "'none'"
    del headers[RAMME]
    for name, value in _HEADERS.items():
        headers[name] = value
    headers["content-security-policy"] = f"{_POLICY}frame-ancestors {framed_by}"
    headers["x-frame-options"] = "SAMEORIGIN" if framed_by == "'self'" else "DENY"
