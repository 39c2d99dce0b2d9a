"""Sentences of versions as the rules for items read them, made up in a line."""

from collections.abc import Sequence

from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.ground.charter import Preset, load
from college.quizzes.rules.proposing import Phrases, Side
from college.quizzes.rules.sentences import Rest, Sentence
from college.summaries.rules.sections import SectionKind

ONE, OTHER, THIRD = "vp-one", "vp-other", "vp-third"
LENGTHS = load(Preset.ASSEMBLY).lengths
SIDES = (Side(ONE, "Keep the ferry"), Side(OTHER, "Build a bridge"))
PHRASES = Phrases(
    who="Who argues this: “{words}”",
    who_why="It stands in what {side} holds.",
    match="Who argues what?",
    match_why="Each stands in the section of its viewpoint.",
    evidence="Which source was offered for this: “{words}”",
    evidence_why="The summary names it beside the sentence.",
    granted="Who grants this: “{words}”",
    granted_why="It was granted by {side}.",
    nobody="None of them",
    unanswered="What stands unanswered?",
    unanswered_why="The summary lists it as open.",
    held="{side} holds: “{words}”",
    held_why="It stands in what {side} holds.",
    true="True",
    false="False",
    estimate="Which number stands here? {words}",
    estimate_why="The sentence names it.",
)


def sentence(
    number: int,
    words: str = "",
    *,
    viewpoint: str = "",
    section: SectionKind | None = None,
    rests_on: Sequence[Rest] = (),
) -> Sentence:
    """``section``: what a viewpoint holds, if nothing else is said."""
    words = words or f"Sentence of side {viewpoint}, the one with the letter {chr(97 + number)}"
    kind = section or (SectionKind.HOLDS if viewpoint else SectionKind.DISPUTED)
    return Sentence(f"s{number}", f"text-{number}", words, kind, viewpoint, tuple(rests_on))


def rest(number: int, kind: Kind, viewpoint: str = "", **more: object) -> Rest:
    words = f"Source or challenge of number {number}"
    return Rest(f"c{number}", kind, words, viewpoint, **more)  # type: ignore[arg-type]


def mirrored(one: Sentence, among: dict[str, str]) -> Sentence:
    """The same sentence with the viewpoints exchanged."""

    def other(viewpoint: str) -> str:
        return among.get(viewpoint, viewpoint)

    rests = tuple(
        Rest(
            r.contribution,
            r.kind,
            r.words,
            other(r.viewpoint),
            frozenset(map(other, r.about)),
            r.answered,
        )
        for r in one.rests_on
    )
    return Sentence(one.statement, one.text, one.words, one.section, other(one.viewpoint), rests)


_KINDS = st.sampled_from([Kind.CLAIM, Kind.EVIDENCE, Kind.CHALLENGE, Kind.CONCESSION])
_VIEWPOINTS = st.sampled_from([ONE, OTHER, ""])
RESTS = st.builds(
    Rest,
    st.integers(0, 40).map("c{}".format),
    _KINDS,
    st.sampled_from(["", *(f"Title or words of number {n}" for n in range(8))]),
    _VIEWPOINTS,
    st.sets(st.sampled_from([ONE, OTHER]), max_size=2).map(frozenset),
    st.booleans(),
)
#: Words that stand there more than once, are closed, name numbers, or are long.
_WORDS = st.one_of(
    st.sampled_from(
        ["", "The ferry runs.", "the ferry  runs", "It carries 1,250 people.", "Of 3.5 % 2 left."]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=60),
    st.integers(150, 450).map(lambda n: "long " * (n // 5)),
)


@st.composite
def versions(draw: st.DrawFn) -> list[Sentence]:
    rows = []
    for number in range(draw(st.integers(0, 12))):
        section = draw(st.sampled_from(SectionKind))
        viewpoint = draw(st.sampled_from([ONE, OTHER])) if section is SectionKind.HOLDS else ""
        words = " ".join(draw(_WORDS).split())
        rests = tuple(draw(st.lists(RESTS, max_size=3)))
        rows.append(Sentence(f"s{number}", f"t{number}", words, section, viewpoint, rests))
    return rows
