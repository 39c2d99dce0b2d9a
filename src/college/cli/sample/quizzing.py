"""Act out the quiz on a sample debate's summary: items, their panels, and people who take it."""

from datetime import datetime, timedelta
from itertools import count, islice
from random import Random
from typing import Any

from django.db import transaction

from college.cli.sample.debating import SampleDebate
from college.cli.sample.sitting import Benches
from college.cli.sample.summarising import Summarising
from college.committees.rules.areas import Procedure
from college.quizzes.actions.attempts import answer, begin
from college.quizzes.actions.items import make_draft, submit
from college.quizzes.models import Quiz
from college.quizzes.queries import quizzes
from college.quizzes.rules.content import Content, Estimate, Option, Source, from_plain
from college.quizzes.rules.life import ItemKind
from college.summaries.models import Version
from college.summaries.queries import versions

Table = dict[str, Any]
_HOUR = timedelta(hours=1)
#: Items are written a few at a time, so that panels of the same days look at them; takers come in groups.
_ITEMS_OF_A_ROUND = 3
_A_ROUND = 6 * _HOUR
_A_VISIT = timedelta(hours=9)
#: How many of a hundred know an item that is neither easy nor hard; how many more of an argument of one's own
#: side, and how many fewer where the plan says that one side does not like to read it.
_KNOWN = 64
_OWN = 3
_UNWELCOME = 24
_TRUE_FALSE = (Option("True"), Option("False"))


class Quizzing:
    """What a plan's items have become."""

    def __init__(
        self, sample: SampleDebate, plan: Table, summarising: Summarising, benches: Benches
    ) -> None:
        self._sample = sample
        self._plan = plan
        self._summarising = summarising
        self._benches = benches
        self._is_begun = self._is_taken = False
        self._takers = count()
        self._unwelcome: dict[str, str] = {}
        self._chance = Random(sample.plan["slug"])  # noqa: S311  made-up people need no secret chance

    def look(self, at: datetime) -> None:
        """Plan the items once the summary is certified, and the takers once the quiz is released."""
        if not self._sample.is_proposed:
            return
        debate = self._sample.debate
        if not self._is_begun and versions.newest_certified(debate) is not None:
            self._is_begun = True
            flagged = {"panels": ["keep", "keep"], "keep": self._plan.get("kept_as", [])}
            self._benches.expect_in(debate.public_id, Procedure.ITEM, flagged)
            for number, plan in enumerate(self._plan["items"]):
                rounds = 1 + number // _ITEMS_OF_A_ROUND
                self._at(at + rounds * _A_ROUND, self._ask, plan)
        quiz = quizzes.of_debate(debate) if self._is_begun and not self._is_taken else None
        if quiz is not None and quiz.released_at is not None:
            self._is_taken = True
            for number in range(1, self._plan["visits"] + 1):
                self._at(at + number * _A_VISIT, self._take, quiz)

    def _at(self, moment: datetime, do: Any, *args: object) -> None:
        self._sample.timeline.at(moment, lambda at: do(at, *args))

    def _ask(self, at: datetime, plan: Table) -> None:
        """Somebody writes an item and sends it to the panels, unless it is left for another day."""
        version = versions.newest_certified(self._sample.debate)
        if version is None:
            raise LookupError("the sample's summary is not certified")
        act = self._sample.act(plan["by"], at)
        item = make_draft(act, self._sample.debate, self._content(plan, version))
        if plan.get("draft"):
            return
        item = submit(act, item)
        if "unwelcome_to" in plan:
            self._unwelcome[item.public_id] = self._sample.viewpoints[
                plan["unwelcome_to"]
            ].public_id
        if item.case is not None and plan.get("dropped"):
            told = {"panels": ["grant", "keep"], "dissents": {"A": [1], "B": [2, 3, 4]}}
            case = told | {"keep": plan["reasons"]}
            self._benches.expect(item.case, case, for_visitor=False)

    def _content(self, plan: Table, version: Version) -> Content:
        viewpoints = self._sample.viewpoints
        kind = ItemKind(plan["kind"])
        options: tuple[Option, ...] = tuple(Option(words) for words in plan.get("options", ()))
        key = tuple(plan.get("key", ()))
        if kind is ItemKind.TRUE_FALSE:
            options = _TRUE_FALSE
        elif kind is not ItemKind.ESTIMATE and not options:
            sides = plan.get("sides") or list(viewpoints)
            options = tuple(self._named(side) for side in sides)
            key = key or (sides.index(plan["viewpoint"]),)
        asked = viewpoints.get(plan.get("viewpoint", ""))
        return Content(
            kind=kind,
            stem=plan["stem"],
            options=options,
            key=key,
            prompts=tuple(plan.get("prompts", ())),
            estimate=Estimate(**plan["estimate"]) if "estimate" in plan else None,
            viewpoint=asked.public_id if asked else "",
            explanation=plan["explanation"],
            sources=tuple(self._source(one, version) for one in [plan, *plan.get("also", ())]),
        )

    def _named(self, key: str) -> Option:
        row = next(one for one in self._sample.plan["viewpoints"] if one["key"] == key)
        return Option(row["name"], self._sample.viewpoints[key].public_id)

    def _source(self, plan: Table, version: Version) -> Source:
        wanted = self._summarising.statement(plan["on"])
        sections = versions.sections_of(version)
        row = next(row for _key, rows in sections for row in rows if row.statement == wanted)
        words = row.text.words
        start = words.index(plan["exact"])
        end = start + len(plan["exact"])
        return Source(
            statement=row.statement,
            text=row.text.commitment,
            exact=plan["exact"],
            prefix=words[max(0, start - 32) : start],
            suffix=words[end : end + 32],
        )

    @transaction.atomic
    def _take(self, at: datetime, quiz: Quiz) -> None:
        """A few people come by, each of some viewpoint, none, or not saying; nobody knows everything."""
        sides = [one.public_id for one in self._sample.viewpoints.values()]
        groups = [*sides, *sides, "undecided", *sides, *sides, ""]
        contents = {item.public_id: from_plain(item.content) for item in quizzes.live(quiz)}
        for number in islice(self._takers, self._plan["takers"]):
            said = groups[number % len(groups)]
            knows = _KNOWN + self._chance.gauss(0, 18)
            attempt = begin(quiz, on=at.date(), seen=[], declared=said, counts=True)
            for item in attempt.items:
                ease = _OWN if said == contents[item].viewpoint else 0
                if said and said == self._unwelcome.get(item):
                    ease = -_UNWELCOME
                answer(attempt, item, *self._answered(contents[item], knows + ease))

    def _answered(self, content: Content, knows: float) -> tuple[str, int | None]:
        """The answer of somebody who knows so many of a hundred such items."""
        hardness = 14 if content.kind in {ItemKind.MATCH, ItemKind.ESTIMATE} else 0
        knows_it = self._chance.randrange(100) < knows - hardness
        certainty = self._chance.choice([None, 50, 70, 90]) if knows_it else None
        if not knows_it and self._chance.randrange(4) == 0:
            return "", None
        if content.estimate is not None:
            value = float(content.estimate.value)
            wrong = round(value * self._chance.choice([0.4, 0.6, 1.25]))
            return content.estimate.value if knows_it else str(wrong), certainty
        if content.prompts:
            told = list(content.key)
            if not knows_it:
                told[0], told[-1] = told[-1], told[0]
            return "-".join(str(one) for one in told), certainty
        wrong_ones = [n for n in range(len(content.options)) if n not in content.key]
        one = content.key[0] if knows_it else self._chance.choice(wrong_ones)
        return str(one), certainty
