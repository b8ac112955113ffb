"""A file or folder that does not answer: a file system of the kernel's FUSE protocol that leaves one request open.

Run as a program in a mount namespace of its own (:mod:`tests.mounts`)::

    python -m tests.silent PATH REQUEST taken|left COMMAND …

``PATH`` becomes the file system; ``REQUEST`` (:data:`REQUESTS`) is never answered. The server has ``taken`` it, and
then no signal ends whoever waits, or has ``left`` it where it is. The command's standard error is printed; when it
has given its advice, and has not ended, the server goes, and everything that waits for it gets an error.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import stat
import struct
import subprocess
import sys

REQUESTS = {"getattr": 3, "open": 14, "read": 15, "opendir": 27}
"""Requests, by the names in the kernel's fuse.h."""
_FORGET, _INIT, _INTERRUPT, _BATCH_FORGET = 2, 26, 36, 42
_IN, _OUT = struct.Struct("<IIQQIIII"), struct.Struct("<IiQ")
_NO_FLUSH = 1 << 5
"""Nobody has to answer when the file is closed."""
_SIZE = 100
"""Bytes that the file says it has."""


def mounted(path: str) -> int:
    """Mount a file system at ``path``; returns the handle at which its requests arrive."""
    handle = os.open("/dev/fuse", os.O_RDWR)
    mode = stat.S_IFMT(os.stat(path).st_mode)
    options = f"fd={handle},rootmode={mode:o},user_id={os.getuid()},group_id={os.getgid()}"
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"silent", os.fsencode(path), b"fuse", 0, options.encode()):
        raise OSError(ctypes.get_errno(), "mount", path)
    return handle


def serve(handle: int, mode: int, silent: int, *, taken: bool) -> None:
    """Answer all requests but the ``silent`` one."""
    attributes = struct.pack("<6Q10I", 1, _SIZE, 1, 0, 0, 0, 0, 0, 0, mode, 1, os.getuid(), os.getgid(), 0, 512, 0)
    answers = {
        _INIT: struct.pack("<IIIIHHIIHHI7I", 7, 31, 0, 0, 12, 9, 4096, 1, 0, 0, 0, *[0] * 7),
        REQUESTS["getattr"]: struct.pack("<QII", 0, 0, 0) + attributes,
        REQUESTS["open"]: struct.pack("<QII", 1, _NO_FLUSH, 0),
    }
    while True:
        request = os.read(handle, 1 << 17)
        _, kind, unique, *_ = _IN.unpack_from(request)
        if kind in (_FORGET, _INTERRUPT, _BATCH_FORGET) or (kind == silent and taken):
            continue
        data = answers.get(kind)
        refused = 0 if data is not None else -errno.ENOSYS
        os.write(handle, _OUT.pack(_OUT.size + len(data or b""), refused, unique) + (data or b""))
        if not taken and kind == REQUESTS["open"]:
            signal.pause()  # the next request stays where it is


def run(path: str, silent: str, how: str, command: list[str]) -> int:
    """The status of ``command`` beside such a file system."""
    mode = os.stat(path).st_mode
    handle = mounted(path)
    server = os.fork()
    if not server:
        serve(handle, mode, REQUESTS[silent], taken=how == "taken")
    os.close(handle)
    try:
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
            for line in running.stderr or ():
                sys.stderr.write(line)
                if "help:" in line and how == "taken":
                    break
            if how == "taken":
                os.kill(server, signal.SIGKILL)
            return running.wait()
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
