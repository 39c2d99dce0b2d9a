"""Templates, read as text: no inline style or script, and every word can be translated."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.house.reading import SRC

_FOLDER = SRC / "college" / "web" / "templates"
_TEMPLATES = sorted(p for p in _FOLDER.rglob("*") if p.suffix in {".html", ".txt"})

_COMMENT = re.compile(r"{%\s*comment.*?{%\s*endcomment\s*%}|{#.*?#}", re.S)
_BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b(.*?)%}.*?{%\s*endblocktrans(?:late)?\s*%}", re.S)
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
#: Attributes whose value is read by people.
_READ = {"alt", "aria-label", "aria-description", "label", "placeholder", "summary", "title"}
#: Elements whose text is code, not language; of scripts, only data is allowed to be inline.
_CODE = {"code", "kbd", "samp", "pre", "script"}
#: The live page of all parts shows them to designers, with made-up words.
_MADE_UP = "style/"
#: The same in every language.
_NAMES = {"UTC", "RFC", "SHA", "JSON", "HTML", "URL", "CSV", "ID", "→"}


class _Reader(HTMLParser):
    """Collects the faults of one template."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.code = 0

    def _fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.code += tag in _CODE
        if tag == "style":
            self._fault("a style element")
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self._fault("an inline script")
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self._fault(f"an inline {name}")
            if (value or "").strip().lower().startswith("javascript:"):
                self._fault(f"a script in {name}")
            if name in _READ or (name == "content" and given.get("name") == "description"):
                self._untranslated(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.code -= tag in _CODE

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in _CODE

    def handle_data(self, data: str) -> None:
        if not self.code:
            self._untranslated(data)

    def _untranslated(self, text: str) -> None:
        words = [w for w in re.findall(r"[^\W\d_]{2,}", text) if w not in _NAMES]
        if words:
            self._fault(f"untranslated: {' '.join(text.split())!r}")


def _blank(match: re.Match[str]) -> str:
    """Nothing, on as many lines, so that faults keep their line."""
    return "\n" * match.group().count("\n")


def _faults(source: str) -> list[str]:
    source = _COMMENT.sub(_blank, source)
    untrimmed = [m for m in _BLOCK.finditer(source) if "trimmed" not in m.group(1).split()]
    faults = [
        f"line {source[: m.start()].count(chr(10)) + 1}: blocktranslate without trimmed"
        for m in untrimmed
    ]
    reader = _Reader()
    reader.feed(_TAG.sub(_blank, _BLOCK.sub(_blank, source)))
    reader.close()
    return faults + reader.faults


@pytest.mark.parametrize("template", _TEMPLATES, ids=lambda p: str(p.relative_to(_FOLDER)))
def test_template_is_translatable_and_holds_no_style_or_script(template: Path) -> None:
    faults = _faults(template.read_text("utf-8"))
    if str(template.relative_to(_FOLDER)).startswith(_MADE_UP):
        faults = [fault for fault in faults if "untranslated" not in fault]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        '<img alt="a picture">',
        '<p style="color: red"></p>',
        '<a onclick="x()"></a>',
        "<script>run()</script>",
        "<style>p {}</style>",
        '<a href="javascript:x()"></a>',
        "{% blocktranslate %}Hello{% endblocktranslate %}",
        "{% if a %}Hello{% endif %}",
        '<meta name="description" content="Hello">',
    ],
)
def test_scan_finds_a_fault(source: str) -> None:
    assert _faults(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p title="{% translate "Hello" %}">{% translate "Hello" %} · {{ name }} (3)</p>',
        "{% blocktranslate trimmed count n=n %}One{% plural %}{{ n }}{% endblocktranslate %}",
        "<script type=module src=x></script><script type=application/json>{}</script>",
        "{# Hello #}{% comment %}Hello{% endcomment %}<code>college found</code>",
    ],
)
def test_scan_lets_what_is_well_pass(source: str) -> None:
    assert not _faults(source)
