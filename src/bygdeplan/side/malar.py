"""A document's view → a complete HTML page, by the templates people edit."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path, PurePath

from jinja2 import TemplateError
from markupsafe import Markup, escape

from bygdeplan.documents.dokument import digest
from bygdeplan.documents.dokumentsett import Dokument, Oppdrag
from bygdeplan.funn.fault import Fault
from bygdeplan.ord import teikn
from bygdeplan.ord.framand import with_languages
from bygdeplan.ord.frase import (
    FILER,
    FasteOrd,
    Målform,
    Ordfeil,
    i_bruk,
    own_words,
    shipped_templates,
    shipped_words,
)
from bygdeplan.side.byggjelogg import digest as digest_of
from bygdeplan.side.malfeil import Malfeil
from bygdeplan.side.malsprak import Malgrense, Malspråk
from bygdeplan.side.overskrifter import link_headings
from bygdeplan.utgave.planmappe import find_folder
from bygdeplan.utsjanad.diagram import Diagram, draw
from bygdeplan.utsjanad.husstil import FIL, Husstil, read_husstil

MOST_BYTES = 5_000_000
"""A template that is text has some thousand bytes, and with pictures written in it some more."""

# Jinja's own errors, and what an expression in a template can raise in Python.
_WRONG_IN_A_TEMPLATE = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def template_names() -> list[str]:
    """The files among the shipped templates that people edit, by their names within the folder."""
    folder = shipped_templates()
    files = (path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    return sorted(path.relative_to(folder).as_posix() for path in files)


class Malar:
    """The templates: the user's own, by name, before the ones that came with the program."""

    def __init__(self, own: Path | None = None) -> None:
        """`own` is a folder whose files stand in for shipped templates of the same name."""
        self._folders = [folder for folder in (own, shipped_templates()) if folder]
        self._words: dict[Målform, FasteOrd] = {}
        self.reinska: dict[str, teikn.Reinska] = {}
        """What was cleaned in each template that has been read, by its name."""

    def path(self, name: str) -> Path:
        """Where a file among the templates lies; raises `Fault` when there is none."""
        path = self._find(name)
        if path is None:
            raise Fault(f"Malen {name} finst ikkje. Installer bygdeplan på nytt.")
        return path

    def read(self, name: str) -> str:
        """The text of a file among the templates, rid of signs that do not show.

        Raises `Fault` when it cannot be read, or has a sign that no document can carry.
        """
        path = self.path(name)
        if path.stat().st_size > MOST_BYTES:
            raise Fault(
                f"Malen {name} er på meir enn {MOST_BYTES // 1_000_000} MB. Hent han på nytt med "
                "«bygdeplan templates»."
            )
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise Fault(
                f"Malen {name} er ikkje lagra som UTF-8. Lagre han på nytt med den teiknkodinga."
            ) from error
        text, reinska = teikn.without_unseen(text)
        if reinska:
            self.reinska[name] = reinska
        if teikn.has_forbidden(text):
            for number, line in enumerate(text.split("\n"), 1):
                _check_signs(f"Malen {name}, linje {number}", line)
        return text

    def page(self, document: Oppdrag) -> str:
        """The HTML page of a document to be made, in its written form.

        Raises `Fault` when a template or a file of words is wrong.
        """
        return self._in_form(document.målform, document.build)

    def page_before(self, document: Oppdrag) -> str | None:
        """The page whose changes are to be shown in that of a document, if they are."""
        return document.build_mot and self._in_form(document.målform, document.build_mot)

    def _in_form(self, målform: Målform, build: Callable[[], Dokument]) -> str:
        try:
            with self.words(målform).in_use():
                return self.render(build())
        except Ordfeil as error:
            raise Fault(str(error)) from error

    def render(self, view: Dokument) -> str:
        """The HTML page of a document; its template has the name of the document's type.

        Raises `Fault` with template and line when a template is wrong.
        """
        name = f"{type(view).__name__.lower()}.html.j2"
        self._environment.begin_page()
        try:
            with self.words(view.hovud.målform).in_use():
                page = self._environment.get_template(name).render(
                    dokument=view,
                    stil=self._style,
                    kontrollsum=digest(view),
                    utgåve=version("bygdeplan"),
                )
        except _WRONG_IN_A_TEMPLATE as error:
            told = Malfeil(self._environment, self._folders, self.read).explain(error)
            raise Fault(told) from error
        return with_languages(link_headings(_without_empty_lines(page)))

    def digest(self) -> str:
        """A digest of every file among the templates, the user's own and those that came along."""
        told: list[str | bytes] = []
        for folder in self._folders:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                told += [path.relative_to(folder).as_posix(), path.read_bytes()]
        return digest_of(*told)

    @cached_property
    def husstil(self) -> Husstil:
        """The house style; raises `Fault` when something is wrong in it."""
        return read_husstil(self.read(FIL))

    def words(self, målform: Målform) -> FasteOrd:
        """The fixed words of a form; raises `Fault` when their file is wrong."""
        if målform not in self._words:
            self._words[målform] = self._read_words(målform)
        return self._words[målform]

    def _read_words(self, målform: Målform) -> FasteOrd:
        fil = FILER[målform]
        if self.path(fil) == shipped_templates() / fil:
            return shipped_words(målform)
        try:
            words = own_words(målform, self.read(fil))
        except Ordfeil as error:
            raise Fault(str(error)) from error
        for name, text in words.ord.items():
            _check_signs(f"«{name}» i {fil}", text)
        return words

    @cached_property
    def _style(self) -> Markup:
        """The stylesheet, after the house style as values to use in it: `var(--farge-tekst)`."""
        values = [
            f"--{section}-{name}: {value};"
            for section, values in self.husstil.values().items()
            for name, value in values.items()
        ]
        css = f":root {{ {' '.join(values)} }}\n{self.read('style.css')}"
        return Markup(css)  # noqa: S704  # files of the house, not data

    @cached_property
    def _environment(self) -> Malspråk:
        environment = Malspråk(self._load)
        environment.add_filter("teikning", self._drawing)
        environment.add_filter("etter_ord", _after_words)
        environment.globals["ord"] = _fixed_words
        return environment

    def _drawing(self, diagram: Diagram) -> Markup:
        """A chart as a drawing within the page; its alternative text stands for it read aloud."""
        picture = draw(diagram, self.husstil, self.read)
        said = Markup('<svg role="img" aria-label="{}" ').format(picture.alt)
        return said + Markup(picture.svg.removeprefix("<svg "))  # noqa: S704  # drawn by us

    def _find(self, name: str) -> Path | None:
        if _leads_out(name):
            return None
        paths = (folder / name for folder in self._folders)
        return next((path for path in paths if path.is_file()), None)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template the way Jinja wants it: its text, its file, nothing that says it is stale."""
        path = self._find(name)
        return (self.read(name), str(path), None) if path else None


def _fixed_words(name: str, **values: object) -> Markup:
    """The fixed words with a name, as HTML; what is filled in may be so already."""
    try:
        return Markup(i_bruk().filled(name, values, escape))  # noqa: S704  # each part is escaped
    except Ordfeil as error:
        raise Malgrense(str(error)) from error


def _after_words(prose: Markup, words: str) -> Markup:
    """A prose field with bold words first in it, in its first paragraph when it begins with one."""
    led = Markup("<p><strong>{}</strong> ").format(words)
    if prose.startswith("<p>"):
        return led + Markup(prose.removeprefix("<p>"))  # noqa: S704  # HTML already
    return led + Markup("</p>\n") + prose


def _check_signs(place: str, text: str) -> None:
    for _, sign in teikn.find_forbidden(text):
        raise Fault(
            f"{place}: teiknet {teikn.called(sign)} kan ikkje stå i eit dokument. "
            f"{teikn.advice_on(sign)}"
        )


def _leads_out(name: str) -> bool:
    """Whether a name leads out of a folder: «/etc/hosts», «../plans/2031.yaml», «C:x»."""
    path = PurePath(name)
    return path.anchor != "" or ".." in path.parts


def _without_empty_lines(page: str) -> str:
    """The page without the lines that templates leave empty."""
    return re.sub(r"\n\s*\n+", "\n", page).strip() + "\n"


def own_folder() -> Path:
    """The folder `templates/` beside the nearest folder of plans, there or not.

    Raises `Fault` when there is no folder of plans.
    """
    return find_folder().parent / "templates"


def copies(names: Sequence[str], folder: Path) -> dict[Path, bytes]:
    """Shipped templates as they are to lie in a folder, by path; nothing is written.

    Raises `Fault` when a file lies there already.
    """
    files = {folder / name: (shipped_templates() / name).read_bytes() for name in names}
    if taken := [path.as_posix() for path in files if path.exists()]:
        raise Fault(
            f"{taken[0]} finst frå før og blir ikkje skriven over. "
            "Gje henne eit anna namn fyrst, om du vil ha malen slik han følgjer med."
        )
    return files
