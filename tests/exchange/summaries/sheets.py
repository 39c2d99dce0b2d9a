"""A sheet as the formats take it, with every part filled and words that try to become markup."""

from dataclasses import replace
from datetime import UTC, datetime

from college.exchange.summaries.sheet import (
    Attested,
    Comment,
    Part,
    Sentence,
    Sheet,
    Side,
    Source,
    Words,
)

URL = "https://college.example/debates/ferry/summary/v/2/"
#: What people write, and every format must hand on letter for letter.
HOSTILE = (
    "Plain words.",
    "*stars* _lines_ `ticks` [link](http://x.example) <b>bold</b> & co. | ~~gone~~ \\",
    "# not a heading",
    "1. not a list",
    "- nor this + or = that",
    "#emph[typst] $x^2$ @label <anchor> // comment",
    "{braces} % per cent & 50 $ ~ ^ under_score",
    "]]> --> </script> \"quoted\" 'single'",
    "مرحبا بالعالم שלום עולם",
    "e\u0301 combining, 👩‍👩‍👧 joined, \u202eturned\u202c",
)
A, B = Side("A", "Ferry every day"), Side("B", "A bridge instead")
WORDS = Words(
    summary="Summary",
    version="version",
    sources="What it rests on",
    attested="What the sides say of it",
    answer="The editors answer",
    comments="Comments",
    undecided="undecided",
    turns_on="Turns on",
)


def make_sheet(words: tuple[str, ...] = HOSTILE, **other: object) -> Sheet:
    """One sentence for each of ``words``, in a section of A; each rests on both sources."""
    at = datetime(2026, 1, 9, 10, 30, tzinfo=UTC)
    sentences = tuple(
        Sentence(
            public_id=f"s{number}",
            url=f"{URL}#s-s{number}",
            words=one,
            sources=(1, 2),
            attested=(Attested(B, "not fair", one, "It stands in “Terms”."),)
            if number == 2
            else (),
        )
        for number, one in enumerate(words)
    )
    sheet = Sheet(
        college="College of Policy Debate",
        public_id="k" * 13,
        slug="ferry",
        title="Should the town keep its ferry?",
        url=URL,
        debate_url="https://college.example/debates/ferry/",
        number=2,
        made_at=at,
        certified_at=at,
        language="en",
        sides=(B, A),
        parts=(Part("The question", None, sentences[:1]), Part("Ferry every day", A, sentences)),
        sources=(
            Source(1, "https://college.example/debates/ferry/c/one/r/1/", "A claim", A, words[0]),
            Source(
                2, "https://college.example/debates/ferry/c/two/r/2/", "Evidence", None, words[-1]
            ),
        ),
        whole=(Attested(A, "fair", "", ""),),
        comments=(
            Comment(
                f"{URL}../../comments/c1/", B, "Nino", words[0], at, 0, 5, "Plain", "", " words."
            ),
            Comment(f"{URL}../../comments/c2/", None, "Ada", "Gone?", at, None, None, "", "", ""),
        ),
        turns_on=(("Is there a bridge?", "https://college.example/debates/bridge/summary/"),),
        words=WORDS,
    )
    return replace(sheet, **other)
