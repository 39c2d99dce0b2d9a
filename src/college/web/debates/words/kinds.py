"""The words for the enums of debates."""

from django.utils.translation import gettext_lazy as _

from college.debates.rules.kinds import (
    ArgumentForm,
    ChallengeForm,
    ClaimForm,
    EvidenceForm,
    Kind,
    MoveKind,
    State,
)
from college.debates.rules.stages import Stage

WORDS = {
    Stage: {
        Stage.REGISTERED: _("in the register"),
        Stage.PROPOSED: _("proposed"),
        Stage.FRAMING: _("framing"),
        Stage.OPEN: _("open"),
        Stage.CLOSING: _("closing"),
        Stage.CLOSED: _("closed"),
        Stage.SUMMARISED: _("summarised"),
    },
    Kind: {
        Kind.CLAIM: _("claim"),
        Kind.ARGUMENT: _("argument"),
        Kind.EVIDENCE: _("evidence"),
        Kind.DEFINITION: _("definition"),
        Kind.CHALLENGE: _("challenge"),
        Kind.ANSWER: _("answer"),
        Kind.CONCESSION: _("concession"),
        Kind.QUALIFICATION: _("qualification"),
    },
    ClaimForm: {
        ClaimForm.FACTUAL: _("of fact"),
        ClaimForm.VALUE: _("of value"),
        ClaimForm.POLICY: _("of policy"),
        ClaimForm.DEFINITIONAL: _("of what a word means"),
        ClaimForm.PREDICTIVE: _("of what will happen"),
    },
    ArgumentForm: {
        ArgumentForm.SUPPORTS: _("supports"),
        ArgumentForm.OPPOSES: _("opposes"),
        ArgumentForm.QUALIFIES: _("qualifies"),
    },
    EvidenceForm: {
        EvidenceForm.FOR: _("speaks for it"),
        EvidenceForm.AGAINST: _("speaks against it"),
        EvidenceForm.CONTEXT: _("context"),
    },
    ChallengeForm: {
        ChallengeForm.SOURCE_NEEDED: _("source needed"),
        ChallengeForm.UNCLEAR: _("unclear"),
        ChallengeForm.TERM: _("a term needs defining"),
        ChallengeForm.RELEVANCE: _("what it has to do with this"),
        ChallengeForm.HIDDEN_PREMISE: _("hidden premise"),
        ChallengeForm.MORE_THAN_ONE_CLAIM: _("more than one claim"),
        ChallengeForm.COUNTER_EXAMPLE: _("counter-example"),
        ChallengeForm.MISREPRESENTS_ME: _("misrepresents me"),
    },
    State: {
        State.STANDING: _("stands"),
        State.WITHDRAWN: _("withdrawn"),
        State.RESTRICTED: _("restricted"),
        State.ERASED: _("erased"),
    },
    MoveKind: {
        MoveKind.CALL_ON_SIDE: _("calls on a viewpoint to speak"),
        MoveKind.GROUP_REPEATS: _("groups repeats"),
        MoveKind.NEXT_QUESTION: _("sets the next sub-question"),
        MoveKind.OFF_TOPIC: _("moves what is off topic"),
    },
}
