"""Taking a delegation back."""

from datetime import timedelta

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C
from tests.commands.approvals.test_delegate import ACCEPTED, AWAY, TO_THE_DEPUTY


async def test_from_then_on_i_am_asked_again(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}
    赵国强> /收回委托
    机器人→钱卫东> 赵国强 收回了11月22日(周日)至11月27日(周五)的委托，以后不用你代审。
    机器人> 已收回给 钱卫东（11月22日(周日)至11月27日(周五)） 的委托，以后的申请由你自己审批。{OPENED}
    """)


async def test_what_waits_for_the_deputy_comes_back_to_me(chat: Chat) -> None:
    """At once: between taking it back and the job that asks anew, the deputy's card is worth nothing either."""
    await chat.play(f"""{ACCEPTED}{TO_THE_DEPUTY}
    赵国强> /收回委托
    机器人→钱卫东> …
    机器人> …
    钱卫东> 按 [同意]
    机器人> [卡片] 周敏 申请{C} 委托已经结束，这条申请不再由你代审。…
    钱卫东> /同意 RQ-20261122-001
    机器人> 委托已经结束，这条申请不再由你代审。发 /待办 看哪些在等你。
    ⏰ 2026-11-22 10:00
    机器人→钱卫东> RQ-20261122-001 不用你审批了。
    机器人→赵国强> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    """)


async def test_after_the_last_day_the_deputy_decides_nothing(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}{TO_THE_DEPUTY}""")
    chat.clock.time += timedelta(days=6)
    await chat.play("""
    钱卫东> /同意 RQ-20261122-001
    机器人> 委托已经结束，这条申请不再由你代审。发 /待办 看哪些在等你。
    """)


async def test_an_offer_that_was_taken_back_cant_be_accepted(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
    赵国强> /收回委托
    机器人→钱卫东> …
    机器人> …
    钱卫东> 按 [接受]
    机器人> [卡片] 赵国强 请你代为审批 11月22日(周日)至11月27日(周五)：这份委托已收回，没有改动。
    """)
