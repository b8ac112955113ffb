"""The code table: every diagnostic the builder can give, with what it means and what to do.

``site-builder explain CODE``, the reference page in docs/ and the tests are made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table."""

    severity: Severity
    """``error`` stops the build, ``warning`` does not."""
    title: str
    """One line: what is wrong."""
    explanation: str
    """A short paragraph: why it matters and what to do."""


def _error(title: str, explanation: str) -> Code:
    return Code("error", title, explanation)


def _warning(title: str, explanation: str) -> Code:
    return Code("warning", title, explanation)


CODES: dict[str, Code] = {
    # ------------------------------------------------------------------ files
    "file-missing": _error(
        "A file that every project needs is not there",
        "A project has claims.yaml and content/site.yaml at least, and one content/articles/<id>.md for each "
        "article that a claim cites. Create the file or correct the folder that you gave.",
    ),
    "file-empty": _error(
        "A file has nothing in it",
        "An empty file is more often an accident (a failed save, a stopped copy) than an intention. "
        "Restore it, or remove it if it is not wanted.",
    ),
    "file-encoding": _error(
        "A file is not UTF-8 text",
        "All content is read as UTF-8. The message names the first byte that is not. Save the file again with the "
        "encoding UTF-8; a byte order mark and Windows line ends are fine.",
    ),
    "merge-conflict": _error(
        "A merge left its markers in a file",
        "Lines that begin with <<<<<<<, |||||||, ======= or >>>>>>> stand where git could not merge two versions of a "
        "file: both are there, and nobody has chosen. Keep the version that is right, and remove the other and the "
        "marker lines; `git status` lists the files. The rest of the file is checked when they are gone. A text that "
        "needs such a line indents it.",
    ),
    "file-ignored": _warning(
        "A file looks like content, but is not read",
        "Claims are read from claims.yaml and claims/**/*.yaml, articles and pages from *.md. A file with another "
        "ending beside them (.yml, .markdown, .txt) would be left out without a word.",
    ),
    "file-name": _error(
        "A file's name cannot be an id",
        "The name of an article's or page's file without .md is its id and its address: small letters a-z and "
        "digits, in groups joined by single hyphens, at most 80 characters.",
    ),
    # ------------------------------------------------------------------ YAML
    "yaml-syntax": _error(
        "The YAML cannot be read",
        "The message names the place where somebody slipped, what YAML makes of it, and what to write. The commonest "
        "slips: an indentation that is not made of plain spaces or differs from that of the keys beside it, a colon or "
        'a hyphen without a space behind it, a text with ": " in it or a sign such as > or @ at its beginning that is '
        "not in quotes, a quotation mark that is not closed. Until it is mended nothing else of the file is told.",
    ),
    "yaml-feature": _error(
        "YAML that a record does not need",
        "Anchors and aliases (&x, *x), tags (!x), merge keys (<<) and several documents in one file are refused: they "
        "make a record that one person cannot read and a program can be made to choke on. Write the value out.",
    ),
    "yaml-depth": _error(
        "The YAML is nested too deeply",
        "Records are at most a few levels deep; more than 32 levels is an accident or an attack on the parser.",
    ),
    "duplicate-key": _error(
        "The same key stands twice in one record",
        "YAML would silently keep one of the two. Remove one, or, where a second item of a list begins, put a hyphen "
        "before its first key. Of several keys that stand twice in one record the first is told.",
    ),
    "cut-by-comment": _error(
        "The rest of the line is a comment",
        'In an unquoted YAML text, " #" starts a comment, and what follows is lost. Put the text in quotes, or write '
        '"# " with a space if a comment was meant.',
    ),
    "too-large": _error(
        "Larger than anything a site needs",
        "A file has at most 64,000,000 bytes, a line 1,000,000 characters, a text in YAML 1,000,000, a text of one "
        "line (a statement, a summary, a name, a title) 10,000, a list 200,000 items and a record 200,000 keys. More "
        "is an accident, such as a file in the wrong place or a quotation mark that is not closed.",
    ),
    # ------------------------------------------------------------------ records
    "unknown-key": _error(
        "A key that the format does not have",
        "A misspelt key would be ignored without a word, so every key must be known.",
    ),
    "missing-key": _error(
        "A required key is missing or empty",
        "The record cannot be published without it.",
    ),
    "wrong-type": _error(
        "A value of the wrong kind",
        "For instance a single text where a list is expected: write [text], or one item a line with a hyphen.",
    ),
    "invalid-value": _error(
        "A value that the key does not take",
        "The message lists what is allowed.",
    ),
    "invalid-id": _error(
        "Not a valid id",
        "Ids are addresses: small letters a-z and digits, in groups joined by single hyphens, at most 80 characters.",
    ),
    "look-alike": _warning(
        "A name that is not what it seems",
        "The name has a letter of another alphabet that looks like one of its own, or a character that nobody sees. "
        "A search for the name does not find it. In an id such letters are an error.",
    ),
    "invalid-date": _error(
        "Not a date that exists",
        "Dates are written 2020-08-19, 2020-08 or 2020, each optionally followed by ~ (approximate) or ? (uncertain), "
        "after the Extended Date/Time Format (ISO 8601-2).",
    ),
    "invalid-url": _error(
        "Not a web address",
        "Addresses start with https:// or http:// and name a host.",
    ),
    "duplicate-id": _error(
        "Two records with one id",
        "An id is an address and a promise to those who linked to it; it belongs to one record, also when it is a "
        "former id.",
    ),
    "date-order": _error(
        "Dates that cannot follow each other",
        "A claim cannot be made after an article reports it (a passage with the role `claim`) or after its check was "
        "published; a copy in an archive cannot be older than the article; a correction cannot come before the "
        "publication or before the correction above it.",
    ),
    "date-doubt": _warning(
        "Dates that can hardly follow each other",
        "As date-order, but not certain: a date is about (~) or uncertain (?), or the two days are one day apart, "
        "which may be one and the same day in two places of the world. Look it up once more.",
    ),
    "date-future": _warning(
        "A day that has not come",
        "A typing error in a year puts a claim at the head of lists and feeds for good. Reported by `check --deploy`, "
        "which alone looks at the clock.",
    ),
    "front-matter": _error(
        "The front matter is missing or not closed",
        "An article or page starts with a line ---, then YAML, then a line ---, then the text.",
    ),
    # ------------------------------------------------------------------ references
    "unknown-actor": _error(
        "No such actor",
        "Actors are the keys under `actors:` in claims.yaml and claims/**/*.yaml.",
    ),
    "unknown-article": _error(
        "No such article",
        "An article's id is the name of its file in content/articles without .md.",
    ),
    "unknown-claim": _error("No such claim", "Claims are known by their `id`."),
    "unknown-topic": _error("No such topic", "Topics are the keys under `topics:` in content/site.yaml."),
    "unknown-verdict": _error(
        "No such verdict",
        "Verdicts are the ids under `verdicts:` in content/site.yaml, the rating scale.",
    ),
    "unknown-page": _error(
        "No such page",
        "A page's id is the name of its file in content/pages without .md.",
    ),
    "unknown-link": _error(
        "A link in the text leads nowhere",
        "In prose, [[claim:ID]], [[actor:ID]], [[article:ID]] and [[page:ID]] become links to pages of the site, "
        "optionally with a text of their own: [[claim:ID|text]]. The record must exist and be published. An address "
        "within the site, such as ../about/index.html, must be one of its pages or files; about.md is the file that a "
        "page is made from, not its address.",
    ),
    "relation-to-self": _error(
        "A claim is related to itself",
        "A relation names another claim.",
    ),
    "relation-conflict": _warning(
        "Two claims are related in two ways",
        "Two relations between the same claims have different kinds, so that their pages say both. File a pair "
        "once, on either claim, with the kind that its reason bears out.",
    ),
    "output-conflict": _error(
        "Two pages would be written to one address",
        "A page or former id has the address of another page of the site. Choose another id.",
    ),
    "static-conflict": _error(
        "A static file would come into the way of one that the site makes",
        "What lies in static/ is published as it is, beside the site's own pages and files. None of it may take the "
        "place of one of these, _headers and _redirects included, or lie in a folder that the site makes, such as "
        "claims/ or data/: readers would see the one, and search, feeds and checks would speak of the other. Capitals "
        "and small letters do not count. Rename the file, or give it a folder of its own.",
    ),
    # ------------------------------------------------------------------ claims
    "no-claim-passage": _error(
        "A claim without the words that make it",
        "Every claim rests on at least one passage with the role `claim`: the place where it was made.",
    ),
    "no-publication-date": _error(
        "A published claim without its date of publication",
        "Add `published:` with the date on which the check was first published, or `status: draft`.",
    ),
    "withdrawn-without-reason": _error(
        "A withdrawn claim that does not say why",
        "A withdrawn claim keeps its address; its page shows the last correction as the reason. Add an entry to "
        "`corrections`.",
    ),
    "verdict-without-basis": _error(
        "A rating without what it rests on",
        "The scale in site.yaml says what a verdict `requires`: `evidence` is a passage with that role, `denial` a "
        "passage with that role or a claim that denies or contradicts this one. A claim that has neither is rated "
        "without a reason that readers can see.",
    ),
    "weak-support": _warning(
        "A claim borne out by itself",
        "A verdict with the tone `positive` says that another source bears the claim out. Here all evidence comes "
        "from the claim's own source (its speaker, a bundle and its member, or the article that reports it), or "
        "from a claim that is not borne out itself. Add evidence from elsewhere, or choose a more careful verdict.",
    ),
    "quoted-not-shown": _warning(
        "Words in quotation marks that the page shows nowhere",
        "What a statement, a summary or an assessment puts between quotation marks, readers must be able to see "
        "where it was said: in a passage of the claim or of a related one, or in a headline of its sources. Add "
        "the passage, or say it without the marks.",
    ),
    # ------------------------------------------------------------------ quotations
    "quote-not-found": _error(
        "The quotation is not in its article",
        "After white space and typography (quotation marks, apostrophes, dashes, …) are made equal, every letter, "
        "capital and punctuation mark must agree. The note shows the nearest passage and the words that differ. Copy "
        "the article's words, or mark what you left out with […].",
    ),
    "quote-ambiguous": _error(
        "The quotation occurs more than once",
        "The builder must know which of them is meant. Quote more, or give `prefix:` (the text just before) or "
        "`suffix:` (the text just after).",
    ),
    "quote-cuts-word": _error(
        "The quotation starts or ends inside a word",
        "A quotation consists of whole words: `linus` is not a quotation from `Carolinus`, nor `violent` from "
        "`non-violent`, nor `5 degrees` from `−5 degrees`.",
    ),
    "quote-elision": _error(
        "An elision that cannot be followed",
        "[…] stands between words that occur in the article in that order. It cannot begin or end a quotation, and "
        "each part after the first is looked for behind the part before it.",
    ),
    "quote-context": _warning(
        "The prefix or suffix does not stand beside the quotation",
        "The quotation occurs only once, so it was found without them; but they are not the article's "
        "words at that place. Remove or correct them.",
    ),
    "quote-not-direct": _warning(
        "Marked as direct speech, but not in quotation marks",
        "`speech: direct` says that these are the speaker's own words. In the article the passage does not "
        "stand (or not wholly) between quotation marks. Quote only what does, or use `speech: reported`.",
    ),
    # ------------------------------------------------------------------ prose and theme
    "no-interface-language": _warning(
        "The interface is not in the site's language",
        "The words of the pages themselves (menus, headings, buttons) come from a catalogue. There is none for the "
        "language in content/site.yaml, so they stay English. A catalogue is a file of messages: "
        "site_builder/locale/ru is an example, and `make words` brings one up to date.",
    ),
    "language-without-spaces": _warning(
        "Search does not know the words of the site's language",
        "In a language that is written without spaces only a lexicon could tell where words begin and end, and the "
        "site's search has none. It looks for the signs that a reader types, side by side: every word is found, and so "
        "is a run of signs where two words meet; nothing is found by another form of a word, and results show no "
        "excerpt for such signs. Names and words in other languages are found as everywhere. `build --no-search` makes "
        "a site without search.",
    ),
    # ------------------------------------------------------------------ what was published
    "address-lost": _error(
        "A published address leads nowhere",
        "What was published under an id stays reachable: readers and other sites have its address. A renamed record "
        "lists its old id under former_ids; a claim that was wrong is withdrawn (status: withdrawn, and the reason "
        "under corrections), not removed. Reported by `check --against REVISION`.",
    ),
    "page-lost": _warning(
        "A page that was published is gone",
        "A topic, a verdict or a page of the site's own was published under an id that is gone. Links to it, and for "
        "a topic its feed, lead nowhere: these records have no former ids. Keep the id and change the label or the "
        "title, or have the host redirect the address. Reported by `check --against REVISION`.",
    ),
    "basis-changed": _warning(
        "What published claims rest on was changed",
        "The stored text of an article, or the definition of a verdict, is not what it was when claims that rest on it "
        "were published. A source stays as it was: when it was stored wrongly, its note says so; when the publisher "
        "changed it, what was stored first is what the claims were checked against. A definition is put better, or "
        "it means something else and needs another id. A correction of each claim says so, and ends the warning. "
        "Reported by `check --against REVISION`.",
    ),
    "correction-missing": _error(
        "A published claim was changed without a correction",
        "When the statement, the verdict, the actor, whom it accuses, the date, the status or the words that a "
        "published claim rests on change, readers are told: add an entry under corrections that says what was wrong "
        "and what it says now. Reported by `check --against REVISION`.",
    ),
    "correction-reading": _error(
        "A correction does not keep how the claim read before, or says it wrongly",
        "Readers who saw the claim before see on its page and under corrections what it said then and what it says "
        "now: `was` keeps the old statement or verdict, in the words that were published. Reported by "
        "`check --against REVISION`.",
    ),
    "correction-changed": _error(
        "A published correction was changed or removed",
        "Corrections are a record of what readers were told. They stay as they were; a new one is added at the end. "
        "Reported by `check --against REVISION`.",
    ),
    "address-placeholder": _error(
        "The site's address is an example's",
        "base_url stands in every canonical link, feed and data file, so that other programs know where the site is. A "
        "name that is kept for examples, this machine's own name or a bare number leads readers nowhere. Reported by "
        "`check --deploy`.",
    ),
    "policy-missing": _error(
        "A policy that readers are owed is missing",
        "Before a site is deployed it says how claims are chosen and rated, how errors are corrected, who pays and "
        "whom to write to. Write the page under content/pages and name it under policies in content/site.yaml. "
        "Reported by `check --deploy`.",
    ),
    "not-filled-in": _error(
        "What a project began with is still there",
        "`site-builder init` writes examples, and marks in square brackets what only a newsroom knows: [fill in: …], "
        "[example: …]. Readers would take them for the site's own. Write what is asked for in place of the brackets; "
        "remove an example with what cites it. The text of an article is verbatim and not looked at. Reported by "
        "`check --deploy`.",
    ),
    "host-limit": _warning(
        "The site reaches a limit of its host",
        "Hosts take so many files, files so large and so many redirects. Some refuse a deployment then, some pass over "
        "what is too much without a word. Reported by `build --host NAME` from nine tenths of a limit on; "
        "docs/deploying.md has the numbers.",
    ),
    "text-as-markup": _warning(
        "Characters of an article are read as markup",
        "What is pasted into an article as text should come out as text. Here the article's Markdown takes characters "
        "for markup that look like text: nothing but their loss would show. Write a backslash before them, as the help "
        "says, or have `check --fix` write it. The record format says what the Markdown of articles is.",
    ),
    "lost-character": _error(
        "A character of the article was lost before it came here",
        "U+FFFD stands where a program could not read a character, and a character reference such as &#0; stands for "
        "none. Nobody can quote what is not there: look at the publisher's page and write what it has.",
    ),
    "publishers-alike": _warning(
        "Two publishers' names differ in what an address leaves out",
        "A publisher's page has an address that is made of its name. Names that differ in capitals, signs or accents "
        "alone give one address, and are mostly one publisher written in two ways: write the name in the same way in "
        "every article. Where they are two, one page has a number in its address.",
    ),
    "page-start": _error(
        "A page of the article does not begin where its front matter says",
        "Under `pages` an article that was printed in pages has the first words of each, so that a link leads to the "
        "page of a passage. They are looked for in the text in the order of the pages, and compared as quotations are. "
        "Copy them from the text, or remove the line: without it, a link leads to the page before.",
    ),
    "raw-html": _warning(
        "HTML in Markdown is shown as text",
        "Raw HTML is never passed to the page. Use Markdown, or a template for what Markdown cannot say.",
    ),
    "unsafe-link": _error(
        "A link with an address that is not allowed",
        "Links lead to https:, http: and mailto: addresses or to places within the site. javascript:, data: and other "
        "schemes are refused.",
    ),
    "template-error": _error(
        "A template cannot be used",
        "The template has a syntax error, or uses a name that its page does not have.",
    ),
}
