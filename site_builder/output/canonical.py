"""The same search bundle for the same pages.

Pagefind 1.5 lists a filter's values, and an index's filters and sort keys, in an order that differs from run to run,
and names files after their content; so the names differ too. Here those lists are sorted and the files named anew. What
a search finds does not depend on their order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from site_builder.output import cbor

ENTRY = "pagefind-entry.json"
_MAGIC = b"pagefind_dcd"


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """``files`` of a bundle with filters, metadata and entry file in a fixed order and under fixed names.

    Raises ``ValueError`` when the files are not what Pagefind 1.5 or 1.6 writes.
    """
    result = {path: data for path, data in files.items() if not path.endswith((".pf_filter", ".pf_meta"))}
    entry: dict[str, Any] = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        meta = _unpack(files[f"pagefind.{language['hash']}.pf_meta"])
        _version, _pages, _chunks, filters, sorts, _fields = meta
        for item in filters:
            name = f"filter/{item[1]}.pf_filter"
            item[1] = _filter(files[name], item[1].rpartition("_")[0], result)
        filters.sort()
        sorts.sort()
        packed = cbor.encode(meta)
        prefix = language["hash"].rpartition("_")[0]
        language["hash"] = f"{prefix}_{_name(packed, 10)}"
        result[f"pagefind.{language['hash']}.pf_meta"] = _pack(packed)
    entry["languages"] = dict(sorted(entry["languages"].items()))
    result[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(result.items()))


def _filter(data: bytes, prefix: str, result: dict[str, bytes]) -> str:
    """Sort one filter's values into ``result``; returns its new name."""
    name, values = _unpack(data)
    values.sort()
    packed = cbor.encode([name, values])
    hashed = f"{prefix}_{_name(packed, 7)}"
    result[f"filter/{hashed}.pf_filter"] = _pack(packed)
    return hashed


def _unpack(data: bytes) -> Any:
    plain = gzip.decompress(data)
    if not plain.startswith(_MAGIC):
        raise ValueError("not a file of a search bundle")
    body = plain[len(_MAGIC) :]
    value = cbor.decode(body)
    if cbor.encode(value) != body:
        raise ValueError("a file of the search bundle cannot be written back as it was")
    return value


def _pack(packed: bytes) -> bytes:
    return gzip.compress(_MAGIC + packed, mtime=0)


def _name(packed: bytes, length: int) -> str:
    return hashlib.sha256(packed).hexdigest()[:length]
