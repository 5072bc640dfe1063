"""Small faults put into the code, one at a time, to see whether a test finds them: `make mutants`.

No library does what is needed here. mutmut 3 changes what stands in plain functions only, not the
tables, the rules and the methods of dataclasses that most of this code is; cosmic-ray runs one
command for all, in the work tree itself, and knows neither tables nor statements; neither draws a
sample.
"""
