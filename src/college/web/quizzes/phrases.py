"""What ready-made drafts ask and explain, in the language of whoever takes them."""

from django.utils.translation import gettext as _

from college.quizzes.rules.proposing import Phrases


def phrases() -> Phrases:
    return Phrases(
        who=_("According to the summary, who argues this: “{words}”"),
        who_why=_("The sentence stands in the section of what this viewpoint holds: {side}."),
        match=_("According to the summary, who argues what?"),
        match_why=_("Each sentence stands in the section of the viewpoint that it belongs to."),
        evidence=_("Which of these sources does the summary rest on here: “{words}”"),
        evidence_why=_("The summary names this source beside the sentence."),
        granted=_("According to the summary, who grants this: “{words}”"),
        granted_why=_("The sentence rests on what was granted by: {side}."),
        nobody=_("None of them"),
        unanswered=_("According to the summary, which of these still stands unanswered?"),
        unanswered_why=_("The summary lists it among what is still open."),
        held=_("According to the summary, this is held by “{side}”: “{words}”"),
        held_why=_("The sentence stands in the section of what this viewpoint holds: {side}."),
        true=_("True"),
        false=_("False"),
        estimate=_("Which number does the summary name here: “{words}”"),
        estimate_why=_("The sentence names the number."),
    )
