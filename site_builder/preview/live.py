"""The preview that follows the editor: it watches, builds, swaps the site and notifies the browsers.

One thread, one path: every change is a whole build with the memo of the last one, so that the preview shows what
a clean build would make. A build that fails leaves the last good site in place and sends its problems along. The search
index may follow the pages a moment later, made by a second thread.
"""

from __future__ import annotations

import gc
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from site_builder import caches, reporting
from site_builder.build import BuildResult, Memo, Options, build
from site_builder.diagnostics import Report
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import HIDDEN, read_project, theme_folder
from site_builder.load.patience import Stalled
from site_builder.load.places import CLAIMS_FILE, STATIC_FOLDER
from site_builder.output.searching.indexer import Indexer
from site_builder.preview.server import News, PreviewServer
from site_builder.preview.watch import Watcher
from site_builder.search import SearchEntry
from site_builder.threads import started

RETRIES = 5
"""The number of times that an unreadable project is read again at once: an editor may just be replacing a file."""


class Live:
    """Keeps ``server`` showing the project in ``root``, with ``drafts`` or as readers will see it."""

    def __init__(
        self, root: Path, server: PreviewServer, say: Callable[[str], object], *, drafts: bool = False
    ) -> None:
        self.server = server
        # A relative path would follow a folder that is renamed, and lose one that is replaced.
        self._root = root.absolute()
        self._print = say
        self._options = Options(index=False, hashed=False, drafts=drafts)
        self._memo = Memo()
        self._pages: Mapping[str, bytes] = {}
        self._index: Mapping[str, bytes] = {}
        self._search = Indexer(caches.folder(self._root))
        self._indexed: object = None
        self._indexer: threading.Thread | None = None
        self._swap = threading.Lock()
        self._stopped = threading.Event()
        root = self._root
        folders = (root / "claims", root / "content", root / "templates", root / STATIC_FOLDER, theme_folder())
        self._watcher = Watcher(folders, (root / CLAIMS_FILE,), HIDDEN)

    def run(self) -> None:
        """Build, and build again after each change, until :meth:`stop`."""
        self._watcher.start()
        try:
            self._try_update()
            while not self._stopped.is_set():
                if self._watcher.wait(0.5):
                    self._try_update()
        finally:
            self._watcher.stop()
            self.close()

    def close(self) -> None:
        """Wait for the index that is being made."""
        if self._indexer is not None:
            self._indexer.join()

    def stop(self) -> None:
        """End :meth:`run` within a moment."""
        self._stopped.set()

    def _try_update(self) -> None:
        """Update; whatever goes wrong, the next change is seen."""
        try:
            self.update()
        except Exception:  # noqa: BLE001 – the thread must live
            with suppress(Exception):
                self._failed(traceback.format_exc())

    def update(self) -> None:
        """Build once and show the result, whatever it is; nothing that happens here ends the preview."""
        since = perf_counter()
        try:
            result = self._build()
        except EnvironmentProblem as problem:
            self._failed(f"{problem.message}\nhelp: {problem.remedy}")
        except Exception:  # noqa: BLE001 – see below
            # Our own mistake: the editor sees it and goes on; the next save may be built.
            self._failed(traceback.format_exc())
        else:
            if result.files is None:
                self._failed(reporting.as_text(result.report))
            else:
                self._show(result, result.files, perf_counter() - since)
        gc.unfreeze()  # the garbage of the build before can go now that nobody waits

    def _build(self) -> BuildResult:
        for attempt in range(RETRIES):
            try:
                project = read_project(self._root)
                break
            except EnvironmentProblem as problem:
                if attempt == RETRIES - 1 or isinstance(problem, Stalled):
                    raise
                self._stopped.wait(0.05)
        return build(project, self._memo, self._options)

    def _say(self, text: str) -> None:
        """Tell the terminal, where there still is one."""
        with suppress(OSError, ValueError):
            self._print(text)

    def _failed(self, text: str) -> None:
        self._say(text.rstrip("\n"))
        self.server.tell(News(problems=text))

    def _show(self, result: BuildResult, files: Mapping[str, bytes], seconds: float) -> None:
        self._memo = result.memo
        with self._swap:
            before, self._pages = self._pages, files
            self.server.files = {**self._index, **files}
        changed = {name for name in before.keys() | files.keys() if before.get(name) != files.get(name)}
        warnings = reporting.as_text(Report(result.report.diagnostics)) if result.report.diagnostics else ""
        if warnings:
            self._say(warnings.rstrip("\n"))
        if before:
            self._say(f"{result.pages} pages, {len(result.changed)} changed ({seconds:.2f} s)")
        self.server.tell(News(changed=frozenset(changed)))
        if result.entries != self._indexed:
            self._indexed = result.entries
            before_it = self._indexer
            self._indexer = started(lambda: self._make_index(result.entries, before_it))

    def _make_index(self, entries: tuple[SearchEntry, ...], before: threading.Thread | None) -> None:
        if before is not None:
            before.join()  # one at a time
        if entries is not self._indexed:
            return  # there are newer ones by now
        try:
            index = self._search.index(entries).files
        except EnvironmentProblem as problem:
            self._say(f"{problem.message}\nhelp: {problem.remedy}")
            self._indexed = None  # the next build tries again
            return
        with self._swap:
            if entries is self._indexed:
                self._index = index
                self.server.files = {**index, **self._pages}
        self._search.keep()
