"""Every rule that a panel applies to what a debate asks, in words: by the word a case has as its rule."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.refusals import RefusalRule, ViewpointRule
from college.web.committees.rules_in_words import RuleWords
from college.web.debates.words.grounds import GROUNDS

Words = str | Promise


_REFUSALS: dict[str, RuleWords] = {
    RefusalRule.QUESTION: RuleWords(
        _("The question is not fit to be debated in this form"),
        _(
            "Refuse it only if it is no question of policy, if its wording already gives an answer, or if"
            " the very same question is being debated. That one dislikes a question is no reason."
        ),
    ),
    RefusalRule.VIEWPOINT: RuleWords(
        _("This is no viewpoint on the question"),
        _(
            "Refuse it only if it cannot be held on this question: it speaks of something else, it is a"
            " mockery of another viewpoint, or it is word for word one that is there. Every position that"
            " somebody holds gets in, however few they are."
        ),
    ),
    RefusalRule.DELEGATE: RuleWords(
        _("This member does not speak for those who hold the viewpoint"),
        _(
            "Refuse only if the reason shows that the member works against the viewpoint they offered to"
            " speak for. That another would speak better is no reason."
        ),
    ),
    RefusalRule.MOVE: RuleWords(
        _("The moderators’ move is not due"),
        _(
            "Refuse a move that is not procedure but judges what is said, or whose reason does not bear on"
            " what it does."
        ),
    ),
    RefusalRule.REMARK_CLAIM: RuleWords(
        _("The comment is not theirs"),
        _(
            "Refuse only if what was put forward makes it likely that somebody else wrote the comment."
        ),
    ),
}

_VIEWPOINTS: dict[str, RuleWords] = {
    ViewpointRule.MERGE: RuleWords(
        _("Two viewpoints that are one"),
        _(
            "Grant it only if both grant and deny the same claims, so that nobody who holds the one could"
            " reject the other. That two viewpoints often agree does not make them one."
        ),
    ),
    ViewpointRule.SPLIT: RuleWords(
        _("One viewpoint that is two"),
        _(
            "Grant it only if some who hold the viewpoint grant what others who hold it deny, and the new"
            " words say what the one part holds."
        ),
    ),
}

LABELS: dict[EvidenceLabelWord, tuple[Words, Words]] = {
    EvidenceLabelWord.NOT_FOUND: (
        _("quotation not found in the source"),
        _("The words quoted do not stand in the source, at the place given or elsewhere in it."),
    ),
    EvidenceLabelWord.ALTERED: (
        _("quotation altered"),
        _("The words stand there otherwise: something was changed or left out without a sign."),
    ),
    EvidenceLabelWord.UNREACHABLE: (
        _("source cannot be reached"),
        _("The source cannot be found by what is given, on the web or in a library."),
    ),
    EvidenceLabelWord.RETRACTED: (
        _("source retracted"),
        _("Those who published the source have withdrawn or corrected it in what is quoted."),
    ),
    EvidenceLabelWord.OTHER_SOURCE: (
        _("from another source than named"),
        _("The words are real, but stand in another source than the one that is named."),
    ),
    EvidenceLabelWord.OUT_OF_CONTEXT: (
        _("context left out that turns it"),
        _(
            "What stands directly beside the quoted words in the source says the opposite of what they"
            " say alone."
        ),
    ),
}

RULES: dict[str, RuleWords] = {
    **{
        ground.value: RuleWords(words.name, words.text, words.falls, words.stays)
        for ground, words in GROUNDS.items()
    },
    **_REFUSALS,
    **_VIEWPOINTS,
    **{label.value: RuleWords(name, text) for label, (name, text) in LABELS.items()},
}

WORDS = {
    RefusalRule: {rule: _REFUSALS[rule].title for rule in RefusalRule},
    ViewpointRule: {rule: _VIEWPOINTS[rule].title for rule in ViewpointRule},
    EvidenceLabelWord: {label: name for label, (name, _text) in LABELS.items()},
}
