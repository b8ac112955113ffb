"""``new``: a record from options and answers, checked before it is written.

What is written passes the same checks as everything else; a record that does not is not written, and the diagnostics
say why. Answers are never lost: only the wrong one is asked for again, and an editor who gives up gets the command to
continue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.diagnostics import Report
from site_builder.editor.added import added_faults, faults_by_key
from site_builder.editor.answers import TRIES, Answers, Ask, Tell, Wrong
from site_builder.editor.new import Value, record, with_actor, with_claim
from site_builder.editor.new_article import new_article
from site_builder.editor.new_claim import new_claim
from site_builder.editor.save import save
from site_builder.editor.wrong import ID_QUESTION, no_id, no_value
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import Project
from site_builder.load.places import CLAIMS_FILE
from site_builder.load.single import file_of, lie_alone
from site_builder.records.models import ActorRecord
from site_builder.records.values import is_id, suggest_id
from site_builder.workspace import Workspace

_FLAGS = {"passages": "quote", "kind": "actor-kind"}
"""The flags of keys that are called otherwise."""


@dataclass(frozen=True, slots=True)
class Added:
    """The result of adding a record."""

    path: str | None
    """The file that was written; None when the record has errors."""
    report: Report
    """The report of the checks."""
    notes: tuple[str, ...] = ()
    """Further notes for the editor."""


def new_record(
    root: Path,
    kind: str,
    given: Mapping[str, object],
    ask: Ask | None,
    keep: Callable[[Mapping[str, str]], object] = lambda _: None,
    tell: Tell = lambda _: None,
) -> Added:
    """Add a ``claim``, ``actor`` or ``article`` to the project in ``root``.

    ``given`` holds the flags by name; ``ask`` is called for required values that are missing, if somebody can answer.
    ``keep`` gets everything that was given and answered when nothing was written, ``tell`` what happens with an answer
    that is wrong to the end. Raises :class:`EnvironmentProblem` when something required is missing and nobody can be
    asked.
    """
    flags = {key.replace("_", "-"): value for key, value in given.items() if isinstance(value, str) and value}
    answers = Answers({key: value for key, value in flags.items() if key not in ("project", "kind")}, ask, tell)
    added: Added | None = None
    try:
        added = _added(root, kind, answers, draft=bool(given.get("draft")), own_file=bool(given.get("own_file")))
        return added
    finally:
        if answers.was_asked and (added is None or added.path is None):
            keep(answers.given)


def _added(root: Path, kind: str, answers: Answers, *, draft: bool, own_file: bool) -> Added:
    changes = rejected = 0
    while True:
        known = Workspace.open(root)
        notes: tuple[str, ...] = ()
        if kind == "article":
            name, text, notes = new_article(root, known.project, answers)
        else:
            fields = new_claim(known.records, answers, draft=draft) if kind == "claim" else _actor(known, answers)
            name, text = _filed(known, kind, fields, own_file=own_file)
        after = known.changed({name: text.encode()})
        report = added_faults(known, after)
        if not report.ok:
            wrong = faults_by_key(report, name, after.records, kind, answers.optional("id")) if rejected < TRIES else {}
            rejected += 1
            asked_again = [answers.reject(_FLAGS.get(key, key), why) for key, why in wrong.items()]
            if not any(asked_again):
                return Added(None, report, notes)
        elif _on_disk(root / name) == known.project.content.get(name):
            save(root / name, text)
            return Added(str(root / name), report, notes)
        else:
            # Somebody saved the file while the questions were asked: the record goes into its new text.
            changes += 1
            if changes == TRIES:
                raise EnvironmentProblem(f"{root / name} keeps changing", "save it, and try again")


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _actor(known: Workspace, answers: Answers) -> dict[str, Value]:
    def wrong(key: str) -> Wrong:
        return no_value(key, ActorRecord)

    names = {entry.id: entry.record.name if entry.record else entry.id for entry in known.records.actors}

    def no_new_id(id_: str) -> str:
        return no_id(id_) or (f'the id "{id_}" is already taken, by {names[id_]}' if id_ in names else "")

    name = answers.required("name", "name, as the sources print it", wrong=wrong("name"))
    return {
        "id": answers.required("id", ID_QUESTION, suggest_id(name), no_new_id),
        "name": name,
        "kind": answers.judged("actor-kind", "kind (person, organisation, state, group)", wrong("kind")),
        "role": answers.judged("role", "role, as the sources describe it", wrong("role")),
        "country": answers.judged("country", "country: two capital letters (ISO 3166-1)", wrong("country")),
    }


def _filed(known: Workspace, kind: str, fields: Mapping[str, Value], *, own_file: bool) -> tuple[str, str]:
    """The file of a new record with these ``fields``, and its text: one of its own where the others have theirs."""
    id_ = str(fields["id"])
    rest = {key: value for key, value in fields.items() if key != "id"}
    entries = known.records.claims if kind == "claim" else known.records.actors
    if (own_file or lie_alone(entries)) and is_id(id_):
        name = file_of(kind, id_)
        if name in known.project.content:
            raise EnvironmentProblem(f"{name} already exists", "choose another id with --id")
        return name, "\n".join([*record(rest), ""])
    text = _claims_text(known.project)
    return CLAIMS_FILE, with_claim(text, fields) if kind == "claim" else with_actor(text, id_, rest)


def _claims_text(project: Project) -> str:
    try:
        return project.content.get(CLAIMS_FILE, b"").decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise EnvironmentProblem(f"{CLAIMS_FILE} is not UTF-8", "save it as UTF-8 first") from problem
