"""Diagnostics about a record, or about what it refers to."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

RECORDS: dict[str, Code] = {
    # ------------------------------------------------------------------ records
    "unknown-key": error(
        "A key that the format does not have",
        "The builder would have to ignore a misspelt key silently, so it must know every key.",
    ),
    "missing-key": error(
        "A required key is missing or empty",
        "The record cannot be published without it.",
    ),
    "draft-incomplete": warning(
        "A draft that lacks what a published claim needs",
        "A draft may lack every key but its id. It is not published, and what it has is checked like any claim's."
        " `site-builder import` writes such drafts. A published claim must be complete.",
    ),
    "wrong-type": error(
        "A value of the wrong kind",
        "For instance a single text where a list is expected: write [text], or one item per line with a hyphen.",
    ),
    "invalid-value": error(
        "A value that the key does not allow",
        "The message lists the values that are allowed.",
    ),
    "invalid-id": error(
        "Not a valid id",
        "Ids are addresses: lowercase letters a-z and digits, in groups joined by single hyphens, at most 80 "
        "characters.",
    ),
    "look-alike": warning(
        "A name with a look-alike letter",
        "The name has a letter of another alphabet that looks like one of its own. A search for the name does not "
        "find it. In an id such letters are an error.",
    ),
    "misleading-character": error(
        "A character by which readers see other words",
        "The controls of direction (U+202A to U+202E, U+2066 to U+2069) let readers see the letters of a text in "
        "another order; tags (U+E0000 and following) and annotations hide letters. An override is always an error. "
        "Embeddings and isolates must be closed in their paragraph, and those to the right must hold words of a script "
        "that is written from right to left. The marks U+200F and U+061C need such words in their paragraph. "
        "An article's own words may have these two anywhere. "
        "In a quotation it is an error where the article does not have the character at that place, or where the "
        "article's own text is misleading there.",
    ),
    "hidden-character": warning(
        "An invisible character that nothing needs",
        "Soft hyphens, spaces without width, joiners and the like are not seen, and a word with one is another word to "
        "programs. Joiners in scripts and emoji that need them, marks of direction beside words from right to left, "
        "and whatever a quotation copies from its article are no fault. In an article's text only misleading "
        "characters are reported, and only as a warning: no passage may cite them.",
    ),
    "invalid-date": error(
        "Not a date that exists",
        "Write a date as 2020-08-19, 2020-08 or 2020, optionally with ~ (approximate) or ? (uncertain) after it, "
        "or ../ (by) before it. This is a part of the Extended Date/Time Format (ISO 8601-2).",
    ),
    "invalid-url": error(
        "Not a web address",
        "Addresses start with https:// or http:// and name a host.",
    ),
    "duplicate-id": error(
        "Two records with the same id",
        "An id is an address and a promise to those who linked to it. It belongs to one record only, even if it "
        "is a former id.",
    ),
    "date-order": error(
        "Dates in an impossible order",
        "A claim cannot be made after an article reports it (a passage with the role `claim`) or after its check "
        "was published. A copy in an archive cannot be older than the article. A correction cannot come before "
        "the publication or before the correction above it.",
    ),
    "date-doubt": warning(
        "Dates in a doubtful order",
        "As date-order, but not certain: a date is approximate (~) or uncertain (?), or the two days are one day "
        "apart, which may be the same day in two places of the world. Check the dates again.",
    ),
    "date-future": warning(
        "A day in the future",
        "A typing error in a year keeps a claim at the head of lists and feeds for good. Reported by `check "
        "--deploy`, the only command that looks at the clock.",
    ),
    "front-matter": error(
        "The front matter is missing or not closed",
        "An article or page starts with a line ---, then YAML, then another line ---, then the text.",
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
    "unknown-claim": error(
        "No such claim",
        "A claim is named by its `id`.",
    ),
    "unknown-topic": error("No such topic", "Topics are the keys under `topics:` in content/site.yaml."),
    "unknown-verdict": error(
        "No such verdict",
        "Verdicts are the ids under `verdicts:` in content/site.yaml, the rating scale.",
    ),
    "unknown-scale": error(
        "No such scale",
        "Scales are the keys under `scales:` in content/site.yaml: rating scales that are no longer in use. A "
        "claim that is rated on the current scale names none.",
    ),
    "unknown-person": error(
        "No such person",
        "People are the keys under `people:` in content/site.yaml. Add the person there. On a site that lists "
        "people, a value in the form of an id must be one of them. Write the name of anybody else in full, with "
        "its capitals.",
    ),
    "unknown-page": error(
        "No such page",
        "A page's id is the name of its file in content/pages without .md.",
    ),
    "unknown-link": error(
        "A link in the text leads nowhere",
        "In prose, [[claim:ID]], [[actor:ID]], [[article:ID]] and [[page:ID]] become links to pages of the site, "
        "optionally with your own text: [[claim:ID|text]]. The record must exist and be published. An address "
        "within the site, such as ../about/index.html, must be one of its pages or files; about.md is the file "
        "that a page is made from, not its address.",
    ),
    "relation-to-self": error(
        "A claim is related to itself",
        "A relation must name another claim.",
    ),
    "relation-conflict": warning(
        "Two claims are related in two ways",
        "Two relations between the same claims have different kinds, so their pages would show both. File a pair "
        "once, on either claim, with the kind that fits its reason.",
    ),
    "output-conflict": error(
        "Two pages would be written to one address",
        "A page or former id has the address of another page of the site. Choose another id.",
    ),
    "static-conflict": error(
        "A static file conflicts with one that the builder makes, or with another",
        "Files in static/ are published unchanged, beside the site's own pages and files. They may not replace "
        "any of those, _headers and _redirects included, or be in a folder that the builder makes, such as "
        "claims/ or data/: readers would see one file, while search, feeds and checks describe the other. Names "
        "that differ only in upper and lower case, or in how accents are written, count as the same, also two of "
        "your own: some file systems hold only one of them. Rename the file, or put it into a folder of "
        "its own.",
    ),
}
