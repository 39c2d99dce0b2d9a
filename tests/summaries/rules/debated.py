"""Debates of every shape with a summary, for coverage: what is said, grouped, linked."""

from dataclasses import replace

from hypothesis import strategies as st

from college.debates.rules.kinds import Kind
from college.summaries.rules.coverage import POINTS, Facts, Said, Sentence
from college.summaries.rules.sections import Section, SectionKind

ONE, OTHER = "a" * 13, "b" * 13
_SIDES = st.sampled_from([ONE, OTHER, ""])


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Up to a dozen contributions of two sides and the undecided, and up to six statements."""
    said: list[Said] = []
    for number in range(draw(st.integers(0, 12))):
        said.append(draw(_said(f"c{number:02d}", said)))
    for at, one in enumerate(said):
        # The moderators may keep the later of two, and group either way round.
        later = [other.id for other in said[at + 1 :] if other.kind == one.kind]
        if later and one.kind in POINTS and draw(st.booleans()):
            said[at] = replace(one, repeats=draw(st.sampled_from(later)))
    ids = [one.id for one in said]
    some = st.lists(st.sampled_from(ids), unique=True, max_size=4) if ids else st.just([])
    sentences = [
        Sentence(
            f"s{number}",
            draw(_section()),
            draw(st.integers(0, 60)),
            tuple(draw(some)),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return Facts("summary", 1, (ONE, OTHER), tuple(said), tuple(sentences), frozenset(draw(some)))


def _section() -> st.SearchStrategy[Section]:
    others = st.sampled_from([kind for kind in SectionKind if kind is not SectionKind.HOLDS])
    holds = st.sampled_from([ONE, OTHER]).map(lambda side: Section(SectionKind.HOLDS, side))
    return others.map(Section) | holds


@st.composite
def _said(draw: st.DrawFn, key: str, before: list[Said]) -> Said:
    kind = draw(st.sampled_from([*POINTS, Kind.CHALLENGE, Kind.DEFINITION]))
    same = [one.id for one in before if one.kind is kind]
    claims = [one.id for one in before if one.kind is Kind.CLAIM]
    one = Said(key, kind, draw(_SIDES), stands=draw(st.booleans()))
    if same and kind in POINTS and draw(st.booleans()):
        one = replace(one, repeats=draw(st.sampled_from(same)))
    if kind is Kind.ARGUMENT and claims:
        premises = st.lists(st.sampled_from(claims), unique=True, max_size=3)
        one = replace(one, premises=tuple(draw(premises)))
    if kind is Kind.CHALLENGE and one.stands:
        joined = draw(st.sampled_from(["", *same]))
        one = replace(one, joined=joined, asks=not joined and draw(st.booleans()))
    return one


def swapped(given: Facts) -> Facts:
    """The same debate with the two sides' names exchanged."""
    mirror = {ONE: OTHER, OTHER: ONE, "": ""}
    return replace(
        given,
        said=tuple(replace(one, viewpoint=mirror[one.viewpoint]) for one in given.said),
        sentences=tuple(
            replace(one, section=Section(one.section.kind, mirror[one.section.viewpoint]))
            for one in given.sentences
        ),
    )
