from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.people import Department
from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.rules import Area, SafetyRules
from bot.understanding.hazards.reading import read_hazard

COMPANY = Company(departments=(Department(1, "公司"), Department(2, "生产部", 1)))


@pytest.mark.parametrize(
    ("words", "place", "text"),
    [
        ("3号车间 配电箱门坏了 线都露出来了", "3号车间", "配电箱门坏了 线都露出来了"),
        ("二楼楼梯口有油 刚有人差点滑倒", "二楼楼梯口", "有油 刚有人差点滑倒"),
        ("灭火器过期了 在二号库房", "二号库房", "灭火器过期了"),
        ("我刚看到 5号线旁边的护栏松了", "5号线旁边", "护栏松了"),
        ("在3号车间发现灭火器过期了", "3号车间", "灭火器过期了"),
        ("地点：锅炉房后面 情况：管道漏水", "锅炉房后面", "管道漏水"),
        ("老厂区东头 电线乱拉", "老厂区东头", "电线乱拉"),
        ("生产部的灭火器都过期了", "生产部", "灭火器都过期了"),
        ("宿舍201 电动车在屋里充电", "宿舍201", "电动车在屋里充电"),
        ("临时用电没漏保 工地生活区", "工地生活区", "临时用电没漏保"),
        ("叉车蜂鸣器不响了 成品库那台", "成品库", "叉车蜂鸣器不响了 那台"),
        ("乙炔瓶 没固定 维修班", "维修班", "乙炔瓶 没固定"),
        ("电线老化裸露 看着挺吓人的", "", "电线老化裸露 看着挺吓人的"),
        ("除尘布袋破了 满屋子灰", "", "除尘布袋破了 满屋子灰"),
        ("灭火器过期了", "", "灭火器过期了"),
        ("3号车间", "3号车间", ""),
        ("", "", ""),
    ],
)
def test_place_and_matter_come_in_any_order(words: str, place: str, text: str) -> None:
    told = read_hazard(words, COMPANY)
    assert (told.place, told.text) == (place, text)


def test_the_companys_own_areas_are_places() -> None:
    company = replace(COMPANY, safety=SafetyRules((Area("老磨坊", "A1", ("磨坊",)),)))
    told = read_hazard("磨坊二楼栏杆松了", company)
    assert (told.place, told.text) == ("磨坊二楼", "栏杆松了")


def test_who_nearly_fell_and_who_wants_not_to_be_named_is_heard() -> None:
    told = read_hazard("匿名 仓库地上有冰 差点滑倒 别说是我说的", COMPANY)
    assert told.near_miss
    assert told.hidden
    assert (told.place, told.text, told.kind) == ("仓库", "地上有冰 差点滑倒", HazardKind.SURROUNDINGS)
