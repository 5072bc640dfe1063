"""Decisions read from the bodies' own documents, held against the decision points of the plan."""
