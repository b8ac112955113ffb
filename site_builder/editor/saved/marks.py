"""The quotation marks that browsers put around ``<q>``, by language.

The pairs are those of the Unicode CLDR (``delimiters``), which browsers follow: outer marks, then the marks of a
quotation inside a quotation.
"""

from __future__ import annotations

_TABLE = """
“”‘’ en pt-br pt zh da tr th vi id ms ko hi bn
„“‚‘ de cs sk sl lb is
„“«» et
„“’‘ bg mk
„”’’ sr bs
„”‚’ hr
„”»« hu
„”«» pl ro
„“„“ lt ka
«»„“ ru uk be
«»“” es it pt-pt el ca eu gl hy lv kk
«»«» fr
«»‹› de-ch fa ps it-ch fr-ch
«»‘’ no nb nn sq
””’’ sv fi he iw
”“’‘ ar
‘’“” nl af cy
「」『』 ja zh-tw zh-hk zh-mo zh-hant
"""
_PAIRS = {name: line.split()[0] for line in _TABLE.strip().splitlines() for name in line.split()[1:]}
_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』〝〞")


def around(language: str, depth: int) -> tuple[str, str]:
    """The opening and closing mark in ``language`` (BCP 47) inside ``depth`` other quotations."""
    parts = language.lower().replace("_", "-").split("-")
    pairs = _PAIRS.get("-".join(parts[:2])) or _PAIRS.get(parts[0]) or "“”‘’"
    return (pairs[2], pairs[3]) if depth % 2 else (pairs[0], pairs[1])


def is_mark(sign: str) -> bool:
    """True for a quotation mark of any kind."""
    return sign in _MARKS
