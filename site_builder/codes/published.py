"""What is wrong with a site: its texts, its theme, and what was published before."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

PUBLISHED: dict[str, Code] = {
    # ------------------------------------------------------------------ prose and theme
    "no-interface-language": warning(
        "The interface is not in the site's language",
        "The words of the pages themselves (menus, headings, buttons) come from a catalogue. There is none for the "
        "language in content/site.yaml, so they stay English. A catalogue is a file of messages: "
        "site_builder/locale/ru is an example, and `make words` brings one up to date.",
    ),
    "language-without-spaces": warning(
        "Search does not know the words of the site's language",
        "In a language that is written without spaces only a lexicon could tell where words begin and end, and the "
        "site's search has none. It looks for the signs that a reader types, side by side: every word is found, and so "
        "is a run of signs where two words meet; nothing is found by another form of a word, and results show no "
        "excerpt for such signs. Names and words in other languages are found as everywhere. `build --no-search` makes "
        "a site without search.",
    ),
    # ------------------------------------------------------------------ what was published
    "address-lost": error(
        "A published address leads nowhere",
        "What was published under an id stays reachable: readers and other sites have its address. A renamed record "
        "lists its old id under former_ids; a claim that was wrong is withdrawn (status: withdrawn, and the reason "
        "under corrections), not removed. Reported by `check --against REVISION`.",
    ),
    "page-lost": warning(
        "A page that was published is gone",
        "A topic, a verdict or a page of the site's own was published under an id that is gone. Links to it, and for "
        "a topic its feed, lead nowhere: these records have no former ids. Keep the id and change the label or the "
        "title, or have the host redirect the address. Reported by `check --against REVISION`.",
    ),
    "basis-changed": warning(
        "What published claims rest on was changed",
        "The stored text of an article, or the definition of a verdict, is not what it was when claims that rest on it "
        "were published. A source stays as it was: when it was stored wrongly, its note says so; when the publisher "
        "changed it, what was stored first is what the claims were checked against. A definition is put better, or "
        "it means something else and needs another id. A correction of each claim says so, and ends the warning. "
        "Reported by `check --against REVISION`.",
    ),
    "correction-missing": error(
        "A published claim was changed without a correction",
        "When the statement, the verdict, the actor, whom it accuses, the date, the status or the words that a "
        "published claim rests on change, readers are told: add an entry under corrections that says what was wrong "
        "and what it says now. Reported by `check --against REVISION`.",
    ),
    "correction-reading": error(
        "A correction does not keep how the claim read before, or says it wrongly",
        "Readers who saw the claim before see on its page and under corrections what it said then and what it says "
        "now: `was` keeps the old statement or verdict, in the words that were published. Reported by "
        "`check --against REVISION`.",
    ),
    "correction-changed": error(
        "A published correction was changed or removed",
        "Corrections are a record of what readers were told. They stay as they were; a new one is added at the end. "
        "Reported by `check --against REVISION`.",
    ),
    "address-placeholder": error(
        "The site's address is an example's",
        "base_url stands in every canonical link, feed and data file, so that other programs know where the site is. A "
        "name that is kept for examples, this machine's own name or a bare number leads readers nowhere. Reported by "
        "`check --deploy`.",
    ),
    "policy-missing": error(
        "A policy that readers are owed is missing",
        "Before a site is deployed it says how claims are chosen and rated, how errors are corrected, who pays and "
        "whom to write to. Write the page under content/pages and name it under policies in content/site.yaml. "
        "Reported by `check --deploy`.",
    ),
    "not-filled-in": error(
        "A placeholder or an example from `site-builder init` is still there",
        "`site-builder init` writes examples, and marks in square brackets what only the newsroom knows: [fill in: …], "
        "[example: …]. Readers would take them for the site's own text. Replace the brackets with what they ask for; "
        "remove an example together with what cites it. Article texts are verbatim and not checked. Reported by "
        "`check --deploy`.",
    ),
    "host-limit": warning(
        "The site is near or over a limit of its host",
        "Hosts limit the number and size of files and the number of redirects. Over a limit some refuse the "
        "deployment, and some silently ignore the rest. Reported by `build --host NAME` above nine tenths of a limit; "
        "docs/deploying.md has the numbers.",
    ),
    "text-as-markup": warning(
        "Characters of an article are read as markup",
        "What is pasted into an article as text should come out as text. Here the article's Markdown takes characters "
        "for markup that look like text: nothing but their loss would show. Write a backslash before them, as the help "
        "says, or have `check --fix` write it. The record format says what the Markdown of articles is.",
    ),
    "lost-character": error(
        "A character of the article was lost before it came here",
        "U+FFFD stands where a program could not read a character, and a character reference such as &#0; stands for "
        "none. Nobody can quote what is not there: look at the publisher's page and write what it has.",
    ),
    "publishers-alike": warning(
        "Two publishers' names differ in what an address leaves out",
        "A publisher's page has an address that is made of its name. Names that differ in capitals, signs or accents "
        "alone give one address, and are mostly one publisher written in two ways: write the name in the same way in "
        "every article. Where they are two, one page has a number in its address.",
    ),
    "page-start": error(
        "A page of the article does not begin where its front matter says",
        "Under `pages` an article that was printed in pages has the first words of each, so that a link leads to the "
        "page of a passage. They are looked for in the text in the order of the pages, and compared as quotations are. "
        "Copy them from the text, or remove the line: without it, a link leads to the page before.",
    ),
    "raw-html": warning(
        "HTML in Markdown is shown as text",
        "Raw HTML is never passed to the page. Use Markdown, or a template for what Markdown cannot say.",
    ),
    "unsafe-link": error(
        "A link with an address that is not allowed",
        "Links lead to https:, http: and mailto: addresses or to places within the site. javascript:, data: and other "
        "schemes are refused.",
    ),
    "template-error": error(
        "A template cannot be used",
        "The template has a syntax error, or uses a name that its page does not have.",
    ),
}
