"""The command as one would type it: words, JSON, exit status."""

import json
import subprocess
import sys

import pytest

from college_verify.__main__ import main
from tests.college_verify import writing
from tests.college_verify.writing import college


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return college(40).publish(tmp_path_factory.mktemp("written"))


def test_a_log_that_holds_exits_with_0_and_says_so(folder, capsys):
    assert main([str(folder)]) == 0
    words = capsys.readouterr().out
    assert "FAILED" not in words
    assert words.endswith("Everything that was checked holds.\n")


def test_a_log_that_does_not_hold_exits_with_1(tmp_path, capsys):
    folder = college(40).publish(tmp_path)
    (folder / "log/tile/0/000.p/40").unlink()
    assert main([str(folder)]) == 1
    words = capsys.readouterr().out
    assert "FAILED  tiles: tile/0/000.p/40: A tile cannot be read: it is missing." in words
    assert "evidence" in words


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere"],
        ["ftp://example.org/"],
        ["receipt", "nowhere", "--vkey", writing.vkey()],
        ["receipt", "/dev/null", "--vkey", writing.vkey()],
        ["{folder}", "--vkey", "a+b+c"],
        ["{folder}", "--vkey", "no-such-file"],
        ["{folder}", "--vkey", writing.vkey(kind=4)],
        ["{folder}", "--witness", writing.vkey()],
        ["{folder}", "--most-entries", "5"],
        ["{folder}", "--remember", "{folder}"],
        ["receipt", "{folder}"],
    ],
)
def test_bad_input_exits_with_2_and_one_line(folder, capsys, arguments):
    assert main([a.format(folder=folder) for a in arguments]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("college-verify: ")
    assert told.err.count("\n") == 1
    assert "holds." not in told.out.splitlines()[-1] or "checked" not in told.out.splitlines()[-1]


@pytest.mark.parametrize("arguments", [[], ["--nonsense"], ["a", "b"], ["receipt"]])
def test_bad_usage_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["receipt", "--help"]])
def test_help_is_given(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "exit status" in capsys.readouterr().out


def test_json_holds_the_findings(folder, tmp_path, capsys):
    assert main([str(folder), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["held"] is True
    assert report["checkpoint"]["size"] == 40
    assert {f["check"] for f in report["findings"]} >= {"key", "signature", "tree", "texts"}
    assert main([str(tmp_path), "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["held"] is False
    assert "no checkpoint" in report["trouble"]


def test_a_receipt_is_checked_by_a_key_in_a_file(folder, tmp_path, capsys):
    entries = college(40).entries
    (tmp_path / "r.tlog-proof").write_bytes(writing.receipt(3, entries))
    receipt = str(tmp_path / "r.tlog-proof")
    assert main(["receipt", receipt, "--vkey", str(folder / "log/vkey")]) == 0
    assert main(["receipt", receipt, "--vkey", writing.vkey()]) == 0
    assert main(["receipt", receipt, "--log", str(folder)]) == 0
    capsys.readouterr()


def test_hostile_words_cannot_steer_the_terminal(tmp_path, capsys):
    log = writing.Log(entries=[b'{"kind":"\x1b[2J"}', b"\x1b]0;owned\x07"])
    log.say("\x1b[31mrecord.evil\u202e", name="\x1b[2J")
    main([str(log.publish(tmp_path))])
    words = capsys.readouterr().out
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "\\u001b[31mrecord.evil" in words
    for arguments in (["\x1b[2J"], ["receipt", "\x1b[2J", "--vkey", writing.vkey()]):
        assert main(arguments) == 2
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err


ALONE = """
import sys
from college_verify.__main__ import main
code = main(sys.argv[1:])
rooms = [m for m in sys.modules if m.split(".")[0] in ("college", "django")]
assert not rooms, rooms
sys.exit(code)
"""


def test_the_program_runs_alone_and_imports_nothing_of_the_college(folder):
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            ALONE,
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
