"""The kinds of contribution, and the forms each may take (DESIGN §3)."""

from enum import StrEnum


class Kind(StrEnum):
    CLAIM = "claim"
    ARGUMENT = "argument"
    EVIDENCE = "evidence"
    DEFINITION = "definition"
    CHALLENGE = "challenge"
    ANSWER = "answer"
    CONCESSION = "concession"
    QUALIFICATION = "qualification"


class ClaimForm(StrEnum):
    FACTUAL = "factual"
    VALUE = "value"
    POLICY = "policy"
    DEFINITIONAL = "definitional"
    PREDICTIVE = "predictive"


class ArgumentForm(StrEnum):
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    QUALIFIES = "qualifies"


class EvidenceForm(StrEnum):
    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


class ChallengeForm(StrEnum):
    SOURCE_NEEDED = "source-needed"
    UNCLEAR = "unclear"
    TERM = "term"
    RELEVANCE = "relevance"
    HIDDEN_PREMISE = "hidden-premise"
    MORE_THAN_ONE_CLAIM = "more-than-one-claim"
    COUNTER_EXAMPLE = "counter-example"
    MISREPRESENTS_ME = "misrepresents-me"


class LinkKind(StrEnum):
    """What a link says of its target, read from the contribution that bears it."""

    PREMISE = "premise"
    CONCLUSION = "conclusion"
    BEARS_ON = "bears-on"
    CHALLENGES = "challenges"
    ANSWERS = "answers"
    POINTS_TO = "points-to"
    GRANTS = "grants"
    LIMITS = "limits"
    SUCCEEDS = "succeeds"


FORMS: dict[Kind, frozenset[str]] = {
    Kind.CLAIM: frozenset(ClaimForm),
    Kind.ARGUMENT: frozenset(ArgumentForm),
    Kind.EVIDENCE: frozenset(EvidenceForm),
    Kind.DEFINITION: frozenset({""}),
    Kind.CHALLENGE: frozenset(ChallengeForm),
    Kind.ANSWER: frozenset({""}),
    Kind.CONCESSION: frozenset({""}),
    Kind.QUALIFICATION: frozenset({""}),
}

#: Which kinds a link may point to. A challenge may be put to anything but a challenge or a concession.
TARGETS: dict[LinkKind, frozenset[Kind]] = {
    LinkKind.PREMISE: frozenset({Kind.CLAIM}),
    LinkKind.CONCLUSION: frozenset({Kind.CLAIM, Kind.ARGUMENT}),
    LinkKind.BEARS_ON: frozenset({Kind.CLAIM, Kind.ARGUMENT}),
    LinkKind.CHALLENGES: frozenset(
        {Kind.CLAIM, Kind.ARGUMENT, Kind.EVIDENCE, Kind.DEFINITION, Kind.QUALIFICATION, Kind.ANSWER}
    ),
    LinkKind.ANSWERS: frozenset({Kind.CHALLENGE}),
    LinkKind.POINTS_TO: frozenset(Kind) - {Kind.CHALLENGE, Kind.CONCESSION},
    LinkKind.GRANTS: frozenset({Kind.CLAIM}),
    LinkKind.LIMITS: frozenset({Kind.CLAIM, Kind.ARGUMENT}),
    LinkKind.SUCCEEDS: frozenset(Kind),
}


class State(StrEnum):
    """Of a contribution. ``withdrawn`` and ``erased`` leave a tombstone; ``restricted`` a notice."""

    STANDING = "standing"
    WITHDRAWN = "withdrawn"
    RESTRICTED = "restricted"
    ERASED = "erased"


class MoveKind(StrEnum):
    """Procedural moves of a moderator pair."""

    CALL_ON_SIDE = "call-on-side"
    GROUP_REPEATS = "group-repeats"
    NEXT_QUESTION = "next-question"
    OFF_TOPIC = "off-topic"
