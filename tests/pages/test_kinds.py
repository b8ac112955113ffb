"""The list of kinds: one more row is one more kind of page, and nothing else has to know it."""

from __future__ import annotations

import pkgutil
from collections import Counter
from importlib import import_module

import pytest

from site_builder import pages
from site_builder.build import Options, build
from site_builder.page import Page
from site_builder.pages import plan
from site_builder.pages.kind import Kind, ListKind
from site_builder.pages.kinds import KINDS
from site_builder.pages.lookup import Lookup
from tests.projects import changed, minimal

TEMPLATE = b'{% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1><p>{{ view }}</p>{% endblock %}'


def test_every_kind_of_page_is_in_the_list_once() -> None:
    modules = [import_module(f"{pages.__name__}.{module.name}") for module in pkgutil.iter_modules(pages.__path__)]
    own = [value for module in modules for value in vars(module).values() if isinstance(value, Kind | ListKind)]
    assert {kind.name for kind in own} == {kind.name for kind in KINDS}
    assert max(Counter(kind.name for kind in KINDS).values()) == 1


def test_one_more_in_the_list_has_its_pages_made_and_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(lookup: Lookup, topic: str) -> list[Page]:
        said = ", ".join(lookup.site.claims[claim.id].statement for claim in lookup.by_topic.get(topic, ()))
        return [Page(f"digest/{topic}/", "digest.html", f"Digest of {topic}", "What was said.", said)]

    added = Kind("digest", lambda lookup: lookup.site.topics, make)
    monkeypatch.setattr(plan, "KINDS", (*KINDS, added))
    monkeypatch.setattr(plan, "_KINDS", {kind.name: kind for kind in (*KINDS, added)})
    project = changed(minimal(), {"templates/digest.html": TEMPLATE})
    first = build(project, options=Options(search=False, exports=True))
    assert first.files is not None, first.report
    assert b"<p>The roads are safe.</p>" in first.files["digest/roads/index.html"]
    assert b"/digest/roads/</loc>" in first.files["sitemap.xml"]
    later = changed(
        project, {"claims.yaml": project.content["claims.yaml"].replace(b"roads are safe.", b"roads are new.")}
    )
    again = build(later, first.memo, Options(search=False, exports=True))
    assert again.files is not None
    assert b"<p>The roads are new.</p>" in again.files["digest/roads/index.html"]
