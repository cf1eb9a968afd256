"""Who leaves is listed for whoever may know it, and for nobody else."""

from tests.chat import Chat


async def test_the_list_is_in_order_and_for_insiders(chat: Chat) -> None:
    await chat.play("""
    李娜> /离职列表
    机器人> 现在没有正在办的离职。要登记，发「/离职 @同事 最后工作日」。
    李娜> /离职 @何苗 11月30日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] …
    李娜> /离职 @王五 12月4日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] …
    吴管> 最近谁在办离职
    机器人> 正在办离职的 2 位：
    LZ-20261122-001 何苗，最后工作日 11月30日(周一)，办理中，5 项没办
    LZ-20261122-002 王五，最后工作日 12月4日(周五)，办理中，5 项没办
    王强> /离职列表
    机器人> 「离职列表」由人力资源、企业微信管理员、集团行政人事部使用。…
    """)
