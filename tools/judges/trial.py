"""Asking a judge: about every file, and about files with a fault, so that it can be believed."""

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.judges.programs import WORKPLACE
from tools.judges.verdict import CouldNotJudge, Judge, Verdict


def ask(judge: Judge, files: Sequence[Path]) -> Verdict:
    """The verdict of a judge on the files of its formats."""
    start = time.monotonic()
    own = [
        file
        for file in files
        if file.suffix.removeprefix(".") in judge.endings and judge.of in file.name
    ]
    try:
        planted = _plant_all(judge, own)
        said = list(judge.judge([*own, *planted.values()]))
    except CouldNotJudge as error:
        return Verdict(judge.name, len(own), time.monotonic() - start, failure=str(error))
    accused = {complaint.file for complaint in said}
    return Verdict(
        judge.name,
        len(own),
        time.monotonic() - start,
        caught=tuple(name for name, file in planted.items() if file in accused),
        missed=tuple(name for name, file in planted.items() if file not in accused),
        complaints=tuple(one for one in said if one.file not in planted.values()),
    )


def _plant_all(judge: Judge, files: Sequence[Path]) -> dict[str, Path]:
    """A file for each fault the judge must find, made from a sound one."""
    if not files:
        raise CouldNotJudge(f"there are no files of {' or '.join(judge.endings)}")
    folder = (WORKPLACE / "planted" / _file_name(judge.name)).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return {name: _plant(files[0], folder, name, make) for name, make in judge.plants.items()}


def _plant(sound: Path, folder: Path, name: str, make: Callable[[bytes], bytes]) -> Path:
    planted = folder / f"planted-{_file_name(name)}{sound.suffix}"
    # Some judges hold a file against the page of the same document.
    if (page := sound.with_suffix(".html")).is_file():
        shutil.copy(page, planted.with_suffix(".html"))
    planted.write_bytes(make(sound.read_bytes()))
    return planted


def _file_name(words: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in words.lower())
