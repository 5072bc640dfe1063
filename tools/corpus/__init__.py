"""Every file there is, through every command that takes it: `make corpus FOLDERS="…"`.

The plans of the repository, the documents made of them, the minutes that the tests have, and what
lies in the folders that are named.
"""
