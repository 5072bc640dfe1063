"""`bygdeplan explain`: one rule, all rules, and the page made of the same text."""

from tests.cli.conftest import Program


def test_a_rule_is_explained_with_a_wrong_and_a_right_example(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "BP103")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "BP103 ukjend nøkkel (feil)\n"
        "\n"
        "Ein nøkkel som er feilskriven, ville elles ha blitt borte utan at nokon såg det.\n"
        "\n"
        "Gale:\n"
        "  formanskap: 2031-01-28\n"
        "\n"
        "Rett:\n"
        "  formannskap: 2031-01-28\n"
    )


def test_code_can_be_written_in_small_letters(bygdeplan: Program) -> None:
    assert bygdeplan("explain", "bp103") == bygdeplan("explain", "BP103")


def test_a_rule_in_markdown(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "BP103", "--format", "md")
    assert said.out.startswith("### BP103 ukjend nøkkel\n\n*Feil.* Ein nøkkel")


def test_all_rules_are_listed(bygdeplan: Program) -> None:
    lines = bygdeplan("explain").out.splitlines()
    assert lines[:2] == ["Fila", "  BP001  feil      fila let seg ikkje lese"]
    assert "  BP904  åtvaring  unntaket gjeld ingenting" in lines


def test_a_change_is_explained_with_its_levels(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "en223")
    assert said.out == (
        "EN223 endra\n\nVekta til eit delmål: noko er endra.\n\n  delmål.*.vekt: prinsipiell\n"
    )
    assert bygdeplan("explain", "EN101").out == (
        "EN101 ny\n\nTiltaket er nytt i planen. At eit tiltak tek til, er ei prinsipiell sak.\n"
    )


def test_a_change_in_markdown(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "EN109", "--format", "md")
    assert said.out == "**EN109** Tiltaket høyrer til eit anna delmål.\n"


def test_all_changes_are_listed(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "--of", "endringar")
    assert said.out.startswith("  EN101  tiltaket er nytt i planen\n  EN102  ")


def test_unknown_change(bygdeplan: Program) -> None:
    said = bygdeplan("explain", "EN000")
    assert said.code == 2
    assert "Endringa `EN000` finst ikkje." in said.err
