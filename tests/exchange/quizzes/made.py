"""Questions with every text that a format may stumble over."""

from decimal import Decimal

from hypothesis import strategies as st

from college.exchange.quizzes.questions import (
    FALSE,
    FRACTIONS,
    RIGHT,
    TRUE,
    WRONG,
    Answer,
    Pair,
    Question,
    QuestionKind,
    as_tag,
    cleaned,
    on_one_line,
    share,
)

HOSTILE = (
    "{", "}", "~", "=", "#", ":", "\\", "->", "→", "]]>", "<![CDATA[", "&amp;", "<b>", "</text>", "\n",
    "//", "::", "####", "%50%", "%-100%", "[html]", "[plain]", "$CATEGORY: x", "\\n", "\\\\", "TRUE", "T",
    "  ", "\t", "\u202e\u05d0\u05d1", "العربية", "👩‍🔬", "e\u0301", "\u00a0", "\u200b", "&&058;", "_____",
    "=1+1", "@SUM(A1)", "-2", ";", ",", '"', "'", "\r\n", "\x00", "\x1f", "\ufeff", "\u2028",
    "[id:x]", "[tag:y]",
)  # fmt: skip

texts = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), min_size=1, max_size=6
).map(lambda pieces: cleaned("".join(pieces)))
words = texts.filter(bool)
lines = texts.map(on_one_line)
tags = texts.map(as_tag).filter(bool)
numbers = st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(lambda one: f"{one:f}")
near = st.decimals(0, 10**4, places=1, allow_nan=False).map(lambda one: f"{abs(one):f}")


@st.composite
def choices(draw: st.DrawFn) -> dict[str, object]:
    several = draw(st.booleans())
    said = draw(st.lists(words, min_size=2, max_size=6))
    keys = draw(
        st.sets(st.integers(0, len(said) - 1), min_size=1, max_size=len(said) if several else 1)
    )
    others = st.sampled_from([-one for one in FRACTIONS] if several else [*FRACTIONS[1:], -RIGHT])
    answers = tuple(
        Answer(one, share(len(keys)) if at in keys else draw(others), draw(texts))
        for at, one in enumerate(said)
    )
    return {"kind": QuestionKind.MULTICHOICE, "answers": answers, "single": not several}


@st.composite
def true_false(draw: st.DrawFn) -> dict[str, object]:
    right = draw(st.booleans())
    answers = (
        Answer(TRUE, RIGHT if right else WRONG, draw(texts)),
        Answer(FALSE, WRONG if right else RIGHT, draw(texts)),
    )
    return {"kind": QuestionKind.TRUE_FALSE, "answers": answers}


@st.composite
def matching(draw: st.DrawFn) -> dict[str, object]:
    pairs = draw(st.lists(st.builds(Pair, words, words), min_size=2, max_size=5))
    rest = draw(st.lists(st.builds(Pair, st.just(""), words), max_size=2))
    return {"kind": QuestionKind.MATCHING, "pairs": (*pairs, *rest)}


@st.composite
def numerical(draw: st.DrawFn) -> dict[str, object]:
    part = st.sampled_from([Decimal(50), WRONG])
    right = draw(st.builds(Answer, numbers, st.just(RIGHT), texts, near))
    rest = draw(st.lists(st.builds(Answer, numbers, part, texts, near), max_size=2))
    return {"kind": QuestionKind.NUMERICAL, "answers": (right, *rest)}


@st.composite
def questions(draw: st.DrawFn) -> Question:
    made = draw(st.one_of(choices(), true_false(), matching(), numerical()))
    return Question(
        stem=draw(words),
        name=draw(lines),
        id=draw(texts.map(as_tag)),
        category=draw(lines),
        general=draw(texts),
        tags=tuple(draw(st.lists(tags, max_size=3))),
        **made,  # type: ignore[arg-type]
    )


QUESTIONS = (
    Question(
        kind=QuestionKind.MULTICHOICE,
        stem="Which side argued that a cap shrinks new supply?",
        name="rc-01",
        id="rc-01",
        category="the College/housing/rent-cap",
        answers=(
            Answer("Opponents of the cap", RIGHT, "See section 3, statement S-14"),
            Answer("Supporters of the cap", WRONG, "They dispute it: see section 2"),
            Answer("Neither side"),
        ),
        general="Source: summary 12, version 3",
        tags=("kind:who", "viewpoint:Opponents of the cap"),
    ),
    Question(
        kind=QuestionKind.TRUE_FALSE,
        stem="Supporters cited a 2019 survey.",
        name="rc-02",
        id="rc-02",
        category="the College/housing/rent-cap",
        answers=(Answer(TRUE, RIGHT, "Correct"), Answer(FALSE, WRONG, "It is in section 2")),
    ),
    Question(
        kind=QuestionKind.MATCHING,
        stem="Match each claim to the side that made it.",
        name="rc-03",
        id="rc-03",
        category="the College/housing/rent-cap",
        pairs=(
            Pair("Caps protect sitting tenants", "Supporters"),
            Pair("Caps shrink listings", "Opponents"),
            Pair("The data are too thin", "Undecided"),
        ),
    ),
    Question(
        kind=QuestionKind.MULTICHOICE,
        stem="Tick every claim both sides accepted.",
        name="rc-04",
        id="rc-04",
        category="the College/housing/rent-cap",
        answers=(
            Answer("Rents rose", Decimal(50)),
            Answer("Listings fell", Decimal(50)),
            Answer("Caps are unlawful", Decimal(-100)),
        ),
        single=False,
    ),
    Question(
        kind=QuestionKind.NUMERICAL,
        stem="By how much did rents rise? (per cent)",
        name="rc-05",
        id="rc-05",
        category="the College/housing/rent-cap",
        answers=(Answer("18.5", RIGHT, tolerance="2"),),
        general="{}~=#:\\ all mean themselves -> here // too",
    ),
)
