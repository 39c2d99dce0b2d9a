"""Words for items, their panels, and what is told of them."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.quizzes.events import items, quizzes, tallies
from college.web.committees.rules_in_words import RuleWords

RULES: dict[str, RuleWords] = {
    "key-stands": RuleWords(
        _("The key is what the summary says, and the item is fair to every viewpoint"),
        _(
            "Confirm an item if the sentences beside it say what its key says, if no other answer is right "
            "too, and if your viewpoint is named fairly in it. Whether what was argued is true is no part of "
            "it. If any viewpoint’s seat does not confirm it, the item is dropped."
        ),
        examples=(
            _("The key names the side in whose section the sentence stands."),
            _("A wrong answer that another side might be thought to hold, and does not."),
        ),
        counter_examples=(
            _("Two answers are right: both sides argued it."),
            _("The question calls one side’s reasons “claims” and the other’s “facts”."),
        ),
    ),
    "unfair-item": RuleWords(
        _("The item is unfair to holders of a viewpoint"),
        _(
            "Figures show that holders of one viewpoint get this item right less often than others who "
            "know as much. That alone proves nothing: what one side does not like to read it may also "
            "miss. Retire the item if its words are the cause: a loaded term, two readings, an answer that "
            "only one side would take as meant. Keep it otherwise, and say why. After the item, the "
            "viewpoints are named whose holders get it right less often."
        ),
        examples=(_("A word that one side uses of itself is given as a wrong answer."),),
        counter_examples=(
            _("The key is plainly what the sentence says, and the words are even-handed."),
        ),
    ),
}
WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {
    quizzes.QuizMade.kind: _("A quiz was begun"),
    quizzes.QuizReleased.kind: _("A quiz was released"),
    items.ItemAsked.kind: _("A quiz item went to its panels"),
    items.ItemAccepted.kind: _("The key of a quiz item was confirmed by every viewpoint"),
    items.ItemDropped.kind: _("A quiz item was dropped"),
    items.ItemStale.kind: _("The words that a quiz item rests on changed"),
    items.ItemFlagged.kind: _("The figures of a quiz item differ by viewpoint"),
    items.ItemKept.kind: _("A flagged quiz item was kept"),
    items.ItemRetired.kind: _("A quiz item was retired"),
    tallies.TallyPublished.kind: _("Answers to a quiz were counted"),
}
NOTICES: dict[str, str | Promise] = {
    "quizzes.item.accepted": _(
        "Every viewpoint’s seats confirmed the key of a quiz item that you wrote: it is in the quiz."
    ),
    "quizzes.item.dropped": _(
        "A quiz item that you wrote was dropped. Read why; you can word it anew."
    ),
    "quizzes.item.stale": _(
        "The words that a quiz item of yours rests on changed, or can no longer be read: it left the quiz. "
        "You can word it anew on the newest version."
    ),
    "quizzes.item.flagged": _(
        "Holders of one viewpoint get a quiz item of yours right less often than others who know as much. "
        "Panels look at its words."
    ),
    "quizzes.item.kept": _("Panels looked at a quiz item of yours and kept it. Read why."),
    "quizzes.item.retired": _("Panels looked at a quiz item of yours and retired it. Read why."),
    "quizzes.quiz.released": _("A quiz with items of yours is released: anybody may take it now."),
}
PERMISSIONS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {
    "quizzes.item.unbalanced": _(
        "This viewpoint would have %(ahead)s items more in the quiz, or before panels, than the viewpoint "
        "with fewest; it may have one more. Write an item about another viewpoint first. Your draft is kept."
    ),
}
