"""Tables, static files, key, charter: a College a minute old. Imported once ``home.set_up`` was called."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from college.administration.actions.founding import found as found_college
from college.ground.act import Act, Door
from college.ground.charter import Preset, load
from college.record import signing


def found() -> None:
    """With the charter of COLLEGE_CHARTER, if that is set."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    signing.create()
    charter = load(Preset.ASSEMBLY, Path(settings.CHARTER) if settings.CHARTER else None)
    act = Act(actor="steward", at=datetime.now(UTC), door=Door.COMMAND)
    found_college(act, charter, origin=settings.LOG_ORIGIN)
