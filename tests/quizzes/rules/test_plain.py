"""An item as panels read it: with its key, and the words it rests on."""

from college.quizzes.rules.content import Content, Estimate, Option, Source
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.plain import in_words

SOURCES = (Source("0st", "aa", "the ferry runs daily"),)


def test_right_and_wrong_answers_are_told_apart():
    item = Content(
        ItemKind.WHO,
        "Who argued it?",
        options=(Option("The ferry"), Option("The bridge")),
        key=(1,),
        explanation="It stands in section 3.",
        sources=SOURCES,
    )
    assert in_words(item) == (
        "Who argued it?\n\n✗ The ferry\n✓ The bridge\n\nIt stands in section 3.\n\n"
        "“the ferry runs daily”"
    )


def test_each_claim_leads_to_its_viewpoint():
    item = Content(
        ItemKind.MATCH,
        "Who says what?",
        options=(Option("Ferry"), Option("Bridge")),
        key=(1, 0),
        prompts=("It stands in storms.", "It is there."),
    )
    assert in_words(item).endswith("It stands in storms. → Bridge\nIt is there. → Ferry")


def test_a_number_has_its_tolerance():
    item = Content(ItemKind.ESTIMATE, "How many?", estimate=Estimate("18.5", "1.5", "boats"))
    assert in_words(item) == "How many?\n\n✓ 18.5 ± 1.5 boats"
