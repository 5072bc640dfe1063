"""Accounts: of the year against its budget, of earlier years against the year before. BP32x."""

from collections.abc import Iterator, Mapping

from bygdeplan.funn.finding import Finding, Regel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import Kjelde
from bygdeplan.model.plan import Plan
from bygdeplan.ord.nynorsk import kroner, liste
from bygdeplan.rules.grunnlag import Grunnlag, Rule, tittel
from bygdeplan.rules.pengar import postar

OVER_BUDSJETT = Regel(
    "BP321",
    Severity.ÅTVARING,
    "rekneskapen er høgare enn kostnaden",
    why="Er det brukt meir enn det er budsjettert med, må nokon dekkje det.",
    wrong="kostnad: 200 000\nrekneskap: {tiltaksmidlar: 150 000, anna: 80 000}",
    right="kostnad: 230 000\nrekneskap: {tiltaksmidlar: 150 000, anna: 80 000}",
)
OVER_KJELDE = Regel(
    "BP322",
    Severity.ÅTVARING,
    "det er brukt meir frå ei kjelde enn ho skulle gje",
    why="Rekneskapen skal følgje finansieringsplanen, kjelde for kjelde.",
    wrong="finansiering: {anna: 100 000}\nrekneskap: {anna: 120 000}",
    right="finansiering: {anna: 120 000}\nrekneskap: {anna: 120 000}",
)
UTBETALT = Regel(
    "BP323",
    Severity.ÅTVARING,
    "utbetalt, løyvd og søkt høver ikkje saman",
    why="Pengar blir fyrst søkte om, så løyvde og til sist utbetalte. Det blir sjeldan meir på "
    "vegen.",
    wrong="fylkeskommune: {beløp: 100 000, løyvd: 80 000, utbetalt: 100 000}",
    right="fylkeskommune: {beløp: 100 000, løyvd: 100 000, utbetalt: 80 000}",
)
HISTORIKK_I_FJOR = Regel(
    "BP325",
    Severity.FEIL,
    "historikken stemmer ikkje med rekneskapen i fjor",
    why="Det som blei brukt i fjor, står i rekneskapen til tiltaka i planen for i fjor. "
    "Historikken er summen av det, og det som er overført, byggjer på han.",
    wrong="# i 2030.yaml er det ført 400 000 på delmålet\nhistorikk:\n  2030:\n"
    "    bustad: {tiltaksmidlar: 450 000}",
    right="historikk:\n  2030:\n    bustad: {tiltaksmidlar: 400 000}",
)
HISTORIKK_ENDRA = Regel(
    "BP326",
    Severity.FEIL,
    "historikken for eit eldre år er endra",
    why="Rekneskapen for år som er omme, er den same i alle seinare planar.",
    wrong="# i 2030.yaml står det 900 000\nhistorikk:\n  2029:\n"
    "    felles: {driftstilskot: 950 000}",
    right="historikk:\n  2029:\n    felles: {driftstilskot: 900 000}",
)
LØYVING_ENDRA = Regel(
    "BP327",
    Severity.FEIL,
    "løyvingane for eit tidlegare år er endra",
    why="Det som er løyvd i eit år som er omme, står fast. Blir det likevel retta, må planen for "
    "i fjor òg rettast, så dei to planane fortel det same.",
    wrong="# i 2030.yaml er det løyvd 10 mill. i 2030\nløyvingar:\n  - {år: 2030, beløp: 11 mill.}",
    right="løyvingar:\n  - {år: 2030, beløp: 10 mill.}",
)
HISTORIKK_FOR_SEIN = Regel(
    "BP328",
    Severity.FEIL,
    "historikk for planåret eller seinare",
    why="Historikken er rekneskapen for år som er omme. Planåret ligg i budsjettet til tiltaka, "
    "og blir elles rekna to gonger.",
    wrong="år: 2031\n…\nhistorikk:\n  2031: …",
    right="år: 2031\n…\nhistorikk:\n  2030: …",
)
HISTORIKK_MANGLAR = Regel(
    "BP329",
    Severity.ÅTVARING,
    "historikken manglar eit år",
    why="Utan rekneskapen for alle år sidan den fyrste løyvinga blir det som er overført, for "
    "høgt.",
    wrong="løyvingar:\n  - {år: 2029, …}\n…\nhistorikk:\n  2030: …",
    right="løyvingar:\n  - {år: 2029, …}\n…\nhistorikk:\n  2029: {}  # ingenting brukt\n  2030: …",
)


def within_budget(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Accounts do not pass the cost of the budget line, nor what each source was to give."""
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        path = (*linje.path, "rekneskap")
        brukt, kostnad = linje.pengar.brukt or 0, linje.pengar.kostnad
        if brukt > kostnad:
            yield OVER_BUDSJETT.finding(
                path,
                f"{tittel(linje.tittel)} har brukt {kroner(brukt)} i {linje.år}, "
                f"{kroner(brukt - kostnad)} meir enn kostnaden på {kroner(kostnad)}.",
                "Sjå etter om rekneskapen eller budsjettet må rettast.",
                at_key=True,
            )
        for kjelde, used in (linje.pengar.rekneskap or {}).items():
            financing = linje.pengar.finansiering.get(kjelde)
            given = financing.sum if financing else 0
            if used > given:
                yield OVER_KJELDE.finding(
                    (*path, kjelde),
                    f"{tittel(linje.tittel)} har brukt {kroner(used)} frå `{kjelde}` i "
                    f"{linje.år}; finansieringsplanen har {kroner(given)}.",
                    "Sjå etter om pengane er førte på rett kjelde.",
                )


def paid_in_order(grunnlag: Grunnlag) -> Iterator[Finding]:
    """Paid is not more than granted, granted not more than applied for."""
    for post in postar(grunnlag.plan):
        applied, granted, paid = post.pengar.søkt, post.pengar.løyvd, post.pengar.utbetalt
        if paid and paid > (granted or 0):
            yield UTBETALT.finding(
                (*post.path, "utbetalt"),
                f"{post.namn}: det er utbetalt {kroner(paid)}, men løyvd "
                f"{kroner(granted) if granted is not None else 'ikkje noko'}.",
                "Skriv inn det som er løyvd, eller rett det som er utbetalt.",
            )
        if granted and applied is not None and granted > applied:
            yield UTBETALT.finding(
                (*post.path, "løyvd"),
                f"{post.namn}: det er løyvd {kroner(granted)}, men søkt om {kroner(applied)}.",
                "Sjå etter i vedtaket om løyving.",
            )


Celler = Mapping[tuple[str, Kjelde], int]
"""Sub-goal id (or `felles`) and source → kroner used in a year."""


def history_agrees(grunnlag: Grunnlag) -> Iterator[Finding]:
    """The history is last year's accounts and, before them, last year's history."""
    plan, fjor = grunnlag.plan, grunnlag.fjor
    if fjor is None:
        return
    known = _history(fjor) | {fjor.år: _cells(okonomi.rekneskapsført(fjor, fjor.år))}
    written = _history(plan)
    for år in sorted(år for år in known.keys() | written.keys() if år <= fjor.år):
        before, now = known.get(år, {}), written.get(år, {})
        for delmål_id, kjelde in sorted(before.keys() | now.keys()):
            was, is_ = (cells.get((delmål_id, kjelde), 0) for cells in (before, now))
            if was != is_:
                regel = HISTORIKK_I_FJOR if år == fjor.år else HISTORIKK_ENDRA
                yield regel.finding(
                    ("budsjett", "historikk", str(år), delmål_id, kjelde),
                    f"`{kjelde}` under `{delmål_id}` i {år}: historikken seier {kroner(is_)}, "
                    f"planen for {fjor.år} seier {kroner(was)}.",
                    f"Skriv {kroner(was)}, eller rett planen for {fjor.år}.",
                )


def _history(plan: Plan) -> dict[int, Celler]:
    return {år: _cells(of_year) for år, of_year in plan.budsjett.historikk.items() if år < plan.år}


def _cells(of_year: Mapping[str, Mapping[Kjelde, int]]) -> Celler:
    return {
        (delmål_id, kjelde): beløp
        for delmål_id, kjelder in of_year.items()
        for kjelde, beløp in kjelder.items()
    }


def appropriations_agree(grunnlag: Grunnlag) -> Iterator[Finding]:
    """What was appropriated in earlier years is the same as in the plan of the year before."""
    plan, fjor = grunnlag.plan, grunnlag.fjor
    if fjor is None:
        return
    before, now = _appropriated(fjor), _appropriated(plan)
    for pott, år in sorted(before.keys() | now.keys()):
        was, is_ = before.get((pott, år), 0), now.get((pott, år), 0)
        if år <= fjor.år and was != is_:
            yield LØYVING_ENDRA.finding(
                ("avtale", "midlar", pott, "løyvingar"),
                f"`{pott}` i {år}: her er det løyvd {kroner(is_)}, i planen for {fjor.år} "
                f"{kroner(was)}.",
                "Rett den av dei to planane som tek feil.",
                at_key=True,
            )


def _appropriated(plan: Plan) -> dict[tuple[str, int], int]:
    sums: dict[tuple[str, int], int] = {}
    for pott, midlar in plan.avtale.midlar.items():
        for løyving in midlar.løyvingar:
            sums[pott, løyving.år] = sums.get((pott, løyving.år), 0) + løyving.beløp
    return sums


def history_covers(grunnlag: Grunnlag) -> Iterator[Finding]:
    """The history has every year from the first appropriation to last year, and no other."""
    plan = grunnlag.plan
    historikk = plan.budsjett.historikk
    for år in historikk:
        if år >= plan.år:
            yield HISTORIKK_FOR_SEIN.finding(
                ("budsjett", "historikk", str(år)),
                f"Historikken har året {år}, men planen er for {plan.år}.",
                "Før rekneskapen på tiltaka, og ta bort året her.",
                at_key=True,
            )
    first = min(
        (løyving.år for pott in plan.avtale.midlar.values() for løyving in pott.løyvingar),
        default=plan.år,
    )
    missing = [år for år in range(first, plan.år) if år not in historikk]
    if missing:
        years = liste(map(str, missing[:5])) + (" og fleire" if len(missing) > 5 else "")
        yield HISTORIKK_MANGLAR.finding(
            ("budsjett", "historikk"),
            f"Historikken manglar {years}. Det er løyvd pengar frå {first}.",
            f"Skriv inn det som blei brukt, eller «{missing[0]}: {{}}» om ingenting blei brukt.",
            at_key=True,
        )


RULES: tuple[Rule, ...] = (
    within_budget,
    paid_in_order,
    history_agrees,
    appropriations_agree,
    history_covers,
)
REGLAR = (
    OVER_BUDSJETT,
    OVER_KJELDE,
    UTBETALT,
    HISTORIKK_I_FJOR,
    HISTORIKK_ENDRA,
    LØYVING_ENDRA,
    HISTORIKK_FOR_SEIN,
    HISTORIKK_MANGLAR,
)
