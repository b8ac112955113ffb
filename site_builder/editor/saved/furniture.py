"""Recognises the parts of a page that are not the story, by name, role and class.

These are hints. Pages call the story itself a widget and put it into an ``<aside>``; ``story.py`` decides how far to
trust a hint.
"""

from __future__ import annotations

import re
from itertools import pairwise

from site_builder.editor.saved.tree import Element

_BY_TAG = {"nav": "navigation", "aside": "aside", "menu": "navigation", "search": "search", "dialog": "dialog"}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "aside",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "toolbar",
    "tablist": "navigation",
    "doc-footnotes": "",
}
_BY_WORD = {
    "comments": "comment comments disqus commentlist commentarea respond replies livefyre fbcomments coral".split(),
    "share bar": "share sharing sharebar sharebox sharetools sharethis addthis addtoany social socials sociallinks "
    "shareicons socialshare".split(),
    "other stories": "related relatedposts relateds recommended recommendation recommendations recommend trending "
    "mostread mostpopular popular readmore readalso seealso teaser teasers outbrain taboola zergnet upnext morestories "
    "morefrom morenews linklist jp-relatedposts recirc recirculation onward readnext latestnews".split(),
    "newsletter box": "newsletter newsletters subscribe subscription signup optin mailchimp".split(),
    "advertisement": "ad ads adv advert adverts advertisement advertising adslot adunit adbox adsbygoogle dfp "
    "sponsor sponsored sponsors promo promos promotion promoted adwrapper adcontainer".split(),
    "cookie notice": "cookie cookies consent gdpr cookiebar cookiebanner onetrust".split(),
    "navigation": "nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination pager paging topnav "
    "toolbar tabs".split(),
    "sidebar": "sidebar sidebars rail rightrail leftrail".split(),
    "page footer": "colophon sitefooter globalfooter".split(),
    "dialog": "modal popup popover lightbox tooltip overlay".split(),
    "tags": "tags taglist tagcloud keywords".split(),
    "byline": "byline bylines authorbio authorbox authorinfo aboutauthor dateline timestamp postmeta entrymeta "
    "postinfo pubdate".split(),
    "login": "login signin paywall metering".split(),
    "printing": "print printonly noprint".split(),
    "archive's toolbar": ["wm-ipp", "donato"],
}
_WORDS = {word: label for label, words in _BY_WORD.items() for word in words}
_PAIRS = {
    "read more": "other stories",
    "read also": "other stories",
    "read next": "other stories",
    "see also": "other stories",
    "most read": "other stories",
    "most popular": "other stories",
    "more stories": "other stories",
    "more from": "other stories",
    "more on": "other stories",
    "up next": "other stories",
    "author bio": "byline",
    "author box": "byline",
    "author info": "byline",
    "about author": "byline",
    "post meta": "byline",
    "entry meta": "byline",
    "article meta": "byline",
    "article info": "byline",
    "post info": "byline",
    "sign up": "newsletter box",
    "site header": "page header",
    "site footer": "page footer",
    "page footer": "page footer",
    "global footer": "page footer",
    "tool bar": "toolbar",
    "tag list": "tags",
    "wm ipp": "archive's toolbar",
}
_SPLIT = re.compile(r"[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])")
_NEVER = frozenset("html body main h1 h2 h3 h4 h5 h6 td tr table tbody".split())
"""Elements whose classes describe their looks or other parts of the page."""
_OF_STORY = frozenset("articlebody storybody entrycontent postcontent articletext articlecontent storycontent".split())
_OF_CORRECTIONS = frozenset("correction corrections clarification erratum errata amendment editorsnote".split())
COMMENTS = "comments"
_BELIEVED = {
    "p": ("byline", "advertisement", "newsletter box", "share bar", COMMENTS, "cookie notice"),
    "article": ("other stories", "advertisement", "newsletter box", COMMENTS),
}
"""The labels that count in the classes of some elements; a paragraph called a teaser is a story's lead."""


def is_note(element: Element) -> bool:
    """True when ``element`` says that it is the publisher's correction."""
    names = f"{element.attrs.get('class', '')} {element.attrs.get('id', '')}".split()
    parts = {part.lower() for name in names for part in (*_SPLIT.split(name), _SPLIT.sub("", name))}
    return not _OF_CORRECTIONS.isdisjoint(parts)


def hint(element: Element) -> str:
    """The label that ``element`` gives itself if that is not the story; empty if it gives itself none."""
    attrs = element.attrs
    role = attrs.get("role", "").strip().lower()
    if label := _BY_ROLE.get(role) or _BY_TAG.get(element.tag):
        return label
    if element.tag in _NEVER or "articlebody" in attrs.get("itemprop", "").lower():
        return ""
    for value in (attrs.get("class", ""), attrs.get("id", ""), attrs.get("data-component", "")):
        for name in value.split():
            label = _named(name)
            if label and label in _BELIEVED.get(element.tag, (label,)):
                return label
    return ""


def _named(name: str) -> str:
    parts = [part.lower() for part in _SPLIT.split(name) if part]
    if "".join(parts) in _OF_STORY or {"no", "has", "with", "without", "hide", "js", "is", "not"}.intersection(parts):
        return ""
    if label := _WORDS.get("".join(parts)):
        return label
    for first, second in pairwise(parts):
        if label := _PAIRS.get(f"{first} {second}") or _WORDS.get(first + second):
            return label
    return next((_WORDS[part] for part in parts if part in _WORDS), "")
