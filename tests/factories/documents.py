"""The two documents of a version, as they are read: what they commit to is nobody's words."""

from collections.abc import Sequence

from college.debates.models import Contribution, Viewpoint
from college.summaries.models import Version
from college.summaries.rules.sections import Section

#: By a section's key, its statements as (id, words, what they rest on).
Sentences = dict[str, Sequence[tuple[str, str, Sequence[Contribution]]]]


def document(
    version: Version,
    ordered: Sequence[Section],
    said: Sentences,
) -> dict[str, object]:
    return {
        "v": "college-summary-v1",
        "summary": version.summary.public_id,
        "debate": version.summary.debate.public_id,
        "number": version.number,
        "question": "0" * 64,
        "sections": [
            {
                "section": section.kind.value,
                "viewpoint": section.viewpoint,
                "statements": [
                    {"statement": statement, "text": "0" * 64, "links": []}
                    for statement, _words, _links in said.get(section.key, ())
                ],
            }
            for section in ordered
        ],
    }


def coverage(
    version: Version,
    ordered: Sequence[Section],
    said: Sentences,
    *,
    of: Sequence[Viewpoint],
    left: Sequence[Contribution],
) -> dict[str, object]:
    """Counts that add up, not the rule's: the rule has tests of its own."""
    return {
        "v": "college-coverage-v1",
        "summary": version.summary.public_id,
        "number": version.number,
        "statements": sum(len(lines) for lines in said.values()),
        "grounded": sum(len(lines) for lines in said.values()),
        "viewpoints": [
            {
                "viewpoint": v.public_id,
                "eligible": 8,
                "represented": 6,
                "main": 4,
                "main_represented": 4,
                "space": [1, len(of)],
            }
            for v in of
        ],
        "challenges": {"open": 3, "included": 2},
        "omissions": [
            {"contribution": one.public_id, "reason": "unreasoned", "repeats": ""}
            for one in sorted(left, key=lambda one: one.public_id)
        ],
    }
