"""Makes a search index: takes entries and returns the bundle's files.

The engine is asked what becomes of each word of the site; the index is written here. To be sure that it is what the
engine would have written, each run has the engine index a sample of the pages as well, and compares. Where the two
differ, and where they are known to, the engine indexes all pages.

An index continues from the one before: only new words are asked for, only new pages are read. An index from scratch
continues from an empty one.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from site_builder.output.searching import bundle, indexing, vocabulary
from site_builder.output.searching.canonical import canonical
from site_builder.output.searching.document import Document, read, unaskable, unreadable
from site_builder.output.searching.engine import PATIENCE, SearchProblem, bundles, engine_version
from site_builder.output.searching.html import has_words, language, to_html
from site_builder.output.searching.indexing import Written
from site_builder.output.searching.memory import NOTHING, IndexMemory, digest
from site_builder.output.searching.rows import stayed
from site_builder.output.searching.sample import sample
from site_builder.search import SearchEntry


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A search bundle and how it was made."""

    files: Mapping[str, bytes]
    """Its files by path."""
    by_engine: str | None
    """The reason why the engine had to index all pages; None where it was only asked for words and a sample."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The pages of one language, and their relation to those of the index before."""

    digests: Sequence[bytes]
    """The digests of their entries."""
    before: Written
    """The index before."""
    stayed: Mapping[int, int]
    """The numbers that pages had in it, with those that they have now."""
    documents: Mapping[int, Document]
    """The other pages, by number."""


def index(entries: Sequence[SearchEntry], *, patience: float = PATIENCE) -> SearchIndex:
    """Like :func:`continued`, from scratch."""
    made = continued(NOTHING, entries, patience=patience)
    return SearchIndex(made.files, made.by_engine)


def continued(before: IndexMemory, entries: Sequence[SearchEntry], *, patience: float = PATIENCE) -> IndexMemory:
    """Index ``entries``, except for those without a letter or digit, which nobody could search for.

    The same entries in the same order give the same files, in every run, on every machine, whatever was ``before``.
    ``patience`` is in seconds without progress. Raises :class:`~site_builder.output.searching.engine.SearchProblem`.
    """
    entries = [entry for entry in entries if has_words(entry)]
    same = dict(zip(map(id, before.entries), before.digests, strict=False))
    digests = tuple(same.get(id(entry)) or digest(entry) for entry in entries)
    if before.files and before.digests == digests:
        return before
    known = frozenset(before.digests if before.parts else ())
    new = (entry for entry, digest_ in zip(entries, digests, strict=True) if digest_ not in known)
    reason = _unknown(engine_version()) or unreadable(entries, new)
    if reason is None:
        made, reason = _own(entries, digests, before, patience)
    if reason is not None:
        files = _canonical(bundles([list(map(_page, entries))], patience=patience)[0])
        made = IndexMemory(entries, digests, files, reason)
    return made


def _own(
    entries: Sequence[SearchEntry], digests: Sequence[bytes], before: IndexMemory, patience: float
) -> tuple[IndexMemory, str | None]:
    """The bundle of ``entries`` as written here, or why the engine has to make it."""
    parts = _parts(entries, digests, before)
    documents = [document for part in parts.values() for document in part.documents.values()]
    words = vocabulary.questions(documents)
    asked = {name: parts[name].before.ways.unknown(own) for name, own in words.items()}
    reason = unaskable(chain.from_iterable(asked.values()))
    if reason:
        return NOTHING, reason
    tried = sample(entries, hashlib.sha256(b"".join(digests)).digest(), documents, words)
    questions = [vocabulary.pages(asked), list(map(_page, tried))]
    learned, theirs = bundles(questions, patience=patience)
    with _known_form():
        reason = _unknown(json.loads(theirs[bundle.ENTRY])["version"])
    if reason:
        return NOTHING, reason
    with _known_form():
        for name, found in vocabulary.read(learned, asked).items():
            parts[name].before.ways.learn(found)
    if _alone(tried, parts, theirs) != _canonical(theirs):
        return NOTHING, f"it indexes some of {len(tried)} pages differently from this program"
    made = {
        name: indexing.continued(part.before, part.digests, part.stayed, part.documents) for name, part in parts.items()
    }
    files = bundle.files({name: written.index() for name, written in made.items()}, theirs)
    return IndexMemory(entries, tuple(digests), files, None, made), None


def _parts(entries: Sequence[SearchEntry], digests: Sequence[bytes], before: IndexMemory) -> dict[str, _Part]:
    """The pages of each language."""
    pages: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        pages.setdefault(language(entry), []).append(number)
    parts = {}
    for name, numbers in sorted(pages.items()):
        known = before.parts.get(name, Written())
        own = [digests[number] for number in numbers]
        same = stayed(known.digests, own)
        if 2 * len(same) < len(known.pages) or known.is_overgrown():
            known, same = Written(), {}
        there = set(same.values())
        new = {page: read(entries[number]) for page, number in enumerate(numbers) if page not in there}
        parts[name] = _Part(own, known, same, new)
    return parts


def _alone(tried: Sequence[SearchEntry], parts: Mapping[str, _Part], theirs: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundle of the pages ``tried`` and no others; ``theirs`` is the one that the engine made of them."""
    documents: dict[str, list[Document]] = {}
    for document in map(read, tried):
        documents.setdefault(document.language, []).append(document)
    indexes = {}
    for name, own in documents.items():
        before = Written(ways=parts[name].before.ways, pieces=parts[name].before.pieces)
        indexes[name] = indexing.continued(before, [b""] * len(own), {}, dict(enumerate(own))).index()
    return bundle.files(indexes, theirs)


def _unknown(version: str) -> str | None:
    """The reason why no index can be written here for the engine's ``version``; None when one can."""
    known = indexing.VERSION
    return None if version == known else f"it is Pagefind {version}, but this program writes the index of {known}"


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
        raise SearchProblem(f"the search index has an unknown format: {problem}") from problem


def _page(entry: SearchEntry) -> tuple[str, str]:
    return f"/{entry.url}", to_html(entry)
