from __future__ import annotations

from site_builder.records.comments import cut_off, cuts
from site_builder.source import Source

TEXT = "name: Agent  #1 of 3\nrole: spy # undercover\n## heading\nend: x#y"


def test_a_sign_without_a_space_after_it_cuts_a_text_off_with_the_space_before_it() -> None:
    assert [TEXT[at:].split("\n")[0] for at in cuts(TEXT, 0, len(TEXT))] == ["  #1 of 3", "#y"]
    assert [*cuts(TEXT, TEXT.index("#1"), TEXT.index("#1") + 4)] == [TEXT.index("#1")]


def test_the_fault_shows_what_is_cut_off() -> None:
    source = Source("claims.yaml", TEXT)
    for end in cuts(TEXT, 0, len(TEXT)):
        fault = cut_off(source, end)
        assert fault.span is not None
        assert fault.span.text == TEXT[end:].split("\n")[0].strip()
