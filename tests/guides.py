"""What a page of documentation shows in fenced blocks, and how an example goes into a plan."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bygdeplan.ord.frase import Målform
from tests.plans import ROOT, Raw

GUIDES: Final[dict[Målform, Path]] = {
    "nynorsk": ROOT / "docs" / "rettleiing.md",
    "bokmål": ROOT / "docs" / "veiledning.md",
}
"""The plan author's guide in each form."""

FENCED = re.compile(
    r"^```(?P<language>\w+) ?(?P<note>\w*)\n(?P<text>.*?)^```$(?P<after>.*?)(?=^```|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the code of the rule it breaks, if any, and what follows it."""

    place: str
    language: str
    note: str
    text: str
    after: str


def blocks(document: Path, *languages: str) -> list[Block]:
    """Every block of a document in any of these languages; all of them when none is named."""
    content = document.read_text("utf-8")
    return [
        Block(
            f"{document.name}:{content.count(chr(10), 0, found.start()) + 1}", **found.groupdict()
        )
        for found in FENCED.finditer(content)
        if found["language"] in languages or not languages
    ]


def prose(document: Path) -> str:
    """A document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command as it is shown: the words after «bygdeplan», and the output under it."""

    words: str
    output: tuple[str, ...] = ()


def shown_commands(document: Path) -> list[Command]:
    """Every command a reader is told to give, in blocks and in the text."""
    commands = [Command(words) for words in re.findall(r"`bygdeplan (\w+ [^`]+)`", prose(document))]
    for block in blocks(document, "console", "sh"):
        for lines in re.split(r"^(?:\$ )?(?=bygdeplan )", block.text, flags=re.MULTILINE):
            first, *output = lines.splitlines() or [""]
            if first.startswith("bygdeplan "):
                commands.append(Command(first.removeprefix("bygdeplan "), tuple(output)))
    return commands


def place(block: Block) -> str:
    return block.place


def merged(raw: Raw, example: Raw) -> Raw:
    """The plan with an example in it: groups are joined, all else is replaced."""
    return raw | {key: _merged_value(raw.get(key), value) for key, value in example.items()}


def _merged_value(old: Any, new: Any) -> Any:
    return merged(old, new) if isinstance(old, dict) and isinstance(new, dict) else new
