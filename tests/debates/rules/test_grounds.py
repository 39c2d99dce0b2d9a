"""The closed list of conduct grounds, and what each does."""

import pytest

from college.debates.rules.grounds import EFFECTS, OF_FORM, URGENT, Effect, Ground, hides


def test_every_ground_has_an_effect():
    assert set(EFFECTS) == set(Ground)


def test_law_2_every_viewpoint_is_protected_falsity_is_no_ground():
    assert {ground.value for ground in Ground} == {
        "threat",
        "insult",
        "private-data",
        "spam",
        "impersonation",
        "off-topic",
        "duplicate",
        "unlawful",
    }


@pytest.mark.parametrize("ground", Ground)
def test_only_threats_and_private_data_are_shown_to_nobody(ground):
    withheld = EFFECTS[ground] is Effect.WITHHELD
    assert withheld == (ground in {Ground.THREAT, Ground.PRIVATE_DATA})
    assert withheld == (ground in URGENT)


def test_what_is_moved_or_linked_stays_in_full():
    assert [ground for ground in Ground if not hides(ground)] == [
        Ground.OFF_TOPIC,
        Ground.DUPLICATE,
    ]


def test_what_cannot_be_mended_by_other_words_is_no_ground_of_form():
    assert set(Ground) - OF_FORM == {Ground.SPAM, Ground.OFF_TOPIC, Ground.DUPLICATE}
