"""The golden files of ``spec/vectors``, which both implementations must meet."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parents[2] / "spec" / "vectors"


@cache
def vectors(name: str) -> dict[str, Any]:
    """One golden file as it stands: ``vectors("jcs")``."""
    return json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))


def large_entry(index: int) -> bytes:
    """Entry ``index`` of ``large-log.json``, ``tile-contents.json`` and ``complete-log-300.json``."""
    return b"entry %d\n" % index
