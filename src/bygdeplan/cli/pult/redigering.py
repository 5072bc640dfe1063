"""The addresses at which a plan is written: each takes a wish, and answers what came of it.

A wish is JSON: `veg`, the keys to a place in the plan; `sett`, the seal of the file that the page
was made of; and what the address needs beside them. What is answered is JSON too, with the seal of
the file as it is now.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bygdeplan.cli.pult.deler import Delregister, part_address, parts_of, way_to
from bygdeplan.cli.pult.feltgrep import form_in, is_text, marked, moved, spread, taken_away, written
from bygdeplan.cli.pult.filverdi import form_of, value_of
from bygdeplan.cli.pult.framsyning import Framsyning, Utsyn
from bygdeplan.cli.pult.nytt import added
from bygdeplan.cli.pult.proving import sums_shown, tried
from bygdeplan.cli.pult.skjema import Planskjema, shown_text
from bygdeplan.cli.pult.skriving import Endra, Lesnad, Planskrivar
from bygdeplan.cli.pult.tenar import Pult, render
from bygdeplan.cli.pult.tiltaksgrep import closed, moved_to
from bygdeplan.cli.pult.ynskje import UFORSTÅELEG, Ynskje
from bygdeplan.endring import Endring
from bygdeplan.funn.fault import Fault
from bygdeplan.load.compose import compose
from bygdeplan.load.data import Data, Merking, marks_with_effect, read_data
from bygdeplan.load.text import decode_pasted
from bygdeplan.model.lookup import field_at
from bygdeplan.model.malform import read_målform
from bygdeplan.model.merke import MERKESLAG, Path
from bygdeplan.ord.frase import MÅLFORMER, Målform
from bygdeplan.rules import Grunnlag
from bygdeplan.utgave.planskriving import Add, Move, Set, Tekstendring, tree_of

PLANFIL = "planfil"
"""The address of the file itself, as text, beside those of its parts."""
WAYS: Mapping[str, Callable[[Data, Ynskje, Målform], Sequence[Tekstendring]]] = {
    "felt": written,
    "legg-til": added,
    "ta-bort": taken_away,
    "flytt": moved,
    "flytt-til": moved_to,
    "avslutt-tiltak": closed,
    "merk": marked,
    "utvid": spread,
}
"""The addresses that write, each with the changes that a wish there takes."""


class Redigering(Pult):
    """The desk with fields."""

    def __init__(self, framsyning: Framsyning, end: Callable[[], None]) -> None:
        """`end` ends the server."""
        super().__init__(framsyning, end)
        self._skrivar = Planskrivar(framsyning.file)

    def routes(self) -> list[Route]:
        """The addresses, those that write too."""
        return [
            *super().routes(),
            Route("/skjema", self.skjema),
            *(Route(f"/{name}", self._writing(name), methods=["POST"]) for name in WAYS),
            Route("/angre", self.angre, methods=["POST"]),
            Route("/fil", self.heile, methods=["POST"]),
            Route("/prov", self.prøv, methods=["POST"]),
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

        def undo(wish: Ynskje) -> tuple[Lesnad, Path]:
            return self._skrivar.undo(wish.sett), ()

        return await self._answer(request, undo)

    async def heile(self, request: Request) -> Response:
        """The whole text of the file, which is how a fault of syntax is mended."""

        def write(wish: Ynskje) -> tuple[Lesnad, Path]:
            if not isinstance(wish.verdi, str):
                raise Fault(UFORSTÅELEG)
            return self._skrivar.rewrite(wish.sett, wish.verdi), ()

        return await self._answer(request, write)

    async def prøv(self, request: Request) -> Response:
        """How a text would be read and what the sums would be; nothing is written.

        `som` is the address that would be asked, when it is not that of a field.
        """
        body = await request.body()
        way = WAYS.get(request.query_params.get("som", "felt"))

        def attempt() -> Response:
            wish = Ynskje.read(body)
            if way is None:
                raise Fault(UFORSTÅELEG)
            now = self._skrivar.read()
            tree = tree_of(now.data)
            return JSONResponse(tried(now.data, wish, way(tree, wish, main_form(tree))))

        return await run_in_threadpool(lambda: _or_told(attempt))

    def _writing(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        """What answers where a plan is changed in a way."""
        way = WAYS[name]

        def change(wish: Ynskje) -> tuple[Lesnad, Path]:
            if not wish.veg:
                raise Fault(UFORSTÅELEG)
            made: list[Tekstendring] = []

            def edits(data: bytes) -> Sequence[Tekstendring]:
                tree = tree_of(data)
                made.extend(way(tree, wish, main_form(tree)))
                return made

            return self._skrivar.change(wish.sett, edits), place_after(made)

        async def answer(request: Request) -> Response:
            return await self._answer(request, change)

        return answer

    async def _answer(
        self, request: Request, do: Callable[[Ynskje], tuple[Lesnad, Path]]
    ) -> Response:
        body = await request.body()

        def answer() -> Response:
            wish = Ynskje.read(body)
            try:
                after, veg = do(wish)
                return JSONResponse({"sett": after.segl, "veg": veg})
            except Endra as fault:
                return self._conflict(wish, fault)

        return await run_in_threadpool(lambda: _or_told(answer))

    def _conflict(self, wish: Ynskje, fault: Endra) -> Response:
        """What stands in the file now, where the page wanted something else.

        Raises `Fault` when nothing can be read there.
        """
        now = self._skrivar.read()
        data = said_in(now.data)
        if wish.veg and not isinstance(data, dict):
            raise Fault(f"{fault} Ho har ein skrivefeil no, som må rettast fyrst.")
        text = shown(data, wish.veg, main_form(data)) if wish.veg else decode_pasted(now.data)[0]
        return JSONResponse({"melding": str(fault), "sett": now.segl, "verdi": text}, 409)

    def _places(self, utsyn: Utsyn) -> Sequence[str]:
        try:
            data = said_in(self._skrivar.read().data)
        except Fault:
            return super()._places(utsyn)
        if not isinstance(data, dict):
            return super()._places(utsyn)
        deler = Delregister(parts_of(data))
        return [_place(deler, found.path) for found in utsyn.funn]

    def _form(self, utsyn: Utsyn, asked: str) -> Mapping[str, object]:
        """The fields of a part as markup, and the seal of the file they are made of."""
        try:
            now = self._skrivar.read()
        except Fault as fault:
            return _unwritable(str(fault))
        skjema = form_over(now.data, utsyn)
        if skjema is None:
            return _as_text(now, _first_line(utsyn), _STOPP, **_WITHOUT_PARTS)
        deler = skjema.deler()
        if asked == PLANFIL:
            told = {"deler": render("deler.html.j2", deler=deler, veg=[asked]), "vald": asked}
            can_undo = self._skrivar.can_undo(now.segl)
            return _as_text(now, _first_line(utsyn), "", **told, summar="", kan_angre=can_undo)
        way = way_to(deler, asked)
        part = way[-1]
        return {
            "nr": utsyn.nr,
            "sett": now.segl,
            "kan_angre": self._skrivar.can_undo(now.segl),
            "vald": part.nøkkel,
            "tittel": part.tittel,
            "deler": render("deler.html.j2", deler=deler, veg=[each.nøkkel for each in way]),
            "felta": render(
                "skjema.html.j2",
                felta=skjema.felta(part),
                tittel=part.tittel,
                låst=_locked(utsyn.grunnlag),
            ),
            "summar": sums_shown(utsyn.grunnlag.plan if utsyn.grunnlag else None, part.paths),
        }


def _place(deler: Delregister, path: Path) -> str:
    """The address of the field that lies at a place, or that it lies in; the file for none."""
    part = deler.part_at(path) if path else None
    asked = {"del": part.nøkkel, "felt": part_address(path)} if part else {"del": PLANFIL}
    return f"/?{urlencode(asked)}"


def _or_told(do: Callable[[], Response]) -> Response:
    """What is answered; a fault is told to the author."""
    try:
        return do()
    except Fault as fault:
        return JSONResponse({"melding": str(fault)}, 422)


def _unwritable(why: str) -> Mapping[str, object]:
    page = render("tekst.html.j2", feil=why, tekst=None, linje=0)
    return {**_WITHOUT_PARTS, "tittel": "Planfila", "sett": "", "felta": page, "feil": why}


def _as_text(now: Lesnad, line: int, why: str, **more: object) -> Mapping[str, object]:
    """The file itself, at a line: where it is no plan that fields can be made of, or by choice."""
    page = render("tekst.html.j2", feil=why, tekst=decode_pasted(now.data)[0], linje=line)
    return {**more, "tittel": "Planfila", "sett": now.segl, "felta": page}


def _first_line(utsyn: Utsyn) -> int:
    return next((each.span.line for each in utsyn.funn), 1)


_WITHOUT_PARTS = {"kan_angre": False, "deler": "", "vald": "", "summar": ""}
_STOPP = (
    "Planfila lèt seg ikkje vise i felt. Her er ho som tekst, på staden der det stoppar. Lista "
    "over funn seier kva som er gale. Når det er retta og lagra, kjem felta att."
)


def form_over(data: bytes, utsyn: Utsyn) -> Planskjema | None:
    """The form of a plan file; None when it is no plan that fields can be made of."""
    said, marks = _read(data)
    if not isinstance(said, dict):
        return None
    marked = marks_with_effect(marks)
    return Planskjema(
        said,
        utsyn.fjor,
        utsyn.målformer,
        utsyn.funn,
        endringar=_changes(utsyn.grunnlag),
        merke={path: slag for slag in MERKESLAG for path in getattr(marked, slag)},
        er_låst=_locked(utsyn.grunnlag) is not None,
    )


def _changes(grunnlag: Grunnlag | None) -> Mapping[Path, tuple[str, Endring]]:
    """What is changed at each place: since last year, and since the locked revision above that."""
    if grunnlag is None:
        return {}
    since = [("i fjor", grunnlag.diff)]
    if grunnlag.låst_i_år:
        since.append(
            (f"revisjon {grunnlag.låst_i_år.revisjon}, som er låst", grunnlag.diff_frå_låst)
        )
    return {
        endring.path_etter: (when, endring)
        for when, diff in since
        for endring in (diff.endringar if diff else ())
        if endring.path_etter
    }


def _locked(grunnlag: Grunnlag | None) -> int | None:
    """The revision of a plan that is adopted and locked as it stands; None for none."""
    låst = grunnlag.låst_i_år if grunnlag else None
    is_it = grunnlag is not None and låst is not None and grunnlag.plan.revisjon == låst.revisjon
    return låst.revisjon if låst and is_it else None


def said_in(data: bytes) -> Data:
    """What the text of a plan file says, without its marks; None when it cannot be read."""
    return _read(data)[0]


# The findings and the fields are made of the same file.
@lru_cache(maxsize=1)
def _read(data: bytes) -> tuple[Data, Sequence[Merking]]:
    root, _ = compose(decode_pasted(data)[0])
    return read_data(root) if root else (None, [])


def main_form(data: Data) -> Målform:
    """The written form of the plan, as its file says it."""
    try:
        return read_målform(value_of(data, ("målform",)) or "nynorsk")
    except ValueError:
        return "nynorsk"


def shown(data: Data, path: Path, main: Målform) -> str:
    """The text that a field shows; empty for none."""
    if path and path[-1] in MÅLFORMER:
        text = form_of(value_of(data, path[:-1]), form_in(path), main)
    else:
        text = form_of(value_of(data, path), main, main) if is_text(data, path) else ""
    return shown_text(field_at(path), text)


def place_after(edits: Sequence[Tekstendring]) -> Path:
    """Where that which was changed last lies afterwards; empty for nothing."""
    match edits[-1:]:
        case [Set(path) | Add(path)]:
            return path
        case [Move(path, group)] if group is not None:
            return (*group, path[-1])
    return ()
