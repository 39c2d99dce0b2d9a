"""How to cite a version: CSL-JSON (citeproc), and BibTeX."""

import re

from college.exchange.summaries.sheet import Sheet

#: TeX's own characters, and how they are written.
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")


def to_csl(sheet: Sheet) -> list[dict[str, object]]:
    """One item of type ``report``, as every reader of CSL-JSON takes it."""
    return [
        {
            "id": sheet.public_id,
            "type": "report",
            "title": f"{sheet.words.summary}: {sheet.title}",
            "author": [{"literal": sheet.college}],
            "publisher": sheet.college,
            "issued": {"date-parts": [[sheet.dated.year, sheet.dated.month, sheet.dated.day]]},
            "URL": sheet.url,
            "version": str(sheet.number),
            "language": sheet.language,
        }
    ]


def to_bibtex(sheet: Sheet) -> str:
    """One ``@misc`` entry; the title's capitals are kept by braces."""
    fields = {
        "title": f"{{{_tex(f'{sheet.words.summary}: {sheet.title}')}}}",
        "author": f"{{{_tex(sheet.college)}}}",
        "year": f"{sheet.dated:%Y}",
        "month": f"{sheet.dated.month}",
        "url": sheet.url,
        "note": _tex(f"{sheet.words.version} {sheet.number}"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{sheet.public_id},\n{lines}\n}}\n"


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX[found[0]], words)
