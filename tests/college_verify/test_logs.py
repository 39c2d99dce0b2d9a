"""A whole published log: it holds as written, and no change to it goes unseen."""

import base64
import os
import shutil

import pytest

from college_verify import checks, notes, texts, walk
from college_verify.checks import Wishes
from college_verify.findings import SHOWN_PER_CHECK, BadInput, Broken, Findings
from college_verify.sources import Directory, find
from college_verify.states import OPEN, State
from tests.college_verify import writing
from tests.college_verify.writing import college, vectors


def verify(folder, **wishes):
    findings = Findings()
    opened = checks.check_log(find(str(folder)), Wishes(**wishes), findings)
    return findings, opened


def failures(folder, **wishes):
    findings, _ = verify(folder, **wishes)
    return [(f.check, f.place, f.sentence) for f in findings.found if f.outcome == "failed"]


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """300 entries, with what the sizes 5, 40 and 256 left."""
    return college(300).publish(tmp_path_factory.mktemp("written"), 5, 40, 256)


@pytest.fixture
def log(written, tmp_path):
    """A copy of the log to spoil; its folder ``log/``."""
    shutil.copytree(written, tmp_path / "copy")
    return tmp_path / "copy" / "log"


def test_a_log_as_written_holds_in_every_respect(written):
    findings, opened = verify(written)
    held = {f.check for f in findings.found if f.outcome == "held"}
    assert findings.intact()
    assert held == {"key", "signature", "tree", "tiles", "leftovers", "entries", "texts"}
    assert opened is not None
    assert opened.checkpoint.size == 300
    (told,) = [f.sentence for f in findings.found if f.check == "texts" and f.outcome == "held"]
    assert "295 committed texts" in told
    assert "293 open" in told
    assert "1 withheld, 1 erased" in told


def test_a_pinned_key_needs_no_warning(written):
    warned, _ = verify(written)
    pinned, _ = verify(written, vkey=writing.vkey())
    assert any("only" in f.sentence for f in warned.found if f.check == "key")
    assert not any(f.outcome == "note" for f in pinned.found if f.check == "key")


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 511, 512, 513])
def test_logs_at_the_borders_of_tiles_hold(tmp_path, size):
    log = writing.Log()
    log.say(
        "record.college.founded", origin=writing.ORIGIN, preset="a", charter=log.commit(text="")
    )
    for number in range(1, size):
        log.say("record.text.released", commitment=log.commit(text=f"{number}"))
    log.entries = log.entries[:size]
    log.texts = log.texts if size else {}
    assert not failures(log.publish(tmp_path, *range(0, size, 97)))


def test_the_complete_log_of_the_reference_holds_as_a_tree(tmp_path):
    case = vectors("complete-log-300")
    for name, data in case["files_base64"].items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(data))
    source, findings = Directory(tmp_path), Findings()
    (tmp_path / "vkey").write_text(case["vkey"])
    wishes = Wishes(vkey=case["vkey"], seers=[notes.parse_key(case["witness_vkey"])])
    opened = checks.open_log(source, wishes, findings)
    entries = []
    assert walk.check_tree(
        source, opened.checkpoint, findings, each=lambda first, bundle: entries.extend(bundle)
    )
    assert findings.intact()
    assert entries == [b"entry %d\n" % i for i in range(300)]
    assert opened.checkpoint.root.hex() == case["root_hex"]
    assert {f.check for f in findings.found if f.outcome == "held"} == {
        *("key", "signature", "witnesses", "tree", "tiles", "leftovers")
    }


TREE = [
    ("tile/entries/000", {"tree", "tiles", "entries"}),
    ("tile/entries/001.p/44", {"tree", "tiles", "entries"}),
    ("tile/entries/000.p/5", {"leftovers"}),
    ("tile/entries/000.p/40", {"leftovers"}),
    ("tile/0/000", {"tiles"}),
    ("tile/0/001.p/44", {"tiles"}),
    ("tile/0/000.p/40", {"leftovers"}),
    ("tile/1/000.p/1", {"tiles"}),
]


@pytest.mark.parametrize(("name", "checks_hit"), TREE)
@pytest.mark.parametrize("where", ["first", "third", "middle", "last"])
def test_a_flipped_bit_in_any_tile_is_found(log, name, checks_hit, where):
    file = log / name
    data = bytearray(file.read_bytes())
    at = {"first": 0, "third": 2, "middle": len(data) // 2, "last": len(data) - 1}[where]
    data[at] ^= 1
    file.write_bytes(data)
    hit = {check for check, _, _ in failures(log)}
    assert hit
    assert hit & checks_hit


@pytest.mark.parametrize("name", [name for name, _ in TREE])
@pytest.mark.parametrize("change", ["cut", "longer", "empty", "gone"])
def test_a_tile_cut_lengthened_emptied_or_gone_is_found(log, name, change):
    file = log / name
    data = file.read_bytes()
    if change == "gone":
        file.unlink()
    else:
        file.write_bytes({"cut": data[:-1], "longer": data + data[-32:], "empty": b""}[change])
    # What an earlier size left may be gone for all a reader can tell; it may not be wrong.
    left = ".p/5" in name or ".p/40" in name
    assert bool(failures(log)) is not (change == "gone" and left)


def test_an_entry_changed_together_with_its_hash_is_found_by_the_root(log):
    bundle = log / "tile/entries/001.p/44"
    tile = log / "tile/0/001.p/44"
    entries = college(300).entries[256:]
    changed = entries[0].replace(writing.MEMBER.encode(), b"0000000000000")
    bundle.write_bytes(writing.bundle([changed, *entries[1:]]))
    tile.write_bytes(writing.sha(b"\x00" + changed) + tile.read_bytes()[32:])
    assert [check for check, _, _ in failures(log)] == ["tree"]


def test_the_entry_whose_hash_is_wrong_is_named(log):
    tile = log / "tile/0/000"
    data = bytearray(tile.read_bytes())
    data[32 * 17] ^= 1
    tile.write_bytes(data)
    assert ("tiles", "tile/0/000", "Its hash number 17 is not that of entry 17.") in failures(log)


def test_a_full_tile_serves_where_the_partial_one_is_gone(written, tmp_path):
    whole = college(512).publish(tmp_path / "whole")
    log = shutil.copytree(written, tmp_path / "copy") / "log"
    entries = college(300).entries
    more = college(512).entries[300:]
    shutil.rmtree(log / "tile/entries/001.p")
    shutil.rmtree(log / "tile/0/001.p")
    (log / "tile/entries/001").write_bytes(writing.bundle([*entries[256:], *more]))
    hashes = [writing.sha(b"\x00" + e) for e in [*entries[256:], *more]]
    (log / "tile/0/001").write_bytes(b"".join(hashes))
    assert not failures(log)
    shutil.copy(whole / "log/tile/0/001", log / "tile/0/001")
    assert failures(log)


@pytest.mark.parametrize("name", ["tile/0/001", "tile/0/001.p/60"])
def test_a_tile_beyond_the_checkpoint_must_begin_like_the_tree(log, name):
    known = (log / "tile/0/001.p/44").read_bytes()
    width = 60 if ".p/" in name else 256
    (log / name).write_bytes(known + bytes(32 * (width - 44)))
    assert not failures(log)
    (log / name).write_bytes(bytes(32 * width))
    assert [(check, place) for check, place, _ in failures(log)] == [("leftovers", name)]


@pytest.mark.parametrize("name", ["vkey", "checkpoint"])
def test_every_flipped_bit_of_key_and_checkpoint_is_found(log, name):
    whole = (log / name).read_bytes()
    # The last newline of the key's line may be missing; nothing else may differ.
    for at in range(len(whole) - (name == "vkey")):
        data = bytearray(whole)
        data[at] ^= 2
        (log / name).write_bytes(data)
        assert failures(log), at


def test_without_a_key_or_a_believable_checkpoint_nothing_else_is_read(log):
    (log / "vkey").unlink()
    shutil.rmtree(log / "tile")
    assert [check for check, _, _ in failures(log)] == ["key"]


def test_another_key_than_the_pinned_one_is_found(log):
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    hit = failures(log, vkey=writing.vkey(other))
    assert {check for check, _, _ in hit} == {"key", "signature"}


def test_a_name_that_is_not_the_origin_and_extension_lines_are_found(log):
    root = writing.root(college(300).entries)
    for text in (
        writing.checkpoint_text(300, root, "log.example.org/other"),
        writing.checkpoint_text(300, root) + "more\n",
    ):
        (log / "checkpoint").write_bytes(f"{text}\n{writing.signature(text)}".encode())
        assert next(check for check, _, _ in failures(log)) == "signature"


def test_a_witness_asked_for_must_have_signed(written):
    other = writing.Ed25519PrivateKey.from_private_bytes(b"\x22" * 32)
    key = notes.parse_key(writing.vkey(other, "witness.example.org", notes.COSIGNATURE))
    hit = failures(written, seers=[key])
    assert [(check, "did not sign" in told) for check, _, told in hit] == [("witnesses", True)]


def some_text(log, state):
    for file in sorted((log / "texts").rglob("*.json")):
        if f'"state":"{state}"' in file.read_text("utf-8"):
            return file
    raise AssertionError(state)


@pytest.mark.parametrize("state", ["open", "withheld", "tombstone"])
def test_a_text_changed_or_gone_is_found_in_every_state(log, state):
    file = some_text(log, state)
    whole = file.read_bytes()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1
        file.write_bytes(data)
        assert changed_text_is_found(Directory(log), file), at
    file.unlink()
    assert [(c, p) for c, p, _ in failures(log)] == [("texts", str(file.relative_to(log)))]


def changed_text_is_found(source, file):
    """As ``check_log`` would, but this one text only: three hundred whole checks take long."""
    told = {"ground": "court-order", "case": "", "until": "2027-01-01T00:00:00.000Z"}
    gone = State("tombstone", ground="privacy", at=writing.AT)
    data = source.read(texts.path(file.stem), texts.LARGEST_TEXT)
    for state in (OPEN, State("withheld", **told), gone):
        try:
            texts.check(data, file.stem, state)
        except Broken:
            continue
        return False
    return True


def test_a_text_no_entry_commits_to_is_found(log):
    stranger = "ab" * 32
    (log / "texts/ab").mkdir(exist_ok=True)
    (log / f"texts/ab/{stranger}.json").write_text("{}")
    assert [check for check, _, _ in failures(log)] == ["texts"]


def test_an_erased_text_that_is_still_published_is_found(tmp_path):
    log = college()
    gone = next(c for c, t in log.texts.items() if t["state"] == "tombstone")
    log.texts[gone] = log.texts[next(iter(log.texts))] | {"commitment": gone}
    (hit,) = failures(log.publish(tmp_path))
    assert "by the entries it is tombstone" in hit[2]


@pytest.mark.parametrize("kind", ["released", "erased", "withheld"])
def test_nothing_brings_an_erased_text_back(tmp_path, kind):
    log = college()
    gone = next(c for c, t in log.texts.items() if t["state"] == "tombstone")
    more = {
        "released": {},
        "erased": {"ground": "whim"},
        "withheld": {"ground": "whim", "case": "", "until": writing.AT},
    }[kind]
    log.say(f"record.text.{kind}", commitment=gone, **more)
    (hit,) = failures(log.publish(tmp_path))
    assert hit[:2] == ("entries", "entry 40")


def test_a_college_founded_under_another_origin_is_found(tmp_path):
    log = college()
    charter = log.commit(text="x")
    log.say("record.college.founded", origin="elsewhere", preset="class", charter=charter)
    assert [check for check, _, _ in failures(log.publish(tmp_path))] == ["entries"]


def test_of_many_failures_the_first_are_told_and_the_rest_counted(tmp_path):
    log = writing.Log(entries=[b"entry %d" % i for i in range(50)])
    findings, _ = verify(log.publish(tmp_path))
    assert sum(f.outcome == "failed" for f in findings.found) == SHOWN_PER_CHECK
    assert findings.unshown() == {"entries": 50 - SHOWN_PER_CHECK}


# Hostile directories


def claim(log, size):
    text = writing.checkpoint_text(size, bytes(32))
    (log / "checkpoint").write_bytes(f"{text}\n{writing.signature(text)}".encode())


def test_a_thousand_million_entries_claimed_are_refused_by_number(log):
    claim(log, 10**9)
    with pytest.raises(BadInput, match="1,000,000,000 entries"):
        verify(log)
    # Who insists is told at the first bundle that is missing.
    (hit,) = [h for h in failures(log, most_entries=2**62) if h[0] == "tree"]
    assert hit[1] == "tile/entries/001"


@pytest.mark.parametrize("name", ["tile/entries/000", "tile/0/000", "vkey", "checkpoint"])
def test_a_symbolic_link_is_not_followed(log, name, tmp_path):
    away = tmp_path / "away"
    (log / name).rename(away)
    (log / name).symlink_to(away)
    assert any("symbolic link" in told for _, _, told in failures(log))


def test_a_folder_that_is_a_symbolic_link_is_not_followed(log, tmp_path):
    (log / "tile").rename(tmp_path / "away")
    (log / "tile").symlink_to(tmp_path / "away")
    assert any("symbolic link" in told for _, _, told in failures(log))


def test_a_pipe_a_folder_and_an_endless_file_are_no_files(log):
    os.mkfifo(log / "texts" / "pipe")
    for name in ("tile/entries/000", "tile/0/000", "vkey"):
        (log / name).unlink()
        os.mkfifo(log / name)
    assert failures(log)
    (log / "vkey").unlink()
    (log / "vkey").mkdir()
    assert failures(log)
    (log / "vkey").rmdir()
    with (log / "vkey").open("wb") as file:
        file.truncate(1 << 40)
    assert any("larger" in told for _, _, told in failures(log))


def test_strange_names_in_the_folders_do_no_harm(log):
    (log / "tile/0/000.p/99\x1b[2J").write_bytes(b"x")
    (log / "tile/0/000.p/007").write_bytes(b"x")
    folder = next((log / "texts").iterdir())
    (folder / "a\x1b[2J\u202e.json").write_bytes(b"x")
    (folder / "notes.txt").write_bytes(b"x")
    hit = failures(log)
    assert [check for check, _, _ in hit] == ["texts"]
    assert "\x1b" not in hit[0][2]


def test_nothing_there_is_bad_input(tmp_path):
    for target in (tmp_path, tmp_path / "nowhere", "ftp://example.org/", "http://", "http://a/?b"):
        with pytest.raises(BadInput):
            find(str(target))
