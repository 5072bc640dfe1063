"""Finished docx and odt files, also after someone edited them, held against the rules of the house.

Which faults there are, and what a person does about each, stands with the rules: `REGLAR`.
"""

from pathlib import Path

from bygdeplan.audit import rules
from bygdeplan.funn.finding import Finding, Regel
from bygdeplan.les import avvist

REGLAR: tuple[Regel, ...] = (*avvist.REGLAR, *rules.REGLAR)
"""Every rule for a finished file by itself, in the order of the codes."""


def audit_file(path: Path) -> list[Finding]:
    """Everything the rules find in a docx or odt file, family by family.

    A finding's path is the part of the file, the kind of thing and its number there:
    `("word/document.xml", "avsnitt", 12)`; its message says the same in words to look for in Word.
    A file that cannot be read as docx or odt gives one finding that says why.

    Raises:
        Fault: There is no such file, or it may not be read.
    """
    # lxml costs time to import, and most commands read no finished files.
    from bygdeplan.les import read_file

    try:
        return rules.check_innhald(read_file(path))
    except avvist.Avvist as refused:
        return [refused.finding]


__all__ = ["REGLAR", "audit_file"]
