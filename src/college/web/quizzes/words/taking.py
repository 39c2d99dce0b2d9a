"""Words of taking a quiz."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {
    "may_keep_results": _("Results are kept for members. Join the College, or note yours down.")
}
REFUSALS: dict[str, str | Promise] = {
    "quizzes.answer.unknown-option": _(
        "That is none of the answers of this question. Choose one of those on the page."
    ),
    "quizzes.answer.one-only": _("Only one answer is right here. Choose one."),
    "quizzes.answer.nothing-chosen": _(
        "Nothing is chosen yet. Choose an answer, or say that you don’t know: it costs nothing."
    ),
    "quizzes.answer.too-long": _(
        "That number is longer than %(most)s characters. Write a shorter one."
    ),
    "quizzes.answer.thousands": _(
        "This can be read as thousands or as a fraction. Write it without a mark for thousands: 1000, or 1.5."
    ),
    "quizzes.answer.not-a-number": _("Write a number in digits, like 18 or 18.5."),
    "quizzes.answer.unknown-certainty": _(
        "Choose one of the offered words for how sure you are, or leave it out."
    ),
    "quizzes.answer.not-shown": _(
        "This question is not one of those that you were asked. Go back to your quiz."
    ),
    "quizzes.answer.item-gone": _(
        "This question has left the quiz meanwhile. Go on with the next one."
    ),
    "quizzes.attempt.unknown-viewpoint": _(
        "That is no viewpoint of this debate. Choose one of those on the page, or none."
    ),
    "quizzes.attempt.not-released": _(
        "This quiz cannot be taken yet. Its page says what it waits for."
    ),
    "quizzes.attempt.nothing-to-ask": _(
        "No question of this quiz can be asked now. Read the summary meanwhile, and come back later."
    ),
    "quizzes.attempt.too-often": _(
        "From your internet address %(most)s quizzes were begun within this hour, by you or by others who "
        "share it. Please wait until the next hour begins. A quiz that was begun already can be gone on with."
    ),
    "quizzes.result.nothing-answered": _(
        "Nothing was answered yet, so there is no result to keep. Answer a question first."
    ),
    "quizzes.result.too-many": _(
        "You keep %(most)s results, the most there can be. Delete one on the page of your results."
    ),
}
