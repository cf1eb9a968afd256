"""A month of a team, drawn: each mark in its place, every row named."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from bot.pictures.month import AWAY, DAY, HEAD, MOST_ROWS, NOBODY, SHADES, Column, Mark, Row, month_table
from bot.pictures.png import render

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = [
    Column(1, "四", "休", "holiday"),
    Column(2, "五"),
    Column(3, "六", "班"),
    Column(4, "日", shade="rest", today=True),
]
WORKED = [True, False, False, True]


def words(svg: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def filled(svg: str, colour: str, *, below: float = HEAD) -> Iterator[tuple[float, float]]:
    """Left edge and width of what is filled with a colour in the rows, the legend left out."""
    root = ElementTree.fromstring(svg)  # noqa: S314
    bottom = float(root.attrib["height"]) - 60
    for each in root.iter(f"{SVG}rect"):
        if each.attrib["fill"] == colour and below <= float(each.attrib["y"]) < bottom:
            yield float(each.attrib["x"]), float(each.attrib["width"])


def test_every_day_and_everybody_is_named() -> None:
    svg = month_table("生产部 十月", COLUMNS, [Row("张三", [None] * 4, WORKED), Row("李四", [None] * 4, WORKED)])
    said = words(svg)
    assert said[:2] == ["生产部 十月", ""]
    assert said[2:13] == ["1", "四", "休", "2", "五", "3", "六", "班", "4", "日", "张三"]
    assert {"李四", "全天不在", "上午不在", "休息", "法定节假日"} <= set(said)
    assert "待审批" not in said
    assert list(filled(svg, AWAY)) == []


def test_half_a_day_fills_its_half() -> None:
    marks = [None, Mark.WHOLE, Mark.MORNING, Mark.AFTERNOON]
    whole, morning, afternoon = filled(month_table("十月", COLUMNS, [Row("张三", marks, WORKED)]), AWAY)
    assert whole[1] == DAY - 1
    assert morning[1] == afternoon[1] < DAY / 2
    assert afternoon[0] - morning[0] == DAY * 1.5


def test_whoever_works_by_a_roster_has_days_off_of_his_own() -> None:
    nobody = [None] * 4
    svg = month_table("十月", COLUMNS, [Row("张三", nobody, WORKED), Row("阿明", nobody, [False, True, False, False])])
    assert len(list(filled(svg, SHADES["holiday"]))) == 1
    assert len(list(filled(svg, SHADES["rest"]))) == 2


def test_counts_and_what_only_waits() -> None:
    row = Row("张三", [None, Mark.ASKED, Mark.HOURS, None], WORKED)
    said = words(month_table("十月", COLUMNS, [row], counts=[0, 0, 7, 0], asked=True))
    assert {"待审批", "不在人数", "7"} <= set(said)
    assert "0" not in said


def test_nobody_is_no_error_and_long_names_are_shortened() -> None:
    assert NOBODY in words(month_table("十月", COLUMNS, []))
    assert "…" in "".join(words(month_table("十月", COLUMNS, [Row("很长的名字" * 9, [None] * 4, WORKED)])))
    assert render(month_table("十月", COLUMNS, []), zoom=1).startswith(b"\x89PNG")


def test_what_fits_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="one place per column"):
        month_table("十月", COLUMNS, [Row("张三", [None], [True])])
    with pytest.raises(ValueError, match="rows"):
        month_table("十月", COLUMNS, [Row("张三", [None] * 4, WORKED)] * (MOST_ROWS + 1))
