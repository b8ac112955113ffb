"""``new``: a record from flags and answers, checked before it is written.

What is written passes the same checks as everything else; a record that does not is not written, and the diagnostics
say why.
"""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_builder.dates import parse_date
from site_builder.diagnostics import Report, did_you_mean
from site_builder.editor.added import added_faults
from site_builder.editor.answers import TRIES, Answers, Ask, Wrong
from site_builder.editor.find import Match, find
from site_builder.editor.new import Value, with_actor, with_claim
from site_builder.editor.new_article import ID_QUESTION, new_article, no_id
from site_builder.editor.save import save
from site_builder.errors import EnvironmentProblem
from site_builder.link.names import collect
from site_builder.link.texts import Texts
from site_builder.load.files import CLAIMS_FILE, Project
from site_builder.passages.document import Document
from site_builder.records.values import suggest_id
from site_builder.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a record."""

    path: str | None
    """The file that was written; None when the record has errors."""
    report: Report
    """What the checks say of it."""
    notes: tuple[str, ...] = ()
    """What the editor is told beside that."""


def new_record(root: Path, kind: str, given: Mapping[str, object], ask: Ask | None) -> Added:
    """Add a ``claim``, ``actor`` or ``article`` to the project in ``root``.

    ``given`` holds the flags by name; ``ask`` is called for what is required and missing, where somebody can answer.
    Raises :class:`EnvironmentProblem` when something required is missing and nobody can be asked.
    """
    flags = {key.replace("_", "-"): str(value) for key, value in given.items() if value and key != "project"}
    answers = Answers(flags, ask)
    for _ in range(TRIES):
        known = Workspace.open(root)
        project = known.project
        notes: tuple[str, ...] = ()
        if kind == "claim":
            name, text = CLAIMS_FILE, _claim(known, answers, draft=bool(given.get("draft")))
        elif kind == "actor":
            name, text = CLAIMS_FILE, _actor(project, answers)
        else:
            name, text, notes = new_article(root, project, answers)
        report = added_faults(known, known.changed({name: text.encode()}))
        if not report.ok:
            return Added(None, report, notes)
        if _on_disk(root / name) == project.content.get(name):
            save(root / name, text)
            return Added(str(root / name), report, notes)
        # Somebody saved the file while the questions were asked: the answers are kept, and the record goes into that.
    raise EnvironmentProblem(f"{root / name} changes all the time", "save it, and try again")


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _claim(known: Workspace, answers: Answers, *, draft: bool) -> str:
    names, _ = collect(known.records)
    actor = answers.required("actor", "id of who made the claim", wrong=_unknown("actor", names.actors))
    statement = answers.required("statement", "the claim in your words, one sentence")
    texts = Texts(known.records)
    quote = answers.required("quote", "the words in the article, verbatim", wrong=partial(_not_there, texts))
    exact = [match for match in find(texts, quote) if match.exact]
    article = answers.required("article", "id of the article that has the words", exact[0].article if exact else "",
                               _unknown("article", names.articles))  # fmt: skip
    passage = _passage(article, quote, [match for match in exact if match.article == article], answers)
    proposed = suggest_id(f"{actor.split('-')[-1]}-{statement}", most=60) if suggest_id(statement) else ""
    fields: dict[str, Value] = {
        "id": answers.required("id", ID_QUESTION, _free_id(names.claims, proposed) if proposed else "", no_id),
        "actor": actor,
        "statement": statement,
        "date": answers.required(
            "date", "when it was made (2020-08-19, 2020-08, 2020; ~ about, ? uncertain)", "", _no_date
        ),
        "about": answers.ids("about"),
        "accuses": answers.ids("accuses"),
        "topics": answers.ids("topics"),
        "verdict": answers.required(
            "verdict", f"verdict ({', '.join(names.verdicts)})", wrong=_unknown("verdict", names.verdicts)
        ),
        "summary": answers.required("summary", "the verdict's reason, one sentence"),
        "passages": [passage],
        "status": "draft" if draft else "",
        "published": "" if draft else answers.optional("published", datetime.date.today().isoformat()),  # noqa: DTZ011 – the editor's day
    }
    return with_claim(_claims_text(known.project), fields)


def _not_there(texts: Mapping[str, Document], quote: str) -> str:
    """What to say of words that no article has: where the nearest stand."""
    matches = find(texts, quote)
    if any(match.exact for match in matches):
        return ""
    near = "".join(f"\n  {match.article}: {match.words}" for match in matches)
    return f"no article has these words{'; the nearest are' if near else ''}{near}"


def _unknown(kind: str, known: Iterable[str]) -> Wrong:
    ids = list(known)
    return lambda id_: "" if id_ in ids else f'there is no {kind} "{id_}"; {did_you_mean(id_, ids) or _listed(ids)}'


def _listed(ids: Sequence[str]) -> str:
    return f"there are: {', '.join(ids[:12])}{', …' if len(ids) > 12 else ''}"


def _no_date(text: str) -> str:
    try:
        parse_date(text)
    except ValueError as problem:
        return str(problem)
    return ""


def _passage(article: str, quote: str, matches: Sequence[Match], answers: Answers) -> dict[str, str]:
    """The passage to file; where the words stand in several places, the one that is meant."""
    passage = {"article": article, "quote": quote, "speech": "reported"}
    context = {key: value for key in ("prefix", "suffix") if (value := answers.optional(key))}
    chosen = 0
    if len(matches) > 1 and not context:
        lines = [f"line {match.line}: {_beside(match)}" for match in matches]
        choice = answers.choice("place", "the words stand in several places", lines)
        if choice is None:
            raise EnvironmentProblem(
                f"the words stand in {len(matches)} places of {article}: {'; '.join(lines)}",
                "say which with --prefix or --suffix: the words just before or behind them",
            )
        chosen = choice
    if matches:
        passage.update({"quote": matches[0].words} if context else matches[chosen].passage)
    return passage | context | ({"speech": speech} if (speech := answers.optional("speech")) else {})


def _beside(match: Match) -> str:
    before, after = match.passage.get("prefix"), match.passage.get("suffix")
    return f"{before} …" if before else f"… {after}" if after else "nothing beside them is only there"


def _actor(project: Project, answers: Answers) -> str:
    name = answers.required("name", "name, as the sources print it")
    fields: dict[str, Value] = {
        "name": name,
        "kind": answers.optional("actor-kind"),
        "role": answers.optional("role"),
        "country": answers.optional("country"),
    }
    return with_actor(_claims_text(project), answers.required("id", ID_QUESTION, suggest_id(name), no_id), fields)


def _claims_text(project: Project) -> str:
    try:
        return project.content.get(CLAIMS_FILE, b"").decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise EnvironmentProblem(f"{CLAIMS_FILE} is not UTF-8", "save it as UTF-8 first") from problem


def _free_id(taken: Container[str], wanted: str) -> str:
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_
