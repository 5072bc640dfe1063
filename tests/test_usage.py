"""What the command line says, in the words of the field."""

from datetime import date

import pytest
from typer import BadParameter, TyperException
from typer.core import TyperArgument
from typer.main import get_command

from bygdeplan.cli.program import app
from bygdeplan.cli.usage import choose, explain_usage, read_day
from bygdeplan.funn.fault import Fault

KNOWN = ("docx", "odt", "html")


def test_all_when_nothing_is_chosen() -> None:
    assert choose([], KNOWN, "Formatet") == list(KNOWN)


def test_choices_come_once_in_the_known_order() -> None:
    assert choose(["html", "docx", "html"], KNOWN, "Formatet") == ["docx", "html"]


def test_unknown_choice() -> None:
    with pytest.raises(Fault, match=r"^Formatet `dcx` finst ikkje\. Meinte du `docx`\?$"):
        choose(["html", "dcx"], KNOWN, "Formatet")


@pytest.mark.parametrize(
    "written", ["2031-02-28", "28.2.2031", "28. februar 2031", "fredag 28. februar 2031"]
)
def test_day(written: str) -> None:
    assert read_day(written) == date(2031, 2, 28)


@pytest.mark.parametrize("written", ["", "i dag", "28.2.31", "2031-02-30", "2031-02", "28/2"])
def test_no_day(written: str) -> None:
    with pytest.raises(Fault, match=r"^(Datoen|Dette kan lesast på fleire måtar)"):
        read_day(written)


def test_value_that_cannot_be_read() -> None:
    (argument, *_) = get_command(app).commands["diff"].params  # type: ignore[attr-defined]  # a group
    assert isinstance(argument, TyperArgument)
    error = BadParameter("Input should be a valid path", param=argument)
    assert explain_usage(error) == "Verdien for `GAMMAL` let seg ikkje lese."


def test_anything_else_points_to_the_help() -> None:
    assert explain_usage(TyperException("Some new mistake")) == (
        "Kommandolinja let seg ikkje lese. «bygdeplan --help» viser kva ho kan innehalde."
    )
