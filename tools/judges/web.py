"""The Nu checker, which knows HTML and CSS, and axe-core in a browser, which knows WCAG."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from tools.judges.plant import in_text
from tools.judges.programs import BROWSERS, HERE, PACKAGES, find, last_line, run
from tools.judges.verdict import Complaint, CouldNotJudge, Judge

_VNU = PACKAGES / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def judge_markup(files: Sequence[Path]) -> Iterator[Complaint]:
    """Ask the Nu checker about all files at once: starting Java costs more than checking."""
    options = ("--format", "json", "--stdout", "--exit-zero-always")
    finished = run(find("java"), "-jar", _VNU, *options, *files)
    for message in _parsed(finished.stdout, last_line(finished))["messages"]:
        if message["type"] == "non-document-error":
            raise CouldNotJudge(message["message"])
        line = message.get("lastLine", "?")
        yield Complaint(_path(message["url"]), f"{message['message']} [line {line}]")


def judge_in_browser(files: Sequence[Path]) -> Iterator[Complaint]:
    """Ask axe-core about all files in one browser, each wide, narrow and as printed."""
    asked = {"browser": find(*BROWSERS), "pages": [file.resolve().as_uri() for file in files]}
    finished = run(find("node"), HERE / "browser.cjs", cwd=PACKAGES, stdin=json.dumps(asked))
    verdicts = _parsed(finished.stdout, last_line(finished))
    seen = [view["passes"] for page in verdicts for view in page["views"]]
    if {_path(page["url"]) for page in verdicts} != set(files) or not all(seen):
        raise CouldNotJudge("axe-core did not look at every page")
    for page in verdicts:
        for says in _complaints(page):
            yield Complaint(_path(page["url"]), says)


def _complaints(page: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a page, in any view."""
    if page["scripts"]:
        yield "the page has a script"
    for address in page["outside"]:
        yield f"the page fetches {address}"
    for view in page["views"]:
        for violation in view["violations"]:
            places = f"{violation['count']} places, first {violation['first']}"
            yield f"{violation['id']}: {violation['help']}: {places} [{view['name']}]"
        if view["overflow"] > 0:
            yield f"the page scrolls sideways by {view['overflow']} px [{view['name']}]"


def _parsed(answer: str, otherwise: str) -> Any:
    try:
        return json.loads(answer)
    except json.JSONDecodeError as error:
        raise CouldNotJudge(otherwise) from error


def _path(url: str) -> Path:
    return Path(unquote(urlparse(url).path))


NU_CHECKER = Judge(
    "Nu checker",
    ("html",),
    judge_markup,
    {
        "an element out of place": in_text(b"</h1>", b"</h1><ul><p></p></ul>"),
        "an id used twice": in_text(b"<h1>", b'<h1 id="innhald">'),
        "a property CSS does not have": in_text(b"</style>", b"p { colour: red }</style>"),
    },
)
AXE = Judge(
    "axe-core in Chromium",
    ("html",),
    judge_in_browser,
    {
        "pale text": in_text(b"<h1>", b'<h1 style="color: #ccc">'),
        "a picture without text": in_text(
            b"</h1>", b'</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
        ),
        "no language": in_text(b'<html lang="n[bn]-NO">', b"<html>"),
        "wider than a small screen": in_text(b"</h1>", b'</h1><div style="width: 500px">.</div>'),
        "wider than paper": in_text(b"</h1>", b'</h1><div style="width: 800px">.</div>'),
        "a script": in_text(b"</main>", b"</main><script>1</script>"),
        "something fetched": in_text(b"</h1>", b'</h1><img alt="Kart" src="kart.png">'),
    },
)
