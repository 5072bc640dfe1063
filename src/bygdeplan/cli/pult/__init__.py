"""The desk: a page of its own machine alone, on which an author sees the documents of a plan."""
