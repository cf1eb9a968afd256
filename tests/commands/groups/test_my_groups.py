"""Which groups are mine, which could be, and what I wait for."""

from tests.chat import Chat

END = "查一个群的详情：/群信息 群名。"


async def test_those_that_have_a_place_for_me(chat: Chat) -> None:
    await chat.play(f"""
    李四> 我在哪些群里
    机器人> 你在 1 个群里：
    · 集团工作群
    按规定你还能进 2 个群，发 /入群 群名 申请：
    · 项目A工作群
    · 项目B工作群
    {END}
    """)


async def test_in_a_group_the_answer_is_private(chat: Chat) -> None:
    await chat.play("""
    郑群@项目A工作群> /我的群
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 你在 2 个群里：…
    """)


async def test_what_i_wait_for(chat: Chat) -> None:
    await chat.play(f"""
    周敏> /建群 E4 项目C
    机器人→赵国强> …
    机器人> …
    周敏> /我的群 E4
    机器人> 我的登记里，你还不在哪个群。
    在等审批的：
    · RQ-20261122-001 建群：项目C工作群（项目公司工作群）：等 赵国强 审批。
    {END}
    """)


async def test_narrowed_by_a_part_of_the_name(chat: Chat) -> None:
    await chat.play(f"""
    赵国强> /我的群 高管
    机器人> 你在 1 个群里：
    · 集团高管工作群
    {END}
    """)
