"""A digest of what a document shows, by which a finished file can be known again."""

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bygdeplan.documents import Dokument


def digest(view: "Dokument") -> str:
    """The digest of a view: `sha256:` and 64 hexadecimal digits.

    It follows from the words and figures of the view alone: a comment in the plan file, the
    templates and the version of the program leave it as it was.
    """
    content = json.dumps(asdict(view), ensure_ascii=False, sort_keys=True, default=str)
    return f"sha256:{sha256(content.encode()).hexdigest()}"
