"""The documents by docxtpl, from a template that is laid out by hand.

Run as a program: `python -m bench.peers.documents TEMPLATE CONTENTS FOLDER`. It is given every word
and figure ready, and makes no contents, links or alternative texts: it does less than the program
that it is held beside.
"""

import json
import sys
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate, InlineImage


def main(template: str, contents: str, folder: str) -> None:
    """Fill in the template once for each document."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, blocks in json.loads(Path(contents).read_text("utf-8")).items():
        document = DocxTemplate(template)
        document.render({"blocks": [_ready(document, each) for each in blocks]}, autoescape=True)
        document.save(Path(folder, f"{name}.docx"))


def _ready(document: Any, block: dict[str, Any]) -> dict[str, Any]:
    if block["kind"] == "picture":
        return block | {"picture": InlineImage(document, block["file"])}
    return block


if __name__ == "__main__":
    main(*sys.argv[1:])
