"""``new claim``: a claim from options and answers, each checked as it is given."""

from __future__ import annotations

import datetime
from collections.abc import Container, Mapping
from functools import partial

from site_builder.editor.answers import Answers
from site_builder.editor.find import Match, find
from site_builder.editor.new import Value
from site_builder.editor.wrong import ID_QUESTION, no_id, no_value, unknown
from site_builder.errors import EnvironmentProblem
from site_builder.link.heads import heads
from site_builder.link.names import Names, collect
from site_builder.link.texts import Texts
from site_builder.passages.document import Document
from site_builder.records.entries import Records
from site_builder.records.models import ClaimRecord, PassageRecord
from site_builder.records.values import suggest_id


def new_claim(records: Records, answers: Answers, *, draft: bool) -> dict[str, Value]:
    """The claim's keys and values.

    Raises :class:`EnvironmentProblem` when something required is missing and nobody can be asked.
    """
    names = collect(heads(records))
    asked = partial(answers.required, needed=not draft)
    actor_wrong = unknown("actor", names.actors)
    actor = answers.required("actor", "id of the actor who made the claim", wrong=actor_wrong)
    statement = answers.required(
        "statement", "the claim in your words, one sentence", wrong=no_value("statement", ClaimRecord)
    )
    texts = Texts(records)
    quote = asked("quote", "the words in the article, verbatim", wrong=partial(_not_there, texts))
    passages = [_passage(quote, texts, names, answers)] if quote else []
    verdicts = ", ".join(names.verdicts)
    return {
        "id": _id(records, names, answers, actor, statement),
        "actor": actor,
        "statement": statement,
        "date": asked(
            "date",
            "when it was made (2020-08-19, 2020-08, 2020; ~ about, ? uncertain)",
            wrong=no_value("date", ClaimRecord),
        ),
        "about": answers.ids("about", actor_wrong),
        "accuses": answers.ids("accuses", actor_wrong),
        "topics": answers.ids("topics", unknown("topic", names.topics)),
        "verdict": asked("verdict", f"verdict ({verdicts})", wrong=unknown("verdict", names.verdicts)),
        "summary": asked("summary", "the verdict's reason, one sentence", wrong=no_value("summary", ClaimRecord)),
        "passages": passages,
        "status": "draft" if draft else "",
        "published": "" if draft else _published(answers),
    }


def _id(records: Records, names: Names, answers: Answers, actor: str, statement: str) -> str:
    former = {old for entry in records.claims if entry.record for old in entry.record.former_ids}
    taken = names.claims.keys() | former

    def wrong(id_: str) -> str:
        return no_id(id_) or (f'the id "{id_}" is already taken' if id_ in taken else "")

    proposed = suggest_id(f"{actor.split('-')[-1]}-{statement}", most=60) if suggest_id(statement) else ""
    return answers.required("id", ID_QUESTION, _free_id(taken, proposed) if proposed else "", wrong)


def _published(answers: Answers) -> str:
    given = answers.judged("published", "day of first publication", no_value("published", ClaimRecord))
    return given or datetime.date.today().isoformat()  # noqa: DTZ011 – the editor's day


def _not_there(texts: Mapping[str, Document], quote: str) -> str:
    """The problem with words that no article has, and the nearest words; empty where an article has them."""
    matches = find(texts, quote)
    if any(match.exact for match in matches):
        return ""
    near = "".join(f"\n  {match.article}: {match.words}" for match in matches)
    return f"no article has these words{'; the nearest are' if near else ''}{near}"


def _passage(quote: str, texts: Mapping[str, Document], names: Names, answers: Answers) -> dict[str, str]:
    """The passage to file; where the words occur in several places, the one that is meant."""
    exact = [match for match in find(texts, quote) if match.exact]
    holding = list(dict.fromkeys(match.article for match in exact))
    no_article = unknown("article", names.articles)

    def wrong(id_: str) -> str:
        elsewhere = f"the words are not in {id_}; they are in {', '.join(holding)}" if holding else ""
        return no_article(id_) or (elsewhere if id_ not in holding else "")

    article = answers.required("article", "id of the article that has the words", holding[0] if holding else "", wrong)
    matches = [match for match in exact if match.article == article]
    passage = {"article": article, "quote": quote, "speech": "reported"}
    context = {key: value for key in ("prefix", "suffix") if (value := answers.optional(key))}
    chosen = 0
    if len(matches) > 1 and not context:
        lines = [f"line {match.line}: {_beside(match)}" for match in matches]
        choice = answers.choice(f"place of {quote}", "the words occur in several places", lines)
        if choice is None:
            raise EnvironmentProblem(
                f"the words occur in {len(matches)} places in {article}: {'; '.join(lines)}",
                "say which with --prefix or --suffix: the words just before or after them",
            )
        chosen = choice
    if matches:
        passage.update({"quote": matches[0].words} if context else matches[chosen].passage)
    speech = answers.judged("speech", "speech (direct or reported)", no_value("speech", PassageRecord))
    return passage | context | ({"speech": speech} if speech else {})


def _beside(match: Match) -> str:
    before, after = match.passage.get("prefix"), match.passage.get("suffix")
    return f"{before} …" if before else f"… {after}" if after else "no words beside them are unique"


def _free_id(taken: Container[str], wanted: str) -> str:
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_
