"""What goes wrong between a rendered page and its files."""

from bygdeplan.fault import Fault


class ConversionError(Fault):
    """A document that cannot become the file asked for: one line of Nynorsk with what to do."""
