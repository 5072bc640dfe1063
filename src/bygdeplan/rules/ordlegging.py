"""How findings name the things of a plan."""

_LONGEST_TITLE = 80


def tittel(text: str) -> str:
    """A title in «…», with quotes of its own as ‘…’, and cut when it is long."""
    if text.startswith("«") and text.endswith("»"):
        return text
    inner = text.replace("«", "‘").replace("»", "’")
    if len(inner) > _LONGEST_TITLE:
        inner = inner[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return f"«{inner}»"
