"""Next year's plan file: what goes on, what goes out, what is asked for, what is not touched."""

import re

import pytest

from bygdeplan.funn.fault import Fault
from bygdeplan.load.planfil import read_plan
from bygdeplan.model.malform import Målform
from bygdeplan.model.merke import MERKESLAG
from bygdeplan.ord.frase import MÅLFORMER
from bygdeplan.rules import Grunnlag, check_plan
from bygdeplan.utgave.nyplan import comments_on_the_year, new_from
from tests.plans import GONE, PLAN_FILES, Edits, edited, plan_text, raw_plan
from tests.rules.cases import not_bokmål, not_nynorsk
from tests.utgave.nyplan.carried import (
    YEARS,
    carried,
    carried_file,
    carried_with,
    data_of,
    in_both_forms,
    in_form,
    leaves,
)

pytestmark = pytest.mark.slow

VINTERSTI = "delmål/reiseliv/tiltak/vintersti"
TURKART = "delmål/reiseliv/tiltak/turkart"
HEIMREISE = "delmål/ungdom/tiltak/heimreise"
JOBBSMAK = "delmål/ungdom/tiltak/jobbsmak"
TOPPDAL, GLIMSUND = "kommunar/toppdal", "kommunar/ytre-glimsund"


def at(data: object, path: str) -> object:
    """The value at a path, `GONE` when there is none."""
    for key in path.split("/"):
        if not isinstance(data, dict) or key not in data:
            return GONE
        data = data[key]
    return data


# All that the plan for 2031 does not say, so that everything there is can be seen to be carried on.
WRITTEN: Edits = {
    "revisjon": 2,
    "vedteken": "2031-06",
    "innstilling": ["Planen for 2031.", "Midlar frå 2030 til 2031.", "Anna frå 2029, sak 20310."],
    "gjort": "Mykje.",
    "samla_status": "Godt.",
    "budsjett/innleiing": "Alt for 2031.",
    "fristar/årshjul": {"rapport": {"tittel": "Rapport", "dato": "2031-09-01"}},
    f"{TOPPDAL}/formannskapsvedtak": {"utfall": "vedteke"},
    f"{TOPPDAL}/vedtak": {"utfall": "vedteke"},
    "vidare_handsaming/kdd/vedtak": {"utfall": "vedteke"},
    "vidare_handsaming/kdd/merknad": "godkjend i juli 2031",
    "delmål/ungdom/status": "Godt.",
    "delmål/ungdom/statusdato": "2031-11-01",
    f"{VINTERSTI}/gjennomført": "Mykje.",
    f"{VINTERSTI}/førebels_resultat": "Mykje.",
    f"{VINTERSTI}/døme": ["slutt", "endringar"],
    f"{VINTERSTI}/budsjett/førebels": ["2031", "2033"],
    f"{HEIMREISE}/som_tiltak": "jobbsmak",
    f"{HEIMREISE}/døme": ["status"],
    f"{JOBBSMAK}/førebels": ["statusdato"],
}

# What one looks for: (where, what stands there in the plan for 2032).
CASES: dict[str, tuple[str, object]] = {
    "the year": ("år", "2032"),
    "the revision": ("revisjon", "1"),
    "the date": ("dato", "2032-01-01"),
    "the approval": ("vedteken", GONE),
    "the reasons for changes outside the measures": ("endringar", GONE),
    "a meeting": (f"{TOPPDAL}/kommunestyre", ""),
    "a meeting that was not held": (f"{GLIMSUND}/formannskap", ""),
    "a remark on the meetings": (f"{GLIMSUND}/merknad", GONE),
    "a recommendation": (f"{TOPPDAL}/formannskapsvedtak", GONE),
    "a decision": (f"{TOPPDAL}/vedtak", GONE),
    "marks on a meeting and on an assessment that names the year": (
        f"{TOPPDAL}/førebels",
        ["vurdering"],
    ),
    "a director": (f"{TOPPDAL}/kommunedirektør", "kommunedirektøren i Toppdal"),
    "a kommune's own text that names the year": (
        f"{GLIMSUND}/profil/tekstar/førebels",
        ["økonomi"],
    ),
    "a step": ("vidare_handsaming/fylkesutval/dato", ""),
    "a step decided": ("vidare_handsaming/kdd/vedtak", GONE),
    "a remark on a step": ("vidare_handsaming/fylkesting/merknad", "eventuelt, til orientering"),
    "a remark on a step that names the year": ("vidare_handsaming/kdd/merknad", GONE),
    "a point of the yearly wheel": (
        "fristar/årshjul/rapport",
        {"tittel": "Rapport", "dato": ""},
    ),
    "the plan's own deadlines": ("fristar/sakspapir", "10"),
    "the proposal": (
        "innstilling",
        ["Planen for 2032.", "Midlar frå 2031 til 2032.", "Anna frå 2029, sak 20310."],
    ),
    "enclosures": ("vedlegg", ["Handlingsplan for 2032", "Endringsliste 2031–2032"]),
    "texts that are to be written": (
        "førebels",
        ["dato", "samandrag", "innleiing", "vurdering", "konklusjon", "innstilling", "vedlegg"],
    ),
    "a text on the money that names the year": ("budsjett/førebels", ["innleiing"]),
    "what was done": ("gjort", ""),
    "the status of all": ("samla_status", ""),
    "the status of a sub-goal": ("delmål/ungdom/status", ""),
    "the day of that status": ("delmål/ungdom/statusdato", GONE),
    "a running measure's status": (f"{VINTERSTI}/status", "i arbeid"),
    "what was done in it": (f"{VINTERSTI}/gjennomført", GONE),
    "what came of it": (f"{VINTERSTI}/førebels_resultat", GONE),
    "the day of its status": (f"{VINTERSTI}/statusdato", GONE),
    "its changes": (f"{VINTERSTI}/endringar", GONE),
    "the one it was like": (f"{HEIMREISE}/som_tiltak", GONE),
    "its indicator": (
        f"{VINTERSTI}/indikatorar/lengd",
        {"namn": "Brøytt sti", "eining": "km", "utgangspunkt": "2,5", "mål": "12,5"},
    ),
    "marks on what is reported and what is not": (f"{VINTERSTI}/døme", ["slutt"]),
    "a mark on what is reported alone": (f"{JOBBSMAK}/førebels", GONE),
    "a mark on what stays": (f"{HEIMREISE}/døme", ["status"]),
    "a closed measure": (TURKART, GONE),
    "a budget of the year": (f"{VINTERSTI}/budsjett/2031", GONE),
    "a budget of a later year": (
        f"{VINTERSTI}/budsjett/2032/finansiering/kommune",
        {"beløp": "300 000", "nøkkel": "folketal"},
    ),
    "marks on budgets": (f"{VINTERSTI}/budsjett/førebels", ["2033"]),
    "a budget for the year alone": ("budsjett/fellespostar/leiing/budsjett", GONE),
    "older history": ("budsjett/historikk/2030/ungdom/kommune", "362 751"),
}


@pytest.mark.parametrize(("path", "expected"), CASES.values(), ids=CASES)
def test_what_becomes_of(path: str, expected: object) -> None:
    assert at(carried_with(WRITTEN).data, path) == expected


def test_what_is_not_written_is_not_asked_for() -> None:
    absent = ["revisjon", f"{TOPPDAL}/formannskap", "vidare_handsaming/kdd", "vedlegg"]
    data = carried_with(dict.fromkeys(absent, GONE)).data
    assert [path for path in absent if at(data, path) is not GONE] == []


def test_what_is_marked_already_is_not_marked_again() -> None:
    data = carried_with({"førebels": ["samandrag"], "døme": ["konklusjon", "dato"]}).data
    assert data["førebels"] == ["samandrag", "innleiing", "vurdering", "innstilling", "vedlegg"]
    assert data["døme"] == ["konklusjon", "dato"]
    assert "førebels" not in carried_with({"døme": "ja"}).data


def test_closed_without_assessment_stays_and_is_asked_for() -> None:
    plan = carried_with({f"{TURKART}/avslutning/vurdering": GONE})
    assert at(plan.data, f"{TURKART}/gjennomført") == "Kartet for padlande er trykt."
    about = {f.regel.code for f in check_plan(Grunnlag(plan.new, plan.old)) if "turkart" in f.path}
    assert about == {"BP403", "BP412"}


# --- texts in both written forms ---

BOTH = dict.fromkeys(MÅLFORMER, "")
"""A text that is asked for in both forms."""


def in_both(nynorsk: str, bokmål: str) -> dict[str, str]:
    return {"nynorsk": nynorsk, "bokmål": bokmål}


# What is written in both forms in the plan for 2031, and what stands there in the one for 2032.
TWINS: dict[str, tuple[str, object, object]] = {
    "a point of the proposal": (
        "innstilling",
        [in_both("Planen for 2031 blir vedteken.", "Planen for 2031 blir vedtatt."), "Resten."],
        [in_both("Planen for 2032 blir vedteken.", "Planen for 2032 blir vedtatt."), "Resten."],
    ),
    "an enclosure": (
        "vedlegg",
        [in_both("Endringsliste 2030–2031", "Endringsliste 2030–2031")],
        [in_both("Endringsliste 2031–2032", "Endringsliste 2031–2032")],
    ),
    "an enclosure that says its form": (
        "vedlegg",
        [{"bokmål": "Endringsliste 2030–2031"}],
        [{"bokmål": "Endringsliste 2031–2032"}],
    ),
    "what was done": ("gjort", in_both("Mykje.\n\nNytt.", "Mye.\n\nNytt."), BOTH),
    "what was done, in one form": ("gjort", {"bokmål": "Mye."}, {"bokmål": ""}),
    "what was done, marked as a whole": (
        "gjort",
        {"førebels": "ja", **in_both("Mykje.", "Mye.")},
        BOTH,
    ),
    "what was done, marked in one form": (
        "gjort",
        {**in_both("Mykje.", "Mye."), "døme": ["bokmål"]},
        BOTH,
    ),
    "the status of all": ("samla_status", in_both("Godt.", "Bra."), BOTH),
    "the status of a sub-goal": ("delmål/ungdom/status", in_both("Godt.", "Bra."), BOTH),
    "what was done in a measure": (f"{VINTERSTI}/gjennomført", in_both("Alt.", "Alt."), GONE),
    "what came of it": (f"{VINTERSTI}/førebels_resultat", in_both("Alt.", "Alt."), GONE),
    "a remark on the meetings": (f"{GLIMSUND}/merknad", in_both("ekstra", "ekstra"), GONE),
    "a remark on a step": (
        "vidare_handsaming/kdd/merknad",
        in_both("til orientering", "til orientering"),
        in_both("til orientering", "til orientering"),
    ),
    "a remark on a step that names the year": (
        "vidare_handsaming/kdd/merknad",
        in_both("godkjend i 2031", "godkjent i 2031"),
        GONE,
    ),
    "a remark on a step that names the year in one form": (
        "vidare_handsaming/kdd/merknad",
        in_both("godkjend i fjor", "godkjent i 2031"),
        GONE,
    ),
    "a text to be written": (
        "samandrag",
        in_both("Planen for 2031.", "Planen for 2031."),
        in_both("Planen for 2031.", "Planen for 2031."),
    ),
}


@pytest.mark.parametrize(("path", "before", "after"), TWINS.values(), ids=TWINS)
def test_what_becomes_of_a_text_in_both_forms(path: str, before: object, after: object) -> None:
    assert at(carried_with({path: before}).data, path) == after


@pytest.mark.parametrize(
    ("path", "names", "marked"),
    [
        ("samandrag", in_both("Alt.", "Alt."), "samandrag"),
        ("budsjett/innleiing", in_both("I år.", "For 2031."), "innleiing"),
        (f"{GLIMSUND}/vurdering", in_both("I år.", "For 2031."), "vurdering"),
        (f"{GLIMSUND}/profil/tekstar/konklusjon", in_both("I år.", "For 2031."), "konklusjon"),
    ],
)
def test_a_text_in_both_forms_is_marked_once(path: str, names: object, marked: str) -> None:
    group = path.rpartition("/")[0]
    data = carried_with({path: names}).data
    assert marked in at(data, f"{group}/førebels" if group else "førebels")  # type: ignore[operator]  # a list
    assert at(data, path) == names


def test_each_form_is_asked_for_where_it_is_to_stand() -> None:
    after = carried_with({"gjort": in_both("Mykje.", "Mye.")}).after
    asks = "# fyll inn når 2032 er omme"
    assert f"gjort:\n  nynorsk:  {asks}\n  bokmål:  {asks}\n" in after


@pytest.mark.parametrize("målform", MÅLFORMER)
def test_all_texts_in_both_forms_become_what_they_become_in_one(målform: Målform) -> None:
    plain = edited(raw_plan(2031), WRITTEN)
    both = carried(plan_text(in_both_forms(plain)))
    assert both.data != in_form(both.data, målform)
    assert in_form(both.data, målform) == carried(plan_text(plain)).data
    assert both.faults == []


@pytest.mark.parametrize("said", ["nynorsk", "bokmål"])
def test_the_forms_are_kept(said: str) -> None:
    edits: Edits = {"målform": said, f"{TOPPDAL}/målform": "bokmål"}
    data = carried_with(edits).data
    assert (data["målform"], at(data, f"{TOPPDAL}/målform")) == (said, "bokmål")


def test_what_is_written_into_the_file_is_right_in_both_forms() -> None:
    asks = set(re.findall("# (fyll .*)", carried_with(WRITTEN).after))
    assert asks == {"fyll inn", "fyll inn når 2032 er omme"}
    assert [word for each in asks for word in (*not_nynorsk(each), *not_bokmål(each))] == []


# --- what stands in the file and is not touched ---

EDITED = re.compile(
    "år|revisjon|dato|vedteken|vedteken/.*|endringar|endringar/.*|innstilling|vedlegg|gjort|samla_status"
    "|(.*/)?(førebels|døme)"
    "|kommunar/[^/]+/(formannskap|kommunestyre|merknad|vedtak(/.*)?)"
    "|vidare_handsaming/[^/]+/(dato|merknad|vedtak(/.*)?)"
    "|delmål/[^/]+/(status|statusdato)"
    "|delmål/[^/]+/tiltak/[^/]+/(statusdato|gjennomført|førebels_resultat|som_tiltak|endringar)"
    "|delmål/[^/]+/tiltak/[^/]+/indikatorar/[^/]+/faktisk"
    r"|.*/budsjett/\d{4}/.*"
    "|avtale/midlar/[^/]+/overført"
    r"|budsjett/historikk/\d{4}.*"
)


@pytest.mark.parametrize("year", YEARS)
def test_nothing_else_is_edited(year: str) -> None:
    plan = carried_file(year)
    before, after = dict(leaves(data_of(plan.before))), dict(leaves(plan.data))
    closed = ["/".join(map(str, p.path)) for p in plan.old.alle_tiltak if p.tiltak.avslutta]
    parted = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    unlooked_for = [path for path in parted if not EDITED.fullmatch(path)]
    assert [path for path in unlooked_for if not path.startswith(tuple(closed))] == []


@pytest.mark.parametrize("year", YEARS)
def test_order_is_kept(year: str) -> None:
    plan = carried_file(year)
    before = [path for path, _ in leaves(data_of(plan.before))]
    after = [path for path, _ in leaves(plan.data)]
    kept = {path for path in before if not path.endswith(MERKESLAG)} & set(after)
    assert [path for path in after if path in kept] == [path for path in before if path in kept]


@pytest.mark.parametrize("year", YEARS)
def test_every_line_is_an_old_one_or_one_of_the_few_new(year: str) -> None:
    plan = carried_file(year)
    before = set(plan.before.splitlines())
    new = [line for line in plan.after.splitlines() if line not in before]
    known = (
        r"(år|revisjon): \d+|dato: \d{4}-01-01|# .*|  - .*"
        r"|\s*(formannskap|kommunestyre|dato|gjort|samla_status|status):  # fyll inn.*"
        r"|\s*(førebels|døme): \[[\w, ]+\]|      overført: [\d ]+"
        r"|    \d{4}:( \{\})?|      [\w-]+: \{[\w:, ]+\}"
    )
    assert [line for line in new if not re.fullmatch(known, line)] == []


def numbered_comments(text: str) -> tuple[str, dict[str, str]]:
    """The plan with a numbered comment above each key, and for each comment the path of its key."""
    path_of: dict[str, str] = {}
    lines: list[str] = []
    parents: list[tuple[int, str]] = []
    for line in text.splitlines():
        key = re.match(r"( *)([^\s#{\[:'\"-][^:\s]*):(?= |$)", line)
        block = lines and lines[-1].endswith("|")
        if key is None or block:
            lines.append(line)
            continue
        indent = len(key[1])
        parents = [*(each for each in parents if each[0] < indent), (indent, key[2])]
        number = f"merk-{len(path_of)}"
        path_of[number] = "/".join(name for _, name in parents)
        lines += [f"{key[1]}# {number}", line]
    return "\n".join(lines) + "\n", path_of


@pytest.mark.parametrize("year", YEARS)
def test_every_comment_on_what_is_kept_is_kept(year: str) -> None:
    text, path_of = numbered_comments(PLAN_FILES[year].read_text("utf-8"))
    plan = carried(text)
    assert data_of(text) == data_of(PLAN_FILES[year].read_text("utf-8"))
    kept = {number for number, path in path_of.items() if at(plan.data, path) is not GONE}
    there = re.findall(r"# (merk-\d+)", plan.after)
    assert len(kept) > 300
    assert kept - set(there) == set()
    assert [number for number in path_of if number in set(there)] == there


def test_a_comment_beside_an_emptied_value_gives_way() -> None:
    text = PLAN_FILES["2031"].read_text("utf-8")
    text = text.replace(
        "kommunestyre: 2031-02-20", "kommunestyre: 2031-02-20  # bygdeplan: tillat BP505 fordi x"
    )
    assert "tillat" not in carried(text).after


def test_the_head_of_the_file_names_the_new_year() -> None:
    after = carried_file("2026").after
    assert "# Handlingsplanen for 2027 i bygdevekstavtalen" in after
    assert "# Statusen for 2026 ligg i 2026.yaml" in after


def test_other_comments_that_name_the_year_are_found() -> None:
    text = PLAN_FILES["2030"].read_text("utf-8").replace("avtale:\n", "# frå 2030\navtale:\n", 1)
    plan = carried(text)
    lines = plan.after.splitlines()
    found = comments_on_the_year(read_plan(plan.after.encode(), "").source, plan.old)
    assert [lines[number - 1] for number in found] == ["# frå 2030"]


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("\n", "\r\n"),
        ("år", "a\u030ar"),
        ("# The second year", "\ufeff# The second year"),
        ("      2031:\n", '      "2031":\n'),
        (
            "    formannskap: 2031-01-30\n    kommunestyre: 2031-02-20\n",
            "    formannskap:\n      2031-01-30\n    'kommunestyre': \"2031-02-20\"\n",
        ),
    ],
    ids=["Windows lines", "letters taken apart", "a BOM", "years in quotes", "other spellings"],
)
def test_however_the_file_is_written(written: str, again: str) -> None:
    text = PLAN_FILES["2031"].read_text("utf-8")
    assert text.count(written)
    plain, other = carried(text), carried(text.replace(written, again))
    assert other.new == plain.new
    assert other.new.merke == plain.new.merke


def test_groups_on_one_line() -> None:
    kommune = raw_plan(2031)["kommunar"]["ytre-glimsund"]
    one_line = "{namn: Ytre Glimsund, nummer: 9902, formannskap: ingen, kommunestyre: 2031-02-13}"
    text = PLAN_FILES["2031"].read_text("utf-8")
    text = re.sub(
        r"  ytre-glimsund:\n(?:    .*\n|\n)+?(?=\S)", f"  ytre-glimsund: {one_line}\n\n", text
    )
    assert kommune["nummer"] in text
    plan = carried(text)
    assert plan.new.kommunar["ytre-glimsund"].kommunestyre is None
    assert "nummer: 9902" in plan.after


@pytest.mark.parametrize("year", [2029, 2030, 2031, 2033])
def test_only_the_next_year_can_be_made(year: int) -> None:
    plan = carried_with({})
    with pytest.raises(Fault, match="Den neste etter 2031 er 2032"):
        new_from(plan.before, plan.old, year)


def test_no_year_after_the_agreement() -> None:
    raw = edited(raw_plan(2031), {"avtale/periode": "2030–2031"})
    with pytest.raises(Fault, match="Avtalen gjeld 2030–2031"):
        _ = carried_with({"avtale/periode": raw["avtale"]["periode"]}).after


def test_the_same_file_gives_the_same_file() -> None:
    plan = carried_file("2026")
    assert new_from(plan.before, plan.old, 2027) == plan.after
