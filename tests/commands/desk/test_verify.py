"""What we announced is known at once, to those whom it was announced to; a rumour is never said in a group."""

from tests.chat import Chat


async def posted(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请把上周的周报交给我")
    await chat.advance(chat.clock.time.replace(day=23, hour=10))
    chat.said()


async def test_what_was_announced_is_true_at_once(chat: Chat) -> None:
    await posted(chat)
    await chat.play("""
    张三> /求证 听说要把上周的周报交给郑群，真的吗
    机器人> 公司11月23日(周一)发过公告 GG-20261122-001「请把上周的周报交给我」，以它为准：
    请把上周的周报交给我
    """)


async def test_not_to_who_was_not_told(chat: Chat) -> None:
    await posted(chat)
    await chat.play("""
    王五> /求证 听说要把上周的周报交给郑群，真的吗
    机器人→林宓> [卡片] 求证 HS-20261123-001：其他 …
    机器人> [卡片] 已转给林宓 …
    """)


async def test_nothing_of_it_in_a_group(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /求证 老板跑路了
    机器人→林宓> [卡片] 求证 HS-20261122-001：其他 …
    机器人@项目A工作群> 已私聊你。
    机器人→张三> [卡片] 已转给林宓 …
    林宓> /答复求助 HS-20261122-001 胡说的
    机器人> [卡片] 是属实、不实，还是部分属实？…
    林宓> 按 [不实]
    机器人→张三> 你求证的（HS-20261122-001）：不实。林宓：胡说的
    机器人> [卡片] 已选：不实 HS-20261122-001 已答复：不实。要让大家知道，发 /公告 写清事实，不用重复传言。
    """)


async def test_by_its_number_it_was_sent_to_him_or_not(chat: Chat) -> None:
    await posted(chat)
    await chat.play("""
    张三> /求证 GG-20261122-001 是真的吗
    机器人> 公司11月23日(周一)发过公告 GG-20261122-001「请把上周的周报交给我」，以它为准：…
    王五> /求证 GG-20261122-001 是真的吗
    机器人> 我没有给你发过编号 GG-20261122-001 的公告，先别照着做。…
    """)


async def test_who_is_asked_for_money_reads_first_what_to_do(chat: Chat) -> None:
    """And what is only like one of ours is not said to be one."""
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请大家今天把垫付的货款报给我")
    await chat.advance(chat.clock.time.replace(day=23, hour=10))
    chat.said()
    await chat.play("""
    张三> /求证 听说领导让我今天把垫付的货款转给他，是真的吗
    机器人→张三> 先这样做：…
    机器人→林宓> [卡片] 求证 HS-20261123-001：…
    机器人> [卡片] 已转给林宓 …
    """)
