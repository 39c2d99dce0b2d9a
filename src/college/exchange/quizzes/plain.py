"""The words of a question's text that is written in HTML."""

import re
from html.parser import HTMLParser

_SKIPPED = frozenset({"script", "style", "head", "template"})
_LINES = frozenset(
    "address article blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split()
)
_FILES = frozenset({"img", "audio", "video", "object", "embed", "iframe", "svg", "math"})
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z][\da-zA-Z]*);")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
#: More beginnings of elements than the text of any question has. What never ends is sought anew from each.
_MOST_MARKS = 1_000


def from_html(markup: str) -> tuple[str, bool]:
    """The words, lines as a browser would break them; and whether a picture or the like is missing.

    What has thousands of elements is no text of a question, and stays as it is written.
    """
    if markup.count("<") > _MOST_MARKS:
        return markup, False
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = "".join(reader.pieces).split("\n")
    return "\n".join(re.sub(" +", " ", line).strip() for line in lines).strip(), reader.files


def from_automatic(text: str) -> tuple[str, bool]:
    """Moodle’s own format: markup is understood, and each line stays a line."""
    if not _MARKUP.search(text):
        return text, False
    return from_html(text.replace("\n", "<br>"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.skipping: list[str] = []
        self.files = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.files = self.files or tag in _FILES
        if tag in _SKIPPED:
            self.skipping.append(tag)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping and self.skipping[-1] == tag:
            self.skipping.pop()
        if tag != "br":
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.pieces.append(_BLANKS.sub(" ", data))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Word's ``<![if …]>`` and the like are passed over, as browsers do."""
        return self.parse_bogus_comment(i, report=0)

    def _break(self, tag: str) -> None:
        """One line end, however many elements begin and end here; a ``br`` makes one of its own."""
        if tag == "br" or (tag in _LINES and self.pieces and not self.pieces[-1].endswith("\n")):
            self.pieces.append("\n")
