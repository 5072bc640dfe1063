"""What a user typed wrong on the command line, in Nynorsk."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from typer import TyperException
from typer.core import TyperArgument, TyperOption

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.skriv import liste
from bygdeplan.ord.suggestion import suggestion

Name = TypeVar("Name", bound=str)


def choose(written: Sequence[str], known: Sequence[Name], what: str) -> list[Name]:
    """The known names among what was written, all of them when nothing was.

    `what` says what a name is («Formatet»). Raises `Fault` for a name nobody knows.
    """
    for name in written:
        if name not in known:
            raise Fault(f"{what} `{name}` finst ikkje. {suggestion(name, known)}")
    return [name for name in known if not written or name in written]


def choose_for_file(written: str | None, file: Path, known: Sequence[Name]) -> Name:
    """The format of a file: the one asked for, else the one the file's name ends in.

    A name that ends in `.txt` is text. Raises `Fault` for one that ends in no known format.
    """
    ending = file.suffix.lower().removeprefix(".").replace("txt", "text")
    if written is None and ending not in known:
        endings = [f".{each}".replace(".text", ".txt") for each in known]
        raise Fault(
            f"Namnet {file} seier ikkje kva slag fil det skal bli. Lat det slutte på "
            f"{liste(endings, 'eller')}."
        )
    return choose([written or ending], known, "Formatet")[0]


def read_day(written: str) -> date:
    """A day as a plan file can have it; raises `Fault` for anything else."""
    from bygdeplan.load.shape import read_typed
    from bygdeplan.model.tid import read_date

    return read_typed(read_date, written)


def explain_usage(error: TyperException) -> str:
    """One line for a command line that Typer cannot take in."""
    # Most of what Typer raises has no public class, and is known by the facts it carries.
    match vars(error):
        case {"option_name": name, "possibilities": near}:
            return f"Valet `{name}` finst ikkje.{_did_you_mean(near) or _ask_for_help(error)}"
        case {"option_name": name} if "requires" in error.message:
            return f"Valet `{name}` manglar ein verdi. Skriv han rett etter."
        case {"option_name": name}:
            return f"Valet `{name}` tek ingen verdi."
        case {"param": parameter, "param_type": _}:
            return f"{_name(parameter)} manglar.{_ask_for_help(error)}"
        case {"param": parameter} if "integer" in error.message:
            return (
                f"Verdien for {_name(parameter)} let seg ikkje lese. Skriv eit heilt tal, med "
                "siffer."
            )
        case {"param": parameter}:
            return f"Verdien for {_name(parameter)} let seg ikkje lese.{_ask_for_help(error)}"
        case _:
            return (
                "Kommandolinja let seg ikkje lese. «bygdeplan --help» viser kva ho kan innehalde."
            )


def _did_you_mean(near: Sequence[str] | None) -> str:
    return f" Meinte du `{near[0]}`?" if near else ""


def _ask_for_help(error: TyperException) -> str:
    """Where the command that was meant tells what it takes, when one is known."""
    context = getattr(error, "ctx", None)
    return f" «{context.command_path} --help» viser kva du kan skrive." if context else ""


def _name(parameter: object) -> str:
    """The word for a parameter that the help page uses: «`NY`», «`--out`»."""
    match parameter:
        case TyperOption():
            return f"`{parameter.opts[0]}`"
        case TyperArgument():
            return f"`{parameter.display_name_raw}`"
        case _:
            return "noko"
