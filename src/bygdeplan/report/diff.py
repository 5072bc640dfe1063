"""A diff in the form it is asked for."""

from typing import Literal, get_args

from bygdeplan.documents import build_endringsliste
from bygdeplan.endring import Plandiff

Form = Literal["text", "md", "json"]
FORMS: tuple[Form, ...] = get_args(Form)


def print_as(form: Form, diff: Plandiff) -> None:
    """Print a diff on stdout: for the terminal, as Markdown, or as JSON."""
    match form:
        case "text":
            from bygdeplan.report.diff_text import print_diff

            print_diff(build_endringsliste(diff))
        case "json":
            from bygdeplan.report.diff_json import diff_as_json

            _write(diff_as_json(diff))
        case "md":
            from bygdeplan.convert import to_markdown
            from bygdeplan.render import Malar

            page = Malar().render(build_endringsliste(diff))
            _write(to_markdown(page))


def _write(text: str) -> None:
    print(text.rstrip("\n"))  # noqa: T201  # the product of the command
