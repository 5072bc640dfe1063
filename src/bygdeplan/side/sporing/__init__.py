"""Two pages of one document → one page that shows what is changed, word by word."""

from bygdeplan.side.sporing.spora import track_changes

__all__ = ["track_changes"]
