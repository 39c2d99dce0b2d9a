"""Areas of administration, and the procedures by which their cases are decided."""

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """A field of administration (DESIGN §5)."""

    AGENDA = "agenda"
    MEMBERSHIP = "membership"
    CONDUCT = "conduct"
    EVIDENCE = "evidence"
    SUMMARIES = "summaries"
    EXAMINATION = "examination"
    EVALUATION = "evaluation"
    APPEALS = "appeals"
    AUDIT = "audit"
    CHARTER = "charter"


class Procedure(StrEnum):
    """What is asked of the panels. Each can be granted; if not, everything stays as it is."""

    CONDUCT = "conduct"  # restrict a text on a conduct ground
    REFUSAL = "refusal"  # refuse what would be admitted by default: a question, a viewpoint …
    MERGE = "merge"  # make one viewpoint of two
    SPLIT = "split"  # make two viewpoints of one
    LABEL = "label"  # put a label on a piece of evidence
    OFFICE = "office"  # remove somebody from an office
    SANCTION = "sanction"  # suspend somebody from taking part for a time
    CHARTER = "charter"  # put another charter in force
    ALARM = "alarm"  # take somebody off the lottery after an alarm
    UNSEAL = "unseal"  # open who stands behind a pseudonym
    CHOICE = "choice"  # which of two drafts of a section stands; kept: both, one under the other
    SECTION = "section"  # certify a viewpoint's own section of a summary
    FORM = "form"  # certify a summary's form
    KEY = "key"  # confirm the key of a quiz item
    ITEM = "item"  # retire a quiz item that its figures flag
    CERTIFY = "certify"  # certify the answer of a control case


#: Of summaries: to grant is to certify or to take a text, and takes nothing from its side.
OF_SUMMARIES = frozenset({Procedure.CHOICE, Procedure.SECTION, Procedure.FORM})


#: Panels have one seat of every viewpoint, and all of them must grant; where panels differ, everything stays.
OF_EVERY_SIDE = frozenset({Procedure.KEY})


class SizeName(StrEnum):
    """The sizes of the charter (``ground.charter.Sizes``)."""

    STANDARD = "standard"
    SMALL = "small"
    LABELS = "labels"
    SUMMARIES = "summaries"
    ITEMS = "items"
    PERSONS = "persons"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a procedure belongs and how large it is: the first size that can be seated is used."""

    area: Area
    sizes: tuple[SizeName, ...]


WAYS: dict[Procedure, Way] = {
    Procedure.CONDUCT: Way(Area.CONDUCT, (SizeName.STANDARD, SizeName.SMALL)),
    Procedure.REFUSAL: Way(Area.AGENDA, (SizeName.STANDARD, SizeName.SMALL)),
    Procedure.MERGE: Way(Area.AGENDA, (SizeName.STANDARD, SizeName.SMALL)),
    Procedure.SPLIT: Way(Area.AGENDA, (SizeName.STANDARD, SizeName.SMALL)),
    Procedure.LABEL: Way(Area.EVIDENCE, (SizeName.LABELS,)),
    Procedure.CHOICE: Way(Area.SUMMARIES, (SizeName.SUMMARIES,)),
    Procedure.SECTION: Way(Area.SUMMARIES, (SizeName.SUMMARIES,)),
    Procedure.FORM: Way(Area.SUMMARIES, (SizeName.SUMMARIES,)),
    Procedure.KEY: Way(Area.EXAMINATION, (SizeName.ITEMS,)),
    Procedure.ITEM: Way(Area.EXAMINATION, (SizeName.ITEMS,)),
    Procedure.OFFICE: Way(Area.MEMBERSHIP, (SizeName.PERSONS,)),
    Procedure.SANCTION: Way(Area.MEMBERSHIP, (SizeName.PERSONS,)),
    Procedure.CHARTER: Way(Area.CHARTER, (SizeName.BODIES,)),
    Procedure.ALARM: Way(Area.AUDIT, (SizeName.PERSONS,)),
    Procedure.UNSEAL: Way(Area.AUDIT, (SizeName.PERSONS,)),
    Procedure.CERTIFY: Way(Area.AUDIT, (SizeName.STANDARD, SizeName.SMALL)),
}
