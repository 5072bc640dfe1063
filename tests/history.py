"""A small git repository with a known history: the same hashes on every machine."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

WHEN = "2031-01-06T12:00:00+00:00"
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Planforfattar"), ("EMAIL", "plan@example.org"), ("DATE", WHEN))
}


@dataclass(frozen=True)
class History:
    """A repository in a folder."""

    folder: Path

    def git(self, *words: str, data: bytes = b"") -> str:
        """Run git in the folder and give what it says; fails when it does."""
        done = subprocess.run(
            ["git", *words],  # noqa: S607  # the git of the machine
            cwd=self.folder,
            env=os.environ | IDENTITY,
            input=data,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def commit(self, subject: str) -> str:
        """Commit everything in the folder; gives the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")


def begin_history(folder: Path) -> History:
    """An empty repository whose branch is `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    history = History(folder)
    history.git("-c", "init.defaultBranch=main", "init", "--quiet", "--template=")
    return history
