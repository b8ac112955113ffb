"""Diagnostics about a site: its texts, its theme, and what was published before."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

PUBLISHED: dict[str, Code] = {
    # ------------------------------------------------------------------ prose and theme
    "no-interface-language": warning(
        "The interface is not in the site's language",
        "The interface (menus, headings, buttons) takes its texts from a catalogue. There is none for the "
        "language in content/site.yaml, so the interface stays in English. A catalogue is a file of messages: "
        "site_builder/locale/ru is an example, and `site-builder explain languages` says how to add one.",
    ),
    "language-without-spaces": warning(
        "Search cannot split the site's language into words",
        "In a language that is written without spaces only a dictionary could tell where words begin and end, and"
        " the site's search has none. It looks for the characters that a reader types, side by side. It finds "
        "every word, but also the same characters where two words meet. It does not find other forms of a word, "
        "and its results show no excerpt for such characters. It finds names and words in other languages as "
        "usual. `build --no-search` makes a site without search.",
    ),
    # ------------------------------------------------------------------ what was published
    "address-lost": error(
        "A published address leads nowhere",
        "What was published under an id must stay reachable: readers and other sites have its address. A renamed "
        "record lists its old id under former_ids. A claim that was wrong is withdrawn (status: withdrawn, and "
        "the reason under corrections), not removed. Reported by `check --against REVISION`.",
    ),
    "page-lost": warning(
        "A page that was published is gone",
        "A topic, a verdict or one of the site's own pages was published under an id that no longer exists. Links"
        " to it, and for a topic its feed, lead nowhere: these records have no former ids. Keep the id and change"
        " the label or the title, or have the host redirect the address. Reported by `check --against REVISION`.",
    ),
    "basis-changed": warning(
        "The basis of published claims was changed",
        "The stored text of an article, or the definition of a verdict, has changed since claims that rest on it "
        "were published. Do not change a source: if it was stored wrongly, say so in its note; if the publisher "
        "changed it, the claims were still checked against the version stored first. For a definition, decide "
        "whether it means the same in better words, or means something else and needs another id. A correction on"
        " each claim that says what changed ends the warning. Reported by `check --against REVISION`.",
    ),
    "scale-rewritten": error(
        "A verdict of an earlier scale was rewritten",
        "A scale under `scales` says what the verdicts meant when the claims on it were published. If its labels, "
        "definitions or values change, old verdicts mean something that nobody said. Restore them. To rate a claim "
        "anew, take it off the earlier scale, with a correction. Reported by `check --against REVISION`.",
    ),
    "correction-missing": error(
        "A published claim was changed without a correction",
        "If the statement, the verdict, the actor, whom it accuses, the date, the status or the words behind a "
        "published claim change, readers must be told. Add an entry under corrections that says what was wrong "
        "and what it says now. Reported by `check --against REVISION`.",
    ),
    "correction-reading": error(
        "A correction does not record the old wording, or records it wrongly",
        "Readers who saw the claim before can see, on its page and under corrections, what it said then and what "
        "it says now. `was` keeps the old statement or verdict, in the words that were published. Reported by "
        "`check --against REVISION`.",
    ),
    "correction-changed": error(
        "A published correction was changed or removed",
        "Corrections are a record of what readers were told. Leave them as they were, and add a new one at the "
        "end. Reported by `check --against REVISION`.",
    ),
    "review-loosened": error(
        "The rule that asks for a review was loosened",
        "`review` in content/site.yaml says how many people a check needs. A change that removes it, asks for fewer "
        "people or begins later would free claims from it, and nobody would notice. Restore the rule. If the newsroom "
        "has decided to loosen it, somebody who may merge against a failing check merges that change alone: the next "
        "comparison has the new rule on both sides. Reported by `check --against REVISION`.",
    ),
    "address-placeholder": error(
        "The site's address is a placeholder",
        "base_url is part of every canonical link, feed and data file, so that other programs know where the site"
        " is. A name that is reserved for examples, this machine's own name or a bare number leads readers "
        "nowhere. Reported by `check --deploy`.",
    ),
    "policy-missing": error(
        "A policy that readers are owed is missing",
        "Before you deploy a site, it must say how claims are chosen and rated, how errors are corrected, who "
        "pays and whom to write to. Write the page under content/pages and name it under policies in "
        "content/site.yaml. Reported by `check --deploy`.",
    ),
    "nothing-published": error(
        "The site has no published claim",
        "A site without a published claim has a home page, lists and a search with nothing in them: drafts are not "
        "published. Publish a claim before you deploy. Reported by `check --deploy`.",
    ),
    "security-txt": error(
        "A security.txt that is not valid",
        "RFC 9116 asks for at least one line Contact, with an address that begins with mailto:, https:// or tel:, and "
        "for one line Expires with a day, a time and a zone. After that moment those who find a security problem will "
        "take the contacts for old. The file is static/.well-known/security.txt. Correct it or remove it. Reported by "
        "`check --deploy`.",
    ),
    "security-txt-expiring": warning(
        "A security.txt that is valid for less than a month",
        "See whether its contacts are still right, and give the line Expires of static/.well-known/security.txt a day "
        "within the next year. Reported by `check --deploy`.",
    ),
    "not-filled-in": error(
        "A placeholder or an example from `site-builder init` is still there",
        "`site-builder init` writes examples, and marks in square brackets what only the newsroom knows: [fill "
        "in: …], [example: …]. Readers would take them for the site's own text. Replace the brackets with what "
        "they ask for. Remove each example: articles, claims, actors, and topics that nothing else uses. They are "
        "known by what they say, so deleting the mark is not enough. Article texts are verbatim and are not searched "
        "for brackets. Reported by `check --deploy`.",
    ),
    "host-limit": warning(
        "The site is near or over a limit of its host",
        "Hosts limit the number and size of files and the number of redirects. Above a limit some refuse the "
        "deployment, and some silently ignore the rest. Reported by `build --host NAME` above nine tenths of a "
        "limit; `site-builder explain deploying` has the numbers.",
    ),
    "text-as-markup": warning(
        "Characters of an article are read as markup",
        "Text that you paste into an article should come out as text. Here the article's Markdown reads as markup"
        " some characters that look like text, and the page would lose them without a sign. Write a backslash "
        "before them, as the help says, or let `check --fix` write it. `site-builder explain records` "
        "describes the Markdown of articles.",
    ),
    "broken-word": warning(
        "A word of the article is broken at a line's end",
        "Text that was copied from a PDF often has the hyphens of its lines. A line's end in an article is a space, so "
        "that readers would see the word in two parts, and nobody could quote it whole. Write the word on one line: "
        "without the hyphen, or with it where it belongs to the word. Reported once for each article.",
    ),
    "lost-character": error(
        "A character of the article is lost",
        "U+FFFD marks a place where a program could not read a character; a character reference such as &#0; "
        "stands for no character. Nobody can quote what is not there. Look at the publisher's page and write the "
        "character that it has.",
    ),
    "people-alike": warning(
        "Two people have the same name",
        "Names that differ only in capitals, punctuation or accents count as one person's: whoever is under `people` "
        "twice cannot review their own check. Keep one id, and write it wherever the other one is. If they are two "
        "people, tell them apart in the names, as with a second initial.",
    ),
    "publishers-alike": warning(
        "Two publishers' names differ only in what an address leaves out",
        "The address of a publisher's page is made from its name. Names that differ only in capitals, punctuation"
        " or accents give the same address. Mostly they are one publisher, written in two ways: spell the name "
        "the same way in every article. If they are two publishers, one page has a number in its address.",
    ),
    "page-start": error(
        "A page of the article does not begin where its front matter says",
        "If an article was printed in pages, `pages` has the first words of each page, so that a link leads to "
        "the page of a passage. The builder looks for these words in the order of the pages, and compares them as"
        " it compares quotations. Copy them from the text, or remove the line: without it, a link leads to the "
        "page before.",
    ),
    "raw-html": warning(
        "HTML in Markdown is shown as text",
        "The builder never passes raw HTML to the page. Use Markdown, or a template for what Markdown cannot express.",
    ),
    "unsafe-link": error(
        "A link with an address that is not allowed",
        "Links may lead to https:, http: and mailto: addresses or to places within the site. The builder refuses "
        "javascript:, data: and other schemes.",
    ),
    "template-error": error(
        "A template cannot be used",
        "The template has a syntax error, uses a name that its page does not have, or does what templates may not do.",
    ),
}
