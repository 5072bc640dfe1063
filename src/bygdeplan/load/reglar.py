"""The rules that hold before there is a plan: the files, their writing, their shape."""

from bygdeplan.funn.finding import Regel, Severity

IKKJE_LESELEG = Regel(
    "BP001",
    Severity.FEIL,
    "fila let seg ikkje lese",
    why="Ei planfil er ei vanleg tekstfil i UTF-8. Andre filer kan programmet ikkje lese.",
    wrong="bygdeplan validate plans/",
    right="bygdeplan validate plans/2031.yaml",
)
TOM_FIL = Regel(
    "BP002",
    Severity.FEIL,
    "fila er tom",
    why="Ei planfil må halde ein plan.",
    wrong="# berre ein kommentar",
    right="år: 2031",
)
IKKJE_YAML = Regel(
    "BP003",
    Severity.FEIL,
    "fila er ikkje YAML",
    why="Ei planfil er skriven i YAML: nøkkel, kolon, mellomrom, verdi. "
    "Innrykket viser kva som høyrer til kva.",
    wrong="avtale:\n  pilot: Fjellbygda\n pilotnummer: 3",
    right="avtale:\n  pilot: Fjellbygda\n  formål: Fleire skal bu og arbeide her.",
)
YAML_SERSKRIFT = Regel(
    "BP004",
    Severity.FEIL,
    "skrivemåte som planfiler ikkje har",
    why="Anker, alias, fletting og merkelappar gjer at fila seier noko anna enn det som står der. "
    "Ein plan skal kunne lesast rett fram.",
    wrong="vedlegg: *som_i_fjor",
    right="vedlegg:\n  - Handlingsplanen",
)
FLEIRE_DOKUMENT = Regel(
    "BP005",
    Severity.FEIL,
    "fleire planar i éi fil",
    why="Éi fil held planen for eitt år.",
    wrong="år: 2031\n---\når: 2032",
    right="år: 2031",
)
FOR_DJUPT = Regel(
    "BP006",
    Severity.FEIL,
    "for mange nivå",
    why="Ein plan har få nivå. Er det mange, er det klammer eller innrykk som er komne feil.",
    wrong="[[[[[[[[[[…]]]]]]]]]]",
    right="vedlegg: [Handlingsplanen]",
)
TEIKN = Regel(
    "BP007",
    Severity.FEIL,
    "teikn som dokumenta ikkje kan bere",
    why="Styreteikn og teikn utan fast tyding kan ikkje stå i Word, i arkivformatet PDF/A "
    "eller på ei nettside. Teikn som snur skriveretninga, syner ikkje, men gjer at to lesarar kan "
    "sjå ulik tekst.",
    wrong='tittel: "Bustad\\u0007"',
    right="tittel: Bustad",
)
NØKKEL_ER_IKKJE_TEKST = Regel(
    "BP008",
    Severity.FEIL,
    "nøkkelen er ikkje tekst",
    why="Nøkkelen er ordet framfor kolonet, og det er han alt anna viser til.",
    wrong="? [a, b]\n: verdi",
    right="tittel: verdi",
)
FJORÅRET = Regel(
    "BP009",
    Severity.ÅTVARING,
    "planen for året før let seg ikkje lese",
    why="Kvart tiltak skal kunne følgjast frå eitt år til det neste. Er det feil i planen for "
    "året før, blir ingenting samanlikna med han.",
    wrong="år: tjuetretti  # i planen for 2030",
    right="år: 2030",
)
FOR_MYKJE = Regel(
    "BP010",
    Severity.FEIL,
    "for mange nøklar og verdiar",
    why="Ein plan har nokre tusen nøklar og verdiar. Er det mange fleire, er fila noko anna enn "
    "ein plan, eller så har noko kome med mange gonger.",
    wrong="vedlegg: [a, a, a, a, a, a, a, a, a, a, …]",
    right="vedlegg: [Handlingsplanen]",
)
REINSKA = Regel(
    "BP013",
    Severity.MERKNAD,
    "teikn frå eit anna program er tekne bort",
    why="Tekst som er limt inn, har ofte med seg teikn som ikkje syner, og listeteikna til Word. "
    "Dei kjem ikkje med i dokumenta, og teksten mistar ingenting.",
    wrong="tittel: Bu\u00ad\u200bstader",
    right="tittel: Bustader",
)
FOR_MANGE_FEIL = Regel(
    "BP011",
    Severity.FEIL,
    "for mange feil til å vise alle",
    why="Når det er så mange feil i forma, har dei oftast éin og same grunn.",
    wrong="# ei liste over hus, ikkje ein plan",
    right="år: 2031",
)
LÅSEFIL = Regel(
    "BP012",
    Severity.FEIL,
    "låsefila let seg ikkje bruke",
    why="Låsefila viser kva som er vedteke. Er ho endra eller øydelagd, kan ingen sjå om planen "
    "framleis er den som blei vedteken.",
    wrong="# retta for hand\nkontrollsum: sha256:4f1c…",
    right="# slik «bygdeplan lock» skreiv henne\nkontrollsum: sha256:90b2…",
)
KOPI = Regel(
    "BP014",
    Severity.ÅTVARING,
    "ein kopi av planen ligg ved sida av",
    why="Når to skriv i same fila, lagar OneDrive, Dropbox og andre program ein kopi med eit anna "
    "namn. Han blir ikkje lesen, så det som står der, kjem ikkje med i noko dokument.",
    wrong="plans/2031.yaml\nplans/2031-KONTOR-PC.yaml",
    right="plans/2031.yaml",
)
ULAGRA = Regel(
    "BP015",
    Severity.ÅTVARING,
    "planen er open i eit program",
    why="Eit skriveprogram har ei eiga fil med det som ikkje er lagra enno. Er ho nyare enn "
    "planen, kan det stå noko der som ikkje er med.",
    wrong="plans/2031.yaml\nplans/.2031.yaml.swp",
    right="plans/2031.yaml",
)
KONFLIKT = Regel(
    "BP016",
    Severity.FEIL,
    "to utgåver av fila er ikkje fletta",
    why="Git set inn begge utgåvene, med merke rundt, når to har endra same linja. Nokon må velje.",
    wrong="<<<<<<< HEAD\nrevisjon: 1\n=======\nrevisjon: 2\n>>>>>>> utkast",
    right="revisjon: 2",
)
DOBBEL_NØKKEL = Regel(
    "BP101",
    Severity.FEIL,
    "same nøkkel to gonger",
    why="Står ein nøkkel to gonger, kan berre den eine gjelde, og ingen ser kva for ein.",
    wrong="tittel: Fleire bustader\ntittel: Fleire hus",
    right="tittel: Fleire bustader",
)
MANGLAR = Regel(
    "BP102",
    Severity.FEIL,
    "eit felt manglar",
    why="Dokumenta treng feltet. Er det ukjent, gjeld det eit anna felt som kan utelatast.",
    wrong="bustad:\n  nr: 1\n  tittel: Fleire bustader",
    right="bustad:\n  nr: 1\n  tittel: Fleire bustader\n  vekt: 60",
)
UKJEND_NØKKEL = Regel(
    "BP103",
    Severity.FEIL,
    "ukjend nøkkel",
    why="Ein nøkkel som er feilskriven, ville elles ha blitt borte utan at nokon såg det.",
    wrong="formanskap: 2031-01-28",
    right="formannskap: 2031-01-28",
)
FEIL_SLAG = Regel(
    "BP104",
    Severity.FEIL,
    "feil slag verdi",
    why="Eit felt er anten tekst, ei liste eller ei gruppe av nøklar.",
    wrong="innstilling: Planen blir vedteken.",
    right="innstilling:\n  - Planen blir vedteken.",
)
UKJEND_VERDI = Regel(
    "BP105",
    Severity.FEIL,
    "ukjend verdi",
    why="Feltet har nokre få faste verdiar, slik at dokumenta kan telje og samanlikne.",
    wrong="status: påbyrja",
    right="status: i arbeid",
)
TOM_TEKST = Regel(
    "BP106",
    Severity.FEIL,
    "tom tekst",
    why="Er noko ukjent, blir feltet utelate. Ein tom tekst ser ut som eit svar utan å vere det.",
    wrong='ansvarleg: ""',
    right="ansvarleg: Næringssjefen",
)
BELØP = Regel(
    "BP110",
    Severity.FEIL,
    "beløpet let seg ikkje lese",
    why="Beløp er heile kroner, og kan skrivast på mange måtar. Men punktum eller komma framfor "
    "tre siffer skil tusen for somme og desimalar for andre, og då veit ingen kva som er meint.",
    wrong="kostnad: 60.000",
    right="kostnad: 60 000",
)
TAL = Regel(
    "BP111",
    Severity.FEIL,
    "talet let seg ikkje lese",
    why="Tal kan ha mellomrom mellom tusen og komma framfor desimalane.",
    wrong="vekt: seksti",
    right="vekt: 60",
)
DATO = Regel(
    "BP112",
    Severity.FEIL,
    "datoen let seg ikkje lese",
    why="Datoar kan skrivast på fleire måtar, men ikkje slik at dei kan vere to ulike dagar. "
    "I dokumenta blir dei skrivne ut.",
    wrong="kommunestyre: 19/3-31",
    right="kommunestyre: 2031-03-19",
)
PERIODE = Regel(
    "BP113",
    Severity.FEIL,
    "perioden let seg ikkje lese",
    why="Ein periode er eitt år eller to år med tankestrek mellom.",
    wrong="periode: 2030/33",
    right="periode: 2030–2033",
)
ID = Regel(
    "BP114",
    Severity.FEIL,
    "id-en let seg ikkje bruke",
    why="Ein id følgjer tiltaket frå år til år, kjem med i filnamn og blir skriven på "
    "kommandolinja. Difor har han berre små bokstavar a–z, siffer og bindestrek.",
    wrong="tiltak:\n  Bustad Innsikt:",
    right="tiltak:\n  bustad-innsikt:",
)
JA_NEI = Regel(
    "BP115",
    Severity.FEIL,
    "ja eller nei",
    why="Feltet er eit spørsmål med to svar.",
    wrong="prioritert: kanskje",
    right="prioritert: ja",
)
MERKE = Regel(
    "BP116",
    Severity.FEIL,
    "merket let seg ikkje lese",
    why="Merka «førebels» og «døme» gjeld anten heile gruppa dei står i (ja), eller dei nøklane "
    "som er lista opp.",
    wrong="døme: [budsjet]",
    right="døme: [budsjett]",
)
UMERKT = Regel(
    "BP117",
    Severity.ÅTVARING,
    "merket har ingen verknad",
    why="Det som er merkt, seier det kvar gong det står i eit dokument. Nummer, årstal, oppsett og "
    "det som fortel kva ei grunngjeving gjeld, kan ikkje vere førebels eller døme for lesaren.",
    wrong="førebels: [nr, vekt]",
    right="førebels: [vekt]",
)

MÅLFORM = Regel(
    "BP118",
    Severity.FEIL,
    "målform",
    why="Ein plan er på nynorsk eller bokmål. Ein tekst som blir trykt på begge, kan skrivast éin "
    "gong i kvar.",
    wrong="målform: engelsk",
    right="målform: bokmål",
)

REGLAR = (
    IKKJE_LESELEG,
    TOM_FIL,
    IKKJE_YAML,
    YAML_SERSKRIFT,
    FLEIRE_DOKUMENT,
    FOR_DJUPT,
    TEIKN,
    NØKKEL_ER_IKKJE_TEKST,
    FJORÅRET,
    FOR_MYKJE,
    FOR_MANGE_FEIL,
    LÅSEFIL,
    REINSKA,
    KOPI,
    ULAGRA,
    KONFLIKT,
    DOBBEL_NØKKEL,
    MANGLAR,
    UKJEND_NØKKEL,
    FEIL_SLAG,
    UKJEND_VERDI,
    TOM_TEKST,
    BELØP,
    TAL,
    DATO,
    PERIODE,
    ID,
    JA_NEI,
    MÅLFORM,
    MERKE,
    UMERKT,
)
