"""A College that has been founded, with its charter in force."""

from college.administration.actions.founding import found
from college.ground.act import Act, Door
from college.ground.charter import Charter, Preset, load
from tests.factories.acts import MOMENT

ORIGIN = "college.example/log"


def make_college(preset: Preset = Preset.ASSEMBLY) -> Charter:
    """Found a College; gives the charter that is now in force."""
    charter = load(preset)
    found(Act(actor="steward", at=MOMENT, door=Door.COMMAND), charter, origin=ORIGIN)
    return charter
