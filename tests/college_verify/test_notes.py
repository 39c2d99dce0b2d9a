import base64

import pytest

from college_verify import notes, witnesses
from college_verify.findings import Broken
from tests.college_verify import writing
from tests.college_verify.writing import vectors

NOTES = vectors("notes-checkpoints")
KEY = notes.parse_key(NOTES["log_key"]["vkey"])


def test_the_known_key_is_read_and_its_identity_recomputed():
    assert KEY.name == NOTES["log_key"]["name"]
    assert KEY.identity.hex() == NOTES["log_key"]["key_id_hex"]


def test_signed_checkpoints_of_six_sizes_are_read():
    assert len(NOTES["checkpoints"]) == 6
    for case in NOTES["checkpoints"]:
        text, _ = notes.open_note(case["note"].encode(), KEY)
        checkpoint = notes.parse_checkpoint(text)
        assert text == case["text"]
        assert (checkpoint.size, checkpoint.root.hex()) == (case["size"], case["root_hex"])


@pytest.mark.parametrize("case", NOTES["open_cases"], ids=lambda case: case["case"])
def test_a_note_is_judged_as_the_reference_judges_it(case):
    note = base64.b64decode(case["note_base64"])
    if case["reference_result"] == "accepted":
        notes.open_note(note, KEY)
    else:
        with pytest.raises(Broken):
            notes.open_note(note, KEY)


def test_the_example_of_the_specification_holds():
    example = NOTES["spec_example"]
    notes.open_note(example["note"].encode(), notes.parse_key(example["vkey"]))


def signed(text, *more):
    return (text + "\n" + writing.signature(text) + "".join(more)).encode()


TEXT = writing.checkpoint_text(0, writing.root([]))
OWN = notes.parse_key(writing.vkey())


def test_a_bad_signature_of_the_known_key_spoils_a_note_with_a_good_one():
    bad = writing.signature("other\n")
    with pytest.raises(Broken, match="is bad"):
        notes.open_note(signed(TEXT, bad), OWN)
    with pytest.raises(Broken, match="is bad"):
        notes.open_note((TEXT + "\n" + bad + writing.signature(TEXT)).encode(), OWN)


@pytest.mark.parametrize(
    "line",
    [
        "\u2014 name with/space AAAAAAA=\n",
        "\u2014  AAAAAAA=\n",
        "\u2014 a+b AAAAAAA=\n",
        "\u2014 a\u00a0b AAAAAAA=\n",
        "\u2014 a AAAA\n",
        "\u2014 a AAAAAAB=\n",
        "\u2014 a AAAAAAA\n",
        "\u2014 a AAAA\u0660AAA\n",
        "\u2014 a\n",
        "\u2014a AAAAAAA=\n",
        "\n",
        "\u2014 a AAAAAAA=\x7f\n",
    ],
)
def test_a_malformed_signature_line_spoils_the_note(line):
    with pytest.raises(Broken):
        notes.open_note(signed(TEXT, line), OWN)


@pytest.mark.parametrize("sign", ["\t", "\r", "\x00", "\x1b"])
def test_a_well_signed_text_with_control_characters_is_refused(sign):
    with pytest.raises(Broken, match="control"):
        notes.open_note(signed(f"a{sign}b\n"), OWN)


def test_sixteen_signatures_are_read_and_a_hundred_and_one_are_not():
    stranger = "\u2014 a AAAAAAA=\n"
    notes.open_note(signed(TEXT, *[stranger] * 99), OWN)
    with pytest.raises(Broken, match="more than 100"):
        notes.open_note(signed(TEXT, *[stranger] * 100), OWN)


def test_a_huge_note_is_refused_before_it_is_read():
    with pytest.raises(Broken, match="larger"):
        notes.split(b"a" * (notes.LARGEST_NOTE + 1))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "a",
        "a+b",
        "a+00000000+AQ==",
        "a+zz+AQ==",
        writing.vkey().replace("+", " ", 1),
        "x" + writing.vkey(),
        writing.vkey()[:-1],
        writing.vkey() + "=",
        writing.vkey(kind=2),
        writing.vkey(kind=0xFF),
        writing.vkey(name="a b"),
        writing.vkey(name=""),
        writing.vkey().replace("+", "+A", 1),
        writing.vkey().split("+", 1)[0] + "+" + writing.vkey().split("+", 1)[1].upper(),
    ],
)
def test_a_malformed_key_is_refused(line):
    with pytest.raises(Broken):
        notes.parse_key(line)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n",
        "a\n1\n",
        "\n1\n" + "A" * 43 + "=\n",
        "a\n01\n" + "A" * 43 + "=\n",
        "a\n-1\n" + "A" * 43 + "=\n",
        "a\n+1\n" + "A" * 43 + "=\n",
        "a\n٣\n" + "A" * 43 + "=\n",
        "a\n9223372036854775808\n" + "A" * 43 + "=\n",
        "a\n" + "9" * 5000 + "\n" + "A" * 43 + "=\n",
        "a\n1\n" + "A" * 42 + "B=\n",
        "a\n1\nAAAA\n",
        "a\n1\n" + "A" * 43 + "=\n\nb\n",
        "a\n1\n" + "A" * 43 + "=",
    ],
)
def test_a_malformed_checkpoint_is_refused(text):
    with pytest.raises(Broken):
        notes.parse_checkpoint(text)


def test_the_largest_size_and_extension_lines_are_read():
    text = "a\n9223372036854775807\n" + "A" * 43 + "=\nmore\n"
    assert notes.parse_checkpoint(text).size == 2**63 - 1
    assert notes.parse_checkpoint(text).extensions == ("more",)


def cosigned(name):
    case = vectors(name)
    note = case.get("cosigned_note") or case["checkpoint_text"] + "\n" + case["signature_line"]
    text, signatures = notes.split((note.rstrip("\n") + "\n").encode())
    return text, notes.parse_checkpoint(text), signatures, case


def test_two_witnesses_are_read_with_their_times():
    text, checkpoint, signatures, case = cosigned("cosignature")
    for witness in case["witnesses"]:
        key = notes.parse_key(witness["vkey"])
        assert key.kind == notes.COSIGNATURE
        seen = witnesses.cosigned_at(text, checkpoint, signatures, key)
        assert seen == witness["timestamp"]


def test_a_post_quantum_witness_is_read():
    text, checkpoint, signatures, case = cosigned("cosignature-mldsa44")
    key = notes.parse_key(case["vkey"])
    assert witnesses.cosigned_at(text, checkpoint, signatures, key) == case["timestamp"]
    other = notes.Checkpoint(checkpoint.origin, checkpoint.size + 1, checkpoint.root)
    with pytest.raises(Broken, match="is bad"):
        witnesses.cosigned_at(text, other, signatures, key)


@pytest.mark.parametrize("name", ["cosignature", "cosignature-mldsa44"])
def test_a_cosignature_with_any_byte_changed_is_bad(name):
    text, checkpoint, signatures, case = cosigned(name)
    key = notes.parse_key(case.get("vkey") or case["witnesses"][0]["vkey"])
    own = notes.by_key(signatures, key)[0]
    for at in [*range(12), len(own.value) // 2, len(own.value) - 1]:
        value = bytearray(own.value)
        value[at] ^= 1
        changed = notes.Signature(own.name, own.identity, bytes(value))
        with pytest.raises(Broken):
            witnesses.cosigned_at(text, checkpoint, [changed], key)
    for value in (b"", own.value[:8], own.value[:-1], own.value + b"x", bytes(8) + own.value[8:]):
        shortened = notes.Signature(own.name, own.identity, value)
        with pytest.raises(Broken):
            witnesses.cosigned_at(text, checkpoint, [shortened], key)


@pytest.mark.parametrize(
    ("seconds", "good"), [(0, False), (1, True), (2**63 - 1, True), (2**63, False)]
)
def test_a_witness_signs_a_time_that_is_one(seconds, good):
    key = notes.parse_key(writing.vkey(kind=notes.COSIGNATURE))
    message = f"cosignature/v1\ntime {seconds}\n{TEXT}".encode()
    value = seconds.to_bytes(8, "big") + writing.KEY.sign(message)
    own = [notes.Signature(key.name, key.identity, value)]
    checkpoint = notes.parse_checkpoint(TEXT)
    if good:
        assert witnesses.cosigned_at(TEXT, checkpoint, own, key) == seconds
    else:
        with pytest.raises(Broken, match="no time"):
            witnesses.cosigned_at(TEXT, checkpoint, own, key)


def test_a_key_of_the_log_signs_no_note_as_a_witness():
    key = notes.parse_key(writing.vkey(kind=notes.COSIGNATURE))
    assert key.identity != OWN.identity
    with pytest.raises(Broken, match="signs no notes"):
        notes.open_note(signed(TEXT), key)
