"""Whether search answers: more than a hundred queries on two sites, words as readers type them, scripts without spaces.

The site's own script is asked, in Node; what a browser makes of it is in tests/browser/test_search.py.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from benchmarks.relevance import Score, answers, large, score, shipped, site
from benchmarks.relevance_queries import QUERIES
from site_builder.build import Options, build
from site_builder.folding import TABLE, UNSPACED, fold
from site_builder.load.files import theme_folder
from site_builder.output.searching.files import pack, unpack
from site_builder.output.searching.listing import ALL_VALUES, NAME, signs
from site_builder.stopwords import stopwords
from tests.projects import changed, edited, minimal
from tests.scripts import answer
from tests.test_folding import FOLDED
from tests.world.projects import project

CLAIM = "claims/world/"
SCRIPT = Path(__file__).with_name("fold.mjs")


AMONG_A_THOUSAND = {
    "what did the opposition say",
    "did Lukashenko contradict himself",
    "did Putin threaten to send police to Belarus",
    "spokesman assistance",
}
"""Queries that generated claims, with the same words, answer no worse: every other one must hold among them too."""


@pytest.fixture(scope="module")
def of_shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped")
    site(shipped(), folder)
    return folder


@pytest.fixture(scope="module")
def among_a_thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    site(large(), folder)
    return folder


@pytest.fixture(scope="module")
def of_shipped_score(of_shipped: Path) -> Score:
    return score(of_shipped)


def found(folder: Path, *words: str, chosen: dict[str, list[str]] | None = None, order: str = "") -> list[list[str]]:
    """The pages that each of ``words`` finds."""
    asked: list[list[Any]] = [[each, chosen or {}, order] for each in words]
    return [answer["pages"] for answer in answers(folder, asked)]


def test_there_are_enough_queries_and_each_is_asked_once() -> None:
    assert len(QUERIES) == len({query.words for query in QUERIES}) >= 114


def test_queries_are_answered_on_the_shipped_site(of_shipped_score: Score) -> None:
    assert of_shipped_score.broken == ()
    assert of_shipped_score.mrr >= 0.985
    assert of_shipped_score.precision >= 0.99


def test_queries_are_answered_among_a_thousand_claims(among_a_thousand: Path) -> None:
    made = score(among_a_thousand)
    assert {line.partition(":")[0] for line in made.broken} <= AMONG_A_THOUSAND
    assert made.mrr >= 0.955
    assert made.precision >= 0.98


def test_a_pasted_quotation_finds_its_claim_first_with_and_without_marks(among_a_thousand: Path) -> None:
    quoted: dict[str, set[str]] = {}
    for entry in build(shipped(), options=Options(index=False)).entries:
        for section in entry.sections if entry.url.startswith("claims/") else ():
            if section.anchor.startswith("p-"):
                quoted.setdefault(section.text, set()).add(entry.url)
    long = [text for text in quoted if len(text.split()) >= 20]
    assert len(long) > 30
    marked = answers(among_a_thousand, [[text] for text in long])
    plain = answers(among_a_thousand, [[re.sub('[“”"]', "", text)] for text in long])
    for text, in_marks, bare in zip(long, marked, plain, strict=True):
        assert in_marks["pages"][0] in quoted[text]
        assert bare["pages"][0] in quoted[text]
        assert not in_marks["partly"]
        hits = [word for part in in_marks["excerpts"][0] if part["field"].startswith("p-") for word in part["words"]]
        assert sum(hit for _, hit in hits) > len(hits) / 2, hits


def test_a_long_query_says_what_lacks_words_and_its_phrases_are_exact(of_shipped: Path) -> None:
    words = "America keeps its position but Russia has sharply changed its stance trying to bring the president to heel"
    page = "claims/lukashenko-bring-to-heel/"
    mixed = words.replace("keeps its position but", "but its position keeps")
    right, wrong, absent = answers(of_shipped, [[f'"{words}"'], [f'"{mixed}"'], [f"{words} zzzz qqqq"]])
    # The page has "of Belarus" between these words: what is in marks must be together.
    assert right["pages"] == wrong["pages"] == []
    assert (absent["pages"][0], absent["partly"]) == (page, True)
    (exact,) = answers(of_shipped, [[f'"{words.replace("president", "president of Belarus")}"']])
    assert exact["pages"][0] == page


def test_a_value_that_the_page_does_not_offer_narrows_and_is_counted(among_a_thousand: Path) -> None:
    values = json.loads(unpack(Path(among_a_thousand, "pagefind", ALL_VALUES).read_bytes()))
    rare = values["facets"]["publisher"]["values"][-1]
    asked: list[list[Any]] = [["", {}, ""], ["", {"publisher": [rare]}, ""]]
    every, narrowed = answers(among_a_thousand, asked)
    assert rare not in every["counts"]["publisher"]
    assert 0 < len(narrowed["pages"]) < len(every["pages"])
    assert narrowed["counts"]["publisher"][rare] == len(narrowed["pages"])
    assert every["counts"]["publisher"].items() <= narrowed["counts"]["publisher"].items()


def test_of_sixty_thousand_values_each_is_told_from_the_others(of_shipped: Path, tmp_path: Path) -> None:
    # Signs that JSON escapes, that are white space, and that stand where halves of characters (surrogates) begin.
    numbers = (92 - 48, 0xA0 - 48, 0x2028 - 48, 0xD7FF - 48, 0xD800 - 48, 59_999)
    folder = tmp_path / "site"
    shutil.copytree(of_shipped, folder)
    table, more = (json.loads(unpack((folder / "pagefind" / name).read_bytes())) for name in (NAME, ALL_VALUES))
    pages = len(table["facets"]["kind"]["numbers"])
    rows = f"{signs(numbers)}({signs(numbers)})".ljust(pages + len(numbers) + 1)
    more["facets"]["publisher"] = {"values": [f"p{n}" for n in range(60_000)], "numbers": rows, "all": True}
    table["facets"]["publisher"]["all"] = False
    for name, made in ((NAME, table), (ALL_VALUES, more)):
        (folder / "pagefind" / name).write_bytes(pack(json.dumps(made, ensure_ascii=False).encode()))
    asked: list[list[Any]] = [["", {"publisher": [f"p{number}"]}, "oldest"] for number in numbers]
    made = answers(folder, asked)
    assert [len(each["pages"]) for each in made] == [2] * len(numbers)
    assert len({tuple(each["pages"]) for each in made}) == len(numbers)


def test_a_short_word_is_marked_where_it_stands_and_not_where_longer_words_begin_with_it(of_shipped: Path) -> None:
    us, eu, both = answers(of_shipped, [["US"], ["EU"], ["US pretext"]])
    for made, word in ((us, "us"), (eu, "eu")):
        marked = [fold(text) for page in made["excerpts"] for each in page for text, hit in each["words"] if hit]
        assert len(marked) > 5
        assert set(marked) <= {word, f"{word}s"}
    hits = {fold(text) for each in both["excerpts"][0] for text, hit in each["words"] if hit}
    assert "pretext" in hits
    assert not [hit for hit in hits if hit.startswith("us") and hit != "us"]


def test_every_word_of_a_query_counts(of_shipped: Path) -> None:
    some, both, reverse = found(of_shipped, "mercenaries", "kremlin mercenaries", "mercenaries kremlin")
    assert set(both) == set(reverse) <= set(some)
    (nothing, unknown, mixed) = answers(of_shipped, [["zzzzqqqq"], ["everything zzzzqqqq"], ["mercenaries zzzzqqqq"]])
    assert nothing["pages"] == []
    assert set(unknown["pages"]) <= {"methodology/"}
    # A page that has only some of the words is an answer that says so.
    assert (mixed["partly"], mixed["pages"][0]) == (True, "claims/lukashenko-kremlin-mercenaries/")


def test_a_word_that_no_page_has_takes_no_answer_from_those_that_pages_have(of_shipped: Path) -> None:
    rare, common, several = answers(
        of_shipped, [["did NATO zzzzqqqq"], ["Belarus zzzzqqqq"], ["puppeteers Abkhazia zzzzqqqq"]]
    )
    assert (rare["partly"], rare["pages"][0]) == (True, "actors/nato/")
    (alone,) = found(of_shipped, "Belarus")
    assert (common["partly"], set(common["pages"])) == (True, set(alone))
    assert {"claims/lukashenko-puppeteers/", "claims/lukashenko-no-incentives/"} <= set(several["pages"])


def test_words_that_tell_nothing_find_nothing_alone(of_shipped: Path) -> None:
    made = answers(
        of_shipped, [[words] for words in ("the", "of", "and", "is", "that", "to be", "who said that", "?!", "")]
    )
    assert [each["isCommon"] for each in made] == [True] * 7 + [False] * 2
    assert [bool(each["pages"]) for each in made] == [False] * 8 + [True]
    phrase, some, zero = answers(of_shipped, [['"to be"'], ["the Kremlin"], ["zzzzqqqq"]])
    assert [each["isCommon"] for each in (phrase, some, zero)] == [False] * 3
    assert phrase["pages"]
    assert some["pages"]


def test_a_page_comes_first_for_its_whole_title_and_an_actor_for_each_name(of_shipped: Path) -> None:
    entries = build(shipped(), options=Options(index=False)).entries
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        kind = dict(entry.facets)["kind"]
        if kind in ("actor", "topic", "verdict", "page", "publisher", "compare"):
            names = [section.text for section in entry.sections if kind == "actor" and section.anchor == "names"]
            for name in {entry.title, *(name for text in names for name in text.split(". "))}:
                wanted.setdefault(name, set()).add(entry.url)
    assert len(wanted) > 60
    first = {name: pages[:1] for name, pages in zip(wanted, found(of_shipped, *wanted), strict=True)}
    assert {name: pages for name, pages in first.items() if not wanted[name].intersection(pages)} == {}
    assert found(of_shipped, "the European Union", "russia.")[0][0] == "actors/european-union/"


def test_a_word_that_no_page_has_is_not_its_beginning(of_shipped: Path) -> None:
    assert found(of_shipped, "everyman", "natolin", "polonium") == [[], [], []]
    assert all(found(of_shipped, "krem", "puppeteer", "puppeteers'"))


def test_filters_count_and_orders_order(of_shipped: Path) -> None:
    (narrow,) = answers(of_shipped, [["", {"kind": ["claim"], "verdict": ["disputed"]}, "oldest"]])
    assert len(narrow["pages"]) == narrow["counts"]["kind"]["claim"] == 6
    assert sum(narrow["counts"]["verdict"].values()) == 47
    (back,) = answers(of_shipped, [["", {"kind": ["claim"], "verdict": ["disputed"]}, "newest"]])
    assert sorted(back["pages"]) == sorted(narrow["pages"])
    assert back["pages"][0] == narrow["pages"][-1]
    (wide,) = answers(of_shipped, [["", {"verdict": ["disputed", "unsupported"]}, ""]])
    counts = wide["counts"]["verdict"]
    assert len(wide["pages"]) == counts["disputed"] + counts["unsupported"]
    (dated,) = found(of_shipped, "", order="oldest")
    claims = [page for page in dated if page.startswith("claims/")]
    assert dated.index(claims[0]) < dated.index("methodology/")


WORDS = (
    "Łukaszenka spoke in Łódź on Straße 5, paid $5m and US$7bn, 1.5 trillion in all, for CO₂ in 2019–2021, +15%; "
    "l’Europe, O’Brien and пʼять ёлок saw İstanbul’s non-violent co-operation at 10,000 m², “so” – R&D and/or U.S. Ærø."
)
TYPED = (
    "lodz łódź Łódź LODZ lukaszenka strasse straße STRASSE $5m 5m US$7bn 7bn $7bn $1.5 1.5 1,5 co2 CO₂ 2019 2021 "
    "2019-2021 +15% 15 europe l'europe leurope o'brien obrien O`Brien brien п'ять пять п’ять пʼять елок ёлок istanbul "
    "İSTANBUL nonviolent non-violent violent "
    "cooperation co-operation co‑operation 10,000 10000 m2 m² r&d us u.s. and/or aero ærø “so” europe's"
)


def test_words_are_found_as_readers_type_them(tmp_path: Path) -> None:
    made = project(WORDS, WORDS)
    site(made, tmp_path)
    typed = TYPED.split()
    missed = [word for word, pages in zip(typed, found(tmp_path, *typed), strict=True) if CLAIM not in pages]
    assert missed == []
    none = "lodzer strasbourg 6m zzz paris $ + % – “” oslo 2022"
    assert [word for word, pages in zip(none.split(), found(tmp_path, *none.split()), strict=True) if pages] == []


COMPOUNDS = (
    "The Russia–Belarus treaty and the Kremlin—furious as ever—denied it, the ex‑KGB man of CO₂-neutral Łódź–Kraków; "
    "H₂O₂-type, Straße-based, U.S.-led, Кремль–Минск and/or O’Brien-led; so…he sold 10kg, 25 litres, at 5km/h, 3–7."
)
PARTS_TYPED = (
    "belarus russia russia-belarus Russia–Belarus furious denied kgb ex-kgb EX‑KGB co2 CO₂-neutral co2-neutral neutral "
    "lodz krakow Kraków lodz-krakow h2o2 H₂O₂-type h2o2-type type strasse Straße-based strasse-based US U.S. us-led "
    "U.S.-led led минск кремль Кремль-Минск and/or obrien O'Brien-led so…he 10 kg 10kg 25litres 5km 5km/h 3 7 3-7"
)


def test_the_parts_of_a_compound_are_found_whatever_joins_them(tmp_path: Path) -> None:
    site(project(COMPOUNDS, COMPOUNDS), tmp_path)
    typed = PARTS_TYPED.split()
    assert [word for word, pages in zip(typed, found(tmp_path, *typed), strict=True) if CLAIM not in pages] == []
    none = "9kg 9kg-led minsk–kgb co3 oslo–krakow uk-led".split()
    assert [word for word, pages in zip(none, found(tmp_path, *none), strict=True) if pages] == []


def test_a_prefix_that_ids_share_finds_nothing(tmp_path: Path) -> None:
    made = minimal()
    record = made.content["claims.yaml"].decode().partition("claims:\n")[2].replace("roads-are-safe", "fc-2026-%s")
    more = {f"claims/{n}.yaml": f"claims:\n{record % f'{n:03d}-road-{word}'}".encode() for n, word in enumerate("abc")}
    site(changed(made, {**more}), tmp_path)
    assert found(tmp_path, "fc", "2026 fc", "002") == [[], [], []]
    assert len(found(tmp_path, "roads")[0]) > 3


def test_phrases_in_any_marks(tmp_path: Path) -> None:
    site(project("The council rejects the new road, he said.", "The council rejects the new road, he said."), tmp_path)
    marks = ["“%s”", '"%s"', "„%s“", "«%s»", "”%s”", "「%s」"]
    asked = [mark % words for mark in marks for words in ("rejects the new road", "road the new rejects")]
    assert [CLAIM in pages for pages in found(tmp_path, *asked)] == [True, False] * len(marks)


SCRIPTS = {
    "zh": ("部长否认收受贿赂，道路比以往更安全。", "安全 贿赂 道路 部长 安", "全安 学校"),
    "ja": ("大臣は賄賂を受け取っていないと述べ、データを公開した。", "賄賂 データ 公開 大臣は", "贈賄 タデ"),
    "th": ("รัฐมนตรีปฏิเสธว่ารับสินบน ถนนปลอดภัย", "สินบน ปลอดภัย ถนน", "โรงเรียน"),
    "km": ("ផ្លូវមានសុវត្ថិភាព", "សុវត្ថិភាព ផ្លូវ", "សាលា"),
    "en": ("The sign reads 安全第一 and データ, he said.", "安全 第一 データ sign", "一安"),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_words_in_scripts_without_spaces(tmp_path: Path, language: str) -> None:
    text, there, absent = SCRIPTS[language]
    made = project(text, text)
    if language != "en":
        made = edited(made, "content/site.yaml", "title: Minimal\n", f"title: Minimal\nlanguage: {language}\n")
    site(made, tmp_path)
    assert all(CLAIM in pages for pages in found(tmp_path, *there.split()))
    assert not any(found(tmp_path, *absent.split()))


def test_excerpts_begin_with_a_sentence_and_are_of_one_field(of_shipped: Path) -> None:
    words = ("meddling", "Putin", "mercenaries", "evidence", "election", "report an error", "foreign interference")
    told = [each for answer in answers(of_shipped, [[word] for word in words]) for each in answer["excerpts"]]
    hidden = ("also", "speaker", "about")
    excerpts = [(page, excerpt) for page in told for excerpt in page if excerpt["field"] not in hidden]
    assert len(excerpts) > 60
    for page, excerpt in excerpts:
        text = " ".join(word for word, _ in excerpt["words"])
        first = text.lstrip("“\"'(«[").lstrip("—– ")[:1]
        # A field may begin as its words do: a quotation within a sentence, the topic that stands first.
        assert first.isupper() or first.isdigit() or not excerpt["cutBefore"], text
        # A page that is found by its title alone shows how its first field begins.
        has_none = len(page) == 1 and not excerpt["cutBefore"]
        assert has_none or any(is_found for _, is_found in excerpt["words"]), text
        assert len(excerpt["words"]) < 110, text


def in_script(texts: list[str], queries: list[str], language: str = "en") -> dict[str, Any]:
    words = {"letters": TABLE, "unspaced": UNSPACED, "stop": stopwords(language)}
    told: dict[str, Any] = answer(
        SCRIPT,
        [str(theme_folder() / "assets" / "search-words.js")],
        {"words": words, "texts": texts, "queries": queries},
    )
    return told


def test_the_script_folds_as_the_builder_does() -> None:
    texts = [text for text, _ in FOLDED] + [WORDS, *(text for text, *_ in SCRIPTS.values()), "".join(TABLE)]
    assert in_script(texts, [])["folded"] == [fold(text) for text in texts]


def test_questions_are_read_for_their_telling_words() -> None:
    asked = ["What did the Kremlin say about meddling?", "who", "free and fair", 'who said "flatly denied" when', "???"]
    read = in_script([], asked)["read"]
    assert [[part.get("word", part.get("phrase")) for part in each["parts"]] for each in read] == [
        ["kremlin", "meddling"],
        ["who"],
        ["free", "fair"],
        ["flatly denied"],
        [],
    ]
    assert [each["isQuestion"] for each in read] == [True, False, False, False, False]
    (election,) = in_script([], ["who won the election in Belarus"])["read"]
    assert [(part["word"], part["steps"]) for part in election["parts"]] == [
        ("won", 2),
        ("election", 2),
        ("belarus", 2),
    ]
    russian = in_script([], ["Что сказал Кремль о вмешательстве?"], "ru")["read"][0]["parts"]
    assert [part["word"] for part in russian] == ["кремль", "вмешательстве"]
