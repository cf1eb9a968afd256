"""What people read about a new version: clauses that are new, changed, dropped; not numbers and blanks."""

import pytest

from bot.domain.groups.rules import USUAL
from bot.domain.groups.rules_diff import Change, changes, clauses, is_the_same

OLD = "1. 群昵称用「部门-姓名」。\n2. 工作资料不外传。\n3. 不发广告。"


@pytest.mark.parametrize(
    "line",
    [
        "1. 不发广告。",
        "1、不发广告。",
        "（一）不发广告。",
        "一、不发广告。",
        "第三条 不发广告。",
        "第十二条：不发广告。",
        "① 不发广告。",
        "- 不发广告。",
        "不发广告。",
        "  2) 不发广告。 ",
    ],
)
def test_a_clause_has_no_number(line: str) -> None:
    assert clauses(line) == ("不发广告。",)


@pytest.mark.parametrize("line", ["3 天内答复。", "24小时内回复。", "一律不得外传。", "5.5 折以下不报价。"])
def test_a_number_that_is_said_stays(line: str) -> None:
    assert clauses(line) == (line,)


def test_numbers_and_blanks_are_no_change() -> None:
    assert is_the_same(OLD, "一、群昵称用「部门-姓名」。\n\n二、工作资料不外传。 \n三、不发广告。\n")
    assert not is_the_same(OLD, f"{OLD}\n4. 不刷屏。")


def test_new_changed_and_dropped() -> None:
    new = "1. 群昵称用「部门-姓名」。\n2. 工作资料和聊天内容不外传。\n3. 报告隐患随时可以说。"
    assert changes(OLD, new) == (
        Change("工作资料不外传。", "工作资料和聊天内容不外传。"),
        Change("", "报告隐患随时可以说。"),
        Change("不发广告。", ""),
    )


def test_clauses_that_change_places_are_no_change_of_words() -> None:
    moved = "1. 不发广告。\n2. 群昵称用「部门-姓名」。\n3. 工作资料不外传。"
    assert changes(OLD, moved) == ()
    assert not is_the_same(OLD, moved)


def test_all_of_it_is_new() -> None:
    assert changes("", USUAL) == tuple(Change("", clause) for clause in clauses(USUAL))
    assert changes(USUAL, "") == tuple(Change(clause, "") for clause in clauses(USUAL))
