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


def test_in_the_end_the_last_answer_stands_for_the_check_to_judge_and_that_is_told() -> None:
    desk = Desk(*["nobody"] * TRIES)
    told: list[str] = []
    assert Answers({}, desk, told.append).required("actor", "who", wrong=lambda _: "who is nobody") == "nobody"
    assert len(desk.asked) == TRIES
    assert told == ["who is nobody\nthe answer stays for now; nothing is written before the whole record is right"]


def test_an_answer_that_is_right_at_last_is_told_nothing() -> None:
    told: list[str] = []
    wrong = {"nobody": "there is no actor nobody"}
    desk = Desk(*["nobody"] * (TRIES - 1), "ann")
    assert Answers({}, desk, told.append).required("actor", "who", wrong=lambda id_: wrong.get(id_, "")) == "ann"
    assert told == []


def test_who_never_answers_is_told_to_answer() -> None:
    with pytest.raises(EnvironmentProblem, match="--actor is missing: who") as caught:
        Answers({}, Desk(*[""] * TRIES)).required("actor", "who")
    assert caught.value.remedy == "give it with --actor, or run the command again and answer"


def test_an_answer_that_no_longer_fits_another_one_is_asked_for_again() -> None:
    desk = Desk("one", "two")
    answers = Answers({}, desk)
    assert answers.required("article", "where", wrong=fine) == "one"
    assert answers.required("article", "where", wrong=lambda id_: "not there" if id_ == "one" else "") == "two"
    assert desk.asked == [("where", ""), ("not there\nwhere", "")]


def test_where_nobody_answers_the_flag_is_named() -> None:
    with pytest.raises(EnvironmentProblem, match="--actor is missing: who") as caught:
        Answers({}, None).required("actor", "who")
    assert caught.value.remedy == "give it with --actor, or run the command on a terminal, where it asks"
    assert Answers({}, None).required("actor", "who", "bob") == "bob"


def test_ids_are_parted_by_commas() -> None:
    assert Answers({"about": "ann, bob,,cy "}, None).ids("about", fine) == ["ann", "bob", "cy"]
    assert Answers({}, None).ids("about", fine) == []
    desk = Desk("ann, joe")
    assert Answers({"about": "ann, jo"}, desk).ids("about", lambda id_: "who is jo" if id_ == "jo" else "") == [
        "ann",
        "joe",
    ]
    assert desk.asked == [("who is jo\nabout: ids, separated by commas", "")]


def fine(_: str) -> str:
    return ""


def test_a_wrong_flag_is_asked_for_where_somebody_answers() -> None:
    wrong = {"nobody": "there is no actor nobody"}
    desk = Desk("ann")
    assert Answers({"actor": "nobody"}, desk).required("actor", "who", wrong=lambda id_: wrong.get(id_, "")) == "ann"
    assert desk.asked == [("there is no actor nobody\nwho", "")]
    assert Answers({"actor": "nobody"}, None).required("actor", "who", wrong=lambda _: "no") == "nobody"


def test_what_is_rejected_is_asked_for_again_and_the_rest_is_kept() -> None:
    desk = Desk("2021", "2020")
    answers = Answers({"actor": "ann"}, desk)
    assert answers.required("date", "when") == "2021"
    assert answers.reject("date", "that is too late")
    assert not answers.reject("verdict", "nobody said one")
    assert answers.required("actor", "who") == "ann"
    assert answers.required("date", "when") == "2020"
    assert desk.asked[1] == ("that is too late\nwhen", "")
    assert answers.given == {"actor": "ann", "date": "2020"}
    assert answers.was_asked
    assert not Answers({"actor": "ann"}, desk).was_asked
    assert not Answers({"actor": "ann"}, None).reject("actor", "nobody can be asked")


@pytest.mark.parametrize(("answer", "chosen"), [("1", 0), ("2", 1), ("3", None), ("0", None), ("x", None), ("", None)])
def test_a_choice_is_made_by_its_number(answer: str, chosen: int | None) -> None:
    desk = Desk(*[answer] * TRIES)
    assert Answers({}, desk).choice("place", "where", ["here", "there"]) == chosen
    question = "where\n  1  here\n  2  there\nwhich"
    again = [(f"write a number from 1 to 2\n{question}", "")] * (TRIES - 1)
    assert desk.asked == [(question, ""), *([] if chosen is not None else again)]
    assert Answers({}, None).choice("place", "where", ["here"]) is None


def test_a_choice_is_remembered() -> None:
    answers = Answers({}, Desk("2"))
    assert (
        answers.choice("place", "where", ["here", "there"]) == answers.choice("place", "where", ["here", "there"]) == 1
    )


def test_what_is_no_text_is_refused_and_a_file_may_have_any_name() -> None:
    with pytest.raises(EnvironmentProblem, match="--statement is not text"):
        Answers({"statement": "\udcff"}, None)
    assert Answers({"from": "\udcff"}, None).has("from")
    desk = Desk("\udcff", "ann")
    assert Answers({}, desk).required("actor", "who", wrong=sound) == "ann"
    assert desk.asked[1][0] == "this is not text in UTF-8; set the terminal to UTF-8 and type it again\nwho"
    with pytest.raises(EnvironmentProblem, match="--actor is not text"):
        Answers({}, Desk(*["\udcff"] * TRIES)).required("actor", "who")


def sound(text: str) -> str:
    text.encode()  # nobody else judges what is no text
    return ""


def test_a_wrong_flag_that_nobody_needs_can_be_left_out() -> None:
    answers = Answers({"topics": "rods"}, Desk(""))
    assert answers.ids("topics", lambda id_: f"there is no topic {id_}") == []
    assert answers.given == {}
