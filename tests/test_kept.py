from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import Memo, Options, build
from site_builder.contents import Content, Kept, digest
from site_builder.exports import export
from site_builder.kept import held, published
from site_builder.make import STEP
from site_builder.output.publish import publish
from site_builder.trace import Memory
from tests.projects import minimal

EXPORTS = Options(search=False, exports=True)


@pytest.fixture(scope="module")
def memory() -> Memory:
    return build(minimal(), options=EXPORTS).memo.memory


def files(memory: Memory) -> dict[str, Content]:
    pages = {made.file: made.content for trace in memory.traces[STEP].values() for made in trace.value}
    parts = (trace.value for trace in memory.traces[export.STEP].values())
    return pages | {file.file: file.content for part in parts for file in part.files}


def test_a_published_memory_has_no_bytes_of_files(memory: Memory) -> None:
    now, before = files(published(memory)), files(memory)
    assert {digest(content) for content in before.values()} == {digest(content) for content in now.values()}
    assert all(isinstance(content, Kept) for content in now.values())
    assert not any(isinstance(content, Kept) for content in before.values())
    assert published(published(memory)) == published(memory)


def test_it_holds_what_is_still_published(memory: Memory) -> None:
    digests = {name: digest(content) for name, content in files(memory).items()}
    assert held(published(memory), digests) == published(memory)
    assert not files(held(published(memory), {}))


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_file_that_is_not_there_is_made_again(memory: Memory, gone: int, tmp_path: Path) -> None:
    known = files(memory)
    name = next(name for name in known if name.endswith(("index.html", "index.json", "feed.xml")[gone]))
    there = {file: digest(content) for file, content in known.items() if file != name}
    assert name not in files(held(published(memory), there))
    whole = build(minimal(), options=EXPORTS).files
    assert whole is not None
    public = tmp_path / "public"
    publish(whole.contents, public, tmp_path)
    again = build(
        minimal(),
        Memo(held(published(memory), there)),
        Options(search=False, exports=True, published=public),
    )
    assert again.files is not None
    assert dict(again.files) == dict(whole)
    assert isinstance(again.files.contents[name], bytes)
