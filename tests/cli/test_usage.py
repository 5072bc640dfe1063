"""What is typed wrong on the command line: one line of Nynorsk each, exit code 2."""

import re

import pytest

from tests.cli.conftest import Program

COMMANDS = (
    "validate",
    "edit",
    "preview",
    "render",
    "audit",
    "diff",
    "lock",
    "new",
    "calendar",
    "templates",
    "explain",
    "schema",
    "vedtak",
)

MISTAKES = {
    "unknown command": ("valider", "Kommandoen `valider` finst ikkje. Meinte du `validate`?"),
    "nothing like a command": (
        "xyz",
        f"Kommandoen `xyz` finst ikkje. Dei som finst: {', '.join(f'`{c}`' for c in COMMANDS)}.",
    ),
    "no command after --": (
        "--",
        "Kommandolinja let seg ikkje lese. «bygdeplan --help» viser kva ho kan innehalde.",
    ),
    "unknown option": (
        "validate --fromat json",
        "Valet `--fromat` finst ikkje. Meinte du `--format`?",
    ),
    "nothing like an option": (
        "validate --xyz",
        "Valet `--xyz` finst ikkje. «bygdeplan validate --help» viser kva du kan skrive.",
    ),
    "unknown letter": (
        "validate -x",
        "Valet `-x` finst ikkje. «bygdeplan validate --help» viser kva du kan skrive.",
    ),
    "option of the whole": (
        "--strict validate",
        "Valet `--strict` finst ikkje. «bygdeplan --help» viser kva du kan skrive.",
    ),
    "option without its value": (
        "validate --format",
        "Valet `--format` manglar ein verdi. Skriv han rett etter.",
    ),
    "value for an option without": ("validate --strict=ja", "Valet `--strict` tek ingen verdi."),
    "missing argument": (
        "diff 2030",
        "`NY` manglar. «bygdeplan diff --help» viser kva du kan skrive.",
    ),
    "too many arguments": (
        "diff 2030 2031 2032",
        "«bygdeplan diff» kan ikkje ta imot `2032`: eitt ord for mykje.",
    ),
    "a word for a command without": (
        "schema 2031",
        "«bygdeplan schema» kan ikkje ta imot `2031`: eitt ord for mykje.",
    ),
    "unknown form": (
        "validate --format xml",
        "Formatet `xml` finst ikkje. Dei som finst: `text`, `json`, `github`, `sarif`.",
    ),
    "unknown form of a diff": (
        "diff 2030 2031 --format jsn",
        "Formatet `jsn` finst ikkje. Meinte du `json`?",
    ),
    "not a day": (
        "validate --date 2031-03",
        "Datoen let seg ikkje lese: `2031-03`. Skriv år, månad og dag: 2031-01-28.",
    ),
    "a day of two years": (
        "validate --date 1.3.31",
        "Dette kan lesast på fleire måtar: `1.3.31`. Meinte du `2031-03-01` eller `2001-03-31`?",
    ),
    "no day in the calendar": (
        "validate --date 2031-02-30",
        (
            "Datoen finst ikkje i kalenderen: `2031-02-30`. Sjå etter i kalenderen: månad 01–12, "
            "og dag etter månaden."
        ),
    ),
    "unknown rule": ("explain BP1003", "Regelen `BP1003` finst ikkje. Meinte du `BP103`?"),
    "unknown document": (
        "render --document saksframleg",
        "Dokumentet `saksframleg` finst ikkje. Meinte du `saksframlegg`?",
    ),
    "unknown format": ("render --format dox", "Formatet `dox` finst ikkje. Meinte du `docx`?"),
    "unknown kommune": (
        "render --kommune topdal",
        "Kommunen `topdal` finst ikkje. Meinte du `toppdal`?",
    ),
    "year with no plan": (
        "validate 2029",
        "Det finst ingen plan for 2029 i plans. Åra som finst: 2030, 2031.",
    ),
    "missing file": (
        "validate plans/2029.yaml",
        "Fila plans/2029.yaml finst ikkje. Sjå etter om namnet og mappa er rette.",
    ),
    "no document to audit": (
        "audit",
        "`FIL` manglar. «bygdeplan audit --help» viser kva du kan skrive.",
    ),
    "missing document": (
        "audit build/notat.docx",
        "Fila build/notat.docx finst ikkje. Sjå etter om namnet og mappa er rette.",
    ),
    "a folder": ("validate plans", "plans er ei mappe, ikkje ei fil. Skriv namnet på planfila."),
}


@pytest.mark.parametrize(("words", "line"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(bygdeplan: Program, words: str, line: str) -> None:
    assert bygdeplan(*words.split()) == (2, "", f"feil: {line}\n")


def test_what_is_typed_cannot_steer_the_terminal(bygdeplan: Program) -> None:
    said = bygdeplan("validate", "plans/\x1b[2J.yaml")
    assert "\x1b" not in said.err


# --- help ---


def test_program_alone_shows_its_help(bygdeplan: Program) -> None:
    said = bygdeplan()
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Bruk: bygdeplan [VAL] KOMMANDO ...\n")


def test_help_lists_every_command(bygdeplan: Program) -> None:
    said = bygdeplan("--help")
    assert said.code == 0
    assert tuple(re.findall(r"^  (\w+)  +[A-ZÅ]", said.out, re.MULTILINE)) == COMMANDS


def test_help_of_a_command(bygdeplan: Program) -> None:
    assert bygdeplan("diff", "--help").out == (
        "Bruk: bygdeplan diff [VAL] GAMMAL NY\n"
        "\n"
        "  Vis kva som er nytt, endra og avslutta frå ein plan til ein annan.\n"
        "\n"
        "  Ei eldre utgåve kan vere frå git, som 2031@HEAD~3 og 2031@main, eller ein\n"
        "  låst revisjon, som 2031@r1.\n"
        "\n"
        "Argument:\n"
        "  GAMMAL  Årstal, fil eller eldre utgåve.\n"
        "  NY      Årstal, fil eller eldre utgåve.\n"
        "\n"
        "Val:\n"
        "  --only NIVÅ      Berre dette nivået: prinsipiell, må-vurderast, ikkje-\n"
        "                   prinsipiell. Kan skrivast fleire gonger.\n"
        "  --format FORMAT  text, md eller json; med --out òg docx, odt, html og pdf.\n"
        "                   Utan: text, eller det namnet på fila seier.\n"
        "  --out FIL        Skriv til ei fil i staden for skjermen.\n"
        "  --fail-on NIVÅ   Slutt med 1 når noko på dette nivået eller over er endra.\n"
        "  --exit-code      Slutt med 1 når planane er ulike.\n"
        "  --help           Vis denne hjelpa.\n"
    )


COMMON = ["--date", "--plan", "--format", "--out"]
"""Options of several commands, in the order they stand on every help page."""
LAST = ["--strict", "--fail-on", "--exit-code", "--help"]
"""Options that settle the exit code, and the help itself."""


@pytest.mark.parametrize("command", [*COMMANDS[:-1], "vedtak list", "vedtak check"])
def test_options_stand_in_one_order(bygdeplan: Program, command: str) -> None:
    page = bygdeplan(*command.split(), "--help").out
    options = re.findall(r"^  (--[a-z-]+)(?: (\S+))?", page, re.MULTILINE)
    names = [name for name, _ in options]
    known = [name for name in (*COMMON, *LAST) if name in names]
    assert [name for name in names if name in known] == known
    assert names[len(names) - len(set(names) & set(LAST)) :] == [n for n in LAST if n in names]
    assert dict(options).get("--format", "FORMAT") == "FORMAT"


def test_option_that_repeats_says_so(bygdeplan: Program) -> None:
    said = " ".join(bygdeplan("render", "--help").out.split())
    assert said.count("Kan skrivast fleire gonger.") == 4


ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?(?=s)|args|default|required|show|this|message|and|exit|"
    r"error|try|for help|invalid|missing|no such|got|unexpected|extra|did you|possible|choose|"
    r"takes?|requires|str|list|int|bool|path|file|directory|integer|boolean)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "words",
    [(), *((command,) for command in COMMANDS), ("vedtak", "list"), ("vedtak", "check")],
    ids=str,
)
def test_help_holds_no_english_of_the_framework(bygdeplan: Program, words: tuple[str, ...]) -> None:
    said = bygdeplan(*words, "--help")
    # The names of commands, options and formats are English, and ours.
    text = re.sub(r"--[a-z-]+|\btext\b|vedtak[ -]list|^  list\b", "", said.out, flags=re.MULTILINE)
    assert (said.code, ENGLISH.findall(text)) == (0, [])


@pytest.mark.parametrize("words", [words for words, _ in MISTAKES.values()], ids=list(MISTAKES))
def test_mistake_is_told_without_english_of_the_framework(bygdeplan: Program, words: str) -> None:
    text = re.sub(r"`[^`]*`|«[^»]*»", "", bygdeplan(*words.split()).err)
    assert ENGLISH.findall(text) == []


def test_version(bygdeplan: Program) -> None:
    said = bygdeplan("--version")
    assert said.code == 0
    assert re.fullmatch(r"bygdeplan \d+\.\d+\.\d+\n", said.out)
