"""What is said with an effect: the reasons of those who decided it, in their own words (law 4)."""

from college.committees.models import Case
from college.committees.queries.reasons import reasons_for
from college.committees.rules.tally import Choice
from college.debates.models import EvidenceLabel, Merger, Split
from college.debates.rules.grounds import Settled
from college.ground.act import Act
from college.record.actions.texts import commit


def answer_of(case: Case) -> str:
    """The sentences of those who came out as the verdict did; where all are gone by law, what was asked."""
    said = [words for words in reasons_for(case) if words]
    return "\n\n".join(said) or (case.asked.words if case.asked else "")


def settle(act: Act, case: Case, asked: EvidenceLabel | Merger | Split) -> bool:
    """Write down how what was asked ended, and why where it was granted; whether it was."""
    granted = case.verdict == Choice.GRANT
    asked.answer = commit(answer_of(case)) if granted else None
    asked.settled = Settled.GRANTED if granted else Settled.KEPT
    asked.settled_at = act.at
    asked.save(update_fields=["answer", "settled", "settled_at"])
    return granted
