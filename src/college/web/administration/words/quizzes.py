"""The settings of the charter that quizzes live by, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUIZZES: dict[str, tuple[str | Promise, str | Promise]] = {
    "lengths.item": (
        _("Characters of what a quiz item asks"),
        _("It is read once and understood."),
    ),
    "lengths.option": (
        _("Characters of an answer to choose"),
        _("Answers are compared at a glance."),
    ),
    "lengths.explanation": (
        _("Words of an item’s explanation"),
        _("The sentence itself stands beside it."),
    ),
    "lengths.retelling": (
        _("Words in which somebody states a viewpoint that is not theirs"),
        _("A paragraph, as the side itself would write it."),
    ),
    "limits.drafts_of_items": (
        _("Quiz items that one member may have waiting"),
        _("Drafts, and those before panels: a few well-made ones are worth more."),
    ),
    "limits.quiz_starts_per_hour": (
        _("Quizzes begun in an hour from one address"),
        _("A school has one address for all its classes."),
    ),
    "limits.quiz_counted_per_day": (
        _("First attempts a day from one address that enter figures"),
        _("Whoever wants to bend the figures would need many addresses."),
    ),
    "limits.retellings_waiting": (
        _("Statements of others’ viewpoints that one member may have waiting"),
        _("Those who hold the viewpoint have to read them."),
    ),
    "quizzes.items": (_("Items of a mini-quiz"), _("Two or three minutes.")),
    "quizzes.fewest": (
        _("Items with which a quiz is released"),
        _("Fewer say nothing about a whole summary."),
    ),
    "quizzes.batch": (
        _("Answers of holders of one viewpoint are counted by so many at a time"),
        _("So that no count shows one person’s answer."),
    ),
    "quizzes.least_takers": (
        _("Takers from which an item has figures"),
        _("Of a handful, any figure is chance."),
    ),
    "quizzes.trial": (
        _("Holders of each of two viewpoints from which fairness is looked at, on trial"),
        _("Below that an unfair item would mostly be missed."),
    ),
    "quizzes.fair": (
        _("And from which the finding counts"),
        _("From here on nine in ten strongly unfair items are found."),
    ),
    "quizzes.model": (
        _("Takers from which the two-parameter model is fitted"),
        _("With fewer its figures are mostly error."),
    ),
    "quizzes.spread": (
        _("Least takers of either group in a published count"),
        _("Smaller counts could show a person."),
    ),
}
