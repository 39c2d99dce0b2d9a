"""Text made safe to keep: no control characters, no hidden marks, NFC, plain line ends."""

import re
import unicodedata

from college.exchange.limits import LINE_CHARACTERS, NAME_CHARACTERS, TEXT_BYTES
from college.exchange.unplaced import Leftovers, Reason
from college.ground.refusals import Refusal

# C0 but tab and newline, DEL and C1; Unicode's Bidi_Control; invisible characters that only hide
# something (the two joiners stay: Persian, Indic scripts and emoji need them); non-characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def clean(text: str) -> tuple[str, str]:
    """``text`` without hidden marks, and those marks as ``U+202E U+0000``, empty if there were none."""
    text = _LINE_ENDS.sub("\n", text)
    marks: list[str] = []
    if _HIDDEN.search(text):
        marks = sorted(set(_HIDDEN.findall(text)))
        text = _HIDDEN.sub("", text)
    shown = " ".join(f"U+{ord(mark):04X}" for mark in marks)
    return unicodedata.normalize("NFC", text), shown


def kept(text: str, *, line: int, leftovers: Leftovers) -> str:
    """``text`` cleaned and trimmed; what was taken out is listed."""
    words, marks = clean(text)
    words = words.strip()
    if marks:
        leftovers.add(line, f"{marks}: {words[:100]}", Reason.HIDDEN_MARKS)
    return words


def one_line(text: str, *, line: int, leftovers: Leftovers) -> str:
    """A title, a name or a date: cleaned, every run of white space one space."""
    return " ".join(kept(text, line=line, leftovers=leftovers).split())


def check_text(text: str, *, line: int, field: str = "text") -> str:
    """Refuses a remark or passage of more than ``TEXT_BYTES``."""
    if len(text) * 4 > TEXT_BYTES and (size := len(text.encode("utf-8", "replace"))) > TEXT_BYTES:
        raise Refusal(
            "exchange.file.text-too-long", field=field, line=line, limit=TEXT_BYTES, found=size
        )
    return text


def check_line(text: str, *, line: int, field: str) -> str:
    """Refuses a pseudonym, title, author, source or date that is longer than any real one."""
    limit = NAME_CHARACTERS if field == "pseudonym" else LINE_CHARACTERS
    if len(text) > limit:
        raise Refusal(
            "exchange.file.text-too-long", field=field, line=line, limit=limit, found=len(text)
        )
    return text


def web_address(text: str) -> str:
    """An http or https address, or nothing: no other scheme is ever kept as a source."""
    address, marks = clean(text.strip())
    if marks or len(address) > LINE_CHARACTERS or len(address.split()) != 1:
        return ""
    return address if address.lower().startswith(("http://", "https://")) else ""
