"""Yearly action plans for bygdevekstavtalar: YAML in, Nynorsk council documents out."""
