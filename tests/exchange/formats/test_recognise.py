"""The format is told from what stands in a file; another one under its name is refused."""

import pytest

from college.exchange.formats.recognise import Format, recognise
from college.ground.refusals import Refusal

WXR = '<?xml version="1.0"?>\n<!-- made by -->\n<rss xmlns:wp="http://wordpress.org/export/1.1/">'


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Title\n\nText", Format.PLAIN_TEXT),
        ("<3 is a title\n", Format.PLAIN_TEXT),
        ('["Quoted"] is a title\n', Format.PLAIN_TEXT),
        ("<!DOCTYPE html><html>", Format.SAVED_HTML),
        ("\n<!-- saved from url -->\n<HTML>", Format.SAVED_HTML),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', Format.SAVED_HTML),
        (WXR, Format.WORDPRESS_WXR),
        ('<?xml version="1.0"?><disqus xmlns="http://disqus.com">', Format.DISQUS_XML),
    ],
)
def test_format_recognised(head, found):
    assert recognise(head) is found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('{"comments": [1, 2]}', "json"),
        ('[{"a": 1}, ', "json"),
        ("{\\rtf1 Hello}", "rtf"),
        ("From: <Saved by Blink>\n", "mhtml"),
        ('<?xml version="1.0"?><rss version="2.0"><channel>', "rss"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "atom"),
        ('<?xml version="1.0"?><opml>', "xml:opml"),
    ],
)
def test_foreign_format_is_named_in_the_refusal(head, found):
    with pytest.raises(Refusal) as refusal:
        recognise(head)
    assert refusal.value.code == "exchange.file.unknown-format"
    assert refusal.value.params["found"] == found


def test_other_format_under_a_name_is_refused():
    with pytest.raises(Refusal) as refusal:
        recognise(WXR, named="disqus-xml")
    assert (refusal.value.code, refusal.value.params) == (
        "exchange.file.other-format",
        {"named": "disqus-xml", "found": "wordpress-wxr"},
    )


def test_name_of_no_format_is_refused():
    with pytest.raises(Refusal) as refusal:
        recognise("Title", named="word")
    assert refusal.value.params["known"] == (
        "plain-text",
        "saved-html",
        "wordpress-wxr",
        "disqus-xml",
    )
