"""What is said with an effect: the reasons of those who decided it, in their own words (law 4)."""

from college.committees.models import Case
from college.committees.queries.reasons import reasons_for


def answer_of(case: Case) -> str:
    """The sentences of those who came out as the verdict did; where all are gone by law, what was asked."""
    said = [words for words in reasons_for(case) if words]
    return "\n\n".join(said) or (case.asked.words if case.asked else "")
