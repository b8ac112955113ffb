from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from site_builder.commands.arguments import base_url, host_name, jobs, port


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (base_url, "HTTPS://Example.org/checks", "https://example.org/checks/"),
        (jobs, "1", 1),
        (jobs, "12", 12),
        (port, "0", 0),
        (port, "65535", 65535),
        (host_name, "Example.ORG", "example.org"),
        (host_name, "x-8000.app.example:443", "x-8000.app.example:443"),
    ],
)
def test_a_value_is_read(kind: Callable[[str], object], text: str, value: object) -> None:
    assert kind(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (base_url, "example.org", "is not a web address"),
        (base_url, "https://example.org/?a", "must not have a query"),
        (jobs, "0", "'0' is not a number of processes"),
        (jobs, "-1", "is not a number of processes"),
        (jobs, "two", "is not a number of processes"),
        (port, "65536", r"'65536' is not a port \(0 to 65535\)"),
        (port, "http", "is not a port"),
        (host_name, "https://example.org", "without https://"),
        (host_name, "example.org/", "is not the name of a host"),
        (host_name, "", "is not the name of a host"),
        (host_name, "-a", "is not the name of a host"),
    ],
)
def test_what_is_none_is_said(kind: Callable[[str], object], text: str, message: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=message):
        kind(text)
