"""Overtime that is not going to be worked."""

from tests.chat import Chat

AGREED = """
        张三> /加班 11.28 9:00-12:00
        机器人→王强> …
        机器人> …
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …"""


async def test_it_earns_nothing_then_and_whoever_agreed_hears_of_it(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        张三> /取消加班 RQ-20261122-001
        机器人→王强> 张三 取消了加班 11月28日(周六) 09:00至12:00，3 小时（RQ-20261122-001），不做了。
        机器人> 已取消 RQ-20261122-001：加班 11月28日(周六) 09:00至12:00，3 小时。
        张三> /取消加班 RQ-20261122-001
        机器人> RQ-20261122-001 没有批准，不能取消。记错了请找人力资源调整。
    """)
    assert await chat.core.records.overtimes.next_due() is None


async def test_its_day_tells_which_and_what_waits_is_withdrawn(chat: Chat) -> None:
    await chat.play("""
        张三> /加班 11.28 9:00-12:00
        机器人→王强> …
        机器人> …
        张三> /加班 11.29 9:00-12:00
        机器人→王强> …
        机器人> …
        张三> /取消加班
        机器人> [卡片] 取消哪一条？…
        张三> 周六不加班了
        机器人> [卡片] …
        张三> 按 [确认]
        机器人→王强> RQ-20261122-001 申请人撤回了，不用再审批。
        机器人> [卡片] 已确认：取消加班 周六 已取消 RQ-20261122-001：加班 11月28日(周六) 09:00至12:00，3 小时。
        张三> 周六的加班取消
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 没有办成 你没有还没做的加班，没有可以取消的。…
    """)


async def test_only_ones_own(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        李四> /取消加班 RQ-20261122-001
        机器人> 你没有还没做的加班，没有可以取消的。发 /我的申请 看你最近的。
        李四> 张三周六不加班了
        机器人> 要由本人取消，不能替别人办。请对方自己发给我。
    """)
