"""``new``: a record from flags and answers, checked before it is written.

What is written passes the same checks as everything else; a record that does not is not written, and the diagnostics
say why.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from site_builder.desk.find import documents, find
from site_builder.desk.new import Value, record, with_actor, with_claim
from site_builder.desk.save import save
from site_builder.desk.saved import Saved, read_saved
from site_builder.diagnostics import Diagnostic, Report
from site_builder.errors import EnvironmentProblem
from site_builder.link.site import link
from site_builder.load.files import ARTICLES_FOLDER, CLAIMS_FILE, Project, read_project
from site_builder.load.records import load
from site_builder.records.values import suggest_id

Ask = Callable[[str, str], str]
"""Question and default to answer."""


def new_record(root: Path, kind: str, given: Mapping[str, object], ask: Ask | None) -> tuple[str | None, Report]:
    """Add a ``claim``, ``actor`` or ``article`` to the project in ``root``.

    ``given`` holds the flags by name; ``ask`` is called for what is required and missing, where somebody can answer.
    Returns the file that was written, None when the record has errors, and what the checks say of it. Raises
    :class:`EnvironmentProblem` when something required is missing and nobody can be asked.
    """
    project = read_project(root)
    flags = {key.replace("_", "-"): str(value) for key, value in given.items() if value and key != "project"}
    answers = _Answers(flags, ask)
    if kind == "claim":
        name, text = CLAIMS_FILE, _claim(project, answers, draft=bool(given.get("draft")))
    elif kind == "actor":
        name, text = CLAIMS_FILE, _actor(project, answers)
    else:
        name, text = _article(project, answers)
    report = _added_faults(project, Project({**project.content, name: text.encode()}, project.theme))
    if not report.ok:
        return None, report
    save(root / name, text)
    return str(root / name), report


class _Answers:
    """Flags, and answers where there is no flag."""

    def __init__(self, flags: Mapping[str, str], ask: Ask | None) -> None:
        self._flags = flags
        self._ask = ask

    def required(self, key: str, question: str, default: str = "") -> str:
        value = self._flags.get(key) or (self._ask(question, default) if self._ask else default)
        if not value:
            raise EnvironmentProblem(f"{question} is missing", f"give it with --{key}")
        return value

    def optional(self, key: str, default: str = "") -> str:
        return self._flags.get(key, default)

    def ids(self, key: str) -> list[str]:
        return [part.strip() for part in self._flags.get(key, "").split(",") if part.strip()]


def _claim(project: Project, answers: _Answers, *, draft: bool) -> str:
    actor = answers.required("actor", "id of who made the claim")
    statement = answers.required("statement", "the claim in your words, one sentence")
    quote = answers.required("quote", "the words in the article, verbatim")
    matches = find(documents(project), quote)
    exact = [match for match in matches if match.exact]
    article = answers.required("article", "id of the article that has the words", exact[0].article if exact else "")
    match = next((match for match in exact if match.article == article), None)
    passage = {"article": article, "quote": match.words if match else quote}
    direct = match is not None and "speech: direct" in match.yaml
    passage["speech"] = answers.optional("speech", "direct" if direct else "reported")
    for line in match.yaml.splitlines() if match else ():
        key, _, value = line.strip().partition(": ")
        if key in ("prefix", "suffix"):
            passage[key] = value.strip("'\"")
    fields: dict[str, Value] = {
        "id": answers.optional("id") or _free_id(project, suggest_id(f"{actor.split('-')[-1]}-{statement}")[:60]),
        "actor": actor,
        "statement": statement,
        "date": answers.required("date", "when it was made (2020-08-19, 2020-08, 2020; ~ about, ? uncertain)"),
        "about": answers.ids("about"),
        "accuses": answers.ids("accuses"),
        "topics": answers.ids("topics"),
        "verdict": answers.required("verdict", f"verdict ({', '.join(_verdicts(project))})"),
        "summary": answers.required("summary", "the verdict's reason, one sentence"),
        "passages": [passage],
        "status": "draft" if draft else "",
        "published": "" if draft else answers.optional("published", datetime.date.today().isoformat()),  # noqa: DTZ011 – the editor's day
    }
    return with_claim(_claims_text(project), fields)


def _actor(project: Project, answers: _Answers) -> str:
    name = answers.required("name", "name, as the sources print it")
    fields: dict[str, Value] = {
        "name": name,
        "kind": answers.optional("actor-kind"),
        "role": answers.optional("role"),
        "country": answers.optional("country"),
    }
    return with_actor(_claims_text(project), answers.required("id", "id", suggest_id(name)), fields)


def _article(project: Project, answers: _Answers) -> tuple[str, str]:
    saved = _saved(answers.optional("from"))
    publisher = answers.required("publisher", "publisher", saved.publisher)
    published = answers.required("published", "when it was published (2020-08-19, 2020-08, 2020)", saved.published)
    id_ = answers.required("id", "id", suggest_id(f"{publisher}-{published}"))
    name = f"{ARTICLES_FOLDER}/{id_}.md"
    if name in project.content:
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
        return read_saved(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise EnvironmentProblem(f"{path} is not UTF-8", "save it as UTF-8") from problem


def _claims_text(project: Project) -> str:
    return project.content.get(CLAIMS_FILE, b"").decode("utf-8-sig", "replace")


def _verdicts(project: Project) -> list[str]:
    site = load(project)[0].site
    return [verdict.id for verdict in site.record.verdicts] if site and site.record else []


def _free_id(project: Project, wanted: str) -> str:
    taken = {entry.id for entry in load(project)[0].claims}
    number, id_ = 1, wanted.strip("-") or "claim"
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _added_faults(before: Project, after: Project) -> Report:
    """What is wrong with ``after`` and was not with ``before``."""
    known = {(fault.code, fault.message) for fault in _faults(before)}
    return Report.of(fault for fault in _faults(after) if (fault.code, fault.message) not in known)


def _faults(project: Project) -> list[Diagnostic]:
    records, found = load(project)
    return found + link(records)[1]
