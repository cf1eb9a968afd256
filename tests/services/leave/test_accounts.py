"""Why there is so much of a leave, as people read it."""

from datetime import date
from decimal import Decimal

from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.identifiers import UserId
from bot.shapes.act import Act
from tests.chat import Chat


async def test_a_leave_that_was_asked_for_stands_among_the_entries(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 明天下午
        机器人→王强> …
        机器人> …
        张三> 我的年假为什么只有4.5天
        机器人> 2026年的年假：
        2026年1月1日(周四) 发放 5 天（累计工龄满 5 年，全年 5 天（《职工带薪年休假条例》第三条）），剩 5 天
        2026年11月22日(周日) 预留 0.5 天（QJ-20261122-001），剩 4.5 天
        共 5 天，占用 0.5 天，还剩 4.5 天。
    """)


async def test_why_there_is_none(chat: Chat) -> None:
    await chat.play("""
        何苗> /为什么 年假
        机器人> 2026年的年假：连续工作未满12个月，还不能请年假…
        李四> /为什么 年假
        机器人> 2026年的年假：按登记的资料，这一年没有。对不上就请人力资源核对。
        张三> /为什么 育儿假
        机器人> 2026年的育儿假：没有登记，请人力资源补上参加工作的日期或天数。
        张三> /为什么 调休
        机器人> 2026年的调休：还没有记录。休息日加班批准后才有（《劳动法》第四十四条）；登记加班发 /加班。
        张三> /为什么 事假
        机器人> 2026年的事假：不设余额，按每次的申请来定（公司规定）。
    """)


async def test_hr_asks_for_somebody_else_and_nobody_but_hr(chat: Chat) -> None:
    await chat.play("""
        李娜> /为什么 张三 年假
        机器人> 张三2026年的年假：…
        王强> /为什么 张三 年假
        机器人> 别人的假期余额只有本人和人力资源能看。发 /假期余额 看你自己的。
    """)


async def test_in_a_group_it_is_told_in_private(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 我的年假为什么只有5天
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 2026年的年假：…
    """)


async def test_a_long_account_goes_along_as_a_table(chat: Chat) -> None:
    by = Act("x", "test", "test", "test:1", chat.clock.now())
    on, lot = date(2026, 3, 2), "调休 RQ-1"
    entries = [Entry(EntryKind.GRANTED, "调休", 2026, Decimal(20), on, lot, "RQ-1", "依据")]
    entries += [Entry(EntryKind.RESERVED, "调休", 2026, Decimal(1), on, lot, f"QJ-{number}") for number in range(9)]
    await chat.core.database.transact(lambda: chat.core.records.leave_ledgers.write(UserId("zhangsan"), entries, by=by))
    await chat.play("""
        张三> /为什么 调休
        机器人→张三> [文件 2026年的调休明细.xlsx] 2026年的调休明细
        机器人> 2026年的调休：
        最近几笔：
        2026年3月2日(周一) 预留 1 小时（QJ-1），剩 18 小时
        2026年3月2日(周一) 预留 1 小时（QJ-2），剩 17 小时…
    """)


async def test_hours_of_overtime_do_not_end_with_their_year(chat: Chat) -> None:
    by = Act("x", "test", "test", "test:1", chat.clock.now())
    on, lot = date(2025, 12, 6), "调休 RQ-1"
    entries = [
        Entry(EntryKind.GRANTED, "调休", 2025, Decimal(10), on, lot, "RQ-1", "依据"),
        Entry(EntryKind.RESERVED, "调休", 2025, Decimal(6), on, lot, "QJ-1"),
        Entry(EntryKind.CONSUMED, "调休", 2025, Decimal(6), on, lot, "QJ-1"),
    ]
    await chat.core.database.transact(lambda: chat.core.records.leave_ledgers.write(UserId("zhangsan"), entries, by=by))
    await chat.play("""
        张三> /假期余额 调休
        机器人> 2026年的假期余额：
        调休：还能用 4 小时，已休 0 小时。
        为什么是这么多，发 /为什么 调休。
        张三> /为什么 调休
        机器人> 2026年的调休：
        还没有记录。
        另有2025年的 4 小时，明细发 /为什么 调休 2025年。
    """)
