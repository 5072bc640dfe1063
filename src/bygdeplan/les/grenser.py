"""How large a file can be and still be read, whatever its format: the one place that says it.

A case document has some megabytes, and a few thousand paragraphs at most. What has many times that
is something else, and would take minutes and all the memory there is: it is told, and not read.
What can be counted before a file is taken apart is counted then.
"""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bygdeplan.funn.fault import Fault
from bygdeplan.les.avvist import FOR_STOR, Avvist
from bygdeplan.ord.skriv import tal

Item = TypeVar("Item")

_ADVICE = (
    "Lagre berre det som skal kontrollerast, i ei eiga fil, og gjer bileta mindre om ho har det."
)


@dataclass(frozen=True)
class Filgrense:
    """How many a file can have of something."""

    most: int
    told: str
    """What is said of a file that has more; {} is the number."""
    per: int = 1
    """How many make one of what is told: a million bytes make one MB."""

    def hold(self, count: int) -> None:
        """Raise `Avvist` with the rule BP804 for more than the limit."""
        if count > self.most:
            raise too_large(f"{self.told.format(tal(self.most // self.per))}, som er grensa.")

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, one by one; raises as `hold` does when they are more than the limit."""
        for number, item in enumerate(items, 1):
            self.hold(number)
            yield item


FIL = Filgrense(100_000_000, "Fila er på meir enn {} MB", per=1_000_000)
"""Bytes as they lie; pictures and all."""
TEKSTFIL = Filgrense(
    10_000_000, "Fila er på meir enn {} MB, utan å vere docx, odt eller pdf", 1_000_000
)
"""Bytes of a file that is all text, or a web page: 3 000 pages."""
UTPAKKA = Filgrense(60_000_000, "Fila veks til meir enn {} MB når ho blir opna", per=1_000_000)
"""Bytes of text and drawing unpacked from one file; the longest plan has less than a million."""
DELAR = Filgrense(5_000, "Fila har meir enn {} delar")
"""Files within a docx or odt; each picture is one."""
TAGGAR = Filgrense(500_000, "Fila har meir enn {} formateringskodar")
"""Signs `<` in XML and HTML: each element has one or two of them. A page of Word has 600."""
AVSNITT = Filgrense(50_000, "Fila har meir enn {} avsnitt")
"""Paragraphs; each cell of a table has one. It takes some ten seconds to read and judge so many."""
AVSNITTSTEKST = Filgrense(200_000, "Fila har eit avsnitt på meir enn {} teikn")
"""Signs of one paragraph: eighty pages without a break."""
LINJER = Filgrense(200_000, "Fila har meir enn {} linjer")
"""Lines of a text file."""
SIDER = Filgrense(1_000, "Fila har meir enn {} sider")
"""Pages of a pdf; a page full of text takes a twentieth of a second."""
SIDE = 2_000_000
"""Bytes of one page of a pdf; with more it is left unread, and that is told. A page of text has a
hundredth of it, a map may have many times as many."""


def too_large(message: str) -> Avvist:
    """A file that is above a limit."""
    return Avvist(FOR_STOR.finding((), message, _ADVICE))


def whole(path: Path) -> bytes:
    """All bytes of a file.

    Raises:
        Avvist: It is larger than any file that is read.
        Fault: There is no such file, or it may not be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Fault(f"{path} er ikkje ei fil. Skriv namnet på dokumentet.")
        FIL.hold(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise Fault(f"Fila {path} finst ikkje. Sjå etter om namnet og mappa er rette.") from None
    except OSError as error:
        raise Fault(f"Fila {path} kan ikkje lesast: {error.strerror or error}.") from None
