"""The clocks of the charter in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Clock: what it is, and why it is as long as it is.
CLOCKS: dict[str, tuple[str | Promise, str | Promise]] = {
    "clocks.question_notice": (
        _("Notice of a question"),
        _("Long enough that whoever objects sees it before it is admitted."),
    ),
    "clocks.viewpoint_notice": (
        _("Notice of a viewpoint"),
        _("Shorter than a question’s, since a viewpoint bars nobody."),
    ),
    "clocks.delegate_notice": (
        _("Notice of a delegate"),
        _("Holders can object before somebody speaks for them."),
    ),
    "clocks.framing": (
        _("Framing, at least"),
        _("Time to invite the sides before anybody argues."),
    ),
    "clocks.open": (
        _("The debate is open"),
        _("Contributions of every kind."),
    ),
    "clocks.closing": (
        _("The debate is closing"),
        _("Answers only, so that nothing new is thrown in at the end."),
    ),
    "clocks.challenge_due": (
        _("A challenge is overdue after"),
        _("It is shown as overdue; it never changes how visible a text is."),
    ),
    "clocks.grace": (
        _("Free correction of a new text"),
        _("Slips are mended before anybody rests an argument on them."),
    ),
    "clocks.silent_side": (
        _("A silent side is called on after"),
        _("A debate with one voice is none."),
    ),
    "clocks.silent_delegate": (
        _("A silent delegate can be replaced after"),
        _("A viewpoint is not left without a voice."),
    ),
    "clocks.remark_claim_notice": (
        _("Notice of a claimed remark"),
        _("Somebody else may say that it is theirs."),
    ),
    "clocks.epoch": (
        _("An epoch"),
        _("One public seed for each; cases filed in it are drawn when it ends."),
    ),
    "clocks.lodging": (
        _("Lodging"),
        _("What the seed will decide is sealed this long before anybody can know the seed."),
    ),
    "clocks.revealing": (
        _("Revealing"),
        _("Secrets are revealed, and missing ones recovered, within this."),
    ),
    "clocks.accepting": (
        _("Accepting a seat"),
        _("Then the next in the order of the lot is called."),
    ),
    "clocks.voting": (
        _("A ballot is due within"),
        _("Then the seat passes on, so that no case waits for one person."),
    ),
    "clocks.appealing": (
        _("A restriction can be appealed for"),
        _("Long enough to come back from a journey and find the notice."),
    ),
    "clocks.term": (
        _("A term on the roster"),
        _("Long enough that collusion gives itself away, short enough to serve."),
    ),
    "clocks.rest": (
        _("Rest after a term"),
        _("Power rotates, where there are people enough."),
    ),
    "clocks.duty": (
        _("A duty week"),
        _("Chosen in advance, so that service has an end."),
    ),
    "clocks.standing": (
        _("Membership before one can be drawn"),
        _("Nobody joins for the sake of one case."),
    ),
    "clocks.emergency_hold": (
        _("Emergency hold, at most"),
        _("For threats and private data alone; it expires by itself."),
    ),
    "clocks.legal_hold": (
        _("A steward’s hold on an unlawful text"),
        _("It expires by itself; panels decide meanwhile."),
    ),
    "clocks.drafting": (
        _("Time to draft a summary"),
        _("Two teams write, each without seeing the other’s draft."),
    ),
    "clocks.settling": (
        _("Time to agree on the sections of a summary"),
        _("What is not agreed on by then goes to panels."),
    ),
    "clocks.attesting": (
        _("Time to say whether a summary is fair"),
        _("Before panels certify it."),
    ),
    "clocks.tally": (
        _("Between two counts of a quiz’s answers"),
        _("Rare enough that no count shows one person’s answer."),
    ),
    "clocks.answers_kept": (
        _("Answers to quizzes are kept"),
        _("Then only their published counts remain."),
    ),
    "clocks.reopening_notice": (
        _("Notice before a debate opens again"),
        _("New evidence on what it turns on was brought; somebody may object."),
    ),
    "clocks.charter_notice": (
        _("Notice of a changed charter"),
        _("Nobody wakes up under other rules."),
    ),
}
