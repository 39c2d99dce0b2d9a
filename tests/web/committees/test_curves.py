"""Curves of capture: where lines go, what tells them apart, the table behind them."""

import re
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from college.web.committees.curves import Curve, picture, table

_POINTS = ((0.0, 0.0), (0.25, 0.5), (0.5, 1.0))
_CURVES = [Curve("ours", _POINTS, strong=True), Curve("theirs", ((0.0, 0.1), (0.5, 0.2)))]


def _drawn(*, alone: bool) -> str:
    drawing = picture("What it withstands", [("Restricted", _CURVES), ("Kept", _CURVES)])
    return render_to_string(
        "committees/parts/curves.html", {"picture": drawing, "alone": alone, "id": "c"}
    )


def test_lines_run_from_corner_to_corner() -> None:
    drawing = picture("t", [("Restricted", _CURVES)])
    line = drawing.charts[0].lines[0]
    assert line.corners == "64.0,308.0 336.0,174.0 608.0,40.0"
    assert drawing.height == 360


def test_lines_are_told_apart_without_colour() -> None:
    lines = picture("t", [("Restricted", _CURVES)]).charts[0].lines
    assert len({(line.letter, line.pattern) for line in lines}) == len(lines)
    assert [line.strong for line in lines] == [True, False]


@pytest.mark.parametrize("alone", [True, False])
def test_picture_is_sound_and_has_no_style_of_its_own(alone: bool) -> None:
    text = _drawn(alone=alone)
    root = ElementTree.fromstring(text)
    assert ("xmlns" in text) is alone
    assert root.tag.endswith("svg")
    assert " style=" not in text
    assert "<style" not in text
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) == {"currentColor", "none"}
    labelled = root.attrib["aria-labelledby"].split()
    assert [each.attrib["id"] for each in list(root)[:2]] == labelled
    assert text.count("<polyline") == 4


def test_names_are_escaped() -> None:
    drawing = picture("t", [("x", [Curve("<b>&", _POINTS)])])
    text = render_to_string(
        "committees/parts/curves.html", {"picture": drawing, "alone": True, "id": "c"}
    )
    assert "&lt;b&gt;&amp;" in text


def test_table_has_a_row_for_each_share() -> None:
    found = table("Behind it", [Curve("ours", _POINTS)])
    assert found.columns == ["Colluders", "ours"]
    assert found.rows == [["0 %", "0.0 %"], ["25 %", "50.0 %"], ["50 %", "100.0 %"]]
