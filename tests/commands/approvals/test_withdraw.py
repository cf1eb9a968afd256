"""Taking back what waits."""

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C

TWO = f"""{OPENED}
    周敏> /建群 E4 项目D
    机器人→赵国强> …
    机器人> …"""


async def test_nothing_to_take_back(chat: Chat) -> None:
    await chat.play("""
        张三> /撤回
        机器人> 你没有等审批的申请，没有可以撤回的。发 /我的申请 看你最近的。
    """)


async def test_which_of_two(chat: Chat) -> None:
    await chat.play(f"""{TWO}
    周敏> /撤回
    机器人> [卡片] 你有 2 条申请等审批，撤回哪一条？…
    周敏> 2
    机器人→赵国强> RQ-20261122-002 申请人撤回了，不用再审批。
    机器人> 已撤回 RQ-20261122-002：建群：项目D工作群（项目公司工作群）。
    """)


async def test_not_after_the_decision_and_not_another_persons(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    李四> /撤回 RQ-20261122-001
    机器人> 只有申请人可以撤回。发 /我的申请 看你自己的。
    赵国强> 按 [同意]
    机器人→周敏> …
    机器人> [卡片] 周敏 申请{C} 已同意（赵国强，10:00）。
    周敏> /撤回 RQ-20261122-001
    机器人> RQ-20261122-001 已同意，撤不回了。
    """)


async def test_cards_are_not_asked_for_again_and_again(chat: Chat) -> None:
    """Each is a card to somebody; whoever takes his wishes back may not send a fourth within the hour."""
    for number in range(1, 4):
        await chat.play(f"""
        李四> /入群 项目B工作群
        机器人→郭涛> [卡片] 李四 申请入群：项目B工作群 RQ-20261122-00{number} …
        机器人> …
        李四> /撤回
        机器人→郭涛> RQ-20261122-00{number} 申请人撤回了，不用再审批。
        机器人> …
        """)
    await chat.play("""
    李四> /入群 项目B工作群
    机器人> 一小时里你撤回的和同样被驳回的申请已有 3 条。11:00 以后再提交，有急事请直接找审批人。
    ⏰ 2026-11-22 11:00
    李四> /入群 项目B工作群
    机器人→郭涛> …
    机器人> 已提交 RQ-20261122-004：入群：项目B工作群。等 郭涛 审批。
    """)


async def test_a033_which_of_two_leaves(chat: Chat) -> None:
    await chat.say("张三", "/请假 年假 明天下午")
    await chat.say("张三", "/请假 事假 12.1")
    chat.said()
    await chat.play("""
        张三> /撤回
        机器人> [卡片] 你有 2 条申请等审批，撤回哪一条？ 选一个再按「就选它」，或回复序号、名称，10:10 前有效 (001 年…
        张三> 选 [002 事假 12月1日(周二)] 按 [就选它]
        机器人→王强> QJ-20261122-002 申请人撤回了，不用再审批。
        机器人> [卡片] 已选：002 事假 12月1日(周二) 已撤回 QJ-20261122-002：事假 12月1日(周二)，1 天。
        张三> /撤回
        机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
        机器人> 已撤回 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。
    """)


async def test_a_leave_by_its_kind_or_day(chat: Chat) -> None:
    await chat.say("张三", "/请假 年假 明天下午")
    await chat.say("张三", "/请假 事假 12.1")
    chat.said()
    await chat.play("""
        张三> 撤回12月1号的事假
        机器人> [卡片] 你是想「撤回 12月1号的 事假」吗？…
        张三> 按 [确认]
        机器人→王强> QJ-20261122-002 申请人撤回了，不用再审批。
        机器人> [卡片] 已确认：…
        张三> /撤回 年假
        机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
        机器人> 已撤回 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。
        张三> /撤回 年假
        机器人> 你没有等审批的申请，没有可以撤回的。发 /我的申请 看你最近的。
    """)


async def test_an_approved_leave_is_cancelled_instead(chat: Chat) -> None:
    await chat.say("张三", "/请假 年假 明天下午")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    chat.said()
    await chat.play("""
        李四> /撤回 QJ-20261122-001
        机器人> 只有申请人可以撤回。发 /我的申请 看你自己的。
        张三> /撤回 QJ-20261122-001
        机器人> [卡片] 要取消吗？ QJ-20261122-001 已经批准，不能撤回。不休了请发 /取消 QJ-20261122-001。…
        张三> 按 [取消]
        机器人→王强> 张三 取消了 年假 11月23日(周一)下午，0.5 天（QJ-20261122-001），那段时间照常上班。
        机器人> [卡片] 已选：取消 已取消 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。已…
    """)
