"""Norwegian words: how figures, dates and lists are written, and how two texts are told apart."""
