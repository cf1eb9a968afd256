"""What a trade's standard calls major is hinted at by words; a company's own file is laid over what comes along."""

import pytest

from bot.domain.safety.hazards.criteria import LONGEST, UnreadableCriteria, criteria, sectors, suggested

OWN = """
[[criteria]]
sector = "冶金"
says = "铁水包下有积水"
words = ["铁水 积水", "钢包 积水"]
source = "公司清单第3条"
"""


def test_nothing_is_hinted_at_unless_the_company_says_its_trade() -> None:
    assert criteria(()) == ()
    assert {each.sector for each in criteria(("消防",))} == {"消防"}
    assert sectors() == ("工贸", "消防", "危化")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("进罐作业没检测，也没人看着", ["有限空间作业没审批或没检测"]),
        ("东门安全出口被锁了", ["安全出口或疏散通道堵死"]),
        ("反应釜联锁被短接，安全阀也关了", ["安全阀或联锁摘除停用"]),
        ("配电箱门坏了", []),
        ("安全出口的灯不亮", []),
    ],
)
def test_words_that_stand_together_remind_of_it(text: str, says: list[str]) -> None:
    assert [each.says for each in suggested(text, criteria(sectors()))] == says


def test_each_fits_its_box_and_has_its_source() -> None:
    for each in criteria(sectors()):
        assert 0 < len(each.says) <= LONGEST
        assert each.source


def test_a_file_of_ones_own() -> None:
    known = criteria(("消防",), OWN + '[[criteria]]\nsays = "安全出口或疏散通道堵死"\non = false\n')
    assert [each.says for each in known] == ["消防供水或报警系统停用", "铁水包下有积水"]
    assert [each.source for each in suggested("3号铁水包下面有积水", known)] == ["公司清单第3条"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[criteria]", "不合 TOML 的写法"),
        ('criteria = "x"', "每一条写成一段"),
        ('[[criteria]]\nsector = "冶金"', "第 1 条的 says 要写"),
        ('[[criteria]]\nsays = "太长太长太长太长太长太长太长太长太长"', "最多 17 个字"),
        (OWN + "level = 1", "level 不认识"),
        (OWN.replace('"铁水 积水", "钢包 积水"', ""), "words 要写至少一组词"),
        (OWN.replace("公司清单第3条", " "), "source 要写"),
    ],
)
def test_what_is_wrong_with_a_file(text: str, why: str) -> None:
    with pytest.raises(UnreadableCriteria, match=why):
        criteria((), text)
