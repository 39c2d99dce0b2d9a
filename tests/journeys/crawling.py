"""Every kind of page that links lead to, for a reader and for each persona of the sample College."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from college.people.models import Member

READER = "reader"
_LINK = re.compile(r'<a [^>]*href="([^"#][^"]*)"')
#: Nothing leads to the pages of a quiz that is being taken but the form that begins it.
_BEGIN = re.compile(r'<form method="post" action="[^"]*(/quizzes/begin/[^"]+)"')
_NOT_PAGES = ("/static/", "/log/", "/style/", "/accounts/logout/")
#: Of each kind so many are read; the longest of them is looked at.
_READ = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as it was answered: its kind is the name of its address."""

    kind: str
    path: str
    html: str


def walk(client: Client, start: str) -> Iterator[Seen]:
    """Pages from ``start`` on, by their links, a few of each kind."""
    waiting, known, read = [start], {start}, Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = resolve(path.partition("?")[0]).view_name
        if read[kind] >= _READ:
            continue
        answer = client.get(path)
        read[kind] += 1
        if not is_page(answer):
            continue
        html = answer.content.decode()
        yield Seen(kind, path, html)
        begun = _BEGIN.search(html) if kind == "quiz" and not read["quiz-attempt-item"] else None
        for target in [*_targets(path, html), *(take(client, begun[1]) if begun else ())]:
            if target not in known and not target.startswith(_NOT_PAGES):
                known.add(target)
                waiting.append(target)


def take(client: Client, begin: str) -> Iterator[str]:
    """Take a quiz by guessing, keep the result, and begin another: pages of all of it."""
    question = client.post(begin)["Location"]
    attempt = question.removesuffix("1/")
    yield from (question, f"{attempt}result/")
    while question != f"{attempt}result/":
        client.post(question, {"given": "0"})
        client.post(question, {"unknown": "yes"})  # where that is no answer
        question = client.get(attempt)["Location"]
    client.post(f"{attempt}keep/")
    yield client.post(begin)["Location"]


def is_page(answer: HttpResponse) -> bool:
    """Whether it is shown, and no file to be kept."""
    is_html = answer["Content-Type"].startswith("text/html")
    return answer.status_code == 200 and is_html and "Content-Disposition" not in answer


def _targets(path: str, html: str) -> Iterator[str]:
    """Where links lead within the College. Pages that are published name others by their whole address."""
    here = settings.COLLEGE_URL
    for link in _LINK.findall(html):
        target = urldefrag(urljoin(f"{here}{path}", unescape(link))).url
        if target.startswith(f"{here}/"):
            yield target.removeprefix(here)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def longest(members: dict[str, Member]) -> dict[str, tuple[str, Seen]]:
    """By kind: whose page it is and the longest one read. A page readers get is looked at as theirs."""
    found: dict[str, tuple[str, Seen]] = {}
    clients = {READER: (Client(), "/")}
    clients |= {name: (signed_in(member), "/desk/") for name, member in members.items()}
    for who, (client, start) in clients.items():
        own: dict[str, tuple[str, Seen]] = {}
        for seen in walk(client, start):
            best = own.get(seen.kind)
            if best is None or len(seen.html) > len(best[1].html):
                own[seen.kind] = (who, seen)
        found = own | found
    return found
