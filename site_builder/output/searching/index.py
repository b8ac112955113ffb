"""A search index: entries in, the bundle's files out.

The engine is asked what becomes of each word of the site; the index is written here. To be sure that it is what the
engine would have written, each run has the engine index a sample of the pages as well, and compares. Where the two
differ, and where they are known to, the engine indexes all pages.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from site_builder.output.searching import bundle, indexing, vocabulary
from site_builder.output.searching.canonical import canonical
from site_builder.output.searching.document import Document, read, unaskable, unreadable
from site_builder.output.searching.engine import PATIENCE, SearchProblem, bundles, engine_version
from site_builder.output.searching.html import has_words, to_html
from site_builder.output.searching.sample import sample
from site_builder.output.searching.vocabulary import Vocabulary
from site_builder.search import SearchEntry

_PROGRAM = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A search bundle and how it was made."""

    files: Mapping[str, bytes]
    """Its files by path."""
    by_engine: str | None
    """Why the engine had to index all pages; None where it was only asked for words and a sample."""


def digest(entries: Iterable[SearchEntry]) -> str:
    """SHA-256 (hexadecimal) of what is indexed, the engine's version, and the modules that write the index."""
    total = hashlib.sha256(engine_version().encode())
    for module in (*sorted(_PROGRAM.glob("*.py")), *sorted((_PROGRAM.parent / "packing").glob("*.py"))):
        total.update(module.read_bytes())
    for entry in entries:
        total.update(f"{entry!r}\0".encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def index(entries: Sequence[SearchEntry], *, patience: float = PATIENCE) -> SearchIndex:
    """Index ``entries``, but for those without a letter or digit, which nobody could search for.

    The same entries in the same order give the same bytes, in every run, on every machine. ``patience`` is in seconds
    without progress. Raises :class:`~site_builder.output.searching.engine.SearchProblem`.
    """
    entries = [entry for entry in entries if has_words(entry)]
    reason = _unknown(engine_version()) or unreadable(entries)
    if reason is None:
        files, reason = _own(entries, patience)
    if reason is not None:
        files = _canonical(bundles([list(map(_page, entries))], patience=patience)[0])
    return SearchIndex(files, reason)


def _own(entries: Sequence[SearchEntry], patience: float) -> tuple[Mapping[str, bytes], str | None]:
    """The bundle of ``entries`` as written here, or why the engine has to make it."""
    documents = list(map(read, entries))
    asked = vocabulary.questions(documents)
    reason = unaskable(chain.from_iterable(asked.values()))
    if reason:
        return {}, reason
    tried = sample(documents, asked)
    questions = [vocabulary.pages(asked), [_page(entries[number]) for number in tried]]
    learned, theirs = bundles(questions, patience=patience)
    with _known_form():
        reason = _unknown(json.loads(theirs[bundle.ENTRY])["version"])
    if reason:
        return {}, reason
    with _known_form():
        known = vocabulary.read(learned, asked)
    if bundle.files(_indexes([documents[number] for number in tried], known), theirs) != _canonical(theirs):
        return {}, f"it indexes some of {len(tried)} pages otherwise than this program"
    return bundle.files(_indexes(documents, known), theirs), None


def _unknown(version: str) -> str | None:
    """Why no index can be written here for the engine's ``version``; None when one can."""
    known = indexing.VERSION
    return None if version == known else f"it is Pagefind {version}, and this program writes the index of {known}"


def _indexes(documents: Sequence[Document], known: Mapping[str, Vocabulary]) -> dict[str, bundle.Index]:
    """An index for each language."""
    return {
        language: indexing.index([document for document in documents if document.language == language], words)
        for language, words in known.items()
    }


def _canonical(theirs: Mapping[str, bytes]) -> dict[str, bytes]:
    with _known_form():
        return canonical(theirs)


@contextmanager
def _known_form() -> Iterator[None]:
    """Blame any failure to read the engine's files on the engine."""
    try:
        yield
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OSError,
        EOFError,
        RecursionError,
        zlib.error,
    ) as problem:
        raise SearchProblem(f"the search index is not of a known form: {problem}") from problem


def _page(entry: SearchEntry) -> tuple[str, str]:
    return f"/{entry.url}", to_html(entry)
