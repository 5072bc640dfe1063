"""How a measure ends: BP40x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.ord.nynorsk import kroner
from bygdeplan.rules.grunnlag import Grunnlag, Rule, tittel

UTAN_AVSLUTNING = Regel(
    "BP401",
    Severity.FEIL,
    "avslutta utan avslutning",
    why="Eit avslutta tiltak skal seie korleis det enda.",
    wrong="status: avslutta",
    right="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: Kartlegginga er ferdig.",
)
IKKJE_AVSLUTTA = Regel(
    "BP402",
    Severity.FEIL,
    "avslutning på eit tiltak som ikkje er avslutta",
    why="Dokumenta listar tiltaka etter statusen. Avslutninga ville ikkje kome med.",
    wrong="status: i arbeid\navslutning:\n  utfall: fullført",
    right="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: …",
)
UTAN_VURDERING = Regel(
    "BP403",
    Severity.FEIL,
    "avslutta utan vurdering",
    why="Kvar årleg oppdatering skal gjere greie for avslutta tiltak, med ei kort vurdering av kva "
    "kvart av dei har medverka til. Det gjeld òg dei som er fullførte.",
    wrong="avslutning:\n  utfall: fullført",
    right="avslutning:\n  utfall: fullført\n  vurdering: Kommunane har fått felles kunnskap.",
)
BUDSJETT_ETTER_AVSLUTNING = Regel(
    "BP404",
    Severity.FEIL,
    "budsjett for eit avslutta tiltak",
    why="Eit tiltak som er avslutta, bruker ikkje meir pengar. Blei det avslutta i løpet av "
    "planåret, kan budsjettet for året stå når rekneskapen òg står der.",
    wrong="status: avslutta\nbudsjett:\n  2032:\n    kostnad: 200 000",
    right="status: avslutta\nbudsjett: {}",
)


def closing(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A measure is closed when it has a closing, and the closing has an assessment."""
    for plass in grunnlag.plan.alle_tiltak:
        tiltak, name = plass.tiltak, tittel(plass.tiltak.tittel)
        if tiltak.avslutta and tiltak.avslutning is None:
            yield UTAN_AVSLUTNING.finding(
                (*plass.path, "status"),
                f"{name} er avslutta, men har ingen avslutning.",
                "Legg til `avslutning` med `utfall` og `vurdering`.",
            )
        if tiltak.avslutning is None:
            continue
        if not tiltak.avslutta:
            yield IKKJE_AVSLUTTA.finding(
                (*plass.path, "avslutning"),
                f"{name} har ei avslutning, men statusen er «{tiltak.status}».",
                "Skriv «status: avslutta», eller ta bort `avslutning`.",
                at_key=True,
            )
        if tiltak.avslutning.vurdering is None:
            yield UTAN_VURDERING.finding(
                (*plass.path, "avslutning", "vurdering"),
                f"{name} er avslutta utan ei vurdering av kva tiltaket har gjeve.",
                "Legg til `vurdering` under `avslutning`; éi eller to setningar er nok.",
                at_key=True,
            )


def closed_is_not_budgeted(grunnlag: Grunnlag) -> Iterator[Finding]:
    """A closed measure has no budget from the plan's year on.

    One that was closed during the plan's year keeps that year, if its accounts stand there.
    """
    plan = grunnlag.plan
    for plass in plan.alle_tiltak:
        for år, pengar in plass.tiltak.budsjett.items():
            ran_this_year = år == plan.år and pengar.rekneskap is not None
            if plass.tiltak.avslutta and år >= plan.år and pengar.kostnad and not ran_this_year:
                yield BUDSJETT_ETTER_AVSLUTNING.finding(
                    (*plass.path, "budsjett", str(år)),
                    f"{tittel(plass.tiltak.tittel)} er avslutta, men er budsjettert med "
                    f"{kroner(pengar.kostnad)} i {år}.",
                    "Ta bort året, eller skriv inn rekneskapen for det.",
                    at_key=True,
                )


RULES: tuple[Rule, ...] = (closing, closed_is_not_budgeted)
REGLAR = (UTAN_AVSLUTNING, IKKJE_AVSLUTTA, UTAN_VURDERING, BUDSJETT_ETTER_AVSLUTNING)
