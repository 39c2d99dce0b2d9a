"""Proposals of a charter, removals from office, suspensions, legal holds: each with its case."""

from college.administration.models.hold import Hold
from college.administration.models.proposal import Proposal, Support
from college.administration.models.removal import Removal
from college.administration.models.sanction import Sanction

__all__ = ["Hold", "Proposal", "Removal", "Sanction", "Support"]
