from __future__ import annotations

from site_builder.dialect.article import Article, read
from site_builder.dialect.pieces import Run


def words(text: str) -> list[str]:
    """The text of each block of the article ``text``."""
    return ["".join(piece.text for piece in block if isinstance(piece, Run)) for block in read(text).blocks]


def markup(text: str) -> str:
    """The article ``text`` as HTML, its characters as they are."""
    return "".join(piece.text if isinstance(piece, Run) else piece for block in read(text).blocks for piece in block)


def codes(article: Article) -> list[str]:
    """The codes of its faults."""
    return [fault.code for fault in article.faults]


def doubted(text: str) -> list[str]:
    """What of the article ``text`` is said to be read as markup."""
    return [text[fault.start : fault.end] for fault in read(text).faults if fault.code == "text-as-markup"]
