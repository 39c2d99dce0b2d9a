"""Acts at moments that tests choose, and how they are refused; nothing here reads a clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from college.ground.act import Act, Door
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal

MOMENT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def make_act(actor: str | None = None, *, at: datetime = MOMENT, door: Door = Door.PAGE) -> Act:
    """An act; without an ``actor``, of a member nobody has met."""
    return Act(actor=actor or new_public_id(), at=at, door=door)


def later(act: Act, **delta: float) -> Act:
    """The same actor, some time afterwards: ``later(act, days=3, hours=1)``."""
    return replace(act, at=act.at + timedelta(**delta))


def by(act: Act, actor: str) -> Act:
    """Another actor at the same moment."""
    return replace(act, actor=actor)


def refused(code: str) -> pytest.RaisesExc[Refusal]:
    """The refusal that is expected of an act; its code is all of its ``match``."""
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)
