"""The language of the templates: Jinja's, as far as it places things, and never without end.

In a few signs a template can ask for a text of gigabytes, or go round without end. So what goes
round, and every text that is made, is reckoned as work, before it is done where it may be much of
it, and a page has so much work and no more, whatever the clock and the machine. What only reckons,
or fills a text out to a width, is left out of the language.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from types import BuiltinMethodType, MethodType
from typing import Any, TypeVar

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_WORK = 50_000_000
"""How much work there is in a page: a sign that is made is one, a round or a call a hundred."""
_ROUND = _CALL = 100
_TEMPLATE = 1_000
_LARGEST = 10**15

_OF_TEXTS = ("capitalize", "e", "escape", "lower", "safe", "string", "title", "trim", "upper")
_OF_VALUES = (
    *("attr", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length"),
    *("list", "map", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"),
)
_METHODS = (
    *("capitalize", "endswith", "get", "items", "keys", "lower", "split", "startswith", "strip"),
    *("title", "upper", "values"),
)
"""What may be called of Python's own values."""
_JOINED, _KEPT, _ROUNDS = "samanskriven", "teken", "rundar"
"""Filters that are put in where a template has something else: `~`, `[1:]`, `{% for %}`."""
_MANY = (list, tuple, dict, set, frozenset)

Found = tuple[str, str, Any]
"""The text of a template, its file, and nothing that says it is stale."""
Made = TypeVar("Made")


class Malgrense(TemplateError):
    """What is no part of the language, or more than a page can be, as a clause of Nynorsk."""


class Malspråk(SandboxedEnvironment):
    """What Jinja calls an environment: all that a template can do, beside what it is given."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, find: Callable[[str], Found | None]) -> None:
        """`find` gives a template by name."""
        super().__init__(
            loader=FunctionLoader(find),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._shown,
        )
        self.code_generator_class = _Kodeskrivar
        self.globals.clear()
        self.filters = {name: self._reckoned(FILTERS[name], self._shown) for name in _OF_TEXTS}
        self.filters |= {name: self._reckoned(FILTERS[name], self._made) for name in _OF_VALUES}
        self.filters["join"] = self._join
        self.filters |= {_JOINED: self._joined, _KEPT: self._made, _ROUNDS: self._rounds}
        self.texts: dict[str | None, int] = {}
        """How much text stands in each template, by its name."""
        self._left = MOST_WORK
        self._safe: dict[tuple[type[object], str], bool] = {}

    def begin_page(self) -> None:
        """Let there be as much work as there is in a page."""
        self._left = MOST_WORK

    def add_filter(self, name: str, of: Callable[..., str]) -> None:
        """Give the language one filter more, whose work is reckoned as that of the others."""
        self.filters[name] = self._reckoned(of, self._made)

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002  # Jinja's word
        return self._fetched(super().get_template(name, parent, globals))

    def select_template(self, names: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002  # Jinja's word
        return self._fetched(super().select_template(names, parent, globals))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        texts_or_lists = [one for one in (left, right) if isinstance(one, (str, *_MANY))]
        if operator == "**" or (texts_or_lists and operator != "+"):
            raise Malgrense(f"`{operator}` kan ikkje brukast slik i ein mal; skriv det ut.")
        self._work(sum(map(len, texts_or_lists)))
        made = super().call_binop(context, operator, left, right)
        if operator == "*" and made > _LARGEST:
            raise Malgrense("talet blir større enn noko tal i eit dokument.")
        return made

    def wrap_str_format(self, value: Any) -> None:
        """Let `format` be the method it is, which may not be called."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        # Jinja goes by the type of what has the attribute, and by its name: asked of once for all,
        # for a plan of 280 measures asks 57 000 times.
        asked = type(obj), attr
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]

    def is_safe_callable(self, obj: Any) -> bool:
        of_python = isinstance(obj, BuiltinMethodType) or (
            isinstance(obj, MethodType) and isinstance(obj.__self__, (str, *_MANY))
        )
        if of_python and obj.__name__ not in _METHODS:
            raise Malgrense(f"`{obj.__name__}` kan ikkje brukast i ein mal.")
        return super().is_safe_callable(obj)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        self._work(_CALL)
        return self._made(super().call(context, obj, *args, **kwargs))

    # --- what is reckoned ---

    def _work(self, amount: int) -> None:
        self._left -= amount
        if self._left < 0:
            raise Malgrense(
                "malen lagar meir enn noko dokument kan ha: for lang tekst, eller for mange rundar."
            )

    def _fetched(self, template: Template) -> Template:
        self._work(_TEMPLATE + self.texts.get(template.name, 0))
        return template

    def _made(self, value: Made) -> Made:
        if isinstance(value, (str, *_MANY)):
            self._work(len(value))
        return value

    def _shown(self, value: Made) -> Made:
        if isinstance(value, _MANY):
            raise Malgrense("ei liste kan ikkje visast. Ta eitt og eitt med `{% for … in … %}`.")
        return self._made(value)

    def _joined(self, parts: Iterable[Any]) -> str:
        return markup_join(map(self._shown, parts))

    def _join(self, items: Iterable[Any], between: str = "") -> str:
        parts = [part for item in items for part in (between, item)]
        return self._joined(parts[1:])

    def _rounds(self, items: Iterable[Made], text: int) -> Iterator[Made]:
        """The items of a loop, each reckoned with the text that stands in the loop."""
        for item in items:
            self._work(_ROUND + text)
            yield item

    def _reckoned(self, of: Callable[..., Any], look: Callable[[Any], Any]) -> Callable[..., Any]:
        """A filter; what Jinja has to give it first (`pass_context`) it is still given."""

        @wraps(of)
        def reckoned(*args: Any, **kwargs: Any) -> Any:
            self._work(_CALL)
            return self._made(of(*map(look, args), **kwargs))

        return reckoned


class _Kodeskrivar(CodeGenerator):
    """Writes the Python of a template, after putting in what reckons."""

    environment: Malspråk

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.environment.texts[self.name] = _text_in(node)
        super().visit_Template(_Innsetjing().visit(node), frame)


class _Innsetjing(NodeTransformer):
    """Puts a filter where Jinja asks nobody."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _ROUNDS, nodes.Const(_text_in(node)))
        # A loop that calls itself would not come here again.
        node.recursive = False
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(
            nodes.List(node.nodes, lineno=node.lineno, environment=node.environment), _JOINED
        )

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, _KEPT) if isinstance(node.arg, nodes.Slice) else node


def _text_in(node: nodes.Node) -> int:
    return sum(len(data.data) for data in node.find_all(nodes.TemplateData))


def _filtered(node: nodes.Node, name: str, *args: nodes.Expr) -> nodes.Filter:
    made = nodes.Filter(node, name, [*args], [], None, None, lineno=node.lineno)
    if node.environment:
        made.set_environment(node.environment)
    return made
