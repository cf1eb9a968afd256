"""医疗期 is seen by oneself and the human resources, and nobody else."""

from datetime import date

import pytest

from bot.domain.leave.requests.request import LeaveState
from bot.identifiers import UserId
from bot.storage.privacy.data_views import DataViewTable
from tests.chat import Chat
from tests.services.leave.sick_leaves import sick


async def test_calendar_days_beside_working_days(chat: Chat) -> None:
    """Rest days and holidays are in it: 31 + 15 days, of which 33 were worked."""
    await sick(chat, "zhangsan", date(2026, 8, 1), date(2026, 8, 31), "21")
    await sick(chat, "zhangsan", date(2026, 9, 16), date(2026, 9, 30), "12", number="QJ-20260101-002")
    await chat.play("""
        张三> 我的医疗期还剩多少天
        机器人> 你的医疗期从2026年8月1日(周六)算到2027年1月31日(周日)，其间累计最长 3 个月（90 天，自然日）。已用 46 天，占 51%，还剩 44 天。其间批准的病假共 33 个工作日，病假工资按这个算。
        李娜> /医疗期 张三
        机器人> 张三 的医疗期从2026年8月1日(周六)算到2027年1月31日(周日)，其间累计最长 3 个月（90 天，自然日）。已用 46 天，占 51%，还剩 44 天。其间批准的病假共 33 个工作日，病假工资按这个算。医疗期内不能因病解除劳动合同（《劳动合同法》第四十二条）。
    """)  # noqa: E501 - sentences as they are read
    [view] = await DataViewTable().of(UserId("zhangsan"), chat.clock.now(), most=9)
    assert (view.viewer, view.what) == ("lina", "医疗期")


async def test_who_came_back_early_was_ill_for_less(chat: Chat) -> None:
    await sick(
        chat, "zhangsan", date(2026, 11, 2), date(2026, 11, 20), "15", returned_on=date(2026, 11, 9), unused="10"
    )
    await chat.play("""
        张三> /医疗期
        机器人> 你的医疗期从2026年11月2日(周一)算到2027年5月1日(周六)，其间累计最长 3 个月（90 天，自然日）。已用 7 天，占 7%，…
    """)  # noqa: E501 - sentences as they are read


@pytest.mark.parametrize("state", [LeaveState.PENDING, LeaveState.REJECTED, LeaveState.CANCELLED])
async def test_what_was_not_agreed_to_doesnt_count(chat: Chat, state: LeaveState) -> None:
    await sick(chat, "zhangsan", date(2026, 11, 2), date(2026, 11, 20), "15", state=state)
    await chat.play("""
        张三> /医疗期
        机器人> 你现在没有在算的医疗期；…
    """)


async def test_colleagues_heads_and_groups_see_nothing(chat: Chat) -> None:
    await sick(chat, "zhangsan", date(2026, 11, 2), date(2026, 11, 20), "15")
    await chat.play("""
        王强> /医疗期 张三
        机器人> 别人的医疗期只有本人和人力资源能看。发 /医疗期 看你自己的。
        李四@项目A工作群> @小助手 /医疗期 张三
        机器人@项目A工作群> 已私聊你。
        机器人→李四> 别人的医疗期只有本人和人力资源能看。发 /医疗期 看你自己的。
        李娜@项目A工作群> @小助手 /医疗期 张三
        机器人@项目A工作群> 已私聊你。
        机器人→李娜> 张三 的医疗期从2026年11月2日(周一)…
    """)
