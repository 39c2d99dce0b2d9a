"""JSON-LD in the terms of schema.org: an article, what it is based on, who says what of it.

No rating stands in it: a rating is a verdict.
"""

from typing import Any

from college.exchange.summaries.sheet import Attested, Comment, Sheet


def to_json_ld(sheet: Sheet) -> dict[str, Any]:
    """The version as a ``Report``; sentences are its parts, attestations and comments its comments."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": sheet.url,
        "url": sheet.url,
        "headline": sheet.title,
        "name": sheet.label,
        "inLanguage": sheet.language,
        "version": str(sheet.number),
        "dateModified": f"{sheet.dated:%Y-%m-%d}",
        "publisher": {"@type": "Organization", "name": sheet.college},
        "about": {"@type": "Question", "name": sheet.title, "url": sheet.debate_url},
        "isBasedOn": [one.url for one in sheet.sources],
        "hasPart": [
            {
                "@type": "CreativeWork",
                "name": _title(part.title, part.side.letter if part.side else ""),
                "hasPart": [
                    {
                        "@type": "Statement",
                        "@id": sentence.url,
                        "text": sentence.words,
                        "isBasedOn": [sheet.sources[n - 1].url for n in sentence.sources],
                        "comment": [_attested(one) for one in sentence.attested],
                    }
                    for sentence in part.sentences
                ],
            }
            for part in sheet.parts
        ],
        "comment": [
            *(_attested(one) for one in sheet.whole),
            *(_comment(one, sheet) for one in sheet.comments),
        ],
    }
    if sheet.certified_at is not None:
        found["datePublished"] = f"{sheet.certified_at:%Y-%m-%d}"
    if sheet.turns_on:
        found["citation"] = [url for _title, url in sheet.turns_on]
    return found


def _title(title: str, letter: str) -> str:
    return f"{letter} · {title}" if letter else title


def _attested(one: Attested) -> dict[str, Any]:
    said = {
        "@type": "Comment",
        "author": {"@type": "Organization", "name": f"{one.side.letter}: {one.side.name}"},
        "text": ": ".join(filter(None, (one.fairness, one.comment))),
    }
    if one.answer:
        said["comment"] = {"@type": "Comment", "text": one.answer}
    return said


def _comment(one: Comment, sheet: Sheet) -> dict[str, Any]:
    return {
        "@type": "Comment",
        "@id": one.url,
        "author": {"@type": "Person", "name": one.author},
        "text": one.words,
        "dateCreated": f"{one.at:%Y-%m-%d}",
        "keywords": one.side.letter if one.side else sheet.words.undecided,
    }
