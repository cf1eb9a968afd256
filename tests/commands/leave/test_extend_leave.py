"""Going on with a leave."""

from tests.chat import Chat

ILL = """
        张三> /请假 病假 11.23-11.24 发烧
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …
        ⏰ 2026-11-23 08:45
        机器人→集团工作群> …
        机器人→项目A工作群> …
        机器人→项目B工作群> …"""


async def test_it_begins_where_the_other_ends_once_confirmed(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        张三> 续假两天，还没退烧
        机器人> [卡片] 你是想「请假 病假 2026-11-25起两天 续QJ-20261122-001 还没退烧」吗？ 接着 QJ-20261122-001 …
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请病假 11月25日(周三)至11月26日(周四)，2 天 QJ-20261123-001 …
        机器人> [卡片] 已确认：…
    """)


async def test_up_to_a_day(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        张三> /续假 到周五
        机器人> [卡片] 你是想「请假 病假 2026-11-25到2026-11-27 续QJ-20261122-001」吗？ …
    """)


async def test_nobody_goes_on_with_anothers(chat: Chat) -> None:
    await chat.play(f"""{ILL}
        李四> /续假 QJ-20261122-001 两天
        机器人> 你没有编号是 QJ-20261122-001 的假。发 /我的请假 看有哪些。
        张三> /续假 QJ-20261122-001 两天
        机器人> [卡片] 你是想「请假 病假 2026-11-25起两天 续QJ-20261122-001」吗？ …
    """)


async def test_how_long_is_asked(chat: Chat) -> None:
    await chat.play("""
        张三> /续假
        机器人> 续几天，或续到哪天？…
    """)
