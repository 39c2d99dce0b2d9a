"""Quizzes to be exported, with items of every kind."""

from dataclasses import replace

from hypothesis import strategies as st

from college.exchange.quizzes.sheet import Entry, Sheet, Side
from college.quizzes.rules.content import Content, Estimate, Option, Source
from college.quizzes.rules.life import ItemKind
from tests.exchange.quizzes.made import near, numbers, texts, words

SIDES = (Side("aaaa", "A", "Keep the ferry"), Side("bbbb", "B", "Build a bridge"))
SOURCE = Source("s001", "ab" * 32, "=carries 900 people a day", "The ferry ", ".")
WHO = Content(
    ItemKind.WHO,
    "Who argued that the ferry carries enough people?",
    (Option("Keep the ferry", "aaaa"), Option("Build a bridge", "bbbb"), Option("Neither")),
    (0,),
    viewpoint="aaaa",
    explanation="Section A says it.",
    sources=(SOURCE,),
)
MATCH = Content(
    ItemKind.MATCH,
    "Match each claim to its side.",
    (Option("Keep the ferry", "aaaa"), Option("Build a bridge", "bbbb"), Option("Neither")),
    (1, 0),
    ("It -> pays for itself", "It is dear"),
    explanation="See both sections.",
    sources=(SOURCE,),
)
ESTIMATE = Content(
    ItemKind.ESTIMATE,
    "How many people does it carry?",
    estimate=Estimate("900", "50", "people a day"),
    viewpoint="aaaa",
    sources=(SOURCE,),
)
TRUE_FALSE = Content(
    ItemKind.TRUE_FALSE,
    "Side B says that the bridge is cheaper.",
    (Option("true"), Option("false")),
    (1,),
    viewpoint="bbbb",
    sources=(SOURCE,),
)
SEVERAL = replace(WHO, kind=ItemKind.GRANTED, key=(0, 2), viewpoint="bbbb")
CONTENTS = (WHO, MATCH, ESTIMATE, TRUE_FALSE, SEVERAL)


def make_sheet(contents: tuple[Content, ...] = CONTENTS) -> Sheet:
    entries = tuple(
        Entry(
            f"item{number}",
            "cd" * 32,
            "vers",
            f"https://college.example/debates/ferry/summary/v/2/#s-{number}",
            content,
        )
        for number, content in enumerate(contents)
    )
    return Sheet(
        public_id="quiz",
        slug="ferry",
        title="Should the town keep its ferry?",
        url="https://college.example/debates/ferry/quiz/",
        language="en",
        category="$course$/top/College of Policy Debate/ferry",
        sides=SIDES,
        entries=entries,
    )


_options = st.builds(Option, words, st.sampled_from(["", "aaaa", "bbbb"]))
_sources = st.lists(st.builds(Source, texts, texts, texts, texts, texts), max_size=2).map(tuple)
_sides = st.sampled_from(["", "aaaa", "bbbb"])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """An item of any kind, with hostile words."""
    kind = draw(st.sampled_from(list(ItemKind)))
    common = {
        "kind": kind,
        "stem": draw(words),
        "viewpoint": draw(_sides),
        "explanation": draw(texts),
        "sources": draw(_sources),
    }
    if kind is ItemKind.ESTIMATE:
        return Content(**common, estimate=Estimate(draw(numbers), draw(near), draw(texts)))
    if kind is ItemKind.TRUE_FALSE:
        options = (Option(draw(words)), Option(draw(words)))
        return Content(**common, options=options, key=(draw(st.integers(0, 1)),))
    options = tuple(draw(st.lists(_options, min_size=2, max_size=6)))
    number = st.integers(0, len(options) - 1)
    if kind is ItemKind.MATCH:
        prompts = tuple(draw(st.lists(words, min_size=2, max_size=5)))
        key = tuple(draw(number) for _ in prompts)
        return Content(**common, options=options, key=key, prompts=prompts)
    return Content(**common, options=options, key=tuple(sorted(draw(st.sets(number, min_size=1)))))
