"""What a change of a plan does to the text of its file: a table of cases, and what always holds."""

import os
from functools import cache
from random import Random
from textwrap import dedent

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.utgave.planskriving import Add, Move, Remove, Set, Tekstendring, edited, retyped
from tests.editing import (
    check,
    drawn,
    opened,
    paths,
    root_of,
    sprinkled,
    tree_of,
    value_of,
    with_ends,
)
from tests.plans import ROOT

CASES: dict[str, tuple[str, Tekstendring, str]] = {
    "a file with nothing in it": ("# Plan\n{}\n", Add(("a",), {"b": "c"}), "# Plan\na:\n  b: c\n"),
    "a first item where there is no list": (
        "år: 2031\n",
        Add(("vedlegg", 0), "Kart"),
        "år: 2031\nvedlegg:\n  - Kart\n",
    ),
    "a first item of a list that is empty": (
        "år: 2031\nvedlegg:\n",
        Add(("vedlegg", 0), "Kart"),
        "år: 2031\nvedlegg:\n  - Kart\n",
    ),
    "a word takes the place of a word, and the comment beside it stays": (
        "tittel: Gammal   # merknad\n",
        Set(("tittel",), "Ny"),
        "tittel: Ny   # merknad\n",
    ),
    "a text gets quotes where it must": (
        "tittel: Gammal\n",
        Set(("tittel",), "Døme: tomme hus"),
        'tittel: "Døme: tomme hus"\n',
    ),
    "quotes stay as they are": (
        "tittel: 'Gammal'\n",
        Set(("tittel",), "Ola's hus"),
        "tittel: 'Ola''s hus'\n",
    ),
    "an answer stands without quotes": (
        "prioritert: nei\n",
        Set(("prioritert",), "ja"),
        "prioritert: ja\n",
    ),
    "a text that looks like an answer has quotes": (
        "samandrag: Gammalt\n",
        Set(("samandrag",), "ja"),
        'samandrag: "ja"\n',
    ),
    "an amount stands as it is typed; in brackets a comma must have quotes": (
        "a: {beløp: 500 000, timar: 20}\n",
        Set(("a", "beløp"), "2,5 mill."),
        'a: {beløp: "2,5 mill.", timar: 20}\n',
    ),
    "a text of several lines is set on lines of its own": (
        "år: 2031\nskildring: Kort  # merknad\nvekt: 1\n",
        Set(("skildring",), "Fyrste.\n\n- eitt\n- to"),
        "år: 2031\nskildring: |  # merknad\n  Fyrste.\n\n  - eitt\n  - to\nvekt: 1\n",
    ),
    "so is one that is too long for its line": (
        "skildring: Kort\n",
        Set(("skildring",), "Lang " * 20 + "tekst"),
        "skildring: |\n  " + "Lang " * 20 + "tekst\n",
    ),
    "a text on lines of its own stays there, as far in as it was": (
        "a: >-\n     Gammal\n     tekst\n\n# merknad\nb: 1\n",
        Set(("a",), "Ny tekst"),
        "a: >-\n     Ny tekst\n\n# merknad\nb: 1\n",
    ),
    "and as wide": (
        "a: >-\n  Ein tekst som er brote\n  etter få ord, og så\n  sluttar\n",
        Set(("a",), "Ein tekst som er brote etter få ord, og ikkje sluttar"),
        "a: >-\n  Ein tekst som er brote\n  etter få ord, og ikkje\n  sluttar\n",
    ),
    "only the lines of a text that are other than before are touched": (
        "a: |+\r\n  eitt\n  to\r\n  tre\n\n",
        Set(("a",), "eitt\nannleis\ntre"),
        "a: |+\r\n  eitt\n  annleis\r\n  tre\n\n",
    ),
    "a key with nothing after it gets a value": (
        "hovudfelt:\n  Arkiv:   # fyll inn\n  Dato:\n",
        Set(("hovudfelt", "Arkiv"), "026"),
        "hovudfelt:\n  Arkiv: 026   # fyll inn\n  Dato:\n",
    ),
    "a value is taken away, and its key stays": (
        "a: ein\nb: |\n  to\nc: 3\n",
        Set(("b",), None),
        "a: ein\nb:\nc: 3\n",
    ),
    "a text in both forms": (
        "tittel: Bustader  # merknad\n",
        Set(("tittel",), {"nynorsk": "Bustader", "bokmål": "Boliger"}),
        "tittel:  # merknad\n  nynorsk: Bustader\n  bokmål: Boliger\n",
    ),
    "a group is changed key by key": (
        "a:\n  x: 1  # ein\n  y: 2\n",
        Set(("a",), {"x": "1", "z": "3"}),
        "a:\n  x: 1  # ein\n  z: 3\n",
    ),
    "and its marks with it": (
        "a:\n  x: 1\n  y: 2\n  døme: [y]\n  førebels: [x]\n",
        Set(("a",), {"x": "1", "z": "3", "døme": ["z"]}),
        "a:\n  x: 1\n  z: 3\n  døme: [z]\n",
    ),
    "so is the whole plan": (
        "# om fila\når: 2031\ndato: 2031-01-05  # om datoen\nvedteken: 2031-06\n",
        Set((), {"år": "2032", "revisjon": "1", "dato": "2031-01-05"}),
        "# om fila\når: 2032\nrevisjon: 1\ndato: 2031-01-05  # om datoen\n",
    ),
    "what is new in it comes before what it comes before there": (
        "a:\n  x: 1\n  # om y\n  y: 2\n",
        Set(("a",), {"x": "1", "førebels": ["y"], "y": "2"}),
        "a:\n  x: 1\n  førebels: [y]\n  # om y\n  y: 2\n",
    ),
    "a comment stands for a value, and not the one that was there": (
        "a:  # merknad\n  x: 1  # låst\n  y: |  # ein\n    to\n\n  z:\n    3\n  u: {v: 4}\n",
        Set(
            ("a",),
            dict.fromkeys("xyz") | {"u": {"v": None}},
            {("a", key): "fyll inn" for key in "xyz"} | {("a", "u", "v"): "fyll inn"},
        ),
        "a:  # merknad\n  x:  # fyll inn\n  y:  # fyll inn\n\n  z:  # fyll inn\n  u: {v: }\n",
    ),
    "a group with comments in it becomes a text on lines of its own": (
        "a:  # ein\n# laus\n\n  # om x\n  x: 1\nb: 2\n",
        Set(("a",), "To\nlinjer"),
        "a: |  # ein\n  To\n  linjer\nb: 2\n",
    ),
    "a text on lines of its own stands so in both forms": (
        "samandrag: |\n  Kort\n",
        Set(("samandrag",), {"nynorsk": "Kort", "bokmål": "Langt"}),
        "samandrag:\n  nynorsk: |\n    Kort\n  bokmål: |\n    Langt\n",
    ),
    "a row of sums stands on its line": (
        "budsjett:\n  historikk: {}\n",
        Add(("budsjett", "historikk", 2031), {"bustad": {"kommune": "1 000", "anna": "0"}}),
        "budsjett:\n  historikk:\n    2031:\n      bustad: {kommune: 1 000, anna: 0}\n",
    ),
    "or on several where its author has them so": (
        "budsjett:\n  historikk:\n    30:\n      a:\n        anna: 5\n",
        Add(("budsjett", "historikk", 30, "b"), {"anna": "1"}),
        "budsjett:\n  historikk:\n    30:\n      a:\n        anna: 5\n      b:\n        anna: 1\n",
    ),
    "a list is changed item by item": (
        "a: [ein,  to , tre]\n",
        Set(("a",), ["ein", "to", "fire", "tre"]),
        "a: [ein,  to, fire , tre]\n",
    ),
    "the same value touches nothing": (
        "a:   'ein'\nb: >\n  to\n  tre\n",
        Set(("b",), "to tre"),
        "a:   'ein'\nb: >\n  to\n  tre\n",
    ),
    "a new key comes at its place in the order of the model": (
        "år: 2031\n\n# om avtalen\navtale:\n  pilot: A\n",
        Add(("dato",), "2031-01-05"),
        "år: 2031\ndato: 2031-01-05\n\n# om avtalen\navtale:\n  pilot: A\n",
    ),
    "before the first where it comes first": (
        "# om fila\n\n# om datoen\ndato: 2031-01-05\n",
        Add(("år",), "2031"),
        "# om fila\n\når: 2031\n# om datoen\ndato: 2031-01-05\n",
    ),
    "a new year comes among the years": (
        "budsjett:\n  historikk:\n    2030: {a: 1}\n    2032: {a: 3}\n",
        Add(("budsjett", "historikk", 2031), {"a": "2"}),
        "budsjett:\n  historikk:\n    2030: {a: 1}\n    2031: {a: 2}\n    2032: {a: 3}\n",
    ),
    "a new id comes last, below what belongs to the one before": (
        dedent("""\
            kommunar:
                a:
                    namn: A
                    # om A

            fristar: {}
            """),
        Add(("kommunar", "b"), {"namn": "B", "vurdering": "To\nlinjer"}),
        dedent("""\
            kommunar:
                a:
                    namn: A
                    # om A
                b:
                    namn: B
                    vurdering: |
                        To
                        linjer

            fristar: {}
            """),
    ),
    "things that stand apart still do": (
        "kommunar:\n  a:\n    namn: A\n\n  b:\n    namn: B\n",
        Add(("kommunar", "c"), {"namn": "C"}),
        "kommunar:\n  a:\n    namn: A\n\n  b:\n    namn: B\n\n  c:\n    namn: C\n",
    ),
    "what is missing on the way is made": (
        "år: 2031\n",
        Add(("fristar", "rapport"), "2031-10-01"),
        "år: 2031\nfristar:\n  rapport: 2031-10-01\n",
    ),
    "what had nothing in it is opened": (
        "a:  # merknad\nb: 1\n",
        Add(("a", "x"), "1"),
        "a:  # merknad\n  x: 1\nb: 1\n",
    ),
    "empty brackets are opened": (
        "a: {}  # merknad\nb: []\n",
        Add(("a", "x"), {"y": "1"}),
        "a:  # merknad\n  x:\n    y: 1\nb: []\n",
    ),
    "an item of a list": (
        "a:\n- ein  # 1\n# om to\n- to\n",
        Add(("a", 1), "ny"),
        "a:\n- ein  # 1\n- ny\n# om to\n- to\n",
    ),
    "a key before that on the line of the dash": (
        "avtale:\n  fasar:\n    - tid: 2030\n      innhald: Noko\n",
        Add(("avtale", "fasar", 0, "namn"), "Fase 1"),
        "avtale:\n  fasar:\n    - namn: Fase 1\n      tid: 2030\n      innhald: Noko\n",
    ),
    "a key with nothing after it, in brackets": (
        "a: {x: 1}\nb: {y: 2}\n",
        Add(("a", "z"), None),
        "a: {x: 1, z: }\nb: {y: 2}\n",
    ),
    "several lines above a comment that is farther in": (
        "a: Kort\n    # om a\nb: 1\n",
        Set(("a",), "Ein.\nTo."),
        "a: |\n      Ein.\n      To.\n    # om a\nb: 1\n",
    ),
    "a key before another": (
        "dato: 2031-01-05\nsamandrag: Kort\n",
        Add(("førebels",), ["samandrag"], before="dato"),
        "førebels: [samandrag]\ndato: 2031-01-05\nsamandrag: Kort\n",
    ),
    "in brackets over several lines": (
        "a: [\n  ein,  # 1\n  to  # 2\n]\n",
        Add(("a", 2), "tre"),
        "a: [\n  ein,  # 1\n  to,  # 2\n  tre\n]\n",
    ),
    "a key goes with the comments that are its own": (
        "# om fila\n\n# om a\na: 1  # ein\n# om b\nb:\n  x: 1\n  # om x\n\n# laus\n\nc: 3\n",
        Remove(("b",)),
        "# om fila\n\n# om a\na: 1  # ein\n\n# laus\n\nc: 3\n",
    ),
    "a mark loses the name of what is removed": (
        "a:\n  x: 1\n  y: 2\n  døme: [x, y]  # begge\n",
        Remove(("a", "x")),
        "a:\n  y: 2\n  døme: [y]  # begge\n",
    ),
    "a mark that names nothing more goes too": (
        "a:\n  x: 1\n  y: 2\n  døme: [x]\n",
        Remove(("a", "x")),
        "a:\n  y: 2\n",
    ),
    "the last key leaves its group empty": (
        "a:  # merknad\n  x: 1\nb: 2\n",
        Remove(("a", "x")),
        "a: {}  # merknad\nb: 2\n",
    ),
    "the first key of an item leaves its dash to the next": (
        "a:\n  - x: 1\n    y: 2\n",
        Remove(("a", 0, "x")),
        "a:\n  - y: 2\n",
    ),
    "one of two blank lines goes with what stood between them": (
        "a: 1\n\nb: 2\n\nc: 3",
        Remove(("b",)),
        "a: 1\n\nc: 3",
    ),
    "several that follow one another leave one blank line": (
        "a:\n  u: 0\n\n  x: 1\n  y: 2\n\n  # om z\n  z: 3\n\nb: 2\n",
        Set(("a",), {"u": "0"}),
        "a:\n  u: 0\n\nb: 2\n",
    ),
    "but a comment between them that is nobody's stays": (
        "a:\n  - x: 1\n\n    # laus\n\n    y: 2\n    z: 3\n",
        Set(("a", 0), {"z": "3"}),
        "a:\n  -\n\n    # laus\n\n    z: 3\n",
    ),
    "several in brackets": (
        "a: {x: 1, y: 2, z: 3, u: 4}\nb: {x: 1, y: 2}\n",
        Set((), {"a": {"y": "2"}, "b": {}}),
        "a: {y: 2}\nb: {}\n",
    ),
    "in brackets": (
        "a: {x: 1, y: 2, z: 3}\n",
        Remove(("a", "z")),
        "a: {x: 1, y: 2}\n",
    ),
    "a key moves with its comments": (
        "a: 1\n# om b\nb: 2  # to\nc: 3\n",
        Move(("b",), before="a"),
        "# om b\nb: 2  # to\na: 1\nc: 3\n",
    ),
    "an item moves down": (
        "a: [ein, to, tre]\n",
        Move(("a", 0), before=2),
        "a: [to, ein, tre]\n",
    ),
    "in brackets over several lines it moves with its comments": (
        "a: [\n  ein,  # 1\n  # om to\n  to  # 2\n]\n",
        Move(("a", 1), before=0),
        "a: [\n  # om to\n  to,  # 2\n  ein,  # 1\n]\n",
    ),
    "out of brackets too": (
        "a: [\n  ein,\n  # om to\n  to,  # 2\n]\nb:\n  - tre\n",
        Move(("a", 1), ("b",), 0),
        "a: [\n  ein,\n]\nb:\n  # om to\n  - to  # 2\n  - tre\n",
    ),
    "a measure moves to another sub-goal, with its mark": (
        dedent("""\
            delmål:
              a:
                tiltak:
                  # om x
                  x:
                    skildring: |
                      To
                      linjer
                  y: {nr: 2}
                  døme: [x]
              b:
                  tiltak:  # ingen enno
            """),
        Move(("delmål", "a", "tiltak", "x"), ("delmål", "b", "tiltak")),
        dedent("""\
            delmål:
              a:
                tiltak:
                  y: {nr: 2}
              b:
                  tiltak:  # ingen enno
                    døme: [x]
                    # om x
                    x:
                      skildring: |
                        To
                        linjer
            """),
    ),
    "what is moved out of a group that is marked keeps the mark": (
        "a:\n  døme: ja\n  x: 1\n  y: 2\nb:\n  z: 3\n",
        Move(("a", "x"), ("b",)),
        "a:\n  døme: ja\n  y: 2\nb:\n  døme: [x]\n  z: 3\n  x: 1\n",
    ),
    "out of one that something around it is marked with": (
        "a: {c: {x: 1, y: 2}, førebels: [c]}\nb:\n  førebels: [z]\n  z: 3\n",
        Move(("a", "c", "x"), ("b",)),
        "a: {c: {y: 2}, førebels: [c]}\nb:\n  førebels: [z, x]\n  z: 3\n  x: 1\n",
    ),
    "out of one that is marked by name, into a group that is marked as a whole": (
        "a:\n  døme: [x]\n  x: 1\n  y: 2\nb:\n  døme: Ja\n  z: 3\n",
        Move(("a", "x"), ("b",)),
        "a:\n  y: 2\nb:\n  døme: Ja\n  z: 3\n  x: 1\n",
    ),
    "within what is marked nothing needs be said": (
        "c:\n  døme: ja\n  a: {x: 1, y: 2}\n  b: {z: 3}\n",
        Move(("c", "a", "x"), ("c", "b")),
        "c:\n  døme: ja\n  a: {y: 2}\n  b: {z: 3, x: 1}\n",
    ),
    "nor of what is marked itself": (
        "a:\n  døme: ja\n  x: {døme: ja, v: 1}\n  y: 2\nb: {z: 3}\n",
        Move(("a", "x"), ("b",)),
        "a:\n  døme: ja\n  y: 2\nb: {z: 3, x: {døme: ja, v: 1}}\n",
    ),
    "where it is said to be none, it is said of it alone": (
        "a: {døme: ja, x: 1, y: 2}\nb: {døme: nei, z: 3}\n",
        Move(("a", "x"), ("b",)),
        "a: {døme: ja, y: 2}\nb: {døme: [x], z: 3, x: 1}\n",
    ),
    "an item has the mark in itself": (
        "a:\n  døme: ja\n  c:\n    - x: 1\n    - y: 2\nb:\n  - z: 3\n",
        Move(("a", "c", 0), ("b",), 0),
        "a:\n  døme: ja\n  c:\n    - y: 2\nb:\n  - døme: ja\n    x: 1\n  - z: 3\n",
    ),
}


@pytest.mark.parametrize(("before", "edit", "after"), CASES.values(), ids=CASES)
def test_a_change_gives_the_text(before: str, edit: Tekstendring, after: str) -> None:
    assert edited(before.encode(), edit).decode() == after


REFUSED: dict[str, tuple[str, Tekstendring, str]] = {
    "what is not there": ("a: 1\n", Set(("b",), "2"), "`b` står ikkje i planfila"),
    "what is there": ("a: 1\n", Add(("a",), "2"), "`a` står alt i planfila"),
    "a place beyond a list": ("a: [1]\n", Add(("a", 2), "2"), "`a.2` står ikkje i planfila"),
    "into itself": ("a: {b: {}}\n", Move(("a",), ("a", "b")), "inn i seg sjølv"),
    "a sign no document has": ("a: 1\n", Set(("a",), "\u202e"), "U+202E"),
    "behind an anchor": ("a: &x\n  b: 1\nc: 2\n", Set(("a", "b"), "2"), "anker"),
    "a file that cannot be read": ("a: [\n", Set(("a",), "2"), "rettast som tekst"),
    "a key that is there twice": ("a: 1\na: 2\nb: 3\n", Remove(("a",)), "let seg ikkje skrive"),
    "a line with a sign no document has": ("a: 1 # \u202e\n", Set(("a",), "2"), "Rett det i fila"),
    "comments into brackets": (
        "a:\n  - to  # 2\n  - tre\nb: [ein]\n",
        Move(("a", 0), ("b",)),
        "har merknader",
    ),
    "a mark that cannot be said": (
        "a:\n  døme: ja\n  c: [ein, to]\nb: [tre]\n",
        Move(("a", "c", 0), ("b",)),
        "er merkt `døme`",
    ),
    "all there is": ("a: 1\n", Remove(("a",)), "Planen kan ikkje vere tom"),
}


@pytest.mark.parametrize(("text", "edit", "words"), REFUSED.values(), ids=REFUSED)
def test_a_change_that_cannot_be_made_is_refused(text: str, edit: Tekstendring, words: str) -> None:
    with pytest.raises(Fault, match=words.replace("+", r"\+")):
        edited(text.encode(), edit)


def test_signs_that_do_not_show_stay_in_lines_that_are_not_touched() -> None:
    text = "\ufeffa: ein\u200b\r\nb: to\r\n"
    assert edited(text.encode(), Set(("b",), "tre")).decode() == "\ufeffa: ein\u200b\r\nb: tre\r\n"


def test_two_ends_of_lines_do_not_become_one() -> None:
    text = "a: 1\rb: 2\n\nc: 3\r\n"
    assert edited(text.encode(), Remove(("b",))).decode() == "a: 1\r\rc: 3\r\n"


PLANS = (
    ROOT / "plans" / "2026.yaml",
    ROOT / "tests" / "cases" / "toppdalen" / "plans" / "2031.yaml",
    ROOT / "tests" / "cases" / "storvidda" / "plans" / "2031.yaml",
)


@cache
def laid_out(seed: int) -> bytes:
    """One of the plans, with comments everywhere, and with lines that end otherwise."""
    random = Random(seed)  # noqa: S311  # the same draws each time are what is wanted
    data = PLANS[seed % 3].read_bytes()
    match seed // 3 % 6:
        case 1:
            return sprinkled(data, random)
        case 2:
            return with_ends(sprinkled(data, random), "\r\n", random)
        case 3:
            return with_ends(sprinkled(data, random), "\r\n|\n|\r", random)
        case 4:
            return opened(data, random)
        case 5:
            return b"\xef\xbb\xbf" + data.rstrip(b"\n")
        case _:
            return data


def edit_in_turn(seed: int, count: int) -> None:
    """Make changes one after another, each looked through (`tests.editing.check`)."""
    random, data = Random(seed), laid_out(seed)  # noqa: S311  # as above
    for _ in range(count):
        data = check(data, drawn(tree_of(root_of(data)), random))


EDITS = int(os.environ.get("EDITS", "84"))
"""How many changes are made; `make edits` makes ten thousand."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(EDITS // 7))
def test_changes_in_turn_give_what_is_wanted_and_touch_nothing_else(seed: int) -> None:
    edit_in_turn(seed, 7)


@pytest.mark.parametrize("seed", range(15))
def test_the_same_value_gives_the_same_bytes(seed: int) -> None:
    data = laid_out(seed)
    tree = tree_of(root_of(data))
    every = list(paths(tree))
    edits = [Set(path, value_of(tree, path)) for path in every[seed % 9 :: 9]]
    assert edited(data, *edits) == data


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(9))
def test_a_plan_becomes_another(seed: int) -> None:
    """Whatever they have in common, and however the one is laid out."""
    data, other = laid_out(seed), tree_of(root_of(PLANS[(seed + 1) % 3].read_bytes()))
    assert tree_of(root_of(edited(data, Set((), other)))) == other


RETYPED = {
    "a line changed": (b"a: 1\nb: 2\n", "a: 1\nb: 3\n", b"a: 1\nb: 3\n"),
    "the ends of lines of Windows": (b"a: 1\r\nb: 2\r\n", "a: 0\nb: 2\n", b"a: 0\r\nb: 2\r\n"),
    "a mixture, where it is not touched": (b"a\r\nb\nc\r\n", "a\nb\nd\n", b"a\r\nb\nd\r\n"),
    "no end of the last line": (b"a: 1\nb: 2", "a: 1\nb: 3", b"a: 1\nb: 3\n"),
    "nothing changed": (
        b"\xef\xbb\xbfa: 1\r\n\nb: 2",
        "a: 1\n\nb: 2",
        b"\xef\xbb\xbfa: 1\r\n\nb: 2",
    ),
    "an empty file": (b"", "a: 1", b"a: 1\n"),
    "a line after one that had no end": (b"a: 1\nb: 2", "a: 1\nb: 2\nc: 3", b"a: 1\nb: 2\nc: 3\n"),
    "lines between those that are changed": (
        "a: 1\r\nb: x\u00ady\nc: 2\r\n".encode(),
        "a: 0\nb: xy\nc: 3\n",
        "a: 0\r\nb: x\u00ady\nc: 3\r\n".encode(),
    ),
    "half of a sign": (b"a: 1\n", "a: 1\ud83d\n", b"a: 1\n"),
    "a sign that no document has, in a line that is not touched": (
        b"a: 1\nb: \x07\n",
        "a: 2\nb: \ufffd\n",
        b"a: 2\nb: \x07\n",
    ),
}


@pytest.mark.parametrize(("before", "text", "after"), RETYPED.values(), ids=RETYPED)
def test_a_text_typed_anew_leaves_the_other_lines(before: bytes, text: str, after: bytes) -> None:
    assert retyped(before, text) == after


NO_TEXT = {
    "another encoding": (b"a: \xe5\n", "UTF-8"),
    "two bytes a sign": ("a: 1\n".encode("utf-16"), "UTF-16"),
    "a document": (b"PK\x03\x04\na\nb\n", "Word"),
}


@pytest.mark.parametrize(("data", "words"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_not_written_in(data: bytes, words: str) -> None:
    with pytest.raises(Fault, match=words):
        retyped(data, "a: b")
    with pytest.raises(Fault, match=words):
        edited(data, Set(("a",), "b"))


def test_a_text_can_be_too_much_for_a_plan_file() -> None:
    with pytest.raises(Fault, match="større enn ei planfil kan vere"):
        retyped(b"a: 1\n", "a" * 1_000_000)
