"""Our styles for paragraphs, said once for docx and odt alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from bygdeplan.utsjanad.husstil import Husstil

_POINTS_PER_MILLIMETRE = 72 / 25.4
# Word takes no more between a rule and the text.
_FARTHEST_RULE = 31


@dataclass(frozen=True)
class Rule:
    """A line along a side of a paragraph: its width in points, its distance from the text."""

    side: str
    width: float
    colour: str
    distance: float


@dataclass(frozen=True)
class Style:
    """A style of paragraphs. What is None comes from the parent.

    `docx` is the name in Word, `odt` the name in LibreOffice where it is another. Sizes and spaces
    are in points, indents and tab stops in millimetres, `line` in multiples of the size. Indents
    and tab stops are measured from the margin; the first line begins at `first`.
    """

    docx: str
    parent: str = "Normal"
    odt: str = ""
    following: str = ""
    size: float | None = None
    bold: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    first: float | None = None
    right: float | None = None
    stops: tuple[float, ...] = ()
    right_stop: float | None = None
    keep_with_next: bool | None = None
    hyphenate: bool | None = None
    outline: int | None = None
    contextual: bool = False
    shade: str = ""
    rules: tuple[Rule, ...] = ()
    list: str = ""
    """`bullet` or `number`: what stands before the first line."""
    level: int = 0

    @property
    def odt_name(self) -> str:
        """The name in LibreOffice, spaces and all."""
        return self.odt or self.docx


def paragraph_styles(stil: Husstil) -> Iterator[Style]:
    """Every style of paragraphs, each after the one it is based on."""
    yield from _running_text(stil)
    yield from _headings(stil)
    yield from _lists(stil)
    yield from _tables(stil)
    yield from _page(stil)


def _running_text(stil: Husstil) -> Iterator[Style]:
    avstand, farge = stil.avstand, stil.farge
    yield Style(
        "Normal",
        parent="",
        odt="Standard",
        size=stil.storleik.tekst,
        colour=farge.tekst,
        line=stil.linje.tekst,
        before=0,
        after=0,
        hyphenate=False,
    )
    yield Style("Body Text", odt="Text body", after=avstand.avsnitt)
    yield Style("First Paragraph", "Body Text", odt="First paragraph", following="Body Text")
    yield Style("Compact", "Body Text", after=avstand.punkt)
    yield Style("Block Text", "Body Text", odt="Quotations", left=stil.innrykk.punkt)
    # What a list, a table or a callout follows stays with it.
    yield Style(
        "Innleiing til liste",
        "Body Text",
        after=avstand.punkt,
        keep_with_next=True,
        following="Body Text",
    )
    yield Style(
        "Varsel",
        "Body Text",
        left=stil.innrykk.varsel,
        right=stil.innrykk.varsel,
        after=2 * avstand.avsnitt,
        shade=farge.varsel,
        rules=tuple(_callout_rules(stil)),
    )
    yield Style("Signatur", "Body Text", before=2 * avstand.avsnitt, keep_with_next=False)


def _callout_rules(stil: Husstil) -> Iterator[Rule]:
    """The rule at the left of a callout, and room around its text, as wide as the column.

    The room is made by rules in the colour of the shade: both programs keep clear of them.
    """
    indent = min(int(stil.innrykk.varsel * _POINTS_PER_MILLIMETRE), _FARTHEST_RULE)
    yield Rule("left", stil.strek.varsel, stil.farge.varselstrek, indent - stil.strek.varsel)
    for side, distance in {"top": 5, "right": indent, "bottom": 5}.items():
        yield Rule(side, 0.25, stil.farge.varsel, distance)


def _headings(stil: Husstil) -> Iterator[Style]:
    avstand, storleik = stil.avstand, stil.storleik
    sizes = (storleik.nivå1, storleik.nivå2, storleik.nivå3, storleik.nivå4, storleik.nivå5)
    above = (0, avstand.over_nivå2, avstand.over_nivå3, avstand.over_nivå4, avstand.over_nivå4)
    for level, (size, before) in enumerate(zip(sizes, above, strict=True), 1):
        yield Style(
            f"heading {level}",
            odt=f"Heading {level}",
            following="Body Text",
            size=size,
            bold=True,
            colour=stil.farge.tekst if level == 5 else stil.farge.overskrift,
            before=before,
            after=avstand.under_overskrift,
            line=stil.linje.overskrift,
            keep_with_next=True,
            outline=level,
        )
    # Word offers it whether it is here or not; who takes it must not get another look.
    yield Style("Title", size=storleik.nivå1, bold=True, colour=stil.farge.overskrift)
    yield Style(
        "Subtitle",
        "Body Text",
        following="Body Text",
        size=storleik.undertittel,
        colour=stil.farge.dempa,
        after=2 * avstand.avsnitt,
    )


def _lists(stil: Husstil) -> Iterator[Style]:
    avstand, step = stil.avstand, stil.innrykk.punkt
    for kind, name in (("bullet", "List Bullet"), ("number", "List Number")):
        for level in range(3):
            yield Style(
                name if level == 0 else f"{name} {level + 1}",
                "Body Text",
                left=(level + 1) * step,
                first=level * step,
                after=avstand.avsnitt,
                contextual=True,
                list=kind,
                level=level,
            )
    for level in range(3):
        yield Style(
            "List Continue" if level == 0 else f"List Continue {level + 1}",
            "Body Text",
            left=(level + 1) * step,
            contextual=True,
        )
    yield Style(
        "Opplysning",
        "Body Text",
        left=stil.innrykk.opplysning,
        first=0,
        stops=(stil.innrykk.opplysning,),
        after=avstand.punkt / 2,
        keep_with_next=True,
    )
    half = stil.side.tekstbreidde / 2
    yield Style(
        "Opplysning i par",
        "Opplysning",
        left=stil.innrykk.opplysning_i_par,
        first=0,
        size=stil.storleik.tabell,
        stops=(stil.innrykk.opplysning_i_par, half + 2, half + 2 + stil.innrykk.opplysning_i_par),
    )
    yield Style(
        "Opplysning i par siste",
        "Opplysning i par",
        after=avstand.avsnitt,
        keep_with_next=False,
    )
    yield Style("Opplysning siste", "Opplysning", after=avstand.avsnitt, keep_with_next=False)
    for level in (1, 2):
        yield Style(
            f"toc {level}",
            "Normal",
            odt=f"Contents {level}",
            left=(level - 1) * step,
            after=avstand.punkt,
            colour=stil.farge.overskrift,
        )


def _tables(stil: Husstil) -> Iterator[Style]:
    avstand, storleik = stil.avstand, stil.storleik
    yield Style(
        "caption",
        "Normal",
        odt="Caption",
        size=storleik.tabelltittel,
        bold=True,
        colour=stil.farge.overskrift,
        line=stil.linje.overskrift,
    )
    yield Style(
        "Table Caption",
        "caption",
        odt="TableCaption",
        before=avstand.rundt_tabell,
        after=avstand.under_overskrift,
        keep_with_next=True,
    )
    yield Style(
        "Image Caption",
        "caption",
        odt="FigureCaption",
        before=avstand.under_overskrift,
        after=avstand.rundt_tabell,
    )
    yield Style("Figure", "Normal", before=avstand.rundt_tabell)
    yield Style("Captioned Figure", "Figure", odt="FigureWithCaption", keep_with_next=True)
    yield Style(
        "Tabelltekst",
        "Normal",
        odt="Table Contents",
        size=storleik.tabell,
        line=stil.linje.tabell,
        # The space above is the cell's own.
        after=avstand.celle,
        hyphenate=True,
    )
    yield Style("Tabellhovud", "Tabelltekst", odt="Table Heading", bold=True, keep_with_next=True)
    yield Style("Tabellgruppe", "Tabelltekst", bold=True, keep_with_next=True)
    # With the next row on the same page: in short tables, and over a sum.
    yield Style("Tabelltekst samla", "Tabelltekst", keep_with_next=True)
    yield Style("Tabellsum", "Tabelltekst", bold=True)
    yield Style(
        "Tabellmerknad",
        "Normal",
        size=storleik.merknad,
        colour=stil.farge.dempa,
        before=avstand.under_overskrift,
        after=avstand.avsnitt,
    )


def _page(stil: Husstil) -> Iterator[Style]:
    widths = {"": stil.side.tekstbreidde, " liggjande": stil.side.tekstbreidde_liggjande}
    for name, side in (("header", "bottom"), ("footer", "top")):
        for page, width in widths.items():
            yield Style(
                f"{name}{page}",
                odt=f"{name.capitalize()}{page}",
                size=stil.storleik.topptekst,
                colour=stil.farge.dempa,
                right_stop=width,
                rules=(Rule(side, stil.strek.tynn, stil.farge.strek, 3),),
            )
