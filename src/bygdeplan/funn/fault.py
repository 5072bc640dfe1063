"""What ends a command: a fault the user must mend before anything can be done."""


class Fault(Exception):
    """One line of Nynorsk for the plan author: what is wrong and what to do. Exit code 2."""
