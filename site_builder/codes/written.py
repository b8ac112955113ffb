"""What cannot be read: files and YAML."""

from __future__ import annotations

from site_builder.codes.code import Code, error, warning

WRITTEN: dict[str, Code] = {
    # ------------------------------------------------------------------ files
    "file-missing": error(
        "A file that every project needs is not there",
        "A project has claims.yaml and content/site.yaml at least, and one content/articles/<id>.md for each "
        "article that a claim cites. Create the file or correct the folder that you gave.",
    ),
    "file-empty": error(
        "A file has nothing in it",
        "An empty file is more often an accident (a failed save, a stopped copy) than an intention. "
        "Restore it, or remove it if it is not wanted.",
    ),
    "file-encoding": error(
        "A file is not UTF-8 text",
        "All content is read as UTF-8. The message names the first byte that is not. Save the file again with the "
        "encoding UTF-8; a byte order mark and Windows line ends are fine.",
    ),
    "merge-conflict": error(
        "A merge left its markers in a file",
        "Lines that begin with <<<<<<<, |||||||, ======= or >>>>>>> stand where git could not merge two versions of a "
        "file: both are there, and nobody has chosen. Keep the version that is right, and remove the other and the "
        "marker lines; `git status` lists the files. The rest of the file is checked when they are gone. A text that "
        "needs such a line indents it.",
    ),
    "file-ignored": warning(
        "A file looks like content, but is not read",
        "Claims are read from claims.yaml and claims/**/*.yaml, articles and pages from *.md. A file with another "
        "ending beside them (.yml, .markdown, .txt) would be left out without a word.",
    ),
    "file-name": error(
        "A file's name cannot be an id",
        "The name of an article's or page's file without .md is its id and its address: small letters a-z and "
        "digits, in groups joined by single hyphens, at most 80 characters. So is the name, without .yaml, of a file "
        "below claims/ that holds one record; an `id:` in it says the same or is left out.",
    ),
    # ------------------------------------------------------------------ YAML
    "yaml-syntax": error(
        "The YAML cannot be read",
        "The message names the place where somebody slipped, what YAML makes of it, and what to write. The commonest "
        "slips: an indentation that is not made of plain spaces or differs from that of the keys beside it, a colon or "
        'a hyphen without a space behind it, a text with ": " in it or a sign such as > or @ at its beginning that is '
        "not in quotes, a quotation mark that is not closed. Until it is mended nothing else of the file is told.",
    ),
    "yaml-feature": error(
        "YAML that a record does not need",
        "Anchors and aliases (&x, *x), tags (!x), merge keys (<<) and several documents in one file are refused: they "
        "make a record that one person cannot read and a program can be made to choke on. Write the value out.",
    ),
    "yaml-depth": error(
        "The YAML is nested too deeply",
        "Records are at most a few levels deep; more than 32 levels is an accident or an attack on the parser.",
    ),
    "duplicate-key": error(
        "The same key stands twice in one record",
        "YAML would silently keep one of the two. Remove one, or, where a second item of a list begins, put a hyphen "
        "before its first key. Of several keys that stand twice in one record the first is told.",
    ),
    "cut-by-comment": error(
        "The rest of the line is a comment",
        'In an unquoted YAML text, " #" starts a comment, and what follows is lost. Put the text in quotes, or write '
        '"# " with a space if a comment was meant.',
    ),
    "too-large": error(
        "Larger than anything a site needs",
        "A file has at most 64,000,000 bytes, a line 1,000,000 characters, a text in YAML 1,000,000, a text of one "
        "line (a statement, a summary, a name, a title) 10,000, a list 200,000 items (the captions of an article: "
        "1,000) and a record 200,000 keys; a letter has at most 30 combining marks. More "
        "is an accident, such as a file in the wrong place or a quotation mark that is not closed.",
    ),
}
