"""Accounts: of the year against its budget, of earlier years against the year before. BP32x."""

from collections.abc import Iterator, Mapping

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import Kjelde
from bygdeplan.model.merke import Path
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import kroner, liste
from bygdeplan.rules.grunnlag import Grunnlag, tittel
from bygdeplan.rules.pengar import postar


def within_the_cost(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Accounts do not pass the cost of the budget line."""
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        brukt, kostnad = linje.pengar.brukt or 0, linje.pengar.kostnad
        if brukt > kostnad:
            yield Brot(
                (*linje.path, "rekneskap"),
                f"{tittel(linje.tittel)} har brukt {kroner(brukt)} i {linje.år}, "
                f"{kroner(brukt - kostnad)} meir enn kostnaden på {kroner(kostnad)}.",
                "Sjå etter om rekneskapen eller budsjettet må rettast.",
                at_key=True,
            )


OVER_BUDSJETT = Prøveregel(
    "BP321",
    Severity.ÅTVARING,
    "rekneskapen er høgare enn kostnaden",
    why="Er det brukt meir enn det er budsjettert med, må nokon dekkje det.",
    wrong="kostnad: 200 000\nrekneskap: {tiltaksmidlar: 150 000, anna: 80 000}",
    right="kostnad: 230 000\nrekneskap: {tiltaksmidlar: 150 000, anna: 80 000}",
    finn=within_the_cost,
)


def within_each_source(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Accounts do not pass what each source was to give."""
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        for kjelde, used in (linje.pengar.rekneskap or {}).items():
            financing = linje.pengar.finansiering.get(kjelde)
            given = financing.sum if financing else 0
            if used > given:
                yield Brot(
                    (*linje.path, "rekneskap", kjelde),
                    f"{tittel(linje.tittel)} har brukt {kroner(used)} frå `{kjelde}` i "
                    f"{linje.år}; finansieringsplanen har {kroner(given)}.",
                    "Sjå etter om pengane er førte på rett kjelde.",
                )


OVER_KJELDE = Prøveregel(
    "BP322",
    Severity.ÅTVARING,
    "det er brukt meir frå ei kjelde enn ho skulle gje",
    why="Rekneskapen skal følgje finansieringsplanen, kjelde for kjelde.",
    wrong="finansiering: {anna: 100 000}\nrekneskap: {anna: 120 000}",
    right="finansiering: {anna: 120 000}\nrekneskap: {anna: 120 000}",
    finn=within_each_source,
)


def paid_in_order(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Paid is not more than granted, granted not more than applied for."""
    for post in postar(grunnlag.plan):
        applied, granted, paid = post.pengar.søkt, post.pengar.løyvd, post.pengar.utbetalt
        if paid and paid > (granted or 0):
            yield Brot(
                (*post.path, "utbetalt"),
                f"{post.namn}: det er utbetalt {kroner(paid)}, men løyvd "
                f"{kroner(granted) if granted is not None else 'ikkje noko'}.",
                "Skriv inn det som er løyvd, eller rett det som er utbetalt.",
            )
        if granted and applied is not None and granted > applied:
            yield Brot(
                (*post.path, "løyvd"),
                f"{post.namn}: det er løyvd {kroner(granted)}, men søkt om {kroner(applied)}.",
                "Sjå etter i vedtaket om løyving.",
            )


UTBETALT = Prøveregel(
    "BP323",
    Severity.ÅTVARING,
    "utbetalt, løyvd og søkt høver ikkje saman",
    why="Pengar blir fyrst søkte om, så løyvde og til sist utbetalte. Det blir sjeldan meir på "
    "vegen.",
    wrong="fylkeskommune: {beløp: 100 000, løyvd: 80 000, utbetalt: 100 000}",
    right="fylkeskommune: {beløp: 100 000, løyvd: 100 000, utbetalt: 80 000}",
    finn=paid_in_order,
)


def not_negative(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What is corrected or paid back leaves the sum of the accounts no less than nothing."""
    sums: list[tuple[Path, str, int]] = [
        ((*linje.path, "rekneskap"), f"{tittel(linje.tittel)} i {linje.år}", linje.pengar.brukt)
        for linje in okonomi.budsjettlinjer(grunnlag.plan)
        if linje.pengar.brukt is not None
    ]
    sums += [
        (("budsjett", "historikk", str(år), id_), f"`{id_}` i {år}", sum(kjelder.values()))
        for år, delmål in grunnlag.plan.budsjett.historikk.items()
        for id_, kjelder in delmål.items()
    ]
    for path, what, used in sums:
        if used < 0:
            yield Brot(
                path,
                f"Rekneskapen for {what} er {kroner(used)} til saman.",
                "Sjå etter forteikna. Er alt betalt tilbake, høyrer det til i året det blei brukt.",
                at_key=True,
            )


NEGATIV = Prøveregel(
    "BP324",
    Severity.FEIL,
    "rekneskapen er negativ til saman",
    why="Ei kjelde kan ha minus når noko er retta eller betalt tilbake. Til saman kan det ikkje "
    "vere brukt mindre enn ingenting.",
    wrong="rekneskap: {tiltaksmidlar: -60 000, kommune: 20 000}",
    right="rekneskap: {tiltaksmidlar: -20 000, kommune: 60 000}",
    finn=not_negative,
)


Celler = Mapping[tuple[str, Kjelde], int]
"""Sub-goal id (or `felles`) and source → kroner used in a year."""


def history_of_last_year_agrees(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The history of last year is its accounts."""
    fjor = grunnlag.fjor
    if fjor is not None:
        accounts = _cells(okonomi.rekneskapsført(fjor, fjor.år))
        yield from _differing(grunnlag.plan, fjor, fjor.år, accounts)


HISTORIKK_I_FJOR = Prøveregel(
    "BP325",
    Severity.FEIL,
    "historikken stemmer ikkje med rekneskapen i fjor",
    why="Det som blei brukt i fjor, står i rekneskapen til tiltaka i planen for i fjor. "
    "Historikken er summen av det, og det som er overført, byggjer på han.",
    wrong="# i 2030.yaml er det ført 400 000 på delmålet\nhistorikk:\n  2030:\n"
    "    bustad: {tiltaksmidlar: 450 000}",
    right="historikk:\n  2030:\n    bustad: {tiltaksmidlar: 400 000}",
    finn=history_of_last_year_agrees,
)


def history_of_older_years_agrees(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The history of the years before last year is last year's history."""
    plan, fjor = grunnlag.plan, grunnlag.fjor
    if fjor is None:
        return
    known = fjor.budsjett.historikk
    for år in sorted(år for år in known.keys() | plan.budsjett.historikk.keys() if år < fjor.år):
        yield from _differing(plan, fjor, år, _cells(known.get(år, {})))


HISTORIKK_ENDRA = Prøveregel(
    "BP326",
    Severity.FEIL,
    "historikken for eit eldre år er endra",
    why="Rekneskapen for år som er omme, er den same i alle seinare planar.",
    wrong="# i 2030.yaml står det 900 000\nhistorikk:\n  2029:\n"
    "    felles: {driftstilskot: 950 000}",
    right="historikk:\n  2029:\n    felles: {driftstilskot: 900 000}",
    finn=history_of_older_years_agrees,
)


def _differing(plan: Plan, fjor: Plan, år: int, before: Celler) -> Iterator[Brot]:
    """Where the history of a year is another than what the plan of the year before has of it."""
    now = _cells(plan.budsjett.historikk.get(år, {}))
    for delmål_id, kjelde in sorted(before.keys() | now.keys()):
        was, is_ = (cells.get((delmål_id, kjelde), 0) for cells in (before, now))
        if was != is_:
            yield Brot(
                ("budsjett", "historikk", str(år), delmål_id, kjelde),
                f"`{kjelde}` under `{delmål_id}` i {år}: historikken seier {kroner(is_)}, "
                f"planen for {fjor.år} seier {kroner(was)}.",
                f"Skriv {kroner(was)}, eller rett planen for {fjor.år}.",
            )


def _cells(of_year: Mapping[str, Mapping[Kjelde, int]]) -> Celler:
    return {
        (delmål_id, kjelde): beløp
        for delmål_id, kjelder in of_year.items()
        for kjelde, beløp in kjelder.items()
    }


def appropriations_agree(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What was appropriated in earlier years is the same as in the plan of the year before."""
    plan, fjor = grunnlag.plan, grunnlag.fjor
    if fjor is None:
        return
    before, now = _appropriated(fjor), _appropriated(plan)
    for pott, år in sorted(before.keys() | now.keys()):
        was, is_ = before.get((pott, år), 0), now.get((pott, år), 0)
        if år <= fjor.år and was != is_:
            yield Brot(
                ("avtale", "midlar", pott, "løyvingar"),
                f"`{pott}` i {år}: her er det løyvd {kroner(is_)}, i planen for {fjor.år} "
                f"{kroner(was)}.",
                "Rett den av dei to planane som tek feil.",
                at_key=True,
            )


LØYVING_ENDRA = Prøveregel(
    "BP327",
    Severity.FEIL,
    "løyvingane for eit tidlegare år er endra",
    why="Det som er løyvd i eit år som er omme, står fast. Blir det likevel retta, må planen for "
    "i fjor òg rettast, så dei to planane fortel det same.",
    wrong="# i 2030.yaml er det løyvd 10 mill. i 2030\nløyvingar:\n  - {år: 2030, beløp: 11 mill.}",
    right="løyvingar:\n  - {år: 2030, beløp: 10 mill.}",
    finn=appropriations_agree,
)


def _appropriated(plan: Plan) -> dict[tuple[str, int], int]:
    sums: dict[tuple[str, int], int] = {}
    for pott, midlar in plan.avtale.midlar.items():
        for løyving in midlar.løyvingar:
            sums[pott, løyving.år] = sums.get((pott, løyving.år), 0) + løyving.beløp
    return sums


def history_ends_before_the_year(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The history has no year from the plan's on."""
    plan = grunnlag.plan
    for år in plan.budsjett.historikk:
        if år >= plan.år:
            yield Brot(
                ("budsjett", "historikk", str(år)),
                f"Historikken har året {år}, men planen er for {plan.år}.",
                "Før rekneskapen på tiltaka, og ta bort året her.",
                at_key=True,
            )


HISTORIKK_FOR_SEIN = Prøveregel(
    "BP328",
    Severity.FEIL,
    "historikk for planåret eller seinare",
    why="Historikken er rekneskapen for år som er omme. Planåret ligg i budsjettet til tiltaka, "
    "og blir elles rekna to gonger.",
    wrong="år: 2031\n…\nhistorikk:\n  2031: …",
    right="år: 2031\n…\nhistorikk:\n  2030: …",
    finn=history_ends_before_the_year,
)


def history_covers(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The history has every year from the first appropriation to last year."""
    plan = grunnlag.plan
    first = min(
        (løyving.år for pott in plan.avtale.midlar.values() for løyving in pott.løyvingar),
        default=plan.år,
    )
    missing = [år for år in range(first, plan.år) if år not in plan.budsjett.historikk]
    if missing:
        years = liste(map(str, missing[:5])) + (" og fleire" if len(missing) > 5 else "")
        yield Brot(
            ("budsjett", "historikk"),
            f"Historikken manglar {years}. Det er løyvd pengar frå {first}.",
            f"Skriv inn det som blei brukt, eller «{missing[0]}: {{}}» om ingenting blei brukt.",
            at_key=True,
        )


HISTORIKK_MANGLAR = Prøveregel(
    "BP329",
    Severity.ÅTVARING,
    "historikken manglar eit år",
    why="Utan rekneskapen for alle år sidan den fyrste løyvinga blir det som er overført, for "
    "høgt.",
    wrong="løyvingar:\n  - {år: 2029, …}\n…\nhistorikk:\n  2030: …",
    right="løyvingar:\n  - {år: 2029, …}\n…\nhistorikk:\n  2029: {}  # ingenting brukt\n  2030: …",
    finn=history_covers,
)


REGLAR = (
    OVER_BUDSJETT,
    OVER_KJELDE,
    UTBETALT,
    NEGATIV,
    HISTORIKK_I_FJOR,
    HISTORIKK_ENDRA,
    LØYVING_ENDRA,
    HISTORIKK_FOR_SEIN,
    HISTORIKK_MANGLAR,
)
