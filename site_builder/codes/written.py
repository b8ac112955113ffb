"""Diagnostics about files and YAML that cannot be read."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

WRITTEN: dict[str, Code] = {
    # ------------------------------------------------------------------ files
    "file-missing": error(
        "A file that every project needs is missing",
        "A project has at least claims.yaml and content/site.yaml, and one content/articles/<id>.md for each "
        "article that a claim cites. Create the file, or correct the folder that you gave. If it is there under "
        "another name or in another folder, the message says where it belongs.",
    ),
    "file-empty": error(
        "A file is empty",
        "An empty file is more often an accident (a failed save, an interrupted copy) than an intention. Restore "
        "it, or remove it if it is not wanted.",
    ),
    "file-encoding": error(
        "A file is not UTF-8 text",
        "All content must be UTF-8. The message names the first byte that is not. Save the file again with the "
        "encoding UTF-8; a byte order mark and Windows line ends are fine.",
    ),
    "garbled-text": warning(
        "Text that a program read in the wrong encoding",
        "UTF-8 that is read as Windows-1252 has two or three letters for each one that is not English: Ã¼ for ü, â€™ "
        "for an apostrophe. Readers would see them, and a quotation could only repeat them. Reported once for each "
        "file. Copy the text again in its own encoding, or write the letters that are meant.",
    ),
    "merge-conflict": error(
        "A merge left its markers in a file",
        "Lines that begin with <<<<<<<, |||||||, ======= or >>>>>>> mark where git could not merge two versions "
        "of a file: both are there, and nobody has chosen. Keep the version that is right, and remove the other "
        "one and the marker lines; `git status` lists the files. The rest of the file is checked when they are "
        "gone. If a text needs such a line, indent it.",
    ),
    "file-ignored": warning(
        "A file looks like content, but the builder does not read it",
        "Claims are read from claims.yaml and claims/**/*.yaml, articles and pages from *.md, templates from "
        "templates/, and static/ is published. A file with another ending (.yml, .markdown, .txt), in a folder with "
        "another name (claim/, images/, content/article/) or a template under a name that nothing uses would be left "
        "out silently. What is not meant for the site can be in a folder whose name begins with a dot or underscore.",
    ),
    "file-name": error(
        "A file's name is not a valid id",
        "The name of an article's or page's file without .md is its id and its address: lowercase letters a-z and"
        " digits, in groups joined by single hyphens, at most 80 characters. The same holds for the name, without"
        " .yaml, of a file below claims/ that holds one record; an `id:` in it must be the same, or is left out.",
    ),
    # ------------------------------------------------------------------ YAML
    "yaml-syntax": error(
        "The YAML cannot be read",
        "The message names the place of the mistake, what YAML reads there, and what to write. The commonest "
        "mistakes: an indentation that is not made of plain spaces or differs from that of the keys beside it; a "
        'colon or a hyphen without a space after it; an unquoted text with ": " in it or with a character such as'
        " > or @ at its beginning; a quotation mark that is not closed. Until you fix it, nothing else in the "
        "file is checked.",
    ),
    "yaml-feature": error(
        "A YAML feature that records do not use",
        "The builder refuses anchors and aliases (&x, *x), tags (!x), merge keys (<<) and several documents in "
        "one file. They make a record that is hard to read, and they can make a program run out of memory. Write "
        "the value out.",
    ),
    "yaml-depth": error(
        "The YAML is nested too deeply",
        "Records are only a few levels deep. More than 32 levels is an accident or an attack on the parser.",
    ),
    "duplicate-key": error(
        "The same key appears twice in one record",
        "YAML would silently use only one of the two. Remove one; or, if a second list item begins there, put a "
        "hyphen before its first key. If several keys appear twice in one record, only the first is reported.",
    ),
    "cut-by-comment": error(
        "The rest of the line is a comment",
        'In an unquoted YAML text, " #" starts a comment, and what follows is lost. Put the text in quotes, or '
        'write "# " with a space if you meant a comment.',
    ),
    "too-large": error(
        "Larger than anything a site needs",
        "A file may have at most 64,000,000 bytes, a line 1,000,000 characters, a text in YAML 1,000,000 "
        "characters, a one-line text (a statement, a summary, a name, a title) 10,000 characters, a list in a record "
        "1,000 items, a file 200,000 claims, a record 200,000 keys, a rating scale 100 verdicts, a site 100 earlier "
        "scales and 100 pages in its menu, an article 2,000 pages, and a letter 30 combining marks; in "
        "a text the addresses of definitions (`[label]: address`) 4,000,000, each as often as it is used. More "
        "is an accident, such as a file in the wrong place or a quotation mark that is not closed.",
    ),
}
