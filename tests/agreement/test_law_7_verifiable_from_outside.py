"""Law 7: the published files are enough, and a second implementation checks them.

The whole sample College is acted out, written to files, and verified by the program that shares no
code with it; then each part of what was published is falsified in turn, and the program says so.
"""

import json
import shutil
from pathlib import Path

import pytest

from college.administration.actions.founding import found
from college.cli.sample.loading import load_sample
from college.clockwork.tick import present
from college.debates.models import Contribution
from college.ground.act import Act
from college.ground.charter import Preset, load
from college.record import signing
from college.record.actions.files import write_log
from college.record.models import Entry
from college_verify.__main__ import main as verify

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def published(settings, tmp_path) -> Path:
    """The sample College's log as files, away from everything else."""
    settings.KEYS = tmp_path / "keys"
    # The people of the sample sign with keys that a College keeps nowhere else.
    settings.DEMO = True
    signing.create()
    founder = Act(actor="steward", at=present())
    found(founder, load(Preset.ASSEMBLY), origin=settings.LOG_ORIGIN)
    load_sample()
    write_log(tmp_path / "home" / "log", at=present())
    shutil.move(tmp_path / "home", tmp_path / "elsewhere")
    return tmp_path / "elsewhere"


def _falsify(file: Path, old: bytes, new: bytes) -> None:
    body = file.read_bytes()
    assert body.count(old) >= 1
    file.write_bytes(body.replace(old, new, 1))


def test_law_7_everything_published_is_checked_from_outside(published, settings, capsys):
    vkey = (settings.KEYS / "log.vkey").read_text().strip()
    check = [str(published), "--vkey", vkey, "--json"]
    assert verify(check) == 0
    told = json.loads(capsys.readouterr().out)
    assert Entry.objects.count() > 300
    assert Contribution.objects.count() > 100
    assert told

    log = published / "log"
    text = next(f for f in sorted((log / "texts").rglob("*.json")) if b'"text"' in f.read_bytes())
    bundle = sorted(f for f in (log / "tile" / "entries").rglob("*") if f.is_file())[0]
    falsehoods = [
        (text, b'"text":"', b'"text":"Not so: '),
        (bundle, b"debates.", b"debatez."),
        (log / "checkpoint", b"\n\n", b"\n\n\n"),
        (log / "vkey", b"+", b"x+"),
    ]
    for file, old, new in falsehoods:
        kept = file.read_bytes()
        _falsify(file, old, new)
        assert verify(check) == 1, f"{file.name} was falsified and nothing said so"
        file.write_bytes(kept)
    assert verify(check) == 0
