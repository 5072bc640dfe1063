"""Starting a program from a test."""

import os
import subprocess
from pathlib import Path


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program to its end in a folder; what it says is read as UTF-8 on every system."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
