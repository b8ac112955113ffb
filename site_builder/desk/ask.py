"""``new``: a record from flags and answers, checked before it is written.

What is written passes the same checks as everything else; a record that does not is not written, and the diagnostics
say why.
"""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from site_builder.dates import parse_date
from site_builder.desk.find import Match, documents, find
from site_builder.desk.new import Value, record, with_actor, with_claim
from site_builder.desk.save import save
from site_builder.desk.saved import Saved, decode, read_saved
from site_builder.diagnostics import Diagnostic, Report, did_you_mean
from site_builder.errors import EnvironmentProblem
from site_builder.link.names import collect
from site_builder.link.site import link
from site_builder.load.files import ARTICLES_FOLDER, CLAIMS_FILE, Project, read_project
from site_builder.load.records import load
from site_builder.passages.document import Document
from site_builder.records.values import is_id, suggest_id

Wrong = Callable[[str], str]
"""What is wrong with an answer; nothing when it will do."""
Ask = Callable[[str, str], str]
"""Question and default to answer."""
TRIES = 3
"""How often a question is asked, and a file that somebody else is saving is read again."""


def new_record(root: Path, kind: str, given: Mapping[str, object], ask: Ask | None) -> tuple[str | None, Report]:
    """Add a ``claim``, ``actor`` or ``article`` to the project in ``root``.

    ``given`` holds the flags by name; ``ask`` is called for what is required and missing, where somebody can answer.
    Returns the file that was written, None when the record has errors, and what the checks say of it. Raises
    :class:`EnvironmentProblem` when something required is missing and nobody can be asked.
    """
    flags = {key.replace("_", "-"): str(value) for key, value in given.items() if value and key != "project"}
    answers = _Answers(flags, ask)
    for _ in range(TRIES):
        project = read_project(root)
        if kind == "claim":
            name, text = CLAIMS_FILE, _claim(project, answers, draft=bool(given.get("draft")))
        elif kind == "actor":
            name, text = CLAIMS_FILE, _actor(project, answers)
        else:
            name, text = _article(root, project, answers)
        report = _added_faults(project, Project({**project.content, name: text.encode()}, project.theme))
        if not report.ok:
            return None, report
        if _on_disk(root / name) == project.content.get(name):
            save(root / name, text)
            return str(root / name), report
        # Somebody saved the file while the questions were asked: the answers are kept, and the record goes into that.
    raise EnvironmentProblem(f"{root / name} changes all the time", "save it, and try again")


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


class _Answers:
    """Flags, and answers where there is no flag; nothing is asked twice."""

    def __init__(self, flags: Mapping[str, str], ask: Ask | None) -> None:
        self._flags = dict(flags)
        self._ask = ask

    def required(self, key: str, question: str, default: str = "", wrong: Wrong | None = None) -> str:
        """The flag ``key``, or the answer to ``question``, which is asked again while it is ``wrong``."""
        value = self._flags.get(key, "")
        asked = question
        for _ in range(TRIES if self._ask and not value else 0):
            value = self._ask(asked, default) if self._ask else ""
            problem = (wrong(value) if wrong and value else "") or ("" if value else "an answer is needed")
            if not problem:
                break
            asked = f"{problem}\n{question}"
        value = value or default
        if not value:
            raise EnvironmentProblem(f"{question} is missing", f"give it with --{key}")
        self._flags[key] = value
        return value

    def optional(self, key: str, default: str = "") -> str:
        return self._flags.get(key, default)

    def ids(self, key: str) -> list[str]:
        return [part.strip() for part in self._flags.get(key, "").split(",") if part.strip()]

    def choice(self, key: str, question: str, choices: Sequence[str]) -> int | None:
        """The number (from 0) of one of ``choices``; None when nobody can be asked."""
        if self._ask is None:
            return None
        listed = "".join(f"\n  {number}  {choice}" for number, choice in enumerate(choices, 1))
        answer = self._flags.get(key) or self._ask(f"{question}{listed}\nwhich", "")
        if not answer.isdecimal() or not 0 < int(answer) <= len(choices):
            return None
        self._flags[key] = answer
        return int(answer) - 1


def _claim(project: Project, answers: _Answers, *, draft: bool) -> str:
    names, _ = collect(load(project)[0])
    actor = answers.required("actor", "id of who made the claim", wrong=_unknown("actor", names.actors))
    statement = answers.required("statement", "the claim in your words, one sentence")
    texts = documents(project)
    quote = answers.required("quote", "the words in the article, verbatim", wrong=partial(_not_there, texts))
    exact = [match for match in find(texts, quote) if match.exact]
    article = answers.required("article", "id of the article that has the words", exact[0].article if exact else "",
                               _unknown("article", names.articles))  # fmt: skip
    passage = _passage(article, quote, [match for match in exact if match.article == article], answers)
    fields: dict[str, Value] = {
        "id": answers.optional("id") or _free_id(project, suggest_id(f"{actor.split('-')[-1]}-{statement}")[:60]),
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
    return with_claim(_claims_text(project), fields)


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


def _passage(article: str, quote: str, matches: Sequence[Match], answers: _Answers) -> dict[str, str]:
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


def _actor(project: Project, answers: _Answers) -> str:
    name = answers.required("name", "name, as the sources print it")
    fields: dict[str, Value] = {
        "name": name,
        "kind": answers.optional("actor-kind"),
        "role": answers.optional("role"),
        "country": answers.optional("country"),
    }
    return with_actor(_claims_text(project), answers.required("id", "id", suggest_id(name)), fields)


def _article(root: Path, project: Project, answers: _Answers) -> tuple[str, str]:
    saved = _saved(answers.optional("from"))
    publisher = answers.required("publisher", "publisher", saved.publisher)
    published = answers.required("published", "when it was published (2020-08-19, 2020-08, 2020)", saved.published)
    id_ = answers.required("id", "id", suggest_id(f"{publisher}-{published}"))
    if not is_id(id_):
        better = suggest_id(id_)
        advice = "use small letters a-z and digits, joined by single hyphens"
        raise EnvironmentProblem(f'"{id_}" is not an id', f"write --id {better}" if better else advice)
    name = f"{ARTICLES_FOLDER}/{id_}.md"
    if name in project.content or os.path.lexists(root / name):
        raise EnvironmentProblem(f"{name} is there already", "choose another id with --id")
    fields: dict[str, Value] = {
        "title": answers.required("title", "headline", saved.title),
        "publisher": publisher,
        "published": published,
        "url": answers.optional("url", saved.url),
        "language": answers.optional("language", saved.language),
        "source": answers.required("source", "kind of source (independent, state, agency, official, other)", "other"),
    }
    body = saved.markdown or "The article's text, verbatim."
    return name, "\n".join(["---", *record(fields), "---", body, ""])


def _saved(path: str) -> Saved:
    if not path:
        return Saved()
    try:
        data = Path(path).read_bytes()
    except OSError as problem:
        raise EnvironmentProblem(f"cannot read {path}: {problem.strerror}", "name a saved page or text") from problem
    try:
        saved = read_saved(decode(data))
    except UnicodeDecodeError as problem:
        raise EnvironmentProblem(f"{path} is not text in {problem.encoding}", "save it as UTF-8") from problem
    if not saved.paragraphs:
        raise EnvironmentProblem(f"no paragraph was found in {path}", "copy the words of the article into a text file")
    return saved


def _claims_text(project: Project) -> str:
    try:
        return project.content.get(CLAIMS_FILE, b"").decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise EnvironmentProblem(f"{CLAIMS_FILE} is not UTF-8", "save it as UTF-8 first") from problem


def _free_id(project: Project, wanted: str) -> str:
    taken = {entry.id for entry in load(project)[0].claims}
    number, id_ = 1, wanted.strip("-") or "claim"
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _added_faults(before: Project, after: Project) -> Report:
    """What is wrong with ``after`` and was not with ``before``."""
    known = Counter((fault.code, fault.message) for fault in _faults(before))
    added: list[Diagnostic] = []
    for fault in Report.of(_faults(after)).diagnostics:
        same = (fault.code, fault.message)
        known[same] -= 1
        if known[same] < 0:
            added.append(fault)
    return Report.of(added)


def _faults(project: Project) -> list[Diagnostic]:
    records, found = load(project)
    return found + link(records)[1]
