"""Reasons outside the measures and since a locked revision, and settled levels: BP42x."""

from collections.abc import Iterator, Mapping

from bygdeplan.endring import Endring, Nivå, Plandiff
from bygdeplan.endring.dom import Nivådom, judge
from bygdeplan.endring.grunngjeving import touch
from bygdeplan.funn.finding import Brot, Prøveregel, Severity
from bygdeplan.model.lookup import field_at, is_yearly
from bygdeplan.model.merke import Path
from bygdeplan.ord.suggestion import closest
from bygdeplan.rules.grunnlag import Grunnlag, tittel

_HOW_A_PATH_IS_WRITTEN = (
    "Skriv nøklane i fila utanfrå og inn, med punktum mellom, til dømes «delmål.bustad.vekt» eller "
    "«innstilling»."
)


def reasons_lead_somewhere(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The path of a reason leads to what the plan, or the one before, decides outside measures.

    What has gone out of the plan cannot be looked up without the one before.
    """
    for position, given in enumerate(grunnlag.plan.endringar):
        gone = grunnlag.fjor is None and _can_be_decided(given.path)
        known = grunnlag.paths_outside_measures
        if given.path not in known and not gone and not _is_of_a_measure(given.path):
            near = closest(given.felt, [".".join(each) for each in _near(given.path, known)])
            yield Brot(
                ("endringar", position, "felt"),
                f"Vegen `{given.felt}` fører ikkje til noko som planen avgjer.",
                f"Meinte du `{near}`?" if near else _HOW_A_PATH_IS_WRITTEN,
            )


UKJENT_FELT = Prøveregel(
    "BP421",
    Severity.FEIL,
    "grunngjevinga viser til noko planen ikkje har",
    why="Vegen i `felt` må føre til noko som planen, eller planen før, avgjer. Elles kjem grunnen "
    "ikkje med nokon stad.",
    wrong="endringar:\n  - revisjon: 1\n    felt: delmål.bustadar.vekt",
    right="endringar:\n  - revisjon: 1\n    felt: delmål.bustad.vekt",
    finn=reasons_lead_somewhere,
)


def reasons_of_measures_stand_there(grunnlag: Grunnlag) -> Iterator[Brot]:
    """The reason for a change in a measure stands in the measure."""
    for position, given in enumerate(grunnlag.plan.endringar):
        if _is_of_a_measure(given.path):
            yield Brot(
                ("endringar", position, "felt"),
                f"`{given.felt}` ligg i eit tiltak, og der skal grunnen òg stå.",
                "Flytt punktet til `endringar` i tiltaket, og skriv berre feltet, til dømes "
                "«felt: slutt».",
            )


I_TILTAK = Prøveregel(
    "BP422",
    Severity.FEIL,
    "grunngjevinga høyrer til i tiltaket",
    why="Kvart tiltak har sine eigne `endringar`. Der blir dei med tiltaket når det blir flytta.",
    wrong="endringar:\n  - felt: delmål.bustad.tiltak.bustad-tomter.slutt",
    right="bustad-tomter:\n  endringar:\n    - felt: slutt",
    finn=reasons_of_measures_stand_there,
)


def _is_of_a_measure(path: tuple[str, ...]) -> bool:
    return path[0] == "tiltak" or path[2:3] == ("tiltak",)


def reasons_have_changes(grunnlag: Grunnlag) -> Iterator[Brot]:
    """What is given a reason outside the measures is changed."""
    if grunnlag.fjor is None:
        return
    for position, given in enumerate(grunnlag.plan.endringar):
        # What one revision changed, the other may have changed back.
        revisions = {o.revisjon for o in grunnlag.plan.endringar if o.path == given.path}
        changed = any(_concerns(given.path, each) for each in _outside_measures(grunnlag))
        known = given.path in grunnlag.paths_outside_measures
        if known and not changed and len(revisions) == 1:
            yield Brot(
                ("endringar", position, "felt"),
                f"`{given.felt}` er som i fjor, men har ei grunngjeving for endring.",
                "Ta bort punktet. Står det att frå i fjor, er det alt gjort greie for.",
            )


UENDRA_FELT = Prøveregel(
    "BP423",
    Severity.ÅTVARING,
    "grunngjeving for noko som er som før",
    why="Ei grunngjeving som står att frå i fjor, gjer at endringslista fortel noko som ikkje er "
    "hendt.",
    wrong="# vekta er den same som i fjor\nendringar:\n  - felt: delmål.bustad.vekt",
    right="endringar: []",
    finn=reasons_have_changes,
)


def principle_is_not_settled_away(grunnlag: Grunnlag) -> Iterator[Brot]:
    """Nobody writes that what is a matter of principle is none."""
    for path, changed, felt, nivå in _settled(grunnlag):
        dom = judge(each for change in changed for each in change.forskjellar) if changed else None
        dom = dom or _lightest_at(felt)
        if nivå == Nivå.IKKJE_PRINSIPIELL and dom and dom.nivå is Nivå.PRINSIPIELL:
            yield Brot(
                (*path, "nivå"),
                f"Endringa av `{'.'.join(felt[-1:])}` er prinsipiell og kan ikkje førast som noko "
                f"anna. {dom.kvifor}",
                "Ta bort `nivå`. Er endringa ikkje meint, rettar du feltet attende.",
            )


PRINSIPIELT = Prøveregel(
    "BP424",
    Severity.FEIL,
    "noko prinsipielt er ført som ikkje-prinsipielt",
    why="Pengar, mål, vekter, ansvar og framlegget til vedtak er alltid prinsipielle. Det kan "
    "ingen avgjere bort, for då kunne styringsgruppa endre det åleine.",
    wrong="endringar:\n  - felt: budsjett\n    nivå: ikkje-prinsipiell",
    right="endringar:\n  - felt: budsjett\n    grunngjeving: …",
    finn=principle_is_not_settled_away,
)


def principal_changes_have_reasons(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A change of principle outside the measures has a reason.

    The decision points name the year and so change with it, as meetings and the year's texts do.
    """
    for change in _outside_measures(grunnlag):
        felt = field_at(change.ting)
        owes = felt is None or (felt.om.grunn and not is_yearly(change.ting))
        if change.nivå is Nivå.PRINSIPIELL and not change.grunngjevingar and owes:
            name = ".".join(change.ting)
            yield Brot(
                change.path_etter or change.ting[:-1],
                f"`{name}` er endra frå i fjor, men har ingen grunn for endringa.",
                f"Legg til eit punkt under `endringar` lengst ute i fila med «revisjon: "
                f"{grunnlag.plan.revisjon}», «felt: {name}» og grunnen.",
                at_key=True,
            )


UTAN_GRUNN = Prøveregel(
    "BP425",
    Severity.MERKNAD,
    "prinsipiell endring utanfor tiltaka utan grunngjeving",
    why="Den som skal vedta planen, bør få vite kvifor vekter, pottar, felles budsjettpostar eller "
    "ansvar er endra, òg når det ikkje gjeld eit tiltak.",
    wrong="# i fjor: vekt: 60\ndelmål:\n  bustad:\n    vekt: 50",
    right="endringar:\n  - revisjon: 1\n    felt: delmål.bustad.vekt\n"
    "    grunngjeving: Partane vil ha meir vekt på arbeidsplassar.",
    finn=principal_changes_have_reasons,
)


def changes_since_the_locked_have_reasons(grunnlag: Grunnlag) -> Iterator[Brot]:
    """A change in a measure since the locked revision has a reason of the new revision's own.

    Spelling and numbering need none, and what has had no reason since last year is told of there.
    """
    plan, låst = grunnlag.plan, grunnlag.låst_i_år
    if låst is None or plan.revisjon <= låst.revisjon:
        return
    told = {each.ting for each in _without_reason(grunnlag.diff)}
    for change in _without_reason(grunnlag.diff_frå_låst):
        _, id_, felt = change.ting
        place = plan.finn_tiltak(id_)
        if place and change.ting not in told and change.nivå is not Nivå.IKKJE_PRINSIPIELL:
            yield Brot(
                change.path_etter or place.path,
                f"`{felt}` i {tittel(place.tiltak.tittel)} er endra sidan revisjon "
                f"{låst.revisjon}, men har ingen grunn for endringa.",
                f"Legg til eit punkt under `endringar` i tiltaket med «revisjon: {plan.revisjon}», "
                f"«felt: {felt}» og grunnen.",
                at_key=True,
            )


SIDAN_DEN_LÅSTE = Prøveregel(
    "BP426",
    Severity.FEIL,
    "endra sidan den låste revisjonen utan grunngjeving",
    why="Kvar revisjon skal gjere greie for det som er endra i tiltaka. Det som blei sagt om den "
    "fyrste, forklarer ikkje det som er endra etterpå.",
    wrong="# låst i revisjon 1: slutt: 2032\nrevisjon: 2\n…\nslutt: 2033",
    right="slutt: 2033\nendringar:\n  - revisjon: 2\n    felt: slutt\n"
    "    grunngjeving: Grunnarbeidet tek lengre tid.",
    finn=changes_since_the_locked_have_reasons,
)


def _without_reason(diff: Plandiff | None) -> list[Endring]:
    """The changed fields of measures that nobody has given a reason for."""
    every = diff.endringar if diff else ()
    return [each for each in every if each.is_of_a_field and not each.grunngjevingar]


def _outside_measures(grunnlag: Grunnlag) -> tuple[Endring, ...]:
    return grunnlag.diff.utanfor_tiltaka if grunnlag.diff else ()


def _settled(
    grunnlag: Grunnlag,
) -> Iterator[tuple[Path, list[Endring], tuple[str, ...], str | None]]:
    """Each reason: its place, the changes it is for, its field as the table has it, its level."""
    by_thing: dict[tuple[str, ...], list[Endring]] = {}
    for change in grunnlag.diff.endringar if grunnlag.diff else ():
        by_thing.setdefault(change.ting, []).append(change)
    for position, given in enumerate(grunnlag.plan.endringar):
        concerned = [c for c in _outside_measures(grunnlag) if _concerns(given.path, c)]
        yield ("endringar", position), concerned, given.path, given.nivå
    for place in grunnlag.plan.alle_tiltak:
        for position, reason in enumerate(place.tiltak.endringar):
            felt = ("tiltak", place.id, reason.felt)
            path = (*place.path, "endringar", position)
            yield path, by_thing.get(felt, []), felt, reason.nivå


def _can_be_decided(path: tuple[str, ...]) -> bool:
    felt = field_at(path)
    return felt is not None and not felt.is_outside


def _concerns(path: tuple[str, ...], change: Endring) -> bool:
    return any(touch(path, each.path) for each in change.forskjellar)


def _lightest_at(path: tuple[str, ...]) -> Nivådom | None:
    """The lightest level a change of words, not of spelling, can have at a path."""
    felt = field_at(path)
    levels = [each.avgjort for each in felt.walk() if each.avgjort] if felt else []
    doms = [Nivådom(avgjort.nivå, avgjort.kvifor) for avgjort in levels]
    return min(doms, key=lambda dom: dom.nivå.rang, default=None)


def _near(path: tuple[str, ...], known: Mapping[tuple[str, ...], None]) -> list[tuple[str, ...]]:
    """The known paths to suggest: as long as what was written, first those that begin alike."""
    same_length = [each for each in known if len(each) == len(path)] or list(known)
    return sorted(same_length, key=lambda each: each[0] != path[0])


REGLAR = (
    UKJENT_FELT,
    I_TILTAK,
    UENDRA_FELT,
    PRINSIPIELT,
    UTAN_GRUNN,
    SIDAN_DEN_LÅSTE,
)
