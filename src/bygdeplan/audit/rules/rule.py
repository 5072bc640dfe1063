"""What a rule for finished files is: contents in, findings out."""

from collections.abc import Callable, Iterator

from bygdeplan.funn.finding import Finding
from bygdeplan.les.innhald import Innhald

Rule = Callable[[Innhald], Iterator[Finding]]
