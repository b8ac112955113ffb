"""The content of a saved file, ready to be written as an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.editor.saved.escape import escape
from site_builder.editor.saved.matter import Value
from site_builder.editor.saved.metadata import Metadata

_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved file as an article."""

    metadata: Metadata = _NOTHING
    paragraphs: tuple[tuple[str, str], ...] = ()
    """Kind (``p`` or ``h``) and words of each paragraph; a line feed where a line ends for good."""
    captions: tuple[str, ...] = ()
    """The words under its pictures."""
    body: str = ""
    """The article in Markdown, where the file was in Markdown already; then there are no paragraphs."""
    own: Mapping[str, Value] | None = None
    """The front matter that the file had, of keys that articles know."""
    pages: tuple[tuple[str, str], ...] = ()
    """Number and first words of each page, where it was printed in pages."""
    notes: tuple[str, ...] = ()
    """Notes for the editor: the amount kept, the parts left out, the points to check."""

    @property
    def markdown(self) -> str:
        """The article's text."""
        return self.body or "\n\n".join(
            f"{'## ' if kind == 'h' else ''}{escape(words)}" for kind, words in self.paragraphs
        )
