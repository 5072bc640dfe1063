"""The documents: one frozen view each, holding text and tables ready to place."""
