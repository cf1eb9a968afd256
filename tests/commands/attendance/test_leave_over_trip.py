"""A leave over work away is asked about first."""

from tests.chat import Chat

AWAY = """
        张三> /出差 上海 11.25-11.27
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…"""


async def test_who_means_it_says_so(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
        张三> /请假 事假 11.27下午
        机器人> [卡片] 这段时间你报了：RQ-20261122-001 出差上海 11月25日(周三)至11月27日(周五)（待审批）。还要请假吗？ …
        张三> 按 [照样请假]
        机器人→王强> [卡片] 张三 申请事假 11月27日(周五)下午，0.5 天 QJ-20261122-001 …
        机器人> [卡片] …
    """)


async def test_the_days_beside_it_are_free(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
        张三> /请假 事假 11.24
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…
    """)
