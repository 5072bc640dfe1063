"""`python -m tools.reference`: make the reference files anew, in the folder of the templates."""

from bygdeplan.ord.frase import shipped_templates
from bygdeplan.utsjanad.husstil import FIL, read_husstil
from tools.reference import write

folder = shipped_templates()
write(read_husstil((folder / FIL).read_text(encoding="utf-8")), folder)
