"""What an odt file says of itself, and of where it comes from."""

from lxml.etree import _Element

from bygdeplan.convert.document import Properties
from bygdeplan.convert.opendocument import PREFIXES, find, new
from bygdeplan.convert.package import say


def tell_properties(part: _Element, properties: Properties) -> None:
    """Set title, author, dates, language and provenance in meta.xml."""
    timestamp = f"{properties.timestamp:%Y-%m-%dT%H:%M:%SZ}"
    said = {
        "meta:generator": properties.said.get("generator", "bygdeplan"),
        "dc:title": properties.title,
        "meta:initial-creator": properties.author,
        "dc:creator": properties.author,
        "dc:language": properties.language,
        "meta:creation-date": timestamp,
        "dc:date": timestamp,
    }
    meta = find(part, "office:meta")
    say(meta, said, PREFIXES)
    for key, text in properties.provenance.items():
        own = new("meta:user-defined", {"meta:name": key, "meta:value-type": "string"})
        own.text = text
        meta.append(own)
