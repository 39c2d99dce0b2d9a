"""A charter is read from a file, typed and complete, or refused with line, setting and reason."""

import re
from dataclasses import fields
from datetime import timedelta

import pytest

from college.ground.charter import DEFAULT_FILE, Charter, CharterError, Preset, amended, load

TEXT = DEFAULT_FILE.read_text("utf-8")
SETTING = re.compile(r"^\w+ = ")


@pytest.mark.parametrize("preset", list(Preset))
def test_load_every_preset(preset):
    charter = load(preset)
    assert charter.preset is preset
    assert all(getattr(charter.clocks, f.name) > timedelta(0) for f in fields(charter.clocks))


@pytest.mark.parametrize("preset", list(Preset))
def test_document_round_trips(preset):
    charter = load(preset)
    assert Charter.from_document(charter.document()) == charter


def test_presets_differ_in_their_clocks():
    opened = [load(p).clocks.open for p in (Preset.CLASS, Preset.NEWSROOM, Preset.ASSEMBLY)]
    assert opened == sorted(opened)
    assert len(set(opened)) == 3


def test_every_number_of_the_charter_says_why():
    without = [line for line in TEXT.splitlines() if SETTING.match(line) and " # " not in line]
    assert not without


def _line_of(text, part):
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('open = "28 days"', 'open = "28 weeks"', "clocks.open must be a duration"),
        ("claim = 300", "claim = 0", "lengths.claim must be a whole number"),
        ("claim = 300", "claim = true", "lengths.claim must be a whole number"),
        ("claim = 300", "clam = 300", "lengths.clam is not a setting"),
        ("conduct = true", "conduct = 1", "areas.conduct must be true or false, not 1"),
        (
            "delegate_share = 25",
            "delegate_share = 101",
            "budgets.delegate_share must be a per cent",
        ),
        ("[charter.clocks]", "[charter.clocks", "TOML cannot be read"),
        ("[charter.audit]", "[charter.audits]", "audits is not a setting"),
        ("[charter.sizes.small]", "[charter.sizes.tiny]", "sizes.tiny is not a setting"),
        ("[presets.class.budgets]", "[presets.club.budgets]", "presets.club is not a setting"),
        ("[presets.assembly]", "[preset.assembly]", "preset is not a setting"),
    ],
)
def test_load_refuses_and_says_where(tmp_path, old, new, complaint):
    file = tmp_path / "my.toml"
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    file.write_text(text, "utf-8")
    line = _line_of(text, new)
    with pytest.raises(CharterError) as wrong:
        load(Preset.ASSEMBLY, file)
    if "preset is" not in complaint:  # a table of tables has no line of its own
        assert str(wrong.value).startswith(f"my.toml, line {line}: ")
    assert complaint in str(wrong.value)


def test_a_missing_setting_is_missed_at_its_table(tmp_path):
    file = tmp_path / "my.toml"
    text = TEXT.replace("viewpoints = 12 ", "# ", 1)
    file.write_text(text, "utf-8")
    with pytest.raises(CharterError) as wrong:
        load(Preset.ASSEMBLY, file)
    line = _line_of(text, "[charter.limits]")
    assert str(wrong.value) == f"my.toml, line {line}: limits.viewpoints is missing"


def test_a_fault_of_a_preset_is_found_at_the_line_of_the_preset(tmp_path):
    file = tmp_path / "my.toml"
    text = TEXT.replace('lodging = "30 minutes"', 'lodging = "6 hours"', 1)
    file.write_text(text, "utf-8")
    assert load(Preset.ASSEMBLY, file) == load(Preset.ASSEMBLY)
    with pytest.raises(CharterError) as wrong:
        load(Preset.NEWSROOM, file)
    assert wrong.value.line == _line_of(text, 'lodging = "6 hours"')
    assert wrong.value.setting == "clocks.lodging"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CharterError, match=r"none\.toml cannot be read"):
        load(Preset.CLASS, tmp_path / "none.toml")


@pytest.mark.parametrize("head", ["[clocks]", "[charter.clocks]"])
def test_amended_changes_what_is_named_and_nothing_else(head):
    charter = load(Preset.ASSEMBLY)
    new = amended(charter, f'{head}\nopen = "30 days"\n')
    assert new.clocks.open == timedelta(days=30)
    assert amended(new, 'clocks.open = "28 days"') == charter


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("[sizes.small]\nseats = 3\nthreshold = 4\n", 3, "sizes.small.threshold must not be more"),
        ("[clocks]\nfoo = 1\n", 2, "clocks.foo is not a setting"),
        ('[clocks]\nopen = "1 day"\nopen = "2 days"', 3, "cannot be read"),
        ('[clocks]\nepoch = "2 hours"', 1, "clocks.lodging together with"),
        ("clocks = 3", 1, "clocks is not a setting"),
    ],
)
def test_amended_refuses_at_the_line_that_was_sent(text, line, complaint):
    with pytest.raises(CharterError) as wrong:
        amended(load(Preset.ASSEMBLY), text, name="proposal")
    assert str(wrong.value).startswith(f"proposal, line {line}: ")
    assert complaint in str(wrong.value)
