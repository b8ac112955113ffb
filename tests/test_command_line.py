"""What can be called, and what a wrong call is told."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from site_builder import commands
from site_builder.command_line import parser


def test_every_command_is_there_and_has_its_function() -> None:
    sub = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    own = {name for name, module in vars(commands).items() if hasattr(module, "run")}
    names = {"import" if name == "importing" else name for name in own}
    assert set(sub.choices) == names | {"completion"}


def test_a_call_is_read() -> None:
    call = parser().parse_args(["build", "x", "--output", "y", "--jobs", "2", "-q"])
    assert (call.run, call.project, call.output, call.jobs, call.quiet) == (
        commands.build.run,
        Path("x"),
        Path("y"),
        2,
        True,
    )
    assert parser().parse_args(["check"]).project == Path(".")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["biuld"], 'there is no "biuld": did you mean "build"?'),
        (["check", "--format", "jsn"], 'there is no "jsn": did you mean "json"?'),
        (["new", "acter"], 'there is no "acter": did you mean "actor"?'),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--base-url", "x"], "--base-url"),
        (["completion", "tcsh"], 'there is no "tcsh"'),
        ([], "say which command: site-builder --help lists the commands"),
        (["new"], "say which kind: site-builder new --help lists the kinds"),
        (["help"], 'there is no "help": site-builder --help lists what there is'),
        (["--helpp"], 'there is no --helpp: did you mean "--help"?'),
        (["--project", ".", "check"], "there is no --project here; it belongs to"),
        (["new", "article", "--from", "https://a.example/x.html"], "save the page in your browser, and give the file"),
    ],
)
def test_a_wrong_call_is_told_what_may_have_been_meant(
    call: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(call)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
