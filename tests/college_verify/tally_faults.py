"""Faults that are planted in what was published of answers, each with what the verifier says of it."""

import json

from tests.college_verify.quizzing import item
from tests.college_verify.summarising import A, B, change
from tests.college_verify.tallying import document, published, tally


def answers(log, how, number=3):
    change(log, document(log, number, "answers"), how)


def figures(log, how, number=3):
    change(log, document(log, number, "figures"), how)


def pattern(log, row, number=3):
    """One more pattern, in its place; the entry counts it."""

    def add(told):
        told["patterns"] = sorted([*told["patterns"], row])

    answers(log, add, number)
    published(log, number)["takers"] += 1


def changed_figure(log):
    figures(log, lambda told: told["items"][1].update(facility=told["items"][1]["facility"] + 2))


def figure_of_a_word(log):
    figures(log, lambda told: told["items"][1].update(facility=str(told["items"][1]["facility"])))


def changed_class(log):
    figures(log, lambda told: told["dif"][0]["common"].update({"class": "A"}), 1)


def changed_model(log):
    """A steeper slope, with the difficulty that follows from it."""

    def steeper(told):
        one = told["model"][1]
        one["a"] += 40
        one["b"] = round(-1000 * one["c"] / one["a"])

    figures(log, steeper, 1)


def changed_difficulty(log):
    figures(log, lambda told: told["model"][1].update(b=told["model"][1]["b"] + 20), 1)


def lower_threshold(log):
    figures(log, lambda told: told["thresholds"].update(fair=50))


def changed_stratum(log):
    """In the last round: figures follow from it."""

    def shift(told):
        row = told["strata"][-1]["strata"][0]
        row[1], row[2] = row[1] + 1, row[2] - 1

    answers(log, shift)


def strata_a_few_apart(log):
    """Of the tally before, but for one taker: what that taker declared could be told."""
    before = log.document(document(log, 2, "answers"))["strata"]

    def nearly(told):
        told["strata"] = json.loads(json.dumps(before))
        told["strata"][0]["strata"][0][2] += 1

    answers(log, nearly)


def stratum_of_few(log):
    def split(told):
        one = told["strata"][0]["strata"][0]
        one[1], one[2] = 0, 9

    answers(log, split)


def stratum_of_nobody(log):
    """More right answers by viewpoint than there are in all."""

    def more(told):
        one = told["strata"][0]["strata"][-1]
        one[0], one[1] = one[0] + 900_000, one[1] + 900

    answers(log, more)


def score_above_all(log):
    answers(log, lambda told: told["strata"][0]["strata"][-1].__setitem__(0, 10**6))


def strata_out_of_order(log):
    answers(log, lambda told: told["strata"][0]["strata"].reverse())


def left_out_of_the_score(log):
    answers(log, lambda told: told["strata"][0].update(out=[item(1)]))


def a_round_missing(log):
    def cut(told):
        told["strata"] = [row for row in told["strata"] if row["round"] == 0]

    answers(log, cut, 1)


def compared_otherwise(log):
    def swap(told):
        for row in told["strata"]:
            row.update(viewpoint=B, against=A)

    answers(log, swap)


def unknown_item(log):
    def rename(told):
        told["items"][4]["item"] = item(9)

    answers(log, rename)


def item_of_another_document(log):
    other = document(log, 1, "answers")
    answers(log, lambda told: told["items"][0].update(document=other))


def another_number_of_options(log):
    answers(log, lambda told: told["items"][0].update(options=3))


def a_number_in_a_cell(log):
    pattern(log, ["18.5", "", "", "", ""])


def an_option_there_is_not(log):
    pattern(log, ["2", "", "", "", ""])


def several_of_one(log):
    pattern(log, ["0,1", "", "", "", ""])


def a_viewpoint_in_a_cell(log):
    pattern(log, [A, "0", "", "", ""])


def a_cell_too_many(log):
    pattern(log, ["0", "", "", "", "", A])


def nothing_answered(log):
    pattern(log, [""] * 5)


def unsorted_rows(log):
    answers(log, lambda told: told["patterns"].reverse())


def takers_left_out(log):
    answers(log, lambda told: told["patterns"].pop())


def answers_of_before_changed(log):
    """What a taker of the first tally answered is not what the second says."""
    later = log.document(document(log, 2, "answers"))["patterns"]

    def mend(told):
        row = next(row for row in told["patterns"] if ["?", *row[1:]] not in later)
        row[0] = "?"
        told["patterns"].sort()

    answers(log, mend, 1)


def counted_too_long(log):
    answers(log, lambda told: told.update(since=1))


def left_out_too_early(log):
    answers(log, lambda told: told.update(since=2), 2)


def too_soon(log):
    (at,) = log.find("quizzes.tally.published", tally=tally(2))
    log.entries[at]["at"] = "2026-03-03T08:30:00.000Z"


def another_number(log):
    published(log, 3)["number"] = 4


def before_its_release(log):
    log.drop("quizzes.quiz.released")


def few_readings(log):
    answers(log, lambda told: told["retellings"][0].update(written=[9, 4]))


def readings_one_by_one(log):
    answers(log, lambda told: told["retellings"][0].update(written=[13, 5]))


def more_recognised_than_read(log):
    answers(log, lambda told: told["retellings"][1].update(real=[14, 15]))


def a_finding_without_a_case(log):
    log.drop("quizzes.item.flagged")


def another_finding(log):
    log.data("quizzes.item.flagged")["harder"] = False


def a_case_without_a_finding(log):
    log.data("quizzes.item.flagged")["item"] = item(2)


def more_members(log):
    answers(log, lambda told: told.update(declared=[A] * 960))


FAULTS = [
    (changed_figure, "figures", "facility of items at the item"),
    (figure_of_a_word, "figures", "facility of items at the item"),
    (changed_class, "figures", "class of common"),
    (changed_model, "figures", "is not where its function is largest"),
    (changed_difficulty, "figures", "is not −c / a"),
    (lower_threshold, "figures", "fair of thresholds"),
    (changed_stratum, "figures", "computed again"),
    (strata_a_few_apart, "answers", "differ from the last by only 0 takers"),
    (stratum_of_few, "answers", "has too few takers of a group"),
    (stratum_of_nobody, "answers", "count more answers than the patterns"),
    (score_above_all, "answers", "has a score above all"),
    (strata_out_of_order, "answers", "not in the order of their scores"),
    (left_out_of_the_score, "answers", "left out of the score"),
    (a_round_missing, "answers", "does not end with the round"),
    (compared_otherwise, "answers", "the strata compare others"),
    (unknown_item, "answers", "no panels confirmed the key"),
    (item_of_another_document, "answers", "by another document"),
    (another_number_of_options, "answers", "has another number of options"),
    (a_number_in_a_cell, "answers", "a cell of the item “0tem000000000” is “18.5”"),
    (an_option_there_is_not, "answers", "a cell of the item “0tem000000000” is “2”"),
    (several_of_one, "answers", "is “0,1”"),
    (a_viewpoint_in_a_cell, "answers", "a cell of the item"),
    (a_cell_too_many, "answers", "has not one cell for each item"),
    (nothing_answered, "answers", "has no answer in it"),
    (unsorted_rows, "answers", "do not stand in their order"),
    (takers_left_out, "answers", "not as many patterns as takers"),
    (answers_of_before_changed, "answers", "that an earlier tally counted are not in it"),
    (counted_too_long, "answers", "which were to be forgotten"),
    (left_out_too_early, "answers", "which were still kept"),
    (too_soon, "answers", "sooner after the last"),
    (another_number, "answers", "its number is not 3"),
    (before_its_release, "answers", "its quiz was not released"),
    (few_readings, "answers", "only 9 readings"),
    (readings_one_by_one, "answers", "fewer readings of retellings came in"),
    (more_recognised_than_read, "answers", "has not the form"),
    (a_finding_without_a_case, "figures", "and no case was opened"),
    (another_finding, "figures", "was flagged otherwise"),
    (a_case_without_a_finding, "figures", "no case was opened"),
    (more_members, "answers", "exactly the members"),
]
