"""What quizzes remember. Attempts hold no account, no address and no hour."""

from college.quizzes.models.attempt import Answer, Attempt, KeptResult
from college.quizzes.models.item import Flag, Item
from college.quizzes.models.quiz import Quiz
from college.quizzes.models.retelling import Retelling, RetellingHearing, RetellingReading
from college.quizzes.models.tally import Tally

__all__ = [
    "Answer",
    "Attempt",
    "Flag",
    "Item",
    "KeptResult",
    "Quiz",
    "Retelling",
    "RetellingHearing",
    "RetellingReading",
    "Tally",
]
