"""The sections of a charter: clocks, budgets, lengths, limits, areas, roster, sizes, quizzes, audit.

What each number is for, and why it is what it is, stands beside it in ``charter.toml``.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Preset(StrEnum):
    """How fast a College lives."""

    CLASS = "class"
    NEWSROOM = "newsroom"
    ASSEMBLY = "assembly"


@dataclass(frozen=True, slots=True)
class Clocks:
    """Durations. See ``charter.toml`` for what each is for."""

    question_notice: timedelta
    viewpoint_notice: timedelta
    delegate_notice: timedelta
    framing: timedelta
    open: timedelta
    closing: timedelta
    challenge_due: timedelta
    grace: timedelta
    silent_side: timedelta
    silent_delegate: timedelta
    remark_claim_notice: timedelta
    epoch: timedelta
    lodging: timedelta
    revealing: timedelta
    accepting: timedelta
    voting: timedelta
    appealing: timedelta
    term: timedelta
    rest: timedelta
    duty: timedelta
    standing: timedelta
    emergency_hold: timedelta
    legal_hold: timedelta
    drafting: timedelta
    settling: timedelta
    attesting: timedelta
    reopening_notice: timedelta
    tally: timedelta
    answers_kept: timedelta
    charter_notice: timedelta


@dataclass(frozen=True, slots=True)
class Budgets:
    """Words, and per cents of words."""

    viewpoint_open: int
    viewpoint_closing: int
    undecided_open: int
    undecided_closing: int
    delegate_share: int
    summary_comments: int
    member_share: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters or words, as ``charter.toml`` says for each."""

    question: int
    scope: int
    viewpoint_name: int
    viewpoint_statement: int
    claim: int
    text: int
    quotation: int
    statement: int
    attestation: int
    comment: int
    item: int
    option: int
    explanation: int
    retelling: int
    reason: int
    public_name: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of something."""

    viewpoints: int
    statements: int
    statement_links: int
    editors: int
    cruxes: int
    premises: int
    points_to: int
    questions_per_day: int
    contributions_per_hour: int
    newcomer_per_hour: int
    challenges_open: int
    imports_per_day: int
    acts_per_hour: int
    reports_per_day: int
    newcomer_reports_per_day: int
    notices_per_day: int
    charter_supporters: int
    drafts_of_items: int
    quiz_starts_per_hour: int
    quiz_counted_per_day: int
    retellings_waiting: int
    docket: int


@dataclass(frozen=True, slots=True)
class Areas:
    """Which areas of administration are switched on."""

    agenda: bool
    membership: bool
    conduct: bool
    evidence: bool
    summaries: bool
    examination: bool
    evaluation: bool
    appeals: bool
    audit: bool
    charter: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """How many people serve in a term."""

    most: int
    share: int
    rest_from: int


@dataclass(frozen=True, slots=True)
class Size:
    """How many panels of how many seats, and the review above them. Numbers of people and of ballots."""

    pool: int
    panels: int
    seats: int
    threshold: int
    cap: int
    review_seats: int
    review_threshold: int
    review_cap: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """One size per kind of case; ``small`` stands in for ``standard`` where people are few."""

    standard: Size
    small: Size
    labels: Size
    summaries: Size
    items: Size
    persons: Size
    bodies: Size


@dataclass(frozen=True, slots=True)
class Quizzes:
    """How long a mini-quiz is, and how many takers each of its figures needs."""

    items: int
    fewest: int
    batch: int
    least_takers: int
    trial: int
    fair: int
    model: int
    spread: int


@dataclass(frozen=True, slots=True)
class Audit:
    """Shares in per cent, steps and heights of the charts, least numbers."""

    retrials: int
    admission_retrials: int
    controls: int
    random_step: int
    contested_step: int
    alarm: int
    suspended_terms: int
    breaker_share: int
    breaker_ratio: int
    breaker_least: int
    least_cell: int
