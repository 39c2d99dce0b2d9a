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

REFUSALS: dict[str, object] = {}
