"""Links, attestations and comments as a W3C Web Annotation collection (Recommendation of 2017).

Comments are motivated by ``commenting``, the links of sentences by ``linking``. Positions count code
points of the version's plain text (spec/summaries.md), from 0, end exclusive.
"""

from datetime import UTC
from typing import Any

from college.exchange.summaries.sheet import Comment, Sentence, Sheet

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(sheet: Sheet) -> dict[str, Any]:
    """One collection whose first page holds them all: comments in their order, then links by sentence."""
    sentences = [sentence for part in sheet.parts for sentence in part.sentences]
    items = [_comment(one, sheet) for one in sheet.comments]
    items += [_link(one, sheet) for one in sentences]
    return {
        "@context": CONTEXT,
        "id": f"{sheet.url}annotations.json",
        "type": "AnnotationCollection",
        "label": sheet.label,
        "total": len(items),
        "first": {
            "id": f"{sheet.url}annotations.json#page-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _comment(one: Comment, sheet: Sheet) -> dict[str, Any]:
    target: dict[str, Any] = {"source": sheet.url}
    if one.start is not None:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": one.exact,
                "prefix": one.prefix,
                "suffix": one.suffix,
            },
            {"type": "TextPositionSelector", "start": one.start, "end": one.end},
        ]
    side = one.side.letter if one.side else sheet.words.undecided
    return {
        "@context": CONTEXT,
        "id": one.url,
        "type": "Annotation",
        "motivation": "commenting",
        "created": f"{one.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "creator": {"type": "Person", "nickname": one.author},
        "body": [
            {"type": "TextualBody", "value": one.words, "format": "text/plain"},
            {"type": "TextualBody", "value": side, "purpose": "tagging"},
        ],
        "target": target,
    }


def _link(one: Sentence, sheet: Sheet) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": f"{one.url}-rests-on",
        "type": "Annotation",
        "motivation": "linking",
        "body": [sheet.sources[number - 1].url for number in one.sources],
        "target": {
            "source": sheet.url,
            "selector": {"type": "FragmentSelector", "value": f"s-{one.public_id}"},
        },
    }
