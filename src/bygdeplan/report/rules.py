"""The rules explained: on the terminal, and as the page `docs/reglar.md`."""

from collections.abc import Mapping, Sequence
from textwrap import indent, wrap
from typing import IO, Literal, get_args

import typer

from bygdeplan.funn.finding import Regel
from bygdeplan.report.style import show, width_of

Forklaringsformat = Literal["text", "md"]
FORMATS: tuple[Forklaringsformat, ...] = get_args(Forklaringsformat)
Families = Mapping[str, Sequence[Regel]]
"""What the rules are about → the rules about it."""

_WIDTH = 80
_OF_FILES = "BP8"
"""How the codes begin whose examples are what a person does in Word, not lines of a plan."""
_PAGE = """\
# Reglane

Her står alt «bygdeplan validate» ser etter i ei planfil, og alt «bygdeplan audit» ser etter i
ferdige filer (BP8). «bygdeplan explain BP103» viser det same om éin regel.

- Ein **feil** stoppar dokumenta.
- Ei **åtvaring** bør du sjå på. Med «--strict» stoppar ho òg.
- Ein **merknad** er til opplysning. Dei som er merkte med «etter dagen», kjem berre med «--date».

Ei åtvaring eller ein merknad kan du gjere unntak frå med ein kommentar på linja til nøkkelen:

```yaml
kommunestyre: 2031-05-17  # bygdeplan: tillat BP505 fordi møtet er på grunnlovsdagen
```
"""


def print_rule(form: Forklaringsformat, regel: Regel, stream: IO[str]) -> None:
    """Print why a rule is there, with a wrong and a right example."""
    show(_as_text(regel, width_of(stream)) if form == "text" else _as_markdown(regel), stream)


def print_rules(form: Forklaringsformat, families: Families, stream: IO[str]) -> None:
    """Print all the rules: a line for each on the terminal, everything about them in Markdown."""
    text = _list_as_text(families, width_of(stream))
    show(text if form == "text" else rules_as_markdown(families), stream)


def rules_as_markdown(families: Families) -> str:
    """The page of the rules, family by family."""
    parts = [_PAGE]
    for name, rules in families.items():
        parts += [f"## {name}\n", *(f"{_as_markdown(regel)}\n" for regel in rules)]
    return "\n".join(parts).rstrip("\n")


def _as_markdown(regel: Regel) -> str:
    language = "text" if regel.code.startswith(_OF_FILES) else "yaml"
    return (
        f"### {regel.code} {regel.name}\n\n"
        f"*{_kind(regel)}.* {regel.why}\n\n"
        f"Gale:\n\n```{language}\n{regel.wrong}\n```\n\n"
        f"Rett:\n\n```{language}\n{regel.right}\n```"
    )


def _kind(regel: Regel) -> str:
    """«Feil», «Åtvaring», «Merknad» or «Merknad, etter dagen»."""
    return f"{regel.severity.capitalize()}{', etter dagen' if regel.by_day else ''}"


def _as_text(regel: Regel, width: int | None) -> str:
    heading = typer.style(f"{regel.code} {regel.name}", bold=True)
    why = "\n".join(wrap(regel.why, min(width or _WIDTH, _WIDTH)))
    wrong = typer.style("Gale:", fg="red") + "\n" + indent(regel.wrong, "  ")
    right = typer.style("Rett:", fg="green") + "\n" + indent(regel.right, "  ")
    return "\n\n".join([f"{heading} ({_kind(regel).lower()})", why, wrong, right])


def _list_as_text(families: Families, width: int | None) -> str:
    lines = []
    for name, rules in families.items():
        lines.append(typer.style(name, bold=True))
        lines += [_line(regel, width or _WIDTH) for regel in rules]
        lines.append("")
    return "\n".join([*lines, "«bygdeplan explain BP103» seier meir om ein regel."])


def _line(regel: Regel, width: int) -> str:
    margin = f"  {regel.code}  {regel.severity:<8}  "
    return "\n".join(
        wrap(regel.name, width, initial_indent=margin, subsequent_indent=" " * len(margin))
    )
