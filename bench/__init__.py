"""How fast the program is, beside the limit that its parts set: whole processes, ratios."""
