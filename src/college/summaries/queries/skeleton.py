"""What of a debate belongs into which section: so that nobody begins with a blank page."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from college.debates.models import Debate
from college.debates.queries import outline
from college.debates.queries.thread import Item
from college.debates.rules.kinds import ArgumentForm, ChallengeForm, ClaimForm, Kind
from college.summaries.rules.sections import Section, SectionKind


class Bundle(StrEnum):
    """Why contributions lie beside a section."""

    PROPOSED = "proposed"  # claims about what should be done
    SENSES = "senses"
    WORDS_ASKED = "words-asked"
    CLAIMS = "claims"
    REASONS = "reasons"
    EVIDENCE = "evidence"
    GRANTED = "granted"
    LIMITED = "limited"
    CONTESTED = "contested"
    OBJECTIONS = "objections"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Group:
    """Contributions that stand, in the order of time; the first of each sort."""

    bundle: Bundle
    items: list[Item]


def laid_out(debate: Debate, section: Section, *, now: datetime) -> list[Group]:
    """What lies beside a section; groups without anything are left out. At most thirty queries."""
    found = {
        SectionKind.QUESTION: _question,
        SectionKind.TERMS: _terms,
        SectionKind.HOLDS: _holds,
        SectionKind.GRANTED: _granted,
        SectionKind.DISPUTED: _disputed,
        SectionKind.TURNS: _turns,
        SectionKind.EVIDENCE: _evidence,
        SectionKind.OPEN: _open,
        SectionKind.MINDS: _granted,
    }[section.kind](debate, section, now)
    return [group for group in found if group.items]


def _question(debate: Debate, section: Section, now: datetime) -> list[Group]:
    forms = {ClaimForm.POLICY.value}
    return [Group(Bundle.PROPOSED, outline.of_kind(debate, Kind.CLAIM, now=now, forms=forms))]


def _terms(debate: Debate, section: Section, now: datetime) -> list[Group]:
    asked = {ChallengeForm.TERM.value}
    return [
        Group(Bundle.SENSES, outline.of_kind(debate, Kind.DEFINITION, now=now)),
        Group(Bundle.WORDS_ASKED, outline.of_kind(debate, Kind.CHALLENGE, now=now, forms=asked)),
    ]


def _holds(debate: Debate, section: Section, now: datetime) -> list[Group]:
    own = section.viewpoint
    return [
        Group(
            Bundle.CLAIMS,
            outline.of_kind(debate, Kind.CLAIM, now=now, viewpoint=own, roots=True),
        ),
        Group(Bundle.REASONS, outline.of_kind(debate, Kind.ARGUMENT, now=now, viewpoint=own)),
        Group(Bundle.EVIDENCE, outline.of_kind(debate, Kind.EVIDENCE, now=now, viewpoint=own)),
    ]


def _granted(debate: Debate, section: Section, now: datetime) -> list[Group]:
    return [
        Group(Bundle.GRANTED, outline.of_kind(debate, Kind.CONCESSION, now=now)),
        Group(Bundle.LIMITED, outline.of_kind(debate, Kind.QUALIFICATION, now=now)),
    ]


def _disputed(debate: Debate, section: Section, now: datetime) -> list[Group]:
    against = {ArgumentForm.OPPOSES.value, ArgumentForm.QUALIFIES.value}
    return [
        Group(Bundle.CONTESTED, outline.contested(debate, now=now)),
        Group(Bundle.OBJECTIONS, outline.of_kind(debate, Kind.ARGUMENT, now=now, forms=against)),
    ]


def _turns(debate: Debate, section: Section, now: datetime) -> list[Group]:
    of_fact_or_value = {form.value for form in ClaimForm if form is not ClaimForm.POLICY}
    return [Group(Bundle.CONTESTED, outline.contested(debate, now=now, forms=of_fact_or_value))]


def _evidence(debate: Debate, section: Section, now: datetime) -> list[Group]:
    return [Group(Bundle.EVIDENCE, outline.of_kind(debate, Kind.EVIDENCE, now=now))]


def _open(debate: Debate, section: Section, now: datetime) -> list[Group]:
    return [Group(Bundle.UNANSWERED, outline.open_challenges(debate, now=now))]
