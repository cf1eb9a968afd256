"""Figures asked for in plain sentences, and what only sounds like it."""

from bot.explaining import Utterance, explain
from tests.commands.members.comings import BOOK, FILE

ASKED = """
上个月请假的情况怎么样 → 2026-10 请假
上个月请假情况怎么样？ → 2026-10 请假
这个月违规多少起 → 2026-11 违规
这个月有多少人违规 → 2026-11 违规
麻烦看看上个月群里违规的情况 → 2026-10 违规
去年违规了多少次 → 2025 违规
上周发了多少公告 → 2026-W46 公告
上个月公告的阅读率是多少 → 2026-10 公告
上个月求助有多少条 → 2026-10 服务台
上个月我们部门请假多少人次 → 2026-10 请假
上月事故几起 → 2026-10 事故
今年安全事件有几起 → 2026 安全事件
这个月审批了多少申请 → 2026-11 申请
第46周进群多少人 → 2026-W46 成员
10月份违规比9月增加了吗 → 2026-10 违规
上个月的数据发我看看 → 2026-10
上个月用机器人的多吗 → 2026-10 使用
"""
NOT_ASKED = """
我这个月违规几次
张三这个月违规多少次
谁这个月违规多少起
我上个月请了几天假
今年假期还有多少天
请假一年最多多少天
今年年假有多少天
上个月25号请假的情况怎么样
昨天请假多少人次
这个月违规的名单
下个月公告多少条
违规多少起
上个月食堂的数据发我看看
他上个月请假情况怎么样
"""


def test_a_matter_and_days() -> None:
    for line in ASKED.strip().splitlines():
        said, _, wanted = line.partition(" → ")
        found = explain(Utterance(said, "吴管"), FILE, BOOK)
        told = found.get("args") or {}
        assert (found["command"], " ".join(told.values())) == ("统计", wanted), line
        assert not found.get("needs_confirm")


def test_something_else() -> None:
    for line in NOT_ASKED.strip().splitlines():
        assert explain(Utterance(line, "吴管"), FILE, BOOK).get("command") != "统计", line


def test_a_right_stays_what_it_is() -> None:
    for who, line, code in (
        ("张三", "这个月违规多少起", "E_NO_PERMISSION"),
        ("郑群", "上个月请假的情况怎么样", "E_NO_PERMISSION"),
        ("王强", "上个月请假的情况怎么样", None),
    ):
        assert explain(Utterance(line, who), FILE, BOOK).get("error") == code
