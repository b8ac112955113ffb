"""Explains why YAML could not be read: leads from the parser's message to the line with the mistake.

libyaml's sentences are looked up in a table; each row names the recognisers that know what people write when it says
so. Anything else is reported in plain words, followed by the parser's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.diagnostics import Diagnostic, at
from site_builder.records import shapes, slips
from site_builder.records.keys import record_keys
from site_builder.records.lines import Line, above, line_at, named
from site_builder.records.slips import Slip
from site_builder.source import Source, Span


@dataclass(frozen=True, slots=True)
class Trouble:
    """A failed parse; places are offsets in the source, in characters."""

    source: Source
    begin: int
    """The start of the YAML."""
    mark: int
    """The place where the parser gave up."""
    context: int
    """The beginning of the part that it was reading."""
    words: str
    """The parser's words."""
    quoted: tuple[int, int] | None
    """The last text in quotation marks before the trouble."""

    @property
    def line(self) -> Line:
        """The line on which the parser gave up."""
        return line_at(self.source, self.mark)

    @property
    def context_line(self) -> Line:
        """The line on which the part that it was reading began."""
        return line_at(self.source, self.context)


_Recogniser = Callable[[Trouble], Slip | None]


def syntax_fault(trouble: Trouble) -> Diagnostic:
    """The diagnostic for ``trouble``: the slip where one is recognised, else the parser's own words."""
    slip = next(_slips(trouble), None)
    if slip is None:
        end = min(trouble.mark + 1, len(trouble.source.text))
        message = f"from here on the YAML cannot be read: {trouble.words}"
        slip = Slip(trouble.mark, max(end, trouble.mark), message,
                    "compare this line and the one above with those before them: use the same indentation, a colon and "
                    "a space after each key, and quotation marks in pairs")  # fmt: skip
    source = trouble.source
    return at("yaml-syntax", Span(source, slip.start, min(slip.end, len(source.text))), slip.message, help=slip.help)


def _slips(trouble: Trouble) -> Iterator[Slip]:
    known = next((names for words, names in _TABLE if words in trouble.words), (_odd_blanks, _signs, _misplaced))
    for recognise in (_carried_quote, *known):
        slip = recognise(trouble)
        if slip:
            yield slip


def _lines(trouble: Trouble) -> list[Line]:
    """The lines in which the slip may be: where the parser was, where it began, and the one above."""
    over = above(trouble.source, trouble.line, trouble.begin)[:1]
    lines = {line.number: line for line in (trouble.context_line, trouble.line, *over)}
    return [line for line in lines.values() if line.start >= trouble.begin]


def _carried_quote(trouble: Trouble) -> Slip | None:
    """A quotation mark that somebody forgot to close closes with the next text's opening one, lines below."""
    if trouble.quoted is None:
        return None
    start, end = trouble.quoted
    source = trouble.source
    first, last = line_at(source, start), line_at(source, end - 1)
    if first.number == last.number or last.number != trouble.line.number or trouble.mark < end:
        return None
    return slips.open_quote(first, start)


def _odd_blanks(trouble: Trouble) -> Slip | None:
    return next(filter(None, map(slips.odd_indentation, _lines(trouble))), None)


def _separators(trouble: Trouble) -> Slip | None:
    """YAML 1.1 ends a line at these; nobody sees them."""
    for line in _lines(trouble):
        found = re.search("[\x85\u2028\u2029]", line.text)
        if found:
            at = line.start + found.start()
            message = f"{named(found[0])} is here, invisible, and ends the line"
            return Slip(at, at + 1, message, "replace it with a space")
    return None


def _colons(trouble: Trouble) -> Slip | None:
    return next((slip for line in _lines(trouble) if (slip := slips.odd_colon(line, record_keys()))), None)


def _items(trouble: Trouble) -> Slip | None:
    return next(filter(None, map(slips.odd_item, _lines(trouble))), None)


def _signs(trouble: Trouble) -> Slip | None:
    return slips.opening_sign(trouble.line)


def _halves(trouble: Trouble) -> Slip | None:
    over = above(trouble.source, trouble.line, trouble.begin)[:1]
    return next(filter(None, map(slips.half_marked, (trouble.line, *over))), None)


def _colon_inside(trouble: Trouble) -> Slip | None:
    return slips.colon_inside(trouble.line, trouble.mark, record_keys())


def _misplaced_key(trouble: Trouble) -> Slip | None:
    return shapes.misplaced_key(trouble.source, trouble.line, trouble.begin)


def _misplaced(trouble: Trouble) -> Slip | None:
    column = trouble.context - trouble.context_line.start
    line = trouble.line
    if trouble.mark > line.start + line.column:
        return None
    return shapes.misplaced_line(trouble.source, line, trouble.begin, column, item="'-'" in trouble.words)


def _first_item(trouble: Trouble) -> Slip | None:
    return shapes.first_item(trouble.source, trouble.line, trouble.begin)


def _lost(trouble: Trouble) -> Slip | None:
    return shapes.lost_line(trouble.source, trouble.context_line, trouble.begin)


def _comment(trouble: Trouble) -> Slip | None:
    lines = (trouble.context_line, trouble.line)
    return next((slip for line in lines if (slip := shapes.cut_text(trouble.source, line, trouble.begin))), None)


def _open_quote(trouble: Trouble) -> Slip | None:
    return slips.open_quote(trouble.context_line, trouble.context)


def _escape(trouble: Trouble) -> Slip | None:
    return slips.escape(trouble.line, trouble.mark)


def _brackets(trouble: Trouble) -> Slip | None:
    return shapes.open_bracket(trouble.source, trouble.context_line, trouble.begin, trouble.context, trouble.mark)


def _tab(trouble: Trouble) -> Slip | None:
    if trouble.source.text[trouble.mark : trouble.mark + 1] != "\t":
        return None
    return Slip(trouble.mark, trouble.mark + 1, "a tab is here, and YAML does not read it as white space",
                "replace it with spaces")  # fmt: skip


def _document(trouble: Trouble) -> Slip | None:
    over = above(trouble.source, trouble.line, trouble.begin)[:1]
    ends = [line for line in (trouble.line, *over) if line.text.rstrip() == "..."]
    return shapes.end_of_file(ends[0]) if ends else shapes.indented_root(trouble.source, trouble.begin, trouble.line)


def _directive(trouble: Trouble) -> Slip | None:
    line = trouble.line
    if not line.text.startswith("%"):
        return None
    return Slip(line.start, line.start + len(line.text), "YAML reads a line that begins with % as an instruction",
                "remove it; a text that begins with % needs quotes")  # fmt: skip


_TABLE: tuple[tuple[str, tuple[_Recogniser, ...]], ...] = (
    ("could not find expected ':'", (_odd_blanks, _separators, _items, _colons, _halves, _comment, _lost)),
    ("mapping values are not allowed", (_odd_blanks, _items, _colons, _misplaced_key, _signs, _colon_inside)),
    ("did not find expected '-' indicator", (_odd_blanks, _items, _colons, _halves, _misplaced, _signs)),
    ("did not find expected key", (_odd_blanks, _halves, _items, _colons, _comment, _first_item, _misplaced, _signs)),
    ("while parsing a flow", (_brackets,)),
    ("scanning a block scalar", (_odd_blanks, _signs)),
    ("unexpected end of stream", (_open_quote,)),
    ("unexpected document indicator", (_open_quote,)),
    ("quoted scalar", (_escape,)),
    ("while scanning an a", (_items, _signs, _halves)),
    ("tab character", (_odd_blanks, _tab)),
    ("cannot start any token", (_odd_blanks, _tab, _signs)),
    ("expected <document start>", (_document, _odd_blanks, _colons, _halves)),
    ("directive", (_directive,)),
    ("incompatible YAML", (_directive,)),
)
"""Words of libyaml, and the functions that may recognise the slip, the likeliest first."""
