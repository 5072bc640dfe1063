"""Asks the desk as a browser does, without a network."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message


@dataclass
class Svar:
    """What was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(app: ASGIApp, url: str, method: str = "GET", body: bytes = b"", **headers: str) -> Svar:
    """The answer to a request; `host` and the others are given as they are sent, `_` for `-`."""
    return asyncio.run(asked(app, url, method, body, **headers))


async def asked(
    app: ASGIApp, url: str, method: str = "GET", body: bytes = b"", **headers: str
) -> Svar:
    """The answer to a request, which others can be sent while it waits for."""
    parts = urlsplit(url)
    sent = {"host": parts.netloc, **{n.replace("_", "-"): value for n, value in headers.items()}}
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": parts.path or "/",
        "raw_path": (parts.path or "/").encode(),
        "query_string": parts.query.encode(),
        "headers": [(n.encode(), value.encode()) for n, value in sent.items() if value],
        "server": ("127.0.0.1", parts.port or 80),
        "client": ("127.0.0.1", 50000),
        "root_path": "",
    }
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        told.append(message)

    await app(scope, receive, send)
    start = next(each for each in told if each["type"] == "http.response.start")
    body = b"".join(each.get("body", b"") for each in told if each["type"] == "http.response.body")
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return Svar(start["status"], found, body)
