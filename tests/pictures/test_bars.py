"""Bars are as long as their values, and every picture says something."""

from xml.etree import ElementTree

from bot.pictures.bars import MOST_BARS, NOTHING, Bar, bar_chart

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def lengths(svg: str) -> list[float]:
    bars = list(ElementTree.fromstring(svg).iter(f"{SVG}rect"))[1:]  # noqa: S314 - the first is the ground
    return [float(bar.attrib["width"]) for bar in bars]


def test_each_bar_says_its_name_and_its_value() -> None:
    svg = bar_chart("请假天数", [Bar("生产部", 4), Bar("财务部", 2)], unit="天")
    assert words(svg) == ["请假天数", "单位：天", "生产部", "4", "财务部", "2"]
    long, short = lengths(svg)
    assert abs(long / short - 2) < 0.01


def test_nothing_and_one_and_only_zeros() -> None:
    assert words(bar_chart("违规", [])) == ["违规", NOTHING]
    assert words(bar_chart("违规", [Bar("生产部", 1)])) == ["违规", "生产部", "1"]
    assert lengths(bar_chart("违规", [Bar("生产部", 0), Bar("财务部", 0)])) == [1.0, 1.0]


def test_too_many_bars_are_summed_up() -> None:
    svg = bar_chart("违规", [Bar(f"部门{number}", 1) for number in range(MOST_BARS + 5)])
    assert len(lengths(svg)) == MOST_BARS
    assert words(svg)[-2:] == ["其余 6 项", "6"]


def test_a_long_name_leaves_room_for_the_bar() -> None:
    assert "…" in words(bar_chart("违规", [Bar("安全环保" * 20, 1)]))[1]
    assert lengths(bar_chart("违规", [Bar("安全环保" * 20, 1)]))[0] > 200
