"""What a search found, as its page shows it: debate by debate."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from college.debates.queries import finds, thread
from college.debates.queries.finds import Finds
from college.debates.queries.search import Hit
from college.debates.rules import addresses
from college.summaries.queries.work import newest_of
from college.summaries.rules import addresses as summaries
from college.web.acts import now
from college.web.debates import threads
from college.web.prose import line, shown


@dataclass(frozen=True, slots=True)
class Found:
    """One text. ``body`` is a contribution's whole line; all others have what, url, and words or html."""

    body: SafeString | None = None
    what: str = ""
    url: str = ""
    name: str = ""
    words: str = ""
    html: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one debate. ``summary_url``: of its certified summary, if it has one."""

    question: str
    url: str
    summary_url: str = ""
    found: list[Found] = field(default_factory=list)


def groups(hits: Sequence[Hit]) -> list[Group]:
    """The hits by debate, in their order; each thing once. Eleven queries, or none without hits."""
    if not hits:
        return []
    rows = finds.of_hits(hits)
    known = thread.by_ids([hit.subject for hit in hits], now=now())
    summarised = newest_of(list(rows.questions))
    made: dict[int, Group] = {}
    for hit in {(hit.kind, hit.subject): hit for hit in reversed(hits)}.values():
        asked = rows.questions.get(hit.debate_id)
        item = known.get(hit.subject)
        one = _contribution(item) if item is not None else _other(hit, rows)
        if asked is None or one is None:
            continue
        address = addresses.debate(asked.debate.slug)
        summary = summaries.summary(asked.debate.slug) if hit.debate_id in summarised else ""
        group = made.setdefault(hit.debate_id, Group(line(asked.text), address, summary))
        group.found.insert(0, one)
    return list(reversed(made.values()))


def _contribution(item: thread.Item) -> Found | None:
    return Found(body=threads.line(item).body) if item.tombstone is None else None


def _other(hit: Hit, rows: Finds) -> Found | None:
    asked = rows.questions.get(hit.debate_id)
    if asked is None:
        return None
    slug = asked.debate.slug
    if hit.kind == "question":
        return Found(what=_("Question"), url=addresses.debate(slug), words=line(asked.text))
    if hit.subject in rows.viewpoints:
        wording = rows.viewpoints[hit.subject]
        letter = wording.viewpoint.letter
        return Found(
            what=_("Viewpoint %(letter)s") % {"letter": letter}
            if letter
            else _("Viewpoint in its notice"),
            url=addresses.viewpoint(slug, hit.subject),
            name=line(wording.name),
            html=shown(wording.statement),
        )
    if hit.subject in rows.remarks:
        remark = rows.remarks[hit.subject]
        by = remark.claimed_by.public_name if remark.claimed_by else remark.pseudonym
        url = addresses.remark(slug, hit.subject)
        return Found(what=_("Comment"), url=url, name=by, words=remark.text.words)
    if hit.subject in rows.passages:
        words = rows.passages[hit.subject].text.words
        url = addresses.passage(slug, hit.subject)
        return Found(what=_("Passage of the article"), url=url, words=words)
    return None
