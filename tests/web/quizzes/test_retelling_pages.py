"""Stating another side's viewpoint, and reading what others stated of one's own."""

import re

import pytest
from django.test import Client

from college.committees.rules.tally import Choice
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.quizzes.models import Retelling, RetellingHearing, RetellingReading
from college.quizzes.rules import addresses
from tests.factories.committees import make_roster
from tests.factories.debates import make_debate
from tests.factories.people import make_member
from tests.factories.retellings import WORDS, Hall, make_hall
from tests.quizzes.actions.test_retelling_hearings import decide

pytestmark = pytest.mark.django_db
_FIELD = re.compile(r'name="(said-[0-9a-f]+)" value="recognised"')


@pytest.fixture
def hall(college) -> Hall:
    return make_hall()


def writing(hall: Hall) -> str:
    return addresses.retell(hall.stand.debate.slug)


def reading(hall: Hall) -> str:
    return addresses.retellings(hall.stand.debate.slug)


def text(browser: Client, path: str, code: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == code, path
    return answer.content.decode()


def test_viewpoint_is_chosen_among_those_that_one_does_not_hold(signed_in, hall):
    browser = signed_in(hall.writer)
    page = text(browser, writing(hall))
    first, second = (one.public_id for one in hall.stand.viewpoints)
    assert f'value="{first}"' in page
    assert f'value="{second}"' not in page
    assert "At most 150 words" in page
    answer = browser.post(writing(hall), {"viewpoint": first, "words": WORDS})
    assert answer["Location"] == writing(hall)
    again = browser.post(writing(hall), {"viewpoint": first, "words": WORDS})
    assert again["Location"] == writing(hall)
    assert Retelling.objects.get().words == WORDS
    page = text(browser, writing(hall))
    assert "Too few have read it yet" in page


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(signed_in, hall):
    browser = signed_in(hall.writer)
    first, second = (one.public_id for one in hall.stand.viewpoints)
    answer = browser.post(writing(hall), {"viewpoint": first, "words": "Too few of them."})
    assert answer.status_code == 422
    assert "Too few of them." in answer.content.decode()
    answer = browser.post(writing(hall), {"viewpoint": second, "words": WORDS})
    assert answer.status_code == 422
    assert not Retelling.objects.exists()


def test_who_is_no_member_signs_in_first_and_who_holds_nothing_reads_nothing(
    client, signed_in, hall
):
    for path in (writing(hall), reading(hall)):
        assert client.get(path)["Location"].startswith("/accounts/login/")
    assert "Only those who hold a viewpoint" in text(signed_in(make_member()), reading(hall), 403)


def test_holder_says_of_some_texts_and_sends_it_twice(signed_in, hall):
    made, reader = hall.write(), hall.readers[0]
    browser = signed_in(reader)
    page = text(browser, reading(hall))
    fields = _FIELD.findall(page)
    assert len(fields) == 3
    assert made.public_id not in page
    assert hall.writer.public_id not in page
    assert not any(row.public_id in page for row in hall.shelf.said)
    sent = {fields[0]: "recognised", fields[1]: "not-yet", "said-none": "recognised", "x": "y"}
    for told in ("You have read 2 texts", "Nothing was new"):
        answer = browser.post(reading(hall), sent, follow=True)
        assert told in answer.content.decode()
    said = RetellingReading.objects.filter(member=reader).values_list("said", flat=True)
    assert sorted(said) == ["not-yet", "recognised"]


def test_nothing_said_is_told_calmly(signed_in, hall):
    hall.write()
    answer = signed_in(hall.readers[0]).post(reading(hall), {"said-none": "winner"})
    assert answer.status_code == 422
    assert "say of at least one" in answer.content.decode()


def test_nothing_to_read_leads_on(signed_in, hall):
    assert "Nothing to read now" in text(signed_in(hall.readers[0]), reading(hall))


def test_law_1_no_winner_writer_reads_what_came_of_it_in_words(signed_in, hall):
    made = hall.write()
    for number, reader in enumerate(hall.readers):
        hall.read(reader, made, recognised=number > 0)
        hall.read(reader, None, recognised=False)
    page = text(signed_in(hall.writer), writing(hall))
    assert "Recognised by 2 of the 3 who read it." in page
    assert "0 of 3 were" in page
    assert "at least as often" in page
    assert "%" not in page.split("What you wrote, and what came of it")[1].split("</section>")[0]
    for other in (hall.readers[0], make_member()):
        assert WORDS not in text(signed_in(other), writing(hall))


def test_text_is_reported_not_knowing_whose_it_is(signed_in, hall):
    made, reader = hall.write(), hall.readers[0]
    browser = signed_in(reader)
    page = f"{reading(hall)}{hall.mark(reader, made)}/report/"
    assert WORDS in text(browser, page)
    sent = {"ground": "insult", "reason": "It calls the holders names instead of stating it."}
    assert browser.post(page, sent)["Location"] == reading(hall)
    assert "Somebody reported this text" in text(browser, reading(hall))
    assert browser.post(page, sent).status_code == 422
    gone = browser.post(f"{reading(hall)}{'0' * 24}/report/", sent)
    assert "not there to be read any more" in gone.content.decode()
    own = text(signed_in(hall.writer), writing(hall))
    assert "A reader reported it" in own
    assert reader.public_id not in own.split('id="mine"')[1]


def test_case_shows_its_words_to_nobody(client, signed_in, hall):
    made, reader = hall.write(), hall.readers[0]
    page = f"{reading(hall)}{hall.mark(reader, made)}/report/"
    signed_in(reader).post(
        page, {"ground": "insult", "reason": "It calls the holders names instead."}
    )
    case = RetellingHearing.objects.get().case.public_id
    story = text(client, f"/committees/cases/{case}/")
    assert WORDS not in story
    assert "never published" in story


def test_writer_appeals_and_deletes(signed_in, hall):
    make_roster(at=hall.stand.at)
    made, reader = hall.write(), hall.readers[0]
    page = f"{reading(hall)}{hall.mark(reader, made)}/report/"
    signed_in(reader).post(
        page, {"ground": "insult", "reason": "It calls the holders names instead."}
    )
    hearing = RetellingHearing.objects.get()
    days = (hearing.at - hall.stand.at).days + 1
    decide(hall, Choice.GRANT, days=days)
    browser: Client = signed_in(hall.writer)
    assert "Nobody is given it to read" in text(browser, writing(hall))
    answer = browser.post(f"{writing(hall)}appeal/{hearing.case.public_id}/")
    assert answer["Location"] == writing(hall)
    assert "You asked for a second look." in text(browser, writing(hall))
    path = f"{writing(hall)}{made.public_id}/withdraw/"
    for _twice in range(2):
        assert browser.post(path)["Location"] == writing(hall)
    assert not Retelling.objects.exists()
    assert "Your statement is deleted" in text(browser, writing(hall))


def test_nobody_deletes_what_another_wrote(signed_in, hall):
    made = hall.write()
    other: Member = hall.readers[0]
    answer = signed_in(other).post(f"{writing(hall)}{made.public_id}/withdraw/")
    assert answer.status_code == 403
    assert Retelling.objects.exists()


def test_who_may_state_nothing_is_told_why(signed_in, college):
    stand = make_debate(Stage.OPEN)
    page = text(signed_in(stand.holders[0]), addresses.retell(stand.debate.slug), 403)
    assert "once the summary of the debate is certified" in page
