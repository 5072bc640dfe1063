"""What stands at the head and foot of every page, with the document's own words filled in."""

import re

from bygdeplan.convert.document import Properties

_PLACE = re.compile(r"\{(\w+)\}")


def fill_in(text: str, properties: Properties) -> str:
    """Text of a header or footer with what the page says of itself in place of `{avsendar}`.

    The names are those of the page's `meta` elements, and `title`; what the page does not say is
    left out.
    """
    return _PLACE.sub(lambda place: properties.said.get(place[1], ""), text)
