"""The language of running text."""

import re
from typing import Any

import pytest

from bygdeplan.model.malform import Målform
from bygdeplan.rules import Grunnlag
from bygdeplan.rules.malform import MANGLAR_TVILLING
from bygdeplan.rules.sprak import (
    ANNA_MÅLFORM,
    DATO_I_TEKST,
    FORKORTING,
    HERMETEIKN,
    INFINITIV,
    TANKESTREK_I_SPENN,
    VERTE_OG_BLI,
)
from bygdeplan.rules.tekst import tekstfelt
from tests.plans import plan_with
from tests.rules.cases import Case, breaks, judge, keeps, table

INNLEIING = "innleiing"


def text(words: str) -> dict[str, str]:
    return {INNLEIING: words}


def in_bokmål(words: str) -> dict[str, dict[str, str]]:
    """A text in both forms, right in Nynorsk."""
    return {INNLEIING: {"nynorsk": "Planen er ikkje ferdig.", "bokmål": words}}


TOPPDAL = "kommunar/toppdal"


CASES = (
    breaks(ANNA_MÅLFORM, "a word", text("Planen er ikke ferdig."), INNLEIING),
    breaks(
        ANNA_MÅLFORM,
        "in a list",
        {"vedlegg": ["Planen", "Notat fra møtet"]},
        "vedlegg/1",
    ),
    breaks(
        ANNA_MÅLFORM,
        "in a measure",
        {"delmål/ungdom/tiltak/hybelhus/skildring": "Flere hyblar."},
        "delmål/ungdom/tiltak/hybelhus/skildring",
    ),
    keeps(ANNA_MÅLFORM, "in quotes", text("Prosjektet «Flere boliger nå» er ferdig.")),
    keeps(
        ANNA_MÅLFORM, "in the name of a body", {"organisering/medverka": ["Bolig og miljø ikke AS"]}
    ),
    breaks(
        ANNA_MÅLFORM,
        "Nynorsk in a text that is Bokmål",
        in_bokmål("Planen er ikkje ferdig."),
        "innleiing/bokmål",
    ),
    breaks(
        ANNA_MÅLFORM,
        "Bokmål beside Bokmål",
        {INNLEIING: {"nynorsk": "Planen er ikke ferdig.", "bokmål": "Planen er ikke ferdig."}},
        "innleiing/nynorsk",
    ),
    keeps(ANNA_MÅLFORM, "each text in its form", in_bokmål("Planen er ikke ferdig.")),
    breaks(
        ANNA_MÅLFORM,
        "Nynorsk in a kommune that writes Bokmål",
        {f"{TOPPDAL}/målform": "bokmål", f"{TOPPDAL}/vurdering": "Kommunen har fleire planer."},
        f"{TOPPDAL}/vurdering",
        also=[MANGLAR_TVILLING],
    ),
    keeps(
        ANNA_MÅLFORM,
        "Bokmål in a kommune that writes it",
        {f"{TOPPDAL}/målform": "bokmål", f"{TOPPDAL}/vurdering": "Kommunen har flere planer."},
    ),
    keeps(ANNA_MÅLFORM, "Nynorsk quoted in Bokmål", in_bokmål("Prosjektet «Fleire bustader».")),
    keeps(
        ANNA_MÅLFORM,
        "in what a council decided",
        {"kommunar/toppdal/vedtak": {"utfall": "vedteke", "tilleggspunkt": ["Flere boliger."]}},
    ),
    keeps(ANNA_MÅLFORM, "in an address", text("Sjå [sida](https://ikke.example/hva-er-en-bolig).")),
    breaks(FORKORTING, "mv.", text("Samlingar, møte mv. i haust."), INNLEIING),
    keeps(FORKORTING, "m.m.", text("Samlingar, møte m.m. i haust. Mva. er ikkje med.")),
    breaks(FORKORTING, "osb. in Bokmål", in_bokmål("Samlinger, møter osb."), "innleiing/bokmål"),
    keeps(FORKORTING, "mv. in Bokmål", in_bokmål("Samlinger mv. iht. planen, evt. møter.")),
    breaks(INFINITIV, "one among many", text("Vi skal byrje å skriva."), INNLEIING),
    keeps(INFINITIV, "as the others", text("Vi skal byrje å skrive, og hugse å ta pausar.")),
    keeps(INFINITIV, "Bokmål", in_bokmål("Lov å rulla.")),
    breaks(VERTE_OG_BLI, "vert", text("Planen vert vedteken."), INNLEIING),
    keeps(VERTE_OG_BLI, "Bokmål", in_bokmål("Toppdal: vert i 2031.")),
    keeps(VERTE_OG_BLI, "a host", text("Toppdal er vert for møtet, og ein vert har nøkkelen.")),
    breaks(TANKESTREK_I_SPENN, "years", text("Avtalen gjeld 2030-2033."), INNLEIING),
    keeps(TANKESTREK_I_SPENN, "a dash", text("Avtalen gjeld 2030–2033.")),
    breaks(DATO_I_TEKST, "no space", text("Møtet er 28.jan. i år."), INNLEIING),
    keeps(DATO_I_TEKST, "as it should be", text("Møtet er 28. jan. eller 2. mars.")),
    breaks(HERMETEIKN, "straight", text('Prosjektet "Tomme hus" er i gang.'), INNLEIING),
    keeps(HERMETEIKN, "as it should be", text("Prosjektet «Tomme hus» er i gang.")),
)


@table(*CASES)
def test_sprak(case: Case) -> None:
    judge(case)


def found(regel: object, words: str, målform: Målform = "nynorsk") -> list[str]:
    """What the messages of a rule show in «…» for a text in a form."""
    edits = text(words) if målform == "nynorsk" else in_bokmål(words)
    case = breaks(ANNA_MÅLFORM, "", edits, "")
    messages = [each.message for each in case.new if each.regel is regel]
    return [shown for message in messages for shown in re.findall("«([^»]*)»", message)[:1]]


@pytest.mark.parametrize(
    ("words", "bokmål"),
    [
        ("Jeg vet ikke hva som skjer.", ["jeg", "ikke", "hva"]),
        ("Noen av kommunene har flere boliger.", ["noen", "kommunene", "flere", "boliger"]),
        ("Tilskuddsordningen gjelder boligbygging.", ["gjelder", "boligbygging"]),
        ("Det er viktig med tilskuddsordninger.", ["tilskuddsordninger"]),
        ("Utfordringer og muligheter prioriteres.", ["muligheter", "prioriteres"]),
        ("Vi har utfordringer med sikkerheten.", ["utfordringer", "sikkerheten"]),
        ("Ikke noe. Fra nå av ble det bedre.", ["ikke", "noe", "fra", "ble", "bedre"]),
        ("- Ikke starta\n- Hva då?", ["ikke", "hva"]),
        ("Planen er **ikke** ferdig.", ["ikke"]),
        ("ikke ikke ikke", ["ikke"]),
        # What stands between the end of a sentence and the next is short.
        (f"Ja. {'*' * 18}Ikke", ["ikke"]),
        (f"Ja. {'*' * 19}Ikke", []),
        # Names have capitals where no sentence begins.
        ("Alle var med på Boligpulsen og i Flere AS.", []),
        ("Vi følgjer standarden EN 301 549 og hjelper HVA-prosjektet.", []),
        # Good Nynorsk that looks like Bokmål.
        ("Ho var òg den første, også då. Det er nå målet, mens dei et.", []),
        ("Finger, ringer og springer; kvalitet og profeten.", []),
        ("Styringsgruppa får komme med forslag, og vi ønsker å begynne no.", []),
        ("Tiltaket har ein id, og id-en er i pdf-en til NRK-en.", []),
        ("Tilskot til bustader; kommunane har fleire arbeidsplassar.", []),
        ("Vi bruker timane på tenester. Leverandøren leverer det han skal.", []),
    ],
)
def test_bokmål_words(words: str, bokmål: list[str]) -> None:
    assert found(ANNA_MÅLFORM, words) == bokmål


@pytest.mark.parametrize(
    ("words", "nynorsk"),
    [
        ("Dei veit ikkje kva kommunane gjer.", ["dei", "ikkje", "kva", "kommunane", "gjer"]),
        ("Vi vil ha tilskotsordninga for bustadbygging.", ["tilskotsordninga", "bustadbygging"]),
        (
            "Her skal utfordringar og moglegheiter vurderast.",
            ["utfordringar", "moglegheiter", "vurderast"],
        ),
        ("Offentlege tenester er viktigare.", ["offentlege", "tenester", "viktigare"]),
        ("- Ikkje startet\n- Kva da?", ["ikkje", "kva"]),
        # Names have capitals where no sentence begins.
        ("Alle var med på Bustadpulsen og i Fleire AS.", []),
        ("Anna og Vera leder arbeidet.", []),
        # What Bokmål allows, the most radical of it too.
        ("Tiltaka i bygda blei kasta fram da boka kom heim, og vi har høge fjell.", []),
        ("Veien, vegen, sjøl og selv; marknaden og vannet eller vatnet.", []),
        # Good Bokmål that looks like Nynorsk.
        ("En seier for samer og kvener: en same og en kven er vert for møtet.", []),
        ("Kommunens gjeld er høy, og ordningen har vart i fem år.", []),
        ("Fastleger, en kommuneoverlege og en tannlege; kontrast og busslast.", []),
        ("Kommentarer fra seminar i januar; ansvar, samsvar og par.", []),
        ("Blande, kanskje, privilegert; avkjørsel, bikkje og krykkje.", []),
        ("Handle lokalt, undersøkelser, muskulatur og kommunale kuler.", []),
        ("Kommunene skal behandle saken, og planen følges opp.", []),
    ],
)
def test_nynorsk_words(words: str, nynorsk: list[str]) -> None:
    assert found(ANNA_MÅLFORM, words, "bokmål") == nynorsk


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (text("Planen er ikke ferdig."), "«ikke» er bokmål. På nynorsk heiter det «ikkje»."),
        (
            text("Vi vet noen."),
            "«noen» er bokmål. På nynorsk heiter det «nokon» eller «nokre».",
        ),
        (in_bokmål("Planen er ikkje ferdig."), "«ikkje» er nynorsk. På bokmål heiter det «ikke»."),
    ],
)
def test_advice_is_the_word_of_the_texts_own_form(edits: dict[str, Any], told: str) -> None:
    (finding,) = breaks(ANNA_MÅLFORM, "", edits, "").new
    assert f"{finding.message} {finding.help}" == told


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Jfr. lova, iht avtalen og evt. meir.", ["iht", "evt."]),
        ("Møte jfr. lova", ["jfr."]),
        ("To gonger pr år, pr. kommune", ["pr"]),
        ("Informasjon og PR i haust; per år, jf. planen, ev. meir", []),
        ("Prisen er utan mva., og kvm. er målt", []),
    ],
)
def test_abbreviations(words: str, shown: list[str]) -> None:
    assert found(FORKORTING, words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Møter t.d. på høsten, m.a. i bygda osb.", ["t.d.", "m.a.", "osb."]),
        ("Jf. loven, jfr. avtalen, to ganger pr. år", ["jfr.", "pr."]),
        ("Møter mv., bl.a. iht. avtalen, evt. flere, osv. m.m. og m.a.o. per år", []),
    ],
)
def test_abbreviations_in_bokmål(words: str, shown: list[str]) -> None:
    assert found(FORKORTING, words, "bokmål") == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Det er lett å gjera og vanskeleg å byggja.", ["å gjera"]),
        ("Å vera eller å ikkje vera", ["å vera"]),
        ("Vi vel å ha, å ta, å delta, å bidra, å vedta, å oppgje og å sjå.", []),
        ("Det er mogleg å både skrive, å raskare byggje og å «vera».", []),
    ],
)
def test_infinitives(words: str, shown: list[str]) -> None:
    assert found(INFINITIV, words) == shown


def test_the_form_most_used_stays() -> None:
    a_infinitives = "Å vera, å gjera, å byggja, å laga, å skriva, å lesa, å tenkja, å seia."
    found_at = {each.path[0] for each in breaks(INFINITIV, "", text(a_infinitives), "").new}
    assert INNLEIING not in found_at
    assert "avtale" in found_at


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Avtalen gjeld 2030-2033 og 2034 - 2035.", ["2030-2033"]),
        ("Side 3-5 og 10-20 hus.", ["3-5", "10-20"]),
        ("Møta er 1.-3. juni og 1. mai-10. september.", ["1.-3. juni", "1. mai-10. september"]),
        ("Covid-19, 24-timarsteneste, 2-åring, ISO 2030-01-28, 2030–2033, sak 12/30-4.", []),
        ("Skuleåret 2030-31, men ikkje 2031-06", ["2030-31"]),
        ("Etter plan- og bygningslova § 11-3 og §12-8.", []),
        ("Telefon 35-06-70-00", []),
    ],
)
def test_spans(words: str, shown: list[str]) -> None:
    assert found(TANKESTREK_I_SPENN, words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Møtet er 28.jan og 2.juni.", ["28.jan", "2.juni"]),
        ("Møtet er 28 januar.", ["28 januar"]),
        ("Møtet er 28. jan klokka ni.", ["28. jan"]),
        ("Møtet er 28. jan., 12. februar, 3. mai og 4.\u00a0juni.", []),
        ("Frå 2030 mars til mai, 12 desemberdagar.", []),
    ],
)
def test_dates(words: str, shown: list[str]) -> None:
    assert found(DATO_I_TEKST, words) == shown


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ('Han sa "ja" og "nei".', 2),
        ('Skilt på 5" og 7" breidd', 0),
        ('Sjå [sida](https://x.example "tittel").', 0),
    ],
)
def test_straight_quotes(words: str, count: int) -> None:
    new = breaks(HERMETEIKN, "", text(words), "").new
    assert len([each for each in new if each.regel is HERMETEIKN]) == count


def test_every_text_of_a_plan_is_read() -> None:
    grunnlag = Grunnlag(plan_with())
    read = {field.path for field in grunnlag.texts}
    for path in [
        ("avtale", "om_ordninga"),
        ("avtale", "midlar", "tiltaksmidlar", "løyvingar", 0, "kjelde"),
        ("organisering", "styringsgruppe", 1, "stilling"),
        ("kommunar", "ytre-glimsund", "profil", "tekstar", "økonomi"),
        ("kommunar", "ytre-glimsund", "profil", "hovudfelt", "Arkiv"),
        ("vidare_handsaming", "fylkesting", "merknad"),
        ("innstilling", 2),
        ("delmål", "reiseliv", "tiltak", "vintersti", "endringar", 0, "grunngjeving"),
        ("delmål", "reiseliv", "tiltak", "turkart", "avslutning", "vurdering"),
        ("delmål", "reiseliv", "tiltak", "vintersti", "indikatorar", "lengd", "namn"),
        ("budsjett", "fordelingsnøklar", "likt", "tittel"),
        ("budsjett", "fellespostar", "leiing", "skildring"),
    ]:
        assert path in read
    names = {("kommunar", "toppdal", "namn"), ("organisering", "medverka", 0)}
    assert not names & {field.path for field in grunnlag.running_texts}


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Ord «sitat» ord", "Ord         ord"),
        ("Ord «ope sitat", "Ord «ope sitat"),
        ("[ord](https://a.example/ord) ord", f"[ord]({' ' * 21}) ord"),
        ("<https://a.example> ord", f"{' ' * 18}> ord"),
        ("post@a.example ord", "               ord"),
    ],
)
def test_what_is_not_the_authors_own_words_is_blanked_out(written: str, left: str) -> None:
    own = tekstfelt((), written, is_name=False).own
    assert own == left
    assert len(own) == len(written)


@pytest.mark.parametrize("sign", ["«", '"', "(", "å ", "a", "1", "\n", ".", "@", "A. Ikke", "-"])
def test_no_text_takes_long(sign: str) -> None:
    assert len(breaks(ANNA_MÅLFORM, "", text(f"x{sign * 20_000}x"), "").new) < 5


def test_quotes_are_written_out_as_they_should_be() -> None:
    (finding,) = breaks(HERMETEIKN, "", text('Prosjektet "Tomme hus" er i gang.'), "").new
    assert finding.help == "Skriv «Tomme hus»."
