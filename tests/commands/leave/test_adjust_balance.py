"""HR corrects balances."""

from bot.storage.models.leave_papers import LeavePaperRecord
from bot.storage.models.operating import Trail
from tests.chat import Chat


async def test_less_than_is_left_can_not_be_taken_away(chat: Chat) -> None:
    await chat.play("""
        李娜> /调整假期 张三 年假 -6 多登了
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人> [卡片] 没有办成 年假现在只剩 5，扣不了 6。已经休掉的不追回，请改小数目。
    """)


async def test_up_and_down_and_the_account_shows_it(chat: Chat) -> None:
    await chat.play("""
        李娜> /调整假期 张三 年假 扣两天 重复登记
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人→张三> 人力资源调整了你2026年的年假 -2 天（JQ-20261122-001），现在还剩 3 天。原因：重复登记。…
        机器人> [卡片] …
        张三> /为什么 年假
        机器人> 2026年的年假：
        2026年1月1日(周四) 发放 5 天（累计工龄满 5 年，全年 5 天（《职工带薪年休假条例》第三条）），剩 5 天
        2026年11月22日(周日) 更正 -2 天（JQ-20261122-001，人力资源调整），剩 3 天
        共 3 天，还剩 3 天。
    """)
    (paper,) = await LeavePaperRecord.all()
    assert (paper.number, paper.user, paper.written_by, paper.state) == (
        "JQ-20261122-001",
        "zhangsan",
        "lina",
        "已入账",
    )
    assert not [each for each in await Trail.all() if "重复登记" in str(each.details)]


async def test_days_of_time_off_in_lieu_are_hours(chat: Chat) -> None:
    await chat.play("""
        李娜> /调整假期 王五 调休 +1天 盘点
        机器人> [卡片] …
        李娜> 按 [确认]
        机器人→王五> 人力资源调整了你2026年的调休 +8 小时（JQ-20261122-001），现在还剩 8 小时。…
        机器人> [卡片] …
    """)


async def test_who_may_not(chat: Chat) -> None:
    await chat.play("""
        李娜> /调整假期 李娜 年假 +1 漏登
        机器人> 自己的假期余额不能自己调整，请人力资源的另一位同事来办。
        张三> /调整假期 李四 年假 +1 漏登
        机器人> 「调整假期」由人力资源、集团行政人事部使用。要更正余额，请找人力资源。
    """)


async def test_what_can_not_be_adjusted(chat: Chat) -> None:
    await chat.play("""
        李娜> /调整假期 张三 事假 +1 漏登
        机器人> 事假不设余额，没有可以调整的。有余额的是年假、调休这些。
        李娜> /调整假期 张三 年假 去年 +1 漏登
        机器人> 2025年的账已经结了。要补给本人，请调整今年的。
        李娜> /调整假期 张三 年假 +1
        机器人> 理由是什么？…
    """)
