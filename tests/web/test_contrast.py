"""The colours of ``static/css/tokens.css``, measured as WCAG 2.2 measures them (1.4.3, 1.4.6, 1.4.11)."""

import re
from pathlib import Path

import pytest

import college.web

_TOKENS = (Path(college.web.__file__).parent / "static" / "css" / "tokens.css").read_text("utf-8")
_THEMES = {
    "light": [""],
    "dark": ["", "(prefers-color-scheme: dark)"],
    "more contrast": ["", "(prefers-contrast: more)"],
    "dark, more contrast": [
        "",
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ],
}
#: Foreground, background, least contrast, least where more contrast was asked for.
_PAIRS = [
    ("ink", "paper", 7, 15),
    ("ink", "paper-tint", 7, 15),
    ("ink-quiet", "paper", 4.5, 7),
    ("ink-quiet", "paper-tint", 4.5, 7),
    ("paper", "ink", 7, 15),
    ("link", "paper", 4.5, 7),
    ("link", "paper-tint", 4.5, 7),
    ("link-visited", "paper", 4.5, 7),
    ("link-visited", "paper-tint", 4.5, 7),
    ("warn", "paper", 4.5, 7),
    ("good", "paper", 4.5, 7),
    ("ink", "mark", 4.5, 7),
    ("ink", "removed", 4.5, 7),
    ("ink", "added", 4.5, 7),
    ("control", "paper", 3, 4.5),
    ("control", "paper-tint", 3, 4.5),
    ("hatch", "paper", 3, 4.5),
    ("focus", "paper", 3, 4.5),
    ("rule-strong", "paper", 3, 4.5),
]


def _blocks() -> dict[str, dict[str, str]]:
    """The custom properties that are colours, by the media query they stand under ("" for none)."""
    found = {}
    for query, body in re.findall(r"(?:@media ([^{]+?) \{\s*)?:root \{([^}]*)\}", _TOKENS):
        found[query] = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", body))
    return found


def _colours(theme: str) -> dict[str, str]:
    blocks = _blocks()
    colours: dict[str, str] = {}
    for query in _THEMES[theme]:
        colours |= blocks[query]
    return colours


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert round(_contrast("#000", "#ffffff"), 2) == 21
    assert round(_contrast("#777777", "#fff"), 2) == 4.48


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize(("front", "back", "least", "least_more"), _PAIRS)
def test_colour_stands_out_enough(
    theme: str, front: str, back: str, least: float, least_more: float
) -> None:
    colours = _colours(theme)
    wanted = least_more if "more" in theme else least
    assert _contrast(colours[front], colours[back]) >= wanted
