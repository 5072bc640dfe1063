"""What is said of values that a field cannot read; and every kind of fault has its words.

Each row writes a piece of the small plan otherwise; «⟦…⟧» is what the finding must point at.
"""

import pytest

from bygdeplan.load.feltfeil import FELTFEIL
from bygdeplan.load.shape import FORMS, OF_KEYS
from bygdeplan.model import Plan, avslag
from tests.load.liten_plan import LITEN_PLAN, changed, found, read

Row = tuple[str, str, str, str, str]
"""What is written in the small plan, what is written instead, the code, the message, the help."""


def test_the_small_plan_has_no_faults() -> None:
    assert read(LITEN_PLAN).plan is not None
    assert found(LITEN_PLAN) == []


FIELDS: list[Row] = [
    # amounts
    (
        "kostnad: 500 000",
        "kostnad: ⟦500.000⟧",
        "BP110",
        "Dette kan lesast på fleire måtar: `500.000` (budsjettåret `2031` i tiltaket `tomter`).",
        "Meinte du `500 000` eller `500`?",
    ),
    (
        "kostnad: 500 000",
        "kostnad: ⟦mykje⟧",
        "BP110",
        "Beløpet let seg ikkje lese: `mykje` (budsjettåret `2031` i tiltaket `tomter`).",
        "Skriv heile kroner som 2 000 000, eller 2,5 mill.",
    ),
    (
        "tiltaksmidlar: 400 000",
        "tiltaksmidlar: ⟦400 tkr⟧",
        "BP110",
        "Beløpet let seg ikkje lese: `400 tkr` (kjelda `tiltaksmidlar` i tiltaket `tomter`).",
        "Meinte du `400 000`?",
    ),
    (
        "beløp: 1 mill.",
        "beløp: ⟦0,1234567 mill.⟧",
        "BP110",
        (
            "Beløpet går ikkje opp i heile kroner: `0,1234567 mill.` "
            "(løyving 1 i potten `tiltaksmidlar`)."
        ),
        "Skriv beløpet ut i kroner.",
    ),
    (
        "beløp: 1 mill.",
        "beløp: ⟦-1 000⟧",
        "BP110",
        "Beløpet kan ikkje vere negativt: `-1 000` (løyving 1 i potten `tiltaksmidlar`).",
        (
            "Er beløpet sett ned, skriv du det nye. Ei retting eller ei tilbakebetaling fører du "
            "med minus i `rekneskap`."
        ),
    ),
    # written forms
    (
        "dato: 2031-01-06",
        "dato: 2031-01-06\nmålform: ⟦engelsk⟧",
        "BP118",
        "Målforma er ukjend: `engelsk`.",
        "Skriv nynorsk eller bokmål.",
    ),
    (
        "dato: 2031-01-06",
        "dato: 2031-01-06\nmålform: ⟦nb-NO⟧",
        "BP118",
        "Målforma er ukjend: `nb-NO`.",
        "Meinte du `bokmål`?",
    ),
    (
        "tittel: Fleire",
        "tittel: ⟦{nynorsk: Fleire, bokmal: Flere}⟧\n    # Fleire",
        "BP118",
        (
            "Ein tekst i to målformer har nøklane `nynorsk` og `bokmål`, og ingen andre (delmålet "
            "`busetjing`)."
        ),
        "Skriv teksten éin gong, eller éin gong i kvar målform: «nynorsk: …» og «bokmål: …».",
    ),
    (
        "tittel: Fleire bustader",
        "⟦tittel⟧: {nynorsk: , bokmål: }",
        "BP102",
        "Feltet `tittel` i delmålet `busetjing` er tomt.",
        "Skriv noko etter kolonet, eller ta bort linja om feltet kan utelatast.",
    ),
    # numbers
    (
        "vekt: 100",
        "vekt: ⟦19.5⟧",
        "BP111",
        "Talet let seg ikkje lese: `19.5` (delmålet `busetjing`).",
        "Meinte du `19,5`?",
    ),
    (
        "vekt: 100",
        "vekt: ⟦seksti⟧",
        "BP111",
        "Talet let seg ikkje lese: `seksti` (delmålet `busetjing`).",
        "Skriv siffer, med komma framfor desimalane: 12,5.",
    ),
    (
        "nr: 1\n    tittel: Fleire",
        "nr: ⟦ein⟧\n    tittel: Fleire",
        "BP111",
        "Her skal det stå eit heilt tal: `ein` (delmålet `busetjing`).",
        "Skriv berre siffer, utan desimalar og forteikn.",
    ),
    (
        "nr: 1\n    tittel: Fleire",
        "nr: ⟦1000000⟧\n    tittel: Fleire",
        "BP111",
        "Talet er for stort: `1000000` (delmålet `busetjing`).",
        "Sjå etter om det står nokre siffer for mykje.",
    ),
    (
        "nummer: 9901",
        "nummer: ⟦301⟧",
        "BP111",
        "Kommunenummeret skal ha fire siffer: `301` (kommunen `toppdal`).",
        "Meinte du `0301`?",
    ),
    # dates
    (
        "dato: 2031-01-06",
        "dato: ⟦6/1-31⟧",
        "BP112",
        "Dette kan lesast på fleire måtar: `6/1-31`.",
        "Meinte du `2031-01-06` eller `2006-01-31`?",
    ),
    (
        "dato: 2031-01-06",
        "dato: ⟦2031-01-06 kl. 18⟧",
        "BP112",
        "Datoen let seg ikkje lese: `2031-01-06 kl. 18`.",
        "Meinte du `2031-01-06`?",
    ),
    (
        "dato: 2031-01-06",
        "dato: ⟦tirsdag 6. januar 2031⟧",
        "BP112",
        "Vekedagen passar ikkje til datoen: `tirsdag 6. januar 2031`.",
        "Meinte du `måndag 6. januar 2031`?",
    ),
    (
        "dato: 2031-01-06",
        "dato: ⟦ein gong i januar⟧",
        "BP112",
        "Datoen let seg ikkje lese: `ein gong i januar`.",
        "Skriv år, månad og dag: 2031-01-28.",
    ),
    (
        "dato: 2031-01-06",
        "dato: ⟦2031-02-30⟧",
        "BP112",
        "Datoen finst ikkje i kalenderen: `2031-02-30`.",
        "Sjå etter i kalenderen: månad 01–12, og dag etter månaden.",
    ),
    (
        "kommunestyre: 2031-02-20",
        "kommunestyre: ⟦ikkje avklart⟧",
        "BP112",
        "Her skal det stå ein dato eller ordet «ingen»: `ikkje avklart` (kommunen `toppdal`).",
        "Skriv dagen som 2031-01-28, eller ordet ingen.",
    ),
    (
        "statlege_midlar: ja",
        "statlege_midlar: ja\n        start: ⟦hausten 2031⟧",
        "BP112",
        "Tidspunktet let seg ikkje lese: `hausten 2031` (tiltaket `tomter`).",
        "Skriv 2031, 2031-01 eller 2031-01-28.",
    ),
    (
        "år: 2031\ndato",
        "år: ⟦tjueeitt⟧\ndato",
        "BP112",
        "Her skal det stå eit årstal med fire siffer: `tjueeitt`.",
        "Skriv året med fire siffer, til dømes 2031.",
    ),
    (
        "2031:\n            kostnad",
        "⟦31⟧:\n            kostnad",
        "BP112",
        "Her skal det stå eit årstal med fire siffer: `31` (tiltaket `tomter`).",
        "Skriv året med fire siffer, til dømes 2031.",
    ),
    (
        "periode: 2030–2033",
        "periode: ⟦2030/2033⟧",
        "BP113",
        "Perioden let seg ikkje lese: `2030/2033` (`avtale`).",
        "Meinte du `2030–2033`?",
    ),
    (
        "periode: 2030–2033",
        "periode: ⟦2033–2030⟧",
        "BP113",
        "Perioden sluttar før han byrjar: `2033–2030` (`avtale`).",
        "Skriv det fyrste året fyrst.",
    ),
    # text, ja and nei, ids
    (
        "tittel: Ledige tomter",
        'tittel: ⟦" "⟧',
        "BP106",
        "Teksten er tom (tiltaket `tomter`).",
        "Skriv ein tekst, eller ta bort heile feltet.",
    ),
    (
        "statlege_midlar: ja",
        "statlege_midlar: ⟦yes⟧",
        "BP115",
        "Her skal det stå ja eller nei: `yes` (tiltaket `tomter`).",
        "Meinte du `ja`?",
    ),
    (
        "statlege_midlar: ja",
        "statlege_midlar: ⟦kanskje⟧",
        "BP115",
        "Her skal det stå ja eller nei: `kanskje` (tiltaket `tomter`).",
        "Skriv ja eller nei.",
    ),
    (
        "      tomter:",
        "      ⟦Ledige tomter på Bø⟧:",
        "BP114",
        (
            "Ein id kan berre ha små bokstavar a–z, siffer og bindestrek: `Ledige tomter på Bø` "
            "(delmålet `busetjing`)."
        ),
        "Meinte du `ledige-tomter-paa-boe`?",
    ),
    # A key that reads like pydantic's own word for a key
    (
        "  toppdal:\n    namn",
        '  ⟦"[key]"⟧:\n    namn',
        "BP114",
        "Ein id kan berre ha små bokstavar a–z, siffer og bindestrek: `[key]`.",
        "Meinte du `key`?",
    ),
    (
        "      tomter:",
        "      ⟦♥⟧:",
        "BP114",
        "Ein id kan berre ha små bokstavar a–z, siffer og bindestrek: `♥` (delmålet `busetjing`).",
        "Skriv til dømes bustad-innsikt.",
    ),
    (
        "      tomter:",
        f"      ⟦{'tomter-' * 9}a⟧:",
        "BP114",
        "Id-en er for lang: `tomter-tomter-tomter-tomter-tomter-tomt…` (delmålet `busetjing`).",
        "Meinte du `tomter-tomter-tomter-tomter-tomter-tomter-tomter-tomter-tomt`?",
    ),
    (
        "    likt:",
        "    ⟦førebelss⟧: ja\n    likt:",
        "BP114",
        "Ein id kan berre ha små bokstavar a–z, siffer og bindestrek: `førebelss` (`budsjett`).",
        "Meinte du merket `førebels`?",
    ),
    # fixed values
    (
        "status: i arbeid",
        "status: ⟦i arbeide⟧",
        "BP105",
        "`i arbeide` er ikkje ein verdi for `status` i tiltaket `tomter`.",
        "Meinte du `i arbeid`?",
    ),
    (
        "status: i arbeid",
        "status: ⟦påbyrja⟧",
        "BP105",
        "`påbyrja` er ikkje ein verdi for `status` i tiltaket `tomter`.",
        "Dei som finst: `ikkje starta`, `i arbeid`, `utsett`, `avslutta`.",
    ),
]


@pytest.mark.parametrize(("old", "new", "code", "message", "help_"), FIELDS)
def test_fault(old: str, new: str, code: str, message: str, help_: str) -> None:
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == (code, place)
    assert (funne.message, funne.help) == (message, help_)


# Every kind of fault that the model can raise has words of its own.


RAISED_BY_SCHEMA = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden", "model_type"},
    "dict": {"dict_type"},
    "list": {"list_type"},
    "literal": {"literal_error"},
    "function-plain": set(avslag.FELTFEIL),
    # These only pass on what lies in them, or take in what YAML's keys always are: text.
    "function-before": set(),
    "function-wrap": set(),
    "model-field": set(),
    "default": set(),
    "nullable": set(),
    "definitions": set(),
    "definition-ref": set(),
    "any": set(),
    "str": set(),
}
"""Each kind of schema that the model is made of: the kinds of fault that pydantic raises by it."""


def kinds_of_schema(schema: object) -> set[str]:
    """The kinds of all schemas in a core schema."""
    if isinstance(schema, list | tuple):
        return {kind for part in schema for kind in kinds_of_schema(part)}
    if not isinstance(schema, dict):
        return set()
    # A function is described by a dictionary of its own, which is no schema.
    parts = [part for key, part in schema.items() if key not in ("metadata", "serialization")]
    inner = {kind for part in parts for kind in kinds_of_schema(part)}
    is_schema = isinstance(schema.get("type"), str) and schema["type"] != "no-info"
    return inner | {str(schema["type"])} if is_schema else inner


def kinds_of_fault() -> set[str]:
    schemas = kinds_of_schema(Plan.__pydantic_core_schema__)
    assert schemas <= RAISED_BY_SCHEMA.keys(), "say in the table what a new kind of schema raises"
    return {fault for schema in schemas for fault in RAISED_BY_SCHEMA[schema]}


def test_every_kind_of_fault_has_words_of_its_own() -> None:
    assert kinds_of_fault() == {*FELTFEIL, *FORMS, *OF_KEYS, "literal_error"}


def test_every_kind_of_refusal_has_a_rule_and_advice() -> None:
    assert FELTFEIL.keys() == avslag.FELTFEIL.keys()


def test_every_kind_of_refusal_is_raised_by_a_row() -> None:
    messages = [message for _, _, _, message, _ in FIELDS]
    # A value that is not one value is spoken of by its form: see test_form.py.
    unsaid = avslag.FELTFEIL.keys() - {"verdi"}
    for kind in unsaid:
        words = avslag.FELTFEIL[kind].rstrip(".")
        assert any(message.startswith(words) for message in messages), kind


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [("beløp", "kostnad: 500 000", "kostnad: ⟦mykje⟧"), ("id", "      tomter:", "      ⟦Ø⟧:")],
)
def test_a_kind_of_fault_without_words_is_a_finding_all_the_same(
    kind: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(FELTFEIL, kind)
    text, [place] = changed(old, new)
    [funne] = found(text)
    assert (funne.code, funne.place) == ("BP104", place)
    assert funne.message.startswith("Verdien kan ikkje stå her: ")
    assert funne.help == "Skriv verdien rett etter kolonet."
