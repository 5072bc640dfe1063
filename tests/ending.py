"""The program, ended in the midst of its work: `ending.py MOMENT DELAY SIGNAL FILE WORDS…`.

A moment is told by how far the work has come, not by a clock: by how many files have been opened,
moved or taken away and how many programs started, those not counted that Python itself reads. So it
is the same on a slow machine. After the delay, in seconds, the program sends itself the signal. How
many moments there were is written to the file by a program that comes to its end.
"""

import atexit
import os
import sys
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from bygdeplan.cli import main

_WORK = {"open", "os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "subprocess.Popen"}
_CODE = (".py", ".pyc", ".so")


class Ending:
    """Counts the moments, and ends the program at one of them."""

    def __init__(self, moment: int, delay: float, number: int) -> None:
        self.moment, self.delay, self.number = moment, delay, number
        self.count, self.lock = 0, Lock()

    def see(self, event: str, given: tuple[Any, ...]) -> None:
        """Called by Python for all that it does."""
        if event not in _WORK or (event == "open" and str(given[0]).endswith(_CODE)):
            return
        with self.lock:
            self.count += 1
            is_now = self.count == self.moment
        if is_now and self.delay:
            timer = Timer(self.delay, self.end)
            timer.daemon = True
            timer.start()
        elif is_now:
            self.end()

    def end(self) -> None:
        """Send the signal."""
        os.kill(os.getpid(), self.number)


if __name__ == "__main__":
    moment, delay, number, file, *words = sys.argv[1:]
    ending = Ending(int(moment), float(delay), int(number))
    atexit.register(lambda: Path(file).write_text(str(ending.count), "utf-8"))
    sys.argv = ["bygdeplan", *words]
    sys.addaudithook(ending.see)
    main()
