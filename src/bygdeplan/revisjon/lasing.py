"""Locking an adopted revision: when it can be done, and what is then written."""

from datetime import date
from pathlib import Path

from bygdeplan.fault import Fault
from bygdeplan.model import Plan
from bygdeplan.planmappe import lock_file
from bygdeplan.revisjon.lasefil import load_lock, lock_text, read_lock


def new_lock(file: Path, plan: Plan, revision: int, adopted: date) -> dict[Path, bytes]:
    """The lock file to write for a plan without feil; none when it is locked just so already.

    Raises `Fault` when the plan is in another revision, or the revision is locked with another
    content or day.
    """
    if plan.revisjon != revision:
        raise Fault(
            f"{file.as_posix()} er revisjon {plan.revisjon}, ikkje {revision}. Det er planen slik "
            "han står no, som blir låst."
        )
    path, data = lock_file(file, revision), lock_text(plan, adopted).encode()
    if not path.exists():
        return {path: data}
    if load_lock(path).plan == read_lock(data, path.as_posix()).plan:
        return {}
    raise Fault(
        f"Revisjon {revision} er låst frå før, med eit anna innhald eller ein annan dato. Ei "
        f"endring etter vedtaket er ein ny revisjon. Var låsinga eit mistak, slettar du "
        f"{path.as_posix()} fyrst."
    )
