"""The memory this program is let have, where somebody has set a limit (`ulimit -v`).

What goes wrong near the limit does not say so: lxml speaks of a syntax error, Python of a thread
that cannot start, and what is written in Rust ends the whole program.
"""

import re
from contextlib import suppress
from pathlib import Path

_STATUS = Path("/proc/self/status")
_NEAR = 64 << 20
"""What a thread reserves, more or less: where so much is left, it may be what was missing."""


def is_used_up() -> bool:
    """Whether the program has had all of it, or nearly."""
    limit = _limit()
    return limit is not None and limit - _kilobytes("VmPeak") * 1024 < _NEAR


def is_limited() -> bool:
    """Whether there is a limit."""
    return _limit() is not None


def at_once(most: int | None) -> int | None:
    """How many can work side by side: one by one where there is a limit, for each has a heap."""
    return 1 if is_limited() else most


def hold(size: int) -> None:
    """See to it that so many bytes are left; raises `MemoryError` when they are not."""
    limit = _limit()
    if limit is not None and limit - _kilobytes("VmSize") * 1024 < size:
        raise MemoryError


def _limit() -> int | None:
    with suppress(ImportError):  # Windows has no such limit
        from resource import RLIM_INFINITY, RLIMIT_AS, getrlimit

        limit, _ = getrlimit(RLIMIT_AS)
        return None if limit == RLIM_INFINITY else limit
    return None


def _kilobytes(name: str) -> int:
    """What the system says of this program; 0 where it does not."""
    with suppress(OSError):
        if found := re.search(rf"{name}:\s+(\d+)", _STATUS.read_text("ascii", errors="replace")):
            return int(found[1])
    return 0
