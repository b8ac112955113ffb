"""The vocabulary and the sentences that are made of it."""

from __future__ import annotations

import random
import re
from collections import Counter

from benchmarks.words import _NEWS, VOCABULARY, Prose, vocabulary


def test_every_word_is_another_one_in_small_letters() -> None:
    assert len(set(vocabulary())) == VOCABULARY
    assert all(re.fullmatch("[a-z]{2,18}", word) for word in vocabulary())


def test_frequent_words_are_short() -> None:
    words = vocabulary()
    assert max(map(len, words[len(_NEWS) : 400])) < min(len(word) for word in words[6_000:]) + 2
    own = words[len(_NEWS) : 400]
    assert sum(map(len, own)) / len(own) < sum(map(len, words[-400:])) / 400 / 2


def test_few_words_are_frequent_and_most_are_rare() -> None:
    counted = Counter(Prose(random.Random(1)).words(20_000))
    hundred = sum(count for _, count in counted.most_common(100))
    assert 0.35 < hundred / 20_000 < 0.6
    assert sum(count == 1 for count in counted.values()) > len(counted) / 3


def test_sentences_begin_with_a_capital_and_end_with_a_stop() -> None:
    prose = Prose(random.Random(1))
    for length in (3, 10, 11, 40):
        sentence = prose.sentence(length)
        assert re.fullmatch(r"[A-Z][a-z]*(?:,? [a-z]+)*\.", sentence), sentence
        assert len(sentence.split()) == length
        assert sentence.count(",") == (length > 10)
    assert re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", prose.name())
    assert re.fullmatch(r"[A-Z][a-z]*(?: [a-z]+){6}", prose.phrase(7))
