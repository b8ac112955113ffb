from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.editor.saved.escape import escape
from tests.passages.documents import document

LINE = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
MARKUP = st.lists(
    st.sampled_from([*"*_`#>+-=:|~!&<[]()\\.1a ", "1.", "<b>", "&amp;", "[^1]:", "```", "| - |"]), min_size=1
)


@given(st.lists(LINE | MARKUP.map(lambda parts: " ".join("".join(parts).split())).filter(bool), min_size=1, max_size=3))
def test_escaped_words_read_as_they_are(lines: list[str]) -> None:
    words = "\n".join(lines)
    assert document(escape(words) + "\n").text == words
    assert document(f"x\n\n## {escape(lines[0])}\n").text == f"x\n\n{lines[0]}"


def test_what_is_no_markup_stays_as_it_is() -> None:
    assert escape("“Safe!” – he said (2 > 1 | ~3), a.b#c") == "“Safe!” – he said (2 > 1 | ~3), a.b#c"
