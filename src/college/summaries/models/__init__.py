"""What summaries remember. A version's words are rows of the record's texts; a draft's are kept here."""

from college.summaries.models.attestation import Attestation, AttestationAnswer
from college.summaries.models.comment import Anchor, Comment, CommentHearing, CommentReport
from college.summaries.models.crux import Crux, MindChange, Reopening
from college.summaries.models.draft import Draft, DraftLink, DraftStatement, DraftWording
from college.summaries.models.settling import SectionSignature, SettledSection
from college.summaries.models.summary import Editor, OmissionReason, Summary
from college.summaries.models.version import Certificate, Statement, StatementLink, Version

__all__ = [
    "Anchor",
    "Attestation",
    "AttestationAnswer",
    "Certificate",
    "Comment",
    "CommentHearing",
    "CommentReport",
    "Crux",
    "Draft",
    "DraftLink",
    "DraftStatement",
    "DraftWording",
    "Editor",
    "MindChange",
    "OmissionReason",
    "Reopening",
    "SectionSignature",
    "SettledSection",
    "Statement",
    "StatementLink",
    "Summary",
    "Version",
]
