"""What a panel is asked and the rule it applies, in words. Each asking room brings the words of its rules.

``web/<room>/words`` of a room that asks holds ``RULES``: the word of a rule → ``RuleWords``.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.committees.rules.areas import Procedure

Words = str | Promise
#: Rooms whose cases have rules of their own, each in the ``RULES`` of its words.
_ASKING = ("committees", "debates", "administration", "summaries", "quizzes")


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule as a panel reads it. ``examples`` meet it, ``counter_examples`` look alike and do not."""

    title: Words
    text: Words
    examples: tuple[Words, ...] = ()
    counter_examples: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a procedure asks, and its two answers. ``grant`` stands before the ground's title."""

    question: Words
    grant: Words
    keep: Words


ASKED = {
    Procedure.CONDUCT: Asked(
        _("Does this text break a rule of conduct?"),
        _("Yes, restrict it:"),
        _("No, it stays as it is"),
    ),
    Procedure.REFUSAL: Asked(
        _("Is there a ground to refuse what is proposed here?"),
        _("Yes, refuse it:"),
        _("No, it is admitted"),
    ),
    Procedure.MERGE: Asked(
        _("Do these viewpoints grant and deny the same claims?"),
        _("Yes, make them one:"),
        _("No, both stay"),
    ),
    Procedure.SPLIT: Asked(
        _("Does this viewpoint hold two positions that differ?"),
        _("Yes, make two of it:"),
        _("No, it stays one"),
    ),
    Procedure.LABEL: Asked(
        _("Shall this piece of evidence bear the label?"),
        _("Yes, label it:"),
        _("No label"),
    ),
    Procedure.CHOICE: Asked(
        _("Which text of this section states the debate better?"),
        _("Take"),
        _("Both stand, one under the other"),
    ),
    Procedure.SECTION: Asked(
        _("Does this section state your viewpoint fairly, in its strongest form?"),
        _("Yes, certify it:"),
        _("No, back to the editors"),
    ),
    Procedure.FORM: Asked(
        _("Is this summary neutral in tone, clear, and even between the sides?"),
        _("Yes, certify it:"),
        _("No, back to the editors"),
    ),
    Procedure.KEY: Asked(
        _("Is the key of this item what the summary says, and is it fair to your viewpoint?"),
        _("Yes, the key stands:"),
        _("No, drop the item"),
    ),
    Procedure.ITEM: Asked(
        _("Does this item put holders of one viewpoint at a disadvantage by how it is made?"),
        _("Yes, retire it:"),
        _("No, it stays"),
    ),
    Procedure.OFFICE: Asked(_("Shall this office end?"), _("Yes, it ends:"), _("No, it goes on")),
    Procedure.SANCTION: Asked(
        _("Shall this member be suspended for a time?"),
        _("Yes, suspend:"),
        _("No suspension"),
    ),
    Procedure.CHARTER: Asked(
        _("Shall the changed charter come into force?"),
        _("Yes, change it:"),
        _("No, the charter stays as it is"),
    ),
    Procedure.ALARM: Asked(
        _("Shall this panel member leave the lottery for a time?"),
        _("Yes, out of the lottery:"),
        _("No, they stay in it"),
    ),
    Procedure.UNSEAL: Asked(
        _("Shall it be opened who stands behind this pseudonym?"),
        _("Yes, open it:"),
        _("No, it stays sealed"),
    ),
    Procedure.CERTIFY: Asked(
        _("Does this text break the rule, beyond doubt?"),
        _("Yes, beyond doubt:"),
        _("No"),
    ),
}


def rule_words(rule: str) -> RuleWords:
    """The words of a rule; a rule without any is shown by its own word, with nothing made up about it."""
    return _rules().get(rule) or RuleWords(rule.replace("-", " "), "")


@cache
def _rules() -> dict[str, RuleWords]:
    found: dict[str, RuleWords] = {}
    for room in _ASKING:
        found |= getattr(import_module(f"college.web.{room}.words"), "RULES", {})
    return found
