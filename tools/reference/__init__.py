"""Makes `reference.docx` and `reference.odt`: the look of the house in styles, from its values.

pandoc takes styles, page, header and footer from them. Text in braces, such as `{avsendar}`, is
what a document fills in. A person may open one in Word or LibreOffice, change a style and save:
what is looked up later are the names of the styles, and nothing else.
"""

from pathlib import Path

from bygdeplan.utsjanad.husstil import Husstil
from tools.reference import docx, odt


def build(stil: Husstil) -> dict[str, bytes]:
    """Both files by name: the same bytes for the same house style."""
    return {"reference.docx": docx.build(stil), "reference.odt": odt.build(stil)}


def write(stil: Husstil, folder: Path) -> None:
    """Write both files in a folder."""
    for name, content in build(stil).items():
        (folder / name).write_bytes(content)
