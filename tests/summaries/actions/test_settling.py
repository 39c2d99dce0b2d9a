"""Both teams sign what they take of a section; where they do not agree in time, panels decide."""

import pytest

from college.committees.actions.deciding import give_verdict
from college.committees.models import Case, CaseParty, Shown
from college.committees.rules.areas import Procedure
from college.committees.rules.tally import Choice, Ruling
from college.ground.act import Act, Door
from college.people.models import Notice
from college.summaries.actions.copying import copy_section
from college.summaries.actions.drafting import move_statement, remove_statement
from college.summaries.actions.links import unlink
from college.summaries.actions.settling import enact, sign_section
from college.summaries.actions.wordings import reword
from college.summaries.models import DraftStatement, SettledSection
from college.summaries.queries import drafts, settling
from college.summaries.rules.life import Side, SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db

TERMS, DISPUTED = Section(SectionKind.TERMS), Section(SectionKind.DISPUTED)


@pytest.fixture
def desk():
    make_college()
    return make_summary(SummaryState.SETTLING)


def _sign(desk, side, take, section=TERMS):
    member = desk.teams[side][0]
    return sign_section(desk.act(member), desk.summary, section=section, take=take)


def _stand(desk, section=TERMS):
    return next(one for one in settling.stands(desk.summary) if one.section == section)


def _verdict(desk, case, ground):
    case = Case.objects.get(pk=case.pk)
    choice = Choice.GRANT if ground else Choice.KEEP
    give_verdict(Act("clock", desk.at, Door.CLOCK), case, Ruling(choice, ground))


@pytest.mark.parametrize("take", [Take.FIRST, Take.SECOND, Take.BOTH])
def test_section_is_settled_when_both_sign_the_same(desk, take):
    _sign(desk, 1, take)
    assert not _stand(desk).is_settled
    _sign(desk, 2, take)
    assert _stand(desk).take == take
    settled = told(entries("summaries.section.settled")[-1])
    assert settled == {
        "summary": desk.summary.public_id,
        "round": 1,
        "section": "terms",
        "viewpoint": "",
        "take": take.value,
        "case": "",
    }
    with refused("summaries.section.settled-already"):
        _sign(desk, 1, take)


def test_later_signature_replaces_and_the_same_changes_nothing(desk):
    first = _sign(desk, 1, Take.FIRST)
    assert _sign(desk, 1, Take.FIRST).pk == first.pk
    _sign(desk, 1, Take.SECOND)
    _sign(desk, 2, Take.FIRST)
    assert not _stand(desk).is_settled
    _sign(desk, 2, Take.SECOND)
    assert _stand(desk).take == Take.SECOND
    assert len(entries("summaries.section.signed")) == 4


def test_section_of_a_viewpoint_is_signed_by_itself(desk):
    for side in (1, 2):
        _sign(desk, side, Take.FIRST, desk.holds(1))
    assert _stand(desk, desk.holds(1)).is_settled
    assert not _stand(desk, desk.holds(0)).is_settled


def test_third_text_is_the_very_words_that_both_signed(desk):
    with refused("summaries.section.no-third-text"):
        _sign(desk, 1, Take.THIRD)
    row = desk.write(Side.JOINT, "A term means this.", section=TERMS)
    signature = _sign(desk, 1, Take.THIRD)
    assert signature.digest != ""
    # Law 8: no hash of words is told that are in no version yet.
    assert signature.digest.encode() not in bytes(entries("summaries.section.signed")[-1].body)
    reword(desk.act(desk.teams[2][1]), row, words="A term means that.", base=1)
    assert _stand(desk).outdated == {1}
    _sign(desk, 2, Take.THIRD)
    assert not _stand(desk).is_settled
    _sign(desk, 1, Take.THIRD)
    assert _stand(desk).take == Take.THIRD


def test_settled_third_text_is_changed_by_nobody(desk):
    row = desk.write(Side.JOINT, "A term means this.", section=TERMS)
    other = desk.write(Side.JOINT, "It is disputed.")
    desk.sign(Take.THIRD, TERMS)
    act = desk.act(desk.teams[1][0])
    for change in (
        lambda: reword(act, row, words="A term means that.", base=1),
        lambda: remove_statement(act, row),
        lambda: move_statement(act, row, section=DISPUTED, after=""),
        lambda: move_statement(act, other, section=TERMS, after=""),
        lambda: desk.write(Side.JOINT, "One more.", section=TERMS),
        lambda: copy_section(act, desk.draft(Side.JOINT), section=TERMS, side=1),
        lambda: unlink(act, row, desk.claims[0]),
    ):
        with refused("summaries.section.settled-already"):
            change()
    reword(act, other, words="It is disputed still.", base=1)


def test_only_editors_sign(desk):
    for member in (desk.reader, desk.delegates[0], desk.undecided):
        with refused("summaries.permission.may-not"):
            sign_section(desk.act(member), desk.summary, section=TERMS, take=Take.FIRST)


@pytest.mark.parametrize("key", ["0" * 13, ""])
def test_section_that_there_is_not(desk, key):
    with refused("summaries.section.unknown"):
        _sign(desk, 1, Take.FIRST, Section(SectionKind.HOLDS, key))


def test_all_settled_make_a_version(desk):
    desk.sign(Take.SECOND)
    assert desk.summary.state == SummaryState.ATTESTING
    with refused("summaries.permission.may-not"):
        _sign(desk, 1, Take.FIRST)


def test_sections_without_agreement_go_to_panels(desk):
    desk.sign(Take.BOTH, *[one for one in desk.sections if one not in {TERMS, DISPUTED}])
    _sign(desk, 1, Take.FIRST)
    assert desk.over()
    assert desk.summary.until is None
    cases = Case.objects.filter(procedure=Procedure.CHOICE).order_by("id")
    assert [case.grounds for case in cases] == [["first-draft", "second-draft"]] * 2
    assert {told(one)["section"] for one in entries("summaries.section.asked")} == {
        "terms",
        "disputed",
    }
    shown = [one.text.words for one in Shown.objects.filter(case=cases[0]).order_by("order")]
    assert shown == [f"Of terms 1 team {side} says what was said." for side in (1, 2)]
    parties = set(CaseParty.objects.filter(case=cases[0]).values_list("member", flat=True))
    named = [*desk.teams[1], *desk.teams[2], *desk.delegates]
    assert parties == {member.pk for member in named}
    with refused("summaries.section.settled-already"):
        _sign(desk, 2, Take.FIRST)
    assert not desk.wait(minutes=1)
    _verdict(desk, cases[0], "second-draft")
    _verdict(desk, cases[1], "")
    desk.wait(minutes=1)
    takes = dict(SettledSection.objects.values_list("section", "take"))
    assert (takes["terms"], takes["disputed"]) == (Take.SECOND, Take.BOTH)
    assert desk.summary.state == SummaryState.ATTESTING
    assert told(entries("summaries.section.settled")[-1])["case"] == cases[1].public_id


def test_verdict_that_turns_after_the_version_changes_no_text(desk):
    desk.sign(Take.FIRST, *[one for one in desk.sections if one != TERMS])
    desk.over()
    row = SettledSection.objects.get(case__isnull=False)
    _verdict(desk, row.case, "first-draft")
    desk.wait(minutes=1)
    assert desk.summary.state == SummaryState.ATTESTING
    _verdict(desk, row.case, "second-draft")
    assert enact(Act("clock", desk.at, Door.CLOCK), Case.objects.get(pk=row.case.pk))
    row.refresh_from_db()
    assert row.take == Take.FIRST
    assert Case.objects.get(pk=row.case.pk).enacted_at == desk.at


def test_one_text_alone_stands_without_panels():
    make_college()
    desk = make_summary()
    desk.fill(1)
    desk.over()
    desk.over()
    assert set(SettledSection.objects.values_list("take", flat=True)) == {Take.FIRST}
    assert not Case.objects.exists()
    assert desk.summary.state == SummaryState.ATTESTING


def test_copied_section_keeps_its_ids_and_is_copied_once(desk):
    joint, editor = desk.draft(Side.JOINT), desk.teams[2][0]
    (row,) = copy_section(desk.act(editor), joint, section=TERMS, side=1)
    source = DraftStatement.objects.get(draft=desk.draft(1), section=SectionKind.TERMS)
    assert row.statement == source.statement
    assert copy_section(desk.act(editor), joint, section=TERMS, side=1) == []
    (second,) = copy_section(desk.act(editor), joint, section=TERMS, side=2)
    part = next(p for p in drafts.parts_of([joint])[joint.pk] if p.section == TERMS)
    assert [line.statement for line in part.lines] == [row.statement, second.statement]
    assert part.lines[0].links[0].contribution == desk.claims[0].public_id


def test_copied_again_after_it_was_taken_out(desk):
    joint, act = desk.draft(Side.JOINT), desk.act(desk.teams[1][0])
    (row,) = copy_section(act, joint, section=TERMS, side=1)
    reword(act, row, words="Something else.", base=1)
    remove_statement(act, row)
    (again,) = copy_section(act, joint, section=TERMS, side=1)
    assert again.pk == row.pk
    assert [one.words for one in drafts.wordings(row)] == [
        "Of terms 1 team 1 says what was said.",
        "Something else.",
        "Of terms 1 team 1 says what was said.",
    ]


def test_nothing_is_copied_from_a_draft_that_is_not_opened(desk):
    with refused("summaries.draft.not-opened"):
        copy_section(desk.act(desk.teams[1][0]), desk.draft(3), section=TERMS, side=3)


def test_opened_drafts_are_not_written_on_any_more(desk):
    row = DraftStatement.objects.filter(draft=desk.draft(1)).first()
    with refused("summaries.permission.may-not"):
        move_statement(desk.act(desk.teams[1][0]), row, section=TERMS, after="")
    with refused("summaries.permission.may-not"):
        copy_section(desk.act(desk.teams[1][0]), desk.draft(1), section=TERMS, side=2)


def test_other_team_is_told_once(desk):
    for section in desk.sections[:3]:
        _sign(desk, 1, Take.FIRST, section)
    code = "summaries.section.other-signed"
    assert Notice.objects.filter(member=desk.teams[2][0], code=code).count() == 1
    assert not Notice.objects.filter(member=desk.teams[1][1], code=code).exists()


def test_what_both_texts_say_stands_once_with_all_links(desk):
    twin = DraftStatement.objects.get(draft=desk.draft(1), section=SectionKind.TERMS)
    other = DraftStatement.objects.get(draft=desk.draft(2), section=SectionKind.TERMS)
    DraftStatement.objects.filter(pk=other.pk).update(statement=twin.statement)
    other.links.update(contribution=desk.claims[1])
    desk.sign(Take.BOTH, TERMS)
    (part,) = settling.taken(desk.summary)
    assert [one.statement for one in part.sentences] == [twin.statement, ""]
    DraftStatement.objects.filter(pk=other.pk).update(statement=other.statement)
    other.wordings.update(words=twin.wordings.get().words)
    (part,) = settling.taken(desk.summary)
    (one,) = part.sentences
    assert len(one.line.links) == 2
