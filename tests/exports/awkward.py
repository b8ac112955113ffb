"""One hundred claims in words that break programs."""

from __future__ import annotations

import json
import re

from site_builder.load.files import Project, read_project
from tests.projects import MINIMAL, changed

TEXTS = [
    'He said "no", twice', "</script><script>alert(1)</script>", "a,b;c and d", "=1+1", "+1", "-1", "@x", "'quoted'",
    "😀 emoji 👩‍👩‍👧", "עברית ועוד", "<b>&amp;</b>", "]]>", "a\u2028b", "ends with \\", "{{ braces }} {% x %}",
    "%s %(n)s", "100 % sure", "w" * 3000, "Żółć ў ґ", "cafe\u0301", "a comment --> here", "null", "0123", "1e9",
    "https://example.org/?a=1&b=2",
]  # fmt: skip
NUMBER = 100


def text(number: int) -> str:
    """The text of record ``number``."""
    part, index = divmod(number, len(TEXTS))
    return f"{TEXTS[index]} {part}" if part else TEXTS[index]


def line(number: int) -> str:
    """The same as a line: white space is one space."""
    return " ".join(text(number).split())


def passage(number: int) -> str:
    """What is published of the article for record ``number``: separators that nobody sees are white space."""
    return _written(number).replace("\u2028", " ").replace("\u2029", " ")


def _written(number: int) -> str:
    """What the article says."""
    return f"Passage {number}: {text(number)} end {number}"


def awkward() -> Project:
    """The project."""
    body = "\n\n".join(f"{_escaped(_written(number))}." for number in range(NUMBER))
    article = f"---\ntitle: {_yaml(line(1))}\npublisher: {_yaml(line(0) + ' press')}\npublished: 2020-05-03\nrights: full\n---\n{body}\n"
    actors = "".join(f"  a{number}:\n    name: {_yaml(line(number))}\n" for number in range(len(TEXTS)))
    claims = "".join(map(_claim, range(NUMBER)))
    return changed(
        read_project(MINIMAL),
        {
            "claims.yaml": f"actors:\n{actors}claims:\n{claims}".encode(),
            "content/articles/awkward.md": article.encode(),
        },
    )


def _claim(number: int) -> str:
    words = _yaml(line(number))
    return f"""\
  - id: c{number}
    actor: a{number % len(TEXTS)}
    statement: {words}
    date: 2020-05-02
    topics: [roads]
    verdict: disputed
    summary: {words}
    assessment: {_yaml(_escaped(text(number)))}
    passages:
      - {{article: awkward, quote: {_yaml(_written(number))}, note: {words}}}
    published: 2020-06-01
    corrections: [{{date: 2020-07-01, change: {words}, was: {{statement: {words}}}}}]
"""


def _yaml(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\u2028", "\\u2028")


def _escaped(words: str) -> str:
    """``words`` as Markdown that reads as just those words."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)
