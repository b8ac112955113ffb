"""How long an editor waits: a check, and a save while the preview runs, on sites of N generated claims.

    python benchmarks/desk.py [N …]

The claims lie in files of 500, as a large site keeps them. A save changes one word of one claim; what is measured is the time
from the file being there to the new pages being served (the watcher's own pause is added: it waits until files settle). The
search index follows later and is not counted. The shipped site comes first.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RUNS = 5


def check(root: Path) -> float:
    """Seconds of ``site-builder check``, the start of Python left out."""
    from site_builder.build import Options, build
    from site_builder.commands.check import SAMPLE
    from site_builder.load.files import read_project

    since = perf_counter()
    result = build(read_project(root), options=Options(search=False, jobs=2, most=SAMPLE))
    assert result.report.ok
    return perf_counter() - since


def save(root: Path, old: str, new: str) -> float:
    """Seconds from a save to the new pages being served, the median of some."""
    from site_builder.serve.live import Live
    from site_builder.serve.server import PreviewServer
    from site_builder.serve.watch import SETTLE

    server = PreviewServer({}, "127.0.0.1", 0, live=True)
    live = Live(root, server, lambda _: None)
    live._indexed = ()
    live._make_index = lambda *_: None  # type: ignore[method-assign]
    live.update()
    shown: list[float] = []
    server.tell = lambda news: shown.append(perf_counter())  # type: ignore[method-assign] # noqa: ARG005
    file = next(path for path in (root / "claims.yaml", *sorted(root.glob("claims/*.yaml"))) if old in path.read_text())
    seconds = []
    for run in range(RUNS):
        before = len(shown)
        file.write_text(file.read_text().replace(old, new) if run % 2 == 0 else file.read_text().replace(new, old))
        since = perf_counter()
        live._watcher.look()
        live.update()
        assert len(shown) == before + 1
        seconds.append(shown[-1] - since + 2 * SETTLE)
    server.server_close()
    return median(seconds)


def generated(claims: int, folder: Path) -> None:
    """A project of ``claims`` claims in files of 500."""
    from benchmarks.generate import project

    for name, data in project(claims).content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    text = (folder / "claims.yaml").read_text()
    head, _, rest = text.partition("claims:\n")
    records = ["  - id:" + part for part in ("\n" + rest).split("\n  - id:")[1:]]
    (folder / "claims.yaml").write_text(head)
    (folder / "claims").mkdir()
    for start in range(0, len(records), 500):
        part = "\n".join(records[start : start + 500])
        (folder / "claims" / f"{start:06d}.yaml").write_text(f"claims:\n{part}\n")


def main(arguments: list[str]) -> None:
    """Print a line for each site."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder, "shipped")
        shutil.copytree(ROOT / "content", shipped / "content")
        shutil.copyfile(ROOT / "claims.yaml", shipped / "claims.yaml")
        print(
            f"shipped site: check {check(shipped):.2f} s, save {save(shipped, 'tries to bring', 'wants to bring'):.2f} s"
        )
        for claims in map(int, arguments or ["10000"]):
            root = Path(folder, str(claims))
            generated(claims, root)
            middle = f"id: claim-{claims // 2}\n"
            print(f"{claims} claims: check {check(root):.2f} s, ", end="", flush=True)
            text = next(path.read_text() for path in sorted(root.glob("claims/*.yaml")) if middle in path.read_text())
            statement = text.partition(middle)[2].partition("statement: ")[2].partition("\n")[0]
            print(f"save {save(root, statement, statement[:-1] + ' indeed.'):.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
