"""YAML text → nodes.

Built from the parser's events in one pass, never by recursion, so that no file can be nested deep
enough to hurt. Every plain value keeps its text. What plan files have no use for (anchors, aliases,
merge keys, tags, several documents) is refused, so that a file means what it says.
"""

import re
from functools import lru_cache

import yaml

from bygdeplan.funn.finding import Finding, Span
from bygdeplan.load import skrivefeil
from bygdeplan.load.ordlegging import sitat
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence
from bygdeplan.load.syntax import HARD_SPACES, hard_space_finding, syntax_finding
from bygdeplan.load.text import character_finding, composed
from bygdeplan.ord.teikn import LOST, find_forbidden, without_forbidden

MAX_DEPTH = 40
"""Levels of nesting; the deepest thing in a plan lies at eight."""
MAX_NODES = 30_000
"""Keys, values and list items; fifteen times what the largest plan has."""

_DIRECTIVE = re.compile("^%", re.MULTILINE)


# A change made in a plan asks for the text before it and the one after, many times, and for pieces.
@lru_cache(maxsize=4)
def compose(text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The root node of a YAML text, as `text.decode` gives it, and the faults of its writing.

    Nobody changes the nodes: who asks again for the same text is given the same ones.
    There is no root when nothing is written, or when the faults are such that nothing can be said
    of the rest: what an alias stands for, say, is not read, and may be what seems to be missing.
    """
    directive = _DIRECTIVE.search(text)
    if directive:  # the parser compares each of them with all before it
        line = text.count("\n", 0, directive.start()) + 1
        return None, (skrivefeil.no_use_for("linjer som byrjar med «%»", Span(line, 1, line, 2)),)
    if conflicts := skrivefeil.conflicts(text):
        return None, tuple(conflicts)
    builder = _Builder(text)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        builder.findings.append(syntax_finding(error, text))
        builder.is_whole = False
    return builder.root if builder.is_whole else None, tuple(builder.findings)


class _Stop(Exception):  # not an error: the rest of the file is not worth reading
    """Raised when a fault makes the rest of the file meaningless."""


class _Builder:
    """Turns events into nodes; `open` is the path of unfinished nodes from the root down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.is_whole = True
        """Whether the nodes are what the file means, and all of it."""
        self.documents = 0
        self.nodes = 0
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []

    def take(self, event: yaml.Event) -> None:
        """Let one event have its effect."""
        match event:
            case yaml.ScalarEvent():
                span = _span(event)
                self._refuse_special(event, span)
                self._place(Scalar(span, self._text(event, span)))
            case yaml.MappingStartEvent():
                span = _span(event)
                self._refuse_special(event, span)
                self._descend(Mapping(span))
            case yaml.SequenceStartEvent():
                span = _span(event)
                self._refuse_special(event, span)
                self._descend(Sequence(span))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._ascend(event)
            case yaml.AliasEvent():
                span, alias = _span(event), sitat(f"*{event.anchor}")
                self._refuse_meaning(skrivefeil.no_use_for(f"aliaset {alias}", span))
                self._place(Scalar(span, None))
            case yaml.DocumentStartEvent():
                self._start_document(event)

    def _start_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self.findings.append(skrivefeil.several_plans(_span(event)))
            raise _Stop

    def _text(self, event: yaml.ScalarEvent, span: Span) -> str | None:
        text: str = event.value
        if text == "" and event.implicit[0]:
            return None
        if event.style == '"':
            self._refuse_escapes(event, span)
            text = without_forbidden(text)
        return composed(text)

    def _refuse_escapes(self, event: yaml.ScalarEvent, span: Span) -> None:
        """Refuse what no document can carry, written with a backslash, as U+0007 can be."""
        for _, character in find_forbidden(event.value):
            if character != LOST or LOST not in self._typed(event):
                self.findings.append(character_finding(character, span))

    def _typed(self, event: yaml.ScalarEvent) -> str:
        start, end = event.start_mark, event.end_mark
        return self.text[start.index : end.index] if start and end else ""

    def _descend(self, node: Sequence | Mapping) -> None:
        self._place(node)
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > MAX_DEPTH:
            self._refuse_meaning(skrivefeil.too_deep(MAX_DEPTH, node.span))
            raise _Stop

    def _ascend(self, event: yaml.Event) -> None:
        node = self.open.pop()
        self.keys.pop()
        end = _span(event)
        node.span = Span(node.span.line, node.span.column, end.end_line, end.end_column)

    def _place(self, node: Node) -> None:
        """Put a finished or just begun node where it belongs: root, list item, key or value."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._refuse_meaning(skrivefeil.too_much(MAX_NODES, node.span))
            raise _Stop
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._as_key(node)
        else:
            self._add_entry(parent, key, node)
            self.keys[-1] = None

    def _as_key(self, node: Node) -> Scalar:
        """The node as a key; without text when it cannot be one."""
        name = node.text if isinstance(node, Scalar) else None
        if not name or not name.strip():
            self._refuse_meaning(skrivefeil.no_key(node.span))
        elif name[0] in HARD_SPACES:
            self._refuse_meaning(hard_space_finding(node.span))
        else:
            return Scalar(node.span, name.strip())
        return Scalar(node.span, None)

    def _add_entry(self, parent: Mapping, key: Scalar, value: Node) -> None:
        name = key.text
        if name is None:
            return
        if name == "<<":
            fault = skrivefeil.no_use_for("«<<» (fletting av nøklar)", key.span)
            self._refuse_meaning(fault)
        elif name in parent.entries:
            first_line = parent.entries[name][0].span.line
            self.findings.append(skrivefeil.key_twice(name, first_line, key.span))
        else:
            parent.entries[name] = (key, value)

    def _refuse_special(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, span: Span
    ) -> None:
        if event.anchor is not None:
            self._refuse(f"ankeret {sitat(f'&{event.anchor}')}", span)
        if event.tag is not None:
            self._refuse(f"merkelappen {sitat(event.tag)}", span)

    def _refuse(self, what: str, span: Span) -> None:
        """Note what plan files have no use for, when it changes nothing of what the file means."""
        self.findings.append(skrivefeil.no_use_for(what, span))

    def _refuse_meaning(self, finding: Finding) -> None:
        """Note a fault that leaves it open what the file means."""
        self.findings.append(finding)
        self.is_whole = False


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:  # the parser gives both; its type does not say so
        return Span(1, 1, 1, 1)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
