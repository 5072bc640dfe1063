"""Earlier editions of a plan: as git remembers the file, or as an adopted revision was locked."""

from bygdeplan.revisjon.adresse import load_edition
from bygdeplan.revisjon.lasefil import Låsefeil, load_lock
from bygdeplan.revisjon.lasing import new_lock

__all__ = ["Låsefeil", "load_edition", "load_lock", "new_lock"]
