from __future__ import annotations

from site_builder.pages.lookup import index
from site_builder.pages.searched import claim_entry
from site_builder.pages.searched_answers import answers, denied
from tests.link.test_site import linked, with_second
from tests.pages.test_lookup import lookup
from tests.pages.test_searched import fields, shown
from tests.projects import edited, minimal


def test_a_claim_that_denies_another_is_found_as_a_denial_by_its_speaker() -> None:
    made = lookup()
    claim = made.site.claims["roads-are-old"]
    assert answers(made, claim) == "Denies Ann Able"
    assert denied(made, claim) == "Bob Denies. Bob Denial of. Baker Denies. Baker Denial of. Ann Able"
    assert fields(claim_entry(made, claim))["denial"] == denied(made, claim)
    assert "denial" not in fields(claim_entry(made, made.site.claims["roads-are-safe"]))
    russian = index(linked(edited(with_second(), "content/site.yaml", "base_url:", "language: ru\nbase_url:")))
    assert "Отрицает" in denied(russian, russian.site.claims["roads-are-old"])


def test_a_reply_is_a_field_of_its_own_and_says_whose_it_is() -> None:
    given = {"bob": "Nonsense.", "X": "none", "The ministry": "No comment."}
    asked = f"asked: [{', '.join(f'{{date: 2020-05, of: {who}, answer: {text}}}' for who, text in given.items())}]"
    project = edited(minimal(), "claims.yaml", "published: 2020-06-01", f"published: 2020-06-01\n    {asked}")
    made = index(linked(project))
    entry = claim_entry(made, made.site.claims["roads-are-safe"])
    assert [(name, text) for name, text in fields(entry).items() if name.startswith("reply")] == [
        ("reply-1", "Nonsense."),
        ("reply-2", "No comment."),
    ]
    assert shown(entry, "beside") == ["reply-1 Reply: Bob Baker", "reply-2 Reply: The ministry"]
    russian = index(linked(edited(project, "content/site.yaml", "base_url:", "language: ru\nbase_url:")))
    assert shown(claim_entry(russian, russian.site.claims["roads-are-safe"]), "beside")[0] == "reply-1 Ответ: Bob Baker"
