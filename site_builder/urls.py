"""Every URL rule of the site.

A page's address is a path from the site's root without a leading slash, its *permalink*: ``claims/<id>/``; the root is
the empty path. Links between pages are relative and name the file (``…/index.html``), so that the folder works under a
domain's root, under a sub-path and opened from disk.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

INDEX = "index.html"

HOME = ""
CLAIMS = "claims/"
ACTORS = "actors/"
ARTICLES = "articles/"
TOPICS = "topics/"
VERDICTS = "verdicts/"
PUBLISHERS = "publishers/"
COMPARE = "compare/"
BALANCE = "balance/"
TIMELINE = "timeline/"
NETWORK = "network/"
CONTRADICTIONS = "contradictions/"
CORRECTIONS = "corrections/"
SEARCH = "search/"
ATOM = "feed.xml"
JSON_FEED = "feed.json"
NOT_FOUND = "404.html"
CARD = "card/"
OEMBED = "oembed.json"
ARCHIVE = "site.zip"


def claim(id_: str) -> str:
    """A claim's page."""
    return f"claims/{id_}/"


def card(claim_id: str) -> str:
    """A claim's card: a page of its own that others show in a frame."""
    return f"{claim(claim_id)}{CARD}"


def oembed(claim_id: str) -> str:
    """The file that says how to show a claim's card elsewhere (oEmbed)."""
    return f"{claim(claim_id)}{OEMBED}"


def part(list_: str, number: int) -> str:
    """Part ``number`` of the list at ``list_``, except for the part that is at that very address."""
    return f"{list_}page/{number}/"


def actor(id_: str) -> str:
    """An actor's page."""
    return f"actors/{id_}/"


def actor_list(id_: str, name: str) -> str:
    """One of an actor's lists, where it is too long for the actor's page."""
    return f"{actor(id_)}{name}/"


def said_of(id_: str, other: str) -> str:
    """The list of claims of the actor ``id_`` about ``other``, where it is long."""
    return actor_list(id_, f"speaks-of/{other}")


def pairs(kind: str) -> str:
    """The pairs of one kind of relation, where they are too many for the page of all pairs."""
    return f"{CONTRADICTIONS}{kind}/"


def article(id_: str) -> str:
    """An article's page."""
    return f"articles/{id_}/"


def correction(number: int) -> str:
    """The HTML id, on its claim's page, of a claim's correction ``number``, from 1."""
    return f"correction-{number}"


def topic(id_: str) -> str:
    """A topic's page."""
    return f"topics/{id_}/"


def verdict(id_: str) -> str:
    """A verdict's page."""
    return f"verdicts/{id_}/"


def publisher(id_: str) -> str:
    """The page of who published some of the articles."""
    return f"{PUBLISHERS}{id_}/"


def compare(id_: str, other: str) -> str:
    """The page of two actors side by side; the same whoever is named first."""
    first, second = sorted((id_, other))
    return f"{COMPARE}{first}/{second}/"


def prose(id_: str) -> str:
    """A page of the site's own prose."""
    return f"{id_}/"


def share_image(digest: str) -> str:
    """A picture for link previews."""
    return f"assets/share/{digest}.png"


def file(permalink: str) -> str:
    """The file in which a page is written: ``claims/x/`` → ``claims/x/index.html``."""
    return permalink + INDEX if permalink == "" or permalink.endswith("/") else permalink


def twin(permalink: str) -> str:
    """The file with the data of a page: ``claims/x/`` → ``claims/x/index.json``."""
    return f"{permalink}index.json"


def folder(file_: str) -> str:
    """The address of the page in a file: ``claims/x/index.html`` → ``claims/x/``."""
    return file_.removesuffix(INDEX)


def root(permalink: str) -> str:
    """The way from a page to the site's root: ``claims/x/`` → ``../../``; from the home page nothing."""
    return "../" * permalink.count("/")


def link(from_: str, to: str, fragment: str = "") -> str:
    """A relative link from one page to another."""
    return root(from_) + file(to) + (f"#{quote(fragment)}" if fragment else "")


def absolute(base_url: str, permalink: str) -> str:
    """The canonical URL of a page; ``base_url`` ends with a slash."""
    return base_url + permalink


def page(url: str) -> str:
    """The address of somebody's page: ``url`` without the directive to words on it that browsers copy.

    A fragment directive is all after ``:~:`` (WICG, URL Fragment Text Directives); a fragment before it stays.
    """
    address, _, fragment = url.partition("#")
    own = fragment.partition(":~:")[0]
    return f"{address}#{own}" if own else address


def passage(url: str, directive: str) -> str:
    """The address of the words that ``directive`` names on the page ``url``."""
    address = page(url)
    return f"{address}{'' if '#' in address else '#'}:~:{directive}"


def is_pdf(url: str) -> bool:
    """True when the name of the file at ``url`` ends as a PDF's does."""
    return urlsplit(url).path.lower().endswith(".pdf")


def pdf_page(url: str, number: int) -> str:
    """The address of the page ``number`` (from 1) of the PDF ``url``: RFC 8118, the open parameter ``page``."""
    return f"{url.partition('#')[0]}#page={number}"


def base_path(base_url: str) -> str:
    """The path of ``base_url``: for hosts' rules, and for ``404.html``, which is served at any depth."""
    return urlsplit(base_url).path or "/"


LISTS = frozenset("claims actors articles verdicts balance timeline network contradictions corrections search".split())
"""First parts of addresses at which a page stands by itself."""
RESERVED = LISTS | frozenset("topics publishers compare data pagefind assets".split())
"""First parts of the site's own addresses: no prose page may have one of them as its id."""
