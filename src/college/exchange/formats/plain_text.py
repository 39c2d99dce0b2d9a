"""A page saved as plain text: an article and, below it, the comment section as it was shown."""

from college.debates.rules.briefs import ArrivingBrief
from college.exchange.arriving.article_lines import read_article
from college.exchange.arriving.comment_lines import list_outside, read_comments
from college.exchange.arriving.lines import lines_of
from college.exchange.arriving.moments import writes_day_first
from college.exchange.arriving.passages import passages
from college.exchange.arriving.section import Section, find_section
from college.exchange.arriving.source import Source
from college.exchange.arriving.threads import Gathered, arrange
from college.exchange.arriving.words import check_line
from college.exchange.formats.recognise import Format
from college.exchange.limits import PAGE_BYTES
from college.exchange.unplaced import Leftovers, Reason


def read_plain_text(source: Source, *, post: str | None) -> ArrivingBrief:
    """Told from structure alone: numbered items, bullets, indentation, dates below names.

    ``post`` names one article of several and means nothing here: a page holds one.
    """
    leftovers = Leftovers()
    lines = lines_of(source.text(limit=PAGE_BYTES), leftovers)
    day_first = writes_day_first([line.words for line in lines if len(line.words) <= 200])
    section = find_section(lines, day_first=day_first)
    above = lines[: section.at] if section else lines
    about = section.about if section else ""
    article = read_article(above, about=about, day_first=day_first, leftovers=leftovers)
    gathered = Gathered()
    if section and section.headers:
        gathered = read_comments(lines, section, leftovers)
    elif section:
        list_outside(lines[section.first :], Reason.AFTER_COMMENTS, leftovers)
    if section:
        found = len(gathered.comments) + len(gathered.left_out)
        _compare(section, found, lines[section.at].number, leftovers)
    return ArrivingBrief(
        format=Format.PLAIN_TEXT,
        title=check_line(article.title, line=1, field="title"),
        author=check_line(article.author, line=1, field="author"),
        source=check_line(article.source, line=1, field="source"),
        published=article.published,
        passages=passages(article.pieces),
        remarks=arrange(gathered, leftovers),
        unplaced=leftovers.rows(),
        announced_remarks=section.announced if section else None,
    )


def _compare(section: Section, found: int, line: int, leftovers: Leftovers) -> None:
    if section.announced is not None and section.announced != found:
        leftovers.add(line, f"{section.announced} ≠ {found}", Reason.COUNT_DIFFERS)
