"""What the pilot's case is known to say is found in the text of the documents councils get.

Each row is one fact, as short as it can be and still be told from others; «…» stands for what may
come between. A row of a table is read with « | » between its cells.
"""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from bygdeplan.documents.dokumentsett import DOKUMENTSLAG, document_set
from bygdeplan.side.malar import Malar
from bygdeplan.side.produksjon import produce
from tests.rendered import FJOR, plan

pytestmark = pytest.mark.slow

YEAR = "2026"
KOMMUNAR = ["fyresdal", "kviteseid", "nissedal", "seljord", "tokke", "vinje"]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# What every council reads of the scheme, the pilot, the money and the people.
FRAME = """
utviklingsavtalar mellom staten ved Kommunal- og distriktsdepartementet (KDD), ein fylkeskommune
ti pilotar
Dei fem fyrste … 2023, dei andre i 2024
busetjing … kompetent arbeidskraft … næringsutvikling i dei minst sentrale delane
overføringsverdi for andre distriktskommunar
utviklingsprosjekt … innovasjon og nytenking … i tillegg til det kommunane elles gjer
revidert to gonger i året … handsama politisk éin gong … rapporteringa har faste fristar kvart år
pulje 2
den største av dei ti
Fyresdal, Kviteseid, Nissedal, Seljord, Tokke og Vinje
Telemark fylkeskommune
2025–2028
partane hadde signert avtalen 2. juni 2025
Forfase (2023) … Søknaden blei skriven og send
Fase 1 (2024) … Innhaldet i avtalen … forhandla
Fase 2 (sommaren 2025 til utgangen av 2028) … årlege handlingsplanar
Delmål 1: Fleire eigna bustader i Vest-Telemark – 60 %
Delmål 2: Korleis få fleire arbeidsplassar i privat sektor – 20 %
Delmål 3: Meir kompetanse innan helse og oppvekst – 20 %
tilbakemeldinga frå Vest-Telemarktinget i april 2025
Driftstilskot … Årleg tilskot … til kvar pilot, til driftsutgifter
Tiltaksmidlar … medfinansiering for heile avtaleperioden, øyremerkt konkrete tiltak … målet
Prosjektleiing … øyremerkte i statsbudsjettet for 2026
Driftstilskot | 2023 | 2 mill. kr
Driftstilskot | 2024 | 2 mill. kr
Driftstilskot | 2025 | 2 mill. kr
Tiltaksmidlar | 2025 (førebels) | 18 mill. kr
både 2025 og 2026 som året for løyvinga
Prosjektleiing | 2026 | 1 mill. kr
Prosjekteigar: Vest-Telemarkrådet (med dei seks ordførarane)
Prosjektansvarleg: Anne Aasmundtveit (dagleg leiar, Vest-Telemarkrådet)
Jan Myrekrok (kommunedirektørutvalet i Vest-Telemark)
Olav Kiland (næringssjef, Nissedal kommune)
Hans Jacob Edvardsen (Telemark fylkeskommune)
Morten Wollebæk Lewin (Statsforvaltaren i Vestfold og Telemark)
Torunn Raftevold Rue (prosjektleiar, Vest-Telemarkrådet)
Prosjektleiar: Torunn Raftevold Rue (utviklingsleiar, Vest-Telemarkrådet)
Prosjektmedarbeidar: Torill Verpe (sekretær for styringsgruppa, sidan mai 2025)
med på å utforme planen … Telemark fylkeskommune … Statsforvaltaren … Husbanken, Distriktssenteret
Léva by- og bygdeutvikling (tidlegare Léva Urban Design)
partar i avtalen … må slutte seg til tiltaka og arbeidsmåtane
kan overførast til seinare år
Fyresdal | 28. jan. 2026 | 19. feb. 2026
Kviteseid | 29. jan. 2026 | 12. feb. 2026
Nissedal | – | 22. jan. 2026 | ekstraordinært
Seljord | 29. jan. 2026 | 19. feb. 2026
Tokke | 28. jan. 2026 | 10. feb. 2026
Vinje | 5. feb. 2026 | 24. feb. 2026
Fylkesutvalet i Telemark | – | 29. april 2026
Fylkestinget i Telemark | – | 6. mai 2026 | eventuelt, til orientering
Kommunal- og distriktsdepartementet (KDD) | –
likelydande vedtak
"""

# What was done in the year before, in each council's paper and in the status report.
DONE = """
utforma og vedteken i formannskap og kommunestyre i alle seks kommunane … 25. mars 2025
Fylkesutvalet i Telemark … 24. april 2025
side om side gjennom vinteren og våren
Kommunedirektørane peika ut folk frå eigen organisasjon til arbeidsgruppene
delmål 1 og delmål 3 … våren 2025 … halde fram
Alle seks kommunane vedtok handlingsplanen for 2025 med likelydande vedtak
Vinje hadde eitt punkt til … bustad … handlingsdelen for 2026 … konkrete tiltak … ordlyden i avtalen
ikkje med prosjektmakeri
KDD godkjende planen i juli 2025
I august 2025 søkte Vest-Telemarkrådet om hjelp … delmål 1 og delmål 3
avtale med ein ekstern prosessrådgjevar
Hausten 2025 … delmål 1 tre samlingar … delmål 3 to
Fylkeskommunen … analysar, statistikk og bakgrunnsstoff
Boligpulsen … Husbanken … april 2025
samlinga for pilotane i pulje 2
seminaret «Levande landskap, levande næring»
Hausten 2025 heldt Vest-Telemarkrådet seminaret
1 Samarbeid om innsiktsarbeid og kartlegging for bustadstrategi
To fysiske samlingar og éi digital … plan, næring, miljø og kultur … lokal entreprenør … Husbanken
Brei deltaking … kjernen av bustadutfordringane … kunnskapshola … kunnskapsgrunnlag om marknaden
hovudfunn … manglar brukarinnsikt … kva målgruppene treng
4 «Kompetansesirkel» | … Planleggjarane i kommunane har byrja å møtast
Vinje, Tokke og Fyresdal … ein gong i månaden hausten 2025 … fysisk og digitalt
Byggjesak, næring og andre tenester er med når det trengst
lettare å samarbeide når ein kjenner kvarandre
innsikt, forankring og kompetanse går etter planen
risikoavlastande tiltak og pilotar, ligg i 2026–2028
1 Verkemiddelapparatet – synleggjere moglegheitene | … KDD … Etablerartenesta i Vest-Telemark
sett av midlar for 2026–2028 … Doffin i 2025
Avtale med Str8line … 2026–2028
3 Nettverks- og klyngeutvikling innan bygg og anlegg | … Ikkje starta.
4 Grøn region Vest-Telemark
leitar framleis etter ei god form … Distriktssenteret … næringskollegiet og landbruksforvaltninga
Ingen breie operative tiltak blei sette i gang i 2025
1 Synleggjering av karrieremoglegheiter i helse-, omsorg- og oppvekst | … To fysiske samlingar
NAV, Studie- og utdanningssenteret i Nissedal, Seljord folkehøgskule, Vest-Telemark vgs og OKOS
OKOS (opplæringskontoret for offentleg sektor i Telemark)
rekrutteringsutfordringane i regionen … bodskap, tiltak og verkemiddel
Kompetansenettverket i fylket støttar
2 Utvikle tilpassa kompetanseløp for flyktningar og arbeidsinnvandrarar | … Som tiltak 1.
fase for innsikt og kartlegging … tilpassa målgruppene … framdriftsplanen for 2026
godt i gang … felles kunnskapsgrunnlag … hovudutfordringar som gjeld for alle seks kommunane
byrja på framdriftsplanar … prioriteringane i 2026
kriterium for bruken av midlar … samordning med andre nettverk
kome i gang og å forankre
felles grunnlag for kunnskap og styring
To av dei tre delmåla er i gang, og det tredje er avklara og førebudd
I 2026 … meir vekt på konkrete tiltak og på å gjennomføre dei
"""

# What is put to each council: the duties of a plan, the assessment, the conclusion, the decision.
CASE = """
får medfinansiering, blir valde ut i årlege handlingsplanar
godkjennast politisk av alle kommunane … fylkeskommunen … departementet
grunnlaget for utbetalingane
nye tiltak: dei som skal bruke statlege midlar … sjåast saman
endringar i tiltak … grunngjeving for kvar endring
avslutta tiltak, med ei kort vurdering av kva kvart av dei har gjeve
ulike delmål til ulike tider
avgjerande at vedtaka er likelydande
fyrste med heilårsverknad … grunnlaget for den statlege medfinansieringa
fører vidare det som blei sett i gang i 2025 … lokale tilpassingar
Året 2025 var uvanleg … utan heilårsverknad
seks kommunar i éin pilot tek det … tid å forankre planen politisk
aktivt og søkjer tilskot … ikkje vore tid til
«God agronomi i det grøne skiftet» kan knytast til avtalen
Vest-Telemarkrådet som driv prosjektet
tilskot av klimasatsmidlane til Miljødirektoratet i august 2024
tiltak 4, Grøn region Vest-Telemark, under delmål 2 endra
KDD er i prinsippet positiv … styrkje andre prosessar
Styringsgruppa vonar … rom nok for skilnadene mellom kommunane
ein av ti pilotar … tre delmål
justert … «God agronomi i det grøne skiftet»
eigarskap og forankring i alle seks kommunane
før planen går til fylkeskommunen og KDD
utkastet til handlingsplan for 2026 blir vedteke
Styringsgruppa kan gjere ikkje-prinsipielle endringar i teksten dersom KDD ikkje godkjenner planen
Utkast til handlingsplan for 2026
"""

FYRESDAL = """
kommuneplanen sin samfunnsdel 2023–2035
ein god stad å vere og å leve
Ulf Pedersen … Kommunedirektør
Arkiv: [kommunen fyller inn]
Saksmappe: [kommunen fyller inn]
Saksbeh.: [kommunen fyller inn]
"""

ACTION_PLAN = """
Tiltak 1 Samarbeid om innsiktsarbeid og kartlegging for bustadstrategi
Tiltak 4 «Kompetansesirkel»
Tiltak 1 Verkemiddelapparatet – synleggjere moglegheitene
Tiltak 3 Nettverks- og klyngeutvikling innan bygg og anlegg
Tiltak 4 Grøn region Vest-Telemark
Tiltak 1 Synleggjering av karrieremoglegheiter i helse-, omsorg- og oppvekst
Tiltak 2 Utvikle tilpassa kompetanseløp for flyktningar og arbeidsinnvandrarar
Budsjett for heile perioden 2025–2028
Budsjett med finansieringsplan for 2026
Delmål 1: Fleire eigna bustader i Vest-Telemark | … | 10 800 | 60 % | 60 %
Delmål 2: Korleis få fleire arbeidsplassar i privat sektor | … | 3 600 | 20 % | 20 %
Delmål 3: Meir kompetanse innan helse og oppvekst | … | 3 600 | 20 % | 20 %
Sum | … | 18 000 | 100 % | 100 %
operative tiltaka for bustad ligg i 2026–2028
"""

CHANGES = """
Delmål 2, tiltak 4 Grøn region Vest-Telemark
Skildring | … | … «God agronomi i det grøne skiftet» … | KDD har gått med på
klimasatsmidlane til Miljødirektoratet i august 2024
Det er Vest-Telemarkrådet som driv «God agronomi i det grøne skiftet»
"""

DECISIONS = """
Ingen har gjort vedtak om planen enno
utkastet til handlingsplan for 2026 blir vedteke
Styringsgruppa kan gjere ikkje-prinsipielle endringar i teksten dersom KDD ikkje godkjenner planen
Formannskapet i Fyresdal | 28.01.2026 | – | Står att | –
Kommunestyret i Nissedal | 22.01.2026 | – | Står att | –
Kommunestyret i Vinje | 24.02.2026 | – | Står att | –
Fylkesutvalet i Telemark | 29.04.2026 | – | Står att | –
Fylkestinget i Telemark | 06.05.2026 | – | Står att | –
Kommunal- og distriktsdepartementet (KDD) | – | – | Står att | –
"""

FACTS = {
    **{f"saksframlegg-2026-{kommune}": FRAME + DONE + CASE for kommune in KOMMUNAR},
    "saksframlegg-2026-fyresdal": FRAME + DONE + CASE + FYRESDAL,
    "handlingsplan-2026": FRAME + ACTION_PLAN + CHANGES,
    "statusrapport-2025": DONE,
    "endringsliste-2025-2026": CHANGES,
    "vedtaksoversikt-2026": DECISIONS,
}
# One kommune's own words, in no other kommune's paper.
OWN_TO_FYRESDAL = ["samfunnsdel 2023–2035", "ein god stad å vere og å leve", "Ulf Pedersen"]


def facts(document: str) -> list[str]:
    return FACTS[document].strip().splitlines()


@cache
def texts() -> dict[str, str]:
    """The text of each docx of the set, a line for each paragraph and each row of a table."""
    this, fjor = plan(YEAR), plan(str(FJOR[YEAR]))
    documents = document_set(this, fjor, DOKUMENTSLAG, list(this.kommunar))
    files = produce(documents, Malar(), ["docx"], Path())
    return {path.stem: "\n".join(lines(data)) for path, data in files.items()}


def lines(docx: bytes) -> list[str]:
    body = ET.fromstring(ZipFile(BytesIO(docx)).read("word/document.xml"))[0]  # noqa: S314  # our own
    found = []
    for block in body:
        if block.tag == f"{_W}tbl":
            found += [" | ".join(map(text, row.iter(f"{_W}tc"))) for row in block.iter(f"{_W}tr")]
        else:
            found.append(text(block))
    return [" ".join(line.split()) for line in found]


def text(block: ET.Element) -> str:
    """The text of a block; paragraphs and line breaks apart, no-break spaces as spaces."""
    breaks = {f"{_W}br": " ", f"{_W}p": " ", f"{_W}tab": " "}
    return "".join(
        element.text or "" if element.tag == f"{_W}t" else breaks.get(element.tag, "")
        for element in block.iter()
    ).strip()


def holds(document: str, fact: str) -> bool:
    pattern = ".*?".join(re.escape(part.strip()) for part in fact.split("…"))
    return re.search(pattern, document) is not None


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_is_in_the_document(name: str) -> None:
    assert [fact for fact in facts(name) if not holds(texts()[name], fact)] == []


def test_every_document_has_its_facts() -> None:
    assert texts().keys() == FACTS.keys()


@pytest.mark.parametrize("kommune", [k for k in KOMMUNAR if k != "fyresdal"])
def test_what_only_one_kommune_has_said_stands_in_no_other_paper(kommune: str) -> None:
    paper = texts()[f"saksframlegg-2026-{kommune}"]
    assert [words for words in OWN_TO_FYRESDAL if words in paper] == []
    assert "[kommunen fyller inn] Kommunedirektør" in paper
    assert "Lokal vurdering: [kommunen fyller inn]" in paper


@pytest.mark.parametrize("name", FACTS)
def test_an_example_says_so_on_page_one(name: str) -> None:
    assert "Planen inneheld døme." in "\n".join(texts()[name].splitlines()[:12])


SECTIONS = [
    "Kort om saka",
    "Samandrag",
    "Bakgrunn for saka",
    "Handlingsplan",
    "Plan for politisk handsaming",
    "Vurdering",
    "Dette er gjort i 2025",
    "Status for prioriterte tiltak i 2025",
    "Samla status",
    "Organisering",
    "Konklusjon",
    "Innstilling frå kommunedirektøren",
]


@pytest.mark.parametrize("kommune", KOMMUNAR)
def test_sections_come_in_the_order_of_the_case(kommune: str) -> None:
    paper = texts()[f"saksframlegg-2026-{kommune}"].splitlines()
    assert [line for line in paper if line in SECTIONS] == SECTIONS
    assert "Tiltaksnr. og tittel | Gjennomført | Førebels resultat" in paper
