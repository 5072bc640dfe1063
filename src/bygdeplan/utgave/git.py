"""The one place that knows git: a file as it stood at an earlier point of its history.

The `git` program says what a revision means (`HEAD~3`, a tag, a branch, a hash) and hands over the
bytes from the repository's objects. Nothing is checked out, nothing is fetched, and the three
commands that are used (rev-parse, ls-tree, cat-file; for advice for-each-ref and rev-list) run no
hook, filter or other program that a configuration can name.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bygdeplan.funn.fault import Fault
from bygdeplan.ord.suggestion import MAX_COMPARED, suggestion

_TIME_LIMIT = 60
"""Seconds; reading an object takes hundredths of one, but the disk may be far away."""
_OBJECT = re.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ENTRY = re.compile(r"(?P<mode>\d+) (?P<kind>\w+) (?P<object>\w+)\t", re.ASCII)
_LINK = "120000"
"""The mode of a symbolic link; its object is the name of another file."""
_LOG_TOO_SHORT = b"only goes back to"
"""What git warns of when it answers `main@{yesterday}` with something newer."""
_IN_THE_LOG = re.compile(r"(?P<base>[^@]*)@\{.+\}")
_AFTER_THE_NAME = re.compile("(?<=.)[~^@:].*", re.DOTALL)
"""What comes after the name of a tag or branch: `~3`, `^`, `@{1}`, `:file`."""
_STEPS_BACK = re.compile(r"(?P<base>.+)~\d+", re.ASCII)


def read_at(file: Path, revision: str, max_bytes: int) -> bytes:
    """The bytes of a file as it stood at a revision, in any words git understands.

    The file is looked for under the name it has now: a change of name is not followed. Its folder
    decides which repository it is; in a bare one, names count from the top. Raises `Fault` when
    there is no git, no repository, no such revision, no such file then, or it is too large.
    """
    repository, name = _find(file)
    commit = repository.commit(revision)
    listed = repository.answer("ls-tree", "-z", "--full-tree", commit, "--", name)
    entry = _ENTRY.match(listed or "")
    if entry is None or entry["kind"] != "blob":
        raise Fault(_not_there(repository, commit, file, name, revision))
    if entry["mode"] == _LINK:
        raise Fault(f"{file.as_posix()} var ei lenkje til ei anna fil i utgåva `{revision}`.")
    if repository.size(entry["object"]) > max_bytes:
        raise Fault(f"{file.as_posix()} var større enn ei planfil kan vere i utgåva `{revision}`.")
    return repository.run("cat-file", "blob", entry["object"]).stdout


def has_revision(file: Path, revision: str) -> bool:
    """Whether a file lies in a repository that git can read and that knows a revision."""
    try:
        repository, _ = _find(file)
    except Fault:
        return False
    return repository.object(revision) is not None


@dataclass(frozen=True)
class _Repository:
    """The git program, asked from within a repository."""

    program: str
    folder: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603  # no shell; a revision comes after --end-of-options
                [self.program, *words],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIME_LIMIT,
                check=False,
            )
        except OSError as error:
            raise Fault(f"Programmet git let seg ikkje køyre ({error.strerror}).") from None
        except subprocess.TimeoutExpired:
            raise Fault(
                "git svarar ikkje. Prøv att, eller sjå etter om «git log» verkar."
            ) from None

    def answer(self, *words: str) -> str | None:
        """What git says to a question; None when it has no answer."""
        done = self.run(*words)
        return None if done.returncode else os.fsdecode(done.stdout)

    def object(self, name: str) -> str | None:
        """The full name of the object that a name stands for, if it stands for one."""
        done = self.run("rev-parse", "--verify", "--end-of-options", name)
        if done.returncode or _LOG_TOO_SHORT in done.stderr:
            return None
        found = os.fsdecode(done.stdout).strip()
        return found if _OBJECT.fullmatch(found) else None

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision means; raises `Fault` when it means none."""
        found = self.object(revision)
        if found is None:
            raise Fault(_unknown(self, revision))
        commit = self.object(f"{found}^{{commit}}")
        if commit is None:
            raise Fault(
                f"`{revision}` er ikkje ei utgåve av git-lageret, men noko inne i ei. Skriv namnet "
                "på ei grein eller ein tagg, eller til dømes `HEAD~1`."
            )
        return commit

    def size(self, object_: str) -> int:
        """The bytes a file's object has; raises `Fault` when a partial clone lacks it."""
        said = self.answer("cat-file", "-s", object_)
        if said is None:
            raise Fault(
                "Git-lageret her har ikkje innhaldet i fila frå den utgåva. Hent det med «git "
                "fetch --refetch --no-filter»."
            )
        return int(said)


def _find(file: Path) -> tuple[_Repository, str]:
    """The repository around a file, and the name the file has in it."""
    program = shutil.which("git")
    # Windows looks in the working folder too, where anyone may have laid a git.exe.
    if program is None or not Path(program).is_absolute():
        raise Fault(
            "Programmet git finst ikkje på maskina, og utan det kan eldre utgåver ikkje hentast. "
            "Installer git. Låste revisjonar, som 2031@r1, treng det ikkje."
        )
    folder = next(
        (each for each in (file.parent, *file.parent.parents) if each.is_dir()), Path(file.anchor)
    )
    repository = _Repository(program, folder)
    done = repository.run("rev-parse", "--show-prefix")
    if done.returncode:
        raise Fault(_no_repository(folder, done.stderr.decode(errors="replace")))
    prefix = os.fsdecode(done.stdout).removesuffix("\n")
    return repository, prefix + file.relative_to(folder).as_posix()


def _environment() -> dict[str, str]:
    """The environment git is run in: the folder alone decides the repository, answers are plain.

    What says where git's settings lie stays, for who may read a repository is set there. A hook of
    git, say, has set GIT_DIR and GIT_INDEX_FILE.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG_")
    }
    quiet = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    return {**kept, **quiet, "LC_ALL": "C"}


def _no_repository(folder: Path, said: str) -> str:
    """Why git finds no repository around a folder, by what it said on stderr."""
    if "ownership" in said or "is owned by someone else" in said:
        named = re.search("'(?P<path>[^']+)'", said)
        path = named["path"] if named else folder.resolve().as_posix()
        return (
            f"git vil ikkje lese lageret i {path}, for ein annan brukar eig det. Stolar du på det, "
            f"skriv du: git config --global --add safe.directory {path}"
        )
    if "not a git repository" in said:
        return (
            f"{folder.resolve().as_posix()} ligg ikkje i noko git-lager, så det finst ingen eldre "
            "utgåver der. Skriv namnet på ei anna planfil, eller ein låst revisjon som 2031@r1."
        )
    first = said.strip().partition("\n")[0]
    return f"git kan ikkje lese lageret i {folder.resolve().as_posix()}: «{first}»"


def _unknown(repository: _Repository, revision: str) -> str:
    """That there is no such revision, and which one may have been meant."""
    if repository.answer("rev-parse", "--is-shallow-repository") == "true\n":
        more = "Her ligg berre den nyaste historia. Hent resten med «git fetch --unshallow»."
        return f"Fann inga utgåve `{revision}` i git-lageret. {more}"
    back = _STEPS_BACK.fullmatch(revision)
    if back and repository.object(back["base"]):
        line = repository.answer("rev-list", "--count", "--first-parent", back["base"], "--")
        steps = int(line or 1) - 1
        oldest = f"{back['base']}~{steps}" if steps else back["base"]
        return f"Historia går ikkje så langt tilbake som `{revision}`. Den eldste er `{oldest}`."
    logged = _IN_THE_LOG.fullmatch(revision)
    if logged and repository.object(logged["base"] or "HEAD"):
        more = "Det i klammer slår git opp i loggen på denne maskina, og han går ikkje så langt."
        return f"Fann inga utgåve `{revision}` i git-lageret. {more}"
    names = (repository.answer(
        "for-each-ref", f"--count={MAX_COMPARED}", "--format=%(refname:short)",
        "--sort=-creatordate", "refs/tags", "refs/heads", "refs/remotes",
    ) or "").splitlines()  # fmt: skip
    advice = (
        suggestion(_AFTER_THE_NAME.sub("", revision), names) if names else "Lageret er tomt enno."
    )
    return f"Fann inga utgåve `{revision}` i git-lageret. {advice}"


def _not_there(repository: _Repository, commit: str, file: Path, name: str, revision: str) -> str:
    """That the file was not there then, and which plan files were."""
    folder = name.rpartition("/")[0]
    listed = (
        repository.answer("ls-tree", "-z", "--name-only", "--full-tree", f"{commit}:{folder}") or ""
    )
    others = [each for each in listed.split("\0") if each.endswith((".yaml", ".yml"))]
    beside = [file.with_name(other).as_posix() for other in others]
    there = suggestion(file.as_posix(), beside) if beside else "Mappa hadde ingen planfiler då."
    return (
        f"{file.as_posix()} fanst ikkje i utgåva `{revision}`. Har fila skift namn sidan, skriv du "
        f"namnet ho hadde då. {there}"
    )
