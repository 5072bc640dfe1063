"""The money of each measure and common item, year by year: BP30x and BP31x."""

from collections.abc import Iterator
from typing import NamedTuple

from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model import okonomi
from bygdeplan.model.budsjett import POTTAR, Finansiering, Kjelde
from bygdeplan.model.merke import Path
from bygdeplan.model.okonomi import Budsjettlinje
from bygdeplan.model.plan import Plan
from bygdeplan.ord.skriv import kroner, timar
from bygdeplan.rules.grunnlag import Grunnlag, tittel


class Post(NamedTuple):
    """What one source puts into one budget line, with its path."""

    linje: Budsjettlinje
    kjelde: Kjelde
    pengar: Finansiering

    @property
    def path(self) -> Path:
        """The path of the source in the budget line."""
        return (*self.linje.path, "finansiering", self.kjelde)

    @property
    def namn(self) -> str:
        """The item as a message names it: «Tomme hus», 2031, `kommune`."""
        return f"{tittel(self.linje.tittel)}, {self.linje.år}, `{self.kjelde}`"

    @property
    def by_key(self) -> bool:
        """Whether it is divided by a key."""
        return self.pengar.nøkkel is not None

    @property
    def by_share(self) -> bool:
        """Whether it is divided share by share."""
        return self.pengar.fordeling is not None


def postar(plan: Plan) -> Iterator[Post]:
    """Every source of every budget line."""
    for linje in okonomi.budsjettlinjer(plan):
        for kjelde, pengar in linje.pengar.finansiering.items():
            yield Post(linje, kjelde, pengar)


def cost_is_financed(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Cost equals financing in each budget line."""
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        kostnad, finansiert = linje.pengar.kostnad, linje.pengar.finansiert
        if kostnad != finansiert:
            lacks = finansiert < kostnad
            yield Brot(
                (*linje.path, "kostnad"),
                f"{tittel(linje.tittel)} kostar {kroner(kostnad)} i {linje.år}, men "
                f"finansieringa er {kroner(finansiert)}.",
                f"Det {'manglar' if lacks else 'er'} {kroner(abs(kostnad - finansiert))}"
                f"{'' if lacks else ' for mykje'}. Rett kostnaden eller kjeldene.",
            )


KOSTNAD = Prøveregel(
    "BP301",
    Severity.FEIL,
    "kostnaden er ikkje lik finansieringa",
    why="Kvart tiltak skal vere fullt finansiert kvart år: summen av kjeldene er kostnaden. "
    "Eigne timar tel med, timar gonger sats.",
    wrong="kostnad: 500 000\nfinansiering:\n  tiltaksmidlar: 300 000\n  anna: 100 000",
    right="kostnad: 500 000\nfinansiering:\n  tiltaksmidlar: 300 000\n  anna: 200 000",
    finn=cost_is_financed,
)


def shares_add_up(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What each kommune pays adds up to the sum that is divided, in kroner and in hours."""
    for post in postar(grunnlag.plan):
        if post.pengar.fordeling is None:
            continue
        shares = post.pengar.fordeling.values()
        for what, whole, divided, write in (
            ("beløp", post.pengar.beløp, sum(share.beløp for share in shares), kroner),
            ("timar", post.pengar.timar, sum(share.timar for share in shares), timar),
        ):
            if whole != divided:
                yield Brot(
                    (*post.path, "fordeling"),
                    f"{post.namn}: kommunane sine delar er {write(divided)} til saman, "
                    f"men `{what}` er {write(whole)}.",
                    f"Skilnaden er {write(abs(whole - divided))}.",
                    at_key=True,
                )


FORDELINGSSUM = Prøveregel(
    "BP302",
    Severity.FEIL,
    "fordelinga er ikkje lik summen ho deler",
    why="Kvart kommunestyre vedtek sin eigen del. Delane må bli heile summen, både i kroner og i "
    "timar.",
    wrong="kommune:\n  beløp: 100 000\n  fordeling:\n    fjelldal: {beløp: 60 000}\n"
    "    skogdal: {beløp: 30 000}",
    right="kommune:\n  beløp: 100 000\n  fordeling:\n    fjelldal: {beløp: 60 000}\n"
    "    skogdal: {beløp: 40 000}",
    finn=shares_add_up,
)


def hours_have_a_rate(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Hours that others than the state give have a rate."""
    for post in postar(grunnlag.plan):
        if post.pengar.timar and not post.pengar.sats and post.kjelde not in POTTAR:
            yield Brot(
                (*post.path, "timar"),
                f"{post.namn}: {timar(post.pengar.timar)} har ingen sats.",
                "Legg til `sats`, verdien av éin time i kroner.",
            )


TIMAR_UTAN_SATS = Prøveregel(
    "BP303",
    Severity.FEIL,
    "timar utan sats",
    why="Eigne timar finansierer tiltaket med det dei er verde. Utan sats er dei ikkje verde noko.",
    wrong="kommune: {timar: 200, nøkkel: likt}",
    right="kommune: {timar: 200, sats: 500, nøkkel: likt}",
    finn=hours_have_a_rate,
)


def rates_have_hours(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A rate has hours to be multiplied with."""
    for post in postar(grunnlag.plan):
        if post.pengar.sats and not post.pengar.timar:
            yield Brot(
                (*post.path, "sats"),
                f"{post.namn}: satsen er {kroner(post.pengar.sats)}, men det er ingen timar.",
                "Legg til `timar`, eller ta bort `sats`.",
            )


SATS_UTAN_TIMAR = Prøveregel(
    "BP304",
    Severity.ÅTVARING,
    "sats utan timar",
    why="Ein sats utan timar gjev ingen pengar. Truleg er timane gløymde.",
    wrong="kommune: {beløp: 50 000, sats: 500, nøkkel: likt}",
    right="kommune: {beløp: 50 000, nøkkel: likt}",
    finn=rates_have_hours,
)


def the_state_gives_no_hours(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The state's pots are money."""
    for post in postar(grunnlag.plan):
        if post.pengar.timar and post.kjelde in POTTAR:
            yield Brot(
                (*post.path, "timar"),
                f"{post.namn}: ein statleg pott kan ikkje gje {timar(post.pengar.timar)}.",
                "Før timane på den som gjer arbeidet, til dømes `kommune`.",
            )


TIMAR_FRÅ_STATEN = Prøveregel(
    "BP305",
    Severity.FEIL,
    "timar frå ein statleg pott",
    why="Dei statlege pottane er pengar. Timar er eigeninnsats, og den kjem frå andre.",
    wrong="tiltaksmidlar: {timar: 200, sats: 500}",
    right="tiltaksmidlar: 100 000",
    finn=the_state_gives_no_hours,
)


def what_kommunar_pay_is_divided(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What the kommunar pay is divided between them."""
    for post in postar(grunnlag.plan):
        pays = post.kjelde == "kommune" and (post.pengar.beløp or post.pengar.timar)
        if pays and not post.by_key and not post.by_share:
            yield Brot(
                post.path,
                f"{post.namn}: det står ikkje kva kvar kommune betaler.",
                "Legg til `nøkkel` med id-en til ein fordelingsnøkkel, eller `fordeling` med "
                "kvar kommune.",
            )


IKKJE_DELT = Prøveregel(
    "BP306",
    Severity.FEIL,
    "kommunane sin del er ikkje delt mellom dei",
    why="Kvart kommunestyre spør kva kommunen sjølv skal betale.",
    wrong="kommune: 120 000",
    right="kommune: {beløp: 120 000, nøkkel: likt}",
    finn=what_kommunar_pay_is_divided,
)


def divided_once(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What the kommunar pay is divided in one way."""
    for post in postar(grunnlag.plan):
        if post.kjelde == "kommune" and post.by_key and post.by_share:
            yield Brot(
                (*post.path, "nøkkel"),
                f"{post.namn}: summen har både `nøkkel` og `fordeling`.",
                "Ta bort det eine.",
                at_key=True,
            )


DELT_TO_GONGER = Prøveregel(
    "BP307",
    Severity.FEIL,
    "både nøkkel og fordeling",
    why="Ein sum er delt anten etter ein nøkkel eller beløp for beløp. Står begge, kan dei seie "
    "ulike ting.",
    wrong="kommune:\n  beløp: 90 000\n  nøkkel: likt\n  fordeling:\n    fjelldal: {beløp: 90 000}",
    right="kommune:\n  beløp: 90 000\n  nøkkel: likt",
    finn=divided_once,
)


def what_others_pay_is_whole(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What others than the kommunar pay is not divided between them."""
    for post in postar(grunnlag.plan):
        if post.kjelde != "kommune" and (post.by_key or post.by_share):
            yield Brot(
                (*post.path, "nøkkel" if post.by_key else "fordeling"),
                f"{post.namn}: berre det kommunane betaler, kan delast mellom dei.",
                "Ta bort `nøkkel` og `fordeling`, eller før summen på `kommune`.",
                at_key=True,
            )


DELT_UTAN_KOMMUNAR = Prøveregel(
    "BP308",
    Severity.FEIL,
    "ei anna kjelde er delt mellom kommunane",
    why="Berre det kommunane betaler, er delt mellom dei.",
    wrong="fylkeskommune: {beløp: 100 000, nøkkel: likt}",
    right="fylkeskommune: 100 000",
    finn=what_others_pay_is_whole,
)


def budgets_are_in_the_agreement(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Budgets are for the years of the agreement."""
    periode = grunnlag.plan.avtale.periode
    for linje in okonomi.budsjettlinjer(grunnlag.plan):
        if linje.år not in periode:
            yield Brot(
                linje.path,
                f"{tittel(linje.tittel)} har budsjett for {linje.år}; avtalen gjeld {periode}.",
                "Rett årstalet, eller ta bort året.",
                at_key=True,
            )


UTANFOR_AVTALEN = Prøveregel(
    "BP311",
    Severity.FEIL,
    "budsjett for eit år utanfor avtalen",
    why="Budsjettabellane har ei kolonne for kvart år i avtalen. Andre år blir ikkje med.",
    wrong="periode: 2030–2033\n…\nbudsjett:\n  2034: …",
    right="periode: 2030–2033\n…\nbudsjett:\n  2033: …",
    finn=budgets_are_in_the_agreement,
)


def budgets_are_not_of_the_past(grunnlag: Grunnlag) -> Iterator[Brot]:
    """No budget is for a year of the agreement before the plan's."""
    plan = grunnlag.plan
    for linje in okonomi.budsjettlinjer(plan):
        if linje.år in plan.avtale.periode and linje.år < plan.år:
            yield Brot(
                linje.path,
                f"{tittel(linje.tittel)} har budsjett for {linje.år}, men planen er for {plan.år}.",
                "Ta bort året her. Det som blei brukt, skal stå i `budsjett: historikk`.",
                at_key=True,
            )


FØR_PLANÅRET = Prøveregel(
    "BP312",
    Severity.ÅTVARING,
    "budsjett for eit år som er omme",
    why="For år før planåret tel rekneskapen under `budsjett: historikk`. Budsjettet i tiltaket "
    "blir ikkje med i nokon sum.",
    wrong="år: 2031\n…\nbudsjett:\n  2030:\n    kostnad: 200 000",
    right="år: 2031\n…\nbudsjett:\n  2031:\n    kostnad: 200 000",
    finn=budgets_are_not_of_the_past,
)


REGLAR = (
    KOSTNAD,
    FORDELINGSSUM,
    TIMAR_UTAN_SATS,
    SATS_UTAN_TIMAR,
    TIMAR_FRÅ_STATEN,
    IKKJE_DELT,
    DELT_TO_GONGER,
    DELT_UTAN_KOMMUNAR,
    UTANFOR_AVTALEN,
    FØR_PLANÅRET,
)
