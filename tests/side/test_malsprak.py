"""A template places what it is given; it can neither go on without end nor fill the machine."""

import tracemalloc
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined

from bygdeplan.documents.dokumentsett import Dokument
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.funn.fault import Fault
from bygdeplan.side import malsprak
from bygdeplan.side.malar import Malar
from tests.rendered import plan

PAGE = "handlingsplan.html.j2"
TOO_MUCH = "malen lagar meir enn noko dokument kan ha"
DOUBLED = "{% set a = 'abcdefgh' %}" + "{% set a = a ~ a %}" * 40
SQUARED = "{% set a = [a, a, a]|join(a) %}"
ROUNDS = "".join(f"{{% for i{n} in 'abcdefghijklmnop' %}}" for n in range(12)) + "{% endfor %}" * 12

REFUSED: dict[str, tuple[str, str]] = {
    "a text many times": ("{{ 'a' * 900000000 }}", "`*` kan ikkje brukast slik"),
    "a list many times": ("{{ ([1] * 900000000)|length }}", "`*` kan ikkje brukast slik"),
    "a number without end": ("{{ 9 ** 9 ** 9 ** 9 }}", "`**` kan ikkje brukast slik"),
    "a width in a pattern": ("{{ '%1000000000s' % 'a' }}", "`%` kan ikkje brukast slik"),
    "a width in a format": ("{{ '{:1000000000}'.format('a') }}", "`format` kan ikkje brukast"),
    "a width of a method": ("{{ 'a'.center(1000000000) }}", "`center` kan ikkje brukast"),
    "tabs of a width": ("{{ '\t'.expandtabs(1000000000) }}", "`expandtabs` kan ikkje brukast"),
    "a number as bytes": ("{{ (1).to_bytes(1000000000) }}", "`to_bytes` kan ikkje brukast"),
    "a method by another way": ("{{ ('a'|attr('ljust'))(10) }}", "`ljust` kan ikkje brukast"),
    "a method of safe text": ("{{ ('a'|safe).center(10) }}", "`center` kan ikkje brukast"),
    "a filter that fills": ("{{ 'a'|center(1000000000) }}", "ukjent filter `center`"),
    "a filter on each": ("{{ ['a']|map('center', 1000000000)|list|length }}", "filter `center`"),
    "a number that is squared": (
        "{% macro m(n, k) %}{% if k %}{{ m(n * n, k - 1) }}{% endif %}{% endmacro %}{{ m(9, 99) }}",
        "talet blir større enn noko tal",
    ),
    "a range": ("{% for i in range(1000000000) %}a{% endfor %}", "ukjent namn `range`"),
    "a loop that calls itself": (
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "recur",
    ),
    "a list as text": ("{{ dokument.delmål }}", "ei liste kan ikkje visast"),
    "a list joined to text": ("{{ 'a' ~ ['b'] }}", "ei liste kan ikkje visast"),
    "a list made text": ("{{ ['a', 'b']|upper }}", "ei liste kan ikkje visast"),
    "doubling": (DOUBLED + "{{ a }}", TOO_MUCH),
    "doubling with plus": (DOUBLED.replace("~", "+"), TOO_MUCH),
    "doubling a list": ("{% set a = [1] %}" + "{% set a = a + a %}" * 40, TOO_MUCH),
    "doubling in a block": (
        "{% set a = 'ab' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        TOO_MUCH,
    ),
    "joining in joining": ("{% set a = 'abcdefgh' %}" + SQUARED * 20, TOO_MUCH),
    "many copies of a part": (
        "{% set a = 'abcdefgh' %}" + SQUARED * 4 + "{% set b = a[1:] %}" * 100,
        TOO_MUCH,
    ),
    "rounds in rounds": (ROUNDS, TOO_MUCH),
    "rounds round a long text": (
        f"{{% for i in dokument.hovud.tittel %}}{'a' * 90_000}{{% endfor %}}",
        TOO_MUCH,
    ),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(14) }}",
        TOO_MUCH,
    ),
}
"""What stands in the template, and what is told of it."""


@pytest.fixture(scope="module")
def view() -> Dokument:
    return build_handlingsplan(plan("2031"), None)


def rendered(folder: Path, view: Dokument, **files: str) -> str:
    """The page by templates of one's own; that of the page is called `page`."""
    for name, text in files.items():
        (folder / (PAGE if name == "page" else f"{name}.html.j2")).write_text(text, "utf-8")
    return Malar(folder).render(view)


@pytest.fixture
def _little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much as a small page needs."""
    monkeypatch.setattr(malsprak, "MOST_WORK", 200_000)


@pytest.mark.usefixtures("_little_work")
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_too_much_is_told_before_it_is_made(
    name: str, tmp_path: Path, view: Dokument
) -> None:
    template, told = REFUSED[name]
    rendered(tmp_path, view, page="{{ dokument.hovud.tittel }}")
    tracemalloc.start()
    with pytest.raises(Fault) as fault:
        rendered(tmp_path, view, page=template)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(fault.value).startswith(f"Malen {PAGE}, linje 1: ")
    assert told in str(fault.value)
    assert peak < 50_000_000


@pytest.mark.usefixtures("_little_work")
@pytest.mark.parametrize(
    "line",
    [
        '{% include "NEXT.html.j2" %}',
        '{% include ["NEXT.html.j2"] %}',
        '{% import "NEXT.html.j2" as m with context %}',
    ],
)
def test_templates_that_each_fetch_the_next_twice(
    line: str, tmp_path: Path, view: Dokument
) -> None:
    parts = {f"t{n}": line.replace("NEXT", f"t{n + 1}") * 2 for n in range(40)}
    with pytest.raises(Fault, match=TOO_MUCH):
        rendered(tmp_path, view, page=line.replace("NEXT", "t0"), t40="", **parts)


@pytest.mark.usefixtures("_little_work")
def test_long_template_fetched_many_times(tmp_path: Path, view: Dokument) -> None:
    page = "{% for i in 'abc' %}{% include 'long.html.j2' %}{% endfor %}"
    with pytest.raises(Fault, match=TOO_MUCH):
        rendered(tmp_path, view, page=page, long="a" * 90_000)


def test_template_larger_than_any_is_not_read(tmp_path: Path, view: Dokument) -> None:
    with pytest.raises(Fault, match=rf"^Malen {PAGE} er på meir enn 5 MB"):
        rendered(tmp_path, view, page="a" * 5_000_001)


@pytest.mark.usefixtures("_little_work")
def test_each_page_has_its_own_work(tmp_path: Path, view: Dokument) -> None:
    text = "{% for i in 'aaa' %}" + "a" * 40_000 + "{% endfor %}"
    pages = [rendered(tmp_path, view, page=text), *map(Malar(tmp_path).render, [view] * 3)]
    assert [len(page) for page in pages] == [120_001] * 4


EXPRESSIONS = (
    *("1 + 2", "3 * 4", "7 % 4", "7 // 2", "-3", "'a' + 'b'", "'<' ~ 1 ~ '>'"),
    *("['a', '<b>']|join", "['a', 'b']|join(', ')", "['a', 'b'|safe]|join('<')", "[]|join('a')"),
    *("'abc'[1:]", "[1, 2, 3][1:]|length", "'a b'|title", "' a '|trim", "none|default('a', true)"),
    *("['b', 'a']|sort|join", "[1, 1]|unique|list|length", "[1, 0]|select|list|length"),
    *("['a']|map('upper')|join", "{'a': 1}|items|list|length", "{'a': 1}.get('a')"),
    *("'a,b'.split(',')|last", "'<a>'|e", "'abc'|first|upper|lower|capitalize"),
    *("[{'a': 1}]|map(attribute='a')|first", "'abc'|list|length", "'ab'|reverse", "{'a': 1}.a"),
    "[{'n': 1}, {'n': 2}]|groupby('n')|length",
)
LOOPS = (
    "{% for a in 'abc' %}{{ loop.index }}{{ loop.last }}{{ loop.length }}{{ a }}{% endfor %}",
    "{% for a in 'abc' %}{{ loop.revindex }}{{ loop.nextitem is defined }}{% endfor %}",
    "{% for a in [] %}{% else %}x{% endfor %}",
    "{% for a in 'abc' if a != 'b' %}{{ a }}{{ loop.cycle('x', 'y') }}{% endfor %}",
    "{% for a, b in {'c': 1}.items() %}{{ a }}{{ b }}{% endfor %}",
    "{% for a in 'ab' %}{% for b in 'cd' %}{{ loop.index0 }}{{ a }}{{ b }}{% endfor %}{% endfor %}",
    "{% macro m(a) %}<p>{{ a }}{{ caller() }}{% endmacro %}{% call m('<') %}&{% endcall %}",
    "{% set a = '<b>'|safe %}{{ a ~ '<' ~ 1 }}{{ [a, '<']|join('>') }}",
    "{% set a %}<p>{{ '<' }}{% endset %}{{ a }}{{ a|length }}",
    "{% filter upper %}a{{ '<' }}{% endfilter %}{% with a = 1 %}{{ a }}{% endwith %}",
)


@pytest.mark.parametrize(
    "template", [*(f"{{{{ {expression} }}}}" for expression in EXPRESSIONS), *LOOPS]
)
def test_what_is_in_the_language_means_what_it_means_to_jinja(template: str) -> None:
    whole = Environment(autoescape=True, undefined=StrictUndefined)
    ours = malsprak.Malspråk(lambda _: None)
    assert ours.from_string(template).render() == whole.from_string(template).render()
