"""The words for epochs, their contributors and seeds."""

from django.utils.translation import gettext_lazy as _

from college.committees.events import epochs as events
from college.committees.rules.epochs import Calling, ContributorGround, Phase, VoidGround

WORDS = {
    Calling: {
        Calling.SERVER: _("the College’s own server"),
        Calling.DELEGATE: _("delegate of a viewpoint"),
        Calling.BODY: _("member of a standing body"),
    },
    ContributorGround: {
        ContributorGround.RETIRED: _("the office has ended"),
        ContributorGround.ABSENT: _("absent for three epochs in a row"),
    },
    VoidGround: {
        VoidGround.WITHHELD: _("a secret was withheld, and too few shares of it were opened"),
        VoidGround.FALSE_SHARES: _("the shares of a secret were false"),
        VoidGround.NO_BEACON: _("the beacon’s round never came"),
    },
    Phase: {
        Phase.TAKING: _("takes cases"),
        Phase.SEALED: _("sealed; secrets are not revealed yet"),
        Phase.REVEALING: _("secrets are being revealed"),
        Phase.DRAWN: _("has its seed"),
        Phase.VOIDED: _("void; its cases went to the next"),
    },
}

EVENTS = {
    events.ContributorEnrolled.kind: _("Somebody may contribute secrets to seeds"),
    events.ContributorKeyed.kind: _("A contributor of secrets gave a key"),
    events.ContributorLeft.kind: _("A contributor of secrets is no longer waited for"),
    events.EpochOpened.kind: _("An epoch opened: cases filed now will be drawn with its seed"),
    events.EpochCommitted.kind: _("A contributor committed to a secret"),
    events.EpochLodged.kind: _("A contributor lodged shares of a secret with the others"),
    events.EpochAcknowledged.kind: _(
        "A contributor said which shares of others’ secrets they hold"
    ),
    events.EpochSealed.kind: _("An epoch was sealed: it takes no more cases"),
    events.EpochPostponed.kind: _("The reveal of an epoch’s secrets was put off"),
    events.EpochRevealed.kind: _("A contributor revealed a secret"),
    events.ShareOpened.kind: _("A contributor opened a share of a secret that was not revealed"),
    events.EpochRecovered.kind: _(
        "A secret that was not revealed was put together from its shares"
    ),
    events.EpochDrawn.kind: _("An epoch has its seed"),
    events.EpochVoided.kind: _("An epoch came to no seed; its cases go to the next"),
}

REFUSALS = {
    "committees.contributor.none": _(
        "You do not contribute to seeds now: one delegate of each viewpoint does, and the seated bodies."
    ),
    "committees.contributor.key": _(
        "This is not a key that shares can be encrypted to. Open the page again: it makes one."
    ),
    "committees.key.readable": _(
        "Others can read the server’s key for seeds at %(file)s. Give it the mode 0600."
    ),
    "committees.key.damaged": _(
        "The file %(file)s is not the server’s key for seeds. Put the right one back."
    ),
    "committees.epoch.not-found": _("There is no such epoch."),
    "committees.epoch.not-yours": _(
        "You do not contribute to this epoch: its contributors were named when it opened."
    ),
    "committees.epoch.late": _("This came too late: the epoch has gone on without it."),
    "committees.epoch.too-early": _(
        "It is too early: a signed checkpoint must hold the sealed epoch before anything is revealed."
    ),
    "committees.epoch.already": _("You have done this already; it cannot be changed."),
    "committees.epoch.uncommitted": _("Commit to a secret first, then lodge shares of it."),
    "committees.epoch.same-secret": _(
        "Somebody else committed to this very secret. Make one of your own."
    ),
    "committees.epoch.wrong-size": _(
        "What was sent has not the right number or size of parts. Open the page again."
    ),
    "committees.epoch.no-share": _(
        "One of those named has lodged no share with you, or you have answered for it already."
    ),
    "committees.epoch.not-counted": _(
        "Your secret does not count in this epoch: too few others hold a share of it. It stays unknown."
    ),
    "committees.epoch.other-secret": _("This is not the secret you committed to."),
    "committees.epoch.not-missing": _(
        "This share is not asked for: the secret is known, or not counted."
    ),
    "committees.epoch.false-share": _("This is not the share that was lodged with you."),
}

NOTICES = {
    "committees.contributor.enrolled": _(
        "You now help to make the public seeds that committees are drawn with. Open the page once a day."
    ),
}
