from __future__ import annotations

import pytest

from site_builder.html import clean, text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>a <em>b</em></p>", "<p>a <em>b</em></p>"),
        ("<p onclick=x>a</p><script>x</script>", "<p>a</p>"),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<a href="../b/index.html#c">a</a>', '<a href="../b/index.html#c">a</a>'),
        ('<img src="https://e.example/x.png">', ""),
        ('<mark id="p-1" class="passage" data-passages="p-1" style="x">a</mark>',
         '<mark id="p-1" class="passage" data-passages="p-1">a</mark>'),
        ("<iframe src=x></iframe><style>x</style><svg onload=x></svg>", ""),
    ],
)  # fmt: skip
def test_only_what_prose_needs_is_kept(given: str, kept: str) -> None:
    assert clean(given) == kept


def test_text_is_escaped_for_elements_and_attributes() -> None:
    assert text('<a href="x">\'&') == "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;"


def test_white_space_that_ends_a_line_unseen_is_a_space() -> None:
    assert clean("<p>a&#x2028;b&#x2029;c&#12;d\x85e</p>\n") == "<p>a b c d e</p>\n"
