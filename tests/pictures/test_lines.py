"""Lines go through their values, and can be told apart without colours."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bot.pictures.lines import FOOT, HEIGHT, NOTHING, line_chart

SVG = "{http://www.w3.org/2000/svg}"


def parts(svg: str, kind: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}{kind}"))  # noqa: S314


def words(svg: str) -> list[str]:
    return [each.text or "" for each in parts(svg, "text")]


def test_higher_values_stand_higher() -> None:
    (line,) = parts(line_chart("隐患", ["一", "二", "三"], {"发现": [1, 3, 2]}), "polyline")
    heights = [float(point.partition(",")[2]) for point in line.attrib["points"].split()]
    assert heights[0] > heights[2] > heights[1]


def test_each_line_has_its_name_and_its_own_mark() -> None:
    svg = line_chart("隐患", ["一", "二"], {"发现": [1, 2], "整改": [0, 1]}, unit="条")
    assert words(svg) == ["隐患", "单位：条", "0", "1", "2", "一", "二", "发现", "整改"]
    assert len(parts(svg, "circle")) == 2
    assert len(parts(svg, "rect")) == 1 + 2


def test_names_keep_apart_and_inside() -> None:
    svg = line_chart("隐患", ["一", "二"], {f"第{n}组": [0, 0] for n in range(6)})
    heights = sorted(float(each.attrib["y"]) for each in parts(svg, "text") if each.text and "组" in each.text)
    assert heights[-1] <= HEIGHT - FOOT + 5
    assert min(after - before for before, after in pairwise(heights)) >= 18


def test_nothing_and_one_value() -> None:
    assert words(line_chart("隐患", [], {})) == ["隐患", NOTHING]
    one = line_chart("隐患", ["11-22"], {"发现": [1]})
    assert (len(parts(one, "circle")), len(parts(one, "polyline"))) == (1, 0)


def test_names_of_steps_that_would_overlap_are_left_out() -> None:
    steps = [f"11月{day}日" for day in range(1, 31)]
    assert 4 < sum(word in steps for word in words(line_chart("隐患", steps, {"发现": [1.0] * 30}))) < 15


def test_what_can_not_be_drawn() -> None:
    with pytest.raises(ValueError, match="told apart"):
        line_chart("隐患", ["一"], {str(number): [1] for number in range(7)})
    with pytest.raises(ValueError, match="one value per step"):
        line_chart("隐患", ["一", "二"], {"发现": [1]})
