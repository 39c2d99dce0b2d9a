"""A copy of the public pages: whatever they lead to is there, or is the College itself."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from college.record.actions.sequence import sequence
from college.web.live_links import is_published_path, with_live_links
from college.web.publish import publish_college
from tests.web.worlds import World

SITE = "https://college.example"
_TARGET = re.compile(r'<(?:a|link|script|img|form)\s[^<>]*?(?:href|src|action)="([^"]*)"')


def live(body: str, page: str = "/debates/ferry/") -> str:
    made = with_live_links(
        body.encode(), page=page, site=SITE, is_published=lambda path: path.startswith("/debates/")
    )
    return made.decode()


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/join/", f"{SITE}/join/"),
        ("/debates/", "/debates/"),
        ("/debates/?page=2", f"{SITE}/debates/?page=2"),
        ("/join/?next=/a/&amp;b=1", f"{SITE}/join/?next=/a/&amp;b=1"),
        ("../../join/", f"{SITE}/join/"),
        ("claim/", "claim/"),
        ("#main", "#main"),
        ("https://paper.example/join/", "https://paper.example/join/"),
        ("//paper.example/join/", "//paper.example/join/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_link_leads_to_a_published_page_or_to_the_college(link, expected):
    assert live(f'<a class="x" href="{link}">on</a>') == f'<a class="x" href="{expected}">on</a>'


def test_form_is_sent_to_the_college():
    made = live('<form action="/record/find/" class="x">')
    assert made == f'<form action="{SITE}/record/find/" class="x">'


def test_words_that_look_like_a_link_stay_as_written():
    words = '<p>Write &lt;a href="/join/"&gt; and href="/join/" there.</p>'
    assert live(words) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", True),
        ("/debates/ferry/", True),
        ("/static/css/base.css", True),
        ("/log/checkpoint", True),
        ("/join/", False),
        ("/desk/", False),
        ("/accounts/login/", False),
        ("/no/such/page/", False),
    ],
)
def test_views_say_themselves_what_is_published(path, expected):
    assert is_published_path(path) is expected


def test_what_is_published_is_remembered_for_the_addresses_it_was_asked_of(settings):
    path, whole = "/debates/nobody-asked-before/", settings.ROOT_URLCONF
    settings.ROOT_URLCONF = "college.web.people.urls"
    assert not is_published_path(path)
    settings.ROOT_URLCONF = whole
    assert is_published_path(path)


@pytest.mark.django_db
@pytest.mark.usefixtures("college")
def test_every_relative_link_of_a_copy_leads_to_a_file_in_it(tmp_path, settings):
    settings.COLLEGE_URL, settings.DEMO = SITE, True
    settings.ALLOWED_HOSTS = ["college.example"]
    world = World()
    at = world.room.stand.at
    sequence(at)
    publish_college(tmp_path, at=at)
    dead, lived = set(), set()
    for file in tmp_path.rglob("index.html"):
        page = f"/{file.parent.relative_to(tmp_path)}/".replace("/./", "/")
        for link in _TARGET.findall(file.read_text()):
            target = urldefrag(unescape(link))[0]
            if target.startswith(SITE):
                lived.add(urlsplit(target).path)
            elif not urlsplit(target).scheme and not target.startswith("/static/"):
                path = urljoin(page, target)
                there = tmp_path / path.strip("/")
                if not there.is_file() and not (there / "index.html").is_file():
                    dead.add((page, link))
    assert dead == set()
    assert {"/join/", "/accounts/login/", "/demo/", "/record/find/"} <= lived


@pytest.mark.django_db
@pytest.mark.usefixtures("college")
def test_members_page_keeps_its_links_here(signed_in):
    world = World()
    page = signed_in(world.room.one).get(f"/debates/{world.slugs[0]}/").content.decode()
    assert 'href="/desk/"' in page
    assert 'href="http' not in page.replace('href="https://paper.example', "")
