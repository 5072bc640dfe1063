"""A path in the plan file as one word."""

import re

from bygdeplan.model.merke import Path


def path_text(path: Path) -> str:
    """`delmål.bustad.tiltak.bustad-innsikt.endringar[0].felt`; empty for the whole file."""
    return "".join(map(_step, path)).removeprefix(".")


def _step(segment: str | int) -> str:
    if isinstance(segment, int):
        return f"[{segment}]"
    return f".{segment}" if re.fullmatch(r"[\w-]+", segment) else f'["{segment}"]'
