"""Judges from outside for every rendered file: `make judges`.

Each of them is made by others and knows nothing of this repository. What they check beyond what
our own tests and `bygdeplan audit` do is whether Word, LibreOffice, browsers and archives agree.
"""
