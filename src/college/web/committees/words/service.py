"""The words for a panel member's keys, duty, ties and ballots."""

from django.utils.translation import gettext_lazy as _

from college.committees.events.duty import DutyChosen, DutyDropped
from college.committees.events.keys import KeyEnrolled, KeyRevoked
from college.committees.rules.recusals import TieKind
from college.committees.rules.signatures import Algorithm, SignatureKind

WORDS = {
    SignatureKind: {
        SignatureKind.PASSKEY: _("passkey"),
        SignatureKind.DEVICE: _("key of one device"),
        SignatureKind.SOFTWARE: _("software key, kept by this College: in a sample only"),
    },
    Algorithm: {
        Algorithm.ES256: _("ES256"),
        Algorithm.RS256: _("RS256"),
        Algorithm.ED25519: _("Ed25519"),
    },
    TieKind: {
        TieKind.DEBATE: _("a debate"),
        TieKind.PERSON: _("a person"),
    },
}

EVENTS = {
    KeyEnrolled.kind: _("A panel member’s key was enrolled"),
    KeyRevoked.kind: _("A panel member’s key was revoked"),
    DutyChosen.kind: _("A panel member chose a time of duty"),
    DutyDropped.kind: _("A panel member gave up a time of duty before it began"),
}

REFUSALS = {
    "committees.ballot.malformed": _(
        "What arrived is no ballot, so nothing was cast. Please open the case again and sign what it shows."
    ),
    "committees.ballot.other-case": _(
        "This ballot was signed for another case, so it was not cast. Please open the case again."
    ),
    "committees.ballot.other-seat": _(
        "This ballot was signed for another seat, so it was not cast. Please open your own seat again."
    ),
    "committees.ballot.stale": _(
        "The ballot that was signed is not the one this page stands for. Nothing was cast; please look at it "
        "and sign once more."
    ),
    "committees.ballot.ground-unknown": _(
        "This ground is none of those the case is about. Please choose one of those shown."
    ),
    "committees.ballot.no-reason": _("Please give your reason, in one sentence."),
    "committees.ballot.reason-too-long": _(
        "Your reason has %(length)s characters; at most %(most)s fit. Please shorten it."
    ),
    "committees.ballot.not-signed": _(
        "The signature does not hold for this ballot and your key, so nothing was cast. Please sign again; "
        "if it happens once more, make a new key on the page of your service."
    ),
    "committees.key.not-a-key": _(
        "This is no key that can sign ballots here. A passkey with ES256, RS256 or Ed25519 can, and a key "
        "made by this browser."
    ),
    "committees.key.elsewhere": _(
        "This passkey was made for another address of the College. Please add a passkey here, and use that."
    ),
    "committees.key.known": _(
        "This key has served before. To use it again would tell that two pseudonyms are the same person: "
        "please use another passkey, or a key of this device."
    ),
    "committees.key.too-many": _(
        "A place can have %(most)s keys in a term, revoked ones counted. Please use one that you have."
    ),
    "committees.key.none": _("There is no key to sign with. Please make one first."),
    "committees.key.not-in-force": _(
        "The key that signed is not, or no more, a key of yours. Nothing was cast; please sign with another."
    ),
    "committees.key.not-software": _(
        "The College signs for nobody: only people made up for a sample have a key that it keeps."
    ),
    "committees.place.may-not": _("This place is not yours: everybody serves for themselves."),
    "committees.place.left": _(
        "This service has ended, so there is nothing to choose any more. Thank you for it."
    ),
    "committees.duty.too-few": _(
        "Please choose at least %(least)s of the times ahead. Were few on duty at a time, a group could all "
        "choose the same one."
    ),
    "committees.tie.oneself": _("You never sit on what concerns you; that needs no telling."),
    "committees.tie.too-many": _(
        "You have declared %(most)s ties, which is the limit. Please take one back that has ended."
    ),
    "committees.tie.unknown": _(
        "There is no debate and no member at this address. Please copy it from the page of the debate, or of "
        "the member."
    ),
    "committees.tie.may-not": _("Only who declared a tie can take it back."),
}

NOTICES: dict[str, object] = {
    "committees.ballot.due": _(
        "Half of the time for your ballots is over. Cases wait on your docket."
    ),
    "committees.key.enrolled": _(
        "A key was enrolled that signs ballots for you. If it was not you, revoke it."
    ),
}
