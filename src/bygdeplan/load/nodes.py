"""What a YAML text is made of: nodes that remember where they stand."""

from dataclasses import dataclass, field

from bygdeplan.finding import Span


@dataclass
class Scalar:
    """A piece of text; None when nothing is written."""

    span: Span
    text: str | None


@dataclass
class Sequence:
    """A list."""

    span: Span
    items: list["Node"] = field(default_factory=list)


@dataclass
class Mapping:
    """Keys with their values; the first of two equal keys stands."""

    span: Span
    entries: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def step_into(node: Node | None, segment: str | int) -> tuple[Scalar | None, Node] | None:
    """The key (none in a list) and the node one segment further in; None if it is not there."""
    if isinstance(node, Mapping):
        return node.entries.get(str(segment))
    if isinstance(node, Sequence) and isinstance(segment, int) and segment < len(node.items):
        return None, node.items[segment]
    return None
