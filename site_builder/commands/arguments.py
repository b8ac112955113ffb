"""Parsers for the values of arguments: each function takes the text that was given, and returns the value.

Raises ``argparse.ArgumentTypeError`` with a message that says what is wrong with it.
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from site_builder.unseen import visible


def base_url(value: str) -> str:
    """The absolute address of a site."""
    from site_builder.records.values import base_url as checked

    try:
        return checked(value)
    except ValueError as problem:
        advice = (getattr(problem, "context", None) or {}).get("help")
        raise argparse.ArgumentTypeError(f"{problem}{f': {advice}' if advice else ''}") from problem


def jobs(value: str) -> int:
    """A number of processes."""
    if not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes (1 or more)")
    return int(value)


def host_name(value: str) -> str:
    """The name of a host, with a port or without, in small letters."""
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?", value, re.IGNORECASE):
        raise argparse.ArgumentTypeError(
            f"{value!r} is not the name of a host: write it as the address bar shows it, without https:// and without /"
        )
    return value.lower()


def port(value: str) -> int:
    """A port; 0 stands for any free one."""
    if not value.isdigit() or int(value) > 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is not a port (0 to 65535)")
    return int(value)


def host(value: str) -> str:
    """An address or a name to listen on."""
    if not value.isprintable() or " " in value:
        raise argparse.ArgumentTypeError(f"{visible(value)} is not an address; 127.0.0.1 is this machine, 0.0.0.0 all")
    return value


def path(value: str) -> Path:
    """A file or folder."""
    try:
        nameless = b"\0" in os.fsencode(value)
    except UnicodeEncodeError:
        nameless = True
    if nameless:
        raise argparse.ArgumentTypeError(f"{visible(value)} is no name of a file: it has a character that no name has")
    if re.match(r"https?:/", value, re.IGNORECASE):
        raise argparse.ArgumentTypeError(
            f"{visible(value)} is a web address, and the program loads nothing from the web: "
            "save the page in your browser, and give the file"
        )
    if value.startswith("~"):
        raise argparse.ArgumentTypeError(
            f"{value!r} is a name like any other here: only the shell makes your home folder of ~, and not after =; "
            f"write the path in full, or ./{value} for that name"
        )
    return Path(value)


def file_name(value: str) -> str:
    """The name of a file; empty for none."""
    path(value)
    return value
