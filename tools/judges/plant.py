"""Planting a fault in a sound file."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from tools.judges.verdict import CouldNotJudge


def in_text(pattern: bytes, replacement: bytes) -> Callable[[bytes], bytes]:
    """Replace what first matches a pattern in a text file."""

    def plant(file: bytes) -> bytes:
        planted, count = re.subn(pattern, replacement, file, count=1)
        if not count:
            raise CouldNotJudge(f"there is no {pattern.decode()} to plant a fault in")
        return planted

    return plant


def in_part(name: str, pattern: bytes, replacement: bytes) -> Callable[[bytes], bytes]:
    """Replace what first matches a pattern in one part of a docx or odt."""

    def plant(file: bytes) -> bytes:
        planted = BytesIO()
        with ZipFile(BytesIO(file)) as source, ZipFile(planted, "w") as target:
            for entry in source.infolist():
                content = source.read(entry)
                target.writestr(
                    entry,
                    in_text(pattern, replacement)(content) if entry.filename == name else content,
                )
        return planted.getvalue()

    return plant
