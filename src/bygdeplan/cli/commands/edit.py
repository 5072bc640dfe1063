"""`bygdeplan edit`: the plan in fields in the browser, with the documents beside them."""

from bygdeplan.cli.commands.preview import Planval, Portval, UtanOpning, plan_there, serve


def edit(plan: Planval = None, no_open: UtanOpning = False, port: Portval = 0) -> None:
    """Skriv planen i felt i nettlesaren, og sjå dokumenta medan du skriv.

    Kvart felt blir lagra i planfila når du går frå det; resten av fila står som ho stod. Er fila
    endra utanfrå, får du vite det, og ingenting blir skrive over. Sida er berre for denne maskina.
    Ctrl-C avsluttar.
    """
    from bygdeplan.cli.pult.framsyning import Framsyning
    from bygdeplan.cli.pult.redigering import Redigering
    from bygdeplan.cli.pult.tenar import Tenar

    serve(Tenar(Framsyning(plan_there(plan)), port, Redigering), no_open=no_open)
