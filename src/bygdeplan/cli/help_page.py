"""The commands' help pages in Nynorsk.

Typer brings no translations, and its headings are written where they are used. The two classes here
lay out the same facts in our own words; what the parameters are is still said to Typer alone.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.suggestion import suggestion

HelpRow = tuple[str, str]
"""What is written, and what it does."""

# Typer's base classes take and give objects of a Click of its own, whose classes have no public
# name. The context goes straight back to Typer; of the formatter this much is used.
Context = Any


class Formatter(Protocol):
    """Lays out a help page."""

    def write_usage(self, prog: str, args: str = ..., prefix: str | None = ...) -> None: ...
    def section(self, name: str) -> AbstractContextManager[None]: ...
    def write_dl(self, rows: Sequence[HelpRow]) -> None: ...


class Kommando(TyperCommand):
    """One command."""

    allow_extra_args = True  # `parse_args` refuses them, by name

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take in the command line; raises `Fault` when words are left that nobody asked for."""
        left = super().parse_args(ctx, args)
        if left:
            raise Fault(f"«{ctx.command_path}» kan ikkje ta imot `{left[0]}`: eitt ord for mykje.")
        return left

    def format_usage(self, ctx: Context, formatter: Formatter) -> None:
        """«Bruk: bygdeplan diff [VAL] GAMMAL NY»."""
        arguments = [_argument(each) for each in self.params if isinstance(each, TyperArgument)]
        formatter.write_usage(ctx.command_path, " ".join(["[VAL]", *arguments]), "Bruk: ")

    def format_options(self, ctx: Context, formatter: Formatter) -> None:
        """Arguments and options, each under its heading."""
        _write_parameters(self.get_params(ctx), formatter)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows this page."""
        return _help_option(super().get_help_option(ctx))


class Kommandogruppe(TyperGroup):
    """All the commands together."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take in the command line; without a word on it, show the help and exit with 2."""
        if not args:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """The command that is named; raises `Fault` when there is no such command."""
        if args[0] not in self.commands:
            advice = suggestion(args[0], list(self.commands))
            raise Fault(f"Kommandoen `{args[0]}` finst ikkje. {advice}")
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Context, formatter: Formatter) -> None:
        """«Bruk: bygdeplan [VAL] KOMMANDO ...»."""
        formatter.write_usage(ctx.command_path, "[VAL] KOMMANDO ...", "Bruk: ")

    def format_options(self, ctx: Context, formatter: Formatter) -> None:
        """Options, then the commands with the first line of their help."""
        _write_parameters(self.get_params(ctx), formatter)
        rows = [(name, _first_line(command.help)) for name, command in self.commands.items()]
        _write_section("Kommandoar", rows, formatter)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows this page."""
        return _help_option(super().get_help_option(ctx))


def _write_parameters(parameters: Sequence[object], formatter: Formatter) -> None:
    arguments = [each for each in parameters if isinstance(each, TyperArgument)]
    options = [each for each in parameters if isinstance(each, TyperOption)]
    _write_section(
        "Argument", [(_argument(each), each.help or "") for each in arguments], formatter
    )
    _write_section("Val", [_option_row(each) for each in options], formatter)


def _write_section(heading: str, rows: list[HelpRow], formatter: Formatter) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _argument(argument: TyperArgument) -> str:
    """«NY» when it must be there, «[PLAN]» when it may, with dots when there can be several."""
    name = argument.display_name_raw
    several = "..." if argument.nargs != 1 else ""
    return f"{name if argument.required else f'[{name}]'}{several}"


def _option_row(option: TyperOption) -> HelpRow:
    names = ", ".join(option.opts)
    takes = "" if option.is_flag else f" {option.display_name_raw}"
    default = "" if option.is_flag or option.default is None else f" Utan: {option.default}."
    several = " Kan skrivast fleire gonger." if option.multiple else ""
    return f"{names}{takes}", f"{option.help or ''}{default}{several}"


def _help_option(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Vis denne hjelpa."
        option.default = False  # to make something of nothing, Typer would load pydantic
    return option


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]
