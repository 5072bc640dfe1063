"""YAML text → nodes: what is kept as it is written, and what plan files have no use for."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.funn.finding import Span
from bygdeplan.load.compose import MAX_DEPTH, MAX_NODES, compose
from bygdeplan.load.source import Mapping, Node, Scalar, Sequence
from bygdeplan.ord.teikn import without_forbidden
from tests.load.liten_plan import LITEN_PLAN, taken_apart


def plain(node: Node | None) -> Any:
    """A node as text, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, (_, value) in node.entries.items()}
        case None:
            return "nothing"


def composed(text: str) -> Any:
    root, findings = compose(text)
    assert findings == ()
    return plain(root)


def spans(node: Node | None) -> list[Span]:
    """The places of the keys and of the values that are one piece of text, in order."""
    match node:
        case Scalar():
            return [node.span]
        case Sequence():
            return [span for item in node.items for span in spans(item)]
        case Mapping():
            return [s for key, value in node.entries.values() for s in (key.span, *spans(value))]
        case None:
            return []


# What is written is what is read.


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", "nothing"),
        ("# berre ein kommentar\n", "nothing"),
        ("---\n", None),
        ("a: NO", {"a": "NO"}),
        ("a: 0301", {"a": "0301"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: yes", {"a": "yes"}),
        ("a: null", {"a": "null"}),
        ("a: ~", {"a": "~"}),
        ("a: 2_000", {"a": "2_000"}),
        ("a: 2031-01-28", {"a": "2031-01-28"}),
        ('a: "2031"', {"a": "2031"}),
        ("a: '  x  '", {"a": "  x  "}),
        ("a:   x   # kommentar", {"a": "x"}),
        ("a:", {"a": None}),
        ('a: ""', {"a": ""}),
        ("a: []\nb: {}", {"a": [], "b": {}}),
        ("a: [1, ja]\nb: {c: 2 mill., d: }", {"a": ["1", "ja"], "b": {"c": "2 mill.", "d": None}}),
        ("a:\n- x\n-\n- y: z", {"a": ["x", None, {"y": "z"}]}),
        ("2031: x\ntrue: y", {"2031": "x", "true": "y"}),
        ('"a ": x', {"a": "x"}),
        ("? a\n: x", {"a": "x"}),
        ("a: |\n  1. mai\n\n  2. mai\n", {"a": "1. mai\n\n2. mai\n"}),
        ("a: >-\n  til og\n  frå\n", {"a": "til og frå"}),
        ("ma\u030al: a\u030a", {"mål": "å"}),
        ("a: «x» – 60\u00a0%", {"a": "«x» – 60\u00a0%"}),
        ('a: "x\\ty\\nz\\u00e5"', {"a": "x\ty\nzå"}),
        ('a: "bu\\u00adstad"', {"a": "bu\u00adstad"}),
        ('a: "\ufffd"', {"a": "\ufffd"}),
    ],
)
def test_what_is_read(text: str, data: Any) -> None:
    assert composed(text) == data


@given(
    st.recursive(
        st.text("abæøå 1:#-", min_size=1, max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("abåÅ", min_size=1, max_size=3), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_any_data_reads_back(data: Any) -> None:
    # Every text in quotes: without them it may mean something else to YAML than to us.
    text = yaml.dump(data, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True)
    assert composed(text.replace("!!str ", "")) == data


# Places


@pytest.mark.parametrize(
    "marked",
    [
        "⟦år⟧: ⟦2031⟧\n",
        "# kommentar\n\n⟦a⟧:\n  ⟦b⟧: ⟦æ ø å⟧  # etter\n",
        "⟦a⟧: {⟦b⟧: ⟦1⟧, ⟦c⟧: [⟦x⟧, ⟦y⟧]}\n",
        "⟦\"a b\"⟧: ⟦'c'⟧\n",
        "- ⟦x⟧\n-   ⟦y⟧\n- ⟦z⟧: ⟦1⟧\n",
        "⟦mål😀⟧: ⟦😀 x⟧\n",
    ],
)
def test_places(marked: str) -> None:
    text, places = taken_apart(marked)
    root, _ = compose(text)
    assert spans(root) == places


def test_a_text_of_several_lines_ends_where_the_next_thing_begins() -> None:
    root, _ = compose("a: |\n  x\n  y\nb: z\n")
    assert isinstance(root, Mapping)
    assert root.entries["a"][1].span == Span(1, 4, 4, 1)
    assert root.span == Span(1, 1, 5, 1)


# What a plan file cannot hold


@pytest.mark.parametrize(
    ("marked", "code", "message"),
    [
        ("a: 1\nb: 2\n⟦a⟧: 3", "BP101", "Nøkkelen `a` står to gonger; fyrste gongen på linje 1."),
        ("a: {b: 1, ⟦b⟧: 2}", "BP101", "Nøkkelen `b` står to gonger; fyrste gongen på linje 1."),
        ('a: 1\n⟦"a "⟧: 2', "BP101", "Nøkkelen `a` står to gonger; fyrste gongen på linje 1."),
        ("å: 1\n⟦a\u030a⟧: 2", "BP101", "Nøkkelen `å` står to gonger; fyrste gongen på linje 1."),
        ("a: ⟦&x y⟧", "BP004", "Planfiler kan ikkje bruke ankeret `&x`."),
        ("a: ⟦*x⟧", "BP004", "Planfiler kan ikkje bruke aliaset `*x`."),
        ("a: ⟦!viktig⟧", "BP004", "Planfiler kan ikkje bruke merkelappen `!viktig`."),
        ("a: ⟦!!int 3⟧", "BP004", "Planfiler kan ikkje bruke merkelappen `tag:yaml.org,2002:int`."),
        ("⟦<<⟧: {b: 1}", "BP004", "Planfiler kan ikkje bruke «<<» (fletting av nøklar)."),
        ("⟦%⟧YAML 1.1\n---\na: 1", "BP004", "Planfiler kan ikkje bruke linjer som byrjar med «%»."),
        ("a: 1\n⟦---⟧\nb: 2", "BP005", "Det står meir enn éin plan i fila."),
        ("⟦{}⟧: a", "BP008", "Her skulle det ha stått ein nøkkel av vanleg tekst."),
        ("? ⟦[a]⟧\n: b", "BP008", "Her skulle det ha stått ein nøkkel av vanleg tekst."),
        ('{⟦""⟧: a}', "BP008", "Her skulle det ha stått ein nøkkel av vanleg tekst."),
        ('a: ⟦"x\\u0007"⟧', "BP007", "Teiknet U+0007 kan ikkje stå i eit dokument."),
        (
            'a: ⟦"x\\u202e"⟧',
            "BP007",
            "Teiknet U+202E (høgre-til-venstre-overstyring) kan ikkje stå i eit dokument.",
        ),
        (
            'a: ⟦"x\\uFFFD"⟧',
            "BP007",
            "Teiknet U+FFFD (teikn som er gått tapt) kan ikkje stå i eit dokument.",
        ),
        ('a: ⟦"\\uFEFF"⟧', "BP007", "Teiknet U+FEFF kan ikkje stå i eit dokument."),
        ('a: ⟦"\\0"⟧', "BP007", "Teiknet U+0000 kan ikkje stå i eit dokument."),
        ('a: ⟦"\\r"⟧', "BP007", "Teiknet U+000D kan ikkje stå i eit dokument."),
    ],
)
def test_refused(marked: str, code: str, message: str) -> None:
    text, [place] = taken_apart(marked)
    _, [finding] = compose(text)
    assert finding.span is not None
    assert (finding.regel.code, finding.message) == (code, message)
    assert (finding.span.line, finding.span.column) == (place.line, place.column)
    assert finding.help


CONFLICT = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> utkast\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (CONFLICT, [2]),
        (CONFLICT * 2, [2, 8]),
        (CONFLICT.replace("=======", "||||||| 1a2b3c\nb: 1\n======="), [2]),
        (CONFLICT.replace("<<<<<<< HEAD\n", ""), [3]),
        ("a: 1\n>>>>>>> utkast\nb: 2", [2]),
        ("a: |\n  x\n<<<<<<< HEAD\n  y\n=======\n  z\n>>>>>>> utkast\n", [3]),
    ],
)
def test_two_versions_that_git_has_left(text: str, lines: list[int]) -> None:
    root, findings = compose(text)
    assert root is None
    assert [finding.regel.code for finding in findings] == ["BP016"] * len(lines)
    assert [finding.span.line for finding in findings if finding.span] == lines


@pytest.mark.parametrize(
    "text", ["a: |\n  <<<<<<< x\n  =======\n", "a: <<<<<<<\n", "# ========\na: 1\n"]
)
def test_signs_of_a_text_are_no_marks_of_git(text: str) -> None:
    root, findings = compose(text)
    assert (root is not None, findings) == (True, ())


def test_the_first_of_two_equal_keys_stands_and_the_rest_is_read() -> None:
    root, findings = compose("a: 1\na: 2\nb: 3\nb: 4\n")
    assert plain(root) == {"a": "1", "b": "3"}
    assert [finding.regel.code for finding in findings] == ["BP101", "BP101"]


def test_the_first_of_two_plans_is_read() -> None:
    root, _ = compose("a: 1\n---\nb: 2\n---\nc: [")
    assert plain(root) == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [*x]",
        "a: &x\n  b: *x",
        "a: 1\n<<: {b: 2}",
        "{[a]: b}",
        "a: {{ b }}",
        "a: [" * (MAX_DEPTH + 1),
    ],
)
def test_nothing_is_said_of_a_file_whose_meaning_is_not_known(text: str) -> None:
    root, findings = compose(text)
    assert root is None
    assert findings


def test_all_that_is_refused_is_told_at_once() -> None:
    _, findings = compose("a: &x 1\nb: *x\nc: !z d\na: 2\n")
    assert [finding.regel.code for finding in findings] == ["BP004", "BP004", "BP004", "BP101"]


# Depth and size


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, None),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "BP006"),
        ("[" * 100_000 + "]" * 100_000, "BP006"),
        ("{a: " * 100_000, "BP006"),
        ("- " * 100_000, "BP006"),
        ("\n".join(" " * level + "a:" for level in range(1000)), "BP006"),
        ("[" + "a," * (MAX_NODES - 1) + "]", None),
        ("[" + "a," * MAX_NODES + "]", "BP010"),
        ("".join(f"a{n}:\n" for n in range(MAX_NODES)), "BP010"),
    ],
    ids=range(9),
)
def test_limits(text: str, code: str | None) -> None:
    root, findings = compose(text)
    assert [finding.regel.code for finding in findings] == ([code] if code else [])
    assert (root is None) == (code is not None)


# Any text at all


yamlish = st.lists(
    st.sampled_from([*"abå:#-?!&*|>'\"%@`{}[],~<. \n\t", ": ", "- ", "\n  ", "---\n", "\u00a0"])
).map("".join)


@given(st.text() | yamlish)
def test_any_text_gives_nodes_or_findings(text: str) -> None:
    root, findings = compose(without_forbidden(text))
    lines = text.count("\n") + 1
    assert all(finding.span and 1 <= finding.span.line <= lines + 1 for finding in findings)
    assert root is not None or findings or not text.replace("\t", "").strip() or "#" in text


@given(st.data())
def test_a_plan_cut_and_pasted_gives_nodes_or_findings(data: st.DataObject) -> None:
    start, end, at = (data.draw(st.integers(0, len(LITEN_PLAN))) for _ in range(3))
    root, findings = compose(LITEN_PLAN[:at] + LITEN_PLAN[start:end] + LITEN_PLAN[at:])
    assert root is not None or findings
