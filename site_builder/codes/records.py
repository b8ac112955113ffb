"""What is wrong with a record, or with what it names."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

RECORDS: dict[str, Code] = {
    # ------------------------------------------------------------------ records
    "unknown-key": error(
        "A key that the format does not have",
        "A misspelt key would be ignored without a word, so every key must be known.",
    ),
    "missing-key": error(
        "A required key is missing or empty",
        "The record cannot be published without it.",
    ),
    "draft-incomplete": warning(
        "A draft that lacks what a published claim needs",
        "A draft may lack every key but its id: it is not published, and what it has is checked like any claim's. "
        "`site-builder import` writes such drafts. A claim that is published lacks nothing.",
    ),
    "wrong-type": error(
        "A value of the wrong kind",
        "For instance a single text where a list is expected: write [text], or one item a line with a hyphen.",
    ),
    "invalid-value": error(
        "A value that the key does not take",
        "The message lists what is allowed.",
    ),
    "invalid-id": error(
        "Not a valid id",
        "Ids are addresses: small letters a-z and digits, in groups joined by single hyphens, at most 80 characters.",
    ),
    "look-alike": warning(
        "A name that is not what it seems",
        "The name has a letter of another alphabet that looks like one of its own, or a character that nobody sees. "
        "A search for the name does not find it. In an id such letters are an error.",
    ),
    "invalid-date": error(
        "Not a date that exists",
        "Dates are written 2020-08-19, 2020-08 or 2020, each optionally followed by ~ (approximate) or ? (uncertain), "
        "after the Extended Date/Time Format (ISO 8601-2).",
    ),
    "invalid-url": error(
        "Not a web address",
        "Addresses start with https:// or http:// and name a host.",
    ),
    "duplicate-id": error(
        "Two records with one id",
        "An id is an address and a promise to those who linked to it; it belongs to one record, also when it is a "
        "former id.",
    ),
    "date-order": error(
        "Dates that cannot follow each other",
        "A claim cannot be made after an article reports it (a passage with the role `claim`) or after its check was "
        "published; a copy in an archive cannot be older than the article; a correction cannot come before the "
        "publication or before the correction above it.",
    ),
    "date-doubt": warning(
        "Dates that can hardly follow each other",
        "As date-order, but not certain: a date is about (~) or uncertain (?), or the two days are one day apart, "
        "which may be one and the same day in two places of the world. Look it up once more.",
    ),
    "date-future": warning(
        "A day that has not come",
        "A typing error in a year puts a claim at the head of lists and feeds for good. Reported by `check --deploy`, "
        "which alone looks at the clock.",
    ),
    "front-matter": error(
        "The front matter is missing or not closed",
        "An article or page starts with a line ---, then YAML, then a line ---, then the text.",
    ),
    # ------------------------------------------------------------------ references
    "unknown-actor": error(
        "No such actor",
        "Actors are the keys under `actors:` in claims.yaml and claims/**/*.yaml.",
    ),
    "unknown-article": error(
        "No such article",
        "An article's id is the name of its file in content/articles without .md.",
    ),
    "unknown-claim": error("No such claim", "Claims are known by their `id`."),
    "unknown-topic": error("No such topic", "Topics are the keys under `topics:` in content/site.yaml."),
    "unknown-verdict": error(
        "No such verdict",
        "Verdicts are the ids under `verdicts:` in content/site.yaml, the rating scale.",
    ),
    "unknown-scale": error(
        "No such scale",
        "Scales are the keys under `scales:` in content/site.yaml: rating scales that are no longer in use. A claim "
        "that is rated on the scale in use names none.",
    ),
    "unknown-person": error(
        "No such person",
        "People are the keys under `people:` in content/site.yaml. Add the person there. On a site that lists people, "
        "what has the form of an id is taken for one; write the name of anybody else in full, with its capitals.",
    ),
    "unknown-page": error(
        "No such page",
        "A page's id is the name of its file in content/pages without .md.",
    ),
    "unknown-link": error(
        "A link in the text leads nowhere",
        "In prose, [[claim:ID]], [[actor:ID]], [[article:ID]] and [[page:ID]] become links to pages of the site, "
        "optionally with a text of their own: [[claim:ID|text]]. The record must exist and be published. An address "
        "within the site, such as ../about/index.html, must be one of its pages or files; about.md is the file that a "
        "page is made from, not its address.",
    ),
    "relation-to-self": error(
        "A claim is related to itself",
        "A relation names another claim.",
    ),
    "relation-conflict": warning(
        "Two claims are related in two ways",
        "Two relations between the same claims have different kinds, so that their pages say both. File a pair "
        "once, on either claim, with the kind that its reason bears out.",
    ),
    "output-conflict": error(
        "Two pages would be written to one address",
        "A page or former id has the address of another page of the site. Choose another id.",
    ),
    "static-conflict": error(
        "A static file conflicts with one that the site makes",
        "Files in static/ are published unchanged, beside the site's own pages and files. None of them may replace one "
        "of those, _headers and _redirects included, or lie in a folder that the site makes, such as claims/ or data/: "
        "readers would see one file, while search, feeds and checks describe the other. Names that differ only in "
        "upper and lower case count as the same. Rename the file, or give it a folder of its own.",
    ),
}
