"""Signs and verifies the provenance of a site, with OpenSSH (``ssh-keygen -Y``, format SSHSIG).

Newsrooms have such keys already, and forges know them; the program keeps no key and no cryptography of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from site_builder.errors import EnvironmentProblem

ENDING = ".sig"
"""A signature is beside the file that it signs, with this after its name."""
NAMESPACE = "site-builder"
"""The purpose of the signature: one that was made for something else does not count."""
MOST_SECONDS = 120
"""For one run of ssh-keygen: a person may have to touch a hardware key, or give a passphrase to an agent."""
MOST_KEY, MOST_SIGNERS = 1 << 16, 1_000_000
"""Bytes of a file with a key, and with allowed signers; ssh-keygen reads all of it."""
KEY_ADVICE = "name an OpenSSH key; ssh-keygen -t ed25519 makes one"
SIGNERS_ADVICE = "name a file with a line for each signer: a name, and the public key"
_PROGRAM = "ssh-keygen"
_LONGEST = 1 << 16
"""Bytes of a signature; real ones have some hundred."""


def find_key(key: Path) -> None:
    """Raise :class:`EnvironmentProblem` if there is no file ``key``."""
    if not key.is_file():
        raise EnvironmentProblem(f"there is no key {key}", KEY_ADVICE)


def sign(data: bytes, key: Path) -> bytes:
    """The signature of ``data`` by the private key in the file ``key``, or by an agent if ``key`` is a public one.

    Raises :class:`EnvironmentProblem` if there is no such key, or if ssh-keygen does not sign with it.
    """
    find_key(key)
    done = _run(["sign", "-q", "-f", os.fspath(key), "-n", NAMESPACE], data)
    if done.returncode != 0 or not done.stdout:
        raise EnvironmentProblem(
            f"ssh-keygen does not sign with {key}: {_said(done)}",
            "check that it is a private key, and add one with a passphrase to an agent first (ssh-add)",
        )
    return done.stdout


def signer(data: bytes, signature: bytes, allowed: Path) -> str | None:
    """The name of the signer of ``data`` in the file ``allowed``; None if nobody whom it lists made the signature.

    ``allowed`` is an "allowed signers" file of OpenSSH: a name and a public key a line. Raises
    :class:`EnvironmentProblem` if it cannot be read.
    """
    if not os.access(allowed, os.R_OK) or not allowed.is_file():
        raise EnvironmentProblem(f"{allowed} is not a readable file", SIGNERS_ADVICE)
    if len(signature) > _LONGEST:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "signature")
        path.write_bytes(signature)
        both = ["-s", os.fspath(path), "-f", os.fspath(allowed)]
        found = _run(["find-principals", *both], b"")
        names = re.split("[,\n]", found.stdout.decode("utf-8", "replace").strip()) if found.returncode == 0 else []
        for name in names:
            if _run(["verify", *both, "-I", name, "-n", NAMESPACE], data).returncode == 0:
                return name
    return None


def _run(arguments: Sequence[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [_PROGRAM, "-Y", *arguments], input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except FileNotFoundError as problem:
        raise EnvironmentProblem("there is no ssh-keygen", "install OpenSSH's client, 8.2 or newer") from problem
    except subprocess.TimeoutExpired as problem:
        raise EnvironmentProblem(
            f"ssh-keygen has not responded for {MOST_SECONDS} seconds",
            "add a key with a passphrase to an agent first (ssh-add)",
        ) from problem


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("Enter passphrase: ") if lines else f"status {done.returncode}"
