"""The front matter of source articles and of the site's own pages."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from site_builder.records import bounds
from site_builder.records.record import Record, few
from site_builder.records.values import Edtf, Ids, Language, Line, Lines, PageNumber, Url, WholeNumber


class ArchivedRecord(Record):
    """A copy of an article in a web archive."""

    url: Url = Field(description="The address of the copy.")
    date: Edtf | None = Field(None, description="When the copy was made.")


class ArticleRecord(Record):
    """The front matter of ``content/articles/<id>.md``."""

    printed: ClassVar[frozenset[str]] = frozenset(("title", "subtitle", "captions", "pages"))

    title: Line = Field(description="The headline.")
    subtitle: Line | None = Field(None, description="The line below it.")
    publisher: Line = Field(
        description="Who published it; always spell one publisher the same way. Its page is at `publishers/<id>/`, "
        "where the id is the name in the letters of ids. If several names give the same id, all but the one with the "
        "oldest article on file get a number, and there is a warning."
    )
    byline: Lines = Field((), description="The authors.")
    agency: Line | None = Field(None, description="The news agency whose text it is.")
    contributors: Lines = Field(
        (),
        description='Who contributed without being the author: `contributors: [AFP]` is printed "with AFP".',
    )
    published: Edtf = Field(description="When it was published.")
    url: Url | None = Field(
        None,
        description="The publisher's page; left out if it is not known. What a browser's \"Copy link to highlight\" "
        "adds (`#:~:text=…`) is removed: each passage gets its own link.",
    )
    archived: ArchivedRecord | None = Field(None, description="A copy in a web archive.")
    language: Language | None = Field(
        None, description="The article's language; by default the site's. It also decides how speech is recognised."
    )
    source: Literal["independent", "state", "agency", "official", "other"] = Field(
        "other", description="What kind of source it is; pages do not show `other`."
    )
    rights: Literal["excerpt", "full"] = Field(
        "excerpt", description="`excerpt`: only cited paragraphs are shown; `full`: the whole text."
    )
    captions: Lines = Field(
        (),
        description="The captions of its pictures, verbatim; they are shown with the article and can be cited.",
    )
    pages: Annotated[dict[PageNumber, Line], few(bounds.PAGES)] = Field(
        default_factory=dict,
        description="If the article was printed in pages (a PDF): the words with which a page begins, verbatim, by the "
        "page's number, counted from the file's first page; see below.",
    )
    note: Line | None = Field(None, description="One line on provenance.")
    former_ids: Ids = Field((), description="Ids under which it was published before, the oldest first.")


class PageRecord(Record):
    """The front matter of ``content/pages/<id>.md``."""

    title: Line = Field(description="The heading.")
    description: Line | None = Field(None, description="One line for lists and previews.")
    menu: WholeNumber | None = Field(
        None, description="Its place in the menu; without it, the page is not in the menu."
    )
