"""Run a program and write how it ended: `watched.py FILE WORDS…`.

In a small process of its own: a program has, on Linux, at least the memory of the one that starts
it, before it has begun.
"""

import json
import os
import subprocess
import sys

if __name__ == "__main__":
    file, *words = sys.argv[1:]
    program = subprocess.Popen(words)  # noqa: S603  # our own program, on files
    _, status, usage = os.wait4(program.pid, 0)
    with open(file, "w", encoding="utf-8") as report:  # noqa: PTH123  # pathlib is a large module
        seconds = usage.ru_utime + usage.ru_stime
        json.dump([os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss], report)
