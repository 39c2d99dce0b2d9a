"""Act out that people of a sample debate state viewpoints they do not hold, and that holders read them."""

from datetime import datetime, timedelta
from typing import Any

from college.cli.sample.debating import SampleDebate
from college.debates.models import Viewpoint
from college.quizzes.actions.retellings import say, write_retelling
from college.quizzes.models import Retelling
from college.quizzes.queries.retellings import unread
from college.quizzes.rules.life import Recognition
from college.summaries.queries import versions

Table = dict[str, Any]
#: From one statement to the next, and from a statement to each who reads it.
_A_TEXT = timedelta(hours=20)
_A_READING = timedelta(hours=5)


class Retellings:
    """The planned statements; they are written once the summary is certified."""

    def __init__(self, sample: SampleDebate, plans: list[Table]) -> None:
        self._sample = sample
        self._plans = plans
        self._is_begun = False

    def look(self, at: datetime) -> None:
        """Plan them all as soon as there is a summary to have read."""
        if self._is_begun or not self._plans or not self._sample.is_proposed:
            return
        if versions.newest_certified(self._sample.debate) is not None:
            self._is_begun = True
            for number, plan in enumerate(self._plans, 1):
                self._at(at + number * _A_TEXT, self._write, plan)

    def _at(self, moment: datetime, do: Any, *args: object) -> None:
        self._sample.timeline.at(moment, lambda at: do(at, *args))

    def _write(self, at: datetime, plan: Table) -> None:
        viewpoint = self._sample.viewpoints[plan["of"]]
        written = write_retelling(self._sample.act(plan["by"], at), viewpoint, words=plan["words"])
        for number, reader in enumerate(plan.get("read", ()), 1):
            self._at(at + number * _A_READING, self._read, written, viewpoint, reader)

    def _read(self, at: datetime, written: Retelling, viewpoint: Viewpoint, plan: Table) -> None:
        """A holder reads it among statements of their own side, not knowing which is which."""
        texts = unread(self._sample.people[plan["by"]], viewpoint)
        beside = [one for one in texts if one.real is not None][: len(plan["own"])]
        said = {one.mark: Recognition(plan["said"]) for one in texts if one.retelling == written}
        words = zip(beside, plan["own"], strict=True)
        said |= {one.mark: Recognition(word) for one, word in words}
        say(self._sample.act(plan["by"], at), viewpoint, said)
