"""A document's view → a complete HTML page, by the templates people edit."""

import re
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from bygdeplan.diagram import Diagram, draw
from bygdeplan.documents import Dokument, digest
from bygdeplan.fault import Fault
from bygdeplan.husstil import FIL, Husstil, read_husstil
from bygdeplan.overskrifter import link_headings
from bygdeplan.suggestion import suggestion

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


def shipped_templates() -> Path:
    """The templates that came with the program: in the wheel, else at the top of the repository."""
    package = Path(__file__).parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parents[1] / "templates"


class Malar:
    """The templates: the user's own, by name, before the ones that came with the program."""

    def __init__(self, own: Path | None = None) -> None:
        """`own` is a folder whose files stand in for shipped templates of the same name."""
        self._folders = [folder for folder in (own, shipped_templates()) if folder]

    def path(self, name: str) -> Path:
        """Where a file among the templates lies; raises `Fault` when there is none."""
        path = self._find(name)
        if path is None:
            raise Fault(f"Malen {name} finst ikkje. Installer bygdeplan på nytt.")
        return path

    def read(self, name: str) -> str:
        """The text of a file among the templates; raises `Fault` when it cannot be read."""
        try:
            return self.path(name).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise Fault(
                f"Malen {name} er ikkje lagra som UTF-8. Lagre han på nytt med den teiknkodinga."
            ) from error

    def render(self, view: Dokument) -> str:
        """The HTML page of a document; its template has the name of the document's type.

        Raises `Fault` with template and line when a template is wrong.
        """
        name = f"{type(view).__name__.lower()}.html.j2"
        try:
            page = self._environment.get_template(name).render(
                dokument=view,
                stil=self._style,
                kontrollsum=digest(view),
                utgåve=version("bygdeplan"),
            )
        except _WRONG_IN_A_TEMPLATE as error:
            raise Fault(self._explain(error)) from error
        return link_headings(_without_empty_lines(page))

    @cached_property
    def husstil(self) -> Husstil:
        """The house style; raises `Fault` when something is wrong in it."""
        return read_husstil(self.read(FIL))

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
    def _environment(self) -> SandboxedEnvironment:
        environment = SandboxedEnvironment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.clear()
        environment.filters["teikning"] = _drawing
        return environment

    def _find(self, name: str) -> Path | None:
        paths = (folder / name for folder in self._folders)
        return next((path for path in paths if path.is_file()), None)

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template the way Jinja wants it: its text, its file, nothing that says it is stale."""
        path = self._find(name)
        return (self.read(name), str(path), None) if path else None

    def _explain(self, error: Exception) -> str:
        """What is wrong in a template, where, and which names there are."""
        match error:
            case TemplateSyntaxError():
                place = f"{error.name}, linje {error.lineno}"
                return f"Malen {place}: skrivefeil i malspråket ({error.message})."
            case TemplateNotFound():
                return f"Malen {error.name} finst ikkje."
            case UndefinedError():
                return f"Malen {_place(error, self._folders)}: {_unknown_name(error)}"
            case RecursionError():
                return f"Malen {_place(error, self._folders)}: malane hentar inn kvarandre i ring."
            case _:
                place = _place(error, self._folders)
                return f"Malen {place}: uttrykket let seg ikkje rekne ut ({error})."


@lru_cache(maxsize=64)
def _drawing(diagram: Diagram) -> Markup:
    """A chart as a drawing within the page; its alternative text stands for it when read aloud."""
    picture = draw(diagram)
    said = Markup('<svg role="img" aria-label="{}" ').format(picture.alt)
    return said + Markup(picture.svg.removeprefix("<svg "))  # noqa: S704  # drawn by us


def _place(error: Exception, folders: list[Path]) -> str:
    """Template and line of the innermost step of a failure that lies in a template."""
    place = "?"
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        for folder in folders:
            if file.is_relative_to(folder):
                place = f"{file.relative_to(folder).as_posix()}, linje {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _unknown_name(error: UndefinedError) -> str:
    """«'…Hovud object' has no attribute 'titel'» in Nynorsk, with the name that was meant."""
    message = error.message or ""
    if match := re.fullmatch(r"'(?P<owner>.+) object' has no attribute '(?P<name>.+)'", message):
        known = _fields_of(match["owner"])
        return f"ukjent namn `{match['name']}`. {suggestion(match['name'], known)}"
    if match := re.fullmatch(r"'(?P<name>.+)' is undefined", message):
        return f"ukjent namn `{match['name']}`. Alt som kan visast, byrjar med `dokument.`."
    if match := re.fullmatch(r"'None' has no attribute '(?P<name>.+)'", message):
        return f"`{match['name']}` finst ikkje når det framfor er tomt. Set `{{% if %}}` rundt."
    if match := re.search(r"does not export the requested name '(?P<name>.+)'", message):
        return f"ukjent namn `{match['name']}`. Det finst ikkje i malen det skal hentast frå."
    return f"uttrykket let seg ikkje rekne ut ({message})."


def _fields_of(owner: str) -> list[str]:
    """The names a view type has, by the type's full name as Jinja writes it."""
    import sys

    module, _, name = owner.rpartition(".")
    kind = getattr(sys.modules.get(module), name, None)
    return sorted(getattr(kind, "__dataclass_fields__", ()))


def _without_empty_lines(page: str) -> str:
    """The page without the lines that templates leave empty."""
    return re.sub(r"\n\s*\n+", "\n", page).strip() + "\n"
