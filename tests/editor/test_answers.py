from __future__ import annotations

import pytest

from site_builder.editor.answers import TRIES, Answers
from site_builder.errors import EnvironmentProblem


class Desk:
    """Somebody who answers, and what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def __call__(self, question: str, default: str) -> str:
        self.asked.append((question, default))
        return self.answers.pop(0)


def test_what_was_given_is_not_asked_for() -> None:
    desk = Desk()
    answers = Answers({"actor": "ann"}, desk)
    assert answers.required("actor", "who") == "ann"
    assert answers.optional("speech", "reported") == "reported"
    assert desk.asked == []


def test_what_is_missing_is_asked_for_once() -> None:
    desk = Desk("ann")
    answers = Answers({}, desk)
    assert not answers.has("actor")
    assert answers.required("actor", "who", "bob") == answers.required("actor", "who") == "ann"
    assert answers.has("actor")
    assert desk.asked == [("who", "bob")]


def test_a_wrong_answer_is_asked_for_again_with_the_reason() -> None:
    desk = Desk("", "nobody", "ann")
    wrong = {"nobody": "there is no actor nobody"}
    assert Answers({}, desk).required("actor", "who", wrong=lambda id_: wrong.get(id_, "")) == "ann"
    assert [question for question, _ in desk.asked] == [
        "who",
        "an answer is needed\nwho",
        "there is no actor nobody\nwho",
    ]


def test_in_the_end_the_last_answer_stands_for_the_check_to_judge() -> None:
    desk = Desk(*["nobody"] * TRIES)
    assert Answers({}, desk).required("actor", "who", wrong=lambda _: "no") == "nobody"
    assert len(desk.asked) == TRIES


def test_where_nobody_answers_the_flag_is_named() -> None:
    with pytest.raises(EnvironmentProblem, match="who is missing") as caught:
        Answers({}, None).required("actor", "who")
    assert caught.value.remedy == "give it with --actor"
    assert Answers({}, None).required("actor", "who", "bob") == "bob"


def test_ids_are_parted_by_commas() -> None:
    assert Answers({"about": "ann, bob,,cy "}, None).ids("about") == ["ann", "bob", "cy"]
    assert Answers({}, None).ids("about") == []


@pytest.mark.parametrize(("answer", "chosen"), [("1", 0), ("2", 1), ("3", None), ("0", None), ("x", None), ("", None)])
def test_a_choice_is_made_by_its_number(answer: str, chosen: int | None) -> None:
    desk = Desk(answer)
    assert Answers({}, desk).choice("place", "where", ["here", "there"]) == chosen
    assert desk.asked == [("where\n  1  here\n  2  there\nwhich", "")]
    assert Answers({}, None).choice("place", "where", ["here"]) is None


def test_a_choice_is_remembered() -> None:
    answers = Answers({}, Desk("2"))
    assert (
        answers.choice("place", "where", ["here", "there"]) == answers.choice("place", "where", ["here", "there"]) == 1
    )
