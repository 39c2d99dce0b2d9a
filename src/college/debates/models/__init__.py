"""What debates remember. Words people wrote are rows of the record's texts, pointed to from here."""

from college.debates.models.brief import Brief, Passage, Remark, RemarkClaim
from college.debates.models.contribution import Contribution, Revision, Source
from college.debates.models.debate import (
    Debate,
    FormerSlug,
    Postponement,
    QuestionWording,
    Subject,
    Turn,
)
from college.debates.models.draft import Draft, DraftViewpoint
from college.debates.models.graph import Link, Placement, Quotation
from college.debates.models.holding import Delegate, Holding, Moderator
from college.debates.models.invitation import Invitation
from college.debates.models.move import Move, MoveAgreement
from college.debates.models.objection import Objection
from college.debates.models.position import Position
from college.debates.models.search import Searched
from college.debates.models.viewpoint import Viewpoint, ViewpointWording

__all__ = [
    "Brief",
    "Contribution",
    "Debate",
    "Delegate",
    "Draft",
    "DraftViewpoint",
    "FormerSlug",
    "Holding",
    "Invitation",
    "Link",
    "Moderator",
    "Move",
    "MoveAgreement",
    "Objection",
    "Passage",
    "Placement",
    "Position",
    "Postponement",
    "QuestionWording",
    "Quotation",
    "Remark",
    "RemarkClaim",
    "Revision",
    "Searched",
    "Source",
    "Subject",
    "Turn",
    "Viewpoint",
    "ViewpointWording",
]
