"""The program is killed at any moment: the plan is as before the save or as after it, whole."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest

from bygdeplan.utgave.planskriving import Set, edited
from tests.plans import ROOT, TOPPDALEN

KILLS = int(os.environ.get("KILLS", "3"))
"""How many times it is killed; `make edits` kills it a hundred times."""
FIELD = ("delmål", "reiseliv", "vekt")


@pytest.mark.slow
@pytest.mark.skipif("os.name == 'nt'", reason="Windows kills in another way")
def test_a_kill_leaves_the_plan_as_before_a_save_or_after_it(tmp_path: Path) -> None:
    shutil.copytree(TOPPDALEN, tmp_path / "plans")
    plan, told = tmp_path / "plans" / "2031.yaml", validated(tmp_path)
    for seed in range(KILLS):
        random = Random(seed)  # noqa: S311  # the same draws each time are what is wanted
        with started(tmp_path) as (program, desk):
            size, began = random.choice((2, 200_000)), monotonic()
            assert desk.save("y" * size) == 200
            took = monotonic() - began
            before, text = plan.read_bytes(), "x" * size
            desk.send(text)
            sleep(random.uniform(0, 1.5 * took))
            program.kill()
            program.wait()
        assert plan.read_bytes() in (before, edited(before, Set(FIELD, text)))
    # What was left unfinished is nothing that `validate` sees, and the next save sweeps it away.
    plan.write_bytes((TOPPDALEN / "2031.yaml").read_bytes())
    plan.with_name(".bygdeplan-999999999-x.yaml").write_bytes(b"half")
    assert validated(tmp_path) == told
    with started(tmp_path) as (_, desk):
        assert desk.save("71") == 200
    assert [file.name for file in plan.parent.glob(".*")] == []


class Desk:
    """Asks the program as its own page does."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._link = HTTPConnection(str(parts.hostname), parts.port or 80, timeout=60)
        self._link.request("GET", f"/?{parts.query}")
        answer = self._link.getresponse()
        answer.read()
        self._cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        self._seal = ""
        assert self.save("") == 409

    def send(self, text: str) -> None:
        """Send a save; nobody waits for the answer."""
        body = json.dumps({"sett": self._seal, "veg": FIELD, "verdi": text})
        self._link.request("POST", "/felt", body, {"cookie": self._cookie, "origin": self._origin})

    def save(self, text: str) -> int:
        """Save; gives the status of the answer."""
        self.send(text)
        answer = self._link.getresponse()
        self._seal = str(json.loads(answer.read())["sett"])
        return answer.status

    def close(self) -> None:
        self._link.close()


@contextmanager
def started(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", Desk]]:
    """The program with the plan open, and its desk."""
    with subprocess.Popen(
        [sys.executable, "-m", "bygdeplan", "edit", "2031", "--no-open"],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            found = re.search(r"http://\S+", program.stdout.readline() if program.stdout else "")
            assert found
            desk = Desk(found[0])
            yield program, desk
            desk.close()
        finally:
            program.kill()


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}


def validated(folder: Path) -> str:
    """What `validate` says of the plan."""
    command = [sys.executable, "-m", "bygdeplan", "validate", "2031"]
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
