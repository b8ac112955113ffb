"""Reading YAML takes time in proportion to its length, or it is refused."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt

import pytest

from site_builder.records.parser import parse
from site_builder.source import Source
from tests.test_growth import grows_linearly

KINDS: dict[str, Callable[[int], str]] = {
    "keys": lambda n: "".join(f"k{i}: v\n" for i in range(n)),
    "one key many times": lambda n: "k: v\n" * n,
    "items": lambda n: "- v\n" * n,
    "records": lambda n: "".join(f"- a: {i}\n  b: x\n" for i in range(n)),
    "items in a line": lambda n: f"[{'v, ' * n}]",
    "keys in a line": lambda n: "{" + "".join(f"k{i}: v, " for i in range(n)) + "}",
    "anchors": lambda n: "".join(f"- &a{i} v\n" for i in range(n)),
    "one anchor many times": lambda n: "- &a v\n" * n,
    "aliases": lambda n: "- &a v\n" + "- *a\n" * n,
    "aliases of aliases": lambda n: "- &a0 v\n" + "".join(f"- &a{i} [*a{i - 1}]\n" for i in range(1, n)),
    "aliases that lead nowhere": lambda n: "".join(f"- *a{i}\n" for i in range(n)),
    "tags": lambda n: "- !!str v\n" * n,
    "unknown tags": lambda n: "".join(f"- !t{i} v\n" for i in range(n)),
    "merge keys": lambda n: "a: &a {b: c}\n" + "".join(f"k{i}: {{<<: *a}}\n" for i in range(n)),
    "merge keys in one": lambda n: "a: &a {b: c}\nx:\n" + "  <<: *a\n" * n,
    "directives": lambda n: "%YAML 1.1\n" * n + "---\na: b\n",
    "tag directives": lambda n: "".join(f"%TAG !{i}! tag:example.org,2020:\n" for i in range(n)) + "---\na: b\n",
    "documents": lambda n: "---\na: b\n" * n,
    "ends of documents": lambda n: "a: b\n" + "...\n" * n,
    "a long name of an anchor": lambda n: f"- &{'a' * n} v\n- *{'a' * n}\n",
    "a long name of a tag": lambda n: f"- !{'a' * n} v\n",
    "a long key": lambda n: f"{'k' * n}: v\n",
    "a long text": lambda n: f"k: {'v ' * n}\n",
    "a text in quotation marks": lambda n: f'k: "{"v " * n}"\n',
    "escapes": lambda n: 'k: "' + "\\u0041" * n + '"\n',
    "doubled quotation marks": lambda n: "k: '" + "a''b" * n + "'\n",
    "lines of a text": lambda n: "k: |\n" + "  v\n" * n,
    "blank lines of a text": lambda n: "k: >\n  v\n" + "\n" * n + "  v\n",
    "a text over many lines": lambda n: "k: v\n" + "  v\n" * n,
    "comments": lambda n: "k: v\n" + "# c\n" * n,
    "comments after values": lambda n: "".join(f"k{i}: v  # c\n" for i in range(n)),
    "blanks": lambda n: "k: v\n" + " " * n + "\n",
    "tabs": lambda n: "k: v\n" + "\t" * n + "\n",
    "nested keys": lambda n: "".join(" " * i + "k:\n" for i in range(isqrt(8 * n))),
    "nested items": lambda n: "- " * n + "v\n",
    "open brackets": lambda n: "[" * n,
    "open braces": lambda n: "{" * n,
    "open quotation marks": lambda n: 'k: "' * n,
    "question marks": lambda n: "? a\n" * n,
    "colons": lambda n: "a: " * n,
    "percent signs": lambda n: "%" * n,
    "at signs": lambda n: "- @a\n" * n,
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_work_grows_with_the_text(kind: str) -> None:
    def work(n: int) -> Callable[[], object]:
        source = Source("x.yaml", KINDS[kind](n))
        return lambda: parse(source)

    assert grows_linearly(work)
