"""What colleagues type when they have seen something, and what they type about everything else."""

from pathlib import Path

import pytest

from bot.understanding.emergency.heed import heed
from bot.understanding.hazards.sentences import is_defect, speaks_of_hazard

HAZARDS = [
    "",
    "3号车间配电箱门坏了线露出来了",
    "二楼楼梯口有油",
    "灭火器过期了",
    "仓库安全出口被货堵住了",
    "5号线旁边的护栏松了",
    "冲床的防护罩被拆了",
    "有人在油漆房抽烟",
    "叉车上站着人",
    "行车钢丝绳断丝了",
    "",
][1:-1]
OTHERS = [
    "",
    "打印机又坏了",
    "食堂今天的饭太咸了",
    "灭火器怎么用？",
    "安全隐患排查制度在哪里看",
    "没有发现隐患",
    "3号车间的灯已经修好了",
    "如果护栏松了要报给谁",
    "空调不冷",
    "明天下午三点开会",
    "",
][1:-1]


@pytest.mark.parametrize("line", HAZARDS)
def test_a_hazard_is_heard(line: str) -> None:
    assert speaks_of_hazard(line)


@pytest.mark.parametrize("line", OTHERS)
def test_other_matters_are_none(line: str) -> None:
    assert not speaks_of_hazard(line)


def test_who_asks_what_to_do_about_it_reports_it() -> None:
    assert speaks_of_hazard("3号车间地上漏油怎么办？")


def test_a_story_is_no_report() -> None:
    assert not speaks_of_hazard("护栏松了" * 60)


def test_a_place_is_no_defect() -> None:
    assert is_defect("电线乱拉")
    assert not is_defect("老厂区东头")


@pytest.mark.parametrize(("file", "heard"), [("heard.txt", True), ("unheard.txt", False)])
def test_what_colleagues_type(file: str, *, heard: bool) -> None:
    """A line each, as it was typed; none of them was written to fit a rule."""
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if speaks_of_hazard(line) is not heard] == []


@pytest.mark.parametrize("line", ["人字梯腿断了一根", "叉车把消防管撞凹了一块", "厂房门口的井盖被车压碎了"])
def test_a_thing_that_is_broken_is_no_cry_for_help(line: str) -> None:
    assert heed(line) is None
    assert speaks_of_hazard(line)
