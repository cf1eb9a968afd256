"""Asking for leave, from the words to the decision."""

from datetime import date
from decimal import Decimal

from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.shapes.act import Act
from tests.chat import Chat


async def test_it_is_decided_and_the_balance_follows(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 明天下午
        机器人→王强> [卡片] 张三 申请年假 11月23日(周一)下午，0.5 天 QJ-20261122-001 余额：扣除本次后还剩 4.5 天 …
        机器人> 已提交 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。等 王强 审批。
        张三> /请假 年假 明天下午
        机器人> 已提交 QJ-20261122-001，现在是待审批，不用再发。
        王强> 按 [同意]
        机器人→张三> QJ-20261122-001 年假 11月23日(周一)下午，0.5 天：已同意（王强，10:00）。年假还剩 4.5 天。
        机器人> [卡片] 张三 申请年假 11月23日(周一)下午，0.5 天 已同意（王强，10:00）。
    """)


async def test_what_is_taken_back_is_there_again(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 12月1号到3号 年假 回老家
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：年假 12月1日(周二)至12月3日(周四)，3 天。等 王强 审批。
        张三> /假期余额 年假
        机器人> 2026年的假期余额：
        年假：还能用 2 天，待审批和未开始的占 3 天，已休 0 天。…
        张三> /撤回
        机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
        机器人> …
        张三> /假期余额 年假
        机器人> 2026年的假期余额：
        年假：还能用 5 天，已休 0 天。…
    """)


async def test_a_plain_sentence_is_confirmed_first(chat: Chat) -> None:
    await chat.play("""
        张三> 我明天上午有点事要请半天假
        机器人> [卡片] 你是想「请假 我明天上午有点事要请半天假」吗？ 按事假办；事假 11月23日(周一)上午，0.5 天；…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请事假 11月23日(周一)上午，0.5 天 QJ-20261122-001 原因：有点事 [同意] [驳回]
        机器人> [卡片] 已确认：请假 我明天上午有点事要请半天假 已提交 QJ-20261122-001：…
    """)


async def test_what_is_missing_is_asked_for(chat: Chat) -> None:
    await chat.play("""
        张三> 我要请假
        机器人> 从哪天开始请？例如明天，或 11月25日至27日。请哪种假？…
        张三> 病假 明天
        机器人> [卡片] …
        张三> 算了
        机器人> 好的，什么都没有改动。
    """)


async def test_nothing_private_is_said_in_a_group(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> @小助手 /请假 病假 11.25-11.27 发烧
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)至11月27日(周五)，3 天 QJ-20261122-001 [同意] [驳回]
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 已提交 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，3 天。等 王强 审批。…
        李四@项目A工作群> @小助手 /请假 年假 12.1
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 年假不够：…
        王强@项目A工作群> @小助手 我明天身体不舒服想请病假
        机器人@项目A工作群> 已私聊你。
        机器人→王强> [卡片] 你是想「请假 我明天身体不舒服想请病假」吗？ …
    """)


async def test_what_the_human_resources_look_at_is_confirmed(chat: Chat) -> None:
    await chat.play("""
        李四> /请假 陪产假 12.10 15天
        机器人> [卡片] 你是想「请假 陪产假 12.10 15天」吗？ 陪产假要人力资源核对：…
    """)


async def test_after_the_fact_it_has_to_be_said(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 11.20
        机器人> 11月20日(周五)已过。要补假请发 /补假，是明年的请写上年份。
        张三> /补假 病假 11.20
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：病假 11月20日(周五)，1 天。等 王强 审批。
    """)


async def test_time_that_is_taken_is_shown(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 事假 明天
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
        张三> /请假 病假 明天上午
        机器人> 这段时间你已经请了假：QJ-20261122-001 事假 11月23日(周一)（待审批）。…
    """)


async def test_whoever_is_too_new_and_whoever_asks_for_another(chat: Chat) -> None:
    await chat.play("""
        何苗> /请假 年假 11.30
        机器人> 连续工作未满12个月，还不能请年假…
        张三> 王五明天请假了
        机器人> 请假要由本人提交，不能替别人请。请对方自己发 /请假。
    """)


async def test_the_card_says_what_would_be_left(chat: Chat) -> None:
    """By the ledger, not by what the year gave."""
    await chat.play("""
        张三> /请假 年假 12月1号到3号
        机器人→王强> …
        机器人> …
        张三> 我想12月8号请一天年假
        机器人> [卡片] 你是想「请假 我想12月8号请一天年假」吗？ 年假 12月8日(周二)，1 天；扣除本次后还剩 1 天；…
    """)


async def test_nobody_is_asked_to_confirm_what_there_is_not_enough_for(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 年假 12月1号到3号
        机器人→王强> …
        机器人> …
        张三> 我想12月8号到10号请年假
        机器人> 年假不够：这次要 3 天，2026年这时能用的还有 2 天（另有 3 天已被别的申请占用）。…
        张三> 我想12月2号请一天年假
        机器人> 这段时间你已经请了假：QJ-20261122-001 年假 12月1日(周二)至12月3日(周四)（待审批）。…
    """)


async def test_what_was_carried_over_is_asked_for_too(chat: Chat) -> None:
    """More than the year gave, and no more than there is: the rules before the ledger are not in the way."""
    (user,) = chat.company.named("张三")
    act = Act("hr", "test", "人力资源", "test", chat.clock.now())
    until = date(2026, 12, 31)
    carried = Entry(EntryKind.CARRIED, "年假", 2025, Decimal(3), date(2026, 1, 1), "carried", rule="结转", until=until)
    ledgers = chat.core.records.leave_ledgers
    await chat.core.database.transact(lambda: ledgers.write(user.user_id, (carried,), by=act))
    await chat.play("""
        张三> /请假 年假 12月1号到9号
        机器人→王强> [卡片] 张三 申请年假 12月1日(周二)至12月9日(周三)，7 天 QJ-20261122-001 余额：扣除本次后还剩 1 天…
        机器人> …
    """)
