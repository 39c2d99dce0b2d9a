"""Comments on a summary as readers and their authors meet them."""

from datetime import timedelta

import pytest
from django.test import Client

from college.people.models import Member
from college.record.actions.texts import withhold
from college.summaries.actions.comments import reanchor
from college.summaries.models import Anchor, Comment, CommentHearing, Summary
from college.summaries.queries.comment_hearings import by_case
from college.summaries.rules import addresses
from college.summaries.rules.life import AnchorHow
from college.web.summaries.exports import FORMATS
from tests.factories.acts import make_act
from tests.factories.comments import SENTENCES, comment, commented_shelf, write
from tests.factories.people import act_by

pytestmark = pytest.mark.django_db
REASON = "It calls another member names instead of answering."


@pytest.fixture
def shelf(college):
    return commented_shelf()


@pytest.fixture
def author(shelf) -> Member:
    return shelf.stand.holders[0]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def form(shelf, statement: str = SENTENCES[0][0]) -> str:
    return f"{addresses.commenting(shelf.stand.debate.slug)}{statement}/"


def page_of(made: Comment) -> str:
    return addresses.comment(made.summary.debate.slug, made.public_id)


def test_comment_is_made_without_script_from_the_whole_sentence(client, signed_in, shelf, author):
    browser = signed_in(author)
    choose = text(browser, addresses.commenting(shelf.stand.debate.slug))
    assert form(shelf) in choose
    page = text(browser, form(shelf))
    assert page.count(SENTENCES[0][1]) >= 2  # to be read, and in the field
    assert "At most 150 words" in page
    sent = {"exact": "eleven thousand cars", "text": "On a market day.", "token": "t"}
    answer = browser.post(form(shelf), sent)
    made = Comment.objects.select_related("summary__debate").get()
    assert answer["Location"] == page_of(made)
    read = text(client, page_of(made))
    assert "<mark>eleven thousand cars</mark>" in read
    assert "On a market day." in read
    listed = text(client, addresses.comments(shelf.stand.debate.slug))
    assert "On a market day." in listed
    assert "1,496" in listed  # of 1,500 words, four are used


def test_words_that_were_selected_are_the_ones_that_are_meant(signed_in, shelf, author):
    version = write(shelf, {"a" * 13: "👩 said: cars, cars and cars."})
    start = len("👩 said: cars, ".encode("utf-16-le")) // 2
    sent = {"exact": "cars", "text": "Which ones?", "unit": start}
    assert signed_in(author).post(form(shelf, "a" * 13), sent).status_code == 302
    anchor = Anchor.objects.get()
    assert (anchor.version, anchor.start) == (version, len("👩 said: cars, "))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"exact": "twelve thousand cars"}, "copy them letter for letter"),
        ({"text": "word " * 151}, "there is room for 150"),
        ({"exact": "e", "unit": 10**6}, "take a few more words"),
    ],
)
def test_nothing_typed_is_lost_when_a_comment_is_refused(signed_in, shelf, author, given, told):
    sent = {"exact": "eleven", "text": "As I said before."} | given
    answer = signed_in(author).post(form(shelf), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert sent["text"].strip()[:12] in page


def test_strangers_are_sent_to_sign_in_and_a_sentence_that_is_not_there_is_missing(
    client, signed_in, shelf, author
):
    assert client.get(form(shelf)).status_code in {302, 403}
    assert signed_in(author).get(form(shelf, "z" * 13)).status_code == 404
    Summary.objects.update(state="certifying")
    write(shelf, dict(SENTENCES), state="candidate")
    assert signed_in(author).get(form(shelf)).status_code == 403


def test_author_takes_a_comment_back_on_its_page(client, signed_in, shelf, author):
    made = comment(shelf, author)
    assert "Take my comment back" not in text(client, page_of(made))
    browser = signed_in(author)
    assert "Take my comment back" in text(browser, page_of(made))
    assert browser.post(f"{page_of(made)}withdraw/").status_code == 302
    assert "The author has withdrawn this text." in text(client, page_of(made))
    assert "counted on a market day" not in text(
        client, addresses.comments(shelf.stand.debate.slug)
    )


def test_comments_that_lost_their_words_are_listed_and_authors_are_asked(
    client, signed_in, shelf, author
):
    lost = comment(shelf, author, exact="In the trial", text="Which one was that?")
    asked = comment(shelf, author, exact="buses")
    sentences = dict(SENTENCES) | {
        SENTENCES[1][0]: "Closed means closed to private cars; busses would still cross."
    }
    del sentences[SENTENCES[2][0]]
    version = write(shelf, sentences)
    reanchor(act_by(author, shelf.stand.at + timedelta(days=3)), version)
    page = text(client, addresses.comments(shelf.stand.debate.slug))
    assert "Comments whose words are gone" in page
    assert "Which one was that?" in page
    assert "Your comments to confirm" not in page
    assert "Its words are gone" in text(client, page_of(lost))
    browser = signed_in(author)
    assert "Your comments to confirm" in text(browser, addresses.comments(shelf.stand.debate.slug))
    assert "Does it belong on these words?" in text(browser, page_of(asked))
    assert browser.post(f"{page_of(asked)}place/", {"belongs": "yes"}).status_code == 302
    assert Anchor.objects.get(comment=asked, version=version).how == AnchorHow.CONFIRMED


def test_comment_is_reported_and_a_restricted_one_says_why(client, signed_in, shelf, author):
    made = comment(shelf, author)
    browser = signed_in(shelf.stand.holders[1])
    assert "On what ground?" in text(browser, f"{page_of(made)}report/")
    sent = {"ground": "insult", "reason": REASON}
    assert browser.post(f"{page_of(made)}report/", sent).status_code == 302
    assert "Under consideration" in text(client, page_of(made))
    hearing = by_case(CommentHearing.objects.get().case_id)
    hearing.reason, hearing.restricted_at = hearing.case.asked, shelf.stand.at
    hearing.settled, hearing.settled_at = "granted", shelf.stand.at
    hearing.save()
    read = text(browser, page_of(made))
    assert "breaks a rule of conduct" in read
    assert REASON in read
    assert "Read the words all the same" in read
    assert hearing.case.public_id in read
    assert "Appeal" not in read
    assert "Appeal" in text(signed_in(author), page_of(made))
    listed = text(browser, addresses.comments(shelf.stand.debate.slug))
    assert "A notice stands before this comment." in listed
    assert "market day" not in listed


def test_list_of_comments_asks_the_same_number_of_questions_however_many_there_are(
    client, shelf, author, django_assert_max_num_queries
):
    for number in range(15):
        comment(shelf, author, text=f"Note {number}.")
    with django_assert_max_num_queries(24):
        page = text(client, addresses.comments(shelf.stand.debate.slug))
    assert page.count("comment-whole") == 15


def test_what_is_withheld_beside_the_words_is_shown_nowhere(client, shelf, author):
    made = comment(shelf, author, exact="Closed means closed")
    withheld = shelf.rows(shelf.versions[0])[0].text
    withhold(make_act("steward"), withheld, ground="unlawful", case="c", until=None)
    path = addresses.version(shelf.stand.debate.slug, 1)
    files = [f"{path}{one.file}" for one in FORMATS.values() if one.file != "summary.pdf"]
    for read in (page_of(made), addresses.comments(shelf.stand.debate.slug), path, *files):
        assert "cars a day" not in text(client, read), read
    assert "<mark>Closed means closed</mark>" in text(client, page_of(made))


def test_comments_that_are_nowhere_are_missing(client, shelf):
    assert client.get("/debates/nowhere/summary/comments/").status_code == 404
    unknown = addresses.comment(shelf.stand.debate.slug, "z" * 13)
    assert client.get(unknown).status_code == 404
