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
    (relation,) = made.relations["roads-are-safe"]
    assert made.relations["roads-are-old"] == (relation,)
    assert made.relation(relation, "roads-are-old").phrase == "Denies"
    assert made.relation(relation, "roads-are-safe").phrase == "Denied by"
    assert made.relation(relation, "roads-are-safe").claim.statement == "The roads are old."
