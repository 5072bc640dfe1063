"""What is said of text that YAML cannot read: the mistakes people make, at the line they made them.

«⟦⟧» stands where the finding must point.
"""

import pytest

from tests.load.liten_plan import found, taken_apart

QUOTE = 'Set heile verdien i hermeteikn: "…".'
KEY = "Skriv nøkkelen, eit kolon, eit mellomrom og så verdien."
INDENTATION = "Linjer som høyrer saman, skal ha like mange mellomrom fremst."
TAB = "Bruk mellomrom til innrykk, to for kvart nivå."
HARD_SPACE = "Slett mellomrommet og skriv det på nytt; det har kome med frå eit anna program."


@pytest.mark.parametrize(
    ("marked", "message", "help_"),
    [
        # tabs and hard spaces
        ("a:\n⟦⟧\tb: 1", "Linja er rykt inn med tabulator.", TAB),
        ("a:\n⟦⟧\t- b", "Linja er rykt inn med tabulator.", TAB),
        ("a: b\n⟦⟧\tc: d", "Linja er rykt inn med tabulator.", TAB),
        ("a: |\n⟦⟧\tb", "Linja er rykt inn med tabulator.", TAB),
        (
            "år:⟦⟧\u00a02031\ndato: 2031-01-06",
            "Det står eit hardt mellomrom der det skal vere eit vanleg.",
            HARD_SPACE,
        ),
        (
            "a: 1\nnr:⟦⟧\u00a01\nb: 2",
            "Det står eit hardt mellomrom der det skal vere eit vanleg.",
            HARD_SPACE,
        ),
        (
            "a:\n⟦⟧\u00a0\u00a0b: 1",
            "Det står eit hardt mellomrom der det skal vere eit vanleg.",
            HARD_SPACE,
        ),
        # colons
        ("⟦⟧år 2031\ndato: 2031-01-06", "Det manglar eit kolon på linja.", KEY),
        ("a: 1\n⟦⟧år 2031\n\n# …\ndato: 2", "Det manglar eit kolon på linja.", KEY),
        ("a: 1\n⟦⟧år 2031", "Det manglar eit kolon på linja.", KEY),
        ("nr⟦⟧:1\ntittel: Hus", "Det manglar eit mellomrom etter kolonet.", KEY),
        (
            "tittel: Døme⟦⟧: Tomme hus",
            "Det står eit kolon til inni verdien.",
            "Set heile teksten i hermeteikn når han inneheld kolon og mellomrom.",
        ),
        (
            "a: b\n  c⟦⟧: d",
            "Linja er rykt inn under ei linje som alt har ein verdi.",
            "Rykk henne inn som linja over, eller ta bort verdien der.",
        ),
        ("⟦⟧: x", "Det manglar ein nøkkel framfor kolonet.", "Skriv nøkkelen fremst på linja."),
        # indentation
        ("a:\n  b: 1\n ⟦⟧c: 2", "Innrykket passar ikkje med linjene over.", INDENTATION),
        ("a: |\n  x\n ⟦⟧y\nb: 1", "Innrykket passar ikkje med linjene over.", INDENTATION),
        # lists
        (
            "a:\n  - b\n  ⟦⟧c: d",
            "Lista er broten: linja byrjar ikkje med «- » som linjene over.",
            "Rykk linja inn som resten av punktet, eller set «- » framfor.",
        ),
        (
            "a: ⟦⟧- b",
            "Ei liste kan ikkje byrje på same linje som nøkkelen.",
            "Skriv «- » på linja under, rykt inn med to mellomrom.",
        ),
        # quotes
        (
            'a: 1\ntittel: ⟦⟧"Hus\nb: 2',
            "Teksten som byrjar med hermeteikn her, sluttar aldri.",
            "Set eit hermeteikn der teksten sluttar.",
        ),
        (
            'tittel: "Hus" ⟦⟧og heim',
            "Hermeteiknet framfor dette lukkar teksten, men det står meir på linja.",
            "Set hermeteikn om heile verdien, og bruk «…» for hermeteikn inni teksten.",
        ),
        (
            "tittel: 'Kari'⟦⟧s hus'",
            "Hermeteiknet framfor dette lukkar teksten, men det står meir på linja.",
            "Set hermeteikn om heile verdien, og bruk «…» for hermeteikn inni teksten.",
        ),
        (
            'fil: "C:⟦⟧\\planar"',
            "Omvend skråstrek «\\» har ei særskild tyding inni hermeteikn.",
            "Skriv han dobbelt: «\\\\», eller ta bort hermeteikna.",
        ),
        (
            'a: "b\n⟦⟧---\nc"',
            "Linjer med «---» eller «...» skil planar frå kvarandre, og her er det éin.",
            "Ta bort linja, eller rykk henne inn når ho høyrer til ein tekst.",
        ),
        # brackets
        (
            "a: ⟦⟧[b, c\nd: 1",
            "Klamma som opnar her, er ikkje lukka, eller det manglar eit komma etter henne.",
            "Lukk klamma med } eller ], og skil ledda med komma.",
        ),
        (
            "a: ⟦⟧{b: 1 c: 2}",
            "Klamma som opnar her, er ikkje lukka, eller det manglar eit komma etter henne.",
            "Lukk klamma med } eller ], og skil ledda med komma.",
        ),
        # signs that a value cannot begin with
        ("a: ⟦⟧@kari", "Teiknet her kan ikkje stå fyrst i ein verdi.", QUOTE),
        ("a: ⟦⟧%", "Teiknet her kan ikkje stå fyrst i ein verdi.", QUOTE),
        ("a: ⟦⟧`b`", "Teiknet her kan ikkje stå fyrst i ein verdi.", QUOTE),
        ("a: ⟦⟧]", "Teiknet her kan ikkje stå fyrst i ein verdi.", QUOTE),
        ("a: *viktig⟦⟧*", "Ein verdi kan ikkje byrje slik med * eller &.", QUOTE),
        ("a: &⟦⟧ b", "Ein verdi kan ikkje byrje slik med * eller &.", QUOTE),
        ("a: ⟦⟧? b", "Ein verdi kan ikkje byrje med «? ».", QUOTE),
        ("a: !<⟦⟧ b", "Ein verdi kan ikkje byrje slik med «!».", QUOTE),
        (
            "a: | ⟦⟧tekst",
            "Etter «|» eller «>» kan det ikkje stå noko på same linje.",
            "Skriv teksten på linjene under, rykt inn med to mellomrom.",
        ),
        # Anything else the parser may say
        (
            "a: |⟦⟧0\n  b",
            "Teksten let seg ikkje lese som YAML her.",
            "Sjå på innrykk, kolon og hermeteikn på denne linja og linja over.",
        ),
    ],
)
def test_mistake(marked: str, message: str, help_: str) -> None:
    text, [place] = taken_apart(marked)
    [funne] = found(text)
    assert funne.code == "BP003"
    assert (funne.message, funne.help) == (message, help_)
    assert (funne.place.line, funne.place.column) == (place.line, place.column)
