"""The words by which minutes are known, each in a line as minutes have it."""

import re
from collections.abc import Iterator

import pytest

from bygdeplan.vedtak.protokoll.ordvalg import (
    ANDRE_FRAMLEGG,
    FRAMLEGG,
    HANDSAMA,
    HANDSAMING,
    INNSTILLAR,
    LEADS_IN,
    OVERSKRIFTER,
    PLAIN,
    RØRER_ANDRE_PUNKT,
    RØYSTING,
    STROKE,
    TAPT,
    TILRÅDING,
    UTGANG,
    VEDTAK,
    VEDTEKE,
    VENDER,
    VUNNE,
    words_of,
)

Words = frozenset[str]
DECISION = PLAIN | VEDTAK | VEDTEKE

# Words that a line may have → lines that have no others.
LINES: dict[str, tuple[Words, tuple[str, ...]]] = {
    "a decision": (
        DECISION,
        (
            "Kommunestyret har i møte 3. januar 2031 gjort slikt vedtak",
            "Kommunestyrets vedtak av 3. februar 2031, endelig",
            "Vedtaket frå formannskapet, dato 3. mars 2031, er samrøystes",
            "Kommunestyre og formannskap, saksnr. 12/31",
            "Formannskapets vedtak om sak nr. 12/31, 3. april 2031",
            "Kommunestyret gjorde dette endeleg vedtaket på møtet den 3. mai 2031",
            "Kommunen sitt vedtak i saka, saksnummer 12/31",
            "Slik vedtok kommunestyret det 3. juni 2031",
            "Med heimel i kommunelova gjer kommunestyret eit slikt vedtak",
            "I medhald av kommunelova, utval for kommune: vedteken 3. juli 2031",
            "Med hjemmel i kommuneloven ble følgende vedtak fattet 3. august 2031",
            "I medhold av kommuneloven: enstemmig vedtatt 3. september 2031",
            "Følgjande blei einstemmig vedteke 3. oktober 2031",
            "Fylgjande vart vedteke 3. november 2031",
            "Vedtaket var fatta, og blir til for å fatte slike som ein har, desember 2031",
            "Kommunestyret fattar vedtak som utskrift fra utval",
            "Kommunestyret har å gjere sine og si: sin, PS, PK, KS, FS s. 3",
        ),
    ),
    "what leads on to the points": (
        LEADS_IN | PLAIN,
        (
            "I samsvar med innstillinga vedtek kommunestyret desse punkta",
            "I tråd med tilrådinga vedtar kommunestyret dei følgjande punkt",
        ),
    ),
    "a recommendation": (
        TILRÅDING | PLAIN,
        (
            "Innstilling frå formannskapet",
            "Innstillinga: kommunen rår til",
            "Innstillingen fra formannskapet",
            "Tilråding og tilrådinga",
            "Formannskapet tilrår",
            "Formannskapet innstiller",
        ),
    ),
    "a proposal": (
        FRAMLEGG | VEDTAK,
        ("Framlegg vedtak", "Framlegget", "Forslag vedtak", "Forslaget"),
    ),
    "a proposal by others": (
        ANDRE_FRAMLEGG,
        (
            "Endringsframlegg",
            "Tilleggsframlegg",
            "Fellesframlegg",
            "Alternativ",
            "Alternativt",
            "Motframlegg",
            "Oversendingsframlegg",
            "Endringsforslag",
            "Tilleggsforslag",
            "Fellesforslag",
            "Mindretalet",
        ),
    ),
    "who recommends": (
        INNSTILLAR | PLAIN,
        (
            "Kommunedirektøren legg fram",
            "Kommunedirektør og rådmann",
            "Kommunedirektørens og rådmannens",
            "Rådmannen",
            "Administrasjonen og administrasjonens",
            "Ordføraren og ordførarens",
        ),
    ),
    "a debate": (
        HANDSAMING,
        (
            "Behandling",
            "Handsaming",
            "Saksbehandling",
            "Saksprotokoll",
            "Møtebehandling",
            "Møtehandsaming",
            "Røysting",
            "Røystinga",
            "Votering",
            "Voteringa",
            "Avrøysting",
            "Avrøystinga",
            "Drøfting",
            "Ordskifte",
        ),
    ),
}


@pytest.mark.parametrize(
    ("known", "line"), [(known, line) for known, lines in LINES.values() for line in lines]
)
def test_every_word_of_the_line_is_known(known: Words, line: str) -> None:
    assert words_of(line) - known == set()
