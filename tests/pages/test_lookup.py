from __future__ import annotations

from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.pages.lookup import Lookup, index
from tests.link.test_site import with_second
from tests.projects import edited


def lookup(dates: tuple[str, str] = ("2020-05-02", "2020-05-02")) -> Lookup:
    project = edited(with_second(), "claims.yaml", "date: 2020-05-02", f"date: {dates[0]}")
    project = edited(project, "claims.yaml", "date: 2020-05-02\n    verdict", f"date: {dates[1]}\n    verdict")
    site, _ = link(load(project)[0])
    assert site is not None
    return index(site)


def test_lists_are_in_order_of_time_the_more_precise_date_first() -> None:
    assert [claim.id for claim in lookup(("2020-05", "2020-05-01")).claims] == ["roads-are-old", "roads-are-safe"]
    assert [claim.id for claim in lookup(("2020-05-01", "2020-05")).claims] == ["roads-are-safe", "roads-are-old"]
    assert [claim.id for claim in lookup(("2020", "2019-12-31")).claims] == ["roads-are-old", "roads-are-safe"]


def test_relations_are_seen_from_both_ends() -> None:
    made = lookup()
    safe, old = made.site.claims["roads-are-safe"], made.site.claims["roads-are-old"]
    (relation,) = made.relations["roads-are-safe"]
    assert made.relations["roads-are-old"] == (relation,)
    assert made.relation(relation, old).phrase == "Denies"
    assert made.relation(relation, safe).phrase == "Denied by"
    assert made.relation(relation, safe).claim.statement == "The roads are old."


def test_who_said_what_about_whom() -> None:
    made = lookup()
    assert [claim.id for claim in made.by_actor["bob"]] == ["roads-are-old"]
    assert [claim.id for claim in made.about["bob"]] == ["roads-are-safe"]
    assert [claim.id for claim in made.by_topic["roads"]] == ["roads-are-safe"]
    cited = [claim.id for claim, _ in made.cited["daily-2020-05-03"]]
    assert cited == ["roads-are-safe", "roads-are-old"]  # in the order of the article
