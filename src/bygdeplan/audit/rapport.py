"""Findings in a finished file → what the reports are made of."""

import re
from collections.abc import Iterable
from hashlib import sha256

from bygdeplan.funn.checked import CheckedFile, FileFinding, Opphav, tell_apart
from bygdeplan.funn.finding import Finding

_QUOTED = re.compile("«[^»]*»")


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
