"""The command line: arguments, printing and exit status, and nothing else.

Exit status: 0 done, 1 the content has errors, 2 the environment or the call is wrong. Imports nothing heavy before a
command is chosen, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import __version__
from site_builder.errors import EnvironmentProblem

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.diagnostics import Report

_EXAMPLES = """\
examples:
  site-builder build                  build ./public from the project in this folder
  site-builder build ~/elections --output /srv/www/elections
  site-builder check --format github  check in a pull request, build nothing
  site-builder serve --open           look at the site in a browser
  site-builder explain quote-not-found
"""


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except EnvironmentProblem as problem:
        print(f"site-builder: {problem.message}\n  help: {problem.remedy}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (a pager, head) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="site-builder",
        description="Build a fact-check site in which every quotation is proved against its article.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"site-builder {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="build the site")
    _common(build)
    build.add_argument("--output", type=Path, metavar="DIR", help="where to build (default: PROJECT/public)")
    build.add_argument("--base-url", type=_base_url, metavar="URL", help="instead of base_url in content/site.yaml")
    build.add_argument(
        "--jobs",
        type=_jobs,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes for rendering (default: one a core)",
    )
    build.add_argument("--no-search", action="store_true", help="build without the search index")
    build.add_argument("--explain", action="store_true", help="say which pages were made and how long each stage took")
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="check everything, write nothing")
    _common(check)
    check.set_defaults(run=_check)

    serve = commands.add_parser("serve", help="build, and show the site on this machine")
    serve.add_argument("project", nargs="?", type=Path, default=Path("."), metavar="PROJECT", help="default: here")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    serve.add_argument(
        "--port", type=_port, metavar="PORT", default=8000, help="port to listen on (default: 8000; 0: any free one)"
    )
    serve.add_argument("--open", action="store_true", help="open the site in a browser")
    serve.set_defaults(run=_serve)

    explain = commands.add_parser("explain", help="explain a code that build or check has printed")
    explain.add_argument("code", metavar="CODE", help="for instance quote-not-found")
    explain.set_defaults(run=_explain)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project",
        nargs="?",
        type=Path,
        default=Path("."),
        metavar="PROJECT",
        help="folder of claims.yaml (default: here)",
    )
    parser.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print problems (default: text)"
    )


def _base_url(value: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or "?" in value or "#" in value:
        raise argparse.ArgumentTypeError(f"{value!r} is not an absolute http(s) URL")
    return value if value.endswith("/") else value + "/"


def _jobs(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes")
    return int(value)


def _port(value: str) -> int:
    if not value.isdigit() or int(value) > 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is not a port (0 to 65535)")
    return int(value)


def _build(arguments: argparse.Namespace) -> int:
    from site_builder.build import Options, build
    from site_builder.load.files import read_project
    from site_builder.output import cache
    from site_builder.output.publish import publish

    root: Path = arguments.project
    output: Path = arguments.output or root / "public"
    options = Options(
        arguments.base_url,
        search=not arguments.no_search,
        images=True,
        jobs=arguments.jobs,
        cache=root / cache.FOLDER,
    )
    result = build(read_project(root), options=options)
    _print_report(result.report, arguments.format)
    if result.files is None:
        _say(arguments, "nothing was built; the last site is untouched")
        return 1
    published = publish(result.files, output, root)
    if arguments.explain:
        _print_explanation(result)
    changes = f"{published.changed} files changed" if published.changed else "nothing changed"
    seconds = sum(result.seconds.values())
    _say(arguments, f"{output}: {result.pages} pages, {published.total} files, {changes} ({seconds:.1f} s)")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from site_builder.build import Options, build
    from site_builder.load.files import read_project

    result = build(read_project(arguments.project), options=Options(search=False))
    _print_report(result.report, arguments.format)
    if result.report.ok:
        _say(arguments, f"no errors: {result.pages} pages can be built")
    return 0 if result.report.ok else 1


def _serve(arguments: argparse.Namespace) -> int:
    import threading

    from site_builder.load.files import read_project
    from site_builder.serve.live import Live
    from site_builder.serve.server import listen, serve

    read_project(arguments.project)  # a folder that is no project is a wrong call, not a problem to be shown
    server = listen(arguments.host, arguments.port)
    live = Live(arguments.project, server, print)
    thread = threading.Thread(target=live.run, daemon=True)
    thread.start()
    serve(server, open_browser=arguments.open, say=print)
    live.stop()
    thread.join(timeout=2)
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from site_builder.codes import CODES
    from site_builder.diagnostics import did_you_mean

    code = CODES.get(arguments.code)
    if code is None:
        hint = did_you_mean(arguments.code, CODES) or "known codes: " + ", ".join(CODES)
        raise EnvironmentProblem(f'there is no code "{arguments.code}"', hint)
    print(f"{arguments.code} ({code.severity})\n{code.title}.\n\n{code.explanation}")
    return 0


def _print_report(report: Report, form: str) -> None:
    from site_builder import reporting

    if form == "json":
        print(reporting.as_json(report))
    elif form == "github":
        print(reporting.as_github(report), end="")
    else:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        print(reporting.as_text(report, colour=colour), end="", file=sys.stderr)


def _print_explanation(result: BuildResult) -> None:
    for stage, seconds in result.seconds.items():
        print(f"{stage:>8}  {seconds * 1000:8.1f} ms", file=sys.stderr)
    print(f"rendered {len(result.rendered)} of {result.pages} pages", file=sys.stderr)


def _say(arguments: argparse.Namespace, message: str) -> None:
    """The summary line; never between the lines of a format that programs read."""
    if arguments.format == "text":
        print(message)
    else:
        print(message, file=sys.stderr)
