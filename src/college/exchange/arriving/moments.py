"""Dates as people and programs write them. A date without a zone is read as UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from college.exchange.unplaced import Reason

_MONTHS = """
january jan january janvier januar jänner enero gennaio januari
february feb february février fevrier februar feber febrero febbraio februari
march mar march mars märz maerz marzo maart mrz
april apr april avril abril aprile avr
may may mai mayo maggio mei
june jun june juin juni junio giugno
july jul july juillet juli julio luglio juil
august aug august août aout agosto augustus
september sep september septembre septiembre settembre sept
october oct october octobre oktober octubre ottobre okt
november nov november novembre noviembre
december dec december décembre decembre dezember diciembre dicembre dez
"""
MONTHS = {
    name: number
    for number, names in enumerate(_MONTHS.strip().splitlines(), 1)
    for name in names.split()
}

_WORD = r"[^\W\d_]{3,10}\.?"
_WEEKDAY = (
    "(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_DATE = rf"""
(?:(?:{_WEEKDAY})\.?,?\ +)?
(?:(?P<m1>{_WORD})\ +(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\ +(?P<y1>\d{{4}})
 |(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\ +(?:de\ +)?(?P<m2>{_WORD}),?\ +(?:de\ +)?(?P<y2>\d{{4}})
 |(?P<y3>\d{{4}})[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})
 |(?P<a4>\d{{1,2}})(?P<sep>[-/.])(?P<b4>\d{{1,2}})(?P=sep)(?P<y4>\d{{4}}))
"""
_TIME = r"""
(?:[T,]?\ *(?:(?:at|um|à|a\ las|alle|om|@|[-–—|])\ *)?
 (?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?
 \ *(?P<half>[ap]\.?m\.?)?(?:\ *Uhr)?\ *(?P<zone>(?-i:[A-Z]{1,5})|[+-]\d{2}:?\d{2})?)?
"""
_MOMENT = re.compile(rf"(?P<when>{_DATE}{_TIME})\s*$", re.VERBOSE | re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?P<when>(?:(?:about|over|almost)\s+)?(?:\d{1,4}|an?|one)\s+"
    r"(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s?\s+ago|yesterday|just\s+now"
    r"|vor\s+\w{1,8}\s+\w{3,10}|il\s+y\s+a\s+\w{1,4}\s+\w{2,10})\s*$",
    re.IGNORECASE,
)
_MAY_BE_DATE = re.compile(r"\d|ago|yesterday|now|vor |il y a", re.IGNORECASE)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written, the moment it names, and why not, where it names none."""

    said: str
    at: datetime | None
    problem: Reason | None = None


def read_moment(text: str, *, day_first: bool | None = None) -> Moment | None:
    """The moment a whole line names; ``None`` if the line is not written like a date."""
    split = split_moment(text, day_first=day_first)
    return split[1] if split and not split[0] else None


def split_moment(text: str, *, day_first: bool | None = None) -> tuple[str, Moment] | None:
    """What stands before the date at the end of a line, and that date; ``None`` without one."""
    if len(text) > LONGEST or not _MAY_BE_DATE.search(text):
        return None
    text = " ".join(text.split())
    for pattern in (_MOMENT, _RELATIVE):
        # Leftmost first; a word taken for a weekday or month that is none moves the start on.
        for match in _starts(pattern, text):
            said = match["when"].strip()
            if pattern is _RELATIVE:
                return text[: match.start()].strip(), Moment(said, None, Reason.RELATIVE_DATE)
            if (moment := _moment(said, match, day_first)) is not None:
                return text[: match.start()].strip(), moment
    return None


def _starts(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    starts = [0, *(m.end() for m in re.finditer(r"[\s(,|•·–—-]+", text))]
    return [match for at in starts if (match := pattern.match(text, at))]


def _moment(said: str, match: re.Match[str], day_first: bool | None) -> Moment | None:
    part = match.groupdict()
    word = part["m1"] or part["m2"]
    if word:
        if (month := MONTHS.get(word.rstrip(".").lower())) is None:
            return None
        year, day = int(part["y1"] or part["y2"]), int(part["d1"] or part["d2"])
    elif part["y3"]:
        year, month, day = int(part["y3"]), int(part["m3"]), int(part["d3"])
    else:
        first, second, year = int(part["a4"]), int(part["b4"]), int(part["y4"])
        if part["sep"] == "/" and day_first is None and first != second:
            if first <= 12 and second <= 12:
                return Moment(said, None, Reason.AMBIGUOUS_DATE)
            day_first = first > 12
        day, month = (
            (second, first) if part["sep"] == "/" and day_first is False else (first, second)
        )
    try:
        at = datetime(year, month, day, *_clock(part), tzinfo=_zone(part["zone"])).astimezone(UTC)
    except (ValueError, OverflowError):
        return Moment(said, None, Reason.NO_SUCH_DATE)
    return Moment(said, at)


def _clock(part: dict[str, str | None]) -> tuple[int, int, int]:
    hour, minute, second = (int(part[name] or 0) for name in ("hour", "minute", "second"))
    half = (part["half"] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return hour, minute, second


def _zone(written: str | None) -> timezone:
    if not written or written[0] not in "+-":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if written[0] == "+" else -offset)


def writes_day_first(texts: list[str]) -> bool | None:
    """Whether 3/4/2022 is the third of April in this file: told by a date that can be read one way."""
    for text in texts:
        if found := re.search(r"\b(\d{1,2})/(\d{1,2})/\d{4}\b", text):
            first, second = int(found[1]), int(found[2])
            if (first > 12) != (second > 12):
                return first > 12
    return None
