"""A file on disk → what it holds, by the reader of its format."""

from pathlib import Path

from bygdeplan.les.innhald import Innhald

_ODT = "application/vnd.oasis.opendocument.text"


def read_file(path: Path) -> Innhald:
    """The contents of a docx or odt file; what it is called does not matter.

    Raises:
        Avvist: It is neither, or it cannot be read; the finding says why.
        Fault: There is no such file, or it may not be read.
    """
    # lxml costs time to import, and most commands read no finished files.
    from bygdeplan.les import docx, odt
    from bygdeplan.les.package import not_a_document, open_package

    with open_package(path) as package:
        if package.text("mimetype").startswith(_ODT):
            return odt.read(package)
        if "[Content_Types].xml" in package:
            return docx.read(package)
        raise not_a_document("Fila er korkje docx eller odt, same kva ho heiter.")
