"""What people say after a leave was asked for, and of overtime, trips and punches: tests/data/afterwards.txt."""

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import Row, outcome, rows

FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()


@pytest.mark.parametrize("row", list(rows("afterwards.txt")), ids=lambda row: f"{row.number}: {row.text[:20]!r}")
def test_it_is_taken_as_it_was_meant(row: Row) -> None:
    assert outcome(row, FILE, BOOK) == row.outcome


TOLD = (
    "出差时间缩短一天",
    "出差三天回来了",
    "出差在上海",
    "出差申请25号",
    "出差的钱25号报",
    "出差费用11.25报销",
    "出差上海的票订好了，25号走",
    "出差人员名单25号交",
    "出差总结明天交",
    "出差那天我没打卡",
    "出差李四25号",
    "出差不了了25号",
    "外出时下午忘打卡",
    "外出不了了下午",
    "外出改到明天下午",
    "外出下午不用了",
    "外出取消下午",
    "外出费用明天报销",
    "加班昨天3小时没登记上",
    "加班到昨天3点",
    "加班昨天3小时能调休吗",
    "加班不算昨天的3小时",
    "加班餐昨天3份",
    "加班记错了昨天是2小时不是3小时",
    "加班费昨天3小时怎么没有",
    "加班昨天3小时取消",
    "补卡昨天下班不用了",
    "补卡昨天下班的批了吗",
    "补卡昨天下班李四",
    "补卡昨天下班",
    "补卡机昨天下班坏了",
    "销假明天先不销",
    "销假的事明天再说",
    "销假明天还是后天",
    "销假单明天交",
    "销假不了了明天",
    "取消QJ-20261122-001之前先问问领导",
    "取消QJ-20261122-001吗",
    "取消不了QJ-20261122-001",
    "撤回QJ-20261122-001会怎样",
    "撤回不了QJ-20261122-001",
    "撤回成功QJ-20261122-001",
    "取消加班费",
    "取消加班制度",
    "取消出差补贴",
    "取消外出限制",
    "取消出差不了",
)


@pytest.mark.parametrize("text", TOLD)
def test_what_begins_with_a_name_and_is_told_or_wondered_is_never_done_unasked(text: str) -> None:
    taken = outcome(Row(0, "李四", None, text, ""), FILE, BOOK)
    assert taken.endswith(" 确认") or taken.startswith(("✗", "？", "帮助"))
