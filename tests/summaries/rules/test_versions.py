"""What a version keeps of what was settled, and when two versions have the very same section."""

from hypothesis import given
from hypothesis import strategies as st

from college.summaries.rules.sections import Section, SectionKind
from college.summaries.rules.versions import (
    FORM,
    Piece,
    Rest,
    certified_part,
    document,
    kept,
    read_with_numbers,
    sections_of,
)

TERMS, HOLDS = Section(SectionKind.TERMS), Section(SectionKind.HOLDS, "b" * 13)
_rests = st.lists(
    st.builds(
        Rest, st.text("abc", min_size=1), st.text("f0", min_size=1), st.just((1, 1)), st.booleans()
    ),
    max_size=4,
).map(tuple)
_pieces = st.lists(st.builds(Piece, st.text("xyz", min_size=1), st.text(), st.just(""), _rests))
_settled = st.lists(st.tuples(st.sampled_from([TERMS, HOLDS]), _pieces), max_size=4)


@given(_settled)
def test_nothing_is_kept_that_does_not_stand_and_nothing_that_stands_is_lost(settled):
    found = kept(settled)
    assert [section for section, _pieces in found.sections] == [section for section, _p in settled]
    for (_section, now), (_same, before) in zip(found.sections, settled, strict=True):
        grounded = [p for p in before if p.words and any(rest.stands for rest in p.rests)]
        assert [piece.words for piece in now] == [piece.words for piece in grounded]
        for piece, was in zip(now, grounded, strict=True):
            assert piece.rests == tuple(rest for rest in was.rests if rest.stands)
    number = sum(len(pieces) for _section, pieces in found.sections)
    assert found.left_out == sum(len(pieces) for _section, pieces in settled) - number
    assert found.is_empty == (number == 0)


def made(*, terms="aa", holds="bb"):
    rest = Rest("c" * 13, "cc", (1, 1))
    return document(
        summary="s" * 13,
        debate="d" * 13,
        number=1,
        question="qq",
        sections=[(TERMS, [("1" * 13, terms, (rest,))]), (HOLDS, [("2" * 13, holds, (rest,))])],
    )


def test_document_has_the_members_of_the_specification():
    assert made() == {
        "v": "college-summary-v1",
        "summary": "s" * 13,
        "debate": "d" * 13,
        "number": 1,
        "question": "qq",
        "sections": [
            {
                "section": "terms",
                "viewpoint": "",
                "statements": [
                    {
                        "statement": "1" * 13,
                        "text": "aa",
                        "links": [{"contribution": "c" * 13, "text": "cc"}],
                    }
                ],
            },
            {
                "section": "holds",
                "viewpoint": "b" * 13,
                "statements": [
                    {
                        "statement": "2" * 13,
                        "text": "bb",
                        "links": [{"contribution": "c" * 13, "text": "cc"}],
                    }
                ],
            },
        ],
    }
    assert sections_of(made()) == [TERMS, HOLDS]


def test_a_section_is_the_same_until_anything_of_it_changes_and_the_form_until_anything_does():
    own = ("holds", "b" * 13)
    assert certified_part(made(), *own) == certified_part(made(terms="zz"), *own)
    assert certified_part(made(), *own) != certified_part(made(holds="zz"), *own)
    assert certified_part(made(), FORM, "") == certified_part(made(), FORM, "")
    assert certified_part(made(), FORM, "") != certified_part(made(terms="zz"), FORM, "")
    assert certified_part(made(), "holds", "z" * 13) is None


def test_panel_reads_each_sentence_with_the_numbers_of_what_it_rests_on():
    assert read_with_numbers([("One.", [1, 3]), ("Two.", []), ("Three.", [2])]) == (
        "One. [1, 3]\nTwo.\nThree. [2]"
    )
