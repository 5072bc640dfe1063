"""The template that docxtpl fills in: a place for each kind of block, in the house style."""

from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement

_STYLES = ("Body Text", "List Bullet", "Table Caption", "Image Caption")
_HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5")


def write_template(reference: Path, file: Path) -> Path:
    """The template, with the page, the header and the styles of a reference file."""
    document = docx.Document(str(reference))
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001  # no other way
    add = document.add_paragraph
    add("{%p for block in blocks %}")
    for level, style in enumerate(_HEADINGS, 1):
        add(f"{{%p if block.kind == 'heading' and block.level == {level} %}}")
        add("{{ block.text }}", style=style)
        add("{%p endif %}")
    for style in _STYLES:
        add(f"{{%p if block.kind == 'text' and block.style == '{style}' %}}")
        add("{{ block.text }}", style=style)
        add("{%p endif %}")
    add("{%p if block.kind == 'picture' %}")
    add("{{ block.picture }}", style="Captioned Figure")
    add("{%p endif %}")
    add("{%p if block.kind == 'table' %}")
    _add_table(document)
    add("{%p endif %}")
    add("{%p endfor %}")
    document.save(str(file))
    return file


def _add_table(document: Any) -> None:
    """A table of so many rows and columns as it takes, with rows of the head that repeat."""
    table = document.add_table(rows=6, cols=3, style="Table")
    for first, part in ((0, "head"), (3, "rows")):
        table.cell(first, 0).text = f"{{%tr for row in block.{part} %}}"
        cells = ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")
        for column, text in enumerate(cells):
            table.cell(first + 1, column).text = text
        table.cell(first + 2, 0).text = "{%tr endfor %}"
    head = table.rows[1]._tr.get_or_add_trPr()  # noqa: SLF001  # no other way
    head.append(OxmlElement("w:tblHeader"))
