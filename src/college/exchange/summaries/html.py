"""One HTML file that stands by itself: to be kept, mailed, or put on another site."""

from html import escape

from college.exchange.summaries.sheet import Attested, Comment, Part, Sentence, Sheet, Source

#: The file is read far from the College's own sheets: a measure, a calm type, and no more.
_STYLE = (
    "body{max-inline-size:38em;margin:2rem auto;padding:0 1rem;font:1.06em/1.55 Georgia,serif}"
    "h1,h2{line-height:1.2}h2{margin-block-start:2em}blockquote{margin-inline:1.2em 0;"
    "padding-inline-start:.8em;border-inline-start:2px solid #888;font-size:.93em}"
    "ol,ul{padding-inline-start:1.6em}@media(prefers-color-scheme:dark)"
    "{body{background:#191816;color:#eae6dd}a{color:#9cc3e6}}"
)


def to_html(sheet: Sheet) -> str:
    """The whole version, with links within the file from sentences to sources."""
    day = f"{sheet.dated:%Y-%m-%d}"
    byline = " · ".join(
        [
            _words(sheet.college),
            f"{_words(sheet.words.version)} {sheet.number}",
            f'<time datetime="{day}">{day}</time>',
            f'<a href="{escape(sheet.url)}">{escape(sheet.url)}</a>',
        ]
    )
    sides = "".join(f"<li>{_words(f'{s.letter}: {s.name}')}</li>" for s in sheet.sides)
    body = [
        f"<h1>{_words(sheet.title)}</h1>",
        f"<p>{byline}</p>",
        f"<ul>{sides}</ul>",
        *([f"<h2>{_words(sheet.words.attested)}</h2>"] if sheet.whole else []),
        *(_attested(one, sheet) for one in sheet.whole),
        *(_part(part, sheet) for part in sheet.parts),
        *_comments(sheet),
        f"<h2>{_words(sheet.words.sources)}</h2>",
        "<ol>",
        *(_source(one) for one in sheet.sources),
        "</ol>",
    ]
    head = f'<meta charset="utf-8"><title>{_words(sheet.label)}</title>'
    link = f'<link rel="canonical" href="{escape(sheet.url)}"><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}"><head>{head}{link}</head>\n<body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _part(part: Part, sheet: Sheet) -> str:
    side = f"{part.side.letter} · " if part.side else ""
    sentences = "\n".join(_sentence(one, sheet) for one in part.sentences)
    return f"<section><h2>{_words(side + part.title)}</h2>\n{sentences}\n</section>"


def _sentence(one: Sentence, sheet: Sheet) -> str:
    notes = " ".join(f'<a href="#source-{n}">[{n}]</a>' for n in one.sources)
    said = "".join(_attested(a, sheet) for a in one.attested)
    return f'<p id="s-{escape(one.public_id)}" dir="auto">{_words(one.words)} {notes}</p>{said}'


def _attested(one: Attested, sheet: Sheet) -> str:
    comment = f": {_words(one.comment)}" if one.comment else ""
    answer = f"<p>{_words(sheet.words.answer)}: {_words(one.answer)}</p>" if one.answer else ""
    said = f"<p>{_words(one.side.letter)}: {_words(one.fairness)}{comment}</p>"
    return f'<blockquote dir="auto">{said}{answer}</blockquote>'


def _comments(sheet: Sheet) -> list[str]:
    if not sheet.comments:
        return []
    return [
        f"<h2>{_words(sheet.words.comments)}</h2>",
        *(_comment(c, sheet) for c in sheet.comments),
    ]


def _comment(one: Comment, sheet: Sheet) -> str:
    side = one.side.letter if one.side else sheet.words.undecided
    quoted = f" <q>{_words(one.exact)}</q>" if one.exact else ""
    by = f'<a href="{escape(one.url)}">{_words(one.author)}</a> ({_words(side)})'
    return f'<p dir="auto">{by}{quoted}: {_words(one.words)}</p>'


def _source(one: Source) -> str:
    side = f" ({_words(one.side.letter)})" if one.side else ""
    link = f'<a href="{escape(one.url)}">{_words(one.kind)}</a>'
    at = f'id="source-{one.number}" value="{one.number}"'
    return f'<li {at} dir="auto">{link}{side}: {_words(one.words)}</li>'


def _words(words: str) -> str:
    return escape(words, quote=False)
