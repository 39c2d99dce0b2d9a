import pytest

from college_verify import texts
from college_verify.findings import Broken
from college_verify.states import OPEN, State
from tests.college_verify.writing import AT, canonical, sha

SALT = sha(b"salt")
UNTIL = "2027-01-01T00:00:00.000Z"
WITHHELD = State("withheld", ground="court-order", case="", until=UNTIL)
UNTIL_TURNED = State("withheld", ground="court-order", case="", until="")
ERASED = State("tombstone", ground="privacy", at=AT)


def committed(data):
    return sha(SALT + data).hex()


def opened(**words):
    ((name, value),) = words.items()
    data = value.encode() if name == "text" else canonical(value)
    return {"commitment": committed(data), "state": "open", "salt": SALT.hex(), name: value}


WORDS = opened(text="Naïve\n\nwords")
CLOSED = {"commitment": WORDS["commitment"], "state": "withheld", "ground": "court-order"}
CLOSED |= {"case": "", "until": UNTIL}
GONE = {"commitment": WORDS["commitment"], "state": "tombstone", "ground": "privacy", "at": AT}


@pytest.mark.parametrize(
    ("file", "state"),
    [
        (WORDS, OPEN),
        (opened(text=""), OPEN),
        (opened(document={"b": [1, 2.5], "a": None}), OPEN),
        (opened(document="just words"), OPEN),
        (CLOSED, WITHHELD),
        (CLOSED | {"until": ""}, UNTIL_TURNED),
        (GONE, ERASED),
    ],
)
def test_a_text_in_the_state_of_its_entries_holds(file, state):
    texts.check(canonical(file), file["commitment"], state)


@pytest.mark.parametrize(
    ("file", "state", "words"),
    [
        (WORDS | {"text": "Naïve\n\nwords."}, OPEN, "not what was committed"),
        (WORDS | {"salt": bytes(32).hex()}, OPEN, "not what was committed"),
        (WORDS | {"salt": SALT.hex().upper()}, OPEN, "salt"),
        (WORDS | {"salt": ""}, OPEN, "salt"),
        (WORDS | {"salt": None}, OPEN, "salt"),
        (WORDS | {"document": {}}, OPEN, "exactly"),
        (WORDS | {"more": 1}, OPEN, "exactly"),
        ({k: v for k, v in WORDS.items() if k != "text"}, OPEN, "exactly"),
        (WORDS | {"text": 7}, OPEN, "no string"),
        (WORDS | {"commitment": "00" * 32}, OPEN, "about the commitment"),
        (WORDS | {"commitment": None}, OPEN, "has no member commitment"),
        ({k: v for k, v in WORDS.items() if k != "commitment"}, OPEN, "has no member commitment"),
        ({"text": "Naïve\n\nwords"}, OPEN, "has no member commitment"),
        (WORDS, WITHHELD, "by the entries it is withheld"),
        (CLOSED | {"until": ""}, WITHHELD, "until"),
        (CLOSED, UNTIL_TURNED, "until"),
        (WORDS, ERASED, "by the entries it is tombstone"),
        (CLOSED, OPEN, "by the entries it is open"),
        (GONE, OPEN, "by the entries it is open"),
        (GONE, WITHHELD, "by the entries it is withheld"),
        (WORDS | {"state": ["open"]}, OPEN, "state"),
        (CLOSED | {"ground": "whim"}, WITHHELD, "ground"),
        (CLOSED | {"case": "7h2m9k4qx0c5t"}, WITHHELD, "case"),
        (CLOSED | {"until": AT}, WITHHELD, "until"),
        (CLOSED | {"text": "oops"}, WITHHELD, "exactly"),
        (GONE | {"ground": "whim"}, ERASED, "ground"),
        (GONE | {"at": UNTIL}, ERASED, "at"),
        (GONE | {"salt": SALT.hex()}, ERASED, "exactly"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_in_words(file, state, words):
    with pytest.raises(Broken, match=words):
        texts.check(canonical(file), WORDS["commitment"], state)


@pytest.mark.parametrize("text", ["cafe\u0301", "a\r\nb", "a\rb"])
def test_a_text_in_another_form_is_refused_though_its_hash_is_right(text):
    file = opened(text=text)
    with pytest.raises(Broken, match="NFC"):
        texts.check(canonical(file), file["commitment"], OPEN)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\x00",
        b"[" * 100_000,
        b'{"state":"open","state":"open"}',
        canonical(WORDS).replace("ï".encode(), b"\\ud800"),
        canonical(WORDS)[:-1],
    ],
)
def test_a_file_that_is_no_text_is_refused(data):
    with pytest.raises(Broken):
        texts.check(data, WORDS["commitment"], OPEN)
