"""Taking a trip back."""

from tests.chat import Chat

FILED = """
        张三> /出差 上海 11.25-11.27
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…"""
AGREED = f"""{FILED}
        王强> 按 [同意]
        机器人→张三> …
        机器人> [卡片] …"""


async def test_one_that_waits_is_withdrawn(chat: Chat) -> None:
    await chat.play(f"""{FILED}
        张三> 周四的出差取消了，客户改时间
        机器人> [卡片] …
        张三> 按 [确认]
        机器人→王强> RQ-20261122-001 申请人撤回了，不用再审批。
        机器人> [卡片] 已确认：取消出差 周四的 出差 改时间 已取消 RQ-20261122-001：出差上海 …
    """)


async def test_who_agreed_is_told(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        张三> /取消出差 RQ-20261122-001
        机器人→王强> 张三 取消了出差上海 11月25日(周三)至11月27日(周五)（RQ-20261122-001）。
        机器人> 已取消 RQ-20261122-001：出差上海 11月25日(周三)至11月27日(周五)。
        张三> /取消出差
        机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
        张三> /出差 上海 11.25-11.26
        机器人→王强> …
        机器人> 已提交 RQ-20261122-002：…
    """)


async def test_nobody_cancels_anothers(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        李四> /取消出差 RQ-20261122-001
        机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
    """)


async def test_what_is_over_stays(chat: Chat) -> None:
    await chat.play(f"""{AGREED}
        张三> /我的申请
        机器人> …
    """)
    chat.clock.time = chat.clock.now().replace(day=28)
    await chat.play("""
        张三> /取消出差
        机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
    """)


async def test_the_day_and_the_kind_tell_which(chat: Chat) -> None:
    await chat.play(f"""{FILED}
        张三> /外出 明天下午 送材料
        机器人→王强> …
        机器人> 已提交 RQ-20261122-002：…
        张三> /取消出差 12.3
        机器人> 你没有报过还没结束的出差或外出，没有可以取消的。
        张三> /取消出差
        机器人> [卡片] 取消哪一条？…
        张三> /取消外出 明天
        机器人→王强> RQ-20261122-002 申请人撤回了，不用再审批。
        机器人> 已取消 RQ-20261122-002：外出 11月23日(周一)下午。
        （刚才问的「取消出差」没有办。）
        张三> 外出取消
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 没有办成 你没有报过还没结束的出差或外出，没有可以取消的。
    """)
