"""Made-up words for the page of parts. They name no real person and are in no record."""

from datetime import UTC, datetime
from types import SimpleNamespace as Thing
from typing import Any

from django.utils.safestring import mark_safe

CLAIM = "A night bus that runs every half hour is used; one that runs every hour is waited for."
_PREMISE = "Most night shifts in the city end between two and three."
_LONG = (
    "Whoever works when others sleep pays for the streets like everybody else. A city that lets its "
    "last bus leave at midnight decides who may live far from the centre, and decides it by postcode."
)


def _prose(*paragraphs: str) -> str:
    # The words are the constants of this module: nothing that a reader typed.
    return mark_safe("".join(f"<p>{words}</p>" for words in paragraphs))  # noqa: S308


def _at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, 30, tzinfo=UTC)


_B = Thing(
    letter="B",
    name="Run them where people work, not everywhere",
    url="#b",
    html=_prose(_LONG, "So begin with the three lines that reach the hospitals."),
    delegate_name="Lamplighter",
    delegate_url="#",
)
_A = Thing(
    letter="A",
    name="Every line, all night",
    url="#a",
    html=_prose("A right that depends on one’s address is none. " + _LONG),
    delegate_name="Inés Caldera",
    delegate_url="#",
)
_D = Thing(
    letter="D",
    name="Shared taxis instead",
    url="#d",
    html=_prose(
        "An empty bus is neither green nor kind. Let the city pay for the ride, not the bus."
    ),
    delegate_name="",
    delegate_url="",
)
_C = Thing(
    letter="C",
    name="Spend the money on the day service first",
    url="#c",
    html=_prose("Ten thousand wait in the morning where forty wait at night.", _LONG),
    delegate_name="Rustam Veliyev",
    delegate_url="#",
)

_WHO = {"author_name": "Aino Salmela", "author_url": "#", "author_standing": "delegate of A"}


def _contribution(kind: str, viewpoint: Thing | None, **more: Any) -> Thing:
    defaults: dict[str, Any] = _WHO | {
        "kind": kind,
        "html": _prose(CLAIM),
        "url": "#entry",
        "viewpoint": viewpoint,
        "at": _at(9),
        "more_url": "#more",
        "more_words": "Everything said about it",
    }
    return Thing(**(defaults | more))


def everything() -> dict[str, Any]:
    """The variables of ``style/parts.html``."""
    return (
        _debate()
        | _said()
        | {
            "trail": [("Debates", "/debates/"), ("Night buses", "#")],
            "events": [
                Thing(at=_at(3), words="The question was proposed", url="#"),
                Thing(at=_at(5), words="Viewpoint A was admitted", url="#"),
                Thing(at=_at(12), words="The debate was opened, after a notice of seven days"),
            ],
            "columns": ["Line", "Nights a week", "Passengers a night"],
            "rows": [["7 to the hospital", "7", "212"], ["12 to the harbour", "2", "48"]],
            "before": "The city should run every bus line through the night.",
            "after": "The city should run bus lines through the night where people work at night.",
            "letters": [
                Thing(letter=letter, name=f"Pattern {letter}", url="") for letter in "ABCDEFGHIJKL"
            ],
            "at": _at(14, 17),
        }
    )


def _debate() -> dict[str, Any]:
    return {
        "viewpoints": [_B, _D, _A, _C],
        "viewpoint": _A,
        "seed": "7d3kq0m4x2tzv",
        "steps": [
            Thing(stage="proposed", at=_at(3), place="past"),
            Thing(stage="framing", at=_at(5), place="past"),
            Thing(stage="open", at=_at(12), place="now"),
            Thing(stage="closing", at=_at(26), place="ahead"),
            Thing(stage="closed", at=None, place="ahead"),
        ],
        "choices": [
            Thing(
                url="#", words="I want to say why", hint="Give a reason for or against something."
            ),
            Thing(url="#", words="I object to something", hint="It must be answered in public."),
            Thing(
                url="#",
                words="I have a question",
                hint="About a word, a figure, or what was meant.",
            ),
            Thing(url="#", words="I bring a source", hint="Exact words, and where they stand."),
        ],
        "term": "Night bus",
        "senses": [
            Thing(
                html=_prose("A bus between midnight and five."),
                viewpoint=_A,
                at=_at(6),
                url="#",
                **_WHO,
            ),
            Thing(
                html=_prose("Any bus after the last train."),
                viewpoint=None,
                at=_at(7),
                url="#",
                **_WHO,
            ),
        ],
    }


def _said() -> dict[str, Any]:
    stone = Thing(
        state="withdrawn",
        reason="I no longer hold this.",
        rule="",
        at=_at(11),
        until=None,
        record_url="#",
    )
    answer = Thing(
        html=_prose("The count is from the depot, line by line."), at=_at(13), url="#", **_WHO
    )
    asked = {
        "html": _prose("Who counted the passengers, and on which nights?"),
        "url": "#",
        "viewpoint": _C,
        "author_name": "Rustam Veliyev",
        "author_url": "#",
        "at": _at(10),
        "target_words": CLAIM,
        "target_url": "#",
        "due_at": _at(17),
    }
    return {
        "contributions": [
            _contribution("claim", _A),
            _contribution("qualification", _B, state="standing", revised=True),
            _contribution("definition", None, author_standing=""),
            _contribution("claim", _C, tombstone=stone),
        ],
        "premises": [Thing(html=_prose(_PREMISE), url="#"), Thing(html=_prose(CLAIM), url="#")],
        "conclusion": Thing(html=_prose("The night lines should run every half hour."), url="#"),
        "challenges": [
            Thing(form="source-needed", state="answered", answers=[answer], **asked),
            Thing(form="hidden-premise", state="overdue", answers=[], **asked),
        ],
        "evidence": Thing(
            form="for",
            quotation="Between two and three, 212 passengers a night boarded line 7.",
            source="Report of the transport office",
            source_url="https://example.org/transport/report",
            locator="p. 12",
            target_words=CLAIM,
            target_url="#",
            html="",
        ),
        "stones": [
            stone,
            Thing(
                state="withheld",
                reason="A telephone number.",
                rule="Private data",
                at=_at(9),
                until=_at(12),
                record_url="#",
            ),
        ],
    }
