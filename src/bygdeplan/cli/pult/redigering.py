"""The addresses at which a plan is written: each takes a wish, and answers what came of it.

A wish is JSON: `veg`, the keys to a place in the plan; `sett`, the seal of the file that the page
was made of; and what the address needs beside them. What is answered is JSON too, with the seal of
the file as it is now.
"""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bygdeplan.cli.pult.framsyning import Framsyning, Utsyn
from bygdeplan.cli.pult.skjema import Planskjema, form_of, value_of
from bygdeplan.cli.pult.skriving import Endra, Filsegl, Lesnad, Planskrivar
from bygdeplan.cli.pult.tenar import Pult, render
from bygdeplan.funn.fault import Fault
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data, read_data
from bygdeplan.load.text import MAX_BYTES, decode_pasted
from bygdeplan.model.lookup import field_at
from bygdeplan.model.malform import read_målform
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.ord.teikn import pasted
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring

_SKRIVEFEIL = (
    "Planfila har ein skrivefeil, og må rettast i eit skriveprogram fyrst. Lista over funn seier "
    "kvar."
)
_UFORSTÅELEG = "Sida og programmet forstår ikkje kvarandre. Last sida på nytt."


@dataclass(frozen=True)
class Ynskje:
    """What the page wants done."""

    sett: Filsegl
    veg: Path = ()
    verdi: Data = None
    steg: int = 0
    """How many places it is to be moved: 1 is after the next one, -1 before the one before."""

    @classmethod
    def read(cls, body: bytes) -> "Ynskje":
        """What is sent; raises `Fault` when it says nothing that can be done."""
        try:
            sent: Any = json.loads(body) if len(body) <= MAX_BYTES else None
        except (ValueError, RecursionError):
            sent = None
        if isinstance(sent, dict):
            sett, keys = sent.get("sett"), sent.get("veg")
            steg, verdi = sent.get("steg", 0), sent.get("verdi")
            path = (
                (*map(_key, keys),) if isinstance(keys, list) and all(map(_is_key, keys)) else None
            )
            is_told = isinstance(sett, str) and steg in (-1, 0, 1) and _is_data(verdi)
            if is_told and path is not None:
                return cls(str(sett), _known(path), _meant(verdi), steg)
        raise Fault(_UFORSTÅELEG)


def _is_key(key: object) -> bool:
    return isinstance(key, str | int) and not isinstance(key, bool)


def _is_data(value: object) -> bool:
    """Whether it is what a field can say: a text, nothing, or some texts under names."""
    if isinstance(value, dict):
        return all(isinstance(text, str) for text in value.values())
    return value is None or isinstance(value, str)


def _key(key: str | int) -> str | int:
    return _line(key) if isinstance(key, str) else key


def _line(text: str) -> str:
    return " ".join(pasted(text).split("\n"))


def _meant(value: Data) -> Data:
    """What is typed or pasted into a field, rid of what came along."""
    match value:
        case str():
            text = pasted(value).rstrip()
            before = len(text) - len(text.lstrip())
            # How far in the first line stands can tell that it is a point in a list.
            return text[text.rfind("\n", 0, before) + 1 :] if "\n" in text.strip() else text.strip()
        case dict():
            return {name: _meant(text) for name, text in value.items()}
        case _:
            return value


def _known(path: Path) -> Path:
    if path and field_at(path) is None:
        raise Fault(_UFORSTÅELEG)
    return path


class Redigering(Pult):
    """The desk with fields."""

    def __init__(self, framsyning: Framsyning, end: Callable[[], None]) -> None:
        """`end` ends the server."""
        super().__init__(framsyning, end)
        self._skrivar = Planskrivar(framsyning.file)

    def routes(self) -> list[Route]:
        """The addresses, those that write too."""
        ways = {"felt": text_set, "legg-til": added, "ta-bort": taken_away, "flytt": moved}
        return [
            *super().routes(),
            Route("/skjema", self.skjema),
            *(
                Route(f"/{name}", self._writing(way), methods=["POST"])
                for name, way in ways.items()
            ),
            Route("/angre", self.angre, methods=["POST"]),
        ]

    def page(self, asked: Mapping[str, str]) -> str:
        """The page, with the part and the document that are asked for."""
        utsyn = self._framsyning.look()
        return self._page(utsyn, asked, skjema=self._form(utsyn, asked.get("del", "")))

    async def skjema(self, request: Request) -> Response:
        """The fields of a part as they are now."""
        asked = request.query_params.get("del", "")
        return JSONResponse(
            await run_in_threadpool(lambda: self._form(self._framsyning.look(), asked))
        )

    async def angre(self, request: Request) -> Response:
        """Take the last step back."""

        def undo(wish: Ynskje) -> Lesnad:
            return self._skrivar.undo(wish.sett)

        return await self._answer(request, undo)

    def _writing(
        self, way: "Callable[[Data, Ynskje, Målform], Sequence[Tekstendring]]"
    ) -> Callable[[Request], Awaitable[Response]]:
        """What answers where a plan is changed in a way."""

        def change(wish: Ynskje) -> Lesnad:
            def edits(file: bytes) -> Sequence[Tekstendring]:
                data = said_in(file)
                return way(data, wish, main_form(data))

            return self._skrivar.change(wish.sett, edits)

        async def answer(request: Request) -> Response:
            return await self._answer(request, change)

        return answer

    async def _answer(self, request: Request, do: Callable[[Ynskje], Lesnad]) -> Response:
        body = await request.body()
        return await run_in_threadpool(self._answer_to, body, do)

    def _answer_to(self, body: bytes, do: Callable[[Ynskje], Lesnad]) -> Response:
        try:
            wish = Ynskje.read(body)
            try:
                return JSONResponse({"sett": do(wish).segl})
            except Endra as fault:
                return self._conflict(wish, fault)
        except Fault as fault:
            return JSONResponse({"melding": str(fault)}, 422)

    def _conflict(self, wish: Ynskje, fault: Endra) -> Response:
        """What stands in the file now, where the page wanted something else.

        Raises `Fault` when nothing can be read there.
        """
        now = self._skrivar.read()
        data = said_in(now.data)
        if not isinstance(data, dict):
            raise Fault(f"{fault} {_SKRIVEFEIL} Det du skreiv, står her enno.")
        text = shown(data, wish.veg, main_form(data))
        return JSONResponse({"melding": str(fault), "sett": now.segl, "verdi": text}, 409)

    def _form(self, utsyn: Utsyn, asked: str) -> Mapping[str, object]:
        """The fields of a part as markup, and the seal of the file they are made of."""
        try:
            now = self._skrivar.read()
        except Fault as fault:
            return _unwritable(str(fault))
        data = said_in(now.data)
        if not isinstance(data, dict):
            return _unwritable(_SKRIVEFEIL)
        skjema = Planskjema(data, utsyn.fjor, utsyn.målformer, utsyn.funn)
        deler = skjema.deler()
        part = next((each for each in deler if each.nøkkel == asked), deler[0])
        page = render("skjema.html.j2", felta=skjema.felta(part), feil="")
        return {
            "sett": now.segl,
            "kan_angre": self._skrivar.can_undo(now.segl),
            "deler": [[each.nøkkel, each.tittel] for each in deler],
            "vald": part.nøkkel,
            "felta": page,
            "feil": "",
        }


def _unwritable(why: str) -> Mapping[str, object]:
    page = render("skjema.html.j2", felta=[], feil=why)
    nothing = {"sett": "", "kan_angre": False, "deler": [], "vald": ""}
    return {**nothing, "felta": page, "feil": why}


def said_in(data: bytes) -> Data:
    """What the text of a plan file says; None when it cannot be read."""
    root, _ = compose(decode_pasted(data)[0])
    return read_data(root)[0] if root else None


def main_form(data: Data) -> Målform:
    """The written form of the plan, as its file says it."""
    try:
        return read_målform(value_of(data, ("målform",)) or "nynorsk")
    except ValueError:
        return "nynorsk"


def shown(data: Data, path: Path, main: Målform) -> str:
    """The text that a field shows; empty for none."""
    if path and path[-1] in MÅLFORMER:
        return form_of(value_of(data, path[:-1]), _form_in(path), main)
    return form_of(value_of(data, path), main, main) if _is_text(data, path) else ""


def text_set(data: Data, wish: Ynskje, main: Målform) -> Sequence[Tekstendring]:
    """The text of a field; what is emptied is taken away."""
    path = wish.veg
    if not path or not isinstance(wish.verdi, str):
        raise Fault(_UFORSTÅELEG)
    if path[-1] in MÅLFORMER and not isinstance(value_of(data, path[:-1]), dict):
        return _set_first_form(data, path, wish.verdi, main)
    if not _is_text(data, path):
        raise Fault("Her står det noko anna enn ein tekst. Rett det i planfila.")
    return _set(data, path, wish.verdi)


def _set_first_form(data: Data, path: Path, text: str, main: Målform) -> Sequence[Tekstendring]:
    """A text that was in one form alone, or not at all; the main form needs not be named."""
    around, form = path[:-1], _form_in(path)
    if form == main:
        return _set(data, around, text)
    if not text.strip():
        return []
    first = form_of(value_of(data, around), main, main)
    both = {each: {main: first, form: text}[each] for each in MÅLFORMER}
    return _set(data, around, {name: text for name, text in both.items() if text})


def _set(data: Data, path: Path, value: Data) -> Sequence[Tekstendring]:
    if isinstance(value, str) and not value.strip():
        return _emptied(data, path)
    return [Set(path, value) if _has(data, path) else Add(path, value)]


def _emptied(data: Data, path: Path) -> Sequence[Tekstendring]:
    """A field goes out of the file, with the group that it is alone in; a card stays, empty."""
    if not _has(data, path):
        return []
    felt = field_at(path)
    if felt and felt.is_item and not felt.is_in_list:
        return [Set(path, None)]
    while len(path) > 1 and _is_alone(data, path):
        path = path[:-1]
    return [Remove(path)]


def _is_alone(data: Data, path: Path) -> bool:
    group, around = value_of(data, path[:-1]), field_at(path[:-1])
    is_item = around is None or around.is_item
    return isinstance(group, dict) and len(group) == 1 and not is_item


def added(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """A new item of a list, or a new card: with a text, some texts, or nothing yet."""
    if len(wish.veg) < 2 or not str(wish.veg[-1]).strip():
        raise Fault("Skriv kva det nye skal heite.")
    if _has(data, wish.veg) and not isinstance(wish.veg[-1], int):
        raise Fault(f"«{wish.veg[-1]}» finst alt. Skriv eit anna namn.")
    if wish.veg[-1] in MERKESLAG:
        raise Fault(f"«{wish.veg[-1]}» er eit merke i planfila. Skriv eit anna namn.")
    return [Add(wish.veg, {} if wish.verdi is None else wish.verdi or None)]


def taken_away(_data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card."""
    return [Remove(wish.veg)]


def moved(data: Data, wish: Ynskje, _main: Målform) -> Sequence[Tekstendring]:
    """An item of a list, or a card, one place up or down."""
    *group, key = wish.veg or ("",)
    around = value_of(data, tuple(group))
    keys = [*range(len(around))] if isinstance(around, list) else [*(around or ())]
    if key not in keys:
        raise Fault("Det du vil flytte, står ikkje i planfila no.")
    place = keys.index(key) + wish.steg
    if not 0 <= place < len(keys):
        raise Fault("Det står alt ytst.")
    others = [each for each in keys if each != key]
    return [Move(wish.veg, None, others[place] if place < len(others) else None)]


def _has(data: Data, path: Path) -> bool:
    around, key = value_of(data, path[:-1]), path[-1]
    if isinstance(around, list):
        return isinstance(key, int) and 0 <= key < len(around)
    return isinstance(around, dict) and str(key) in around


def _is_text(data: Data, path: Path) -> bool:
    return isinstance(value_of(data, path), str | None)


def _form_in(path: Path) -> Målform:
    return next(form for form in MÅLFORMER if form == path[-1])
