from __future__ import annotations

import resource
from concurrent.futures import ThreadPoolExecutor

import pytest

from site_builder.output import memory
from tests.output.test_render import fault, render


def soft() -> int:
    return resource.getrlimit(resource.RLIMIT_AS)[0]


def test_a_page_has_a_limit_that_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory._Process, "number", 0)  # it looks again how much the process has
    before = soft()
    memory.limit()
    assert 0 < soft() < memory.MOST + (1 << 44)
    with pytest.raises(MemoryError):
        bytes(2 * memory.MOST)
    memory.lift()
    assert soft() == before


def test_a_lower_limit_stays() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    memory.limit()
    memory.lift()
    lower = memory._Process.most - memory.MOST + (memory.MOST >> 1)
    resource.setrlimit(resource.RLIMIT_AS, (lower, before[1]))
    try:
        memory._Process.number = 0
        memory.limit()
        assert soft() == lower
        memory.lift()
        assert soft() == lower
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
        memory._Process.number = 0


def test_in_another_thread_there_is_none() -> None:
    """The preview answers its readers while it renders."""
    before = soft()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(memory.limit).result()
    assert soft() == before


START = "{% set ns = namespace(all=[]) %}"
GREEDY = (
    START + "{% for i in range(9999) %}{% set ns.all = ns.all + [t.upper() ~ i] %}{% endfor %}",
    START + "{% for i in range(9999) %}{% set ns.all = ns.all + [t[1:]] %}{% endfor %}",
    "{{ range(90000)|map('string')|map('center', 1000000)|list|length }}",
    START + "{% for i in range(9999) %}{% set ns.all = ns.all + [t.split('x')|list] %}{% endfor %}",
)
"""What keeps everything that it makes, each time a text within bounds."""


@pytest.mark.parametrize("greedy", GREEDY)
def test_a_page_that_keeps_all_it_makes_is_told(greedy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 1 << 28)
    monkeypatch.setattr(memory._Process, "number", 0)
    before = soft()
    text = "{% set t = ('xy' * 500000) %}"
    message = fault(text + greedy).message
    assert "GB of memory" in message or "takes more than 5 seconds" in message
    assert soft() == before
    assert render("one") == "one"
