"""Of a right only the dates are spoken about, by word, by button, and by who tries to refuse it."""

from tests.chat import Chat

WISH = "年假 11月23日(周一)下午，0.5 天"
ASKED = f"""
    张三> /请假 年假 明天下午
    机器人→王强> [卡片] 张三 申请{WISH} QJ-20261122-001 余额：…
    机器人> 已提交 QJ-20261122-001：{WISH}。等 王强 审批。"""


async def test_the_card_has_no_refusal(chat: Chat) -> None:
    await chat.say("张三", "/请假 年假 明天下午")
    (card,) = [each.words for each in chat.said() if each.to == "王强"]
    assert card.endswith("[同意] [商量日期]")


async def test_the_button_asks_which_dates(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    王强> 按 [商量日期]
    机器人> [卡片] 张三 申请{WISH} 想改到哪天、为什么，直接回复就转给申请人，10:10 前有效；不说了就回「算了」。申请还在等你审批。
    王强> 周一要交货，周三行吗
    机器人→张三> QJ-20261122-001 {WISH}：王强 想和你商量日期，说「周一要交货，周三行吗」。申请没有驳回，还在等审批。同意换，发 /改期 QJ-20261122-001 加上新日期；不换，直接和 王强 说明。
    机器人> 已转告 张三。QJ-20261122-001 等 王强 审批。行了就发 /同意申请 QJ-20261122-001。
    王强> /同意申请 QJ-20261122-001
    机器人→张三> QJ-20261122-001 {WISH}：已同意（王强，10:00）。年假还剩 4.5 天。
    机器人> QJ-20261122-001 {WISH}：已同意（王强，10:00）。
    """)  # noqa: E501 - a message is one line


async def test_who_refuses_a_right_has_spoken_about_its_dates(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    王强> /驳回 QJ-20261122-001 项目赶工，换个时间
    机器人→张三> QJ-20261122-001 {WISH}：王强 想和你商量日期，说「项目赶工，换个时间」。…
    机器人> 这是法定假，不能驳回，只能商量日期：已把你的话转告 张三。QJ-20261122-001 等 王强 审批。
    """)


async def test_nobody_else_speaks_about_it(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李四> /商量日期 QJ-20261122-001 换一天
    机器人> 这条申请不归你审批。发 /待办 看哪些在等你。
    张三> /商量日期 QJ-20261122-001 换一天
    机器人> 不能审批自己的申请，…
    """)


async def test_what_has_no_dates(chat: Chat) -> None:
    await chat.play("""
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> …
    机器人> …
    赵国强> /商量日期 RQ-20261122-001 下个月
    机器人> 这条申请没有日期可以商量。同意发 /同意申请，不同意发 /驳回 加上理由。
    """)


async def test_of_what_is_no_right_the_dates_may_be_spoken_about_too(chat: Chat) -> None:
    await chat.play("""
    张三> /请假 事假 12月1日
    机器人→王强> [卡片] …
    机器人> …
    王强> /商量日期 QJ-20261122-001 12月2日行吗
    机器人→张三> QJ-20261122-001 事假 12月1日(周二)，1 天：王强 想和你商量日期，说「12月2日行吗」。…
    机器人> 已转告 张三。QJ-20261122-001 等 王强 审批。行了就发 /同意申请 QJ-20261122-001。
    """)
