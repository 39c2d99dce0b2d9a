"""Any file of any known format in, one arriving brief out. Nothing is stored, nothing is fetched."""

import hashlib
import json

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.arriving.source import Progress, opened
from college.exchange.formats.disqus_xml import read_disqus_xml
from college.exchange.formats.plain_text import read_plain_text
from college.exchange.formats.recognise import Format, recognise
from college.exchange.formats.saved_html import read_saved_html
from college.exchange.formats.wordpress_wxr import read_wordpress_wxr
from college.ground.refusals import Refusal

_READERS = {
    Format.PLAIN_TEXT: read_plain_text,
    Format.SAVED_HTML: read_saved_html,
    Format.WORDPRESS_WXR: read_wordpress_wxr,
    Format.DISQUS_XML: read_disqus_xml,
}


def read(
    path_or_stream: object,
    *,
    format: str | None = None,
    post: str | None = None,
    progress: Progress | None = None,
) -> ArrivingBrief:
    """The brief in a file, from a path or a binary stream.

    ``format`` is a value of ``Format`` or ``None`` to recognise it. ``post`` names one article of a
    file with several, by title, slug, id or address. ``progress(done, total)`` counts bytes, and
    comes to ``total`` in the end. Everything a person can mend is a Refusal ``exchange.file.…``.
    """
    with opened(path_or_stream, progress) as source:
        brief = _READERS[recognise(source.head, named=format)](source, post=post)
        if not brief.passages and not brief.remarks:
            raise Refusal("exchange.file.no-article")
        _check_named(brief, post)
        source.report(1.0)
    return brief


def _check_named(brief: ArrivingBrief, post: str | None) -> None:
    """A page holds one article: naming another is a mistake to be told of."""
    page = brief.format in (Format.PLAIN_TEXT, Format.SAVED_HTML)
    if post is not None and page:
        wanted = post.strip().casefold()
        if wanted not in (brief.title.casefold(), brief.source.casefold()):
            raise Refusal("exchange.file.no-such-post", post=post, found=(brief.title,))


def digest(brief: ArrivingBrief) -> str:
    """64 hex digits that are the same for the same article in any later reading of its page.

    The article alone counts, not its comments: a page saved again with more of them is the same
    brief, and the remarks' keys tell which of them are new. Without an article (Disqus) the title
    and the address stand for it.
    """
    article: list[object] = ["brief/1", brief.title, brief.author]
    if brief.passages:
        article += [[passage.kind, passage.words, passage.credit] for passage in brief.passages]
    else:
        article.append(brief.source)
    canonical = json.dumps(article, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "replace")).hexdigest()
