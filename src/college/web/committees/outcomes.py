"""What a verdict, a ruling and a ballot say, in the words of what was asked."""

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from college.committees.rules.areas import Area, Procedure
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.web.committees.rules_in_words import ASKED, rule_words
from college.web.words import word

if TYPE_CHECKING:
    from college.committees.models import Case

Words = str | Promise

#: What was decided: where it was granted, on a ground; and where everything stays.
_DECIDED: dict[Procedure, tuple[Words, Words]] = {
    Procedure.CONDUCT: (gettext_lazy("Restricted: %s"), gettext_lazy("Kept: the text stays")),
    Procedure.REFUSAL: (gettext_lazy("Refused: %s"), gettext_lazy("Not refused: it takes effect")),
    Procedure.MERGE: (gettext_lazy("Made one: %s"), gettext_lazy("Both viewpoints stay")),
    Procedure.SPLIT: (gettext_lazy("Made two: %s"), gettext_lazy("The viewpoint stays one")),
    Procedure.LABEL: (gettext_lazy("Labelled: %s"), gettext_lazy("No label")),
    Procedure.CHOICE: (gettext_lazy("Taken: %s"), gettext_lazy("Both texts stand")),
    Procedure.SECTION: (gettext_lazy("Certified: %s"), gettext_lazy("Back to the editors")),
    Procedure.FORM: (gettext_lazy("Certified: %s"), gettext_lazy("Back to the editors")),
    Procedure.KEY: (gettext_lazy("The key stands: %s"), gettext_lazy("The item is dropped")),
    Procedure.ITEM: (gettext_lazy("Retired: %s"), gettext_lazy("The item stays")),
    Procedure.OFFICE: (gettext_lazy("The office ends: %s"), gettext_lazy("The office goes on")),
    Procedure.SANCTION: (gettext_lazy("Suspended: %s"), gettext_lazy("Not suspended")),
    Procedure.CHARTER: (gettext_lazy("Changed: %s"), gettext_lazy("The charter stays as it is")),
    Procedure.ALARM: (
        gettext_lazy("Off the lottery for a time: %s"),
        gettext_lazy("Stays in the lottery"),
    ),
    Procedure.UNSEAL: (gettext_lazy("To be opened: %s"), gettext_lazy("It stays sealed")),
    Procedure.CERTIFY: (gettext_lazy("Breaks the rule: %s"), gettext_lazy("Does not break it")),
}

#: What each area is for, in a sentence.
AREAS: dict[Area, Words] = {
    Area.AGENDA: gettext_lazy(
        "Whether a question, a viewpoint, a delegate or a moderators’ move that somebody objected to takes "
        "effect; and whether two viewpoints are one, or one is two."
    ),
    Area.MEMBERSHIP: gettext_lazy(
        "Whether somebody loses an office, or is suspended for a time. Three panels of five."
    ),
    Area.CONDUCT: gettext_lazy(
        "Whether a reported text breaks one of the closed list of conduct grounds. What a text says on the "
        "question is never a ground."
    ),
    Area.EVIDENCE: gettext_lazy(
        "Whether a label stands beside a piece of evidence. A label removes nothing."
    ),
    Area.SUMMARIES: gettext_lazy("Whether a summary of a debate is fair to every side of it."),
    Area.EXAMINATION: gettext_lazy(
        "Whether the key of a quiz item is what the summary says: panels with a seat of every viewpoint, all "
        "of which have to agree. And whether an item that its figures flag is retired."
    ),
    Area.EVALUATION: gettext_lazy("What is said of officials, and on which evidence."),
    Area.APPEALS: gettext_lazy(
        "The second look: a fresh, larger panel for every area. It decides where first panels differ, and "
        "where the author of a restricted text asks for it."
    ),
    Area.AUDIT: gettext_lazy(
        "Whether those who decide do it well: blind re-trials, cases with a known answer, alarms of the "
        "charts, and who stands behind a pseudonym where that must be known."
    ),
    Area.CHARTER: gettext_lazy(
        "Every number that the committees themselves are bound by. Two bodies of fifteen."
    ),
}


def decided(procedure: Procedure, choice: str, ground: str) -> str:
    """A verdict or a ruling in a few words."""
    granted, kept = _DECIDED[procedure]
    if Choice(choice) is Choice.KEEP:
        return str(kept)
    return str(granted) % rule_words(ground).title


def said(procedure: Procedure, choice: str, ground: str) -> str:
    """A ballot: the answer that was ticked."""
    asked = ASKED[procedure]
    if Choice(choice) is Choice.KEEP:
        return str(asked.keep)
    return f"{asked.grant} {rule_words(ground).title}"


def standing(case: "Case") -> str:
    """Where a case is: its verdict, or what it waits for."""
    if not case.verdict:
        return word(CaseState(case.state))
    words = decided(Procedure(case.procedure), case.verdict, case.verdict_ground)
    if case.provisional:
        return _("%s (provisional)") % words
    if case.state != CaseState.SETTLED:
        return _("%(verdict)s; %(waits)s") % {
            "verdict": words,
            "waits": word(CaseState(case.state)),
        }
    return words
