"""Each fault that is planted in the record of a quiz is found and named."""

import pytest

from tests.college_verify.quizzing import (
    CHECKS,
    QUIZ,
    TALLY,
    THREE,
    case,
    file,
    flag,
    found,
    item,
    judge,
    kept,
    made,
)
from tests.college_verify.summarising import (
    DEBATE,
    ELSEWHERE,
    ONE,
    SUMMARY,
    A,
    B,
    Told,
    change,
    sentence,
)


@pytest.fixture
def log() -> Told:
    return made()


def source(value: dict) -> dict:
    return value["sources"][0]


def asked(log: Told, number: int) -> dict:
    return log.data("quizzes.item.asked", item=item(number))


def begun_again(log: Told) -> None:
    log.say("quizzes.quiz.made", quiz="0qz0000000001", summary=SUMMARY, debate=DEBATE)


def begun_elsewhere(log: Told) -> None:
    log.data("quizzes.quiz.made")["debate"] = ELSEWHERE


def on_an_old_version(log: Told) -> None:
    asked(log, 4)["version"] = ONE


def asked_twice(log: Told) -> None:
    file(log, case(9), "key")
    log.say("quizzes.item.asked", **asked(log, 5) | {"case": case(9)})


def by_another_case(log: Told) -> None:
    log.data("committees.case.filed", case=case(4))["procedure"] = "item"


def by_a_case_that_was_asked(log: Told) -> None:
    asked(log, 5)["case"] = case(4)


def accepted_before_it_was_asked(log: Told) -> None:
    log.move(
        log.find("quizzes.item.asked", item=item(5))[0],
        log.find("quizzes.item.dropped", item=item(5))[0],
    )


def released_before_a_key_was_told(log: Told) -> None:
    """The key of item 4 came into the record only after the quiz was out."""
    about = ("quizzes.item.asked", "quizzes.item.accepted")
    for kind in about:
        log.move(log.find(kind, item=item(4))[0], log.find("quizzes.quiz.released")[0])


def accepted_against_the_verdict(log: Told) -> None:
    given = log.data("committees.verdict.given", case=case(3))
    given.update(verdict="keep", ground="none")


def dropped_against_the_verdict(log: Told) -> None:
    given = log.data("committees.verdict.given", case=case(5))
    given.update(verdict="grant", ground="sound")


def retired_against_the_verdict(log: Told) -> None:
    given = log.data("committees.verdict.given", case=case(11))
    given.update(verdict="keep", ground="none")


def kept_against_the_verdict(log: Told) -> None:
    given = log.data("committees.verdict.given", case=case(10))
    given.update(verdict="grant", ground="sound")


def nothing_told_of_a_verdict(log: Told) -> None:
    log.drop("quizzes.item.dropped")


def accepted_by_anothers_case(log: Told) -> None:
    log.data("quizzes.item.accepted", item=item(3))["case"] = case(2)


def released_with_an_unconfirmed_item(log: Told) -> None:
    log.data("quizzes.quiz.released")["items"][0] = item(5)


def released_with_one_twice(log: Told) -> None:
    log.data("quizzes.quiz.released")["items"].append(item(3))


def released_twice(log: Told) -> None:
    log.say("quizzes.quiz.released", quiz=QUIZ, debate=DEBATE, items=[])


def released_without_a_side(log: Told) -> None:
    log.data("quizzes.quiz.released")["items"] = [item(0), item(2), item(4)]


def released_too_early(log: Told) -> None:
    log.data("quizzes.quiz.released")["items"].pop()


def unbalanced(log: Told) -> None:
    """B's first two items ask about A."""
    for number in (1, 3):
        asked(log, number)["viewpoint"] = A
        change(log, kept(log, number), lambda value: value.update(viewpoint=A))


def about_nobody(log: Told) -> None:
    asked(log, 4)["viewpoint"] = ELSEWHERE
    change(log, kept(log, 4), lambda value: value.update(viewpoint=ELSEWHERE))


def document_of_another_item(log: Told) -> None:
    change(log, kept(log, 4), lambda value: value.update(item=item(3)))


def document_about_another_side(log: Told) -> None:
    change(log, kept(log, 4), lambda value: value.update(viewpoint=B))


def words_that_are_not_there(log: Told) -> None:
    change(log, kept(log, 3), lambda value: source(value).update(exact="A train"))


def words_of_another_sentence(log: Told) -> None:
    change(log, kept(log, 3), lambda value: source(value).update(statement=sentence(9)))


def another_text(log: Told) -> None:
    text = log.commit(text="A bus costs a third.")
    change(log, kept(log, 3), lambda value: source(value).update(text=text))
    log.say("summaries.version.worded", version=THREE, texts=[text])


def rests_on_nothing(log: Told) -> None:
    change(log, kept(log, 3), lambda value: value.update(sources=[]))


def key_of_no_option(log: Told) -> None:
    change(log, kept(log, 3), lambda value: value.update(key=[2]))


def every_option_right(log: Told) -> None:
    change(log, kept(log, 3), lambda value: value.update(key=[0, 1]))


def changed_key(log: Told) -> None:
    """The key behind a commitment is another than was committed."""
    log.document(kept(log, 3))["key"] = [1]


def flagged_out_of_the_quiz(log: Told) -> None:
    log.data("quizzes.item.flagged", item=item(1))["item"] = item(5)


def flagged_by_no_tally(log: Told) -> None:
    log.replace(TALLY, "0ta0000000001")
    log.data("quizzes.tally.published")["tally"] = TALLY


def flagged_by_the_keys_case(log: Told) -> None:
    log.data("quizzes.item.flagged", item=item(0))["case"] = case(0)


def stale_without_a_change(log: Told) -> None:
    log.say("quizzes.item.stale", item=item(3), quiz=QUIZ, version=THREE)


def stale_by_an_old_version(log: Told) -> None:
    log.data("quizzes.item.stale", item=item(2))["version"] = ONE


def not_stale_though_changed(log: Told) -> None:
    log.drop("quizzes.item.stale", item=item(2))


def stale_when_it_was_dropped(log: Told) -> None:
    log.say("quizzes.item.stale", item=item(5), quiz=QUIZ, version=THREE)


FAULTS = [
    (begun_again, "quizzes", "the summary has a quiz"),
    (begun_elsewhere, "quizzes", "of another debate, or was never begun"),
    (on_an_old_version, "quizzes", "not the newest certified one"),
    (asked_twice, "quizzes", "was asked about before"),
    (by_another_case, "quizzes", "is no case about key"),
    (by_a_case_that_was_asked, "quizzes", "was asked before"),
    (accepted_before_it_was_asked, "quizzes", "was never asked about in this quiz"),
    (released_before_a_key_was_told, "quizzes", "no panels confirmed the key"),
    (accepted_against_the_verdict, "effects", "is keep, not grant"),
    (dropped_against_the_verdict, "effects", "is grant, not keep"),
    (retired_against_the_verdict, "effects", "is keep, not grant"),
    (kept_against_the_verdict, "effects", "is grant, not keep"),
    (nothing_told_of_a_verdict, "quizzes", "nothing was told of its item"),
    (accepted_by_anothers_case, "quizzes", "was not asked about this item"),
    (released_with_an_unconfirmed_item, "quizzes", "no panels confirmed the key"),
    (released_with_one_twice, "quizzes", "it names an item twice"),
    (released_twice, "quizzes", "was released before"),
    (released_without_a_side, "quizzes", "a viewpoint has no item in it"),
    (released_too_early, "quizzes", "only 4 of its items can be drawn in balance, not 5"),
    (unbalanced, "quizzes", "was ahead of another already"),
    (about_nobody, "quizzes", "its version has no viewpoint"),
    (document_of_another_item, "quizzes", "its document is of the item"),
    (document_about_another_side, "quizzes", "its document is of the viewpoint"),
    (words_that_are_not_there, "quizzes", "has not the words it quotes"),
    (words_of_another_sentence, "quizzes", "its version has no sentence"),
    (another_text, "quizzes", "its version has no sentence"),
    (rests_on_nothing, "quizzes", "its key rests on no words"),
    (key_of_no_option, "quizzes", "its key names no option"),
    (every_option_right, "quizzes", "none of an item of its kind"),
    (changed_key, "quizzes", "what it holds is not what was committed"),
    (flagged_out_of_the_quiz, "quizzes", "not in the quiz"),
    (flagged_by_no_tally, "quizzes", "no tally of this quiz"),
    (flagged_by_the_keys_case, "quizzes", "is no case about item"),
    (stale_without_a_change, "quizzes", "its words stand as they were"),
    (stale_by_an_old_version, "quizzes", "another version than the newest"),
    (not_stale_though_changed, "quizzes", "its words changed in a new version"),
    (stale_when_it_was_dropped, "quizzes", "was dropped, not in the quiz"),
]


def test_the_honest_record_holds(log, tmp_path):
    assert found(log, tmp_path) == []


def test_what_cannot_be_read_is_said_and_not_held_against_it(log, tmp_path):
    """A sentence was erased by law, and the item that quotes it with it."""
    for commitment in (kept(log, 4), source(log.document(kept(log, 4)))["text"]):
        log.say("record.text.erased", "steward", commitment=commitment, ground="law")
        at = log.entries[-1]["at"]
        closed = {"commitment": commitment, "state": "tombstone", "ground": "law", "at": at}
        log.texts[commitment] = closed
    log.say("quizzes.item.stale", "clock", item=item(4), quiz=QUIZ, version=THREE)
    assert found(log, tmp_path) == []


def test_a_verdict_that_is_turned_is_followed(log, tmp_path):
    judge(log, 5, case(5), "accepted", granted=True)
    judge(log, 3, case(3), "dropped", granted=False)
    flag(log, 5)
    assert found(log, tmp_path) == []


@pytest.mark.parametrize(("plant", "check", "says"), FAULTS, ids=[f[0].__name__ for f in FAULTS])
def test_a_planted_fault_is_found(log, tmp_path, plant, check, says):
    plant(log)
    told = found(log, tmp_path)
    assert check in CHECKS
    assert any(line.startswith(f"{check}: ") and says in line for line in told), told
