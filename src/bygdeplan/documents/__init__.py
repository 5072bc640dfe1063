"""The documents: one frozen view each, holding text and tables ready to place."""

from bygdeplan.documents.dokument import digest
from bygdeplan.documents.endringsliste import Endringsliste, build_endringsliste
from bygdeplan.documents.handlingsplan import Handlingsplan, build_handlingsplan
from bygdeplan.documents.saksframlegg import FORMER, Form, Saksframlegg, build_saksframlegg
from bygdeplan.documents.statusrapport import Statusrapport, build_statusrapport
from bygdeplan.documents.vedtaksoversikt import Vedtaksoversikt, build_vedtaksoversikt

Dokument = Saksframlegg | Handlingsplan | Statusrapport | Endringsliste | Vedtaksoversikt
"""Any document's view."""

__all__ = [
    "FORMER",
    "Dokument",
    "Endringsliste",
    "Form",
    "Handlingsplan",
    "Saksframlegg",
    "Statusrapport",
    "Vedtaksoversikt",
    "build_endringsliste",
    "build_handlingsplan",
    "build_saksframlegg",
    "build_statusrapport",
    "build_vedtaksoversikt",
    "digest",
]
