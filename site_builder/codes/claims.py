"""Diagnostics about a claim or its quotations."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

CLAIMS: dict[str, Code] = {
    # ------------------------------------------------------------------ claims
    "no-claim-passage": error(
        "A claim without the words that make it",
        "Every claim needs at least one passage with the role `claim`: the words in which the claim was made.",
    ),
    "no-publication-date": error(
        "A published claim without a publication date",
        "Add `published:` with the date on which the check was first published, or `status: draft`.",
    ),
    "withdrawn-without-reason": error(
        "A withdrawn claim that does not say why",
        "A withdrawn claim keeps its address, and its page shows the last correction as the reason. Add an entry "
        "to `corrections` that says why.",
    ),
    "verdict-without-basis": error(
        "A verdict without the passage or relation that it requires",
        "The scale in site.yaml says what a verdict `requires`: `evidence` is a passage with that role, `denial` "
        "is a passage with that role or a claim that denies or contradicts this one. Without it, readers cannot "
        "see the reason for the verdict. Add the passage or the relation, or choose another verdict.",
    ),
    "too-few-people": error(
        "A published check by fewer people than the site requires",
        "`review` in site.yaml says how many people must have worked on a check that was published on its day "
        "`since` or later. Those under `checked_by` and `reviewed_by` count, each once. Have the check reviewed, "
        "and add the reviewer. Until then the claim is a draft (`status: draft`). Under `check --against REVISION` a "
        "claim that is new there counts as published on the day of that commit at the earliest, whatever day it bears.",
    ),
    "reviewed-by-checker": error(
        "Somebody reviewed their own check",
        "If site.yaml has `review`, the reviewer of a claim must not be one of those who checked it. Name another"
        " person under `reviewed_by`.",
    ),
    "conflict-of-interest": warning(
        "A conflict of interest",
        "A person under `people` in site.yaml declares an `interest` in the actor who made the claim, or in "
        "somebody whom it is about; a group and its members count as one. Let somebody else check or review it. "
        "If nobody else can, the claim's page tells readers about the interest.",
    ),
    "weak-support": warning(
        "A claim whose only support is itself",
        "A verdict with the tone `positive` says that another source supports the claim. Here all evidence comes "
        "from the claim's own source (its speaker, a group and its member, or the article that reports it), or "
        "from a claim that has no other support itself. Add evidence from another source, or choose a more "
        "cautious verdict.",
    ),
    "quoted-not-shown": warning(
        "Words in quotation marks that the page does not show elsewhere",
        "If a statement, a summary or an assessment puts words between quotation marks, readers must be able to "
        "see where they were said: in a passage of the claim or of a related one, or in a headline of its "
        "sources. Add the passage, or write the words without quotation marks.",
    ),
    # ------------------------------------------------------------------ quotations
    "quote-not-found": error(
        "The quotation is not in its article",
        "The builder ignores differences in white space and typography (quotation marks, apostrophes, dashes, …)."
        " Every letter, capital and punctuation mark must agree. The note shows the nearest passage and the words"
        " that differ. Copy the article's words, or mark what you left out with […].",
    ),
    "quote-ambiguous": error(
        "The quotation occurs more than once",
        "The builder must know which occurrence is meant. Quote more, or give `prefix:` (the text just before) or"
        " `suffix:` (the text just after).",
    ),
    "quote-cuts-word": error(
        "The quotation starts or ends inside a word",
        "A quotation consists of whole words: `linus` is not a quotation from `Carolinus`, nor `violent` from "
        "`non-violent`, nor `5 degrees` from `−5 degrees`.",
    ),
    "quote-elision": error(
        "An elision that cannot be resolved",
        "[…] marks words left out between parts that occur in the article in that order. It cannot begin or end a"
        " quotation. The builder looks for each later part after the part before it.",
    ),
    "quote-context": warning(
        "The prefix or suffix is not beside the quotation",
        "The quotation occurs only once, so the builder found it without them. But they are not the article's "
        "words at that place. Remove or correct them.",
    ),
    "quote-not-direct": warning(
        "Marked as direct speech, but not in quotation marks",
        "`speech: direct` says that these are the speaker's own words. In the article the passage is not (or not "
        "wholly) between quotation marks. Quote only the part that is, or use `speech: reported`.",
    ),
}
