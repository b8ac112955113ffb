"""The sentence in which this site gives a rating to programs, and the rest of a text from which it is removed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.editorial import Verdict
from site_builder.pages.views import as_sentence, in_words
from site_builder.records.entries import Records
from site_builder.records.values import is_id


@dataclass(frozen=True, slots=True)
class Scale:
    """The site's address, verdicts and scope, which it repeats in every review."""

    base_url: str
    verdicts: tuple[tuple[str, Verdict], ...]
    """Each verdict after the id of its scale: nothing for the scale in use, which comes first."""
    scope: str

    @classmethod
    def of(cls, records: Records) -> Scale:
        """The scale of the site in ``records``; an empty one for a site that cannot be read."""
        site = records.site.record if records.site else None
        if site is None:
            return cls("", (), "")
        scales = {"": site.verdicts} | {id_: scale.verdicts for id_, scale in site.scales.items()}
        verdicts = (
            (id_, Verdict(v.id, v.label, v.definition, v.value, v.tone, v.requires))
            for id_, scale in scales.items()
            for v in scale
        )
        return cls(site.base_url, tuple(verdicts), site.scope or "")

    def reason(self, label: str, explanation: str) -> tuple[str, str]:
        """The reason in ``explanation``, and the id of the earlier scale that the verdict stands on, if it is one.

        Where this site put the verdict before it, and what it rests on behind it, they are removed.
        """
        for scale, verdict in self.verdicts:
            opening = f"{in_words(verdict)} "
            if verdict.label == label and explanation.startswith(opening):
                end = f" {as_sentence(self.scope)}" if self.scope else ""
                return explanation.removeprefix(opening).removesuffix(end), scale
        return explanation, ""

    def own_id(self, url: str, permalink: Callable[[str], str]) -> str:
        """The id of the record whose page on this site is ``url``; nothing where that is no page of its kind."""
        path = url.removeprefix(self.base_url).strip("/") if self.base_url and url.startswith(self.base_url) else ""
        id_ = path.rpartition("/")[2]
        return id_ if is_id(id_) and permalink(id_).strip("/") == path else ""
