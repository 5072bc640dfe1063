"""A command a file: its options, the order of its steps, its exit code."""
