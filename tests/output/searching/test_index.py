from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from site_builder.output.searching import bundle, engine
from site_builder.output.searching import index as module
from site_builder.output.searching.engine import SearchProblem
from site_builder.output.searching.files import pack, unpack
from site_builder.output.searching.index import index
from site_builder.search import SearchEntry, SearchSection
from tests.output.searching.entries import by_engine, entry, plain, unpacked

ENTRIES = [entry(number) for number in range(60)]

AWKWARD = (
    "e-mail ivan.petrov@example.org https://example.org/a/b?c=d&e=f don’t it's $5m CO₂ m² №5 50% 1,234.5 2020-05-01",
    "😀 👩🏽‍🚀 🇧🇾 #️⃣ ☎ Łódź Straße STRASSE naïve café cafe\u0301 CAFÉ Ё ё Й й И\u0306 שלום מִלָּה مرحبا 北京 ไทย",
    "Ⓐ Ⅷ ﬁne İstanbul ǅ ΑΣ σς WKWebView iPhone12 ABCdef aB a1 1a snake_case __init__ foo‿bar a—b half/half C++ C#",
    "安全です हिन्दी & &amp &amp; <b> R&D \\n {{x}} x..y well-well café-crème МакДональдс на-до soft\u00adhyphen a\u200bb",
    "\u200b \u200c a\u200d \ufeffx a\u0301 \u0301 a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-aa-bb-cc-dd (a) “q”",
    "... — a\u00a0b a\u3000b \u2028 \u0085 ${x} ａｂｃ １２ 𝐀 𐐀 𐐨 Ꭰ ა Ა Ⴀ ʼ aʼb ___ _a a_ a:b h2:0:x </p> <!-- ]]> İ ı ẞ ſ",
    "\u212b Å \u212a \u2126 µ में elections Election выборов Выборы " + "x" * 300 + " " + "w-" * 300 + "w",
)
WORDS = [word for line in AWKWARD for word in line.split(" ")]


def awkward(draw: random.Random, number: int, language: str) -> SearchEntry:
    """A page of awkward words and spaces."""

    def text(most: int) -> str:
        spaces = (" ", " ", " ", "", "  ", "\n", ", ", ". ", "\u00a0", "\t", "\r\n")
        return "".join(draw.choice(WORDS) + draw.choice(spaces) for _ in range(draw.randint(0, most)))

    sections = tuple(SearchSection(f"p-{part}", text(15), draw.randint(1, 10)) for part in range(draw.randint(0, 5)))
    shown = tuple(
        (draw.choice(("kind", "topic", "a_b")), text(3).replace(";", "").strip("\ufeff"))
        for _ in range(draw.randint(0, 5))
    )
    return SearchEntry(f"p/{number}/", language, f"Title {text(6)}", sections, shown)


def many(seed: int, language: str, count: int = 40) -> list[SearchEntry]:
    draw = random.Random(seed)
    return [*(awkward(draw, number, language) for number in range(count)), plain("Last", "", language, "last/")]


LANGUAGES = (
    "ar be ca cy da de el en es et eu fi fr ga he hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr uk yi"
)


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_awkward_pages_are_indexed_as_the_engine_does(language: str) -> None:
    entries = many(7, language)
    made = index(entries)
    assert made.by_engine is None
    assert made.files == by_engine(entries)


@pytest.mark.parametrize("seed", range(12))
def test_one_language_many_times(seed: int) -> None:
    entries = many(seed, "en", 90)
    made = index(entries)
    assert made.by_engine is None
    assert unpacked(made.files) == unpacked(by_engine(entries))


def test_several_languages_in_one_site() -> None:
    entries = [page for language in ("en", "ru", "be", "fr") for page in many(3, language, 9)]
    entries = [SearchEntry(f"{n}/", *list(vars_of(page))[1:]) for n, page in enumerate(entries)]
    made = index(entries)
    assert made.by_engine is None
    assert made.files == by_engine(entries)
    languages = json.loads(made.files[bundle.ENTRY])["languages"]
    assert {code: found["page_count"] for code, found in languages.items()} == dict.fromkeys(
        ("be", "en", "fr", "ru"), 10
    )


def vars_of(page: SearchEntry) -> list[Any]:
    return [getattr(page, name) for name in SearchEntry.__dataclass_fields__]


def test_files_of_words_are_cut_where_the_engine_cuts_them() -> None:
    draw = random.Random(1)
    letters = "eéèaánñoörst"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 5))) for _ in range(3000)]
    entries = [
        SearchEntry(
            f"{number}/",
            "fr",
            " ".join(draw.choices(words, k=6)),
            (SearchSection("text", " ".join(draw.choices(words, k=80)), 1 + number % 3),),
            (("k", str(number % 7)),),
        )
        for number in range(700)
    ]
    files = index(entries).files
    assert len([name for name in files if name.endswith(".pf_index")]) > 1
    assert files == by_engine(entries)


def test_every_run_gives_the_same_bytes() -> None:
    first = index(ENTRIES)
    assert first == index(ENTRIES)
    assert first != index(ENTRIES[::-1])


def test_awkward_text_arrives_as_it_was() -> None:
    (first, *_rest) = fragments(index(ENTRIES).files)
    assert first["url"] == "/claims/c0/"
    assert first["meta"] == {"title": "A claim about roads 0"}
    assert first["filters"] == {"by": ['Ann "A" & Bob'], "beside": ["t0", "t1"], "lead": ["a, b: c"]}
    assert "</p><script>alert(1)</script> 😀" in first["content"]
    assert [anchor["id"] for anchor in first["anchors"]] == ["reason", "p-0"]


def fragments(files: Any) -> list[dict[str, Any]]:
    found = [json.loads(unpack(data)) for name, data in files.items() if name.endswith(".pf_fragment")]
    return sorted(found, key=lambda page: str(page["url"]))


def test_regional_codes_share_one_index() -> None:
    entries = [ENTRIES[0], plain("x", language="en-US", url="x/"), plain("y", language="ru", url="y/")]
    languages = json.loads(index(entries).files[bundle.ENTRY])["languages"]
    assert {code: language["page_count"] for code, language in languages.items()} == {"en": 2, "ru": 1}


def test_a_page_without_a_word_is_left_out() -> None:
    made = index([ENTRIES[0], plain("?!", "…", url="signs/"), ENTRIES[1]])
    assert made.files == index(ENTRIES[:2]).files


def test_a_site_without_pages() -> None:
    assert json.loads(index([]).files[bundle.ENTRY])["languages"] == {}


Pages = Sequence[Sequence[tuple[str, str]]]
Bundles = list[dict[str, bytes]]


def tampered(change: Callable[[Bundles], None]) -> Callable[..., Bundles]:
    """The engine, but for what ``change`` does to its answer to questions and a sample."""

    def run(indexes: Pages, *, patience: float) -> Bundles:
        made = engine.bundles(indexes, patience=patience)
        if len(indexes) == 2:
            change(made)
        return made

    return run


def otherwise(made: Bundles) -> None:
    name = next(name for name in made[1] if name.endswith(".pf_fragment"))
    made[1][name] = pack(unpack(made[1][name]).replace(b"roads", b"paths"))


def newer(made: Bundles) -> None:
    made[1][bundle.ENTRY] = made[1][bundle.ENTRY].replace(b"1.5.2", b"1.6.0")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (otherwise, "it indexes some of 36 pages differently from this program"),
        (newer, "it is Pagefind 1.6.0, but this program writes the index of 1.5.2"),
    ],
)
def test_an_engine_that_differs_indexes_all_pages(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Bundles], None], reason: str
) -> None:
    before = index(ENTRIES)
    monkeypatch.setattr(module, "bundles", tampered(change))
    made = index(ENTRIES)
    assert made.by_engine == reason
    assert made.files == before.files


def test_another_version_is_not_asked_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "engine_version", lambda: "2.0.0")
    made = index(ENTRIES)
    assert made.by_engine == "it is Pagefind 2.0.0, but this program writes the index of 1.5.2"
    assert made.files == by_engine(ENTRIES)


def test_a_language_without_spaces_is_left_to_the_engine() -> None:
    entries = [plain("国家 安全", "北京说", language="zh", url="x/")]
    made = index(entries)
    assert made.by_engine == "x/: only the search engine knows the words of the language zh"
    assert made.files == by_engine(entries)


def test_a_bundle_of_another_form_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(indexes: Pages, *, patience: float) -> Bundles:
        made = engine.bundles(indexes, patience=patience)
        return [
            {**files, "pagefind-entry.json": files["pagefind-entry.json"].replace(b"en_", b"xx_")} for files in made
        ]

    monkeypatch.setattr(module, "bundles", broken)
    with pytest.raises(SearchProblem, match="an unknown format"):
        index([plain("国家", language="zh"), *ENTRIES])
