"""What is wrong with a claim, or with its quotations."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

CLAIMS: dict[str, Code] = {
    # ------------------------------------------------------------------ claims
    "no-claim-passage": error(
        "A claim without the words that make it",
        "Every claim rests on at least one passage with the role `claim`: the place where it was made.",
    ),
    "no-publication-date": error(
        "A published claim without its date of publication",
        "Add `published:` with the date on which the check was first published, or `status: draft`.",
    ),
    "withdrawn-without-reason": error(
        "A withdrawn claim that does not say why",
        "A withdrawn claim keeps its address; its page shows the last correction as the reason. Add an entry to "
        "`corrections`.",
    ),
    "verdict-without-basis": error(
        "A rating without what it rests on",
        "The scale in site.yaml says what a verdict `requires`: `evidence` is a passage with that role, `denial` a "
        "passage with that role or a claim that denies or contradicts this one. A claim that has neither is rated "
        "without a reason that readers can see.",
    ),
    "too-few-people": error(
        "A published check by fewer people than the site asks for",
        "`review` in site.yaml says how many people a check needs, of claims published on its day `since` or later. "
        "Those under `checked_by` and `reviewed_by` count, each once. Have the check reviewed, and add who did it; a "
        "claim that is not through review yet is a draft (`status: draft`).",
    ),
    "reviewed-by-checker": error(
        "Somebody reviewed their own check",
        "Where site.yaml has `review`, a claim is reviewed by somebody who did not check it. Name another person "
        "under `reviewed_by`.",
    ),
    "conflict-of-interest": warning(
        "A conflict of interest",
        "A person under `people` in site.yaml declares an `interest` in the actor who made the claim, or in somebody "
        "whom it is about; a bundle and its members count as one. Let somebody else check or review it. If nobody "
        "else can, the claim's page tells readers of the interest.",
    ),
    "weak-support": warning(
        "A claim borne out by itself",
        "A verdict with the tone `positive` says that another source bears the claim out. Here all evidence comes "
        "from the claim's own source (its speaker, a bundle and its member, or the article that reports it), or "
        "from a claim that is not borne out itself. Add evidence from elsewhere, or choose a more careful verdict.",
    ),
    "quoted-not-shown": warning(
        "Words in quotation marks that the page shows nowhere",
        "What a statement, a summary or an assessment puts between quotation marks, readers must be able to see "
        "where it was said: in a passage of the claim or of a related one, or in a headline of its sources. Add "
        "the passage, or say it without the marks.",
    ),
    # ------------------------------------------------------------------ quotations
    "quote-not-found": error(
        "The quotation is not in its article",
        "After white space and typography (quotation marks, apostrophes, dashes, …) are made equal, every letter, "
        "capital and punctuation mark must agree. The note shows the nearest passage and the words that differ. Copy "
        "the article's words, or mark what you left out with […].",
    ),
    "quote-ambiguous": error(
        "The quotation occurs more than once",
        "The builder must know which of them is meant. Quote more, or give `prefix:` (the text just before) or "
        "`suffix:` (the text just after).",
    ),
    "quote-cuts-word": error(
        "The quotation starts or ends inside a word",
        "A quotation consists of whole words: `linus` is not a quotation from `Carolinus`, nor `violent` from "
        "`non-violent`, nor `5 degrees` from `−5 degrees`.",
    ),
    "quote-elision": error(
        "An elision that cannot be followed",
        "[…] stands between words that occur in the article in that order. It cannot begin or end a quotation, and "
        "each part after the first is looked for behind the part before it.",
    ),
    "quote-context": warning(
        "The prefix or suffix does not stand beside the quotation",
        "The quotation occurs only once, so it was found without them; but they are not the article's "
        "words at that place. Remove or correct them.",
    ),
    "quote-not-direct": warning(
        "Marked as direct speech, but not in quotation marks",
        "`speech: direct` says that these are the speaker's own words. In the article the passage does not "
        "stand (or not wholly) between quotation marks. Quote only what does, or use `speech: reported`.",
    ),
}
