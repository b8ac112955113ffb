"""Modules without a test of their own name, by the test that tries them, with the reason why it is that one."""

from __future__ import annotations

from collections.abc import Mapping

ELSEWHERE: Mapping[tuple[str, str], str] = {
    ("editor/test_commands.py", "a command is tried by its arguments, by what it prints and by its exit status"): """
        __main__.py completion.py commands/build.py commands/check.py commands/coverage.py
        commands/printing.py commands/progress.py commands/quote.py commands/schema.py
        commands/verify.py editor/new_article.py editor/new_claim.py""",
    ("load/test_strays.py", "where files belong is tried with files that lie elsewhere"): "load/places.py",
    ("editor/test_begin.py", "what the command writes is what is tried"): "commands/init.py",
    ("test_codes.py", "the parts of the table are tried as the one table that they make"): """
        codes/code.py codes/written.py codes/records.py codes/claims.py codes/published.py""",
    ("editor/importing/test_run.py", "files go in, and drafts come out with what the editor is told"): """
        commands/importing.py editor/added.py editor/importing/drafts.py editor/importing/item.py
        editor/importing/matching.py editor/importing/proving.py""",
    ("editor/importing/test_claimreview.py", "reviews are what these two read"): """
        editor/importing/structure.py editor/importing/summary.py""",
    ("editor/test_fix.py", "whether a repair is sure is seen in what is repaired"): "editor/sure.py",
    ("dialect/test_blocks.py", "its cases are Markdown and what becomes of it; these are steps in between"): """
        dialect/paragraph.py dialect/pieces.py""",
    (
        "dialect/test_inline.py",
        "its cases are lines of Markdown and what becomes of them",
    ): "dialect/links.py dialect/tags.py",
    ("editor/saved/test_read.py", "files go in and articles come out, or a reason why not"): """
        editor/saved/article.py editor/saved/containers.py editor/saved/matter.py editor/saved/page.py
        editor/saved/report.py""",
    ("editor/saved/test_metadata.py", "pages go in, and what is known of them comes out"): """
        editor/saved/archive.py editor/saved/facts.py editor/saved/jsonld.py""",
    ("editor/saved/test_story.py", "the story of a page is right or wrong as a whole"): """
        editor/saved/furniture.py editor/saved/prose.py""",
    (
        "editor/saved/test_blocks.py",
        "what is hidden is seen by what is left",
    ): "editor/saved/context.py editor/saved/styles.py",
    ("exports/test_exports.py", "other programs read the files of a built site"): """
        exports/annotations.py exports/data.py exports/feeds.py exports/host.py exports/oembed.py exports/records.py
        exports/schema_claim.py exports/schema_parts.py exports/schemas.py exports/tables.py exports/twins.py""",
    ("exports/test_export.py", "an export is tried as one more in the list"): "exports/kind.py",
    ("history/test_against.py", "two states of a project go in, and what readers were not told comes out"): """
        history/addresses.py history/claims.py""",
    ("test_cases.py", "each of its diagnostics has a folder of its own in tests/cases"): """
        history/deploy.py load/claim.py link/claims.py link/known.py load/claims.py
        load/file.py load/prose.py""",
    ("link/test_site.py", "records go in, and a site with its faults comes out"): """
        editorial.py model.py link/faulty.py link/names.py link/prose.py link/texts.py""",
    ("world/test_scales.py", "a scale is right or wrong for the claims that name it"): "link/scales.py",
    ("records/test_models.py", "what a record is shows in what each kind of it takes"): """
        records/record.py records/models/claims.py records/models/site.py records/models/articles.py""",
    ("test_build.py", "the pipeline as a whole: the same bytes from memory and from nothing"): """
        make.py page.py """,
    ("output/test_publish.py", "what stands in a folder before and after"): "output/exchange.py",
    ("pages/test_plan.py", "pages of every kind are planned of whole sites"): """
        pages/actor.py pages/actors.py pages/article.py pages/articles.py pages/card.py
        pages/kind.py pages/lists.py pages/network.py pages/prose.py
        pages/related.py pages/structured.py pages/timeline.py""",
    ("pages/test_matrix.py", "a picture and its table are compared with one another"): "pages/bins.py pages/drawing.py",
    ("pages/test_compare.py", "profiles are what is compared"): "pages/profile.py",
    ("output/searching/test_engine.py", "an engine that is asked is one that answers"): "output/searching/service.py",
    ("world/test_find.py", "questions are asked as readers ask them"): "stopwords.py",
}
