"""Files the parts of a claim that tell of its check: who checked it, whom the newsroom asked, what was corrected.

Nothing is invented: what names nothing that is on file is left out, and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from site_builder.editor.importing.matching import Project
from site_builder.editor.new import Value
from site_builder.link.order import NO_ANSWER
from site_builder.link.people import KEYS as PEOPLE
from site_builder.records.values import is_id

Part = Mapping[str, str]
"""The texts of a part by their names in the file; one that is not there is the empty text."""
Clean = Callable[[str, str], str]
"""A text as it can be in a record, given its key; nothing where it cannot be in one."""


def told(
    project: Project, parts: Mapping[str, Sequence[Part]], among: Container[str], clean: Clean, notes: list[str]
) -> dict[str, Value]:
    """The keys of a claim that hold ``parts``; ``among`` has the ids of the claims that come from the same file.

    Adds to ``notes`` what is left out, and why.
    """
    people = {key: [_person(project, key, part, clean) for part in parts.get(key, ())] for key in PEOPLE}
    found: dict[str, Value] = {key: list(dict.fromkeys(filter(None, names))) for key, names in people.items()}
    found["relations"] = [
        relation for part in parts.get("relations", ()) if (relation := _relation(project, part, among, clean, notes))
    ]
    found["asked"] = [_asked(project, part, clean) for part in parts.get("asked", ())]
    found["corrections"] = [_correction(project, part, clean, notes) for part in parts.get("corrections", ())]
    found["former_ids"] = [part["id"] for part in parts.get("former_ids", ()) if is_id(part["id"])]
    return {key: value for key, value in found.items() if value}


def _person(project: Project, key: str, part: Part, clean: Clean) -> str:
    """The id of somebody whom the project lists under this name; else the name."""
    name = clean(key, part["name"])
    ids = project.people.named(name)
    return ids[0] if len(ids) == 1 else part["id"] if part["id"] in ids else name


def _relation(project: Project, part: Part, among: Container[str], clean: Clean, notes: list[str]) -> dict[str, str]:
    """A relation whose other claim is on file, or comes from the same file."""
    target = project.claims.get(part["claim"]) or (part["claim"] if part["claim"] in among else "")
    if not target:
        notes.append(f'`relations`: there is no claim "{part["claim"]}", here or in the file')
        return {}
    return {"claim": target, "kind": part["kind"], "note": clean("note", part["note"])}


def _asked(project: Project, part: Part, clean: Clean) -> dict[str, str]:
    name = clean("of", part["name"])
    actor = part["id"] and (project.actors.match(part["id"])[0] or project.actors.match(name)[0])
    return {
        "date": part["date"],
        "of": actor or name,
        "answer": (part["unanswered"] and NO_ANSWER) or clean("answer", part["answer"]),
    }


def _correction(project: Project, part: Part, clean: Clean, notes: list[str]) -> dict[str, Value]:
    was = {key: clean(key, part[key]) for key in ("statement", "verdict", "scale", "summary")}
    if was["scale"] and was["verdict"] not in project.verdicts_of(was["scale"]).ids:
        notes.append(f'`corrections`: there is no verdict "{was["verdict"]}" on a scale "{was["scale"]}"')
        was |= {"verdict": "", "scale": ""}
    return {"date": part["date"], "change": clean("change", part["change"]), "was": {k: v for k, v in was.items() if v}}
