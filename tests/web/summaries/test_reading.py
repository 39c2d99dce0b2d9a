"""The summary as everybody reads it: law 11, law 9, and that nobody is read before another."""

import re

import pytest
from django.test import Client

from college.debates.queries import viewpoints
from college.summaries.rules.life import (
    CertificateState,
    Fairness,
    SummaryState,
    VersionState,
)
from tests.factories.colleges import make_college
from tests.factories.readings import (
    attest,
    make_certificate,
    make_comment,
    make_shelf,
    make_version,
    make_wording,
)

pytestmark = pytest.mark.django_db


def get(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_page_before_a_version_says_where_the_work_stands() -> None:
    make_college()
    shelf = make_shelf()
    shelf.summary.state = SummaryState.DRAFTING
    shelf.summary.save()
    page = get(shelf.path)
    assert "Two teams of editors" in page
    assert "Nobody yet" in page


def test_page_links_the_candidate_while_it_is_attested() -> None:
    make_college()
    shelf = make_shelf()
    make_version(shelf, state=VersionState.CANDIDATE, certified=False)
    shelf.summary.state = SummaryState.ATTESTING
    shelf.summary.save()
    assert f"{shelf.path}v/1/" in get(shelf.path)
    assert "is not certified" in get(f"{shelf.path}v/1/")


def test_every_sentence_has_its_address_and_opens_what_it_rests_on() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf)
    page = get(shelf.path)
    for row in shelf.rows(version):
        assert f'id="s-{row.statement}"' in page
        assert f'href="{shelf.path}v/1/#s-{row.statement}"' in page
    opened = set(re.findall(r'popovertarget="(n\d+)"', page))
    assert opened
    assert opened == set(re.findall(r'id="(n\d+)" popover', page))


def test_law_9_a_newer_wording_is_said_where_the_older_one_was_meant() -> None:
    make_college()
    shelf = make_shelf()
    make_version(shelf)
    make_wording(shelf.said[0], "The ferry of quay 0 never ran.")
    page = get(shelf.path)
    assert "It has a newer wording" in page
    assert f"{shelf.said[0].public_id}/r/2/" in page
    assert "never ran" not in page


def test_not_fair_stands_with_the_editors_answer_at_the_sentence() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf)
    row = shelf.rows(version)[4]
    attest(
        version,
        shelf.stand.viewpoints[1],
        shelf.stand.holders[1],
        statement=row.statement,
        fairness=Fairness.NOT_FAIR,
        comment="We never said so.",
        answer="It is in your own words.",
    )
    page = get(shelf.path)
    place = page.index(f'id="s-{row.statement}"')
    end = page.index('id="s-', place + 20)
    beside = page[place:end]
    assert "not fair" in beside
    assert "We never said so." in beside
    assert "It is in your own words." in beside


def test_law_11_page_says_what_is_not_as_it_should_be_of_its_certificates() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf, certified=False)
    one, two = shelf.stand.viewpoints
    make_certificate(version, one, provisional=True)
    refused = {"state": CertificateState.REFUSED, "reserved": True}
    make_certificate(version, two, reason="It says what others hold.", **refused)
    page = get(shelf.path)
    assert "Provisional:" in page
    assert "refused it twice" in page
    assert "<p>It says what others hold.</p>" in page


def test_law_1_no_winner_viewpoints_are_read_in_the_debates_shuffle_everywhere() -> None:
    make_college()
    shelf = make_shelf(viewpoints=4)
    version = make_version(shelf)
    target = shelf.rows(version)[0].statement
    for viewpoint, holder in zip(shelf.stand.viewpoints, shelf.stand.holders, strict=True):
        attest(version, viewpoint, holder)
        make_comment(version, holder, viewpoint, on=target)
    page = get(shelf.path)
    order = [one.letter for one in viewpoints.shown(shelf.stand.debate)]
    whole = page[page.index('class="attestations"') : page.index('class="summary"')]
    assert re.findall(r"Viewpoint </span>([A-D])", whole) == order
    assert re.findall(r"viewpoint-band pattern-([a-d])", page) == [one.lower() for one in order]
    beside = re.findall(r'<details class="comment".*?</summary>', page, re.S)
    assert re.findall(r"pattern-([a-d])", "".join(beside)) == [one.lower() for one in order]
    assert not any(" open" in one.split(">")[0] for one in beside)


def test_a_long_version_is_one_page_of_sentences_and_a_page_of_notes_for_each_section() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf, each=14)
    page = get(shelf.path)
    assert 'class="note"' not in page
    row = shelf.rows(version)[0]
    assert f'href="{shelf.path}v/1/question/#s-{row.statement}"' in page
    notes = get(f"{shelf.path}v/1/question/")
    assert f'id="s-{row.statement}"' in notes
    assert 'class="note"' in notes


def test_addresses_of_no_version_and_no_section_are_not_found() -> None:
    make_college()
    shelf = make_shelf()
    make_version(shelf)
    for rest in ("v/2/", "v/1/nothing/", "v/1/holds.0000000000000/"):
        assert Client().get(shelf.path + rest).status_code == 404
