from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from site_builder.dates import parse_date
from site_builder.i18n import DOMAIN, ENGLISH, LOCALE, Words, direction, has_words, languages, text_direction
from tests.projects import changed, checked, edited, minimal

ROOT = Path(__file__).resolve().parent.parent
RUSSIAN = Words("ru")
KEYWORDS = {"say": None, "say_n": (1, 2), "plurals": (1, 2), "pgettext": ((1, "c"), 2), "_": None, "gettext": None,
            "ngettext": (1, 2)}  # fmt: skip


def test_nothing_is_said_as_nothing() -> None:
    assert RUSSIAN.say("") == ""


@pytest.mark.parametrize(
    ("written", "english", "russian"),
    [
        ("2020-08-19", "19 August 2020", "19 августа 2020 г."),
        ("2020-08", "August 2020", "август 2020 г."),
        ("2020", "2020", "2020 г."),
        ("2010-08~", "about August 2010", "около августа 2010 г."),
        ("2020-08-10~", "about 10 August 2020", "около 10 августа 2020 г."),
        ("2020-08?", "August 2020 (uncertain)", "август 2020 г. (предположительно)"),
    ],
)
def test_dates_as_the_language_writes_them(written: str, english: str, russian: str) -> None:
    assert ENGLISH.date(parse_date(written)) == english
    assert RUSSIAN.date(parse_date(written)) == russian


@pytest.mark.parametrize(
    ("written", "short"),
    [("2020-08-19", ("19", "Aug", "2020")), ("2010-08~", ("", "~Aug", "2010")), ("2020?", ("", "", "2020?"))],
)
def test_short_dates(written: str, short: tuple[str, str, str]) -> None:
    assert ENGLISH.short_date(parse_date(written)) == short


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 результат"), (3, "3 результата"), (11, "11 результатов"), (21, "21 результат")]
)
def test_plural_forms(n: int, words: str) -> None:
    assert RUSSIAN.catalogue.ngettext("%(n)s result", "%(n)s results", n) % {"n": n} == words


def test_plural_forms_for_the_browser() -> None:
    forms = RUSSIAN.plurals("%(n)s result", "%(n)s results")
    assert (forms["one"], forms["few"], forms["many"]) == ("%(n)s результат", "%(n)s результата", "%(n)s результатов")
    assert ENGLISH.plurals("%(n)s result", "%(n)s results")["other"] == "%(n)s results"


@pytest.mark.parametrize(
    ("tag", "written"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("be-tarask", "ltr")],
)
def test_direction(tag: str, written: str) -> None:
    assert direction(tag) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It was free and fair.", "ltr"),
        ("75%", ""),
        ("٧٥٪", ""),
        ("Straße", "ltr"),
        ("الانتخابات كانت حرة ونزيهة.", "rtl"),
        ("הכבישים בטוחים", "rtl"),
        ("NATO نفى أي تدخل في الانتخابات.", "rtl"),
        ("أحمد said that it was free and fair.", "ltr"),
    ],
)
def test_the_direction_of_a_text_is_that_of_most_of_its_letters(text: str, written: str) -> None:
    assert text_direction(text) == written


def test_a_region_has_the_words_of_its_language() -> None:
    assert Words("ru-BY").say("Claims") == "Утверждения"
    assert Words("en-GB").say("Claims") == Words("tlh").say("Claims") == "Claims"
    assert (has_words("en-GB"), has_words("ru-BY"), has_words("tlh")) == (True, True, False)
    assert languages()[0] == "en"
    assert "ru" in languages()


def wanted() -> Catalog:
    """What is marked in code and templates."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        mappings = tomllib.load(stream)["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    catalog = Catalog()
    for folder in ("site_builder", "templates"):
        for name, _, message, _, context in extract_from_dir(
            ROOT / folder,
            [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods if pattern.startswith(folder)],
            {pattern.removeprefix(f"{folder}/"): option for pattern, option in options.items()},
            keywords=KEYWORDS,
        ):
            catalog.add(message, None, [(name, 0)], context=context)
    return catalog


def texts(message: object) -> list[str]:
    """A message's forms."""
    return [str(form) for form in message] if isinstance(message, tuple | list) else [str(message)]


@pytest.mark.parametrize("language", languages()[1:])
def test_a_catalogue_is_complete_and_compiled(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.po").open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    known = {(message.context, str(message.id)) for message in catalogue if message.id}
    marked = {(message.context, str(message.id)) for message in wanted() if message.id}
    assert known == marked, "run `make words` and translate what is new"
    for message in catalogue:
        if not message.id:
            continue
        originals = texts(message.id)
        translations = texts(message.string)
        assert all(translations), message.id
        assert not message.fuzzy, message.id
        fields = set(re.findall(r"%\(\w+\)s|{\w+}", " ".join(originals)))
        for translation in translations:
            # A plural form may do without its number ("one article"), and must not name what is not there.
            assert set(re.findall(r"%\(\w+\)s|{\w+}", translation)) <= fields, message.id
        assert set(re.findall(r"%\(\w+\)s|{\w+}", " ".join(translations))) >= fields - {"%(n)s"}, message.id
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == (folder / f"{DOMAIN}.mo").read_bytes(), "run `make words`"


def test_no_template_has_words_of_its_own() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        text = re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL)
        text = re.sub(r"{% trans .*?{%-? endtrans \+?%}", "", text, flags=re.DOTALL)
        text = re.sub(r"{% block (layout|og_type) %}.*?{% endblock %}", "", text)  # a class, a type
        for attribute in re.findall(r"\s(?:aria-label|title|alt|placeholder|data-text-\w+)=\"([^\"]*)\"", text):
            assert not attribute or attribute.startswith(("{{", "{%")), (path.name, attribute)
        text = re.sub(r"{{.*?}}|{%.*?%}", "", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", " ", text)
        own = set(re.findall(r"[^\W\d_]{2,}", text)) - {"SHA", "lt", "doctype", "lang", "dir"}
        assert own == set(), (path.name, own)


def test_a_russian_site_is_russian() -> None:
    project = edited(minimal(), "content/site.yaml", "base_url:", "language: ru\nbase_url:")
    article = project.content["content/articles/daily-2020-05-03.md"].decode()
    project = changed(
        project, {"content/articles/daily-2020-05-03.md": article.replace("---\n", "---\nlanguage: en\n", 1).encode()}
    )
    files = checked(project).files
    assert files is not None
    claim = files["claims/roads-are-safe/index.html"].decode()
    assert '<html lang="ru">' in claim
    assert "Эти слова буква в букву есть в статье" in claim
    assert "2 мая 2020 г." in claim
    assert '<blockquote lang="en" dir="ltr"' in claim
    assert '<meta property="og:locale" content="ru">' in claim
    with (LOCALE / "ru/LC_MESSAGES/site_builder.po").open("rb") as stream:
        catalogue = read_po(stream, locale="ru")
    english = {str(message.id) for message in catalogue if isinstance(message.id, str) and len(message.id) > 6}
    for name, data in files.items():
        if name.endswith(".html"):
            page = data.decode()
            assert not [word for word in english if f">{word}<" in page], name


def test_a_site_written_from_right_to_left() -> None:
    project = edited(minimal(), "content/site.yaml", "base_url:", "language: he\nbase_url:")
    result = checked(project)
    assert result.files is not None
    assert '<html lang="he" dir="rtl" data-interface="ltr">' in result.files["index.html"].decode()
