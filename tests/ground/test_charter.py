"""The charter is typed, complete, and refused with the line's name and reason."""

from dataclasses import fields
from datetime import timedelta

import pytest

from college.ground.charter import DEFAULT_FILE, Charter, CharterError, Preset, load


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


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('open = "28 days"', 'open = "28 weeks"', "clocks.open must be a duration"),
        ("claim = 300", "claim = 0", "lengths.claim must be a whole number"),
        ("claim = 300", "claim = true", "lengths.claim must be a whole number"),
        ("claim = 300", "clam = 300", "lengths.clam is not a setting"),
        ("viewpoints = 12 ", "# ", "limits.viewpoints is missing"),
        (
            "delegate_share = 25",
            "delegate_share = 101",
            "budgets.delegate_share must be a per cent",
        ),
        ("[charter.clocks]", "[charter.clocks", "charter.toml"),
    ],
)
def test_load_refuses_and_says_where(tmp_path, old, new, complaint):
    text = DEFAULT_FILE.read_text("utf-8")
    assert old in text
    file = tmp_path / "charter.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(CharterError, match=complaint.replace(".", r"\.")):
        load(Preset.ASSEMBLY, file)
