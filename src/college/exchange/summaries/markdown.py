"""CommonMark: sentences with the numbers of what they rest on, then the sources as a list."""

import re

from college.exchange.summaries.sheet import Attested, Comment, Sheet, Source

#: What begins a construct anywhere in a line, and what does so only at its beginning.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&|~])")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")


def to_markdown(sheet: Sheet) -> str:
    """The whole version. Whatever people wrote is escaped: it stands letter for letter."""
    lines = [f"# {escaped(sheet.title)}", ""]
    lines += [
        f"{sheet.college} · {sheet.words.version} {sheet.number} · {sheet.dated:%Y-%m-%d}",
        "",
    ]
    lines += [f"<{sheet.url}>", ""]
    lines += [f"- {escaped(f'{side.letter}: {side.name}')}" for side in sheet.sides]
    lines += [""]
    if sheet.whole:
        lines += [f"## {escaped(sheet.words.attested)}", ""]
    for one in sheet.whole:
        lines += _attested(one, sheet, indent="")
    for part in sheet.parts:
        side = f"{part.side.letter} · " if part.side else ""
        lines += [f"## {escaped(side + part.title)}", ""]
        for sentence in part.sentences:
            numbers = "".join(f"[{n}]" for n in sentence.sources)
            lines += [f"- {escaped(sentence.words)} {escaped(numbers)}".rstrip()]
            for one in sentence.attested:
                lines += _attested(one, sheet, indent="  ")
        lines += [""]
    if sheet.comments:
        lines += [f"## {escaped(sheet.words.comments)}", ""]
        lines += [_comment(one, sheet) for one in sheet.comments]
        lines += [""]
    lines += [f"## {escaped(sheet.words.sources)}", ""]
    lines += [_source(one) for one in sheet.sources]
    return "\n".join(lines).rstrip() + "\n"


def escaped(words: str) -> str:
    """Plain words as CommonMark that means just them, on one line."""
    line = _ANYWHERE.sub(r"\\\1", " ".join(words.split()))
    found = _AT_START.match(line)
    if found is None:
        return line
    mark = found[2]
    if mark.isdigit():
        return f"{found[1]}{mark}\\{line[found.end() :]}"
    return f"{found[1]}\\{mark}{line[found.end() :]}"


def _attested(one: Attested, sheet: Sheet, *, indent: str) -> list[str]:
    said = f"{one.side.letter}: {one.fairness}" + (f": {one.comment}" if one.comment else "")
    lines = [f"{indent}> {escaped(said)}"]
    if one.answer:
        lines += [f"{indent}>", f"{indent}> {escaped(f'{sheet.words.answer}: {one.answer}')}"]
    return [*lines, ""]


def _comment(one: Comment, sheet: Sheet) -> str:
    side = one.side.letter if one.side else sheet.words.undecided
    quoted = f" “{one.exact}”" if one.exact else ""
    return f"- {escaped(f'{one.author} ({side}){quoted}: {one.words}')} <{one.url}>"


def _source(one: Source) -> str:
    side = f" ({one.side.letter})" if one.side else ""
    return f"{one.number}. {escaped(one.kind + side)}: {escaped(one.words)} <{one.url}>"
