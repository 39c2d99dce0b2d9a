"""Viewpoints stated by people who do not hold them, and those who read them, through the room's actions."""

from dataclasses import dataclass
from datetime import timedelta

from college.debates.models import Holding, Viewpoint
from college.ground.act import Act
from college.people.models import Member
from college.quizzes.actions.retellings import say, write_retelling
from college.quizzes.models import Retelling, RetellingReading
from college.quizzes.queries.retellings import unread
from college.quizzes.rules.life import Recognition
from tests.factories.debates import Stand
from tests.factories.people import act_by, make_member
from tests.factories.readings import Shelf, make_shelf, make_version

WORDS = (
    "Whoever wants the ferry to run in winter says that those without a car have no other way across,"
    " and that a town owes them one."
)


@dataclass
class Hall:
    """A debate with a certified summary. ``writer`` holds B and states A; ``readers`` hold A and said
    nothing."""

    shelf: Shelf
    readers: list[Member]

    @property
    def stand(self) -> Stand:
        return self.shelf.stand

    @property
    def viewpoint(self) -> Viewpoint:
        return self.stand.viewpoints[0]

    @property
    def writer(self) -> Member:
        return self.stand.holders[1]

    def act(self, member: Member, **later: float) -> Act:
        return act_by(member, self.stand.at + timedelta(**later))

    def add_holder(self) -> Member:
        """One who declared A while the debate was open."""
        member = make_member()
        Holding.objects.create(
            debate=self.stand.debate,
            member=member,
            viewpoint=self.viewpoint,
            began_at=self.stand.at,
        )
        return member

    def write(self, by: Member | None = None, words: str = WORDS) -> Retelling:
        return write_retelling(self.act(by or self.writer), self.viewpoint, words=words)

    def mark(self, reader: Member, text: Retelling | None) -> str:
        """The reader's mark of a retelling, or of the first real statement that they have not read."""
        found = unread(reader, self.viewpoint)
        return next(one.mark for one in found if one.retelling == text)

    def read(
        self, reader: Member, text: Retelling | None, *, recognised: bool = True
    ) -> RetellingReading:
        """A reader says it of a retelling, or of a real statement."""
        word = Recognition.RECOGNISED if recognised else Recognition.NOT_YET
        say(self.act(reader), self.viewpoint, {self.mark(reader, text): word})
        return RetellingReading.objects.latest("pk")


def make_hall(*, readers: int = 3, said: int = 20) -> Hall:
    """The College must be founded."""
    shelf = make_shelf(said=said)
    make_version(shelf)
    hall = Hall(shelf, [])
    hall.readers = [hall.add_holder() for _ in range(readers)]
    return hall
