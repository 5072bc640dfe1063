"""Finished docx and odt files, also after someone edited them, held against the rules of the house.

Which faults there are, and what a person does about each, stands with the rules: `REGLAR`.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bygdeplan.audit import rules
from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, tell_apart
from bygdeplan.funn.finding import Finding, Regel
from bygdeplan.les import avvist

REGLAR: tuple[Regel, ...] = (*avvist.REGLAR, *rules.REGLAR)
"""Every rule for a finished file by itself, in the order of the codes."""

_QUOTED = re.compile("«[^»]*»")

if TYPE_CHECKING:
    from bygdeplan.audit.opphav import Originalar


def audit_file(path: Path, originalar: "Originalar | None" = None) -> CheckedFile:
    """Everything the rules find in a docx or odt file, family by family.

    With the documents of a plan to hold it against, also where it comes from and what is edited.
    A finding's path is the part of the file, the kind of thing and its number there:
    `("word/document.xml", "avsnitt", 12)`; its message says the same in words to look for in Word.
    A file that cannot be read as docx or odt has one finding that says why.

    Raises:
        Fault: There is no such file, it may not be read, or a template is wrong.
    """
    # lxml costs time to import, and most commands read no finished files.
    from bygdeplan.les import read_file

    try:
        file = read_file(path)
    except avvist.Avvist as refused:
        return report(path.as_posix(), [refused.finding])
    opphav, edits = originalar.judge(file) if originalar else (None, [])
    return report(path.as_posix(), [*rules.check_innhald(file), *edits], opphav)


def report(file: str, findings: Iterable[Finding], opphav: Opphav | None = None) -> CheckedFile:
    """A finished file with what is found in it, named as it was asked for."""
    told = tell_apart(_told(file, finding) for finding in findings)
    return CheckedFile(file, tuple(told), opphav=opphav)


def _told(file: str, finding: Finding) -> FileFinding:
    return FileFinding(
        regel=finding.regel,
        file=file,
        span=None,
        path=finding.path,
        message=finding.message,
        help=finding.help,
        fingerprint=_fingerprint(finding),
    )


def _fingerprint(finding: Finding) -> str:
    """Made of the rule, the part of the file and the words quoted, for numbers move as it grows."""
    named = [segment for segment in finding.path if isinstance(segment, str)]
    facts = (finding.regel.code, *named, *_QUOTED.findall(finding.message))
    return sha256("\n".join(facts).encode()).hexdigest()[:16]


__all__ = ["REGLAR", "audit_file", "report"]
