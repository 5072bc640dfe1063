"""What is wrong in a template, for the one who edits it: which template, which line, what instead.

Jinja says what it stumbled over in English, and in words for those who know its insides. Here what
it says is recognised and told anew, with the names there are to choose between.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes

from bygdeplan.ord.suggestion import closest, suggestion
from bygdeplan.side.malsprak import Malgrense

BYGGJESTEINAR = "makroar.html.j2"
_TAGS = ("if", "elif", "else", "for", "set", "include", "extends", "from", "block", "macro")
_CALL = "uttrykket let seg ikkje rekne ut"

Told = Callable[[re.Match[str]], str]

# What Jinja cannot read, by its own words → what is told. The first that fits.
_SYNTAX: tuple[tuple[str, Told], ...] = (
    (
        r"Unexpected end of template.*to be closed is '(\w+)'",
        lambda m: f"`{{% {m[1]} … %}}` er ikkje avslutta. Skriv `{{% end{m[1]} %}}` etter det.",
    ),
    (
        r"unknown tag '(end\w+|else|elif)'.*to be closed is '(\w+)'",
        lambda m: f"`{{% {m[1]} %}}` kjem før `{{% end{m[2]} %}}`, som skal stå fyrst.",
    ),
    (
        r"unknown tag '(end\w+|else|elif)'",
        lambda m: f"`{{% {m[1]} %}}` høyrer ikkje til noko som er opna framfor.",
    ),
    (
        r"unknown tag '(\w+)'",
        lambda m: f"Ukjent ord `{m[1]}` etter `{{%`. {suggestion(m[1], _TAGS)}",
    ),
    (r", expected '([)\]}])'", lambda m: f"Det manglar `{m[1]}`."),
    (
        r", expected 'end of|unexpected '[}%]'",
        lambda _: "Det som byrjar med `{{`, sluttar med `}}`; det som byrjar med `{%`, med `%}`.",
    ),
    (r"end of comment", lambda _: "Det som byrjar med `{#`, sluttar med `#}`."),
    (r"unexpected char ['\"]['\"\\]", lambda _: "Eit hermeteikn manglar maken sin."),
    (r"unexpected char '(.+)' at", lambda m: f"Teiknet `{m[1]}` kan ikkje stå her."),
    (
        r"token 'end of .+', got '(.+)'",
        lambda m: f"`{m[1]}` kan ikkje stå her. Mellom to namn skal det vere punktum.",
    ),
    (r"token '(.+)', got '(.+)'", lambda m: f"Her skal det stå `{m[1]}`, ikkje `{m[2]}`."),
    (r"'end of", lambda _: "Det manglar noko framfor `}}` eller `%}`."),
    (r"expected name", lambda _: "Etter eit punktum skal det stå eit namn."),
    (r"block '(.+)' defined twice", lambda m: f"`{{% block {m[1]} %}}` står to gonger."),
)


class Malfeil:
    """Faults in the templates of some folders, told by the names the templates have."""

    def __init__(
        self, environment: Environment, folders: Sequence[Path], read: Callable[[str], str]
    ) -> None:
        """`folders` hold the templates of `environment`; `read` gives the text of one by name."""
        self._environment = environment
        self._folders = folders
        self._read = read

    def explain(self, error: Exception) -> str:
        """What is wrong, in one line: template, line, the misspelt name and the known ones."""
        mal, linje = self._place(error)
        return f"Malen {mal}, linje {linje}: {self._told(error, mal)}"

    def _place(self, error: Exception) -> tuple[str, int]:
        """Template and line of the innermost step of a failure that lies in a template."""
        if isinstance(error, TemplateSyntaxError):
            # Of a comment left open Jinja gives the file for the name.
            files = filter(None, (error.filename, error.name))
            return next(filter(None, map(self._name_of, files)), "?"), error.lineno
        place, trace = ("?", 0), error.__traceback__
        while trace is not None:
            if name := self._name_of(trace.tb_frame.f_code.co_filename):
                place = name, trace.tb_lineno
            trace = trace.tb_next
        return place

    def _name_of(self, file: str) -> str | None:
        """The name of a template by where it lies; None for what is no template."""
        within = (folder for folder in self._folders if Path(file).is_relative_to(folder))
        return next((Path(file).relative_to(f).as_posix() for f in within), None)

    def _told(self, error: Exception, mal: str) -> str:
        message = error.message if isinstance(error, TemplateError) else str(error)
        if isinstance(error, Malgrense):
            return str(message)
        if isinstance(error, RecursionError):
            return "malane hentar inn kvarandre i ring."
        if isinstance(error, TemplateNotFound):
            return f"malen `{error.name}` finst ikkje. {suggestion(str(error.name), self._names())}"
        if match := re.match(r"No (?P<kind>filter|test) named '(?P<name>.+)'", message or ""):
            known = getattr(self._environment, f"{match['kind']}s")
            kind = {"filter": "filter", "test": "vilkår"}[match["kind"]]
            return f"ukjent {kind} `{match['name']}`. {suggestion(match['name'], sorted(known))}"
        if isinstance(error, TemplateSyntaxError):
            return f"skrivefeil i malspråket{_told_of_syntax(message or '')}"
        return self._told_of_value(message or "", mal)

    def _told_of_value(self, message: str, mal: str) -> str:
        """What is told of a name that has no value, or of a value that cannot be used so."""
        if match := re.fullmatch(r"'(?P<name>\w+)' is undefined", message):
            return f"ukjent namn `{match['name']}`. {self._advice_on(match['name'], mal)}"
        if match := re.fullmatch(r"'None' has no attribute '(?P<name>.+)'", message):
            return f"`{match['name']}` finst ikkje når det framfor er tomt. Set `{{% if %}}` rundt."
        if match := re.fullmatch(r"'(?P<of>.+) object' has no attribute '(?P<name>.+)'", message):
            return f"ukjent namn `{match['name']}`. {_advice_on_part(match['of'], match['name'])}"
        if match := re.search(
            r"template '(?P<mal>.+)' \(imported .*name '(?P<name>.+)'", message, re.DOTALL
        ):
            known = self._macros(match["mal"])
            return f"ukjent namn `{match['name']}`. {suggestion(match['name'], known)}"
        if match := re.search(r"parameter '(.+)' was not|macro '(.+)' takes", message):
            return "det er for lite eller for mykje i parentesen der byggjesteinen blir brukt."
        return f"{_CALL} ({message})."

    def _advice_on(self, written: str, mal: str) -> str:
        if written in self._macros(BYGGJESTEINAR):
            return f'Hent det fyrst: `{{% from "{BYGGJESTEINAR}" import {written} %}}`.'
        known = [name for name in self._used(mal) if name != written]
        near = closest(written, ["dokument", *known])
        return f"Meinte du `{near}`?" if near else "Alt som kan visast, byrjar med `dokument.`."

    def _used(self, mal: str) -> list[str]:
        """The names a template uses, in the order they stand."""
        tree = self._parsed(mal)
        imported = (name for node in tree.find_all(nodes.FromImport) for name in node.names)
        names = [node.name for node in tree.find_all(nodes.Name)]
        return _once([*names, *(name if isinstance(name, str) else name[1] for name in imported)])

    def _macros(self, mal: str) -> list[str]:
        return _once(macro.name for macro in self._parsed(mal).find_all(nodes.Macro))

    def _parsed(self, mal: str) -> nodes.Template:
        return self._environment.parse(self._read(mal))

    def _names(self) -> list[str]:
        found = (f.relative_to(d).as_posix() for d in self._folders for f in d.rglob("*.html.j2"))
        return sorted(set(found))


def _told_of_syntax(message: str) -> str:
    for words, told in _SYNTAX:
        if match := re.search(words, message, re.DOTALL):
            return f". {told(match)}"
    return f" ({message})."


def _advice_on_part(owner: str, written: str) -> str:
    """What to write instead of an unknown part of a value, whose type Jinja names in full."""
    if owner in ("tuple", "list"):
        return "Det framfor er ei liste. Ta eitt og eitt med `{% for … in … %}`."
    if owner in ("str", "markupsafe.Markup", "int"):
        return "Det framfor er heile verdien; skriv ikkje noko etter han."
    module, _, name = owner.rpartition(".")
    kind = getattr(sys.modules.get(module), name, None)
    return suggestion(written, sorted(getattr(kind, "__dataclass_fields__", ())))


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
