"""What stands on the page must reach the files: checked once, before any of them is written.

pandoc does not complain of a tag left open or a link that leads nowhere.
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from lxml import etree, html

from bygdeplan.convert import syntax
from bygdeplan.convert.look import ConversionError
from bygdeplan.convert.syntax import TreeNode

# XML 1.0 has no way to write these, and pandoc would drop them from docx and odt.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Where their addresses lead is seen by those who click.
_FOLLOWED_BY_HAND = ("a", "area")
_DRAWING = "data:image/svg+xml"


def check_characters(page: str) -> None:
    """Refuse characters that docx and odt cannot hold.

    Raises:
        ConversionError: There is one.
    """
    if found := _NOT_IN_XML.search(page):
        raise ConversionError(
            f"Dokumentet inneheld teiknet U+{ord(found[0]):04X}, som korkje Word eller LibreOffice "
            "kan lagre; ta det bort i planen."
        )


def check_self_contained(page: str) -> None:
    """Refuse a page that fetches anything, from the machine or from the network.

    pandoc in its sandbox would leave a picture out, and a reader's browser go and get it.

    Raises:
        ConversionError: There is such a picture, stylesheet or script.
    """
    for target in _fetched(html.document_fromstring(page)):
        if target.startswith(_DRAWING):
            # What draws it in pixels would read any file it names.
            check_self_contained(f"<main>{_content(target)}</main>")
        elif not target.startswith(("data:", "#")):
            raise ConversionError(
                f"Malen hentar «{target}» utanfrå; legg det inn i sjølve malen, "
                "eit bilete som <svg> eller «data:»."
            )


def _fetched(page: html.HtmlElement) -> Iterator[str]:
    for element, _, target, _ in page.iterlinks():
        if element.tag not in _FOLLOWED_BY_HAND:
            yield target
    yield from map(str, page.xpath("//@*[name() = 'xlink:href']"))


def _content(data: str) -> str:
    """What lies in a data: URI, written in base64 or with per cent signs."""
    kind, _, content = data.partition(",")
    if not kind.endswith(";base64"):
        return unquote(content)
    try:
        return b64decode(unquote(content)).decode(errors="replace")
    except ValueError:
        raise ConversionError(
            f"Biletet «{data[:40]}…» i malen er ikkje heilt; legg det inn på nytt."
        ) from None


def check_text(page: str, nodes: Iterable[TreeNode]) -> None:
    """Compare the text of the page's `main` with what was read of it, white space apart.

    Raises:
        ConversionError: Text was lost on the way.
    """
    words = _text_of_main(page).split()
    read = "".join(syntax.text_among(nodes).split())
    if Counter("".join(words)) != Counter(read):
        lost = next((word for word in words if word not in read), "")
        raise ConversionError(
            f"Teksten frå «{lost}» og utover kjem ikkje med; "
            "sjå etter ein tagg i malen som ikkje er lukka."
        )


def _text_of_main(page: str) -> str:
    main = html.document_fromstring(page).find(".//main")
    if main is None:
        raise ConversionError("Malen manglar <main>, som skal femne om alt innhaldet i dokumentet.")
    etree.strip_elements(main, "script", "style", "svg", with_tail=False)
    return str(main.text_content())


def check_links(nodes: Sequence[TreeNode]) -> None:
    """Refuse links within the document that lead nowhere, or to two places at once.

    Raises:
        ConversionError: There is one.
    """
    places = Counter(syntax.identifiers(nodes))
    for target in syntax.link_targets(nodes):
        if places[target] == 0:
            raise ConversionError(
                f"Lenkja til «#{target}» fører ingen stad; "
                "set id på ei overskrift, ein tabell eller ein <div> i malen."
            )
    for place, count in places.items():
        if count > 1:
            raise ConversionError(
                f"«{place}» er id for {count} stader i dokumentet; gjev kvar sin."
            )


def check_pictures(nodes: Iterable[TreeNode]) -> None:
    """Refuse a picture that says nothing to those who do not see it.

    Raises:
        ConversionError: There is one.
    """
    if not all(syntax.alternative_text(image).strip() for image in syntax.images(nodes)):
        raise ConversionError(
            "Eit bilete manglar alternativ tekst; skriv han i «alt» eller «aria-label» i malen."
        )
