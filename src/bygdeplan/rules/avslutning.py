"""How a measure ends: BP40x."""

from collections.abc import Iterator

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.ord.skriv import kroner
from bygdeplan.rules.grunnlag import Grunnlag, tittel


def closed_has_a_closing(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A closed measure says how it ended."""
    for plass in grunnlag.plan.alle_tiltak:
        if plass.tiltak.avslutta and plass.tiltak.avslutning is None:
            yield Brot(
                (*plass.path, "status"),
                f"{tittel(plass.tiltak.tittel)} er avslutta, men har ingen avslutning.",
                "Legg til `avslutning` med `utfall` og `vurdering`.",
            )


UTAN_AVSLUTNING = Prøveregel(
    "BP401",
    Severity.FEIL,
    "avslutta utan avslutning",
    why="Eit avslutta tiltak skal seie korleis det enda.",
    wrong="status: avslutta",
    right="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: Kartlegginga er ferdig.",
    finn=closed_has_a_closing,
)


def closing_is_of_a_closed_one(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A measure that says how it ended is closed."""
    for plass in grunnlag.plan.alle_tiltak:
        if plass.tiltak.avslutning is not None and not plass.tiltak.avslutta:
            yield Brot(
                (*plass.path, "avslutning"),
                f"{tittel(plass.tiltak.tittel)} har ei avslutning, men statusen er "
                f"«{plass.tiltak.status}».",
                "Skriv «status: avslutta», eller ta bort `avslutning`.",
                at_key=True,
            )


IKKJE_AVSLUTTA = Prøveregel(
    "BP402",
    Severity.FEIL,
    "avslutning på eit tiltak som ikkje er avslutta",
    why="Dokumenta listar tiltaka etter statusen. Avslutninga ville ikkje kome med.",
    wrong="status: i arbeid\navslutning:\n  utfall: fullført",
    right="status: avslutta\navslutning:\n  utfall: fullført\n  vurdering: …",
    finn=closing_is_of_a_closed_one,
)


def closing_has_an_assessment(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A closing tells what the measure has given."""
    for plass in grunnlag.plan.alle_tiltak:
        avslutning = plass.tiltak.avslutning
        if avslutning is not None and avslutning.vurdering is None:
            yield Brot(
                (*plass.path, "avslutning", "vurdering"),
                f"{tittel(plass.tiltak.tittel)} er avslutta utan ei vurdering av kva tiltaket har "
                "gjeve.",
                "Legg til `vurdering` under `avslutning`; éi eller to setningar er nok.",
                at_key=True,
            )


UTAN_VURDERING = Prøveregel(
    "BP403",
    Severity.FEIL,
    "avslutta utan vurdering",
    why="Kvar årleg oppdatering skal gjere greie for avslutta tiltak, med ei kort vurdering av kva "
    "kvart av dei har medverka til. Det gjeld òg dei som er fullførte.",
    wrong="avslutning:\n  utfall: fullført",
    right="avslutning:\n  utfall: fullført\n  vurdering: Kommunane har fått felles kunnskap.",
    finn=closing_has_an_assessment,
)


def closed_is_not_budgeted(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A closed measure has no budget from the plan's year on.

    One that was closed during the plan's year keeps that year, if its accounts stand there.
    """
    plan = grunnlag.plan
    for plass in plan.alle_tiltak:
        for år, pengar in plass.tiltak.budsjett.items():
            ran_this_year = år == plan.år and pengar.rekneskap is not None
            if plass.tiltak.avslutta and år >= plan.år and pengar.kostnad and not ran_this_year:
                yield Brot(
                    (*plass.path, "budsjett", str(år)),
                    f"{tittel(plass.tiltak.tittel)} er avslutta, men er budsjettert med "
                    f"{kroner(pengar.kostnad)} i {år}.",
                    "Ta bort året, eller skriv inn rekneskapen for det.",
                    at_key=True,
                )


BUDSJETT_ETTER_AVSLUTNING = Prøveregel(
    "BP404",
    Severity.FEIL,
    "budsjett for eit avslutta tiltak",
    why="Eit tiltak som er avslutta, bruker ikkje meir pengar. Blei det avslutta i løpet av "
    "planåret, kan budsjettet for året stå når rekneskapen òg står der.",
    wrong="status: avslutta\nbudsjett:\n  2032:\n    kostnad: 200 000",
    right="status: avslutta\nbudsjett: {}",
    finn=closed_is_not_budgeted,
)


REGLAR = (
    UTAN_AVSLUTNING,
    IKKJE_AVSLUTTA,
    UTAN_VURDERING,
    BUDSJETT_ETTER_AVSLUTNING,
)
