"""Every setting that comes from the environment, in one table: name, default, what it is for.

``docs/reference/settings.md`` is made from it; ``tests/house/test_reference.py`` holds the two together.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable. ``default`` is the text used when it is absent."""

    name: str
    default: str
    purpose: str


VARIABLES = (
    Variable(
        "COLLEGE_HOME", "./var", "Folder of the College: database, keys, intake, static files."
    ),
    Variable("DATABASE_URL", "", "postgresql://… ; empty means SQLite in COLLEGE_HOME."),
    Variable("COLLEGE_URL", "http://localhost:8000", "Address at which people reach the College."),
    Variable(
        "COLLEGE_ORIGIN",
        "",
        "Name of the log, kept from founding on; empty: COLLEGE_URL's, plus /log.",
    ),
    Variable(
        "COLLEGE_DEMO", "no", "yes: one-click personas and a banner. Never on a real College."
    ),
    Variable("COLLEGE_DEBUG", "no", "yes: error pages with tracebacks. Never on a real College."),
    Variable(
        "COLLEGE_SECRET", "", "For sessions and digests; empty means keys/secret in COLLEGE_HOME."
    ),
    Variable("COLLEGE_MAIL", "", "smtp://user:password@host:port ; empty means COLLEGE_HOME/mail."),
    Variable("COLLEGE_MAIL_FROM", "college@localhost", "Sender of the College's mail."),
    Variable(
        "COLLEGE_CHARTER", "", "A charter file; empty means the one that comes with the College."
    ),
    Variable(
        "COLLEGE_PROXIES",
        "0",
        "How many proxies stand before the College and add to X-Forwarded-For; limits are per address.",
    ),
    Variable(
        "COLLEGE_BEACON",
        "",
        "quicknet: a round of that public beacon, named beforehand, goes into every seed. Empty: none.",
    ),
    Variable(
        "COLLEGE_BEACON_ADDRESS",
        "https://api.drand.sh",
        "Relay that is asked for the beacon's rounds. It need not be trusted: rounds are verified.",
    ),
    Variable(
        "COLLEGE_IDENTITY",
        "email",
        "How members are told apart: email, institution (it vouches for each), or person (seen). "
        "Stands beside every figure of strength, which is void with email alone.",
    ),
    Variable("COLLEGE_LANGUAGE", "en", "Language of the published pages."),
    Variable(
        "COLLEGE_FRAMES",
        "",
        "Origins whose pages may show quizzes in a frame, https://… separated by commas (and, to try it, "
        "http://localhost:…). Empty: none.",
    ),
)
#: Without a path: a frame is allowed to a whole origin or not at all.
_ORIGIN = re.compile(r"(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?|http://localhost)(:\d{1,5})?")
_DEFAULTS = {v.name: v.default for v in VARIABLES}


def value(name: str) -> str:
    """The setting as text; ``KeyError`` for a name that is not in the table."""
    return os.environ.get(name) or _DEFAULTS[name]


def is_on(name: str) -> bool:
    """Whether a yes/no setting is on; anything but yes or no is refused at start."""
    text = value(name).strip().lower()
    if text not in {"yes", "no"}:
        raise SystemExit(f"{name} must be yes or no, not {text!r}.")
    return text == "yes"


def number(name: str) -> int:
    """A setting that is a whole number from 0; anything else is refused at start."""
    text = value(name).strip()
    if not (text.isascii() and text.isdigit()):
        raise SystemExit(f"{name} must be a whole number, not {text!r}.")
    return int(text)


def one_of(name: str, words: set[str]) -> str:
    """A setting that is one of a few words; anything else is refused at start."""
    text = value(name).strip()
    if text not in words:
        meant = " or ".join(sorted(words - {""}))
        raise SystemExit(f"{name} must be {meant}, or empty, not {text!r}.")
    return text


def web_address(name: str) -> str:
    """A setting that is an address of the web; anything else is refused at start."""
    text = value(name).strip()
    if not text.startswith(("https://", "http://")):
        raise SystemExit(f"{name} must be an address that begins with https://, not {text!r}.")
    return text


def origins(name: str) -> list[str]:
    """A setting that lists origins of the web, ``https://host`` or ``https://host:port`` (and
    ``http://localhost``), separated by commas; anything else is refused at start."""
    found = [one for one in (part.strip() for part in value(name).split(",")) if one]
    for one in found:
        if not _ORIGIN.fullmatch(one):
            raise SystemExit(f"{name} must be addresses like https://news.example, not {one!r}.")
    return found


def home() -> Path:
    return Path(value("COLLEGE_HOME")).resolve()
