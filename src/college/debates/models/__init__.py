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
from college.debates.models.evidence_label import EvidenceLabel
from college.debates.models.graph import Link, Placement, Quotation
from college.debates.models.hearing import Hearing
from college.debates.models.hold import Hold
from college.debates.models.holding import Delegate, Holding, Moderator
from college.debates.models.invitation import Invitation
from college.debates.models.merger import Merger, Split
from college.debates.models.move import Move, MoveAgreement
from college.debates.models.objection import Objection
from college.debates.models.outside_notice import OutsideNotice
from college.debates.models.position import Position
from college.debates.models.report import Report
from college.debates.models.restriction import Restriction
from college.debates.models.search import Searched
from college.debates.models.viewpoint import Viewpoint, ViewpointWording

__all__ = [
    "Brief",
    "Contribution",
    "Debate",
    "Delegate",
    "Draft",
    "DraftViewpoint",
    "EvidenceLabel",
    "FormerSlug",
    "Hearing",
    "Hold",
    "Holding",
    "Invitation",
    "Link",
    "Merger",
    "Moderator",
    "Move",
    "MoveAgreement",
    "Objection",
    "OutsideNotice",
    "Passage",
    "Placement",
    "Position",
    "Postponement",
    "QuestionWording",
    "Quotation",
    "Remark",
    "RemarkClaim",
    "Report",
    "Restriction",
    "Revision",
    "Searched",
    "Source",
    "Split",
    "Subject",
    "Turn",
    "Viewpoint",
    "ViewpointWording",
]
