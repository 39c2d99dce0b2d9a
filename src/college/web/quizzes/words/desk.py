"""Words of the item desk: what is wrong with a draft, and what to do."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.quizzes.rules.checks import ItemWarning

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    ItemWarning: {
        ItemWarning.LONGEST_KEY: _(
            "The right answer is the longest one, as in most items of this quiz: takers will guess by "
            "length. Shorten it, or make a wrong one as long."
        ),
        ItemWarning.ANSWER_IN_STEM: _(
            "The question has the words of the right answer in it, and of no wrong one."
        ),
        ItemWarning.NUMBER_NOT_QUOTED: _(
            "The words you quote do not name this number in digits. Is it the one that the summary names?"
        ),
    },
}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {
    "may_write_items": _(
        "Items of a quiz are written by members who may take part, once a version of the debate’s summary "
        "is certified."
    ),
    "may_edit_item": _(
        "A draft is changed by its writer alone, and only until it goes to panels. What panels dropped can "
        "be worded anew from the item desk."
    ),
}
REFUSALS: dict[str, str | Promise] = {
    "quizzes.item.all-right": _(
        "Every answer is marked as right. Leave at least one that is wrong."
    ),
    "quizzes.item.estimate-with-options": _(
        "An estimate has a number, and no answers to choose. Take the answers out, or choose another kind."
    ),
    "quizzes.item.explanation-too-long": _(
        "The explanation has %(words)s words; %(most)s are the most. The sentence itself stands beside it."
    ),
    "quizzes.item.key-elsewhere": _(
        "The key names a viewpoint that the quoted sentence does not belong to. Mark the one in whose "
        "section it stands, or quote another sentence."
    ),
    "quizzes.item.key-incomplete": _("Say for every claim which answer belongs to it."),
    "quizzes.item.key-names-none": _(
        "The right answer must be the viewpoint that the item asks about. Choose that viewpoint above, and "
        "mark its name as right."
    ),
    "quizzes.item.key-out-of-range": _(
        "The key marks an answer that is not there. Mark the right one again."
    ),
    "quizzes.item.match-of-one": _(
        "An item that matches claims to viewpoints asks about all of them alike: choose no single viewpoint."
    ),
    "quizzes.item.no-explanation": _(
        "Add an explanation: it is what takers read at once, right or wrong."
    ),
    "quizzes.item.no-key": _("Mark the right answer."),
    "quizzes.item.no-number": _(
        "Write number and tolerance in digits, with a point if need be, such as 18.5 and 0.5."
    ),
    "quizzes.item.no-source": _(
        "Choose the sentence of the summary that the key rests on: panels check the key against it."
    ),
    "quizzes.item.no-stem": _("Write the question."),
    "quizzes.item.no-version": _(
        "No version of this debate’s summary is certified yet. Items can be written once one is."
    ),
    "quizzes.item.not-true-false": _(
        "An item of this kind has two answers, true and then false, and names no viewpoint in them."
    ),
    "quizzes.item.number-elsewhere": _(
        "Only an estimate has a number. Take it out, or choose that kind."
    ),
    "quizzes.item.option-empty": _(
        "An answer or a claim has no words. Write it, or empty its field to take it out."
    ),
    "quizzes.item.option-too-long": _(
        "An answer or a claim has %(length)s characters; %(most)s are the most. Say it shorter."
    ),
    "quizzes.item.options-too-few": _("Give at least %(least)s answers to choose from."),
    "quizzes.item.parts-too-many": _(
        "That is more than anybody reads: at most %(most)s answers, claims or sentences of one sort."
    ),
    "quizzes.item.prompts-elsewhere": _(
        "Only an item that matches claims to viewpoints has claims to match. Take them out, or choose that "
        "kind."
    ),
    "quizzes.item.prompts-too-few": _(
        "Give at least %(least)s claims to match, and at most %(most)s."
    ),
    "quizzes.item.removed": _("This draft was thrown away. Begin a new one at the item desk."),
    "quizzes.item.same-twice": _("“%(words)s” stands here twice. Nobody could tell the two apart."),
    "quizzes.item.source-gone": _(
        "A sentence that the key rests on is not in the newest certified version, or cannot be read now. "
        "Choose one that is."
    ),
    "quizzes.item.source-not-exact": _(
        "The quoted words do not stand in their sentence, letter for letter. Copy them from it, or leave "
        "the field empty to quote the whole sentence."
    ),
    "quizzes.item.source-reworded": _(
        "A sentence that the key rests on has other words in the newest version. Choose it again, and see "
        "whether the key still stands."
    ),
    "quizzes.item.source-twice": _("The same words are quoted twice. Once is enough."),
    "quizzes.item.stale": _(
        "This draft was saved on another page meanwhile. What you typed is below, and nothing was "
        "overwritten: compare the two, then save yours or open the saved one."
    ),
    "quizzes.item.stem-too-long": _(
        "The question has %(length)s characters; %(most)s are the most. Say it shorter."
    ),
    "quizzes.item.dropped-before": _(
        "Panels read this very item and dropped it, and their reasons stand at it. Change what they found "
        "wrong; then it may go to them."
    ),
    "quizzes.item.still-stands": _(
        "This item is still before panels or in the quiz, so there is nothing to word anew."
    ),
    "quizzes.item.text-too-long": _(
        "A text of %(length)s characters is no part of an item; %(most)s are the most, even in a draft."
    ),
    "quizzes.item.tolerance-negative": _("The tolerance is what may be missed by: zero or more."),
    "quizzes.item.too-many-waiting": _(
        "You have %(most)s items waiting, drafts and those before panels together, and more would be for "
        "others to judge. Send some or throw some away first."
    ),
    "quizzes.item.two-right": _(
        "Two answers would be right. The sentence holds for another viewpoint among the answers too: mark "
        "it as well where the kind allows several, or take it out, or ask about another sentence."
    ),
    "quizzes.item.unbalanced": _(
        "This viewpoint would have %(ahead)s items more than another. Items are balanced by viewpoint, but "
        "for one: first send one about a viewpoint that has fewer. Your draft is kept."
    ),
    "quizzes.item.unit-too-long": _("The unit is a word or two; %(most)s characters are the most."),
    "quizzes.item.viewpoint-twice": _(
        "A viewpoint is named by two answers. Each stands here once."
    ),
    "quizzes.item.viewpoint-unknown": _(
        "The item names a viewpoint that this debate does not have, or not any more. Choose one of those "
        "shown."
    ),
}
