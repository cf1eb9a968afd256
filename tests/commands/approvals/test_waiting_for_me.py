"""What waits for me."""

from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C


async def test_it_is_listed_until_it_is_decided(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> /待办
    机器人> 有 1 条申请等你审批：
    RQ-20261122-001 周敏 申请{C}
    同意请回「/同意申请 编号」，驳回请回「/驳回 编号 理由」。
    周敏> /待办
    机器人> 没有等你审批的申请。
    赵国强> 按 [同意]
    机器人→周敏> …
    机器人> …
    赵国强> /待办
    机器人> 没有等你审批的申请。
    """)


async def test_who_asks_me_to_stand_in(chat: Chat) -> None:
    await chat.play("""
        王强> /委托 11.23 @李四
        机器人→李四> …
        机器人> …
        李四> /待办
        机器人> 王强 请你在11月23日(周一)代为审批，等你在那张卡片上按「接受」或「谢绝」。
        李四> 按 [接受]
        机器人→王强> …
        机器人> …
        李四> /待办
        机器人> 没有等你审批的申请。
    """)


async def test_in_a_group_only_in_private(chat: Chat) -> None:
    await chat.play("""
        王强@项目A工作群> /待办
        机器人@项目A工作群> 已私聊你。
        机器人→王强> 没有等你审批的申请。
    """)


async def test_whose_members_i_am_to_look_through(chat: Chat) -> None:
    await chat.play("""
        郑群> /梳理 项目A工作群
        机器人→郑群> …
        机器人> …
        郑群> /待办
        机器人> 这些群的成员等你核对：项目A工作群。发 /梳理 群名 看名单。
        郑群> 按 [核对好了]
        机器人> …
        郑群> /待办
        机器人> 没有等你审批的申请。
    """)
