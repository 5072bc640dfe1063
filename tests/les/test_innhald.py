"""What is quoted of a text: enough to find it by."""

from hypothesis import given
from hypothesis import strategies as st

from bygdeplan.les.innhald import first_words


@given(st.text(alphabet="ab \t\n\xa0\u2003-", max_size=60))
def test_the_first_eight_words_are_quoted(text: str) -> None:
    words = text.split()
    assert first_words(text) == " ".join(words[:8]) + (" …" if len(words) > 8 else "")
