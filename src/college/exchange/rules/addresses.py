"""Where an article can be read: an address that a reader's browser opens, and nothing else."""

from urllib.parse import urlsplit

#: Characters; a brief has room for no longer line.
LONGEST = 1000


def is_web_address(words: str) -> bool:
    """Whether it begins with http:// or https://, names a host and holds no blank."""
    if len(words) > LONGEST or any(char.isspace() or not char.isprintable() for char in words):
        return False
    try:
        parts = urlsplit(words)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
