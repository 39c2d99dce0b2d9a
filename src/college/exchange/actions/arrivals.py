"""Hand a file in, look at what would come of it, take it in or drop it. Reading is the clock's work."""

import json
import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.core.cache import cache
from django.db import OperationalError, transaction

from college.debates.rules.briefs import Rights
from college.exchange import queries
from college.exchange.actions.taking import take
from college.exchange.limits import FILE_BYTES
from college.exchange.models import Arrival
from college.exchange.reading import read
from college.exchange.report import report
from college.exchange.rules.arrivals import OVER, SHOWN_ROWS, State
from college.ground.act import Act, Door
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member
from college.record.charters import charter_in_force

log = logging.getLogger(__name__)
_A_DAY = timedelta(days=1)
#: Seconds after which work without a sign of life is taken up anew: its process is gone.
_SILENT = 120


def hand_in(
    act: Act,
    *,
    chunks: Iterable[bytes],
    name: str,
    format: str = "",
    post: str = "",
    rights: Rights = Rights.QUOTE,
    slug: str = "",
    question: str = "",
    place: str = "",
    subject: str = "",
    source: str = "",
) -> Arrival:
    """Keep a file until it is read. ``chunks`` are its bytes; more than may be is a refusal."""
    with transaction.atomic():
        member = acting_member(act, lock=True)
        most = charter_in_force().limits.imports_per_day
        if Arrival.objects.filter(member=member, at__gt=act.at - _A_DAY).count() >= most:
            raise Refusal("exchange.arrival.too-many", most=most)
        arrival = Arrival(
            member=member,
            name=name[-200:],
            format=format,
            post=post[:200],
            rights=rights,
            slug=slug,
            question=question[:1000],
            place=place[:1000],
            subject=subject[:80],
            source=source,
            at=act.at,
            changed_at=act.at,
        )
        arrival.size = _store(arrival, chunks)
        arrival.save(force_insert=True)
    return arrival


def want(
    act: Act,
    arrival: Arrival,
    *,
    rights: Rights,
    slug: str,
    question: str,
    place: str = "",
    subject: str = "",
    source: str = "",
) -> Arrival:
    """The member looked at the table and says: take it in, there, with these rights."""
    with transaction.atomic():
        arrival = _own(act, arrival)
        if arrival.state != State.READ:
            raise Refusal("exchange.arrival.not-ready")
        if bool(slug) == bool(question.strip()):
            raise Refusal("exchange.import.no-target")
        arrival.rights, arrival.slug, arrival.question = rights, slug, question[:1000]
        arrival.place, arrival.subject, arrival.source = place[:1000], subject[:80], source
        _move(arrival, State.WANTED, act)
    return arrival


def drop(act: Act, arrival: Arrival) -> Arrival:
    """The member does not want it after all, or has seen why it cannot be used."""
    with transaction.atomic():
        arrival = _own(act, arrival)
        if arrival.state != State.READ:
            raise Refusal("exchange.arrival.not-ready")
        _end(arrival, State.DROPPED, act)
    return arrival


def step(act: Act, arrival: Arrival, *, notify: bool) -> bool:
    """Do the next step of the clock's work; whether there was one. Only one process does each."""
    following = {
        State.WAITING: State.READING,
        State.READING: State.READING,
        State.WANTED: State.STORING,
        State.STORING: State.STORING,
    }.get(State(arrival.state))
    if following is None or not _take_up(act, arrival, following):
        return False
    work = _read if following is State.READING else _take
    own = Act(actor=arrival.member.public_id, at=act.at, door=Door.IMPORT)
    try:
        work(own, arrival)
    except Refusal as refusal:
        _refuse(own, arrival, refusal)
    except OperationalError:
        # The database is busy or away: left as it is, the work is taken up anew.
        raise
    except Exception:
        log.exception("the file %s could not be worked on", arrival.public_id)
        _refuse(own, arrival, Refusal("exchange.arrival.broken"))
    cache.delete(queries.progress_key(arrival))
    if notify:
        path = f"/import/{arrival.public_id}/"
        tell(arrival.member, _news(arrival), params={}, path=path, at=act.at)
    return True


def _news(arrival: Arrival) -> str:
    """What its member is told. A refusal that can be mended is one: there is a file to look at again."""
    if arrival.state == State.DONE:
        return "exchange.arrival.done"
    return "exchange.arrival.refused" if arrival.code else "exchange.arrival.read"


def forget(act: Act, arrival: Arrival) -> None:
    """Drop what was read and left behind, and the words that were typed beside what was refused."""
    with transaction.atomic():
        if arrival.state == State.REFUSED:
            arrival.question = arrival.place = ""
            _move(arrival, State.REFUSED, act)
        else:
            _end(arrival, State.DROPPED, act)


def _store(arrival: Arrival, chunks: Iterable[bytes]) -> int:
    path = queries.path_of(arrival)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    size = 0
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > FILE_BYTES:
                    raise Refusal("exchange.file.too-large", limit=FILE_BYTES, found=size)
                file.write(chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return size


def _own(act: Act, arrival: Arrival) -> Arrival:
    member = acting_member(act)
    arrival = Arrival.objects.select_for_update().get(pk=arrival.pk)
    if arrival.member_id != member.pk:
        raise Refusal("exchange.arrival.may-not")
    return arrival


def _take_up(act: Act, arrival: Arrival, following: State) -> bool:
    """Whether the work is ours: not if another process took it up and still gives signs of life."""
    if arrival.state == following and cache.get(queries.progress_key(arrival)) is not None:
        return False
    rows = Arrival.objects.filter(pk=arrival.pk, state=arrival.state)
    if arrival.state == following:
        rows = rows.filter(changed_at__lte=act.at - timedelta(seconds=_SILENT))
    if not rows.update(state=following, changed_at=act.at, code="", params={}):
        return False
    arrival.state, arrival.changed_at, arrival.code, arrival.params = following, act.at, "", {}
    return True


def _read(act: Act, arrival: Arrival) -> None:
    arriving = read(
        queries.path_of(arrival),
        format=arrival.format or None,
        post=arrival.post or None,
        progress=_progress(arrival),
    )
    table = report(arriving).as_dict()
    table["unplaced"] = table["unplaced"][:SHOWN_ROWS]  # type: ignore[index]
    arrival.report = table
    _move(arrival, State.READ, act)


def _take(act: Act, arrival: Arrival) -> None:
    arriving = read(
        queries.path_of(arrival), format=arrival.format or None, post=arrival.post or None
    )
    with transaction.atomic():
        taken = take(
            act,
            arriving,
            rights=Rights(arrival.rights),
            slug=arrival.slug,
            question=arrival.question,
            place=arrival.place,
            subject=arrival.subject,
            source=arrival.source,
            progress=_progress(arrival),
        )
        arrival.brief, arrival.slug = taken.brief.public_id, taken.brief.debate.slug
        arrival.passages, arrival.remarks = taken.passages, taken.remarks
        _end(arrival, State.DONE, act)


def _refuse(act: Act, arrival: Arrival, refusal: Refusal) -> None:
    """What was wrong with the file ends it; what was wrong with the debate or question can be mended."""
    arrival.code = refusal.code
    arrival.params = json.loads(json.dumps(refusal.params, default=str))
    arrival.brief, arrival.passages, arrival.remarks = "", 0, 0
    if arrival.state == State.STORING and not refusal.code.startswith("exchange."):
        _move(arrival, State.READ, act)
    else:
        _end(arrival, State.REFUSED, act)


def _move(arrival: Arrival, state: State, act: Act) -> None:
    arrival.state, arrival.changed_at = state, act.at
    arrival.save()


def _end(arrival: Arrival, state: State, act: Act) -> None:
    """It is over: the file goes when that is stored, and so does every word of it that was kept here.

    What was typed beside a file that is refused stays for a while: its member may hand in another.
    """
    if state not in OVER:
        raise ValueError(f"{state} is not the end of an arrival")
    arrival.name, arrival.report = "", None
    if state is not State.REFUSED:
        arrival.question = arrival.place = ""
    _move(arrival, state, act)
    path = queries.path_of(arrival)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def _progress(arrival: Arrival) -> Callable[[int, int], None]:
    key = queries.progress_key(arrival)

    def progress(done: int, total: int) -> None:
        cache.set(key, (done, total), timeout=_SILENT)

    return progress
