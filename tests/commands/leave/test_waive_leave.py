"""A waiver counts once HR has countersigned it."""

from bot.identifiers import UserId
from tests.chat import Chat

DECLARED = """
        张三> /放弃年假 2天 想攒钱
        机器人> [卡片] …
        张三> 按 [确认]
        机器人→李娜> …
        机器人→周敏> …
        机器人> …"""


async def test_countersigned_it_is_entered_and_filed_with_both(chat: Chat) -> None:
    await chat.play(f"""{DECLARED}
        李娜> 按 [同意]
        机器人→周敏> …
        机器人→张三> [文件 放弃年假 RQ-20261122-001.xlsx] 放弃年假的书面记录 RQ-20261122-001
        机器人→李娜> [文件 放弃年假 RQ-20261122-001.xlsx] 放弃年假的书面记录 RQ-20261122-001
        机器人→张三> RQ-20261122-001 放弃2026年的年假 2 天：已同意（李娜，10:00）。…
        机器人> [卡片] …
        张三> /假期余额 年假
        机器人> 2026年的假期余额：
        年假：还能用 3 天，已休 0 天。
        为什么是这么多，发 /为什么 年假。
    """)


async def test_without_hr_nothing_changes(chat: Chat) -> None:
    await chat.play(f"""{DECLARED}
        李娜> /驳回 RQ-20261122-001 还没有安排你休
        机器人→周敏> …
        机器人→张三> RQ-20261122-001 放弃2026年的年假 2 天：已驳回（李娜，10:00，理由：还没有安排你休）。年假没有变。
        机器人> …
    """)
    assert not (await chat.core.records.leave_ledgers.of(UserId("zhangsan"))).of_cause("RQ-20261122-001")


async def test_days_that_were_taken_meanwhile_are_not_waived(chat: Chat) -> None:
    await chat.play(f"""{DECLARED}
        张三> /请假 年假 11.24-11.27
        机器人→王强> …
        机器人> …
        李娜> /同意申请 RQ-20261122-001
        机器人> RQ-20261122-001：对方剩下的年假已经不到 2 天，请驳回后让对方重写。
    """)


async def test_what_is_refused(chat: Chat) -> None:
    await chat.play("""
        张三> /放弃年假 2天 工作太忙
        机器人> 因为工作没能休，不算自己放弃：没休的要按 300% 支付，也可以商量结转…
        张三> /放弃年假 2天
        机器人> 你自己的原因是什么？写在天数后面。…
        张三> 算了
        机器人> …
        张三> /放弃年假 9天 想攒钱
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 没有办成 年假现在只剩 5，扣不了 9。已经休掉的不追回，请改小数目。
    """)
