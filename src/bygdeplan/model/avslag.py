"""What the fields of a plan say no to: every kind of refusal, with its words."""

from pydantic_core import PydanticCustomError

FELTFEIL = {
    "verdi": "Verdien kan ikkje stå her.",
    "tom_tekst": "Teksten er tom.",
    "målform": "Målforma er ukjend.",
    "målformer": "Ein tekst i to målformer har nøklane `nynorsk` og `bokmål`, og ingen andre.",
    "beløp": "Beløpet let seg ikkje lese.",
    "heile_kroner": "Beløpet går ikkje opp i heile kroner.",
    "negativt_beløp": "Beløpet kan ikkje vere negativt.",
    "tal": "Talet let seg ikkje lese.",
    "heiltal": "Her skal det stå eit heilt tal.",
    "for_stort": "Talet er for stort.",
    "årstal": "Her skal det stå eit årstal med fire siffer.",
    "dato": "Datoen let seg ikkje lese.",
    "dato_finst_ikkje": "Datoen finst ikkje i kalenderen.",
    "vekedag": "Vekedagen passar ikkje til datoen.",
    "tidspunkt": "Tidspunktet let seg ikkje lese.",
    "møtedato": "Her skal det stå ein dato eller ordet «ingen».",
    "periode": "Perioden let seg ikkje lese.",
    "periode_snudd": "Perioden sluttar før han byrjar.",
    "ja_nei": "Her skal det stå ja eller nei.",
    "id": "Ein id kan berre ha små bokstavar a–z, siffer og bindestrek.",
    "lang_id": "Id-en er for lang.",
    "kommunenummer": "Kommunenummeret skal ha fire siffer.",
}
"""Kind of refusal: its message to the plan author, without what was written."""


def refusal(kind: str) -> PydanticCustomError:
    """The error that a field raises; `kind` is a key of `FELTFEIL`."""
    return PydanticCustomError(kind, FELTFEIL[kind])


def written(value: object) -> str:
    """What was written, without white space around it; whole numbers are let in for use from code.

    Raises a refusal of kind `verdi` for anything that is not one value.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise refusal("verdi")
    return str(value).strip()
