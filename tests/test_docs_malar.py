"""The guide to templates: every example in it is made by hand here, and gives what is shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pytest
import yaml

from bygdeplan.convert import convert
from bygdeplan.convert.package import rewrite
from bygdeplan.documents.dokumentsett import Dokument
from bygdeplan.documents.handlingsplan import build_handlingsplan
from bygdeplan.documents.saksframlegg import build_saksframlegg
from bygdeplan.endring import diff_plans
from bygdeplan.funn.fault import Fault
from bygdeplan.model.plan import Plan
from bygdeplan.ord.frase import shipped_templates
from bygdeplan.side.malar import Malar, template_names
from bygdeplan.side.produksjon import look_of
from tests.checking import check_file
from tests.convert.pages import W, part
from tests.guides import blocks, merged
from tests.plans import PILOT, ROOT, plan_text, raw_plan, read_raw
from tests.rendered import plan, read, text_of

pytestmark = pytest.mark.slow

GUIDE = ROOT / "docs" / "malar.md"
NAMED = re.compile(r"`templates/([\w./]+\.(?:j2|yaml))`")
YEAR, KOMMUNE = "2026", "fyresdal"


@dataclass(frozen=True)
class Example:
    """A piece of a file as it stands, as it becomes or as it goes wrong, and what is then shown."""

    place: str
    file: str
    """The template named last before it."""
    kind: str
    text: str
    shown: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


def examples() -> list[Example]:
    shown = blocks(GUIDE, "html", "yaml", "text", "sh", "console")
    found, file = [], ""
    for block, following in zip(shown, [*shown[1:], None], strict=True):
        if block.note:
            said = following.text if following and following.language == "text" else ""
            found.append(Example(block.place, file, block.note, block.text, said))
        file = (NAMED.findall(block.after) or [file])[-1]
    return found


EXAMPLES = examples()
BEFORE, AFTER, WRONG, PROFILES = (
    [example for example in EXAMPLES if example.kind == kind]
    for kind in ("før", "etter", "feil", "profil")
)


def shipped(file: str) -> str:
    return (shipped_templates() / file).read_text("utf-8")


def own(folder: Path, file: str, text: str) -> Malar:
    """The templates of a user who has written one of their own."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Malar(folder)


def rendered(malar: Malar, this: Plan) -> list[str]:
    """The pages the guide speaks of: the case document of Fyresdal, and the handlingsplan."""
    diff = diff_plans(plan("2025"), this)
    views: list[Dokument] = [
        build_saksframlegg(this, KOMMUNE, diff),
        build_handlingsplan(this, diff),
    ]
    return [malar.render(view) for view in views]


def shown_on(pages: Iterable[str]) -> str:
    """The text of pages as the guide writes it, with plain spaces."""
    return " ".join(" ".join(text_of(read(page)) for page in pages).split())


def test_the_guide_has_examples_of_every_kind() -> None:
    assert len(EXAMPLES) == len(BEFORE) + len(AFTER) + len(WRONG) + len(PROFILES)
    assert [before.file for before in BEFORE] == [after.file for after in AFTER]
    assert {example.file for example in AFTER} >= {"husstil.yaml", "ord/nynorsk.yaml"}
    assert min(map(len, (AFTER, WRONG, PROFILES))) > 0


@pytest.mark.parametrize("change", list(zip(BEFORE, AFTER, strict=True)), ids=lambda c: c[1].place)
def test_change_gives_what_is_shown(change: tuple[Example, Example], tmp_path: Path) -> None:
    before, after = change
    template = shipped(before.file)
    assert template.count(before.text) == 1, before.place
    malar = own(tmp_path, before.file, template.replace(before.text, after.text))
    pages, unchanged = rendered(malar, plan(YEAR)), rendered(Malar(), plan(YEAR))
    assert pages != unchanged
    assert [line for line in after.shown.splitlines() if line not in shown_on(pages)] == []
    assert [line for line in after.shown.splitlines() if line in shown_on(unchanged)] == []


@pytest.mark.parametrize("example", WRONG, ids=lambda example: example.place)
def test_mistake_is_told_as_shown(example: Example, tmp_path: Path) -> None:
    lines = shipped(example.file).splitlines()
    for line in example.lines:
        # A line of the guide is the one of the template it is most like.
        [meant] = get_close_matches(line, lines, n=1, cutoff=0.5)
        lines[lines.index(meant)] = line
    with pytest.raises(Fault) as fault:
        rendered(own(tmp_path, example.file, "\n".join(lines)), plan(YEAR))
    assert f"feil: {fault.value}\n" == example.shown


@pytest.mark.parametrize("example", PROFILES, ids=lambda example: example.place)
def test_profile_gives_what_is_shown_in_its_order(example: Example, tmp_path: Path) -> None:
    # The base loader makes text, lists and mappings alone.
    profile = yaml.load(example.text, yaml.BaseLoader)  # noqa: S506
    raw = merged(raw_plan(YEAR), profile)
    (tmp_path / "2025.yaml").write_bytes((PILOT / "2025.yaml").read_bytes())
    (tmp_path / "2026.yaml").write_text(plan_text(raw), encoding="utf-8")
    assert not check_file(tmp_path / "2026.yaml").har_feil
    text = shown_on(rendered(Malar(), read_raw(raw)))
    places = [text.find(line) for line in example.shown.splitlines()]
    assert -1 not in places
    assert places == sorted(places)


HOLES = re.findall(
    r"^\| `(\{\{ dokument.+? \}\})` \| (.+) \|$", GUIDE.read_text("utf-8"), re.MULTILINE
)


@pytest.mark.parametrize(("hole", "value"), HOLES)
def test_hole_becomes_what_is_shown(hole: str, value: str, tmp_path: Path) -> None:
    malar = own(tmp_path, "saksframlegg/konklusjon.html.j2", f"<p>Her: {hole}!</p>")
    assert f"Her: {value}!" in shown_on(rendered(malar, plan(YEAR)))


def test_guide_shows_some_holes() -> None:
    assert len(HOLES) > 5


def test_guide_tells_what_every_template_holds() -> None:
    table = GUIDE.read_text("utf-8").partition("## Kva som ligg i kva mal")[2]
    rows = re.findall(r"^\| (`.+`) \|", table, re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall("`(.+?)`", row)) == template_names()


def test_style_edited_in_word_is_the_style_of_the_documents(tmp_path: Path) -> None:
    def edit(styles: object) -> None:
        [heading] = styles.iterfind(f"{W}style[@{W}styleId='Heading2']")  # type: ignore[attr-defined]
        heading.find(f".//{W}color").set(f"{W}val", "5A2A27")

    shipped_docx = (shipped_templates() / "reference.docx").read_bytes()
    (tmp_path / "reference.docx").write_bytes(rewrite(shipped_docx, {"word/styles.xml": edit}))
    malar = Malar(tmp_path)
    page = malar.render(build_saksframlegg(plan(YEAR), KOMMUNE, None))
    made = convert(page, ["docx"], look_of(malar))["docx"]
    assert part(made, "word/styles.xml").xpath("//@*[. = '5A2A27']")
