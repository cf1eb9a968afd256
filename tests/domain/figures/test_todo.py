"""The three things to do."""

from bot.domain.figures.items import Item
from bot.domain.figures.todo import RULES, Waiting, things_to_do


def test_the_most_pressing_three_of_those_that_apply() -> None:
    every = dict.fromkeys(Waiting, 30)
    found = [what for what, _ in things_to_do(every, Item)]
    assert found == ["还没有人收到的事故 30 起", "重大隐患没有销号 30 条", "隐患超期 30 条"]
    assert things_to_do(every, [Item.GROUPS]) == [("没有群管理员的群 30 个", "发 /群列表 没有群管理员，再发 /任命群管")]


def test_little_is_nothing_to_do() -> None:
    assert things_to_do({Waiting.HAZARDS_LATE: 0, Waiting.VIOLATIONS_UP: 2, Waiting.HARDLY_USED: 19}, Item) == []


def test_each_thing_has_a_rule_of_its_own() -> None:
    assert sorted(rule.waiting for rule in RULES) == sorted(Waiting)
