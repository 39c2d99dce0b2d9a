"""Where comments stand in the next version: kept, moved, asked about, orphaned; never on the wrong words."""

import random
import re
from collections import Counter

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from college.ground.prose import clean
from college.summaries.rules import anchoring, selectors
from college.summaries.rules.life import AnchorHow
from college.summaries.rules.plain import Plain, plain
from tests.summaries.fixtures.editing import Edit, edits, laid

#: Latin, marks that combine, Hebrew with points, a flag, a family of faces: what is easily cut in two.
_SIGNS = [
    "a",
    "b",
    " ",
    ".",
    "e\u0301\u0323",
    "\u05e9\u05c1",
    "\u0644\u064e",
    "न्",
    "語",
    "🇨🇭",
    "👩‍🚀",
    "x",
]
_sentences = (
    st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=25).map("".join).map(clean).filter(bool)
)
_texts = st.lists(_sentences, min_size=1, max_size=6)


def _numbered(sentences, first=0):
    return {f"s{first + n:02}": words for n, words in enumerate(sentences)}


def _one(text: str) -> Plain:
    return plain([[("s", text)]])


def _whereabouts(old: str, new: str, exact: str, **given):
    """What becomes of some words of a sentence that is written anew."""
    return anchoring.reanchor(_one(old), _one(new), [selectors.find(old, exact, **given)])[0]


def _selected(data, text: str, start: int, end: int):
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    if not text[first:last].strip():
        first, last = start, end
    return selectors.select(text, first, last)


def _is_cut(text: str, at: int) -> bool:
    return at not in {found.start() for found in regex.finditer(r"\X", text)} | {len(text)}


@given(_texts, st.data())
def test_version_without_an_edit_keeps_every_comment_where_it_is(sentences, data):
    text = laid(_numbered(sentences))
    chosen = [_selected(data, text.text, 0, len(text.text)) for _ in range(3)]
    found = anchoring.reanchor(text, text, chosen)
    assert [(f.how, f.start, f.end) for f in found] == [
        (AnchorHow.EXACT, one.start, one.end) for one in chosen
    ]


@given(_texts, st.lists(st.tuples(st.integers(0, 6), _sentences), max_size=4), st.data())
def test_sentences_written_elsewhere_keep_every_comment_on_its_words(sentences, added, data):
    old = _numbered(sentences)
    pairs = list(old.items())
    for number, (at, words) in enumerate(added):
        pairs.insert(min(at, len(pairs)), (f"n{number}", words))
    before, after = laid(old), laid(dict(pairs))
    sentence = data.draw(st.sampled_from(list(old)))
    chosen = _selected(data, before.text, *before.spans[sentence])
    found = anchoring.reanchor(before, after, [chosen])[0]
    assert found.how is AnchorHow.EXACT
    assert found.start - after.spans[sentence][0] == chosen.start - before.spans[sentence][0]
    assert after.text[found.start : found.end] == chosen.exact


@given(_texts, st.text("klmn ", min_size=8, max_size=40).map(clean).filter(lambda t: len(t) > 4))
def test_words_that_were_left_out_leave_an_orphan(sentences, gone):
    old = _numbered(sentences) | {"gone": gone}
    before = laid(old)
    chosen = selectors.select(before.text, *before.spans["gone"])
    found = anchoring.reanchor(before, laid(_numbered(sentences)), [chosen])
    assert found == [anchoring.ORPHAN]


@given(_texts, _texts, st.integers(0, 6), st.data())
def test_no_comment_stands_on_other_words(sentences, others, first, data):
    """Whatever becomes of a text: the very words, or words that pass the score; and no character is cut."""
    old, new = laid(_numbered(sentences)), laid(_numbered(others, first))
    chosen = _selected(data, old.text, 0, len(old.text))
    found = anchoring.reanchor(old, new, [chosen])[0]
    if found.how is AnchorHow.ORPHANED:
        assert (found.start, found.end) == (None, None)
        return
    words = new.text[found.start : found.end]
    assert words.strip() == words != ""
    assert not _is_cut(new.text, found.start)
    assert not _is_cut(new.text, found.end)
    if found.how is AnchorHow.EXACT:
        assert words == chosen.exact
        return
    score = anchoring.score(chosen, new.text, found.start, found.end)
    least = anchoring.MOVED if found.how is AnchorHow.MOVED else anchoring.PROPOSED
    assert found.score == score >= least


def test_words_in_their_sentence_are_found_whatever_is_written_around_them():
    found = _whereabouts(
        "Rents rose in most districts.",
        "In the years counted, rents fell, in most districts.",
        "most",
    )
    assert (found.how, found.score) == (AnchorHow.EXACT, 1000)


def test_nearly_the_same_words_are_moved_and_say_so():
    old = "The survey found cracks in three of its seven arches, says the office."
    new = "The survey found cracks in four of its seven arches, says the office."
    found = _whereabouts(old, new, "found cracks in three of its seven arches, says the office")
    assert found.how is AnchorHow.MOVED
    assert (
        new[found.start : found.end] == "found cracks in four of its seven arches, says the office"
    )


def test_words_that_changed_more_are_asked_about():
    old, new = "The survey found cracks in three arches.", "The survey found cracks in four arches."
    found = _whereabouts(old, new, "in three arches")
    assert found.how is AnchorHow.PROPOSED
    assert new[found.start : found.end] == "in four arches"


def test_words_of_which_little_is_left_are_orphaned():
    old, new = "It fell from 71 to 58 decibels.", "It fell, as the mill’s own meter says."
    assert _whereabouts(old, new, "from 71 to 58 decibels") == anchoring.ORPHAN


def test_one_of_two_alike_goes_with_what_stands_around_it():
    old = "Here most agree that the road is full, and there most agree that the bridge is old."
    new = "There, they say, most agree that the bridge is old."
    kept = _whereabouts(old, new, "most agree", near=60)
    assert (kept.how, kept.start) == (AnchorHow.EXACT, new.index("most agree"))
    assert _whereabouts(old, new, "most agree", near=0).how is not AnchorHow.EXACT


def test_word_inside_a_longer_word_is_another_word():
    found = _whereabouts("The rent is paid.", "The current is paid for.", "rent")
    assert found.how is not AnchorHow.EXACT


def test_sentence_that_lost_its_id_but_not_its_words_is_found():
    old = {"s1": "One.", "s2": "The very words that somebody commented.", "s3": "Three."}
    new = {"s1": "One.", "s3": "Three.", "n9": old["s2"]}
    before, after = laid(old), laid(new)
    chosen = selectors.find(before.text, "words")
    found = anchoring.reanchor(before, after, [chosen])[0]
    assert found.how is AnchorHow.EXACT
    assert after.spans["n9"][0] <= found.start < found.end <= after.spans["n9"][1]


def test_words_taken_into_another_sentence_are_found_where_they_tell_where_they_belong():
    old = {"s1": "It is full. Nurses on the night shift cannot take a bus.", "s2": "Two."}
    new = {"s1": "It is full.", "s2": "Two: nurses on the night shift cannot take a bus, they say."}
    before, after = laid(old), laid(new)
    long, short = (
        selectors.find(before.text, words) for words in ("the night shift cannot take a bus", "on")
    )
    found, lost = anchoring.reanchor(before, after, [long, short])
    assert found.how is AnchorHow.EXACT
    assert after.text[found.start : found.end] == long.exact
    assert lost.how in {AnchorHow.PROPOSED, AnchorHow.ORPHANED}


@pytest.mark.parametrize(
    ("old", "new", "exact"),
    [
        ("הגשר הישן סגור בחורף", "הגשר הישן מאוד סגור בחורף", "סגור בחורף"),
        ("שָׁלוֹם עֲלֵיכֶם לְכֻלָּם", "הַיּוֹם שָׁלוֹם עֲלֵיכֶם לְכֻלָּם", "עֲלֵיכֶם"),
        ("الجسر القديم مغلق في الشتاء", "الجسر القديم جدًا مغلق في الشتاء", "مغلق في"),
        ("पुराना पुल सर्दियों में बंद है", "पुराना पत्थर का पुल सर्दियों में बंद है", "सर्दियों में"),
        ("古い橋は冬に閉まる", "古い石の橋は冬に閉まる", "冬に閉まる"),
        ("See 👩‍🚀 and 👨‍👩‍👧 there", "See, at last, 👩‍🚀 and 👨‍👩‍👧 there", "👩‍🚀 and 👨‍👩‍👧"),
    ],
)
def test_every_script_keeps_its_words(old, new, exact):
    found = _whereabouts(clean(old), clean(new), exact)
    assert found.how is AnchorHow.EXACT
    assert clean(new)[found.start : found.end] == clean(exact)


def test_face_that_became_part_of_a_family_is_not_the_same_words():
    old, new = "Here stands 👩 alone.", "Here stands 👩‍👧 alone."
    found = _whereabouts(old, new, "👩")
    assert found.how is not AnchorHow.EXACT
    assert found.start is None or new[found.start : found.end] == "👩‍👧"


def test_comments_may_lie_over_one_another():
    text = _one("One two three four.")
    over = [selectors.select(text.text, a, b) for a, b in ((0, 7), (4, 13), (4, 7), (0, 19))]
    found = anchoring.reanchor(text, _one("Zero, one. One two three four."), over)
    assert [f.how for f in found] == [AnchorHow.EXACT] * 4
    assert [f.start for f in found] == [11, 15, 15, 11]


def test_selector_that_is_not_true_of_the_old_text_is_an_orphan():
    text = _one("One two three four.")
    false = selectors.Selector("two", "", "", 0, 3)
    assert anchoring.reanchor(text, text, [false]) == [anchoring.ORPHAN]


def test_text_beyond_the_limit_is_not_begun():
    long = _one("x" * (anchoring.MOST_TEXT + 1))
    with pytest.raises(ValueError, match="beyond"):
        anchoring.reanchor(long, long, [])


def _chosen(edit: Edit) -> list[tuple[str, selectors.Selector]]:
    """Twenty comments on each sentence, from one word to all of them, the same in every run."""
    luck, text, found = random.Random(4), laid(edit.old), []
    for sentence, (start, end) in text.spans.items():
        words = [one.span() for one in re.finditer(r"\S+", text.text[start:end])]
        for _ in range(20):
            first = luck.randrange(len(words))
            last = min(len(words), first + luck.choice([1, 1, 2, 3, 4, 5, 6, 8, 12, 99])) - 1
            chosen = selectors.select(text.text, start + words[first][0], start + words[last][1])
            found.append((sentence, chosen))
    return found


def test_ten_edits_keep_ninety_five_of_a_hundred_comments():
    counted: Counter[AnchorHow] = Counter()
    for edit in edits():
        chosen = [selector for _sentence, selector in _chosen(edit)]
        found = anchoring.reanchor(laid(edit.old), laid(edit.new), chosen)
        counted.update(one.how for one in found)
    assert len(edits()) == 10
    kept = counted[AnchorHow.EXACT] + counted[AnchorHow.MOVED]
    assert kept / counted.total() >= 0.95
    assert counted[AnchorHow.ORPHANED] / counted.total() <= 0.02


@pytest.mark.parametrize("edit", edits(), ids=lambda edit: edit.name)
def test_no_comment_goes_to_a_sentence_to_which_its_words_did_not_go(edit):
    text = laid(edit.new)
    chosen = _chosen(edit)
    found = anchoring.reanchor(laid(edit.old), text, [selector for _sentence, selector in chosen])
    for (sentence, selector), one in zip(chosen, found, strict=True):
        if one.how in {AnchorHow.ORPHANED, AnchorHow.PROPOSED}:
            continue  # it stands nowhere, until its author says so
        spans = [text.spans[heir] for heir in edit.heirs[sentence]]
        inside = any(start <= one.start and one.end <= end for start, end in spans)
        assert inside, f"{selector.exact!r} went to {text.text[one.start : one.end]!r}"
