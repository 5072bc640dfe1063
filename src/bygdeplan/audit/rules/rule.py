"""What a rule for finished files is: contents in, findings out."""

from collections.abc import Callable, Iterator

from bygdeplan.audit.innhald import Innhald
from bygdeplan.finding import Finding

Rule = Callable[[Innhald], Iterator[Finding]]
