"""The command line: the commands with their arguments, for ``argparse``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from site_builder import __version__, commands
from site_builder.completion import SHELLS, script
from site_builder.editor.importing import KINDS
from site_builder.parsing import Parser

_EXAMPLES = """\
examples:
  site-builder init elections               start a project
  site-builder serve --open                 see the site in a browser while you write
  site-builder quote "incite from Russia"   find words in the articles, get the YAML to paste
  site-builder check --fix                  correct near-miss quotations
  site-builder build --output /srv/www/elections
  site-builder check --format github        check in a pull request, build nothing
  site-builder explain quote-not-found
"""

_path, _base_url = commands.arguments.path, commands.arguments.base_url
_HOSTS = ("github", "gitlab", "netlify", "cloudflare", "nginx", "s3")
_FORGES = ("github", "gitlab")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; a parsed call has the command's function as ``run``."""
    whole = Parser(
        prog="site-builder",
        description="Build a fact-check site and prove every quotation against its article.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"site-builder {__version__}")
    sub = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = _command(sub, "build", commands.build.run, "build the site", "site-builder build --output /srv/www/site")
    _common(build)
    build.add_argument("--output", type=_path, metavar="DIR", help="output folder (default: PROJECT/public)")
    build.add_argument("--base-url", type=_base_url, metavar="URL", help="replace base_url of content/site.yaml")
    build.add_argument(
        "--jobs", type=commands.arguments.jobs, default=os.cpu_count() or 1, metavar="N",
        help="processes to use (default: one per core)",
    )  # fmt: skip
    build.add_argument("--host", choices=_HOSTS, metavar="HOST", help=f"warn near a host's limits: {', '.join(_HOSTS)}")
    build.add_argument("--sign", type=_path, metavar="KEY", help="sign data/provenance.json with an OpenSSH key")
    build.add_argument("--drafts", action="store_true", help="for editors: include drafts, build into PROJECT/drafts")
    build.add_argument("--no-search", action="store_true", help="build without the search index")
    build.add_argument("--explain", action="store_true", help="say which pages were made and how long each stage took")

    check = _command(
        sub, "check", commands.check.run, "check everything, build nothing", "site-builder check --fix --dry-run"
    )
    _common(check)
    check.add_argument("--fix", action="store_true", help="correct near-miss quotations in claims.yaml")
    check.add_argument("--against", metavar="REV", help="compare with what a git revision published")
    check.add_argument("--deploy", action="store_true", help="also report what is left to do before a deployment")
    check.add_argument("--dry-run", action="store_true", help="with --fix: show the changes, do not make them")

    verify = _command(sub, "verify", commands.verify.run, "compare a site with its sources", "site-builder verify out")
    verify.add_argument("public", type=_path, metavar="PUBLIC", help="a built site")
    verify.add_argument("--base-url", type=_base_url, metavar="URL", help="base URL of the build")
    verify.add_argument("--signers", type=_path, metavar="FILE", help="allowed signers (OpenSSH), one of whom signed")
    _project(verify)

    serve = _command(
        sub, "serve", commands.serve.run, "show the site while you write", "site-builder serve --open --port 0"
    )
    serve.add_argument("project", nargs="?", type=_path, default=Path("."), metavar="PROJECT", help="default: here")
    address = "address to listen on (default: this machine only)"
    serve.add_argument("--host", type=commands.arguments.host, default="127.0.0.1", help=address)
    serve.add_argument(
        "--port",
        type=commands.arguments.port,
        metavar="PORT",
        default=8000,
        help="port to listen on (default: 8000; 0: any free one)",
    )
    serve.add_argument(
        "--allow-host", type=commands.arguments.host_name, action="append", default=[], metavar="NAME",
        help="also answer to this name, such as a tunnel's or a codespace's (repeatable)",
    )  # fmt: skip
    serve.add_argument("--drafts", action="store_true", help="show drafts too, each marked as one")
    serve.add_argument("--open", action="store_true", help="open the site in a browser")

    quote = _command(
        sub, "quote", commands.quote.run, "find words in the articles", 'site-builder quote "incite from Russia"'
    )
    quote.add_argument(
        "text", nargs="+", metavar="TEXT", help="the words; quotation marks and dashes need not be the article's"
    )
    quote.add_argument("--claim", default="", metavar="ID", help="say where to paste it in this claim")
    _project(quote)

    coverage = _command(
        sub, "coverage", commands.coverage.run, "list quoted speech that no claim uses", "site-builder coverage"
    )
    _project(coverage)

    _new(sub)

    importing = _command(
        sub,
        "import",
        commands.importing.run,
        "turn a table or other data into drafts",
        "site-builder import sheet.csv --dry-run",
    )
    importing.add_argument("file", type=_path, metavar="FILE", help="CSV, JSON, or a saved page with ClaimReview")
    importing.add_argument(
        "--from", dest="kind", choices=KINDS, metavar="KIND", help=f"{', '.join(KINDS)} (default: from the content)"
    )
    importing.add_argument(
        "--columns", metavar="NAME=KEY,…", default="",
        help='what a table\'s columns hold: "Aussage=statement,Datum=date"',
    )  # fmt: skip
    importing.add_argument("--dry-run", action="store_true", help="print the drafts, write nothing")
    _project(importing)

    schema = _command(sub, "schema", commands.schema.run, "write JSON Schemas for your editor", "site-builder schema")
    _project(schema)

    explain = _command(
        sub, "explain", commands.explain.run, "explain a code, or show a manual page", "site-builder explain deploying"
    )
    explain.add_argument("name", nargs="?", metavar="NAME", help="such as raw-html or tutorial (default: list all)")

    _init(sub)

    completion = _command(
        sub, "completion", None, "print a completion script for your shell", "site-builder completion bash"
    )
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
    completion.set_defaults(run=lambda arguments: commands.printing.show(script(arguments.shell, whole)))
    for each in (whole, *sub.choices.values()):
        each.others = sub.choices.values()
    return whole


def _init(sub: argparse._SubParsersAction[Parser]) -> None:
    init = _command(sub, "init", commands.init.run, "start a project", "site-builder init elections --host github")
    init.add_argument("folder", type=_path, metavar="DIR", help="a new or empty folder; with --beside any folder")
    init.add_argument("--host", choices=_HOSTS, metavar="HOST", help=f"also write a host's files: {', '.join(_HOSTS)}")
    forge = "with --host: where the repository is, github or gitlab (default: what its remote origin says)"
    init.add_argument("--forge", choices=_FORGES, metavar="FORGE", help=forge)
    init.add_argument("--bare", action="store_true", help="leave out examples, pages and editor settings")
    init.add_argument("--beside", action="store_true", help="add files to the folder, replace nothing")


def _command(sub: argparse._SubParsersAction[Parser], name: str, run: object, text: str, example: str) -> Parser:
    parser = sub.add_parser(
        name,
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project",
        nargs="?",
        type=_path,
        default=Path("."),
        metavar="PROJECT",
        help="folder of claims.yaml (default: here)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "gitlab"),
        default="text",
        help="how to print problems (default: text)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    parser.add_argument("-v", "--verbose", action="store_true", help="say how long each stage took")


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project", type=_path, default=Path("."), metavar="PROJECT", help="folder of claims.yaml (default: here)"
    )


def _new(sub: argparse._SubParsersAction[Parser]) -> None:
    """``new claim|actor|article``: on a terminal it asks for the values that are not given."""
    example = "site-builder new article --from saved.html --id daily-2020-05-03"
    new = _command(sub, "new", commands.new.run, "add a claim, an actor or an article", example)
    kinds = new.add_subparsers(title="kinds", metavar="KIND", required=True, dest="kind")
    for kind, flags in commands.new.FLAGS.items():
        parser = kinds.add_parser(kind, help=f"add {'an' if kind[0] == 'a' else 'a'} {kind}")
        for flag, text in flags.items():
            kind_of, name = commands.new.TYPES.get(flag, str), flag.upper().replace("-", "_")
            parser.add_argument(f"--{flag}", type=kind_of, metavar=name, default="", help=text)
        if kind == "claim":
            parser.add_argument("--draft", action="store_true", help="file a draft: checked, not published")
        if kind != "article":
            parser.add_argument("--own-file", action="store_true", help="use its own file (default: like the others)")
        _project(parser)
    for each in kinds.choices.values():
        each.others = kinds.choices.values()
