"""Taking a delegation back."""

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED
from tests.commands.approvals.test_delegate import ACCEPTED, AWAY


async def test_from_then_on_i_am_asked_again(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}
    赵国强> /收回委托
    机器人→钱卫东> 赵国强 收回了11月22日(周日)至11月27日(周五)的委托，之后的申请不再发给你。
    机器人> 已收回给 钱卫东（11月22日(周日)至11月27日(周五)） 的委托，以后的申请由你自己审批。{OPENED}
    """)


async def test_an_offer_that_was_taken_back_cant_be_accepted(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
    赵国强> /收回委托
    机器人→钱卫东> …
    机器人> …
    钱卫东> 按 [接受]
    机器人> [卡片] 赵国强 请你代为审批 11月22日(周日)至11月27日(周五)：这份委托已收回，没有改动。
    """)
