"""How documents look: the house style, and the charts drawn in it."""
