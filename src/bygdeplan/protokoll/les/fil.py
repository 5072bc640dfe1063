"""The bytes of a file, as far as there is anything to read."""

from pathlib import Path

from bygdeplan.fault import Fault
from bygdeplan.protokoll.tekst import Uleseleg

MAX_FILE = 100_000_000
"""Bytes; the longest minutes with all that is enclosed have a tenth of it."""


def read_bytes(path: Path) -> bytes:
    """All of a file.

    Raises:
        Uleseleg: It is empty, or larger than any minutes.
        Fault: There is no such file, or it may not be read.
    """
    try:
        if not path.exists():
            raise Fault(f"Fila {path} finst ikkje. Sjå etter om namnet og mappa er rette.")
        if not path.is_file():
            raise Fault(f"{path} er ikkje ei fil. Skriv namnet på dokumentet.")
        if path.stat().st_size > MAX_FILE:
            raise Uleseleg(
                f"Fila er på meir enn {MAX_FILE // 1_000_000} MB.",
                "Lagre berre sidene med saka i ei eiga fil.",
            )
        content = path.read_bytes()
    except OSError as error:
        raise Fault(f"Fila {path} kan ikkje lesast: {error.strerror or error}.") from None
    if not content:
        raise Uleseleg("Fila er tom.", "Hent henne på nytt.")
    return content
