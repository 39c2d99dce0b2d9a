"""Which section a row belongs to."""

from college.summaries.models import DraftStatement, SectionSignature, SettledSection
from college.summaries.rules.sections import Section, SectionKind


def section_of(row: SettledSection | SectionSignature | DraftStatement) -> Section:
    """What was said for a viewpoint that was merged since belongs to the one it is part of now. No query, if
    its viewpoint is at hand."""
    viewpoint = row.viewpoint and (row.viewpoint.merged_into or row.viewpoint)
    return Section(SectionKind(row.section), viewpoint.public_id if viewpoint else "")
