"""The database from its address: SQLite in the College's folder, or PostgreSQL."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

#: WAL lets readers go on while one writes; FULL makes a commit survive a power cut, without which a
#: signed checkpoint could outlive the entries under it and the log would fork. secure_delete writes
#: zeros over what is erased, instead of leaving it in free pages.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
    "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; "
    "PRAGMA secure_delete=ON;"
)


def sqlite(file: Path) -> dict[str, object]:
    """Django's settings for an SQLite file. IMMEDIATE: a read lock cannot be upgraded under load."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": 600,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
        "TEST": {"NAME": str(file.with_name("test.sqlite3"))},
    }


def postgresql(url: str) -> dict[str, object]:
    """Django's settings for ``postgresql://user:password@host:port/name``; a socket folder is %-encoded."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise SystemExit(
            "DATABASE_URL must be postgresql://user:password@host:port/name, or empty for SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") if "%" not in parts.netloc else _socket(parts.netloc),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
    }


def _socket(netloc: str) -> str:
    return unquote(netloc.rsplit("@", 1)[-1].split(":", 1)[0])


def from_url(url: str, *, folder: Path) -> dict[str, object]:
    return postgresql(url) if url else sqlite(folder / "college.sqlite3")
