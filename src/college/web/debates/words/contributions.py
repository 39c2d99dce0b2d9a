"""Words for what is added to a debate: contributions, challenges, answers, budgets, search."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from college.debates.events import contributions
from college.debates.rules.challenges import ChallengeState
from college.debates.rules.kinds import Kind, LinkKind
from college.debates.rules.stages import Stage

WORDS = {
    ChallengeState: {
        ChallengeState.STANDING: _("stands unanswered"),
        ChallengeState.OVERDUE: _("answer overdue"),
        ChallengeState.ANSWERED: _("answered"),
    },
    LinkKind: {
        LinkKind.PREMISE: _("rests on"),
        LinkKind.CONCLUSION: _("bears on"),
        LinkKind.BEARS_ON: _("shows something about"),
        LinkKind.CHALLENGES: _("asks about"),
        LinkKind.ANSWERS: _("answers"),
        LinkKind.POINTS_TO: _("points to"),
        LinkKind.GRANTS: _("grants"),
        LinkKind.LIMITS: _("limits"),
        LinkKind.SUCCEEDS: _("takes the place of"),
    },
}

#: What a link is called from its other end.
SEEN_FROM_TARGET: dict[str, str | Promise] = {
    LinkKind.PREMISE: _("Used as a reason in"),
    LinkKind.POINTS_TO: _("Pointed to by"),
    LinkKind.SUCCEEDS: _("Its author has put this in its place"),
}

#: What a contribution is called in the thread, by kind and form, in everyday words.
LABELS: dict[tuple[str, str], str | Promise] = {
    (Kind.ARGUMENT, "supports"): pgettext_lazy("heading of an argument", "A reason for it"),
    (Kind.ARGUMENT, "opposes"): pgettext_lazy("heading of an argument", "An objection"),
    (Kind.ARGUMENT, "qualifies"): pgettext_lazy("heading of an argument", "A reservation"),
    (Kind.EVIDENCE, "for"): _("A source for it"),
    (Kind.EVIDENCE, "against"): _("A source against it"),
    (Kind.EVIDENCE, "context"): _("A source, as context"),
    (Kind.CHALLENGE, "source-needed"): _("Question: where is that from?"),
    (Kind.CHALLENGE, "unclear"): _("Question: what is meant?"),
    (Kind.CHALLENGE, "term"): _("Question: what does a word mean here?"),
    (Kind.CHALLENGE, "relevance"): _("Question: what has it to do with this?"),
    (Kind.CHALLENGE, "hidden-premise"): _("Question: what is taken for granted?"),
    (Kind.CHALLENGE, "more-than-one-claim"): _("Question: is this one claim or several?"),
    (Kind.CHALLENGE, "counter-example"): _("Question: what about this case?"),
    (Kind.CHALLENGE, "misrepresents-me"): _("Objection: I did not say that"),
}
PLAIN_LABELS: dict[str, str | Promise] = {
    Kind.CLAIM: _("Claim"),
    Kind.DEFINITION: _("What a word means"),
    Kind.ANSWER: _("Answer"),
    Kind.CONCESSION: _("Granted"),
    Kind.QUALIFICATION: _("Holds only so far"),
}

BECAUSE = pgettext_lazy("heading of a premise", "Because")

EVENTS = {
    contributions.ClaimAdded.kind: _("A claim was added"),
    contributions.ArgumentAdded.kind: _("An argument was added"),
    contributions.EvidenceAdded.kind: _("Evidence was added"),
    contributions.DefinitionAdded.kind: _("A term was defined"),
    contributions.QualificationAdded.kind: _("A text was limited to a context"),
    contributions.ChallengePut.kind: _("A challenge was put"),
    contributions.AnswerGiven.kind: _("A challenge was answered"),
    contributions.ConcessionMade.kind: _("A viewpoint granted a claim"),
    contributions.ConcessionRevoked.kind: _("A viewpoint took back what it had granted"),
    contributions.ContributionRevised.kind: _("A text was reworded"),
    contributions.ContributionWithdrawn.kind: _("A text was withdrawn by its author"),
    contributions.ChallengePromoted.kind: _("A challenge took the place of a withdrawn one"),
    contributions.LinkConfirmed.kind: _("A link was confirmed for a new wording"),
}

_KINDS_AT_STAGE = {
    Stage.FRAMING: _("The debate is being framed: only terms can be defined now."),
    Stage.CLOSING: _(
        "The debate is closing: questions are answered and claims granted, nothing new is added. A"
        " source can come with an answer."
    ),
}


def _stage(params: dict[str, object]) -> str:
    otherwise = _now("This debate takes no contributions at its present stage.")
    return str(_KINDS_AT_STAGE.get(Stage(str(params["stage"])), otherwise))


def _own_share(params: dict[str, object]) -> str:
    left = int(str(params["left"]))
    return ngettext(
        "This has %(words)s words, and %(left)s word is left of your own share (%(share)s words), which"
        " is the same for everybody.",
        "This has %(words)s words, and %(left)s words are left of your own share (%(share)s words), which"
        " is the same for everybody.",
        left,
    ) % {"words": params["words"], "left": left, "share": params["share"]}


def _side_full(params: dict[str, object]) -> str:
    left = int(str(params["left"]))
    return ngettext(
        "This has %(words)s words, and %(left)s word is left for those you speak with. Every viewpoint"
        " has the same room.",
        "This has %(words)s words, and %(left)s words are left for those you speak with. Every viewpoint"
        " has the same room.",
        left,
    ) % {"words": params["words"], "left": left}


def _said_before(params: dict[str, object]) -> str:
    return format_html(
        '{} <a href="{}">{}</a>',
        _now("You have said this in the same words already, and it stands."),
        params["path"],
        _now("Read it there"),
    )


REFUSALS = {
    "debates.claim.said-before": _said_before,
    "debates.contribution.not-found": _("What this refers to is not there."),
    "debates.contribution.elsewhere": _("What this refers to belongs to another debate."),
    "debates.contribution.gone": _("What this refers to was taken back or is not shown any more."),
    "debates.contribution.wrong-target": _("This cannot be said about a text of that kind."),
    "debates.contribution.other-kind": _("A text can only be replaced by one of the same kind."),
    "debates.contribution.succeeded": _("Something stands in the place of this text already."),
    "debates.contribution.stage": _stage,
    "debates.contribution.too-often": _(
        "At most %(most)s contributions an hour, please, so that others can follow. Your words are"
        " still here: send them a little later."
    ),
    "debates.contribution.sent-twice": _(
        "This form was sent to two debates at the same instant, and arrived in the other one. Please"
        " open the form of this debate anew and send it once more."
    ),
    "debates.contribution.form": _("Please choose one of the kinds offered."),
    "debates.contribution.empty": _("Please write something."),
    "debates.contribution.too-long": _(
        "This has %(words)s words; a contribution has at most %(most)s."
    ),
    "debates.contribution.characters": _(
        "This has %(length)s characters; at most %(most)s fit into a contribution."
    ),
    "debates.contribution.no-reason": _("Please say why, in a sentence."),
    "debates.contribution.reason-too-long": _(
        "A reason has at most %(most)s characters; yours has %(length)s."
    ),
    "debates.claim.empty": _("Please say it in one sentence."),
    "debates.claim.too-long": _(
        "One sentence that others can answer has at most %(most)s characters; yours has %(length)s. What"
        " is more than one thought can be said one by one."
    ),
    "debates.argument.no-premise": _("Please give at least one reason."),
    "debates.argument.premises": _(
        "At most %(most)s reasons can be given together; you gave %(count)s."
    ),
    "debates.argument.premise-twice": _("A reason is given twice."),
    "debates.argument.own-premise": _("A sentence cannot be a reason for or against itself."),
    "debates.argument.circle": _(
        "That would go round in a circle: what you want to support is already a reason for the reason"
        " you give."
    ),
    "debates.evidence.no-quotation": _("Please quote the exact words of the source."),
    "debates.evidence.quotation-too-long": _(
        "A quotation has at most %(most)s words; yours has %(words)s."
    ),
    "debates.evidence.no-title": _("Please name the source."),
    "debates.evidence.no-locator": _(
        "Please say where in the source the words stand: a page, a paragraph, a minute."
    ),
    "debates.evidence.line-too-long": _(
        "The lines about the source are at most %(most)s characters."
    ),
    "debates.evidence.url": _("The address of a source begins with https:// or http://."),
    "debates.definition.no-term": _("Please name the word that is defined."),
    "debates.definition.term-too-long": _(
        "The word or phrase that is defined has at most %(most)s characters; yours has %(length)s."
    ),
    "debates.challenge.own": _("This is your own text: you can reword or withdraw it."),
    "debates.challenge.too-many": _(
        "%(most)s questions of yours wait for an answer in this debate. Please wait for some of them."
    ),
    "debates.answer.points": _("An answer points to at most %(most)s texts; yours to %(count)s."),
    "debates.revision.stale": _(
        "Another wording was saved while you wrote. It is shown beside yours: please take from it what"
        " you want and send again."
    ),
    "debates.revision.not-minor": _(
        "Others may rely on the old words by now, so only small corrections can be made. If the meaning"
        " changes, put a new text in the place of the old one; both stay to be read."
    ),
    "debates.revision.being-heard": _(
        "These words are being heard, so they stay as they are until that is decided. You can withdraw them,"
        " or put a new text in their place."
    ),
    "debates.budget.own-share": _own_share,
    "debates.budget.side-full": _side_full,
}

NOTICES = {
    "debates.challenge.put": _("A question was put to a text of yours or of your viewpoint."),
    "debates.challenge.joined": _(
        "Your question asks what somebody had asked already. It was joined to theirs: the answer will be"
        " to both."
    ),
    "debates.answer.given": _("A question of yours was answered."),
    "debates.concession.made": _("Another viewpoint granted a claim of yours."),
    "debates.contribution.revised": _(
        "A text that you refer to was reworded. Please look whether your words still fit."
    ),
}


def label(kind: str, form: str, *, is_premise: bool = False) -> str:
    """What a contribution is called in the thread; below an argument, a premise is a "because"."""
    if is_premise:
        return str(BECAUSE)
    return str(LABELS.get((kind, form)) or PLAIN_LABELS[kind])
