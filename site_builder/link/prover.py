"""Proving quotations in a process of its own, which reads the articles while the records are still being read.

It only says what is sound. What is not has to be proved again by whoever asked, who then learns why; so every message
is made in one place, and a process that dies costs time and nothing else.
"""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NamedTuple

from site_builder.link.quotations import is_sound
from site_builder.link.texts import Texts


class Question(NamedTuple):
    """Whether ``quote`` stands in ``article`` as its record says."""

    article: str
    quote: str
    prefix: str | None
    suffix: str | None
    direct: bool
    """Whether it must be direct speech."""


class Prover:
    """A process that answers once; it ends then, or with this object."""

    def __init__(self, read: Callable[[], Texts]) -> None:
        """Start the process; it calls ``read``."""
        context = multiprocessing.get_context("fork")
        self._connection, theirs = context.Pipe()
        process = context.Process(target=_answer, args=(read, theirs, self._connection), daemon=True)
        process.start()
        theirs.close()

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask; the answers are worked out while the caller does something else."""
        threading.Thread(target=self._send, args=(questions,), daemon=True).start()

    def _send(self, questions: Sequence[Question]) -> None:
        with suppress(OSError):  # it has died, and will not answer either
            self._connection.send(list(map(tuple, questions)))

    def answers(self) -> tuple[Sequence[str], Sequence[bool]] | None:
        """Articles with faults of their own, and for each question whether it is sound; None from a dead process."""
        try:
            faulty, sound = self._connection.recv()
        except (EOFError, OSError):
            return None
        return faulty, sound


def _answer(read: Callable[[], Texts], connection: Connection, theirs: Connection) -> None:
    theirs.close()  # or this process would keep itself waiting
    gc.disable()
    texts = read()
    for document in texts.values():
        _ = document.normal, document.speech  # made before anybody waits for them
    faulty = [id_ for id_, (_, faults) in texts.read.items() if faults]
    try:
        questions = [Question(*question) for question in connection.recv()]
    except EOFError:
        return  # nobody asks any more
    sound = [question.article in texts and is_sound(texts[question.article], *question[1:]) for question in questions]
    connection.send((faulty, sound))
