"""``college simulate``: tables, JSON, the picture, and what is no sensible question."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from college.cli.__main__ import college
from college.cli.capture import name
from college.committees.rules.simulation.redundant import ladder
from college.committees.rules.simulation.schemes import schemes
from college.committees.rules.simulation.year import year_schemes
from college.ground.charter import DEFAULT_FILE, CharterError, Preset, load

_STEPS = ladder(load(Preset.ASSEMBLY).sizes.standard, 4)
_CHANCES = {"suppress_targeted", "shield_targeted", "suppress", "shield"}
_KEYS = {"scheme", *_CHANCES, "votes", "max_votes", "rounds"}


def _run(*words: str) -> Result:
    return CliRunner().invoke(college, ["simulate", *words])


def test_exact_json_is_a_list_of_objects() -> None:
    done = _run("--exact", "--json", "--compare")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert all(set(each) == _KEYS for each in found)
    assert [each["scheme"] for each in found][-1] == "redundant"
    own = found[-1]
    assert own["suppress_targeted"] == pytest.approx(0.161, abs=0.0005)
    assert own["shield_targeted"] == pytest.approx(0.402, abs=0.0005)
    assert own["max_votes"] == 41


def test_sampled_json_says_how_far_it_may_be_off() -> None:
    done = _run("--cases", "300", "--json")
    (own,) = json.loads(done.stdout)
    assert set(own) == _KEYS | {"errors", "votes_in_waves"}
    assert set(own["errors"]) == _CHANCES | {"votes"}
    assert abs(own["suppress_targeted"] - 0.161) < 5 * own["errors"]["suppress_targeted"]


def test_year_json_has_its_figures() -> None:
    (own,) = json.loads(_run("--year", "--cases", "400", "--json").stdout)
    assert {"wrong", "targeted", "rate"} < set(own)
    assert own["rate"] == pytest.approx(own["wrong"] / own["targeted"])


def test_tables_name_every_scheme_and_print_their_error() -> None:
    shown = _run("--compare", "--cases", "40").stdout
    for scheme in schemes(_STEPS, compare=True):
        assert name(scheme.name) in shown
    assert "±" in shown
    assert "40 cases of each kind, seed 1" in shown


def test_year_table_names_every_scheme() -> None:
    shown = _run("--year", "--compare", "--cases", "100").stdout
    for scheme in year_schemes(_STEPS, compare=True):
        assert name(scheme.name) in shown


def test_the_same_seed_prints_the_same() -> None:
    first, second, other = (
        _run("--cases", "50", "--json", "--seed", seed).stdout for seed in ("3", "3", "4")
    )
    assert first == second
    assert first != other


def test_picture_is_written_and_the_table_behind_it_printed(tmp_path: Path) -> None:
    file = tmp_path / "curves.svg"
    done = _run("--exact", "--compare", "--svg", str(file))
    assert done.exit_code == 0
    assert ElementTree.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert "Valid texts restricted" in done.stdout
    assert "16.1 %" in done.stdout


def test_a_charter_file_decides(tmp_path: Path) -> None:
    file = tmp_path / "charter.toml"
    text = DEFAULT_FILE.read_text("utf-8")
    file.write_text(text.replace("review_threshold = 18 ", "review_threshold = 19 "), "utf-8")
    (strict,) = json.loads(_run("--charter", str(file), "--exact", "--json").stdout)
    (usual,) = json.loads(_run("--charter", "newsroom", "--exact", "--json").stdout)
    assert strict["shield_targeted"] > usual["shield_targeted"] + 0.05


def test_a_small_pool_is_served_by_the_small_size() -> None:
    (few,) = json.loads(_run("--pool", "60", "--exact", "--json").stdout)
    assert few["max_votes"] == 21
    (asked,) = json.loads(_run("--pool", "200", "--size", "standard", "--exact", "--json").stdout)
    assert asked["suppress_targeted"] == pytest.approx(0.154, abs=0.001)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--pool", "20"), "Redundancy is not met"),
        (("--pool", "60", "--viewpoints", "20"), "cannot fill the seats"),
        (("--pool", "-1"), "is not in the range"),
        (("--pool", "1e9"), "not a valid integer"),
        (("--corrupt", "30"), "write 0.3."),
        (("--corrupt", "2"), "write 0.02."),
        (("--corrupt", "95"), "is not in the range"),
        (("--corrupt", "0.95"), "is not in the range"),
        (("--corrupt", "nan"), "not a share"),
        (("--corrupt", "-0.1"), "is not in the range"),
        (("--corrupt", "inf"), "is not in the range"),
        (("--no-show", "1"), "is not in the range"),
        (("--infiltrate", "1.01"), "is not in the range"),
        (("--infiltrate", "50"), "write 0.5."),
        (("--bribe", "two"), "not a valid"),
        (("--viewpoints", "1"), "is not in the range"),
        (("--cases", "0"), "is not in the range"),
        (("--cases", "99999999"), "is not in the range"),
        (("--seed", "-3"), "is not in the range"),
        (("--charter", "parliament"), "is neither class, newsroom, assembly nor a file"),
        (("--size", "huge"), "is not one of"),
        (("--svg", "/nowhere/at/all.svg"), "/nowhere/at"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_bad_input_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    done = _run(*words)
    assert done.exit_code == 2
    assert sentence in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


def test_a_broken_charter_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "charter.toml"
    file.write_text("[charter.clocks]\nopen = 3\n", "utf-8")
    done = _run("--charter", str(file))
    assert isinstance(done.exception, CharterError)  # the program says it, with exit status 2
    assert "charter.toml" in str(done.exception)


@pytest.mark.parametrize("corrupt", ["0", "0.9"])
@pytest.mark.parametrize("viewpoints", ["2", "20"])
def test_extreme_worlds_are_simulated(corrupt: str, viewpoints: str) -> None:
    words = ("--corrupt", corrupt, "--viewpoints", viewpoints, "--pool", "3000", "--json")
    for more in (
        ("--exact", "--compare"),
        ("--cases", "20", "--compare"),
        ("--year", "--cases", "200"),
    ):
        done = _run(*words, *more)
        assert done.exit_code == 0, done.output
        for each in json.loads(done.stdout):
            assert all(0 <= each[key] <= 1 + 1e-9 for key in _CHANCES)
