"""The interface's texts in the site's language: gettext catalogues, plural forms, dates, writing direction.

English is in the source; every other language is a compiled catalogue under ``locale/`` (GNU gettext, read by the
standard library). Languages are BCP 47 tags. Diagnostics are for editors and stay English. Knows nothing of templates.
"""

from __future__ import annotations

import gettext
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional

from site_builder.dates import Date

DOMAIN = "site_builder"
LOCALE = Path(__file__).resolve().parent / "locale"

# Scripts and languages that are written from right to left (Unicode CLDR, layout/orientation).
_RTL_SCRIPTS = frozenset("adlm arab hebr mand mend nkoo rohg samr syrc thaa yezi".split())
_RTL_LANGUAGES = frozenset("ar arc ckb dv fa he ks lrc mzn nqo ps sd syr ug ur yi".split())

# A number of each plural category (Unicode CLDR), in languages that have the category.
_SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def say(message: str) -> str:
    """Mark ``message`` for the catalogue; it is translated where it is shown (:meth:`Words.say`)."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    language: str
    """BCP 47; where there is no catalogue for it, the words are English."""

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """The gettext catalogue."""
        return _catalogue(self.language)

    @property
    def written_in(self) -> str:
        """The language that the interface's words are in: ``language``, or ``en`` where it has no catalogue."""
        return self.language if _file(self.language) or is_english(self.language) else "en"

    def say(self, message: str, **values: object) -> str:
        """``message`` in the site's language, with ``values`` in place of its ``{names}``."""
        text = self.catalogue.gettext(message) if message else ""  # gettext("") is the header of a catalogue
        return text.format(**values) if values else text

    def say_n(self, one: str, many: str, n: int, **values: object) -> str:
        """The plural form for ``n``, which also fills ``{n}``."""
        return self.catalogue.ngettext(one, many, n).format(n=n, **values)

    def plurals(self, one: str, many: str) -> dict[str, str]:
        """The form of each CLDR plural category; ``%(n)s`` stays in its place for whoever counts."""
        return {category: self.catalogue.ngettext(one, many, number) for category, number in _SAMPLES.items()}

    def date(self, date: Date) -> str:
        """As a person would write it: ``19 August 2020``, ``about August 2010``, ``by 2020``, ``2010 (uncertain)``."""
        return _date_text(self.language, date)

    def short_date(self, date: Date) -> tuple[str, str, str]:
        """Day, month and year for narrow places: ``~10``, ``Aug``, ``2020``; unknown parts are empty."""
        months = self.catalogue.pgettext(
            "months, abbreviated", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        ).split()
        month = months[date.month - 1] if date.month else ""
        parts = [str(date.day or ""), month, str(date.year)]
        first = next(index for index, part in enumerate(parts) if part)
        if date.qualifier == "~":
            parts[first] = f"~{parts[first]}"
        elif date.qualifier:
            parts[first] += "?"
        if date.until:
            parts[first] = f"≤\u2009{parts[first]}"
        return parts[0], parts[1], parts[2]


ENGLISH = Words("en")


@lru_cache(maxsize=8192)
def _date_text(language: str, date: Date) -> str:
    pgettext = _catalogue(language).pgettext
    names = (
        # Languages with cases use one form after a day and after "about" …
        pgettext(
            "months, in the form that follows a day",
            "January February March April May June July August September October November December",
        )
        if date.day or date.until or date.qualifier == "~"
        # … and another for the month alone.
        else pgettext(
            "months, in the form that stands alone",
            "January February March April May June July August September October November December",
        )
    )
    month = names.split()[date.month - 1] if date.month else ""
    if date.day:
        text = pgettext("date", "{day} {month} {year}")
    elif month:
        text = pgettext("date", "{month} {year}")
    else:
        text = pgettext("date", "{year}")
    text = text.format(day=date.day, month=month, year=date.year)
    if date.qualifier == "~":
        text = pgettext("date", "about {date}").format(date=text)
    if date.until:
        text = pgettext("date", "by {date}").format(date=text)
    return pgettext("date", "{date} (uncertain)").format(date=text) if date.qualifier == "?" else text


def direction(language: str) -> str:
    """``rtl`` or ``ltr``: how ``language`` is written, by its script subtag or, without one, by its usual script."""
    subtags = language.lower().split("-")
    script = next((part for part in subtags[1:] if len(part) == 4 and part.isalpha()), None)
    return "rtl" if script in _RTL_SCRIPTS or (script is None and subtags[0] in _RTL_LANGUAGES) else "ltr"


def text_direction(text: str) -> str:
    """The direction of most letters of ``text``, ``rtl`` or ``ltr``; empty where it has none.

    Letters are what Unicode's bidirectional algorithm (UAX 9) gives a direction of their own.
    """
    if text.isascii():
        return "ltr" if any(map(str.isalpha, text)) else ""
    kinds = Counter(map(bidirectional, text))
    against = kinds["R"] + kinds["AL"]
    return "" if not against + kinds["L"] else "rtl" if against > kinds["L"] else "ltr"


def is_english(language: str) -> bool:
    """True for ``en`` and its regions."""
    return language.lower().split("-")[0] == "en"


def has_words(language: str) -> bool:
    """True when the interface can be shown in ``language``."""
    return is_english(language) or _file(language) is not None


def languages() -> tuple[str, ...]:
    """The languages that the interface is in."""
    return ("en", *sorted(path.name for path in LOCALE.iterdir() if (path / "LC_MESSAGES").is_dir()))


def _file(language: str) -> Path | None:
    """The catalogue of ``language`` or of the language without its region."""
    names = {path.name.lower(): path for path in LOCALE.iterdir()} if LOCALE.is_dir() else {}
    subtags = language.lower().split("-")
    for length in range(len(subtags), 0, -1):
        folder = names.get("-".join(subtags[:length]))
        if folder:
            return folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return None


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations:
    file = None if is_english(language) else _file(language)
    if file is None:
        return gettext.NullTranslations()
    with file.open("rb") as stream:
        return gettext.GNUTranslations(stream)
