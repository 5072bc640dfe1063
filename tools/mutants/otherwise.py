"""What could stand in place of a piece of code: one small fault each time."""

import ast
import copy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

_Node = TypeVar("_Node", bound=ast.AST)
_Item = TypeVar("_Item")

_OTHER_COMPARISON: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OTHER_OPERATOR: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_OTHER_FUNCTION = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}
_PROSE = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_]{2,}")
"""Words that a reader meets: which ones they are is no matter of right and wrong."""
_PATTERN = re.compile(r"[|\\]")
_WORD_LIST = re.compile(r"(?:[\w-]+ ){7,}[\w-]+")
_ALTERNATIVES = re.compile(r"(?<!\\)\|")


def otherwise(node: ast.AST) -> Iterator[ast.AST]:
    """What could stand in place of a node of the tree; nothing when it has no small fault."""
    for kind, ways in _WAYS:
        if isinstance(node, kind):
            yield from ways(node)


def returns(node: ast.Return, annotation: ast.expr | None) -> Iterator[ast.AST]:
    """What else a function could give back, by what it says that it gives."""
    given = node.value
    if given is None or (isinstance(given, ast.Constant) and not isinstance(given.value, str)):
        return
    said = ast.unparse(annotation) if annotation else "None"
    fitting = (values for begins, values in _NOTHING.items() if said.startswith(begins))
    for value in next(fitting, ("None",)):
        if value != ast.unparse(given):
            yield ast.Return(ast.parse(value, mode="eval").body)


_NOTHING = {
    "bool": ("True", "False"),
    "str": ("''",),
    "int": ("0",),
    "tuple": ("()",),
    "list": ("[]",),
    "dict": ("{}",),
    "frozenset": ("frozenset()",),
    "Sequence": ("()",),
    "Mapping": ("{}",),
    "Iterator": ("iter(())",),
    "Iterable": ("()",),
}
"""How the annotation of a function begins → what it can give back and still be well typed."""


def _changed(node: _Node, **fields: object) -> _Node:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for number, op in enumerate(node.ops):
        for other in _OTHER_COMPARISON[type(op)]:
            yield _changed(node, ops=[*node.ops[:number], other(), *node.ops[number + 1 :]])


def _joined(node: ast.BoolOp) -> Iterator[ast.AST]:
    """`and` for `or`, and each part left out."""
    yield _changed(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or())
    for rest in _without_one(node.values):
        yield rest[0] if len(rest) == 1 else _changed(node, values=rest)


def _without_one(items: list[_Item]) -> Iterator[list[_Item]]:
    return (items[:number] + items[number + 1 :] for number in range(len(items)))


def _negated(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand


def _reckoned(node: ast.BinOp) -> Iterator[ast.AST]:
    if other := _OTHER_OPERATOR.get(type(node.op)):
        yield _changed(node, op=other())


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, str):
        yield from map(ast.Constant, _strings(value))


def _strings(text: str) -> Iterator[str]:
    if _WORD_LIST.fullmatch(text):
        yield from map(" ".join, _without_one(text.split()))
    elif _PATTERN.search(text) or not _PROSE.search(text):
        yield "" if text else "x"
        if len(parts := _ALTERNATIVES.split(text)) > 1:
            yield from filter(_is_pattern, map("|".join, _without_one(parts)))


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _elements(node: ast.Tuple | ast.List | ast.Set) -> Iterator[ast.AST]:
    """A table without one of its elements."""
    if len(node.elts) > 1 and _is_table(node):
        yield from (_changed(node, elts=rest) for rest in _without_one(node.elts))


def _is_table(node: ast.Tuple | ast.List | ast.Set) -> bool:
    """Whether there can be more or fewer elements; a pair, a path and a key have all of theirs."""
    if not isinstance(node, ast.Tuple):
        return True
    if not isinstance(node.ctx, ast.Load):
        return False
    kinds = {type(each) for each in node.elts}
    return is_values(node) or kinds == {ast.Call} or (len(kinds) == 1 and len(node.elts) > 3)


def is_values(table: ast.AST) -> bool:
    """Whether a tuple, list, set or dict is made of plain values alone."""
    kinds = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Constant, ast.Starred, ast.expr_context)
    return all(isinstance(node, kinds) for node in ast.walk(table))


def _entries(node: ast.Dict) -> Iterator[ast.AST]:
    pairs = list(zip(node.keys, node.values, strict=True))
    for rest in (pairs[:number] + pairs[number + 1 :] for number in range(len(pairs))):
        yield _changed(node, keys=[key for key, _ in rest], values=[value for _, value in rest])


def _chosen(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _filtered(node: ast.comprehension) -> Iterator[ast.AST]:
    yield from (_changed(node, ifs=rest) for rest in _without_one(node.ifs))


def _called(node: ast.Call) -> Iterator[ast.AST]:
    """`all` for `any`, `max` for `min`, and a text or a value as it was before `.strip()`."""
    if isinstance(node.func, ast.Attribute) and not node.args and not node.keywords:
        yield node.func.value
    if isinstance(node.func, ast.Name) and node.func.id in _OTHER_FUNCTION:
        yield _changed(node, func=ast.Name(_OTHER_FUNCTION[node.func.id]))


def _sliced(node: ast.Slice) -> Iterator[ast.AST]:
    for name in ("lower", "upper", "step"):
        if getattr(node, name) is not None:
            yield _changed(node, **{name: None})


def _conditions(node: ast.If | ast.While) -> Iterator[ast.AST]:
    """Never done; done whatever the condition says."""
    yield _changed(node, test=ast.Constant(value=False))
    if isinstance(node, ast.If):
        yield _changed(node, test=ast.Constant(value=True))


def _left_out(node: ast.stmt) -> Iterator[ast.AST]:
    given = isinstance(node, ast.Expr) and isinstance(node.value, (ast.Yield, ast.YieldFrom))
    yield ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))) if given else ast.Pass()


def _never_gone_through(node: ast.For) -> Iterator[ast.AST]:
    yield _changed(node, iter=ast.Tuple([], ast.Load()))


_WAYS: tuple[tuple[Any, Callable[[Any], Iterable[ast.AST]]], ...] = (
    (ast.Compare, _comparisons),
    (ast.BoolOp, _joined),
    (ast.UnaryOp, _negated),
    (ast.BinOp, _reckoned),
    (ast.Constant, _constants),
    ((ast.Tuple, ast.List, ast.Set), _elements),
    (ast.Dict, _entries),
    (ast.IfExp, _chosen),
    (ast.comprehension, _filtered),
    (ast.Call, _called),
    (ast.Slice, _sliced),
    ((ast.If, ast.While), _conditions),
    ((ast.Expr, ast.AugAssign, ast.Raise, ast.Continue, ast.Break), _left_out),
    (ast.For, _never_gone_through),
)
