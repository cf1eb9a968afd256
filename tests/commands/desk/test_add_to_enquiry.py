"""Without a number it is the newest that is open."""

from tests.chat import Chat


async def test_the_newest_open_one(chat: Chat) -> None:
    await chat.play("""
    张三> /补充求助 没有求助过
    机器人> 你没有还在处理的求助。有事发 /求助 内容。
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    张三> /补充求助 是采购系统
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三补充：是采购系统。张三（生产部）：系统登录不了
    是采购系统 …
    机器人> 已补充到 QZ-20261122-001。
    """)
