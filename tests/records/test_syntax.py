from __future__ import annotations

import random

from site_builder.records.parser import parse
from site_builder.records.syntax import Trouble, syntax_fault
from site_builder.source import Source


def test_what_nobody_recognises_is_told_in_the_parser_s_words() -> None:
    source = Source("x", "a: b\n")
    fault = syntax_fault(Trouble(source, 0, 3, 3, "something new", None))
    assert fault.position == (1, 4)
    assert "something new" in fault.message
    assert fault.help is not None


def test_every_broken_text_has_a_place_and_a_remedy() -> None:
    pieces = [*"-?|>{}[]\"'#&*!%@`\\\n\t\u00a0 :x", "a: b\n", "- c: d\n", "  e: [f, g]\n", "h: 'i'\n", "  "]
    choose = random.Random(12)  # noqa: S311 – the same texts each time
    broken = 0
    for _ in range(3000):
        text = "".join(choose.choices(pieces, k=choose.randint(1, 8)))
        _, found = parse(Source("x.yaml", text))
        for fault in found:
            broken += fault.code == "yaml-syntax"
            assert fault.span is not None
            assert 0 <= fault.span.start <= fault.span.end <= len(text)
            assert fault.help, (text, fault.message)
    assert broken > 500
