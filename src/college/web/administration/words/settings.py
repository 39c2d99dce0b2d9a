"""Every setting of the charter in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.web.administration.words.clocks import CLOCKS
from college.web.administration.words.quizzes import QUIZZES
from college.web.administration.words.summaries import SUMMARIES

#: Setting: what it is, and why it is what it is.
SETTINGS: dict[str, tuple[str | Promise, str | Promise]] = {
    **CLOCKS,
    **SUMMARIES,
    **QUIZZES,
    "budgets.viewpoint_open": (
        _("Words of each viewpoint while open"),
        _("The same for each, however many hold it."),
    ),
    "budgets.viewpoint_closing": (
        _("Words of each viewpoint while closing"),
        _("Enough to answer, too few to begin again."),
    ),
    "budgets.undecided_open": (
        _("Words of the undecided while open"),
        _("They ask and bring evidence; they are no side."),
    ),
    "budgets.undecided_closing": (
        _("Words of the undecided while closing"),
        _("In the same proportion."),
    ),
    "budgets.delegate_share": (
        _("Per cent kept for delegates"),
        _("So that a side can always answer."),
    ),
    "budgets.member_share": (
        _("Per cent one member may use"),
        _("So that nobody speaks for all."),
    ),
    "lengths.question": (
        _("Characters of a question"),
        _("It is read at a glance."),
    ),
    "lengths.scope": (
        _("Characters of its place, and of its period"),
        _("A name and a span."),
    ),
    "lengths.viewpoint_name": (
        _("Characters of a viewpoint’s name"),
        _("It stands over a narrow column."),
    ),
    "lengths.viewpoint_statement": (
        _("Words of a viewpoint’s statement"),
        _("One column, read beside the others."),
    ),
    "lengths.claim": (
        _("Characters of a claim"),
        _("One assertion; reasons go into arguments."),
    ),
    "lengths.text": (
        _("Words of any other contribution"),
        _("One point at a time can be answered."),
    ),
    "lengths.quotation": (
        _("Words of a quotation"),
        _("What is needed, not the whole source."),
    ),
    "lengths.reason": (
        _("Characters of a reason"),
        _("A sentence or two that others can check."),
    ),
    "lengths.public_name": (
        _("Characters of a public name"),
        _("It stands beside every text."),
    ),
    "limits.viewpoints": (
        _("Viewpoints of a debate"),
        _("More can be read by nobody; more are a case of the Agenda area."),
    ),
    "limits.premises": (
        _("Premises of an argument"),
        _("More are several arguments."),
    ),
    "limits.points_to": (
        _("Links of an answer"),
        _("More are a list, no answer."),
    ),
    "limits.questions_per_day": (
        _("Questions by one member in a day"),
        _("Each asks many people to look."),
    ),
    "limits.contributions_per_hour": (
        _("Contributions by one member in an hour"),
        _("More than anybody writes with thought."),
    ),
    "limits.newcomer_per_hour": (
        _("Contributions by a newcomer in an hour"),
        _("A flood comes from new memberships first."),
    ),
    "limits.challenges_open": (
        _("Unanswered challenges of one member in a debate"),
        _("Each asks others for work."),
    ),
    "limits.imports_per_day": (
        _("Imports by one member in a day"),
        _("Each is a whole page of others’ words."),
    ),
    "limits.acts_per_hour": (
        _("Entries one member adds in an hour"),
        _("Where nothing narrower holds: nothing is ever removed from the record."),
    ),
    "limits.reports_per_day": (
        _("Reports by one member in a day"),
        _("Each asks ten people to read."),
    ),
    "limits.newcomer_reports_per_day": (
        _("Reports by a newcomer in a day"),
        _("So that nobody joins to report."),
    ),
    "limits.notices_per_day": (
        _("Notices without an account, from one address, in a day"),
        _("Who is named in a text must be heard; a flood need not be."),
    ),
    "limits.charter_supporters": (
        _("Members behind a proposed charter"),
        _("So many put it to panels; a steward’s needs none."),
    ),
    "limits.docket": (
        _("Cases that wait for one member"),
        _("A sitting of twenty minutes has six to eight."),
    ),
    "areas.agenda": (
        _("Agenda"),
        _("Objections to questions, viewpoints, delegates and moves."),
    ),
    "areas.membership": (
        _("Membership"),
        _("Offices and suspensions."),
    ),
    "areas.conduct": (
        _("Conduct"),
        _("Reported texts."),
    ),
    "areas.evidence": (
        _("Evidence"),
        _("Labels on sources; they remove nothing."),
    ),
    "areas.summaries": (
        _("Summaries"),
        _("What each side says of them."),
    ),
    "areas.examination": (
        _("Examination"),
        _("Quizzes."),
    ),
    "areas.evaluation": (
        _("Evaluation"),
        _("What is written about officials."),
    ),
    "areas.appeals": (
        _("Appeals"),
        _("The second look that every restriction has."),
    ),
    "areas.audit": (
        _("Audit"),
        _("Alarms and re-trials of what panels decided."),
    ),
    "areas.charter": (
        _("Charter"),
        _("Changes of these numbers."),
    ),
    "roster.most": (
        _("People on a roster, at most"),
        _("More spread service so thin that collusion is not seen in time."),
    ),
    "roster.share": (
        _("Per cent of the eligible who serve"),
        _("Where there are fewer people than that."),
    ),
    "roster.rest_from": (
        _("Eligible people from which members rest"),
        _("With fewer, resting would leave seats empty."),
    ),
    "audit.retrials": (
        _("Per cent of settled cases tried again"),
        _("Blind, by fresh panels, texts that were kept included."),
    ),
    "audit.admission_retrials": (
        _("Per cent of admissions tried again"),
        _("They are rarer and weigh more."),
    ),
    "audit.controls": (
        _("Per cent of first cases whose answer is known"),
        _("Enough to see drift, too few to judge one member."),
    ),
    "audit.random_step": (
        _("Step of the chart on a re-trial or control case"),
        _("Chance chose the case, so a deviation says more."),
    ),
    "audit.contested_step": (
        _("Step of the chart on a review"),
        _("Honest people differ more where panels differed."),
    ),
    "audit.alarm": (
        _("Height of the alarm"),
        _("High enough that an honest member hardly ever meets it."),
    ),
    "audit.suspended_terms": (
        _("Terms out of the lottery"),
        _("Never out of the debate."),
    ),
    "audit.breaker_share": (
        _("Per cent of a roster that stop all suspending"),
        _("So many flagged at once mean that the measure is wrong."),
    ),
    "audit.breaker_ratio": (
        _("How uneven flags may be between viewpoints"),
        _("More uneven than this, nobody is suspended."),
    ),
    "audit.breaker_least": (
        _("Flags of one viewpoint before unevenness counts"),
        _("Among a handful of alarms, twice as many of one side is chance."),
    ),
    "audit.least_cell": (
        _("Least number of a public figure"),
        _("Smaller ones would tell of single people."),
    ),
}

#: The settings that every size has.
OF_A_SIZE: dict[str, tuple[str | Promise, str | Promise]] = {
    "pool": (
        _("People on the roster, at least"),
        _("Twice the seats, so that every seat has a reserve."),
    ),
    "panels": (
        _("First panels"),
        _("They have no member in common, and do not see each other."),
    ),
    "seats": (
        _("Seats of each"),
        _("Few enough to be asked often, enough to differ."),
    ),
    "threshold": (
        _("Ballots on one ground that a panel needs"),
        _("More than half, so that two grounds never both win."),
    ),
    "cap": (
        _("Seats for one other viewpoint, at most"),
        _("So that no side has a panel to itself."),
    ),
    "review_seats": (
        _("Seats of the review"),
        _("A fresh, larger panel when the first ones differ."),
    ),
    "review_threshold": (
        _("Ballots on one ground that the review needs"),
        _("In doubt a text stays."),
    ),
    "review_cap": (
        _("Seats of the review for one other viewpoint"),
        _("As in the panels."),
    ),
}
