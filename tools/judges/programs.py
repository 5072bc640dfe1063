"""The programs the judges and the browser need, found on the machine or installed on it.

`python -m tools.judges.programs` installs them, and asks nobody.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.judges.verdict import CouldNotJudge

HERE = Path(__file__).parent
WORKPLACE = Path("build/judges")
"""Where files are rendered and packages lie; made anew by anyone."""
PACKAGES = WORKPLACE / "npm"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# One of these programs, and the Debian packages that bring it.
_NEEDED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("java",): ("default-jre-headless",),
    ("node",): ("nodejs",),
    ("npm",): ("npm",),
    ("soffice",): ("libreoffice-writer",),
    ("pdftotext",): ("poppler-utils",),
    # Without a face to draw with, a page has no widths and no contrast.
    BROWSERS: ("chromium", "fonts-liberation"),
}
_TIMEOUT_SECONDS = 1200


def install() -> None:
    """Install what is missing of programs and packages.

    Raises:
        CouldNotJudge: Something could not be installed.
    """
    missing = [
        package
        for programs, packages in _NEEDED.items()
        if not any(map(shutil.which, programs))
        for package in packages
    ]
    if missing:
        _install_from_debian(missing)
    _install_from_npm()


def find(*names: str) -> str:
    """The path of the first of some programs that is on the machine.

    Raises:
        CouldNotJudge: None of them is.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    raise CouldNotJudge(f"{' or '.join(names)} is not on this machine")


def run(
    *command: str | Path, cwd: Path | None = None, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit code.

    Raises:
        CouldNotJudge: It could not be started or did not end.
    """
    try:
        return subprocess.run(  # noqa: S603  # the programs are the judges and what installs them
            command,
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CouldNotJudge(f"{Path(command[0]).name} did not run: {error}") from error


def last_line(finished: subprocess.CompletedProcess[str]) -> str:
    """What a program said last, on stderr if anything, for a message."""
    lines = (finished.stderr.strip() or finished.stdout.strip() or "nothing said").splitlines()
    return f"{lines[-1]} (exit code {finished.returncode})"


def _install_from_debian(packages: Sequence[str]) -> None:
    if shutil.which("apt-get") is None:
        raise CouldNotJudge(f"install these first: {', '.join(packages)}")
    as_root = [] if os.geteuid() == 0 else [find("sudo"), "--non-interactive"]
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        finished = run(*quiet, *step)
        if finished.returncode:
            raise CouldNotJudge(f"apt-get {step[0]}: {last_line(finished)}")


def _install_from_npm() -> None:
    """Install the packages at their pinned versions, unless just these lie there already."""
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    installed = PACKAGES / "installed.json"
    if installed.is_file() and installed.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(PACKAGES, ignore_errors=True)
    PACKAGES.mkdir(parents=True)
    (PACKAGES / "package.json").write_text(wanted, encoding="utf-8")
    # None of the packages asks for others but by exact version, so a lock file would add nothing;
    # the install script of one would fetch a Java of its own.
    options = ("--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
    finished = run(find("npm"), "install", *options, cwd=PACKAGES)
    if finished.returncode:
        raise CouldNotJudge(f"npm install: {last_line(finished)}")
    installed.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    try:
        install()
    except CouldNotJudge as error:
        sys.exit(str(error))
