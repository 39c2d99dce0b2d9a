"""Load the sample College: its people, its register of questions, its two debates, its committees' cases."""

import sys
import tomllib
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from college.cli.sample.clock import tick
from college.cli.sample.court import Court
from college.cli.sample.debating import College, SampleDebate
from college.cli.sample.quizzing import Quizzing
from college.cli.sample.retelling import Retellings
from college.cli.sample.sitting import Benches
from college.cli.sample.summarising import Summarising
from college.cli.sample.timeline import Timeline
from college.clockwork.tick import present
from college.debates.actions.questions import register_question
from college.debates.actions.subjects import add_subject
from college.ground.act import Act, Door
from college.people.actions.accounts import open_account
from college.people.actions.membership import admit
from college.people.actions.offices import begin_term
from college.people.models import Member
from college.people.rules.standing import Office
from college.record.actions.sequence import sequence

FOLDER = Path(__file__).parent
DEBATES = ("security-guarantees", "night-buses")
#: How long before now the sample College was founded.
AGE = timedelta(days=130)
#: From then on there are committees; their epochs end four hours before the visitor comes.
_SITTING = timedelta(days=33, hours=4)


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def load_sample() -> None:
    """Act the sample out, from four months ago to now; shows progress on a terminal."""
    now = present()
    began = now - AGE
    people = _people(began)

    def ticking(at: datetime) -> datetime:
        wakes = tick(at, sitting=at >= now - _SITTING)
        benches.look(at)
        for part in [*summaries, *quizzes, *retellings]:
            part.look(at)
        return wakes

    timeline = Timeline(ticking)
    timeline.at(now - _SITTING, lambda at: None)
    college = College(timeline, people, _register(began, people))
    cases = read("cases.toml")
    visitor = next(m for m in people.values() if m.persona == "member")
    benches = Benches(
        timeline, spare=cases["spare"], summaries=cases["spare_summaries"], visitor=visitor.pk
    )
    samples: dict[str, SampleDebate] = {}
    summaries: list[Summarising] = []
    quizzes: list[Quizzing] = []
    retellings: list[Retellings] = []
    for slug in DEBATES:
        plan = read(f"{slug}/debate.toml")
        samples[slug] = SampleDebate(college, plan, FOLDER / slug, _followers(slug))
        samples[slug].plan_from(now - timedelta(days=plan["opened_days_ago"]))
        summary = read(f"{slug}/summary.toml")
        summarising = Summarising(samples[slug], summary, benches, now)
        summaries.append(summarising)
        quiz = read(f"{slug}/quiz.toml")
        quizzes.append(Quizzing(samples[slug], quiz, summarising, benches))
        retellings.append(Retellings(samples[slug], quiz.get("retellings", [])))
    Court(college, samples, benches, cases).plan_until(now)
    with click.progressbar(length=1, label=_("The sample"), file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(1)

        timeline.play(now, progress)
    sequence(now)


def _followers(slug: str) -> dict[str, list[str]]:
    """Who of the panel people holds which viewpoint of a debate."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in read("panel.toml")["people"]:
        if slug in person:
            found[person[slug]].append(person["key"])
    return found


def _people(at: datetime) -> dict[str, Member]:
    """The members by key. Personas get an account, so that a visitor can take their part."""
    found: dict[str, Member] = {}
    act = Act(actor="import", at=at, door=Door.COMMAND)
    for person in [*read("people.toml")["people"], *read("panel.toml")["people"]]:
        persona = person.get("persona", "")
        account = open_account(f"{person['key']}@sample.example") if persona else None
        member = admit(
            act,
            account=account,
            public_name=person["public_name"],
            about=person.get("about", ""),
            persona=persona,
        )
        if person.get("steward"):
            begin_term(Act(actor="steward", at=at), member, office=Office.STEWARD)
        found[person["key"]] = member
    return found


def _register(at: datetime, people: dict[str, Member]) -> dict[str, Any]:
    """Subjects by key, and registered questions by their wording."""
    steward = next(m for m in people.values() if m.persona == "steward")
    names = read("people.toml")["subjects"]
    found: dict[str, Any] = {
        key: add_subject(_by(steward, at), name=name, slug=key) for key, name in names.items()
    }
    for number, question in enumerate(read("register.toml")["questions"]):
        found[question["question"]] = register_question(
            _by(people[question["by"]], at + timedelta(hours=number)),
            wording=question["question"],
            place=question["place"],
            period=question["period"],
            subject=found[question["subject"]],
        )
    return found


def _by(member: Member, at: datetime) -> Act:
    return Act(actor=member.public_id, at=at, door=Door.COMMAND)
